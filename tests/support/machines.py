"""What other programs read of a built site: feeds, sitemaps, metadata, parsed and checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lxml import etree, html
from support.invariants import parse
from support.sites import Site

SCHEMAS = Path(__file__).resolve().parents[1] / "archives" / "schemas"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def atom_feeds(site: Site) -> dict[str, etree._Element]:
    """Return every feed by its address; each is checked against the grammar of RFC 4287."""
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    return _valid(site, "feeds/**/*.xml", grammar)


def sitemaps(site: Site) -> dict[str, etree._Element]:
    """Return the index and every sitemap by address, each checked against the schema."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
    return _valid(site, "sitemap.xml", schema) | _valid(site, "sitemaps/*.xml", schema)


def _valid(site: Site, pattern: str, schema: Any) -> dict[str, etree._Element]:
    found = {}
    for file in sorted(site.output.glob(pattern)):
        root = etree.parse(file).getroot()
        assert schema.validate(root), f"{file}: {schema.error_log.last_error}"
        found[f"/{file.relative_to(site.output).as_posix()}"] = root
    return found


def linked_data(page: html.HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD objects of a page by their type."""
    scripts = page.xpath("//script[@type='application/ld+json']/text()")
    objects = [json.loads(script) for script in scripts]
    assert len({thing["@type"] for thing in objects}) == len(objects)
    return {thing["@type"]: thing for thing in objects}


def meta(page: html.HtmlElement) -> dict[str, list[str]]:
    """Return the contents of all ``<meta>`` of a page by property or name, in their order."""
    found: dict[str, list[str]] = {}
    for element in page.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name")
        found.setdefault(name, []).append(element.get("content"))
    return found


def pages(site: Site) -> dict[str, html.HtmlElement]:
    """Return every HTML page of a site by its address."""
    return {
        f"/{path.removesuffix('index.html')}": tree for path, tree in parse(site.output).items()
    }
