"""Cutting mentions of a page out of files of each kind."""

from __future__ import annotations

import csv
import io
import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish_gate.cutting.formats import cut
from publish_gate.cutting.needles import Needles, title_of

URL = "/ban-tin/2026/01/mot/"
TITLE = "Tên người bị nêu sai ở bản tin này"
NEEDLES = Needles.of([URL], [TITLE])


def cut_text(path: str, text: str) -> str | None:
    after = cut(path, text.encode(), NEEDLES)
    return None if after is None else after.decode()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'href="{URL}"', True),
        ('href="/ban-tin/2026/01/mot"', True),
        ('href="https://so.example/ban-tin/2026/01/mot/index.html"', True),
        (f"{URL}#phan-2", True),
        (f"{URL}?q=1", True),
        ('href="/ban-tin/2026/01/mot-hai/"', False),
        ('href="/ban-tin/2026/01/mot/anh.jpg"', False),
        ('href="/ban-tin/2026/01/"', False),
    ],
)
def test_an_address_is_found_whole_and_in_all_its_forms(text: str, found: bool):
    assert NEEDLES.in_text(text) is found


def test_a_short_title_is_no_needle():
    assert not Needles.of([URL], ["Thông báo"]).in_text("<h2>Thông báo</h2>")


def test_the_title_of_a_page():
    page = "<title>x</title><h1 class='a'>Sáu &amp; bảy\n <em>tám</em></h1>".encode()
    assert title_of(page) == "Sáu & bảy tám"
    assert title_of(b"<p>x</p>") is None


CARD = f'<article class="card"><h3><a href="{URL}">{TITLE}</a></h3><p>Tóm tắt bí mật</p></article>'
OTHER = '<article class="card"><h3><a href="/ban-tin/2026/01/hai/">Hai</a></h3></article>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<ul>\n<li>{OTHER}</li><li>{CARD}</li></ul>", f"<ul>\n<li>{OTHER}</li></ul>"),
        (f"<div>{CARD}{OTHER}</div>", f"<div>{OTHER}</div>"),
        (
            f"<ul><li>A<ul><li><a href='{URL}'>x</a></li></ul></li><li>B</li></ul>",
            "<ul><li>A<ul></ul></li><li>B</li></ul>",
        ),
        (
            f"<table><tr><td>1<td>a</tr><tr><td><a href={URL}>b</a></tr></table>",
            "<table><tr><td>1<td>a</tr></table>",
        ),
        (
            f'<article><h1>Khác</h1><p>Xem <a href="{URL}">bài này</a> nữa.</p></article>',
            "<article><h1>Khác</h1><p>Xem  nữa.</p></article>",
        ),
        (
            f'<head><link rel="prev" href="{URL}"><meta name="a"></head>',
            '<head><meta name="a"></head>',
        ),
        (
            f'<head><script type="application/ld+json">{{"url": "{URL}"}}</script></head>',
            "<head></head>",
        ),
        (f"<p>{escape(TITLE)}</p><p>Còn lại</p>", "<p>Còn lại</p>"),
        (f'<img src="x.jpg" alt="{TITLE}"><b>y</b>', "<b>y</b>"),
        (f"<ul><li>{CARD}<li>{OTHER}</ul>", f"<ul><li>{OTHER}</ul>"),
    ],
)
def test_html_loses_the_item_and_keeps_the_rest_byte_for_byte(before: str, after: str):
    assert cut_text("a/index.html", before) == after


def test_html_whose_own_subject_is_the_page_is_withheld():
    assert cut_text("a/index.html", f"<main><h1>{TITLE}</h1><p>Chữ</p></main>") is None


def test_a_feed_loses_the_entry():
    one = f'  <entry>\n<link href="https://x.example{URL}"/><content>bí mật</content>\n</entry>\n'
    two = '  <entry><link href="/ban-tin/2026/01/hai/"/></entry>\n'
    assert cut_text("feeds/a.atom.xml", f"<feed>\n{one}{two}</feed>") == f"<feed>\n{two}</feed>"


