"""What peers make of the same texts. Neither reads text, so both are given tags.

Tags are made by machine, as an editor who knows the archive would choose them: the eight pairs of
syllables with the highest tf-idf of title, summary and body that stand in two texts at least. Each
peer is the real thing, in a virtual environment of its own.
"""

from __future__ import annotations

import itertools
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from related_corpus import Article

from plugins.vietnamese import fold, merge_tone_style

TAGS = 8

PELICAN = """
import json, sys
from types import SimpleNamespace
from pelican.plugins.related_posts.related_posts import add_related_posts

class Post:
    def __init__(self, number, tags):
        self.number, self.tags, self.category = number, tags, "tin"

tags = json.load(sys.stdin)
posts = [Post(number, own) for number, own in enumerate(tags)]
by_tag = {}
for post in posts:
    for tag in post.tags:
        by_tag.setdefault(tag, []).append(post)
add_related_posts(
    SimpleNamespace(settings={"RELATED_POSTS_MAX": 6}, articles=posts, drafts=[], tags=by_tag)
)
json.dump([[other.number for other in post.related_posts] for post in posts], sys.stdout)
"""

# Thresholds 0 and newer ones included: its defaults (80, without newer) leave most lists empty.
HUGO = """
baseURL = "https://example.org/"
title = "bench"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[related]
includeNewer = true
threshold = 0
toLower = true
[[related.indices]]
name = "tags"
weight = 100
"""
# An empty page would not be written.
LAYOUT = (
    "list {{ range first 6 (.Site.RegularPages.Related .) }}{{ .File.ContentBaseName }} {{ end }}"
)


def make_tags(texts: Sequence[Article], *, body: bool) -> list[list[str]]:
    """Choose the tags of each text."""
    counted = [_pairs(text, body=body) for text in texts]
    frequency = Counter(pair for counts in counted for pair in counts)
    tags = []
    for counts in counted:
        worth = {
            pair: (1 + math.log(count)) * math.log(len(texts) / frequency[pair])
            for pair, count in counts.items()
            if frequency[pair] > 1
        }
        tags.append(sorted(worth, key=lambda pair: (-worth[pair], pair))[:TAGS])
    return tags


def _pairs(text: Article, *, body: bool) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in (text.title, text.summary, *(text.paragraphs if body else ())):
        words = [word.strip(".,;:!?()\"'“”…-") for word in merge_tone_style(part).lower().split()]
        found.update(f"{a} {b}" for a, b in itertools.pairwise(words) if a and b)
    return found


def install(folder: Path, packages: Sequence[str] = ("hugo", "pelican-related-posts")) -> str:
    """Install the peers into a new virtual environment; return what went wrong, or ""."""
    made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True, check=False)
    if made.returncode:
        return "no virtual environment could be made"
    got = subprocess.run(
        [folder / "bin" / "pip", "install", "--quiet", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    return got.stderr.strip().splitlines()[-1] if got.returncode else ""


def pelican_related_posts(tags: Sequence[Sequence[str]], peers: Path) -> list[list[int]]:
    """Return the lists of pelican-related-posts: most tags in common."""
    done = subprocess.run(
        [peers / "bin" / "python", "-c", PELICAN],
        input=json.dumps(tags),
        capture_output=True,
        text=True,
        check=True,
    )
    lists: list[list[int]] = json.loads(done.stdout)
    return lists


def hugo(texts: Sequence[Article], tags: Sequence[Sequence[str]], peers: Path) -> list[list[int]]:
    """Return the lists of Hugo's ``related``: shared tags, newest first among equals."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "hugo.toml").write_text(HUGO)
        (root / "layouts" / "_default").mkdir(parents=True)
        (root / "layouts" / "_default" / "single.html").write_text(LAYOUT)
        (root / "content").mkdir()
        for number, (text, own) in enumerate(zip(texts, tags, strict=True)):
            # Its index takes tags as plain words; folded they stay as different as they were.
            header = {
                "title": fold(text.title),
                "date": text.day.isoformat(),
                "tags": list(own),
            }
            (root / "content" / f"{number}.md").write_text(json.dumps(header) + "\n")
        subprocess.run(
            [peers / "bin" / "hugo", "--source", root, "--destination", root / "out"],
            capture_output=True,
            check=True,
        )
        return [
            [
                int(name)
                for name in (root / "out" / f"{number}" / "index.html").read_text().split()[1:]
            ]
            for number in range(len(texts))
        ]
