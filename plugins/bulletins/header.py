"""Headers of bulletins and static pages: typed values, and the rules between fields.

The record that comes out has an empty body; ``reading.py`` puts the text in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar, cast
from zoneinfo import ZoneInfo

from plugins.bulletins import front_matter, links, schema
from plugins.bulletins.award_checks import Finding, check_award, form_hint
from plugins.bulletins.award_forms import find_form
from plugins.bulletins.categories import STATUSES
from plugins.bulletins.event_checks import check_event
from plugins.bulletins.fields import SLUG, SLUG_LENGTH, read_mapping
from plugins.bulletins.form import Form, Values
from plugins.bulletins.front_matter import Parts
from plugins.bulletins.records import (
    Award,
    Body,
    Bulletin,
    Document,
    Event,
    Image,
    Letter,
    Mention,
    Recipient,
    StaticPage,
    Status,
)
from plugins.bulletins.yaml_nodes import MappingNode, Place, ScalarNode
from plugins.problems import Problem
from plugins.vietnamese import slugify

FIRST_YEAR = 2000
_NO_BODY = Body("", "")
_FOLDER_YEAR = re.compile(r"bulletins/([0-9]{4})/")
# What a draft may leave open: an imported page does not always tell, and nobody should make it up.
_LATER_IN_DRAFTS = frozenset({"title", "date"})
_UNTITLED = "Bản nháp chưa có tiêu đề"

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class HeaderResult(Generic[Record]):
    """What a header says: a record without its body, None when any error was found."""

    record: Record | None
    problems: tuple[Problem, ...]


def header_of_bulletin(
    path: str, parts: Parts, *, timezone: ZoneInfo, now_year: int
) -> HeaderResult[Bulletin]:
    """Read the header of a bulletin.

    Args:
        path: the file, relative to the content folder.
        parts: the file, split.
        timezone: the site's time zone, for dates without one.
        now_year: the year of the build; dates may reach one year further.

    Returns:
        The record, and every problem of the header.
    """
    form, values = _read(path, parts, schema.BULLETIN, timezone)
    if values is None:
        return HeaderResult(None, tuple(form.problems))
    title = _title(form, values)
    moment = _publish_date(form, values, path, now_year)
    if values.text("status") == "draft":
        title = title or (_UNTITLED if "title" not in values.values else "")
        moment = moment or _some_day(values, path, now_year, timezone)
    slug = values.text("slug") or _slug_of(form, values, title)
    modified = _modified(form, values, moment, now_year)
    expires = _expires(form, values, moment, now_year)
    event = _event(form, values, moment)
    known_on = last_word(moment, modified)
    awards = tuple(_award(form, entry, known_on) for entry in values.entries("awards"))
    documents = tuple(_document(form, path, entry) for entry in values.entries("documents"))
    letters = tuple(filter(None, map(_letter, values.entries("letters"))))
    cover = _cover(form, path, values)
    if _has_error(form.problems) or moment is None:
        return HeaderResult(None, tuple(form.problems))
    record = Bulletin(
        path=path,
        title=title,
        slug=slug,
        date=moment,
        category=values.text("category"),
        body=_NO_BODY,
        status=cast(Status, values.text("status") or "published"),
        modified=modified,
        change_note=values.text("change_note"),
        kicker=values.text("kicker"),
        subtitle=values.text("subtitle"),
        summary=values.text("summary"),
        summary_given=bool(values.text("summary")),
        authors=values.mentions("authors"),
        photographers=values.mentions("photographers"),
        units=values.mentions("units"),
        source=values.text("source"),
        source_url=values.text("source_url"),
        origin=values.text("origin"),
        event=event,
        awards=awards,
        documents=documents,
        cover=cover,
        related=values.mentions("related"),
        aliases=values.mentions("aliases"),
        expires=expires,
        letters=letters,
        lines=_lines(values),
    )
    return HeaderResult(record, tuple(form.problems))


def header_of_page(path: str, parts: Parts, *, timezone: ZoneInfo) -> HeaderResult[StaticPage]:
    """Read the header of a static page; its slug is by default the name of its file."""
    form, values = _read(path, parts, schema.PAGE, timezone)
    if values is None:
        return HeaderResult(None, tuple(form.problems))
    title = _title(form, values)
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    slug = values.text("slug") or (
        stem if SLUG.fullmatch(stem) and len(stem) <= SLUG_LENGTH else slugify(stem, SLUG_LENGTH)
    )
    if not slug and "slug" not in values.places:
        form.report("slug-empty", (values.line, values.column), field="slug")
    if _has_error(form.problems):
        return HeaderResult(None, tuple(form.problems))
    record = StaticPage(
        path=path,
        title=title,
        slug=slug,
        body=_NO_BODY,
        summary=values.text("summary"),
        lang=values.text("lang") or "vi",
        order=values.get("order", int) or 0,
        lines=_lines(values),
    )
    return HeaderResult(record, tuple(form.problems))


def _read(
    path: str, parts: Parts, fields: schema.Schema, timezone: ZoneInfo
) -> tuple[Form, Values | None]:
    form = Form(parts.header, Place(path, parts.first_line), timezone)
    node, problems = front_matter.parse(parts, path)
    form.problems += problems
    if node is None:
        return form, None
    later = _LATER_IN_DRAFTS if fields is schema.BULLETIN and _is_draft(node) else frozenset()
    return form, read_mapping(form, node, fields, later=later)


def _is_draft(node: MappingNode) -> bool:
    """Tell whether a header says «status: draft», before its fields are read."""
    for key, value in node.value:
        if isinstance(key, ScalarNode) and key.value.strip().lower() == "status":
            choice = STATUSES.find(value.value.strip()) if isinstance(value, ScalarNode) else None
            return choice is not None and choice.id == "draft"
    return False


def _some_day(values: Values, path: str, now_year: int, timezone: ZoneInfo) -> datetime | None:
    """Stand in for the date that a draft lacks: the last of its folder's year, after any event."""
    if "date" in values.values:
        return None
    folder = _FOLDER_YEAR.match(path)
    return datetime(int(folder[1]) if folder else now_year, 12, 31, tzinfo=timezone)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(found.severity == "error" for found in problems)


