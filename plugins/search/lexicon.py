"""The words of a period: which there are, how many items have each, and how it is written most.

With it a reader's browser chooses which of a query's words to look up, and mends a slip.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from plugins.search.postings import Numbers, counts_of
from plugins.search.terms import Packed, exact_form, number
from plugins.vietnamese import fold

MOST_WORDS = 6_000
LONGEST = 24
# A word is listed from one item in so many on: rarer ones are mostly slips themselves.
RARE_PART = 2_000


def lexicon_of(packed: Packed, tokens: Iterable[str], items: int) -> str:
    """Write the words of a period, one a line: the usual written form and a letter.

    The letter tells how many items have the word in any form: a for 1, b for 2 or 3, c for 4 to 7,
    and so on. Words stand in the order of their folded forms.

    Args:
        packed: all postings of the period, not cut down, sorted.
        tokens: the tokens of its texts, in lower case, letters only.
        items: how many items the period has.
    """
    forms, counts = counts_of(packed)
    usual: dict[str, tuple[int, str]] = {}
    totals: dict[str, dict[int, int]] = {}
    for token in sorted(tokens):
        if len(token) > LONGEST:
            continue
        folded, exact = fold(token), number(exact_form(token)) & 255
        count = _count(forms, counts, number(folded) | 1, exact)
        # Both tone styles are one form, which is counted once.
        totals.setdefault(folded, {})[exact] = count
        usual[folded] = max(usual.get(folded, (0, "")), (count, token))
    sums = {folded: sum(found.values()) for folded, found in totals.items()}
    least = max(1, items // RARE_PART)
    kept = [folded for folded, total in sums.items() if total >= least]
    kept.sort(key=lambda folded: (-sums[folded], folded))
    lines = [
        f"{usual[folded][1]} {chr(96 + sums[folded].bit_length())}"
        for folded in sorted(kept[:MOST_WORDS])
    ]
    return "\n".join(lines)


def _count(forms: Numbers, counts: NDArray[np.intp], key: int, exact: int) -> int:
    form = np.uint64(key << 8 | exact)
    place = int(np.searchsorted(forms, form))
    return int(counts[place]) if place < len(forms) and forms[place] == form else 0
