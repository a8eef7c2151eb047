"""From Markdown to the body of a page: what staff write and what readers get."""

import pytest
from markdown.blockprocessors import ParagraphProcessor

from plugins.bulletins.body import Converter
from plugins.bulletins.records import Image, Link

PATH = "bulletins/2025/bai.md"
CONVERTER = Converter()


def convert(text, first_line=1):
    return CONVERTER.convert(text, first_line, PATH)


def html(text):
    body, problems = convert(text)
    assert [found for found in problems if found.severity == "error"] == []
    return body.html


def codes(text, first_line=1):
    return [(found.code, found.line, found.column) for found in convert(text, first_line)[1]]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Một đoạn\nhai dòng", "<p>Một đoạn\nhai dòng</p>"),
        ("Một\n\nHai", "<p>Một</p>\n<p>Hai</p>"),
        ("dòng một  \ndòng hai", "<p>dòng một<br>\ndòng hai</p>"),
        ("a<br>b<br/>c<BR />d", "<p>a<br>b<br>c<br>d</p>"),
        ("          Đoạn lùi vào", "<p>Đoạn lùi vào</p>"),
        ("Một\n\n     Hai\n     ba", "<p>Một</p>\n<p>Hai\nba</p>"),
        ("x < y và a > b & c", "<p>x &lt; y và a &gt; b &amp; c</p>"),
        (
            "&lt;b&gt; &amp;amp; &nbsp;| &copy; &khong;",
            "<p>&lt;b&gt; &amp;amp;  | © &amp;khong;</p>",
        ),
        ("\\*sao\\* \\<b> \\[a](b)", "<p>*sao* &lt;b&gt; [a](b)</p>"),
        ("`a < b` và ``x`y``", "<p><code>a &lt; b</code> và <code>x`y</code></p>"),
        ("` a ` `` ` ``", "<p><code>a</code> <code>`</code></p>"),
        ("dấu ` lẻ", "<p>dấu ` lẻ</p>"),
        ("`a*b` *c*", "<p><code>a*b</code> <em>c</em></p>"),
        ("H<sub>2</sub>O, m<sup>2</sup>", "<p>H<sub>2</sub>O, m<sup>2</sup></p>"),
        ('<abbr title="Sở Y tế">SYT</abbr>', '<p><abbr title="Sở Y tế">SYT</abbr></p>'),
        ("Trước\n\n---\n\nSau", "<p>Trước</p>\n<hr>\n<p>Sau</p>"),
        ("Trước\n***\nSau", "<p>Trước</p>\n<hr>\n<p>Sau</p>"),
        ("- một\n---\nSau", "<ul><li>một</li></ul>\n<hr>\n<p>Sau</p>"),
        ("[chưa rõ] và [1]", "<p>[chưa rõ] và [1]</p>"),
        ("Kinh phí: a | b", "<p>Kinh phí: a | b</p>"),
        ("a | b\n | ", "<p>a | b\n|</p>"),
        ("Hết./.", "<p>Hết.</p>"),
        ("", ""),
        ("\n\n  \n", ""),
    ],
)
def test_paragraphs_and_signs(markdown, expected):
    assert html(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*a* _b_ **c** __d__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("**Kết quả:**155", "<strong>Kết quả:</strong>155"),
        ("“**A**”, (**B**)", "“<strong>A</strong>”, (<strong>B</strong>)"),
        ("ten_tep_anh", "ten_tep_anh"),
        ("10*20*30 cm", "10*20*30 cm"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("(*) bắt buộc (*)", "(*) bắt buộc (*)"),
        ("** Kết quả**", "** Kết quả**"),
        ("*a", "*a"),
        ("a*", "a*"),
        ("**a*", "*<em>a</em>"),
        ("*a**", "<em>a</em>*"),
        ("****", "****"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        ("Họ tên: ______", "Họ tên: ______"),
        ("*[a](https://b.vn)*", '<em><a href="https://b.vn" rel="noopener nofollow">a</a></em>'),
        ("*x[a*](https://b.vn)", '*x<a href="https://b.vn" rel="noopener nofollow">a*</a>'),
        ("**a\nb**", "<strong>a\nb</strong>"),
    ],
)
def test_emphasis(markdown, expected):
    assert html(f"x {markdown}") == f"<p>x {expected}</p>"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("* a\n+ b", "<ul><li>a</li><li>b</li></ul>"),
        ("Gồm:\n- a\n- b", "<p>Gồm:</p>\n<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("- a\n\t- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        (
            "- a\n  - b\n    - c\n  - d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li></ul>",
        ),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n1. b", "<ul><li>a</li></ul>\n<ol><li>b</li></ol>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  thêm\n- b", "<ul><li><p>a</p><p>thêm</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  - b\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>"),
        ("- a\nb tiếp", "<ul><li>a\nb tiếp</li></ul>"),
        ("- a\n\nSau", "<ul><li>a</li></ul>\n<p>Sau</p>"),
        ("- a\n## B", '<ul><li>a</li></ul>\n<h2 id="muc-b">B</h2>'),
        ("2024. Năm ấy", "<p>2024. Năm ấy</p>"),
        ("Năm\n2. tháng", "<p>Năm\n2. tháng</p>"),
        ("- #a", "<ul><li>#a</li></ul>"),
        ("-không", "<p>-không</p>"),
        ("15/12 - 16/12", "<p>15/12 - 16/12</p>"),
    ],
)
def test_lists_as_in_the_editors_that_staff_use(markdown, expected):
    assert html(markdown) == expected


