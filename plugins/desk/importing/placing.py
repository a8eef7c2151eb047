"""Turns an article into a bulletin's file, checks it as a build would, and puts it in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from plugins.bulletins.reading import Outcome, ReadOptions, read_bulletin
from plugins.bulletins.records import Bulletin
from plugins.desk.importing.article import Article, Note
from plugins.desk.importing.blocks import Block, Photo, Run
from plugins.desk.importing.events import NO_EVENT, FoundEvent
from plugins.desk.importing.header_text import header_of
from plugins.desk.importing.markdown import body_of
from plugins.desk.importing.photos import Sources, fit
from plugins.desk.importing.shelf import Shelf, write_whole
from plugins.gate.examination import find_all, subject_of
from plugins.gate.rules import Facts, Rule
from plugins.problems import CATALOGUE, errors
from plugins.vietnamese import slugify

_SUMMARY: Final = 1_000
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>?")
_ENTITY: Final = re.compile(r"&(?=(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});)")
_LESS: Final = re.compile(r"<(?=[A-Za-z/!?])")
_TITLE: Final = 480
_WORDS_OF_SLUG: Final = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """What placing works with: the rules of safety, what they know, how files are read."""

    facts: Facts
    rules: tuple[Rule, ...]
    options: ReadOptions
    now: datetime


@dataclass(slots=True)
class Placed:
    """What became of an article: its file, what to look at, or why nothing was written."""

    path: Path | None = None
    notes: list[Note] = field(default_factory=list)
    photos: int = 0


def place(article: Article, mark: str, sources: Sources, shelf: Shelf, desk: Desk) -> Placed:
    """Write an article and its photos into the folder.

    Args:
        article: the article.
        mark: name and digest of its source.
        sources: where its photos may be.
        shelf: the folder.
        desk: how the file is checked.

    Raises:
        OSError: the folder cannot be written to.
    """
    article = _fitting(article, shelf)
    year = str(article.year or desk.now.year)
    wanted = slugify(article.slug or article.title or _first_words(article), 80) or "tin-nhap"
    slug = shelf.free_slug(year, wanted)
    placed = Placed(notes=list(article.notes))
    if slug != wanted:
        placed.notes.append(Note("import-same-title", "slug", f"{year}/{wanted}.md"))
    names, files = _photos(article, slug, sources, placed)
    cover, cover_file = _cover(article, slug, sources, files)
    path = f"bulletins/{year}/{slug}.md"
    draft = article.draft or not article.title or article.date is None

    def written(version: Article, *, as_draft: bool) -> str:
        header = header_of(
            version, slug=slug, mark=mark, notes=placed.notes, draft=as_draft, cover=cover
        )
        return f"{header}\n{body_of(version.body, names)}"

    text = written(article, as_draft=draft)
    outcome = read_bulletin(path, text.encode(), desk.options)
    if errors(outcome.problems):
        found = errors(outcome.problems)[0]
        placed.notes.append(Note("import-unclean", text=found.message))
        article, draft, names = _plainest(article), True, {}
        files, cover = {}, ""
        text = written(article, as_draft=True)
        outcome = read_bulletin(path, text.encode(), desk.options)
        if errors(outcome.problems):
            placed.notes = [Note("import-unwritten", text=errors(outcome.problems)[0].message)]
            return placed
    unsafe = _unsafe(path, text, outcome, desk)
    if unsafe and not draft:
        placed.notes.append(unsafe)
        draft = True
    lost = _lost_words(article, outcome.record)
    if lost:
        placed.notes.append(Note("import-not-whole", text=lost))
    text = written(article, as_draft=draft)
    folder = shelf.folder / year
    for name, data in {**files, **cover_file}.items():
        write_whole(folder / name, data)
    shelf.write(folder / f"{slug}.md", text)
    shelf.aliases.update(article.aliases)
    placed.path, placed.photos = folder / f"{slug}.md", len(files)
    return placed


def _fitting(article: Article, shelf: Shelf) -> Article:
    """Make fields fit the schema: no markup, no text too long, no old address twice."""
    summary, body = article.summary, article.body
    if len(summary) > _SUMMARY:
        body, summary = (Block("paragraph", (Run(summary),)), *body), ""
    title = plain(article.title)
    if len(title) > _TITLE:
        body = (Block("paragraph", (Run(title),)), *body)
        title = title[:_TITLE].rsplit(" ", 1)[0]
    aliases = tuple(
        alias
        for alias in dict.fromkeys(article.aliases)
        if alias not in shelf.aliases and not alias.startswith(("/ban-tin/", "/don-vi/"))
    )
    return replace(
        article,
        title=title,
        kicker=plain(article.kicker)[:_TITLE],
        subtitle=plain(article.subtitle)[:_TITLE],
        summary=plain(summary),
        source=plain(article.source)[:_TITLE],
        event=FoundEvent(plain(article.event.name)[:_TITLE], article.event.host),
        cover_caption=plain(article.cover_caption)[:_TITLE],
        body=body,
        aliases=aliases,
    )


def plain(text: str) -> str:
    """Return a field's text without what the reader would take for HTML."""
    text = _MARKUP.sub(" ", text)
    return " ".join(_ENTITY.sub("& ", _LESS.sub("< ", text)).split())


