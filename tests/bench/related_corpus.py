"""Texts for the benchmark of related lists: real ones where there are some, invented ones else.

``BULLETIN_CORPUS`` names a folder with ``event-clusters.jsonl.gz`` (news in hand-made clusters that
tell one event) and ``articles-vietnews.jsonl.gz`` (title, abstract, paragraphs).
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.related.documents import Doc

CHARACTERS = 3_000
# Of a paragraph that is used again, one syllable in so many becomes another: real bulletins repeat
# phrases, but not each other's paragraphs.
CHANGED = 6


@dataclass(frozen=True)
class Article:
    """A text of the corpus; ``cluster`` is "" where nobody has said what it belongs to."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]
    cluster: str = ""
    day: dt.date = dt.date(2020, 1, 1)


def corpus_folder() -> Path | None:
    """Return the folder of real texts, if there is one."""
    folder = Path(os.environ.get("BULLETIN_CORPUS", ""))
    return folder if folder.name and (folder / "event-clusters.jsonl.gz").is_file() else None


def clusters(folder: Path) -> list[Article]:
    """Read the news that stand in clusters."""
    with gzip.open(folder / "event-clusters.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [
        Article(
            row["title"],
            row["summary"],
            (row["body"],),
            row["cluster"],
            dt.datetime.strptime(row["time"], "%d/%m/%Y %H:%M").date(),
        )
        for row in rows
    ]


def articles(folder: Path | None) -> list[Article]:
    """Read the articles, or invent as many from syllables as frequent as those of a language."""
    if folder is None:
        return _invented(9_265)
    with gzip.open(folder / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [Article(row["title"], row["abstract"], tuple(row["body"])) for row in rows]


def as_docs(texts: Sequence[Article], *, body: bool = True, days: bool = False) -> list[Doc]:
    """Make bulletins of texts; without their days all are of one day."""
    return [
        Doc(
            path=f"{number}",
            url=f"/{number:05}/",
            day=text.day if days else dt.date(2020, 1, 1),
            title=text.title,
            summary=text.summary,
            text="\n".join(text.paragraphs) if body else "",
        )
        for number, text in enumerate(texts)
    ]


def dated(docs: Sequence[Doc]) -> list[Doc]:
    """Deal dates of twenty years in the order of the bulletins."""
    start, span = dt.date(2005, 1, 1), 20 * 365
    count = max(len(docs), 1)
    return [
        replace(doc, day=start + dt.timedelta(days=number * span // count))
        for number, doc in enumerate(docs)
    ]


def many(texts: Sequence[Article], count: int) -> list[Doc]:
    """Make so many bulletins of about 3 KB.

    The first are the articles, filled up with changed paragraphs of others; then come mixtures of
    changed paragraphs under titles of such paragraphs' first words.
    """
    chooser = random.Random(20)
    made = []
    for number in range(count):
        text = texts[number] if number < len(texts) else None
        paragraphs = list(text.paragraphs) if text else []
        while sum(map(len, paragraphs)) < CHARACTERS:
            other = chooser.choice(texts)
            if other.paragraphs:
                paragraphs.append(_changed(chooser.choice(other.paragraphs), texts, chooser))
        title = text.title if text else " ".join(paragraphs[0].split()[:12])
        summary = text.summary if text else " ".join(paragraphs[0].split()[:40])
        made.append(Article(title, summary, tuple(paragraphs)))
    return dated(as_docs(made))


def edited(doc: Doc, texts: Sequence[Article], chooser: random.Random) -> Doc:
    """Change a tenth of the syllables of a bulletin's text."""
    words = doc.text.split(" ")
    for place in chooser.sample(range(len(words)), len(words) // 10):
        words[place] = _any_word(texts, chooser)
    return replace(doc, text=" ".join(words))


def _changed(paragraph: str, texts: Sequence[Article], chooser: random.Random) -> str:
    words = paragraph.split(" ")
    for place in range(chooser.randrange(CHANGED), len(words), CHANGED):
        words[place] = _any_word(texts, chooser)
    return " ".join(words)


def _any_word(texts: Sequence[Article], chooser: random.Random) -> str:
    while not (words := chooser.choice(texts).summary.split()):
        pass
    return chooser.choice(words)


def _invented(count: int) -> list[Article]:
    chooser = random.Random(1)
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    syllables = [
        "".join(chooser.choices(letters, k=chooser.choice((2, 3, 4)))) for _ in range(6_000)
    ]
    weights = [1 / (rank + 3) for rank in range(len(syllables))]

    def text(length: int) -> str:
        return " ".join(chooser.choices(syllables, weights, k=length))

    return [
        Article(text(10), text(30), tuple(text(90) for _ in range(5)), day=dt.date(2020, 1, 1))
        for _ in range(count)
    ]
