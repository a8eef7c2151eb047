"""The awards that bulletins report: each with its recipients, by bulletin, unit, person and year.

An :class:`AwardEntry` is one award as one bulletin reports it, for the page of that bulletin. An
:class:`AwardRow` is one award to one recipient, whoever reports it, for lists and figures.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, TypeVar

from plugins.archives.credits import person_url, unit_url
from plugins.authors.people import People
from plugins.bulletins.award_forms import FORMS_BY_ID, AwardForm, GradedForm
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.bulletins.records import Award, Bulletin
from plugins.units.honoured import Honoured, Resolver, is_collective
from plugins.units.registry import Units
from plugins.vietnamese import fold_exact, person_sort_key, sort_key

Key = TypeVar("Key")

GIVEN: Final = frozenset({"awarded", "conferred"})
"""The statuses of an award. All others are of what is not decided yet, or was taken back."""


@dataclass(frozen=True, slots=True)
class BulletinRef:
    """The bulletin that reports an award."""

    url: str
    title: str
    date: dt.datetime


@dataclass(frozen=True, slots=True)
class RecipientRef:
    """Who is honoured. ``id`` and ``url`` are "" for a plain name."""

    kind: Literal["unit", "person", "name"]
    name: str
    collective: bool
    id: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """What is known of an award besides its recipients.

    ``year`` is that of the decision, else of the event, else of publication. ``grade`` is "" where
    there is none. ``status`` is an id of ``AWARD_STATUSES``. ``date`` is that of the decision.
    ``event`` is the name of the event at which it was reported, or "".
    """

    year: int
    form: AwardForm
    grade: str
    status: str
    authority: str
    decision: str
    date: dt.date | None
    event: str
    bulletin: BulletinRef

    @property
    def is_award(self) -> bool:
        """Whether it was given: a nomination is no award, nor is one that was taken back."""
        return self.status in GIVEN

    @property
    def title(self) -> str:
        """The printed form with its grade: «Huân chương Lao động hạng Ba»."""
        return GradedForm(self.form, self.grade).title

    @property
    def status_name(self) -> str:
        """The printed status: «Đã tặng», «Suy tôn»."""
        choice = AWARD_STATUSES.find(self.status)
        return choice.name if choice else self.status

    @property
    def order(self) -> tuple[int, int]:
        """The place in handing-over order, the highest first."""
        return GradedForm(self.form, self.grade).order


@dataclass(frozen=True, slots=True)
class AwardEntry(AwardFacts):
    """One award as one bulletin reports it.

    ``collectives`` and ``individuals`` count all who are honoured, named or not; both are 0 where
    the bulletin says neither names nor numbers.
    """

    recipients: tuple[RecipientRef, ...] = ()
    collectives: int = 0
    individuals: int = 0

    @property
    def unnamed_collectives(self) -> int:
        """How many of the collectives are counted only."""
        return self.collectives - sum(one.collective for one in self.recipients)

    @property
    def unnamed_individuals(self) -> int:
        """How many of the individuals are counted only."""
        return self.individuals - sum(not one.collective for one in self.recipients)


@dataclass(frozen=True, slots=True)
class AwardRow(AwardFacts):
    """One award to one recipient, or to those who are counted only (``recipient`` None).

    ``also`` are further bulletins that report the same.
    """

    recipient: RecipientRef | None = None
    collectives: int = 0
    individuals: int = 0
    also: tuple[BulletinRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Awards:
    """All awards of a build.

    ``by_bulletin`` maps a bulletin's path to its entries, in handing-over order. The others map to
    rows, each once however many bulletins report it: ``by_year``, and of units and people their
    own, newest year first. Rows stand in handing-over order, those of one form by recipient:
    collectives, then individuals by given name, then those who are counted only.
    """

    by_bulletin: Mapping[str, tuple[AwardEntry, ...]]
    by_year: Mapping[int, tuple[AwardRow, ...]]
    by_unit: Mapping[str, tuple[AwardRow, ...]]
    by_person: Mapping[str, tuple[AwardRow, ...]]


def collect_awards(
    bulletins: Iterable[Bulletin], units: Units, people: People, *, province: str
) -> Awards:
    """Gather the awards of bulletins.

    Args:
        bulletins: those that stand in lists; what was withdrawn reports nothing.
        units: the registry of units.
        people: the registry of people; only who is registered is linked.
        province: the site's default province, or "".
    """
    by_bulletin = {
        bulletin.path: tuple(
            sorted(
                _entries(bulletin, Resolver(bulletin, units, people, province)),
                key=lambda entry: entry.order,
            )
        )
        for bulletin in bulletins
        if bulletin.awards
    }
    rows = sorted(
        _merged([*_rows(entries)] for entries in by_bulletin.values()),
        key=lambda row: (-row.year, _place(row), row.bulletin.date, row.bulletin.url),
    )
    by_year: defaultdict[int, list[AwardRow]] = defaultdict(list)
    by_unit: defaultdict[str, list[AwardRow]] = defaultdict(list)
    by_person: defaultdict[str, list[AwardRow]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
        if row.recipient is not None and row.recipient.kind == "unit":
            by_unit[row.recipient.id].append(row)
        elif row.recipient is not None and row.recipient.kind == "person":
            by_person[row.recipient.id].append(row)
    return Awards(by_bulletin, _tuples(by_year), _tuples(by_unit), _tuples(by_person))


def _place(row: AwardRow) -> tuple[Any, ...]:
    """Return the place of a row among those of its year, as a key to sort by."""
    one = row.recipient
    if one is None:
        return row.order, 2
    if one.collective:
        return row.order, 0, sort_key(one.name)
    return row.order, 1, person_sort_key(one.name)


def _tuples(lists: Mapping[Key, list[AwardRow]]) -> dict[Key, tuple[AwardRow, ...]]:
    return {key: tuple(rows) for key, rows in lists.items()}


def _entries(bulletin: Bulletin, resolve: Resolver) -> Iterator[AwardEntry]:
    event = bulletin.event
    reported = BulletinRef(bulletin.url, bulletin.title, bulletin.date)
    for award in bulletin.awards:
        day = award.date or (event.date if event else None) or bulletin.date.date()
        form = FORMS_BY_ID[award.form]
        recipients = tuple(_ref(award, form, resolve(one)) for one in award.recipients)
        named = sum(one.collective for one in recipients)
        yield AwardEntry(
            year=day.year,
            form=form,
            grade=award.grade,
            status=award.status,
            authority=award.authority,
            decision=award.decision,
            date=award.date,
            event=event.name if event else "",
            bulletin=reported,
            recipients=recipients,
            collectives=max(award.collectives or 0, named),
            individuals=max(award.individuals or 0, len(recipients) - named),
        )


def _ref(award: Award, form: AwardForm, honoured: Honoured) -> RecipientRef:
    if honoured.kind == "unit":
        return RecipientRef("unit", honoured.name, True, honoured.id, unit_url(honoured.id))
    if honoured.kind == "person":
        return RecipientRef("person", honoured.name, False, honoured.id, person_url(honoured.id))
    collective = form.for_collectives
    if form.for_collectives and form.for_individuals:
        only_one_kind = bool(award.collectives) != bool(award.individuals)
        collective = bool(award.collectives) if only_one_kind else is_collective(honoured.name)
    return RecipientRef("name", honoured.name, collective)


def _rows(entries: Iterable[AwardEntry]) -> Iterator[AwardRow]:
    """Break entries down to one row for each recipient, and one for those who are only counted."""
    for entry in entries:
        facts = {field.name: getattr(entry, field.name) for field in fields(AwardFacts)}
        for one in entry.recipients:
            yield AwardRow(
                **facts,
                recipient=one,
                collectives=int(one.collective),
                individuals=int(not one.collective),
            )
        collectives, individuals = entry.unnamed_collectives, entry.unnamed_individuals
        if collectives or individuals or not entry.recipients:
            yield AwardRow(**facts, collectives=collectives, individuals=individuals)


def _merged(reports: Iterable[Sequence[AwardRow]]) -> Iterator[AwardRow]:
    """Join what several bulletins report of one decision: same number, form, status, recipient.

    Two equal names in one bulletin are two people. The first report stays, the others are noted and
    add what it does not say.
    """
    found: defaultdict[object, list[AwardRow]] = defaultdict(list)
    for rows in sorted(reports, key=lambda rows: (rows[0].bulletin.date, rows[0].bulletin.url)):
        times: Counter[object] = Counter()
        for row in rows:
            fact = _identity(row)
            times[fact] += 1
            key = (fact, times[fact]) if row.decision else (row.bulletin.url, fact, times[fact])
            same = found[key]
            for place, first in enumerate(same):
                if _of_one_decision(first, row):
                    same[place] = _joined(first, row)
                    break
            else:
                same.append(row)
    yield from (row for same in found.values() for row in same)


def _of_one_decision(first: AwardRow, row: AwardRow) -> bool:
    """Tell whether two rows of one number are of one decision: numbers begin anew each year.

    A report without the date may come in the year after. Where nobody is named, the number of
    another body may well have the same figures.
    """
    authorities = {fold_exact(one.authority) for one in (first, row)} - {""}
    if first.recipient is None and len(authorities) > 1:
        return False
    if first.date and row.date:
        return first.date == row.date
    return abs(first.year - row.year) <= 1


def _joined(first: AwardRow, row: AwardRow) -> AwardRow:
    dated = row if row.date and not first.date else first
    return replace(
        first,
        authority=first.authority or row.authority,
        date=dated.date,
        year=dated.year,
        also=(*first.also, row.bulletin),
    )


def _identity(row: AwardRow) -> tuple[object, ...]:
    who = (row.recipient.id or fold_exact(row.recipient.name)) if row.recipient else ""
    return (
        fold_exact(row.decision),
        row.form.id,
        row.grade,
        row.status,
        row.recipient.kind if row.recipient else "",
        who,
        row.collectives,
        row.individuals,
    )
