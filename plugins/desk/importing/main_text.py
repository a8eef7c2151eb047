"""Finds the element of a page that holds its article, and tells a page that holds none."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from plugins.desk.importing.tags import class_names

_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:article-?body|articlebody|entry-content|post-content|post-body|news-?content"
    r"|newscontent"
    r"|news-?detail|newsdetail|detail-?content|detailcontent|content-?detail|contentdetail"
    r"|article-?content"
    r"|articlecontent|noi-?dung(?:-?chi-?tiet|-?tin|-?bai)?|chi-?tiet(?:-?tin|-?bai)?|bai-?viet"
    r"|item-?fulltext|fck_detail|cms-body"
    r"|singular-content|detail__content|journal-content-article|ms-rtestate-field|bodytext"
    r"|content-news)(?=$|[\s_-])",
    re.I,
)
_INLINE: Final = frozenset(
    ("a", "b", "strong", "i", "em", "u", "span", "font", "sub", "sup", "small", "o:p", "abbr")
)
_SENTENCE: Final = re.compile(r"[.!?…:;”\"]\s*$|\./\.$")
_PROSE_WORDS: Final = 12
_PARAGRAPHS: Final = frozenset(
    ("p", "li", "blockquote", "tr", "tbody", "center", "h2", "h3", "h4", "ul", "ol")
)
_KEPT: Final = 0.9
_LINKED_HEADINGS: Final = 4
_LINKED_LINES: Final = 12
_FEWEST_WORDS: Final = 60


def find_article(soup: BeautifulSoup) -> Tag | None:
    """Find the element that holds the text of an article.

    Paragraphs of prose that are no links are weighed; the smallest element that holds nearly all of
    what the best one holds wins, and an element whose name says that it is the text is preferred.

    Args:
        soup: the page without its chrome.

    Returns:
        The element; None where the page is a list of links or has no prose.
    """
    weights: defaultdict[int, int] = defaultdict(int)
    elements: dict[int, Tag] = {}
    own: dict[int, Tag] = {}
    for text in soup.find_all(string=True):
        if isinstance(text, PreformattedString):
            continue
        holder = _block_of(text)
        if holder is not None:
            own[id(holder)] = holder
    for holder in own.values():
        words = _unlinked_words(holder)
        if words < _PROSE_WORDS:
            continue
        for element in (holder, *holder.parents):
            elements[id(element)] = element
            weights[id(element)] += words
    if not elements:
        return None
    root = max(elements, key=lambda key: weights[key])
    chosen = _named(soup, weights, weights[root]) or _densest(elements, weights, root)
    return None if _is_list(chosen) else _with_short_lines(chosen)


def _block_of(text: NavigableString) -> Tag | None:
    """Return the innermost block around a text."""
    if not text.strip():
        return None
    for parent in text.parents:
        if parent.name not in _INLINE:
            return parent
    return None


def _unlinked_words(holder: Tag) -> int:
    """Count the words of a block that lead nowhere; none where most of them do."""
    linked = sum(len(link.get_text(" ").split()) for link in holder.find_all("a"))
    inner = 0
    for child in holder.find_all(["p", "div", "table", "ul", "ol", "td"]):
        inner += len(child.get_text(" ").split()) if child.parent is holder else 0
    words = len(holder.get_text(" ").split()) - inner
    return words - linked if linked * 2 < words else 0


def _named(soup: BeautifulSoup, weights: dict[int, int], whole: int) -> Tag | None:
    """Return the element that calls itself the text of the article."""
    found = []
    for tag in soup.find_all(True):
        declared = str(tag.get("itemprop") or "").lower() == "articlebody"
        if (declared or _NAMED.search(class_names(tag))) and weights.get(id(tag), 0) * 2 >= whole:
            found.append(tag)
    # The innermost that still holds what the best of them holds.
    best = max((weights[id(tag)] for tag in found), default=0)
    fitting = [tag for tag in found if weights[id(tag)] >= best * _KEPT]
    return fitting[-1] if fitting else None


def _densest(elements: dict[int, Tag], weights: dict[int, int], root: int) -> Tag:
    """Go down from the page while one child keeps nearly all of the prose."""
    here = elements[root]
    while True:
        children = [child for child in here.children if isinstance(child, Tag)]
        best = max(children, key=lambda child: weights.get(id(child), 0), default=None)
        if best is None or weights.get(id(best), 0) < weights[id(here)] * 0.7:
            return here
        if best.name in _PARAGRAPHS or _has_own_prose(here, best, weights):
            return here
        here = best


def _has_own_prose(here: Tag, best: Tag, weights: dict[int, int]) -> bool:
    """Tell whether paragraphs of the text stand beside the box that holds most of it."""
    for child in here.children:
        if isinstance(child, Tag):
            beside = child is not best and child.name in _PARAGRAPHS
            if beside and weights.get(id(child), 0) >= _PROSE_WORDS:
                return True
        elif not isinstance(child, PreformattedString) and len(str(child).split()) >= _PROSE_WORDS:
            return True
    return False


def _with_short_lines(chosen: Tag) -> Tag:
    """Go up to the parent while the element is the only paragraph of its text."""
    while chosen.name in {"p", "span", "font", "strong", "em", "b", "i"} and chosen.parent:
        chosen = chosen.parent
    return chosen


def _is_list(chosen: Tag) -> bool:
    """Tell a list of articles: many linked headlines, many texts that are cut off, little prose."""
    headlines = [
        heading
        for heading in chosen.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "div"])
        if heading.find("a", href=True)
        and not heading.find(["p", "div", "li"])
        and _is_all_link(heading)
    ]
    prose = [
        words
        for block in chosen.find_all(["p", "div", "td", "li"])
        if not block.find(["p", "div", "table", "ul"])
        and len((words := block.get_text(" ", strip=True)).split()) >= _PROSE_WORDS
        and not _is_all_link(block)
    ]
    cut = [words for words in prose if words.endswith(("...", "…")) or not _SENTENCE.search(words)]
    if len(headlines) < _LINKED_HEADINGS:
        return False
    return len(prose) - len(cut) < len(headlines) or len(cut) * 2 > len(prose)


def is_front_page(soup: BeautifulSoup) -> bool:
    """Tell a page of many headlines that lead elsewhere and hardly a whole sentence of its own."""
    linked = [a for a in soup.find_all("a") if len(a.get_text(" ").split()) >= 5]  # noqa: PLR2004
    whole = [
        words
        for block in soup.find_all(["p", "div", "td", "li"])
        if not block.find(["p", "div", "table", "ul"])
        and not _is_all_link(block)
        and _SENTENCE.search(words := block.get_text(" ", strip=True))
        and not words.endswith(("...", "…"))
        and len(words.split()) >= _PROSE_WORDS
    ]
    return len(linked) >= _LINKED_LINES and sum(map(len, map(str.split, whole))) < _FEWEST_WORDS


def _is_all_link(block: Tag) -> bool:
    words = len(block.get_text(" ").split())
    linked = sum(len(link.get_text(" ").split()) for link in block.find_all("a"))
    return words > 0 and linked * 10 >= words * 8
