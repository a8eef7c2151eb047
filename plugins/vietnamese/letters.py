"""Vietnamese letters and the tones they carry.

The twelve vowel letters take one of six tones. A hat (ă â ê ô ơ ư) belongs to the letter, a
tone does not: that difference is what the whole room is built on.
"""

import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final


class Tone(IntEnum):
    """The six tones, numbered in the order of the dictionary (CLDR collation table ``vi``)."""

    NGANG = 0
    HUYEN = 1
    HOI = 2
    NGA = 3
    SAC = 4
    NANG = 5


TONE_MARKS: Final[Mapping[str, Tone]] = MappingProxyType(
    {
        "\N{COMBINING GRAVE ACCENT}": Tone.HUYEN,
        "\N{COMBINING HOOK ABOVE}": Tone.HOI,
        "\N{COMBINING TILDE}": Tone.NGA,
        "\N{COMBINING ACUTE ACCENT}": Tone.SAC,
        "\N{COMBINING DOT BELOW}": Tone.NANG,
    }
)
"""The combining mark of each tone that is written."""

PLAIN_VOWELS: Final = "aăâeêioôơuưy"
"""The twelve vowel letters without a tone, in alphabetical order."""

HATTED_VOWELS: Final = frozenset("ăâêôơư")

_TONED: Final[Mapping[tuple[str, Tone], str]] = MappingProxyType(
    {
        (letter, tone): unicodedata.normalize("NFC", letter + mark)
        for letter in PLAIN_VOWELS + PLAIN_VOWELS.upper()
        for mark, tone in (("", Tone.NGANG), *TONE_MARKS.items())
    }
)
_SPLIT: Final[Mapping[str, tuple[str, Tone]]] = MappingProxyType(
    {toned: pair for pair, toned in _TONED.items()}
)
_WITHOUT_TONES: Final = MappingProxyType(
    {ord(toned): letter for (letter, tone), toned in _TONED.items() if tone}
)

VOWELS: Final = "".join(_SPLIT)
"""All 144 vowel letters: toned and plain, lower and upper case."""

TONED_VOWELS: Final = "".join(letter for letter, (_, tone) in _SPLIT.items() if tone)
"""The 120 of them that carry a tone."""


def split_tone(letter: str) -> tuple[str, Tone]:
    """Split one NFC letter into the letter without its tone, and the tone.

    Args:
        letter: one character; ``ệ`` gives ``("ê", Tone.NANG)``.

    Returns:
        The plain letter, case kept, and the tone. A character that is no Vietnamese vowel comes
        back as it is, with ``Tone.NGANG``.
    """
    return _SPLIT.get(letter, (letter, Tone.NGANG))


def put_tone(letter: str, tone: Tone) -> str:
    """Put a tone on a vowel in place of the one it has.

    Args:
        letter: one NFC vowel letter, with or without a tone.
        tone: the tone it shall carry; ``Tone.NGANG`` takes the mark away.

    Returns:
        The letter, NFC, case kept.

    Raises:
        ValueError: the character is not a Vietnamese vowel.
    """
    if letter not in _SPLIT:
        raise ValueError(f"not a Vietnamese vowel: {letter!r}")
    return _TONED[_SPLIT[letter][0], tone]


def strip_tones(text: str) -> str:
    """Take the tones off all vowels of an NFC text; hats, đ and case stay.

    Args:
        text: NFC text; ``Được`` gives ``Đươc``.

    Returns:
        Text of the same length.
    """
    return text.translate(_WITHOUT_TONES)
