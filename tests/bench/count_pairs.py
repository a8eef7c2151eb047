"""Count which syllables stand beside each other, for ``plugins/gate/language/pairs.txt``.

Run by hand, ``BULLETIN_CORPUS=FOLDER .venv/bin/python tests/bench/count_pairs.py``, when the folder
of test data has changed. It reads all Vietnamese prose of that folder (articles, headlines, event
clusters, posts) and writes counts alone: no sentence of it can be put together from them.

A pair is kept when it stands there eight times at least and four times as often as chance would
bring the two together; or four times, and fifty times as often. Slips of ``wrong_forms.py`` are
left out. It is a fragment when three of five times the same syllable follows it, or stands before
it: «bệnh ung» of «bệnh ung thư». It is strong when it stands there sixty times, and twenty times as
often as chance.
"""

from __future__ import annotations

import gzip
import html
import json
import math
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from plugins.gate.language.pairs import PAIRS_FILE  # noqa: E402
from plugins.gate.language.wrong_forms import entries  # noqa: E402
from plugins.vietnamese import is_syllable, merge_tone_style  # noqa: E402

FEWEST, FEWEST_RARE, FEWEST_STRONG, FEWEST_SYLLABLE = 8, 4, 60, 3
MORE_THAN_CHANCE, STRONG, MUCH_MORE = 4.0, 20.0, 50.0
FRAGMENT = 0.6
WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^>]+>")


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Read a file of JSON lines."""
    data = (folder / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith("gz") else data).decode("utf-8")
    yield from map(json.loads, text.splitlines())


def texts(folder: Path) -> Iterator[str]:
    """Yield the prose of the folder of test data, block by block."""
    for row in rows(folder, "articles-vietnews.jsonl.gz"):
        yield from (row["title"], row["abstract"], *row["body"], *row["captions"])
    for row in rows(folder, "headlines.jsonl.gz"):
        yield from (row["title"], row["lead"] or "")
    for row in rows(folder, "event-clusters.jsonl.gz"):
        yield from (row["title"], row["summary"] or "", *str(row["body"]).split("\n"))
    for name in ("health-centre-posts.jsonl", "health-articles-html.jsonl"):
        for row in rows(folder, name):
            yield from (html.unescape(text) for text in TAG.sub("\n", row["html"]).split("\n"))


def main() -> int:
    """Count and write."""
    corpus = os.environ.get("BULLETIN_CORPUS")
    if not corpus:
        sys.stderr.write("BULLETIN_CORPUS is not set\n")
        return 2
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    after: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    before: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts(Path(corpus)):
        plain = merge_tone_style(text)
        run: list[str] = []
        end = -1
        for match in WORD.finditer(plain):
            if plain[end : match.start()] != " ":
                run = []
            word = match[0].lower()
            single[word] += 1
            run.append(word)
            end = match.end()
            if len(run) > 1:
                pairs[run[-2], word] += 1
            if len(run) > 2:
                after[run[-3], run[-2]][word] += 1
                before[run[-2], word][run[-3]] += 1
    total = single.total()
    slips = {wrong for wrong, _, _ in entries()}
    written: defaultdict[str, list[str]] = defaultdict(list)
    for (one, other), count in sorted(pairs.items()):
        lift = count * total / (single[one] * single[other])
        usual = count >= FEWEST and lift >= MORE_THAN_CHANCE
        rare = count >= FEWEST_RARE and lift >= MUCH_MORE
        if not (usual or rare) or one == other or (one, other) in slips:
            continue
        if not (is_syllable(one) and is_syllable(other)):
            continue
        beside = (after[one, other], before[one, other])
        fragment = any(c and max(c.values()) >= FRAGMENT * count for c in beside)
        strong = count >= FEWEST_STRONG and lift >= STRONG
        written[one].append(f"{other}{'-' if fragment else ''}{f':{count}' if strong else ''}")
    lines = [
        f"{one} {count} {' '.join(written[one])}".rstrip()
        for one, count in sorted(single.items())
        if is_syllable(one) and (count >= FEWEST_SYLLABLE or one in written)
    ]
    PAIRS_FILE.write_text(f"{total}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(
        f"{total} syllables; {len(lines)} kinds, {sum(map(len, written.values()))} pairs, "
        f"{math.ceil(PAIRS_FILE.stat().st_size / 1000)} kB\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
