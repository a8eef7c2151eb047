"""Abbreviations that are understood when they are heard."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.spoken_names import speak_names

URL = "/don-vi/ttyt-mau/"
NAMES = {URL: "Trung tâm Y tế huyện Mẫu", "/don-vi/khoa/": "Khoa Kiểm soát bệnh tật và HIV/AIDS"}


def link(text, url=URL):
    return f'<a class="unit-mention" href="{url}">{text}</a>'


def label(text, url=URL):
    return BeautifulSoup(speak_names(link(text, url), NAMES), "html.parser").a.get("aria-label")


@pytest.mark.parametrize(
    ("shown", "url", "said"),
    [
        ("TTYT Mẫu", URL, "TTYT Mẫu, Trung tâm Y tế huyện Mẫu"),
        ("TTYT", URL, "TTYT, Trung tâm Y tế huyện Mẫu"),
        ("BVĐK", URL, "BVĐK, Trung tâm Y tế huyện Mẫu"),
        ("Khoa KSBT", "/don-vi/khoa/", "Khoa KSBT, Khoa Kiểm soát bệnh tật và HIV/AIDS"),
        ("Khoa Kiểm soát bệnh tật và HIV/AIDS", "/don-vi/khoa/", None),
        ("Trung tâm Y tế", URL, None),
        ("TTYT", "/don-vi/khong-co/", None),
    ],
)
def test_a_link_says_what_its_letters_mean(shown, url, said):
    assert label(shown, url) == said


def test_what_is_seen_does_not_change():
    body = f"<p>Đoàn của {link('TTYT Mẫu')} đến.</p>"
    assert BeautifulSoup(speak_names(body, NAMES), "html.parser").get_text() == (
        "Đoàn của TTYT Mẫu đến."
    )


def test_an_explained_abbreviation_carries_its_words():
    body = '<p>Ban <abbr title="Chấp &quot;hành&quot;">BCH</abbr> họp.</p>'
    spoken = BeautifulSoup(speak_names(body, NAMES), "html.parser")
    assert spoken.get_text() == 'Ban BCH (Chấp "hành") họp.'
    assert spoken.select_one(".visually-hidden").get_text() == ' (Chấp "hành")'


@given(st.text(alphabet="ABĐab \"&<>'", max_size=12), st.text(alphabet="ABab \"&<>'", max_size=12))
def test_any_name_is_escaped(shown, name):
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    spoken = BeautifulSoup(speak_names(link(escaped), {URL: name}), "html.parser")
    assert spoken.get_text() == shown
    assert spoken.a.get("aria-label") in {None, f"{shown}, {name}"}
    assert set(spoken.a.attrs) <= {"class", "href", "aria-label"}
