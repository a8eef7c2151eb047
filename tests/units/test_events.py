"""Which bulletins tell of one event."""

import datetime as dt

import pytest

from plugins.bulletins.records import Body, Bulletin, Event, Mention
from plugins.units.events import event_keys, host_key

DAY = dt.date(2024, 3, 5)
NAME = "Hội nghị viên chức, người lao động năm 2024"


def bulletin(path, host="", *, name=NAME, day=DAY, year=2024):
    return Bulletin(
        path=path,
        title="Tin",
        slug=path,
        date=dt.datetime(year, 3, 6, tzinfo=dt.UTC),
        category="hoi-nghi",
        body=Body("", ""),
        event=Event(name, day, host=Mention(host, 3) if host else None),
    )


def same(*bulletins, hosts=None):
    """Return the paths of the bulletins, those of one event together."""
    groups = {}
    for path, key in event_keys(bulletins, hosts or {}).items():
        groups.setdefault(key, []).append(path)
    return sorted(groups.values())


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ({}, True),
        ({"name": "HỘI NGHỊ viên chức,  người lao động năm 2024"}, True),
        ({"name": "Hội nghị tổng kết"}, False),
        ({"day": dt.date(2024, 3, 6)}, False),
        ({"day": None}, False),
    ],
)
def test_an_event_is_its_name_and_day(other, one):
    expected = [["a", "b"]] if one else [["a"], ["b"]]
    assert same(bulletin("a"), bulletin("b", **other)) == expected


def test_without_a_day_the_year_tells_events_apart():
    undated = [bulletin(path, day=None, year=year) for path, year in (("a", 2024), ("b", 2024))]
    assert same(*undated, bulletin("c", day=None, year=2025)) == [["a", "b"], ["c"]]


def test_two_units_hold_two_events():
    found = same(bulletin("a", "Bệnh viện Phổi"), bulletin("b", "Bệnh viện Mắt"), bulletin("c"))
    assert found == [["a"], ["b"], ["c"]]


def test_one_host_need_not_be_named_by_all():
    assert same(bulletin("a", "Bệnh viện Phổi"), bulletin("b")) == [["a", "b"]]


def test_a_host_is_one_by_any_name_of_the_registry():
    hosts = {"a": "bv-phoi", "b": "bv-phoi", "c": "bv-phoi-2"}
    bulletins = [
        bulletin("a", "BV Phổi"),
        bulletin("b", "Bệnh viện Phổi tỉnh"),
        bulletin("c", "BV Phổi"),
    ]
    assert same(*bulletins, hosts=hosts) == [["a", "b"], ["c"]]


def test_who_is_not_registered_is_known_by_the_name():
    assert host_key(bulletin("a", "Hội  NGƯỜI mẫu"), {}) == host_key(
        bulletin("b", "Hội người mẫu"), {}
    )
    assert host_key(bulletin("a"), {"a": "bv-phoi"}) == ""


def test_a_bulletin_without_an_event_has_no_key():
    plain = Bulletin(
        "p", "T", "t", dt.datetime(2024, 3, 6, tzinfo=dt.UTC), "hoi-nghi", Body("", "")
    )
    assert event_keys([plain], {}) == {}
