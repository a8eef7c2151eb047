import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.mentions import (
    HINTS_GIVEN,
    Hints,
    Use,
    also_used,
    looks_like_id,
    new_entry,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minh-hien", True),
        ("so-y-te-2", True),
        ("pv", False),
        ("Minh-Hien", False),
        ("minh hien", False),
        ("minh-hiền", False),
        ("-minh", False),
    ],
)
def test_an_id_is_lower_case_with_hyphens(text, expected):
    assert looks_like_id(text) is expected


def test_further_uses_are_listed_up_to_five():
    uses = [Use(f"{number}.md", number, 1) for number in range(1, 9)]
    assert also_used(uses[:1]) == ""
    assert also_used(uses[1::-1]) == " Cũng viết như vậy: 2.md dòng 2."
    assert also_used(uses).endswith("6.md dòng 6 và 2 chỗ khác.")


def test_a_new_entry_has_an_id_of_its_own():
    assert new_entry("Lê Hà", []) == '- {id: le-ha, name: "Lê Hà"}'
    assert new_entry("Lê Hạ", ["le-ha", "le-ha-2"]) == '- {id: le-ha-3, name: "Lê Hạ"}'
    assert new_entry("???", []).startswith("- {id: ma-so,")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=40))
def test_a_new_entry_is_yaml_that_holds_the_name(name):
    (entry,) = yaml.safe_load(new_entry(name, []))
    assert entry["name"] == name


def test_hints_name_those_that_look_alike():
    hints = Hints({"Lê Hà": "le-ha", "Lê Hạ": "le-ha-2", "Trần Văn Bình": "tran-van-binh"})
    assert hints.of("Lê Há") == "Có phải là «Lê Hà» (mã le-ha) hoặc «Lê Hạ» (mã le-ha-2)? "
    assert hints.of("Tran Van Binh").startswith("Có phải là «Trần Văn Bình»")
    assert hints.of("Ngô Quyền") == ""


def test_hints_stop_where_they_would_take_minutes():
    hints = Hints({"Lê Hà": "le-ha"})
    for number in range(HINTS_GIVEN):
        hints.of(f"{number}")
    assert hints.of("Lê Há") == ""
    assert hints.of("0") == ""
