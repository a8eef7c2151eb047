"""Awards of bulletins: recipients, numbers, order, and decisions that two bulletins report."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.awards import GIVEN, collect_awards
from plugins.authors.people import Person, people_of
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.bulletins.records import Award, Body, Bulletin, Event, Recipient
from plugins.units.registry import Unit, units_of

UNITS = units_of([Unit("bv-phoi", "Bệnh viện Phổi"), Unit("bv-mat", "Bệnh viện Mắt")])
PEOPLE = people_of([Person("minh-hien", "Minh Hiền"), Person("le-an", "Lê An")])


def bulletin(name, *awards, day=5, **more):
    return Bulletin(
        path=f"bulletins/2023/{name}.md",
        title=f"Tin {name}",
        slug=name,
        date=datetime(2023, 12, day, tzinfo=UTC),
        category="khen-thuong",
        body=Body("", ""),
        awards=awards,
        **more,
    )


def award(*recipients, form="giay-khen", status="awarded", **more):
    listed = tuple(Recipient(kind, text) for kind, text in recipients)
    return Award(form, status, recipients=listed, **more)


def collect(*bulletins):
    return collect_awards(bulletins, UNITS, PEOPLE, province="")


def entry_of(given_award, **more):
    (entry,) = collect(bulletin("a", given_award, **more)).by_bulletin["bulletins/2023/a.md"]
    return entry


def names(rows):
    return [row.recipient.name if row.recipient else "" for row in rows]


PHOI, MAT, HIEN = ("unit", "bv-phoi"), ("unit", "bv-mat"), ("person", "minh-hien")


def test_nothing_gives_nothing():
    found = collect(bulletin("a"))
    assert (found.by_bulletin, found.by_year, found.by_unit, found.by_person) == ({}, {}, {}, {})


def test_an_entry_says_all_that_its_bulletin_says():
    entry = entry_of(
        award(
            PHOI,
            HIEN,
            ("name", "Tổ số 1"),
            authority="Sở Y tế",
            decision="12/QĐ",
            date=date(2022, 12, 30),
        ),
        event=Event("Lễ tổng kết", date(2023, 12, 4)),
    )
    assert (entry.title, entry.status_name, entry.is_award) == ("Giấy khen", "Đã tặng", True)
    assert (entry.authority, entry.decision, entry.event) == ("Sở Y tế", "12/QĐ", "Lễ tổng kết")
    assert [(one.kind, one.name, one.url, one.collective) for one in entry.recipients] == [
        ("unit", "Bệnh viện Phổi", "/don-vi/bv-phoi/", True),
        ("person", "Minh Hiền", "/tac-gia/minh-hien/", False),
        ("name", "Tổ số 1", "", True),
    ]
    assert (entry.collectives, entry.individuals) == (2, 1)
    assert (entry.bulletin.title, entry.bulletin.url) == ("Tin a", "/ban-tin/2023/12/a/")


@pytest.mark.parametrize(
    ("day", "event", "year"),
    [
        (date(2021, 5, 1), Event("Lễ", date(2022, 5, 1)), 2021),
        (None, Event("Lễ", date(2022, 5, 1)), 2022),
        (None, Event("Lễ"), 2023),
        (None, None, 2023),
    ],
)
def test_the_year_is_that_of_the_decision_the_event_or_the_bulletin(day, event, year):
    assert entry_of(award(PHOI, date=day), event=event).year == year


@pytest.mark.parametrize("choice", AWARD_STATUSES.choices, ids=lambda choice: choice.id)
def test_only_what_was_given_is_an_award(choice):
    entry = entry_of(award(PHOI, status=choice.id))
    assert entry.is_award is (choice.id in {"awarded", "conferred"})
    assert entry.is_award is (entry.status in GIVEN)
    assert entry.status_name == choice.name


@pytest.mark.parametrize(
    ("given_award", "named", "unnamed"),
    [
        (award(PHOI, MAT), (2, 0), (0, 0)),
        (award(PHOI, collectives=1), (1, 0), (0, 0)),
        (award(PHOI, collectives=9, individuals=14), (9, 14), (8, 14)),
        (award(collectives=9), (9, 0), (9, 0)),
        (award(), (0, 0), (0, 0)),
        (award(("name", "Khoa Nội"), ("name", "Lê Văn C")), (1, 1), (0, 0)),
        (award(("name", "Ánh Dương"), collectives=1), (1, 0), (0, 0)),
        (award(("name", "Khoa Văn Tổ"), individuals=1), (0, 1), (0, 0)),
        (award(("name", "Ánh Dương"), form="tap-the-lao-dong-tien-tien"), (1, 0), (0, 0)),
        (award(("name", "Khoa Văn Tổ"), form="lao-dong-tien-tien"), (0, 1), (0, 0)),
    ],
)
def test_numbers_hold_the_named_and_the_counted(given_award, named, unnamed):
    entry = entry_of(given_award)
    assert (entry.collectives, entry.individuals) == named
    assert (entry.unnamed_collectives, entry.unnamed_individuals) == unnamed


def test_a_row_stands_for_one_recipient_or_for_the_rest():
    rows = collect(bulletin("a", award(PHOI, HIEN, collectives=3))).by_year[2023]
    assert [(row.collectives, row.individuals) for row in rows] == [(1, 0), (0, 1), (2, 0)]
    assert names(rows) == ["Bệnh viện Phổi", "Minh Hiền", ""]


def test_an_award_of_nobody_has_a_row():
    (row,) = collect(bulletin("a", award())).by_year[2023]
    assert (row.recipient, row.collectives, row.individuals) == (None, 0, 0)


def test_rows_stand_highest_first_and_by_vietnamese_name():
    rows = collect(
        bulletin(
            "a",
            award(("name", "Trần Ánh"), ("name", "Lê Đức"), ("name", "Vũ Dung"), PHOI, MAT),
            award(("name", "Hà B"), form="huan-chuong-lao-dong", grade="Ba"),
            award(("name", "Hà A"), form="huan-chuong-lao-dong", grade="Nhất"),
        )
    ).by_year[2023]
    assert names(rows) == [
        "Hà A", "Hà B", "Bệnh viện Mắt", "Bệnh viện Phổi", "Trần Ánh", "Vũ Dung", "Lê Đức",
    ]  # fmt: skip


def test_entries_of_a_bulletin_stand_highest_first():
    found = collect(bulletin("a", award(PHOI), award(MAT, form="co-thi-dua")))
    assert [entry.form.id for entry in found.by_bulletin["bulletins/2023/a.md"]] == [
        "co-thi-dua",
        "giay-khen",
    ]


def test_units_and_people_have_their_own_rows_newest_first():
    found = collect(
        bulletin("a", award(PHOI, HIEN, date=date(2021, 1, 1))),
        bulletin("b", award(PHOI, ("name", "Minh Hiền"), date=date(2022, 1, 1))),
        bulletin("c", award(("listed", "Lê An"), collectives=1, individuals=1)),
    )
    assert [row.year for row in found.by_unit["bv-phoi"]] == [2022, 2021]
    assert [row.year for row in found.by_person["minh-hien"]] == [2021]
    assert list(found.by_person) == ["le-an", "minh-hien"]
    assert list(found.by_unit) == ["bv-phoi"]
    assert list(found.by_year) == [2023, 2022, 2021]


def test_one_decision_that_two_bulletins_report_is_one_award():
    found = collect(
        bulletin("sau", award(PHOI, decision="12/qđ-syt"), day=9),
        bulletin("truoc", award(PHOI, MAT, decision="12/QĐ-SYT"), day=5),
    )
    first, second = found.by_year[2023]
    assert names([first, second]) == ["Bệnh viện Mắt", "Bệnh viện Phổi"]
    assert first.also == ()
    assert second.bulletin.title == "Tin truoc"
    assert [other.title for other in second.also] == ["Tin sau"]
    assert len(found.by_unit["bv-phoi"]) == 1
    assert len(found.by_bulletin) == 2


@pytest.mark.parametrize(
    "other",
    [
        award(PHOI),
        award(PHOI, decision="13/QĐ"),
        award(PHOI, decision="12/QĐ", form="bang-khen"),
        award(PHOI, decision="12/QĐ", status="proposed"),
        award(MAT, decision="12/QĐ"),
        award(collectives=1, decision="12/QĐ"),
    ],
)
def test_what_differs_is_another_award(other):
    found = collect(bulletin("a", award(PHOI, decision="12/QĐ")), bulletin("b", other))
    assert len(found.by_year[2023]) == 2


@pytest.mark.parametrize(
    ("day", "other_day", "joined"),
    [
        (date(2023, 2, 1), date(2023, 2, 1), True),
        (date(2022, 2, 1), date(2023, 2, 1), False),
        (date(2023, 2, 1), date(2023, 2, 2), False),
        (None, date(2022, 12, 30), True),
        (date(2022, 12, 30), None, True),
        (date(2021, 12, 30), None, False),
        (None, date(2021, 12, 30), False),
    ],
)
def test_numbers_of_decisions_begin_anew_each_year(day, other_day, joined):
    one = award(PHOI, decision="12/QĐ-SYT", date=day)
    other = award(PHOI, decision="12/QĐ-SYT", date=other_day)
    found = collect(bulletin("a", one), bulletin("b", other, day=6))
    assert len(found.by_unit["bv-phoi"]) == (1 if joined else 2)


def test_a_later_report_adds_what_the_first_does_not_say():
    first = award(PHOI, decision="12/QĐ")
    full = award(PHOI, decision="12/QĐ", authority="Sở Y tế", date=date(2022, 12, 30))
    (row,) = collect(bulletin("a", first), bulletin("b", full, day=6)).by_unit["bv-phoi"]
    assert (row.authority, row.date, row.year) == ("Sở Y tế", date(2022, 12, 30), 2022)
    assert row.bulletin.title == "Tin a"


def test_numbers_of_two_provinces_are_not_joined_when_nobody_is_named():
    reports = [
        bulletin(name, award(collectives=5, decision="12/QĐ-UBND", authority=name))
        for name in ("UBND tỉnh Alpha", "UBND tỉnh Beta", "ubnd tỉnh beta")
    ]
    assert [len(row.also) for row in collect(*reports).by_year[2023]] == [0, 1]


def test_awards_without_a_number_are_not_joined():
    found = collect(bulletin("a", award(PHOI)), bulletin("b", award(PHOI)))
    assert len(found.by_unit["bv-phoi"]) == 2


def test_two_people_of_one_name_are_two():
    twice = award(("name", "Trần Thị B"), ("name", "Trần Thị B"), decision="1/QĐ")
    assert len(collect(bulletin("a", twice)).by_year[2023]) == 2
    assert len(collect(bulletin("a", twice), bulletin("b", twice, day=6)).by_year[2023]) == 2


AWARDS = st.builds(
    award,
    st.sampled_from([PHOI, MAT, HIEN, ("name", "Khoa Nội"), ("listed", "Lê An")]),
    form=st.sampled_from(["giay-khen", "bang-khen", "khen-thuong"]),
    status=st.sampled_from([choice.id for choice in AWARD_STATUSES.choices]),
    collectives=st.none() | st.integers(1, 9),
    individuals=st.none() | st.integers(1, 9),
    decision=st.sampled_from(["", "1/QĐ"]),
    authority=st.sampled_from(["", "Sở Y tế", "Bộ Y tế"]),
    date=st.none() | st.dates(date(2021, 11, 1), date(2023, 2, 1)),
)


@given(st.lists(st.lists(AWARDS, max_size=3), max_size=4), st.randoms())
def test_no_order_of_reading_changes_anything(lists, random):
    bulletins = [bulletin(f"t{row}", *awards) for row, awards in enumerate(lists)]
    shuffled = random.sample(bulletins, len(bulletins))
    found, again = collect(*bulletins), collect(*shuffled)
    assert found.by_year == again.by_year
    assert found.by_bulletin == again.by_bulletin
    reported = sum(len(entry.recipients) for es in found.by_bulletin.values() for entry in es)
    rows = [row for rows in found.by_year.values() for row in rows if row.recipient]
    assert sum(1 + len(row.also) for row in rows) == reported
