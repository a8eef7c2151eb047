"""Atom feeds (RFC 4287): of the whole site, of each category, of each unit that has bulletins.

Pelican's own feedgenerator takes the clock where a date is missing and knows one author an entry
and no label of a category; so the elements are written here, by ElementTree.

A feed holds the latest bulletins that are out, in a preview too (``selection.announced``). Entries
are known by the path of their file, so that a mended headline, which may move the page, is no news.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote, urlsplit

from plugins.archives.bulletin_pages import body_html, used_addresses
from plugins.archives.cards import Picture, category_of, picture_of
from plugins.archives.credits import unit_url
from plugins.archives.entries import by_unit
from plugins.archives.media_copies import body_photos
from plugins.archives.selection import announced
from plugins.archives.site import Credits, Site
from plugins.archives.views import HOME, FeedLink
from plugins.archives.xml_files import add, to_bytes
from plugins.bulletins.records import Bulletin
from plugins.engine.pages import DataFile, Inputs
from plugins.pictures.body import plain_photos
from plugins.units.registry import Units

FOLDER = "/feeds"
LATEST = 30

ATOM = "http://www.w3.org/2005/Atom"
# RFC 4151 wants a date on which the host was the publisher's. It is one for good, so that an id
# never moves; a preview has no host and takes one that cannot exist (RFC 2606).
TAG_YEAR = 2026
PREVIEW_HOST = "preview.invalid"

_ROOT_RELATIVE = re.compile(r'(<(?:a href|img src)=")([/#])')
_PATH_SAFE = "/-._~!$&'()*+,;=:@"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: where it lies, whose news it brings, and the paths of its bulletins."""

    url: str
    title: str
    page_url: str
    paths: tuple[str, ...]

    @property
    def link(self) -> FeedLink:
        """The feed as its pages offer it."""
        return FeedLink(self.title, self.url)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A bulletin in a feed, with all that its entry shows."""

    bulletin: Bulletin
    authors: tuple[str, ...]
    cover: Picture | None
    addresses: tuple[tuple[str, str], ...]
    photos: tuple[tuple[str, Picture], ...] = ()

    @property
    def updated(self) -> datetime:
        """When the bulletin last changed in what it says."""
        return self.bulletin.modified or self.bulletin.date


def plan_feeds(site: Site, units: Units) -> tuple[Feed, ...]:
    """Return the feeds of a build; none is empty."""
    out = announced(site.selection.listed, site.now)
    feeds = [_feed("tat-ca", site.name, HOME.url, (bulletin.path for bulletin in out))]
    for category in site.categories():
        paths = (bulletin.path for bulletin in out if bulletin.category == category.id)
        title = f"{category.name} – {site.name}"
        feeds.append(_feed(category.id, title, category.url, paths))
    known = {bulletin.path for bulletin in out}
    for identity, entries in by_unit(site).items():
        paths = (entry.card.path for entry in entries if entry.card.path in known)
        title = f"{units.by_id[identity].name} – {site.name}"
        feeds.append(_feed(f"don-vi/{identity}", title, unit_url(identity), paths))
    return tuple(feed for feed in feeds if feed.paths)


def feed_files(site: Site, feeds: Iterable[Feed], licence: str) -> Iterator[DataFile]:
    """Declare the files of feeds."""
    wanted = {path for feed in feeds for path in feed.paths}
    entries = {
        bulletin.path: _entry(site, bulletin)
        for bulletin in site.selection.listed
        if bulletin.path in wanted
    }
    for feed in feeds:
        inputs = {
            "feed": feed,
            "entries": tuple(entries[path] for path in feed.paths),
            "publisher": site.name,
            "siteurl": site.siteurl,
            "licence": licence,
        }
        yield DataFile(feed.url.removeprefix("/"), make_feed, inputs)


def make_feed(inputs: Inputs) -> bytes:
    """Write a feed. Its date is that of its latest change, never the time of the build."""
    feed: Feed = inputs["feed"]
    entries: Sequence[FeedEntry] = inputs["entries"]
    siteurl: str = inputs["siteurl"]
    host = urlsplit(siteurl).hostname or PREVIEW_HOST
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    add(root, "id", tag_uri(host, feed.url))
    add(root, "title", feed.title)
    add(root, "updated", max(entry.updated for entry in entries).isoformat())
    _link(root, "self", "application/atom+xml", siteurl + feed.url)
    _link(root, "alternate", "text/html", siteurl + feed.page_url)
    add(add(root, "author"), "name", inputs["publisher"])
    if inputs["licence"]:
        add(root, "rights", inputs["licence"])
    for entry in entries:
        _write_entry(add(root, "entry"), entry, siteurl, host)
    return to_bytes(root)


def tag_uri(host: str, path: str) -> str:
    """Return an identifier that stays when addresses change (RFC 4151)."""
    return f"tag:{host},{TAG_YEAR}:{quote(path, safe=_PATH_SAFE)}"


def absolute_links(html: str, page_url: str, siteurl: str) -> str:
    """Make the links and photos of a body absolute: a feed is read far from its site.

    Without ``siteurl`` only places in the page itself get the page's address.
    """

    def put(match: re.Match[str]) -> str:
        base = siteurl if match[2] == "/" else f"{siteurl}{page_url}"
        return f"{match[1]}{base}{match[2]}"

    return _ROOT_RELATIVE.sub(put, html)


def _feed(name: str, title: str, page_url: str, paths: Iterable[str]) -> Feed:
    return Feed(f"{FOLDER}/{name}.atom.xml", title, page_url, tuple(paths)[:LATEST])


def _entry(site: Site, bulletin: Bulletin) -> FeedEntry:
    given = site.credits.get(bulletin.path, Credits())
    return FeedEntry(
        bulletin=bulletin,
        authors=tuple(author.name for author in given.authors),
        cover=picture_of(bulletin.cover, site.media),
        addresses=used_addresses(bulletin.body, site.addresses),
        photos=body_photos(bulletin.body, site.media),
    )


def _write_entry(element: ET.Element, entry: FeedEntry, siteurl: str, host: str) -> None:
    bulletin = entry.bulletin
    category = category_of(bulletin.category)
    add(element, "id", tag_uri(host, bulletin.path))
    add(element, "title", bulletin.title)
    _link(element, "alternate", "text/html", siteurl + bulletin.url)
    add(element, "published", bulletin.date.isoformat())
    add(element, "updated", entry.updated.isoformat())
    for author in entry.authors:
        add(add(element, "author"), "name", author)
    add(element, "category", term=category.id, label=category.name)
    if bulletin.summary:
        add(element, "summary", bulletin.summary)
    add(element, "content", _content(entry, siteurl), type="html")


def _content(entry: FeedEntry, siteurl: str) -> str:
    """Return the cover and the whole body, without the links that the site adds to names."""
    # A plain string: Markup would escape what is put before it.
    shown = plain_photos(entry.bulletin.body.html, dict(entry.photos))
    body = str(body_html(shown, dict(entry.addresses)))
    return absolute_links(_figure(entry.cover) + body, entry.bulletin.url, siteurl)


def _figure(cover: Picture | None) -> str:
    if cover is None:
        return ""
    words = ". Ảnh: ".join(text for text in (cover.caption, cover.credit) if text)
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure><img src="{escape(cover.url)}" alt="{escape(cover.alt)}">{caption}</figure>\n'


def _link(parent: ET.Element, relation: str, media_type: str, address: str) -> None:
    add(parent, "link", rel=relation, type=media_type, href=address)
