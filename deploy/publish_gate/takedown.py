"""Taking down: a page that must vanish now, with its photos, and all that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from publish_gate import amendments, kept
from publish_gate.amendments import is_page, media_of
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.names import checked_url_path, file_of_url, original_of, picture_of
from publish_gate.site import Site
from publish_gate.switching import recover
from publish_gate.tombstones import LOCK, Tombstones

_LOCK_SECONDS = 10


def take_down(
    config: Config, site: Site, urls: Sequence[str], reason: str | None
) -> dict[str, object]:
    """Let addresses answer 410 at once, then remove what tells of them from all releases.

    Args:
        config: of the site.
        site: its folder; the caller does not hold its lock, because a deploy may hold it long.
        urls: URL paths of pages, photos or attachments.
        reason: of whoever orders it.

    Raises:
        Refusal: an address is malformed (``usage``) or unknown to all releases (``not-found``);
            then none is taken down.
    """
    ordered = list(dict.fromkeys(_whole(site, checked_url_path(url)) for url in urls))
    if not ordered:
        raise Refusal("usage", "take-down needs the path of a page or file")
    with site.locked(_LOCK_SECONDS, LOCK):
        stones = Tombstones.load(site)
        unknown = [url for url in ordered if url not in stones.by_url and not _known(site, url)]
        if unknown:
            raise Refusal("not-found", f"no release has {unknown[0]}", unknown=unknown)
        for url in ordered:
            stones = stones.with_one(url, _media(site, url) - {url}, reason)
        stones.save(site)
    # A photo that was ordered removed itself stays gone, whichever pages show it.
    alone = {
        address
        for stone in stones.by_url.values()
        if not is_page(stone.url)
        for address in (stone.url, *stone.files)
    }
    media = {file for url in ordered for file in stones.by_url[url].files} - alone
    try:
        with site.locked(config.lock_seconds):
            recover(config, site)
            shared = forget_everywhere(site, media)
            pending = False
    except Refusal as refusal:
        # The addresses answer 410 in any case. Whoever holds the lock sees to the rest.
        if refusal.code != "busy":
            raise
        shared, pending = frozenset(), True
    if shared:
        with site.locked(_LOCK_SECONDS, LOCK):
            stones = Tombstones.load(site).without_files(shared)
            stones.save(site)
    return {
        "ok": True,
        "taken_down": ordered,
        "files": sum(len(stones.by_url[url].files) for url in ordered if url in stones.by_url),
        "shared": sorted(shared),
        "pending": pending,
    }


def _whole(site: Site, url: str) -> str:
    """Return the form of an address that pages are listed by: ``/a/`` for ``/a`` and index.html."""
    if url.endswith("/index.html"):
        return url.removesuffix("index.html")
    if not url.endswith("/") and not _known(site, url) and _known(site, f"{url}/"):
        return f"{url}/"
    return url


def _known(site: Site, url: str) -> bool:
    return any((folder / file_of_url(url)).is_file() for folder in _folders(site))


def _media(site: Site, url: str) -> set[str]:
    """Return the photos, cards and attachments that a page names; of a photo, its other sizes."""
    if not is_page(url):
        return _other_sizes(site, url)
    found: set[str] = set()
    for folder in _folders(site):
        file = folder / file_of_url(url)
        if file.is_file():
            found |= media_of(file.read_bytes())
    return found


def _other_sizes(site: Site, url: str) -> set[str]:
    picture = picture_of(file_of_url(url))
    if picture is None:
        return set()
    places = [(folder / picture).parent for folder in _folders(site)]
    names = {item.name for place in places if place.is_dir() for item in place.iterdir()}
    folder = picture.rpartition("/")[0]
    files = {f"{folder}/{name}" for name in names if original_of(name) == name}
    return {f"/{file}" for file in files if picture_of(file) == picture} - {url}


def _folders(site: Site) -> list[Path]:
    """Return the folders that nginx may answer from, in whatever release is live."""
    return [site.immutable, *(site.releases / each / kept.PUBLIC for each in site.kept())]


def forget_everywhere(site: Site, media: Iterable[str] = ()) -> frozenset[str]:
    """Remove what was taken down from the live and all kept releases. The caller holds the lock.

    Args:
        site: its folder.
        media: URL paths of files that were taken down because a page named them.

    Returns:
        those of them that other pages of the live release show.
    """
    live = site.live()
    named: frozenset[str] = frozenset()
    asked = set(media)
    # The live release first: readers see it.
    for each in sorted(site.kept(), key=lambda release: release != live):
        amendments.forget_new(site, each)
        if each == live and asked:
            named = amendments.named_in(kept.load(site, each), asked)
    return named


def restore(site: Site, urls: Sequence[str]) -> dict[str, object]:
    """Let addresses be published again: the next build that has them brings them back.

    Raises:
        Refusal: one of them was not taken down (``not-found``).
    """
    with site.locked(_LOCK_SECONDS, LOCK):
        stones = Tombstones.load(site)
        wanted = [checked_url_path(url) for url in urls]
        if unknown := [url for url in wanted if url not in stones.by_url]:
            raise Refusal("not-found", f"{unknown[0]} was not taken down", unknown=unknown)
        stones.without(wanted).save(site)
    return {"ok": True, "restored": wanted}
