"""The picture that stands for a page where its link is shared: 1200×630, JPEG, under 300 KB.

A bulletin's comes from its cover. Without a cover that will do, its category's is drawn: there is
one of each, so that cost does not grow with the archive. No words are drawn, for no font with
Vietnamese letters is sure to be on a machine.

A card is named by a hash of what it is made from, so its address changes with its content and is
known before it is made. Without ``SITEURL`` nobody could fetch one, and none is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from PIL import Image, ImageDraw

from plugins.archives.cards import category_of
from plugins.archives.site import Site
from plugins.archives.views import SocialImage
from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Bulletin
from plugins.bulletins.records import Image as Photo
from plugins.engine.pages import DataFile, Inputs
from plugins.pictures.encoding import jpeg
from plugins.pictures.files import Wanted, shared_photo
from plugins.pictures.recipes import SOCIAL_BYTES, SOCIAL_SIZE
from plugins.pictures.renditions import stem_of

# A smaller photo would be blown up to more than twice its size.
SMALLEST: Final = (600, 315)
FOLDER: Final = "/anh/the"
# Raised whenever the same photo gives another card, so that no address keeps old bytes.
RECIPE: Final = 1

_HASH_LENGTH: Final = 12

_WARM: Final = "#f2b544"
_WHITE: Final = "#ffffff"
# Ground, ornament: the newsroom's greens, told apart by category.
_COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "": ("#0b4546", "#0f5253"),
    "hoi-nghi": ("#0a6263", "#0d7071"),
    "khen-thuong": ("#5f3f02", "#6f4c08"),
    "thong-bao": ("#083738", "#0d4445"),
    "tin-hoat-dong": ("#07484a", "#0c5759"),
}
# One leaf of the theme's mark (macros/emblem.html), whose square has sides of 64: two Bézier
# curves. The other three are turned by quarters.
_LEAF: Final = (
    ((32.0, 29.0), (22.0, 24.0), (21.0, 12.0), (32.0, 4.0)),
    ((32.0, 4.0), (43.0, 12.0), (42.0, 24.0), (32.0, 29.0)),
)
_STEPS: Final = 48
_LEAVES: Final = 4
_WARM_LEAF: Final = 1  # the right one
_OVERSAMPLING: Final = 2


def default_image(site: Site) -> SocialImage | None:
    """Return the card of pages that have none of their own."""
    return _drawn(site, "", site.name)


def category_image(site: Site, category: str) -> SocialImage | None:
    """Return the card of a category."""
    return _drawn(site, category, category_of(category).name)


def bulletin_image(site: Site, bulletin: Bulletin) -> SocialImage | None:
    """Return the card of a bulletin: from its cover, or its category's."""
    cover = _usable_cover(site, bulletin)
    if cover is None:
        return category_image(site, bulletin.category)
    photo, file = cover
    return SocialImage(_photo_url(file), *SOCIAL_SIZE, photo.alt)


def card_files(site: Site) -> Iterator[DataFile]:
    """Declare the drawn cards that the pages of a build show."""
    if not site.siteurl:
        return
    drawn = {"", *(category.id for category in site.categories())}
    for bulletin in site.selection.paged:
        if _usable_cover(site, bulletin) is None:
            drawn.add(bulletin.category)
    for category in sorted(drawn):
        path = _drawn_url(category).removeprefix("/")
        yield DataFile(path, _make_drawn_card, {"category": category})


def wanted_cards(site: Site) -> Iterator[Wanted]:
    """Yield the cards that are cut from covers."""
    for bulletin in site.selection.paged:
        cover = _usable_cover(site, bulletin)
        if cover is not None:
            yield shared_photo(cover[1], _photo_url(cover[1]))


def drawn_card(category: str) -> bytes:
    """Draw the card of a category; that of the site for ""."""
    ground, ornament = _COLOURS[category]
    width, height = (side * _OVERSAMPLING for side in SOCIAL_SIZE)
    card = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(card)
    _draw_mark(pen, (width * 0.86, height * 0.5), height * 1.9, (ornament,) * _LEAVES)
    white_and_warm = tuple(_WARM if leaf == _WARM_LEAF else _WHITE for leaf in range(_LEAVES))
    _draw_mark(pen, (width * 0.27, height * 0.48), height * 0.5, white_and_warm)
    pen.rectangle((0, height * 0.965, width, height), fill=_WARM)
    return jpeg(card.resize(SOCIAL_SIZE, Image.Resampling.LANCZOS), SOCIAL_BYTES)


def _usable_cover(site: Site, bulletin: Bulletin) -> tuple[Photo, MediaFile] | None:
    """Return a cover that is shown, can be read and is large enough."""
    if bulletin.cover is None or bulletin.status == "withdrawn" or not site.siteurl:
        return None
    file = site.media[bulletin.cover.target]
    large = file.width >= SMALLEST[0] and file.height >= SMALLEST[1]
    return (bulletin.cover, file) if large else None


def _photo_url(file: MediaFile) -> str:
    stem = stem_of(file).rpartition("/")[2].partition(".")[0]
    return _url(stem, file.sha256)


def _drawn(site: Site, category: str, alt: str) -> SocialImage | None:
    return SocialImage(_drawn_url(category), *SOCIAL_SIZE, alt) if site.siteurl else None


def _drawn_url(category: str) -> str:
    return _url(category or "trang", f"drawn {category}")


def _url(stem: str, content: str) -> str:
    digest = hashlib.sha256(f"{RECIPE} {content}".encode()).hexdigest()[:_HASH_LENGTH]
    return f"{FOLDER}/{stem}.{digest}.jpg"


def _make_drawn_card(inputs: Inputs) -> bytes:
    return drawn_card(inputs["category"])


def _draw_mark(
    pen: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    size: float,
    colours: tuple[str, ...],
) -> None:
    """Draw the theme's mark; ``colours`` are of the leaves clockwise, the upper one first."""
    for turns, colour in enumerate(colours):
        points = []
        for x, y in _leaf():
            for _ in range(turns):
                x, y = 64 - y, x  # noqa: PLW2901 - a quarter turn about the middle
            points.append((centre[0] + (x - 32) * size / 64, centre[1] + (y - 32) * size / 64))
        pen.polygon(points, fill=colour)


def _leaf() -> Iterator[tuple[float, float]]:
    for start, first, second, end in _LEAF:
        for step in range(_STEPS):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            anchors = (start, first, second, end)
            yield (
                sum(weight * point[0] for weight, point in zip(weights, anchors, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, anchors, strict=True)),
            )
