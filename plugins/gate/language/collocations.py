"""Word forms that are a slip: «phát luật», «ý kiếm», «chuẩn đoán»."""

from __future__ import annotations

from typing import Final

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.gate.findings import Finding
from plugins.gate.language.pairs import Pairs
from plugins.gate.language.reading import joined, like
from plugins.gate.language.wrong_forms import entries
from plugins.units.words import Words

_LONGEST_BEFORE: Final = 3
"""Words of a name before the two that look like a slip."""


class WrongForms:
    """The table of slips, made once."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._forms: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for form, cure, excused in entries():
            self._forms.setdefault(form[0], []).append((form, cure, excused))
        for found in self._forms.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Words) -> list[Finding]:
        """Find slips of the table (``word-wrong``), none within another."""
        found: list[Finding] = []
        done = 0
        for index, word in enumerate(words.words):
            if index < done or word not in self._forms:
                continue
            for form, cure, excused in self._forms[word]:
                end = index + len(form)
                if words.words[index:end] == form:
                    if self._is_slip(words, index, end, excused=excused):
                        start, stop = words.starts[index], words.ends[end - 1]
                        printed = words.text[start:stop]
                        values = {"text": printed, "cure": like(printed, cure)}
                        found.append(Finding("word-wrong", start, stop, values))
                        done = end
                    break
        return found

    def _is_slip(self, words: Words, start: int, end: int, *, excused: bool) -> bool:
        if not all(joined(words, index) for index in range(start + 1, end)):
            return False
        if end - start == 1:  # «Nhửng» is a name, too
            return not words.is_capital(start) or words.printed(start).isupper()
        # «bệnh nhân Đinh Văn A»: a name begins within the form.
        capitals = [words.is_capital(index) for index in range(start, end)]
        if any(capitals[1:]) and not all(capitals):
            return False  # «Có Sở Y tế …» as well
        if all(capitals) and _is_in_name(words, start):
            return False
        before = joined(words, start) and self._pairs.is_word(
            words.words[start - 1], words.words[start]
        )
        after = joined(words, end) and self._pairs.is_word(words.words[end - 1], words.words[end])
        return not (before or after) if excused else not (before and after)


def _is_in_name(words: Words, index: int) -> bool:
    """Tell «Thường Xuyến» in «Phạm Thị Thường Xuyến» from two words."""
    first = max(index - _LONGEST_BEFORE, 0)
    for at in range(index - 1, first - 1, -1):
        if not (joined(words, at + 1) and words.is_capital(at)):
            return False
        if words.words[at] in FAMILY_NAMES and not words.printed(at).isupper():
            return True
    return False
