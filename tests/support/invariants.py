"""What holds for every site that a test builds, the real one included."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from plugins.engine import manifest

HOST = "bantin.example"


def assert_invariants(output: Path) -> None:
    """Assert all that is true of any built site; the message names every breach."""
    breaches = [f"MANIFEST: {manifest.verify(output)}"] if manifest.verify(output) else []
    trees = {
        path.relative_to(output).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(output.rglob("*.html"))
    }
    anchors = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    for path, tree in trees.items():
        text = (output / path).read_text(encoding="utf-8")
        breaches += [f"{path}: {breach}" for breach in page_breaches(text, tree)]
        breaches += [f"{path}: {breach}" for breach in link_breaches(path, tree, output, anchors)]
    for path in output.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    assert not breaches, "\n".join(breaches)


def page_breaches(text: str, tree: html.HtmlElement) -> list[str]:
    """Return what is wrong with one page on its own."""
    found = []
    if not text.lower().startswith("<!doctype html>"):
        found.append("does not begin with a doctype")
    if tree.get("lang") not in {"vi", "en"}:
        found.append(f"lang is {tree.get('lang')!r}")
    if not (tree.findtext("head/title") or "").strip():
        found.append("has no title")
    if len(tree.xpath("//h1")) != 1:
        found.append(f"has {len(tree.xpath('//h1'))} h1")
    found += [f"the id {name!r} stands {n} times" for name, n in twice(tree.xpath("//@id"))]
    found += [f"an image without alt: {src}" for src in tree.xpath("//img[not(@alt)]/@src")]
    for attribute in tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style']"):
        found.append(f"an inline handler or style: {attribute}")
    for script in tree.xpath("//script[not(@src) and not(@type = 'application/ld+json')]"):
        found.append(f"an inline script: {script.text!r}")
    if "content:" in text:
        found.append("an address of a content file was not resolved")
    if "{{" in text or "{%" in text:
        found.append("a piece of a template was printed")
    return found


def twice(values: list[str]) -> list[tuple[str, int]]:
    """Return the values that stand more than once, with their count."""
    return [(value, count) for value, count in Counter(values).items() if count > 1]


def link_breaches(
    path: str, tree: html.HtmlElement, output: Path, anchors: dict[str, set[str]]
) -> list[str]:
    """Return the links, images, scripts and styles of a page that lead nowhere on the site."""
    found = []
    for link in tree.xpath("//@href | //@src"):
        parts = urlsplit(link)
        if parts.scheme in {"mailto", "tel"} or (parts.netloc and parts.netloc != HOST):
            continue
        if parts.scheme not in {"", "https"}:
            found.append(f"a link with the scheme {parts.scheme}: {link}")
            continue
        if not parts.netloc and link.startswith("/") is False and not link.startswith("#"):
            found.append(f"a link that is not root-relative: {link}")
            continue
        target = unquote(parts.path).removeprefix("/") if parts.path else path
        if parts.path.endswith("/"):
            target += "index.html"
        if not (output / target).is_file():
            found.append(f"a broken link: {link}")
        elif parts.fragment and parts.fragment not in anchors.get(target, set()):
            found.append(f"a link to a place that is not there: {link}")
    return found
