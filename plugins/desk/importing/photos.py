"""Finds the photos of a page among the files saved with it, and makes them fit to publish."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from PIL import Image

from plugins.bulletins.media import MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS
from plugins.desk.importing.blocks import Photo

_SUFFIXES: Final[Mapping[str, str]] = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
    "GIF": ".gif",
}
_CONVERTED: Final = ("BMP", "TIFF")
_SMALLEST: Final = 60


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a page's photos may lie: beside it, in its own folder of files, below the root.

    ``file`` is the page; nothing outside ``root`` is ever read.
    """

    file: Path
    root: Path

    def find(self, photo: Photo) -> bytes | None:
        """Return the bytes of a photo, None where no file has them."""
        if photo.data:
            return photo.data
        for place in self._places(photo.address):
            try:
                real = place.resolve()
                if real.is_relative_to(self.root) and real.is_file():
                    return real.read_bytes() if real.stat().st_size <= 4 * MAX_IMAGE_BYTES else None
            except (OSError, ValueError):
                continue
        return None

    def _places(self, address: str) -> list[Path]:
        parts = urlsplit(address.strip())
        path = unquote(parts.path).replace("\\", "/")
        name = path.rsplit("/", 1)[-1]
        if not name:
            return []
        folder = self.file.parent
        places = [] if parts.netloc or path.startswith("/") else [folder / path]
        places.append(self.root / path.lstrip("/"))
        for saved in (
            f"{self.file.stem}_files",
            f"{self.file.stem}_tep",
            f"{self.file.name}_files",
        ):
            places.append(folder / saved / name)
        if not parts.netloc:
            places.append(folder / name)
        return places


def fit(data: bytes) -> tuple[bytes, str] | None:
    """Return a photo that a bulletin may carry and the suffix of its file.

    Pictures of Windows and scanners (BMP, TIFF) become PNG.

    Args:
        data: the file.

    Returns:
        None for what is no photo, is too large, or is an icon.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                kind, (width, height) = image.format or "", image.size
                if width * height > MAX_IMAGE_PIXELS or max(width, height) < _SMALLEST:
                    return None
                if kind in _CONVERTED:
                    packed = io.BytesIO()
                    image.convert("RGB").save(packed, "PNG")
                    data, kind = packed.getvalue(), "PNG"
                else:
                    image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if kind not in _SUFFIXES or len(data) > MAX_IMAGE_BYTES:
        return None
    return data, _SUFFIXES[kind]
