"""How a growing list is cut into pages, so that old pages never change (DESIGN section 5).

Up to 40 entries stand on one page. A longer list has an entry page with the latest 20 and the
years; each year is cut into pages of 100 numbered from its oldest. The newest, growing page of a
year is the year's own address; a page gets its number only when it is full, and then keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

SHORT_LIST = 40
LATEST = 20
PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many entries of a list belong to a year, and where they stand."""

    year: int
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Entry]):
    """One page of a list: its entries newest first, and its neighbours in time ("" when none).

    ``year`` is None on the entry page. ``number`` counts the full pages of a year from its oldest;
    None on the page that still grows.
    """

    url: str
    entries: tuple[Entry, ...]
    year: int | None = None
    number: int | None = None
    years: tuple[YearCount, ...] = ()
    older_url: str = ""
    newer_url: str = ""


def cut(
    url: str, entries: Sequence[Entry], year_of: Callable[[Entry], int]
) -> list[ListPage[Entry]]:
    """Cut a list into its pages.

    Args:
        url: the list's root-relative address, with slashes at both ends.
        entries: all entries, newest first.
        year_of: the year under which an entry is filed; must fall with the order of entries.

    Returns:
        The entry page first, then years from the newest, each from its newest page. Nothing for an
        empty list.
    """
    if not entries:
        return []
    if len(entries) <= SHORT_LIST:
        return [ListPage(url, tuple(entries))]
    by_year = [(year, tuple(group)) for year, group in groupby(entries, year_of)]
    years = tuple(YearCount(year, len(group), f"{url}{year}/") for year, group in by_year)
    pages = [ListPage(url, tuple(entries[:LATEST]), years=years)]
    for year, group in by_year:
        pages.extend(_cut_year(f"{url}{year}/", year, group))
    return pages


def _cut_year(url: str, year: int, entries: tuple[Entry, ...]) -> list[ListPage[Entry]]:
    full = (len(entries) - 1) // PAGE_SIZE
    growing = len(entries) - full * PAGE_SIZE

    def numbered(number: int) -> str:
        return f"{url}trang/{number}/" if number else ""

    pages = [ListPage(url, entries[:growing], year, older_url=numbered(full))]
    for number in range(full, 0, -1):
        start = growing + (full - number) * PAGE_SIZE
        pages.append(
            ListPage(
                url=numbered(number),
                entries=entries[start : start + PAGE_SIZE],
                year=year,
                number=number,
                older_url=numbered(number - 1),
                # Not the next number: that page may not be there when this one fills up.
                newer_url=url,
            )
        )
    return pages
