"""A complete release on disk: what it holds, where each of its files lies.

``releases/<id>/public`` has the pages, and those immutable files whose path the shared store has
with other bytes (an encoder was updated). nginx looks there first, then in the store.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nginx.redirects import redirect_map
from publish_gate import announcement, disk, manifests
from publish_gate.announcement import Announcement
from publish_gate.answers import Refusal
from publish_gate.manifests import Entry
from publish_gate.names import immutable_rule, is_immutable
from publish_gate.site import Site

_AMENDED: Final = "amended.json"
REDIRECTS: Final = "redirects.map"
REDIRECTS_SOURCE: Final = "chuyen-huong.json"
PUBLIC: Final = "public"
WITHHELD: Final = "withheld"
_MOST_MANIFEST_BYTES: Final = 1 << 29


@dataclass(frozen=True, slots=True)
class Release:
    """A release in a folder.

    Attributes:
        folder: ``releases/<id>``, or the folder in which it is being made.
        announcement: what was signed.
        signed: the files as they were signed, by path.
        amended: files that a take-down has changed since, or removed (None), by path.
        forgotten: URL paths of the pages whose traces were removed from it.
    """

    folder: Path
    announcement: Announcement
    signed: Mapping[str, Entry]
    amended: Mapping[str, Entry | None]
    forgotten: frozenset[str]

    @property
    def public(self) -> Path:
        """The folder of the release's own files."""
        return self.folder / PUBLIC

    def entries(self) -> dict[str, Entry]:
        """Return the files as they are now, take-downs applied."""
        if not self.amended:
            return dict(self.signed)
        entries = dict(self.signed)
        for path, entry in self.amended.items():
            if entry is None:
                entries.pop(path, None)
            else:
                entries[path] = entry
        return entries

    def moved(self) -> frozenset[str]:
        """Return the old addresses that lead to new ones; none where they cannot be read.

        They only say what not to ask the web server for, and that must not keep anybody from going
        back to a release whose disk is damaged.
        """
        try:
            return frozenset(json.loads((self.public / REDIRECTS_SOURCE).read_bytes()))
        except (OSError, ValueError, TypeError):
            return frozenset()

    def redirects(self) -> str:
        """Return the map of old addresses as nginx is to read it; empty where there is none.

        Raises:
            ValueError: the release's own map is malformed.
        """
        try:
            return redirect_map((self.public / REDIRECTS_SOURCE).read_bytes())
        except FileNotFoundError:
            return ""

    def file_of(self, path: str, site: Site) -> Path:
        """Return where a file of this release lies."""
        own = self.public / path
        if is_immutable(path) and not own.exists():
            return site.immutable / path
        return own


def load(site: Site, release: str) -> Release:
    """Read a complete release.

    Raises:
        Refusal: there is none of this id (``unknown-release``), or its announcement or manifest
            is not what was accepted (``damaged``): not the fault of what somebody sends now.
    """
    folder = _folder(site, release)
    try:
        return load_folder(folder)
    except (Refusal, disk.WrongBytes) as error:
        raise _damaged(release, error) from error


def _damaged(release: str, error: Exception) -> Refusal:
    return Refusal("damaged", f"the release {release} on this server is damaged: {error}")


def _folder(site: Site, release: str) -> Path:
    folder = site.releases / release
    if not folder.is_dir():
        raise Refusal("unknown-release", f"no release {release} on this server", kept=site.kept())
    return folder


def _announced(folder: Path) -> Announcement:
    return announcement.load(disk.read_regular(folder / announcement.NAME, announcement.MOST_BYTES))


def announced_of(site: Site, release: str) -> Announcement:
    """Read what was signed about a complete release, and not its manifest, which may be large.

    Raises:
        Refusal: there is none of this id (``unknown-release``), or it is ``damaged``.
    """
    folder = _folder(site, release)
    try:
        return _announced(folder)
    except (Refusal, disk.WrongBytes) as error:
        raise _damaged(release, error) from error


