"""Who is honoured: recipients of awards, resolved to registered units and people.

A header says it with ids. A table in the text says it with names, as readers see them: a name
means a registered unit or person when exactly one bears it, or when the bulletin names that unit
among its own; else it stays a name. A plain ``name:`` of a header is never looked up: there the
author had the choice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from plugins.authors import lexicon
from plugins.authors.people import People
from plugins.bulletins.award_table import facts_of
from plugins.bulletins.records import Bulletin, Recipient
from plugins.problems import Problem, problem
from plugins.units.registry import Units
from plugins.units.resolution import day_of, resolve_together
from plugins.vietnamese import fold_exact

_SEVERAL: Final = 2
_MOST_NAMES: Final = 5
_COLLECTIVE: Final = re.compile(
    rf"(?:tập\s+thể|{lexicon.ORGANISATIONS})(?!\w)"
    rf"|(?:nhóm|{lexicon.SHORT_ORGANISATIONS})\s+\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Honoured:
    """A recipient: a registered unit or person with its id, or a plain name with the id ""."""

    kind: Literal["unit", "person", "name"]
    id: str
    name: str


class Resolver:
    """Resolves the recipients of one bulletin's awards."""

    def __init__(self, bulletin: Bulletin, units: Units, people: People, province: str) -> None:
        """Settle the shared names of units by the other units of the bulletin.

        Args:
            bulletin: a bulletin whose ids and names were found right.
            units: the registry of units.
            people: the registry of people.
            province: the site's default province, or "".
        """
        self._units = units
        self._people = people
        own = [mention.text for mention in bulletin.units if not mention.text.startswith("-")]
        honoured = [
            recipient.text
            for award in bulletin.awards
            for recipient in award.recipients
            if recipient.kind == "unit"
        ]
        self._resolved = resolve_together(
            [*own, *honoured], units, province=province, day=day_of(bulletin)
        )
        self._own = frozenset(self._resolved[text] for text in own if text in self._resolved)

    def __call__(self, recipient: Recipient) -> Honoured:
        """Resolve one recipient; what is not registered is a name."""
        text = recipient.text
        if recipient.kind == "unit":
            return self._unit(self._resolved.get(text, ""), text)
        if recipient.kind == "person":
            found = self._people.find(text)
            return self._person(found[0].id if len(found) == 1 else "", text)
        return self._listed(text) if recipient.kind == "listed" else Honoured("name", "", text)

    def _listed(self, text: str) -> Honoured:
        units, people = self._units.find(text), self._people.find(text)
        if not people and len(units) > 1:
            units = tuple(unit for unit in units if unit.id in self._own)
        if len(units) == 1 and not people:
            return self._unit(units[0].id, text)
        if len(people) == 1 and not units:
            return self._person(people[0].id, text)
        return Honoured("name", "", text)

    def _unit(self, identity: str, text: str) -> Honoured:
        if identity not in self._units.by_id:
            return Honoured("name", "", text)
        return Honoured("unit", identity, self._units.by_id[identity].name)

    def _person(self, identity: str, text: str) -> Honoured:
        if identity not in self._people.by_id:
            return Honoured("name", "", text)
        return Honoured("person", identity, self._people.by_id[identity].name)


def is_collective(name: str) -> bool:
    """Tell whether a plain name begins as one of a unit or group does («Khoa Nội», «Tổ số 1»)."""
    return _COLLECTIVE.match(fold_exact(name)) is not None


def check_lists(bulletins: Iterable[Bulletin], units: Units, people: People) -> Iterator[Problem]:
    """Warn of cells of award tables that hold several names between commas.

    Only semicolons part names, because names of units have commas of their own; such a cell would
    count as one.

    Args:
        bulletins: the bulletins.
        units: the registry of units.
        people: the registry of people.
    """

    def is_name(text: str) -> bool:
        return bool(units.find(text) or people.find(text))

    for bulletin in bulletins:
        for award in (*bulletin.awards, *bulletin.table_awards):
            for recipient in award.recipients:
                pieces = [piece.strip() for piece in recipient.text.split(",")]
                if recipient.kind != "listed" or len(pieces) < _SEVERAL or is_name(recipient.text):
                    continue
                if all(is_name(piece) or _is_of_a_person(piece) for piece in pieces):
                    text = recipient.text[:60]
                    yield problem("award-table-comma", bulletin.path, recipient.line, text=text)


def _is_of_a_person(text: str) -> bool:
    """Tell whether a text is a family name and one to four more, all with a capital."""
    words = text.split()
    return (
        _SEVERAL <= len(words) <= _MOST_NAMES
        and all(word[0].isupper() for word in words)
        and fold_exact(words[0]) in lexicon.FAMILY_NAMES
    )


def check_tables(bulletins: Iterable[Bulletin], units: Units, people: People) -> Iterator[Problem]:
    """Check that what header and table both say of awards is the same.

    Args:
        bulletins: the bulletins.
        units: the registry of units; a table may use any name of a unit.
        people: the registry of people, likewise.

    Yields:
        One error for each bulletin in which they differ, at the first row of the table that the
        header does not have, else at the first entry of the header that the table does not have.
    """
    for bulletin in bulletins:
        if bulletin.table_awards:
            yield from _difference(bulletin, units, people)


def _difference(bulletin: Bulletin, units: Units, people: People) -> Iterator[Problem]:
    # What each name may stand for, from the header: there it is an id.
    meant = {
        fold_exact(name): recipient.text
        for award in bulletin.awards
        for recipient in award.recipients
        for name in _names(recipient, units, people)
    }

    def key(recipient: Recipient) -> str:
        return meant.get(fold_exact(recipient.text), fold_exact(recipient.text))

    header = Counter(fact for award in bulletin.awards for fact in facts_of(award, key))
    table = Counter(fact for award in bulletin.table_awards for fact in facts_of(award, key))
    differing = [
        award.line
        for awards, others in ((bulletin.table_awards, header), (bulletin.awards, table))
        for award in awards
        if any(fact not in others for fact in facts_of(award, key))
    ]
    if header != table:
        # Two equal rows are told from one only by their number.
        line = differing[0] if differing else bulletin.table_awards[0].line
        yield problem("awards-differ", bulletin.path, line, line=bulletin.line_of("awards"))


def _names(recipient: Recipient, units: Units, people: People) -> Iterator[str]:
    """Yield every name that a table may use for a recipient of the header."""
    yield recipient.text
    if recipient.kind == "unit":
        for unit in units.find(recipient.text):
            yield from unit.names
    elif recipient.kind == "person":
        for person in people.find(recipient.text):
            yield from person.names
