"""Lines are put as Python-Markdown reads them rightly, and it never sees what it misreads."""

import pytest

from plugins.bulletins.footnotes import Notes
from plugins.bulletins.layout import check_runs, lay_out
from plugins.bulletins.marks import Literal, Marks
from plugins.bulletins.source import Source


def laid_out(text):
    source = Source(text, 1, "bulletins/2025/bai.md")
    marks = Marks()
    result = lay_out(text, source, marks, Notes(source))
    for number in range(len(marks)):
        character = chr(0xF0000 + number)
        mark = marks.get(character)
        assert isinstance(mark, Literal)
        result = result.replace(character, f"«{mark.text}»")
    return result, [(found.code, found.line) for found in source.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a\nb"),
        ("\n\na\n\n\n\nb\n\n", "a\n\nb"),
        ("     a\n     b", "a\nb"),
        ("a\n- b\n- c\nd", "a\n\n- b\n- c\nd"),
        ("* a\n+ b", "- a\n- b"),
        ("1) a\n   - b", "1. a\n    - b"),
        ("- a\n  - b\n   - c\n      - d", "- a\n    - b\n    - c\n        - d"),
        ("- a\n\n   b\n- c", "- a\n\n    b\n\n- c"),
        ("- a\n\n  - b\n- c", "- a\n\n    - b\n\n- c"),
        ("- a\n1. b", "- a\n\n1. b"),
        ("- a\n# b\nc", "- a\n\n# b\n\nc"),
        ("a\n2. b", "a\n2. b"),
        ("2024. a", "2024«.» a"),
        ("#a\n- #b\n> ##c", "«#»a\n\n- «#»b\n\n> «##»c"),
        ("## a ##", "## a"),
        ("## a#", "## a«#»"),
        ("a\n---\nb", "## a\n\nb"),
        ("a\nb\n---", "a\nb\n\n---"),
        ("a\n-\nb", "a\n-\nb"),
        ("* * *\na", "---\n\na"),
        ("> a\n> - b\nc", "> a\n>\n> - b\n> c"),
        ("a | b\n-|-\n1 | 2\n\nc", "|a | b|\n|-|-|\n|1 | 2|\n\nc"),
        ("a\n| b |\n|---|\n| c |", "a\n\n| b |\n|---|\n| c |"),
        ("a | b\n | ", "a «|» b\n«|» "),
        ("- a | b", "- a «|» b"),
    ],
)
def test_each_block_gets_its_own_paragraph(text, expected):
    result, problems = laid_out(text)
    assert result == expected
    assert {code for code, _ in problems} <= {"heading-level-one"}


def test_a_footnote_leaves_the_text_with_all_its_lines():
    source = Source("", 1, "bulletins/2025/bai.md")
    notes = Notes(source)
    text = "a\n[^1]: b\nc\n\n    d\n\n[^2]: e\n\nf"
    assert lay_out(text, source, Marks(), notes) == "a\n\nf"
    notes.define("1", 4, "lại")
    assert [found.code for found in source.problems] == ["footnote-duplicate"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a\n##\nb", [("heading-empty", 2)]),
        ("# a\n\n### b", [("heading-level-one", 1)]),
        ("|a|b|\n|-|\n|c|d|e|", [("table-cells", 2), ("table-cells", 3)]),
        ("- a\n  |-|-|", [("table-in-list", 2)]),
        ("> > > > > > > a", [("nesting-too-deep", 1)]),
        ("> a\n>\n> |b|c|\n> |-|-|\n> |d|", [("table-cells", 5)]),
    ],
)
def test_what_would_be_lost_is_reported_at_its_line(text, problems):
    assert laid_out(text)[1] == problems


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("=" * 60, False),
        ("|" + "-" * 60 + "|", False),
        ("a" + "." * 60, False),
        ("…" * 60, False),
        ("_" * 60, False),
        ("a" * 60, False),
        (" " * 60 + "a", False),
        ("*" * 50 + " a", False),
        ("a " + "*" * 51, True),
        ("a " + "-" * 51, True),
        ("`" * 51, True),
        ("“" * 51, True),
    ],
)
def test_runs_of_signs_are_bounded_where_they_mean_nothing(line, refused):
    source = Source(f"một\n{line}", 1, "bulletins/2025/bai.md")
    check_runs(source)
    assert [(found.code, found.line) for found in source.problems] == [
        ("punctuation-run", 2)
    ] * refused
