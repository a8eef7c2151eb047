"""What the front page chooses: pictures, units in the news, the year of the honour roll."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from support.honours import row
from support.planning import empty_site

from plugins.archives.awards import Awards
from plugins.archives.cards import Card, Category, Picture
from plugins.archives.front_page import latest_roll, units_in_news, without_repeats
from plugins.archives.site import Credits, UnitRef
from plugins.bulletins.records import Body, Bulletin

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
CENTRE = UnitRef("trung-tam", "Trung tâm", "subject", "/don-vi/trung-tam/")
HOSPITAL = UnitRef("benh-vien", "Bệnh viện", "subject", "/don-vi/benh-vien/")


def bulletin(name):
    return Bulletin(name, f"Tin {name}", name, NOW, "hoi-nghi", Body(html="", text=""))


def card(name, picture=""):
    cover = Picture(picture, 3, 2, "Ảnh") if picture else None
    category = Category("hoi-nghi", "Hội nghị", "/hoi-nghi/")
    return Card(name, f"/{name}/", f"Tin {name}", NOW, category, "", "", cover, "")


def site_of(credits):
    cards = {name: card(name) for name in credits}
    given = {name: Credits(units=units) for name, units in credits.items()}
    return replace(empty_site(), cards=cards, credits=given)


def names(credits):
    news = units_in_news([bulletin(name) for name in credits], site_of(credits))
    return [(unit.name, unit.title) for unit in news]


def test_a_picture_is_shown_once():
    seen = {"/anh/dau.jpg"}
    cards = [card("a", "/anh/dau.jpg"), card("b", "/anh/moi.jpg"), card("c", "/anh/moi.jpg")]
    shown = list(without_repeats([*cards, card("d")], seen))
    assert [bool(item.cover) for item in shown] == [False, True, False, False]
    assert [item.path for item in shown] == ["a", "b", "c", "d"]
    assert seen == {"/anh/dau.jpg", "/anh/moi.jpg"}


def test_each_unit_comes_once_with_its_latest_news():
    credits = {"moi": (CENTRE,), "cu": (CENTRE,), "khac": (HOSPITAL, CENTRE)}
    assert names(credits) == [("Trung tâm", "Tin moi"), ("Bệnh viện", "Tin khac")]


@pytest.mark.parametrize(
    "units",
    [
        (),
        (replace(CENTRE, role="mentioned"),),
        (replace(CENTRE, url=""),),
    ],
)
def test_a_bulletin_without_a_main_unit_names_none(units):
    assert names({"moi": units}) == []


def test_the_roll_is_of_the_latest_year_that_gave_anything():
    given = (row("Giấy khen", individuals=3, collectives=2),)
    proposed = (row("Cờ thi đua", "nominated", collectives=1),)
    found = latest_roll(Awards({}, {2024: proposed, 2023: given, 2022: given}, {}, {}))
    assert found is not None
    assert (found.year, found.collectives, found.individuals, found.rows) == (2023, 2, 3, ())


def test_without_awards_there_is_no_roll():
    assert latest_roll(Awards({}, {}, {}, {})) is None
