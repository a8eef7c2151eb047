"""Progress of work that takes longer than a second.

On a terminal a bar; elsewhere, as in CI, a plain line at most every two seconds. Nothing at all for
quick work.
"""

from __future__ import annotations

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
    bar: Progress | None = None
    last_line = started
    try:
        for count, result in enumerate(results, 1):
            yield result
            now = time.monotonic()
            if now - started < QUIET_SECONDS:
                continue
            if console.is_terminal:
                if bar is None:
                    bar = Progress(
                        TextColumn("{task.description}"),
                        BarColumn(),
                        MofNCompleteColumn(),
                        TimeRemainingColumn(),
                        console=console,
                        transient=True,
                    )
                    task = bar.add_task(label, total=total)
                    bar.start()
                bar.update(task, completed=count)
            elif now - last_line >= LINE_EVERY_SECONDS:
                last_line = now
                sys.stderr.write(f"{label}: {count}/{total}\n")
    finally:
        if bar is not None:
            bar.stop()
