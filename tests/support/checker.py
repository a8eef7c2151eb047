"""The Nu HTML checker, as `make test` has installed it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

# The checker's own list of CSS is older than container queries, which every browser has had since
# 2023; stylelint checks them.
_UNKNOWN_TO_IT = (
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “container”: Property “container” doesn't exist.",
)


def tools() -> dict[str, str]:
    """Return the paths of Java, the checker and the browser (docs/development.md)."""
    record = Path(sys.prefix) / "test-tools.json"
    assert record.is_file(), f"{record} is missing: run tools/browser_and_checker.py (`make test`)"
    return json.loads(record.read_text(encoding="utf-8"))


def html_errors(*folders: Path) -> list[str]:
    """Check every page, style sheet and SVG below some folders; return the errors."""
    found = tools()
    command = [found["java"], "-jar", found["vnu_jar"], "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--skip-non-html", "--also-check-css", "--also-check-svg", *map(str, folders)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" and message["message"] not in _UNKNOWN_TO_IT
    ]
