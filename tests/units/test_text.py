"""The text of a body, and the way back to its HTML."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.units.text import put_links, visible_text

WORDS = st.text(st.sampled_from('aăâđêôơư &<>"'), min_size=1, max_size=8)
PIECES = st.lists(
    st.one_of(
        WORDS.map(lambda text: html.escape(text, quote=False)),
        WORDS.map(lambda text: f"<strong>{html.escape(text)}</strong>"),
        WORDS.map(lambda text: f'<a href="/x/">{html.escape(text)}</a>'),
        WORDS.map(lambda text: f"</p><h2>{html.escape(text)}</h2><p>"),
        st.just("<br>"),
        st.just('<img src="content:a.jpg" alt="ảnh">'),
    ),
    max_size=8,
)


def plain(fragment):
    return html.unescape(re.sub(r"<[^>]*>", "", fragment))


def test_blocks_are_lines_and_inline_tags_leave_no_trace():
    text = visible_text("<p>Sở <strong>Y</strong> tế</p><ul><li>một</li><li>hai</li></ul>").text
    assert [line for line in text.split("\n") if line] == ["Sở Y tế", "một", "hai"]


def test_entities_are_read_as_letters():
    assert visible_text("<p>A &amp; B &lt; C</p>").text.strip() == "A & B < C"


def test_marks_of_footnotes_are_no_text():
    body = (
        '<p>Sở Y tế<sup id="n"><a href="#1" class="footnote-ref">1</a></sup> họp</p>'
        '<li>Chú thích.<a href="#n" class="footnote-back">↩</a></li>'
    )
    assert visible_text(body).text.split("\n")[1] == "Sở Y tế họp"
    assert "↩" not in visible_text(body).text


@given(PIECES)
def test_every_open_place_leads_back_to_the_same_letters(pieces):
    body = f"<p>{''.join(pieces)}</p>"
    seen = visible_text(body)
    for start in range(len(seen.text)):
        for end in (start + 1, start + 3):
            span = seen.html_span(start, end) if end <= len(seen.text) else None
            if span is not None:
                assert html.unescape(body[slice(*span)]).replace("\n", " ") == seen.text[start:end]


@given(PIECES)
def test_no_link_may_stand_in_a_link_or_heading(pieces):
    body = f"<p>{''.join(pieces)}</p>"
    seen = visible_text(body)
    for start in range(len(seen.text)):
        span = seen.html_span(start, start + 1)
        if span is not None:
            before = body[: span[0]]
            assert before.count("<a ") == before.count("</a>")
            assert before.count("<h2>") == before.count("</h2>")


def test_links_are_put_where_they_belong():
    body = "<p>Tại Bệnh viện Phổi và CDC.</p>"
    first, second = body.index("Bệnh"), body.index("CDC")
    linked = put_links(
        body, ((first, first + 14, "/don-vi/a/"), (second, second + 3, "/don-vi/b/"))
    )
    assert linked == (
        '<p>Tại <a class="unit-mention" href="/don-vi/a/">Bệnh viện Phổi</a> và '
        '<a class="unit-mention" href="/don-vi/b/">CDC</a>.</p>'
    )
    assert plain(linked) == plain(body)


def test_no_links_leave_the_body_as_it_is():
    assert put_links("<p>a</p>", ()) == "<p>a</p>"
