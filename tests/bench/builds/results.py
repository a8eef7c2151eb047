"""Figures of builds: what was measured, and how several runs become one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from bench.builds.process import Spent

OURS: Final = "ours"
PUBLIC: Final = "ours, with search, gate and compression"
HUGO: Final = "Hugo"
HUGO_WITHOUT: Final = "Hugo without related lists"
PELICAN: Final = "Pelican"
SITES: Final = (OURS, PUBLIC, HUGO, HUGO_WITHOUT, PELICAN)

FULL: Final = "full"
EDIT: Final = "one edit"
NEW: Final = "one new"
BACK_DATED: Final = "one new, back-dated"
DELETED: Final = "one deletion"
NOTHING: Final = "no change"
REGISTRY: Final = "registry change"
TEMPLATE: Final = "template change"
CASES: Final = (FULL, EDIT, NEW, BACK_DATED, DELETED, NOTHING, REGISTRY, TEMPLATE)


@dataclass(frozen=True, slots=True)
class Run:
    """One timed build.

    ``changed`` are the files that the project counts, None where there is no manifest; ``written``
    is the number of files of the output that the build wrote.
    """

    spent: Spent
    changed: tuple[str, ...] | None
    written: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one kind of build of one site takes.

    Seconds are medians; ``peak`` (bytes), ``changed`` and ``written`` are the largest of the runs.
    ``kinds`` says in which folders of the site the most changed files lie, and how many in each.
    """

    site: str
    size: int
    photos: int
    case: str
    wall: float
    cpu: float
    peak: int
    changed: int | None
    written: int
    walls: tuple[float, ...]
    kinds: dict[str, int]


def result_of(site: str, size: int, photos: int, case: str, runs: Sequence[Run]) -> Result:
    """Make one result of at least one run."""
    most = max((run.changed for run in runs if run.changed is not None), key=len, default=None)
    return Result(
        site=site,
        size=size,
        photos=photos,
        case=case,
        wall=round(median(run.spent.wall for run in runs), 3),
        cpu=round(median(run.spent.cpu for run in runs), 3),
        peak=max(run.spent.peak for run in runs),
        changed=None if most is None else len(most),
        written=max(run.written for run in runs),
        walls=tuple(round(run.spent.wall, 3) for run in runs),
        kinds=dict(Counter(path.split("/")[0] for path in most or ())),
    )


@dataclass(frozen=True, slots=True)
class Results:
    """All results of one run of the benchmark."""

    rows: tuple[Result, ...]

    def find(self, site: str, size: int, photos: int, case: str) -> Result | None:
        """Return a result, or None where it was not measured."""
        for row in self.rows:
            if (row.site, row.size, row.photos, row.case) == (site, size, photos, case):
                return row
        return None

    def of(self, size: int, photos: int) -> list[Result]:
        """Return the results of one set of bulletins, by site and case as they are listed."""
        rows = [row for row in self.rows if (row.size, row.photos) == (size, photos)]
        return sorted(rows, key=lambda row: (SITES.index(row.site), CASES.index(row.case)))

    def sets(self) -> list[tuple[int, int]]:
        """Return the sets of bulletins, as (photos of each, size), sorted."""
        return sorted({(row.photos, row.size) for row in self.rows})

    def with_rows(self, more: Iterable[Result]) -> Results:
        """Return these and more."""
        return Results((*self.rows, *more))
