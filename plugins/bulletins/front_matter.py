"""The header of a Markdown file: where it ends, and its fields as YAML nodes.

Two headers are understood: YAML between two ``---`` lines, and Pelican's classic header of
``Key: value`` lines up to the first blank line (flat fields only). Whichever a file uses, its
fields come out as nodes of one kind, so that nothing after this module asks which it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import yaml

from plugins.bulletins import schema
from plugins.bulletins.yaml_nodes import (
    HEADER_BYTES,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    check_size,
    compose,
)
from plugins.problems import Problem, problem

MARKER = "---"

# What Word, phones and tired fingers make of the marker line.
_ALMOST_MARKER = re.compile(r"[-\u2010-\u2015\u2212_=*]{1,80}")
# Pelican reads the same keys (Python-Markdown's meta extension), but in ASCII alone.
_CLASSIC_LINE = re.compile(
    r"[ ]{0,3}(?P<key>[^\W\d][\w -]{0,39}?)[ \t]{0,3}:(?!//)[ \t]*(?P<value>.*)"
)
_CLASSIC_MORE = re.compile(r"(?:[ ]{4,}|\t)(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Markdown file cut in two.

    ``first_line`` is the file's line of the header's first line; ``body_line`` that of the body's.
    """

    kind: Literal["yaml", "classic", "none"]
    header: str
    first_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> tuple[Parts, list[Problem]]:
    r"""Cut a file's text into header and body.

    Args:
        text: the decoded text, its lines ended by ``\n``.
        path: the file, for problems.

    Returns:
        The parts (of kind ``none`` when there is no header to read, the whole text then being the
        body), and the problems found.
    """
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return Parts("none", "", 1, "", 1), [problem("file-empty", path)]
    found: list[Problem] = []
    first = lines[start].strip()
    end = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    classic = any(_is_field_line(line) for line in lines[start:end])
    if first != MARKER and _ALMOST_MARKER.fullmatch(first) and _header_follows(lines, start + 1):
        found.append(problem("header-marker", path, start + 1, text=first[:20]))
        return _split_yaml(lines, start, path, found)
    if first != MARKER and not classic:
        return Parts("none", "", 1, text, 1), [problem("header-missing", path, start + 1)]
    if start > 0:
        found.append(problem("header-after-blank-line", path, 1))
    if first == MARKER:
        return _split_yaml(lines, start, path, found)
    header, body = "\n".join(lines[start:end]), "\n".join(lines[end:])
    return Parts("classic", header, start + 1, body, end + 1), found


def _is_field_line(line: str) -> bool:
    match = _CLASSIC_LINE.fullmatch(line)
    return match is not None and schema.names_a_field(match["key"])


def _header_follows(lines: list[str], start: int) -> bool:
    return start < len(lines) and _is_field_line(lines[start])


def _split_yaml(
    lines: list[str], start: int, path: str, found: list[Problem]
) -> tuple[Parts, list[Problem]]:
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.rstrip() == MARKER:
            header, body = "\n".join(lines[start + 1 : number]), "\n".join(lines[number + 1 :])
            return Parts("yaml", header, start + 2, body, number + 2), found
    # The header is not read: what follows may be the whole bulletin. The cure names the likely end.
    close = _likely_close(lines, start + 1)
    found.append(problem("header-unclosed", path, start + 1, line=close + 1))
    return Parts("none", "", 1, "", len(lines)), found


def _likely_close(lines: list[str], start: int) -> int:
    """Return the index of the line that most likely was meant to close the header."""
    for number in range(start, len(lines)):
        stripped = lines[number].strip()
        if not stripped or _ALMOST_MARKER.fullmatch(stripped):
            return number
    return len(lines)


def parse(parts: Parts, path: str) -> tuple[MappingNode | None, list[Problem]]:
    """Parse a header into a mapping node.

    Returns:
        The mapping (None when there is no header or it cannot be read), and the problems found.
    """
    if parts.kind == "none":
        return None, []
    place = Place(path, parts.first_line)
    if parts.kind == "classic":
        too_large = check_size(parts.header, place, HEADER_BYTES)
        return _parse_classic(parts.header, place) if not too_large else (None, too_large)
    node, found = compose(parts.header, place)
    if found:
        blank = _end_before(parts, found[0])
        if blank is not None:
            line = parts.first_line + blank
            found = [problem("header-unclosed", path, parts.first_line - 1, line=line)]
        return None, found
    if node is None:
        return MappingNode(_MAP_TAG, [], _mark(0, 0), _mark(0, 0)), []
    if not isinstance(node, MappingNode):
        line, column = place.at(node.start_mark)
        return None, [problem("header-not-fields", path, line, column)]
    return node, []


def _end_before(parts: Parts, mistake: Problem) -> int | None:
    """Find where a header ends whose closing line is really a rule (``---``) in the body.

    Returns:
        The index of the blank line before ``mistake`` after which no field follows, or None.
    """
    lines = parts.header.split("\n")
    blank = next((number for number, line in enumerate(lines) if not line.strip()), None)
    if blank is None or parts.first_line + blank >= mistake.line:
        return None
    return None if any(_is_field_line(line) for line in lines[blank:]) else blank


_MAP_TAG = "tag:yaml.org,2002:map"
_TEXT_TAG = "tag:yaml.org,2002:str"
CLASSIC_STYLE = "classic"


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("", 0, line, column, None, 0)


def _scalar(value: str, line: int, column: int) -> ScalarNode:
    start, end = _mark(line, column), _mark(line, column + len(value))
    return ScalarNode(_TEXT_TAG, value, start, end, style=CLASSIC_STYLE)


def _parse_classic(header: str, place: Place) -> tuple[MappingNode | None, list[Problem]]:
    pairs: list[tuple[Node, Node]] = []
    found: list[Problem] = []
    for number, line in enumerate(header.split("\n")):
        match = _CLASSIC_LINE.fullmatch(line)
        more = _CLASSIC_MORE.fullmatch(line)
        if match:
            value = match["value"].strip()
            field = schema.BULLETIN.get(match["key"].lower())
            if field is not None and field.kind in schema.NESTED_KINDS:
                found.append(problem("classic-nested-field", *_at(place, number), field=field.name))
                continue
            pairs.append(
                (
                    _scalar(match["key"], number, match.start("key")),
                    _scalar(value, number, match.start("value")),
                )
            )
        elif more and pairs:
            key, before = pairs[-1]
            # Pelican makes a list of such lines for names; one text for anything else.
            joint = "; " if schema.is_list_of_names(key.value) else " "
            joined = joint.join(filter(None, [before.value, more["value"].strip()]))
            pairs[-1] = (
                key,
                ScalarNode(
                    _TEXT_TAG, joined, before.start_mark, _mark(number, len(line)), CLASSIC_STYLE
                ),
            )
        else:
            found.append(problem("classic-line", *_at(place, number), text=line.strip()[:60]))
    if not pairs:
        return None, found
    return MappingNode(_MAP_TAG, pairs, pairs[0][0].start_mark, pairs[-1][1].end_mark), found


def _at(place: Place, number: int) -> tuple[str, int, int]:
    return place.path, place.first_line + number, 1
