"""The output folder: locked, staged, repaired in place, sealed last.

Everything is made in ``.build/`` inside the output folder first. Only when all of it is there is
the old manifest taken away, changed files moved in, stale ones removed, and the new manifest put in
place. So a failed build leaves the previous output as it was, and a build that is killed leaves
either a sealed tree or one without manifest, which the next build repairs. A fresh tree and a swap
would cost seconds of copying at 20,000 bulletins for one edit (docs/decisions/003).
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.engine import manifest
from plugins.engine.errors import BuildError
from plugins.engine.interruptions import held_back
from plugins.engine.manifest import NAME, WORK_FOLDER, Entry

_STAGED = "staged"
_PREVIOUS = "previous-manifest"
_STATUS = "status"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit did to the output folder, as counts of files."""

    written: int
    removed: int
    kept: int


class Output:
    """The output folder of one build; use it as a context manager.

    Raises (on entry):
        BuildError: the folder holds files that no build of ours put there, or it lies over one of
            the ``protected`` folders: a build removes what is not its own output.
    """

    def __init__(
        self, root: Path, *, protected: Iterable[Path], waiting: Callable[[str], None]
    ) -> None:
        self.root = root
        self._protected = [path.resolve() for path in protected]
        self._waiting = waiting
        self._work = root / WORK_FOLDER
        self._lock = -1

    def __enter__(self) -> Output:
        real = self.root.resolve()
        for path in self._protected:
            if real == path or real in path.parents or path in real.parents:
                raise BuildError(
                    f"the output folder {real} and {path} lie within each other; "
                    "choose another output folder"
                )
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BuildError(f"{self.root} cannot be an output folder: {error.strerror}") from error
        self._take_lock()
        try:
            self._refuse_foreign_folder()
            shutil.rmtree(self._work / _STAGED, ignore_errors=True)
            (self._work / _STAGED).mkdir(parents=True)
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()

    def _take_lock(self) -> None:
        self._lock = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with contextlib.suppress(OSError):
                self._waiting((self._work / _STATUS).read_text())
            fcntl.flock(self._lock, fcntl.LOCK_EX)

    def _refuse_foreign_folder(self) -> None:
        ours = {NAME, WORK_FOLDER}
        found = {path.name for path in self.root.iterdir()}
        if found and not found & ours:
            raise BuildError(
                f"{self.root} is not empty and no build of this site made it; a build would remove "
                "its files. Choose an empty output folder"
            )

    def _leave(self) -> None:
        """Remove the work folder, unless the tree is unsealed: then it marks the tree as ours."""
        if (self.root / NAME).exists() or not (self._work / _PREVIOUS).exists():
            shutil.rmtree(self._work, ignore_errors=True)
        with contextlib.suppress(OSError):
            self.root.rmdir()  # only when this build made it and nothing came of it
        os.close(self._lock)

    def status(self, phase: str) -> None:
        """Note what this build is doing, for a second build that has to wait."""
        (self._work / _STATUS).write_text(f"{os.getpid()} {phase}")

    def stage(self, path: str, data: bytes) -> Entry:
        """Put the bytes of one file aside, unless the output folder has just these already.

        Safe in a worker process: it writes below the work folder only.
        """
        entry = manifest.entry_of(path, data)
        if not _same_file(self.root / path, entry):
            target = self._staged(path)
            target.write_bytes(data)
        return entry

    def has(self, entry: Entry) -> bool:
        """Tell whether the output folder has just this file already."""
        return _same_file(self.root / entry.path, entry)

    def stage_copy(self, path: str, source: Path, sha256: str) -> Entry:
        """Put a copy of a file aside, unless the output folder has just these bytes already.

        Raises:
            BuildError: the source is not, or no longer, the file whose hash is given.
        """
        entry = Entry(path, sha256, source.stat().st_size)
        if _same_file(self.root / path, entry):
            return entry
        target = self._staged(path)
        shutil.copyfile(source, target, follow_symlinks=False)
        if not _same_file(target, entry):
            raise BuildError(f"{source} changed while it was being copied; build again")
        return entry

    def _staged(self, path: str) -> Path:
        target = self._work / _STAGED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def commit(self, entries: list[Entry]) -> Changes:
        """Make the output folder hold just these files, then seal it.

        Raises:
            BuildError: two entries claim one path, or a path would leave the folder.
        """
        _refuse_clashes(entries)
        wanted = {entry.path for entry in entries}
        staged = [entry.path for entry in entries if (self._work / _STAGED / entry.path).exists()]
        stale = [
            file
            for file in manifest.tree_files(self.root)
            if (path := file.relative_to(self.root).as_posix()) not in wanted and path != NAME
        ]
        seal = manifest.dump(entries)
        if staged or stale or not _has_bytes(self.root / NAME, seal):
            with held_back(signal.SIGINT, signal.SIGTERM):
                self._apply(staged, stale, seal)
        return Changes(len(staged), len(stale), len(entries) - len(staged))

    def _apply(self, staged: list[str], stale: list[Path], seal: bytes) -> None:
        # What may need room on the disk comes before the old seal is broken.
        new_seal = self._work / NAME
        with new_seal.open("wb") as opened:
            opened.write(seal)
            opened.flush()
            os.fsync(opened.fileno())
        self._make_folders(staged)
        with contextlib.suppress(FileNotFoundError):
            (self.root / NAME).replace(self._work / _PREVIOUS)
        (self._work / _PREVIOUS).touch()
        _sync_folder(self.root)
        for file in stale:
            file.unlink()
        for path in staged:
            target = self.root / path
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)  # only empty folders can be left here: all files were stale
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._work / _STAGED / path).replace(target)
        _remove_empty_folders(self.root)
        self.status("sealing")
        new_seal.replace(self.root / NAME)
        _sync_folder(self.root)

    def _make_folders(self, staged: list[str]) -> None:
        """Make the folders of new files, as far as nothing that is to go stands in the way."""
        for path in staged:
            parents = [self.root / parent for parent in PurePosixPath(path).parents]
            if not any(parent.is_symlink() for parent in parents[:-1]):
                with contextlib.suppress(FileExistsError, NotADirectoryError):
                    (self.root / path).parent.mkdir(parents=True, exist_ok=True)


