"""Values that templates print besides cards: crumbs, menus, archive counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plugins.archives.cards import Card, Category


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The picture that stands for a page where its link is shared; ``url`` is root-relative."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page offers."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What other machines read in ``<head>``, as pairs of a name and its content.

    ``properties`` are Open Graph's, ``names`` those of cards and Dublin Core, ``linked_data`` are
    JSON-LD documents ready to stand in a script.
    """

    properties: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    linked_data: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What ``<head>`` says of a page. ``canonical`` is absolute, or "" in a preview.

    ``noindex`` is of this page alone; a whole site is kept from search engines by the newsroom's.
    ``metadata`` is filled in when the page is rendered.
    """

    url: str
    title: str
    description: str
    canonical: str
    lang: str
    kind: str
    image: SocialImage | None = None
    feeds: tuple[FeedLink, ...] = ()
    noindex: bool = False
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the site. ``siteurl`` is "" in a preview, ``emblem_url`` where there is none.

    ``agency`` is the body that answers for it, which may be named otherwise than the site.
    """

    name: str
    agency: str
    siteurl: str = ""
    emblem_url: str = ""

    def absolute(self, url: str) -> str:
        """Return the full address of a root-relative one; in a preview it stays as it is."""
        return f"{self.siteurl}{url}"


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path to a page; the page itself has no address."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A name that leads to its page; ``url`` is "" when it has none.

    ``lang`` is that of the name where it is not Vietnamese.
    """

    name: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of a menu; ``lang`` is that of its name and page where it is not Vietnamese."""

    name: str
    url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A category on the front page."""

    category: Category
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of a list."""

    year: int
    count: int
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """A month that has bulletins."""

    year: int
    month: int
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year that has bulletins."""

    year: int
    url: str
    count: int
    months: tuple[ArchiveMonth, ...]


HOME = Crumb("Trang chủ", "/")
ARCHIVE = Crumb("Lưu trữ", "/luu-tru/")
UNITS = Crumb("Đơn vị", "/don-vi/")
PEOPLE = Crumb("Tác giả", "/tac-gia/")
SITE_MAP = Crumb("Sơ đồ trang", "/so-do-trang/")


def trail(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the crumbs from the front page to the last step, which is the page itself."""
    return (HOME, *steps[:-1], Crumb(steps[-1].name))


def output_path(url: str) -> str:
    """Return the file that answers a root-relative address: ``/a/b/`` → ``a/b/index.html``."""
    path = url.removeprefix("/")
    return f"{path}index.html" if url.endswith("/") else path


def archive_years(cards: Sequence[Card]) -> tuple[ArchiveYear, ...]:
    """Count bulletins by year and month, newest first."""
    counts: dict[tuple[int, int], int] = {}
    for card in cards:
        key = (card.date.year, card.date.month)
        counts[key] = counts.get(key, 0) + 1
    months = [
        ArchiveMonth(year, month, f"/luu-tru/{year}/{month:02}/", counts[year, month])
        for year, month in sorted(counts, reverse=True)
    ]
    return tuple(
        ArchiveYear(
            year=year,
            url=f"/luu-tru/{year}/",
            count=sum(month.count for month in months if month.year == year),
            months=tuple(month for month in months if month.year == year),
        )
        for year in sorted({month.year for month in months}, reverse=True)
    )
