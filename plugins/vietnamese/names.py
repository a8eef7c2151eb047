"""People's names: capitals, and which part is the given name."""

import re
from typing import Final

from plugins.vietnamese.characters import nfc
from plugins.vietnamese.folding import fold

# An apostrophe parts the syllables of Ê Đê, Mnông and Ba Na names: H'Hen, K'Brơi.
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_VOWEL: Final = re.compile("[aeiouy]")


def title_case_name(name: str) -> str:
    """Write a name that stands in upper or lower case alone with capitals: ``Minh Hiền``.

    Every syllable of a person's name takes a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II). A
    name that has both cases was written by somebody who meant it and stays. So do initials
    (``T.B``) and abbreviations without a vowel (``PV``).

    Args:
        name: a person's name, without titles before or roles after it.

    Returns:
        The name, NFC; blanks and punctuation as they were.
    """
    name = nfc(name)
    if not name.isupper() and not name.islower():
        return name
    return nfc(_WORD.sub(_capitalise, name))


def _capitalise(match: re.Match[str]) -> str:
    word = match[0]
    if len(word) > 1 and not _VOWEL.search(fold(word)):
        return word
    return word[0].upper() + word[1:].lower()


def given_name(name: str) -> str:
    """Tell the given name, by which a person is addressed and sorted: the last syllable.

    Args:
        name: the full name in its usual order; ``Lê Hồng Trung`` gives ``Trung``.

    Returns:
        The last word, NFC; an empty string where there is none.
    """
    words = nfc(name).split()
    return words[-1] if words else ""
