"""The honour roll (Sổ vàng): each year's awards with their totals, and what was given by year.

Pure data for pages. Every figure is a count of rows, or of the numbers that bulletins give, and
nothing that is not decided counts as given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from plugins.archives.awards import AwardRow, Awards
from plugins.archives.views import Crumb
from plugins.bulletins.categories import AWARD_STATUSES

HONOUR_ROLL: Final = Crumb("Sổ vàng", "/khen-thuong/so-vang/")

_FULL_WIDTH: Final = 100
_STATUS_ORDER: Final = {choice.id: place for place, choice in enumerate(AWARD_STATUSES.choices)}


@dataclass(frozen=True, slots=True)
class FormTotal:
    """How many collectives and individuals one form is reported for, in one status.

    ``uncounted`` awards are told without a name and without a number.
    """

    form: str
    name: str
    status: str
    status_name: str
    is_award: bool
    collectives: int
    individuals: int
    uncounted: int = 0


@dataclass(frozen=True, slots=True)
class HonourYear:
    """The awards of one year.

    ``rows`` stand in handing-over order, ``totals`` in that of forms, then of statuses.
    ``collectives`` and ``individuals`` are those who were given an award; ``undecided`` counts all
    whose award is proposed, nominated or revoked.
    """

    year: int
    url: str
    rows: tuple[AwardRow, ...]
    totals: tuple[FormTotal, ...]
    collectives: int
    individuals: int
    undecided: int

    @property
    def given(self) -> int:
        """How many awards were given, one for each who was honoured."""
        return self.collectives + self.individuals


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of the chart. ``width`` is in hundredths of the longest; not 0 for what is there."""

    year: int
    url: str
    collectives: int
    individuals: int
    width: int

    @property
    def given(self) -> int:
        """How many awards were given, one for each who was honoured."""
        return self.collectives + self.individuals


@dataclass(frozen=True, slots=True)
class HonourRoll:
    """All years that have awards, the newest first, and a bar for each."""

    years: tuple[HonourYear, ...]
    bars: tuple[Bar, ...]


def year_url(year: int) -> str:
    """Return the address of one year's page."""
    return f"{HONOUR_ROLL.url}{year}/"


def honour_roll(awards: Awards) -> HonourRoll:
    """Lay out the honour roll; without any award it has no years."""
    years = tuple(_year(year, rows) for year, rows in sorted(awards.by_year.items(), reverse=True))
    longest = max((year.given for year in years), default=0)
    return HonourRoll(years, tuple(_bar(year, longest) for year in years))


def totals_of(rows: Iterable[AwardRow]) -> tuple[FormTotal, ...]:
    """Add up rows by form and status; grades of one form count together."""
    counts: dict[tuple[int, int], FormTotal] = {}
    for row in rows:
        key = row.form.rank, _STATUS_ORDER[row.status]
        before = counts.get(key)
        counts[key] = FormTotal(
            form=row.form.id,
            name=row.form.name,
            status=row.status,
            status_name=row.status_name,
            is_award=row.is_award,
            collectives=row.collectives + (before.collectives if before else 0),
            individuals=row.individuals + (before.individuals if before else 0),
            uncounted=(before.uncounted if before else 0)
            + (not row.collectives and not row.individuals),
        )
    return tuple(total for _, total in sorted(counts.items(), key=lambda item: item[0]))


def _year(year: int, rows: tuple[AwardRow, ...]) -> HonourYear:
    given = [row for row in rows if row.is_award]
    others = [row for row in rows if not row.is_award]
    return HonourYear(
        year=year,
        url=year_url(year),
        rows=rows,
        totals=totals_of(rows),
        collectives=sum(row.collectives for row in given),
        individuals=sum(row.individuals for row in given),
        undecided=sum(row.collectives + row.individuals for row in others),
    )


def _bar(year: HonourYear, longest: int) -> Bar:
    width = -(-year.given * _FULL_WIDTH // longest) if longest else 0
    return Bar(year.year, year.url, year.collectives, year.individuals, width)