def test_a_sitemap_loses_the_address():
    text = f"<urlset><url><loc>https://x.example{URL}</loc></url><url><loc>/b/</loc></url></urlset>"
    after = cut_text("sitemaps/2026.xml", text)
    assert after == "<urlset><url><loc>/b/</loc></url></urlset>"


def test_a_calendar_loses_the_event_also_when_its_lines_are_folded():
    keep = "BEGIN:VEVENT\r\nSUMMARY:Khác\r\nEND:VEVENT\r\n"
    gone = "BEGIN:VEVENT\r\nURL:https://x.example/ban-tin/20\r\n 26/01/mot/\r\nEND:VEVENT\r\n"
    text = f"BEGIN:VCALENDAR\r\n{gone}{keep}END:VCALENDAR\r\n"
    after = cut_text("su-kien.ics", text)
    assert after == f"BEGIN:VCALENDAR\r\n{keep}END:VCALENDAR\r\n"


def test_a_calendar_with_a_mention_elsewhere_is_withheld():
    assert cut_text("a.ics", "BEGIN:VCALENDAR\r\nX-WR:/ban-tin/2026/\r\n 01/mot/\r\n") is None


def test_open_data_lose_the_record_and_the_related_entry():
    records = [
        {"url": URL, "title": TITLE, "awards": [{"name": "A"}]},
        {"url": "/b/", "title": "B", "related": [{"url": URL, "title": TITLE}, {"url": "/c/"}]},
    ]
    after = cut_text("du-lieu/ban-tin/2026.json", json.dumps(records, ensure_ascii=False, indent=1))
    assert json.loads(after or "") == [{"url": "/b/", "title": "B", "related": [{"url": "/c/"}]}]
    assert (after or "").startswith("[\n {")


def test_a_table_of_addresses_loses_the_member():
    table = {"/cu/": URL, "/cu-hon/": "/b/", URL: "/c/"}
    assert json.loads(cut_text("a.json", json.dumps(table)) or "") == {"/cu-hon/": "/b/"}


def test_data_that_are_about_the_page_alone_are_withheld():
    assert cut_text("a.json", json.dumps({"url": URL})) is None
    assert cut_text("a.json", "{") is None


def test_a_table_loses_the_row_and_keeps_mark_and_line_ends():
    text = f'\ufeffa;b\r\n1;"{URL}"\r\n2;"x\r\ny"\r\n'.replace(";", ",")
    assert cut_text("a.csv", text) == '\ufeffa,b\r\n2,"x\r\ny"\r\n'


def test_what_nobody_can_cut_is_withheld():
    assert cut_text("a.pdf", URL) is None
    assert cut("a.html", b"\xff" + URL.encode(), NEEDLES) is None


WORDS = st.lists(
    st.sampled_from(["<li>", "</li>", "<ul>", "</ul>", "<p>", "</p>", "<article>", "</article>"])
    | st.sampled_from(
        [f'<a href="{URL}">x</a>', TITLE, "<br>", "chữ", "<h1>", "</h1>", "<!--", "-->"]
    )
    | st.sampled_from(["<script>", "</script>", "<a href='/b/'>", "</a>", "&amp;", "<", '"'])
)


@given(WORDS)
def test_html_is_clean_afterwards_or_withheld(parts: list[str]):
    after = cut_text("a.html", "".join(parts))
    assert after is None or not NEEDLES.in_text(after)


@given(st.lists(st.lists(st.sampled_from(["a", URL, "x,y", 'q"r', "c\nd", ""]), min_size=2)))
def test_tables_keep_all_other_rows(rows: list[list[str]]):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([["đầu", "bảng"], *rows])
    after = cut_text("a.csv", out.getvalue())
    kept = [row for row in rows if URL not in row]
    assert list(csv.reader(io.StringIO(after, newline="")))[1:] == kept
