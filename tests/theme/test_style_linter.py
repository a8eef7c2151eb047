"""Every style sheet passes the linter with the rules of tools/stylelint.config.mjs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = ROOT / "tools" / "stylelint.config.mjs"


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    tools = json.loads((Path(sys.prefix) / "test-tools.json").read_text(encoding="utf-8"))
    command = [tools["node"], tools["stylelint"], "--config", RULES, "--formatter", "unix"]
    return subprocess.run(
        [*command, "**/*.css"], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_style_sheets_keep_the_rules():
    done = linted(ROOT / "theme" / "static" / "css")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("sheet", "rule"),
    [
        (".a {\n  colr: red;\n}\n", "property-no-unknown"),
        (".a {\n  color: red !important;\n}\n", "declaration-no-important"),
        (".a__b__c {\n  color: red;\n}\n", "selector-class-pattern"),
        ("#a {\n  color: red;\n}\n", "selector-max-id"),
    ],
)
def test_the_linter_finds_what_is_wrong(tmp_path, sheet, rule):
    (tmp_path / "a.css").write_text(sheet, encoding="utf-8")
    done = linted(tmp_path)
    assert done.returncode == 2
    assert f"({rule})" in done.stdout + done.stderr
