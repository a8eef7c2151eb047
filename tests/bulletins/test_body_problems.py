"""What a body may not hold, told at its line and column."""

import pytest

from plugins.bulletins.body import Converter

PATH = "bulletins/2025/bai.md"
CONVERTER = Converter()


def codes(text, first_line=1):
    _, problems = CONVERTER.convert(text, first_line, PATH)
    return [(found.code, found.line, found.column) for found in problems]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\nb <script>alert(1)</script>", [("raw-html", 2, 3)]),
        ("<div>a</div> <b>c</b>", [("raw-html", 1, 1), ("raw-html", 1, 14)]),
        ("<!-- ẩn -->", [("raw-html", 1, 1)]),
        ("a </p>", [("raw-html", 1, 3)]),
        ("<img src=x onerror=alert(1)>", [("raw-html", 1, 1)]),
        ("<br class=x>", [("raw-html", 1, 1)]),
        ("<javascript:alert(1)>", [("raw-html", 1, 1)]),
        ("<sub>2", [("raw-html", 1, 1)]),
        ("<sup><b>2</b></sup>", [("raw-html", 1, 1), ("raw-html", 1, 6)]),
        ("a <table><tr><td>b</td></tr></table>", None),
        ("<table>\n<tr><td colspan=2>b</td></tr></table>", [("raw-html", 2, 5)]),
        ("<table><tr><td><p>b</p></td></tr></table>", [("raw-html", 1, 16)]),
        ("<table>\n<tr><td>b</td></tr>\n", [("raw-table", 1, 1)]),
        ("<table><tr><td>b</td></tr></table> c", [("raw-table", 1, 35)]),
        ("\xa0\xa0x\u200by <b>", [("raw-html", 1, 7)]),
        ("[a](javascript:alert(1))", [("link-scheme", 1, 1)]),
        ("[a](&#106;avascript:alert(1))", [("link-scheme", 1, 1)]),
        ("x ![a](data:image/png;base64,AA)", [("link-scheme", 1, 3)]),
        ("![a](https://b.vn/c.jpg)", [("file-remote", 1, 1)]),
        ("![a](b.pdf)", [("image-type", 1, 1)]),
        ("[a](//b.vn)", [("link-protocol-relative", 1, 1)]),
        ("[a]({attach}../../../etc/passwd)", [("link-outside", 1, 1)]),
        ("một\n[a](b.jpg", [("link-unclosed", 2, 1)]),
        ("[a](b\nc)", [("link-unclosed", 1, 1)]),
        ("[a]()", [("link-empty", 1, 1)]),
        ("[](https://a.vn)", [("link-without-words", 1, 1)]),
        ("[a][1]\n\n[1]: https://b.vn", [("reference-link", 3, 1)]),
        ("[a](#khong-co)", [("anchor-missing", 1, 1)]),
        ("a[^1]", [("footnote-missing", 1, 2)]),
        ("a\n\n[^1]: b", [("footnote-unused", 3, 1)]),
        ("a[^1]\n\n[^1]: b\n[^1]: c", [("footnote-duplicate", 4, 1)]),
        ("##\n\na", [("heading-empty", 1, 1)]),
        ("- a\n  | b | c |\n  |---|---|", [("table-in-list", 3, 1)]),
        ("!" * 51, [("punctuation-run", 1, 1)]),
        ("> " * 7 + "a", [("nesting-too-deep", 1, 1)]),
        ("- " * 7 + "a", [("nesting-too-deep", 1, 1)]),
        ("".join("  " * level + "- a\n" for level in range(7)), [("nesting-too-deep", 7, 1)]),
        ("|" + "a|" * 61 + "\n|" + "-|" * 61, [("table-too-wide", 1, 1)]),
        ("![" + "a" * 501 + "](b.jpg)", [("image-alt-long", 1, 1), ("image-alt-missing", 1, 1)]),
        ("a\n" * 20_001, [("too-many-lines", 20_001, 1)]),
        ("`a` " * 65_600, [("too-many-marks", 1, 1)]),
        ("a\x00b", [("control-character", 1, 2)]),
        ("a\U000f0000b", [("private-character", 1, 2)]),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_problems_stand_at_their_line_and_column(markdown, expected):
    if expected is None:
        assert {code for code, _, _ in codes(markdown)} == {"raw-html"}
    else:
        assert codes(markdown) == expected


def test_lines_are_those_of_the_file_also_below_tables_and_notes():
    text = (
        "[^1]: chú\n  thích\n\n<table>\n<tr>\n<td>a[^1]</td></tr>\n</table>\n\n"
        "`a` ![\nb](c.jpg)\n\n<i>"
    )
    assert codes(text, first_line=8) == [("raw-html", 19, 1)]


def test_an_anchor_is_suggested():
    _, [found] = CONVERTER.convert("## Kết quả\n\n[a](#ket-qua)", 1, PATH)
    assert "#muc-ket-qua" in found.cure
