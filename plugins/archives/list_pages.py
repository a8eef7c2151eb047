"""Category lists, archive by year and month, and the page for a wrong address."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plugins.archives.cards import Card
from plugins.archives.honour_roll import HONOUR_ROLL
from plugins.archives.lists import ListPage, cut
from plugins.archives.selection import on_front_page
from plugins.archives.site import Head, Site
from plugins.archives.social_cards import category_image
from plugins.archives.views import (
    ARCHIVE,
    Crumb,
    NamedLink,
    SocialImage,
    YearLink,
    archive_years,
    trail,
)
from plugins.engine.pages import Page

NOTICES = "thong-bao"
COMMENDATIONS = "khen-thuong"

_HONOUR_ROLL = NamedLink("Sổ vàng khen thưởng", HONOUR_ROLL.url)


def notices_in_force(site: Site) -> tuple[Card, ...]:
    """Return the notices that have not expired, newest first."""
    return tuple(
        site.cards[bulletin.path]
        for bulletin in site.selection.listed
        if bulletin.category == NOTICES and on_front_page(bulletin, site.now)
    )


def category_pages(site: Site, *, honour_roll: bool) -> Iterator[Page]:
    """Declare the list of each category that has bulletins.

    Args:
        site: the build.
        honour_roll: whether there is one, to which the list of commendations leads.
    """
    cards = site.listed_cards()
    for category in site.categories():
        entries = [card for card in cards if card.category == category]
        beside = (_HONOUR_ROLL,) if honour_roll and category.id == COMMENDATIONS else ()
        for part in cut(category.url, entries, _year_of):
            yield list_page(
                site,
                part,
                category.name,
                Crumb(category.name, category.url),
                image=category_image(site, category.id),
                see_also=beside if part.year is None else (),
            )


def list_page(
    site: Site,
    part: ListPage[Card],
    heading: str,
    *steps: Crumb,
    image: SocialImage | None = None,
    see_also: tuple[NamedLink, ...] = (),
) -> Page:
    """Declare one page of a list.

    Args:
        site: the build.
        part: what the page shows.
        heading: the name of the list.
        steps: the crumbs down to the list's entry page.
        image: the picture for shared links; the site's own by default.
        see_also: other pages that bring together what the list is about.
    """
    name, note = heading, ""
    crumbs = list(steps)
    if part.year is not None:
        name = f"{heading} năm {part.year}"
        crumbs.append(Crumb(f"Năm {part.year}", part.url))
    if part.number is not None:
        note = f"Trang {part.number} năm {part.year}"
        name = f"{name}, trang {part.number}"
    return site.page(
        part.url,
        "list.html",
        title=name,
        description=name,
        kind="list",
        crumbs=trail(*crumbs),
        head=Head(image=image),
        heading=name,
        intro="",
        see_also=see_also,
        cards=part.entries,
        years=tuple(
            YearLink(year.year, year.count, year.url, current=False) for year in part.years
        ),
        older_url=part.older_url,
        newer_url=part.newer_url,
        page_note=note,
    )


def archive_pages(site: Site) -> Iterator[Page]:
    """Declare the archive: all years, each year, each month with all its bulletins."""
    cards = site.listed_cards()
    years = archive_years(cards)
    of_month = {month: tuple(group) for month, group in groupby(cards, _month_of)}
    if not years:
        return
    yield site.page(
        "/luu-tru/",
        "archive.html",
        title="Lưu trữ",
        description="Tất cả bản tin theo năm và tháng",
        kind="archive",
        crumbs=trail(ARCHIVE),
        heading="Lưu trữ",
        years=years,
    )
    for year in years:
        heading = f"Lưu trữ năm {year.year}"
        year_crumb = Crumb(f"Năm {year.year}", year.url)
        yield site.page(
            year.url,
            "archive.html",
            title=heading,
            description=heading,
            kind="archive",
            crumbs=trail(ARCHIVE, year_crumb),
            heading=heading,
            years=(year,),
        )
        for month in year.months:
            yield list_page(
                site,
                ListPage(month.url, of_month[month.year, month.month]),
                f"Tháng {month.month:02} năm {month.year}",
                ARCHIVE,
                year_crumb,
                Crumb(f"Tháng {month.month:02}"),
            )


def error_page(site: Site) -> Page:
    """Declare the page for an address that is not there."""
    return site.page(
        "/404.html", "404.html", title="Không tìm thấy trang", description="", kind="error"
    )


def _year_of(card: Card) -> int:
    return card.date.year


def _month_of(card: Card) -> tuple[int, int]:
    return card.date.year, card.date.month
