import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins import schema
from plugins.bulletins.mentions import Usage
from plugins.bulletins.registry_file import read_registry


def read(text):
    data = text.encode() if isinstance(text, str) else text
    entries, problems = read_registry(data, "people.yml", schema.PERSON, Usage())
    return (
        [entry.text("id") for entry in entries],
        [(found.code, found.line, found.column) for found in problems],
    )


@pytest.mark.parametrize("text", ["", "[]", "# chưa có ai\n", "---\n[]\n", "\n\n", "~"])
def test_an_empty_registry_is_fine(text):
    assert read(text) == ([], [])


def test_entries_come_in_the_order_of_the_file():
    assert read("- id: b\n  name: B\n- {id: a, name: A}\n") == (["b", "a"], [])


@pytest.mark.parametrize(
    ("text", "ids", "problems"),
    [
        ("id: a\nname: A", [], [("registry-not-list", 1, 1)]),
        ("chữ", [], [("registry-not-list", 1, 1)]),
        ("- a\n- id: b\n  name: B", ["b"], [("registry-entry", 1, 3)]),
        ("- name: A", [], [("field-missing", 1, 3)]),
        ("- id: a", [], [("field-missing", 1, 3)]),
        ("- id: A b\n  name: A", [], [("slug-format", 1, 7)]),
        ("- id: a\n  name: A\n- id: a\n  name: B", ["a"], [("id-twice", 3, 7)]),
        ("- id: a\n  name: A\n  nick: B", ["a"], [("field-unknown", 3, 3)]),
        ("- id: a\n  name: A\n  id: b", ["a"], [("field-twice", 3, 3)]),
        ("- id: a\n  name: A\n  email: x", ["a"], [("email-format", 3, 10)]),
        ("- id: a\n  name: [A", [], [("yaml-bracket-open", 2, 9)]),
        ("- &x {id: a, name: A}\n- *x", [], [("yaml-sign", 1, 3), ("yaml-sign", 2, 3)]),
        ("- id: a\n  name: <b>A</b>", [], [("field-html", 2, 9)]),
    ],
)
def test_mistakes_are_told_and_the_rest_is_kept(text, ids, problems):
    assert read(text) == (ids, problems)


def test_a_registry_may_be_larger_than_a_header():
    text = "".join(f"- id: nguoi-{number}\n  name: Người {number}\n" for number in range(5000))
    ids, problems = read(text)
    assert len(text.encode()) > 64 * 1024
    assert (len(ids), problems) == (5000, [])


def test_bytes_that_are_no_text_are_told():
    ids, problems = read(b"- id: a\n  name: \xff\n")
    assert ids == []
    assert [code for code, _, _ in problems] == ["encoding"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_raising(data):
    ids, problems = read(data)
    assert isinstance(ids, list)
    assert all(line >= 1 and column >= 1 for _, line, column in problems)


@given(st.text(alphabet="- idname:ab[]{}\n'\"&*", max_size=120))
def test_any_text_of_yaml_signs_is_read_without_raising(text):
    ids, _ = read(text)
    assert len(ids) == len(set(ids))
