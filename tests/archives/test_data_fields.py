"""Open data as files: CSV for spreadsheets, JSON for programs, and the dictionary of both."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.data_fields import DataField, describe, meanings, to_csv, to_json

TEXT = DataField("text", "text", "Chữ", "Một đoạn chữ.", lambda row: row["text"])
FIELDS = (
    TEXT,
    DataField("number", "number", "Số", "Một số.", lambda row: row.get("number")),
    DataField("flag", "flag", "Cờ", "Có hay không.", lambda row: row.get("flag", False)),
    DataField("words", "list", "Các chữ", "Nhiều chữ.", lambda row: row.get("words", [])),
)
NESTED = (
    TEXT,
    DataField("one", "object", "Một", "Một nhóm.", lambda row: row.get("one"), (TEXT,)),
    DataField("many", "list", "Nhiều", "Nhiều nhóm.", lambda row: row.get("many", ()), (TEXT,)),
)
FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"


def table(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def cell(text):
    return table(to_csv([{"text": text}], FIELDS))[1][0]


def test_csv_is_what_vietnamese_excel_opens():
    data = to_csv(
        [{"text": "Đà Nẵng", "number": 12, "flag": True, "words": ["/a/", "/b/"]}], FIELDS
    )
    assert data == "\ufeffChữ;Số;Cờ;Các chữ\r\nĐà Nẵng;12;có;/a/ /b/\r\n".encode()


def test_what_is_not_there_is_an_empty_cell_and_zero_is_not():
    assert table(to_csv([{"text": ""}, {"text": "a", "number": 0}], FIELDS))[1:] == [
        ["", "", "không", ""],
        ["a", "0", "không", ""],
    ]


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_a_formula_is_defused(sign):
    for text in (f"{sign}1+1", f"  {sign}HYPERLINK(A1)", sign):
        assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["Khoa Nội", "a=b", "12/QĐ-SYT", "'ngoặc", 'có "ngoặc"', "a;b", "1 - 2", "5'", "Ơ-gien"]
)
def test_what_is_no_formula_stays_as_it_is(text):
    assert cell(text) == text


@given(st.text(max_size=30))
def test_every_text_comes_back_and_none_begins_a_formula(text):
    found = cell(text)
    assert found in {text, f"'{text}"}
    assert not found.lstrip(" ").startswith(tuple(FORMULA_SIGNS))


def test_numbers_are_numbers_and_no_texts():
    assert b";12;" in to_csv([{"text": "a", "number": 12}], FIELDS)
    assert b"'" not in to_csv([{"text": "a", "number": -12}], FIELDS)


def test_nested_fields_have_no_column():
    assert table(to_csv([{"text": "a"}], NESTED)) == [["Chữ"], ["a"]]


def test_json_has_every_field_of_every_record():
    rows = [{"text": "=1", "one": {"text": "b"}, "many": [{"text": "c"}]}, {"text": ""}]
    data = to_json(rows, NESTED)
    assert data.endswith(b"]\n")
    assert json.loads(data) == [
        {"text": "=1", "one": {"text": "b"}, "many": [{"text": "c"}]},
        {"text": "", "one": None, "many": []},
    ]
    assert "Đà" in to_json([{"text": "Đà"}], FIELDS).decode()


def test_a_description_keeps_the_order_of_the_table():
    assert list(describe({"text": "a"}, FIELDS)) == ["text", "number", "flag", "words"]


def test_the_dictionary_names_parts_by_their_path():
    assert [(row.file, row.field, row.label, row.kind) for row in meanings("tep", NESTED)] == [
        ("tep", "text", "Chữ", "văn bản"),
        ("tep", "one", "Một", "nhóm trường"),
        ("tep", "one.text", "Chữ", "văn bản"),
        ("tep", "many[]", "Nhiều", "danh sách"),
        ("tep", "many[].text", "Chữ", "văn bản"),
    ]
