"""Posts as data: named fields and a text, from lists, data bases and front matter elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup

from plugins.desk.importing.blocks import Block, Declared, LeftOut, Page, Photo, Run, cleaned
from plugins.desk.importing.chrome import remove_chrome
from plugins.desk.importing.html_blocks import blocks_of
from plugins.desk.importing.moments import in_zone
from plugins.desk.importing.old_letters import repaired
from plugins.desk.importing.page_fields import old_address
from plugins.vietnamese import fold

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "tieu de", "headline", "post title", "ten bai", "ten", "name"),
    "body": ("html", "content", "body", "noi dung", "text", "post content", "chi tiet", "bai viet"),
    "date": ("date", "published", "published at", "publish date", "pubdate", "ngay dang",
             "ngay xuat ban", "post date", "created", "created at", "ngay", "time", "ngay tao"),
    "summary": ("description", "summary", "sapo", "abstract", "excerpt", "lead", "mo ta",
                "tom tat", "trich yeu"),
    "author": ("author", "authors", "tac gia", "byline", "but danh", "nguoi viet"),
    "photographer": ("photographer", "photographers", "nguoi chup anh", "nguoi chup"),
    "source": ("source", "nguon", "nguon tin"),
    "slug": ("slug", "post name", "alias"),
    "url": ("url", "link", "permalink", "duong dan", "dia chi", "canonical", "aliases"),
    "category": ("category", "categories", "chuyen muc", "loai"),
    "image": ("image", "cover", "thumbnail", "anh", "anh dai dien", "featured image",
              "banner", "upload image", "images"),
    "image_caption": ("caption", "chu thich anh", "image caption", "cover caption"),
    "kicker": ("kicker", "dong tren tieu de"),
    "subtitle": ("subtitle", "tieu de phu"),
    "draft": ("draft", "nhap"),
    "status": ("status", "trang thai"),
}  # fmt: skip
_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|img|table|ul|ol|li|strong|em|b|i|a|h[1-6])\b[^<>]*>", re.I
)
_UNPUBLISHED: Final = frozenset(
    {"draft", "nhap", "ban nhap", "pending", "private", "an", "chua dang"}
)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def page_of_fields(given: Mapping[str, Any], zone: ZoneInfo) -> Page | None:
    """Return the article of a record; None where it has neither a title nor a text.

    Args:
        given: fields under whatever names: English or Vietnamese, with or without accents.
        zone: the site's time zone; a time that names another is converted.
    """
    given, converted = _with_new_letters(given)
    by_name = {
        re.sub(r"[\s_-]+", " ", fold(str(name))).strip(): value for name, value in given.items()
    }

    def field(name: str) -> Any:
        return next(
            (by_name[key] for key in _NAMES[name] if by_name.get(key) not in (None, "", [])), None
        )

    title = _plain(field("title"))
    blocks, left_out = _blocks(field("body"))
    if not title and not blocks:
        return None
    moment = _moment(field("date"), zone)
    source = _plain(field("source"))
    is_address = bool(re.match(r"https?://", source))
    image = field("image")
    image = image[0] if isinstance(image, list) and image else image
    slug = _plain(field("slug"))
    declared = Declared(
        title=title,
        kicker=_plain(field("kicker")),
        subtitle=_plain(field("subtitle")),
        summary=_summary(field("summary"), blocks),
        date=moment[0] if moment else None,
        date_text="timed" if moment and moment[1] else "",
        authors=_names(field("author")),
        photographers=_names(field("photographer")),
        source="" if is_address else source,
        source_url=source if is_address else "",
        addresses=_addresses(field("url")),
        slug=slug if _SLUG.fullmatch(slug) and len(slug) <= 80 else "",  # noqa: PLR2004
        category=_plain(_first(field("category"))),
        cover=Photo(str(image)) if isinstance(image, str) else None,
        cover_caption=_plain(field("image_caption")),
        draft=field("draft") is True or fold(_plain(field("status"))) in _UNPUBLISHED,
    )
    notes = (("import-old-letters", ""),) if converted else ()
    return Page(tuple(blocks), declared, tuple(left_out), notes, trusted=True)


def blocks_of_text(text: str) -> tuple[list[Block], list[LeftOut]]:
    """Return the blocks of a text that is HTML or plain lines."""
    if not _TAG.search(text) and _TAG.search(html.unescape(text)):
        text = html.unescape(text)
    if _TAG.search(text):
        soup = BeautifulSoup(text, "html.parser")
        left_out = remove_chrome(soup)
        return blocks_of(soup), left_out
    lines = cleaned(html.unescape(text)).split("\n")
    return [Block("paragraph", (Run(line.strip()),)) for line in lines if line.strip()], []


def _with_new_letters(given: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Convert old letters in all texts of a record together: a title alone is too short to tell."""
    names = [name for name, value in given.items() if isinstance(value, str)]
    sizes = [given[name].count("\n") + 1 for name in names]
    text, converted = repaired("\n".join(given[name] for name in names))
    if not converted:
        return given, False
    lines = iter(text.split("\n"))
    pieces = ("\n".join(next(lines) for _ in range(size)) for size in sizes)
    return {**given, **dict(zip(names, pieces, strict=True))}, True


def _blocks(body: Any) -> tuple[list[Block], list[LeftOut]]:
    if isinstance(body, Sequence) and not isinstance(body, str):
        body = "\n\n".join(str(part) for part in body)
    return blocks_of_text(str(body or ""))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _plain(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    text = html.unescape(cleaned(str(value)))
    if _TAG.search(text):
        text = BeautifulSoup(text, "html.parser").get_text(" ")
    return " ".join(text.split())


def _summary(value: Any, blocks: Sequence[Block]) -> str:
    """Return a summary that says something of its own, not the first words of the text cut off."""
    summary = _plain(value)
    words = _letters(summary)
    opening = _letters(" ".join(block.text for block in blocks[:3]))
    return "" if not words or opening.startswith(words) else summary


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _moment(value: Any, zone: ZoneInfo) -> tuple[datetime, bool] | None:
    if isinstance(value, datetime):
        return in_zone(value.isoformat(), zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day), False
    return in_zone(str(value), zone) if value else None


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        value = value.get("name")
    listed = value if isinstance(value, list) else re.split(r"\s*[;,]\s*", _plain(value))
    return tuple(filter(None, map(_plain, listed)))


def _addresses(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(filter(None, (old_address(str(one)) for one in listed if one)))
