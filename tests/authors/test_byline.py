"""Where a byline may stand, and what is left when it is taken out."""

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.authors.byline import find_byline, text_without
from plugins.authors.people import Person, people_of
from plugins.bulletins.body import Converter
from plugins.bulletins.records import Body

PEOPLE = people_of(
    [
        Person("minh-hien", "Minh Hiền", pen_names=("M.H",)),
        Person("le-son", "Lê Sơn"),
        Person("nguyen-thi-ngoc", "Nguyễn Thị Ngọc"),
        Person("le-ha", "Lê Hà"),
        Person("le-ha-2", "Lê Hạ"),
    ]
)
CONVERTER = Converter()
PROSE = "Hội nghị kết thúc."


def body_of(markdown):
    body, problems = CONVERTER.convert(markdown, 1, "bulletins/2025/a.md")
    assert [found for found in problems if found.severity == "error"] == []
    return body


def find(markdown, *explicit):
    body = body_of(markdown)
    return body, find_byline(body.html, PEOPLE, explicit=explicit)


def is_taken(markdown, *explicit):
    return find(markdown, *explicit)[1] is not None


def left_of(markdown):
    """Return the HTML and text that a byline leaves."""
    body, byline = find(markdown)
    assert byline is not None
    return byline.body_html, text_without(body, byline)


@pytest.mark.parametrize(
    "ending",
    [
        "Minh Hiền",
        "**Minh Hiền**",
        "*Minh Hiền*",
        "***Minh Hiền***",
        "**Tin, ảnh:** *Minh Hiền*",
        "TIN, ẢNH **MINH HIỀN**",
        "\u00a0" * 90 + "TIN, ẢNH MINH HIỀN",
        "\u00a0\u00a0**Tin,\u00a0ảnh:\u00a0Minh\u00a0Hiền**\u00a0",
        "Tin, ảnh: Minh Hiền./.",
        "Minh Hiền  \n(TTYT Mê Linh)",
        "Minh Hiền<br>(TTYT Mê Linh)",
        "**Minh Hiền**\n*TTYT Mê Linh*",
        "Minh Hiền\n\nTTYT Mê Linh",
        "Người viết bài\n\nMinh Hiền\n\n(TTYT Mê Linh)",
        "Người viết bài:\nMinh Hiền\n\n(TTYT Mê Linh)",
    ],
)
def test_the_closing_lines_leave_the_body(ending):
    _, byline = find(f"{PROSE}\n\n{ending}")
    assert byline.authors == ("Minh Hiền",)
    assert byline.unit == ("TTYT Mê Linh" if "TTYT" in ending else "")
    assert "\n" not in byline.text
    assert left_of(f"{PROSE}\n\n{ending}") == (f"<p>{PROSE}</p>", PROSE)


@pytest.mark.parametrize(
    ("ending", "left"),
    [
        (f"{PROSE}\nMinh Hiền", f"<p>{PROSE}</p>"),
        (f"{PROSE}  \nMinh Hiền", f"<p>{PROSE}</p>"),
        (f"{PROSE}/.\nMinh Hiền", f"<p>{PROSE}</p>"),
        (f"{PROSE}/. Minh Hiền", f"<p>{PROSE}</p>"),
        (f"{PROSE}/. **Minh Hiền**", f"<p>{PROSE}</p>"),
        (f"{PROSE} Tin, ảnh: Minh Hiền", f"<p>{PROSE}</p>"),
        (f"{PROSE} *Tin, ảnh: Minh Hiền*", f"<p>{PROSE}</p>"),
        (f"**{PROSE}\nMinh Hiền**", f"<p><strong>{PROSE}</strong></p>"),
        (
            f"*Một **hai. {PROSE}\nMinh Hiền***",
            f"<p><em>Một <strong>hai. {PROSE}</strong></em></p>",
        ),
        ("Ông nói: “Cố lên!”\nMinh Hiền", "<p>Ông nói: “Cố lên!”</p>"),
        ("Xong (xem ảnh)\nMinh Hiền", "<p>Xong (xem ảnh)</p>"),
        ("Xong rồi ư?\nMinh Hiền", "<p>Xong rồi ư?</p>"),
        ("Và nhiều việc khác…\nMinh Hiền", "<p>Và nhiều việc khác…</p>"),
        ("- Một\n- Hai\n\nMinh Hiền", "<ul><li>Một</li><li>Hai</li></ul>"),
        ("> Lời dẫn.\n\nMinh Hiền", "<blockquote><p>Lời dẫn.</p></blockquote>"),
    ],
)
def test_what_stands_before_a_byline_stays_whole(ending, left):
    assert left_of(ending)[0] == left


