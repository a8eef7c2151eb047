"""What pages fetch when they are read: pieces that change often and would change every page.

A fragment is a whole small page all the same: it has a title, a heading and a language, stands on
its own where somebody opens it, and every check of pages holds for it. The script takes the part
that is marked ``data-fragment`` (``theme/static/js/notices.js``).
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archives.list_pages import NOTICES, notices_in_force
from plugins.archives.settings import ArchivesSettings
from plugins.archives.site import Head, Site
from plugins.engine.pages import Page

NOTICES_URL = "/manh/thong-bao.html"


def notices_fragment(site: Site, settings: ArchivesSettings) -> Iterator[Page]:
    """Declare the latest notices in force, where the site has a list of notices at all."""
    url = notices_list(site)
    if not url:
        return
    yield site.page(
        NOTICES_URL,
        "fragments/notices.html",
        title="Thông báo",
        description="Các thông báo đang có hiệu lực",
        kind="fragment",
        head=Head(noindex=True),
        notices=notices_in_force(site)[: settings.front_notices],
        list_url=url,
    )


def notices_list(site: Site) -> str:
    """Return the address of the list of notices, "" where there is none."""
    return next((item.url for item in site.categories() if item.id == NOTICES), "")