def test_an_item_may_hold_a_quotation_or_a_photo():
    body = html("- a\n  > b\n- ![x](a.jpg)\n\n  ![y](b.jpg)")
    assert body.startswith("<ul><li><p>a</p><blockquote><p>b</p></blockquote></li>")
    assert body.count("<img") == 2
    assert body.count("<figure>") == 2


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Kết quả\nChữ", '<h2 id="muc-ket-qua">Kết quả</h2>\n<p>Chữ</p>'),
        ("## A\nChữ\n### B ###", '<h2 id="muc-a">A</h2>\n<p>Chữ</p>\n<h3 id="muc-b">B</h3>'),
        ("## A\n\n## A\n\n## A", None),
        ("Đề mục\n---\nChữ", '<h2 id="muc-de-muc">Đề mục</h2>\n<p>Chữ</p>'),
        ("#BoYTe", "<p>#BoYTe</p>"),
        ("####### Bảy", "<p>####### Bảy</p>"),
        ("## Loại C#", '<h2 id="muc-loai-c">Loại C#</h2>'),
        ("## **Đậm** và [x](https://a.vn)", None),
        ("## !!!", '<h2 id="muc-phan">!!!</h2>'),
        ("## a | b\n", '<h2 id="muc-a-b">a | b</h2>'),
        ("> ## Trong\n> chữ", '<blockquote><h2 id="muc-trong">Trong</h2><p>chữ</p></blockquote>'),
        (
            "Chữ\n> trích\n> - a",
            "<p>Chữ</p>\n<blockquote><p>trích</p><ul><li>a</li></ul></blockquote>",
        ),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("> > a", "<blockquote><blockquote><p>a</p></blockquote></blockquote>"),
    ],
)
def test_headings_and_quotations(markdown, expected):
    if expected is not None:
        assert html(markdown) == expected
        return
    body, problems = convert(markdown)
    assert problems == []
    assert len(set(body.anchors)) == len(body.anchors) == body.html.count("<h2 id=")


def test_equal_headings_get_different_anchors():
    assert convert("## A\n\n## A\n\n## A-2\n\n## A")[0].anchors == (
        "muc-a",
        "muc-a-2",
        "muc-a-2-2",
        "muc-a-3",
    )


def test_a_heading_of_level_one_becomes_level_two_with_a_warning():
    body, [found] = (
        convert("Chữ\n\n# Đề mục\n\nDưới\n===", first_line=9)[0],
        convert("# Đề mục", 9)[1],
    )
    assert body.html.count("<h2") == 2
    assert (found.code, found.line, found.severity) == ("heading-level-one", 9, "warning")


def test_no_heading_skips_a_level():
    body, problems = convert("### A\n\n##### B\n\n> ###### C\n\n## D\n\n- #### E", first_line=3)
    assert [line[:3] for line in body.html.replace("<blockquote>", "").split("\n")] == [
        "<h2",
        "<h3",
        "<h4",
        "<h2",
        "<ul",
    ]
    assert '<h3 id="muc-e">' in body.html
    assert [(found.code, found.line) for found in problems] == [
        ("heading-level-skipped", 3),
        ("heading-level-skipped", 5),
        ("heading-level-skipped", 7),
    ]


