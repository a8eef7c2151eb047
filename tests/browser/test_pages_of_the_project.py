"""Every page type of the project's own content, in every view.

Light and dark, 320, 360 and 1440 pixels wide, under the headers of the production server: nothing
that axe finds, no message of the browser, no request elsewhere, nothing wider than the window,
nothing that moves by itself.
"""

from __future__ import annotations

import pytest
from support.page_types import PROJECT_PAGES, PageType
from support.visits import inspect


@pytest.mark.parametrize("kind", PROJECT_PAGES, ids=lambda kind: kind.name)
def test_a_page_is_right_in_every_view(browser, sites, kind: PageType):
    found = inspect(browser, sites[kind.site].address, kind.url, kind.status)
    assert not found, "\n".join(found)
