"""What search needs to know of one item of the site: its words, and what a result shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """One public item: a bulletin, document, static page, unit or person.

    ``day`` files it; None for what has no date. ``kind`` is an id of :data:`KINDS`. ``title``,
    ``summary`` and ``body`` are searched, in this order of weight; a result shows title and
    ``excerpt``. ``units`` and ``people`` are ids for the filter; ``unit`` is the one that a result
    names, or "". ``mark`` says why an item is not public yet.
    """

    url: str
    title: str
    kind: str
    day: date | None = None
    summary: str = ""
    body: str = ""
    excerpt: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item, as results and the filter name it."""

    id: str
    name: str


DOCUMENT = Kind("van-ban", "Văn bản")
PAGE = Kind("trang", "Trang giới thiệu")
UNIT = Kind("don-vi", "Đơn vị")
PERSON = Kind("ca-nhan", "Tác giả, cán bộ")


def in_order(docs: list[SearchDoc]) -> list[SearchDoc]:
    """Put items in the one order of the index: undated ones first, then the oldest to the newest.

    It does not depend on the order in which they are given.
    """
    return sorted(docs, key=lambda doc: (doc.day or date.min, doc.url, doc.title))
