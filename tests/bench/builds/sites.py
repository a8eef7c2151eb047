"""What every site of the benchmark has to offer, whoever builds it, and how that is checked.

Addresses are alike in all of them: ``ban-tin/2019/03/NAME/``, ``hoi-nghi/``, ``don-vi/ID/``,
``tac-gia/ID/``, ``luu-tru/2019/``. Where a generator has a habit of its own (feeds, months), its
site says so.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from bench.builds.process import Spent
from bench.bulletin_corpus import Item

SAMPLE: Final = 300
"""Bulletin pages whose related lists are counted."""
FEED_ENTRIES: Final = 30
RELATED: Final = 6
OLDER: Final = 5
"""Entries of a feed, of a related list, and of «Tin khác»."""
PAGE_ENTRIES: Final = 100
"""Entries of a list page."""


class UnequalError(AssertionError):
    """A site lacks what the others have, so its time says nothing."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a generator names what has no common name.

    ``feed`` holds ``{}`` for the address of its list ("" for all bulletins), ``month`` holds
    ``{year}`` and ``{month}``; ``related`` finds the related list of a page, in its first group.
    """

    feed: str
    feed_of_all: str
    month: str
    related: str


class Site(Protocol):
    """A site that one generator builds from a folder."""

    name: str
    output: Path
    habits: Habits

    def write(self, items: Sequence[Item]) -> None:
        """Write the whole source folder."""

    def put(self, item: Item) -> None:
        """Write one bulletin, with its photos where they are new."""

    def drop(self, item: Item) -> None:
        """Delete one bulletin's file."""

    def build(self) -> Spent:
        """Build, and say what that took."""

    def forget(self) -> None:
        """Remove the output and all that earlier builds kept."""


def expected_files(items: Sequence[Item], habits: Habits) -> Iterator[str]:
    """Yield the files that a site has to have, as paths in its output folder."""
    lists = {item.category for item in items}
    lists |= {f"don-vi/{unit}" for item in items for unit in item.units}
    authors = {f"tac-gia/{author}" for item in items for author in item.authors}
    months = {(item.date.year, f"{item.date:%m}") for item in items}
    yield "index.html"
    yield from (page_of(item) for item in items)
    yield from (f"{path}/index.html" for path in sorted(lists | authors))
    yield from (f"luu-tru/{year}/index.html" for year in sorted({year for year, _ in months}))
    yield from (habits.month.format(year=year, month=month) for year, month in sorted(months))
    yield habits.feed_of_all
    yield from (habits.feed.format(path) for path in sorted(lists))


def page_of(item: Item) -> str:
    """Return the file of a bulletin's page."""
    return f"ban-tin/{item.date:%Y/%m}/{item.name}/index.html"


def check(site: Site, items: Sequence[Item], *, related: bool = True) -> float:
    """Make sure that a built site has all that is asked for.

    Args:
        site: as it was built.
        items: the bulletins that it was built from.
        related: whether its pages shall have related lists, or none.

    Returns:
        How many entries a related list has, on average of a sample of pages.

    Raises:
        UnequalError: a file is missing, or related lists are (or are there against the order).
    """
    missing = [
        path for path in expected_files(items, site.habits) if not (site.output / path).is_file()
    ]
    if missing:
        raise UnequalError(f"{site.name} lacks {len(missing)} files: {', '.join(missing[:5])}")
    entries = related_entries(site, items)
    if (entries == 0) is related:
        raise UnequalError(f"{site.name} has {entries:.1f} related bulletins on a page")
    return entries


def related_entries(site: Site, items: Sequence[Item]) -> float:
    """Return the mean length of related lists on a sample of pages."""
    sample = items[:: max(1, len(items) // SAMPLE)]
    count = 0
    for item in sample:
        text = (site.output / page_of(item)).read_text(encoding="utf-8")
        if item.title.split()[0] not in text:
            raise UnequalError(f"{site.name}: the page of {item.name} has another title")
        found = re.search(site.habits.related, text, re.DOTALL)
        count += len(re.findall(r"<li\b", found[1])) if found else 0
    return count / len(sample)


def remove(*folders: Path) -> None:
    """Remove folders that may not exist."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
