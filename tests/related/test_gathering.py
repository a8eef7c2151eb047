from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from plugins.authors.attribution import Attribution, Credits
from plugins.bulletins.records import Award, Body, Bulletin, Event, Mention
from plugins.related.documents import Doc
from plugins.related.gathering import docs_of
from plugins.units.tagging import Tagging, UnitTag

NOW = dt.datetime(2024, 6, 1, 8, tzinfo=dt.UTC)


def bulletin(name: str = "a", **fields: object) -> Bulletin:
    values: dict[str, object] = {
        "path": f"bulletins/2024/{name}.md",
        "title": "Hội nghị tổng kết",
        "slug": name,
        "date": dt.datetime(2024, 3, 5, 9, tzinfo=dt.UTC),
        "category": "hoi-nghi",
        "body": Body("", "Nội dung."),
        **fields,
    }
    return Bulletin(**values)  # type: ignore[arg-type]  # as each test needs it


@pytest.fixture
def gathered() -> Callable[..., Doc]:
    """Return a function that gathers the first of some bulletins."""

    def gather(
        first: Bulletin,
        *others: Bulletin,
        tags: tuple[UnitTag, ...] = (),
        hosts: Mapping[str, str] | None = None,
    ) -> Doc:
        credits = {first.path: Credits(authors=("minh-hien",), photographers=("le-son",))}
        attribution = Attribution(credits, (), (first, *others))
        return docs_of(attribution, Tagging({first.path: tags}, {}, (), {}, hosts or {}), NOW)[0]

    return gather


def event(**fields: object) -> Bulletin:
    return bulletin(event=Event(**{"name": "Hội nghị tổng kết năm 2023", **fields}))  # type: ignore[arg-type]


def award(**fields: object) -> Bulletin:
    return bulletin(awards=(Award(**{"form": "Bằng khen", "status": "awarded", **fields}),))  # type: ignore[arg-type]


def test_texts_units_and_authors(gathered):
    tags = (UnitTag("so-y-te"), UnitTag("benh-vien-phoi", "mentioned"))
    doc = gathered(bulletin(kicker="Thi đua", subtitle="Phụ đề", summary="Tóm tắt"), tags=tags)
    assert (doc.title, doc.text) == ("Hội nghị tổng kết", "Nội dung.")
    assert doc.summary == "Thi đua\nPhụ đề\nTóm tắt"
    assert (doc.subjects, doc.mentioned) == (("so-y-te",), ("benh-vien-phoi",))
    assert doc.authors == ("minh-hien",), "who took the photos binds no texts"


@pytest.mark.parametrize(
    ("fields", "public", "offered"),
    [
        ({}, True, True),
        ({"status": "draft"}, False, False),
        ({"date": NOW + dt.timedelta(minutes=1)}, False, False),
        ({"date": NOW}, True, True),
        ({"status": "withdrawn"}, True, False),
        ({"expires": dt.date(2024, 5, 31)}, True, False),
        ({"expires": dt.date(2024, 6, 1)}, True, True),
    ],
)
def test_who_is_public_and_who_is_offered(gathered, fields, public, offered):
    doc = gathered(bulletin(**fields))
    assert (doc.public, doc.offered) == (public, offered)


def test_a_series_is_the_same_in_any_case_and_tone_style(gathered):
    one, other = (gathered(event(series=text)) for text in ("Ủy ban họp", "uỷ ban  HỌP"))
    assert one.series == other.series != ""


def test_editions_of_a_hosts_event_are_a_series_without_being_called_one(gathered):
    host = Mention("Sở Y tế", 1)
    one, other, third = (
        gathered(event(name=name, host=by))
        for name, by in [
            ("Hội nghị tổng kết năm 2022", host),
            ("Hội nghị tổng kết năm 2023", host),
            ("Hội nghị tổng kết năm 2023", Mention("Bệnh viện Phổi", 1)),
        ]
    )
    assert one.series == other.series != third.series


def test_without_host_a_name_makes_no_series(gathered):
    assert gathered(event()).series == ""


def test_an_event_is_its_name_and_day(gathered):
    day = dt.date(2023, 12, 1)
    one = gathered(event(date=day))
    assert one.event == gathered(event(date=day, name="HỘI NGHỊ tổng kết năm 2023")).event
    assert one.event != gathered(event(date=dt.date(2023, 12, 2))).event
    assert one.event_year == 2023


def test_the_same_name_and_day_with_another_host_is_another_event(gathered):
    day = dt.date(2023, 12, 1)
    own, foreign = (event(date=day, host=Mention(name, 1)) for name in ("Khoa A", "Khoa B"))
    foreign = replace(foreign, path="bulletins/2024/b.md")
    assert gathered(own).event == gathered(event(date=day)).event
    assert gathered(own, foreign).event != gathered(foreign, own).event
    draft = replace(foreign, status="draft")
    assert gathered(own, draft).event == gathered(own).event, "a draft shifts nothing"


def test_a_shared_name_of_two_hosts_makes_no_series(gathered):
    one, other = (
        gathered(event(host=Mention("Sở Y tế", 1)), hosts={"bulletins/2024/a.md": host})
        for host in ("syt-ls", "syt-qn")
    )
    assert one.series != other.series


def test_a_meeting_is_a_place_and_a_day(gathered):
    assert gathered(event(place="Hội trường A", date=dt.date(2023, 12, 1))).meeting
    assert gathered(event(place="Hội trường A")).meeting == ""
    assert gathered(event(date=dt.date(2023, 12, 1))).meeting == ""


def test_awards_of_one_campaign(gathered):
    one = gathered(award(authority="Bộ Y tế", decision="12/QĐ-BYT", date=dt.date(2023, 12, 1)))
    other = gathered(award(authority="bộ y tế", decision="12/qđ-byt", date=dt.date(2023, 12, 1)))
    assert (one.decisions, one.campaigns) == (other.decisions, other.campaigns)
    assert len(one.decisions) == len(one.campaigns) == 1
    assert one.campaigns != gathered(award(authority="Bộ Y tế")).campaigns, "another year"


def test_an_award_of_nobody_known_or_taken_back_binds_nothing(gathered):
    assert gathered(award()).campaigns == ()
    revoked = gathered(award(status="revoked", authority="Bộ Y tế", decision="12/QĐ-BYT"))
    assert revoked.decisions == revoked.campaigns == ()


def test_hand_picked_bulletins_are_found_by_slug_path_and_address(gathered):
    others = [bulletin(name) for name in ("b", "c", "d")]
    names = ("b", "c.md", "/ban-tin/2024/03/d/")
    doc = gathered(bulletin(related=tuple(Mention(name, 1) for name in names)), *others)
    assert doc.pinned == tuple(other.path for other in others)
