from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.dates import Misreading, parse_date, parse_moment, parse_period

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_a_day_and_a_moment_are_read():
    assert parse_date("2023-12-15") == date(2023, 12, 15)
    assert parse_moment("2023-12-15", ZONE) == (datetime(2023, 12, 15, tzinfo=ZONE), False)
    assert parse_moment("2023-12-15 08:30", ZONE) == (
        datetime(2023, 12, 15, 8, 30, tzinfo=ZONE),
        True,
    )


def test_the_time_zone_is_that_of_the_site():
    moment, _ = parse_moment("2023-12-15 08:30", ZONE)
    assert moment.isoformat() == "2023-12-15T08:30:00+07:00"
    assert moment.tzinfo is ZONE


@pytest.mark.parametrize("text", ["2024-02-29", "2000-01-01"])
def test_leap_days_are_days(text):
    assert parse_date(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "code", "example"),
    [
        ("15/12/2023", "date-format", "2023-12-15"),
        ("12/25/2023", "date-format", "2023-12-25"),
        ("5.5.2023", "date-format", "2023-05-05"),
        ("15-12-2023", "date-format", "2023-12-15"),
        ("ngày 15/12/2023", "date-format", "2023-12-15"),
        ("ngày 15 tháng 12 năm 2023", "date-format", "2023-12-15"),
        ("15 Tháng 2, năm 2023", "date-format", "2023-02-15"),
        ("2023-3-4", "date-format", "2023-03-04"),
        ("2023/03/04", "date-format", "2023-03-04"),
        ("15/12/2023 08:30", "date-format", "2023-12-15"),
        ("2023-12-15T08:30", "date-format", "2023-12-15 08:30"),
        ("2023-12-15  08:30", "date-format", "2023-12-15 08:30"),
        ("2023-12-15 8:30", "date-format", "2023-12-15 08:30"),
        ("2023-12-15 8h", "date-format", "2023-12-15 08:00"),
        ("2023-12-15 8 giờ 30", "date-format", "2023-12-15 08:30"),
        ("2023-12-15 08:30:00", "date-format", "2023-12-15 08:30"),
        ("2023-12-15 08:30+07:00", "date-time-zone", "2023-12-15 08:30"),
        ("2023-12-15T08:30:00Z", "date-time-zone", "2023-12-15 08:30"),
        ("2023-12-15 08:30 UTC", "date-time-zone", "2023-12-15 08:30"),
        ("2023-12-15 24:00", "time-not-real", "2023-12-15 08:30"),
        ("2023-12-15 8:99", "time-not-real", "2023-12-15 08:30"),
        ("2023-02-29", "date-not-real", "2023-12-15"),
        ("31/02/2023", "date-not-real", "2023-12-15"),
        ("2023-13-45", "date-not-real", "2023-12-15"),
        ("2023/02/30", "date-not-real", "2023-12-15"),
        ("0000-01-01", "date-not-real", "2023-12-15"),
        ("hôm nay", "date-format", "2023-12-15 08:30"),
        ("ngày 31 tháng 2 năm 2023", "date-format", "2023-12-15 08:30"),
        ("", "date-format", "2023-12-15 08:30"),
        ("٢٠٢٣-١٢-١٥", "date-format", "2023-12-15 08:30"),
        ("2023-12-15\n", "date-format", "2023-12-15 08:30"),
    ],
)
def test_every_other_form_is_refused_with_the_right_one(text, code, example):
    found = parse_moment(text, ZONE)
    assert isinstance(found, Misreading)
    assert (found.code, found.example) == (code, example)


def test_day_and_month_that_can_change_places_give_both_readings():
    found = parse_date("03/04/2026")
    assert found == Misreading("date-ambiguous", "2026-04-03", "2026-04-03", "2026-03-04")


def test_a_day_takes_no_time():
    assert parse_date("2023-12-15 08:30") == Misreading("date-with-time", "2023-12-15")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12-15", date(2023, 12, 15), date(2023, 12, 15)),
    ],
)
def test_a_period_is_its_first_or_its_last_day(text, first, last):
    assert parse_period(text, last=False) == first
    assert parse_period(text, last=True) == last


@pytest.mark.parametrize("text", ["2023-13", "0000", "2023-02-30"])
@pytest.mark.parametrize("last", [True, False])
def test_a_period_that_is_not_in_the_calendar_is_refused(text, last):
    found = parse_period(text, last=last)
    assert isinstance(found, Misreading)
    assert found.code == "date-not-real"


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_comes_back_as_it_was_written(day):
    assert parse_date(day.isoformat()) == day
    assert parse_period(day.isoformat(), last=True) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_vietnamese_order_is_never_guessed(day):
    found = parse_date(f"{day.day}/{day.month}/{day.year}")
    assert isinstance(found, Misreading)
    assert found.example == day.isoformat()
    both_ways = day.day <= 12 and day.day != day.month
    assert (found.code == "date-ambiguous") == both_ways


@given(st.text(max_size=60) | st.text(alphabet="0123456789-/:. TZhgiờngàythán", max_size=40))
def test_any_text_is_a_date_or_is_explained_with_one(text):
    for found in (
        parse_date(text),
        parse_period(text, last=True),
        parse_moment(text, ZONE),
    ):
        if isinstance(found, Misreading):
            assert isinstance(parse_moment(found.example, ZONE), tuple)
