"""One example of every kind of page."""

from __future__ import annotations

from support.samples.awards import HONOUR_PAGES
from support.samples.bulletins import AWARDED_BULLETIN, BARE_PAGE, BULLETIN_PAGE, WITHDRAWN_PAGE
from support.samples.directories import (
    BARE_CONTACTS,
    BARE_ENGLISH,
    CONTACTS_PAGE,
    ENGLISH_PAGE,
    PROVINCES_PAGE,
    STATIC_PAGE,
    STRUCTURE_PAGE,
)
from support.samples.lists import (
    ARCHIVE_PAGE,
    ARCHIVE_YEAR_PAGE,
    DOCUMENTS_PAGE,
    EMPTY_FRONT,
    EMPTY_LIST,
    FRONT,
    LIST_PAGE,
    NOT_FOUND,
    OPEN_DATA_PAGE,
    REDIRECT,
    SITE_MAP_PAGE,
)
from support.samples.profiles import (
    BARE_PERSON_PAGE,
    BARE_UNIT_PAGE,
    BUSY_UNIT_PAGE,
    HONOURED_UNIT,
    PEOPLE_PAGE,
    PERSON_PAGE,
    UNIT_PAGE,
    UNITS_PAGE,
)

# One example of every kind of page: (template, inputs). A fragment is no page of the site's frame.
PAGES = {
    "front": ("index.html", FRONT),
    "empty-front": ("index.html", EMPTY_FRONT),
    "bulletin": ("bulletin.html", BULLETIN_PAGE),
    "bare-bulletin": ("bulletin.html", BARE_PAGE),
    "withdrawn": ("bulletin.html", WITHDRAWN_PAGE),
    "list": ("list.html", LIST_PAGE),
    "empty-list": ("list.html", EMPTY_LIST),
    "archive": ("archive.html", ARCHIVE_PAGE),
    "archive-year": ("archive.html", ARCHIVE_YEAR_PAGE),
    "awarded-bulletin": ("bulletin.html", AWARDED_BULLETIN),
    "honoured-unit": ("unit.html", HONOURED_UNIT),
    "honour-roll": ("honour-roll.html", HONOUR_PAGES["khen-thuong/so-vang/index.html"]),
    "honour-year": ("honour-year.html", HONOUR_PAGES["khen-thuong/so-vang/2023/index.html"]),
    "nominations-only": ("honour-year.html", HONOUR_PAGES["khen-thuong/so-vang/2022/index.html"]),
    "documents": ("documents.html", DOCUMENTS_PAGE),
    "open-data": ("open-data.html", OPEN_DATA_PAGE),
    "static": ("page.html", STATIC_PAGE),
    "structure": ("structure.html", STRUCTURE_PAGE),
    "provinces": ("structure.html", PROVINCES_PAGE),
    "contacts": ("contacts.html", CONTACTS_PAGE),
    "bare-contacts": ("contacts.html", BARE_CONTACTS),
    "english": ("english.html", ENGLISH_PAGE),
    "bare-english": ("english.html", BARE_ENGLISH),
    "units": ("units.html", UNITS_PAGE),
    "unit": ("unit.html", UNIT_PAGE),
    "bare-unit": ("unit.html", BARE_UNIT_PAGE),
    "busy-unit": ("unit.html", BUSY_UNIT_PAGE),
    "people": ("people.html", PEOPLE_PAGE),
    "person": ("person.html", PERSON_PAGE),
    "bare-person": ("person.html", BARE_PERSON_PAGE),
    "site-map": ("site-map.html", SITE_MAP_PAGE),
    "redirect": ("redirect.html", REDIRECT),
    "not-found": ("404.html", NOT_FOUND),
}
