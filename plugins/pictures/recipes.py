"""What is made from one photo at one go, because unpacking it costs as much as writing a size."""

from __future__ import annotations

import hashlib
import importlib.metadata
import inspect
import sys
from types import ModuleType
from typing import Final, Literal

from PIL import Image, ImageOps, features

from plugins.bulletins.media import MediaFile
from plugins.pictures import decoding, encoding, renditions
from plugins.pictures.cache import key_of
from plugins.pictures.renditions import EMBLEM_SIZE, jpeg_widths, widths_of

Recipe = Literal["photo", "social", "emblem"]
"""``photo``: all widths. ``social``: the card for shared links. ``emblem``: the newsroom's sign."""

SOCIAL_SIZE: Final = (1200, 630)
SOCIAL_BYTES: Final = 300_000
SOCIAL: Final = "social.jpg"
EMBLEM: Final = "emblem.png"

# Pillow shrinks in whole steps first, down to three times the size; the eye sees no difference.
_REDUCING_GAP: Final = 3.0


def make(recipe: Recipe, data: bytes, file: MediaFile) -> dict[str, bytes]:
    """Make all files of a recipe.

    Args:
        recipe: what to make.
        data: the bytes of the photo.
        file: what is known of it.

    Returns:
        The files by their names: ``720.webp``, ``720.jpg``, ``social.jpg``, ``emblem.png``.

    Raises:
        DamagedPhoto: its pixels cannot be unpacked.
    """
    if recipe == "social":
        return {SOCIAL: social_card(data, file.path)}
    if recipe == "emblem":
        sign = decoding.with_transparency(data, file.path, EMBLEM_SIZE)
        return {EMBLEM: encoding.png(sign)}
    return _photo(data, file)


def social_card(data: bytes, name: str) -> bytes:
    """Cut a photo to a card for shared links, as its camera was held.

    Raises:
        DamagedPhoto: its pixels cannot be unpacked.
    """
    photo = decoding.pixels(data, name, SOCIAL_SIZE)
    card = ImageOps.fit(photo, SOCIAL_SIZE, Image.Resampling.LANCZOS)
    return encoding.jpeg(card, SOCIAL_BYTES)


def cache_key(recipe: Recipe, sha256: str, made_by: str) -> str:
    """Return the key of a bundle.

    Args:
        recipe: what is made.
        sha256: the hash of the photo.
        made_by: from :func:`maker`.
    """
    return key_of((recipe, sha256, made_by))


def maker() -> str:
    """Name all that decides which bytes a photo gives: this code and the codecs."""
    modules: tuple[ModuleType, ...] = (decoding, encoding, renditions, sys.modules[__name__])
    code = "".join(inspect.getsource(module) for module in modules)
    codecs = [str(features.version(name)) for name in ("libjpeg_turbo", "webp", "littlecms2")]
    packages = [importlib.metadata.version(name) for name in ("pillow", "pillow-heif", "numpy")]
    digest = hashlib.sha256(code.encode()).hexdigest()
    return " ".join((digest, *codecs, *packages))


def _photo(data: bytes, file: MediaFile) -> dict[str, bytes]:
    widths = widths_of(file.width, file.height)
    sizes = {width: max(1, round(width * file.height / file.width)) for width in widths}
    whole = decoding.pixels(data, file.path, (widths[-1], sizes[widths[-1]]))
    as_jpeg = jpeg_widths(widths)
    made: dict[str, bytes] = {}
    for width, height in sizes.items():
        picture = whole
        if whole.size != (width, height):
            picture = whole.resize(
                (width, height), Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP
            )
        limit = encoding.budget(width, height)
        made[f"{width}.webp"] = encoding.webp(picture, limit)
        if width in as_jpeg:
            made[f"{width}.jpg"] = encoding.jpeg(picture, limit)
    return made
