from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.keeping import outcome_packers
from plugins.bulletins.reading import Outcome
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
from plugins.problems import problem

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


def kept(outcome: Outcome, zone: str = ZONE.key) -> Outcome:
    kind = StaticPage if isinstance(outcome.record, StaticPage) else Bulletin
    pack, unpack = outcome_packers(kind, zone)
    return unpack(pack(outcome))


@given(BULLETINS)
def test_a_bulletin_comes_back_exactly(bulletin):
    again = kept(Outcome(bulletin, ())).record
    assert again == bulletin
    assert repr(again) == repr(bulletin)
    assert again.lines == bulletin.lines


@given(st.builds(StaticPage, TEXT, TEXT, TEXT, st.builds(Body, TEXT, TEXT), order=LINE))
def test_a_page_comes_back_exactly(page):
    assert kept(Outcome(page, ())).record == page


def test_problems_come_back_with_and_without_a_record():
    found = (problem("image-unreadable", "a.jpg"), problem("media-unused", "b.jpg", 3, 4))
    assert kept(Outcome(None, found)) == Outcome(None, found)
    page = StaticPage("a.md", "A", "a", Body("", ""))
    assert kept(Outcome(page, found)) == Outcome(page, found)


@pytest.mark.parametrize("fold", [0, 1])
def test_a_repeated_hour_of_summer_time_comes_back(fold):
    zone = ZoneInfo("Europe/Paris")
    moment = datetime(2023, 10, 29, 2, 30, tzinfo=zone, fold=fold)
    bulletin = Bulletin("a.md", "A", "a", moment, "hoi-nghi", Body("", ""))
    again = kept(Outcome(bulletin, ()), zone.key).record.date
    assert (again.fold, again.utcoffset(), again.tzinfo) == (fold, moment.utcoffset(), zone)
