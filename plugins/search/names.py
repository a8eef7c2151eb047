"""The names of units and people, with what a card at the head of the results says of them.

A reader's browser has all of them before the first search, so that a unit is found by its
abbreviation or a former name, typed with a slip, without any text being looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugins.authors.people import Person, Role
from plugins.units.abbreviations import ABBREVIATIONS, AMBIGUOUS
from plugins.units.kinds import kind_name
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold, format_date


def names_of(units: Units, people: Iterable[Person]) -> dict[str, Any]:
    """Return the dictionary of names, as JSON takes it.

    Args:
        units: the registry of units.
        people: everybody who has a page.

    Returns:
        ``units``: id, name, other names, kind, the unit above, province, phone, address, last day
        and id of the successor. ``people``: id, name, other names, posts, phone. ``short``: short
        and full forms of words in names, folded. Absent values are "".
    """
    return {
        "units": [_unit(unit, units) for unit in units],
        "people": [_person(person, units) for person in people],
        "short": short_forms(),
    }


def short_forms() -> list[list[str]]:
    """Return how words of names are shortened: short and full form, folded.

    A short form that means several things stands with each of them («tt»: trung tâm, thị trấn).
    """
    pairs = {
        (fold(short).replace(" ", ""), fold(full))
        for full, shorts in ABBREVIATIONS
        for short in shorts
        if len(short) > 1 or short in AMBIGUOUS
    }
    return [list(pair) for pair in sorted(pairs)]


def post(role: Role, units: Units) -> str:
    """Write a post with its unit: «Giám đốc, Sở Y tế»."""
    unit = units.by_id.get(role.unit)
    return f"{role.role}, {unit.name}" if unit else role.role


def _unit(unit: Unit, units: Units) -> list[Any]:
    above = units.by_id.get(unit.parent)
    return [
        unit.id,
        unit.name,
        [name for name in unit.names[1:] if name != unit.name],
        kind_name(unit.kind),
        above.name if above else "",
        units.province_of(unit.id),
        unit.phone,
        unit.address,
        format_date(unit.valid_to) if unit.valid_to else "",
        unit.successor if unit.successor in units.by_id else "",
    ]


def _person(person: Person, units: Units) -> list[Any]:
    # Posts with a last day are past or will be: a card names the others, and the page all.
    posts = [post(role, units) for role in person.roles if role.end is None]
    return [person.id, person.name, list(person.names[1:]), posts, person.phone]
