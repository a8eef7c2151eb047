"""The second net: nh3 removes what no body of ours may hold.

Raw HTML was refused before and every tag was written by ``writing.py``; so the sanitiser has
nothing to do, and whatever it does is an error to look into.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import nh3

_ATTRIBUTES: Final[Mapping[str, set[str]]] = {
    "a": {"href", "title", "rel", "aria-label"},
    "abbr": {"title"},
    "div": {"aria-label"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"src", "alt"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
}
_VALUES: Final[Mapping[str, dict[str, set[str]]]] = {
    "a": {
        "class": {"footnote-ref", "footnote-back"},
        "role": {"doc-noteref", "doc-backlink"},
    },
    "div": {
        "class": {"table-scroll", "footnotes"},
        "role": {"region", "doc-endnotes"},
        "tabindex": {"0"},
    },
    "td": {"class": {"cell-right", "cell-center"}},
    "li": {"class": {"gallery__wide"}},
    "ul": {"class": {"gallery"}, "role": {"list"}},
    "th": {"class": {"cell-right", "cell-center"}, "scope": {"col", "row"}},
}
_TAGS: Final = frozenset(
    {"a", "abbr", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "img", "li", "ol", "p", "strong", "sub", "sup", "table", "tbody"}
    | {"td", "th", "thead", "tr", "ul"}
)
_SCHEMES: Final = frozenset({"https", "http", "mailto", "tel", "content"})


class Sanitiser:
    """An allow-list of tags, attributes, their values and address schemes."""

    def __init__(self) -> None:
        """Prepare the cleaner; it can be used any number of times."""
        self._cleaner = nh3.Cleaner(
            tags=set(_TAGS),
            attributes=dict(_ATTRIBUTES),
            tag_attribute_values=dict(_VALUES),
            url_schemes=set(_SCHEMES),
            link_rel=None,
            strip_comments=True,
        )

    def clean(self, html: str) -> str:
        """Return ``html`` without anything that is not allowed.

        The result is a fixed point: cleaning it again changes nothing.
        """
        return self._cleaner.clean(html)
