"""Progress of work that takes longer than a second.

On a terminal a bar; elsewhere, as in CI, a plain line at most every two seconds, and one
when all is done. Nothing at all for quick work.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Result = TypeVar("Result")

QUIET_SECONDS = 1.0
LINE_EVERY_SECONDS = 2.0


def track(results: Iterable[Result], total: int, label: str, console: Console) -> Iterator[Result]:
    """Pass results on and show how many of ``total`` have come.

    Args:
        results: what to pass on.
        total: how many there will be.
        label: a Vietnamese verb phrase such as «Đọc bản tin».
        console: where the bar goes. Two live displays share a terminal only through one console,
            so inside Pelican's status line it must be Pelican's.
    """
    started = time.monotonic()
    show = _Bar(total, label, console) if _draws(console) else _Lines(total, label)
    try:
        for count, result in enumerate(results, 1):
            yield result
            now = time.monotonic()
            if now - started >= QUIET_SECONDS:
                show.reached(count, now)
    finally:
        show.end()


def _draws(console: Console) -> bool:
    """Tell whether a bar can be drawn over; FORCE_COLOR makes Rich say so of any CI's log."""
    return console.is_interactive and console.file.isatty()


class _Bar:
    """A bar that is gone without a trace when the work is done."""

    def __init__(self, total: int, label: str, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,  # Pelican's status line has done it, as far as it is right
            redirect_stderr=False,
        )
        self._task = self._progress.add_task(label, total=total)

    def reached(self, count: int, _now: float) -> None:
        self._progress.start()
        self._progress.update(self._task, completed=count)

    def end(self) -> None:
        self._progress.stop()


class _Lines:
    """Lines on stderr."""

    def __init__(self, total: int, label: str) -> None:
        self._total = total
        self._label = label
        self._last = 0.0

    def reached(self, count: int, now: float) -> None:
        if count == self._total or now - self._last >= LINE_EVERY_SECONDS:
            self._last = now
            sys.stderr.write(f"{self._label}: {count}/{self._total}\n")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the lines as they are."""


@contextlib.contextmanager
def stderr_kept_apart() -> Iterator[None]:
    """Let stderr go where the shell sent it while Pelican shows its status line.

    Rich then prints all that is written to stderr on the console, above the status line. That is
    right where both are one terminal; ``pelican … 2> errors.txt`` would leave the file empty, and
    ``bantin serve`` without the errors that it shows in the browser.
    """
    proxy = sys.stderr
    file = getattr(proxy, "rich_proxied_file", None)
    if file is None or file.isatty():
        yield
        return
    sys.stderr = file
    try:
        yield
    finally:
        sys.stderr = proxy
