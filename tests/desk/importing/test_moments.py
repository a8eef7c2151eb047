"""Which date of a page is its publish stamp, and which year a day without one belongs to."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from plugins.desk.importing.moments import event_day, in_zone, is_long_date, stamp_of


@pytest.mark.parametrize(
    ("line", "moment", "timed"),
    [
        ("08/07/2024 09:13", datetime(2024, 7, 8, 9, 13), True),
        ("08/07/2024 09:13      104", datetime(2024, 7, 8, 9, 13), True),
        ("08/07/2024 | 09:13 | Lượt xem: 1.204", datetime(2024, 7, 8, 9, 13), True),
        ("Thứ Tư, ngày 04/03/2026 16:29", datetime(2026, 3, 4, 16, 29), True),
        ("Thứ sáu - 05/03/2021 09:13", datetime(2021, 3, 5, 9, 13), True),
        ("10:08, Thứ Tư, 3-4-2024", datetime(2024, 4, 3, 10, 8), True),
        ("Ngày đăng: 17/05/2024", datetime(2024, 5, 17), False),
        ("Cập nhật lúc 14h30 ngày 5/9/2022", datetime(2022, 9, 5, 14, 30), True),
        ("(17/10/2024 08:05 PM)", datetime(2024, 10, 17, 20, 5), True),
        ("Được đăng: 05 Tháng 03 2021", datetime(2021, 3, 5), False),
        ("2021-03-05 07:00", datetime(2021, 3, 5, 7, 0), True),
    ],
)
def test_a_stamp_is_read_with_its_time(line, moment, timed):
    stamp = stamp_of(line)
    assert (stamp.moment, stamp.timed) == (moment, timed)


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 15/12/2023, Sở Y tế tổ chức hội nghị.",
        "31/02/2024 09:00",
        "Quyết định số 12/2023",
        "24/7",
    ],
)
def test_a_line_that_says_more_or_less_is_no_stamp(line):
    assert stamp_of(line) is None


def test_the_day_on_which_a_page_was_opened_is_told_apart():
    assert is_long_date("Thứ Năm, ngày 6 tháng 10 năm 2022")
    assert is_long_date("Thứ Năm, 06/10/2022")
    assert not is_long_date("Thứ Năm, 06/10/2022 10:20")
    assert not is_long_date("06/10/2022")


def test_times_of_programs_come_into_the_zone_of_the_site(zone):
    assert in_zone("2020-12-09T00:29:00.000Z", zone) == (datetime(2020, 12, 9, 7, 29), True)
    assert in_zone("2018-03-16 20:41:41", zone) == (datetime(2018, 3, 16, 20, 41, 41), True)
    assert in_zone("2018-03-16", zone) == (datetime(2018, 3, 16), False)
    assert in_zone("08/07/2024 09:13", zone) == (datetime(2024, 7, 8, 9, 13), True)
    assert in_zone("hôm qua", zone) is None


def day_of(text, published=None, elsewhere=()):
    found = event_day([text], published, elsewhere)
    return None if found is None else (found.day, found.session, found.guessed)


def test_a_whole_date_is_taken_as_it_is():
    assert day_of("Sáng 15/12/2023, khối tổ chức hội nghị.") == (date(2023, 12, 15), "sáng", False)


def test_a_day_takes_the_year_in_which_it_was_published():
    assert day_of("Chiều 3/7, họp.", datetime(2024, 7, 8))[::2] == (date(2024, 7, 3), True)
    assert day_of("Sáng 28/12, họp.", datetime(2025, 1, 3))[0] == date(2024, 12, 28)
    assert day_of("Sáng 28/12, họp.", datetime(2024, 7, 8)) is None


def test_a_day_takes_the_year_of_the_page_or_of_the_title():
    assert (
        day_of("Sáng 14/2, họp.", None, ["", "Thứ Năm, ngày 6 tháng 10 năm 2022"])[0].year == 2022
    )
    assert day_of("Sáng 15/7, họp.", None, ["Sơ kết 6 tháng đầu năm 2023"])[0].year == 2023
    assert day_of("Sáng 14/2, họp năm 2021 và kế hoạch 2022.") is None


def test_the_day_of_a_decision_is_no_day_of_an_event():
    assert day_of("Căn cứ Quyết định số 880-QĐ/TU ngày 23/12/2022, sở giao việc.") is None
