"""Writes the header of an imported bulletin: its fields, and above each what needs a look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from plugins.desk.importing.article import Article, Note, stamp_text
from plugins.problems import CATALOGUE
from plugins.vietnamese import collapse_spaces

CHECK: Final = "# kiểm tra:"
SOURCE: Final = "# nhập từ:"

_PLAIN: Final = re.compile(r"[^\W\d_][^:#{}\[\],&*!|>'\"%@`\n]*(?<![\s])")
_WORDS: Final = frozenset({"true", "false", "yes", "no", "null", "on", "off", "y", "n"})
_LONGEST: Final = 480


def header_of(
    article: Article, *, slug: str, mark: str, notes: Sequence[Note], draft: bool, cover: str
) -> str:
    """Write a header with its two marker lines.

    Args:
        article: the article.
        slug: its slug.
        mark: what tells that this source has been imported, for the first comment.
        notes: what a person should look at.
        draft: it is not to be published yet.
        cover: the file of the cover, or "".
    """
    by_field: dict[str, list[Note]] = {}
    for note in notes:
        by_field.setdefault(note.field, []).append(note)
    lines = ["---", f"{SOURCE} {mark}"]
    lines += [_comment(note) for note in by_field.pop("", [])]
    for name, written in _fields(article, slug, draft=draft, cover=cover):
        lines += [_comment(note) for note in by_field.pop(name, [])]
        lines += written
    lines += [_comment(note) for left in by_field.values() for note in left]
    return "\n".join([*lines, "---", ""])


def _comment(note: Note) -> str:
    entry = CATALOGUE[note.code]
    text = entry.message.format_map({"text": _one_line(note.text)})
    return f"{CHECK} {_one_line(text)}"


def _fields(
    article: Article, slug: str, *, draft: bool, cover: str
) -> Iterator[tuple[str, list[str]]]:
    """Yield every field that is known, in the order of the schema; the required ones always."""
    yield "title", [f"title: {_text(article.title)}".rstrip()]
    if slug:
        yield "slug", [f"slug: {slug}"]
    date = stamp_text(article.date, timed=article.timed) if article.date else ""
    yield "date", [f"date: {date}".rstrip()]
    yield "category", [f"category: {article.category}"]
    for name, value in (
        ("kicker", article.kicker),
        ("subtitle", article.subtitle),
        ("summary", article.summary),
    ):
        if value:
            yield name, [f"{name}: {_text(value)}"]
    for name, values in (
        ("authors", article.authors),
        ("photographers", article.photographers),
        ("units", article.units),
    ):
        yield name, _list(name, values)
    for name, value in (("source", article.source), ("source_url", article.source_url)):
        if value:
            yield name, [f"{name}: {_text(value)}"]
    yield "origin", ["origin: imported"]
    yield "event", _event(article)
    if cover:
        yield "cover", [f"cover: {_text(cover)}"]
        if article.cover_caption:
            yield "cover_caption", [f"cover_caption: {_text(article.cover_caption)}"]
    yield "aliases", _list("aliases", article.aliases)
    if draft:
        yield "status", ["status: draft"]


def _event(article: Article) -> list[str]:
    """Write the event where the text names one; a day alone is no event."""
    if not article.event.name:
        return []
    lines = ["event:", f"  name: {_text(article.event.name)}"]
    if article.event_day is not None:
        lines.append(f"  date: {article.event_day.day.isoformat()}")
        if article.event_day.session:
            lines.append(f"  session: {article.event_day.session}")
    return lines


def _list(name: str, values: Sequence[str]) -> list[str]:
    distinct = list(dict.fromkeys(values))
    return [f"{name}:", *(f"  - {_text(value)}" for value in distinct)] if distinct else []


def _text(value: str) -> str:
    """Write a text as YAML: plain where nobody could misread it, else between double quotes."""
    value = _one_line(value)
    if not value:
        return ""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def _one_line(text: str) -> str:
    return collapse_spaces(" ".join(text.split())).strip()
