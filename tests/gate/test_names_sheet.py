"""The name sheet: marks, notes, places."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import Person, Role, people_of
from plugins.gate.language.reading import read
from plugins.gate.names_found import persons_in, units_in
from plugins.gate.names_report import as_json, as_text
from plugins.gate.names_sheet import Sheets
from plugins.gate.pieces import Piece
from plugins.gate.rules import Facts, Subject
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Unit, units_of

UNITS = units_of(
    [
        Unit("syt", "Sở Y tế Lạng Sơn", short_name="Sở Y tế", province="Lạng Sơn"),
        Unit(
            "ttyt",
            "Trung tâm Y tế huyện Bắc Sơn",
            parent="syt",
            province="Lạng Sơn",
            valid_to=dt.date(2025, 6, 30),
        ),
    ]
)
PEOPLE = people_of([Person("an", "Trần Thị An", roles=(Role("Giám đốc", "syt"),))])
DAY = dt.date(2023, 7, 15)


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return Sheets(Facts(PEOPLE, UNITS, Recogniser(UNITS, FAMILY_NAMES)))


@pytest.fixture
def rows(sheets):
    """Return a function that gives the rows of a text: mark and printed name to row."""

    def make(*texts: str, day: dt.date = DAY):
        pieces = tuple(
            Piece("paragraph", text, ((0, number, 1),)) for number, text in enumerate(texts, 10)
        )
        sheet = sheets.make("Tin", day, [Subject("bulletins/2023/tin.md", "bulletin", pieces)])
        return {(row.mark, row.printed): row for row in sheet.rows}

    return make


def test_what_agrees(rows):
    row = rows("Bà Trần Thị An, Giám đốc Sở Y tế, dự.")["✔", "Trần Thị An"]
    assert (row.title, row.registered) == ("Giám đốc Sở Y tế", "Giám đốc Sở Y tế Lạng Sơn")
    assert [(place.line, place.column) for place in row.places] == [(10, 4)]


def test_places_of_one_name_are_gathered(rows):
    row = rows("Trần Thị An dự.", "Cùng Trần Thị An")["✔", "Trần Thị An"]
    assert [place.line for place in row.places] == [10, 11]


@pytest.mark.parametrize(
    ("text", "printed", "note"),
    [
        ("Bà Trần Thị Ân dự", "Trần Thị Ân", "gần giống «Trần Thị An»"),
        ("Phó Giám đốc Sở Y tế Trần Thị An", "Trần Thị An", "chức danh khác danh bạ"),
        ("tại Trung tâm Y tế huyện Bắc Sôn", "Trung tâm Y tế huyện Bắc Sôn", "gần giống"),
    ],
)
def test_what_must_be_looked_at(rows, text, printed, note):
    assert note in rows(text)["⚠", printed].note


def test_a_unit_that_is_closed_on_that_day(rows):
    text = "tại Trung tâm Y tế huyện Bắc Sơn"
    assert ("✔", "Trung tâm Y tế huyện Bắc Sơn") in rows(text)
    closed = rows(text, day=dt.date(2026, 1, 1))["⚠", "Trung tâm Y tế huyện Bắc Sơn"]
    assert "30/06/2025" in closed.note


def test_what_no_registry_has(rows):
    found = rows("Ông Lê Văn Bình và Bệnh viện Mắt Sao Mai ký kết.")
    assert found["?", "Lê Văn Bình"].note == "chưa có trong danh bạ"
    assert found["?", "Bệnh viện Mắt Sao Mai"].kind == "unit"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông Lê Văn Bình, bà Trần Hạ, TS Phạm Ngọc Anh Thư", ["Lê Văn Bình", "Trần Hạ"]),
        ("đường Nguyễn Trãi, huyện Trần Văn Thời, Huân chương Hồ Chí Minh", []),
        ("Hà Nội, Nam Định, tỉnh Hà Nam", []),
        ("Hội nghị Tổng kết; Lê Sơn dự", ["Lê Sơn"]),
    ],
)
def test_what_looks_like_a_person(text, names):
    words = read(text)
    found = [words.run(*span) for span in persons_in(words)]
    assert set(names) <= set(found)
    assert bool(names) or not found


def test_what_looks_like_a_unit():
    words = read("Đại diện Ban Thanh tra và Phòng Khám Minh Tâm; bệnh viện; Sở là nơi")
    found = [words.run(*span) for span in units_in(words)]
    assert found == ["Ban Thanh tra", "Phòng Khám Minh Tâm"]


def test_the_sheet_as_text_and_json(sheets):
    pieces = (Piece("paragraph", "Bà Trần Thị Ân và Sở Y tế", ((0, 5, 1),)),)
    attached = (Piece("attachment", "Trần Thị An", ((0, 1, 1),)),)
    sheet = sheets.make(
        "Tin mới",
        DAY,
        [
            Subject("bulletins/2023/tin.md", "bulletin", pieces),
            Subject("bulletins/2023/kem.pdf", "attachment", attached),
        ],
    )
    text = as_text([sheet])
    assert text.index("⚠ Trần Thị Ân") < text.index("✔ Trần Thị An")
    assert "kem.pdf dòng 1" in text
    assert "✔ khớp danh bạ: 2 · ⚠ cần xem lại: 1" in text
    (one,) = json.loads(as_json([sheet]))
    assert (one["day"], len(one["rows"])) == ("2023-07-15", 3)
