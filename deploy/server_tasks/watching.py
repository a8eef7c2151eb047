"""Compares what a site's server sends with what was signed.

Pages are read whole each time. Of the photos and other files that all releases share, those whose
inode was touched since the last time, and a part of the rest: whoever changes a file's bytes cannot
keep its time of change (ctime), and a bad disk is found when the part comes round.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from publish_gate import announcement, disk, kept
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.kept import Release
from publish_gate.manifests import Entry
from publish_gate.names import file_of_url, is_id
from publish_gate.site import Site
from publish_gate.tombstones import Tombstones

# Files that an activation puts into the shared store before their release is there.
_GRACE_SECONDS: Final = 900
# The clock's steps: a file touched while the last run began must not fall between two runs.
_OVERLAP_SECONDS: Final = 60
_STATE: Final = "watch.json"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One thing that is not as it was signed.

    Attributes:
        kind: ``changed``, ``missing``, ``extra``, ``redirects``, ``signature``, ``tombstone``,
            ``link`` or ``installed``.
        path: below the site's address, without a slash before it; "" for the release itself; of
            what was installed, the file.
        shared: it lies in the store that all releases share.
    """

    kind: str
    path: str
    shared: bool = False

    def __str__(self) -> str:
        store = " (shared)" if self.shared else ""
        return f"{self.kind}: {self.path or 'the release'}{store}"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast to read.

    Attributes:
        bytes_per_second: at most.
        part: bytes of untouched shared files to read in one run.
    """

    bytes_per_second: int = 50_000_000
    part: int = 200_000_000


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the last run ended.

    Attributes:
        began: when it began, in seconds of the epoch; 0 before the first.
        cursor: the last shared path that was read in turn.
    """

    began: float = 0.0
    cursor: str = ""

    @classmethod
    def load(cls, folder: Path) -> Progress:
        """Read it; the very beginning where there is none: then everything touched is read."""
        try:
            raw = json.loads((folder / _STATE).read_text(encoding="utf-8"))
            return cls(float(raw["began"]), str(raw["cursor"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def save(self, folder: Path) -> None:
        """Write it."""
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"began": self.began, "cursor": self.cursor})
        disk.write_whole(folder / _STATE, text.encode())


class Reader:
    """Hashes files no faster than it should."""

    def __init__(self, bytes_per_second: int) -> None:
        self._rate = bytes_per_second
        self._start = time.monotonic()
        self._read = 0

    def is_right(self, file: Path, entry: Entry) -> bool:
        """Tell whether a file has the bytes of an entry; wait first if we are ahead of time."""
        ahead = self._read / self._rate - (time.monotonic() - self._start)
        if ahead > 0:
            time.sleep(ahead)
        self._read += entry.size
        return disk.is_file_of(file, entry)


def watch(
    config: Config, progress: Progress, pace: Pace, now: float
) -> tuple[list[Difference], Progress]:
    """Compare the live release with its signed manifest.

    Args:
        config: of the site.
        progress: where the last run ended.
        pace: how fast to read.
        now: seconds of the epoch.

    Returns:
        the differences, sorted, and where this run ended. Before the first release there are none.

    Raises:
        OSError: the disk cannot be read.
    """
    site = Site(config.site)
    if site.leads_elsewhere():
        return [Difference("link", site.current.name)], progress
    live = site.live()
    if live is None:
        return [], Progress(now, progress.cursor)
    try:
        release = kept.load(site, live)
        announced = release.folder / announcement.NAME
        signature = release.folder / announcement.SIGNATURE
        announcement.check_signature(config, announced.read_bytes(), signature)
    except (Refusal, FileNotFoundError):
        if site.live() != live:
            return watch(config, progress, pace, now)
        return [Difference("signature", "")], progress
    reader = Reader(pace.bytes_per_second)
    found = [*_own(release, site, reader), *_around(release, site)]
    found += _extra_shared(site, release, now)
    cursor, shared = _shared(site, release, progress, pace.part, reader)
    found += shared
    if found and site.live() != live:
        return watch(config, progress, pace, now)
    return sorted(set(found)), Progress(now, cursor)


def watch_installed(record: Path) -> list[Difference]:
    """Compare programs and settings with what was installed; nothing where there is no record.

    Args:
        record: lines of `sha256sum`, as the installer writes them.
    """
    try:
        lines = record.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        digest, _, name = line.partition("  ")
        try:
            right = hashlib.sha256(Path(name).read_bytes()).hexdigest() == digest
        except OSError:
            right = False
        if not right:
            found.append(Difference("installed", name))
    return found


def _own(release: Release, site: Site, reader: Reader) -> Iterator[Difference]:
    entries = release.entries()
    for path, entry in entries.items():
        file = release.file_of(path, site)
        if not file.is_relative_to(release.public):
            continue
        if not os.path.lexists(file):
            yield Difference("missing", path)
        elif not reader.is_right(file, entry):
            yield Difference("changed", path)
    for path in kept.own_files(release.public) - entries.keys():
        yield Difference("extra", path)


def _around(release: Release, site: Site) -> Iterator[Difference]:
    """Look at what nginx obeys besides the files: the map of redirects, and the tombstones."""
    try:
        present = (release.folder / kept.REDIRECTS).read_text(encoding="utf-8")
        if present != release.redirects():
            yield Difference("redirects", kept.REDIRECTS)
    except (OSError, ValueError):
        yield Difference("redirects", kept.REDIRECTS)
    for address in sorted(Tombstones.load(site).addresses()):
        for form in (address.removeprefix("/"), file_of_url(address)):
            if not (site.gone / f"{form}.gone").exists():
                yield Difference("tombstone", form)


def _shared(
    site: Site, release: Release, progress: Progress, part: int, reader: Reader
) -> tuple[str, list[Difference]]:
    """Read the shared files that were touched, and the next part of the others.

    Returns:
        the last path read in turn, and the differences.
    """
    entries = {
        path: entry
        for path, entry in release.entries().items()
        if release.file_of(path, site).is_relative_to(site.immutable)
    }
    found = []
    since = progress.began - _OVERLAP_SECONDS
    wanted: dict[str, Entry] = {}
    there: dict[str, Entry] = {}
    for path, entry in entries.items():
        try:
            status = (site.immutable / path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            found.append(Difference("missing", path, shared=True))
            continue
        there[path] = entry
        if status.st_ctime >= since or status.st_size != entry.size:
            wanted[path] = entry
    cursor, in_turn = _next_part(there, progress.cursor, part)
    for path, entry in {**wanted, **in_turn}.items():
        if not reader.is_right(site.immutable / path, entry):
            found.append(Difference("changed", path, shared=True))
    return cursor, found


def _next_part(
    entries: Mapping[str, Entry], cursor: str, part: int
) -> tuple[str, dict[str, Entry]]:
    """Return the paths after the cursor that make up a part, and the last of them."""
    chosen: dict[str, Entry] = {}
    size = 0
    for path in sorted(path for path in entries if path > cursor):
        if size >= part:
            return next(reversed(chosen), cursor), chosen
        chosen[path] = entries[path]
        size += entries[path].size
    return "", chosen


def _extra_shared(site: Site, release: Release, now: float) -> Iterator[Difference]:
    """Find shared files that no release names; young ones may belong to one that is being made."""
    strangers = kept.own_files(site.immutable) - release.signed.keys()
    if not strangers:
        return
    strangers -= set(_named_by_others(site, release))
    for path in strangers:
        try:
            status = (site.immutable / path).lstat()
        except FileNotFoundError:
            continue
        if now - status.st_ctime > _GRACE_SECONDS:
            yield Difference("extra", path, shared=True)


def _named_by_others(site: Site, release: Release) -> Iterable[str]:
    """Yield what kept releases name, and those whose upload the gate has begun to put together."""
    own = release.announcement.id
    folders = [site.releases / name for name in site.kept() if name != own]
    folders += [folder for folder in site.accepted.iterdir() if is_id(folder.name)]
    for folder in folders:
        try:
            yield from kept.load_folder(folder).signed
        except (Refusal, disk.WrongBytes):
            # It went meanwhile, or is damaged itself: then it vouches for nothing.
            continue
