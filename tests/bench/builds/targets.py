"""What was promised of builds, as ratios within one run, and whether it is kept.

A ratio divides seconds of wall time. A *target* that is missed makes the benchmark fail; an *aim*
does not. What was not measured (another size, a peer left out) is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.builds.results import (
    BACK_DATED,
    DELETED,
    EDIT,
    FULL,
    HUGO,
    HUGO_WITHOUT,
    NEW,
    NOTHING,
    OURS,
    PELICAN,
    PUBLIC,
    Result,
    Results,
)

LARGE: Final = 20_000
SMALL: Final = 1_000
GROWN_FROM: Final = 2_000
MEMORY: Final = 600_000_000
CHANGED_FILES: Final = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """One promise: its text, the largest value that keeps it, and the value, None if not measured.

    ``unit`` is "" for a ratio, else "MB" or "files". ``cpu`` is the same ratio of processor time:
    not judged, but it holds on a machine that does other work too.
    """

    text: str
    photos: int
    limit: float
    value: float | None
    unit: str = ""
    aim: bool = False
    cpu: float | None = None

    @property
    def verdict(self) -> str:
        """Return a word for the table."""
        if self.value is None:
            return "not measured"
        if self.value <= self.limit:
            return "met"
        return "above the aim" if self.aim else "**missed**"

    @property
    def missed(self) -> bool:
        """Return whether this makes the benchmark fail."""
        return self.value is not None and self.value > self.limit and not self.aim


def judge(results: Results) -> list[Judged]:
    """Judge all promises, for bulletins without photos and with."""
    found: list[Judged] = []
    for photos in sorted({row.photos for row in results.rows}):
        found += _ratios(results, photos)
        found += _amounts(results, photos)
    return found


def _ratios(results: Results, photos: int) -> Iterator[Judged]:
    def found(site: str, case: str, size: int = LARGE) -> Result | None:
        return results.find(site, size, photos, case)

    def promise(
        text: str, limit: float, ours: Result | None, theirs: Result | None, *, aim: bool = False
    ) -> Judged:
        if ours is None or theirs is None:
            return Judged(text, photos, limit, None, aim=aim)
        wall, cpu = ours.wall / theirs.wall, ours.cpu / theirs.cpu
        return Judged(text, photos, limit, wall, aim=aim, cpu=cpu)

    hugo_edit, hugo_full = found(HUGO, EDIT), found(HUGO, FULL)
    for case in (EDIT, NEW):
        ours = found(OURS, case)
        yield promise(f"{case} at 20,000, to Hugo's one edit", 1 / 40, ours, hugo_edit)
        yield promise(
            f"{case} at 20,000, to Hugo's one edit without related lists",
            1 / 15,
            ours,
            found(HUGO_WITHOUT, EDIT),
        )
        yield promise(
            f"{case} at 1,000, to Hugo's one edit",
            2 / 3,
            found(OURS, case, SMALL),
            found(HUGO, EDIT, SMALL),
        )
    quicker = [row for row in (hugo_edit, hugo_full) if row]
    yield promise(
        "no change at 20,000, to the quicker of Hugo's builds",
        1 / 80,
        found(OURS, NOTHING),
        min(quicker, key=lambda row: row.wall, default=None),
    )
    full = found(OURS, FULL)
    yield promise("full at 20,000, to Hugo's", 0.6, full, hugo_full)
    yield promise(
        "full at 20,000, to Hugo's without related lists",
        1,
        full,
        found(HUGO_WITHOUT, FULL),
        aim=True,
    )
    yield promise("full at 20,000, to Pelican's", 0.4, full, found(PELICAN, FULL))
    yield promise("full at 1,000, to Hugo's", 2, found(OURS, FULL, SMALL), found(HUGO, FULL, SMALL))
    yield promise(
        "one edit at 20,000, to that at 2,000", 3, found(OURS, EDIT), found(OURS, EDIT, GROWN_FROM)
    )
    yield promise(
        "one edit at 20,000 with search, gate and compression, to that without",
        2,
        found(PUBLIC, EDIT),
        found(OURS, EDIT),
        aim=True,
    )


def _amounts(results: Results, photos: int) -> Iterator[Judged]:
    for site in (OURS, PUBLIC):
        peaks = [row.peak for row in results.of(LARGE, photos) if row.site == site]
        yield Judged(
            f"peak memory at 20,000: {site}",
            photos,
            MEMORY / 1e6,
            max(peaks) / 1e6 if peaks else None,
            "MB",
            aim=site == PUBLIC,
        )
    largest = max((row.size for row in results.rows if row.photos == photos), default=0)
    for case in (NEW, BACK_DATED, DELETED):
        row = results.find(OURS, largest, photos, case)
        yield Judged(
            f"files changed by {case} at {largest:,}",
            photos,
            CHANGED_FILES,
            row.changed if row else None,
            "files",
        )
