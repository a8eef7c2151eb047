from datetime import date

import pytest

from plugins.units.registry import Unit, load_units, units_of

REGISTRY = """\
- id: bo-y-te
  name: Bộ Y tế
- id: syt-ls
  name: Sở Y tế tỉnh Lạng Sơn
  name_en: Lang Son Department of Health
  short_name: Sở Y tế
  aliases: [Sở, SYT]
  kind: so
  parent: bo-y-te
  province: Lạng Sơn
  order: 1
  valid_from: 1991
  valid_to: 2025-06-30
  successor: syt-qng
  address: 50 Đinh Tiên Hoàng
  phone: 0205 3812 345
  email: syt@example.gov.vn
  website: https://example.gov.vn
  description: Cơ quan chuyên môn.
- id: syt-qng
  name: Sở Y tế tỉnh Quảng Ngãi
  short_name: Sở Y tế
  parent: bo-y-te
  province: Quảng Ngãi
- id: bv-phoi-ls
  name: Bệnh viện Phổi
  parent: syt-ls
"""


@pytest.fixture
def units():
    found, problems = load_units(REGISTRY.encode())
    assert problems == []
    return found


def codes(text):
    _, problems = load_units(text.encode())
    return [(found.code, found.line, found.column) for found in problems]


def test_an_entry_becomes_a_unit(units):
    assert units.by_id["syt-ls"] == Unit(
        id="syt-ls",
        name="Sở Y tế tỉnh Lạng Sơn",
        name_en="Lang Son Department of Health",
        short_name="Sở Y tế",
        aliases=("Sở", "SYT"),
        kind="so",
        parent="bo-y-te",
        province="Lạng Sơn",
        order=1,
        valid_from=date(1991, 1, 1),
        valid_to=date(2025, 6, 30),
        successor="syt-qng",
        address="50 Đinh Tiên Hoàng",
        phone="0205 3812 345",
        email="syt@example.gov.vn",
        website="https://example.gov.vn",
        description="Cơ quan chuyên môn.",
        line=3,
    )
    assert [unit.id for unit in units] == ["bo-y-te", "syt-ls", "syt-qng", "bv-phoi-ls"]


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("syt-ls", ["syt-ls"]),
        ("Sở Y tế tỉnh Lạng Sơn", ["syt-ls"]),
        ("SỞ Y TẾ", ["syt-ls", "syt-qng"]),
        ("syt", ["syt-ls"]),
        ("Sở", ["syt-ls"]),
        ("Bệnh viện Phổi", ["bv-phoi-ls"]),
        ("Bệnh viện Phoi", []),
        ("", []),
    ],
)
def test_units_are_found_by_every_name(units, written, ids):
    assert [unit.id for unit in units.find(written)] == ids


def test_a_unit_knows_what_is_above_it(units):
    assert [unit.id for unit in units.ancestors("bv-phoi-ls")] == ["syt-ls", "bo-y-te"]
    assert units.ancestors("bo-y-te") == ()
    assert units.ancestors("nothing") == ()


def test_a_province_is_inherited(units):
    assert units.province_of("bv-phoi-ls") == "Lạng Sơn"
    assert units.province_of("bo-y-te") == ""
    assert units.province_of("nothing") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, name: A, parent: b}", [("unit-reference-unknown", 1, 28)]),
        ("- {id: a, name: A, successor: b}", [("unit-reference-unknown", 1, 31)]),
        ("- {id: a, name: A, parent: a}", [("unit-cycle", 1, 28)]),
        (
            "- {id: c, name: C, parent: a}\n- {id: a, name: A, parent: b}\n"
            "- {id: b, name: B, parent: a}",
            [("unit-cycle", 2, 28)],
        ),
        (
            "- {id: a, name: A, successor: b}\n- {id: b, name: B, successor: a}",
            [("unit-cycle", 1, 31)],
        ),
        ("- {id: a, name: A, valid_from: 2025, valid_to: 2024}", [("unit-dates", 1, 48)]),
        ("- {id: a, name: A, valid_from: hè}", [("date-format", 1, 32)]),
        ("- {id: a, name: A}\n- {id: a, name: B}", [("id-twice", 2, 8)]),
        ("- {id: a, name: A, leader: B}", [("field-unknown", 1, 20)]),
        ("- {id: a}", [("field-missing", 1, 3)]),
        ("a: {id: a, name: A}", [("registry-not-list", 1, 1)]),
    ],
)
def test_mistakes_are_told_where_they_are(text, expected):
    assert codes(text) == expected


def test_a_cycle_is_shown_as_a_chain():
    _, (found,) = load_units(
        b"- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: c}\n"
        b"- {id: c, name: C, parent: b}\n"
    )
    assert "b → c → b" in found.message
    assert found.line == 2


def test_a_cycle_does_not_trap_those_who_walk_up():
    units = units_of([Unit("a", "A", parent="b"), Unit("b", "B", parent="a")])
    assert [unit.id for unit in units.ancestors("a")] == ["b", "a"]
    assert units.province_of("a") == ""


def test_an_empty_registry_knows_no_unit():
    units, problems = load_units(b"[]")
    assert (list(units), problems, units.find("A")) == ([], [], ())
