"""What machines read about a bulletin: Dublin Core as the law has it, ``NewsArticle``, Open Graph.

Circular 24/2011/TT-BTTTT (articles 3 and 4) wants six elements on each item of a state site: title,
creator, date, description, publisher, identifier; it recommends language, source, contributor and
subject. An element with several values is written once for each.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from plugins.archives.event_pages import event_json_ld
from plugins.archives.metadata import Pairs, breadcrumbs, linked_data, open_graph, twitter_card
from plugins.archives.site import Credits, PersonRef
from plugins.archives.views import Metadata, PageInfo, Publisher
from plugins.bulletins.records import Bulletin
from plugins.engine.pages import Inputs


def article_metadata(inputs: Inputs) -> Metadata:
    """Describe a bulletin.

    Of a withdrawn one nothing is told that its page no longer shows: it is no news article.
    """
    info: PageInfo = inputs["page"]
    publisher: Publisher = inputs["publisher"]
    bulletin: Bulletin = inputs["bulletin"]
    path = breadcrumbs(inputs["crumbs"], publisher)
    withdrawn = bulletin.status == "withdrawn"
    announced = event_json_ld(bulletin, inputs["credits"].host, publisher)
    return Metadata(
        properties=(*open_graph(info, publisher, "article"), *_article_properties(inputs)),
        names=(*twitter_card(info), *_dublin_core(inputs)),
        linked_data=path if withdrawn else (_news_article(inputs), *announced, *path),
    )


def _article_properties(inputs: Inputs) -> Pairs:
    bulletin: Bulletin = inputs["bulletin"]
    pairs = [("article:published_time", bulletin.date.isoformat())]
    if bulletin.modified:
        pairs.append(("article:modified_time", bulletin.modified.isoformat()))
    return (*pairs, ("article:section", inputs["category"].name))


def _dublin_core(inputs: Inputs) -> Pairs:
    info: PageInfo = inputs["page"]
    publisher: Publisher = inputs["publisher"]
    bulletin: Bulletin = inputs["bulletin"]
    credits: Credits = inputs["credits"]
    shown = bulletin.status != "withdrawn"
    source = (bulletin.source_url or bulletin.source) if shown else ""
    subjects = [unit.name for unit in credits.units if unit.role == "subject" and shown]
    pairs = [
        ("DC.title", bulletin.title),
        *(("DC.creator", author.name) for author in credits.authors),
        ("DC.date", bulletin.date.isoformat()),
        ("DC.description", info.description or bulletin.title),
        ("DC.publisher", publisher.agency),
        ("DC.identifier", publisher.absolute(bulletin.url)),
        ("DC.language", info.lang),
        ("DC.source", source),
        *(("DC.contributor", person.name) for person in credits.photographers),
        *(("DC.subject", subject) for subject in (inputs["category"].name, *subjects)),
    ]
    if not credits.authors:
        pairs.insert(1, ("DC.creator", publisher.agency))
    return tuple((name, content) for name, content in pairs if content)


def _news_article(inputs: Inputs) -> Markup:
    """Return the bulletin as a schema.org ``NewsArticle``."""
    info: PageInfo = inputs["page"]
    publisher: Publisher = inputs["publisher"]
    bulletin: Bulletin = inputs["bulletin"]
    credits: Credits = inputs["credits"]
    organisation = _organisation(publisher)
    url = publisher.absolute(bulletin.url)
    fields: dict[str, Any] = {
        "headline": bulletin.title,
        "description": info.description or bulletin.title,
        "datePublished": bulletin.date.isoformat(),
        "dateModified": (bulletin.modified or bulletin.date).isoformat(),
        "author": [_person(author, publisher) for author in credits.authors] or [organisation],
        "publisher": organisation,
        "articleSection": inputs["category"].name,
        "inLanguage": info.lang,
        "isAccessibleForFree": True,
        "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
    }
    if info.image is not None:
        fields["image"] = [publisher.absolute(info.image.url)]
    if bulletin.event is not None and bulletin.event.place:
        fields["dateline"] = bulletin.event.place
        fields["locationCreated"] = {"@type": "Place", "name": bulletin.event.place}
    return linked_data("NewsArticle", **fields)


def _organisation(publisher: Publisher) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": publisher.name}
    found["url"] = publisher.absolute("/")
    if publisher.emblem_url:
        found["logo"] = {"@type": "ImageObject", "url": publisher.absolute(publisher.emblem_url)}
    return found


def _person(person: PersonRef, publisher: Publisher) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Person", "name": person.name}
    if person.url:
        found["url"] = publisher.absolute(person.url)
    return found
