"""Abbreviations of the office that no reader knows: «UV BTV», «TCCB»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from plugins.gate.findings import Finding
from plugins.units.words import Words

# Those that everybody reads (UBND, BHYT, TP) and names of units are not here.
OFFICE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "UV": "ủy viên",
        "BTV": "Ban Thường vụ",
        "UVBTV": "Ủy viên Ban Thường vụ",
        "BCH": "Ban Chấp hành",
        "UVBCH": "Ủy viên Ban Chấp hành",
        "UBKT": "Ủy ban Kiểm tra",
        "TCCB": "Tổ chức cán bộ",
        "KHTC": "Kế hoạch - Tài chính",
        "NVY": "Nghiệp vụ Y",
        "NVD": "Nghiệp vụ Dược",
        "QLHN": "Quản lý hành nghề",
        "TĐKT": "thi đua, khen thưởng",
        "CBCCVC": "cán bộ, công chức, viên chức",
        "VCNLĐ": "viên chức, người lao động",
        "TTHC": "thủ tục hành chính",
        "QPPL": "quy phạm pháp luật",
    }
)


def find_unexplained(texts: Sequence[Words]) -> list[tuple[int, Finding]]:
    """Find abbreviations that a bulletin does not explain (``abbreviation-unexplained``).

    One is explained by standing in brackets behind its words: «Ban Thường vụ (BTV)». In capitals
    alone every word looks like one, and in a number of a document («05/KH-TCCB») it is a code.

    Args:
        texts: the texts of the bulletin, in order.

    Returns:
        The number of the text and the finding, at the first place of each.
    """
    found: dict[str, tuple[int, Finding]] = {}
    for number, words in enumerate(texts):
        if words.text.isupper():
            continue
        for index, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
            printed = words.text[start:end]
            if printed not in OFFICE or printed in found or words.gaps[index][-1:] in {"/", "-"}:
                continue
            if words.gaps[index + 1][:1] in {"/", "-"}:
                continue
            if any(f"({printed})" in other.text for other in texts):
                continue
            values = {"text": printed, "cure": OFFICE[printed]}
            found[printed] = number, Finding("abbreviation-unexplained", start, end, values)
    return list(found.values())
