"""Phrases of gambling advertisements, found in whatever way they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.spam.folded import Folded, marked
from plugins.gate.spam.words import (
    BLOCKED,
    BLOCKED_WITH_MARKS,
    CALLS,
    DOUBTFUL,
    INNOCENT_AFTER,
    INNOCENT_PHRASES,
    PROMOTION,
    REPORTED,
    STORY_BEFORE,
)
from plugins.vietnamese import fold, is_syllable, merge_tone_style, repair_marks

# Whatever sign stands in a word or between two; but a comma or stop and a blank part two sentences.
_IN_WORD: Final = r"(?:[^\w\s]{1,2}|_)?"
_MARK: Final = r"(?:[^\w\s.,;:?!…()\"'“”«»]|_)"
_BETWEEN: Final = rf"(?:{_MARK}{{0,3}}\s{{0,4}}{_MARK}{{0,3}}\s{{0,2}}|[^\w\s,;:?!…]{{1,3}})"
_SPACED: Final = r"(?:[^\w]|_)"
_BEHIND: Final = r"\d{0,4}"
_LIKE: Final[Mapping[str, str]] = {
    "o": "[o0]",
    "a": "[a@4]",
    "i": "[i1!j]",
    "e": "[e3]",
    "s": "[s$5]",
}
_LEET: Final = str.maketrans("0@413$5!jk", "oaaiessiic")
_SQUEEZED: Final = bytes(_LEET.get(code, code) for code in range(256))
_SEPARATORS: Final = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz") - set(_LEET))
_OTHER_CUT: Final = re.compile(r"[a-z]*[aeiouy][a-z]-[aeiouy][a-z]+")
_NEAR: Final = 80
_NEXT_WORD: Final = re.compile(r"[\W_]{0,3}([a-z]+)")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
MOST: Final = 20
"""Findings of one code in one text; a text with more has been seen through."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases, made ready to be looked for; made once for each process."""

    blocked: re.Pattern[str] = field(default_factory=lambda: _pattern(_all_blocked()))
    keys: tuple[bytes, ...] = field(default_factory=lambda: _keys(_all_blocked()))
    doubtful: re.Pattern[str] = field(
        default_factory=lambda: re.compile(rf"\b(?:{_alternatives(DOUBTFUL)})\b")
    )
    company: re.Pattern[str] = field(
        default_factory=lambda: re.compile(rf"\b(?:{_alternatives(PROMOTION)})\b")
    )
    reported: re.Pattern[str] = field(
        default_factory=lambda: re.compile(rf"\b(?:{_alternatives(REPORTED)})\b")
    )
    calls: re.Pattern[str] = field(default_factory=lambda: re.compile(_alternatives(CALLS)))
    innocent: re.Pattern[str] = field(
        default_factory=lambda: re.compile(_alternatives(INNOCENT_PHRASES))
    )

    def may_hold(self, text: str) -> bool:
        """Tell quickly whether a folded text can hold a blocked phrase; most cannot."""
        squeezed = text.encode("ascii", "ignore").translate(_SQUEEZED, _SEPARATORS)
        return any(key in squeezed for key in self.keys)

    def may_be_doubtful(self, text: str) -> bool:
        """Tell quickly whether a text can hold a doubtful word."""
        small = text.lower()
        return any(word in small for word in DOUBTFUL)

    def find_blocked(self, plain: Folded) -> list[Finding]:
        """Find blocked phrases, in any spelling: ``spam-phrase``."""
        found: list[Finding] = []
        for match in self.blocked.finditer(plain.text):
            start, end = plain.span(*match.span())
            shown = plain.original[start:end]
            if _is_meant(match, plain.text, shown):
                found.append(Finding("spam-phrase", start, end, {"text": shown}))
                if len(found) == MOST:
                    break
        return found

    def find_doubtful(self, text: str) -> list[Finding]:
        """Find doubtful words in the company of what advertisements say: ``spam-doubtful``."""
        words = marked(text)
        if len(words) != len(text):
            return []
        found: list[Finding] = []
        innocent = [match.span() for match in self.innocent.finditer(words)]
        for match in self.doubtful.finditer(words):
            if any(start < match.end() and match.start() < end for start, end in innocent):
                continue
            near = words[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
            if all(_same(other, match[0]) for other in self.company.findall(near)):
                continue
            shown = text[match.start() : match.end()]
            found.append(Finding("spam-doubtful", *match.span(), {"text": shown}))
            if len(found) == MOST:
                break
        return found

    def calls_in(self, text: str) -> bool:
        """Tell whether a text calls on its readers to gamble, as no report does."""
        return self.calls.search(merge_tone_style(marked(text))) is not None

    def reports_in(self, text: str) -> int:
        """Count the different words of crime reports in a text."""
        words = merge_tone_style(marked(text))
        return len({match[0] for match in self.reported.finditer(words)})


def is_story(text: str, start: int) -> bool:
    """Tell whether the word before an offset makes a phrase somebody's story («thua cá độ»)."""
    before = marked(text[max(start - 20, 0) : start]).split()
    return bool(before) and before[-1] in STORY_BEFORE


def _same(first: str, second: str) -> bool:
    return first in second or second in first


def _is_meant(match: re.Match[str], text: str, shown: str) -> bool:
    """Tell a blocked phrase from everyday words of the same letters."""
    phrase = match.lastgroup or ""
    number = int(phrase[1:])
    meant = BLOCKED_WITH_MARKS[number] if phrase.startswith("m") else list(BLOCKED)[number]
    if _OTHER_CUT.fullmatch(fold(shown)) and fold(shown).split("-") != fold(meant).split():
        return False  # «nhac-ai» in an address: two other syllables
    words = " ".join(_LETTERS.findall(repair_marks(merge_tone_style(marked(shown)))))
    squeezed = "".join(words.split())
    if not phrase.startswith("m"):
        innocents = list(BLOCKED.values())[number]
        return squeezed not in {"".join(other.split()) for other in innocents}
    exact = BLOCKED_WITH_MARKS[number]
    if squeezed.isascii() or not squeezed:
        following = _NEXT_WORD.match(text, match.end())
        key = "".join(fold(exact).split())
        return following is None or following[1] not in INNOCENT_AFTER.get(key, frozenset())
    # Half marked words («nhà cai», «cá cuoc») are what a filter is dodged with; other marks are
    # other words («cả cuộc», «nhà cải»).
    rights = exact.split()
    parts = words.split()
    if len(parts) != len(rights):
        return squeezed in {"".join(rights), "".join(fold(exact).split())}
    return all(
        part in {right, fold(right)} or not is_syllable(part)
        for part, right in zip(parts, rights, strict=True)
    ) and (words == exact or " ".join(parts) not in _OTHER_WORDS)


_OTHER_WORDS: Final = frozenset({"nhà cai", "ca cược", "nha cái"})


def _all_blocked() -> Iterator[tuple[str, str]]:
    for number, phrase in enumerate(BLOCKED):
        yield f"a{number}", phrase
    for number, phrase in enumerate(BLOCKED_WITH_MARKS):
        yield f"m{number}", phrase


def _pattern(phrases: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    parts = []
    for name, phrase in sorted(phrases, key=lambda pair: -len(pair[1])):
        syllables = fold(phrase).split()
        joined = _BETWEEN.join(_IN_WORD.join(_letters_of(syllable)) for syllable in syllables)
        spaced = _SPACED.join(_letters_of("".join(syllables)))
        parts.append(f"(?P<{name}>{joined}|{spaced})")
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(parts)}){_BEHIND}(?![a-z0-9])")


def _keys(phrases: Iterable[tuple[str, str]]) -> tuple[bytes, ...]:
    squeezed = {"".join(fold(phrase).split()).translate(_LEET) for _, phrase in phrases}
    return tuple(sorted(key.encode() for key in squeezed))


def _letters_of(syllables: str) -> Iterator[str]:
    for letter, following in zip(syllables, f"{syllables[1:]} ", strict=True):
        # «kái», «kược»: as young people write; «sik-bo» is a name.
        is_hard = letter == "c" and following in "aou"
        yield "[ck]" if is_hard else _LIKE.get(letter, re.escape(letter))


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
