"""Slips of registered names, and offices that the registry speaks against."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import Person, Role, people_of
from plugins.gate.language.mentioned import Mentions
from plugins.gate.language.names_rule import findings, joined_office, offices_on
from plugins.gate.language.registered import is_near
from plugins.gate.rules import Facts
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Unit, units_of

UNITS = units_of(
    [
        Unit("syt-ls", "Sở Y tế Lạng Sơn", short_name="Sở Y tế", province="Lạng Sơn"),
        Unit("dang-uy", "Đảng ủy Sở Y tế Lạng Sơn", parent="syt-ls", province="Lạng Sơn"),
        Unit(
            "bvdk-ls",
            "Bệnh viện Đa khoa tỉnh Lạng Sơn",
            aliases=("Bệnh viện Đa khoa tỉnh",),
            parent="syt-ls",
            province="Lạng Sơn",
        ),
        Unit("ttyt-ml", "Trung tâm Y tế huyện Mê Linh", province="Hà Nội"),
    ]
)
DAY = dt.date(2023, 7, 15)
PEOPLE = people_of(
    [
        Person("hung", "Nguyễn Văn Hùng", roles=(Role("Giám đốc", "syt-ls"),)),
        Person("hung-2", "Nguyễn Văn Hưng", roles=(Role("Trưởng phòng"),)),
        Person(
            "binh",
            "Lý Thu Bình",
            roles=(
                Role("Giám đốc", "bvdk-ls", start=dt.date(2022, 1, 1)),
                Role("Phó Giám đốc", "bvdk-ls", end=dt.date(2021, 12, 31)),
                Role("Bí thư Đảng ủy", "dang-uy"),
            ),
        ),
        Person("mai", "Đỗ Ngọc Mai"),
    ]
)
FACTS = Facts(PEOPLE, UNITS, Recogniser(UNITS, FAMILY_NAMES))


@pytest.fixture(scope="module")
def mentions() -> Mentions:
    return Mentions(FACTS)


@pytest.fixture
def told(mentions):
    """Return a function that gives the codes, what is printed and its cure in some texts."""
    return lambda *texts: [
        (finding.code, finding.values["text"], finding.values.get("cure", ""))
        for one in mentions.find(texts, DAY)
        for finding in findings(one, FACTS, DAY)
    ]


@pytest.mark.parametrize(
    ("text", "printed", "cure"),
    [
        (
            "tại Bệnh viện Đa Khoa tỉnh Lạng Sợn",
            "Bệnh viện Đa Khoa tỉnh Lạng Sợn",
            "Bệnh viện Đa khoa tỉnh Lạng Sơn",
        ),
        ("Trung tậm Y tế Mê Linh", "Trung tậm Y tế Mê Linh", "Trung tâm Y tế huyện Mê Linh"),
        ("TRUNG TÂM Y TẾ HUYỆN MÊ LÍNH", "TRUNG TÂM Y TẾ HUYỆN MÊ LÍNH", ""),
        ("được tặng Huân trương Lao động", "Huân trương Lao động", "Huân chương Lao động"),
        ("Sở Ý tế Lạng Sơn họp", "Sở Ý tế Lạng Sơn", "Sở Y tế Lạng Sơn"),
    ],
)
def test_a_slip_of_a_unit_or_award_is_an_error_with_its_cure(told, text, printed, cure):
    ((code, text_found, cure_found),) = told(text)
    assert (code, text_found) == ("name-near", printed)
    assert cure_found == (cure or "TRUNG TÂM Y TẾ HUYỆN MÊ LINH")


@pytest.mark.parametrize(
    "text",
    [
        "Bệnh viện Đa khoa tỉnh Lạng Sơn và Sở Y tế Lạng Sơn",
        "Bệnh viện Đa khoa tỉnh Quảng Ngãi, Sở Y tế Sơn La",
        "sổ y tế, số y tế, bộ y tế",
        "trung tâm y tế huyện miền núi",
        "Sở Y tế tổ chức",
    ],
)
def test_other_units_and_words_are_left_alone(told, text):
    assert not told(text)


def test_a_persons_slip_is_sure_where_the_office_agrees(told):
    assert told("Giám đốc Sở Y tế Nguyễn Văn Húng dự") == [
        ("name-near", "Nguyễn Văn Húng", "Nguyễn Văn Hùng")
    ]


def test_it_is_sure_where_the_right_name_stands_elsewhere(told):
    assert [code for code, *_ in told("Đỗ Ngọc Mai dự.", "Đồng chí Đỗ Ngọc Mải nói.")] == [
        "name-near"
    ]


def test_without_that_it_may_be_somebody_else(told):
    assert [code for code, *_ in told("Bà Đỗ Ngọc Mại đến khám")] == ["name-near-person"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Văn Hưng dự cùng ông Nguyễn Văn Hùng",  # two registered people
        "Chủ tịch Nguyễn Văn Hừng dự",  # another office: another person
        "chị Đỗ Ngọc Mai Anh đến khám",  # a longer name
        "đỗ ngọc mải",
    ],
)
def test_somebody_else_is_no_slip(told, text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("đồng chí Lý Thu Bình, Phó Giám đốc Bệnh viện Đa khoa tỉnh, dự", "Phó Giám đốc Bệnh viện"),
        ("Phó Giám đốc Bệnh viện Đa khoa tỉnh Lý Thu Bình dự", "Phó Giám đốc Bệnh viện"),
        ("Lý Thu Bình - Bí thư Đảng ủy, Phó Giám đốc Bệnh viện", "Phó Giám đốc Bệnh viện"),
        ("ông Nguyễn Văn Hùng, Chủ tịch Hội", "Chủ tịch Hội"),
    ],
)
def test_an_office_that_the_registry_contradicts(told, text, printed):
    ((code, found, _),) = told(text)
    assert code == "title-differs"
    assert found.startswith(printed)


@pytest.mark.parametrize(
    "text",
    [
        "đồng chí Lý Thu Bình, Bí thư Đảng ủy, Giám đốc Bệnh viện Đa khoa tỉnh",
        "Giám đốc Bệnh viện, bà Lý Thu Bình phát biểu",
        "Lý Thu Bình, Tỉnh ủy viên, Giám đốc Bệnh viện",
        "nguyên Phó Giám đốc Bệnh viện Lý Thu Bình",
        "bà Đỗ Ngọc Mai, Giám đốc Công ty",
        "Giám đốc Sở đã trao quà cho bà Lý Thu Bình",
        "ông Nguyễn Văn Hùng cùng Phó Giám đốc Sở",
    ],
)
def test_an_office_that_agrees_or_is_not_known(told, text):
    assert not told(text)


def test_the_offices_of_a_day():
    person = PEOPLE.by_id["binh"]
    assert offices_on(person, DAY, UNITS) == (
        "Giám đốc Bệnh viện Đa khoa tỉnh Lạng Sơn, Bí thư Đảng ủy Sở Y tế Lạng Sơn"
    )
    assert offices_on(person, dt.date(2021, 5, 1), UNITS).startswith("Phó Giám đốc")


def test_an_office_and_its_unit_say_a_word_once():
    assert joined_office("Bí thư Đảng ủy", "Đảng ủy Sở Y tế") == "Bí thư Đảng ủy Sở Y tế"
    assert joined_office("Giám đốc", "Sở Y tế") == "Giám đốc Sở Y tế"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        *(("sợn", "sơn", True), ("ý", "y", True), ("hùng", "hưng", True)),
        *(("2", "3", False), ("nội", "ngoại", False), ("mai", "mai", False)),
    ],
)
def test_one_slip(one, other, near):
    assert is_near(one, other) is near
