import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.front_matter import Parts, parse, split

PATH = "bulletins/2023/a.md"


def read(text):
    parts, problems = split(text, PATH)
    node, more = parse(parts, PATH)
    return parts, node, [*problems, *more]


def pairs(node):
    return {key.value: value.value for key, value in node.value}


def found_in(text):
    _, _, problems = read(text)
    return [(found.code, found.line) for found in problems]


def test_a_yaml_header_and_its_body_are_cut_apart():
    parts, node, problems = read("---\ntitle: A\ndate: B\n---\n\nThân bài.\n")
    assert problems == []
    assert parts == Parts("yaml", "title: A\ndate: B", 2, "\nThân bài.\n", 5)
    assert pairs(node) == {"title": "A", "date": "B"}


def test_trailing_blanks_after_the_markers_do_not_count():
    _, node, problems = read("---  \ntitle: A\n--- \t\nx")
    assert problems == []
    assert pairs(node) == {"title": "A"}


def test_a_rule_in_the_body_is_left_to_the_body():
    parts, _, problems = read("---\ntitle: A\n---\nx\n\n---\n\ny")
    assert problems == []
    assert parts.body == "x\n\n---\n\ny"


def test_an_empty_yaml_header_has_no_fields():
    _, node, problems = read("---\n---\nx")
    assert problems == []
    assert pairs(node) == {}


def test_a_classic_header_ends_at_the_first_blank_line():
    parts, node, problems = read("Title: A: B\nDate:C\n\nThân bài\n")
    assert problems == []
    assert (parts.kind, parts.first_line, parts.body_line) == ("classic", 1, 3)
    assert pairs(node) == {"Title": "A: B", "Date": "C"}
    assert parts.body == "\nThân bài\n"


def test_a_classic_value_knows_its_place():
    _, node, _ = read("Title: A\nSummary:   B\n\n")
    _, value = node.value[1]
    assert (value.start_mark.line, value.start_mark.column) == (1, 11)


def test_a_classic_header_has_the_same_cap_as_yaml():
    assert found_in("Title: A\n" * 8000) == [("yaml-too-large", 1)]


def test_classic_continuation_lines_join_as_pelican_joins_them():
    _, node, problems = read("Summary: A\n    B\nAuthors: C\n    D\nUnits:\n\tE\n\nx")
    assert problems == []
    assert pairs(node) == {"Summary": "A B", "Authors": "C; D", "Units": "E"}


def test_a_classic_header_may_be_the_whole_file():
    parts, node, problems = read("Title: A\nDate: B")
    assert problems == []
    assert pairs(node) == {"Title": "A", "Date": "B"}
    assert parts.body == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("file-empty", 1)]),
        (" \n\t\n\n", [("file-empty", 1)]),
        ("Chỉ có thân bài.\n", [("header-missing", 1)]),
        ("\n\nChỉ có thân bài.\n", [("header-missing", 3)]),
        ("Kính gửi: các đơn vị\nabc", [("header-missing", 1)]),
        ("https://moh.gov.vn", [("header-missing", 1)]),
        ("---\ntitle: A\n\nThân bài\n", [("header-unclosed", 1)]),
        ("---\ntitle: A\n----\nThân bài\n", [("header-unclosed", 1)]),
        ("---\ntitle: A\n\nThân bài\n\n---\n\ny", [("header-unclosed", 1)]),
        ("\n---\ntitle: A\n---\n", [("header-after-blank-line", 1)]),
        ("\nTitle: A\n\nx", [("header-after-blank-line", 1)]),
        ("—-\ntitle: A\n---\n", [("header-marker", 1)]),
        ("----\ntitle: A\n---\n", [("header-marker", 1)]),
        ("\n***\ntitle: A\n---\n", [("header-marker", 2)]),
        ("---\n- a\n---\n", [("header-not-fields", 2)]),
        ("---\nabc\n---\n", [("header-not-fields", 2)]),
        ("Title: A\nabc\n\nx", [("classic-line", 2)]),
        ("Title: A\nEvent: B\n\nx", [("classic-nested-field", 2)]),
        ("    Title: A\n\nx", [("header-missing", 1)]),
    ],
)
def test_each_mistake_has_its_code_and_line(text, expected):
    assert found_in(text) == expected


def test_an_unclosed_header_names_the_line_that_should_close_it():
    _, _, problems = read("---\ntitle: A\ndate: B\n\nThân bài\n")
    assert "dòng 4" in problems[0].cure
    _, _, problems = read("---\ntitle: A\n\nThân bài\n\n---\ny")
    assert "dòng 3" in problems[0].cure


def test_a_mistake_between_fields_is_no_unclosed_header():
    assert found_in("---\ntitle: A\n\nb 'c\ndate: x\n---\n") == [("yaml-line-without-colon", 4)]


def test_a_vietnamese_key_begins_a_header_too():
    parts, node, problems = read("Tiêu đề: A\nNgày đăng: B\n\nx")
    assert problems == []
    assert parts.kind == "classic"
    assert pairs(node) == {"Tiêu đề": "A", "Ngày đăng": "B"}


def test_a_header_is_still_read_after_a_wrong_marker():
    _, node, _ = read("–––\ntitle: A\n---\nx")
    assert pairs(node) == {"title": "A"}


@given(st.text(max_size=400))
def test_any_text_is_cut_and_parsed_without_raising(text):
    parts, node, problems = read(text)
    assert node is not None or problems
    assert parts.body in text
    last = text.count("\n") + 1
    assert all(1 <= found.line <= last for found in problems)


@given(st.text(alphabet="-: \n\tTitledaeuhs'\"[]{}#", max_size=200))
def test_any_text_of_header_signs_is_cut_and_parsed_without_raising(text):
    _, node, problems = read(f"---\n{text}")
    assert node is not None or problems


KEYS = st.sampled_from(["title", "slug", "kicker", "subtitle", "source"])
VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="'"), max_size=40
)


@given(st.dictionaries(KEYS, VALUES, min_size=1), st.text(alphabet="abc \n", max_size=40))
def test_a_valid_header_comes_back_as_it_was_written(fields, body):
    text = "---\n" + "".join(f"{key}: '{value}'\n" for key, value in fields.items()) + "---\n"
    parts, node, problems = read(text + body)
    assert problems == []
    assert pairs(node) == fields
    assert parts.body == body
    assert text.count("\n") + 1 == parts.body_line
