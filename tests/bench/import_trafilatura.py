"""How trafilatura, the best-kept extractor of articles, reads the portals of the importer's tests.

    python3.11 -m venv /tmp/rival && /tmp/rival/bin/pip install trafilatura
    BULLETIN_CORPUS=… /tmp/rival/bin/python tests/bench/import_trafilatura.py

It is no dependency of the project; docs/decisions/012-importing.md has the figures. The importer
reads the same pages in ``tests/desk/importing/test_portals.py``.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import trafilatura

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.portals import MAKES, Article

ARTICLES = 30
DAY = datetime(2021, 3, 5, 9, 13)


def sentences(texts):
    """Return the sentences of texts as words without signs."""
    parts = (part for text in texts for part in re.split(r"(?<=[.!?…;:])\s+|\n", text))
    return Counter(filter(None, (" ".join(re.findall(r"\w+", part.casefold())) for part in parts)))


def articles(corpus):
    """Yield health news that have a title, an abstract and four paragraphs or more."""
    with gzip.open(corpus / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as opened:
        for line in opened:
            row = json.loads(line)
            fits = "y tế" in row["title"] + row["abstract"] and row["abstract"]
            if fits and len(row["body"]) > 3:
                body = tuple(text for text in row["body"] if len(text.split()) > 6)
                photo = (row.get("captions") or [""])[0]
                yield Article(row["title"], DAY, row["abstract"], body, photo=photo)


def main():
    """Print the counts."""
    counts = Counter()
    chosen = zip(articles(Path(os.environ["BULLETIN_CORPUS"])), range(ARTICLES), strict=False)
    for article, _ in chosen:
        for name, make in MAKES.items():
            if name.endswith(".html"):
                counts["pages"] += 1
                found = trafilatura.bare_extraction(
                    make(article), favor_recall=True, include_comments=False, with_metadata=True
                ).as_dict()
                title = (found.get("title") or "").casefold()
                counts["titles wrong"] += title != article.title.casefold()
                counts["dates wrong or empty"] += (found.get("date") or "") != f"{DAY:%Y-%m-%d}"
                meant = sentences([article.sapo, *article.paragraphs])
                there = sentences([found.get("text") or ""])
                counts["sentences"] += meant.total()
                counts["sentences lost"] += (meant - there).total()
                counts["sentences added"] += (there - meant).total()
    sys.stdout.write(f"{dict(counts)}\n")


if __name__ == "__main__":
    main()