TABLE = "| Đơn vị | Số |\n|:--|--:|\n| A `x|y` | 1 |\n| B \\| C | **2** |"


def test_a_table_scrolls_and_says_what_its_cells_head():
    assert html(TABLE) == (
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1"><table>'
        '<thead><tr><th scope="col">Đơn vị</th><th scope="col" class="cell-right">Số</th></tr>'
        "</thead>"
        '<tbody><tr><td>A <code>x|y</code></td><td class="cell-right">1</td></tr>'
        '<tr><td>B | C</td><td class="cell-right"><strong>2</strong></td></tr></tbody>'
        "</table></div>"
    )


def test_a_table_needs_no_blank_line_before_it_and_no_outer_bars():
    assert html(f"Kết quả:\n{TABLE}").startswith('<p>Kết quả:</p>\n<div class="table-scroll"')
    assert "<td>1</td>" in html("a | b\n---|---\n1 | 2")
    assert 'aria-label="Bảng 2"' in html(f"{TABLE}\n\n{TABLE}")


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("| a | b |\n|---|---|\n| 1 |", 3),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", 4),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nChữ liền sau bảng", 4),
        ("| a | b | c |\n|---|---|\n", 2),
        ("> | a | b |\n> |---|---|\n> | 1 |", 3),
    ],
)
def test_a_row_with_other_cells_than_the_head_is_an_error_not_a_loss(markdown, line):
    assert codes(markdown) == [("table-cells", line, 1)]


def test_a_table_written_as_html_is_the_same_table():
    body, problems = convert(
        "Trước\n<table>\n<thead><tr><th>Đơn vị</th><th>Số</th></tr></thead>\n\n"
        "<tr><th>A</th><td>**1** [x](https://a.vn)</td></tr>\n</table>\nSau [y](b.md)"
    )
    assert problems == []
    assert body.html == (
        '<p>Trước</p>\n<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1">'
        '<table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Số</th></tr></thead>'
        '<tbody><tr><th scope="row">A</th><td><strong>1</strong> '
        '<a href="https://a.vn" rel="noopener nofollow">x</a></td></tr></tbody></table></div>\n'
        '<p>Sau <a href="content:bulletins/2025/b.md">y</a></p>'
    )
    assert [(link.line, link.column) for link in body.links] == [(5, 25), (7, 5)]


def test_a_photo_alone_is_a_figure_with_its_title_as_caption():
    body, problems = convert("Chữ\n![Ảnh *hội nghị*](Ảnh (1).jpg “Ảnh: Minh Hiền”)\nChữ")
    assert problems == []
    assert body.html == (
        '<p>Chữ</p>\n<figure><img src="content:bulletins/2025/Ảnh (1).jpg" alt="Ảnh hội nghị">'
        "<figcaption>Ảnh: Minh Hiền</figcaption></figure>\n<p>Chữ</p>"
    )
    assert body.images == (
        Image("bulletins/2025/Ảnh (1).jpg", "Ảnh hội nghị", "Ảnh: Minh Hiền", "", 2, 1),
    )
    assert body.text == "Chữ\nẢnh: Minh Hiền\nChữ"


@pytest.mark.parametrize(
    ("markdown", "target", "title"),
    [
        ("![x](a.jpg)", "a.jpg", ""),
        ("![x]( a.jpg )", "a.jpg", ""),
        ("![x](<a b.jpg>)", "a b.jpg", ""),
        ('![x](<a b.jpg> "c")', "a b.jpg", "c"),
        ('![x](a.jpg "c (d) \\"e\\"")', "a.jpg", 'c (d) "e"'),
        ("![x](a.jpg 'c')", "a.jpg", "c"),
        ("![x](a&amp;b.jpg)", "a&b.jpg", ""),
        ("![x](a_(b_(c)).jpg)", "a_(b_(c)).jpg", ""),
        ("![x](a\\).jpg)", "a).jpg", ""),
    ],
)
def test_names_of_photos_as_phones_and_word_give_them(markdown, target, title):
    body, problems = convert(markdown)
    assert problems == []
    assert [(image.target, image.caption) for image in body.images] == [
        (f"bulletins/2025/{target}", title)
    ]


def test_a_photo_in_a_line_of_words_stays_in_the_line():
    assert html("Biểu tượng ![x](a.png) ở đây").startswith("<p>Biểu tượng <img src=")
    assert "<a href=" in html("[![Ảnh bìa](a.jpg)](ke-hoach.pdf)")
    assert convert("[![Ảnh bìa](a.jpg)](ke-hoach.pdf)")[0].links[0].text == "Ảnh bìa"


