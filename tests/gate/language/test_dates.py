"""Weekdays and impossible days."""

import datetime as dt

import pytest

from plugins.gate.language.dates import find, is_impossible

EVENT = dt.date(2023, 12, 15)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Thứ Năm, ngày 15/12/2023", "Thứ Sáu"),
        ("Sáng thứ 5, ngày 15 tháng 12 năm 2023", "Thứ Sáu"),
        ("sáng Chủ Nhật, 15/12", "Thứ Sáu"),
        ("ngày 15/12/2023 (thứ Bảy)", "Thứ Sáu"),
    ],
)
def test_a_weekday_that_does_not_fit(text, cure):
    (hit,) = find(text, EVENT)
    assert (hit.code, hit.values["cure"]) == ("weekday-wrong", cure)


@pytest.mark.parametrize(
    "text",
    [
        "Thứ Sáu, ngày 15/12/2023",
        "sáng thứ 6, ngày 15/12",
        "thứ Hai, ngày 5/6",  # half a year away: it may be of any year
        "ngày 29/2/2024",
        "tỷ lệ 3/4, văn bản 31/2023, từ 30/4 đến 01/5",
    ],
)
def test_what_fits_or_cannot_be_known(text):
    assert not find(text, EVENT)


def test_without_a_day_near_by_a_date_without_year_has_no_weekday():
    assert not find("Chủ Nhật, ngày 15/12")


def test_around_new_year_the_nearest_year_counts():
    assert not find("thứ Ba, ngày 02/01", dt.date(2023, 12, 29))
    assert find("thứ Hai, ngày 02/01", dt.date(2023, 12, 29))


@pytest.mark.parametrize(
    "text",
    [
        "sáng 31/4",
        "ngày 30/2",
        "ngày 31 tháng 11",
        "31/06/2024",
        "ngày 29/02/2023",
        "ngày 30.2.2024",
    ],
)
def test_a_day_that_no_calendar_has(text):
    assert [hit.code for hit in find(f"Họp {text} tại huyện")] == ["date-impossible"]


@pytest.mark.parametrize(
    "text", ["đạt 30/2 mục tiêu", "ngày 30/4", "quyết định 31/2/QĐ", "ngày 32/7"]
)
def test_what_is_no_date(text):
    assert not find(text)


def test_the_29th_of_february_may_be_of_a_leap_year():
    assert not is_impossible(29, 2, 0)
    assert is_impossible(29, 2, 2100)
