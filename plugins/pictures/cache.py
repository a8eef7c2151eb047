"""Made files, kept between builds: one bundle for each photo, known by content, never by time.

A bundle is written beside its place and moved there, so there is no half of one. Each file in it is
compared with its hash when it is read. Whatever is wrong with a bundle, it is as if there were
none, and the photo's files are made again.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, Final

from plugins.engine.errors import BuildError

USES: Final = "uses.json"

_MAGIC: Final = b"bantin pictures 1"
_SUFFIX: Final = ".bundle"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Blob:
    """One made file: its name, the SHA-256 of its bytes, and how many they are."""

    name: str
    sha256: str
    size: int


class Cache:
    """Bundles in a folder, which is made when the first one is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def contents(self, key: str) -> tuple[Blob, ...] | None:
        """Return what a bundle holds, or None when there is none that is whole.

        Only its head is read; its length tells whether it is cut off.
        """
        try:
            with self._place(key).open("rb") as bundle:
                found = _read_head(bundle)
                expected = bundle.tell() + sum(blob.size for blob in found)
                whole = os.fstat(bundle.fileno()).st_size == expected
        except (OSError, ValueError):
            return None
        return found if whole else None

    def read(self, key: str, name: str) -> bytes | None:
        """Return the bytes of one file of a bundle, or None when they are not, or not right."""
        try:
            with self._place(key).open("rb") as bundle:
                for blob in _read_head(bundle):
                    if blob.name == name:
                        data = bundle.read(blob.size)
                        return data if _sha256(data) == blob.sha256 else None
                    bundle.seek(blob.size, os.SEEK_CUR)
        except (OSError, ValueError):
            return None
        return None

    def write(self, key: str, files: Mapping[str, bytes]) -> tuple[Blob, ...]:
        """Keep a bundle; safe where several processes write the same one.

        Raises:
            BuildError: the folder cannot be written to.
            OSError: the disk is full.
        """
        blobs = tuple(Blob(name, _sha256(data), len(data)) for name, data in files.items())
        head = json.dumps([asdict(blob) for blob in blobs]).encode()
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=f".{os.getpid()}.", dir=place.parent)
        except OSError as error:
            if error.errno in _FULL:
                raise
            raise BuildError(
                f"Không ghi được vào thư mục lưu tạm {self.folder} ({error.strerror}). "
                "Sửa quyền ghi của thư mục, hoặc đặt BUILD_STATE là một thư mục khác."
            ) from error
        try:
            with os.fdopen(descriptor, "wb") as bundle:
                bundle.write(b"\n".join((_MAGIC, _sha256(head).encode(), head, b"")))
                for data in files.values():
                    bundle.write(data)
            Path(name).replace(place)
        except BaseException:  # Ctrl-C too: no half-written file stays behind
            Path(name).unlink(missing_ok=True)
            raise
        return blobs

    def forget_unused(self, used: Collection[str], builds: int) -> int:
        """Note what this build used, and remove what the last ones did not.

        Args:
            used: the keys that this build used.
            builds: how many builds a bundle outlives without being used.

        Returns:
            How many bundles were removed.
        """
        build, last_use = self._uses()
        build += 1
        there = {place.stem: place for place in self.folder.glob(f"??/*{_SUFFIX}")}
        last_use = {key: build if key in used else last_use.get(key, build) for key in there}
        old = [key for key, last in last_use.items() if build - last >= builds]
        for key in old:
            there[key].unlink(missing_ok=True)
            del last_use[key]
        for left in self.folder.glob("??/.*"):  # of a process that was killed while it wrote
            if not Path("/proc", left.name.split(".")[1]).exists():
                left.unlink(missing_ok=True)
        if self.folder.is_dir():
            text = json.dumps({"build": build, "last": last_use}, sort_keys=True)
            beside = self.folder / f".{USES}.{os.getpid()}"
            beside.write_text(text)
            beside.replace(self.folder / USES)
        return len(old)

    def _uses(self) -> tuple[int, Mapping[str, int]]:
        try:
            found = json.loads((self.folder / USES).read_bytes())
            return int(found["build"]), {str(key): int(last) for key, last in found["last"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return 0, {}

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{_SUFFIX}"


def key_of(parts: Sequence[str]) -> str:
    """Return the key of what is made from these parts and nothing else."""
    return _sha256(json.dumps(list(parts)).encode())


def _read_head(bundle: BinaryIO) -> tuple[Blob, ...]:
    """Read the head of a bundle; what follows are the bytes of its files.

    Raises:
        ValueError: it is no head, or a damaged one.
    """
    magic, digest, head = (bundle.readline().rstrip(b"\n") for _ in range(3))
    if magic != _MAGIC or _sha256(head).encode() != digest:
        raise ValueError("a damaged head")
    return tuple(Blob(**blob) for blob in json.loads(head))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
