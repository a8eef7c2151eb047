"""The page about open data (/du-lieu/): which files there are, and what their fields mean."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archives.awards import Awards
from plugins.archives.calendar import PATH
from plugins.archives.dictionary import OPEN_DATA, DataSet, data_sets
from plugins.archives.site import Site
from plugins.archives.views import trail
from plugins.engine.pages import Page


def data_pages(site: Site, awards: Awards, *, calendar: bool) -> Iterator[Page]:
    """Declare the page; nothing where no file of open data exists.

    Args:
        site: the build.
        awards: the awards of its bulletins.
        calendar: whether there is a calendar of events.
    """
    sets = published_sets(site, awards)
    if sets:
        yield site.page(
            OPEN_DATA.url,
            "open-data.html",
            title="Dữ liệu mở",
            description="Bản tin và khen thưởng ở dạng máy đọc được, với nghĩa của từng trường",
            kind="open-data",
            crumbs=trail(OPEN_DATA),
            sets=sets,
            calendar_url=f"/{PATH}" if calendar else "",
        )


def published_sets(site: Site, awards: Awards) -> tuple[DataSet, ...]:
    """Return the sets of open data that have a file."""
    years = {bulletin.date.year for bulletin in site.selection.paged}
    return tuple(one for one in data_sets(years, awards.by_year) if one.years)
