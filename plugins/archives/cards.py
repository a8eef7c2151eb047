"""What lists show of a bulletin, and other small views that templates print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Bulletin, Image
from plugins.pictures.renditions import Picture, describe

__all__ = ["Card", "Category", "Picture", "card_of", "category_of", "mark_of", "newest_first"]

DRAFT = "Bản nháp"
FUTURE = "Hẹn đăng"
WITHDRAWN = "Đã rút"


@dataclass(frozen=True, slots=True)
class Category:
    """One of the four kinds of bulletin, with its list."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """A bulletin as lists show it.

    ``mark`` says why it is not public yet or any more. ``note`` is what it is to the unit or person
    whose list this is, where that list mixes the parts they take.
    """

    path: str
    url: str
    title: str
    date: datetime
    category: Category
    kicker: str
    summary: str
    cover: Picture | None
    mark: str
    note: str = ""


def category_of(category_id: str) -> Category:
    """Return a category by its id.

    Raises:
        KeyError: there is no such category; records hold only ids that exist.
    """
    choice = CATEGORIES.find(category_id)
    if choice is None:
        raise KeyError(category_id)
    return Category(choice.id, choice.name, f"/{choice.id}/")


def mark_of(bulletin: Bulletin, now: datetime) -> str:
    """Return the Vietnamese mark of a bulletin that is a draft, of the future or withdrawn."""
    if bulletin.status == "draft":
        return DRAFT
    if bulletin.status == "withdrawn":
        return WITHDRAWN
    return FUTURE if bulletin.date > now else ""


def picture_of(image: Image | None, media: Mapping[str, MediaFile]) -> Picture | None:
    """Resolve a photo to its published files."""
    return None if image is None else describe(image, media[image.target])


def card_of(bulletin: Bulletin, media: Mapping[str, MediaFile], now: datetime) -> Card:
    """Make the card of a bulletin."""
    return Card(
        path=bulletin.path,
        url=bulletin.url,
        title=bulletin.title,
        date=bulletin.date,
        category=category_of(bulletin.category),
        kicker=bulletin.kicker,
        summary=bulletin.summary,
        cover=picture_of(bulletin.cover, media),
        mark=mark_of(bulletin, now),
    )


def newest_first(bulletins: Iterable[Bulletin]) -> list[Bulletin]:
    """Sort by publish time, then address: a total order, the same from any order of reading."""
    return sorted(bulletins, key=lambda bulletin: (bulletin.date, bulletin.url), reverse=True)
