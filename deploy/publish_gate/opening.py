"""The first half of a deploy: making room for what comes, and saying what has to come."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from publish_gate import announcement, disk, history, kept, manifests, policy
from publish_gate.announcement import Announcement
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.kept import Release
from publish_gate.manifests import Entry
from publish_gate.names import checked_id, immutable_rule, is_immutable, url_of_file
from publish_gate.site import Site
from publish_gate.tombstones import Tombstones

_MOST_MANIFEST_BYTES: Final = 1 << 29
_MOST_SIGNATURE_BYTES: Final = 16_384
_MOST_LOST: Final = 1000
# Folders and temporary files of a deploy, besides one inode for each file.
_FEW_INODES: Final = 1000


@dataclass(frozen=True, slots=True)
class Sources:
    """Where bytes come from that need not be sent: the live release's files by their hash."""

    by_hash: Mapping[str, str]
    shared: Mapping[str, str]

    def stands(self, path: str, entry: Entry) -> bool:
        """Tell whether the shared store has an immutable file already, as live shows it."""
        return self.shared.get(path) == entry.sha256


def sources_of(site: Site, live: Release | None) -> Sources:
    """Return what the live release offers to the next one.

    Its files were hashed on arrival. Pages are hashed again when they are copied; the shared
    store is not read on each deploy, because 60,000 photos would take minutes.
    """
    by_hash: dict[str, str] = {}
    shared: dict[str, str] = {}
    if live is not None:
        own = kept.own_files(live.public)
        fixed = immutable_rule()
        for path, entry in live.entries().items():
            if path not in own and fixed.match(f"/{path}"):
                by_hash.setdefault(entry.sha256, f"{site.immutable}/{path}")
                shared[path] = entry.sha256
            else:
                by_hash[entry.sha256] = f"{live.public}/{path}"
    return Sources(by_hash, shared)


def open_upload(site: Site, release: str) -> dict[str, object]:
    """Make the folder that a release is sent to; the live manifest lies in it as a basis.

    rsync then sends what differs of a manifest of many megabytes. Safe to repeat.
    """
    folder = site.incoming / checked_id(release)
    live = site.live()
    folder.mkdir(exist_ok=True)
    base = folder / manifests.NAME
    if live is not None and not base.exists():
        shutil.copyfile(site.releases / live / manifests.NAME, base)
        base.chmod(0o644)
    return {"ok": True, "live": live, "base": base.exists()}


def begin(config: Config, site: Site, release: str) -> dict[str, object]:
    """Check an announced release, and say what has to be sent.

    Raises:
        Refusal: see the codes of ``answers``; nothing has been kept.
    """
    live_id = site.live()
    if (
        checked_id(release) == live_id
        and not (site.incoming / release / announcement.NAME).exists()
    ):
        # An activation whose caller had lost the line has finished meanwhile, and cleared up.
        return _answer(site, live_id, {}, [])
    announced, data = _accept(config, site, release)
    entries = manifests.load(data)
    _check_counts(announced, entries)
    past = history.load(site)
    live = None if live_id is None else kept.load(site, live_id)
    if live is not None and release == live_id:
        if announced.manifest != live.announcement.manifest:
            raise Refusal("bad-release", f"{release} is live already, with other files")
    else:
        policy.check(announced, None if live is None else live.announcement, past.hold)
    need = {} if _has_whole(site, announced) else needed(site, release, entries, live)
    need_bytes = sum(need.values())
    pages = [entry.size for path, entry in entries.items() if not is_immutable(path)]
    disk.check_space(
        site.root,
        # What is sent lies in incoming/ and, checked, in its place; pages are copied in any case.
        need_bytes=2 * need_bytes + sum(pages),
        need_files=2 * len(need) + 2 * len(pages) + _FEW_INODES,
        spare=config.spare_bytes,
    )
    return _answer(site, live_id, need, _lost_pages(live, entries))


def _answer(
    site: Site, live: str | None, need: Mapping[str, int], lost: list[str]
) -> dict[str, object]:
    return {
        "ok": True,
        "live": live,
        "need": sorted(need),
        "need_bytes": sum(need.values()),
        "lost": lost[:_MOST_LOST],
        "lost_count": len(lost),
        "taken_down": sorted(Tombstones.load(site).urls()),
    }


def _accept(config: Config, site: Site, release: str) -> tuple[Announcement, bytes]:
    """Check what was sent about a release and put it where the CI key cannot reach."""
    incoming = site.incoming / release
    work = site.work / f"accept-{release}-{os.getpid()}"
    disk.remove_tree(work)
    work.mkdir()
    try:
        announced_bytes = disk.read_regular(incoming / announcement.NAME, announcement.MOST_BYTES)
        signature = disk.read_regular(incoming / announcement.SIGNATURE, _MOST_SIGNATURE_BYTES)
        data = disk.read_regular(incoming / manifests.NAME, _MOST_MANIFEST_BYTES)
        (work / announcement.NAME).write_bytes(announced_bytes)
        (work / announcement.SIGNATURE).write_bytes(signature)
        announcement.check_signature(config, announced_bytes, work / announcement.SIGNATURE)
        announced = announcement.load(announced_bytes)
        if announced.id != release:
            raise Refusal("bad-release", f"{announcement.NAME} is of {announced.id}")
        if manifests.hash_of(data) != announced.manifest:
            raise Refusal("bad-manifest", "the manifest is not the one that was signed")
        (work / manifests.NAME).write_bytes(data)
        target = site.accepted / release
        disk.remove_tree(target)
        work.replace(target)
    except disk.WrongBytes as error:
        raise Refusal("bad-release", str(error)) from error
    finally:
        disk.remove_tree(work)
    return announced, data


def _check_counts(announced: Announcement, entries: Mapping[str, Entry]) -> None:
    counted = (manifests.pages(entries), len(entries), sum(e.size for e in entries.values()))
    if counted != (announced.pages, announced.files, announced.bytes):
        raise Refusal("bad-release", f"pages, files, bytes are {counted} by the manifest")
    if "index.html" not in entries:
        raise Refusal("bad-release", "a release without a front page")


def _has_whole(site: Site, announced: Announcement) -> bool:
    """Tell whether a release is kept here from before a rollback, as it was signed."""
    if announced.id not in site.kept():
        return False
    old = kept.load(site, announced.id)
    return old.announcement.manifest == announced.manifest and not old.amended


def needed(
    site: Site, release: str, entries: Mapping[str, Entry], live: Release | None
) -> dict[str, int]:
    """Return the hashes, with sizes, that neither this server nor the upload so far has."""
    sources = sources_of(site, live)
    incoming = site.incoming / release
    here = {item.name: item.stat(follow_symlinks=False).st_size for item in _items(incoming)}
    fixed = immutable_rule()
    need: dict[str, int] = {}
    for path, entry in entries.items():
        if entry.sha256 in sources.by_hash or here.get(entry.sha256) == entry.size:
            continue
        if fixed.match(f"/{path}") and disk.is_file_of(site.immutable / path, entry):
            continue
        need[entry.sha256] = entry.size
    return need


def _items(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return list(items)
    except FileNotFoundError:
        return []


def _lost_pages(live: Release | None, entries: Mapping[str, Entry]) -> list[str]:
    if live is None:
        return []
    gone = live.signed.keys() - entries.keys()
    return sorted(url_of_file(path) for path in gone if path.endswith(".html"))


def abandon(site: Site, release: str) -> dict[str, object]:
    """Drop what was sent of a release that is not to go live."""
    disk.remove_tree(site.incoming / checked_id(release))
    disk.remove_tree(site.accepted / release)
    return {"ok": True}
