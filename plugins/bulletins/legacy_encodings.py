"""Recognition of the pre-Unicode Vietnamese encodings that old Word files still carry.

Text set in a .VnTime (TCVN3) or VNI font looks right in Word and turns into «Së Y tÕ» or «Sôû Y
teá» everywhere else. It is recognised and refused, never converted: a wrong guess would change a
person's name.
"""

from __future__ import annotations

import re
from typing import Final, Literal

LegacyEncoding = Literal["TCVN3", "VNI", "windows-1258", "UTF-8 đọc sai"]

# Letters that TCVN3 puts where Latin-1 has signs or letters that Vietnamese does not use.
_TCVN3: Final = re.compile(
    "[A-Za-z][¨©ª«¬®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÓÕÖ×ØÜÞßãäåæçëîïðñóôõö÷øûüýþ\xad]|[§®][A-Za-z]"
)
_TCVN3_SURE: Final = re.compile("[A-Za-z][¨©ª«¬®µ¶·¸¹»¼½¾ÆÇËÎÏÑÖ×ØÜÞß÷\xad]|[§®][A-Za-z]")
# VNI writes a letter and its marks as two: the second of them is never a vowel of its own.
_VNI: Final = re.compile("[AEIOUYaeiouyôöÔÖ][ùøûõïÙØÛÕÏáàåãäéèúüëâêÁÀÅÃÄÉÈÚÜËÂÊ]")
_VNI_SURE: Final = re.compile("[AEIOUYaeiouyôöÔÖ][ùøûõïåäüëÙØÛÕÏÅÄÜË]|ñ[aeiouöô]|Ñ[aeiouöôAEIOU]")
_MISREAD: Final = re.compile("á[º»][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ä[\x90‘ƒ]|Æ[°¡]|Ã[\xa0-³]")
# Windows-1258 spells a tone as a mark of its own after the vowel.
_MARKS_1258: Final = re.compile("[AEIOUYaeiouyâêôăơưÂÊÔĂƠƯ][\u0300\u0301\u0303\u0309\u0323]")
_VIETNAMESE: Final = re.compile("[ăĂđĐơƠưƯĩĨũŨẠ-ỹ]")

_ENOUGH: Final = 4


def legacy_encoding_of_text(line: str) -> LegacyEncoding | None:
    """Say in which old encoding a line of readable characters was pasted.

    A line that holds any letter of real Vietnamese is never suspected: «Õ», «Ê» and «ù» are
    Vietnamese letters too, and only their company tells.

    Args:
        line: one line of text, decoded.

    Returns:
        The encoding, or None where the line is not plainly damaged.
    """
    if line.isascii():
        return None
    if len(_MISREAD.findall(line)) >= _ENOUGH:
        return "UTF-8 đọc sai"
    if _VIETNAMESE.search(line):
        return None
    tcvn3 = len(_TCVN3_SURE.findall(line))
    vni = len(_VNI_SURE.findall(line))
    if tcvn3 >= _ENOUGH and tcvn3 >= vni:
        return "TCVN3"
    if vni >= _ENOUGH:
        return "VNI"
    return None


def legacy_encoding_of_bytes(data: bytes) -> LegacyEncoding | None:
    """Guess the old encoding of bytes that are not UTF-8, for a hint to the author.

    Args:
        data: the file's bytes, or enough of them.

    Returns:
        The likeliest encoding, or None.
    """
    text = data.decode("latin-1")
    scores: dict[LegacyEncoding, int] = {
        "TCVN3": len(_TCVN3.findall(text)),
        "VNI": len(_VNI.findall(text)),
        "windows-1258": len(_MARKS_1258.findall(data.decode("cp1258", errors="replace"))),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH else None
