"""From pixels to the bytes of a published picture: WebP and JPEG within a budget of bytes.

The quality is the best of a ladder that stays within the budget, so a calm photo is not made worse
than need be, and a busy one cannot make a page slow. The same pixels give the same bytes on every
machine with the same versions of the codecs.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Final

from PIL import Image, ImageFilter

QUALITIES: Final = (80, 70, 60, 50, 40, 30, 20, 10)
"""Below the last one nothing helps but to blur the grain."""

PHONE_WIDTH: Final = 720
PHONE_BYTES: Final = 45_000
"""What a phone 360 pixels wide, two dots a pixel, may have to fetch for the lead photo."""

_PHONE_AREA: Final = PHONE_WIDTH * PHONE_WIDTH * 3 // 4
_GROWTH: Final = 0.8  # a large picture needs fewer bits for each dot to look as good
_GRAIN: Final = (1.0, 2.0, 4.0, 8.0)


def budget(width: int, height: int) -> int:
    """Return how many bytes a picture of a size may have."""
    wanted = PHONE_BYTES * (width * height / _PHONE_AREA) ** _GROWTH
    return int(min(wanted, PHONE_BYTES) if width <= PHONE_WIDTH else wanted)


def webp(picture: Image.Image, limit: int) -> bytes:
    """Write a WebP of at most ``limit`` bytes."""
    return _best(picture, limit, "WEBP", {"method": 4})


def jpeg(picture: Image.Image, limit: int) -> bytes:
    """Write a progressive JPEG of at most ``limit`` bytes."""
    return _best(picture, limit, "JPEG", {"optimize": True, "progressive": True})


def png(picture: Image.Image) -> bytes:
    """Write a PNG, without loss."""
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _best(picture: Image.Image, limit: int, form: str, options: dict[str, object]) -> bytes:
    """Try qualities from the best; the search jumps, because each try costs a whole encoding."""

    def encode(source: Image.Image, quality: int) -> bytes:
        file = io.BytesIO()
        source.save(file, form, quality=quality, **options)
        return file.getvalue()

    found = _search(picture, limit, encode, QUALITIES)
    if found is not None:
        return found
    for radius in _GRAIN:
        smooth = picture.filter(ImageFilter.GaussianBlur(radius))
        data = encode(smooth, QUALITIES[-1])
        if len(data) <= limit:
            break
    return data


def _search(
    picture: Image.Image,
    limit: int,
    encode: Callable[[Image.Image, int], bytes],
    qualities: Sequence[int],
) -> bytes | None:
    """Return the encoding of the best quality that fits, by halving; None where none does."""
    best: bytes | None = None
    low, high = 0, len(qualities)
    middle = 0
    while low < high:
        data = encode(picture, qualities[middle])
        if len(data) <= limit:
            best, high = data, middle
        else:
            low = middle + 1
        middle = (low + high) // 2
    return best