@pytest.mark.parametrize(
    "ending",
    [
        # The last line goes on with a sentence.
        "Chủ trì hội nghị là đồng chí\nMinh Hiền",
        "Chủ trì hội nghị là BS.\nMinh Hiền",
        "Hội nghị do ThS.\nMinh Hiền",
        "Các đại biểu gồm: Lê Hà,\nMinh Hiền",
        f"{PROSE} Minh Hiền",
        f"{PROSE} Minh Hiền phát biểu.",
        # A caption typed as text.
        "Quang cảnh hội nghị. Ảnh: Lê Sơn",
        "Quang cảnh hội nghị.\nẢnh: Lê Sơn",
        f"{PROSE}\n\nĐồng chí Lê Sơn phát biểu. Ảnh: Minh Hiền",
        # Not a paragraph of the text.
        f"{PROSE}\n\n- Minh Hiền",
        f"{PROSE}\n\n1. Minh Hiền",
        f"{PROSE}\n\n> Minh Hiền",
        f"{PROSE}\n\n## Minh Hiền",
        f"{PROSE}\n\n| Họ tên |\n|---|\n| Minh Hiền |",
        f'{PROSE}\n\n![Ảnh](a.jpg "Minh Hiền")',
        f"{PROSE}[^1]\n\n[^1]: Minh Hiền",
        # All there is, and what belongs to a heading.
        "Minh Hiền",
        "Tin, ảnh: Minh Hiền\n\nTTYT Mê Linh",
        "## Mục\n\nMinh Hiền",
        "![Ảnh](a.jpg)\n\nẢnh: Minh Hiền",
        f"{PROSE}\n\n## Người đạt giải\n\nMinh Hiền",
        # A list of people, a signature, whose words are quoted.
        "Danh sách khen thưởng gồm:\n\nMinh Hiền",
        f"{PROSE}\n\nLê Hà\n\nLê Sơn\n\nMinh Hiền",
        f"{PROSE}\n\nLê Hà\nLê Sơn\nMinh Hiền",
        f"{PROSE}\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nMinh Hiền",
        f"{PROSE}\n\nGiám đốc\n\nMinh Hiền",
        f"{PROSE}\n\n(Đã ký)\n\nMinh Hiền",
        f"{PROSE}\n\nTrân trọng cảm ơn!\n\nMinh Hiền",
        f"{PROSE}\n\n> Lời dẫn.\n\n— Minh Hiền",
        # Links and notes are more than a name.
        f"{PROSE}\n\n[Minh Hiền](https://example.vn)",
        f"{PROSE}\n\nMinh Hiền[^1]\n\n[^1]: Chú thích.",
        # Places, units, sentences.
        f"{PROSE}\n\nHà Nội",
        f"{PROSE}\n\n*Hà Nội, ngày 5 tháng 3 năm 2025*",
        f"{PROSE}\n\nTrung tâm Y tế huyện Mê Linh",
        f"{PROSE}\n\nSở Y tế",
        f"{PROSE}\n\nHội nghị kết thúc tốt đẹp",
        f"{PROSE}\n\nTheo Báo Nhân Dân",
        f"{PROSE}\n\nNguồn: Sở Y tế",
        f"{PROSE}\n\nẢnh: Internet",
        "",
    ],
)
def test_ordinary_text_is_never_taken(ending):
    assert not is_taken(ending)


def test_photos_and_footnotes_below_a_byline_stay():
    markdown = (
        f'{PROSE}[^1]\n\nTin: Minh Hiền\n\n![Một](a.jpg "Tin: Minh Hiền")\n\n![Hai](b.jpg)\n\n'
        "[^1]: Tin: Minh Hiền"
    )
    body, byline = find(markdown)
    assert byline.body_html == body.html.replace("<p>Tin: Minh Hiền</p>\n", "")
    assert text_without(body, byline) == f"{PROSE}\nTin: Minh Hiền\nTin: Minh Hiền"


