"""One text, one way to write: tone style, i and y, dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.reading import is_name_like
from plugins.units.words import Words
from plugins.vietnamese import to_new_style, to_old_style

# Syllables that both i and y are written in; «lí do» and «lý do» are one word.
_Y_PAIRS: Final[Mapping[str, str]] = {
    "kĩ": "kỹ",
    "sĩ": "sỹ",
    "lí": "lý",
    "mĩ": "mỹ",
    "kì": "kỳ",
    "kí": "ký",
    "tỉ": "tỷ",
    "quí": "quý",
}
_BOTH: Final = frozenset((*_Y_PAIRS, *_Y_PAIRS.values()))
_OLD_ENDINGS: Final = frozenset(
    first + second
    for firsts, seconds in (("òóỏõọ", "ae"), ("ùúủũụ", "y"))
    for first in firsts
    for second in seconds
)
_SHOWN: Final = 3
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]) - (?=[^\W\d_])")
_DASH: Final = re.compile(r"(?<=[^\W\d_]) – (?=[^\W\d_])")


def find_mixed(texts: Sequence[Words]) -> list[tuple[int, Finding]]:
    """Find what one bulletin writes in two ways.

    ``tone-style-mixed`` («khỏe» and «khoẻ») once a bulletin, at the first word of the rarer style;
    ``spelling-mixed`` («kĩ thuật» and «kỹ thuật») once for each syllable; ``dash-mixed`` («Xanh -
    Sạch – Đẹp») once for each text.

    Args:
        texts: the texts of the bulletin, in order.

    Returns:
        The number of the text and the finding.
    """
    return [*_tone_styles(texts), *_letters(texts), *_dashes(texts)]


def _tone_styles(texts: Sequence[Words]) -> list[tuple[int, Finding]]:
    places: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
    for number, words in enumerate(texts):
        for index, word in enumerate(words.words):
            # The words are in the old style already: «òa», «óe», «ủy» at their end tell.
            if word[-2:] in _OLD_ENDINGS and not is_name_like(words, index):
                printed = words.printed(index)
                is_old, is_new = to_new_style(printed) != printed, to_old_style(printed) != printed
                if is_old != is_new:
                    places[is_new].append((number, index))
    if not (places[False] and places[True]):
        return []
    newer_is_rarer = len(places[True]) <= len(places[False])
    rare, usual = places[newer_is_rarer], places[not newer_is_rarer]
    number, index = rare[0]
    words = texts[number]
    printed = words.printed(index)
    values = {
        "text": printed,
        "cure": to_old_style(printed) if newer_is_rarer else to_new_style(printed),
        "rare": _shown(texts, rare),
        "usual": _shown(texts, usual),
    }
    return [(number, Finding("tone-style-mixed", words.starts[index], words.ends[index], values))]


def _shown(texts: Sequence[Words], places: Sequence[tuple[int, int]]) -> str:
    found = dict.fromkeys(texts[number].printed(index) for number, index in places)
    return ", ".join([*found][:_SHOWN])


def _letters(texts: Sequence[Words]) -> list[tuple[int, Finding]]:
    seen: dict[str, tuple[int, int]] = {}
    counts: Counter[str] = Counter()
    for number, words in enumerate(texts):
        if _BOTH.isdisjoint(words.words):
            continue
        for index, word in enumerate(words.words):
            if word in _BOTH and not is_name_like(words, index):
                seen.setdefault(word, (number, index))
                counts[word] += 1
    found = []
    for with_i, with_y in _Y_PAIRS.items():
        if with_i in seen and with_y in seen:
            rare, usual = sorted((with_i, with_y), key=lambda word: counts[word])
            number, index = seen[rare]
            words = texts[number]
            values = {"text": words.printed(index), "other": usual}
            place = words.starts[index], words.ends[index]
            found.append((number, Finding("spelling-mixed", *place, values)))
    return found


def _dashes(texts: Sequence[Words]) -> list[tuple[int, Finding]]:
    found = []
    for number, words in enumerate(texts):
        if not (" - " in words.text and " – " in words.text):
            continue
        hyphen, dash = _HYPHEN.search(words.text), _DASH.search(words.text)
        if hyphen and dash:
            late = max(hyphen, dash, key=lambda match: match.start())
            start, end = late.start() + 1, late.end() - 1
            shown = words.text[max(start - 12, 0) : end + 12].strip()
            found.append((number, Finding("dash-mixed", start, end, {"text": shown})))
    return found
