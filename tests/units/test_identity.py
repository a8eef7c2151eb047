"""Ids decide: names that clash stop the build, with both names and every file (issue TAGGING)."""

from __future__ import annotations

import pytest
from support.content import bulletin

UNIT = "- {{id: {id}, name: {name}{more}}}\n"


def registry(*rows):
    return "".join(UNIT.format(id=row[0], name=row[1], more="".join(row[2:])) for row in rows)


def clashes(found, code):
    return [problem for problem in found if problem.code == code]


def test_an_id_used_twice_names_both_and_the_files(problems_of):
    (found,) = clashes(
        problems_of(
            {
                "units.yml": registry(("so", "Sở Y tế"), ("so", "Sở Tài chính")),
                "bulletins/2025/a.md": bulletin("Tin", units="so"),
            }
        ),
        "id-twice",
    )
    assert "«Sở Tài chính»" in found.message
    assert "«Sở Y tế»" in found.message
    assert "bulletins/2025/a.md" in found.cure


def test_an_id_of_two_people_names_both_and_the_files(problems_of):
    (found,) = clashes(
        problems_of(
            {
                "people.yml": registry(("ha", "Lê Hà"), ("ha", "Lê Hạ")),
                "bulletins/2025/a.md": bulletin("Tin", authors="Lê Hạ"),
            }
        ),
        "id-twice",
    )
    assert "«Lê Hà»" in found.message
    assert "«Lê Hạ»" in found.message
    assert "bulletins/2025/a.md" in found.cure


def test_one_full_name_on_two_ids_at_one_time_is_refused(problems_of):
    (found,) = clashes(
        problems_of(
            {
                "units.yml": registry(("a", "Sở Y tế"), ("b", "SỞ Y TẾ")),
                "bulletins/2025/a.md": bulletin("Tin", units="b"),
            }
        ),
        "unit-name-shared",
    )
    assert "mã a, dòng 1" in found.message
    assert "mã b, dòng 2" in found.message
    assert "bulletins/2025/a.md" in found.cure


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (", valid_to: 2025-06-30", ", valid_from: 2025-07-01", False),
        (", valid_to: 2025-06-30", ", valid_from: 2025-06-30", True),
        (", valid_to: 2025-06-30", "", True),
    ],
)
def test_one_after_the_other_may_bear_a_name(problems_of, first, second, clash):
    units = registry(("a", "Trung tâm Y tế", first), ("b", "Trung tâm Y tế", second))
    assert bool(clashes(problems_of({"units.yml": units}), "unit-name-shared")) is clash


def test_short_names_and_aliases_may_be_shared(problems_of):
    units = registry(
        ("a", "Sở Y tế Lạng Sơn", ", short_name: Sở Y tế"),
        ("b", "Sở Y tế Quảng Ngãi", ", short_name: Sở Y tế"),
    )
    assert problems_of({"units.yml": units}) == []


def test_names_that_differ_in_a_tone_or_letter_are_different(problems_of):
    units = registry(("a", "Trạm Y tế Hà"), ("b", "Trạm Y tế Hạ"), ("c", "Trạm Y tế Hả"))
    assert problems_of({"units.yml": units}) == []
