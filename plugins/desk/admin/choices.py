"""What staff choose from by typing: units, people, forms of commendation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.authors.people import People, Person
from plugins.bulletins.award_forms import FORMS, GradedForm
from plugins.units.registry import Unit, Units
from plugins.vietnamese import sort_key
from plugins.vietnamese.collation import SortKey

Json = dict[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of the form by name, and what other spellings of their values mean.

    ``lists`` holds options in the order in which they are offered: ``value`` is what a file gets,
    ``label`` what is shown, ``note`` tells namesakes apart, ``also`` holds other names to find it
    by. ``spellings`` maps the small letters of each name that has one meaning only to its value.
    """

    lists: Mapping[str, list[Json]]
    spellings: Mapping[str, dict[str, str]]


def choices_of(units: Units, people: People) -> Choices:
    """Make the lists of a form from the registries."""
    return Choices(
        lists={
            "units": sorted((_unit(unit, units) for unit in units), key=_order),
            "people": sorted((_person(person, units) for person in people), key=_order),
            "award_forms": [{"value": title, "label": title} for title in _award_titles()],
        },
        spellings={
            "units": _unique((name, unit.id) for unit in units for name in unit.names),
            "people": _unique((name, person.id) for person in people for name in person.names),
        },
    )


def _award_titles() -> Iterable[str]:
    """Return the printed names of all forms and their grades, highest first, each once."""
    graded = (GradedForm(form, grade) for form in FORMS for grade in ("", *form.grades))
    return dict.fromkeys(each.title for each in graded)


def _order(option: Json) -> tuple[SortKey, str]:
    return sort_key(option["label"]), option["value"]


def _unit(unit: Unit, units: Units) -> Json:
    above = units.by_id.get(unit.parent)
    if unit.valid_to:
        note = f"đến {unit.valid_to:%d/%m/%Y}"
    else:
        note = above.name if above and above.name not in unit.name else ""
    return _option(unit.id, unit.name, note, unit.names[1:])


def _person(person: Person, units: Units) -> Json:
    posts = [
        f"{role.role}, {units.by_id[role.unit].name}" if role.unit in units.by_id else role.role
        for role in person.roles[:1]
    ]
    return _option(person.id, person.name, "; ".join(posts), person.pen_names)


def _option(value: str, label: str, note: str, also: Iterable[str]) -> Json:
    found = {"value": value, "label": label, "note": note, "also": " ".join(also)}
    return {name: text for name, text in found.items() if text}


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the names that mean one thing; case does not count."""
    meanings: dict[str, set[str]] = {}
    for name, identity in pairs:
        meanings.setdefault(name.lower(), set()).add(identity)
    return {name: found.pop() for name, found in meanings.items() if len(found) == 1}
