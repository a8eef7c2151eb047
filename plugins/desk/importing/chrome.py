"""Takes out of a saved page what is no article: scripts, menus, forms, hidden words, counters."""

from __future__ import annotations

import re
from typing import Final, Literal

from bs4 import BeautifulSoup, Tag

from plugins.desk.importing.blocks import LeftOut
from plugins.desk.importing.html_blocks import is_pixel
from plugins.desk.importing.tags import class_names

_SILENT: Final = (
    "script", "style", "noscript", "template", "svg", "object", "embed", "canvas", "link", "meta",
    "audio", "video", "source", "map", "area", "dialog", "applet",
)  # fmt: skip
_FRAMES: Final = (
    "nav",
    "footer",
    "aside",
    "menu",
    "button",
    "select",
    "input",
    "textarea",
    "label",
)
_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"}
)
# Whole words of a class or id. A name that only contains them («content-sidebar-left») is looked at
# word by word, because «main-menu-content» and «newsfooter» are met too.
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|menus|topmenu|mainmenu|footer|foot|sidebar|breadcrumbs?"
    r"|brecum|breadcumb|crumbs?|pathway|comments?|binhluan|binh-luan|ykien|social|share|sharing|addthis|fb-like|fb-comments"
    r"|related|relate|lienquan|lien-quan|tinlienquan|tinkhac|tin-khac|othernews|other-news|news-other|tincungloai"
    r"|tags?|tagcloud|pagination|pager|paging|banner|quangcao|advert|advertisement|ads|ad-box"
    r"|login|search|searchbox|timkiem|captcha|newsletter|subscribe|weblink|lienket|counter|thongke"
    r"|luottruycap|visitor|popup|modal|cookie|toolbar|tool|tools|print|rating|vote|skip|skiplink|sr-only"
    r"|visually-hidden|copyright|widget-area|latest-news|most-read|hot-news|tinmoi|docnhieu|xemnhieu"
    r"|post-navigation|nav-links|author-box|wp-block-latest-posts|jp-relatedposts|sharedaddy|yarpp)(?=$|[\s_-])",
    re.I,
)
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?(?![.\d])|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)"
    r"|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|(?:height|width)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden"
    r"|clip\s*:\s*rect\(0",
    re.I,
)
_SHOWN: Final = 80


def remove_chrome(soup: BeautifulSoup) -> list[LeftOut]:
    """Take everything out of a page that is surely no article.

    An element that holds most of the page's words stays, whatever it is called.

    Args:
        soup: the page; it is changed.

    Returns:
        What was taken out, in reading order.
    """
    left_out: list[LeftOut] = []
    whole = max(len(soup.get_text(" ", strip=True)), 1)
    for tag in soup.find_all(["iframe", "frame", "img"]):
        if tag.name != "img" or is_pixel(tag):
            address = str(tag.get("src") or "")
            _drop(tag, "tracker", left_out, address or tag.name)
    for tag in soup.find_all(_SILENT):
        tag.decompose()
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        words = len(tag.get_text(" ", strip=True))
        if _is_hidden(tag):
            _drop(tag, "hidden", left_out)
        elif words * 2 < whole and _is_frame(tag):
            _drop(tag, "chrome", left_out)
    return left_out


def _drop(
    tag: Tag,
    kind: Literal["chrome", "hidden", "tracker"],
    left_out: list[LeftOut],
    words: str = "",
) -> None:
    text = words or " ".join(tag.get_text(" ", strip=True).split())
    tag.decompose()
    if text:
        left_out.append(LeftOut(kind, text[:_SHOWN]))


def _is_hidden(tag: Tag) -> bool:
    return "hidden" in tag.attrs or bool(_HIDDEN.search(str(tag.get("style") or "")))


def _is_frame(tag: Tag) -> bool:
    if tag.name in {"html", "body", "main", "article"}:
        return False
    if tag.name in _FRAMES or str(tag.get("role") or "").lower() in _ROLES:
        return True
    if tag.name == "form":
        return not tag.find(["p", "h1", "h2"])  # ASP.NET puts whole pages into a form
    if tag.name == "header":
        # A header of the page, not that of the article in it.
        return tag.find_parent(["article", "main"]) is None and tag.find("h1") is None
    return bool(_NAMES.search(class_names(tag)))
