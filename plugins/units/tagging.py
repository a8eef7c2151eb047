"""Which units a bulletin is about: those its header names, and those its text mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from plugins.bulletins.mentions import Use, also_used, looks_like_id, new_entry
from plugins.bulletins.records import Bulletin, Mention
from plugins.problems import Problem, problem
from plugins.units.mentions import Mentions, UnitLink
from plugins.units.registry import Unit, Units
from plugins.units.resolution import day_of, resolve_together

Role = Literal["subject", "mentioned"]


@dataclass(frozen=True, slots=True)
class UnitTag:
    """A unit of a bulletin: what it is about, or what it names on the way."""

    id: str
    role: Role = "subject"


@dataclass(frozen=True, slots=True)
class Tagging:
    """The unit tags of every bulletin, by its path; what each removes; the problems found.

    ``links`` are the places of a body that lead to the page of a unit; ``hosts`` are the registered
    units that hold the event of a bulletin.
    """

    tags: Mapping[str, tuple[UnitTag, ...]]
    removed: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]
    links: Mapping[str, tuple[UnitLink, ...]] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict)


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
            [mention.text for mention in (*named, *dropped, *honoured)],
            units,
            province=province,
            day=day_of(bulletin),
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


def with_mentions(explicit: Tagging, mentions: Mapping[str, Mentions]) -> Tagging:
    """Join the units that texts name to those that headers name, less those that headers remove.

    Args:
        explicit: the result of :func:`tag_explicit`.
        mentions: what was found in each bulletin, by its path.
    """
    tags: dict[str, tuple[UnitTag, ...]] = {}
    links: dict[str, tuple[UnitLink, ...]] = {}
    for path, named in explicit.tags.items():
        found = mentions.get(path, Mentions())
        roles: dict[str, Role] = {tag.id: tag.role for tag in named}
        for unit in found.subjects:
            roles.setdefault(unit, "subject")
        for unit in found.others:
            roles.setdefault(unit, "mentioned")
        kept = {unit: role for unit, role in roles.items() if unit not in explicit.removed[path]}
        tags[path] = tuple(UnitTag(unit, role) for unit, role in kept.items())
        links[path] = tuple(link for link in found.links if link.unit in kept)
    hosts = {path: found.host for path, found in mentions.items() if found.host}
    return Tagging(tags, explicit.removed, explicit.problems, links, hosts)


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
