"""What every page must have, whatever it shows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

NAMES = (
    "front",
    "empty-front",
    "bulletin",
    "bare-bulletin",
    "withdrawn",
    "list",
    "empty-list",
    "archive",
    "archive-year",
    "awarded-bulletin",
    "honoured-unit",
    "honour-roll",
    "honour-year",
    "nominations-only",
    "documents",
    "open-data",
    "static",
    "structure",
    "provinces",
    "contacts",
    "bare-contacts",
    "english",
    "bare-english",
    "units",
    "unit",
    "bare-unit",
    "busy-unit",
    "people",
    "person",
    "bare-person",
    "site-map",
    "redirect",
    "not-found",
)


@pytest.fixture(params=NAMES)
def page(request, samples, render):
    template, inputs = samples.PAGES[request.param]
    return render(template, inputs)


def test_every_sample_is_tested(samples):
    assert set(samples.PAGES) == set(NAMES)


def test_every_page_template_has_a_sample(samples):
    templates = Path(__file__).parents[2] / "theme" / "templates"
    # The search page is mostly empty until its script runs; its own tests open it in a browser.
    pages = {path.name for path in templates.glob("*.html")} - {"base.html", "search.html"}
    assert {template for template, _ in samples.PAGES.values()} == pages


def test_one_main_heading(page):
    assert len(page.find_all("h1")) == 1
    assert page.h1.get_text(strip=True)


def test_headings_skip_no_level(page):
    levels = [int(heading.name[1]) for heading in page.find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_landmarks(page):
    assert len(page.find_all("main")) == 1
    assert len(page.select("body > header")) == 1
    assert len(page.select("body > footer")) == 1


def test_each_navigation_has_its_own_label(page):
    labels = [nav.get("aria-label") for nav in page.find_all("nav")]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_skip_link_comes_first_and_leads_to_the_content(page):
    first = page.body.find("a")
    assert "skip-link" in first["class"]
    assert page.find(id=first["href"].removeprefix("#")) is page.main


def test_ids_are_unique_and_labels_point_to_them(page):
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(set(ids)) == len(ids)
    assert {element["aria-labelledby"] for element in page.select("[aria-labelledby]")} <= set(ids)


def test_every_image_has_an_alternative_and_a_place(page):
    for image in page.find_all("img"):
        assert image.has_attr("alt")
        assert image["width"]
        assert image["height"]


def test_nothing_inline_and_nothing_from_elsewhere(page):
    assert not page.find_all(["style", "iframe"])
    for script in page.find_all("script"):
        assert script["type"] in {"module", "application/ld+json"}
        assert script.has_attr("src") == (script["type"] == "module")
    assert not page.find_all(style=True)
    loaded = [element["src"] for element in page.find_all(src=True)]
    loaded += [link["href"] for link in page.find_all("link", rel=["stylesheet", "icon"])]
    assert all(url.startswith("/") and not url.startswith("//") for url in loaded)


def test_no_empty_list_or_paragraph(page):
    for element in page.find_all(["ul", "ol", "dl", "p", "section", "nav", "li", "dd"]):
        assert element.get_text(strip=True) or element.get("role") == "status", element


def test_no_link_without_words_or_address(page):
    for link in page.find_all("a"):
        assert link.get_text(strip=True)
        assert link["href"]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_newsroom_leaves_no_holes(name, samples, render):
    template, inputs = samples.PAGES[name]
    bare = type(samples.NEWSROOM)(name="Bản tin mẫu")
    page = render(template, inputs, newsroom=bare, menu=(), footer_menu=())
    for element in page.find_all(["ul", "dl", "p", "nav", "dd", "div"]):
        silent = element.get("role") == "status"
        assert element.get_text(strip=True) or element.find("img") or silent, element
    of_others = (".contact", ".place")
    of_newsroom = [
        link
        for link in page.find_all("a")
        if not any(link.find_parent(class_=name[1:]) for name in of_others)
    ]
    assert not [link for link in of_newsroom if link["href"].startswith(("mailto:", "tel:"))]
