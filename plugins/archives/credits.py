"""From ids to what pages print: people, units and hosts of bulletins, with their pages."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archives.site import Credits, PersonRef, UnitRef
from plugins.archives.views import PEOPLE, UNITS, NamedLink
from plugins.authors.attribution import Attribution
from plugins.authors.people import People
from plugins.bulletins.records import Bulletin, Event
from plugins.units.registry import Unit, Units
from plugins.units.tagging import Tagging


def unit_url(identity: str) -> str:
    """Return the address of a registered unit; every one has a page."""
    return f"{UNITS.url}{identity}/"


def person_url(identity: str) -> str:
    """Return the address of a person who has a page: every registered one."""
    return f"{PEOPLE.url}{identity}/"


def unit_link(unit: Unit) -> NamedLink:
    """Return the name of a unit, leading to its page."""
    return NamedLink(unit.name, unit_url(unit.id))


def credits_of(
    bulletins: Iterable[Bulletin],
    people: People,
    attribution: Attribution,
    units: Units,
    tagging: Tagging,
) -> dict[str, Credits]:
    """Work out the credits of bulletins, by path; ``people`` are those who have a page."""
    return {
        bulletin.path: Credits(
            authors=_people(people, attribution, attribution.credits[bulletin.path].authors),
            photographers=_people(
                people, attribution, attribution.credits[bulletin.path].photographers
            ),
            units=tuple(
                UnitRef(tag.id, units.by_id[tag.id].name, tag.role, unit_url(tag.id))
                for tag in tagging.tags[bulletin.path]
            ),
            host=_host(bulletin.event, units.by_id.get(tagging.hosts.get(bulletin.path, ""))),
        )
        for bulletin in bulletins
    }


def _host(event: Event | None, unit: Unit | None) -> NamedLink | None:
    """Return the host of an event: the registered unit if it is one, else as written."""
    if event is None or event.host is None:
        return None
    return unit_link(unit) if unit is not None else NamedLink(event.host.text)


def _people(people: People, attribution: Attribution, ids: Iterable[str]) -> tuple[PersonRef, ...]:
    return tuple(
        PersonRef(identity, people.by_id[identity].name, person_url(identity))
        if identity in people.by_id
        else PersonRef(identity, attribution.unlinked[identity])
        for identity in ids
    )
