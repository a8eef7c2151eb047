"""Photos and attachments: what they are, from their own bytes, and where they are served."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import pillow_heif
from PIL import Image

from plugins.bulletins.decoding import megabytes
from plugins.bulletins.file_types import IMAGE_SUFFIXES, suffix_of
from plugins.bulletins.tree import on_disk
from plugins.problems import Problem, problem
from plugins.vietnamese import slugify

MAX_IMAGE_BYTES: Final = 15 * 1_048_576
MAX_DOCUMENT_BYTES: Final = 25 * 1_048_576
MAX_IMAGE_PIXELS: Final = 40_000_000
MAX_UNPACKED_BYTES: Final = 500 * 1_048_576
MAX_ARCHIVE_ENTRIES: Final = 10_000

_HASH_LENGTH: Final = 12
_EXIF_ORIENTATION: Final = 0x0112
_LYING_ORIENTATIONS: Final = frozenset({5, 6, 7, 8})  # the camera was turned by a quarter
PILLOW_FORMATS: Final[Mapping[str, str]] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
}
_FIRST_BYTES: Final[Mapping[str, bytes]] = {
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".gif": b"GIF8",
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
}
HEIC_SUFFIXES: Final = frozenset({".heic", ".heif"})
_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MOVING_SUFFIXES: Final = frozenset({".gif", ".png", ".webp"})
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_PARTS: Final[Mapping[str, str]] = {".docx": "word/", ".xlsx": "xl/"}
# All that Pillow, libheif, LittleCMS and zipfile raise on damaged files, as their documentation and
# fuzzing tell. MemoryError: of sizes that a damaged header claims.
DAMAGED: Final = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    ZeroDivisionError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
    struct.error,
    zipfile.BadZipFile,
)


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A photo or attachment of the content folder.

    ``size`` is in bytes. ``width`` and ``height`` are in pixels, as a reader sees the photo (a
    camera's turn applied); 0 for attachments.
    """

    path: str
    size: int
    sha256: str
    kind: Literal["image", "document"]
    width: int = 0
    height: int = 0


def inspect(root: Path, path: str) -> tuple[MediaFile | None, list[Problem]]:
    """Look into a photo or attachment.

    Args:
        root: the content folder.
        path: the file, relative to it.

    Returns:
        What the file is, or None; and every problem found.
    """
    kind: Literal["image", "document"] = (
        "image" if suffix_of(path) in IMAGE_SUFFIXES else "document"
    )
    limit = MAX_IMAGE_BYTES if kind == "image" else MAX_DOCUMENT_BYTES
    try:
        descriptor = os.open(on_disk(root, path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            if size > limit:
                values = {"size": megabytes(size), "limit": megabytes(limit)}
                return None, [problem("file-too-large", path, **values)]
            data = opened.read()
    except OSError as error:
        return None, [problem("unreadable", path, reason=error.strerror)]
    if not data:
        return None, [problem("media-empty", path)]
    width, height, found = _look(path, data)
    if found is not None and found.severity == "error":
        return None, [found]
    digest = hashlib.sha256(data).hexdigest()
    file = MediaFile(path, len(data), digest, kind, width, height)
    return file, [found] if found is not None else []


def document_url(document: MediaFile) -> str:
    """Return the root-relative address of an attachment: plain letters, its content in the name.

    The bytes behind an address never change, so browsers may keep them for ever.
    """
    name = document.path.rsplit("/", 1)[-1]
    stem = slugify(name.rpartition(".")[0]) or "tep"
    return f"/tep/{stem}.{document.sha256[:_HASH_LENGTH]}{suffix_of(document.path)}"


def _look(path: str, data: bytes) -> tuple[int, int, Problem | None]:
    """Return width and height, and the problem where the bytes are not what the name says."""
    suffix = suffix_of(path)
    found: Problem | None = None
    if suffix in _OFFICE_PARTS and data.startswith(_OLE_MAGIC):
        found = problem("document-encrypted", path)
    elif not _is_what_it_says(suffix, data):
        found = problem("media-mismatch", path, suffix=suffix)
    elif suffix in PILLOW_FORMATS or suffix in HEIC_SUFFIXES:
        return _look_at_photo(path, suffix, data)
    elif suffix in _OFFICE_PARTS:
        found = _look_into_office_file(path, suffix, data)
    elif suffix == ".csv":
        found = _look_at_csv(path, data)
    return 0, 0, found


def _is_what_it_says(suffix: str, data: bytes) -> bool:
    """Compare the first bytes with the name: a browser may trust them more than the name."""
    if suffix == ".webp":
        return data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    if suffix in HEIC_SUFFIXES:
        return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS
    return data.startswith(_FIRST_BYTES.get(suffix, b""))


def _look_at_csv(path: str, data: bytes) -> Problem | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return problem("csv-encoding", path)
    return problem("media-mismatch", path, suffix=".csv") if b"\0" in data else None


def _look_at_photo(path: str, suffix: str, data: bytes) -> tuple[int, int, Problem | None]:
    """Read a photo's header; its pixels stay packed."""
    too_many = problem("image-too-many-pixels", path, limit=MAX_IMAGE_PIXELS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit on pixels is higher than ours
            if suffix in HEIC_SUFFIXES:
                # libheif tells the size as the photo is to be seen.
                size, moving = pillow_heif.open_heif(io.BytesIO(data)).size, False
            else:
                size, moving = _size_and_movement(suffix, data)
    except Image.DecompressionBombError:
        return 0, 0, too_many
    except DAMAGED:
        return 0, 0, problem("image-unreadable", path)
    if size[0] * size[1] > MAX_IMAGE_PIXELS:
        return 0, 0, too_many
    if min(size) < 1:
        return 0, 0, problem("image-unreadable", path)
    return *size, problem("image-moving", path) if moving else None


def _size_and_movement(suffix: str, data: bytes) -> tuple[tuple[int, int], bool]:
    with Image.open(io.BytesIO(data), formats=(PILLOW_FORMATS[suffix],)) as photo:
        width, height = photo.size
        # Of a PNG without EXIF, Pillow would unpack all pixels to look for one at its end.
        turned = suffix != ".png" or "exif" in photo.info
        orientation = photo.getexif().get(_EXIF_ORIENTATION) if turned else None
        moving = suffix in _MOVING_SUFFIXES and bool(getattr(photo, "is_animated", False))
    lying = orientation in _LYING_ORIENTATIONS
    return (height, width) if lying else (width, height), moving


def _look_into_office_file(path: str, suffix: str, data: bytes) -> Problem | None:
    """Read the list of parts of a Word or Excel file; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except DAMAGED:
        return problem("document-unreadable", path)
    names = [part.filename.lower() for part in parts]
    if any("vbaproject" in name or "macrosheets/" in name for name in names):
        return problem("document-macros", path)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED_BYTES or len(parts) > MAX_ARCHIVE_ENTRIES:
        return problem("archive-bomb", path, size=megabytes(unpacked))
    if any(part.flag_bits & 1 for part in parts):
        return problem("document-encrypted", path)
    if not any(name.startswith(_OFFICE_PARTS[suffix]) for name in names):
        return problem("media-mismatch", path, suffix=suffix)
    return None
