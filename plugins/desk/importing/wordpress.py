"""The export of WordPress (WXR), and other RSS files that hold whole articles."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from plugins.desk.importing.blocks import Page, Photo
from plugins.desk.importing.fields_of_posts import page_of_fields

_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_EXCERPT: Final = re.compile(r"\{http://wordpress\.org/export/[\d.]+/excerpt/\}encoded")
_WP: Final = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}(.+)")
_CAPTION: Final = re.compile(
    r"\[caption[^\]]*\](?P<photo>\s*(?:<a[^>]*>\s*)?<img[^>]*>(?:\s*</a>)?)(?P<text>.*?)\[/caption\]",
    re.S,
)
_SHORTCODE: Final = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|contact-form-7|vc_\w+|et_pb_\w+|su_\w+)\b[^\]]*\]"
)
_SKIPPED: Final = frozenset({"trash", "auto-draft", "inherit"})


def read_export(data: bytes, zone: ZoneInfo) -> Iterator[tuple[str, bytes, Page | None]]:
    """Read the posts of an export; pages, menus and attachments are no bulletins.

    Raises:
        ValueError: the file is no XML, or defines entities of its own.
    """
    if b"<!DOCTYPE" in data[:2_000].upper() or b"<!ENTITY" in data.upper():
        raise ValueError("tệp XML có phần khai báo không an toàn")
    try:
        root = etree.fromstring(data)
    except etree.ParseError as error:
        raise ValueError(f"không phải XML hợp lệ ({error})") from error
    items = root.findall("./channel/item")
    photos = {
        _wp(item, "post_id"): _wp(item, "attachment_url")
        for item in items
        if _wp(item, "post_type") == "attachment"
    }
    for number, item in enumerate(items, start=1):
        if (_wp(item, "post_type") or "post") != "post" or _wp(item, "status") in _SKIPPED:
            continue
        key = _wp(item, "post_id") or str(number)
        yield key, etree.tostring(item), _page(item, photos, zone)


def _page(item: etree.Element, photos: dict[str, str], zone: ZoneInfo) -> Page | None:
    text = item.findtext(_CONTENT) or item.findtext("description") or ""
    categories = [c.text or "" for c in item.findall("category") if c.get("domain") == "category"]
    address = item.findtext("link") or ""
    page = page_of_fields(
        {
            "title": item.findtext("title") or "",
            "html": _as_html(text),
            "date": _date(item),
            "summary": next((e.text or "" for e in item if _EXCERPT.fullmatch(str(e.tag))), ""),
            "slug": _wp(item, "post_name"),
            "url": address,
            "category": categories[:1],
            "status": _wp(item, "status"),
        },
        zone,
    )
    if page is None:
        return None
    # dc:creator is the name of an account («admin»), not of who wrote; the byline tells.
    cover = photos.get(_meta(item, "_thumbnail_id"), "")
    return replace(page, declared=replace(page.declared, cover=Photo(cover) if cover else None))


def _wp(item: etree.Element, name: str) -> str:
    for element in item:
        match = _WP.fullmatch(str(element.tag))
        if match and match[1] == name:
            return (element.text or "").strip()
    return ""


def _meta(item: etree.Element, key: str) -> str:
    for element in item:
        match = _WP.fullmatch(str(element.tag))
        if match and match[1] == "postmeta" and _wp(element, "meta_key") == key:
            return _wp(element, "meta_value")
    return ""


def _date(item: etree.Element) -> str:
    """Return the local time of publication; a draft that was never published has none."""
    local = _wp(item, "post_date")
    if local and not local.startswith("0000"):
        return local
    return _rfc_822(item.findtext("pubDate") or "")


def _rfc_822(text: str) -> str:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError):
        return ""


def _as_html(text: str) -> str:
    """Write short codes as HTML, and blank lines as paragraphs where the text has none."""

    def figure(match: re.Match[str]) -> str:
        caption = match["text"].strip()
        return f"<figure>{match['photo']}<figcaption>{caption}</figcaption></figure>"

    text = _SHORTCODE.sub("", _CAPTION.sub(figure, text))
    if re.search(r"<(?:p|div)\b", text):
        return text
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return "".join(
        part if re.match(r"\s*<(?:figure|ul|ol|table|h\d|blockquote)\b", part) else _paragraph(part)
        for part in parts
    )


def _paragraph(part: str) -> str:
    return "<p>" + part.strip().replace("\n", "<br>") + "</p>" if part.strip() else ""
