"""Manifests: one line a file, ``sha256 size path``, sorted by the bytes of the paths. Pure."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from publish_gate.answers import Refusal
from publish_gate.names import path_flaw

NAME: Final = "MANIFEST"
_LINE: Final = re.compile(r"([0-9a-f]{64}) (0|[1-9][0-9]{0,12}) (.+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a release: its hash in hexadecimal digits, and its size in bytes."""

    sha256: str
    size: int


def load(data: bytes) -> dict[str, Entry]:
    """Read a manifest into a table by path.

    Raises:
        Refusal: it is malformed, unsorted, cut off, names a path twice, a path that is not
            accepted, or one that is a file and a folder at once (``bad-manifest``).
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Refusal("bad-manifest", f"the manifest is not UTF-8: {error}") from error
    if not text.endswith("\n"):
        raise Refusal("bad-manifest", "the manifest is empty or cut off")
    entries: dict[str, Entry] = {}
    for number, line in enumerate(text.split("\n")[:-1], 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise Refusal("bad-manifest", f"line {number} is not «sha256 size path»")
        if flaw := path_flaw(match[3]):
            raise Refusal("bad-manifest", f"line {number}: {flaw}")
        entries[match[3]] = Entry(match[1], int(match[2]))
    _check_order(list(entries), text.count("\n"))
    return entries


def _check_order(paths: list[str], lines: int) -> None:
    encoded = [path.encode() for path in paths]
    if len(paths) != lines or any(one >= two for one, two in itertools.pairwise(encoded)):
        raise Refusal("bad-manifest", "paths are not sorted or stand twice")
    folders = {path.rpartition("/")[0] for path in paths}
    for folder in tuple(folders):
        parent = folder
        while parent := parent.rpartition("/")[0]:
            folders.add(parent)
    both = folders.intersection(paths)
    if both:
        raise Refusal("bad-manifest", f"a file and a folder at once: {min(both)}")


def dump(entries: Mapping[str, Entry]) -> bytes:
    """Write a table as a manifest."""
    ordered = sorted(entries.items(), key=lambda item: item[0].encode())
    return "".join(f"{entry.sha256} {entry.size} {path}\n" for path, entry in ordered).encode()


def pages(paths: Iterable[str]) -> int:
    """Count the pages among paths."""
    return sum(path.endswith(".html") for path in paths)


def hash_of(data: bytes) -> str:
    """Return the hash that a manifest gives for these bytes."""
    return hashlib.sha256(data).hexdigest()
