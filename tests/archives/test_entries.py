"""Lists of units and people: what stands on their page and what is filed by year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.cards import Card, Category
from plugins.archives.entries import (
    MENTIONED,
    PERSON_PARTS,
    SUBJECT,
    UNIT_PARTS,
    Entry,
    News,
    count,
    news_of,
)
from plugins.archives.lists import LATEST, SHORT_LIST

URL = "/don-vi/so-y-te/"
ZONE = timezone(timedelta(hours=7))
CARD = Card(
    path="bulletins/2025/mot.md",
    url="/ban-tin/2025/03/mot/",
    title="Một bản tin",
    date=datetime(2025, 3, 5, tzinfo=ZONE),
    category=Category("hoi-nghi", "Hội nghị", "/hoi-nghi/"),
    kicker="",
    summary="",
    cover=None,
    mark="",
)


def entries(parts):
    """One entry for each part, newest first, ten to a year."""
    return [
        Entry(part, replace(CARD, path=f"{n}.md", date=datetime(2025 - n // 10, 1, 1, tzinfo=ZONE)))
        for n, part in enumerate(parts)
    ]


def test_nothing_makes_no_list():
    assert news_of(URL, [], UNIT_PARTS) == (News(), [])


def test_a_short_list_stands_whole_by_part_and_unmarked():
    listed = entries([MENTIONED, SUBJECT, MENTIONED])
    news, pages = news_of(URL, listed, UNIT_PARTS)
    assert [(group.id, [card.path for card in group.cards]) for group in news.groups] == [
        ("tin-ve-don-vi", ["1.md"]),
        ("tin-nhac-toi", ["0.md", "2.md"]),
    ]
    assert not any(card.note for group in news.groups for card in group.cards)
    assert (news.counts, news.years, pages) == ((), (), [])


def test_a_part_without_bulletins_has_no_heading():
    news, _ = news_of(URL, entries([SUBJECT]), UNIT_PARTS)
    assert [group.heading for group in news.groups] == ["Tin về đơn vị"]


def test_a_long_list_shows_the_latest_with_counts_and_years():
    listed = entries([SUBJECT] * 30 + [MENTIONED] * (SHORT_LIST - 29))
    news, pages = news_of(URL, listed, UNIT_PARTS)
    (group,) = news.groups
    assert [card.path for card in group.cards] == [f"{n}.md" for n in range(LATEST)]
    assert [(item.heading, item.count) for item in news.counts] == [
        ("Tin về đơn vị", 30),
        ("Tin có nhắc tới", 11),
    ]
    assert [year.url for year in news.years] == [page.url for page in pages]


def test_a_long_list_of_one_part_counts_that_one_only():
    news, _ = news_of(URL, entries([MENTIONED] * 41), UNIT_PARTS)
    assert [(item.heading, item.count) for item in news.counts] == [("Tin có nhắc tới", 41)]
    assert {card.note for card in news.groups[0].cards} == {"Được nhắc tới"}


def test_counting_takes_several_parts():
    listed = entries([SUBJECT, MENTIONED, SUBJECT])
    assert (count(listed, SUBJECT), count(listed, *UNIT_PARTS), count(listed)) == (2, 3, 0)


@pytest.mark.parametrize("parts", [UNIT_PARTS, PERSON_PARTS])
def test_one_part_is_usual_and_has_no_note(parts):
    assert [part.note for part in parts].count("") == 1
    assert len({part.id for part in parts}) == len(parts)


@given(st.lists(st.sampled_from(PERSON_PARTS), max_size=90))
def test_every_bulletin_stands_once_with_its_note(parts):
    listed = entries(parts)
    news, pages = news_of(URL, listed, PERSON_PARTS)
    if pages:
        shown = [card for page in pages for card in page.entries]
        assert [card.note for card in shown] == [part.note for part in parts]
        assert sum(item.count for item in news.counts) == len(parts)
        assert sum(year.count for year in news.years) == len(parts)
    else:
        shown = [card for group in news.groups for card in group.cards]
    assert sorted(card.path for card in shown) == sorted(entry.card.path for entry in listed)
