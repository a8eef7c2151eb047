"""Bulletins for benchmarks: many, alike at every run, and such that a build takes them."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from bench import bulletin_corpus
from bench.bulletin_corpus import as_markdown, make_items, photo, write_photos


@pytest.fixture(autouse=True)
def _few_invented_texts(monkeypatch):
    """Without the corpus, so that tests hold everywhere; and few texts, so that they are quick."""
    monkeypatch.delenv("BULLETIN_CORPUS", raising=False)
    monkeypatch.setattr(bulletin_corpus, "_INVENTED", 12)


def test_equal_arguments_give_equal_bulletins():
    assert make_items(15, photos=2) == make_items(15, photos=2)
    assert make_items(3, seed=2) != make_items(3)


def test_photos_change_nothing_else():
    plain, pictured = make_items(5), make_items(5, photos=3)
    assert [item.paragraphs for item in plain] == [item.paragraphs for item in pictured]
    assert pictured[4].photos == ("tin-00004-0.jpg", "tin-00004-1.jpg", "tin-00004-2.jpg")


def test_dates_are_dealt_over_all_years():
    dates = [item.date.date() for item in make_items(40)]
    assert dates == sorted(dates)
    assert dates[0] == dt.date(2006, 1, 1)
    assert dates[-1].year == 2025


def test_a_later_start_tells_other_stories():
    first, later = make_items(1)[0], make_items(1, start=1)[0]
    assert first.title != later.title
    assert first.paragraphs[:4] != later.paragraphs[:4]


def test_texts_are_as_long_as_real_ones_and_hold_no_mark_of_markdown():
    for item in make_items(12):
        text = as_markdown(item)
        assert 4_500 < len(text.encode()) < 8_000
        assert not set("*_#[]<>`|\\@/") & set("".join((item.title, item.summary, *item.paragraphs)))


def test_the_header_is_the_projects_own():
    items = make_items(60, photos=1)
    headers = [yaml.safe_load(as_markdown(item).split("---\n")[1]) for item in items]
    assert {header["category"] for header in headers} == set(bulletin_corpus.CATEGORIES)
    assert [header["cover"] for header in headers] == [item.photos[0] for item in items]
    known = set(bulletin_corpus.unit_ids())
    assert all(set(header["units"]) <= known for header in headers)
    awards = [header["awards"][0] for header in headers if "awards" in header]
    personal = [a for a in awards if a["form"] == "Chiến sĩ thi đua cơ sở"]
    assert all("person" in one for award in personal for one in award["recipients"])


def test_each_photo_is_another_and_is_written_once(tmp_path):
    item = make_items(1, photos=3)[0]
    write_photos(tmp_path, item)
    photos = [(tmp_path / name).read_bytes() for name in item.photos]
    assert len(set(photos)) == 3
    (tmp_path / item.photos[0]).write_bytes(photo(7))
    write_photos(tmp_path, item)
    assert (tmp_path / item.photos[0]).read_bytes() == photo(7)
