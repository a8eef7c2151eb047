"""The dictionary of names."""

from __future__ import annotations

import datetime as dt

from plugins.authors.people import Person, Role
from plugins.search.names import names_of, short_forms
from plugins.units.registry import Unit, units_of


def test_a_unit_has_all_its_names_and_how_to_reach_it():
    units = units_of(
        [
            Unit("so", "Sở Y tế", province="Mẫu Sơn"),
            Unit(
                "phoi",
                "Bệnh viện Phổi",
                short_name="BV Phổi",
                aliases=("Bệnh viện Lao",),
                kind="benh-vien",
                parent="so",
                phone="0205 3812 345",
                address="Số 1",
                valid_to=dt.date(2024, 12, 31),
                successor="so",
            ),
        ]
    )
    assert names_of(units, [])["units"][1] == [
        "phoi",
        "Bệnh viện Phổi",
        ["BV Phổi", "Bệnh viện Lao"],
        "Bệnh viện",
        "Sở Y tế",
        "Mẫu Sơn",
        "0205 3812 345",
        "Số 1",
        "31/12/2024",
        "so",
    ]


def test_a_person_has_the_posts_without_an_end():
    units = units_of([Unit("so", "Sở Y tế")])
    person = Person(
        "hien",
        "Minh Hiền",
        pen_names=("MH",),
        roles=(Role("Giám đốc", "so"), Role("Phó Giám đốc", "so", end=dt.date(2020, 1, 1))),
    )
    assert names_of(units, [person])["people"] == [
        ["hien", "Minh Hiền", ["MH"], ["Giám đốc, Sở Y tế"], ""]
    ]


def test_short_forms_are_folded_and_keep_all_their_meanings():
    pairs = short_forms()
    assert ["bvdk", "benh vien da khoa"] in pairs
    assert [full for short, full in pairs if short == "tt"] == ["thi tran", "trung tam"]
    assert pairs == sorted(pairs)
