"""Dates, written and found (research note 3.7)."""

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import (
    FoundDate,
    format_date,
    format_date_long,
    format_datetime,
    parse_dates,
    weekday_name,
)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2023, 12, 15), "15/12/2023", "Thứ Sáu, ngày 15 tháng 12 năm 2023"),
        (date(2022, 10, 6), "06/10/2022", "Thứ Năm, ngày 06 tháng 10 năm 2022"),
        (date(2024, 7, 3), "03/07/2024", "Thứ Tư, ngày 03 tháng 7 năm 2024"),
        (date(2022, 2, 14), "14/02/2022", "Thứ Hai, ngày 14 tháng 02 năm 2022"),
        (date(2024, 1, 2), "02/01/2024", "Thứ Ba, ngày 02 tháng 01 năm 2024"),
        (date(2023, 7, 15), "15/07/2023", "Thứ Bảy, ngày 15 tháng 7 năm 2023"),
        (date(2024, 3, 10), "10/03/2024", "Chủ Nhật, ngày 10 tháng 3 năm 2024"),
    ],
)
def test_dates_are_written_the_official_way(day: date, short: str, long: str) -> None:
    assert format_date(day) == short
    assert format_date_long(day) == long
    assert weekday_name(day) == long.partition(",")[0]


def test_a_moment_is_written_in_its_own_zone() -> None:
    local = datetime(2024, 7, 8, 9, 13, tzinfo=timezone(timedelta(hours=7)))

    assert format_datetime(local) == "08/07/2024 09:13"
    assert format_datetime(local.astimezone(UTC)) == "08/07/2024 02:13"


def found(text: str) -> list[tuple[object, ...]]:
    return [
        (text[date_.start : date_.end], date_.day, date_.month, date_.year)
        for date_ in parse_dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "written", "day", "month", "year"),
    [
        ("Họp ngày 6 tháng 10 năm 2022.", "ngày 6 tháng 10 năm 2022", 6, 10, 2022),
        ("họp 06 tháng 10 năm 2022", "06 tháng 10 năm 2022", 6, 10, 2022),
        ("ngày 15 tháng 12, tại", "ngày 15 tháng 12", 15, 12, None),
        ("ngày 15 tháng 12/2023", "ngày 15 tháng 12/2023", 15, 12, 2023),
        ("NGÀY 15 THÁNG 12 NĂM 2023", "NGÀY 15 THÁNG 12 NĂM 2023", 15, 12, 2023),
        ("mùng 3 tháng 2 năm 2024", "mùng 3 tháng 2 năm 2024", 3, 2, 2024),
        ("in 15/12/2023", "15/12/2023", 15, 12, 2023),
        ("03/7/2024", "03/7/2024", 3, 7, 2024),
        ("08/07/2024 09:13", "08/07/2024", 8, 7, 2024),
        ("số 880-QĐ/TU ngày 23/12/2022 của", "ngày 23/12/2022", 23, 12, 2022),
        ("đăng 3-4-2024", "3-4-2024", 3, 4, 2024),
        ("đăng 12.4.2024.", "12.4.2024", 12, 4, 2024),
        ("đăng 15 / 12 / 2023", "15 / 12 / 2023", 15, 12, 2023),
        ("ngày 15/7 năm 2024", "ngày 15/7 năm 2024", 15, 7, 2024),
        ("14/2", "14/2", 14, 2, None),
        (" 27-2 ", "27-2", 27, 2, None),
        ("12.4", "12.4", 12, 4, None),
        ("vào ngày 27-2, ", "ngày 27-2", 27, 2, None),
        ("ngày 15/7.", "ngày 15/7", 15, 7, None),
        ("Ngày Thầy thuốc Việt Nam 27/2", "27/2", 27, 2, None),
        ("Ngày Thầy thuốc Việt Nam (27/2)", "27/2", 27, 2, None),
        ("ngày 29/02", "ngày 29/02", 29, 2, None),
    ],
)
def test_a_date_is_found(text: str, written: str, day: int, month: int, year: int | None) -> None:
    assert found(text) == [(written, day, month, year)]


@pytest.mark.parametrize(
    ("text", "session", "weekday"),
    [
        ("Sáng 14/2", "sáng", None),
        ("Sáng ngày 15/12/2023", "sáng", None),
        ("Chiều ngày 03/7/2024", "chiều", None),
        ("buổi tối 30-4", "tối", None),
        ("trưa nay (15/7)", "trưa", None),
        ("10:8, Thứ Tư, 3-4-2024", None, "Thứ Tư"),
        ("Thứ Tư, ngày 04/03/2026 16:29", None, "Thứ Tư"),
        ("Thứ Năm, ngày 6 tháng 10 năm 2022", None, "Thứ Năm"),
        ("Thứ 4 ngày 3/4/2024", None, "Thứ 4"),
        ("thứ sáu 15/12", None, "thứ sáu"),
        ("Chủ nhật, 5/5/2024", None, "Chủ nhật"),
        ("Sáng thứ Sáu, ngày 15 tháng 12", "sáng", "thứ Sáu"),
        ("ngày 15/12/2023 (Thứ Sáu)", None, "Thứ Sáu"),
        ("SÁNG NGÀY 15/12/2023", "sáng", None),
    ],
)
def test_session_and_weekday_are_told(text: str, session: str | None, weekday: str | None) -> None:
    (date_,) = parse_dates(text)

    assert (date_.session, date_.weekday) == (session, weekday)


