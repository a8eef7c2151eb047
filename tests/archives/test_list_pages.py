"""Every list of a site, for any bulletins: each stands where it belongs, and the past stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.cards import newest_first
from plugins.archives.list_pages import archive_pages, category_pages
from plugins.archives.lists import PAGE_SIZE, SHORT_LIST
from plugins.archives.selection import select
from plugins.archives.site import Site, cards_of
from plugins.bulletins.records import Body, Bulletin

ZONE = timezone(timedelta(hours=7))
NOW = datetime(2026, 1, 15, 8, tzinfo=ZONE)
BODY = Body(html="", text="")
CATEGORIES = ("hoi-nghi", "khen-thuong", "thong-bao")

MOMENTS = st.builds(
    lambda day, hour: datetime.combine(day, time(hour), ZONE),
    st.dates(datetime(2021, 1, 1).date(), datetime(2024, 12, 31).date()),
    st.integers(0, 23),
)
STATUSES = st.sampled_from(["published"] * 8 + ["draft", "withdrawn"])


def bulletin_of(number, moment, category, status="published"):
    return Bulletin(
        path=f"bulletins/{moment.year}/tin-{number}.md",
        title=f"Tin {number}",
        slug=f"tin-{number}",
        date=moment,
        category=category,
        body=BODY,
        status=status,
    )


# Few rows, each repeated, so that lists grow long enough to be cut by year and into pages.
@st.composite
def bulletin_lists(draw):
    rows = draw(
        st.lists(
            st.tuples(MOMENTS, st.sampled_from(CATEGORIES), STATUSES, st.integers(1, 45)),
            max_size=12,
        )
    )
    every = [
        (moment + timedelta(minutes=n), category, status)
        for moment, category, status, count in rows
        for n in range(count)
    ]
    return [bulletin_of(number, *row) for number, row in enumerate(every)]


def site_of(bulletins):
    selection = select(bulletins, public=True, now=NOW)
    return Site(
        name="Bản tin mẫu",
        tagline="",
        siteurl="https://bantin.example",
        public=True,
        now=NOW,
        selection=selection,
        static_pages=(),
        media={},
        cards=cards_of(selection, {}, NOW),
        addresses={},
        credits={},
        unit_links={},
    )


def lists_of(bulletins):
    """Return the inputs of every list page by its address."""
    site = site_of(bulletins)
    pages = [*category_pages(site, honour_roll=False), *archive_pages(site)]
    return {page.inputs["page"].url: page.inputs for page in pages}


def changes(before, after):
    return {url for url in before.keys() | after.keys() if before.get(url) != after.get(url)}


def filing_pages(pages, root) -> Iterator[list[str]]:
    """Yield what each page files of the list below an address, in the order of reading."""
    long = any(url != root and url.startswith(root) for url in pages)
    urls = [url for url in pages if url.startswith(root) and not (long and url == root)]
    for url in urls:
        yield [card.path for card in pages[url].get("cards", ())]


@given(bulletin_lists())
def test_every_public_bulletin_stands_on_one_page_of_each_of_its_lists_in_order(bulletins):
    pages = lists_of(bulletins)
    listed = [each for each in newest_first(bulletins) if each.status == "published"]
    for category in CATEGORIES:
        expected = [each.path for each in listed if each.category == category]
        filed = [path for page in filing_pages(pages, f"/{category}/") for path in page]
        assert filed == expected
        assert (f"/{category}/" in pages) == bool(expected)
    filed = [path for page in filing_pages(pages, "/luu-tru/") for path in page]
    assert filed == [each.path for each in listed]
    assert not any(count > 1 for count in Counter(filed).values())


@given(bulletin_lists(), st.sampled_from(CATEGORIES))
def test_a_newer_one_changes_the_entry_page_and_the_last_page_of_its_lists(bulletins, category):
    moment = datetime(2025, 6, 1, 8, tzinfo=ZONE)
    newest = bulletin_of(len(bulletins), moment, category)
    before, after = lists_of(bulletins), lists_of([*bulletins, newest])
    size = sum(each.category == category and each.status == "published" for each in bulletins)
    expected = {f"/{category}/", "/luu-tru/", "/luu-tru/2025/", "/luu-tru/2025/06/"}
    if size >= SHORT_LIST:
        expected.add(f"/{category}/2025/")
    if size == SHORT_LIST:  # the list becomes a long one: its years appear
        expected |= {url for url in after if url.startswith(f"/{category}/")}
    assert changes(before, after) == expected


@given(bulletin_lists(), MOMENTS, st.sampled_from(CATEGORIES))
def test_a_backdated_one_changes_pages_of_its_year_only(bulletins, moment, category):
    added = bulletin_of(len(bulletins), moment, category)
    before, after = lists_of(bulletins), lists_of([*bulletins, added])
    size = sum(each.category == category and each.status == "published" for each in bulletins)
    if size == SHORT_LIST:
        return
    for url in changes(before, after) - {f"/{category}/", "/luu-tru/"}:
        assert url.startswith((f"/{category}/{moment.year}/", f"/luu-tru/{moment.year}/")), url


@given(bulletin_lists(), st.data())
def test_one_taken_away_changes_pages_of_its_year_only(bulletins, data):
    if not bulletins:
        return
    gone = data.draw(st.sampled_from(bulletins))
    rest = [each for each in bulletins if each is not gone]
    same = [each for each in bulletins if each.category == gone.category]
    if sum(each.status == "published" for each in same) == SHORT_LIST + 1:
        return
    for url in changes(lists_of(bulletins), lists_of(rest)):
        entry = url in {f"/{gone.category}/", "/luu-tru/"}
        year = gone.date.year
        assert entry or url.startswith((f"/{gone.category}/{year}/", f"/luu-tru/{year}/")), url


@given(st.integers(0, 3 * PAGE_SIZE + 5))
def test_full_pages_of_a_year_never_change_when_it_grows(count):
    start = datetime(2023, 1, 1, tzinfo=ZONE)
    bulletins = [bulletin_of(n, start + timedelta(hours=n), "hoi-nghi") for n in range(count)]
    newest = bulletin_of(count, start + timedelta(hours=count), "hoi-nghi")
    before, after = lists_of(bulletins), lists_of([*bulletins, newest])
    numbered = {url for url in before if "/trang/" in url}
    assert all(before[url] == after[url] for url in numbered)
