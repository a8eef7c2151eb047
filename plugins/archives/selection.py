"""Which bulletins a build shows, and where.

A public build has no page for drafts and for what is dated later than its "now"; a preview shows
both, marked. Withdrawn bulletins keep their page and leave every list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from plugins.archives.cards import newest_first
from plugins.bulletins.records import Bulletin


@dataclass(frozen=True, slots=True)
class Selection:
    """``paged`` have a page of their own, ``listed`` stand in lists; both newest first."""

    paged: tuple[Bulletin, ...]
    listed: tuple[Bulletin, ...]


def select(bulletins: Iterable[Bulletin], *, public: bool, now: datetime) -> Selection:
    """Choose what a build shows."""
    paged = tuple(
        bulletin
        for bulletin in newest_first(bulletins)
        if not public or (bulletin.status != "draft" and bulletin.date <= now)
    )
    listed = tuple(bulletin for bulletin in paged if bulletin.status != "withdrawn")
    return Selection(paged, listed)


def on_front_page(bulletin: Bulletin, now: datetime) -> bool:
    """Tell whether a bulletin may stand on the front page: it has not expired (``expires``)."""
    return bulletin.expires is None or now.date() <= bulletin.expires


def announced(bulletins: Iterable[Bulletin], now: datetime) -> tuple[Bulletin, ...]:
    """Return those that are told to other machines: published, and not of the future.

    Feeds and sitemaps hold no others, in a preview either: what a program has fetched once cannot
    be called back.
    """
    return tuple(
        bulletin
        for bulletin in bulletins
        if bulletin.status == "published" and bulletin.date <= now
    )
