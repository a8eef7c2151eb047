"""How the items of a site are cut by time, so that a new bulletin changes few files.

Three periods: «kho», the years that are closed; «nam», the months of the running year that are
closed; «moi», the running month and what has no date. The running month is that of the newest
item, not that of the clock: the index changes when the content does, and only then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plugins.search.documents import SearchDoc, in_order

CLOSED_YEARS: Final = "kho"
CLOSED_MONTHS: Final = "nam"
RUNNING: Final = "moi"
PERIODS: Final = (CLOSED_YEARS, CLOSED_MONTHS, RUNNING)


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the index with files of its own; ``docs`` are in the order of the index."""

    id: str
    docs: tuple[SearchDoc, ...]

    def years(self) -> list[tuple[int, int, int]]:
        """Return the years of its items: the year (0: no date), the first place, how many."""
        found: list[tuple[int, int, int]] = []
        for place, doc in enumerate(self.docs):
            year = doc.day.year if doc.day else 0
            if found and found[-1][0] == year:
                found[-1] = (year, found[-1][1], found[-1][2] + 1)
            else:
                found.append((year, place, 1))
        return found


def periods_of(docs: Sequence[SearchDoc]) -> list[Period]:
    """Cut the items of a site by time; a period without items is left out."""
    newest = max((doc.day for doc in docs if doc.day), default=None)

    def period(doc: SearchDoc) -> str:
        if doc.day is None or newest is None:
            return RUNNING
        if doc.day.year < newest.year:
            return CLOSED_YEARS
        return CLOSED_MONTHS if doc.day.month < newest.month else RUNNING

    found: dict[str, list[SearchDoc]] = {name: [] for name in PERIODS}
    for doc in docs:
        found[period(doc)].append(doc)
    return [Period(name, tuple(in_order(items))) for name, items in found.items() if items]
