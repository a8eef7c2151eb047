"""A site without bulletins, for tests that declare single pages."""

from __future__ import annotations

import datetime as dt

from support.content import NOW

from plugins.archives.selection import select
from plugins.archives.site import Site


def empty_site() -> Site:
    """Return a public build of nothing."""
    now = dt.datetime.fromisoformat(NOW)
    return Site(
        name="Bản tin mẫu",
        tagline="",
        siteurl="",
        public=True,
        now=now,
        selection=select((), public=True, now=now),
        static_pages=(),
        media={},
        cards={},
        addresses={},
        credits={},
        unit_links={},
    )
