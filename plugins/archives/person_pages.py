"""The directory of people, and the page of each person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plugins.archives.award_groups import profile_awards
from plugins.archives.awards import AwardRow, Awards
from plugins.archives.credits import person_url, unit_link
from plugins.archives.entries import (
    PERSON_PARTS,
    PHOTOGRAPHED,
    WROTE,
    WROTE_AND_PHOTOGRAPHED,
    Entry,
    by_person,
    count,
    news_of,
)
from plugins.archives.list_pages import list_page
from plugins.archives.site import Site
from plugins.archives.views import PEOPLE, Crumb, NamedLink, trail
from plugins.authors.people import People, Person, Role
from plugins.engine.pages import Page
from plugins.units.registry import Units
from plugins.vietnamese import given_name, person_sort_key, strip_tones

NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class RoleView:
    """A post of a person, with the page of its unit; ``past`` when its last day is over."""

    role: str
    unit: NamedLink | None
    start: date | None
    end: date | None
    past: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the directory, with the counts of the bulletins they wrote and photographed."""

    name: str
    url: str
    roles: tuple[RoleView, ...]
    wrote: int
    photographed: int


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The people whose given names begin with one letter."""

    letter: str
    people: tuple[PersonRow, ...]


def person_pages(site: Site, people: People, units: Units, awards: Awards) -> Iterator[Page]:
    """Declare the directory and the page of every registered person, with bulletins or without.

    A registry without people has neither.
    """
    if not people.persons:
        return
    entries = by_person(site)
    roles = {person.id: roles_of(person, units, site.now.date()) for person in people}
    rows = [row_of(person, roles[person.id], entries.get(person.id, ())) for person in people]
    yield site.page(
        PEOPLE.url,
        "people.html",
        title="Tác giả và cán bộ",
        description="Người viết, người chụp ảnh và cán bộ được nêu trong danh bạ",
        kind="directory",
        crumbs=trail(PEOPLE),
        contributors=by_letter(row for row in rows if row.wrote or row.photographed),
        others=by_letter(row for row in rows if not (row.wrote or row.photographed)),
    )
    for person in people:
        honours = awards.by_person.get(person.id, ())
        yield from _pages_of(site, person, roles[person.id], entries.get(person.id, ()), honours)


def _pages_of(
    site: Site,
    person: Person,
    roles: tuple[RoleView, ...],
    entries: Sequence[Entry],
    honours: Sequence[AwardRow],
) -> Iterator[Page]:
    url = person_url(person.id)
    news, year_pages = news_of(url, entries, PERSON_PARTS)
    yield site.page(
        url,
        "person.html",
        title=person.name,
        description=f"Chức vụ, liên hệ và tin bài của {person.name}",
        kind="person",
        crumbs=trail(PEOPLE, Crumb(person.name)),
        # Lines are not shown, and an edit of any entry above moves them; roles are given apart.
        person=replace(person, roles=(), line=1),
        roles=roles,
        news=news,
        awards=profile_awards(honours),
    )
    for part in year_pages:
        yield list_page(site, part, person.name, PEOPLE, Crumb(person.name, url))


def roles_of(person: Person, units: Units, today: date) -> tuple[RoleView, ...]:
    """Return the roles of a person: present ones as registered, then past ones, latest end first.

    A role without a last day counts as present; nothing printed says so, for the registry may not
    know that it has ended.
    """
    views = [_role(role, units, today) for role in person.roles]
    past = [view for view in views if view.past]
    past.sort(key=lambda view: (view.end or date.max, view.start or date.min), reverse=True)
    return (*(view for view in views if not view.past), *past)


def by_letter(rows: Iterable[PersonRow]) -> tuple[LetterGroup, ...]:
    """Sort people in Vietnamese order and group them by the first letter of their given names.

    A letter keeps its hat and loses its tone: Ánh stands under A, Ân under Â, Đan under Đ.
    """
    found: dict[str, list[PersonRow]] = {}
    for row in sorted(rows, key=lambda row: (person_sort_key(row.name), row.url)):
        first = strip_tones(given_name(row.name))[:1].upper()
        found.setdefault(first if first.isalpha() else NO_LETTER, []).append(row)
    return tuple(LetterGroup(letter, tuple(members)) for letter, members in found.items())


def row_of(person: Person, roles: tuple[RoleView, ...], entries: Sequence[Entry]) -> PersonRow:
    """Return what the directory says of a person; ``roles`` are those of :func:`roles_of`."""
    return PersonRow(
        name=person.name,
        url=person_url(person.id),
        # Of somebody who has left every post, the last one tells who they are.
        roles=tuple(role for role in roles if not role.past) or roles[:1],
        wrote=count(entries, WROTE, WROTE_AND_PHOTOGRAPHED),
        photographed=count(entries, PHOTOGRAPHED, WROTE_AND_PHOTOGRAPHED),
    )


def _role(role: Role, units: Units, today: date) -> RoleView:
    unit = units.by_id.get(role.unit)
    return RoleView(
        role=role.role,
        unit=unit_link(unit) if unit else None,
        start=role.start,
        end=role.end,
        past=role.end is not None and role.end < today,
    )
