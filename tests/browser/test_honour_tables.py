"""Tables of the honour roll in a browser: sorting, filtering, a narrow screen, no script.

Everything runs under the headers of the production server.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from support.visits import visitor

YEAR = "/khen-thuong/so-vang/2021/"


@pytest.fixture(scope="module")
def address(sites) -> str:
    return sites["made-up"].address


@pytest.fixture
def roll(browser: Browser, address: str) -> Iterator[Page]:
    """Return the page of a year on a wide screen; fail when the browser has refused anything."""
    with visitor(browser, address, viewport={"width": 1280, "height": 800}) as visit:
        visit.page.goto(address + YEAR)
        expect(visit.page.locator("table[data-sortable=ready]")).to_have_count(3)
        yield visit.page
        assert visit.complaints == visit.refused == visit.foreign == []


def given(page: Page):
    return page.get_by_role("table", name=re.compile("^Khen thưởng năm 2021"))


def names(page: Page) -> list[str]:
    return given(page).locator("tbody th").all_inner_texts()


def column(page: Page, label: str):
    return given(page).get_by_role("columnheader", name=label)


def places(page: Page, label: str) -> list[int]:
    index = column(page, label).evaluate("head => head.cellIndex")
    script = "(rows, index) => rows.map((row) => Number(row.cells[index].dataset.place))"
    return given(page).locator("tbody tr").evaluate_all(script, index)


LABELS = (
    "Tập thể, cá nhân",
    "Hình thức",
    "Cơ quan tặng",
    "Quyết định",
    "Trạng thái",
    "Bản tin",
)


@pytest.mark.parametrize("label", LABELS)
def test_a_column_sorts_both_ways_and_says_so(roll, label):
    before = sorted(names(roll))
    column(roll, label).get_by_role("button").click()
    expect(column(roll, label)).to_have_attribute("aria-sort", "ascending")
    assert places(roll, label) == sorted(places(roll, label))
    column(roll, label).get_by_role("button").click()
    expect(column(roll, label)).to_have_attribute("aria-sort", "descending")
    assert places(roll, label) == sorted(places(roll, label), reverse=True)
    assert sorted(names(roll)) == before
    assert given(roll).locator("th[aria-sort]").count() == 1


def test_people_stand_in_vietnamese_order_after_collectives(roll):
    column(roll, "Tập thể, cá nhân").get_by_role("button").click()
    # The given name of «Người Mẫu 12» is a number, and numbers come before letters.
    kinds = ["Bệnh viện Phổi", "Người Mẫu", "Minh Hiền", "cá nhân"]
    found = [next(kind for kind in kinds if kind in name) for name in names(roll)]
    assert list(dict.fromkeys(found)) == kinds


def test_one_table_sorts_alone(roll):
    other = roll.get_by_role("table", name="Đề nghị khen thưởng năm 2021")
    before = other.locator("tbody th").all_inner_texts()
    column(roll, "Quyết định").get_by_role("button").click()
    assert other.locator("tbody th").all_inner_texts() == before
    expect(other.locator("th[aria-sort]")).to_have_count(0)


def test_the_keyboard_is_enough(roll):
    button = column(roll, "Hình thức").get_by_role("button")
    column(roll, "Tập thể, cá nhân").get_by_role("button").focus()
    roll.keyboard.press("Tab")
    expect(button).to_be_focused()
    roll.keyboard.press("Enter")
    expect(column(roll, "Hình thức")).to_have_attribute("aria-sort", "ascending")
    expect(button).to_be_focused()
    roll.keyboard.press("Space")
    expect(column(roll, "Hình thức")).to_have_attribute("aria-sort", "descending")


def test_a_filter_hides_the_others_and_says_how_many_are_left(roll):
    rows = roll.locator("tbody tr[data-status]")
    expect(roll.get_by_role("status")).to_have_text("Đang hiện 40 trong 40 dòng.")
    roll.get_by_label("Hình thức").select_option(label="Bằng khen")
    left = roll.locator("tbody tr[data-form=bang-khen]").count()
    assert 0 < left < rows.count()
    expect(rows.locator("visible=true")).to_have_count(left)
    expect(roll.get_by_role("status")).to_have_text(f"Đang hiện {left} trong 40 dòng.")
    roll.get_by_label("Trạng thái", exact=True).select_option(label="Suy tôn")
    expect(roll.get_by_role("table")).to_have_count(2)  # that of the figures is no list to filter
    assert roll.locator("tbody tr[data-status]:visible").evaluate_all(
        "rows => rows.every((row) => row.dataset.status === 'nominated'"
        " && row.dataset.form === 'bang-khen')"
    )
    roll.get_by_role("button", name="Bỏ lọc").click()
    expect(roll.locator("tbody tr[data-status]:visible")).to_have_count(40)
    expect(roll.get_by_role("status")).to_have_text("Đang hiện 40 trong 40 dòng.")


def test_a_choice_that_fits_nothing_is_said(roll):
    roll.get_by_label("Hình thức").select_option(label="Chiến sĩ thi đua cơ sở")
    roll.get_by_label("Trạng thái", exact=True).select_option(label="Thu hồi")
    expect(roll.get_by_role("status")).to_have_text("Không có dòng nào khớp với lựa chọn.")
    expect(roll.locator("tbody tr[data-status]:visible")).to_have_count(0)


def test_sorting_keeps_the_filter(roll):
    roll.get_by_label("Hình thức").select_option(label="Bằng khen")
    left = roll.locator("tbody tr[data-status]:visible").count()
    column(roll, "Quyết định").get_by_role("button").click()
    expect(roll.locator("tbody tr[data-status]:visible")).to_have_count(left)


NARROW = {"width": 320, "height": 800}
# The largest letters that a page's own tools give.
LARGEST = "document.documentElement.dataset.textSize = '150'"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_nothing_is_wider_than_a_narrow_screen(browser, address, script):
    with visitor(browser, address, viewport=NARROW, java_script_enabled=script) as visit:
        for url in (YEAR, "/khen-thuong/so-vang/", "/du-lieu/", "/don-vi/benh-vien-phoi/"):
            visit.page.goto(address + url)
            assert visit.sticking_out == [], url


@pytest.mark.parametrize("url", [YEAR, "/khen-thuong/so-vang/"])
def test_nor_are_the_largest_letters(browser, address, url):
    with visitor(browser, address, viewport=NARROW) as visit:
        visit.page.goto(address + url)
        visit.page.evaluate(LARGEST)
        assert visit.sticking_out == []
        lines = "cell => cell.getClientRects().length"
        years = visit.page.locator("th[scope=row] a[href*=so-vang]")
        assert all(year.evaluate(lines) == 1 for year in years.all())


def test_a_narrow_screen_keeps_rows_short_and_says_what_each_value_is(browser, address):
    with visitor(browser, address) as visit:
        page = visit.page
        page.goto(address + YEAR)
        rows = given(page).locator("tbody tr")
        text = rows.first.inner_text()
        for label in ("Cơ quan tặng:", "Quyết định:", "Trạng thái:", "Bản tin:"):
            assert label in text
        # A name, two lines of facts and a bulletin: five rows and more stand on a screen.
        tallest = max(rows.evaluate_all("rows => rows.map((row) => row.offsetHeight)"))
        assert tallest * 5 <= page.viewport_size["height"]
        column(page, "Quyết định").get_by_role("button").click()
        expect(column(page, "Quyết định")).to_have_attribute("aria-sort", "ascending")


def test_short_rows_are_still_rows_and_cells_to_a_screen_reader(browser, address):
    with visitor(browser, address) as visit:
        visit.page.goto(address + YEAR)
        session = visit.page.context.new_cdp_session(visit.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
        assert roles["cell"] == visit.page.locator("td:visible").count() >= 200
        assert roles["rowheader"] == visit.page.locator("th[scope=row]").count() >= 40


def test_without_script_all_is_there_and_nothing_seems_to_work(browser, address):
    with visitor(browser, address, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(address + YEAR)
        assert page.locator("tbody tr[data-status]:visible").count() == 40
        assert page.locator("main form:visible").count() == 0
        assert page.locator("main button").locator("visible=true").count() == 0
        assert column(page, "Hình thức").is_visible()


def test_paper_gets_the_whole_table(roll):
    roll.emulate_media(media="print")
    roll.set_viewport_size({"width": 600, "height": 800})
    display = given(roll).locator("tbody tr").first.evaluate("row => getComputedStyle(row).display")
    assert display == "table-row"
    expect(roll.locator("form[data-filter]")).to_be_hidden()
