"""Which words of a byline are somebody's name, and which are a unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from plugins.authors import lexicon
from plugins.vietnamese import fold_exact, given_name, is_syllable, title_case_name

Known = Callable[[str], bool]
"""Tells whether a name is registered, or stands in the header of the bulletin."""

_LABELLED_SYLLABLES: Final = range(2, 6)
_BARE_SYLLABLES: Final = range(2, 5)
_CAPITALS_SYLLABLES: Final = range(3, 6)
_MAX_UNIT_SYLLABLES: Final = 16
_MAX_CLOSED_UNIT_SYLLABLES: Final = 12
_LONGEST_START: Final = 3

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’`.-][^\W\d_]+)*")
# H'Hen, K'Brơi, R'Com: a name of the Central Highlands.
_APOSTROPHE: Final = re.compile(r"[^\W\d_]{1,2}['’`][^\W\d_]+")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.){1,4}[^\W\d_]{1,2}\.?")
_ABBREVIATED: Final = re.compile(r"[^\W\d_]{2,6}(?:-[^\W\d_]{1,6}){0,2}")
_NOBODY: Final = frozenset(("t.ư", "tp.hcm", "q.", "v.v", "v.v."))
_REPORTER: Final = re.compile(lexicon.REPORTERS, re.IGNORECASE)
_TITLE: Final = re.compile(
    rf"(?:(?P<reporter>{lexicon.REPORTERS})|(?:{lexicon.HONORIFICS}))(?:\s*[.:]\s*|\s+|$)",
    re.IGNORECASE,
)
_STRONG_UNIT: Final = re.compile(rf"(?:{lexicon.ORGANISATIONS})(?!\w)", re.IGNORECASE)
_WEAK_UNIT: Final = re.compile(
    rf"(?:{lexicon.SHORT_ORGANISATIONS})\s+(?!(?:{lexicon.NO_UNITS})(?!\w))\w",
    re.IGNORECASE,
)
_UNIT_SIGNS: Final = frozenset(",–—(-")
_AFTER_BLANK: Final = re.compile(r"sở|phòng|khoa|trạm", re.IGNORECASE)
_UNIT_TEXT: Final = re.compile(r"[\w\s,'’()/&–-]+(?:\.HCM|\. ?Hồ Chí Minh)?[\w\s,–-]*", re.I)
# A name and a unit can open a sentence.
_TELLS: Final = re.compile(
    r"\b(?:được|đã|đang|sẽ|là|phát\s+biểu|trao|nhận|chủ\s+trì|dự|tham\s+(?:gia|dự)|cùng|tại|trong"
    r"|khai\s+mạc|bế\s+mạc|báo\s+cáo|thăm|tặng|chúc|cho|khi|vì|để|như|từ|đến|có|làm|phải|tiếp\s+tục"
    r"|khẳng\s+định|yêu\s+cầu|đề\s+nghị|khuyến\s+cáo|quyết\s+định|khiến|không|tổ\s+chức\s+(?:hội|lễ))\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a name besides its own form.

    ``labelled``: a label stands before it; ``colon``: with a colon, behind which a foreign name is
    believed; ``writer``: one that credits a writer, for photos are credited to agencies, too
    («Ảnh: AFP»); ``suffixed``: «(TH)» stands behind it.
    """

    labelled: bool = False
    colon: bool = False
    writer: bool = False
    suffixed: bool = False


def drop_titles(text: str) -> tuple[str, bool]:
    """Take degrees, forms of address and «phóng viên» from before a name.

    Args:
        text: what a byline has in the place of a name.

    Returns:
        The name, and whether a reporter's title stood before it. A reporter's title alone is the
        name: «PV».
    """
    reporter = False
    while (match := _TITLE.match(text)) and text[match.end() :].strip():
        reporter = reporter or bool(match["reporter"])
        text = text[match.end() :].strip()
    return text, reporter


def name_of(text: str, known: Known, evidence: Evidence) -> str | None:
    """Read one name of a byline.

    Args:
        text: the words, with or without titles.
        known: tells the names that are registered.
        evidence: what else says that this is a name.

    Returns:
        The name in normal capitals, initials as printed; None where the words are no name.
    """
    text = text.strip(" *_\"“”'‘’").strip()
    if known(text) and text[0].isupper():
        return title_case_name(text)
    text, reporter = drop_titles(text)
    if reporter:
        evidence = replace(evidence, labelled=True)
    if text and _is_name(text, known, evidence):
        return _as_printed(text)
    # «Ngọc Nam./.» comes here as «Ngọc Nam.»; a sentence of two words is told by its last one.
    text = text.rstrip(" .")
    sure = evidence.labelled or known(text) or is_usual(text)
    return _as_printed(text) if text and sure and _is_name(text, known, evidence) else None


