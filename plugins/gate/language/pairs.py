"""Which syllables belong together: counts of pairs in Vietnamese prose.

``pairs.txt`` is made by ``tests/bench/count_pairs.py``: a line for each syllable with its count and
the syllables that follow it more often than chance would have it. With it a slip that is a good
syllable («phần mền», «đào đạo») shows, and two words that meet by chance («chú ý kiếm tiền») do
not look like one misspelt word.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Words of official texts that newspapers seldom use.
_OFFICIAL: Final = """
chi bộ; đảng bộ; đảng ủy; bộ phận; sơ kết; suy tôn; bình xét; khối trưởng; cụm trưởng; cụm phó
thi đua; khen thưởng; bằng khen; giấy khen; tập thể; tổ công; công đoàn; đoàn viên; chi đoàn
viên chức; công chức; nghiệp vụ; ban giám; trạm trưởng; khoa phòng; phòng khoa; dân số; hộ sinh
"""

PAIRS_FILE: Final = Path(__file__).with_name("pairs.txt")


@dataclass(frozen=True, slots=True)
class Pairs:
    """The table. Syllables are in lower case and the old tone style.

    Attributes:
        total: how many syllables were counted.
        counts: how often each stands in the prose.
        known: pairs that are usual; the value tells whether such a pair is a word or phrase of its
            own, and no mere fragment of a longer one.
        following: for a syllable, those that form a strong pair with it, behind it, with counts;
            the most frequent first.
        preceding: the same before it.
    """

    total: int
    counts: Mapping[str, int]
    known: Mapping[tuple[str, str], bool]
    following: Mapping[str, Mapping[str, int]]
    preceding: Mapping[str, Mapping[str, int]]

    def is_known(self, one: str, other: str) -> bool:
        """Tell whether two syllables usually stand together."""
        return (one, other) in self.known

    def is_word(self, one: str, other: str) -> bool:
        """Tell whether two syllables are a word or phrase, and no fragment of a longer one."""
        return self.known.get((one, other), False)

    def surprise(self, syllable: str) -> float:
        """Return how rare a syllable is: minus the logarithm of its share."""
        return math.log(self.total / (self.counts.get(syllable, 0) + 1))


def load_pairs(path: Path = PAIRS_FILE) -> Pairs:
    """Read the table; takes about a tenth of a second, so do it once."""
    counts: dict[str, int] = {}
    known: dict[tuple[str, str], bool] = {}
    following: dict[str, dict[str, int]] = {}
    preceding: dict[str, dict[str, int]] = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines[1:]:
        if not line:
            continue
        one, count, *others = line.split(" ")
        counts[one] = int(count)
        for entry in others:
            other, _, strong = entry.partition(":")
            name = other.rstrip("-")
            known[one, name] = other == name
            if strong:
                following.setdefault(one, {})[name] = int(strong)
                preceding.setdefault(name, {})[one] = int(strong)
    for pair in _OFFICIAL.replace("\n", ";").split(";"):
        one, _, other = pair.strip().partition(" ")
        known.setdefault((one, other), True)
    return Pairs(int(lines[0]), counts, known, _by_count(following), _by_count(preceding))


def _by_count(table: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Put the most frequent first, equal ones in the order of the alphabet."""
    return {
        one: dict(sorted(others.items(), key=lambda entry: (-entry[1], entry[0])))
        for one, others in table.items()
    }
