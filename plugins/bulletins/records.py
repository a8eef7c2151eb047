"""What a bulletin is: frozen, serialisable records.

Nothing here reads a file or knows Pelican. A record holds what its Markdown file says, checked and
normalised (NFC), and nothing that another file decides: people and units stay as written, with
their lines, until the registries resolve them. That makes reading one file a pure function of its
bytes, which the engine may run in any process and keep between builds.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["published", "draft", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, id, link target or path as an author wrote it, and where it stands in the file."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Image:
    """A photo that a bulletin shows. ``target`` is its file, relative to the content folder."""

    target: str
    alt: str
    caption: str = ""
    credit: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a body.

    ``kind`` says what ``target`` is: a file of the content folder (``file``), a path of this site
    (``site``), an address elsewhere (``web``), an e-mail or phone (``contact``) or a place in the
    same page (``anchor``). ``fragment`` is without its ``#``.
    """

    kind: Literal["file", "site", "web", "contact", "anchor"]
    target: str
    fragment: str = ""
    text: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page.

    ``html`` is safe to print; links and photos that name a file of the content folder stand in it
    as ``content:PATH`` and get their address when the page is made, because that address belongs to
    another file. ``text`` is the plain text, one block a line, for recognisers and search.
    """

    html: str
    text: str
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The conference or ceremony that a bulletin reports (``event:``)."""

    name: str
    date: dt.date | None = None
    end_date: dt.date | None = None
    session: str = ""
    place: str = ""
    host: Mention | None = None
    chair: str = ""
    guests: tuple[str, ...] = ()
    series: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is honoured: a registered unit, a registered person, or a plain name.

    ``listed`` is a name in a table of the body: the registries decide what it is.
    """

    kind: Literal["unit", "person", "name", "listed"]
    text: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Award:
    """One award or nomination (``awards:``).

    ``form`` is an id of ``award_forms.FORMS``, ``grade`` one of its grades or "", ``status`` an id
    of ``categories.AWARD_STATUSES``. ``date`` is that of the decision. ``collectives`` and
    ``individuals`` are the numbers given, named recipients included.
    """

    form: str
    status: str
    authority: str = ""
    recipients: tuple[Recipient, ...] = ()
    collectives: int | None = None
    individuals: int | None = None
    decision: str = ""
    date: dt.date | None = None
    line: int = 1
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a bulletin carries or cites (``documents:``). ``file`` is a content path."""

    title: str
    number: str = ""
    issuer: str = ""
    date: dt.date | None = None
    file: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Letter:
    """A reader's letter that staff approved (``letters:``)."""

    name: str
    date: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One Markdown file below ``bulletins/``, read and checked on its own.

    ``date`` and ``modified`` carry the site's time zone; ``modified`` is None when never updated.
    ``summary`` is given or derived from the first paragraph (``summary_given``).
    ``awards`` are those of the header, else those of a table in the body; ``awards_in_body`` tells
    that there is such a table, ``table_awards`` holds what it says where the header says it too.
    ``lines`` maps a front-matter field to its line, ``closing`` holds the last lines of the body as
    written (footnotes left out, long ones without their beginning), for problems found later.
    """

    path: str
    title: str
    slug: str
    date: dt.datetime
    category: str
    body: Body
    status: Status = "published"
    modified: dt.datetime | None = None
    change_note: str = ""
    kicker: str = ""
    subtitle: str = ""
    summary: str = ""
    summary_given: bool = False
    authors: tuple[Mention, ...] = ()
    photographers: tuple[Mention, ...] = ()
    units: tuple[Mention, ...] = ()
    source: str = ""
    source_url: str = ""
    origin: str = ""
    event: Event | None = None
    awards: tuple[Award, ...] = ()
    awards_in_body: bool = False
    table_awards: tuple[Award, ...] = ()
    documents: tuple[Document, ...] = ()
    cover: Image | None = None
    related: tuple[Mention, ...] = ()
    aliases: tuple[Mention, ...] = ()
    expires: dt.date | None = None
    letters: tuple[Letter, ...] = ()
    closing: tuple[Mention, ...] = field(default=(), repr=False)
    lines: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def url(self) -> str:
        """The root-relative address, by publish year and month (DESIGN section 5)."""
        return f"/ban-tin/{self.date:%Y/%m}/{self.slug}/"

    def line_of(self, name: str) -> int:
        """Return the line of a front-matter field, 1 when the file does not have it."""
        return dict(self.lines).get(name, 1)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """One Markdown file below ``pages/``: about, contact and the like."""

    path: str
    title: str
    slug: str
    body: Body
    summary: str = ""
    lang: str = "vi"
    order: int = 0
    lines: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def url(self) -> str:
        """The root-relative address."""
        return f"/{self.slug}/"
