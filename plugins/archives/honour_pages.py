"""The pages of the honour roll (Sổ vàng): all years, and each year's awards as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from plugins.archives.award_data import FOLDER
from plugins.archives.award_groups import PENDING, AwardGroup, groups_of
from plugins.archives.awards import AwardRow, Awards
from plugins.archives.dictionary import OPEN_DATA
from plugins.archives.honour_roll import (
    HONOUR_ROLL,
    Bar,
    FormTotal,
    HonourYear,
    honour_roll,
    totals_of,
)
from plugins.archives.site import Site
from plugins.archives.views import Crumb, NamedLink, trail
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.engine.pages import Inputs, Page
from plugins.vietnamese import person_sort_key, sort_key

CATEGORY: Final = "khen-thuong"

_STATUS_PLACES: Final = {choice.id: place for place, choice in enumerate(AWARD_STATUSES.choices)}


@dataclass(frozen=True, slots=True)
class Figures:
    """Who was honoured, how many more are proposed, and how many awards name and count nobody."""

    collectives: int
    individuals: int
    pending: int
    uncounted: int = 0

    @property
    def given(self) -> int:
        """How many awards were given, one for each who was honoured."""
        return self.collectives + self.individuals


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the chart, and how many more are proposed in it."""

    bar: Bar
    pending: int


@dataclass(frozen=True, slots=True)
class RollLine:
    """A row of a year, with the place that it takes when sorted by each column.

    Places are worked out here: browsers know no Vietnamese order of people's names.
    """

    award: AwardRow
    by_recipient: int
    by_form: int
    by_authority: int
    by_decision: int
    by_status: int
    by_bulletin: int


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter. A filter with a single one has nothing to choose and is left out."""

    value: str
    name: str


def honour_pages(site: Site, awards: Awards) -> Iterator[Page]:
    """Declare the honour roll and the page of each year; nothing without awards."""
    roll = honour_roll(awards)
    if not roll.years:
        return
    categories = (Crumb(one.name, one.url) for one in site.categories() if one.id == CATEGORY)
    steps = (*categories, HONOUR_ROLL)
    forms = totals_of(row for year in roll.years for row in year.rows)
    yield site.page(
        HONOUR_ROLL.url,
        "honour-roll.html",
        title="Sổ vàng khen thưởng",
        description="Khen thưởng được nêu trong các bản tin, theo năm và theo hình thức",
        kind="honour-roll",
        crumbs=trail(*steps),
        figures=figures_of(forms),
        years=tuple(
            YearLine(bar, figures_of(year.totals).pending)
            for bar, year in zip(roll.bars, roll.years, strict=True)
        ),
        forms=_given(forms),
        data_url=OPEN_DATA.url,
    )
    for index, year in enumerate(roll.years):
        yield site.page(
            year.url,
            "honour-year.html",
            title=f"Sổ vàng khen thưởng năm {year.year}",
            description=f"Tập thể, cá nhân được khen thưởng năm {year.year}, theo các bản tin",
            kind="honour-roll",
            crumbs=trail(*steps, Crumb(f"Năm {year.year}")),
            view=_year_view,
            year=year,
            newer=_link(roll.years[index - 1]) if index else None,
            older=_link(roll.years[index + 1]) if index + 1 < len(roll.years) else None,
            csv_url=f"/{FOLDER}/{year.year}.csv",
            json_url=f"/{FOLDER}/{year.year}.json",
        )


def figures_of(totals: Iterable[FormTotal]) -> Figures:
    """Add up the totals of forms: what was given, and what is only proposed."""
    found = tuple(totals)
    given = _given(found)
    return Figures(
        collectives=sum(total.collectives for total in given),
        individuals=sum(total.individuals for total in given),
        pending=sum(
            total.collectives + total.individuals for total in found if total.status in PENDING
        ),
        uncounted=sum(total.uncounted for total in found if total.is_award),
    )


def roll_lines(rows: Sequence[AwardRow]) -> tuple[RollLine, ...]:
    """Give each row its place in the order of every column; the order given is kept."""
    columns = zip(
        _places([_recipient_key(row) for row in rows]),
        _places([row.order for row in rows]),
        _places([(not row.authority, sort_key(row.authority)) for row in rows]),
        _places([(row.date is None, row.date or dt.date.min, row.decision) for row in rows]),
        _places([_STATUS_PLACES[row.status] for row in rows]),
        _places([(row.bulletin.date, row.bulletin.url) for row in rows]),
        strict=True,
    )
    return tuple(RollLine(row, *places) for row, places in zip(rows, columns, strict=True))


def _places(keys: Sequence[Any]) -> list[int]:
    order = {key: place for place, key in enumerate(sorted(set(keys)))}
    return [order[key] for key in keys]


def _recipient_key(row: AwardRow) -> tuple[int, Any]:
    """Sort collectives by name, then people by given name, then those who are counted only."""
    if row.recipient is None:
        return 2, (-row.collectives, -row.individuals)
    if row.recipient.collective:
        return 0, sort_key(row.recipient.name)
    return 1, person_sort_key(row.recipient.name)


def _year_view(inputs: Inputs) -> Inputs:
    year: HonourYear = inputs["year"]
    return {
        **inputs,
        "figures": figures_of(year.totals),
        "forms": _given(year.totals),
        "groups": tuple(
            AwardGroup(
                standing=group.standing,
                lines=roll_lines(group.lines),
                with_authority=group.with_authority,
                with_decision=group.with_decision,
            )
            for group in groups_of(year.rows)
        ),
        "form_options": _choice(_forms(year.rows)),
        "unit_options": _choice(_collectives(year.rows)),
        "status_options": _choice(_statuses(year.rows)),
    }


def _given(totals: Iterable[FormTotal]) -> tuple[FormTotal, ...]:
    """Return the totals of what was given: «Đã tặng» and «Phong tặng» of one form together.

    A form of which nobody is named or counted has no figures to show.
    """
    found: dict[str, FormTotal] = {}
    for total in totals:
        if total.is_award and (total.collectives or total.individuals):
            before = found.get(total.form)
            found[total.form] = total if before is None else _sum(before, total)
    return tuple(found.values())


def _sum(one: FormTotal, other: FormTotal) -> FormTotal:
    return FormTotal(
        form=one.form,
        name=one.name,
        status=one.status,
        status_name=one.status_name,
        is_award=one.is_award,
        collectives=one.collectives + other.collectives,
        individuals=one.individuals + other.individuals,
    )


def _choice(options: Iterable[Option]) -> tuple[Option, ...]:
    found = tuple(options)
    return found if len(found) > 1 else ()


def _forms(rows: Iterable[AwardRow]) -> Iterator[Option]:
    forms = {row.form.id: row.form for row in rows}
    for form in sorted(forms.values(), key=lambda form: form.rank):
        yield Option(form.id, form.name)


def _collectives(rows: Iterable[AwardRow]) -> Iterator[Option]:
    names = {row.recipient.name for row in rows if row.recipient and row.recipient.collective}
    for name in sorted(names, key=sort_key):
        yield Option(name, name)


def _statuses(rows: Iterable[AwardRow]) -> Iterator[Option]:
    used = {row.status for row in rows}
    for choice in AWARD_STATUSES.choices:
        if choice.id in used:
            yield Option(choice.id, choice.name)


def _link(year: HonourYear) -> NamedLink:
    return NamedLink(f"Năm {year.year}", year.url)
