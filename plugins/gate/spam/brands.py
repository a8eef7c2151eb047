"""Brand names of gambling sites: a stem and «bet», or letters around a lucky number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.spam.folded import Folded
from plugins.gate.spam.words import CODES, LUCKY, NAMED, SPACED, STEMS

MOST: Final = 20
_HINTS: Final = (
    "bet",
    "win",
    "club",
    "vip",
    "casino",
    "88",
    "79",
    "99",
    "66",
    "68",
    "77",
    "86",
    "89",
)
# A word of letters and digits, or one that ends as brands do; few words of a text are either.
_WORD: Final = re.compile(
    r"(?<![a-z0-9])(?:[a-z]{1,20}\d[a-z0-9]{0,12}|\d{1,4}[a-z][a-z0-9]{1,14}"
    r"|[a-z]{1,10}(?:bet|win|club|vip))(?![a-z0-9])"
)
# A letter and two digits are a disease (W88 is one too), a lamp, a road: small letters only, and
# only those that sites go by.
_ONE_LETTER: Final = re.compile(r"[wmvk]88")
_LETTERS_NUMBER: Final = re.compile(
    rf"(?P<letters>[a-z]{{2,8}})(?P<number>{LUCKY})(?P<more>[a-z]{{0,3}})"
)
_NUMBER_SUFFIX: Final = re.compile(
    r"(?:\d{1,3}[a-z]{0,4}|[a-z]{1,4}\d{1,3})(?:bet|win|club|vip|casino)"
)
_STEM_SUFFIX: Final = re.compile(
    r"(?P<stem>[a-z]{1,8})(?P<suffix>bet|win|club|vip)(?P<number>\d{0,3})"
)
# Brands of no such shape, or written as two words; only where no letter bears a mark.
_BY_NAME: Final = re.compile(
    rf"(?<![a-z0-9])(?:(?:{'|'.join(sorted(NAMED))})\d{{0,3}}|(?:{'|'.join(sorted(SPACED))}))(?![a-z0-9])"
)
_NAME_HINTS: Final = frozenset(name[:4] for name in NAMED | SPACED)
_MARKED: Final = re.compile("[à-ỹđÀ-ỸĐ]")
_BEFORE_CODE: Final = re.compile(r"(?:so|ma|quoc lo|duong|tuyen|xe|icd|lo|bien)[\s:-]*$")


def find_brands(plain: Folded) -> list[Finding]:
    """Find brand names; plain numbers, years, codes of diseases and roads are none.

    Returns:
        ``spam-brand`` findings.
    """
    found: list[Finding] = []
    for start, end in sorted({*_by_name(plain), *_by_shape(plain)}):
        if not found or start >= found[-1].end:
            found.append(Finding("spam-brand", start, end, {"text": plain.original[start:end]}))
    return found[:MOST]


def _by_name(plain: Folded) -> Iterator[tuple[int, int]]:
    if any(hint in plain.text for hint in _NAME_HINTS):
        for match in islice(_BY_NAME.finditer(plain.text), MOST):
            start, end = plain.span(*match.span())
            if not _MARKED.search(plain.original, start, end):
                yield start, end


def _by_shape(plain: Folded) -> Iterator[tuple[int, int]]:
    if not any(hint in plain.text for hint in _HINTS):
        return
    count = 0
    for match in _WORD.finditer(plain.text):
        if not any(hint in match[0] for hint in _HINTS):
            continue
        start, end = plain.span(*match.span())
        before = plain.text[max(match.start() - 20, 0) : match.start()]
        if is_brand(match[0], plain.original[start:end]) and not _BEFORE_CODE.search(before):
            yield start, end
            count += 1
            if count == MOST:
                return


def is_brand(word: str, written: str = "") -> bool:
    """Tell whether a word has the shape of a gambling brand.

    Args:
        word: small plain letters and digits.
        written: the word as written; capital letters make codes.
    """
    if _ONE_LETTER.fullmatch(word):
        return written.islower() or not written
    match = _LETTERS_NUMBER.fullmatch(word)
    if match and not match["more"]:
        return match["letters"] not in CODES and not _is_syllabic(match["letters"], match["number"])
    if _NUMBER_SUFFIX.fullmatch(word):
        return True
    match = _STEM_SUFFIX.fullmatch(word)
    return match is not None and match["stem"] in STEMS[match["suffix"]]


def _is_syllabic(letters: str, number: str) -> bool:
    """Tell a word that a two-digit number was glued to («trang66», «covid99») from a brand.

    Only 88 and its like are what brands are made around; with other numbers the stem is short.
    """
    return number not in {"88", "888", "789", "79", "99"} and len(letters) > 3  # noqa: PLR2004
