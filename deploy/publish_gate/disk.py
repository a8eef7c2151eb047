"""Files on the server's disk: written whole or not at all, copied with their hash checked."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from publish_gate.answers import Refusal
from publish_gate.manifests import Entry

_PIECE: Final = 1 << 20
_READ_ONLY: Final = 0o444
READ_ONLY_FOLDER: Final = 0o555
_FOLDER: Final = 0o755


class WrongBytes(Exception):
    """A file is not what its name or manifest says."""


class Absent(WrongBytes):
    """There is no such file."""


def read_regular(path: Path, most: int) -> bytes:
    """Read a file that somebody else may have put there: no link, no device, not too large.

    Raises:
        Absent: there is none.
        WrongBytes: it is no regular file, or larger than ``most`` bytes.
    """
    with _opened(path) as descriptor:
        if os.fstat(descriptor).st_size > most:
            raise WrongBytes(f"{path.name} is larger than {most} bytes")
        data = bytearray()
        while piece := os.read(descriptor, _PIECE):
            data += piece
            if len(data) > most:
                raise WrongBytes(f"{path.name} is larger than {most} bytes")
    return bytes(data)


@contextmanager
def _opened(path: Path | str) -> Iterator[int]:
    try:
        # O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Absent(f"{_name(path)} is missing") from error
    except OSError as error:
        raise WrongBytes(f"{_name(path)}: {error.strerror}") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise WrongBytes(f"{_name(path)} is no regular file")
        yield descriptor
    finally:
        os.close(descriptor)


def copy_checked(
    source: Path | str, target: Path | str, entry: Entry, modified: int | None = None
) -> None:
    """Copy a file and check it on the way, so that what is checked is what is written.

    Args:
        source: may change while it is read; then the copy is refused, not wrong.
        target: must not exist; becomes readable for all and writable for nobody.
        entry: what the bytes must be.
        modified: time of modification in nanoseconds; None: the source's own.

    Raises:
        Absent: there is no source.
        WrongBytes: the bytes are others; the target is gone again.
    """
    with _opened(source) as reading:
        status = os.fstat(reading)
        if status.st_size != entry.size:
            raise WrongBytes(f"{_name(source)} has another size")
        writing = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _READ_ONLY)
        try:
            digest = hashlib.sha256()
            while piece := os.read(reading, _PIECE):
                digest.update(piece)
                _write_all(writing, piece)
            time = status.st_mtime_ns if modified is None else modified
            os.utime(writing, ns=(time, time))
        except OSError:
            os.unlink(target)
            raise
        finally:
            os.close(writing)
    if digest.hexdigest() != entry.sha256:
        os.unlink(target)
        raise WrongBytes(f"{_name(source)} has other bytes")


def _name(path: Path | str) -> str:
    return os.path.basename(path)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def is_file_of(path: Path | str, entry: Entry) -> bool:
    """Tell whether a file has exactly the bytes of an entry. Reads it whole."""
    try:
        with _opened(path) as descriptor:
            if os.fstat(descriptor).st_size != entry.size:
                return False
            digest = hashlib.sha256()
            while piece := os.read(descriptor, _PIECE):
                digest.update(piece)
    except WrongBytes:
        return False
    return digest.hexdigest() == entry.sha256


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that a reader, or a power cut, sees the old one or the new one."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        _write_all(descriptor, data)
        os.fsync(descriptor)
    except OSError:
        temporary.unlink()
        raise
    finally:
        os.close(descriptor)
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(folder: Path) -> None:
    """Make everything on a folder's file system survive a power cut.

    One call for a release of 60,000 files; an fsync for each would take minutes.
    """
    done = subprocess.run(["sync", "-f", str(folder)], capture_output=True, check=False)
    if done.returncode:
        raise OSError(f"sync: {done.stderr.decode(errors='replace').strip()}")


def lock_folders(root: Path) -> None:
    """Take the right to write away from every folder of a tree (files have none)."""
    for name, _, _ in os.walk(root):
        Path(name).chmod(READ_ONLY_FOLDER)


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Let a locked folder be written to for a moment."""
    folder.chmod(_FOLDER)
    try:
        yield
    finally:
        folder.chmod(READ_ONLY_FOLDER)


def remove_tree(root: Path) -> None:
    """Remove a tree or file, locked folders too; nothing where there is none."""
    try:
        is_folder = stat.S_ISDIR(root.lstat().st_mode)
    except FileNotFoundError:
        return
    if not is_folder:
        root.unlink()
        return
    root.chmod(_FOLDER)
    for name, folders, _ in os.walk(root):
        # Before they are entered: an upload may have folders that not even their owner may read.
        for folder in folders:
            if not os.path.islink(f"{name}/{folder}"):
                os.chmod(f"{name}/{folder}", _FOLDER)
    shutil.rmtree(root)


def check_space(folder: Path, *, need_bytes: int, need_files: int, spare: int) -> None:
    """Check that a disk has room.

    Raises:
        Refusal: it has not (``space``, ``inodes``).
    """
    disk = os.statvfs(folder)
    free = disk.f_bavail * disk.f_frsize
    if free < need_bytes + spare:
        raise Refusal(
            "space",
            f"{free} bytes free, {need_bytes + spare} needed",
            free=free,
            needed=need_bytes + spare,
        )
    # Some file systems make inodes as they go and report none at all.
    if disk.f_files and disk.f_favail < need_files:
        raise Refusal("inodes", f"{disk.f_favail} inodes free, {need_files} needed")


def write_locked(path: Path, data: bytes, modified: int) -> None:
    """Replace a file of a release in one step by one that nobody may write to.

    Args:
        path: of the file; its folder must be writable.
        data: the new bytes.
        modified: time of modification in nanoseconds.
    """
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _READ_ONLY)
    try:
        _write_all(descriptor, data)
        os.utime(descriptor, ns=(modified, modified))
    finally:
        os.close(descriptor)
    temporary.replace(path)