def _first_words(article: Article) -> str:
    words = " ".join(block.text for block in article.body[:2])
    return words[:_WORDS_OF_SLUG].rsplit(" ", 1)[0]


def _photos(
    article: Article, slug: str, sources: Sources, placed: Placed
) -> tuple[dict[int, str], dict[str, bytes]]:
    """Fetch the photos of a body: file names by block, and their bytes; note what is not there."""
    names: dict[int, str] = {}
    files: dict[str, bytes] = {}
    for number, block in enumerate(article.body):
        if block.photo is None:
            continue
        data = sources.find(block.photo)
        found = fit(data) if data is not None else None
        if found is None:
            if block.caption:
                placed.notes.append(Note("import-caption", text=block.caption))
            elif block.photo.address:
                # Without its host: a foreign address in the file is one more thing to allow.
                where = unquote(urlsplit(block.photo.address).path)
                placed.notes.append(Note("import-photo", text=where[:200]))
            continue
        name = f"{slug}-{len(files) + 1}{found[1]}"
        names[number] = name
        files[name] = found[0]
    return names, files


def _cover(
    article: Article, slug: str, sources: Sources, body_files: dict[str, bytes]
) -> tuple[str, dict[str, bytes]]:
    """Fetch a declared cover, unless the body shows the same photo."""
    if article.cover is None:
        return "", {}
    data = sources.find(Photo(article.cover.address, data=article.cover.data))
    found = fit(data) if data is not None else None
    if found is None or found[0] in body_files.values():
        return "", {}
    name = f"{slug}-bia{found[1]}"
    return name, {name: found[0]}


def _plainest(article: Article) -> Article:
    """Return the article as paragraphs alone, with the fields that nothing can be wrong with."""
    blocks: list[Block] = []
    for block in article.body:
        if block.kind == "table":
            blocks += [
                Block("paragraph", (Run(line),)) for line in block.text.split("\n") if line.strip()
            ]
        elif block.kind != "photo" and block.text:
            blocks.append(Block("paragraph", (Run(block.text),)))
    return replace(
        article,
        body=tuple(blocks),
        event=NO_EVENT,
        event_day=None,
        aliases=(),
        source_url="",
        cover=None,
    )


def _unsafe(path: str, text: str, outcome: Outcome[Bulletin], desk: Desk) -> Note | None:
    """Return what the gate would refuse to publish: an advertisement, private data, a bad link."""
    subject = subject_of(path, "bulletin", text.encode(), outcome.record)
    safety = [rule for rule in desk.rules if rule.safety]
    for found in find_all(subject, desk.facts, safety):
        entry = CATALOGUE[found.code]
        if entry.severity == "error":
            shown = str(found.values.get("text", ""))[:60]
            if found.code.startswith("spam"):
                return Note("import-advertisement", text=shown)
            return Note("import-unclean", text=entry.message.format_map(found.values))
    return None


def _lost_words(article: Article, record: Bulletin | None) -> str:
    """Compare the words that were meant with those that a reader of the file gets.

    Returns:
        The first words that are not there, "" where all are.
    """
    if record is None:
        return ""
    there = Counter(_words([record.body.text, record.summary if record.summary_given else ""]))
    meant = [article.summary, *(block.text for block in article.body if block.kind != "photo")]
    for word in _words(meant):
        there[word] -= 1
        if there[word] < 0:
            return word
    return ""


def _words(texts: Iterable[str] | Sequence[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"[^\W_]{2,}", text)]
