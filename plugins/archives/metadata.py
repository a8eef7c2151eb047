"""What machines read in ``<head>``: Open Graph, Dublin Core, schema.org.

Worked out when a page is rendered, in a worker: planning 20,000 pages must not pay for it. A
preview has no address of its own, so there Open Graph goes without address and picture, and the
other two name pages root-relative.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from markupsafe import Markup

from plugins.archives.views import Crumb, Metadata, PageInfo, Publisher
from plugins.engine.pages import Inputs

Pairs = tuple[tuple[str, str], ...]

# Pages that no other site should describe or keep.
UNDESCRIBED: Final = frozenset({"error", "fragment", "redirect"})

_LOCALES: Final[Mapping[str, str]] = {"vi": "vi_VN", "en": "en_US"}
# What could end a script or be mistaken for markup, and two line ends that old JavaScript refuses.
_ESCAPED: Final = "<>&\u2028\u2029"


def with_metadata(
    describe: Callable[[Inputs], Metadata],
    view: Callable[[Inputs], Inputs] | None,
    inputs: Inputs,
) -> Inputs:
    """Return what a template sees: the page's own view, and its metadata in ``page``."""
    info: PageInfo = inputs["page"]
    shown = view(inputs) if view else inputs
    if info.kind in UNDESCRIBED:
        return shown
    return {**shown, "page": replace(info, metadata=describe(inputs))}


def page_metadata(inputs: Inputs) -> Metadata:
    """Describe any page that is no bulletin. Its date is not known, so Dublin Core has none."""
    info: PageInfo = inputs["page"]
    publisher: Publisher = inputs["publisher"]
    return Metadata(
        properties=open_graph(info, publisher, "website"),
        names=(
            *twitter_card(info),
            ("DC.title", info.title),
            ("DC.creator", publisher.agency),
            ("DC.description", info.description or info.title),
            ("DC.publisher", publisher.agency),
            ("DC.identifier", publisher.absolute(info.url)),
            ("DC.language", info.lang),
        ),
        linked_data=breadcrumbs(inputs["crumbs"], publisher),
    )


def open_graph(info: PageInfo, publisher: Publisher, kind: str) -> Pairs:
    """Return the Open Graph properties that every page has (https://ogp.me)."""
    pairs = [
        ("og:type", kind),
        ("og:title", info.title),
        ("og:description", info.description or info.title),
        ("og:site_name", publisher.name),
        ("og:locale", _LOCALES[info.lang]),
    ]
    if info.canonical:
        pairs.append(("og:url", info.canonical))
    if info.image is not None:
        pairs += [
            ("og:image", publisher.absolute(info.image.url)),
            ("og:image:type", "image/jpeg"),
            ("og:image:width", str(info.image.width)),
            ("og:image:height", str(info.image.height)),
            ("og:image:alt", info.image.alt),
        ]
    return tuple(pairs)


def twitter_card(info: PageInfo) -> Pairs:
    """Return the one name that cards need besides Open Graph."""
    return (("twitter:card", "summary_large_image" if info.image else "summary"),)


def breadcrumbs(crumbs: Sequence[Crumb], publisher: Publisher) -> tuple[Markup, ...]:
    """Return the path to a page as a schema.org ``BreadcrumbList``; nothing without a path.

    The last step is the page itself and needs no address (Google's rules for breadcrumbs).
    """
    if not crumbs:
        return ()
    steps = []
    for position, crumb in enumerate(crumbs, 1):
        step: dict[str, Any] = {"@type": "ListItem", "position": position, "name": crumb.name}
        if crumb.url:
            step["item"] = publisher.absolute(crumb.url)
        steps.append(step)
    return (linked_data("BreadcrumbList", itemListElement=steps),)


def linked_data(kind: str, **fields: Any) -> Markup:
    """Return a schema.org object as JSON that may stand inside ``<script>``."""
    value = {"@context": "https://schema.org", "@type": kind, **fields}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in _ESCAPED}))
