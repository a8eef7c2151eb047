"""From bulletins, pages and registries to the items of the index: everything that is public.

A withdrawn bulletin leaves search with all its words; an expired notice stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from plugins.archives.credits import person_url, unit_url
from plugins.archives.document_pages import document_views
from plugins.archives.site import Credits, Site
from plugins.authors.people import People, Person
from plugins.bulletins.award_forms import FORMS_BY_ID
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.records import Award, Bulletin, Recipient
from plugins.search.documents import DOCUMENT, PAGE, PERSON, UNIT, Kind, SearchDoc
from plugins.search.names import post
from plugins.units.kinds import kind_name
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold_exact, format_date

EXCERPT: Final = 180


def kinds_of(docs: Iterable[SearchDoc]) -> dict[str, str]:
    """Return the printed names of the kinds that some item is of, in the order of the filter."""
    known = [Kind(choice.id, choice.name) for choice in CATEGORIES.choices]
    used = {doc.kind for doc in docs}
    return {
        kind.id: kind.name for kind in (*known, DOCUMENT, UNIT, PERSON, PAGE) if kind.id in used
    }


def gather(site: Site, people: People, units: Units) -> list[SearchDoc]:
    """Return every item of the site.

    Args:
        site: what the build shows.
        people: everybody who has a page.
        units: the registry of units.
    """
    return [
        *(_bulletin(bulletin, site, people, units) for bulletin in site.selection.listed),
        *_documents(site),
        *(
            SearchDoc(
                url=page.url,
                title=page.title,
                kind=PAGE.id,
                summary=page.summary,
                body=page.body.text,
                excerpt=shortened(page.summary or page.body.text),
            )
            for page in site.static_pages
        ),
        *(_unit(unit, units) for unit in units),
        *(_person(person, units) for person in people),
    ]


def shortened(text: str, length: int = EXCERPT) -> str:
    """Cut a text at the end of a word, with an ellipsis where something is left out."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return f"{text[: text.rfind(' ', 0, length)] if ' ' in text[:length] else text[:length]} …"


def _bulletin(bulletin: Bulletin, site: Site, people: People, units: Units) -> SearchDoc:
    given = site.credits.get(bulletin.path, Credits())
    event = bulletin.event
    makers = [*given.authors, *given.photographers]
    summary = [bulletin.kicker, bulletin.subtitle, bulletin.summary, event.name if event else ""]
    return SearchDoc(
        url=bulletin.url,
        title=bulletin.title,
        kind=bulletin.category,
        day=bulletin.date.date(),
        summary="\n".join(filter(None, summary)),
        body="\n".join(filter(None, _body(bulletin, given, people, units))),
        excerpt=shortened(bulletin.summary or bulletin.body.text),
        unit=next((unit.id for unit in given.units if unit.role == "subject"), ""),
        units=tuple(dict.fromkeys(unit.id for unit in given.units)),
        people=tuple(dict.fromkeys(maker.id for maker in makers if maker.url)),
        mark=site.cards[bulletin.path].mark,
    )


def _body(bulletin: Bulletin, given: Credits, people: People, units: Units) -> Iterator[str]:
    """Yield what the page of a bulletin shows below its title and sapo."""
    yield bulletin.body.text
    photos = [*([bulletin.cover] if bulletin.cover else []), *bulletin.body.images]
    for photo in photos:
        yield photo.caption
        yield photo.credit
    event = bulletin.event
    if event is not None:
        yield event.place
        yield event.chair
        yield from event.guests
        yield event.host.text if event.host else ""
        yield event.series
    for award in bulletin.awards:
        yield from _award(award, people, units)
    for document in bulletin.documents:
        yield document.title
        yield f"{document.number} {document.issuer}"
    for letter in bulletin.letters:
        yield letter.name
        yield letter.text
    for maker in (*given.authors, *given.photographers):
        yield maker.name
    yield bulletin.source
    yield bulletin.change_note


def _award(award: Award, people: People, units: Units) -> Iterator[str]:
    yield f"{FORMS_BY_ID[award.form].name} {award.grade}"
    yield award.authority
    yield award.decision
    for recipient in award.recipients:
        yield _name(recipient, people, units)


def _name(recipient: Recipient, people: People, units: Units) -> str:
    if recipient.kind == "unit" and recipient.text in units.by_id:
        return units.by_id[recipient.text].name
    if recipient.kind == "person" and recipient.text in people.by_id:
        return people.by_id[recipient.text].name
    return recipient.text


def _documents(site: Site) -> Iterator[SearchDoc]:
    """Yield each document once: with the oldest bulletin that carries it, and in its period."""
    seen: set[tuple[str, str, date | None]] = set()
    for bulletin in reversed(site.selection.listed):
        for view in document_views(bulletin.documents, site.media):
            identity = (fold_exact(view.number), fold_exact(view.issuer), view.date)
            if view.number and identity in seen:
                continue
            seen.add(identity)
            day = f"ngày {format_date(view.date)}" if view.date else ""
            facts = ", ".join(filter(None, (view.number, view.issuer, day)))
            file = ", ".join(filter(None, (view.file_type, view.size)))
            yield SearchDoc(
                url=view.url or bulletin.url,
                title=view.title,
                kind=DOCUMENT.id,
                day=bulletin.date.date(),
                summary=facts,
                excerpt=shortened(f"{facts} ({file})" if file else facts),
                mark=site.cards[bulletin.path].mark,
            )


def _unit(unit: Unit, units: Units) -> SearchDoc:
    above = units.by_id.get(unit.parent)
    facts = [kind_name(unit.kind), above.name if above else "", unit.address, unit.description]
    return SearchDoc(
        url=unit_url(unit.id),
        title=unit.name,
        kind=UNIT.id,
        summary="\n".join((*unit.names[1:], unit.name_en)),
        body="\n".join(filter(None, (*facts, units.province_of(unit.id), unit.phone))),
        excerpt=shortened(". ".join(filter(None, facts))),
    )


def _person(person: Person, units: Units) -> SearchDoc:
    posts = [post(role, units) for role in person.roles]
    return SearchDoc(
        url=person_url(person.id),
        title=person.name,
        kind=PERSON.id,
        summary="\n".join((*person.names[1:], *posts)),
        body=person.description,
        excerpt=shortened("; ".join(filter(None, (*posts, person.description)))),
    )
