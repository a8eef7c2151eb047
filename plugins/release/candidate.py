"""A built site that is to go live: sealed, and told by what its build said of itself."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Final

from plugins.engine import manifest
from plugins.engine.manifest import Entry, ManifestError
from plugins.release import facts
from plugins.release.errors import DeployError
from plugins.release.facts import BuildFacts, FactsError, mark_of

OLD_ADDRESSES: Final = "chuyen-huong.json"
NO_COMMIT: Final = "0" * 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A built site. ``seal`` are the bytes of its manifest."""

    folder: Path
    seal: bytes
    entries: tuple[Entry, ...]
    facts: BuildFacts

    @property
    def id(self) -> str:
        """The release's name: the build's time in UTC, and the beginning of its commit.

        Publishing the same build once more, as a CI job that is run again does, goes on with what
        was sent already.
        """
        stamp = self.facts.built.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        return f"{stamp}-{(self.facts.commit or NO_COMMIT)[:12]}"

    def moved(self) -> frozenset[str]:
        """Return the old addresses that lead to new ones."""
        try:
            return frozenset(json.loads((self.folder / OLD_ADDRESSES).read_bytes()))
        except (OSError, ValueError) as error:
            raise _not_built(self.folder, f"{OLD_ADDRESSES}: {error}") from error

    def files_of(self, hashes: Iterable[str]) -> dict[str, Path]:
        """Return a file for each content hash.

        Raises:
            DeployError: the site has none with that hash.
        """
        by_hash = {entry.sha256: entry.path for entry in self.entries}
        wanted = set(hashes)
        if not wanted <= by_hash.keys():
            unknown = sorted(wanted - by_hash.keys())[0]
            raise DeployError("deploy-answer", text=f"need {unknown}")
        return {sha256: self.folder / by_hash[sha256] for sha256 in sorted(wanted)}


def read_candidate(folder: Path) -> Candidate:
    """Read what a build left.

    Its files are not read here: those that are sent are, when they are, and the server hashes all
    that arrive.

    Raises:
        DeployError: the folder holds no finished public site.
    """
    try:
        seal = (folder / manifest.NAME).read_bytes()
        entries = manifest.load(seal)
        found = facts.load((folder / facts.PATH).read_bytes())
    except FileNotFoundError as error:
        raise _not_built(folder, f"thiếu {Path(error.filename).name}") from error
    except (OSError, ManifestError, FactsError) as error:
        raise _not_built(folder, str(error)) from error
    return Candidate(folder, seal, entries, found)


@contextlib.contextmanager
def kept_still(folder: Path) -> Iterator[None]:
    """Keep builds from changing a folder meanwhile; one that is at work already is waited for."""
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise _not_built(folder, error.strerror or str(error)) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield
    finally:
        os.close(lock)


def announcement(
    candidate: Candidate,
    *,
    ancestors: Iterable[str],
    taken_down: Iterable[str],
    allow_shrink: str | None = None,
    force: str | None = None,
) -> bytes:
    """Write ``RELEASE``, what is signed: canonical JSON (keys sorted, no blanks, one line).

    Args:
        candidate: what it is of.
        ancestors: commits before its own.
        taken_down: the addresses that the server keeps down; those that the build left out too are
            named, so that the server need not cut them out of it.
        allow_shrink: why it may have fewer pages.
        force: why it may go live although it is older, or publishing on hold.
    """
    left_out = set(candidate.facts.taken_down)
    following = candidate.facts.next_change
    content = {
        "id": candidate.id,
        "commit": candidate.facts.commit,
        "ancestors": list(ancestors) if candidate.facts.commit else [],
        "built": candidate.facts.built.isoformat(timespec="seconds"),
        "manifest": hashlib.sha256(candidate.seal).hexdigest(),
        "pages": sum(entry.path.endswith(".html") for entry in candidate.entries),
        "files": len(candidate.entries),
        "bytes": sum(entry.size for entry in candidate.entries),
        "next_change": following and following.isoformat(timespec="seconds"),
        "allow_shrink": allow_shrink,
        "force": force,
        "taken_down": sorted(url for url in taken_down if mark_of(url) in left_out),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def _not_built(folder: Path, reason: str) -> DeployError:
    return DeployError("deploy-not-built", folder=folder, reason=reason)