def test_a_photo_above_a_byline_stays():
    html, text = left_of(f'{PROSE}\n\n![Một](a.jpg "Chú thích")\n\nMinh Hiền')
    assert html.endswith("</figure>")
    assert text == f"{PROSE}\nChú thích"


def test_a_credit_below_the_last_photo_names_its_photographer():
    _, byline = find(f"{PROSE}\n\n![Một](a.jpg)\n\nẢnh: Lê Sơn")
    assert (byline.authors, byline.photographers) == ((), ("Lê Sơn",))


def test_of_several_readings_the_longest_is_taken():
    _, byline = find(f"{PROSE}\n\nTin: Minh Hiền\n\nẢnh: Lê Sơn")
    assert (byline.authors, byline.photographers) == (("Minh Hiền",), ("Lê Sơn",))
    _, byline = find(f"{PROSE}\n\nHà Nội\n\nẢnh: Lê Sơn")
    assert (byline.authors, byline.photographers) == ((), ("Lê Sơn",))


def test_a_credit_that_names_nobody_stays_in_the_text():
    html, text = left_of(f"{PROSE}\n\nTin: Minh Hiền; Ảnh: Internet")
    assert html == f"<p>{PROSE}</p>\n<p>Ảnh: Internet</p>"
    assert text == f"{PROSE}\nẢnh: Internet"


def test_the_byline_is_told_as_printed():
    _, byline = find(f"{PROSE}\n\n**TIN,** ẢNH  MINH HIỀN\n(TTYT Mê Linh)")
    assert byline.text == "TIN, ẢNH MINH HIỀN (TTYT Mê Linh)"
    assert byline.authors == byline.photographers == ("Minh Hiền",)


def test_names_with_an_ampersand_or_sign_of_html():
    _, byline = find(f"{PROSE}\n\nMinh Hiền & Lê Sơn")
    assert byline.authors == ("Minh Hiền", "Lê Sơn")
    assert byline.text == "Minh Hiền & Lê Sơn"
    assert left_of("A & B < C.\n\nMinh Hiền & Lê Sơn") == ("<p>A &amp; B &lt; C.</p>", "A & B < C.")


@pytest.mark.parametrize(("one", "other"), [("Lê Hà", "Lê Hạ"), ("Văn Hùng", "Văn Hưng")])
def test_names_that_differ_in_one_sign_stay_two(one, other):
    names = [find(f"{PROSE}\n\nTin: {name}")[1].authors for name in (one, other)]
    assert names == [(one,), (other,)]


@pytest.mark.parametrize(
    ("line", "explicit", "expected"),
    [
        ("Người Viết Lạ", ["Người Viết Lạ"], True),
        ("Kha Thị Lạ", ["Kha Thị Lạ"], True),
        ("KHA THỊ LẠ", ["Kha Thị Lạ"], True),
        ("Kha Thị Lạ", ["Kha Thị Lã"], False),
        ("Minh Hiền", ["minh-hien"], True),
        ("M.H", ["minh-hien"], True),
        ("Lê Sơn", ["minh-hien"], True),
        ("Kha Thị Lạ", ["minh-hien"], False),
        ("Tin: Kha Thị Lạ", ["minh-hien"], False),
        ("Tin: Kha Thị Lạ; Ảnh: Lê Sơn", ["minh-hien"], True),
        ("Kha Thị Lạ - Minh Hiền", ["minh-hien"], True),
        ("Hà Nội", ["minh-hien"], False),
        ("Theo Lao Động", ["minh-hien"], False),
        ("Hội nghị kết thúc tốt đẹp", ["minh-hien"], False),
    ],
)
def test_beside_authors_a_byline_must_name_somebody_known(line, explicit, expected):
    assert is_taken(f"{PROSE}\n\n{line}", *explicit) is expected


def test_signs_of_html_inside_attributes_are_no_line_ends():
    title = '<a href="https://a.vn" title="Hết. Tin: Minh Hiền">x</a>'
    assert find_byline(f"<p>{PROSE}</p><p>A. {title}</p>", PEOPLE) is None


