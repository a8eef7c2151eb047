"""Repair of characters that look right and are not: half-composed letters, look-alikes, blanks.

What people paste from Word, PDF and chat differs from what they see. These functions give the
text one form before anything compares, counts or prints it. Each of them returns NFC.
"""

import re
import unicodedata
from typing import Final

# Ð (Icelandic) and Ɖ (Ewe) are what old keyboards and fonts gave for Đ.
_ETH_TO_D: Final = str.maketrans("ÐðƉɖ", "ĐđĐđ")

# Only letters that the eye cannot tell apart. Greek small alpha, beta, gamma, kappa, mu and nu
# stay out: medical text writes TNFα, IFNγ and μg.
_CYRILLIC: Final = "АВЕКМНОРСТУХІЈЅҮԚԜаеорсухіјѕһԁԛԝѐё"
_CYRILLIC_AS_LATIN: Final = "ABEKMHOPCTYXIJSYQWaeopcyxijshdqwèë"
_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοόὸ"
_GREEK_AS_LATIN: Final = "ABEZHIKMNOPTYXoóò"
_LOOKALIKES: Final = str.maketrans(_CYRILLIC + _GREEK, _CYRILLIC_AS_LATIN + _GREEK_AS_LATIN)

_SUSPECT: Final = re.compile(f"[ÐðƉɖ{_CYRILLIC}{_GREEK}]")
_MARKS: Final = "\u0300-\u036f"
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*")
_LATIN_WORD: Final = re.compile(rf"[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ{_MARKS}]+")
_LATIN_LETTER: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")

_INVISIBLE: Final = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # controls of writing direction
    "\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f"  # zero width, and invisible operators
    "\ufeff"  # byte order mark
    "]+"
)

# A lone ordinary space is right already: leaving it out of the pattern keeps the scan quick.
_BLANKS: Final = re.compile(r"[^\S\r\n]{2,}|[^\S\r\n ]")


def nfc(text: str) -> str:
    """Compose the letters of a text (Unicode NFC, as TCVN 6909:2001 asks of official text).

    Args:
        text: any text; file names from macOS arrive decomposed.

    Returns:
        The same text in NFC.
    """
    return unicodedata.normalize("NFC", text)


def repair_lookalikes(text: str) -> str:
    """Give back to a Latin word the Latin letters that something else stands in for.

    ð, Ð, Ɖ and ɖ become đ and Đ everywhere. A Cyrillic or Greek letter becomes the Latin letter
    it looks like only in a word whose other letters are Latin, so a Russian word stays Russian.

    Args:
        text: any text.

    Returns:
        The repaired text, NFC.
    """
    text = nfc(text)
    if not _SUSPECT.search(text):
        return text
    return nfc(_WORD.sub(_repair_word, text.translate(_ETH_TO_D)))


def _repair_word(match: re.Match[str]) -> str:
    word = match[0]
    if not _LATIN_LETTER.search(word):
        return word
    repaired = word.translate(_LOOKALIKES)
    return repaired if _LATIN_WORD.fullmatch(repaired) else word


def strip_invisible(text: str) -> str:
    """Remove characters that show nothing: zero width, BOM, soft hyphen, direction controls.

    Inside a word they break search, comparison and the content gate without anybody seeing it.

    Args:
        text: any text.

    Returns:
        The text without them, NFC.
    """
    return nfc(_INVISIBLE.sub("", text))


def collapse_spaces(text: str) -> str:
    r"""Make one ordinary space of every run of blanks (NBSP, tab, thin and wide spaces).

    Args:
        text: any text.

    Returns:
        NFC text with the same line breaks (``\n`` and ``\r``); blanks at the ends are made
        single too, not removed.
    """
    return _BLANKS.sub(" ", nfc(text))
