"""Sentences that nobody can follow by ear."""

from __future__ import annotations

import re
from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.reading import opens_sentence
from plugins.units.words import Words

LONGEST: Final = 90
_END: Final = re.compile(r"[.?!…;\n]")
_NO_ENDS: Final = frozenset({" ", ", ", " - ", "-", "/"})
_SHOWN: Final = 6


def find(words: Words) -> list[Finding]:
    """Find sentences of more than 90 syllables (``sentence-long``).

    A semicolon parts what is read as one list, so it counts as an end; figures and signs do not
    count as syllables.
    """
    found: list[Finding] = []
    if len(words.words) <= LONGEST:
        return found
    start = 0
    for index, gap in enumerate(words.gaps):
        last = index == len(words.words)
        ends = gap not in _NO_ENDS and opens_sentence(words, index) and _END.search(gap)
        if not last and (index == 0 or not ends):
            continue
        if index - start > LONGEST:
            count = sum(word[0].isalpha() for word in words.words[start:index])
            if count > LONGEST:
                shown = words.run(start, start + _SHOWN)
                values = {"text": f"{shown} …", "count": str(count)}
                place = words.starts[start], words.ends[index - 1]
                found.append(Finding("sentence-long", *place, values))
        start = index
    return found
