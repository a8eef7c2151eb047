"""A real browser, and a real ``bantin serve`` of a small content folder."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.content import PROJECT, bulletin, write_content
from support.page_types import ServedSite, served_sites

from chromium import started_browser

BANTIN = Path(sys.executable).with_name("bantin")
ADDRESS = re.compile(r"http://localhost:(\d+)")
PATIENCE = 30.0
NEWS = "bulletins/2025/giao-ban.md"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with started_browser() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab that speaks Vietnamese, and fail when a script of the page failed."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    opened = context.new_page()
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    yield opened
    context.close()
    assert failures == []


@dataclass
class Preview:
    """A running ``bantin serve``."""

    root: Path
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def terminal(self) -> str:
        return "".join(self.lines)

    @property
    def port(self) -> int:
        found = ADDRESS.search(self.terminal)
        assert found
        return int(found[1])

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def listen(self) -> None:
        """Take down what the process writes, until it ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)

    def write(self, path: str, text: str) -> None:
        """Write a file of the content folder as an editor does: anew, then put in its place."""
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.root / "being-written"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(target)

    def waits_for(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, self.terminal
            time.sleep(0.02)

    def says(self, words: str, times: int = 1) -> str:
        """Wait until the terminal has shown some words; return all that it has shown."""
        self.waits_for(lambda: self.terminal.count(words) >= times)
        return self.terminal

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it and return its exit status."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def processes(self) -> list[str]:
        """Return the command lines of all that runs on its folders: itself, a build, workers."""
        running = (path / "cmdline" for path in Path("/proc").iterdir() if path.name.isdecimal())
        return [line for line in map(command_line, running) if str(self.root) in line]


def command_line(file: Path) -> str:
    try:
        return file.read_bytes().replace(b"\0", b" ").decode()
    except OSError:  # the process has ended
        return ""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ServedSite]]:
    """Build and serve the sites that the examples of page types belong to."""
    with served_sites(tmp_path_factory.mktemp("sites")) as served:
        yield served


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program, so that a test may change it."""
    root = tmp_path_factory.mktemp("program")
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in ("plugins", "theme"):
        shutil.copytree(PROJECT / name, root / name, ignore=unwanted)
    shutil.copy(PROJECT / "pelicanconf.py", root)
    return root


@pytest.fixture
def serve(program: Path, tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Return a function that starts ``bantin serve`` on one right bulletin and others given."""
    started: list[Preview] = []

    def start(files: dict[str, str] | None = None, *, wait_for: str = "Đã dựng") -> Preview:
        content = {NEWS: bulletin("Hội nghị giao ban"), **(files or {})}
        write_content(tmp_path / "content", content)
        options = ["--content", tmp_path / "content", "--output", tmp_path / "output"]
        process = subprocess.Popen(
            [BANTIN, "serve", "--port", "0", *map(str, options)],
            cwd=program,
            env={**os.environ, "PYTHONPATH": str(program)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        preview = Preview(tmp_path, process)
        threading.Thread(target=preview.listen, daemon=True).start()
        started.append(preview)
        preview.says(wait_for)
        return preview

    yield start
    for preview in started:
        preview.process.kill()
        preview.process.wait()


@pytest.fixture(autouse=True, scope="session")
def patient_expectations() -> None:
    """Wait longer than Playwright's five seconds: a busy machine is no wrong page."""
    expect.set_options(timeout=30_000)
