"""A page saved from a site: the article in it, and what the page says about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup, Tag

from plugins.desk.importing.blocks import Block, Declared, LeftOut, Page, lines_of, text_of
from plugins.desk.importing.chrome import remove_chrome
from plugins.desk.importing.html_blocks import blocks_of
from plugins.desk.importing.lines import is_prose
from plugins.desk.importing.main_text import find_article, is_front_page
from plugins.desk.importing.moments import stamp_of
from plugins.desk.importing.old_letters import repaired
from plugins.desk.importing.page_fields import PageFields, fields_of, site_part_removed
from plugins.desk.importing.tags import class_names
from plugins.vietnamese import fold_exact

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.I)
_HEADLINE: Final = re.compile(r"title|tieu-?de|headline|td-?tin|news-?name|ten-?bai", re.I)
_SURE: Final = 5
_DEEPEST: Final = 250
_SHORT: Final = 12
_LONG: Final = 400
_BEHIND: Final = 4
_BEHIND_WORDS: Final = 25


@dataclass(frozen=True, slots=True)
class _Headline:
    tag: Tag
    text: str
    score: float


def decoded(data: bytes) -> str:
    """Return the text of a saved page in composed letters, whatever encoding it was saved in."""
    return unicodedata.normalize("NFC", _decoded(data))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4096])
    for charset in (named[1].decode() if named else "", "windows-1258", "windows-1252"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", errors="replace")


def read_saved_page(data: bytes, zone: ZoneInfo) -> Page | None:
    """Read a saved page or a piece of one.

    Args:
        data: the file.
        zone: the site's time zone, for stamps that programs wrote.

    Returns:
        The article; None where the page holds none: a list of links, an empty page.

    Raises:
        ValueError: elements lie in each other so deep that nobody can have meant it.
    """
    markup, converted = repaired(decoded(data))
    soup = BeautifulSoup(markup, "html.parser")
    if _is_too_deep(soup):
        raise ValueError("các phần của trang lồng nhau quá sâu")
    fields = fields_of(soup, zone)
    front_page = is_front_page(soup)
    left_out = remove_chrome(soup)
    article = find_article(soup)
    if article is None or front_page:
        return None
    inside = blocks_of(article)
    headline = _headline(soup, article, fields)
    scope = _common(headline.tag, article) if headline else soup
    around = blocks_of(scope) if scope is not article else inside
    blocks = _cut(around, inside, headline.text if headline else "", left_out)
    title = headline.text if headline else _title_of_fields(fields)
    declared = Declared(
        title=title,
        date=fields.date,
        date_text="timed" if fields.timed else "",
        authors=(fields.author,) if fields.author else (),
        addresses=fields.addresses,
    )
    notes = (("import-old-letters", ""),) if converted else ()
    return Page(tuple(blocks), declared, tuple(left_out), notes)


def _is_too_deep(soup: BeautifulSoup) -> bool:
    """Tell a page whose tags were never closed, on which every question takes minutes."""
    layer: list[Tag] = [soup]
    for _ in range(_DEEPEST):
        layer = [child for tag in layer for child in tag.children if isinstance(child, Tag)]
        if not layer:
            return False
    return True


def _headline(soup: BeautifulSoup, article: Tag, fields: PageFields) -> _Headline | None:
    """Find the element that shows the title of the article."""
    known = [fold_exact(title) for title in fields.titles]
    order = {id(tag): number for number, tag in enumerate(soup.find_all(True))}
    first_prose = _first_prose(article, order)
    found = []
    for tag in soup.find_all(
        ["h1", "h2", "h3", "h4", "h5", "p", "div", "span", "td", "strong", "a"]
    ):
        place = order[id(tag)]
        text = " ".join(tag.get_text(" ", strip=True).split())
        if place > first_prose or not _SHORT <= len(text) <= _LONG:
            continue
        score = _score(tag, text, known, fields)
        if score > 0:
            # Of equals the nearest to the text is the title; names of sections stand further up.
            found.append(_Headline(tag, text, score - (first_prose - place) * 0.001))
    return max(found, key=lambda one: one.score, default=None)


def _score(tag: Tag, text: str, known: Sequence[str], fields: PageFields) -> float:
    """Weigh an element as a headline: its tag, its class, what the page's head calls the title."""
    folded = fold_exact(text)
    heading = tag.name in {"h1", "h2", "h3", "h4", "h5"}
    called = bool(_HEADLINE.search(class_names(tag)))
    score = 0.0
    for title in known:
        if folded == title:
            score += 6
            break
        if len(folded) > 2 * _SHORT and folded in title:
            score += 5
            break
    if not (heading or called or score):
        return 0
    if not heading and tag.find(["p", "div", "h1", "h2", "h3", "table"]):
        return 0
    if tag.name == "a" and not score:
        return 0
    if heading:
        score += {"h1": 3, "h2": 2.5, "h3": 2}.get(tag.name, 1.5)
    score += 1 if called else 0
    if text == fields.site or stamp_of(text) or (text.endswith(".") and score < _SURE):
        return 0
    if len(text.split()) < 5:  # noqa: PLR2004
        score -= 2  # «Hoạt động ngành»: the name of a section
    return score


