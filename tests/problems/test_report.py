"""Reports: one line a problem, valid JSON, and annotations that no content can break out of."""

from __future__ import annotations

import json
import re

import pytest

from plugins.problems import CATALOGUE, Problem, errors, problem
from plugins.problems.report import as_github, as_gitlab, as_json, as_text

FIRST = Problem("a.md", 2, 3, "date-format", "error", "Ngày sai.", "Viết 2026-11-21.")
SECOND = Problem("a.md", 10, 1, "byline-missing", "warning", "Thiếu.", "Thêm.")


def test_text_is_one_line_a_problem_in_reading_order():
    assert as_text([SECOND, FIRST]) == (
        "a.md:2:3: date-format error: Ngày sai. Cách sửa: Viết 2026-11-21.\n"
        "a.md:10:1: byline-missing warning: Thiếu. Cách sửa: Thêm."
    )


def test_json_has_all_fields_and_keeps_vietnamese():
    (row,) = json.loads(as_json([FIRST]))
    assert list(row) == ["path", "line", "column", "code", "severity", "message", "cure"]
    assert row["message"] == "Ngày sai."
    assert "Ngày" in as_json([FIRST])


def test_github_annotations_are_escaped():
    nasty = Problem("a,b:c.md", 1, 1, "x", "error", "50%\n::error::giả", "")
    text = as_github([nasty], "content/")
    assert text.startswith("::error file=content/a%2Cb%3Ac.md,line=1,col=1,title=x::50%25%0A")
    assert "\n" not in text


def test_gitlab_tells_findings_apart_and_knows_them_again():
    twice = Problem("a.md", 9, 1, FIRST.code, "error", FIRST.message, FIRST.cure)
    rows = json.loads(as_gitlab([SECOND, twice, FIRST], "content/"))
    assert [row["location"] for row in rows] == [
        {"path": "content/a.md", "lines": {"begin": line}} for line in (2, 9, 10)
    ]
    assert [row["severity"] for row in rows] == ["blocker", "blocker", "minor"]
    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == 3
    moved = Problem("a.md", 200, 1, FIRST.code, "error", FIRST.message, FIRST.cure)
    assert json.loads(as_gitlab([moved], "content/"))[0]["fingerprint"] == prints[0]
    assert as_gitlab([]) == "[]"


def test_errors_leave_warnings_out_and_are_sorted():
    later = Problem("b.md", 1, 1, "x", "error", "", "")
    assert errors([later, SECOND, FIRST]) == [FIRST, later]


def test_an_unknown_code_is_a_defect():
    with pytest.raises(KeyError):
        problem("no-such-code", "a.md")


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_entry_is_written_for_staff(code):
    entry = CATALOGUE[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    for text in (entry.message, entry.cure):
        assert text == text.strip()
        assert "\n" not in text
        assert len(text) > len("Tệp trống.") - 1
