"""What readers set for themselves: larger letters, wider spacing, forced colours, no motion."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.page_types import ALL_PAGES, PageType
from support.visits import Visit, visitor

# The text spacing that a page must bear: WCAG 2.2, success criterion 1.4.12.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# The largest size that the page's own tools give.
OWN_SIZE = "(size) => { document.documentElement.dataset.textSize = size; }"
NO_SPACING = "() => { document.adoptedStyleSheets = []; }"
USUAL_LETTERS = 16
# Words that a box hides and that nobody can scroll to. Where the design shortens a text on purpose,
# with an ellipsis or after some lines, the whole stands elsewhere; boxes of one pixel hold what is
# for screen readers only.
CUT_OFF = """() => {
  const cuts = (box) => {
    const style = getComputedStyle(box);
    const hidden = [style.overflowX, style.overflowY].some((one) => /hidden|clip/.test(one));
    return hidden && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none";
  };
  const boxes = [...document.querySelectorAll("body *")].filter(
    (box) => cuts(box) && box.tagName !== "SELECT" && box.clientWidth > 1 && box.clientHeight > 1);
  const found = [];
  for (const box of boxes) {
    const frame = box.getBoundingClientRect();
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      const place = range.getBoundingClientRect();
      const spoken = words.currentNode.parentElement.clientWidth === 1;
      if (words.currentNode.data.trim() && !spoken && (place.right > frame.right + 1
          || place.left < frame.left - 1 || place.bottom > frame.bottom + 2)) {
        found.push(`${words.currentNode.data.trim().slice(0, 40)} in ${box.className}`);
      }
    }
  }
  return found;
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const longest = (text) => Math.max(...text.split(",").map((part) => parseFloat(part)));
  return longest(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth"
    || (style.animationName !== "none" && longest(style.animationDuration) > 0.01);
}).map((element) => element.outerHTML.slice(0, 120))"""
# Forced colours take backgrounds away: a button or field without a line around it is no more than
# words then. Inside of a group, the line around the group will do.
SHAPELESS = """() => [...document.querySelectorAll("button, input, select")].filter((element) => {
  const lined = (box) => getComputedStyle(box).borderBottomStyle !== "none"
    && parseFloat(getComputedStyle(box).borderBottomWidth) > 0;
  return element.checkVisibility() && !lined(element) && !element.closest("th");
}).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=ALL_PAGES, ids=lambda kind: kind.name)
def opened(request, browser, sites) -> Iterator[Visit]:
    """Return each page in turn, opened once for all tests of it."""
    kind: PageType = request.param
    with visitor(browser, sites[kind.site].address) as visit:
        visit.open(kind.url)
        yield visit


@pytest.fixture
def visit(opened: Visit) -> Iterator[Visit]:
    yield opened
    set_letters(opened, USUAL_LETTERS)
    opened.page.evaluate(OWN_SIZE, "100")
    opened.page.evaluate(NO_SPACING)
    opened.page.emulate_media(forced_colors="none")


def set_letters(visit: Visit, pixels: int) -> None:
    """Set the size of letters as a reader does in the browser's own settings."""
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})
    session.detach()


def lost(visit: Visit) -> str:
    """Return what a reader cannot see without scrolling sideways, or at all."""
    return "\n".join([*visit.sticking_out, *visit.page.evaluate(CUT_OFF)])


def test_letters_of_double_size_lose_nothing(visit):
    """Success criterion 1.4.4."""
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    set_letters(visit, 2 * USUAL_LETTERS)
    size = visit.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size == 2 * USUAL_LETTERS
    assert lost(visit) == ""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_largest_letters_of_our_own_lose_nothing(visit, width):
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.evaluate(OWN_SIZE, "150")
    assert lost(visit) == ""


def test_a_zoom_of_four_with_wide_spacing_loses_nothing(visit):
    """A window of 1280 × 1024 pixels at 400%: success criterion 1.4.10."""
    visit.page.set_viewport_size({"width": 320, "height": 256})
    visit.page.evaluate(SPACING)
    assert lost(visit) == ""


def test_nothing_moves_for_who_wants_no_motion(visit):
    assert visit.page.evaluate(MOVING) == []


def test_forced_colours_leave_buttons_and_fields_their_shape(visit):
    visit.page.emulate_media(forced_colors="active")
    assert visit.page.evaluate(SHAPELESS) == []
