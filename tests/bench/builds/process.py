"""One build as a process of its own: how long it takes, on how much processor, in how much memory.

Memory is PSS (each page shared out among the processes that map it), summed over the process and
all below it, sampled while they run. So forked workers that share the plan of a site count it once.
A sample costs about a millisecond a process; sampling takes a twentieth of a core at most. Linux
only, for it reads ``/proc``.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")
SHORTEST: Final = 0.02
"""Seconds between two samples, at least."""
SHARE: Final = 20
"""A pause lasts so many times what the last sample took."""


class BuildFailed(RuntimeError):
    """A build ended with another status than 0."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process with all its children took.

    ``wall`` and ``cpu`` in seconds, ``peak`` in bytes of PSS.
    """

    wall: float
    cpu: float
    peak: int


def spend(
    command: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Spent:
    """Run a command to its end and measure it.

    Args:
        command: program and arguments.
        log: where its output goes; it is written anew.
        env: variables besides those of this process.
        folder: where it runs; by default here.

    Raises:
        BuildFailed: its exit status is not 0; the text is the end of what it printed.
    """
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            cwd=folder,
        )
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        # It was waited for already; without this Popen would look for it again.
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.ended.set()
        sampler.join()
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2_000:]
        raise BuildFailed(f"{command[0]} ended with {process.returncode}:\n{said}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, sampler.peak)


class _Sampler(threading.Thread):
    """Looks at a tree of processes again and again, and keeps the largest sum."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.ended = threading.Event()

    def run(self) -> None:
        pause = 0.0
        while not self.ended.wait(pause):
            started = time.perf_counter()
            self.peak = max(self.peak, sum(map(pss, processes_below(self.pid))))
            pause = max(SHORTEST, SHARE * (time.perf_counter() - started))


def processes_below(pid: int) -> Iterator[int]:
    """Yield a process and its descendants; nothing of those that end meanwhile."""
    yield pid
    # Any thread may have started a child; Go programs do so from whichever is free.
    for children in PROC.glob(f"{pid}/task/*/children"):
        try:
            below = children.read_text().split()
        except OSError:
            continue
        for child in below:
            yield from processes_below(int(child))


def pss(pid: int) -> int:
    """Return the bytes of a process's share of memory; 0 when it has ended."""
    try:
        text = (PROC / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
