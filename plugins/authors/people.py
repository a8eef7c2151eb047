"""The registry of people, ``people.yml``: who writes, photographs, speaks and is honoured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from plugins.bulletins import schema
from plugins.bulletins.form import Values
from plugins.bulletins.mentions import Hints, Usage
from plugins.bulletins.registry_file import read_registry
from plugins.problems import Problem, problem
from plugins.vietnamese import fold_exact

PATH = "people.yml"


@dataclass(frozen=True, slots=True)
class Role:
    """A post that a person holds or held; a role is a fact of a date. ``unit`` is an id or ""."""

    role: str
    unit: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the registry. The id is the identity."""

    id: str
    name: str
    pen_names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    phone: str = ""
    email: str = ""
    description: str = ""
    line: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to name the person, the full name first."""
        return (self.name, *self.pen_names)


@dataclass(frozen=True, slots=True)
class People:
    """All registered people, in the order of the file."""

    persons: tuple[Person, ...]
    by_id: Mapping[str, Person]
    _by_name: Mapping[str, tuple[Person, ...]]

    def __iter__(self) -> Iterator[Person]:
        """Go through the people in the order of the file."""
        return iter(self.persons)

    def find(self, name: str) -> tuple[Person, ...]:
        """Return the people that an id, name or pen name can mean.

        Case and the place of the tone mark do not count («MINH HIỀN», «Hòa» and «Hoà»); letters and
        tones do («Hùng» is not «Hưng»). An id means its person alone.
        """
        if name in self.by_id:
            return (self.by_id[name],)
        return self._by_name.get(fold_exact(name), ())

    def shared_names(self) -> Iterator[tuple[tuple[Person, ...], tuple[str, ...]]]:
        """Find people who have a name or pen name in common: who they are, and which names."""
        shared: dict[tuple[str, ...], list[str]] = {}
        for folded, persons in self._by_name.items():
            if len(persons) > 1:
                shared.setdefault(tuple(person.id for person in persons), []).append(folded)
        for ids, names in shared.items():
            persons = tuple(self.by_id[identity] for identity in ids)
            known = (name for person in persons for name in person.names)
            printed = {fold_exact(name): name for name in known}
            yield persons, tuple(printed[folded] for folded in names)

    def hints(self) -> Hints:
        """Return the nearest-name hints for these people."""
        names = {name: person.id for person in self for name in reversed(person.names)}
        return Hints({**{person.id: person.id for person in self}, **names})


def people_of(persons: Collection[Person]) -> People:
    """Make a registry of people with different ids."""
    by_name: dict[str, dict[str, Person]] = {}
    for person in persons:
        for name in person.names:
            by_name.setdefault(fold_exact(name), {})[person.id] = person
    return People(
        tuple(persons),
        {person.id: person for person in persons},
        {name: tuple(found.values()) for name, found in by_name.items()},
    )


def load_people(
    data: bytes, path: str = PATH, usage: Usage | None = None
) -> tuple[People, list[Problem]]:
    """Read ``people.yml``.

    Args:
        data: the bytes of the file.
        path: the file, relative to the content folder.
        usage: the files that use names of people, to name them beside a clash.

    Returns:
        The people whose id and name are usable, and every problem found.
    """
    entries, problems = read_registry(data, path, schema.PERSON, usage or Usage())
    persons = [_person(entry) for entry in entries]
    problems += [
        problem("role-dates", path, role.line, 1, name=person.name, role=role.role)
        for person in persons
        for role in person.roles
        if role.start is not None and role.end is not None and role.end < role.start
    ]
    return people_of(persons), problems


def check_roles(people: People, unit_ids: Collection[str], path: str = PATH) -> list[Problem]:
    """Check that every role names a registered unit.

    Args:
        people: the registry.
        unit_ids: the ids of ``units.yml``.
        path: the registry's file.
    """
    hints = Hints({identity: identity for identity in unit_ids})
    return [
        problem(
            "role-unit-unknown",
            path,
            role.line,
            1,
            name=person.name,
            unit=role.unit,
            hint=hints.of(role.unit),
        )
        for person in people
        for role in person.roles
        if role.unit and role.unit not in unit_ids
    ]


def _person(entry: Values) -> Person:
    return Person(
        id=entry.text("id"),
        name=entry.text("name"),
        pen_names=tuple(mention.text for mention in entry.mentions("pen_names")),
        roles=tuple(_role(role) for role in entry.entries("roles") if role.text("role")),
        phone=entry.text("phone"),
        email=entry.text("email"),
        description=entry.text("description"),
        line=entry.line,
    )


def _role(entry: Values) -> Role:
    return Role(
        role=entry.text("role"),
        unit=entry.text("unit"),
        start=entry.get("from", dt.date),
        end=entry.get("to", dt.date),
        line=entry.line,
    )
