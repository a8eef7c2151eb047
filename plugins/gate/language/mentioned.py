"""Who and what a bulletin names: registered people, units and awards, and slips of their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from plugins.authors.people import Person
from plugins.gate.language.offices import Title, Verdict, contradictions, judge, titles_beside
from plugins.gate.language.reading import joined, read
from plugins.gate.language.registered import Kind, Match, RegisteredNames
from plugins.gate.rules import Facts
from plugins.units.recogniser import Found
from plugins.units.words import Words

Sureness = Literal["exact", "slip", "doubt"]

_LONGEST_PLACE: Final = 4


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A registered name in a text, or what is nearly one.

    Attributes:
        kind: of what it is the name.
        number: which of the texts it stands in; ``start`` and ``end`` are its place there.
        printed: the name as printed.
        ids: whom or what it can mean; of a slip, what was probably meant.
        cure: the registered spelling.
        sureness: ``exact``; ``slip`` where the context says that the registered one is meant;
            ``doubt`` for a name that may be somebody else's.
        titles: the offices that the text gives a person.
        against: those that the registry speaks against, and why.
    """

    kind: Kind
    number: int
    start: int
    end: int
    printed: str
    ids: tuple[str, ...]
    cure: str
    sureness: Sureness
    titles: tuple[Title, ...] = ()
    against: tuple[tuple[Title, Verdict], ...] = ()


class Mentions:
    """Finds them; made once for a registry."""

    def __init__(self, facts: Facts, read_text: Callable[[str], Words] = read) -> None:
        self._read = read_text
        self._facts = facts
        self._names = RegisteredNames(facts.people, facts.units)

    def find(self, texts: Sequence[str], day: dt.date) -> list[Mentioned]:
        """Return what a bulletin names, in the order of its texts.

        Args:
            texts: the texts of the bulletin.
            day: that of the event, else of publication: offices are facts of a day.
        """
        found: list[Mentioned] = []
        read_texts = [self._read(text) for text in texts]
        matches = [self._names.find(words) for words in read_texts]
        exact = {
            (name.kind, name.id)
            for words, listed in zip(read_texts, matches, strict=True)
            for match in listed
            if match.slip < 0 and not _goes_on(words, match)
            for name in match.names
        }
        for number, (words, listed) in enumerate(zip(read_texts, matches, strict=True)):
            here = {name.id for match in listed if match.slip < 0 for name in match.names}
            # What the recogniser knows is looked up once a text, and only where it matters.
            slips = any(match.slip >= 0 and match.names[0].kind != "person" for match in listed)
            known = self._facts.recogniser.find(words.text) if slips else []
            for match in listed:
                if match.names[0].kind == "person":
                    mentioned = self._person(number, words, match, day, exact, here)
                else:
                    mentioned = self._thing(number, words, match, known)
                if mentioned is not None:
                    found.append(mentioned)
        return found

    def _person(
        self,
        number: int,
        words: Words,
        match: Match,
        day: dt.date,
        exact: set[tuple[Kind, str]],
        here: set[str],
    ) -> Mentioned | None:
        if _goes_on(words, match):
            return None
        start, end = words.starts[match.start], words.ends[match.end - 1]
        titles = titles_beside(words.text, start, end)
        persons = [self._facts.people.by_id[name.id] for name in match.names]
        against = self._against(titles, persons, day)
        sureness: Sureness = "exact"
        if match.slip >= 0:
            meant = self._meant(titles, persons, day, exact, here)
            if meant is None:
                return None  # somebody else, of another office
            sureness, persons = meant
            against = ()
        spelling = {name.id: name.text for name in reversed(match.names)}
        return Mentioned(
            "person",
            number,
            start,
            end,
            words.text[start:end],
            tuple(dict.fromkeys(person.id for person in persons)),
            spelling[persons[0].id],
            sureness,
            tuple(titles),
            against,
        )

    def _meant(
        self,
        titles: list[Title],
        persons: list[Person],
        day: dt.date,
        exact: set[tuple[Kind, str]],
        here: set[str],
    ) -> tuple[Sureness, list[Person]] | None:
        """Judge whether a slip of a name means one of some people; None: somebody else.

        It does where the office agrees, or where the right name stands elsewhere in the bulletin.
        """
        verdicts = {
            person.id: {
                judge(title, person, day, self._unit_of, self._facts.units) for title in titles
            }
            for person in persons
        }
        agreeing = [person for person in persons if "same" in verdicts[person.id]]
        if agreeing:
            return "slip", agreeing
        if any(found & {"other", "former"} for found in verdicts.values()):
            return None
        elsewhere = [person for person in persons if ("person", person.id) in exact]
        if elsewhere and not any(person.id in here for person in persons):
            return "slip", elsewhere
        return "doubt", persons

    def _against(
        self, titles: list[Title], persons: Sequence[Person], day: dt.date
    ) -> tuple[tuple[Title, Verdict], ...]:
        """Return what speaks against all who bear the name; of two people one may be meant."""
        each = [
            contradictions(titles, person, day, self._unit_of, self._facts.units)
            for person in persons
        ]
        return () if not each or not all(each) else tuple(each[0])

    def _thing(
        self, number: int, words: Words, match: Match, known: Sequence[Found]
    ) -> Mentioned | None:
        start, end = words.starts[match.start], words.ends[match.end - 1]
        if match.slip >= 0 and self._is_another(words, match, known):
            return None
        return Mentioned(
            match.names[0].kind,
            number,
            start,
            end,
            words.text[start:end],
            tuple(dict.fromkeys(name.id for name in match.names)),
            match.names[0].text,
            "exact" if match.slip < 0 else "slip",
        )

    def _is_another(self, words: Words, match: Match, known: Sequence[Found]) -> bool:
        """Tell whether the word that differs belongs to a unit or province of its own."""
        provinces = self._facts.recogniser.gazetteer.provinces
        for size in range(2, _LONGEST_PLACE + 1):
            for first in range(match.slip - size + 1, match.slip + 1):
                if first >= match.start and tuple(words.words[first : first + size]) in provinces:
                    return True
        at = words.starts[match.slip]
        return any(place.start <= at < place.end for place in known)

    def _unit_of(self, printed: str) -> str:
        """Return the one unit that a printed title names, "" for none or several."""
        found = self._facts.recogniser.find(printed)
        units = {form.unit for place in found for form in place.forms}
        return units.pop() if len(units) == 1 else ""


def _goes_on(words: Words, match: Match) -> bool:
    """«Nguyễn Thị Hải Yến» is not «Nguyễn Thị Hải»."""
    if match.names[0].kind != "person" or words.text.isupper():
        return False
    end = match.end
    return joined(words, end) and words.is_capital(end) and not words.printed(end).isupper()
