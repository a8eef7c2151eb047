"""Lists: each entry in its place, and old pages that never change (issues FOUNDATION, ARCHIVES)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.lists import LATEST, PAGE_SIZE, SHORT_LIST, cut

URL = "/hoi-nghi/"
DAYS = st.dates(date(2018, 1, 1), date(2023, 12, 31))
DATES = st.lists(DAYS, max_size=400)
LONG = st.lists(DAYS, min_size=SHORT_LIST + 1, max_size=400)


def entries_of(dates):
    return sorted(((day, number) for number, day in enumerate(dates)), reverse=True)


def pages_of(entries):
    return cut(URL, entries, lambda entry: entry[0].year)


def bytes_of(pages):
    """All that a page shows, by address."""
    return {page.url: page for page in pages}


def test_an_empty_list_has_no_page():
    assert pages_of([]) == []


@pytest.mark.parametrize("count", [1, 2, SHORT_LIST])
def test_a_short_list_stands_on_one_page(count):
    entries = entries_of([date(2020, 1, 1)] * count)
    (page,) = pages_of(entries)
    assert page.url == URL
    assert list(page.entries) == entries
    assert not page.years


def test_a_longer_list_shows_the_latest_and_its_years():
    entries = entries_of([date(2020 + n % 3, 1, 1) for n in range(SHORT_LIST + 1)])
    front, *years = pages_of(entries)
    assert list(front.entries) == entries[:LATEST]
    assert [(year.year, year.count, year.url) for year in front.years] == [
        (2022, 13, "/hoi-nghi/2022/"),
        (2021, 14, "/hoi-nghi/2021/"),
        (2020, 14, "/hoi-nghi/2020/"),
    ]
    assert [page.url for page in years] == [year.url for year in front.years]


def test_a_long_year_is_numbered_from_its_oldest():
    entries = entries_of([date(2019, 1, 1)] * (2 * PAGE_SIZE + 5))
    _, growing, second, first = pages_of(entries)
    assert (growing.url, len(growing.entries), growing.number) == ("/hoi-nghi/2019/", 5, None)
    assert (second.url, len(second.entries), second.number) == ("/hoi-nghi/2019/trang/2/", 100, 2)
    assert (first.url, list(first.entries)) == ("/hoi-nghi/2019/trang/1/", entries[-PAGE_SIZE:])
    assert (growing.older_url, second.older_url, first.older_url) == (second.url, first.url, "")
    assert (growing.newer_url, second.newer_url, first.newer_url) == ("", growing.url, growing.url)


@pytest.mark.parametrize("count", [PAGE_SIZE, PAGE_SIZE + 1])
def test_a_page_gets_its_number_only_when_the_next_one_begins(count):
    pages = pages_of(entries_of([date(2019, 1, 1)] * count))
    numbers = [page.number for page in pages if page.number]
    assert numbers == ([1] if count > PAGE_SIZE else [])


@given(DATES)
def test_every_entry_stands_once_in_order_on_the_year_pages(dates):
    entries = entries_of(dates)
    pages = pages_of(entries)
    filed = pages if len(entries) <= SHORT_LIST else pages[1:]
    assert [entry for page in filed for entry in page.entries] == entries
    assert all(0 < len(page.entries) <= PAGE_SIZE for page in filed)
    assert len({page.url for page in pages}) == len(pages)


@given(LONG)
def test_a_newer_entry_changes_the_entry_page_and_the_growing_page_only(dates):
    entries = entries_of(dates)
    newest = (max(dates), len(dates))
    before, after = bytes_of(pages_of(entries)), bytes_of(pages_of([newest, *entries]))
    changed = {url for url in before.keys() | after.keys() if before.get(url) != after.get(url)}
    year = f"{URL}{newest[0].year}/"
    full = sum(day.year == newest[0].year for day in dates) // PAGE_SIZE
    assert changed <= {URL, year, f"{year}trang/{full}/"}


@given(LONG, DAYS)
def test_a_backdated_entry_changes_pages_of_its_year_only(dates, day):
    before = bytes_of(pages_of(entries_of(dates)))
    after = bytes_of(pages_of(entries_of([*dates, day])))
    changed = {url for url in before.keys() | after.keys() if before.get(url) != after.get(url)}
    assert all(url == URL or url.startswith(f"{URL}{day.year}/") for url in changed)
