"""What the head of a saved page says of its article: title, dates, addresses; for machines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup
from bs4.element import Comment

from plugins.desk.importing.blocks import cleaned
from plugins.desk.importing.moments import in_zone
from plugins.vietnamese import fold

_SAVED_FROM: Final = re.compile(r"saved from url=\(\d+\)\s*(\S+)")
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "headline", "title")
_ARTICLE_TYPES: Final = frozenset({"newsarticle", "article", "blogposting", "reportagenewsarticle"})
_SITE_PART: Final = re.compile(r"\s+[|–—\-:»]\s+")
_SITE_WORDS: Final = re.compile(
    r"^(?:trang chu|trang thong tin|cong thong tin|cong ttdt|website|so y te|bo y te|ubnd"
    r"|trung tam y te|benh vien"
    r"|trang tin|bao dien tu|tin tuc|chi tiet|home)\b"
)


@dataclass(frozen=True, slots=True)
class PageFields:
    """What the head says; empty where it says nothing.

    ``titles`` are every title it gives, the surest first; ``site`` is the name of the site.
    """

    titles: tuple[str, ...] = ()
    site: str = ""
    description: str = ""
    author: str = ""
    date: datetime | None = None
    timed: bool = False
    addresses: tuple[str, ...] = ()
    is_article: bool = False


def fields_of(soup: BeautifulSoup, zone: ZoneInfo) -> PageFields:
    """Read the head, the structured data and the comment that browsers leave when they save."""
    metas = dict(_metas(soup))
    article = _structured(soup)
    title_tag = cleaned(soup.title.get_text(" ", strip=True)) if soup.title else ""
    site = metas.get("og:site_name", "")
    named = [str(article.get("headline") or ""), *(metas.get(name, "") for name in _TITLES)]
    parts = [part.strip() for part in _SITE_PART.split(title_tag)]
    titles = [*named, title_tag, *sorted(parts, key=len, reverse=True)]
    found = None
    for text in (str(article.get("datePublished") or ""), *(metas.get(n, "") for n in _PUBLISHED)):
        found = found or (in_zone(text, zone) if text else None)
    author = article.get("author")
    if isinstance(author, list) and author:
        author = author[0]
    person = isinstance(author, dict) and str(author.get("@type", "")).lower() == "person"
    return PageFields(
        titles=tuple(dict.fromkeys(filter(None, (" ".join(t.split()) for t in titles)))),
        site=site,
        description=metas.get("og:description", "") or metas.get("description", ""),
        author=str(author.get("name") or "") if person and isinstance(author, dict) else "",
        date=found[0] if found else None,
        timed=found[1] if found else False,
        addresses=tuple(dict.fromkeys(_addresses(soup, metas))),
        is_article=metas.get("og:type") == "article" or bool(article),
    )


def site_part_removed(title: str, site: str) -> str:
    """Return a page's title without the name of the site before or behind it."""
    if site and fold(title).endswith(fold(site)):
        title = title[: len(title) - len(site)].rstrip(" |–—-:»")
    parts = _SITE_PART.split(title)
    while len(parts) > 1 and _SITE_WORDS.match(fold(parts[-1])):
        parts.pop()
    while len(parts) > 1 and _SITE_WORDS.match(fold(parts[0])) and len(parts[0]) < len(parts[1]):
        parts.pop(0)
    joined = title
    if len(parts) == 1:
        joined = parts[0]
    return "" if _SITE_WORDS.fullmatch(fold(joined)) else joined.strip()


def old_address(address: str) -> str:
    """Return path and query of an address of the old site, "" where that is its front page."""
    parts = urlsplit(address.strip())
    if parts.scheme not in {"", "http", "https"} or (
        not parts.scheme and not address.startswith("/")
    ):
        return ""
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    unusable = (
        re.search(r"[\s\\#<>\"]", path) or ".." in parts.path.split("/") or path.startswith("//")
    )
    return "" if unusable or path in {"", "/"} else path


def _metas(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for tag in soup.find_all("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = cleaned(str(tag.get("content") or "")).strip()
        if name and content:
            yield str(name).lower(), content
    for tag in soup.find_all(itemprop=re.compile("^datePublished$", re.I)):
        text = str(tag.get("datetime") or tag.get("content") or tag.get_text(" ", strip=True))
        yield "datepublished", text
    for tag in soup.find_all("time"):
        if "pubdate" in tag.attrs or "published" in " ".join(tag.get("class") or []):
            yield "pubdate", str(tag.get("datetime") or tag.get_text(" ", strip=True))


def _structured(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the JSON-LD record of the article, {} where there is none."""
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(tag.string or "")
        except ValueError:
            continue
        entries = data if isinstance(data, list) else [data]
        for entry in entries:
            inner = entry.get("@graph", [entry]) if isinstance(entry, dict) else []
            for record in inner if isinstance(inner, list) else []:
                kind = record.get("@type", "") if isinstance(record, dict) else ""
                if str(kind).lower() in _ARTICLE_TYPES:
                    return dict(record)
    return {}


def _addresses(soup: BeautifulSoup, metas: dict[str, str]) -> Iterator[str]:
    canonical = soup.find("link", rel="canonical")
    found = [str(canonical.get("href") or "")] if canonical else []
    found.append(metas.get("og:url", ""))
    comments = soup.find_all(string=lambda text: isinstance(text, Comment))
    found += [match[1] for text in comments if (match := _SAVED_FROM.search(text))]
    for address in found:
        path = old_address(address)
        if path:
            yield path