def _lines(values: Values) -> tuple[tuple[str, int], ...]:
    return tuple((name, place[0]) for name, place in values.places.items())


def _title(form: Form, values: Values) -> str:
    title = values.text("title")
    if title and not any(character.isalnum() for character in title):
        form.report("title-without-letters", values.place("title"), text=title[:40])
        return ""
    return title


def _slug_of(form: Form, values: Values, title: str) -> str:
    """Derive the slug from the title: folded, cut at a word end."""
    if not title or "slug" in values.places:
        return ""
    slug = slugify(title, SLUG_LENGTH)
    if not slug:
        form.report("slug-empty", values.place("title"), field="slug")
    return slug


def _year_in_range(form: Form, values: Values, name: str, day: date, now_year: int) -> bool:
    if FIRST_YEAR <= day.year <= now_year + 1:
        return True
    form.report(
        "date-year",
        values.place(name),
        field=name,
        year=day.year,
        first=FIRST_YEAR,
        last=now_year + 1,
    )
    return False


def _publish_date(form: Form, values: Values, path: str, now_year: int) -> datetime | None:
    found = values.get("date", tuple)
    if found is None or not _year_in_range(form, values, "date", found[0], now_year):
        return None
    moment: datetime = found[0]
    folder = _FOLDER_YEAR.match(path)
    if folder and int(folder[1]) != moment.year:
        form.report("date-folder", values.place("date"), folder=folder[1], year=moment.year)
        return None
    return moment


def _modified(
    form: Form, values: Values, published: datetime | None, now_year: int
) -> datetime | None:
    if values.text("change_note") and "modified" not in values.values:
        form.report("change-note-without-modified", values.place("change_note"))
    found = values.get("modified", tuple)
    if found is None or not _year_in_range(form, values, "modified", found[0], now_year):
        return None
    modified: datetime = found[0]
    if published is None or modified >= published:
        return modified
    if modified.date() == published.date() and not found[1]:
        # A day without its time, on the day of publication: some time after publication.
        return published
    form.report(
        "date-order",
        values.place("modified"),
        later="modified",
        earlier="date",
        day=f"{published:%Y-%m-%d %H:%M}",
    )
    return None


def _expires(form: Form, values: Values, published: datetime | None, now_year: int) -> date | None:
    expires = values.get("expires", date)
    if expires is None or not _year_in_range(form, values, "expires", expires, now_year):
        return None
    if published is not None and expires < published.date():
        form.report(
            "date-order",
            values.place("expires"),
            later="expires",
            earlier="date",
            day=f"{published:%Y-%m-%d}",
        )
        return None
    return expires


