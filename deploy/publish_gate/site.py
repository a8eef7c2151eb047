"""The folder of one site on the server, its lock, and the link that says what is live."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from publish_gate import disk
from publish_gate.answers import Refusal
from publish_gate.names import is_id

_POLL_SECONDS: Final = 0.05
_PRIVATE: Final = 0o700
_READABLE: Final = 0o755


@dataclass(frozen=True, slots=True)
class Site:
    """The paths below one site's folder."""

    root: Path

    @property
    def incoming(self) -> Path:
        """Where rsync puts files: the only folder that the CI key can write to."""
        return self.root / "incoming"

    @property
    def accepted(self) -> Path:
        """Announcements and manifests that were found right, out of the CI key's reach."""
        return self.root / "accepted"

    @property
    def releases(self) -> Path:
        """Complete releases, one folder each."""
        return self.root / "releases"

    @property
    def work(self) -> Path:
        """What is being made; anything here may go while nobody holds the lock."""
        return self.root / "work"

    @property
    def trash(self) -> Path:
        """What is to be removed."""
        return self.root / "trash"

    @property
    def immutable(self) -> Path:
        """Files that never change, shared by all releases."""
        return self.root / "immutable"

    @property
    def gone(self) -> Path:
        """Markers of what was taken down; nginx looks here before it answers."""
        return self.root / "gone"

    @property
    def current(self) -> Path:
        """The link to the live release."""
        return self.root / "current"

    def make(self) -> None:
        """Make what is missing of the folder. Safe to repeat."""
        for folder in (self.releases, self.immutable, self.gone):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(_READABLE)
        for folder in (self.incoming, self.accepted, self.work, self.trash):
            folder.mkdir(exist_ok=True)
            folder.chmod(_PRIVATE)

    def live(self) -> str | None:
        """Return the id of the live release, None before the first.

        The link decides, never the history: between the two a machine may lose its power.
        """
        try:
            name = Path(os.readlink(self.current)).name
        except FileNotFoundError:
            return None
        return name if is_id(name) else None

    def leads_elsewhere(self) -> bool:
        """Tell whether something stands in the link's place that :meth:`point` has not made.

        nginx follows it wherever it leads, so its last part alone, by which :meth:`live` knows the
        release, proves nothing about what readers see.
        """
        try:
            target = os.readlink(self.current)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        folder, _, name = target.rpartition("/")
        return folder != self.releases.name or not is_id(name)

    def point(self, release: str | None) -> None:
        """Make a release the live one, in one step; None: there is no live one any more.

        ``rename`` replaces the link, so each request sees the old release or the new one.
        """
        if release is None:
            self.current.unlink(missing_ok=True)
        else:
            temporary = self.root / ".current.new"
            temporary.unlink(missing_ok=True)
            temporary.symlink_to(Path("releases") / release)
            temporary.replace(self.current)
        disk.sync_folder(self.root)

    def kept(self) -> list[str]:
        """Return the ids of all complete releases, sorted."""
        return sorted(name for name in os.listdir(self.releases) if is_id(name))

    @contextmanager
    def locked(self, seconds: float, name: str = "lock") -> Iterator[None]:
        """Hold a lock of the site. The kernel frees it when the holder dies.

        Raises:
            Refusal: somebody else holds it for longer than ``seconds`` (``busy``).
        """
        end = time.monotonic() + seconds
        descriptor = os.open(self.root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            while True:
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > end:
                        raise Refusal("busy", "another command is at work on this site") from None
                    time.sleep(_POLL_SECONDS)
            yield
        finally:
            os.close(descriptor)
