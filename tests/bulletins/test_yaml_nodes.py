import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.yaml_nodes import (
    HEADER_BYTES,
    MAX_DEPTH,
    MappingNode,
    Place,
    compose,
)

PLACE = Place("bulletins/2023/a.md", 2)


def values(text):
    node, problems = compose(text, PLACE)
    assert problems == []
    assert isinstance(node, MappingNode)
    return {key.value: value.value for key, value in node.value}


def only_problem(text):
    node, problems = compose(text, PLACE)
    assert node is None
    assert len(problems) == 1
    return problems[0]


def test_values_stay_the_text_that_was_written():
    text = "a: no\nb: 08:30\nc: 2023-12-15\nd: 0123\ne: 1_000\nf: null\ng: 1.0"
    assert list(values(text).values()) == [
        "no", "08:30", "2023-12-15", "0123", "1_000", "null", "1.0",
    ]  # fmt: skip


def test_places_count_from_the_first_line_of_the_text():
    node, _ = compose("a: 1\nbb:   2", PLACE)
    _, value = node.value[1]
    assert PLACE.at(value.start_mark) == (3, 7)
    assert PLACE.at(None) == (2, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có ghi chú\n"])
def test_a_text_without_content_has_no_node_and_no_problem(text):
    assert compose(text, PLACE) == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: Hội nghị: tổng kết", "yaml-colon", 2, 16),
        ("a: 1\ntitle:Hội nghị\nb: 2", "yaml-no-space", 3, 1),
        ("a: @b", "yaml-first-character", 2, 4),
        ("a: `b", "yaml-first-character", 2, 4),
        ("a: %b", "yaml-first-character", 2, 4),
        ("a: ,b", "yaml-first-character", 2, 4),
        ("a: >b", "yaml-first-character", 2, 5),
        ("a: b\n\tc: d", "yaml-tab", 3, 1),
        ("a:\n\tb: c", "yaml-tab", 3, 1),
        ("a: 'b", "yaml-quote-open", 2, 4),
        ('a: "b\nc: d', "yaml-quote-open", 2, 4),
        ("a: [b\nc: d", "yaml-bracket-open", 2, 4),
        ("a: {b: c", "yaml-bracket-open", 2, 4),
        ('a: "b\\q"', "yaml-escape", 2, 6),
        ('a: "b\\ud800"', "yaml-escape", 2, 8),
        ('a: "b\\u12"', "yaml-escape", 2, 8),
        ("a: - b", "yaml-dash", 2, 4),
        ("a: b\nc\nd: e", "yaml-line-without-colon", 3, 1),
        ("a: b\n  c: d", "yaml-indent", 3, 4),
        ("  a: b\nc: d", "yaml-indent", 3, 1),
        ("- a\nb: c", "yaml-indent", 3, 1),
        ('a: "b" c', "yaml-after-quote", 2, 8),
        ("a: 1\n---\nb: 2", "yaml-second-document", 3, 1),
        ("a: *b", "yaml-sign", 2, 4),
        ("a: &b c", "yaml-sign", 2, 4),
        ("a: !b c", "yaml-sign", 2, 4),
        ("a: !!str c", "yaml-sign", 2, 4),
        ("a: ! c", "yaml-sign", 2, 4),
        ("a: \x01", "yaml-syntax", 2, 1),
        ("a: \ud800", "yaml-syntax", 2, 1),
    ],
)
def test_each_mistake_is_told_where_it_was_made(text, code, line, column):
    found = only_problem(text)
    assert (found.code, found.line, found.column) == (code, line, column)
    assert found.severity == "error"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: Hội nghị: tổng kết", 'title: "Hội nghị: tổng kết"'),
        ('title: "Một cửa": kết quả', "title: '\"Một cửa\": kết quả'"),
        ("title: @abc", 'title: "@abc"'),
    ],
)
def test_the_cure_holds_the_line_as_it_is_right(text, line):
    found = only_problem(text)
    assert line in found.cure
    assert list(values(line)) == ["title"]


def test_signs_inside_a_text_are_no_signs():
    assert values('a: R&D và * và !\nb: "&x *y !z"\nc: 5 * 3') == {
        "a": "R&D và * và !",
        "b": "&x *y !z",
        "c": "5 * 3",
    }


def test_all_signs_are_reported():
    _, problems = compose("a: &x b\nc: *x\nd: !y z", PLACE)
    assert [(found.code, found.line) for found in problems] == [
        ("yaml-sign", 2),
        ("yaml-sign", 3),
        ("yaml-sign", 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "{a: " * 15_000,
        "- " * 30_000,
        "? " * 30_000,
        "[a, " * 15_000,
        "a: [" + "[" * 99,
    ],
)
def test_deep_nesting_is_refused_before_it_can_hurt(text):
    start = time.process_time()
    found = only_problem(text)
    assert found.code == "yaml-depth"
    assert time.process_time() - start < 1


def test_deep_nesting_by_indentation_is_refused():
    text = "\n".join("  " * depth + "a:" for depth in range(400))
    assert len(text.encode()) > HEADER_BYTES or only_problem(text).code == "yaml-depth"
    shorter = "\n".join(" " * depth + "a:" for depth in range(60))
    assert only_problem(shorter).code == "yaml-depth"


def test_many_flat_lists_are_not_deep():
    text = "\n".join(f"a{number}: [b, {{c: d}}]" for number in range(200))
    assert len(values(text)) == 200
    assert MAX_DEPTH > 8


def test_a_text_over_the_cap_is_not_read():
    found = only_problem("a: " + "b" * HEADER_BYTES)
    assert found.code == "yaml-too-large"
    assert "64 KB" in found.message


@given(st.text(max_size=300))
def test_any_text_gives_a_node_or_a_problem(text):
    node, problems = compose(text, PLACE)
    assert node is None or problems == []
    assert all(found.line >= 2 for found in problems)


@given(st.text(alphabet="ab:-[]{}\"'\n #&*!|>,?@`\t", max_size=120))
def test_any_text_of_yaml_signs_gives_a_node_or_a_problem(text):
    node, problems = compose(text, PLACE)
    assert node is None or problems == []
    assert all(found.line <= 3 + text.count("\n") for found in problems)
