"""The rule on what nobody sees: invisible signs inside words, letters of other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from plugins.gate.findings import Finding

CODES: Final = ("hidden-sign", "lookalike-letter", "direction-sign")

_ZERO_WIDTH: Final = (
    "\u034f\u115f\u1160\u180b-\u180f\u200b\u200c\u200d\u2060-\u2064\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# Emoji of several persons are joined by U+200D; letters are not.
_HIDDEN_SIGN: Final = re.compile(rf"(?<=[^\W_])[{_ZERO_WIDTH}]+(?=[^\W_])")
_DIRECTION: Final = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
_FOREIGN: Final = re.compile("[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1f00-\u1fff]")
# Circled, wide and mathematical letters, which look like plain ones and are read out as signs.
_STYLED: Final = re.compile(
    "[\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb\U0001f110-\U0001f189]{2,}"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Medicine writes Greek letters beside Latin ones: TNFα, IFNγ, μg, β-lactam, ΔF508.
_SCIENCE: Final = frozenset("αβγδεζηθκλμνπρστφχψωΔΣΩΓΦΨΛ")
_TECHNICAL: Final = re.compile(r"[A-Z0-9]{1,6}[αβγδεκλμωζ]{1,2}|[αβγδεκλμωΔΣΩμ][A-Za-z]{1,3}")
MOST: Final = 20


def find_hidden(text: str) -> list[Finding]:
    """Find invisible signs inside words, and words of two scripts.

    Args:
        text: a line as it stands in the file, before the reader cleans it.
    """
    return [*_hidden_signs(text), *_lookalikes(text)] if not text.isascii() else []


def _hidden_signs(text: str) -> Iterator[Finding]:
    for number, match in enumerate(_HIDDEN_SIGN.finditer(text)):
        if number == MOST:
            return
        yield Finding("hidden-sign", *match.span(), {"text": _around(text, match), **_named(match)})
    for number, match in enumerate(_DIRECTION.finditer(text)):
        if number == MOST:
            return
        values = {"text": _around(text, match), **_named(match)}
        yield Finding("direction-sign", *match.span(), values)


def _lookalikes(text: str) -> Iterator[Finding]:
    for number, match in enumerate(_STYLED.finditer(text)):
        if number == MOST:
            return
        values = {"text": match[0], "letter": match[0][0], **_named(match)}
        yield Finding("lookalike-letter", *match.span(), values)
    if not _FOREIGN.search(text):
        return
    count = 0
    for match in _WORD.finditer(text):
        word = match[0]
        foreign = _FOREIGN.search(word)
        if foreign is None or not _LATIN.search(word):
            continue
        if set(_FOREIGN.findall(word)) <= _SCIENCE and (
            _TECHNICAL.fullmatch(word) or not _is_vietnamese(word)
        ):
            continue
        start = match.start() + foreign.start()
        values = {"text": word, "letter": foreign[0], "code": f"U+{ord(foreign[0]):04X}"}
        yield Finding("lookalike-letter", start, start + 1, values)
        count += 1
        if count == MOST:
            return


def _is_vietnamese(word: str) -> bool:
    """Tell a word that would be Vietnamese from a term of science with a Greek letter."""
    return len(word) > 2 and word.islower() and not word.isascii()  # noqa: PLR2004


def _named(match: re.Match[str]) -> dict[str, str]:
    return {"code": f"U+{ord(match[0][0]):04X}"}


def _around(text: str, match: re.Match[str]) -> str:
    """Show the word around an invisible sign, the sign itself as «·»."""
    before = re.search(r"\w{0,12}$", text[max(match.start() - 12, 0) : match.start()])
    after = re.match(r"\w{0,12}", text[match.end() :])
    return f"{before[0] if before else ''}·{after[0] if after else ''}"
