"""Pages on paper: where they come from, when, under which address; and nothing to click."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from support.page_types import PageType, page_type
from support.visits import visitor

BULLETINS = [page_type(name) for name in ("bulletin", "commendation", "everything", "gallery")]
OTHERS = [page_type(name) for name in ("unit", "many-awards", "contact", "archive-month")]
NEWSROOM = "Bản tin ngành Y tế"


def on_paper(page: Page) -> tuple[str, int]:
    """Print to PDF; return its text without blanks, and the number of sheets.

    Fonts that lack a letter, and addresses broken over lines, put blanks where none are meant.
    """
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    return without_blanks(text), len(reader.pages)


def without_blanks(text: str) -> str:
    """Return a text as it is to be looked for in what is printed."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("kind", BULLETINS, ids=lambda kind: kind.name)
def test_a_bulletin_says_where_and_when_it_was_published(browser, sites, kind: PageType):
    with visitor(browser, sites[kind.site].address) as visit:
        visit.open(kind.url)
        text, _ = on_paper(visit.page)
        permalink = visit.page.locator("link[rel=canonical]").get_attribute("href")
        published = visit.page.locator("article time").first.inner_text()
        title = visit.page.locator("h1").inner_text()
    assert permalink is not None
    assert permalink.endswith(kind.url)
    assert permalink in text
    assert without_blanks(published) in text
    assert without_blanks(title) in text
    assert without_blanks(NEWSROOM) in text


def test_the_source_of_a_reprint_is_on_paper(browser, sites):
    kind = page_type("everything")
    with visitor(browser, sites[kind.site].address) as visit:
        visit.open(kind.url)
        text, _ = on_paper(visit.page)
    assert "Nguồn" in text
    assert "https://example.org/tin?a=1&b=2" in text


@pytest.mark.parametrize("kind", [*BULLETINS, *OTHERS], ids=lambda kind: kind.name)
def test_nothing_to_click_is_on_paper(browser, sites, kind: PageType):
    with visitor(browser, sites[kind.site].address) as visit:
        visit.open(kind.url)
        visit.page.emulate_media(media="print")
        shown = visit.page.locator(
            # The head of a column stays, and says there what it sorts by.
            "nav:visible, button:not(th *):visible, form:visible, select:visible"
        )
        assert shown.evaluate_all("all => all.map((one) => one.outerHTML.slice(0, 80))") == []
        visit.page.emulate_media(media="null")
        text, _ = on_paper(visit.page)
    for words in ("Đến nội dung chính", "Tin khác", "Cỡ chữ"):
        assert without_blanks(words) not in text


def test_ink_is_not_wasted(browser, sites):
    """Dark readers print black on white, and a short bulletin takes few sheets."""
    kind = page_type("everything")
    with visitor(browser, sites[kind.site].address, color_scheme="dark") as visit:
        visit.open(kind.url)
        _, sheets = on_paper(visit.page)
        visit.page.emulate_media(media="print")
        colours = visit.page.evaluate(
            "[getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.querySelector('h1')).color]"
        )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert sheets <= 4
