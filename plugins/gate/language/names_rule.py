"""The rule of names: slips of registered names, and offices that the registry speaks against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from plugins.authors.people import Person
from plugins.bulletins.records import Bulletin
from plugins.gate.findings import Finding
from plugins.gate.language.mentioned import Mentioned, Mentions
from plugins.gate.language.offices import office_of, roles_on
from plugins.gate.language.reading import like, read
from plugins.gate.pieces import NAMES
from plugins.gate.rules import Facts, Hit, Subject
from plugins.problems.phrases import phrase
from plugins.units.registry import Units
from plugins.units.resolution import day_of
from plugins.units.words import Words
from plugins.vietnamese import fold_exact

CODES: Final = ("name-near", "name-near-person", "title-differs")
_CODE_OF: Final[Mapping[str, str]] = {"slip": "name-near", "doubt": "name-near-person"}


class NamesRule:
    """The rule; keeps the tree of names for as long as the registry stays the same."""

    def __init__(self, read_text: Callable[[str], Words] = read) -> None:
        self._read = read_text
        self._made: tuple[Facts, Mentions] | None = None

    def __call__(self, subject: Subject, facts: Facts) -> Iterator[Hit]:
        """Yield slips of names, and offices that the registry speaks against."""
        if self._made is None or self._made[0] is not facts:
            self._made = facts, Mentions(facts, self._read)
        record = subject.record
        if not isinstance(record, Bulletin):
            return
        pieces = [piece for piece in subject.pieces if piece.kind in NAMES]
        day = day_of(record)
        for mentioned in self._made[1].find([piece.text for piece in pieces], day):
            for finding in findings(mentioned, facts, day):
                yield Hit(pieces[mentioned.number], finding)


def findings(mentioned: Mentioned, facts: Facts, day: dt.date) -> Iterator[Finding]:
    """Turn what a text names into findings.

    Args:
        mentioned: a name in the text.
        facts: the registries.
        day: that of the event, by which offices are judged.
    """
    if mentioned.sureness != "exact":
        values = {
            "text": mentioned.printed,
            "cure": like_name(mentioned.printed, mentioned.cure),
            "ids": ", ".join(mentioned.ids),
        }
        yield Finding(_CODE_OF[mentioned.sureness], mentioned.start, mentioned.end, values)
    for title, verdict in mentioned.against:
        person = facts.people.by_id[mentioned.ids[0]]
        values = {
            "text": title.printed,
            "name": mentioned.printed,
            "registered": offices_on(person, day, facts.units) or phrase("no-office"),
            "reason": phrase("former-office" if verdict == "former" else "other-office"),
        }
        yield Finding("title-differs", title.start, title.end, values)


def offices_on(person: Person, day: dt.date, units: Units) -> str:
    """Return the offices of a person on a day, as staff read them: «Giám đốc Sở Y tế Hà Nội»."""
    shown = []
    for role in roles_on(person, day):
        if office_of(role):
            unit = units.by_id.get(role.unit)
            shown.append(joined_office(role.role, unit.name) if unit is not None else role.role)
    return ", ".join(shown)


def like_name(printed: str, cure: str) -> str:
    """Return the registered spelling; in capitals where the slip stands in capitals."""
    return cure.upper() if printed.isupper() else like("", cure)


def joined_office(role: str, unit: str) -> str:
    """Join an office and its unit: «Bí thư Đảng ủy», «Đảng ủy Sở Y tế» say Đảng ủy once."""
    words = role.split()
    for size in range(len(words), 0, -1):
        ending = " ".join(words[-size:])
        if fold_exact(unit).startswith(fold_exact(ending)):
            return " ".join([*words[:-size], unit])
    return f"{role} {unit}"
