"""The second half of a deploy: putting the tree together, sealing it, making it live."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from publish_gate import amendments, announcement, disk, history, kept, manifests, policy
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.kept import Release
from publish_gate.manifests import Entry
from publish_gate.names import checked_id, immutable_rule
from publish_gate.opening import Sources, sources_of
from publish_gate.site import Site
from publish_gate.switching import Change, switch

_MOST_NEEDED: Final = 100_000
_SECOND: Final = 1_000_000_000


@dataclass(slots=True)
class _Making:
    """A tree in the making, and what it was made from."""

    shared: Path
    incoming: Path
    sent: frozenset[str]
    public: Path
    sources: Sources
    live_entries: Mapping[str, Entry]
    live_public: Path | None
    missing: set[str] = field(default_factory=set)
    copied: int = 0
    new: int = 0


def activate(config: Config, site: Site, release: str) -> dict[str, object]:
    """Make an announced release live. The caller holds the site's lock.

    Raises:
        Refusal: see the codes of ``answers``. Only with ``rolled-back`` and ``rollback-failed``
            readers may have seen the new release for a moment.
    """
    live_id = site.live()
    if checked_id(release) == live_id:
        _remove_upload(site, release)
        return {"ok": True, "live": release, "previous": None, "already": True}
    started = time.monotonic()
    new = _accepted(config, site, release)
    past = history.load(site)
    live = None if live_id is None else kept.load(site, live_id)
    policy.check(new.announcement, None if live is None else live.announcement, past.hold)
    spent = manifests.hash_of((new.folder / announcement.NAME).read_bytes())
    if new.announcement.force is not None and spent in past.spent:
        raise Refusal("replayed", "this announcement with its reason was used before")
    again = _kept_again(site, new)
    making = None if again else _make(site, new, live)
    made = time.monotonic()
    target = again or _seal(site, new)
    amended = amendments.forget_new(site, release)
    if amended:
        target = kept.load(site, release)
    sealed = time.monotonic()
    if new.announcement.force is not None:
        past = past.with_spent(spent)
    after = switch(config, site, Change(target, live, "activated"), past)
    if after.hold is not None:
        history.save(site, after.released())
    # A take-down that came while the tree was put together has its markers, but not its cuts.
    amendments.forget_new(site, release)
    _remove_upload(site, release)
    return {
        "ok": True,
        "live": release,
        "previous": live_id,
        "files": len(target.signed),
        "copied": making.copied if making else 0,
        "new": making.new if making else 0,
        "withheld": len(amended.withheld) if amended else 0,
        "seconds": {
            "tree": round(made - started, 3),
            "seal": round(sealed - made, 3),
            "switch": round(time.monotonic() - sealed, 3),
        },
    }


def _remove_upload(site: Site, release: str) -> None:
    for used in (site.incoming / release, site.accepted / release):
        disk.remove_tree(used)


def _accepted(config: Config, site: Site, release: str) -> Release:
    folder = site.accepted / release
    try:
        found = kept.load_folder(folder)
        announced = (folder / announcement.NAME).read_bytes()
    except disk.WrongBytes as error:
        raise Refusal("unknown-release", f"{release} was not begun") from error
    # Again, because whose signature counts may have changed since.
    announcement.check_signature(config, announced, folder / announcement.SIGNATURE)
    return found


def _kept_again(site: Site, new: Release) -> Release | None:
    """Return the release if this server has it whole, from before a rollback."""
    if new.announcement.id not in site.kept():
        return None
    old = kept.load(site, new.announcement.id)
    if old.announcement.manifest != new.announcement.manifest:
        raise Refusal("bad-release", f"{old.announcement.id} stands for other files here")
    flaws = kept.flaws(site, old, reread=True)
    if flaws or old.amended:
        # Its folder goes, and it is put together anew.
        old.folder.rename(site.trash / f"{old.announcement.id}-{time.time_ns()}")
        return None
    return old


def _make(site: Site, new: Release, live: Release | None) -> _Making:
    """Put the files of a release together below ``work/``."""
    folder = site.work / new.announcement.id
    disk.remove_tree(folder)
    public = folder / kept.PUBLIC
    public.mkdir(parents=True)
    incoming = site.incoming / new.announcement.id
    making = _Making(
        shared=site.immutable,
        incoming=incoming,
        sent=frozenset(os.listdir(incoming)) if incoming.is_dir() else frozenset(),
        public=public,
        sources=sources_of(site, live),
        live_entries={} if live is None else live.entries(),
        live_public=None if live is None else live.public,
    )
    made = {str(public)}
    fixed = immutable_rule()
    # Strings and no Path objects: a site of twenty years has some 400,000 files.
    for path, entry in new.signed.items():
        if fixed.match(f"/{path}") and _shared(making, path, entry):
            continue
        target = f"{public}/{path}"
        parent = os.path.dirname(target)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        _bring(making, entry, target, _modified(making, path, entry))
    if making.missing:
        need = sorted(making.missing)
        raise Refusal(
            "incomplete",
            f"{len(need)} files were not sent or are damaged",
            need=need[:_MOST_NEEDED],
        )
    return making


def _shared(making: _Making, path: str, entry: Entry) -> bool:
    """See to it that the shared store has a file; False if it has other bytes at its path."""
    target = f"{making.shared}/{path}"
    try:
        size = os.lstat(target).st_size
    except (FileNotFoundError, NotADirectoryError):
        size = None
    if size == entry.size and making.sources.stands(path, entry):
        return True
    if size is not None:
        return disk.is_file_of(target, entry)
    # Under a name that nobody asks for until it is whole.
    temporary = f"{making.public.parent}/immutable.new"
    if _bring(making, entry, temporary, time.time_ns()):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(temporary, target)
    return True


def _bring(making: _Making, entry: Entry, target: str, modified: int) -> bool:
    """Copy a file from what was sent, or from the live release; note it if neither has it."""
    if entry.sha256 in making.sent:
        sent = making.incoming / entry.sha256
        if _copied(sent, target, entry, modified):
            making.new += 1
            return True
        # Or it would be taken for what was needed the next time.
        disk.remove_tree(sent)
    source = making.sources.by_hash.get(entry.sha256)
    if source is not None and _copied(source, target, entry, modified):
        making.copied += 1
        return True
    making.missing.add(entry.sha256)
    return False


def _copied(source: Path | str, target: str, entry: Entry, modified: int) -> bool:
    """Copy a file if it is there and has the right bytes."""
    try:
        disk.copy_checked(source, target, entry, modified)
    except disk.WrongBytes:
        return False
    return True


def _modified(making: _Making, path: str, entry: Entry) -> int:
    """Return the time for a file: since when its bytes are what they are.

    nginx makes its ETag of time and size, so other bytes never get the old time.
    """
    if making.live_public is None or path not in making.live_entries:
        return time.time_ns()
    try:
        before = os.stat(f"{making.live_public}/{path}").st_mtime_ns
    except FileNotFoundError:
        return time.time_ns()
    if making.live_entries[path] == entry:
        return before
    return max(time.time_ns(), before + _SECOND)


def _seal(site: Site, new: Release) -> Release:
    """Add what belongs to a release, make it read-only and durable, and put it in its place."""
    folder = site.work / new.announcement.id
    for name in (announcement.NAME, announcement.SIGNATURE, manifests.NAME):
        shutil.copyfile(new.folder / name, folder / name)
    try:
        kept.save_redirects(replace(new, folder=folder))
    except ValueError as error:
        raise Refusal("bad-redirects", f"{kept.REDIRECTS_SOURCE}: {error}") from error
    disk.lock_folders(folder / kept.PUBLIC)
    disk.sync_all(folder)
    folder.rename(site.releases / new.announcement.id)
    disk.sync_folder(site.releases)
    return replace(new, folder=site.releases / new.announcement.id)
