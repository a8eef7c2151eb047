"""What was taken down: a list, and one marker for each address, outside of all releases.

nginx answers 410 where it finds ``gone<address>.gone``, so a take-down needs no reload and no
lock, and every release that is live later obeys it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from publish_gate import disk
from publish_gate.names import INDEX, copies_of, file_of_url
from publish_gate.site import Site

_FILE: Final = "tombstones.json"
_MARKER: Final = ".gone"
LOCK: Final = "gone.lock"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One take-down.

    Attributes:
        url: URL path that was ordered removed.
        files: URL paths of photos, cards and attachments that go with it.
        at: ISO time in UTC.
        reason: of whoever ordered it, or None.
    """

    url: str
    files: tuple[str, ...]
    at: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Tombstones:
    """All take-downs of a site by their URL path."""

    by_url: Mapping[str, Tombstone]

    @classmethod
    def load(cls, site: Site) -> Tombstones:
        """Read the list.

        A damaged list is an error and not an empty one: what was taken down would come back.

        Raises:
            ValueError: it cannot be read.
        """
        try:
            raw = json.loads((site.gone / _FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls({})
        stones = [
            Tombstone(item["url"], tuple(item["files"]), item["at"], item["reason"]) for item in raw
        ]
        return cls({stone.url: stone for stone in stones})

    def urls(self) -> frozenset[str]:
        """Return the URL paths that were ordered removed."""
        return frozenset(self.by_url)

    def addresses(self) -> frozenset[str]:
        """Return all URL paths that answer 410, photos and attachments too."""
        return frozenset(
            address for stone in self.by_url.values() for address in (stone.url, *stone.files)
        )

    def save(self, site: Site) -> None:
        """Write the list, and make the markers agree with it.

        New markers come before the list and old ones go after it, so that whatever is in the
        list answers 410 at any moment.
        """
        wanted = {marker for address in self.addresses() for marker in _markers(site, address)}
        for marker in sorted(wanted):
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.touch()
        raw = [
            {"url": s.url, "files": list(s.files), "at": s.at, "reason": s.reason}
            for s in sorted(self.by_url.values(), key=lambda stone: stone.url)
        ]
        disk.write_whole(site.gone / _FILE, json.dumps(raw, indent=1).encode(), mode=0o600)
        _remove_others(site, wanted)

    def with_one(self, url: str, files: Iterable[str], reason: str | None) -> Tombstones:
        """Return the list with a take-down added, or its files and reason replaced."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        known = self.by_url.get(url)
        stone = Tombstone(
            url,
            tuple(sorted(set(files) | set(known.files if known else ()))),
            known.at if known else now,
            reason or (known.reason if known else None),
        )
        return Tombstones({**self.by_url, url: stone})

    def without(self, urls: Iterable[str]) -> Tombstones:
        """Return the list without some take-downs."""
        away = set(urls)
        return Tombstones({url: stone for url, stone in self.by_url.items() if url not in away})

    def without_files(self, files: Iterable[str]) -> Tombstones:
        """Return the list with some photos or attachments free again."""
        away = set(files)
        return Tombstones(
            {
                url: Tombstone(
                    url, tuple(f for f in stone.files if f not in away), stone.at, stone.reason
                )
                for url, stone in self.by_url.items()
            }
        )


def _markers(site: Site, address: str) -> list[Path]:
    """Return the marker of every form in which an address can be asked for."""
    file = file_of_url(address)
    forms = [file, *copies_of(file)]
    if file.endswith(f"/{INDEX}"):
        folder = file.removesuffix(INDEX)
        forms += [folder, folder.removesuffix("/")]
    return [Path(f"{site.gone}/{form}{_MARKER}") for form in forms]


def _remove_others(site: Site, wanted: set[Path]) -> None:
    for name, folders, files in os.walk(site.gone, topdown=False):
        folder = Path(name)
        for file in files:
            marker = folder / file
            if file.endswith(_MARKER) and marker not in wanted:
                marker.unlink()
        for child in folders:
            if not any((folder / child).iterdir()):
                (folder / child).rmdir()
