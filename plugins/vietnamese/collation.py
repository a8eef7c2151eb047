"""The order of Vietnamese words and names.

Source: CLDR collation table ``vi``. The letters a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư differ
at the first level, the tones at the second (ngang, huyền, hỏi, ngã, sắc, nặng), case at the
third; blanks come before punctuation, digits, Latin letters, other scripts. One thing is added:
``hoà`` and ``hòa`` count as one spelling at the second level, so that a list that mixes the tone
styles keeps them together.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from plugins.vietnamese.characters import nfc
from plugins.vietnamese.folding import merge_tone_style
from plugins.vietnamese.letters import TONE_MARKS, VOWELS

Primary: TypeAlias = tuple[tuple[int, int], ...]
Secondary: TypeAlias = tuple[tuple[int, ...], ...]
SortKey: TypeAlias = tuple[Primary, Secondary, tuple[bool, ...], str]
PersonSortKey: TypeAlias = tuple[tuple[tuple[Primary, Secondary], ...], SortKey]

_LETTERS: Final[Mapping[str, int]] = MappingProxyType(
    {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
)
_HATS: Final = "\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING BREVE}\N{COMBINING HORN}"
_CLASSES: Final[Mapping[str, int]] = MappingProxyType({"Z": 0, "C": 0, "P": 1, "S": 2, "N": 3})
_LATIN: Final = 4
_OTHER_LETTER: Final = 5
# Marks that are no Vietnamese tone (ü, ñ) sort after the tones.
_AFTER_TONES: Final = len(TONE_MARKS) + 1


def sort_key(text: str) -> SortKey:
    """Give the key that sorts texts in Vietnamese order.

    Args:
        text: any text, NFC or not.

    Returns:
        A key to compare with other keys of this function. The order is total: two texts have
        equal keys only where their NFC forms are the same.
    """
    text = nfc(text)
    primary, secondary, upper = _levels(text)
    return primary, secondary, upper, text


def person_sort_key(name: str) -> PersonSortKey:
    """Give the key that sorts people: given name, then surname, then middle names.

    The given name is the last syllable and the surname the first, as Vietnamese directories
    have it: ``Lê Thị Dung`` < ``Phan Minh Đan`` < ``Phạm Minh Đức``.

    Args:
        name: the full name in its usual order.

    Returns:
        A key to compare with other keys of this function; the order is total on NFC names.
    """
    words = nfc(name).split()
    parts = (" ".join(words[-1:]), " ".join(words[:-1][:1]), " ".join(words[1:-1]))
    # Case must not part two Hà, nor tone style two Hòa, before their surnames are compared.
    return tuple(_levels(part)[:2] for part in parts), sort_key(name)


def _levels(text: str) -> tuple[Primary, Secondary, tuple[bool, ...]]:
    primary: list[tuple[int, int]] = []
    secondary: list[tuple[int, ...]] = []
    upper: list[bool] = []
    for character in merge_tone_style(text):
        if primary and unicodedata.combining(character):  # it composes with no letter
            secondary[-1] += (_mark_weight(character),)
            continue
        weight, marks, is_upper = _COMMON.get(character) or _weights(character)
        primary.append(weight)
        secondary.append(marks)
        upper.append(is_upper)
    return tuple(primary), tuple(secondary), tuple(upper)


def _weights(character: str) -> tuple[tuple[int, int], tuple[int, ...], bool]:
    """Weigh one NFC character: its letter (hat included), its other marks, its case."""
    letter, marks = _split(character)
    small = letter.lower()
    if small in _LETTERS:
        weight = _LATIN, _LETTERS[small]
    else:
        kind = unicodedata.category(letter)[0]
        weight = _CLASSES.get(kind, _OTHER_LETTER), ord(small[0])
    return weight, tuple(_mark_weight(mark) for mark in marks), small != letter


def _split(character: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", character)
    letter, marks = decomposed[0], decomposed[1:]
    for hat in _HATS:
        hatted = unicodedata.normalize("NFC", letter + hat)
        if hat in marks and hatted.lower() in _LETTERS:
            return hatted, marks.replace(hat, "", 1)
    return letter, marks


def _mark_weight(mark: str) -> int:
    tone = TONE_MARKS.get(mark)
    return _AFTER_TONES + ord(mark) if tone is None else int(tone)


# Nearly every character of a Vietnamese text is one of these; weighing each anew takes five times
# as long.
_COMMON: Final = MappingProxyType(
    {
        character: _weights(character)
        for character in VOWELS + "bcdđfghjklmnpqrstvwxzBCDĐFGHJKLMNPQRSTVWXZ 0123456789"
    }
)
