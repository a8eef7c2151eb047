import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.summary import summarise

LONG = "Sáng 15/12, Sở Y tế tổ chức hội nghị tổng kết công tác năm. "


def test_the_first_paragraph_is_the_summary():
    assert summarise("<p>Đoạn đầu.</p>\n<p>Đoạn hai.</p>") == "Đoạn đầu."


@pytest.mark.parametrize(
    "before",
    [
        "<h2 id='a'>Mục một</h2>",
        '<figure><img src="content:a.jpg" alt="A"><figcaption>Chú thích</figcaption></figure>',
        "<p>Ảnh: Lê Sơn</p>",
        "<p>(Ảnh minh họa: Lê Sơn)</p>",
        "<p><em>Toàn cảnh hội nghị</em></p>",
        "<p> </p>",
        "<ul><li>Một</li></ul>",
        "<table><tr><td>Một</td></tr></table>",
    ],
)
def test_headings_captions_and_lists_are_no_summary(before):
    assert summarise(f"{before}\n<p>Đoạn đầu.</p>") == "Đoạn đầu."


def test_markup_and_note_marks_leave_only_their_text():
    html = (
        '<p>Theo <strong>Sở</strong> &amp; <a href="/x/">Bộ</a>'
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>, H<sub>2</sub>O.</p>'
    )
    assert summarise(html) == "Theo Sở & Bộ, H2O."


def test_a_paragraph_with_an_emphasised_word_is_prose():
    assert summarise("<p><em>Sở</em> và <em>Bộ</em></p><p>B.</p>") == "Sở và Bộ"


def test_a_long_paragraph_is_cut_at_the_last_sentence_that_fits():
    summary = summarise(f"<p>{LONG * 8}</p>")
    assert summary == (LONG * 5).strip()
    assert len(summary) <= 300 < len(LONG * 6)


def test_a_long_sentence_is_cut_at_a_word():
    summary = summarise(f"<p>{'một hai ' * 60}.</p>")
    assert len(summary) <= 300
    assert summary.endswith(("một…", "hai…"))


def test_a_sentence_may_end_with_a_closing_quote():
    text = f"{'“' + 'a ' * 120}b.” {'c ' * 60}"
    assert summarise(f"<p>{text}</p>").endswith("b.”")


@pytest.mark.parametrize("html", ["", "<h2>A</h2>", "<p>Minh Hiền</p>", "<p></p>"])
def test_a_body_without_prose_has_no_summary(html):
    assert summarise(html) == ""


def test_a_last_short_line_is_left_to_be_a_byline():
    assert summarise("<ul><li>Một</li></ul>\n<p>một hai ba bốn năm sáu bảy tám</p>") == ""
    assert summarise("<p>một hai ba bốn năm sáu bảy tám chín</p>") != ""
    assert summarise("<p>Hội nghị kết thúc.</p>") == "Hội nghị kết thúc."
    assert summarise("<p>Gồm các nội dung sau:</p><ul><li>Một</li></ul>") != ""


@given(st.text(max_size=900))
def test_a_summary_is_short_and_ends_at_a_word(text):
    plain = " ".join(text.replace("<", " ").replace("&", " ").split())
    summary = summarise(f"<p>{plain}</p><p>Hết bài.</p>")
    assert len(summary) <= 300
    assert plain.startswith(summary.removesuffix("…")) or summary == "Hết bài."
