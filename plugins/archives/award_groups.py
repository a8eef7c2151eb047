"""Awards as the pages of bulletins, units and people show them: parted by what they are worth.

What was given, what is only proposed and what was taken back never stand in one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Generic, TypeVar

from plugins.archives.awards import GIVEN, AwardFacts, AwardRow, Awards
from plugins.archives.honour_roll import year_url
from plugins.archives.views import NamedLink

NO_AWARDS: Final = Awards({}, {}, {}, {})

PENDING: Final = frozenset({"proposed", "nominated"})
REVOKED: Final = frozenset({"revoked"})

MOST_ON_PROFILE: Final = 12

Facts = TypeVar("Facts", bound=AwardFacts)
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Standing:
    """What an award is worth: given, not decided yet, or taken back.

    ``id`` is the heading's anchor. ``mark`` ends the names of its styles. ``authority`` heads the
    column of who gives it: nobody has given what is only proposed.
    """

    id: str
    mark: str
    heading: str
    note: str
    authority: str
    statuses: frozenset[str]


STANDINGS: Final = (
    Standing("khen-thuong", "given", "Khen thưởng", "", "Cơ quan tặng", GIVEN),
    Standing(
        "de-nghi-khen-thuong",
        "pending",
        "Đề nghị khen thưởng",
        "Đề nghị, chưa phải quyết định khen thưởng",
        "Cơ quan xét tặng",
        PENDING,
    ),
    Standing(
        "thu-hoi-khen-thuong",
        "revoked",
        "Khen thưởng bị thu hồi",
        "Quyết định khen thưởng đã bị thu hồi hoặc hủy bỏ",
        "Cơ quan tặng",
        REVOKED,
    ),
)
"""Every status of the vocabulary belongs to exactly one."""


@dataclass(frozen=True, slots=True)
class AwardGroup(Generic[Line]):
    """The awards of one standing. The flags tell which columns have anything to say."""

    standing: Standing
    lines: tuple[Line, ...]
    with_authority: bool
    with_decision: bool


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """An award of a unit or person, and what it is worth."""

    award: AwardRow
    standing: Standing


@dataclass(frozen=True, slots=True)
class ProfileYear:
    """The awards of a unit or person in one year."""

    year: int
    lines: tuple[ProfileLine, ...]


@dataclass(frozen=True, slots=True)
class ProfileAwards:
    """The awards that the page of a unit or person shows: the latest, by year.

    ``given`` and ``pending`` count all there are; ``more`` leads to the years of the honour roll
    that hold what is left out.
    """

    years: tuple[ProfileYear, ...] = ()
    given: int = 0
    pending: int = 0
    more: tuple[NamedLink, ...] = ()


def standing_of(award: AwardFacts) -> Standing:
    """Return what an award is worth."""
    return next(standing for standing in STANDINGS if award.status in standing.statuses)


def groups_of(awards: Sequence[Facts]) -> tuple[AwardGroup[Facts], ...]:
    """Part awards by what they are worth; each group keeps their order, none is empty."""
    found = []
    for standing in STANDINGS:
        lines = tuple(award for award in awards if award.status in standing.statuses)
        if lines:
            found.append(
                AwardGroup(
                    standing,
                    lines,
                    with_authority=any(award.authority for award in lines),
                    with_decision=any(award.decision or award.date for award in lines),
                )
            )
    return tuple(found)


def roll_years(awards: Iterable[AwardFacts]) -> tuple[NamedLink, ...]:
    """Return the years of the honour roll in which awards stand, the newest first."""
    years = sorted({award.year for award in awards}, reverse=True)
    return tuple(NamedLink(f"năm {year}", year_url(year)) for year in years)


def profile_awards(rows: Sequence[AwardRow]) -> ProfileAwards:
    """Choose what the page of a unit or person shows; ``rows`` are its own, newest year first."""
    shown, rest = rows[:MOST_ON_PROFILE], rows[MOST_ON_PROFILE:]
    return ProfileAwards(
        years=tuple(
            ProfileYear(year, _profile_lines(group))
            for year, group in groupby(shown, lambda row: row.year)
        ),
        given=sum(row.is_award for row in rows),
        pending=sum(row.status in PENDING for row in rows),
        more=roll_years(rest),
    )


def _profile_lines(rows: Iterable[AwardRow]) -> tuple[ProfileLine, ...]:
    """Put what was given first; within a standing the handing-over order stays."""
    lines = (ProfileLine(row, standing_of(row)) for row in rows)
    return tuple(sorted(lines, key=lambda line: STANDINGS.index(line.standing)))
