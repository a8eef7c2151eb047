"""A text on its way into a bulletin: blocks of runs, the same for every format that is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal

from plugins.vietnamese import collapse_spaces, repair_lookalikes, strip_invisible

Kind = Literal["paragraph", "heading", "item", "quote", "table", "photo"]
Hint = Literal[
    "centred", "right", "bold", "italic", "caption", "sapo", "byline", "title", "kicker",
    "date", "source", "boxed", "beside", "apart",
]  # fmt: skip
"""What the look of a block tells. ``beside``: it shares a figure or table cell with a photo;
``apart``: no blank line parts it from the block before."""

_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffc]")
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same. A line feed in ``text`` is a line break.

    ``href`` is the address that the words lead to, ``script`` is ``sub``, ``sup`` or empty.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as a page names it: where it is, or its own bytes where they came along."""

    address: str
    alt: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list entry, table or photo.

    ``level`` is that of a heading (2 to 6) or the depth of an entry (0 on). ``number`` is set for
    an entry of a numbered list. ``rows`` are cells of a table, each some runs. ``caption`` is that
    of a photo, once it is known.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: int = 0
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    photo: Photo | None = None
    caption: str = ""
    hints: frozenset[Hint] = frozenset()

    @property
    def text(self) -> str:
        """The plain words, a line feed for each line break; of a table, a line for each row."""
        if self.kind == "table":
            return "\n".join(" ".join(map(text_of, row)) for row in self.rows)
        return text_of(self.runs)

    def hinted(self, *hints: Hint) -> Block:
        """Return the block with more hints."""
        return replace(self, hints=self.hints | frozenset(hints))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that did not belong to an article: its kind, and its first words."""

    kind: Literal["chrome", "spam", "hidden", "tracker", "signature", "repeat"]
    text: str


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page or file says about its article in fields of its own; empty where it does not."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    summary: str = ""
    date: datetime | None = None
    date_text: str = ""
    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    addresses: tuple[str, ...] = ()
    slug: str = ""
    category: str = ""
    cover: Photo | None = None
    cover_caption: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One article as a reader of some format gives it.

    Attributes:
        blocks: everything that may be article, in reading order.
        declared: its fields.
        left_out: what was thrown away on the way.
        notes: what a person should look at, as codes of messages with their values.
        trusted: the blocks are the article and nothing else (posts of a data base), so that no
            headline is looked for in them.
    """

    blocks: tuple[Block, ...]
    declared: Declared = field(default_factory=Declared)
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    trusted: bool = False


def text_of(runs: Iterable[Run]) -> str:
    """Return the plain words of runs, blanks collapsed, line breaks kept."""
    lines = "".join(run.text for run in runs).split("\n")
    return "\n".join(filter(None, (collapse_spaces(line).strip() for line in lines)))


def cleaned(text: str) -> str:
    """Return text without what no bulletin may hold: NFC, no invisible or foreign signs."""
    text = _CONTROL.sub("", _PRIVATE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return repair_lookalikes(strip_invisible(text))


def paragraph(text: str, *hints: Hint) -> Block:
    """Return a paragraph of plain words."""
    return Block("paragraph", (Run(text),), hints=frozenset(hints))


def trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with single blanks, none at the ends, and equal neighbours joined."""
    joined: list[Run] = []
    for run in runs:
        text = re.sub(r"[^\S\n]+", " ", run.text)
        before = joined[-1].text if joined else "\n"
        if before.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text.startswith("\n") and joined:
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
        if not text:
            continue
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    while joined and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].text.strip():
        joined.pop()
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def without_start(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return runs without their first ``length`` characters."""
    left: list[Run] = []
    for run in runs:
        taken = min(length, len(run.text))
        length -= taken
        if taken < len(run.text):
            left.append(replace(run, text=run.text[taken:]))
    return trimmed(left)


def lines_of(block: Block) -> list[tuple[Run, ...]]:
    """Return the runs of each line of a block."""
    lines: list[list[Run]] = [[]]
    for run in block.runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    return [found for line in lines if (found := trimmed(line))]