@pytest.mark.parametrize(
    ("weekday", "number"),
    [
        ("Thứ Hai", 0),
        ("thứ ba", 1),
        ("Thứ 4", 2),
        ("THỨ NĂM", 3),
        ("thứ Sáu", 4),
        ("thứ bẩy", 5),
        ("Thứ  7", 5),
        ("Chủ Nhật", 6),
    ],
)
def test_a_weekday_has_a_number(weekday: str, number: int) -> None:
    (date_,) = parse_dates(f"{weekday}, ngày 15/12/2023")

    assert date_.weekday_number == number


def test_a_date_without_weekday_has_no_number() -> None:
    assert parse_dates("15/12/2023")[0].weekday_number is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "trực 24/7",
        "hơn 2/3 số hộ",
        "đạt 12.4% và 12,5 kg",
        "ngày 12,5",
        "mục 1.2.3",
        "6 tháng đầu năm 2023",
        "trong 6 tháng 10 ngày",
        "Quý II năm 2024",
        "nhiệm kỳ 2022 - 2024",
        "tháng 12/2023",
        "2023-12-15",
        "Nghị quyết 02/2024",
        "Quyết định 163/QĐ-UBND",
        "số 15/12/2023/QĐ",
        "ngày 32/1/2024",
        "ngày 15/13/2024",
        "ngày 0/5/2024",
        "ngày 5 - 7",
        "Ngày càng có 1/3 số người",
        "điện thoại 0243.5.6.2024",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert parse_dates(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("từ ngày 12 đến 14/7/2024", [("ngày 12", 12, 7, 2024), ("14/7/2024", 14, 7, 2024)]),
        ("từ 12 đến 14/7/2024", [("12", 12, 7, 2024), ("14/7/2024", 14, 7, 2024)]),
        ("ngày 12 và 13/12/2023", [("ngày 12", 12, 12, 2023), ("13/12/2023", 13, 12, 2023)]),
        ("ngày 10-12/7", [("ngày 10", 10, 7, None), ("12/7", 12, 7, None)]),
        (
            "các ngày 12, 13, 14/7/2024",
            [("các ngày 12", 12, 7, 2024), ("13", 13, 7, 2024), ("14/7/2024", 14, 7, 2024)],
        ),
        ("28/6 - 02/7/2024", [("28/6", 28, 6, 2024), ("02/7/2024", 2, 7, 2024)]),
        (
            "từ ngày 28/6 đến hết ngày 02/7/2024",
            [("ngày 28/6", 28, 6, 2024), ("02/7/2024", 2, 7, 2024)],
        ),
        ("từ 28/6/2024 đến 02/7", [("28/6/2024", 28, 6, 2024), ("02/7", 2, 7, None)]),
        (
            "ngày 5-7 tháng 12 năm 2023",
            [("ngày 5", 5, 12, 2023), ("7 tháng 12 năm 2023", 7, 12, 2023)],
        ),
        ("tối 30-4 và 1-5", [("tối 30-4", 30, 4, None), ("1-5", 1, 5, None)]),
        ("Khóa 5 - 14/7/2024", [("14/7/2024", 14, 7, 2024)]),
        ("có 12 và 13/7 xã", []),
    ],
)
def test_days_that_share_a_month_are_one_date_each(text: str, dates: list[object]) -> None:
    assert found(text) == dates


def test_session_and_weekday_belong_to_the_first_of_several_days() -> None:
    first, second = parse_dates("Sáng thứ Ba, ngày 12 và 13/12/2023 (thứ Tư)")

    assert (first.session, first.weekday) == ("sáng", "thứ Ba")
    assert (second.session, second.weekday) == (None, "thứ Tư")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/12/2023", date(2023, 12, 15)),
        ("29/2/2024", date(2024, 2, 29)),
        ("29/2/2023", None),
        ("31/11/2023", None),
        ("ngày 15/12", None),
    ],
)
def test_a_found_date_gives_a_calendar_day_where_there_is_one(text: str, day: date | None) -> None:
    (date_,) = parse_dates(text)

    assert date_.to_date() == day


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(day=DAYS)
def test_what_is_written_is_found(day: date) -> None:
    for written in (format_date(day), format_date_long(day)):
        (date_,) = parse_dates(f"Hội nghị họp {written}, tại")
        assert date_.to_date() == day
        assert date_.weekday_number in (None, day.weekday())


@given(text=st.text() | st.text(alphabet="0123456789/-. ,()ngàysáthứ%"))
def test_any_text_gives_dates_in_order_and_apart(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    dates = parse_dates(text)

    assert parse_dates(composed) == dates
    assert all(1 <= date_.day <= 31 and 1 <= date_.month <= 12 for date_ in dates)
    ends = [0, *(date_.end for date_ in dates)]
    assert all(end <= date_.start < date_.end for end, date_ in zip(ends, dates, strict=False))
    assert ends[-1] <= len(composed)


def test_a_found_date_is_a_plain_frozen_record() -> None:
    date_ = FoundDate(0, 4, 14, 2)

    assert date_ == FoundDate(start=0, end=4, day=14, month=2, year=None)
    with pytest.raises(AttributeError):
        date_.day = 15  # type: ignore[misc]
