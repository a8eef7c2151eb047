"""The registry of organisational units, ``units.yml``: a forest of units that come and go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from plugins.bulletins import schema
from plugins.bulletins.form import Values
from plugins.bulletins.mentions import Hints, Usage
from plugins.bulletins.registry_file import read_registry
from plugins.problems import Problem, problem
from plugins.problems.phrases import phrase
from plugins.vietnamese import fold_exact

PATH = "units.yml"


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of the registry. The id is the identity; names may be shared.

    ``parent`` and ``successor`` are ids or "". ``valid_from`` and ``valid_to`` are the first and
    the last day of the unit; its bulletins stay on its page when it is gone.
    """

    id: str
    name: str
    name_en: str = ""
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""
    province: str = ""
    order: int | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    description: str = ""
    line: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to name the unit, its full name first."""
        return tuple(filter(None, (self.name, self.short_name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Units:
    """All registered units, in the order of the file."""

    units: tuple[Unit, ...]
    by_id: Mapping[str, Unit]
    _by_name: Mapping[str, tuple[Unit, ...]]

    def __iter__(self) -> Iterator[Unit]:
        """Go through the units in the order of the file."""
        return iter(self.units)

    def find(self, name: str) -> tuple[Unit, ...]:
        """Return the units that an id, name, short name or alias can mean.

        Case and the place of the tone mark do not count («Đảng uỷ» and «Đảng ủy»); letters and
        tones do. An id means its unit alone.
        """
        if name in self.by_id:
            return (self.by_id[name],)
        return self._by_name.get(fold_exact(name), ())

    def ancestors(self, identity: str) -> tuple[Unit, ...]:
        """Return the units above a unit, the nearest first; a cycle ends the walk."""
        found: dict[str, Unit] = {}
        unit = self.by_id.get(identity)
        while unit is not None and unit.parent and unit.parent not in found:
            unit = self.by_id.get(unit.parent)
            if unit is not None:
                found[unit.id] = unit
        return tuple(found.values())

    def province_of(self, identity: str) -> str:
        """Return the province of a unit: its own, else that of the nearest unit above with one."""
        unit = self.by_id.get(identity)
        line = (unit, *self.ancestors(identity)) if unit is not None else ()
        return next((member.province for member in line if member.province), "")

    def hints(self) -> Hints:
        """Return the nearest-name hints for these units."""
        names = {name: unit.id for unit in self for name in reversed(unit.names)}
        return Hints({**{unit.id: unit.id for unit in self}, **names})


def units_of(units: Collection[Unit]) -> Units:
    """Make a registry of units with different ids."""
    by_name: dict[str, dict[str, Unit]] = {}
    for unit in units:
        for name in unit.names:
            by_name.setdefault(fold_exact(name), {})[unit.id] = unit
    return Units(
        tuple(units),
        {unit.id: unit for unit in units},
        {name: tuple(found.values()) for name, found in by_name.items()},
    )


def load_units(
    data: bytes, path: str = PATH, usage: Usage | None = None
) -> tuple[Units, list[Problem]]:
    """Read ``units.yml``.

    Args:
        data: the bytes of the file.
        path: the file, relative to the content folder.
        usage: the files that use names of units, to name them beside a clash.

    Returns:
        The units whose id and name are usable, and every problem found: unknown parents and
        successors, cycles, dates in the wrong order, and what any field can have.
    """
    usage = usage or Usage()
    entries, problems = read_registry(data, path, schema.UNIT, usage)
    units = units_of([_unit(entry) for entry in entries])
    places = {entry.text("id"): entry for entry in entries}
    hints = Hints({unit.id: unit.id for unit in units})
    for unit in units:
        entry = places[unit.id]
        for field, target in (("parent", unit.parent), ("successor", unit.successor)):
            if target and target not in units.by_id:
                problems.append(
                    problem(
                        "unit-reference-unknown",
                        path,
                        *entry.place(field),
                        id=unit.id,
                        field=field,
                        target=target,
                        hint=hints.of(target),
                    )
                )
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            problems.append(problem("unit-dates", path, *entry.place("valid_to"), id=unit.id))
    problems += _shared_names(units, path, usage)
    problems += _cycles({unit.id: unit.parent for unit in units}, "parent", places, path)
    problems += _cycles({unit.id: unit.successor for unit in units}, "successor", places, path)
    return units, problems


def _shared_names(units: Units, path: str, usage: Usage) -> Iterator[Problem]:
    """Find full names that two units bear at the same time; short names may be shared."""
    by_name: dict[str, list[Unit]] = {}
    for unit in units:
        by_name.setdefault(fold_exact(unit.name), []).append(unit)
    for bearers in by_name.values():
        clashing = [
            unit for unit in bearers if any(unit is not o and _overlap(unit, o) for o in bearers)
        ]
        if clashing:
            ids = (unit.id for unit in clashing)
            yield problem(
                "unit-name-shared",
                path,
                max(unit.line for unit in clashing),
                1,
                text=clashing[0].name,
                units=", ".join(
                    phrase("entry-at", name=unit.name, id=unit.id, line=unit.line)
                    for unit in clashing
                ),
                used=usage.of((clashing[0].name, *ids)),
            )


def _overlap(first: Unit, second: Unit) -> bool:
    """Tell whether two units exist on a common day; an open end reaches for ever."""
    starts = [unit.valid_from or dt.date.min for unit in (first, second)]
    ends = [unit.valid_to or dt.date.max for unit in (first, second)]
    return max(starts) <= min(ends)


def _cycles(
    following: Mapping[str, str], field: str, places: Mapping[str, Values], path: str
) -> Iterator[Problem]:
    """Find each cycle once, at the first of its units in the file."""
    done: set[str] = set()
    for start in following:
        chain: dict[str, None] = {}
        identity = start
        while identity and identity in following and identity not in done | chain.keys():
            chain[identity] = None
            identity = following[identity]
        if identity in chain:
            members = list(chain)[list(chain).index(identity) :]
            text = " → ".join([*members, identity])
            yield problem(
                "unit-cycle", path, *places[identity].place(field), field=field, chain=text
            )
        done |= chain.keys()


def _unit(entry: Values) -> Unit:
    return Unit(
        id=entry.text("id"),
        name=entry.text("name"),
        name_en=entry.text("name_en"),
        short_name=entry.text("short_name"),
        aliases=tuple(mention.text for mention in entry.mentions("aliases")),
        kind=entry.text("kind"),
        parent=entry.text("parent"),
        province=entry.text("province"),
        order=entry.get("order", int),
        valid_from=entry.get("valid_from", dt.date),
        valid_to=entry.get("valid_to", dt.date),
        successor=entry.text("successor"),
        address=entry.text("address"),
        phone=entry.text("phone"),
        email=entry.text("email"),
        website=entry.text("website"),
        description=entry.text("description"),
        line=entry.line,
    )
