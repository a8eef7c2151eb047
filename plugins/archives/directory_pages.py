"""Structure, contacts and the English page: what the registries say of the body and its units.

Nghị định 42/2022/NĐ-CP wants them (articles 4 and 7): structure, address, telephone and e-mail of
the body and of each unit, contact officials, and structure and contacts in English. They are made
from ``units.yml``, ``people.yml`` and the identity block, so that nobody keeps a second list. A
static page that staff write at the same address gives the title and the words above the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from plugins.archives.bulletin_pages import body_parts, used_addresses
from plugins.archives.credits import person_url, unit_url
from plugins.archives.media_copies import body_photos
from plugins.archives.site import Site
from plugins.archives.unit_pages import NO_PROVINCE, is_closed, units_by_parent
from plugins.archives.views import Crumb, NamedLink, trail
from plugins.authors.people import People, Person, Role
from plugins.bulletins.records import Body
from plugins.bulletins.settings import Newsroom
from plugins.engine.pages import Inputs, Page
from plugins.units.kinds import kind_name
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold_exact, person_sort_key, sort_key

STRUCTURE: Final = Crumb("Cơ cấu tổ chức", "/co-cau/")
CONTACTS: Final = Crumb("Liên hệ", "/lien-he/")
ENGLISH: Final = Crumb("English", "/en/")

_NO_WORDS: Final = Body(html="", text="")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in its structure. All but the name is as the registry has it, in Vietnamese."""

    name: str
    url: str
    kind: str
    phone: str
    email: str
    address: str
    website: str
    children: tuple[Place, ...] = ()

    @property
    def reachable(self) -> bool:
        """Tell whether anything is known by which to reach the unit."""
        return bool(self.phone or self.email or self.address or self.website)


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Units under one heading, "" where there is one group only."""

    heading: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody whom the public may call or write to, with the posts held today."""

    name: str
    url: str
    posts: tuple[str, ...]
    phone: str
    email: str
    address: str = ""
    website: str = ""
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Directories:
    """The pages made from the registries, and which static pages they take the place of."""

    pages: tuple[Page, ...]
    links: tuple[NamedLink, ...]
    english_url: str

    @property
    def urls(self) -> frozenset[str]:
        """Return the addresses of the pages."""
        return frozenset(link.url for link in self.links)


def directories_of(site: Site, newsroom: Newsroom, units: Units, people: People) -> Directories:
    """Declare the three pages, those of them that have anything to say.

    Args:
        site: the build.
        newsroom: the identity block; its ``unit`` is the root of the structure.
        units: the registry of units; those that have ended are left out.
        people: those of ``people.yml`` who have a page.
    """
    written = {page.url: page for page in site.static_pages}
    today = site.now.date()
    pages: list[Page] = []
    links: list[NamedLink] = []

    def declare(crumb: Crumb, template: str, description: str, lang: str, **inputs: Any) -> None:
        words = written.get(crumb.url)
        title = words.title if words else crumb.name
        body = words.body if words else _NO_WORDS
        pages.append(
            site.page(
                crumb.url,
                template,
                title=title,
                description=words.summary if words else description,
                kind="directory",
                lang=lang,
                crumbs=trail(Crumb(title, crumb.url)),
                view=_directory_view,
                heading=title,
                words=body,
                addresses=used_addresses(body, site.addresses),
                photos=body_photos(body, site.media),
                **inputs,
            )
        )
        links.append(NamedLink(title, crumb.url, foreign(lang)))

    structure = tuple(structure_of(units, newsroom.unit, today))
    if structure:
        said = f"Các đơn vị của {newsroom.managing_body or newsroom.name}, điện thoại và địa chỉ"
        declare(STRUCTURE, "structure.html", said, "vi", groups=structure)
    contacts = tuple(contacts_of(structure))
    officials = tuple(officials_of(people, units, today))
    reached = newsroom.phone or newsroom.email or newsroom.address
    if contacts or officials or reached or CONTACTS.url in written:
        said = f"Địa chỉ, điện thoại, thư điện tử của {newsroom.managing_body or newsroom.name}"
        declare(CONTACTS, "contacts.html", said, "vi", groups=contacts, officials=officials)
    english = tuple(structure_of(units, newsroom.unit, today, english=True))
    if english or ENGLISH.url in written:
        said = f"Structure and contacts of {newsroom.name_en or newsroom.name}"
        declare(ENGLISH, "english.html", said, "en", groups=english)
    return Directories(
        tuple(pages), tuple(links), next((link.url for link in links if link.lang == "en"), "")
    )


