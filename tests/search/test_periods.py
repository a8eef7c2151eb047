"""The cut by time: closed years, closed months, and what is running."""

from __future__ import annotations

import random

from support.search import item

from plugins.search.periods import periods_of


def cut(*days):
    return {
        period.id: [str(doc.day) for doc in period.docs]
        for period in periods_of([item(n, "Tin", day=day) for n, day in enumerate(days)])
    }


def test_years_months_and_the_running_month_are_apart():
    assert cut("2023-05-01", "2025-03-09", "2025-02-28", "2024-12-31", "2025-03-01", "") == {
        "kho": ["2023-05-01", "2024-12-31"],
        "nam": ["2025-02-28"],
        "moi": ["None", "2025-03-01", "2025-03-09"],
    }


def test_one_bulletin_is_one_period():
    assert cut("2025-03-05") == {"moi": ["2025-03-05"]}


def test_without_bulletins_pages_are_found():
    assert cut("") == {"moi": ["None"]}
    assert periods_of([]) == []


def test_the_order_does_not_depend_on_the_order_given():
    docs = [item(n, f"Tin {n % 3}", day=f"2025-03-{n % 9 + 1:02}") for n in range(40)]
    (expected,) = periods_of(docs)
    random.Random(1).shuffle(docs)
    assert periods_of(docs) == [expected]


def test_years_tell_their_first_place_and_count():
    (period,) = periods_of([item(1, "Trang", day=""), item(2, "Tin"), item(3, "Tin")])
    assert period.years() == [(0, 0, 1), (2025, 1, 2)]
