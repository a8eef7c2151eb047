"""A text as the rules of the language read it: its words, with what is no prose blanked out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from plugins.units.words import Words, compared, words_of
from plugins.vietnamese import is_syllable

# Each begins with a sign or letter that no run of others holds, so that the search stays linear.
_NO_PROSE: Final = re.compile(
    r"https?://\S+|\bwww\.\S+|(?<![^\s(])[#@][\w.-]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:vn|com|net|org|info|edu)\b"
    r"(?:/\S*)?",
    re.IGNORECASE,
)
_MAYBE: Final = re.compile(r"[@#/]|\.(?:vn|com|net|org|info|edu)\b|www", re.IGNORECASE)
_REMEMBERED: Final = 500
_SENTENCE_ENDS: Final = frozenset(".?!…:;\n")
_OPENING: Final = " \t\"'“”‘’«»(["


def listed(words: str) -> frozenset[str]:
    """Return the words of a table written as text."""
    return frozenset(words.split())


def without_addresses(text: str) -> str:
    """Blank out addresses, e-mails and hashtags with «_», so that places stay the same."""
    if not _MAYBE.search(text):
        return text
    return _NO_PROSE.sub(lambda match: "_" * len(match[0]), text)


def read(text: str) -> Words:
    """Divide a text into words; addresses, e-mails and hashtags are none.

    Words are in lower case and the old tone style; :meth:`Words.printed` gives them as they stand.
    """
    prose = without_addresses(text)
    return words_of(prose, compared(prose))


def reader() -> Callable[[str], Words]:
    """Return :func:`read` with a memory of the texts of one file, which several rules read."""
    return lru_cache(maxsize=_REMEMBERED)(read)


def opens_sentence(words: Words, index: int) -> bool:
    """Tell whether a word is the first of the text or of a sentence."""
    if index == 0:
        return True
    gap = words.gaps[index]
    if gap == " " or not any(map(str.isspace, gap)):  # «1.000» is no end
        return False
    signs = gap.strip(_OPENING)
    return bool(signs) and signs[-1] in _SENTENCE_ENDS


def joined(words: Words, index: int) -> bool:
    """Tell whether nothing but a blank stands between a word and the one before it."""
    return 0 < index < len(words.words) and words.gap(index) == " "


def is_name_like(words: Words, index: int) -> bool:
    """Tell whether a word has a capital that no sentence's beginning explains."""
    return words.is_capital(index) and not opens_sentence(words, index)


def like(printed: str, cure: str) -> str:
    """Write a cure with the capitals of what is printed."""
    if printed.isupper() and len(printed) > 1:
        return cure.upper()
    shown = cure.split(" ")
    for number, word in enumerate(printed.split()[: len(shown)]):
        if word[:1].isupper():
            shown[number] = shown[number][:1].upper() + shown[number][1:]
    return " ".join(shown)


def is_vietnamese(words: Words, index: int) -> bool:
    """Tell whether a word is spelt as a Vietnamese syllable."""
    return is_syllable(words.words[index])
