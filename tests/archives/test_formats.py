"""Template filters."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.formats import FILTERS, has_time, iso, tel

ZONE = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("024 3883 3833", "tel:02438833833"),
        ("(024) 3883.3833", "tel:02438833833"),
        ("+84 24 3883 3833", "tel:+842438833833"),
        ("(+84) 24 3883 3833", "tel:+842438833833"),
        ("1900-9095", "tel:19009095"),
        ("024 3883 3833 máy lẻ 12", "tel:02438833833;ext=12"),
        ("024 3883 3833 ext. 7", "tel:02438833833;ext=7"),
        ("024 3883 3833 số 7", "tel:02438833833;ext=7"),
        ("024 3883 3833/34", "tel:02438833833"),
        ("024 3883 3833 - 024 3883 3834", "tel:02438833833"),
        ("024 3883 3833/34 máy lẻ 5", "tel:02438833833;ext=5"),
    ],
)
def test_a_phone_number_is_dialled_as_written(written, address):
    assert tel(written) == address


@given(st.text(max_size=40))
def test_a_phone_address_has_no_foreign_character(written):
    assert re.fullmatch(r"tel:\+?[0-9]*(;ext=[0-9]+)?", tel(written))


def test_midnight_is_a_plain_date():
    assert not has_time(date(2025, 3, 5))
    assert not has_time(datetime(2025, 3, 5, tzinfo=ZONE))
    assert has_time(datetime(2025, 3, 5, 0, 1, tzinfo=ZONE))


def test_machine_dates_keep_their_zone():
    assert iso(date(2025, 3, 5)) == "2025-03-05"
    assert iso(datetime(2025, 3, 5, 8, tzinfo=ZONE)) == "2025-03-05T08:00:00+07:00"


def test_numbers_and_dates_are_vietnamese():
    assert FILTERS["number"](2230) == "2.230"
    assert FILTERS["date_short"](date(2025, 3, 5)) == "05/03/2025"
