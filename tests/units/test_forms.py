"""Forms of a name: what is printed of it, and what never is."""

from __future__ import annotations

import pytest

from plugins.units.forms import forms_of, syllables_of
from plugins.units.registry import Unit, units_of

SO_Y_TE = Unit("syt", "Sở Y tế Quảng Ngãi", province="Quảng Ngãi")
CITY = Unit("hcm", "Sở Y tế Thành phố Hồ Chí Minh", province="Thành phố Hồ Chí Minh")
CENTRE = Unit("ttyt", "Trung tâm Y tế huyện Mộ Đức", parent="syt")
SEAT = Unit("tp", "Trung tâm Y tế thành phố Quảng Ngãi", parent="syt")
PART = Unit("nvy", "Phòng Nghiệp vụ Y", parent="syt")
MINISTRY = Unit("bo", "Bộ Y tế")
UNITS = units_of([SO_Y_TE, CITY, CENTRE, SEAT, PART, MINISTRY])


def forms(unit):
    return {" ".join(form.syllables): form for form in forms_of(unit, UNITS)}


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        (SO_Y_TE, "sở y tế tỉnh quảng ngãi"),
        (SO_Y_TE, "syt quảng ngãi"),
        (CITY, "sở y tế tp hcm"),
        (CITY, "sở y tế tphcm"),
        (CENTRE, "ttyt huyện mộ đức"),
        (CENTRE, "trung tâm y tế mộ đức"),
        (PART, "phòng nghiệp vụ y sở y tế quảng ngãi"),
    ],
)
def test_a_form_that_names_the_place_stands_for_itself(unit, printed):
    assert forms(unit)[printed].places


@pytest.mark.parametrize(
    ("unit", "printed"), [(SO_Y_TE, "sở y tế"), (CENTRE, "trung tâm y tế"), (CENTRE, "ttyt")]
)
def test_a_form_without_the_place_needs_its_context(unit, printed):
    assert not forms(unit)[printed].places


def test_what_many_units_of_a_province_share_counts_as_not_registered():
    assert forms(SO_Y_TE)["sở y tế"].registered
    assert not forms(CENTRE)["trung tâm y tế"].registered


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        (SO_Y_TE, "sở y tế thành phố quảng ngãi"),
        (CENTRE, "trung tâm y tế quảng ngãi"),
        (CENTRE, "mộ đức"),
        (CENTRE, "huyện mộ đức"),
        (SEAT, "trung tâm y tế tỉnh quảng ngãi"),
        (MINISTRY, "bộ"),
        (CENTRE, "trung tâm"),
    ],
)
def test_another_place_a_bare_place_and_a_bare_head_are_no_forms(unit, printed):
    assert printed not in forms(unit)


def test_a_unit_without_province_is_clear_by_its_name():
    assert forms(MINISTRY)["bộ y tế"].places
    assert forms(MINISTRY)["bộ y tế"].full


def test_each_form_comes_once():
    for unit in UNITS:
        printed = [form.syllables for form in forms_of(unit, UNITS)]
        assert len(printed) == len(set(printed))


def test_names_are_divided_as_texts_are():
    assert syllables_of("Phòng Tổ chức - Hành chính số 02") == (
        *("phòng", "tổ", "chức", "hành", "chính"),
        *("số", "2"),
    )
    assert syllables_of("Đảng uỷ") == ("đảng", "ủy")