def test_a_photo_without_words_for_the_blind_is_a_warning():
    _, [found] = convert("![](a.jpg)")
    assert (found.code, found.severity) == ("image-alt-missing", "warning")


def test_links_keep_their_words_and_places():
    body, problems = convert(
        'Xem [**kế hoạch** số 5](ke-hoach.pdf "Tải về"), [trang chủ](/),\n'
        "[Bộ Y tế](https://moh.gov.vn), <https://a.vn/x>, <so@example.gov.vn>, [gọi](tel:115)\n\n"
        "## Mục\n\n[trên](#muc-muc)",
        first_line=20,
    )
    assert problems == []
    assert body.links == (
        Link("file", "bulletins/2025/ke-hoach.pdf", "", "kế hoạch số 5", 20, 5),
        Link("site", "/", "", "trang chủ", 20, 49),
        Link("web", "https://moh.gov.vn", "", "Bộ Y tế", 21, 1),
        Link("web", "https://a.vn/x", "", "https://a.vn/x", 21, 32),
        Link("contact", "mailto:so@example.gov.vn", "", "so@example.gov.vn", 21, 50),
        Link("contact", "tel:115", "", "gọi", 21, 71),
        Link("anchor", "", "muc-muc", "trên", 25, 1),
    )
    assert '<a href="content:bulletins/2025/ke-hoach.pdf" title="Tải về">' in body.html
    assert '<a href="https://moh.gov.vn" rel="noopener nofollow">' in body.html
    assert '<a href="/">' in body.html


def test_footnotes_are_numbered_by_mention_and_lead_back():
    body, problems = convert(
        "Một[^b], hai[^a], lại[^b].\n\n[^a]: Chú thích *a*\n[^b]: Chú thích b\ndòng hai[^c]\n\n"
        "    đoạn hai\n\n[^c]: c\n\nHết"
    )
    assert problems == []
    assert '<sup id="goi-chu-thich-1"><a href="#chu-thich-1" class="footnote-ref"' in body.html
    assert 'id="goi-chu-thich-1-2"' in body.html
    assert body.html.count("<li id=") == 3
    assert body.html.index("Chú thích b") < body.html.index("Chú thích <em>a</em>")
    assert body.html.count('class="footnote-back"') == 4
    assert body.text.split("\n") == [
        "Một, hai, lại.",
        "Hết",
        "Chú thích b dòng hai",
        "đoạn hai",
        "Chú thích a",
        "c",
    ]
    assert set(body.anchors) >= {"chu-thich-1", "chu-thich-3", "goi-chu-thich-1-2"}


def test_plain_text_is_one_block_a_line():
    body, _ = convert(f"Sở Y\ntế H<sub>2</sub>O<br>x\n\n- a\n  - b\n\n> c\n\n{TABLE}\n\n## Đ")
    assert body.text == "Sở Y tế H2O x\na\nb\nc\nĐơn vị\nSố\nA x|y\n1\nB | C\n2\nĐ"


def test_code_may_hold_what_text_may_not():
    assert html("Viết `<b>` hoặc `[a](//b)`") == (
        "<p>Viết <code>&lt;b&gt;</code> hoặc <code>[a](//b)</code></p>"
    )


def test_dotted_lines_of_forms_are_allowed():
    line = "Họ và tên: " + "." * 80 + "…" * 60
    assert html(line) == f"<p>{line}</p>"


def test_one_converter_remembers_nothing():
    converter = Converter()
    text = "## A[^1]\n\n- a\n\n[^1]: b\n\n[x](#muc-a)"
    first = converter.convert(text, 1, PATH)
    converter.convert("> - [^2] ![a](b <table>", 1, PATH)
    assert converter.convert(text, 1, PATH) == first


def test_a_run_that_was_broken_off_does_not_colour_the_next(monkeypatch):
    converter = Converter()
    first = converter.convert("- a\n\nb", 1, PATH)

    def interrupt(*_):
        raise TimeoutError

    with monkeypatch.context() as patch:
        patch.setattr(ParagraphProcessor, "run", interrupt)
        with pytest.raises(TimeoutError):
            converter.convert("- a\n  - b", 1, PATH)
    assert converter.convert("- a\n\nb", 1, PATH) == first
