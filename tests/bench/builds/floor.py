"""The physical floor: what no generator can avoid on this machine.

Starting Python with Pelican, one look at each source file, reading them all, copying the output.
All with a warm disk cache, as the builds have it too.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.builds.process import spend
from bench.builds.sites import remove
from bench.bulletin_corpus import PROJECT

RUNS: Final = 5


@dataclass(frozen=True, slots=True)
class Floor:
    """Seconds, and what they were spent on: files and bytes of the content and of the output."""

    size: int
    photos: int
    start: float
    stat: float
    read: float
    hash: float
    copy: float
    content_files: int
    content_bytes: int
    output_files: int
    output_bytes: int


def measure_floor(size: int, photos: int, content: Path, output: Path, scratch: Path) -> Floor:
    """Measure the floor below one site.

    Args:
        size: number of bulletins.
        photos: of each bulletin.
        content: the sources.
        output: the built site.
        scratch: a folder that may be made; it is removed again.
    """
    log = scratch.with_suffix(".log")
    starts = [
        spend([PROJECT / ".venv/bin/pelican", "--version"], log=log).wall for _ in range(RUNS)
    ]
    sources, built = sizes(content), sizes(output)
    copied = spend(["cp", "-r", output, scratch], log=log).wall
    remove(scratch)
    return Floor(
        size=size,
        photos=photos,
        start=round(median(starts), 3),
        stat=timed(lambda: sizes(content)),
        read=timed(lambda: [file.read_bytes() and None for file in files_of(content)]),
        hash=timed(lambda: [hashlib.sha256(file.read_bytes()) for file in files_of(content)]),
        copy=round(copied, 3),
        content_files=len(sources),
        content_bytes=sum(sources),
        output_files=len(built),
        output_bytes=sum(built),
    )


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes, the second time."""
    work()
    started = time.perf_counter()
    work()
    return round(time.perf_counter() - started, 3)


def sizes(folder: Path) -> list[int]:
    """Look at each file of a tree once; return the bytes of each."""
    found = []
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    found.append(entry.stat(follow_symlinks=False).st_size)
    return found


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a tree."""
    for name, _, files in os.walk(folder):
        yield from (Path(name, file) for file in files)
