"""The calendar of events, read back by another program (RFC 5545)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from support.content import bulletin

from plugins.archives.calendar import LATEST, CalendarEvent, choose, write_calendar

TODAY = date(2026, 1, 15)
SITEURL = "https://bantin.example"
EVENT = CalendarEvent(
    key="abc",
    stamp=datetime(2025, 3, 5, 9, 13, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    name="Hội nghị tổng kết",
    start=date(2025, 3, 4),
    end=date(2025, 3, 4),
    session="",
    place="",
    host="",
    chair="",
    category="Hội nghị",
    title="Tin về hội nghị",
    url="/ban-tin/2025/03/hoi-nghi/",
)


def read(data):
    """Read a calendar strictly; icalendar alone forgives what other programs refuse."""
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    calendar = Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk()] == [[] for _ in calendar.walk()]
    return calendar


def written(*events, siteurl=SITEURL):
    return read(write_calendar(events, "Bản tin ngành Y tế", siteurl)).walk("VEVENT")


def test_a_calendar_says_what_it_is():
    calendar = read(write_calendar([], "Bản tin ngành Y tế", SITEURL))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "Bản tin ngành Y tế"
    assert calendar["PRODID"]
    assert b"NAME:A\\, B\\; C\r\n" in write_calendar([], "A, B; C", SITEURL)


def test_an_event_is_a_day_and_its_stamp_is_the_bulletins():
    (event,) = written(EVENT)
    assert event["DTSTART"].dt == date(2025, 3, 4)
    assert event["DTEND"].dt == date(2025, 3, 5)
    assert event["DTSTAMP"].dt == datetime(2025, 3, 5, 2, 13, tzinfo=UTC)
    assert event["UID"] == "abc@bantin.example"
    assert event["URL"] == "https://bantin.example/ban-tin/2025/03/hoi-nghi/"
    assert str(event["SUMMARY"]) == "Hội nghị tổng kết"
    assert str(event["DESCRIPTION"]) == "Bản tin: Tin về hội nghị"
    assert "LOCATION" not in event


def test_all_that_is_known_is_told():
    (event,) = written(
        replace(
            EVENT,
            end=date(2025, 3, 6),
            session="chiều",
            place="Hội trường A; tầng 2",
            host="Sở Y tế",
            chair="Ông An",
        )
    )
    assert event["DTEND"].dt == date(2025, 3, 7)
    assert str(event["SUMMARY"]) == "Hội nghị tổng kết (buổi chiều)"
    assert str(event["LOCATION"]) == "Hội trường A; tầng 2"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Buổi: chiều",
        "Đơn vị tổ chức: Sở Y tế",
        "Chủ trì: Ông An",
        "Bản tin: Tin về hội nghị",
    ]


def test_a_preview_has_no_addresses():
    (event,) = written(EVENT, siteurl="")
    assert "URL" not in event
    assert event["UID"] == "abc@localhost"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=120))
def test_any_text_comes_back(text):
    (event,) = written(replace(EVENT, name=f"A{text}", place=f"B{text}"))
    assert str(event["SUMMARY"]) == f"A{text}"
    assert str(event["LOCATION"]) == f"B{text}"


def at(days, key=None, length=0):
    day = TODAY + timedelta(days=days)
    return replace(EVENT, key=key or f"e{days}", start=day, end=day + timedelta(days=length))


def test_all_that_is_to_come_and_the_latest_of_the_rest_are_chosen():
    ahead = [at(days) for days in range(300)]
    over = [at(-days) for days in range(1, 301)]
    chosen = choose([*over, *ahead], TODAY)
    assert [event.start for event in chosen] == sorted(event.start for event in chosen)
    assert set(ahead) <= set(chosen)
    assert set(chosen) - set(ahead) == set(over[:LATEST])


def test_an_event_that_still_lasts_is_not_over():
    long = at(-400, "long", length=500)
    assert long in choose([*(at(-days) for days in range(1, 300)), long], TODAY)


@given(st.lists(st.integers(-600, 600), unique=True, max_size=50), st.randoms())
def test_the_choice_does_not_depend_on_the_order(days, random):
    events = [at(day) for day in days]
    assert choose(events, TODAY) == choose(random.sample(events, len(events)), TODAY)


def files(**others):
    return {
        "bulletins/2025/bao-truoc.md": bulletin(
            "Mời dự hội nghị",
            "2025-03-01",
            category="Thông báo",
            event="{name: Hội nghị A, date: 2025-03-04, host: Sở Y tế, session: sáng}",
        ),
        **others,
    }


def events_of(site):
    return read((site.output / "su-kien.ics").read_bytes()).walk("VEVENT")


def test_a_site_publishes_its_calendar(build_site):
    (event,) = events_of(build_site(files()))
    assert str(event["SUMMARY"]) == "Hội nghị A (buổi sáng)"
    assert "Đơn vị tổ chức: Sở Y tế" in str(event["DESCRIPTION"])
    assert str(event["CATEGORIES"].to_ical(), "utf-8") == "Thông báo"


def test_an_announced_event_keeps_its_place_when_it_is_reported(build_site):
    (before,) = events_of(build_site(files(), output="truoc"))
    report = bulletin("Hội nghị A", "2025-03-05", event="{name: Hội  nghị A, date: 2025-03-04}")
    (after,) = events_of(build_site(files(**{"bulletins/2025/a.md": report}), output="sau"))
    assert before["UID"] == after["UID"]
    assert str(after["SUMMARY"]) == "Hội nghị A (buổi sáng)"
    assert str(after["DESCRIPTION"]).split("\n") == [
        "Buổi: sáng",
        "Đơn vị tổ chức: Sở Y tế",
        "Bản tin: Hội nghị A",
    ]


def test_a_report_puts_right_what_was_announced_and_keeps_what_it_leaves_out(build_site):
    announced = bulletin(
        "Mời họp",
        "2025-03-01",
        category="Thông báo",
        event="{name: Họp, date: 2025-03-04, end_date: 2025-03-06, place: Phòng A, chair: Bà Mẫu}",
    )
    report = bulletin("Họp", "2025-03-06", event="{name: Họp, date: 2025-03-04, place: Phòng B}")
    site = build_site({"bulletins/2025/a.md": announced, "bulletins/2025/b.md": report})
    (event,) = events_of(site)
    assert str(event["LOCATION"]) == "Phòng B"
    assert "Chủ trì: Bà Mẫu" in str(event["DESCRIPTION"])
    assert event["DTEND"].dt == date(2025, 3, 7)


def test_events_of_one_name_that_two_units_hold_on_one_day_are_two(build_site):
    reports = {
        f"bulletins/2025/{slug}.md": bulletin(
            f"Tin {slug}", "2025-03-05", event=f"{{name: Họp, date: 2025-03-04, host: {host}}}"
        )
        for slug, host in (("a", "Khoa Nội"), ("b", "Khoa Ngoại"))
    }
    found = {str(event["DESCRIPTION"]).split("\n")[0] for event in events_of(build_site(reports))}
    assert found == {"Đơn vị tổ chức: Khoa Nội", "Đơn vị tổ chức: Khoa Ngoại"}


@pytest.mark.parametrize(
    "fields",
    [
        {"event": "{name: Hội nghị A}"},
        {"event": "{name: A, date: 2025-03-04}", "status": "draft"},
        {"event": "{name: A, date: 2025-03-04}", "status": "withdrawn"},
        {"event": "{name: A, date: 2026-06-04}", "date": "2026-06-05"},
        {},
    ],
)
def test_what_is_not_dated_or_not_public_is_in_no_calendar(build_site, fields):
    date_ = fields.pop("date", "2025-03-05")
    folder = date_[:4]
    site = build_site({f"bulletins/{folder}/a.md": bulletin("Tin A", date_, **fields)})
    assert not (site.output / "su-kien.ics").exists()


def test_the_clock_changes_no_byte(build_site, monkeypatch):
    first = build_site(files(), output="mot").output / "su-kien.ics"
    monkeypatch.setenv("BUILD_NOW", "2026-08-01T00:00+07:00")
    second = build_site(files(), output="hai").output / "su-kien.ics"
    assert first.read_bytes() == second.read_bytes()
