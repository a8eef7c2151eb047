"""The page of each bulletin, and of each static page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from plugins.archives.article_metadata import article_metadata
from plugins.archives.award_dressing import dress_award_tables, recipient_links
from plugins.archives.award_groups import groups_of, roll_years
from plugins.archives.awards import Awards
from plugins.archives.cards import Card, mark_of, picture_of
from plugins.archives.credits import unit_url
from plugins.archives.document_pages import document_views
from plugins.archives.event_pages import editions_of
from plugins.archives.fragments import notices_list
from plugins.archives.media_copies import body_photos
from plugins.archives.settings import ArchivesSettings
from plugins.archives.site import Credits, Head, Site
from plugins.archives.social_cards import bulletin_image
from plugins.archives.spoken_names import speak_names
from plugins.archives.views import Crumb, trail
from plugins.bulletins.links import resolve_addresses
from plugins.bulletins.records import Body, Bulletin, StaticPage
from plugins.engine.pages import Inputs, Page
from plugins.pictures.body import BodyPhoto, cut, mark_photos
from plugins.pictures.renditions import Picture
from plugins.related import RelatedLists
from plugins.units.text import put_links

# A calm reader takes in some 200 Vietnamese syllables a minute; blanks divide syllables.
SYLLABLES_A_MINUTE = 200

_DEAD_LINK = re.compile(r'<a href="content:[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def bulletin_pages(site: Site, settings: ArchivesSettings, awards: Awards) -> Iterator[Page]:
    """Declare the page of every bulletin that this build shows."""
    listed = site.selection.listed
    position = {bulletin.path: index for index, bulletin in enumerate(listed)}
    older = older_of_category(listed, settings.older_max, site.related)
    with_list = set(site.categories())
    editions = editions_of(listed)
    notices_url = notices_list(site)

    def neighbour(index: int | None, step: int) -> Card | None:
        if index is None or not 0 <= index + step < len(listed):
            return None
        return site.cards[listed[index + step].path]

    for bulletin in site.selection.paged:
        card = site.cards[bulletin.path]
        honours = awards.by_bulletin.get(bulletin.path, ())
        index = position.get(bulletin.path)
        steps = [Crumb(card.category.name, card.category.url)] if card.category in with_list else []
        yield site.page(
            bulletin.url,
            "bulletin.html",
            title=bulletin.title,
            description="" if bulletin.status == "withdrawn" else bulletin.summary,
            kind="bulletin",
            crumbs=trail(*steps, Crumb(card.title)),
            head=Head(
                noindex=bulletin.status == "withdrawn",
                image=bulletin_image(site, bulletin),
                describe=article_metadata,
            ),
            view=_bulletin_view,
            bulletin=bulletin,
            category=card.category,
            mark=mark_of(bulletin, site.now),
            cover=picture_of(bulletin.cover, site.media),
            credits=site.credits.get(bulletin.path, Credits()),
            unit_links=tuple(
                (link.start, link.end, unit_url(link.unit))
                for link in site.unit_links.get(bulletin.path, ())
            ),
            addresses=used_addresses(bulletin.body, site.addresses),
            photos=body_photos(bulletin.body, site.media),
            documents=document_views(bulletin.documents, site.media),
            # A table in the text stays where it stands, and is not said twice.
            awards=() if bulletin.awards_in_body else groups_of(honours),
            award_links=recipient_links(honours) if bulletin.awards_in_body else (),
            roll_years=roll_years(honours),
            editions=editions.get(bulletin.path, ()),
            related=tuple(
                replace(found, note=entry.reasons[0].text)
                for found, entry in site.related_to(bulletin.path)
            ),
            older=tuple(site.cards[path] for path in older.get(bulletin.path, ())),
            previous=neighbour(index, 1),
            next=neighbour(index, -1),
            reading_minutes=reading_minutes(bulletin.body),
            notices_url=notices_url,
            views_url=views_url(bulletin) if settings.view_counts else "",
        )


def views_url(bulletin: Bulletin) -> str:
    """Return where the server says how often a bulletin was opened: a file for each month.

    What follows ``#`` is its name in there. A withdrawn bulletin has none: "".
    """
    _, year, month, slug = bulletin.url.strip("/").split("/")
    return f"/luot-xem/{year}/{month}.json#{slug}" if bulletin.status != "withdrawn" else ""


def static_pages(site: Site, taken: Container[str]) -> Iterator[Page]:
    """Declare the pages about the newsroom; those at ``taken`` addresses are part of others."""
    for page in site.static_pages:
        if page.url in taken:
            continue
        yield site.page(
            page.url,
            "page.html",
            title=page.title,
            description=page.summary,
            kind="static",
            lang=page.lang,
            crumbs=trail(Crumb(page.title)),
            view=_static_view,
            record=page,
            addresses=used_addresses(page.body, site.addresses),
            photos=body_photos(page.body, site.media),
        )


def older_of_category(
    listed: Sequence[Bulletin], maximum: int, related: RelatedLists
) -> dict[str, list[str]]:
    """For each bulletin, the paths of the next older ones of its category («Tin khác»).

    What the related list shows is left out. Only older ones: a new bulletin then changes no older
    page (DESIGN section 5).
    """
    of_category: dict[str, list[str]] = defaultdict(list)
    for bulletin in listed:
        of_category[bulletin.category].append(bulletin.path)
    found = {}
    for paths in of_category.values():
        for index, path in enumerate(paths):
            shown = {entry.path for entry in related.of(path)}
            # Enough to choose from, however many of them the related list shows.
            nearest = paths[index + 1 : index + 1 + maximum + len(shown)]
            found[path] = [other for other in nearest if other not in shown][:maximum]
    return found


def used_addresses(body: Body, addresses: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the addresses of the files that a body names, if they are published."""
    targets = {image.target for image in body.images}
    targets.update(link.target for link in body.links if link.kind == "file")
    return tuple((path, addresses[path]) for path in sorted(targets) if path in addresses)


