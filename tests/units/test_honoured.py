"""Who is honoured: ids of a header, names of a table, and whether the two agree."""

from datetime import UTC, date, datetime

import pytest

from plugins.authors.people import Person, people_of
from plugins.bulletins.records import Award, Body, Bulletin, Event, Mention, Recipient
from plugins.units.honoured import Honoured, Resolver, check_lists, check_tables, is_collective
from plugins.units.registry import Unit, units_of

UNITS = units_of(
    [
        Unit("syt-an", "Sở Y tế An", short_name="Sở Y tế", province="An"),
        Unit("syt-binh", "Sở Y tế Bình", short_name="Sở Y tế", province="Bình"),
        Unit("bv-phoi", "Bệnh viện Phổi", aliases=("BV Phổi",), parent="syt-an"),
        Unit("khoa-noi-an", "Khoa Nội", parent="syt-an"),
        Unit("khoa-noi-binh", "Khoa Nội", parent="syt-binh"),
        Unit("le-hoa", "Lê Hòa"),
    ]
)
PEOPLE = people_of(
    [
        Person("minh-hien", "Minh Hiền", pen_names=("M.H",)),
        Person("tran-b-1", "Trần Thị B"),
        Person("tran-b-2", "Trần Thị B"),
        Person("nguoi-le-hoa", "Lê Hoà"),
    ]
)


def bulletin(*awards, units=(), table=(), **more):
    return Bulletin(
        path="a.md",
        title="A",
        slug="a",
        date=datetime(2023, 1, 1, tzinfo=UTC),
        category="khen-thuong",
        body=Body("", ""),
        units=tuple(Mention(unit, 5) for unit in units),
        awards=awards,
        table_awards=table,
        lines=(("awards", 7),),
        **more,
    )


def award(*recipients, line=8, **more):
    return Award("giay-khen", "awarded", recipients=recipients, line=line, **more)


def resolve(kind, text, *, units=(), province=""):
    recipient = Recipient(kind, text)
    return Resolver(bulletin(award(recipient), units=units), UNITS, PEOPLE, province)(recipient)


def plain(text):
    return Honoured("name", "", text)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("unit", "bv-phoi", Honoured("unit", "bv-phoi", "Bệnh viện Phổi")),
        ("unit", "BV PHỔI", Honoured("unit", "bv-phoi", "Bệnh viện Phổi")),
        ("unit", "khong-co", plain("khong-co")),
        ("person", "minh-hien", Honoured("person", "minh-hien", "Minh Hiền")),
        ("person", "Trần Thị B", plain("Trần Thị B")),
        ("name", "Bệnh viện Phổi", plain("Bệnh viện Phổi")),
        ("listed", "Bệnh viện Phổi", Honoured("unit", "bv-phoi", "Bệnh viện Phổi")),
        ("listed", "bệnh viện phổi", Honoured("unit", "bv-phoi", "Bệnh viện Phổi")),
        ("listed", "Minh Hiền", Honoured("person", "minh-hien", "Minh Hiền")),
        ("listed", "Minh Hiển", plain("Minh Hiển")),
        ("listed", "Trần Thị B", plain("Trần Thị B")),
        ("listed", "Khoa Nội", plain("Khoa Nội")),
        ("listed", "Lê Hòa", plain("Lê Hòa")),
        ("listed", "Tổ số 1", plain("Tổ số 1")),
    ],
)
def test_names_are_resolved_when_one_bears_them(kind, text, expected):
    assert resolve(kind, text) == expected


def test_a_shared_name_means_the_unit_that_the_bulletin_names():
    assert resolve("listed", "Khoa Nội", units=["khoa-noi-binh"]).id == "khoa-noi-binh"
    assert resolve("listed", "Khoa Nội", units=["khoa-noi-an", "khoa-noi-binh"]).id == ""
    assert resolve("listed", "Khoa Nội", units=["-khoa-noi-an"]).id == ""


def test_a_shared_name_of_a_header_resolves_as_its_tags_do():
    assert resolve("unit", "Khoa Nội", units=["syt-an"]).id == "khoa-noi-an"
    assert resolve("unit", "Sở Y tế", province="Bình").id == "syt-binh"
    assert resolve("listed", "Sở Y tế", province="Bình").id == ""


