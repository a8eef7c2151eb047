"""A photo as texts: what cameras and programs wrote into it, and where it was taken."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pillow_heif
from PIL import Image, ImageFile, IptcImagePlugin

from plugins.gate.pieces import Piece

_BEYOND: Final = "\u2000"
"""Vietnamese is written with letters below."""
_APPLICATION: Final = 2
_GPS: Final = 0x8825
_LATITUDE: Final = 2
# DocumentName, ImageDescription, Artist, Copyright, and what Windows adds (XPTitle … XPSubject,
# UTF-16).
_TEXTS: Final = (0x010D, 0x010E, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F)
_DETAILS: Final = 0x8769
_COMMENT: Final = 0x9286
_CHARSET: Final = 8
"""Bytes before a comment that name its alphabet (Exif 2.32, 4.6.5)."""
_WINDOWS: Final = frozenset(range(0x9C9B, 0x9CA0))
_XMP_TEXT: Final = re.compile(r">([^<>]{2,500})<|=\"([^\"<>]{2,500})\"")
_XMP_GPS: Final = re.compile(r"exif:GPSLatitude")
_SCHEMA: Final = re.compile(
    r"https?://(?:ns\.adobe\.com|www\.w3\.org|purl\.org|iptc\.org|cipa\.jp|ns\.google\.com|ns\.apple\.com)/",
    re.I,
)
_MAX_XMP: Final = 200_000


@dataclass(frozen=True, slots=True)
class PhotoFound:
    """What a photo holds besides its pixels; ``located`` tells that it says where it was taken."""

    pieces: tuple[Piece, ...]
    located: bool = False
    width: int = 0
    height: int = 0


def read_photo(data: bytes, suffix: str) -> PhotoFound:
    """Read a photo's metadata; its pixels stay packed. A damaged photo has none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if suffix in {".heic", ".heif"}:
                heif = pillow_heif.open_heif(io.BytesIO(data))
                exif = Image.Exif()
                exif.load(heif.info.get("exif") or b"")
                return _found(exif, heif.info, heif.size)
            with Image.open(io.BytesIO(data)) as photo:
                told = _found(photo.getexif(), photo.info, photo.size)
                return replace(told, pieces=(*told.pieces, *_iptc_pieces(photo)))
    except Exception:  # noqa: BLE001 - the reader has judged the file; metadata may be broken alone
        return PhotoFound(())


def _found(
    exif: Image.Exif, info: dict[str | tuple[int, int], object], size: tuple[int, int]
) -> PhotoFound:
    pieces: list[Piece] = []
    for tag in _TEXTS:
        text = _plain(exif.get(tag), windows=tag in _WINDOWS)
        if text:
            pieces.append(Piece("metadata", text))
    words = _commented(exif.get_ifd(_DETAILS).get(_COMMENT))
    if words:
        pieces.append(Piece("metadata", words))
    located = bool(exif.get_ifd(_GPS).get(_LATITUDE))
    for name, value in info.items():
        if name in {"xmp", "XML:com.adobe.xmp"}:
            packet = _plain(value)[:_MAX_XMP]
            located = located or _XMP_GPS.search(packet) is not None
            pieces += _xmp_pieces(packet)
        elif isinstance(name, str) and isinstance(value, str) and name not in {"dpi"}:
            pieces.append(Piece("metadata", value))
        elif name == "comment" and isinstance(value, bytes):
            pieces.append(Piece("metadata", _plain(value)))
    return PhotoFound(tuple(pieces), located, *size)


def _commented(comment: object) -> str:
    """Read a comment of Exif; of two orders of bytes, which programs mix up, the likelier one."""
    if not isinstance(comment, bytes):
        return ""
    words = comment[_CHARSET:]
    if not comment.startswith(b"UNICODE"):
        return words.decode("utf-8", "replace").strip("\0 ")
    read = (words.decode(order, "replace").strip("\0 ") for order in ("utf-16-le", "utf-16-be"))
    return max(read, key=lambda text: sum(letter < _BEYOND for letter in text))


def _iptc_pieces(photo: ImageFile.ImageFile) -> Iterator[Piece]:
    """Yield the captions and keywords of press photos (IPTC-IIM, records 2)."""
    found = IptcImagePlugin.getiptcinfo(photo) or {}
    for (record, _), value in sorted(found.items()):
        for text in value if isinstance(value, list) else [value]:
            if record == _APPLICATION and isinstance(text, bytes):
                words = text.decode("utf-8", "replace").strip("\0 ")
                if len(words) > 1:
                    yield Piece("metadata", words)


def _xmp_pieces(packet: str) -> Iterator[Piece]:
    for match in _XMP_TEXT.finditer(packet):
        text = (match[1] or match[2] or "").strip()
        if text and not _SCHEMA.match(text):
            yield Piece("metadata", text)


def _plain(value: object, *, windows: bool = False) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16-le" if windows else "utf-8", "replace").strip("\0 ")
    if isinstance(value, tuple):
        return bytes(value).decode("utf-16-le", "replace").strip("\0 ") if windows else ""
    return _decoded(value.strip("\0 ")) if isinstance(value, str) else ""


def _decoded(text: str) -> str:
    """Read as UTF-8 what Pillow reads as Latin-1: cameras and programs write UTF-8 all the same."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
