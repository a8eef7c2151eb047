"""Events on pages: fact box, editions of a series, what machines are told (issue EVENTS)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support.content import bulletin, write_content
from support.sites import build_apart

from plugins.archives.event_pages import (
    MOST_EDITIONS,
    MOST_NEWER_EDITIONS,
    editions_of,
    event_json_ld,
    is_announced,
)
from plugins.archives.views import NamedLink, Publisher
from plugins.bulletins.records import Body, Bulletin, Event

DAY = datetime(2025, 3, 5, tzinfo=UTC)
PUBLISHER = Publisher("Bản tin mẫu", "Cơ quan mẫu", "https://mau.example")


def record(number=0, series="Hội nghị thường niên", **fields):
    day = DAY + timedelta(days=number)
    fields.setdefault("event", Event(f"Hội nghị {number}", day.date(), series=series))
    return Bulletin(
        path=f"bulletins/2025/{number}.md",
        title=f"Tin {number}",
        slug=f"tin-{number}",
        date=day,
        category=fields.pop("category", "hoi-nghi"),
        body=Body("<p>Một câu.</p>", "Một câu."),
        summary="Một câu.",
        **fields,
    )


def titles(found, bulletin):
    return [edition.title for edition in found.get(bulletin.path, ())]


def test_editions_are_the_others_of_the_series_newest_first():
    first, second, third = map(record, range(3))
    found = editions_of([second, third, first, record(9, series="Chuỗi khác")])
    assert titles(found, second) == ["Tin 2", "Tin 0"]
    assert titles(found, third) == ["Tin 1", "Tin 0"]
    assert found.keys() == {first.path, second.path, third.path}


def test_case_blanks_and_tone_style_make_no_other_series():
    one, other = record(1, series="Hội nghị  Uỷ ban"), record(2, series="hội nghị Ủy ban")
    assert titles(editions_of([one, other]), one) == ["Tin 2"]


def test_the_day_of_the_event_orders_and_dates_an_edition():
    early = record(5, event=Event("Họp", date(2020, 1, 1), series="Họp"))
    undated = record(1, event=Event("Họp", series="Họp"))
    (edition,) = editions_of([early, undated])[early.path]
    assert edition.date == undated.date.date()
    (edition,) = editions_of([early, undated])[undated.path]
    assert edition.date == date(2020, 1, 1)


@given(st.integers(min_value=2, max_value=40))
def test_a_page_shows_few_editions_those_next_in_time(count):
    records = [record(number) for number in range(count)]
    found = editions_of(records)
    for number, one in enumerate(records):
        shown = [int(title.removeprefix("Tin ")) for title in titles(found, one)]
        assert len(shown) <= MOST_EDITIONS
        assert shown == sorted(shown, reverse=True)
        assert number not in shown
        assert {abs(other - number) for other in shown if other > number} <= set(
            range(1, MOST_NEWER_EDITIONS + 1)
        )
        older = [other for other in shown if other < number]
        assert older == list(range(number - 1, number - 1 - len(older), -1))


@given(st.integers(min_value=1, max_value=40))
def test_a_new_edition_changes_few_pages(count):
    records = [record(number) for number in range(count + 1)]
    before, after = editions_of(records[:-1]), editions_of(records)
    old = (one.path for one in records[:-1])
    changed = [path for path in old if before.get(path) != after.get(path)]
    assert len(changed) <= MOST_NEWER_EDITIONS


ANNOUNCED = record(
    category="thong-bao",
    event=Event("Ngày hội hiến máu", date(2025, 3, 20), place="Hội trường tỉnh"),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"category": "hoi-nghi"}, False),
        ({"status": "withdrawn"}, False),
        ({"event": None}, False),
        ({"event": Event("Không rõ ngày")}, False),
        ({"event": Event("Hôm nay", date(2025, 3, 5))}, True),
        ({"event": Event("Đã qua", date(2025, 3, 4))}, False),
        ({"event": Event("Đang diễn ra", date(2025, 3, 1), date(2025, 3, 9))}, True),
    ],
)
def test_an_event_is_announced_by_a_notice_before_it_is_over(changes, expected):
    changed = replace(ANNOUNCED, **changes)
    assert is_announced(changed) is expected
    assert bool(event_json_ld(changed, None, PUBLISHER)) is expected


def test_an_announced_event_is_told_to_machines():
    host = NamedLink("Sở </script> Mẫu", "/don-vi/so-mau/")
    (text,) = event_json_ld(ANNOUNCED, host, PUBLISHER)
    assert "</script>" not in text
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Ngày hội hiến máu",
        "description": "Một câu.",
        "startDate": "2025-03-20",
        "endDate": "2025-03-20",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": "vi",
        "url": "https://mau.example/ban-tin/2025/03/tin-0/",
        "location": {"@type": "Place", "name": "Hội trường tỉnh", "address": "Hội trường tỉnh"},
        "organizer": {
            "@type": "Organization",
            "name": "Sở </script> Mẫu",
            "url": "https://mau.example/don-vi/so-mau/",
        },
    }


FILES = {
    "bulletins/2024/ky-truoc.md": bulletin(
        "Kỳ năm trước",
        "2024-12-16",
        event="{name: Tổng kết 2024, date: 2024-12-15, series: Tổng kết thi đua}",
    ),
    "bulletins/2025/ky-nay.md": bulletin(
        "Kỳ năm nay",
        "2025-12-18",
        event=(
            "{name: Tổng kết 2025, date: 2025-12-15, end_date: 2025-12-17, session: chiều, "
            "place: Hội trường, host: so-y-te, chair: Bà Mẫu, guests: [Ông Một, Bà Hai], "
            "series: tổng kết thi đua}"
        ),
        letters="[{name: Bạn đọc, date: 2025-12-19, text: Rất hay & bổ ích.}]",
        modified="2025-12-20",
        change_note="Bổ sung ý kiến bạn đọc.",
        source="Trang mẫu",
        source_url="https://mau.example/tin",
    ),
    "bulletins/2026/thong-bao.md": bulletin(
        "Mời dự ngày hội",
        "2026-01-10",
        category="Thông báo",
        event="{name: Ngày hội, date: 2026-02-01, place: Sân vận động}",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("events")
    return build_apart(write_content(root / "content", FILES), root / "output", public=True)


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


def test_the_fact_box_tells_all_that_is_known(site):
    box = soup(site, "/ban-tin/2025/12/ky-nam-nay/").select_one(".fact-box")
    facts = {term.get_text(): words(term.find_next("dd")) for term in box.find_all("dt")}
    assert facts == {
        "Sự kiện": "Tổng kết 2025",
        "Thời gian": (
            "Chiều thứ Hai, ngày 15 tháng 12 năm 2025 đến thứ Tư, ngày 17 tháng 12 năm 2025"
        ),
        "Địa điểm": "Hội trường",
        "Đơn vị tổ chức": "Sở Y tế",
        "Chủ trì": "Bà Mẫu",
        "Khách mời": "Ông Một Bà Hai",
        "Thuộc chuỗi": "tổng kết thi đua ( các kỳ khác )",
    }
    assert box.select_one('a[href="/don-vi/so-y-te/"]')


def test_editions_of_a_series_lead_to_each_other(site):
    here, there = "/ban-tin/2025/12/ky-nam-nay/", "/ban-tin/2024/12/ky-nam-truoc/"
    for url, other, text in (
        (here, there, "15/12/2024 Kỳ năm trước"),
        (there, here, "15/12/2025 Kỳ năm nay"),
    ):
        page = soup(site, url)
        (item,) = page.select(".editions__item")
        assert item.a["href"] == other
        assert words(item) == text
        assert page.select_one(f'.fact-box a[href="#{page.select_one(".editions h2")["id"]}"]')


def test_letters_stand_there_with_their_count(site):
    section = soup(site, "/ban-tin/2025/12/ky-nam-nay/").select_one(".reader-letters")
    assert words(section.h2) == "Ý kiến bạn đọc 1 ý kiến"
    assert words(section.blockquote) == "Rất hay & bổ ích."
    assert words(section.select_one(".reader-letters__writer")) == "Bạn đọc, 19/12/2025"


def test_the_update_and_the_source_are_told(site):
    page = soup(site, "/ban-tin/2025/12/ky-nam-nay/")
    assert "Bổ sung ý kiến bạn đọc." in words(page.select_one(".change-note"))
    source = page.select_one('.bulletin__meta a[href="https://mau.example/tin"]')
    assert {"noopener", "nofollow"} <= set(source["rel"])


def test_only_the_notice_announces_its_event(site):
    def kinds(url):
        scripts = soup(site, url).select('script[type="application/ld+json"]')
        return [json.loads(script.string)["@type"] for script in scripts]

    assert "Event" in kinds("/ban-tin/2026/01/moi-du-ngay-hoi/")
    assert "Event" not in kinds("/ban-tin/2025/12/ky-nam-nay/")