def _first_prose(article: Tag, order: dict[int, int]) -> int:
    for tag in article.find_all(["p", "div", "td", "li", "blockquote"]):
        text = tag.get_text(" ", strip=True)
        if len(text.split()) > 25 and not tag.find(["p", "div", "table", "h1", "h2", "h3"]):  # noqa: PLR2004
            return order[id(tag)]
    return order.get(id(article), 0) + len(article.find_all(True)) + 1


def _title_of_fields(fields: PageFields) -> str:
    if not fields.is_article:
        return ""
    return next(filter(None, (site_part_removed(t, fields.site) for t in fields.titles)), "")


def _common(one: Tag, other: Tag) -> Tag:
    """Return the innermost element that holds both."""
    above = {id(tag) for tag in (one, *one.parents)}
    return next(
        (tag for tag in (other, *other.parents) if id(tag) in above and isinstance(tag, Tag)), other
    )


def _split_at_title(blocks: list[Block], wanted: str, end: int) -> tuple[list[Block], int]:
    """Find the title among blocks; what stands below it in the same block becomes its own.

    Returns:
        The blocks, and the place of the title; -1 where it is not shown.
    """
    for number, block in enumerate(blocks[:end]):
        if not wanted or not fold_exact(block.text).startswith(wanted):
            continue
        lines = lines_of(block)
        texts = [fold_exact(" ".join(text_of(line).split())) for line in lines]
        size = next((n for n in range(1, len(lines) + 1) if " ".join(texts[:n]) == wanted), 0)
        if size:
            runs = [lines[n] for n in range(size, len(lines))]
            below = [Block("paragraph", line, hints=block.hints - {"title"}) for line in runs]
            shown = Block("heading", tuple(r for line in lines[:size] for r in line), 2)
            return [*blocks[:number], shown, *below, *blocks[number + 1 :]], number
    return blocks, -1


def _cut(
    around: list[Block], inside: list[Block], title: str, left_out: list[LeftOut]
) -> list[Block]:
    """Keep what stands from the headline to the end of the text, and the byline below it."""
    texts = [block.text for block in around]
    inner = [block.text for block in inside]
    start = next(
        (n for n in range(len(texts) - len(inner) + 1) if texts[n : n + len(inner)] == inner), 0
    )
    end = start + len(inner) if inner else len(texts)
    around, place = _split_at_title(around, fold_exact(title), end)
    end += len(around) - len(texts)
    first = place + 1 if place >= 0 else start
    while place < 0 and first and is_prose(around[first - 1]):
        first -= 1  # nothing shows a title; a lead may stand in a box of its own
    behind = []
    for block in around[end : end + _BEHIND]:
        known = block.hints & {"byline", "source", "right", "date"}
        if not known or len(block.text.split()) > _BEHIND_WORDS:
            break
        behind.append(block)
    before = around[: max(first - 1, 0) if place >= 0 else first]
    after = around[end + len(behind) :]
    left_out += [LeftOut("chrome", block.text[:80]) for block in (*before, *after) if block.text]
    kicker = [replace(b, hints=b.hints | {"kicker"}) for b in before[-1:] if "kicker" in b.hints]
    return [*kicker, *around[first:end], *behind]
