"""The dates of an event against that of publication; nothing depends on the clock."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.event_checks import MOST_DAYS_LATE, MOST_YEARS_AHEAD, check_event
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.records import Event

OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
PUBLISHED = date(2023, 12, 15)
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def findings(start, end=None, category="hoi-nghi", published=PUBLISHED, retold=False):
    return list(check_event(Event("Hội nghị", start, end), published, category, retold=retold))


def codes(*given_dates, **options):
    return [code for code, _, _ in findings(*given_dates, **options)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, []),
        (date(2023, 12, 15), None, []),
        (date(2023, 12, 14), date(2023, 12, 16), []),
        (date(2023, 12, 8), None, []),
        (date(2023, 12, 7), None, ["event-long-ago"]),
        (date(2022, 12, 15), None, ["event-long-ago"]),
        (date(2023, 11, 1), date(2023, 12, 10), []),
        (date(2023, 11, 1), date(2023, 12, 7), ["event-long-ago"]),
        (date(2023, 12, 16), None, ["event-after-publication"]),
        (date(2024, 12, 15), date(2024, 12, 16), ["event-after-publication"]),
    ],
)
def test_an_event_is_reported_within_a_week(start, end, expected):
    assert codes(start, end) == expected


@pytest.mark.parametrize("category", [choice.id for choice in CATEGORIES.choices])
def test_only_a_notice_looks_ahead(category):
    ahead = codes(date(2023, 12, 20), category=category)
    assert ahead == ([] if category == "thong-bao" else ["event-after-publication"])


def test_news_taken_over_from_elsewhere_may_be_late_but_not_early():
    assert codes(date(2023, 1, 1), retold=True) == []
    assert codes(date(2023, 12, 16), retold=True) == ["event-after-publication"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("kicker: Thi đua", ["event-long-ago"]),
        ("source: Trang tin mẫu", []),
        ("source_url: https://bantin.example/tin", []),
        ("origin: imported", []),
    ],
)
def test_a_source_tells_that_news_was_taken_over(field, expected):
    text = (
        f"---\ntitle: Họp\ndate: 2023-12-15\ncategory: Hội nghị\nauthors: A B\n{field}\n"
        "event: {name: Họp, date: 2023-11-20}\n---\nĐã họp.\n"
    )
    problems = read_bulletin("bulletins/2023/a.md", text.encode(), OPTIONS).problems
    assert [found.code for found in problems] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2033, 12, 31), None, []),
        (date(2034, 1, 1), None, [("date-year", "date", 2034)]),
        (date(2023, 12, 14), date.max, [("date-year", "end_date", 9999)]),
        (date.max, date.max, [("date-year", "date", 9999)]),
    ],
)
def test_a_year_far_ahead_is_a_misprint(start, end, expected):
    found = findings(start, end, category="thong-bao")
    assert [(code, field, values["year"]) for code, field, values in found] == expected


def test_messages_name_both_days():
    ((_, field, values),) = findings(date(2023, 11, 1), date(2023, 12, 1))
    assert field == "date"
    assert values == {"day": "01/12/2023", "published": "15/12/2023", "days": 14}
    ((_, _, values),) = findings(date(2023, 12, 20))
    assert values == {"day": "20/12/2023", "published": "15/12/2023"}


@given(DAYS, DAYS)
def test_there_is_one_finding_at_most(start, published):
    found = codes(start, published=published)
    late = (published - start).days
    assert found == (
        ["date-year"]
        if start.year > published.year + MOST_YEARS_AHEAD
        else ["event-after-publication"]
        if late < 0
        else ["event-long-ago"] if late > MOST_DAYS_LATE else []
    )  # fmt: skip


@pytest.mark.parametrize("year", [2024, 2026, 2050])
def test_what_was_green_stays_green(year):
    """The year of the build decides nothing about an event that stands beside its bulletin."""
    text = (
        "---\ntitle: Mời họp\ndate: 2023-12-15\ncategory: Thông báo\nauthors: A B\n"
        "event: {name: Họp, date: 2024-01-20}\n---\nMời dự họp.\n"
    )
    options = ReadOptions("Asia/Ho_Chi_Minh", year)
    assert read_bulletin("bulletins/2023/a.md", text.encode(), options).problems == ()
    assert timedelta(days=MOST_DAYS_LATE) == timedelta(weeks=1)
