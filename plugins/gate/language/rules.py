"""The rules of the language as the gate runs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from plugins.bulletins.records import Bulletin
from plugins.gate.findings import Finding
from plugins.gate.language import (
    abbreviations,
    dates,
    figures,
    names_rule,
    sentences,
    signs,
    styles,
)
from plugins.gate.language.capitals import Capitals, find_mixed
from plugins.gate.language.collocations import WrongForms
from plugins.gate.language.doubled import Doubled
from plugins.gate.language.names_rule import NamesRule
from plugins.gate.language.pairs import load_pairs
from plugins.gate.language.reading import read, reader
from plugins.gate.language.slips import Slips
from plugins.gate.language.spelling import Spelling
from plugins.gate.pieces import PROSE
from plugins.gate.rules import Facts, Hit, Rule, Subject
from plugins.units.resolution import day_of
from plugins.units.words import Words

CODES: Final = (
    *("word-wrong", "word-slip", "word-doubled", "mark-misplaced", "syllable-invalid"),
    *("words-glued", "capital-name", "capital-agency", "capital-after-sign", "form-mixed"),
    *(
        "spacing",
        "pair-open",
        "comma-stray",
        "sentence-long",
        "tone-style-mixed",
        "spelling-mixed",
        "dash-mixed",
    ),
    *("weekday-wrong", "date-impossible", "count-list", "percent-whole"),
    "abbreviation-unexplained",
)
TEXTS: Final = PROSE | {"alt", "event.name", "event.place"}
"""Kinds of text whose language is checked."""

_ONCE: Final = frozenset({"capital-agency"})


class LanguageRule:
    """All rules of the language in one pass, so that each text is divided into words once."""

    def __init__(self, read_text: Callable[[str], Words] = read) -> None:
        self._read = read_text
        pairs = load_pairs()
        # In this order: of two findings at one place the first is told.
        self._spelling = (
            WrongForms(pairs),
            Doubled(pairs),
            Spelling(pairs),
            Slips(pairs),
        )
        self._capitals = Capitals(pairs)

    def __call__(self, subject: Subject, _facts: Facts) -> Iterator[Hit]:
        """Yield what is found in the running texts of one bulletin or page, in no order."""
        pieces = [piece for piece in subject.pieces if piece.kind in TEXTS]
        record = subject.record
        day = day_of(record) if isinstance(record, Bulletin) else None
        texts = [self._read(piece.text) for piece in pieces]
        told: set[tuple[str, str]] = set()
        for piece, words in zip(pieces, texts, strict=True):
            for finding in self._in_text(words, piece.text, day):
                what = (finding.code, finding.values.get("cure", ""))
                if finding.code not in _ONCE or what not in told:
                    told.add(what)
                    yield Hit(piece, finding)
        whole = (styles.find_mixed, find_mixed, abbreviations.find_unexplained)
        for number, finding in (pair for find in whole for pair in find(texts)):
            yield Hit(pieces[number], finding)
        for number, finding in figures.find_lists([(p.kind, p.text) for p in pieces]):
            yield Hit(pieces[number], finding)

    def check(self, text: str) -> list[Finding]:
        """Return what is found in one text by itself, in order."""
        found = self._in_text(read(text), text, None)
        return sorted(found, key=lambda finding: (finding.start, finding.end))

    def _in_text(self, words: Words, text: str, day: dt.date | None) -> Iterator[Finding]:
        taken: list[tuple[int, int]] = []
        for rule in self._spelling:
            for finding in rule.find(words):
                if all(finding.end <= start or end <= finding.start for start, end in taken):
                    taken.append((finding.start, finding.end))
                    yield finding
        yield from self._capitals.find(words)
        yield from signs.find(text)
        yield from sentences.find(words)
        yield from dates.find(text, day)
        yield from figures.find(text)


def language_rules() -> tuple[Rule, ...]:
    """Make the rules of this room; tables are read once, here."""
    read_text = reader()
    return (
        Rule(CODES, LanguageRule(read_text)),
        Rule(names_rule.CODES, NamesRule(read_text), registry=True),
    )
