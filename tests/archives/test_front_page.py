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


def bulletin(name, date=NOW):
    return Bulletin(name, f"Tin {name}", name, date, "hoi-nghi", Body(html="", text=""))


def card(name, picture=""):
    cover = Picture(picture, 3, 2, "Ảnh") if picture else None
    category = Category("hoi-nghi", "Hội nghị", "/hoi-nghi/")
    return Card(name, f"/{name}/", f"Tin {name}", NOW, category, "", "", cover, "")


def site_of(credits):
    given = {name: Credits(units=units) for name, units in credits.items()}
    return replace(empty_site(), credits=given)


def dates(credits):
    """Name the units of bulletins, the first of which is a day younger than the second."""
    bulletins = [bulletin(name, NOW - dt.timedelta(n)) for n, name in enumerate(credits)]
    return [
        (unit.name, (NOW - unit.date).days) for unit in units_in_news(bulletins, site_of(credits))
    ]


def test_a_picture_is_shown_once():
    seen = {"/anh/dau.jpg"}
    cards = [card("a", "/anh/dau.jpg"), card("b", "/anh/moi.jpg"), card("c", "/anh/moi.jpg")]
    shown = list(without_repeats([*cards, card("d")], seen))
    assert [bool(item.cover) for item in shown] == [False, True, False, False]
    assert [item.path for item in shown] == ["a", "b", "c", "d"]
    assert seen == {"/anh/dau.jpg", "/anh/moi.jpg"}


def test_each_unit_comes_once_with_its_latest_news():
    credits = {"moi": (CENTRE,), "cu": (CENTRE,), "khac": (HOSPITAL, CENTRE)}
    assert dates(credits) == [("Trung tâm", 0), ("Bệnh viện", 2)]


@pytest.mark.parametrize(
    "units",
    [
        (),
        (replace(CENTRE, role="mentioned"),),
        (replace(CENTRE, url=""),),
    ],
)
def test_a_bulletin_without_a_main_unit_names_none(units):
    assert dates({"moi": units}) == []


def test_the_roll_is_of_the_latest_year_that_gave_anything():
    given = (row("Giấy khen", individuals=3, collectives=2),)
    proposed = (row("Cờ thi đua", "nominated", collectives=1),)
    found = latest_roll(Awards({}, {2024: proposed, 2023: given, 2022: given}, {}, {}))
    assert found is not None
    assert (found.year, found.collectives, found.individuals, found.rows) == (2023, 2, 3, ())


def test_without_awards_there_is_no_roll():
    assert latest_roll(Awards({}, {}, {}, {})) is None
