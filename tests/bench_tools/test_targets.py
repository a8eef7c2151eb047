"""Promises are judged by ratios within one run."""

from __future__ import annotations

import pytest
from bench.builds.process import Spent
from bench.builds.results import (
    BACK_DATED,
    EDIT,
    FULL,
    HUGO,
    HUGO_WITHOUT,
    NEW,
    NOTHING,
    OURS,
    PELICAN,
    PUBLIC,
    Result,
    Results,
    Run,
    result_of,
)
from bench.builds.targets import Judged, judge


def row(site: str, case: str, wall: float, size: int = 20_000, **more: object) -> Result:
    spent = Spent(wall, wall, 100_000_000)
    made = result_of(site, size, 0, case, [Run(spent, None, 1)])
    return Result(**{name: getattr(made, name) for name in made.__slots__} | more)


def judged(text: str, *rows: Result) -> Judged:
    found = [one for one in judge(Results(rows)) if one.text == text]
    assert len(found) == 1, [one.text for one in judge(Results(rows))]
    return found[0]


@pytest.mark.parametrize(
    ("text", "ours", "theirs", "limit"),
    [
        ("one edit at 20,000, to Hugo's one edit", (EDIT, 2.0), (HUGO, EDIT, 100), 1 / 40),
        ("one new at 20,000, to Hugo's one edit", (NEW, 2.0), (HUGO, EDIT, 100), 1 / 40),
        (
            "one edit at 20,000, to Hugo's one edit without related lists",
            (EDIT, 2.0),
            (HUGO_WITHOUT, EDIT, 40),
            1 / 15,
        ),
        ("full at 20,000, to Hugo's", (FULL, 30), (HUGO, FULL, 90), 0.6),
        (
            "full at 20,000, to Hugo's without related lists",
            (FULL, 30),
            (HUGO_WITHOUT, FULL, 40),
            1,
        ),
        ("full at 20,000, to Pelican's", (FULL, 30), (PELICAN, FULL, 120), 0.4),
    ],
)
def test_a_ratio_at_20_000(text, ours, theirs, limit):
    ours_case, wall = ours
    site, case, peer = theirs
    both = row(OURS, ours_case, wall), row(site, case, peer)
    one = judged(text, *both)
    assert one.value == pytest.approx(wall / peer)
    assert one.limit == limit
    assert one.verdict == "met"
    assert judged(text, row(OURS, ours_case, peer * 1.01 * limit), both[1]).verdict != "met"
    assert judged(text, both[0]).verdict == "not measured"


def test_the_ratio_of_processor_time_is_told_and_not_judged():
    rows = [row(OURS, FULL, 30, cpu=100), row(HUGO, FULL, 90, cpu=50)]
    one = judged("full at 20,000, to Hugo's", *rows)
    assert (one.cpu, one.missed) == (2, False)


def test_no_change_is_held_against_the_quicker_build():
    rows = [row(OURS, NOTHING, 1), row(HUGO, FULL, 70), row(HUGO, EDIT, 100)]
    one = judged("no change at 20,000, to the quicker of Hugo's builds", *rows)
    assert one.value == pytest.approx(1 / 70)
    assert one.missed


def test_small_sites_are_judged_at_1_000():
    rows = [
        row(OURS, EDIT, 0.5, 1_000),
        row(HUGO, EDIT, 1.0, 1_000),
        row(OURS, FULL, 2.5, 1_000),
        row(HUGO, FULL, 1.0, 1_000),
    ]
    assert judged("one edit at 1,000, to Hugo's one edit", *rows).verdict == "met"
    assert judged("full at 1,000, to Hugo's", *rows).missed


def test_growth_compares_ours_with_ours():
    rows = [row(OURS, EDIT, 1.8), row(OURS, EDIT, 0.6, 2_000)]
    assert judged("one edit at 20,000, to that at 2,000", *rows).value == pytest.approx(3)


def test_an_aim_that_is_not_reached_is_no_failure():
    rows = [row(OURS, EDIT, 1.0), row(PUBLIC, EDIT, 5.0)]
    one = judged("one edit at 20,000 with search, gate and compression, to that without", *rows)
    assert one.verdict == "above the aim"
    assert not one.missed


def test_memory_is_the_largest_peak_of_all_builds():
    rows = [row(OURS, FULL, 1, peak=650_000_000), row(OURS, EDIT, 1)]
    one = judged("peak memory at 20,000: ours", *rows)
    assert (one.value, one.missed) == (650, True)


def test_changed_files_are_judged_at_the_largest_size():
    rows = [row(OURS, NEW, 1, 1_000, changed=99), row(OURS, NEW, 1, 5_000, changed=60)]
    one = judged("files changed by one new at 5,000", *rows)
    assert (one.value, one.verdict) == (60, "met")
    late = row(OURS, BACK_DATED, 1, 5_000, changed=61)
    assert judged("files changed by one new, back-dated at 5,000", late).missed


def test_nothing_measured_is_nothing_missed():
    assert judge(Results(())) == []


def test_several_runs_become_their_median():
    runs = [Run(Spent(w, 2 * w, w), (*["feeds/a"] * w, "index.html"), 7) for w in (3, 1, 8)]
    made = result_of(OURS, 1_000, 3, NEW, runs)
    assert (made.wall, made.cpu, made.peak, made.changed) == (3, 6, 8, 9)
    assert made.walls == (3, 1, 8)
    assert made.kinds == {"feeds": 8, "index.html": 1}
