"""The byline that closes a text: found at the end of a body, read, and taken out of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.authors import lexicon
from plugins.authors.forms import LABEL_WITH_COLON, MAX_LENGTH, Parsed, looks_like_a_name, parse
from plugins.authors.naming import Known
from plugins.authors.people import People
from plugins.bulletins.records import Body
from plugins.vietnamese import fold_exact

MAX_LINES: Final = 3

_FOOTNOTES: Final = '<div class="footnotes'
_FIGURE_END: Final = "</figure>"
_GALLERY: Final = '<ul class="gallery"'
_GALLERY_END: Final = "</figure></li></ul>"
_PARAGRAPH_START: Final = re.compile(r"<p(?: [^>]*)?>")
_HEADING_END: Final = re.compile(r"</h[1-6]>\s*$")
_QUOTATION_END: Final = re.compile(r"</blockquote>\s*$")
_DASHES: Final = ("-", "–", "—")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_LAST_TAG: Final = re.compile(r"<(?:p|strong|em)(?: [^<>]*)?>$")
_BREAK_BEFORE: Final = re.compile(r"(?:\s|<br ?/?>)+$")
_EMPHASIS: Final = frozenset({"strong", "em"})
# Where a line of a paragraph ends: a line break, a newline of the author; the end mark «./.» and
# the end of a sentence before a label, which were a line's end before somebody joined the lines.
# What stands inside a tag is no text.
_LINE_END: Final = re.compile(
    r"(?P<tag><(?!br\b)[^>]*>)|(?:<br ?/?>\s*|\n)+|(?<=\.)/\.\s+"
    rf"|(?<=[.!?…])\s+(?=(?:<(?:strong|em)>)*(?:{LABEL_WITH_COLON}))",
    re.I,
)
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’»)\]]*$|[”»)]$")
_OPENS_LIST: Final = (":", ",", ";")
_NO_PROSE: Final = re.compile(r"<figure\b.*?</figure>|<h[1-6]\b.*?</h[1-6]>|<[^>]*>", re.S)
_SILENT: Final = re.compile(r'<a [^>]*class="footnote-(?:ref|back)"[^>]*>.*?</a>', re.S)
_INLINE_TAG: Final = re.compile(r"</?(?:a|abbr|code|em|strong|sub|sup|img)\b[^>]*>")
_ANY_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Byline:
    """The byline of a text.

    Attributes:
        authors: who wrote, in normal capitals; initials as printed.
        photographers: who took the photos.
        unit: the unit behind a name, as printed, or "".
        body_html: the body without the byline; its tags are balanced.
        text: the byline as printed, on one line.
        kept: words of the byline's place that credit nobody and stay: «Ảnh: Internet».
    """

    authors: tuple[str, ...]
    photographers: tuple[str, ...]
    unit: str
    body_html: str
    text: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph at the end of a body; offsets are those of the body."""

    text: str
    start: int
    paragraph: int
    first: bool
    emphasis_only: bool


@dataclass(frozen=True, slots=True)
class _Tail:
    """The last lines of a text; ``end`` is where they end, ``after_heading`` what is before."""

    lines: tuple[_Line, ...]
    end: int


def find_byline(body_html: str, people: People, *, explicit: Sequence[str] = ()) -> Byline | None:
    """Find the byline that closes a text.

    It is the last one to three lines of the last paragraphs, before footnotes and trailing photos:
    labels, names and units, and nothing else. A line that stands in one paragraph with prose is
    a byline only behind the end of a sentence. The only paragraph of a text, the name below a
    heading or below the end of a letter, and the last entry of a list of people are none.

    Args:
        body_html: the sanitised HTML of a body.
        people: the registry.
        explicit: the names or ids of the header's ``authors:``. With them the last lines are a
            byline only if they name one of these people, or a registered one.

    Returns:
        The byline, or None where the text ends without one. Of several readings the longest.
    """
    tail = _tail(body_html)
    wanted = _wanted(explicit, people)

    def known(name: str) -> bool:
        return bool(people.find(name)) or fold_exact(name) in wanted

    for size in range(min(MAX_LINES, len(tail.lines)), 0, -1):
        group, before = tail.lines[-size:], tail.lines[:-size]
        if not all(line.emphasis_only for line in group):
            continue
        parsed = parse([line.text for line in group], known)
        if parsed is None or not _may_stand(body_html, group[0], before, parsed, known):
            continue
        if explicit and not any(map(known, (*parsed.authors, *parsed.photographers))):
            continue
        return Byline(
            authors=parsed.authors,
            photographers=parsed.photographers,
            unit=parsed.unit,
            body_html=_without(body_html, group[0], tail.end, parsed.kept),
            text=_words(body_html[group[0].start : tail.end]),
            kept=parsed.kept,
        )
    return None


