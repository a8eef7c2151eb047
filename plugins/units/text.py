"""The text that a reader sees of a body, with the way back to its HTML.

The recogniser reads plain text; the links it leads to are put into the HTML. Both come from one
pass over the sanitised body, whose form is known: no comments, no scripts, attributes quoted.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

_PIECE: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|(&#?\w+;)|([^<&]+)")
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q"}
    | {"s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
)
_NO_LINKS: Final = frozenset({"a", "abbr", "code", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_NOTE_MARK: Final = ('class="footnote-ref"', 'class="footnote-back"')


@dataclass(frozen=True, slots=True)
class VisibleText:
    """Plain text, its blocks divided by newlines.

    ``starts`` and ``places`` map text to HTML: the character ``starts[i]`` of the text stands at
    ``places[i]`` of the HTML, and so do the following ones up to ``starts[i + 1]``. A place of -1
    stands for what is no run of letters there: a tag, an entity.
    ``closed`` are the text ranges that may hold no link: headings, links, abbreviations.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    closed: tuple[tuple[int, int], ...]

    def html_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a text range stands in the HTML; None where a link must not stand there.

        A link may stand where the range is one run of text: no tag and no entity inside.
        """
        run = bisect_right(self.starts, start) - 1
        following = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        if end > following or any(left < end and start < right for left, right in self.closed):
            return None
        if self.places[run] < 0:
            return None
        place = self.places[run] + start - self.starts[run]
        return place, place + end - start


def visible_text(body_html: str) -> VisibleText:
    """Read the text of a sanitised body. Alternative texts of photos are not part of it."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    closed: list[tuple[int, int]] = []
    opened: list[int] = []
    length = 0
    hidden = False

    def add(text: str, place: int = -1) -> None:
        nonlocal length
        starts.append(length)
        places.append(place)
        parts.append(text)
        length += len(text)

    for match in _PIECE.finditer(body_html):
        closing, tag, attributes, entity, run = match.groups()
        if run is not None:
            if not hidden:
                add(run.replace("\n", " "), match.start())
        elif entity is not None:
            if not hidden:
                add(html.unescape(entity))
        else:
            if tag in _NO_LINKS:
                if closing:
                    closed.append((opened.pop() if opened else 0, length))
                else:
                    opened.append(length)
            if tag == "a":
                hidden = not closing and any(mark in attributes for mark in _NOTE_MARK)
            elif tag == "br":
                add(" ")
            elif tag not in _INLINE:
                add("\n")
    return VisibleText("".join(parts), tuple(starts), tuple(places), tuple(closed))


def put_links(body_html: str, links: tuple[tuple[int, int, str], ...]) -> str:
    """Put links into a body.

    Args:
        body_html: the body.
        links: (start, end, address) of runs of text in the HTML, in order, none within another.
    """
    parts: list[str] = []
    done = 0
    for start, end, address in links:
        parts += [
            body_html[done:start],
            f'<a class="unit-mention" href="{html.escape(address)}">{body_html[start:end]}</a>',
        ]
        done = end
    return "".join([*parts, body_html[done:]])
