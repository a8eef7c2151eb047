"""What holds for every site that a test builds, the real one included."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from support.content import headings

from plugins.engine import manifest

HOST = "bantin.example"
FRAGMENTS = "manh/"
MEDIA_FOLDERS = ("anh", "tep")

Trees = Mapping[str, html.HtmlElement]


def assert_invariants(output: Path) -> None:
    """Assert what is true of any built site by itself; the message names every breach."""
    breaches = [f"MANIFEST: {manifest.verify(output)}"] if manifest.verify(output) else []
    if (output / manifest.WORK_FOLDER).exists():
        breaches.append(f"{manifest.WORK_FOLDER} was left behind")
    trees = parse(output)
    anchors = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    for path, tree in trees.items():
        text = (output / path).read_text(encoding="utf-8")
        breaches += [f"{path}: {breach}" for breach in page_breaches(text, tree)]
        breaches += [f"{path}: {breach}" for breach in link_breaches(path, tree, output, anchors)]
    for path in output.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    breaches += [f"{path}: no page links it" for path in orphans(output, trees)]
    assert not breaches, "\n".join(breaches)


def assert_complete(content: Path, output: Path, *, public: bool, now: dt.datetime) -> None:
    """Assert that every bulletin that belongs on the site is on it, and no other.

    ``now`` is the time of the build, with the site's zone.
    """
    assert now.tzinfo is not None
    written = headings(content, now.tzinfo)
    shown = [heading for heading in written if not public or heading.is_public(now)]
    rows = open_data(output)
    assert {(row["path"], row["title"], row["status"], row["date"]) for row in rows} == {
        (heading.path, heading.title, heading.status, heading.date.isoformat()) for heading in shown
    }
    assert len(rows) == len(shown)
    moved = json.loads((output / "chuyen-huong.json").read_text(encoding="utf-8"))
    pages = (output / "ban-tin").rglob("index.html")
    urls = {f"/{page.parent.relative_to(output).as_posix()}/" for page in pages}
    # A bulletin that was moved may have been at the address of one.
    assert sorted(urls - {unquote(old) for old in moved}) == sorted(row["url"] for row in rows)
    visible = " | ".join(heading.title for heading in shown)
    hidden = [heading.title for heading in written if heading.title not in visible]
    for path, tree in parse(output).items() if hidden else ():
        text = tree.text_content()
        assert not [title for title in hidden if title in text], path


def parse(output: Path) -> dict[str, html.HtmlElement]:
    """Return the tree of every HTML file, by its path."""
    return {
        path.relative_to(output).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(output.rglob("*.html"))
    }


def whole_pages(output: Path) -> dict[str, html.HtmlElement]:
    """Return the pages that readers open, by their paths: without what pages fetch in pieces."""
    return {path: tree for path, tree in parse(output).items() if not path.startswith(FRAGMENTS)}


def open_data(output: Path) -> list[dict[str, object]]:
    """Return the rows of all years of the open data."""
    files = sorted((output / "du-lieu" / "ban-tin").glob("*.json"))
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]


def page_breaches(text: str, tree: html.HtmlElement) -> Iterator[str]:
    """Yield what is wrong with one page on its own."""
    if not text.lower().startswith("<!doctype html>"):
        yield "does not begin with a doctype"
    if tree.get("lang") not in {"vi", "en"}:
        yield f"lang is {tree.get('lang')!r}"
    if not (tree.findtext("head/title") or "").strip():
        yield "has no title"
    if len(tree.xpath("//h1")) != 1:
        yield f"has {len(tree.xpath('//h1'))} h1"
    for name, count in Counter(tree.xpath("//@id")).items():
        if count > 1:
            yield f"the id {name!r} stands {count} times"
    for source in tree.xpath("//img[not(@alt)]/@src"):
        yield f"an image without alt: {source}"
    for attribute in tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style']"):
        yield f"an inline handler or style: {attribute}"
    for script in tree.xpath("//script[not(@src) and not(@type = 'application/ld+json')]"):
        yield f"an inline script: {script.text!r}"
    for place in tree.xpath("//text()[normalize-space() = 'None']/.. | //*[@*[. = 'None']]"):
        yield f"a value that is not there was printed: <{place.tag}>"
    if "content:" in text:
        yield "an address of a content file was not resolved"
    if "{{" in text or "{%" in text:
        yield "a piece of a template was printed"


def addresses(tree: html.HtmlElement) -> Iterator[str]:
    """Yield every address that a page links, loads or shows."""
    yield from tree.xpath("//@href | //@src | //@poster")
    yield from tree.xpath("//meta[@property='og:image' or @property='og:url']/@content")
    yield from tree.xpath("//@data-notices")
    for candidates in tree.xpath("//@srcset"):
        yield from (candidate.split()[0] for candidate in candidates.split(","))


def link_breaches(
    path: str, tree: html.HtmlElement, output: Path, anchors: Mapping[str, set[str]]
) -> Iterator[str]:
    """Yield the links, images, scripts and styles of a page that lead nowhere on the site."""
    for link in addresses(tree):
        parts = urlsplit(link)
        if parts.scheme in {"mailto", "tel"} or (parts.netloc and parts.netloc != HOST):
            continue
        if parts.scheme not in {"", "https"}:
            yield f"a link with the scheme {parts.scheme}: {link}"
        elif not parts.netloc and not link.startswith(("/", "#")):
            yield f"a link that is not root-relative: {link}"
        else:
            target = target_file(link, path)
            if not (output / target).is_file():
                yield f"a broken link: {link}"
            elif parts.fragment and parts.fragment not in anchors.get(target, set()):
                yield f"a link to a place that is not there: {link}"


def target_file(link: str, path: str = "") -> str:
    """Return the output file that answers a link on the page ``path``."""
    place = unquote(urlsplit(link).path)
    if not place:
        return path
    target = place.removeprefix("/")
    return f"{target}index.html" if place.endswith("/") else target


def orphans(output: Path, trees: Trees) -> list[str]:
    """Return the photos and attachments that no page shows or links: published by mistake."""
    used = {target_file(link) for tree in trees.values() for link in addresses(tree)}
    media = (file for folder in MEDIA_FOLDERS for file in (output / folder).rglob("*"))
    found = {file.relative_to(output).as_posix() for file in media if file.is_file()}
    return sorted(found - used)
