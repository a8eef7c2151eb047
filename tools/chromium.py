"""Which browser tests and screenshots use, and how it is started."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# What browser_and_checker.py writes; where `make test` never ran, a browser on the PATH will do.
RECORD = Path(sys.prefix) / "test-tools.json"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# A container gives Chromium no sandbox of its own and little shared memory; the rest keeps it from
# the network, from a desktop and from a proxy.
FLAGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
)


def browser_path() -> str:
    """Return the path of a Chromium.

    Raises:
        FileNotFoundError: there is none.
    """
    if RECORD.is_file():
        return str(json.loads(RECORD.read_text(encoding="utf-8"))["browser"])
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    raise FileNotFoundError("no Chromium on the PATH; `make test` installs one")


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start a headless Chromium and close it at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
