"""Words that no Vietnamese spelling allows: misplaced marks, impossible syllables, glued words."""

from __future__ import annotations

import re
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.pairs import Pairs
from plugins.gate.language.reading import is_name_like, joined, like, listed, opens_sentence
from plugins.gate.language.slips import is_one_letter_off
from plugins.problems.phrases import phrase
from plugins.units.words import Words
from plugins.vietnamese import fold, is_syllable, repair_marks
from plugins.vietnamese.letters import VOWELS

LOANWORDS: Final = listed(
    """
    ôtô môtô xe văcxin vắcxin bêtông virút vius đôla canô êkíp êkip nilông kiốt kiôt căngtin axít
    balô ximăng iôt iốt amiăng ôxy ôxi týp môtơ băngrôn vôlăng sôcôla cactông cáctông mátxa magiê
    café sơmi bôxit capô rơmoóc rơmooc urê lôtô panô bancông míttinh mítting xìcăngđan ôxít côngtơ
    crôm glôcôm patê milimét kilômét xăngtimét sapôchê rulô hêrôin véctơ ruybăng rađa ắcquy ăngten
    xirô xinê amiđan garô lôgô điêzen alô sakê hoócmon lơxêmi ôliu nitơ atisô carô càri ghiđông kêpi
    prôtêin glucôzơ lipít xenlulôzơ cácbon hyđrô hiđrô clo phốtpho prôtit bazơ kẽm manhê natri côban
    catmi asen đioxin điôxin xêtôn phênol mêtan êtan êtanol prôpan butan ampe vônkế oát kilôoát
    êlectron prôton nơtron iôn ôxtrâylia mácma laze vitamin kháng histamin insulin cafê pêđan
    """
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WITH_SIGNS: Final = frozenset(VOWELS) - frozenset("aeiouyAEIOUY") | frozenset("đĐ")
_CAMEL: Final = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])")
_SHORTEST_GLUED: Final = 5
_LONGEST: Final = 24
"""A longer run of letters is no slip of anything, and would take long to cut."""


class Spelling:
    """The rules, with the table of pairs that tells what was meant."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs

    def find(self, words: Words) -> list[Finding]:
        """Find misplaced marks (``mark-misplaced``), ``syllable-invalid`` and ``words-glued``."""
        found: list[Finding] = []
        for index, word in enumerate(words.words):
            if word in self._pairs.counts or word.isascii():
                continue
            printed = words.printed(index)
            if len(printed) == 1:
                continue
            finding = self._judge(words, index, printed)
            if finding is not None:
                found.append(finding)
        return found

    def _judge(self, words: Words, index: int, printed: str) -> Finding | None:
        if not _is_judged(printed) or words.words[index] in LOANWORDS:
            return None
        start, end = words.starts[index], words.ends[index]
        repaired = repair_marks(printed)
        if repaired != printed:
            return Finding("mark-misplaced", start, end, {"text": printed, "cure": repaired})
        halves = _halves(printed)
        if halves and (printed[1:] != printed[1:].lower() or self._are_words(*halves)):
            values = {"text": printed, "cure": " ".join(halves)}
            return Finding("words-glued", start, end, values)
        if not self._is_foreign(words, index):
            meant = self._hint(words, index)
            hint = phrase("meant-value", name=meant) if meant else ""
            values = {"text": printed, "hint": hint}
            return Finding("syllable-invalid", start, end, values)
        return None

    def _are_words(self, one: str, other: str) -> bool:
        """Tell two Vietnamese words that run together from a foreign word that can be cut so."""
        least = 50
        counts = self._pairs.counts
        return all(counts.get(half.lower(), 0) >= least for half in (one, other))

    def _is_foreign(self, words: Words, index: int) -> bool:
        """Tell names of places and people, whose spelling is their own: «Đắk Lắk», «Búk»."""
        printed = words.printed(index)
        if printed != printed.lower() and not printed[1:].islower():
            return True
        if is_name_like(words, index):
            return True
        if words.is_capital(index) and words.is_capital(index + 1):
            return True
        if words.is_capital(index) and opens_sentence(words, index):
            return fold(printed) == printed.lower() or not self._hint(words, index)
        return False

    def _hint(self, words: Words, index: int) -> str:
        """Return the syllable that was meant, by its neighbours; "" where they do not tell."""
        written = words.words[index]
        before = words.words[index - 1] if joined(words, index) else ""
        after = words.words[index + 1] if joined(words, index + 1) else ""
        candidates = {
            **self._pairs.preceding.get(after, {}),
            **self._pairs.following.get(before, {}),
        }
        near = [
            (count, word)
            for word, count in candidates.items()
            if fold(word) == fold(written) or is_one_letter_off(word, written)
        ]
        return like(words.printed(index), max(near)[1]) if near else ""


def _is_judged(printed: str) -> bool:
    """Tell whether a word has letters of Vietnamese alone and is no syllable."""
    return (
        len(printed) <= _LONGEST
        and _LETTERS.fullmatch(printed) is not None
        and not printed.isupper()
        and any(letter in _WITH_SIGNS for letter in printed)
        and not is_syllable(printed)
    )


def _halves(printed: str) -> tuple[str, str] | None:
    """Cut a word into two syllables: where a capital stands, else where only one cut can be."""
    if len(printed) < _SHORTEST_GLUED:
        return None
    cuts = [match.start() for match in _CAMEL.finditer(printed)] or [
        at for at in range(2, len(printed) - 1) if printed == printed.lower()
    ]
    found = [
        (printed[:at], printed[at:])
        for at in cuts
        if is_syllable(printed[:at]) and is_syllable(printed[at:])
    ]
    return found[0] if len(found) == 1 else None
