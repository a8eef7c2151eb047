"""What readers type: titles, rare words, names typed carelessly. Always the same for one corpus."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.authors.people import People
from plugins.bulletins.categories import CATEGORIES
from plugins.search.documents import SearchDoc
from plugins.search.names import short_forms
from plugins.units.registry import Units
from plugins.vietnamese import fold, merge_tone_style

TITLES = 300
NAMES = 100
LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Question:
    """A query, and the addresses of which one is to come among the first."""

    text: str
    right: frozenset[str]


def bulletins(docs: Sequence[SearchDoc]) -> list[SearchDoc]:
    """Return the bulletins among items."""
    kinds = {choice.id for choice in CATEGORIES.choices}
    return [doc for doc in docs if doc.kind in kinds]


def titles(docs: Sequence[SearchDoc], *, accents: bool) -> list[Question]:
    """Choose titles: as they are, or without accents and đ. Items of one title are one answer."""
    same: dict[str, set[str]] = {}
    for doc in docs:
        same.setdefault(_key(doc.title, accents=accents), set()).add(doc.url)
    chosen = random.Random(3).sample(bulletins(docs), TITLES)
    return [
        Question(
            doc.title if accents else fold(doc.title),
            frozenset(same[_key(doc.title, accents=accents)]),
        )
        for doc in chosen
    ]


def _key(title: str, *, accents: bool) -> str:
    return merge_tone_style(title).casefold() if accents else fold(title)


def rare_words(docs: Sequence[SearchDoc], lexicon: frozenset[str]) -> Iterator[Question]:
    """Choose two rare words of bodies, half of them syllables, half words of two syllables.

    Rare is what up to 40 bulletins have; what one has alone is mostly a slip of the pen, and is
    left out. All bulletins that have both words are right.
    """
    texts = bulletins(docs)
    words = [_words(doc.body, lexicon) for doc in texts]
    for kind in (0, 1):
        counts = Counter(word for found in words for word in found[kind])
        holders: dict[str, set[str]] = {}
        for doc, found in zip(texts, words, strict=True):
            for word in found[kind]:
                if counts[word] <= 40:
                    holders.setdefault(word, set()).add(doc.url)
        chooser = random.Random(5)
        order = chooser.sample(range(len(texts)), len(texts))
        made = 0
        for place in order:
            rare = sorted(word for word in words[place][kind] if 2 <= counts[word] <= 40)
            if len(rare) >= 2:
                first, second = chooser.sample(rare, 2)
                yield Question(f"{first} {second}", frozenset(holders[first] & holders[second]))
                made += 1
            if made == TITLES // 2:
                break


def _words(text: str, lexicon: frozenset[str]) -> tuple[set[str], set[str]]:
    """Return the syllables of a text, and its words of two syllables, in lower case."""
    syllables = text.lower().split()
    plain = {word for word in syllables if word.isalpha() and len(word) > 1}
    pairs = (f"{left} {right}" for left, right in pairwise(syllables))
    return plain, {pair for pair in pairs if pair in lexicon}


def careless_names(units: Units, people: People) -> list[Question]:
    """Type names of units and people without accents; a third shortened, a third with a slip.

    What several of them are called is right with each of them.
    """
    chooser = random.Random(11)
    called: dict[str, set[str]] = {}
    for url, names in _entries(units, people):
        for name in names:
            called.setdefault(fold(name), set()).add(url)
    every = sorted(called)
    found = []
    for number, name in enumerate(chooser.sample(every, min(NAMES, len(every)))):
        text = (_bare, _shortened, _slipped)[number % 3](name, chooser)
        found.append(Question(text, frozenset(called[name])))
    return found


def _entries(units: Units, people: People) -> Iterator[tuple[str, tuple[str, ...]]]:
    for unit in units:
        yield f"/don-vi/{unit.id}/", unit.names
    for person in people:
        yield f"/tac-gia/{person.id}/", person.names


def _bare(name: str, _chooser: random.Random) -> str:
    return name


def _shortened(name: str, chooser: random.Random) -> str:
    """Write the first words that have a short form by it; a name without any gets a slip."""
    for short, full in sorted(short_forms(), key=lambda pair: -len(pair[1])):
        if f" {full} " in f" {name} " and len(short) > 1:
            return f" {name} ".replace(f" {full} ", f" {short} ", 1).strip()
    return _slipped(name, chooser)


def _slipped(name: str, chooser: random.Random) -> str:
    """Leave a letter out, double one, put a wrong one, or swap two, in a word of three or more."""
    places = [
        at
        for at in range(1, len(name) - 1)
        if name[at - 1 : at + 2].isalpha() and name[at] != name[at + 1]
    ]
    at = chooser.choice(places)
    return chooser.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + chooser.choice(LETTERS) + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )
