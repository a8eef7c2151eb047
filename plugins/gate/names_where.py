"""Every place where a name stands, to correct it everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plugins.gate.language.registered import is_near
from plugins.gate.pieces import Piece
from plugins.gate.rules import Subject
from plugins.units.words import compared, words_of
from plugins.vietnamese import merge_tone_style

_SHOWN: Final = 30
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place of a name; ``near`` where it is one slip away, ``text`` shows it with neighbours."""

    path: str
    line: int
    column: int
    text: str
    near: bool = False


def find_name(name: str, subjects: Iterator[Subject] | list[Subject]) -> list[Hit]:
    """Find a name in files, and what is one slip from it.

    Case, blanks and the place of the tone mark do not count; letters and tones do.

    Args:
        name: the name, two syllables or more for slips to be looked for.
        subjects: the files.

    Returns:
        The places in the order of the files, each once.
    """
    wanted = tuple(words_of(name, compared(name)).words)
    found: dict[tuple[str, int, int], Hit] = {}
    if not wanted:
        return []
    for subject in subjects:
        for piece in subject.pieces:
            for start, end, near in _in_text(piece.text, wanted):
                line, column = piece.place(start)
                hit = Hit(subject.path, line, column, _around(piece, start, end), near)
                found.setdefault((subject.path, line, column), hit)
    return sorted(found.values())


def _in_text(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[int, int, bool]]:
    """Yield the places of a name: start, end, and whether it is one slip away."""
    lowered = compared(text)
    folded = lowered if lowered is not None else merge_tone_style(text.lower())
    if not any(word in folded for word in wanted):
        return
    words = words_of(text, lowered)
    size = len(wanted)
    for index in range(len(words.words) - size + 1):
        window = words.words[index : index + size]
        different = [pair for pair in zip(window, wanted, strict=True) if pair[0] != pair[1]]
        if len(different) > 1 or any(
            words.gap(at).strip(" ,.-–(&") for at in range(index + 1, index + size)
        ):
            continue
        near = bool(different)
        if near and (size < 2 or not is_near(*different[0]) or not words.is_capital(index)):  # noqa: PLR2004
            continue
        yield words.starts[index], words.ends[index + size - 1], near


def _around(piece: Piece, start: int, end: int) -> str:
    text = piece.text[max(start - _SHOWN, 0) : end + _SHOWN]
    return _BLANKS.sub(" ", text).strip()
