import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.records import (
    Award,
    Body,
    Bulletin,
    Document,
    Event,
    Image,
    Letter,
    Link,
    Mention,
    Recipient,
    StaticPage,
)
from plugins.bulletins.serialise import from_json, to_json

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TEXT = st.text(max_size=8)
LINE = st.integers(1, 999)
MENTIONS = st.lists(st.builds(Mention, TEXT, LINE, LINE), max_size=2).map(tuple)
IMAGES = st.builds(Image, TEXT, TEXT, TEXT, TEXT, LINE, LINE)
DAYS = st.none() | st.dates()
HOSTS = st.none() | st.builds(Mention, TEXT, LINE)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(ZONE)).map(
    lambda moment: moment.replace(fold=0)
)
AWARDS = st.builds(
    Award,
    form=TEXT,
    status=TEXT,
    recipients=st.lists(
        st.builds(Recipient, st.sampled_from(["unit", "person", "name"]), TEXT, LINE), max_size=2
    ).map(tuple),
    collectives=st.none() | st.integers(0, 9999),
    date=DAYS,
)
BULLETINS = st.builds(
    Bulletin,
    path=TEXT,
    title=TEXT,
    slug=TEXT,
    date=MOMENTS,
    category=TEXT,
    body=st.builds(
        Body,
        TEXT,
        TEXT,
        st.lists(IMAGES, max_size=2).map(tuple),
        st.lists(st.builds(Link, st.sampled_from(["file", "web"]), TEXT), max_size=2).map(tuple),
        st.lists(TEXT, max_size=2).map(tuple),
    ),
    modified=st.none() | MOMENTS,
    authors=MENTIONS,
    units=MENTIONS,
    event=st.none() | st.builds(Event, TEXT, date=DAYS, host=HOSTS),
    awards=st.lists(AWARDS, max_size=2).map(tuple),
    documents=st.lists(st.builds(Document, TEXT, date=DAYS), max_size=2).map(tuple),
    cover=st.none() | IMAGES,
    expires=DAYS,
    letters=st.lists(st.builds(Letter, TEXT, st.dates(), TEXT), max_size=2).map(tuple),
    lines=st.lists(st.tuples(TEXT, LINE), max_size=3).map(tuple),
)  # fmt: skip


@given(BULLETINS)
def test_a_bulletin_comes_back_exactly(bulletin):
    data = json.loads(json.dumps(to_json(bulletin)))
    again = from_json(data)
    assert again == bulletin
    assert repr(again) == repr(bulletin)
    assert again.lines == bulletin.lines


@given(st.builds(StaticPage, TEXT, TEXT, TEXT, st.builds(Body, TEXT, TEXT), order=LINE))
def test_a_page_comes_back_exactly(page):
    assert from_json(json.loads(json.dumps(to_json(page))), StaticPage) == page


def test_the_time_zone_comes_back_by_name():
    moment = datetime(2023, 12, 15, 8, 30, tzinfo=ZONE)
    bulletin = Bulletin("a.md", "A", "a", moment, "hoi-nghi", Body("", ""))
    data = to_json(bulletin)
    assert data["date"] == "2023-12-15T08:30:00+07:00[Asia/Ho_Chi_Minh]"
    assert from_json(data).date.tzinfo is ZONE


def test_a_moment_with_a_mere_offset_keeps_it():
    moment = datetime(2023, 12, 15, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    bulletin = Bulletin("a.md", "A", "a", moment, "hoi-nghi", Body("", ""))
    assert repr(from_json(to_json(bulletin)).date) == repr(moment)
    assert from_json(to_json(bulletin)).date.astimezone(UTC).hour == 23


def test_a_repeated_hour_of_summer_time_comes_back():
    zone = ZoneInfo("Europe/Paris")
    for fold in (0, 1):
        moment = datetime(2023, 10, 29, 2, 30, tzinfo=zone, fold=fold)
        bulletin = Bulletin("a.md", "A", "a", moment, "hoi-nghi", Body("", ""))
        again = from_json(to_json(bulletin)).date
        assert (again.fold, again.utcoffset()) == (fold, moment.utcoffset())


def test_defaults_take_no_room():
    page = StaticPage("a.md", "A", "a", Body("", ""))
    assert to_json(page) == {
        "path": "a.md",
        "title": "A",
        "slug": "a",
        "body": {"html": "", "text": ""},
    }


def test_every_field_of_the_records_can_be_kept():
    for kind in (Bulletin, StaticPage, Event, Award, Document, Letter, Image, Link, Mention):
        assert fields(kind)
        with pytest.raises((TypeError, ValueError, KeyError)):
            from_json({"nothing": 1}, kind)


@dataclass(frozen=True)
class Odd:
    value: complex


def test_what_is_no_record_is_refused():
    with pytest.raises(TypeError):
        to_json("text")
    with pytest.raises(TypeError):
        to_json(Odd(1j))
    with pytest.raises(ValueError, match="nothing"):
        from_json({**to_json(Letter("A", date(2023, 1, 1), "B")), "nothing": 1}, Letter)
