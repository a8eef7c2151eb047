"""Award tables that staff write in the text, as a page prints them.

They stay where they stand and as they are. Recipients get links to their pages, and what was not
given is marked as in the tables that the site makes itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Final

from plugins.archives.award_groups import STANDINGS
from plugins.archives.awards import AwardEntry
from plugins.bulletins.award_table import heads_awards
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.vietnamese import fold_exact

_HEADING: Final = re.compile(r'<h([2-6]) id="[^"]*">(.*?)</h\1>', re.DOTALL)
_CELL: Final = re.compile(r"(<td(?: [^>]*)?>)(.*?)(</td>)", re.DOTALL)
# What stands between semicolons or line breaks; the semicolon of an entity divides nothing.
_PIECE: Final = re.compile(r"<br ?/?>|(?:&#?\w+;|(?!<br ?/?>)[^;])+")


def recipient_links(entries: Iterable[AwardEntry]) -> tuple[tuple[str, str], ...]:
    """Return the name and the page of every recipient that has one, each once."""
    links = {one.name: one.url for entry in entries for one in entry.recipients if one.url}
    return tuple(sorted(links.items()))


def dress_award_tables(body_html: str, links: Iterable[tuple[str, str]]) -> str:
    """Dress the tables below the heading «Danh sách khen thưởng».

    Args:
        body_html: the sanitised body.
        links: names of recipients and their pages. A name gets its link where it is all that
            stands in a cell, or between two semicolons or line breaks of one.
    """
    pages = {fold_exact(name): url for name, url in links}
    parts = []
    done = 0
    for heading in _HEADING.finditer(body_html):
        if heading.start() < done or not heads_awards(heading[2]):
            continue
        end = re.compile(rf"<h[2-{heading[1]}][ >]").search(body_html, heading.end())
        stop = end.start() if end else len(body_html)
        section = body_html[heading.end() : stop]
        dressed = _CELL.sub(lambda cell: cell[1] + _dressed(cell[2], pages) + cell[3], section)
        parts += [body_html[done : heading.end()], dressed]
        done = stop
    return "".join([*parts, body_html[done:]])


def _dressed(cell: str, pages: Mapping[str, str]) -> str:
    status = AWARD_STATUSES.find(html.unescape(cell).strip())
    if status is not None:
        return _marked(cell, status.id)
    return _PIECE.sub(lambda piece: _linked(piece[0], pages), cell)


def _marked(cell: str, status: str) -> str:
    standing = next(one for one in STANDINGS if status in one.statuses)
    return f'<span class="award-status award-status--{standing.mark}">{cell}</span>'


def _linked(piece: str, pages: Mapping[str, str]) -> str:
    name = piece.strip()
    url = pages.get(fold_exact(html.unescape(name)))
    return piece.replace(name, f'<a href="{html.escape(url)}">{name}</a>') if url else piece
