"""Every text of a file that a reader, a machine or a search engine gets to see, with its place.

Rules read pieces, not files: a finding at an offset of a piece becomes a line and a column of the
file (:meth:`Piece.place`). A pure function of the file's bytes, so that what rules find in a file
can be kept under the hash of its bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from plugins.bulletins import decoding, front_matter
from plugins.bulletins.front_matter import Parts
from plugins.bulletins.yaml_nodes import (
    REGISTRY_BYTES,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
    compose,
)

Run = tuple[int, int, int]

PROSE: Final = frozenset(
    {"title", "kicker", "subtitle", "summary", "paragraph", "heading", "item", "cell", "quotation"}
    | {"footnote", "caption", "letters.text", "change_note"}
)
"""Kinds of running text, which the rules of the language read."""

NAMES: Final = PROSE | {
    *("alt", "credit", "event.name", "event.place", "event.host", "event.chair", "event.guests"),
    *("event.series", "awards.authority", "awards.recipients.name", "documents.title"),
    *("documents.issuer", "letters.name", "source", "authors", "photographers", "attachment"),
}
"""Kinds of text in which people and units stand."""

# What a front-matter field is called as a piece, where that differs from its path.
_KINDS: Final[Mapping[str, str]] = {
    "cover_alt": "alt",
    "cover_caption": "caption",
    "cover_credit": "credit",
    "cover": "file-name",
    "documents.file": "file-name",
    "source_url": "link-target",
    "website": "link-target",
}
_COMMENT: Final = re.compile(r"(?:^|\s)#(?P<words>[^\n]*)")
_INDENT: Final = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a file.

    ``kind`` says what it is: ``title``, ``paragraph``, ``heading``, ``item``, ``cell``,
    ``quotation``, ``footnote``, ``alt``, ``caption``, ``credit``, ``link-target``, ``file-name``,
    ``comment``, ``line`` (a line of the file as it is, markup and invisible signs included),
    ``attachment`` and ``metadata`` (of attachments and photos), or the path of a front-matter field
    (``event.guests``). ``runs`` are (offset, line, column): from that offset on, the text stands at
    that place, sign by sign, until the next run.
    """

    kind: str
    text: str
    runs: tuple[Run, ...] = ((0, 1, 1),)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, counted from 1, of an offset in ``text``."""
        index = max(bisect_right(self.runs, offset, key=_offset_of) - 1, 0)
        start, line, column = self.runs[index]
        return line, column + max(offset - start, 0)


def _offset_of(run: Run) -> int:
    return run[0]


def pieces_of_path(path: str) -> Iterator[Piece]:
    """Yield the name of a file and of the folders around it, which stand in its address.

    Args:
        path: the file, relative to the content folder.
    """
    for name in reversed(path.split("/")):
        if not name.isdigit():
            yield Piece("file-name", name)


def split_file(path: str, data: bytes) -> Parts | None:
    """Decode a Markdown file and cut it in header and body; None where it is no text at all."""
    text, _ = decoding.decode(data, path)
    if text is None:
        return None
    parts, _ = front_matter.split(text, path)
    return parts


def pieces_of_header(parts: Parts, path: str) -> Iterator[Piece]:
    """Yield every value and every comment of a header; none where it cannot be read."""
    node, _ = front_matter.parse(parts, path)
    if node is not None:
        lines = parts.header.split("\n")
        yield from _pieces_of_node(node, "", lines, parts.first_line)
    if parts.kind == "yaml":
        yield from _comments(parts.header, parts.first_line)


def pieces_of_registry(path: str, data: bytes) -> tuple[Piece, ...]:
    """Return every value and every comment of a registry, and its lines as they are."""
    text, _ = decoding.decode(data, path)
    if text is None:
        return ()
    node, _ = compose(text, Place(path), max_bytes=REGISTRY_BYTES)
    found: list[Piece] = []
    if node is not None:
        found += _pieces_of_node(node, "", text.split("\n"), 1)
    return (*found, *_comments(text, 1), *lines_of(text))


def lines_of(text: str, first_line: int = 1) -> Iterator[Piece]:
    """Yield the lines of a text as they are, blank ones left out."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.strip():
            yield Piece("line", line, ((0, number, 1),))


def _comments(text: str, first_line: int) -> Iterator[Piece]:
    """Yield what stands behind ``#``; inside a quoted value it is read twice, which is harmless."""
    if "#" not in text:
        return
    for number, line in enumerate(text.split("\n"), first_line):
        match = _COMMENT.search(line)
        if match and match["words"].strip():
            yield Piece("comment", match["words"], ((0, number, match.start("words") + 1),))


def _pieces_of_node(node: Node, field: str, lines: list[str], first_line: int) -> Iterator[Piece]:
    """Yield the values below a node, in the order of the file."""
    waiting = [(node, field)]
    while waiting:
        current, name = waiting.pop()
        if isinstance(current, MappingNode):
            for key, value in reversed(current.value):
                below = key.value if isinstance(key, ScalarNode) else ""
                waiting.append((value, f"{name}.{below}" if name else below))
        elif isinstance(current, SequenceNode):
            waiting += [(item, name) for item in reversed(current.value)]
        elif isinstance(current, ScalarNode) and current.value.strip():
            runs = _runs_of_scalar(current, lines, first_line)
            yield Piece(_KINDS.get(name, name), current.value, runs)


def _runs_of_scalar(node: ScalarNode, lines: list[str], first_line: int) -> tuple[Run, ...]:
    """Find where each line of a value stands; quotation marks and indents are stepped over."""
    start, end = node.start_mark, node.end_mark
    row, column = start.line, start.column
    if node.style in {'"', "'"}:
        column += 1
    block = node.style in {"|", ">"}
    if start.line == end.line and not block:
        return ((0, first_line + row, column + 1),)
    runs: list[Run] = []
    offset = 0
    for number in range(row + block, min(end.line + 1, len(lines))):
        line = lines[number]
        at = column if number == row else len(_INDENT.match(line)[0])  # type: ignore[index]
        words = line[at:].strip().strip("\"'")
        found = node.value.find(words, offset) if words else -1
        if found >= 0:
            runs.append((found, first_line + number, at + 1))
            offset = found + len(words)
    return tuple(runs) or ((0, first_line + row, column + 1),)