def test_a_text_that_does_not_match_its_html_is_left_alone():
    body = Body(f"<p>{PROSE}</p>\n<p>Minh Hiền</p>", "Chữ khác.")
    byline = find_byline(body.html, PEOPLE)
    assert text_without(body, byline) == "Chữ khác."


@pytest.mark.parametrize(
    "piece",
    [
        *(". bài viết", "bài viết ", ". Tin, ảnh ", "./. ", "<br>\n", "\n", "(", "Lê Sơn - ", "T."),
        *("<strong>", "BS. ", "Sở ", "TTYT ", "và ", "\u00a0", "(TH) ", "tin ảnh tin ảnh "),
    ],
)
@pytest.mark.parametrize("times", [15, 20_000])
def test_a_hostile_paragraph_is_judged_quickly(piece, times):
    markup = f"<p>{PROSE}</p>\n<p>{piece * times}</p>"
    start = time.process_time()
    assert find_byline(markup, PEOPLE, explicit=["le-son"]) is None
    find_byline(f"{markup}\n<p>Lê Sơn</p>", PEOPLE)
    assert time.process_time() - start < 1


NAMES = st.sampled_from(
    ["Minh Hiền", "LÊ SƠN", "Lê Hạ", "Ngọc Nam", "T.B", "PV", "Nguyễn Thị Ngọc"]
)
PIECES = st.sampled_from(
    [
        *("Tin, ảnh: ", "Tin: ", "Ảnh: ", "; ", " - ", " và ", "**", "*", "\n", "  \n", "<br>"),
        *("\n\n", "(TTYT Mê Linh)", " TTYT Mê Linh", PROSE, "./. ", "\u00a0", "&", "1. ", "> "),
        *("Hà Nội", "[^1]", "![Ảnh](a.jpg)", "(TH)", "H<sub>2</sub>O", "## ", "| a |", "Theo "),
        *("\\*", "Ảnh: Internet", "[^1]: ", "“", "”", "…", "&amp;", "<", "PGS. "),
    ]
)
MARKDOWN = st.lists(st.one_of(NAMES, PIECES), max_size=14).map("".join)


def words(markup):
    """Return the words of some HTML, whatever tags stand between them."""
    text = re.sub(r"<a [^>]*footnote-back.*?</a>", "", markup)
    return html.unescape(re.sub(r"<[^>]*>", " ", text)).replace("/.", "").split()


@given(MARKDOWN, st.sampled_from([(), ("le-son",)]))
def test_nothing_is_lost_and_all_tags_are_balanced(markdown, explicit):
    source = f"{PROSE}\n\n{markdown}\n\n[^1]: Minh Hiền"
    body, _ = CONVERTER.convert(source, 1, "bulletins/2025/a.md")
    byline = find_byline(body.html, PEOPLE, explicit=explicit)
    if byline is None:
        return
    etree.fromstring(f"<div>{VOID.sub(CLOSED, byline.body_html)}</div>", HTML_AS_XML)
    kept = byline.kept.split()
    both = [*words(byline.body_html), *byline.text.replace("/.", "").split()]
    assert sorted("".join(both)) == sorted("".join([*words(body.html), *kept]))
    left = text_without(body, byline)
    joined = "".join([*left.split(), *byline.text.split()])
    assert sorted(joined.replace("/.", "")) == sorted(
        "".join([*body.text.split(), *kept]).replace("/.", "")
    )


HTML_AS_XML = etree.XMLParser(recover=False, resolve_entities=False)
VOID, CLOSED = re.compile(r"<(img|br|hr)\b([^>]*)>"), r"<\1\2/>"


@given(st.text(alphabet="<>/p strong em br\n&;.:,-–()TinẢnhLêSơMHiền", max_size=120))
def test_any_text_gives_an_answer(text):
    byline = find_byline(f"<p>{PROSE}</p>{text}", PEOPLE)
    assert byline is None or byline.authors or byline.photographers


@given(st.text(max_size=200))
def test_any_unicode_gives_an_answer(text):
    markup = f"<p>{PROSE}</p>\n<p>{html.escape(text)}</p>"
    byline = find_byline(markup, PEOPLE)
    assert byline is None or byline.body_html != markup
