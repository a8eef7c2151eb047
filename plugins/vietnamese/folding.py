"""Folding: which spellings count as the same.

Three strengths. ``merge_tone_style`` merges what no reader tells apart; ``fold_exact`` merges case
as well and is how names are compared; ``fold`` drops tones and hats and is for search and slugs.
Never decide identity with ``fold``: «Hùng» and «Hưng» are two people.
"""

import unicodedata
from typing import Final

from plugins.vietnamese.characters import nfc
from plugins.vietnamese.tones import to_old_style

_COMBINING_MARKS: Final = range(0x0300, 0x0370)
_ACCENTED_LATIN: Final = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))


def _bare_latin() -> dict[int, str | None]:
    bare: dict[int, str | None] = dict.fromkeys(_COMBINING_MARKS)
    for block in _ACCENTED_LATIN:
        for code in block:
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base.isascii():
                bare[code] = base.lower()
    bare[ord("đ")] = "d"
    return bare


_BARE_LATIN: Final = _bare_latin()


def merge_tone_style(text: str) -> str:
    """Write a text in the one tone style of this site's comparisons, the old one.

    Args:
        text: any text; ``Uỷ ban`` and ``Ủy ban`` give ``Ủy ban``.

    Returns:
        NFC text; letters, tones, case and blanks are kept. An NFC text keeps its length, so
        positions found in the result are positions in the original.
    """
    return to_old_style(text)


def fold_exact(text: str) -> str:
    """Reduce a name to what makes it the same name: letters and tones.

    Args:
        text: a name; ``SỞ  Y TẾ`` and ``Sở Y tế`` give ``sở y tế``.

    Returns:
        NFC text, casefolded, old tone style, single blanks, none at the ends. ``Hùng`` and
        ``Hưng``, ``Hà`` and ``Hạ`` stay different.
    """
    return " ".join(merge_tone_style(_casefold(text)).split())


def fold(text: str) -> str:
    """Drop tones, hats and case, as people type who search: ``Đảng ủy`` → ``dang uy``.

    Args:
        text: any text.

    Returns:
        NFC text, casefolded, đ as d, Latin letters without any mark (é and ü as well); other
        characters and blanks are kept.
    """
    return _casefold(text).translate(_BARE_LATIN)


def _casefold(text: str) -> str:
    folded = nfc(text).casefold()
    if unicodedata.is_normalized("NFC", folded):
        return folded
    # A few Greek and Armenian letters fold to a letter and a mark, which compose anew.
    return nfc(nfc(folded).casefold())
