"""The site map that people read: every section, year, directory and page about the newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.archives.feeds import Feed
from plugins.archives.site import Site
from plugins.archives.views import (
    ARCHIVE,
    HOME,
    PEOPLE,
    SITE_MAP,
    UNITS,
    NamedLink,
    archive_years,
    trail,
)
from plugins.engine.pages import Page


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading; ``id`` is the heading's anchor."""

    id: str
    heading: str
    links: tuple[NamedLink, ...]


def site_map(
    site: Site,
    feeds: Sequence[Feed],
    records: Sequence[NamedLink],
    about: Sequence[NamedLink],
    *,
    units: bool,
    people: bool,
) -> Page:
    """Declare the site map. It names what is there, without counts: it seldom changes.

    Args:
        site: the build.
        feeds: the feeds that exist; those of units stand on their pages alone.
        records: the pages that bring together what bulletins carry.
        about: the pages about the newsroom.
        units: whether there is a directory of units.
        people: whether there is a directory of people.
    """
    sections = [NamedLink(HOME.name, HOME.url)]
    sections += [NamedLink(category.name, category.url) for category in site.categories()]
    years = archive_years(site.listed_cards())
    archive = [NamedLink(ARCHIVE.name, ARCHIVE.url)] if years else []
    archive += [NamedLink(f"Năm {year.year}", year.url) for year in years]
    directories = [NamedLink(UNITS.name, UNITS.url)] if units else []
    directories += [NamedLink(PEOPLE.name, PEOPLE.url)] if people else []
    offered = {HOME.url, *(category.url for category in site.categories())}
    followed = [NamedLink(feed.title, feed.url) for feed in feeds if feed.page_url in offered]
    groups = (
        LinkGroup("chuyen-muc", "Chuyên mục", tuple(sections)),
        LinkGroup("luu-tru", "Lưu trữ theo năm", tuple(archive)),
        LinkGroup("danh-ba", "Danh bạ", tuple(directories)),
        LinkGroup("tra-cuu", "Tra cứu", tuple(records)),
        LinkGroup("ve-trang-nay", "Giới thiệu", tuple(about)),
        LinkGroup("theo-doi", "Theo dõi tin mới (Atom)", tuple(followed)),
    )
    return site.page(
        SITE_MAP.url,
        "site-map.html",
        title=SITE_MAP.name,
        description="Tất cả các mục của trang",
        kind="site-map",
        crumbs=trail(SITE_MAP),
        groups=tuple(group for group in groups if group.links),
    )