def _event(form: Form, header: Values, published: datetime | None) -> Event | None:
    values = header.get("event", Values)
    if values is None:
        return None
    start, end = values.get("date", date), values.get("end_date", date)
    if end is not None and "date" not in values.places:
        form.report("event-end-without-date", values.place("end_date"))
    if start is not None and end is not None and end < start:
        form.report(
            "date-order",
            values.place("end_date"),
            later="event.end_date",
            earlier="event.date",
            day=start.isoformat(),
        )
    event = Event(
        name=values.text("name"),
        date=start,
        end_date=end,
        session=values.text("session"),
        place=values.text("place"),
        host=values.get("host", Mention),
        chair=values.text("chair"),
        guests=tuple(guest.text for guest in values.mentions("guests")),
        series=values.text("series"),
    )
    if published is not None and header.text("category"):
        retold = any(map(header.text, ("source", "source_url", "origin")))
        for found in check_event(event, published.date(), header.text("category"), retold=retold):
            _report(form, values, found)
    return event


def last_word(published: datetime | None, modified: datetime | None) -> date | None:
    """Return the day of a bulletin's last word, its publication or update, as far as it says."""
    known = [moment for moment in (published, modified) if moment is not None]
    return max(known).date() if known else None


def _report(form: Form, values: Values, found: Finding) -> None:
    code, name, texts = found
    form.report(code, values.place(name), **texts)


def _award(form: Form, values: Values, known_on: date | None) -> Award:
    count = values.get("count", Values) or Values(values.line, values.column)
    text, authority = values.text("form"), values.text("authority")
    kind = find_form(text, authority)
    if text and kind is None:
        hint = form_hint(text, len(form.problems))
        form.report("award-form-unknown", values.place("form"), text=text[:60], hint=hint)
    award = Award(
        form=kind.form.id if kind else "",
        grade=kind.grade if kind else "",
        status=values.text("status"),
        authority=authority,
        recipients=tuple(
            recipient
            for entry in values.entries("recipients")
            if (recipient := _recipient(form, entry)) is not None
        ),
        collectives=count.get("collectives", int),
        individuals=count.get("individuals", int),
        decision=values.text("decision"),
        date=values.get("date", date),
        line=values.line,
    )
    for found in check_award(award, known_on):
        _report(form, values, found)
    return award


def _recipient(form: Form, values: Values) -> Recipient | None:
    kinds: tuple[Literal["unit", "person", "name"], ...] = ("unit", "person", "name")
    given = [kind for kind in kinds if values.text(kind)]
    if len(given) != 1:
        form.report("recipient-shape", (values.line, values.column))
        return None
    kind = given[0]
    return Recipient(kind, values.text(kind), *values.place(kind))


def _document(form: Form, path: str, values: Values) -> Document:
    return Document(
        title=values.text("title"),
        number=values.text("number"),
        issuer=values.text("issuer"),
        date=values.get("date", date),
        file=_file(form, path, values, "file", links.content_file),
        line=values.place("file")[0],
    )


def _letter(values: Values) -> Letter | None:
    day = values.get("date", date)
    return None if day is None else Letter(values.text("name"), day, values.text("text"))


def _cover(form: Form, path: str, values: Values) -> Image | None:
    if "cover" not in values.values:
        for name in ("cover_alt", "cover_caption", "cover_credit"):
            if values.text(name) and "cover" not in values.places:
                form.report("cover-missing", values.place(name), field=name)
        return None
    if not values.text("cover_alt") and "cover_alt" not in values.values:
        form.report("cover-alt-missing", values.place("cover"))
    line, column = values.place("cover")
    return Image(
        target=_file(form, path, values, "cover", links.image_file),
        alt=values.text("cover_alt"),
        caption=values.text("cover_caption"),
        credit=values.text("cover_credit"),
        line=line,
        column=column,
    )


def _file(
    form: Form, path: str, values: Values, name: str, resolve: Callable[..., str | Problem]
) -> str:
    """Resolve a file that a field names against the folder of the bulletin."""
    mention = values.get(name, Mention)
    if mention is None:
        return ""
    found = resolve(mention.text, path, line=mention.line, column=mention.column)
    if isinstance(found, str):
        return found
    form.problems.append(found)
    return ""
