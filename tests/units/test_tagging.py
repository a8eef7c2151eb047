from datetime import UTC, date, datetime

import pytest

from plugins.bulletins.records import Award, Body, Bulletin, Mention, Recipient
from plugins.units.registry import Unit, units_of
from plugins.units.resolution import resolve_together
from plugins.units.tagging import UnitTag, tag_explicit

UNITS = units_of(
    [
        Unit("bo-y-te", "Bộ Y tế"),
        Unit("syt-ls", "Sở Y tế tỉnh Lạng Sơn", short_name="Sở Y tế", parent="bo-y-te",
             province="Lạng Sơn"),
        Unit("syt-qng", "Sở Y tế tỉnh Quảng Ngãi", short_name="Sở Y tế", parent="bo-y-te",
             province="Quảng Ngãi"),
        Unit("bvdk-ls", "Bệnh viện Đa khoa tỉnh Lạng Sơn", aliases=("Bệnh viện Đa khoa",),
             parent="syt-ls"),
        Unit("bvdk-qng", "Bệnh viện Đa khoa tỉnh Quảng Ngãi", aliases=("Bệnh viện Đa khoa",),
             parent="syt-qng"),
        Unit("bv-phoi-ls", "Bệnh viện Phổi Lạng Sơn", parent="syt-ls"),
        Unit("bvdk-cu", "Bệnh viện Đa khoa Cũ", aliases=("Bệnh viện Đa khoa",)),
    ]
)  # fmt: skip


def bulletin(*units, path="a.md", honoured=()):
    return Bulletin(
        path=path,
        title="A",
        slug="a",
        date=datetime(2023, 1, 1, tzinfo=UTC),
        category="hoi-nghi",
        body=Body("", ""),
        units=tuple(Mention(name, 5 + row, 3) for row, name in enumerate(units)),
        awards=tuple(
            Award("Giấy khen", "awarded", recipients=(Recipient("unit", name, 9, 4),))
            for name in honoured
        ),
    )


def ids(*units, province=""):
    result = tag_explicit([bulletin(*units)], UNITS, province=province)
    assert result.problems == ()
    return [tag.id for tag in result.tags["a.md"]]


def problems(*bulletins, province=""):
    return tag_explicit(bulletins, UNITS, province=province).problems


def test_names_become_tags_in_the_order_of_the_header():
    result = tag_explicit([bulletin("Bệnh viện Phổi Lạng Sơn", "syt-ls")], UNITS, province="")
    assert result.tags == {"a.md": (UnitTag("bv-phoi-ls", "subject"), UnitTag("syt-ls", "subject"))}
    assert result.removed == {"a.md": frozenset()}


def test_a_unit_named_twice_is_one_tag():
    assert ids("syt-ls", "SỞ Y TẾ TỈNH LẠNG SƠN") == ["syt-ls"]


def test_a_shared_name_means_the_unit_above_the_subject():
    assert ids("bv-phoi-ls", "Sở Y tế") == ["bv-phoi-ls", "syt-ls"]
    assert ids("Sở Y tế", "bvdk-qng") == ["syt-qng", "bvdk-qng"]


def test_a_shared_name_means_the_unit_of_the_same_branch():
    assert ids("bv-phoi-ls", "Bệnh viện Đa khoa") == ["bv-phoi-ls", "bvdk-ls"]


def test_shared_names_help_one_another_once_one_is_settled():
    assert ids("Bệnh viện Đa khoa", "Sở Y tế", "bv-phoi-ls") == ["bvdk-ls", "syt-ls", "bv-phoi-ls"]


def test_a_shared_name_falls_back_to_the_province_of_the_site():
    assert ids("Sở Y tế", province="Quảng Ngãi") == ["syt-qng"]
    assert ids("Bệnh viện Đa khoa", province="LẠNG SƠN") == ["bvdk-ls"]


def test_the_subject_goes_before_the_province_of_the_site():
    assert ids("bv-phoi-ls", "Sở Y tế", province="Quảng Ngãi") == ["bv-phoi-ls", "syt-ls"]


def test_a_ministry_above_both_settles_nothing():
    (found,) = problems(bulletin("bo-y-te", "Sở Y tế"))
    assert (found.code, found.path, found.line) == ("unit-ambiguous", "a.md", 6)
    assert "syt-ls (Sở Y tế tỉnh Lạng Sơn, Lạng Sơn), syt-qng" in found.message
    assert "«syt-ls»" in found.cure


def test_an_ambiguous_name_is_one_problem_with_all_its_uses():
    (found,) = problems(bulletin("Sở Y tế", path="b.md"), bulletin("Sở Y tế", path="a.md"))
    assert (found.code, found.path) == ("unit-ambiguous", "a.md")
    assert "b.md dòng 5" in found.cure


def test_an_unknown_name_is_told_with_the_nearest_and_a_line_to_paste():
    (found,) = problems(bulletin("Bệnh viện Phỗi Lạng Sơn"))
    assert (found.code, found.line, found.column) == ("unit-unknown", 5, 3)
    assert "«Bệnh viện Phổi Lạng Sơn» (mã bv-phoi-ls)" in found.cure
    assert '- {id: benh-vien-phoi-lang-son, name: "Bệnh viện Phỗi Lạng Sơn"}' in found.cure


def test_an_id_that_is_gone_is_one_problem():
    found = problems(bulletin("bv-gone", path="a.md"), bulletin("bv-gone", path="b.md"))
    assert [(entry.code, entry.path) for entry in found] == [("unit-id-unknown", "a.md")]


@pytest.mark.parametrize("written", ["-bv-phoi-ls", "- bv-phoi-ls", "-Bệnh viện Phổi Lạng Sơn"])
def test_a_hyphen_removes_a_unit(written):
    result = tag_explicit([bulletin("syt-ls", written)], UNITS, province="")
    assert result.problems == ()
    assert [tag.id for tag in result.tags["a.md"]] == ["syt-ls"]
    assert result.removed["a.md"] == {"bv-phoi-ls"}


def test_what_is_removed_must_exist_and_not_be_named_too():
    assert [found.code for found in problems(bulletin("-bv-gone"))] == ["unit-id-unknown"]
    (found,) = problems(bulletin("syt-ls", "-syt-ls"))
    assert (found.code, found.line) == ("unit-contradiction", 6)


def test_honoured_units_are_checked_and_make_no_tag():
    result = tag_explicit([bulletin(honoured=["syt-ls"])], UNITS, province="")
    assert (result.problems, result.tags["a.md"]) == ((), ())
    (found,) = problems(bulletin(honoured=["X"]))
    assert (found.code, found.line, found.column) == ("unit-unknown", 9, 4)


def test_names_of_one_text_are_resolved_together():
    resolved = resolve_together(
        ["bv-phoi-ls", "Sở Y tế", "X"], UNITS, province="", day=date(2023, 1, 1)
    )
    assert resolved == {"bv-phoi-ls": "bv-phoi-ls", "Sở Y tế": "syt-ls"}