def reading_minutes(body: Body) -> int:
    """Estimate the minutes it takes to read a body, at least one."""
    return max(1, round(len(body.text.split()) / SYLLABLES_A_MINUTE))


def body_html(html: str, addresses: Mapping[str, str]) -> Markup:
    """Return the HTML of a body ready to print.

    A link to a bulletin that has no page in this build (a draft, or one of the future) becomes
    plain text: it is no error of the author's, and turns into a link when the other one appears.
    """
    resolved = resolve_addresses(html, lambda path: addresses.get(path, f"content:{path}"))
    return Markup(_DEAD_LINK.sub(r"\1", resolved))


def body_parts(
    html: str, addresses: Mapping[str, str], photos: Mapping[str, Picture]
) -> tuple[Markup | BodyPhoto, ...]:
    """Return a body in the pieces that a template prints in turn: HTML, and photos."""
    marked, found = mark_photos(html, photos)
    return cut(body_html(marked, addresses), found)


def _bulletin_view(inputs: Inputs) -> Inputs:
    given = inputs["credits"]
    bulletin: Bulletin = inputs["bulletin"]
    body = put_links(bulletin.body.html, inputs["unit_links"])
    body = speak_names(body, {unit.url: unit.name for unit in given.units})
    if bulletin.awards_in_body:
        body = dress_award_tables(body, inputs["award_links"])
    return {
        **inputs,
        "body": body_parts(body, dict(inputs["addresses"]), dict(inputs["photos"])),
        "authors": given.authors,
        "photographers": given.photographers,
        "units": given.units,
        "host": given.host,
    }


def _static_view(inputs: Inputs) -> Inputs:
    record: StaticPage = inputs["record"]
    return {
        **inputs,
        "title": record.title,
        "lang": record.lang,
        "body": body_parts(record.body.html, dict(inputs["addresses"]), dict(inputs["photos"])),
    }
