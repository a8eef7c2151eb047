import pickle
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.body import Converter
from plugins.bulletins.reading import ReadOptions, read_bulletin, read_static_page

PATH = "bulletins/2023/a.md"
OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
HEADER = "---\ntitle: Hội nghị\ndate: 2023-12-15\ncategory: Hội nghị\nauthors: Minh Hiền\n---\n"


def read(text, path=PATH):
    return read_bulletin(path, text.encode() if isinstance(text, str) else text, OPTIONS)


def codes(text):
    return [found.code for found in read(text).problems]


def test_a_file_becomes_a_record():
    outcome = read(HEADER + "\nSở Y tế tổ chức hội nghị.\n\nHội nghị kết thúc.\n")
    assert outcome.problems == ()
    assert outcome.record.title == "Hội nghị"
    assert outcome.record.date.tzinfo is ZoneInfo("Asia/Ho_Chi_Minh")
    assert "<p>Sở Y tế tổ chức hội nghị.</p>" in outcome.record.body.html
    assert outcome.record.summary == "Sở Y tế tổ chức hội nghị."
    assert not outcome.record.summary_given


def test_a_given_summary_stays():
    text = HEADER.replace("authors", "summary: Sapo.\nauthors")
    outcome = read(text + "Thân bài.\n")
    assert (outcome.record.summary, outcome.record.summary_given) == ("Sapo.", True)


@pytest.mark.parametrize("change", ["\ufeff{}", "{}"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_ends_change_nothing(change, end):
    plain = HEADER + "\nThân bài.\n"
    assert read(change.format(plain.replace("\n", end))) == read(plain)


def test_a_classic_header_makes_the_same_record_as_yaml():
    classic = "Title: Hội nghị\nDate: 2023-12-15\nCategory: Hội nghị\nAuthors: Minh Hiền\n\nA b.\n"
    mine, theirs = read(classic).record, read(HEADER + "\nA b.\n").record
    for name in ("title", "slug", "date", "category", "body", "summary"):
        assert getattr(mine, name) == getattr(theirs, name)
    assert [mention.text for mention in mine.authors] == ["Minh Hiền"]


def test_problems_of_header_and_body_come_together_in_order():
    text = HEADER.replace("Hội nghị\nauthors", "x\nauthors") + "\n<script>alert(1)</script>\n"
    outcome = read(text)
    assert outcome.record is None
    assert [found.line for found in outcome.problems] == sorted(p.line for p in outcome.problems)
    assert outcome.problems[0].code == "choice-unknown"
    assert {found.line for found in outcome.problems} >= {4, 8}


def test_bytes_that_are_no_text_have_problems_and_no_record():
    outcome = read(b"\xff\xfe\x00")
    assert outcome.record is None
    assert outcome.problems


def test_a_file_that_is_wrong_everywhere_is_told_about_a_hundred_times():
    keys = "".join(f"sai-{number}: 1\n" for number in range(301))
    outcome = read(f"---\n{keys}---\n")
    assert outcome.record is None
    assert len(outcome.problems) == 101
    assert outcome.problems[-1].code == "more-problems"
    assert "204" in outcome.problems[-1].message


def closing(body):
    return [(m.text, m.line, m.column) for m in read(HEADER + body).record.closing]


def test_a_record_keeps_its_closing_lines_as_written():
    assert closing("\nMột.\n\n\u00a0\u00a0**Minh Hiền**\n") == [
        ("Một.", 8, 1),
        ("**Minh Hiền**", 10, 3),
    ]


def test_closing_lines_leave_out_footnotes_and_are_at_most_eight():
    rows = "".join(f"Dòng {number}.\n\n" for number in range(12))
    found = closing(f"\n{rows}Hết[^1].\n\n[^1]: Chú thích.\n")
    assert [text for text, *_ in found] == [*(f"Dòng {n}." for n in range(5, 12)), "Hết[^1]."]


def test_a_long_closing_line_is_kept_from_behind_with_its_place():
    ((text, line, column),) = closing("\n" + "a b " * 100 + "Minh Hiền\n")
    assert (len(text), line, column) == (160, 8, 250)
    assert text.endswith("Minh Hiền")


def test_a_static_page_is_read_the_same_way():
    outcome = read_static_page("pages/gioi-thieu.md", b"---\ntitle: A\n---\nB c.\n", OPTIONS)
    assert outcome.problems == ()
    assert (outcome.record.url, outcome.record.summary) == ("/gioi-thieu/", "B c.")
    assert read_static_page("pages/a.md", b"", OPTIONS).record is None


def test_one_converter_serves_many_files():
    converter = Converter()
    first = HEADER + "\n## Mục\n\nA[^1].\n\n[^1]: Chú thích.\n"
    data = first.encode()
    alone = read_bulletin(PATH, data, OPTIONS)
    twice = [read_bulletin(PATH, data, OPTIONS, converter) for _ in range(2)]
    assert twice == [alone, alone]


def test_an_outcome_can_travel_between_processes():
    outcome = read(HEADER + "\nA b.\n")
    assert pickle.loads(pickle.dumps(outcome)) == outcome


@given(st.binary(max_size=400))
def test_any_bytes_have_an_outcome(data):
    outcome = read(data)
    assert (outcome.record is None) == any(p.severity == "error" for p in outcome.problems)
    assert all(found.path == PATH for found in outcome.problems)


@given(st.text(max_size=300))
def test_any_body_below_a_good_header_has_an_outcome(body):
    outcome = read((HEADER + body).encode("utf-8", "surrogatepass"))
    assert (outcome.record is None) == any(p.severity == "error" for p in outcome.problems)


@given(st.text(alphabet="-: \ntitledaugcory0123{}[]#&*'\"", max_size=200))
def test_any_header_has_an_outcome(header):
    outcome = read(f"---\n{header}\n---\nThân bài.\n")
    assert (outcome.record is None) == any(p.severity == "error" for p in outcome.problems)