def text_without(body: Body, byline: Byline) -> str:
    """Return the plain text of a body without its byline.

    Args:
        body: the body in which the byline was found.
        byline: what was found.

    Returns:
        The text, one block a line; captions and footnotes behind the byline stay.
    """
    flat = body.text.replace("\n", " ")
    behind = _words(body.html[_tail(body.html).end :])
    at = len(flat) - len(behind) - (1 if behind else 0) - len(byline.text)
    if at < 0 or flat[at : at + len(byline.text)] != byline.text:
        return body.text
    parts = (
        body.text[:at].rstrip().removesuffix("/."),
        byline.kept,
        body.text[at + len(byline.text) :].lstrip(),
    )
    return "\n".join(part for part in parts if part)


def _wanted(explicit: Sequence[str], people: People) -> frozenset[str]:
    persons = (person for name in explicit for person in people.find(name))
    names = (name for person in persons for name in person.names)
    return frozenset(map(fold_exact, (*explicit, *names)))


def _tail(body_html: str) -> _Tail:
    """Collect the last lines, one more than a byline may have: what stands above it matters."""
    end = body_html.rfind(_FOOTNOTES)
    end = len(body_html.rstrip()) if end < 0 else len(body_html[:end].rstrip())
    while body_html.endswith((_FIGURE_END, _GALLERY_END), 0, end):
        gallery = body_html.endswith(_GALLERY_END, 0, end)
        start = body_html.rfind(_GALLERY if gallery else "<figure", 0, end)
        if start < 0:
            break
        end = len(body_html[:start].rstrip())
    lines: list[_Line] = []
    at = end
    while len(lines) <= MAX_LINES and body_html.endswith("</p>", 0, at):
        start = body_html.rfind("<p", 0, at)
        opening = _PARAGRAPH_START.match(body_html, start) if start >= 0 else None
        if opening is None:
            break
        lines[:0] = _lines(body_html, start, opening.end(), at - len("</p>"))
        if lines and (len(lines[-1].text) > MAX_LENGTH or not lines[-1].emphasis_only):
            return _Tail((), end)  # prose, as most texts end
        at = len(body_html[:start].rstrip())
    return _Tail(tuple(lines), end)


def _lines(body_html: str, paragraph: int, start: int, end: int) -> Iterator[_Line]:
    first = True
    breaks = _LINE_END.finditer(body_html, start, end)
    ends = [match.span() for match in breaks if not match["tag"]]
    for stop, following in (*ends, (end, end)):
        inner = body_html[start:stop]
        text = _words(inner)
        if text:
            names = {match[2].lower() for match in _TAG.finditer(inner)}
            yield _Line(text, start, paragraph, first, names <= _EMPHASIS)
            first = False
        start = following


def _may_stand(
    body_html: str,
    first: _Line,
    before: Sequence[_Line],
    parsed: Parsed,
    known: Known,
) -> bool:
    """Tell whether a byline may begin at a line, by what stands above it."""
    if not before:
        head = body_html[: first.paragraph]
        quoted = bool(_QUOTATION_END.search(head)) and first.text.startswith(_DASHES)
        return not quoted and not _HEADING_END.search(head) and _has_prose(head)
    above = before[-1].text
    if not first.first:
        # «Quang cảnh hội nghị. Ảnh: …» is a caption typed as text, and stays whole.
        if not parsed.authors:
            return False
        return bool(_SENTENCE_END.search(above)) and not lexicon.ABBREVIATION_END.search(above)
    if parsed.labelled:
        return True
    if above.endswith(_OPENS_LIST) or lexicon.SIGNATURE.match(above):
        return False
    return not looks_like_a_name(above, known)


def _has_prose(head: str) -> bool:
    return bool(_NO_PROSE.sub("", head).strip())


def _without(body_html: str, first: _Line, end: int, kept: str) -> str:
    """Cut a body from a line to the end of its last paragraph; close what the cut left open."""
    paragraph = body_html[first.paragraph : first.start]
    cut = _cut(paragraph)
    above = body_html[: first.paragraph]
    head = above.rstrip() if cut is None else above + cut
    rest = f"<p>{html.escape(kept, quote=False)}</p>" if kept else ""
    return "\n".join(filter(None, (head, rest, body_html[end:].strip())))


def _cut(paragraph: str) -> str | None:
    """Close the beginning of a paragraph; None where nothing of it is left."""
    trimmed = paragraph
    while True:
        shorter = _LAST_TAG.sub("", _BREAK_BEFORE.sub("", trimmed))
        if shorter == trimmed:
            break
        trimmed = shorter
    if not trimmed:
        return None
    trimmed = trimmed.removesuffix("/.")
    return trimmed + "".join(f"</{name}>" for name in reversed(_open_tags(trimmed)))


def _open_tags(fragment: str) -> list[str]:
    stack: list[str] = []
    for match in _TAG.finditer(fragment):
        if not match[1]:
            if match[2] not in {"br", "img", "hr"}:
                stack.append(match[2])
        elif match[2] in stack:
            del stack[len(stack) - 1 - stack[::-1].index(match[2]) :]
    return stack


def _words(fragment: str) -> str:
    """Return the words of blocks as the body's plain text has them, on one line."""
    words = _INLINE_TAG.sub("", _SILENT.sub("", fragment))
    return " ".join(html.unescape(_ANY_TAG.sub(" ", words)).split())
