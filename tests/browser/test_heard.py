"""What a screen reader hears: the accessibility tree as text, for six tasks, compared with files.

A wanted change of the design changes the files: look at what has changed, then
``GOLDEN=write .venv/bin/pytest tests/browser/test_heard.py``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from support import made_up_site
from support.visits import visitor

GOLDEN = Path(__file__).parent / "golden"
WIDE = {"width": 1280, "height": 800}
# Of no interest to who listens, and different at each change of any file.
HASH = re.compile(r"\.[0-9a-f]{12}(?=[.-])")


def unit_phone(page: Page) -> list[Locator]:
    """Find how to call a unit: its name, then how to reach it."""
    main = page.get_by_role("main")
    return [main.get_by_role("heading", level=1), main.get_by_role("region", name="Liên hệ")]


def awards_row(page: Page) -> list[Locator]:
    """Hear what a table of awards is about, the heads of its columns, and a row."""
    table = page.get_by_role("table", name=re.compile("^Khen thưởng năm 2021"))
    return [table.locator("caption"), table.locator("thead tr"), table.locator("tbody tr").first]


def photo(page: Page) -> list[Locator]:
    """Hear what a photo shows, who took it, and that it opens large."""
    return [page.get_by_role("main").get_by_role("figure").first]


def notice(page: Page) -> list[Locator]:
    """Hear the notices in force below a bulletin."""
    return [page.get_by_role("region", name="Thông báo")]


def way_back(page: Page) -> list[Locator]:
    """Hear where the page lies, and the ways up."""
    return [page.get_by_role("navigation", name="Đường dẫn")]


def result_count(page: Page) -> list[Locator]:
    """Hear how many results a search has; the words come when the index has been read."""
    said = page.get_by_role("status").filter(has_text=re.compile(r"\d")).first
    said.wait_for(state="attached")
    return [said]


Task = tuple[str, Callable[[Page], list[Locator]]]
TASKS: dict[str, Task] = {
    "unit-phone": ("/don-vi/trung-tam-dai/", unit_phone),
    "awards-row": ("/khen-thuong/so-vang/2021/", awards_row),
    "result-count": ("/tim-kiem/?q=cup%20nuoc", result_count),
    "photo": (made_up_site.GALLERY, photo),
    "notice": (made_up_site.GALLERY, notice),
    "way-back": (made_up_site.GALLERY, way_back),
}


def heard(parts: list[Locator]) -> str:
    """Return the accessibility tree of parts of a page, as text."""
    return HASH.sub("", "".join(f"{part.aria_snapshot()}\n" for part in parts))


@pytest.mark.parametrize("task", TASKS)
def test_what_is_heard(browser, sites, task):
    url, parts = TASKS[task]
    with visitor(browser, sites["made-up"].address, viewport=WIDE) as visit:
        visit.open(url)
        found = heard(parts(visit.page))
    file = GOLDEN / f"{task}.yml"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_every_file_belongs_to_a_task():
    assert {file.stem for file in GOLDEN.glob("*.yml")} == set(TASKS)