def is_usual(name: str) -> bool:
    """Tell whether a name ends in a syllable with which names commonly end."""
    return fold_exact(given_name(name)) in lexicon.GIVEN_NAMES


def is_initials(text: str) -> bool:
    """Tell whether a text is initials or an abbreviation in capitals: ``T.B``, ``PBĐ-TL``."""
    return _is_dotted(text) or (text.isupper() and _ABBREVIATED.fullmatch(text) is not None)


def unit_of(text: str) -> str:
    """Return a unit as printed, without its brackets, or "" where the text is none.

    A full stop may be what is left of the end mark «./.», and the end of a sentence that begins
    with the name of a unit; so the unit before it must be short.
    """
    text = text.strip()
    if text.startswith("(") and text.rstrip(".").endswith(")"):
        text = text.rstrip(".")[1:-1].strip()
    most = _MAX_CLOSED_UNIT_SYLLABLES if text.endswith(".") else _MAX_UNIT_SYLLABLES
    text = text.rstrip(" .")
    opens = _STRONG_UNIT.match(text) or _WEAK_UNIT.match(text)
    if not opens or len(text.split()) > most or not _UNIT_TEXT.fullmatch(text):
        return ""
    return "" if _TELLS.search(text) else text


def unit_starts(text: str, *, strong: bool) -> list[int]:
    """Return where a unit may begin behind a name.

    Args:
        text: names, and maybe a unit behind them.
        strong: look for what opens a unit and nothing else («Trung tâm», «TTYT»), or for
            syllables that are part of names, too («Khoa», «Phòng»).

    Returns:
        Offsets of capitals at which a word begins. Behind a mere blank, of the syllables only the
        usual ones count: «Tây Ban Nha» is no unit.
    """
    pattern = _STRONG_UNIT if strong else _WEAK_UNIT
    return [
        at
        for at in (match.start() for match in pattern.finditer(text))
        if text[at].isupper()
        and (at == 0 or not text[at - 1].isalnum())
        and (strong or text[:at].rstrip()[-1:] in _UNIT_SIGNS or _AFTER_BLANK.match(text, at))
    ]


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a province, with or without its rank, or of a country."""
    folded = fold_exact(text.strip(" ()."))
    for rank in ("tỉnh ", "thành phố ", "tp. ", "tp.", "tp "):
        folded = folded.removeprefix(rank)
    return folded in lexicon.PLACES


def is_source(text: str) -> bool:
    """Tell whether a credit names nobody: «Internet», «tư liệu»."""
    return fold_exact(text.strip(" ().")) in lexicon.SOURCES


def is_newspaper(text: str) -> bool:
    """Tell whether a text that looks like a name is the title of a newspaper."""
    return fold_exact(text.strip(" ().")) in lexicon.NEWSPAPERS


def _capitalised(text: str) -> bool:
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _is_dotted(text: str) -> bool:
    if not _DOTTED.fullmatch(text) or fold_exact(text) in _NOBODY:
        return False
    parts = [part for part in text.split(".") if part]
    return all(part[0].isupper() for part in parts)


def _as_printed(name: str) -> str:
    if is_initials(name) or _REPORTER.fullmatch(name):
        return name
    return title_case_name(name)


def _is_name(text: str, known: Known, evidence: Evidence) -> bool:
    if _REPORTER.fullmatch(text) or known(text):
        return text[0].isupper()
    if not _capitalised(text) or _STRONG_UNIT.match(text) or is_place(text) or is_source(text):
        return False
    if _is_dotted(text):
        return True
    words = text.split()
    if not all(map(_WORD.fullmatch, words)) or _opens_no_name(words):
        return False
    if is_initials(text) and not is_syllable(text):
        return evidence.writer or evidence.suffixed
    return _counts_as_name(words, evidence)


def _counts_as_name(words: list[str], evidence: Evidence) -> bool:
    if not evidence.colon and not _is_spelt_as_one(words):
        return False
    if evidence.labelled:
        return len(words) in _LABELLED_SYLLABLES
    if " ".join(words).isupper():
        return len(words) in _CAPITALS_SYLLABLES and _has_family_name(words)
    return len(words) in _BARE_SYLLABLES


def _is_spelt_as_one(words: list[str]) -> bool:
    """Tell whether the words are Vietnamese syllables, or a name of the Central Highlands."""
    return all(map(is_syllable, words)) or any(map(_APOSTROPHE.fullmatch, words))


def _has_family_name(words: list[str]) -> bool:
    return fold_exact(words[0]) in lexicon.FAMILY_NAMES


def _opens_no_name(words: list[str]) -> bool:
    folded = [fold_exact(word) for word in words]
    if folded[0] in lexicon.NEVER_FIRST or "và" in folded or " ".join(folded) in lexicon.NO_NAMES:
        return True
    return any(" ".join(folded[:n]) in lexicon.NO_NAME_STARTS for n in range(1, _LONGEST_START + 1))
