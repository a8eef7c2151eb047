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
from plugins.vietnamese.letters import TONE_MARKS

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
        letter, marks = _split(character)
        small = letter.lower()
        if unicodedata.combining(letter) and secondary:  # a mark that composes with nothing
            secondary[-1] += (_mark_weight(letter),)
            continue
        primary.append(_weight(small))
        secondary.append(tuple(_mark_weight(mark) for mark in marks))
        upper.append(small != letter)
    return tuple(primary), tuple(secondary), tuple(upper)


def _split(character: str) -> tuple[str, str]:
    """Split a character into its letter (hat included) and its other marks."""
    decomposed = unicodedata.normalize("NFD", character)
    letter, marks = decomposed[0], decomposed[1:]
    for hat in _HATS:
        hatted = unicodedata.normalize("NFC", letter + hat)
        if hat in marks and hatted.lower() in _LETTERS:
            return hatted, marks.replace(hat, "", 1)
    return letter, marks


def _weight(letter: str) -> tuple[int, int]:
    if letter in _LETTERS:
        return _LATIN, _LETTERS[letter]
    rank = _CLASSES.get(unicodedata.category(letter[0])[0], _OTHER_LETTER)
    return rank, ord(letter[0])


def _mark_weight(mark: str) -> int:
    tone = TONE_MARKS.get(mark)
    return _AFTER_TONES + ord(mark) if tone is None else int(tone)
