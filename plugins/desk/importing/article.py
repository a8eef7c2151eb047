"""From the blocks of a page to an article.

Every field that a bulletin has, or nothing where the page does not say it. What was concluded and
not read is noted for a person to look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from plugins.authors.forms import looks_like_a_name, parse
from plugins.authors.people import People
from plugins.desk.importing.blocks import Block, Declared, LeftOut, Page, Photo, Run
from plugins.desk.importing.captions import give_captions
from plugins.desk.importing.endings import Ending, read_ending, without_frame
from plugins.desk.importing.events import (
    NO_EVENT,
    FoundEvent,
    Registries,
    category_of,
    event_of,
    subjects_of,
)
from plugins.desk.importing.headline import Head, dateline, read_head
from plugins.desk.importing.lines import ends_sentence, is_motto, is_prose, word_count
from plugins.desk.importing.moments import EventDay, Stamp, event_day, stamp_of
from plugins.desk.importing.wording import without_glue
from plugins.gate.spam.folded import folded
from plugins.gate.spam.phrases import Phrases

_LEAD: Final = 3
_REPEATS: Final = 3
_SHORT: Final = 8
_HEADING_WORDS: Final = 20
_YEAR: Final = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Note:
    """Something for a person to look at: a code of the catalogue, the field, a value for it."""

    code: str
    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article, ready to be written; what is empty was not to be found."""

    title: str
    date: datetime | None
    timed: bool
    category: str
    body: tuple[Block, ...]
    kicker: str = ""
    subtitle: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    event: FoundEvent = NO_EVENT
    event_day: EventDay | None = None
    cover: Photo | None = None
    cover_caption: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    draft: bool = False
    homeless: tuple[tuple[int, str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of its folder: that of publication, else of the event, else one it names."""
        if self.date is not None:
            return self.date.year
        if self.event_day is not None:
            return self.event_day.day.year
        texts = [self.title, *(block.text for block in self.body)]
        years = [int(year) for text in texts for year in _YEAR.findall(text)]
        return max(years, default=None)


def understand(page: Page, known: Registries, phrases: Phrases) -> Article:
    """Work out what a page says.

    Args:
        page: the page, of whatever format.
        known: the registries.
        phrases: the gate's phrases of advertisements, which get no further than here.
    """
    left_out = list(page.left_out)
    notes = [Note(code, text=text) for code, text in page.notes]
    blocks = _without_spam(_unglued(page.blocks, left_out), phrases, left_out)
    if not page.trusted:
        blocks = without_frame(_without_letterhead(blocks, left_out), left_out)
    declared = page.declared
    head = read_head(blocks, declared.title, trusted=page.trusted)
    left_out += head.left_out
    ending = read_ending(blocks[head.size :], known.people)
    left_out += ending.left_out
    stamp = _stamp(head, ending, trusted=page.trusted)
    captioned = give_captions(ending.blocks)
    left_out += captioned.left_out
    body, source = _without_dateline(_with_headings(captioned.blocks))
    summary, sapo_source = _summary(head, declared)
    moment, timed = declared.date, bool(declared.date_text)
    if moment is None and stamp is not None:
        moment, timed = stamp.moment, stamp.timed
        if stamp.updated:
            notes.append(Note("import-date-updated", "date"))
    if moment is None:
        notes.append(Note("import-date-missing", "date"))
    if not head.title:
        notes.append(Note("import-title-missing", "title"))
    lead = [text for text in (summary, *(b.text for b in body if is_prose(b))) if text][:_LEAD]
    day = event_day(lead, moment, _elsewhere(head, body))
    event = _event(lead, day)
    if day is not None and day.guessed and event.name:
        notes.append(Note("import-event-year", "event", day.day.isoformat()))
    authors, photographers = _credits(ending, head, declared, known.people)
    category, sure = category_of(
        declared.category, f"{head.kicker} {head.title}".strip(), event.name
    )
    if not sure:
        notes.append(Note("import-category", "category"))
    notes += [Note("import-related", text=title) for title in head.related]
    notes += [Note("import-caption", text=caption) for _, caption, _ in captioned.homeless]
    units = subjects_of(head.title, summary, body, event, _day(moment, day, head, body), known)
    if ending.unit:
        # The build reads a unit off the closing byline; in the header it has no place.
        body.append(Block("paragraph", (Run(ending.byline),), hints=frozenset({"byline"})))
    return Article(
        title=head.title,
        date=moment,
        timed=timed,
        category=category,
        body=tuple(body),
        kicker=head.kicker or declared.kicker,
        subtitle=head.subtitle or declared.subtitle,
        summary=summary,
        authors=authors,
        photographers=photographers,
        units=units,
        source=declared.source or ending.source or source or sapo_source,
        source_url=declared.source_url,
        event=event,
        event_day=day,
        cover=declared.cover,
        cover_caption=declared.cover_caption,
        slug=declared.slug,
        aliases=declared.addresses,
        draft=declared.draft,
        homeless=captioned.homeless,
        notes=tuple(notes),
        left_out=tuple(left_out),
    )


def _unglued(blocks: Sequence[Block], left_out: list[LeftOut]) -> list[Block]:
    kept = []
    for block in blocks:
        if block.kind == "paragraph" and len(block.runs) == 1:
            text, taken = without_glue(block.text)
            left_out += [LeftOut("chrome", words) for words in taken]
            if not text:
                continue
            if taken:
                block = replace(block, runs=(replace(block.runs[0], text=text),))  # noqa: PLW2901
        kept.append(block)
    return kept


def _without_spam(
    blocks: Sequence[Block], phrases: Phrases, left_out: list[LeftOut]
) -> list[Block]:
    """Take out advertisements that somebody planted, and stray words that come again and again.

    A subheading may come again and again too; it begins with a capital.
    """
    texts = Counter(block.text for block in blocks if block.kind == "paragraph")
    kept = []
    for block in blocks:
        text = block.text
        if block.photo is not None:
            if block.photo.alt and phrases.find_blocked(folded(block.photo.alt)):
                left_out.append(LeftOut("spam", block.photo.alt[:80]))
                block = replace(block, photo=replace(block.photo, alt=""))  # noqa: PLW2901
        elif not is_prose(block) and text and phrases.find_blocked(folded(text)):
            left_out.append(LeftOut("spam", text[:80]))
            continue
        elif texts[text] >= _REPEATS and word_count(text) <= _SHORT and text[:1].islower():
            left_out.append(LeftOut("repeat", text[:80]))
            continue
        kept.append(block)
    return kept


def _without_letterhead(blocks: Sequence[Block], left_out: list[LeftOut]) -> list[Block]:
    """Drop the table with agency and motto on top of an official letter."""
    kept = list(blocks)
    for number, block in enumerate(kept[:3]):
        if block.kind == "table" and any(is_motto(line) for line in block.text.split("\n")):
            left_out += [LeftOut("chrome", b.text[:80]) for b in kept[: number + 1] if b.text]
            return kept[number + 1 :]
    return kept


def _with_headings(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of short bold lines with text below them."""
    found = list(blocks)
    for number, block in enumerate(found[:-1]):
        bold = block.kind == "paragraph" and "bold" in block.hints and "\n" not in block.text
        short = word_count(block.text) <= _HEADING_WORDS and not ends_sentence(block.text)
        following = found[number + 1]
        if bold and short and following.kind != "photo" and "bold" not in following.hints:
            found[number] = replace(block, kind="heading", level=6)
    return found


def _without_dateline(body: list[Block]) -> tuple[list[Block], str]:
    for number, block in enumerate(body):
        if is_prose(block):
            body[number], source = dateline(block)
            return body, source
    return body, ""


def _summary(head: Head, declared: Declared) -> tuple[str, str]:
    if head.sapo is not None:
        sapo, source = dateline(head.sapo)
        return " ".join(sapo.text.split()), source
    return " ".join(declared.summary.split()), ""


def _stamp(head: Head, ending: Ending, *, trusted: bool) -> Stamp | None:
    """Return the publish stamp: behind the headline, else a labelled one at the end."""
    if head.stamp is not None:
        return head.stamp
    if trusted:
        return None
    blocks = ending.blocks
    for number in range(len(blocks) - 1, max(len(blocks) - 4, -1), -1):
        stamp = stamp_of(blocks[number].text)
        if stamp is not None and stamp.labelled:
            del blocks[number]
            return stamp
    return None


def _elsewhere(head: Head, body: Sequence[Block]) -> list[str]:
    """Return the lines that may tell the year: title first, then dates that stood above it."""
    others = [block.text for block in body if is_prose(block)][_LEAD:]
    return [head.title, head.subtitle, *head.stray, *others]


def _event(lead: Sequence[str], day: EventDay | None) -> FoundEvent:
    for number, text in enumerate(lead):
        after = text[day.end :].lstrip(" ,.)") if day and number == 0 and day.end > 0 else text
        found = event_of(after if day and number == 0 and day.start <= 1 else text)
        if found.name or found.host:
            return found
    return NO_EVENT


def _day(moment: datetime | None, day: EventDay | None, head: Head, body: Sequence[Block]) -> date:
    """Return the day by which the validity of units is judged."""
    if day is not None:
        return day.day
    if moment is not None:
        return moment.date()
    texts = [head.title, *(block.text for block in body)]
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    return date(max(years, default=2023), 6, 30)


def _credits(
    ending: Ending, head: Head, declared: Declared, people: People
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return authors and photographers: of the closing byline, else of the head, else declared."""

    def known(name: str) -> bool:
        return bool(people.find(name))

    authors, photographers = ending.authors, ending.photographers
    for block in head.byline:
        parsed = parse([line for line in block.text.split("\n") if line.strip()], known)
        if parsed is not None:
            authors = authors or parsed.authors
            photographers = photographers or parsed.photographers
    if not authors:
        authors = tuple(
            name for name in declared.authors if known(name) or looks_like_a_name(name, known)
        )
    return authors, photographers or declared.photographers


def stamp_text(moment: datetime, *, timed: bool) -> str:
    """Write a publish date as the header has it."""
    return f"{moment:%Y-%m-%d %H:%M}" if timed else f"{moment:%Y-%m-%d}"
