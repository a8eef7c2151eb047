"""Forms of a name: what is printed of it, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.units.forms import FormMaker, forms_of, is_bare
from plugins.units.names import NameReader, syllables_of
from plugins.units.registry import Unit, units_of

SO_Y_TE = Unit("syt", "Sở Y tế Quảng Ngãi", province="Quảng Ngãi")
CITY = Unit("hcm", "Sở Y tế Thành phố Hồ Chí Minh", province="TP.HCM")
CENTRE = Unit("ttyt", "Trung tâm Y tế huyện Mộ Đức", parent="syt")
PLAIN = Unit("plain", "Trung tâm Y tế Ba Tơ", parent="syt")
SEAT = Unit("tp", "Trung tâm Y tế thành phố Quảng Ngãi", parent="syt")
PART = Unit("nvy", "Phòng Nghiệp vụ Y", parent="syt")
STATION = Unit("tyt", "Trạm Y tế xã Đức Hòa, huyện Mộ Đức", parent="ttyt")
MINISTRY = Unit("bo", "Bộ Y tế")
INSURANCE = Unit("bhxh", "Bảo hiểm xã hội Việt Nam")
LUNGS = Unit("phoi", "Bệnh viện Phổi Quảng Ngãi", province="Quảng Ngãi")
K = Unit("k", "Bệnh viện K", province="Hà Nội")
CHILDREN = Unit("nhi", "Bệnh viện Nhi Trung ương", province="Hà Nội")
BRACKETS = Unit("x", "Phòng khám đa khoa Bồ Đề (Trung tâm y tế quận Long Biên)", province="Hà Nội")
UNITS = units_of(
    [
        *(SO_Y_TE, CITY, CENTRE, PLAIN, SEAT, PART, STATION, MINISTRY, INSURANCE),
        *(LUNGS, K, CHILDREN, BRACKETS),
    ]
)


def forms(unit):
    return {" ".join(form.syllables): form for form in forms_of(unit, UNITS)}


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        (SO_Y_TE, "sở y tế tỉnh quảng ngãi"),
        (CITY, "sở y tế hồ chí minh"),
        (CENTRE, "trung tâm y tế mộ đức"),
        (PLAIN, "trung tâm y tế huyện ba tơ"),
        (PLAIN, "trung tâm y tế thị xã ba tơ"),
        (STATION, "trạm y tế xã đức hòa"),
        (LUNGS, "bệnh viện phổi tỉnh quảng ngãi"),
        (K, "bệnh viện k"),
        (CHILDREN, "bệnh viện nhi trung ương"),
        (BRACKETS, "phòng khám đa khoa bồ đề"),
        (PART, "phòng nghiệp vụ y tỉnh quảng ngãi"),
    ],
)
def test_a_form_that_says_which_unit_it_is_stands_for_itself(unit, printed):
    assert forms(unit)[printed].places


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        (SO_Y_TE, "sở y tế"),
        (SO_Y_TE, "sở y tế tỉnh"),
        (CENTRE, "trung tâm y tế"),
        (LUNGS, "bệnh viện phổi"),
        (PART, "phòng nghiệp vụ y"),
        (MINISTRY, "bộ y tế"),
    ],
)
def test_a_form_without_the_place_needs_its_context(unit, printed):
    assert not forms(unit)[printed].places


def test_what_many_units_of_a_province_share_counts_as_not_registered():
    assert forms(SO_Y_TE)["sở y tế"].registered
    assert not forms(CENTRE)["trung tâm y tế"].registered


def test_a_division_put_in_or_left_out_gives_way_to_a_registered_name():
    assert forms(CENTRE)["trung tâm y tế mộ đức"].derived
    assert not forms(CENTRE)["trung tâm y tế huyện mộ đức"].derived
    assert not forms(SO_Y_TE)["sở y tế tỉnh quảng ngãi"].derived


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        (SO_Y_TE, "sở y tế thành phố quảng ngãi"),
        (CENTRE, "trung tâm y tế quảng ngãi"),
        (CENTRE, "mộ đức"),
        (CENTRE, "huyện mộ đức"),
        (CENTRE, "trung tâm y tế quận mộ đức"),
        (SEAT, "trung tâm y tế tỉnh quảng ngãi"),
        (MINISTRY, "bộ"),
        (CENTRE, "trung tâm"),
        (INSURANCE, "bảo hiểm"),
        (INSURANCE, "bảo hiểm xã"),
        (LUNGS, "bệnh viện"),
        (CHILDREN, "bệnh viện nhi"),
        (STATION, "trạm y tế huyện mộ đức"),
    ],
)
def test_another_place_a_bare_place_and_a_bare_head_are_no_forms(unit, printed):
    assert printed not in forms(unit)


def test_each_form_comes_once():
    for unit in UNITS:
        printed = [form.syllables for form in forms_of(unit, UNITS)]
        assert len(printed) == len(set(printed))


@pytest.mark.parametrize(
    ("unit", "province"),
    [(CITY, "hồ chí minh"), (CENTRE, "quảng ngãi"), (MINISTRY, ""), (K, "hà nội")],
)
def test_provinces_come_in_one_spelling(unit, province):
    assert " ".join(FormMaker(UNITS).provinces[unit.id]) == province


def test_a_registry_without_provinces_takes_them_from_the_names():
    units = units_of(
        [
            Unit("syt", "Sở Y tế Lạng Sơn"),
            Unit("phoi", "Bệnh viện Phổi"),
            Unit("mai", "Bệnh viện Bạch Mai"),
            Unit("bo", "Bộ Y tế"),
        ]
    )
    provinces = {unit: " ".join(name) for unit, name in FormMaker(units).provinces.items()}
    assert provinces == {"syt": "lạng sơn", "phoi": "lạng sơn", "mai": "", "bo": ""}


def test_two_provinces_in_the_names_say_nothing_of_the_other_units():
    units = units_of(
        [
            Unit("a", "Sở Y tế Lạng Sơn"),
            Unit("b", "Sở Y tế Cao Bằng"),
            Unit("phoi", "Bệnh viện Phổi"),
        ]
    )
    assert FormMaker(units).provinces["phoi"] == ()


def test_districts_above_are_those_of_the_line():
    maker = FormMaker(UNITS)
    assert maker.districts_above("tyt") == {("mộ", "đức")}
    assert maker.districts_above("ttyt") == frozenset()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Trạm Y tế phường Láng", ["láng"]),
        ("Trạm y tế xã Canh Nậu (Trung tâm y tế h.Thạch Thất)", ["canh nậu"]),
        ("Bệnh viện Quận 9", ["9"]),
        ("Bệnh viện Sản Nhi Lạng Sơn", ["lạng sơn"]),
        ("Bệnh Viện Đa Khoa Tỉnh Lạng Sơn", ["lạng sơn"]),
        ("SỞ Y TẾ TỈNH LẠNG SƠN", ["lạng sơn"]),
        ("TTYT H. Hữu Lũng", ["hữu lũng"]),
        ("Sở Y tế Bà Rịa - Vũng Tàu", ["bà rịa vũng tàu"]),
        ("Huyện ủy Mê Linh", ["mê linh"]),
        ("Bảo hiểm xã hội Việt Nam", []),
        ("Phòng Nghiệp vụ Y", []),
        ("Bệnh viện Sản Nhi", []),
        ("Khoa Kiểm soát bệnh tật và HIV/AIDS", []),
        ("Phòng khám đa khoa số 2", []),
    ],
)
def test_places_in_a_name_are_found(name, places):
    read = NameReader().read(name)[0]
    found = [" ".join(read.syllables[place.start : place.end]) for place in read.places]
    assert found == places


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Bệnh viện K", True),
        ("Bệnh viện 198", True),
        ("Viện Pasteur", True),
        ("Bệnh viện Mắt Trung ương", True),
        ("Bệnh viện Mắt", False),
        ("Trung tâm Cấp cứu 115", False),
        ("Phòng khám đa khoa số 12", False),
        ("Khoa Nội 2", False),
        ("Phòng Nghiệp vụ Y", False),
        ("Khoa Phòng, chống HIV/AIDS", False),
    ],
)
def test_a_name_is_a_units_own_by_letter_number_or_foreign_word(name, own):
    assert NameReader().read(name)[0].own is own


@given(st.text(max_size=40))
def test_any_name_can_be_read(name):
    for read in NameReader().read(name):
        assert len(read.syllables) == len(read.capitals)
        assert all(0 < place.start < place.end <= len(read.syllables) for place in read.places)


def test_mere_heads_are_bare():
    assert [is_bare(tuple(name.split())) for name in ("sở", "đảng ủy", "sở y tế")] == [
        *(True, True),
        False,
    ]


def test_names_are_divided_as_texts_are():
    assert syllables_of("Phòng Tổ chức - Hành chính số 02") == (
        *("phòng", "tổ", "chức", "hành", "chính"),
        *("số", "2"),
    )
    assert syllables_of("Đảng uỷ") == ("đảng", "ủy")