def _same_file(file: Path, entry: Entry) -> bool:
    """Tell whether a regular file, no link to one, has just the bytes of the entry."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size != entry.size:
            return False
        digest = hashlib.sha256()
        while chunk := os.read(descriptor, _CHUNK):
            digest.update(chunk)
    finally:
        os.close(descriptor)
    return digest.hexdigest() == entry.sha256


def _has_bytes(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _refuse_clashes(entries: Iterable[Entry]) -> None:
    """Refuse two files on one path, also where only case differs, and a file on a folder's path."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for entry in entries:
        path = PurePosixPath(entry.path)
        if path.is_absolute() or ".." in path.parts or path.as_posix() != entry.path:
            raise BuildError(f"a page would be written outside the output folder: {entry.path}")
        if path.parts[0] in {NAME, WORK_FOLDER}:
            raise BuildError(f"the output path {entry.path} is reserved for the build itself")
        key = entry.path.casefold()
        if key in seen:
            raise BuildError(f"two files claim one output path: {seen[key]} and {entry.path}")
        seen[key] = entry.path
        for parent in list(path.parents)[:-1]:
            folders.setdefault(parent.as_posix().casefold(), entry.path)
    for key in seen.keys() & folders.keys():
        raise BuildError(f"{seen[key]} is a file, but {folders[key]} needs a folder of that name")


def _remove_empty_folders(root: Path) -> None:
    for name, _, _ in os.walk(root, topdown=False):
        folder = Path(name)
        if folder != root and WORK_FOLDER not in folder.relative_to(root).parts:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
