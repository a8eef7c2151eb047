"""From the bytes of a photo to its pixels as a reader should see them.

Whatever the file is: the camera's turn applied, colours in sRGB, eight bits, no transparency, the
first image of a moving one. Nothing but pixels comes out, so that no place, name, date, thumbnail
or comment of the original can get into what is made from it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy
import pillow_heif
from PIL import Image, ImageCms, ImageOps

from plugins.bulletins.file_types import suffix_of
from plugins.bulletins.media import DAMAGED, HEIC_SUFFIXES, MAX_IMAGE_PIXELS, PILLOW_FORMATS

PAPER: Final = (255, 255, 255)
"""What shows through a transparent place. White also in the dark theme: most such pictures are dark
drawings, which would vanish there."""

_DEEP_GREY: Final = frozenset({"I;16", "I;16B", "I;16L", "I;16N", "I"})
_ORIENTATION: Final = 0x0112
_LYING: Final = frozenset({5, 6, 7, 8})


class DamagedPhoto(Exception):
    """The pixels of a photo cannot be unpacked, or are more than a photo may have."""


def pixels(data: bytes, name: str, at_least: tuple[int, int]) -> Image.Image:
    """Unpack a photo.

    Args:
        data: the file.
        name: its name; the suffix, which has been compared with the bytes, says what it is.
        at_least: a width and height, upright, in pixels. A JPEG may be unpacked at a half, a
            quarter or an eighth of its size, as long as both sides stay above these.

    Returns:
        The photo, upright, in mode RGB and sRGB, without any metadata.

    Raises:
        DamagedPhoto: the file is damaged or cut off.
    """
    with _damage_told():
        return _plain(_srgb(_open(data, suffix_of(name), at_least)))


def with_transparency(data: bytes, name: str, size: tuple[int, int]) -> Image.Image:
    """Unpack a sign such as an emblem, made smaller to fit ``size``, transparent where it was.

    Raises:
        DamagedPhoto: the file is damaged or cut off.
    """
    with _damage_told():
        opened = _open(data, suffix_of(name), size)
        alpha = opened.convert("RGBA").getchannel("A") if opened.has_transparency_data else None
        found = _plain(_srgb(opened))
        if alpha is not None:
            found.putalpha(alpha)
        found.thumbnail(size, Image.Resampling.LANCZOS)
        return found


@contextmanager
def _damage_told() -> Iterator[None]:
    """Raise all that a damaged file makes the libraries raise as :class:`DamagedPhoto`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is wrong is told by exceptions
            yield
    except Image.DecompressionBombError as error:
        raise DamagedPhoto(str(error)) from error
    except DAMAGED as error:
        raise DamagedPhoto(f"{type(error).__name__}: {error}") from error


def _open(data: bytes, suffix: str, at_least: tuple[int, int]) -> Image.Image:
    if suffix in HEIC_SUFFIXES:
        # libheif turns the pixels as the file says and takes ten bits to eight.
        heif = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        _refuse_bomb(heif.size)
        photo = heif.to_pillow()
        photo.getexif().pop(_ORIENTATION, None)
        return photo
    photo = Image.open(io.BytesIO(data), formats=(PILLOW_FORMATS[suffix],))
    _refuse_bomb(photo.size)
    turn = photo.getexif().get(_ORIENTATION) if suffix != ".png" or "exif" in photo.info else None
    if suffix in {".jpg", ".jpeg"}:
        photo.draft(None, at_least[::-1] if turn in _LYING else at_least)
    photo.load()
    return ImageOps.exif_transpose(photo)


def _refuse_bomb(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_IMAGE_PIXELS:
        raise Image.DecompressionBombError(f"{size[0]}×{size[1]} pixels")


def _srgb(photo: Image.Image) -> Image.Image:
    """Return a photo in mode RGB, its colours turned from those of its profile to sRGB."""
    profile = photo.info.get("icc_profile")
    if photo.mode in _DEEP_GREY:
        # Pillow's own conversion cuts off all above 255, which makes a deep grey photo white.
        values = numpy.asarray(photo).astype(numpy.int64)
        photo = Image.fromarray((values.clip(0, 65_535) >> 8).astype(numpy.uint8))
    if photo.has_transparency_data:
        layer = photo.convert("RGBA")
        paper = Image.new("RGB", layer.size, PAPER)
        paper.paste(_to_srgb(layer.convert("RGB"), profile), mask=layer.getchannel("A"))
        return paper
    if photo.mode not in {"RGB", "CMYK", "L", "LAB"}:
        photo = photo.convert("RGB")
    return _to_srgb(photo, profile)


def _to_srgb(photo: Image.Image, profile: bytes | None) -> Image.Image:
    """Turn colours; a profile that is damaged or of another kind of colours counts for none."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                photo, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            turned = None
        if turned is not None:
            return turned
    return photo.convert("RGB")


def _plain(photo: Image.Image) -> Image.Image:
    """Return a copy that holds nothing but pixels: encoders write what they find in ``info``."""
    return Image.frombytes(photo.mode, photo.size, photo.tobytes())
