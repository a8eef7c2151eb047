"""Sitemaps (https://www.sitemaps.org/protocol.html) and ``robots.txt``.

One sitemap a year holds the bulletins, one the other pages, one the news of the last two days. The
index tells when each year last changed, so that a search engine fetches that one only. Addresses in
a sitemap are absolute: without ``SITEURL`` there is none.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from plugins.archives.selection import announced
from plugins.archives.site import Site
from plugins.archives.views import PageInfo
from plugins.archives.xml_files import add, to_bytes
from plugins.bulletins.records import Bulletin
from plugins.engine.pages import DataFile, Inputs, Page
from plugins.pictures.renditions import large_rendition

INDEX = "/sitemap.xml"
FOLDER = "/sitemaps"
# Limits of the protocol, and of Google's extensions for images and news.
MAX_URLS = 50_000
MAX_IMAGES = 1_000
MAX_NEWS = 1_000
NEWS_AGE = timedelta(hours=48)

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"

# Bulletins stand in the sitemaps of their years; the others are no pages that anybody looks for.
_LEFT_OUT = frozenset({"bulletin", "error", "fragment", "redirect"})


@dataclass(frozen=True, slots=True)
class Location:
    """A page in a sitemap; addresses are root-relative. The title is for news only."""

    url: str
    changed: datetime | None = None
    images: tuple[str, ...] = ()
    title: str = ""
    published: datetime | None = None


def sitemaps(site: Site, pages: Iterable[Page]) -> Iterator[DataFile]:
    """Declare the index and what it names, from all pages that a build declares."""
    if not site.siteurl:
        return
    # Oldest first: a new bulletin is added at the end, and a full file never changes.
    out = announced(reversed(site.selection.listed), site.now)
    parts: list[tuple[str, Sequence[Location]]] = []
    for year, group in groupby(out, lambda bulletin: bulletin.date.year):
        parts += _parts(str(year), [_location(site, bulletin) for bulletin in group])
    urls = sorted(_urls(pages))
    parts += _parts("trang", [Location(url) for url in urls])
    latest = [bulletin for bulletin in out if bulletin.date > site.now - NEWS_AGE][-MAX_NEWS:]
    news = tuple(
        Location(bulletin.url, title=bulletin.title, published=bulletin.date) for bulletin in latest
    )
    index = [Location(url, _last_change(locations)) for url, locations in parts]
    for url, locations in parts:
        inputs = {"locations": tuple(locations), "siteurl": site.siteurl}
        yield DataFile(url.removeprefix("/"), make_sitemap, inputs)
    if news:
        url = f"{FOLDER}/tin-moi.xml"
        index.append(Location(url))
        inputs = {"locations": news, "siteurl": site.siteurl, "publication": site.name}
        yield DataFile(url.removeprefix("/"), make_news_sitemap, inputs)
    inputs = {"locations": tuple(index), "siteurl": site.siteurl}
    yield DataFile(INDEX.removeprefix("/"), make_index, inputs)


def robots(site: Site, *, noindex: bool) -> DataFile:
    """Declare ``/robots.txt`` (RFC 9309). A preview, as a demonstration, is nobody's to search."""
    hidden = noindex or not site.public
    inputs = {"hidden": hidden, "sitemap": f"{site.siteurl}{INDEX}" if site.siteurl else ""}
    return DataFile("robots.txt", make_robots, inputs)


def make_robots(inputs: Inputs) -> bytes:
    """Write ``robots.txt``."""
    lines = ["User-agent: *", "Disallow: /" if inputs["hidden"] else "Allow: /"]
    if inputs["sitemap"]:
        lines += ["", f"Sitemap: {inputs['sitemap']}"]
    return ("\n".join(lines) + "\n").encode()


def make_sitemap(inputs: Inputs) -> bytes:
    """Write the sitemap of some pages, with their photos."""
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:image": IMAGE})
    for location in inputs["locations"]:
        entry = add(root, "url")
        _write_place(entry, location, inputs["siteurl"])
        for image in location.images[:MAX_IMAGES]:
            add(add(entry, "image:image"), "image:loc", inputs["siteurl"] + image)
    return to_bytes(root)


def make_news_sitemap(inputs: Inputs) -> bytes:
    """Write the sitemap of the latest news."""
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for location in inputs["locations"]:
        entry = add(root, "url")
        _write_place(entry, location, inputs["siteurl"])
        news = add(entry, "news:news")
        publication = add(news, "news:publication")
        add(publication, "news:name", inputs["publication"])
        add(publication, "news:language", "vi")
        add(news, "news:publication_date", location.published.isoformat())
        add(news, "news:title", location.title)
    return to_bytes(root)


def make_index(inputs: Inputs) -> bytes:
    """Write the list of all sitemaps."""
    root = ET.Element("sitemapindex", {"xmlns": SITEMAP})
    for location in inputs["locations"]:
        _write_place(add(root, "sitemap"), location, inputs["siteurl"])
    return to_bytes(root)


def _write_place(entry: ET.Element, location: Location, siteurl: str) -> None:
    add(entry, "loc", siteurl + location.url)
    if location.changed is not None:
        add(entry, "lastmod", location.changed.isoformat())


def _location(site: Site, bulletin: Bulletin) -> Location:
    photos = [*([bulletin.cover] if bulletin.cover else []), *bulletin.body.images]
    # A photo may stand in a text twice.
    images = tuple(dict.fromkeys(large_rendition(site.media[photo.target]).url for photo in photos))
    return Location(bulletin.url, bulletin.modified or bulletin.date, images)


def _urls(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        info: PageInfo = page.inputs["page"]
        if info.kind not in _LEFT_OUT and not info.noindex:
            yield info.url


def _parts(name: str, locations: Sequence[Location]) -> list[tuple[str, Sequence[Location]]]:
    """Cut a sitemap into files of as many addresses as one may hold."""
    starts = range(0, len(locations), MAX_URLS)
    return [
        (
            f"{FOLDER}/{name}{f'-{number}' if number > 1 else ''}.xml",
            locations[start : start + MAX_URLS],
        )
        for number, start in enumerate(starts, 1)
    ]


def _last_change(locations: Iterable[Location]) -> datetime | None:
    return max((place.changed for place in locations if place.changed), default=None)
