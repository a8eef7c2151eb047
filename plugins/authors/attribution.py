"""Who wrote and photographed a bulletin: names in its header, resolved to people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.authors.people import People, Person
from plugins.bulletins.mentions import Use, also_used, looks_like_id, new_entry
from plugins.bulletins.records import Bulletin
from plugins.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class Credits:
    """The ids of the people who made a bulletin, in the order in which it names them."""

    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """The credits of every bulletin, by its path, and the problems found."""

    credits: Mapping[str, Credits]
    problems: tuple[Problem, ...]


def attribute(bulletins: Iterable[Bulletin], people: People) -> Attribution:
    """Resolve the explicit authors and photographers of bulletins.

    Honoured people (``recipients: - person:``) are checked too, but are no credits.

    Args:
        bulletins: the bulletins.
        people: the registry.

    Returns:
        Credits for every bulletin, and an error for each name that is nobody's, each id that is
        gone and each name that several people share.
    """
    credits: dict[str, Credits] = {}
    unresolved: defaultdict[str, list[Use]] = defaultdict(list)
    for bulletin in bulletins:
        for text, use in _uses(bulletin):
            if len(people.find(text)) != 1:
                unresolved[text].append(use)
        credits[bulletin.path] = Credits(
            _ids(people, (mention.text for mention in bulletin.authors)),
            _ids(people, (mention.text for mention in bulletin.photographers)),
        )
    return Attribution(credits, tuple(sorted(_problems(unresolved, people))))


def _uses(bulletin: Bulletin) -> Iterator[tuple[str, Use]]:
    for mention in (*bulletin.authors, *bulletin.photographers):
        yield mention.text, Use(bulletin.path, mention.line, mention.column)
    for award in bulletin.awards:
        for recipient in award.recipients:
            if recipient.kind == "person":
                yield recipient.text, Use(bulletin.path, recipient.line, recipient.column)


def _ids(people: People, names: Iterable[str]) -> tuple[str, ...]:
    found = (people.find(name) for name in names)
    return tuple(dict.fromkeys(persons[0].id for persons in found if len(persons) == 1))


def _problems(unresolved: Mapping[str, list[Use]], people: People) -> Iterator[Problem]:
    hints = people.hints()
    for text, uses in sorted(unresolved.items()):
        candidates = people.find(text)
        first = min(uses)
        place = first.path, first.line, first.column
        if candidates:
            yield problem(
                "author-ambiguous",
                *place,
                text=text,
                candidates=", ".join(_described(person) for person in candidates),
                example=candidates[0].id,
                also=also_used(uses),
            )
        elif looks_like_id(text):
            yield problem(
                "author-id-unknown", *place, text=text, hint=hints.of(text), also=also_used(uses)
            )
        else:
            example = new_entry(text, people.by_id)
            for use in uses:
                yield problem(
                    "author-unknown",
                    use.path,
                    use.line,
                    use.column,
                    text=text,
                    hint=hints.of(text),
                    example=example,
                )


def _described(person: Person) -> str:
    role = f", {person.roles[-1].role}" if person.roles else ""
    return f"{person.id} ({person.name}{role})"
