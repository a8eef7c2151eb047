"""Which addresses may not vanish: the web points at them.

A public address that the last publication had and this one lacks is an error, unless it leads
elsewhere now or was taken down. Addresses that follow from content are let go: pages of lists, of
years and of people whom no bulletin names any more, and files that carry a hash in their names. Or
a corrected byline could not be published.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import unquote

_FOLLOWS_FROM_CONTENT: Final = re.compile(
    r"/(?:luu-tru|du-lieu|feeds|manh|sitemaps|so-do-trang|tac-gia|theme|tim-kiem|van-ban)/.*"
    r"|/khen-thuong/so-vang/.*"
    # The years of a list, and their pages; a bulletin's own address has another form.
    r"|/(?!ban-tin/)(?:[^/]+/){1,2}[0-9]{4}/(?:trang/[0-9]+/)?"
)


def lost_addresses(
    gone: Iterable[str], moved: Collection[str], taken_down: Collection[str]
) -> list[str]:
    """Return the addresses that nobody answers for, sorted.

    Args:
        gone: pages that the live release has and the new one lacks.
        moved: old addresses that lead to new ones, perhaps percent-encoded, perhaps with a query.
        taken_down: addresses that are kept down.
    """
    answered = {unquote(url) for url in (*moved, *taken_down)}
    return sorted(
        url
        for url in set(gone)
        if not _FOLLOWS_FROM_CONTENT.fullmatch(url)
        and not answered & {url, url.rstrip("/"), f"{url}index.html"}
    )
