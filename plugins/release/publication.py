"""One publication, from a built site to a live one.

The server decides; this side sends what it asks for. Until ``activate`` nothing changes for
readers, and every step may be done again.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from plugins.engine.errors import BuildError
from plugins.engine.manifest import NAME as MANIFEST
from plugins.release.candidate import Candidate, announcement
from plugins.release.channel import Channel, Meter
from plugins.release.errors import DeployError
from plugins.release.history import ancestors_of
from plugins.release.lost import lost_addresses
from plugins.release.signing import sign

ANNOUNCEMENT: Final = "RELEASE"
MOST_LISTED: Final = 10
_ROUNDS: Final = 3
_TENTH_OF_A_MEGABYTE: Final = 100_000

Say = Callable[[str], None]
Progress = Callable[[Iterable[str], int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: ``sent`` are bytes over the line, ``files`` those that were sent.

    ``already`` tells that just this release was live before.
    """

    id: str
    previous: str | None
    files: int
    sent: int
    seconds: float
    already: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """A built site on its way to a server.

    ``history`` is the work tree that it was built from, ``work`` a folder on the same disk for
    what is sent, ``say`` tells what goes on, ``progress`` passes names on and shows how many of so
    many have come.
    """

    candidate: Candidate
    channel: Channel
    history: Path
    work: Path
    say: Say
    progress: Progress

    def run(self, *, allow_shrink: str | None = None, force: str | None = None) -> Published:
        """Publish.

        Args:
            allow_shrink: why pages and addresses may be missing.
            force: why it may go live although it is older, or publishing on hold.

        Raises:
            DeployError: it was refused or did not work; readers see what they saw before, or, with
                the status of ``rollback-failed``, somebody has to look.
        """
        started = time.monotonic()
        ask = self.channel.ask
        release = self.candidate.id
        taken_down = _texts(ask("status"), "taken_down")
        with _workplace(self.work) as folder:
            self.say(f"Chuẩn bị bản {release}")
            self._announce(folder / "head", taken_down, allow_shrink, force)
            ask("open", release)
            meter = Meter()
            for _ in self.channel.send(folder / "head", release, meter):
                pass
            begun = ask("begin", release)
            if allow_shrink is None:
                self._refuse_losses(_texts(begun, "lost"), taken_down)
            count = 0
            for number in range(_ROUNDS):
                need = _texts(begun, "need")
                count += len(need)
                if need:
                    self._send(folder / f"files-{number}", need, meter)
                self.say("Máy chủ kiểm tra và đưa bản mới lên")
                try:
                    answer = ask("activate", release)
                    break
                except DeployError as error:
                    # What was damaged on the way is asked for once more.
                    if error.code != "incomplete" or number == _ROUNDS - 1:
                        raise
                    begun = ask("begin", release)
        previous = answer.get("previous")
        return Published(
            id=release,
            previous=previous if isinstance(previous, str) else None,
            files=count,
            sent=meter.sent,
            seconds=time.monotonic() - started,
            already=answer.get("already") is True,
        )

    def _announce(
        self, folder: Path, taken_down: list[str], allow_shrink: str | None, force: str | None
    ) -> None:
        """Write what the server is told first: the manifest, and the signed announcement of it."""
        folder.mkdir()
        commit = self.candidate.facts.commit
        ancestors = ancestors_of(self.history, commit) if commit else ()
        if commit and not ancestors:
            # A checkout of the last commit alone, as CI makes where nobody tells it otherwise.
            self.say("Không có lịch sử git của bản này, máy chủ có thể coi nó là bản cũ")
        data = announcement(
            self.candidate,
            ancestors=ancestors,
            taken_down=taken_down,
            allow_shrink=allow_shrink,
            force=force,
        )
        (folder / MANIFEST).write_bytes(self.candidate.seal)
        (folder / ANNOUNCEMENT).write_bytes(data)
        sign(folder / ANNOUNCEMENT, self.channel.target.signing_key)

    def _refuse_losses(self, gone: list[str], taken_down: list[str]) -> None:
        lost = lost_addresses(gone, self.candidate.moved(), taken_down)
        if not lost:
            return
        self.channel.ask("abandon", self.candidate.id)
        shown = ", ".join(lost[:MOST_LISTED]) + (", …" if len(lost) > MOST_LISTED else "")
        raise DeployError("deploy-lost", count=len(lost), list=shown)

    def _send(self, folder: Path, need: list[str], meter: Meter) -> None:
        folder.mkdir()
        size = 0
        for sha256, file in self.candidate.files_of(need).items():
            size += _put(file, folder / sha256, self.candidate)
        self.say(f"Gửi {len(need)} tệp ({megabytes(size)})")
        for _ in self.progress(self.channel.send(folder, self.candidate.id, meter), len(need)):
            pass


def megabytes(size: int) -> str:
    """Return a size as staff read it: ``1,4 MB``, ``0,03 MB``."""
    digits = 1 if size >= _TENTH_OF_A_MEGABYTE else 2
    return f"{size / 1_000_000:.{digits}f} MB".replace(".", ",")


@contextlib.contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """Give an empty folder inside another to one publication at a time.

    What one that was killed left there goes: links to files of the site keep them on the disk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place = folder / "deploy"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
    finally:
        os.close(lock)


def _put(file: Path, target: Path, candidate: Candidate) -> int:
    """Put a file of the site under its hash into the folder that is sent; return its size.

    Raises:
        DeployError: it is not what the manifest says.
        BuildError: this disk is full.
    """
    path = file.relative_to(candidate.folder).as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DeployError("deploy-changed", path=path, folder=candidate.folder) from error
    if hashlib.sha256(data).hexdigest() != target.name:
        raise DeployError("deploy-changed", path=path, folder=candidate.folder)
    try:
        os.link(file, target, follow_symlinks=False)
    except OSError:
        # Another disk, or one without hard links.
        try:
            shutil.copyfile(file, target)
        except OSError as error:
            raise BuildError(f"Không ghi được vào {target.parent}: {error.strerror}.") from error
    return len(data)


def _texts(answer: Mapping[str, Any], name: str) -> list[str]:
    """Return a list of texts that an answer holds.

    Raises:
        DeployError: it holds none of that name.
    """
    found = answer.get(name)
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise DeployError("deploy-answer", text=f"«{name}» is missing")
    return found
