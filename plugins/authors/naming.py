"""Which words of a byline are somebody's name, and which are a unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from plugins.authors import lexicon
from plugins.vietnamese import fold_exact, given_name, is_syllable, title_case_name

Known = Callable[[str], bool]
"""Tells whether a name is registered, or stands in the header of the bulletin."""

_LABELLED_SYLLABLES: Final = range(2, 6)
_BARE_SYLLABLES: Final = range(2, 5)
_CAPITALS_SYLLABLES: Final = range(3, 6)
_MAX_UNIT: Final = 120
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
_WEAK_UNIT: Final = re.compile(rf"(?:{lexicon.SHORT_ORGANISATIONS})\s+\w", re.IGNORECASE)
_UNIT_TEXT: Final = re.compile(r"[\w\s,'’()/&–-]+(?:\.HCM|\. ?Hồ Chí Minh)?[\w\s,–-]*", re.I)
# A name and a unit can open a sentence that lacks its full stop.
_TELLS: Final = re.compile(
    r"\b(?:được|đã|đang|sẽ|là|phát\s+biểu|trao|nhận|chủ\s+trì|dự|tham\s+(?:gia|dự)|cùng|tại|trong"
    r"|khai\s+mạc|bế\s+mạc|báo\s+cáo|thăm|tặng|chúc|cho|khi|vì|để|như|từ|đến|có)\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a name besides its own form: a label before it, a suffix behind it."""

    labelled: bool = False
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
        evidence = Evidence(labelled=True, suffixed=evidence.suffixed)
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
    """Return a unit as printed, without its brackets, or "" where the text is none."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    text = text.rstrip(" .")
    opens = _STRONG_UNIT.match(text) or _WEAK_UNIT.match(text)
    if not opens or len(text) > _MAX_UNIT or not _UNIT_TEXT.fullmatch(text):
        return ""
    if _TELLS.search(text):
        return ""
    return text


def strong_units(text: str) -> list[int]:
    """Return where a text may open the name of a unit, whatever stands before it."""
    return [m.start() for m in _STRONG_UNIT.finditer(text) if _word_begins(text, m.start())]


def weak_units(text: str) -> list[int]:
    """Return where a text may open a unit by a syllable that is part of names, too."""
    return [m.start() for m in _WEAK_UNIT.finditer(text) if _word_begins(text, m.start())]


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


def _word_begins(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


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
        return evidence.labelled or evidence.suffixed
    return _counts_as_name(words, evidence)


def _counts_as_name(words: list[str], evidence: Evidence) -> bool:
    if evidence.labelled:
        return len(words) in _LABELLED_SYLLABLES
    if any(map(_APOSTROPHE.fullmatch, words)):
        return len(words) in _BARE_SYLLABLES
    if not all(map(is_syllable, words)):
        return False
    if " ".join(words).isupper():
        return len(words) in _CAPITALS_SYLLABLES and _has_family_name(words)
    return len(words) in _BARE_SYLLABLES


def _has_family_name(words: list[str]) -> bool:
    return fold_exact(words[0]) in lexicon.FAMILY_NAMES


def _opens_no_name(words: list[str]) -> bool:
    folded = [fold_exact(word) for word in words]
    if folded[0] in lexicon.NEVER_FIRST or " ".join(folded) in lexicon.NO_NAMES:
        return True
    return any(" ".join(folded[:n]) in lexicon.NO_NAME_STARTS for n in range(1, _LONGEST_START + 1))
