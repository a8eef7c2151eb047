"""Texts with hand-made answers: the project's own bulletins, and articles and posts of others.

``tests/gold/README.md`` says what the answers mean. The texts of others are not part of the
project: they lie in the folder that ``BULLETIN_CORPUS`` names, or in ``seeds`` beside it, and are
there or not.
"""

from __future__ import annotations

import html
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from plugins.authors.people import People, load_people
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.records import Body, Bulletin
from plugins.bulletins.source import clean
from plugins.units.registry import Units, load_units

TESTS = Path(__file__).resolve().parents[1]
CONTENT = TESTS.parent / "content"
GOLD = TESTS / "gold"
OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
SEEDS_DATE = datetime(2023, 1, 1, tzinfo=UTC)
"""Where an article says nothing of its date; it lies inside the validity of what they name."""

_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "blockquote"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAK = "\x00"


@dataclass(frozen=True)
class Gold:
    """A text and the answers for it.

    ``paragraphs`` are blocks of plain text in which a line break is a newline; ``bulletin`` is the
    same text as the reader gives it, or would. ``units`` maps ids to roles. ``rest`` holds the
    other fields of the file (``evidence``, ``doubtful``, ``absent``, ``traps``, ``note``).
    """

    kind: str
    key: str
    title: str
    summary: str
    paragraphs: list[str]
    province: str
    authors: list[str]
    photographers: list[str]
    byline_unit: str | None
    byline_line: int
    units: dict[str, str]
    rest: dict[str, Any]
    bulletin: Bulletin


@dataclass(frozen=True)
class _Text:
    title: str
    summary: str
    paragraphs: list[str]
    date: datetime


def available_kinds() -> list[str]:
    """Return the gold files whose texts are at hand, «own» first; the held-out one is the last."""
    others = [kind for kind in _FILES if kind != "own" and _FILES[kind]() is not None]
    return ["own", *others]


def iter_gold(kind: str) -> Iterator[Gold]:
    """Go through the texts of a gold file that is available (``own``, ``seeds``, ``posts``…)."""
    answers = yaml.safe_load((GOLD / f"{kind}.yml").read_text(encoding="utf-8"))
    for key, fields in answers.items():
        given = dict(fields)
        bulletin, paragraphs = _own(key) if kind == "own" else _foreign(kind, str(key), given)
        yield Gold(
            kind=kind,
            key=str(key),
            title=bulletin.title,
            summary=bulletin.summary if kind != "own" or bulletin.summary_given else "",
            paragraphs=paragraphs,
            province=given.pop("province") or "",
            authors=given.pop("authors"),
            photographers=given.pop("photographers"),
            byline_unit=given.pop("byline_unit"),
            byline_line=given.pop("byline_line"),
            units=given.pop("units"),
            rest=given,
            bulletin=bulletin,
        )


@cache
def registries() -> tuple[People, Units]:
    """Return the registries of ``content/``, which the answers refer to."""
    people, people_problems = load_people((CONTENT / "people.yml").read_bytes())
    units, units_problems = load_units((CONTENT / "units.yml").read_bytes())
    assert not people_problems
    assert not units_problems
    return people, units


def paragraphs_of(markup: str) -> list[str]:
    """Return the blocks of HTML as plain text, cleaned as the reader does; ``br`` is a newline."""
    found: list[str] = []
    words: list[str] = []

    def end_block() -> None:
        lines = [clean(" ".join(line.split())) for line in "".join(words).split(_BREAK)]
        words.clear()
        if any(lines):
            found.append("\n".join(filter(None, lines)))

    def walk(node: PageElement) -> None:
        if isinstance(node, NavigableString):
            words.append(str(node))
        elif isinstance(node, Tag) and node.name == "br":
            words.append(_BREAK)
        elif isinstance(node, Tag):
            block = node.name in _BLOCKS | _HEADINGS
            if block:
                end_block()
            for child in node.children:
                walk(child)
            if block:
                end_block()

    walk(BeautifulSoup(markup, "html.parser"))
    end_block()
    return found


def _own(path: str) -> tuple[Bulletin, list[str]]:
    record = read_bulletin(path, (CONTENT / path).read_bytes(), OPTIONS).record
    assert record is not None
    return record, record.body.text.split("\n")


def _foreign(kind: str, key: str, given: dict[str, Any]) -> tuple[Bulletin, list[str]]:
    file = _FILES[kind]()
    assert file is not None
    text = _seed(file, key, given) if kind == "seeds" else _posts(file)[key]
    bulletin = Bulletin(
        path=f"bulletins/{text.date.year}/{key}.md",
        title=text.title,
        slug=f"bai-{key}",
        date=text.date,
        category="tin-hoat-dong",
        body=_body(text.paragraphs),
        summary=text.summary,
        summary_given=True,
    )
    return bulletin, text.paragraphs


def _body(paragraphs: list[str]) -> Body:
    escaped = (html.escape(block, quote=False).replace("\n", "<br>\n") for block in paragraphs)
    return Body(
        "\n".join(f"<p>{block}</p>" for block in escaped),
        "\n".join(block.replace("\n", " ") for block in paragraphs),
    )


def _seed(folder: Path, number: str, given: dict[str, Any]) -> _Text:
    (file,) = folder.glob(f"{number}_*.txt")
    lines = [clean(line).strip() for line in file.read_text(encoding="utf-8").splitlines()]
    lines = list(filter(None, lines))
    title_line, after = given.pop("title_line"), given.pop("after_byline")
    lines = lines[: len(lines) - after]
    title = lines.pop(title_line - 1) if title_line else ""
    return _Text(title, "", lines, SEEDS_DATE)


@cache
def _posts(file: Path) -> dict[str, _Text]:
    posts = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {
        str(post["id"]): _Text(
            html.unescape(post["title"]),
            " ".join(html.unescape(post["description"]).split()),
            paragraphs_of(post["html"]),
            datetime.fromisoformat(post["published"]),
        )
        for post in posts
    }


def _corpus() -> Path | None:
    folder = os.environ.get("BULLETIN_CORPUS")
    return Path(folder) if folder else None


def _seeds_folder() -> Path | None:
    corpus = _corpus()
    places = (corpus / "seeds", corpus.parent / "seeds") if corpus else ()
    return next((place for place in places if place.is_dir()), None)


def _posts_file() -> Path | None:
    corpus = _corpus()
    file = corpus / "health-centre-posts.jsonl" if corpus else None
    return file if file and file.is_file() else None


_FILES: Mapping[str, Callable[[], Path | None]] = MappingProxyType(
    {
        "own": lambda: CONTENT,
        "seeds": _seeds_folder,
        "posts": _posts_file,
        "posts-held-out": _posts_file,
    }
)
