"""The server has Python and no packages: the gate imports the standard library alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from support.content import PROJECT

GATE = PROJECT / "deploy" / "publish_gate"
NEIGHBOURS = {"publish_gate", "nginx"}


def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_the_gate_needs_no_package():
    files = [*GATE.rglob("*.py"), PROJECT / "deploy" / "nginx" / "redirects.py"]
    assert len(files) > 20
    foreign = {name for file in files for name in imported(file)} - sys.stdlib_module_names
    assert foreign <= NEIGHBOURS


def test_the_gate_starts_without_the_projects_environment(tmp_path: Path):
    command = ["/usr/bin/env", "-i", str(PROJECT / "deploy" / "publish-gate")]
    done = subprocess.run(
        [*command, str(tmp_path / "none.json"), "status"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 78, done.stderr
    assert '"code":"config"' in done.stdout
    assert done.stderr == ""
