"""Lighthouse, as `make test` has installed it, run against one page."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.checker import tools

from chromium import FLAGS

SECONDS = 300


@dataclass(frozen=True, slots=True)
class Line:
    """How slow the reader's line and phone are: kbit/s, milliseconds a request, times slower."""

    kilobits: int
    latency: int
    slowdown: int


def audit(address: str, report: Path, *, categories: str, line: Line | None = None) -> Any:
    """Open a page with Lighthouse and return its report.

    Args:
        address: the page.
        report: the file to write the report to.
        categories: what to look at, parted by commas, in Lighthouse's own words.
        line: the line and phone that the browser plays; as quick as the machine where None. The
            browser itself is slowed down (`devtools`); nothing is reckoned afterwards.

    Raises:
        CalledProcessError: Lighthouse failed.
    """
    found = tools()
    throttling = ["--throttling-method=provided"]
    if line is not None:
        throttling = [
            "--throttling-method=devtools",
            f"--throttling.requestLatencyMs={line.latency}",
            f"--throttling.downloadThroughputKbps={line.kilobits}",
            f"--throttling.uploadThroughputKbps={line.kilobits}",
            f"--throttling.cpuSlowdownMultiplier={line.slowdown}",
        ]
    subprocess.run(
        [
            found["node"],
            found["lighthouse"],
            address,
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={categories}",
            f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
            "--no-enable-error-reporting",
            "--quiet",
            *throttling,
        ],
        env={**os.environ, "CHROME_PATH": found["browser"]},
        check=True,
        timeout=SECONDS,
    )
    return json.loads(report.read_text(encoding="utf-8"))