def foreign(lang: str) -> str:
    """Return a language for a link that needs to say it: "" for the site's own."""
    return "" if lang == "vi" else lang


def structure_of(
    units: Units, root: str, today: date, *, english: bool = False
) -> Iterator[PlaceGroup]:
    """Arrange the units that exist today below their parents, by ``order`` and name.

    Args:
        units: the registry.
        root: id of the unit whose structure it is; where it is "" or not registered, all units are
            shown, by province.
        today: the day for which it holds.
        english: use English names. A unit without one is left out, and so is nothing below it:
            what it has below takes its place.
    """
    below = units_by_parent(units)

    def places(identity: str) -> Iterator[Place]:
        for unit in below.get(identity, ()):
            yield from place(unit)

    def place(unit: Unit) -> Iterator[Place]:
        children = tuple(places(unit.id))
        if is_closed(unit, today) or (english and not unit.name_en):
            yield from children
        else:
            yield _place(unit, unit.name_en if english else unit.name, children)

    if root in units.by_id:
        found = tuple(place(units.by_id[root]))
        if found:
            yield PlaceGroup("", found)
        return
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for unit in below.get("", ()):
        groups[fold_exact(unit.province)] += place(unit)
    # «Hòa Bình» and «Hoà Bình» are one province; it is printed as the file has it first.
    names = {fold_exact(unit.province): unit.province for unit in reversed(units.units)}
    filled = [province for province in groups if groups[province]]
    for province in sorted(filled, key=lambda province: sort_key(names[province])):
        general = "" if english else NO_PROVINCE
        heading = (names[province] or general) if len(filled) > 1 else ""
        yield PlaceGroup(heading, tuple(groups[province]))


def contacts_of(groups: Iterable[PlaceGroup]) -> Iterator[PlaceGroup]:
    """Return the units that can be reached, each group as one list in the order of its tree."""
    for group in groups:
        found = tuple(place for place in _flat(group.places) if place.reachable)
        if found:
            yield PlaceGroup(group.heading, found)


def officials_of(people: People, units: Units, today: date) -> Iterator[Official]:
    """Return the people with a public telephone or e-mail and a post today, by given name.

    A post without dates counts: somebody who published a telephone for it answers it.
    """
    for person in sorted(people, key=lambda person: (person_sort_key(person.name), person.id)):
        posts = tuple(_post(role, units) for role in person.roles if _is_held(role, today))
        if posts and (person.phone or person.email):
            yield _official(person, posts)


def _official(person: Person, posts: tuple[str, ...]) -> Official:
    return Official(person.name, person_url(person.id), posts, person.phone, person.email)


def _is_held(role: Role, today: date) -> bool:
    return (role.start is None or role.start <= today) and (role.end is None or today <= role.end)


def _post(role: Role, units: Units) -> str:
    unit = units.by_id.get(role.unit)
    return f"{role.role}, {unit.name}" if unit else role.role


def _flat(places: Iterable[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _flat(place.children)


def _place(unit: Unit, name: str, children: tuple[Place, ...]) -> Place:
    return Place(
        name=name,
        url=unit_url(unit.id),
        kind=kind_name(unit.kind),
        phone=unit.phone,
        email=unit.email,
        address=unit.address,
        website=unit.website,
        children=children,
    )


def _directory_view(inputs: Inputs) -> Inputs:
    body: Body = inputs["words"]
    photos = dict(inputs["photos"])
    said = body_parts(body.html, dict(inputs["addresses"]), photos) if body.html else ()
    return {**inputs, "body": said}