def forgotten_in(site: Site, release: str) -> frozenset[str]:
    """Return the URL paths of the pages whose traces were removed from a complete release."""
    return _amended(site.releases / release)[1]


def load_folder(folder: Path) -> Release:
    """Read a release from a folder that holds its announcement and manifest.

    Raises:
        Refusal: its manifest is not the announced one (``bad-manifest``).
    """
    announced = _announced(folder)
    data = disk.read_regular(folder / manifests.NAME, _MOST_MANIFEST_BYTES)
    if manifests.hash_of(data) != announced.manifest:
        raise Refusal("bad-manifest", "the manifest is not the one that was signed")
    amended, forgotten = _amended(folder)
    return Release(folder, announced, manifests.load(data), amended, forgotten)


def _amended(folder: Path) -> tuple[dict[str, Entry | None], frozenset[str]]:
    try:
        raw = json.loads((folder / _AMENDED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, frozenset()
    files = {
        path: None if entry is None else Entry(entry["sha256"], entry["size"])
        for path, entry in raw["files"].items()
    }
    return files, frozenset(raw["forgotten"])


def save_redirects(release: Release) -> None:
    """Write the map of old addresses that nginx reads when it is reloaded.

    Raises:
        ValueError: the release's own map is malformed.
    """
    disk.write_whole(release.folder / REDIRECTS, release.redirects().encode())


def save_amended(
    folder: Path, amended: Mapping[str, Entry | None], forgotten: Iterable[str]
) -> None:
    """Write down how a release differs from what was signed, because of take-downs.

    Args:
        folder: of the release.
        amended: files by path; None: removed.
        forgotten: URL paths of the pages that it forgot; empty while that is under way, so that
            it is done again should the machine stop now.
    """
    files = {
        path: None if entry is None else {"sha256": entry.sha256, "size": entry.size}
        for path, entry in sorted(amended.items())
    }
    raw = {"files": files, "forgotten": sorted(forgotten)}
    disk.write_whole(folder / _AMENDED, json.dumps(raw, indent=1).encode())


def expected(site: Site, release: str) -> dict[str, tuple[Path, str, int]]:
    """Return what a release consists of: (file on disk, sha256, size) by path.

    Raises:
        Refusal: there is no such release, or its manifest is not the signed one.
    """
    found = load(site, release)
    return {
        path: (found.file_of(path, site), entry.sha256, entry.size)
        for path, entry in found.entries().items()
    }


def flaws(site: Site, release: Release, *, reread: bool) -> list[str]:
    """Compare a release's files with its manifest.

    Args:
        site: the site's folder.
        release: to compare.
        reread: hash the release's own files; shared immutable ones are compared by size, because
            they were hashed on arrival and the tamper watch reads them again.

    Returns:
        one line for each file that is missing, changed or too many; empty when all is right.
    """
    entries = release.entries()
    own = own_files(release.public)
    fixed = immutable_rule()
    found = []
    # Strings and no Path objects: a site of twenty years has some 400,000 files.
    for path, entry in entries.items():
        shared = path not in own and fixed.match(f"/{path}") is not None
        file = f"{site.immutable if shared else release.public}/{path}"
        try:
            size = os.lstat(file).st_size
        except (FileNotFoundError, NotADirectoryError):
            found.append(f"missing: {path}")
            continue
        if size != entry.size or (reread and not shared and not disk.is_file_of(file, entry)):
            found.append(f"changed: {path}")
    extra = own - entries.keys()
    return found + [f"too many: {path}" for path in sorted(extra)]


def own_files(public: Path) -> set[str]:
    """Return the paths of everything below a folder that is no folder itself."""
    found: set[str] = set()
    for name, folders, files in os.walk(public):
        below = name[len(str(public)) + 1 :]
        links = [each for each in folders if os.path.islink(f"{name}/{each}")]
        found.update(f"{below}/{file}" if below else file for file in (*files, *links))
    return found
