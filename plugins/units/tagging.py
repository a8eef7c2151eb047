"""Which units a bulletin is about: those its header names, resolved to the registry.

Units that the text mentions are a second source of tags; they join the explicit ones, less those
that the header removes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from plugins.bulletins.mentions import Use, also_used, looks_like_id, new_entry
from plugins.bulletins.records import Bulletin, Mention
from plugins.problems import Problem, problem
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold_exact

Role = Literal["subject", "mentioned"]


@dataclass(frozen=True, slots=True)
class UnitTag:
    """A unit of a bulletin: what it is about, or what it names on the way."""

    id: str
    role: Role = "subject"


@dataclass(frozen=True, slots=True)
class Tagging:
    """The unit tags of every bulletin, by its path; what each removes; the problems found."""

    tags: Mapping[str, tuple[UnitTag, ...]]
    removed: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def tag_explicit(bulletins: Iterable[Bulletin], units: Units, *, province: str) -> Tagging:
    """Resolve the units that headers name (``units:``); ``-id`` removes a recognised one.

    A name that several units share resolves by the other units of the same bulletin (same branch,
    then same province), then by the site's province. Units of ``awards:`` are checked too.

    Args:
        bulletins: the bulletins.
        units: the registry.
        province: the site's default province, or "".

    Returns:
        The tags of every bulletin in the order of its header, and an error for each name that is
        no unit's, each id that is gone and each name that stays ambiguous.
    """
    tags: dict[str, tuple[UnitTag, ...]] = {}
    removed: dict[str, frozenset[str]] = {}
    unresolved: defaultdict[str, list[Use]] = defaultdict(list)
    problems: list[Problem] = []
    for bulletin in bulletins:
        named = [mention for mention in bulletin.units if not mention.text.startswith("-")]
        dropped = [
            Mention(mention.text[1:].strip(), mention.line, mention.column)
            for mention in bulletin.units
            if mention.text.startswith("-")
        ]
        honoured = [
            Mention(recipient.text, recipient.line, recipient.column)
            for award in bulletin.awards
            for recipient in award.recipients
            if recipient.kind == "unit"
        ]
        resolved = resolve_together(
            [mention.text for mention in (*named, *dropped, *honoured)], units, province=province
        )
        for mention in (*named, *dropped, *honoured):
            if mention.text not in resolved:
                unresolved[mention.text].append(Use(bulletin.path, mention.line, mention.column))
        subjects = dict.fromkeys(resolved[m.text] for m in named if m.text in resolved)
        gone = {resolved[m.text]: m for m in dropped if m.text in resolved}
        problems += [
            problem("unit-contradiction", bulletin.path, m.line, m.column, text=m.text)
            for identity, m in gone.items()
            if identity in subjects
        ]
        tags[bulletin.path] = tuple(UnitTag(identity) for identity in subjects)
        removed[bulletin.path] = frozenset(gone)
    problems += _problems(unresolved, units)
    return Tagging(tags, removed, tuple(sorted(problems)))


def resolve_together(texts: Iterable[str], units: Units, *, province: str) -> dict[str, str]:
    """Resolve the names of one bulletin, the clear ones helping with the shared ones.

    Args:
        texts: ids, names, short names or aliases.
        units: the registry.
        province: the site's default province, or "".

    Returns:
        The id of every text that means one unit; the others are left out.
    """
    candidates = {text: units.find(text) for text in texts}
    resolved = {text: found[0].id for text, found in candidates.items() if len(found) == 1}
    shared = {text: found for text, found in candidates.items() if len(found) > 1}
    progress = bool(shared)
    while progress:
        subjects = list(dict.fromkeys(resolved.values()))
        chosen = {
            text: unit.id
            for text, found in shared.items()
            if (unit := _choose(found, subjects, units)) is not None
        }
        resolved |= chosen
        shared = {text: found for text, found in shared.items() if text not in chosen}
        progress = bool(chosen and shared)
    for text, found in shared.items():
        unit = _only(unit for unit in found if _in(units, unit, {fold_exact(province)}))
        if unit is not None:
            resolved[text] = unit.id
    return resolved


def _choose(found: Iterable[Unit], subjects: list[str], units: Units) -> Unit | None:
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
        and (not provinces or units.province_of(unit.id) == "" or _in(units, unit, provinces))
    ]
    if len(related) == 1:
        return related[0]
    return _only(unit for unit in related or found if _in(units, unit, provinces))


def _in(units: Units, unit: Unit, provinces: set[str]) -> bool:
    """Tell whether a unit is of one of the folded provinces; one without a province never is."""
    own = fold_exact(units.province_of(unit.id))
    return bool(own) and own in provinces


def _only(found: Iterable[Unit]) -> Unit | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None


def _problems(unresolved: Mapping[str, list[Use]], units: Units) -> Iterator[Problem]:
    hints = units.hints()
    for text, uses in sorted(unresolved.items()):
        candidates = units.find(text)
        first = min(uses)
        place = first.path, first.line, first.column
        if candidates:
            yield problem(
                "unit-ambiguous",
                *place,
                text=text,
                candidates=", ".join(_described(units, unit) for unit in candidates),
                example=candidates[0].id,
                also=also_used(uses),
            )
        elif looks_like_id(text):
            yield problem(
                "unit-id-unknown", *place, text=text, hint=hints.of(text), also=also_used(uses)
            )
        else:
            example = new_entry(text, units.by_id)
            for use in uses:
                yield problem(
                    "unit-unknown",
                    use.path,
                    use.line,
                    use.column,
                    text=text,
                    hint=hints.of(text),
                    example=example,
                )


def _described(units: Units, unit: Unit) -> str:
    province = units.province_of(unit.id)
    return f"{unit.id} ({unit.name}{f', {province}' if province else ''})"
