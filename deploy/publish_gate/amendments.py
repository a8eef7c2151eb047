"""Making one release forget pages: its lists, feeds, open data, calendar and search index.

A release that was built before a take-down still shows the page's title and summary in many
files. What can be cut out cleanly is cut out; what cannot be is withheld (503) until a build that
knows of the take-down replaces it. What was changed is written down beside the release.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from publish_gate import disk, kept, manifests
from publish_gate.cutting.formats import cut
from publish_gate.cutting.needles import Needles, title_of
from publish_gate.kept import Release
from publish_gate.manifests import Entry
from publish_gate.names import copies_of, file_of_url, is_immutable, original_of, url_of_file
from publish_gate.site import Site
from publish_gate.tombstones import Tombstones

# Its files hold words and summaries in a form of their own, so they go together.
_SEARCH: Final = "tim-kiem/"
_SEARCH_PAGE: Final = "tim-kiem/index.html"
_HELD: Final = ".held"
# What an HTML page names, as a path of this site: in src, srcset, href, and absolute in og:image.
_NAMED: Final = re.compile(rb"/(?:anh|tep)/[A-Za-z0-9._~%/-]+")
_SECOND: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Amended:
    """What was done to a release.

    Attributes:
        cut: paths of files from which something was cut out.
        withheld: paths of files that answer 503 now.
    """

    cut: tuple[str, ...]
    withheld: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    """What is found out while one release is amended."""

    amended: dict[str, Entry | None]
    cut: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)


def media_of(page: bytes) -> frozenset[str]:
    """Return the URL paths of photos, cards and attachments that a page names. Pure."""
    found = {match.decode() for match in _NAMED.findall(page)}
    return frozenset(url for url in found if is_immutable(url.removeprefix("/")))


def forget_new(site: Site, release: str) -> Amended | None:
    """Remove from a complete release what was taken down since it was built.

    Also what its build claims to have left out and has not.

    Returns:
        what was done; None when there was nothing to do, which is quickly found out.
    """
    urls = {url for url in Tombstones.load(site).urls() if is_page(url)}
    if not urls:
        return None
    public = site.releases / release / kept.PUBLIC
    left_out = kept.announced_of(site, release).taken_down
    known = kept.forgotten_in(site, release) | {
        url for url in left_out if not (public / file_of_url(url)).exists()
    }
    return forget(kept.load(site, release), urls - known) if urls - known else None


def is_page(url: str) -> bool:
    """Tell whether a URL path is that of a page, which other files may tell of."""
    return file_of_url(url).endswith(".html")


def named_in(release: Release, media: Collection[str]) -> frozenset[str]:
    """Return those of some photos and attachments that a release's pages still show."""
    found: set[str] = set()
    asked = {url.encode(): url for url in media}
    for path in _own_texts(release.entries()):
        if path.endswith(".html"):
            names = _NAMED.findall((release.public / path).read_bytes())
            found.update(asked[name] for name in names if name in asked)
    return frozenset(found)


def forget(release: Release, urls: Collection[str]) -> Amended:
    """Remove all traces of some pages from a release's own files.

    The pages' own files go as well. In the shared store nothing is touched: nginx keeps readers
    from it. May be stopped at any moment and begun again.

    Args:
        release: live, kept or in the making; the caller holds the site's lock.
        urls: URL paths of the pages.
    """
    pages = {file_of_url(url) for url in urls}
    entries = release.entries()
    present = pages & entries.keys()
    needles = Needles.of(urls, titles=_titles(release, present))
    work = _Work(dict(release.amended))
    for path in _own_texts(entries):
        file = release.public / path
        if path in pages or not file.exists():
            continue
        data = file.read_bytes()
        if needles.found_in(data):
            _put(release, work, path, cut(path, data, needles))
    if present or any(path.startswith(_SEARCH) for path in (*work.cut, *work.withheld)):
        for path in entries:
            if path.startswith(_SEARCH) and original_of(path) != _SEARCH_PAGE:
                _withhold(release, work, path)
    # The pages go last: their titles are needed again if this is stopped before.
    for page in present:
        _take_away(release, work, page)
    if kept.REDIRECTS_SOURCE in work.amended:
        # Or the map would lead to the page under its old addresses, and differ from its source.
        kept.save_redirects(release)
    kept.save_amended(release.folder, work.amended, release.forgotten | set(urls))
    return Amended(tuple(work.cut), tuple(dict.fromkeys(work.withheld)))


def _titles(release: Release, pages: Iterable[str]) -> Iterator[str]:
    for page in pages:
        file = release.public / page
        if file.is_file() and (title := title_of(file.read_bytes())) is not None:
            yield title


def _own_texts(entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield the files that may speak of a page: neither shared ones nor compressed copies."""
    for path in entries:
        if not is_immutable(path) and original_of(path) == path:
            yield path


def _put(release: Release, work: _Work, path: str, data: bytes | None) -> None:
    """Replace a file by what is left of it; withhold it when nothing sure is."""
    if data is None:
        _withhold(release, work, path)
        return
    file = release.public / path
    # Never the time of the old file: nginx makes its ETag of time and size.
    modified = max(time.time_ns(), file.stat().st_mtime_ns + _SECOND)
    for copy in copies_of(path):
        _take_away(release, work, copy)
    entry = Entry(manifests.hash_of(data), len(data))
    work.amended[path] = entry
    # Written down first: a file that is not what was signed must never be unexplained.
    kept.save_amended(release.folder, work.amended, release.forgotten)
    with disk.writable(file.parent):
        disk.write_locked(file, data, modified)
    work.cut.append(path)


def _withhold(release: Release, work: _Work, path: str) -> None:
    for form in sorted({path, url_of_file(path).removeprefix("/")}):
        marker = Path(f"{release.folder}/{kept.WITHHELD}/{form}{_HELD}")
        marker.parent.mkdir(parents=True, exist_ok=True)
        marker.touch()
    _take_away(release, work, path)
    if original_of(path) == path:
        work.withheld.append(path)


def _take_away(release: Release, work: _Work, path: str) -> None:
    """Remove a file of a release, with its compressed copies when it is no copy itself."""
    if path in release.signed:
        work.amended[path] = None
    file = release.public / path
    if file.exists():
        with disk.writable(file.parent):
            file.unlink()
    if original_of(path) == path:
        for copy in copies_of(path):
            _take_away(release, work, copy)
