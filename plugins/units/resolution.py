"""Which of several units a shared name means: by the bulletin's other units, then by province."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from plugins.bulletins.records import Bulletin
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold_exact


def resolve_together(
    texts: Iterable[str], units: Units, *, province: str, day: dt.date
) -> dict[str, str]:
    """Resolve the names of one bulletin, the clear ones helping with the shared ones.

    Args:
        texts: ids, names, short names or aliases.
        units: the registry.
        province: the site's default province, or "".
        day: when the event took place, which tells a unit from its successor.

    Returns:
        The id of every text that means one unit; the others are left out.
    """
    candidates = {text: in_force(units.find(text), day) for text in texts}
    resolved = {text: found[0].id for text, found in candidates.items() if len(found) == 1}
    shared = {text: found for text, found in candidates.items() if len(found) > 1}
    progress = bool(shared)
    while progress:
        subjects = list(dict.fromkeys(resolved.values()))
        chosen = {
            text: unit.id
            for text, found in shared.items()
            if (unit := choose(found, subjects, units)) is not None
        }
        resolved |= chosen
        shared = {text: found for text, found in shared.items() if text not in chosen}
        progress = bool(chosen and shared)
    for text, found in shared.items():
        unit = only(unit for unit in found if is_in(units, unit, {fold_exact(province)}))
        if unit is not None:
            resolved[text] = unit.id
    return resolved


def choose(found: Iterable[Unit], subjects: Collection[str], units: Units) -> Unit | None:
    """Choose the candidate that belongs to the other units: by branch, else by province."""
    branches = {
        member
        for subject in subjects
        for member in (subject, *(unit.id for unit in units.ancestors(subject)))
    }
    provinces = {fold_exact(units.province_of(subject)) for subject in subjects} - {""}
    related = [
        unit
        for unit in found
        if (unit.id in branches or branches & {above.id for above in units.ancestors(unit.id)})
        # A ministry above everybody makes no branch of two provinces.
        and (not provinces or units.province_of(unit.id) == "" or is_in(units, unit, provinces))
    ]
    if len(related) == 1:
        return related[0]
    return only(unit for unit in related or found if is_in(units, unit, provinces))


def in_force(found: Collection[Unit], day: dt.date) -> tuple[Unit, ...]:
    """Keep the units that existed on a day; all of them when none did, or when there is one only.

    A closed unit that is printed by a name of its own alone is meant, whatever has succeeded it.
    """
    valid = tuple(
        unit
        for unit in found
        if (unit.valid_from is None or unit.valid_from <= day)
        and (unit.valid_to is None or day <= unit.valid_to)
    )
    return valid or tuple(found)


def day_of(bulletin: Bulletin) -> dt.date:
    """Return the day by which validity is judged: that of the event, else of publication."""
    event = bulletin.event
    return event.date if event is not None and event.date is not None else bulletin.date.date()


def is_in(units: Units, unit: Unit, provinces: set[str]) -> bool:
    """Tell whether a unit is of one of the folded provinces; one without a province never is."""
    own = fold_exact(units.province_of(unit.id))
    return bool(own) and own in provinces


def only(found: Iterable[Unit]) -> Unit | None:
    """Return the unit when it is the only one."""
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
