"""Text in encodings from before Unicode: TCVN 5712:1993 («.Vn» fonts) and VNI, made Unicode.

A file of Word says which font a run has, and then there is nothing to guess. A page or plain text
says nothing; there a line is converted only where ``legacy_encodings`` is sure, and the article is
marked, because a wrong letter would change a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plugins.bulletins.legacy_encodings import legacy_encoding_of_text

# TCVN 5712:1993, VN3: the second column of the standard's table, as Latin-1 shows its bytes.
_VN3_LETTERS: Final = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ"
_VN3_BYTES: Final = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®¡¢£¤¥¦§"
_FROM_VN3: Final[Mapping[int, str]] = MappingProxyType(
    {ord(byte): letter for byte, letter in zip(_VN3_BYTES, _VN3_LETTERS, strict=True)}
)
# VNI writes a plain letter and behind it its marks; a few letters are one sign.
_VNI_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
        "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
        "ã": "\u0302\u0303", "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301",
        "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
    }
)  # fmt: skip
_VNI_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {"ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "ò": "ị", "Ò": "Ị", "ó": "ĩ",
     "Ó": "Ĩ", "í": "í", "ì": "ì", "æ": "ỉ", "Æ": "Ỉ", "î": "ỵ", "Î": "Ỵ"}
)  # fmt: skip
_VNI_PAIR: Final = re.compile(
    "([AEIOUYaeiouyôöÔÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])"
)


def from_vn3(text: str, *, capitals: bool = False) -> str:
    """Return text of a «.Vn» font as Unicode.

    Args:
        text: the letters as a program without the font shows them.
        capitals: the font is one of capitals («.VnTimeH»), which draws small letters large.
    """
    converted = text.translate(dict(_FROM_VN3))
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """Return text of a «VNI-» font as Unicode."""

    def pair(match: re.Match[str]) -> str:
        base = _VNI_LETTERS.get(match[1], match[1])
        return unicodedata.normalize("NFC", base + _VNI_MARKS[match[2].lower()])

    joined = _VNI_PAIR.sub(pair, text)
    return "".join(_VNI_LETTERS.get(letter, letter) for letter in joined)


def of_font(text: str, font: str) -> str:
    """Return text as Unicode by the name of its font; that of other fonts comes back as it is."""
    if font.startswith(".Vn"):
        return from_vn3(text, capitals=font.endswith("H"))
    return from_vni(text) if font.startswith("VNI-") else text


def repaired(text: str) -> tuple[str, bool]:
    """Convert the lines of a text that are plainly of an old encoding.

    Args:
        text: readable text whose font nobody knows.

    Returns:
        The text, and whether anything was converted.
    """
    lines = text.split("\n")
    # A short line gives too few signs of its own; it goes with the others.
    kinds = {kind for line in (*lines, " ".join(lines)) if (kind := legacy_encoding_of_text(line))}
    if not kinds & {"TCVN3", "VNI"}:
        return text, False
    convert = from_vn3 if "TCVN3" in kinds else from_vni
    done = [line if _is_unicode(line) else convert(line) for line in lines]
    return "\n".join(done), True


def _is_unicode(line: str) -> bool:
    return bool(re.search("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]", line))
