"""Tables that people read."""

from __future__ import annotations

import pytest
from bench.builds.floor import Floor
from bench.builds.process import Spent
from bench.builds.report import (
    END,
    START,
    details,
    document,
    overview,
    put_between_markers,
    ratio,
    seconds,
)
from bench.builds.results import EDIT, FULL, HUGO, OURS, Results, Run, result_of
from bench.builds.targets import judge


def results() -> Results:
    def one(site, size, photos, case, wall, changed=None):
        paths = None if changed is None else tuple(map(str, range(changed)))
        run = Run(Spent(wall, wall, 50_000_000), paths, 1_234)
        return result_of(site, size, photos, case, [run])

    return Results(
        (
            one(HUGO, 1_000, 0, FULL, 1.5),
            one(OURS, 1_000, 0, EDIT, 0.444, 12),
            one(OURS, 1_000, 3, EDIT, 0.5, 13),
            one(OURS, 1_000, 0, FULL, 12.34, 0),
        )
    )


@pytest.mark.parametrize(
    ("value", "text"), [(0.444, "0.44"), (9.99, "9.99"), (12.34, "12.3"), (112.4, "112")]
)
def test_seconds_have_the_figures_that_mean_something(value, text):
    assert seconds(value) == text
    assert seconds(None) == "–"


@pytest.mark.parametrize(
    ("value", "text"), [(1 / 52, "1/52"), (0.6, "0.60"), (2.4, "2.40"), (0, "0.00")]
)
def test_a_ratio_is_written_as_people_say_it(value, text):
    assert ratio(value) == text


def test_the_overview_has_a_column_a_set_and_a_row_a_kind_of_build():
    lines = overview(results()).splitlines()
    assert lines[0] == "|  | 1,000 | 1,000 with 3 photos each |"
    assert lines[2:] == [
        "| ours: full | 12.3 | – |",
        "| ours: one edit | 0.44 | 0.50 |",
        "| Hugo: full | 1.50 | – |",
    ]


def test_details_tell_files_where_they_are_known():
    assert details(results(), 1_000, 0).splitlines()[2:] == [
        "| ours: full | 12.3 | 12.3 | 50 | 0 | 1,234 | 1 |",
        "| ours: one edit | 0.44 | 0.44 | 50 | 12 | 1,234 | 1 |",
        "| Hugo: full | 1.50 | 1.50 | 50 | – | 1,234 | 1 |",
    ]


def test_the_document_holds_every_table():
    floor = Floor(1_000, 0, 0.3, 0.01, 0.02, 0.03, 0.4, 1_002, 6_000_000, 3_000, 30_000_000)
    text = document("Measured today.", results(), [floor], judge(results()))
    assert text.startswith("Measured today.\n\n### Promises\n\n| ")
    assert "| 1,000 | 0.30 | 0.01 | 0.02 | 0.03 | 0.40 | 1,002 files, 6 MB |" in text
    assert "| full at 1,000, to Hugo's | 0 | 2.00 | 8.23 | **missed** | 8.23 |" in text
    assert text.count("\n### ") == 5


def test_only_what_stands_between_the_markers_is_replaced():
    kept = put_between_markers(f"# A\n{START}\nold\n{END}\nB\n", "new")
    assert kept == f"# A\n{START}\n\nnew\n\n{END}\nB\n"
    assert put_between_markers(kept, "new") == kept


@pytest.mark.parametrize(
    "text", ["", START, END, f"{END}{START}", f"{START}{END}{START}{END}", f"{START}{END}{END}"]
)
def test_a_document_without_its_markers_is_refused(text):
    with pytest.raises(ValueError, match="once each"):
        put_between_markers(text, "new")
