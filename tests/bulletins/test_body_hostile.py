"""No text is slow, none raises, none gets a script through."""

import re
import time

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.body import Converter
from plugins.bulletins.decoding import decode
from plugins.bulletins.sanitise import Sanitiser

PATH = "bulletins/2025/bai.md"
CONVERTER = Converter()
SANITISER = Sanitiser()

SIZE = 100_000
# A file may take five seconds. Most of these need a tenth of this; the rest is for busy machines.
ALLOWED_SECONDS = 1.5


def filled(unit, line=10_000):
    """Repeat a unit to the size of a test, in lines that are not too long."""
    text = unit * (SIZE // len(unit.encode()) + 1)
    return "\n".join(text[start : start + line] for start in range(0, len(text), line))


UNITS = [
    "[",
    "[ ",
    "[a",
    "[a](",
    "![x](",
    "![",
    "](",
    "[x](y) ",
    "[" * 20 + "]" * 20 + "(x)",
    "<",
    "<a ",
    "<!-- ",
    "< ",
    "<sub>",
    '<abbr title="a">',
    "<a@",
    "<http://a",
    "<table>\n",
    "` `` ``` ",
    "`a",
    "> ",
    "> a\n",
    "> > > a\n> b\n",
    "- ",
    "- a\n",
    "- a\n\n",
    "- a\n  - b\n    - c\n",
    "- a\n1. b\n",
    "1. a\n",
    "*a ",
    "*a* ",
    "**a ",
    "*_",
    "a*a_",
    "*a _b ",
    "**a* ",
    "a* ",
    "*** ",
    "[^1]",
    "[^1]: a\n",
    "[a]: b\n",
    "[^",
    '[a](b "',
    '[a](b "c ',
    "[a](b “",
    "| ",
    "|-",
    "|a|\n|-|\n",
    ":-",
    "=-",
    "# ",
    "# a\n",
    "## a\n",
    "a\n===\n",
    "a\n---\n",
    "---\n",
    "a\n***\n",
    "\\",
    "\\*",
    "&",
    "&#",
    "&amp;",
    "a\u200b",
    "a\xa0\xa0",
    "\xa0[x](y.jpg) ",
    "aа",
    "./.",
    "..",
    "\n",
    " \n",
    "\t",
    "1. ",
    "99. a\n",
    "9",
    "Sáng ngày 15 tháng 12, Sở Y tế tổ chức hội nghị. ",
    "đoạn\n\n",
    "| a | b |\n",
]

SHAPES = {
    "brackets": "[" * 4_000,
    "open-tags": "<a " * 4_000,
    "open-photos": "![x](" * 1_600,
    "open-photos-closed-late": "![x](" * 1_600 + ")",
    "quotations": ">" * 800,
    "quotations-apart": "> " * 800 + "a",
    "nested-photos": ("![" * 90 + "a" * 100 + "](x.jpg)" * 90 + "\n") * 60,
    "nested-emphasis": "*a " * 3_000 + "a* " * 3_000,
    "alternating-emphasis": "*a _b " * 2_000 + "b_ a* " * 2_000,
    "nested-list": "".join("  " * level + "- a\n" for level in range(300)),
    "table": "| a | b | c | d |\n|---|---|---|---|\n" + "| 1 | 2 | 3 | 4 |\n" * 5_000,
    "html-table": "<table>\n" + "<tr><td>a</td><td>b</td></tr>\n" * 3_000 + "</table>",
    "wide-table": "|" + "a|" * 900 + "\n|" + "-|" * 900 + "\n" + ("|" + "1|" * 900 + "\n") * 50,
    "notes": "".join(f"[^{n}]: x [^{n + 1}]\n" for n in range(4_000)) + "[^0] [^4000]",
    "note-flood": "[^1]: x\n\n" + ("[^1] " * 400 + "\n") * 20,
    "equal-headings": "## Kết quả\n\n" * 6_000,
    "missing-anchors": "## a\n\n" * 2_000 + ("[x](#b) " * 200 + "\n") * 10,
    "ticks": "\n".join("".join("`" * n + " " for n in range(1, 50)) for _ in range(60)),
    "rule": "a|b\n" + "|-" * 9_000 + "x",
}


@pytest.mark.parametrize(
    "text", [*map(filled, UNITS), *SHAPES.values()], ids=[*map(repr, UNITS), *SHAPES]
)
def test_no_text_is_slow(text):
    start = time.process_time()
    decoded, _ = decode(text.encode(), PATH)
    if decoded is not None:
        CONVERTER.convert(decoded, 1, PATH)
    assert time.process_time() - start < ALLOWED_SECONDS


PIECES = st.sampled_from(
    [
        "a",
        "đơn vị ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "x.jpg",
        "https://a.vn/?a=1&b=2",
        "#",
        "## ",
        "- ",
        "+ ",
        "1. ",
        "2024. ",
        "> ",
        ">",
        "|",
        "|---|",
        "---",
        "===",
        "\\",
        "&amp;",
        "&nbsp;",
        "&#0;",
        "&#xf0000;",
        "&lt;",
        "<",
        "<br>",
        "<sub>",
        "</sub>",
        "<sup>2</sup>",
        '<abbr title="x">y</abbr>',
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<b>",
        "<!--",
        "-->",
        "[^1]",
        "[^1]: ",
        '"',
        "“",
        "{filename}",
        "javascript:",
        "//e.vn",
        "#muc-a",
        "\xa0",
        "\u200b",
        "ð",
        "./.",
        "<https://x.vn>",
        "<a@b.vn>",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "\U000f0000",
        "\ufdd0",
        "\x00",
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<a href='javascript:alert(1)'>",
        "<svg/onload=",
        "<style>",
        ' style="x"',
        ' onclick="x"',
        "<iframe src=//e>",
        "<math><mi//xlink:href=",
        "<noscript><p title=",
        "<table>\n<tr><th>A</th></tr>\n<tr><td>b</td></tr>\n</table>",
        '![x](a.jpg "b")',
        "[x](b.md)",
        "\n- ",
        "\n> ",
    ]
)
MARKDOWN = st.text(max_size=200) | st.lists(PIECES, max_size=40).map("".join)

FORBIDDEN = re.compile(
    r"<(?:script|style|iframe|svg|math|object|embed|form|input|link|meta|base)\b", re.I
)
ATTRIBUTE = re.compile(r'<[a-z0-9]+((?: [a-z-]+="[^"]*")*)>')


@given(MARKDOWN)
def test_any_text_gives_a_safe_body_that_the_sanitiser_leaves_alone(text):
    body, problems = CONVERTER.convert(text, 5, PATH)
    assert "html-removed" not in {found.code for found in problems}
    assert SANITISER.clean(body.html) == body.html
    assert not FORBIDDEN.search(body.html)
    for attributes in ATTRIBUTE.findall(body.html):
        for name, value in re.findall(r' ([a-z-]+)="([^"]*)"', attributes):
            assert not name.startswith("on")
            assert name not in {"style", "srcset", "srcdoc", "action", "formaction"}
            if name in {"href", "src"}:
                assert value.startswith(
                    ("content:", "/", "#", "https://", "http://", "mailto:", "tel:")
                )
    # What is no tag of ours must be escaped: with our tags gone, no «<» is left.
    assert "<" not in re.sub(r"</?[a-z0-9]+(?: [a-z-]+=\"[^\"]*\")*>", "", body.html)
    for found in problems:
        assert found.path == PATH
        assert 5 <= found.line <= 5 + text.count("\n")
        assert found.column >= 1


@given(MARKDOWN)
def test_a_body_that_passes_has_no_mark_left_and_no_lost_record(text):
    body, problems = CONVERTER.convert(text, 1, PATH)
    if not any(found.severity == "error" for found in problems):
        assert not re.search("[\U000f0000-\U0010ffff\ufdd0-\ufdef]", body.html + body.text)
        assert body.html.count("<img ") == len(body.images)
        assert body.html.count('href="content:') == sum(link.kind == "file" for link in body.links)
        assert len(set(body.anchors)) == len(body.anchors)


LINE = st.lists(
    st.sampled_from(["§", "*§*", "**§**", "(§)", "“§”", "§,", "§:", "`§`"]), min_size=1, max_size=6
)
START = st.sampled_from(
    ["", "", "- ", "  - ", "    - ", "1. ", "2. ", "> ", "> - ", "## ", "   ", "\n", "\n    "]
)


@given(st.lists(st.tuples(START, LINE), max_size=12))
def test_no_word_is_lost(lines):
    source = "\n".join(start + " ".join(words) for start, words in lines)
    total = source.count("§")
    for number in range(total):
        source = source.replace("§", f"tu{number}x", 1)
    body, problems = CONVERTER.convert(source, 1, PATH)
    if not any(found.severity == "error" for found in problems):
        assert re.findall(r"tu\d+x", body.text) == [f"tu{number}x" for number in range(total)]


@given(st.text(max_size=300))
def test_the_sanitiser_is_a_fixed_point_on_anything(text):
    once = SANITISER.clean(text)
    assert SANITISER.clean(once) == once


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x" style="y" class="z">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<img src="data:image/png;base64,AA" alt="">', '<img alt="">'),
        ('<div class="table-scroll khac" role="alert">a</div>', "<div>a</div>"),
        ('<td style="text-align:right" class="cell-right">a</td>', "a"),
        ("<h1>a</h1><iframe src=x></iframe><!-- b -->", "a"),
        ('<a href="content:bulletins/a b.md">a</a>', '<a href="content:bulletins/a b.md">a</a>'),
    ],
)
def test_the_second_net_removes_what_the_first_would_refuse(dirty, clean):
    assert SANITISER.clean(dirty) == clean


def test_what_the_sanitiser_removes_is_an_error(monkeypatch):
    converter = Converter()
    monkeypatch.setattr(converter, "_sanitiser", nh3.Cleaner(tags={"p"}))
    body, problems = converter.convert("Một *hai*", 12, PATH)
    assert [(found.code, found.line) for found in problems] == [("html-removed", 12)]
    assert body.html == "<p>Một hai</p>"