def test_an_event_tells_the_day_by_which_units_are_chosen():
    units = units_of(
        [
            Unit("cu", "Trung tâm", valid_to=date(2020, 12, 31), successor="moi"),
            Unit("moi", "Trung tâm", valid_from=date(2021, 1, 1)),
        ]
    )
    recipient = Recipient("unit", "Trung tâm")
    for day, expected in ((date(2020, 5, 1), "cu"), (date(2021, 5, 1), "moi")):
        reported = bulletin(award(recipient), event=Event("Lễ", day))
        assert Resolver(reported, units, PEOPLE, "")(recipient).id == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Khoa Nội", True),
        ("Phòng Thanh tra Sở", True),
        ("Tổ công đoàn số 1", True),
        ("Tập thể Khoa Dược", True),
        ("Trung tâm Y tế huyện Hữu Lũng", True),
        ("CỤM THI ĐUA SỐ 2", True),
        ("Nguyễn Văn Khoa", False),
        ("BS. Trần Thị B", False),
        ("Tô Văn Đội", False),
        ("Ban", False),
    ],
)
def test_the_first_words_tell_a_group_from_a_person(name, expected):
    assert is_collective(name) is expected


def listed(text, line=20):
    return Recipient("listed", text, line)


HEADER = (award(Recipient("unit", "bv-phoi"), Recipient("person", "minh-hien"), decision="1/QĐ"),)


@pytest.mark.parametrize(
    "table",
    [
        (award(listed("Bệnh viện Phổi"), listed("Minh Hiền"), decision="1/QĐ"),),
        (award(listed("M.H"), decision="1/qđ"), award(listed("BV Phổi"), decision="1/QĐ")),
        (award(listed("bệnh viện phổi"), listed("MINH HIỀN"), decision="1/QĐ"),),
        (award(listed("BV Phổi"), listed("M.H"), decision="1/QĐ", collectives=1, individuals=1),),
    ],
)
def test_header_and_table_may_say_the_same_in_other_words(table):
    assert list(check_tables([bulletin(*HEADER, table=table)], UNITS, PEOPLE)) == []


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ((award(listed("Bệnh viện Phổi"), decision="1/QĐ", line=20),), 8),
        (
            (
                award(listed("BV Phổi"), listed("Minh Hiền"), decision="1/QĐ", line=20),
                award(listed("Khoa Nội"), decision="1/QĐ", line=21),
            ),
            21,
        ),
        ((award(listed("BV Phổi"), listed("Minh Hiển"), decision="1/QĐ", line=20),), 20),
        ((award(listed("BV Phổi"), listed("Minh Hiền"), decision="2/QĐ", line=20),), 20),
        ((award(listed("BV Phổi"), listed("Minh Hiền"), line=20),), 20),
        (
            (
                award(listed("BV Phổi"), listed("M.H"), decision="1/QĐ", line=20),
                award(listed("BV Phổi"), decision="1/QĐ", line=21),
            ),
            20,
        ),
    ],
)
def test_a_difference_is_one_error_at_its_line(table, line):
    (found,) = check_tables([bulletin(*HEADER, table=table)], UNITS, PEOPLE)
    assert (found.code, found.line, found.severity) == ("awards-differ", line, "error")
    assert "dòng 7" in found.message


def test_a_table_alone_or_a_header_alone_is_right():
    alone = bulletin(award(listed("Ai đó")))
    assert list(check_tables([alone, bulletin(*HEADER)], UNITS, PEOPLE)) == []


def test_plain_names_are_compared_as_they_are_written():
    header = award(Recipient("name", "Tổ  Số 1"))
    assert (
        list(check_tables([bulletin(header, table=(award(listed("tổ số 1")),))], UNITS, PEOPLE))
        == []
    )


@pytest.mark.parametrize(
    ("cell", "kind", "warned"),
    [
        ("Trần Thị B, Minh Hiền", "listed", True),
        ("Nguyễn Văn Mẫu, Đặng Thị Mẫu", "listed", True),
        ("Bệnh viện Phổi, Sở Y tế An", "listed", True),
        ("Nguyễn Văn Mẫu, Đặng Thị Mẫu", "name", False),
        ("Nguyễn Văn Mẫu, Giám đốc Sở Y tế An", "listed", False),
        ("Phòng Tổ chức, Hành chính", "listed", False),
        ("Khoa Nội 2, Bệnh viện Phổi", "listed", False),
        ("Nguyễn Văn Mẫu,", "listed", False),
        ("Minh Hiền", "listed", False),
    ],
)
def test_names_between_commas_are_warned_of(cell, kind, warned):
    given = Award("giay-khen", "awarded", recipients=(Recipient(kind, cell, 9),))
    found = list(check_lists([bulletin(given)], UNITS, PEOPLE))
    expected = [("a.md", 9, "award-table-comma")] if warned else []
    assert [(one.path, one.line, one.code) for one in found] == expected
