"""Which files are made from a photo, how they are named, and what templates print of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from plugins.bulletins.media import MediaFile, document_url
from plugins.bulletins.records import Image
from plugins.vietnamese import slugify

WIDTHS: Final = (320, 480, 720, 960, 1280, 1600)
"""In pixels: 320 for rows and narrow cards, 480 and 720 for phones (one and two dots a pixel), the
others for wide screens. The last is what a reader gets who wants to see a photo large."""

JPEG_WIDTHS: Final = frozenset({480, 720})
"""JPEG is for old browsers, feed readers and search engines: fewer widths, and the largest."""

FALLBACK_WIDTH: Final = 720
TALLEST: Final = 2_000
FOLDER: Final = "/anh"
# Raised whenever the same photo gives other files, so that no address keeps old bytes.
RECIPE: Final = 1
EMBLEM_SIZE: Final = (512, 512)

_HASH_LENGTH: Final = 12

Format = Literal["webp", "jpg", "png"]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file that is made from a photo; ``width`` and ``height`` in pixels."""

    url: str
    format: Format
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo ready to print.

    ``url`` is a JPEG of middling width, which every program can show; ``width`` and ``height`` are
    those of the largest rendition. ``large`` is that one as a JPEG, "" where it would show no more
    than the page does. ``stem`` and ``widths`` give the addresses of all renditions.
    """

    url: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    large: str = ""
    stem: str = ""
    widths: tuple[int, ...] = ()

    @property
    def is_tall(self) -> bool:
        """Whether the photo is higher than 4:3, so that a column of text shows it narrower."""
        return self.height * 4 > self.width * 3

    def srcset(self, form: Format = "jpg", up_to: int = WIDTHS[-1]) -> str:
        """Return the candidates of a format as ``srcset`` wants them, "" when there are none.

        Args:
            form: ``webp`` or ``jpg``.
            up_to: where a place is never wider than this, larger candidates are left out; the
                smallest one stays in any case.
        """
        widths = self.widths if form == "webp" else jpeg_widths(self.widths)
        fit = [width for width in widths if width <= up_to] or list(widths[:1])
        return ", ".join(f"{_url(self.stem, width, form)} {width}w" for width in fit)


def widths_of(width: int, height: int) -> tuple[int, ...]:
    """Return the widths that a photo is made in, smallest first; none is above its own.

    The largest is the photo's own width, up to the largest of ``WIDTHS``, narrower for a very high
    photo. A step that lies within a tenth of it is left out.
    """
    top = max(1, min(width, WIDTHS[-1], TALLEST * width // height))
    return (*(step for step in WIDTHS if step * 10 <= top * 9), top)


def jpeg_widths(widths: tuple[int, ...]) -> tuple[int, ...]:
    """Return those of a photo's widths that are made as JPEG too: the largest is one of them."""
    return tuple(width for width in widths if width in JPEG_WIDTHS or width == widths[-1])


def renditions(file: MediaFile) -> Iterator[Rendition]:
    """Yield all files that are made from a photo that a page shows."""
    stem = stem_of(file)
    widths = widths_of(file.width, file.height)
    for width in widths:
        yield Rendition(_url(stem, width, "webp"), "webp", width, _height(file, width))
    for width in jpeg_widths(widths):
        yield Rendition(_url(stem, width, "jpg"), "jpg", width, _height(file, width))


def large_rendition(file: MediaFile) -> Rendition:
    """Return the largest JPEG of a photo: what a link to the photo leads to."""
    width = widths_of(file.width, file.height)[-1]
    return Rendition(_url(stem_of(file), width, "jpg"), "jpg", width, _height(file, width))


def media_url(file: MediaFile) -> str:
    """Return the address that a link to a photo or attachment leads to."""
    return large_rendition(file).url if file.kind == "image" else document_url(file)


def emblem_rendition(file: MediaFile) -> Rendition:
    """Return the file that is made from the newsroom's emblem, which keeps its transparency."""
    scale = min(1.0, EMBLEM_SIZE[0] / file.width, EMBLEM_SIZE[1] / file.height)
    width, height = round(file.width * scale), round(file.height * scale)
    return Rendition(f"{stem_of(file)}.png", "png", max(1, width), max(1, height))


def describe(image: Image, file: MediaFile) -> Picture:
    """Describe a photo for templates.

    Args:
        image: what the bulletin says of it.
        file: the photo itself.
    """
    stem = stem_of(file)
    widths = widths_of(file.width, file.height)
    top = widths[-1]
    fallback = FALLBACK_WIDTH if FALLBACK_WIDTH in widths else top
    return Picture(
        url=_url(stem, fallback, "jpg"),
        width=top,
        height=_height(file, top),
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        large=_url(stem, top, "jpg") if top > FALLBACK_WIDTH else "",
        stem=stem,
        widths=widths,
    )


def stem_of(file: MediaFile) -> str:
    """Return what the addresses of all renditions begin with: plain letters, and a content hash."""
    name = file.path.rsplit("/", 1)[-1]
    digest = hashlib.sha256(f"{RECIPE} {file.sha256}".encode()).hexdigest()[:_HASH_LENGTH]
    return f"{FOLDER}/{slugify(name.rpartition('.')[0]) or 'anh'}.{digest}"


def _url(stem: str, width: int, form: Format) -> str:
    return f"{stem}-{width}.{form}"


def _height(file: MediaFile, width: int) -> int:
    return max(1, round(width * file.height / file.width))
