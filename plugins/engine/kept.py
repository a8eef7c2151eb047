"""Results of a pure function that are kept from build to build."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Kept(Generic[Item, Result]):
    """How the results of one function are kept.

    Args:
        kind: what they are, in one word; kinds have keys of their own.
        key: gives the hash of all that an item's result depends on, the program included
            (:func:`fingerprint`).
        pack: writes a result as bytes.
        unpack: reads what ``pack`` wrote.
    """

    kind: str
    key: Callable[[Item], str]
    pack: Callable[[Result], bytes]
    unpack: Callable[[bytes], Result]


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a hash of the program text and word lists that results depend on, and of Python.

    Args:
        folders: the packages whose files count.
    """
    digest = hashlib.sha256(sys.version.encode())
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".py", ".txt", ".tsv"}:
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(file.read_bytes())
    return digest.hexdigest()
