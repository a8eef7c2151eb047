from __future__ import annotations

import pytest

from plugins.related.vectors import POINT

NAMES = {"unit benh-vien-phoi": "Bệnh viện Phổi", "author minh-hien": "Minh Hiền"}


@pytest.fixture
def strongest(lists_of, make, filler):
    """Return a function that gives the strongest reason for another bulletin, in words."""

    def say(own: dict[str, object], other: dict[str, object], day: int = 200) -> str:
        docs = [make("a", **own), *filler, make("b", day, **other)]
        found = lists_of(docs, NAMES, floor=1, most_bulletins=300)
        return found["bulletins/a.md"][0].reasons[0].text

    return say


def both(strongest, day=200, **fields):
    return strongest(fields, fields, day)


def test_texts(strongest, make):
    text = make("x").text
    assert strongest({"text": f"{text} {make('y').text}"}, {"text": text}) == "Nội dung gần"


def test_a_unit_that_both_are_about(strongest):
    assert both(strongest, subjects=("benh-vien-phoi",)) == "Cùng đơn vị: Bệnh viện Phổi"


@pytest.mark.parametrize(
    ("own", "other"), [("subjects", "mentioned"), ("mentioned", "subjects"), ("mentioned",) * 2]
)
def test_a_unit_that_one_of_them_names_on_the_way(strongest, own, other):
    unit = ("benh-vien-phoi",)
    assert strongest({own: unit}, {other: unit}) == "Cùng nhắc đến: Bệnh viện Phổi"


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2019, "Cùng sự kiện năm trước"),
        (2021, "Cùng sự kiện năm sau"),
        (2020, "Cùng chuỗi sự kiện"),
        (2017, "Cùng sự kiện năm 2017"),
    ],
)
def test_an_edition_of_another_year(strongest, year, words):
    own = {"series": "s", "event_year": 2020}
    assert strongest(own, {"series": "s", "event_year": year}) == words


MEETING = {"meeting": "hội trường: 2020-01-01"}
CAMPAIGN = {"campaigns": ("bằng khen: 2023",)}


@pytest.mark.parametrize("fields", [{"event": "e"}, {"event": "e", **MEETING}])
def test_the_same_event(strongest, fields):
    assert both(strongest, **fields) == "Cùng sự kiện"


@pytest.mark.parametrize("events", [("", ""), ("e", "f"), ("e", "")])
def test_one_hall_on_one_day_may_hold_two_events(strongest, events):
    own, other = ({"event": event, **MEETING} for event in events)
    assert strongest(own, other) == "Cùng ngày, cùng nơi"


@pytest.mark.parametrize("fields", [{"decisions": ("831",)}, {"decisions": ("831",), **CAMPAIGN}])
def test_the_same_decision_on_awards(strongest, fields):
    assert both(strongest, **fields) == "Cùng đợt khen thưởng"


def test_the_same_awards_of_one_year_need_not_be_of_one_decision(strongest):
    own, other = ({"decisions": (number,), **CAMPAIGN} for number in ("831", "832"))
    assert strongest(own, other) == "Cùng hình thức khen thưởng"


def test_the_same_author(strongest):
    assert both(strongest, authors=("minh-hien",)) == "Cùng tác giả: Minh Hiền"


def test_a_unit_without_a_known_name_is_told_by_its_id(strongest):
    assert both(strongest, subjects=("cdc",)) == "Cùng đơn vị: cdc"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (0, "Đăng gần ngày nhau"),
        (20, "Đăng gần ngày nhau"),
        (365, "Cùng dịp năm sau"),
        (-365, "Cùng dịp năm trước"),
        (731, "Cùng dịp hai năm sau"),
        (-731, "Cùng dịp hai năm trước"),
    ],
)
def test_time_is_told_last_however_strong(lists_of, make, filler, day, words):
    docs = [make("a", authors=("x",)), *filler, make("b", day, authors=("x",))]
    (entry,) = lists_of(docs, floor=1, nearness=1000)["bulletins/a.md"]
    assert [reason.code for reason in entry.reasons] == ["author", "nearness"]
    assert entry.reasons[1].text == words
    assert entry.reasons[1].points > entry.reasons[0].points


def test_reasons_stand_by_strength_and_add_up_to_the_score(lists_of, make, filler):
    ties = {"series": "s", "event": "e", "meeting": "m", "decisions": ("d",), "campaigns": ("c",)}
    text = f"{make('a').text} {make('b').text}"
    docs = [make("a", **ties), *filler, make("b", 3, **ties, text=text)]
    (entry,) = lists_of(docs)["bulletins/a.md"]
    points = [reason.points for reason in entry.reasons]
    assert sum(points) == entry.score
    assert points[:-1] == sorted(points[:-1], reverse=True)
    codes = [reason.code for reason in entry.reasons]
    assert len(codes) == len(set(codes)), "a reason is told once"
    assert entry.score > 1000 * POINT
