"""The manifest: the seal of a finished tree.

One line a file, sorted by path: ``sha256 size path``. It is the last thing a build writes, so a
tree that agrees with its manifest is complete; anything else is no release.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = "MANIFEST"
WORK_FOLDER = ".build"

_LINE = re.compile(r"([0-9a-f]{64}) (0|[1-9][0-9]*) (.+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a tree: ``path`` is relative with forward slashes, ``size`` in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Differences:
    """How a tree differs from its manifest; all empty when the tree is complete and right."""

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.changed)


class ManifestError(ValueError):
    """The text is no manifest."""


def entry_of(path: str, data: bytes) -> Entry:
    """Describe a file by its bytes."""
    return Entry(path, hashlib.sha256(data).hexdigest(), len(data))


def dump(entries: Iterable[Entry]) -> bytes:
    """Write entries as a manifest, sorted by the bytes of their paths."""
    ordered = sorted(entries, key=lambda entry: entry.path.encode())
    return "".join(f"{entry.sha256} {entry.size} {entry.path}\n" for entry in ordered).encode()


def load(data: bytes) -> tuple[Entry, ...]:
    """Read a manifest.

    Raises:
        ManifestError: a line is malformed, the order is wrong, a path stands twice, or the text
            was cut off in mid-line.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ManifestError(f"not UTF-8: {error}") from error
    if text and not text.endswith("\n"):
        raise ManifestError("the last line is cut off")
    entries = []
    for number, line in enumerate(text.split("\n")[:-1], 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ManifestError(f"line {number} is not «sha256 size path»")
        entries.append(Entry(match[3], match[1], int(match[2])))
    paths = [entry.path.encode() for entry in entries]
    if any(first >= second for first, second in itertools.pairwise(paths)):
        raise ManifestError("paths are not sorted or stand twice")
    return tuple(entries)


def tree_files(root: Path) -> Iterator[Path]:
    """Yield everything below ``root`` that is not a real folder, the work folder left out."""
    for name, folders, files in os.walk(root, followlinks=False):
        folder = Path(name)
        if folder == root and WORK_FOLDER in folders:
            folders.remove(WORK_FOLDER)
        for link in [name for name in folders if (folder / name).is_symlink()]:
            folders.remove(link)
            files.append(link)
        yield from (folder / name for name in files)


def verify(root: Path) -> Differences:
    """Compare a tree with its manifest, byte for byte.

    Raises:
        ManifestError: there is no manifest, or it is malformed.
    """
    try:
        entries = {entry.path: entry for entry in load((root / NAME).read_bytes())}
    except FileNotFoundError as error:
        raise ManifestError(f"no {NAME} in {root}") from error
    found = {file.relative_to(root).as_posix(): file for file in tree_files(root)}
    found.pop(NAME, None)
    changed = []
    for path in sorted(entries.keys() & found.keys()):
        file = found[path]
        regular = file.is_file() and not file.is_symlink()
        if not regular or entry_of(path, file.read_bytes()) != entries[path]:
            changed.append(path)
    return Differences(
        missing=tuple(sorted(entries.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - entries.keys())),
        changed=tuple(changed),
    )
