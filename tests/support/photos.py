"""Photo files as cameras, phones and scanners write them, made by Pillow and libheif."""

from __future__ import annotations

import io
import struct
import zlib

import numpy
import pillow_heif
from PIL import Image, ImageCms

ORIENTATION = 0x0112
PLACE = (21, 1, 46)
"""Degrees, minutes and seconds that no published byte may hold."""
SECRET = "Người chụp bí mật"


def exif(orientation: int = 1) -> Image.Exif:
    """Return EXIF data with a place, a camera, a photographer and a turn."""
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[0x010F] = "MayAnhBiMat"
    data[0x013B] = SECRET
    data[0x9003] = "2025:03:05 08:00:00"
    gps = data.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", PLACE, "E", (105, 51, 2)
    return data


def photo(width: int = 1200, height: int = 800, *, grain: float = 10) -> Image.Image:
    """Return a picture like a photo of a full hall: large shapes, small ones, and grain."""
    random = numpy.random.default_rng(1)

    def shapes(size: int) -> numpy.ndarray:
        small = random.integers(0, 256, (height // size + 2, width // size + 2, 3), numpy.uint8)
        large = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
        return numpy.asarray(large, numpy.float32)

    mixed = shapes(max(width // 12, 2)) * 0.6 + shapes(max(width // 160, 2)) * 0.4
    mixed += random.normal(0, grain, (height, width, 1)).astype(numpy.float32)
    return Image.fromarray(mixed.clip(0, 255).astype(numpy.uint8))


def corners(width: int = 240, height: int = 160) -> Image.Image:
    """Return a picture that shows how it is held: red above left, green right, blue below left."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    picture.paste((0, 160, 0), (width // 2, 0, width, height // 2))
    picture.paste((0, 0, 255), (0, height // 2, width // 2, height))
    return picture


def written(picture: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """Return a file of a picture."""
    if form == "HEIF":
        return heic(picture, **options)
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def heic(picture: Image.Image, **options: object) -> bytes:
    """Return an HEIC file, as an iPhone writes them."""
    file = io.BytesIO()
    pillow_heif.from_pillow(picture).save(file, **options)
    return file.getvalue()


def moving(form: str) -> bytes:
    """Return an animation, red first, then blue."""
    frames = [Image.new("RGB", (120, 80), colour) for colour in ("red", "blue")]
    return written(frames[0], form, save_all=True, append_images=frames[1:], duration=100)


def wide_gamut_profile() -> bytes:
    """Return a colour profile whose red and green are swapped, so that use of it shows."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def png_header(width: int, height: int) -> bytes:
    """Return a PNG of any size in few bytes; its pixels are missing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def bomb(side: int) -> bytes:
    """Return a whole PNG of ``side`` × ``side`` white dots in few bytes."""
    file = io.BytesIO()
    Image.new("1", (side, side), 1).save(file, "PNG")
    return file.getvalue()
