"""YAML read as nodes that know their place, and YAML mistakes told kindly.

Values stay the text that the author wrote (``no``, ``08:30`` and ``2023-12-15`` are not turned into
anything): each field has its own type. Only the plain part of YAML is let in: no anchors, aliases,
tags or second documents, little depth, a size cap. libyaml's composer calls itself for each level,
so depth is checked before it runs: 60 KB of ``[`` would otherwise end the process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.problems import Problem, problem

__all__ = [
    "HEADER_BYTES",
    "REGISTRY_BYTES",
    "MappingNode",
    "Node",
    "Place",
    "ScalarNode",
    "SequenceNode",
    "check_size",
    "compose",
]

HEADER_BYTES = 64 * 1024
REGISTRY_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 16

# Only text that matches can nest deeper than libyaml's composer can bear; the exact count is
# taken of those alone, since it costs as much again as composing.
_MANY_BRACKETS = 50
_DEEP_INDENT = re.compile(r"^ {40}|(?:[-?:][ \t]+){10}", re.MULTILINE)
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?P<key>[A-Za-z_]{2,30}):(?P<value>[^\s:/].*)")
_KEY_AND_VALUE = re.compile(r"\s*(?:- )?(?P<key>[^\s:]+):\s+(?P<value>.*\S)")


class Mark(Protocol):
    """A position in a YAML text, counted from 0; PyYAML and libyaml have a class each."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a YAML text stands: its file, and the file's line that holds its first line."""

    path: str
    first_line: int = 1

    def at(self, mark: Mark | None) -> tuple[int, int]:
        """Return the line and column in the file, counted from 1, of a mark in the text."""
        if mark is None:
            return self.first_line, 1
        return self.first_line + mark.line, mark.column + 1


def compose(
    text: str, place: Place, *, max_bytes: int = HEADER_BYTES
) -> tuple[Node | None, list[Problem]]:
    """Compose a YAML text into its root node.

    Args:
        text: the YAML, without ``---`` lines.
        place: where the text stands.
        max_bytes: the largest text read.

    Returns:
        The root node, None when the text is empty or cannot be read; and the problems found. A text
        with a problem has no node.
    """
    refused = check_size(text, place, max_bytes) or _refused_features(text, place)
    if refused:
        return None, refused
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader), []
    except yaml.MarkedYAMLError as error:
        return None, [_explain(error, text, place)]
    except (yaml.YAMLError, UnicodeEncodeError):
        return None, [problem("yaml-syntax", place.path, place.first_line)]


def check_size(text: str, place: Place, max_bytes: int) -> list[Problem]:
    """Return a problem when a text is larger than allowed."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= max_bytes:
        return []
    sizes = {"size": f"{size // 1024} KB", "limit": f"{max_bytes // 1024} KB"}
    return [problem("yaml-too-large", place.path, place.first_line, **sizes)]


def _refused_features(text: str, place: Place) -> list[Problem]:
    """Find anchors, aliases, tags and deep nesting, where the text has the characters for them."""
    deep = text.count("[") + text.count("{") > _MANY_BRACKETS or _DEEP_INDENT.search(text)
    if not deep and not any(sign in text for sign in "&*!"):
        return []
    found: list[Problem] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            sign = _sign(event)
            if sign:
                found.append(
                    problem("yaml-sign", place.path, *place.at(event.start_mark), sign=sign)
                )
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    found.append(problem("yaml-depth", place.path, *place.at(event.start_mark)))
                    return found
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, UnicodeEncodeError):
        # The composer meets the same mistake and explains it; depth up to here is harmless.
        return found
    return found


def _sign(event: yaml.Event) -> str:
    """Return the YAML sign that makes an event more than plain data, or nothing."""
    if isinstance(event, yaml.AliasEvent):
        return f"*{event.anchor}"
    if not isinstance(event, yaml.NodeEvent):
        return ""
    if event.anchor:
        return f"&{event.anchor}"
    tag: str | None = getattr(event, "tag", None)
    if not tag:
        return ""
    return tag if tag.startswith("!") else "!!"


# What libyaml says, and the code that explains it. Where the same words have several causes, the
# line decides (``_explain``).
_CODES = (
    ("block sequence entries are not allowed", "yaml-dash"),
    ("found character that cannot start any token", "yaml-first-character"),
    ("found a tab character", "yaml-tab"),
    ("found unexpected end of stream", "yaml-quote-open"),
    ("did not find expected ',' or", "yaml-bracket-open"),
    ("unknown escape character", "yaml-escape"),
    ("escape", "yaml-escape"),
    ("did not find expected hexdecimal number", "yaml-escape"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("undefined alias", "yaml-first-character"),
    ("did not find expected alphabetic or numeric character", "yaml-first-character"),
    ("did not find expected node content", "yaml-first-character"),
    ("did not find expected comment or line break", "yaml-first-character"),
    ("could not find expected ':'", "yaml-line-without-colon"),
    ("found another document", "yaml-second-document"),
    ("<document start>", "yaml-indent"),
)


def _explain(error: yaml.MarkedYAMLError, text: str, place: Place) -> Problem:
    """Turn libyaml's complaint into a problem at the place where the author made the mistake."""
    lines = text.split("\n")
    words = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problem("yaml-syntax", place.path, place.first_line)
    if words.startswith(("found unexpected end", "did not find expected ',' or", "could not find")):
        # libyaml notices these where the text ends; the author made them where the value begins.
        mark = error.context_mark or mark
    line, column = place.at(mark)
    row = _row(lines, mark.line)
    glued = _glued_key(lines, mark.line)
    if glued is not None:
        key, value, back = glued
        return problem("yaml-no-space", place.path, line - back, 1, key=key, value=value)
    if "mapping values" in words:
        return _colon_problem(row, line, column, place)
    if "did not find expected key" in words:
        return _key_problem(row, line, column, place)
    sign = row[mark.column : mark.column + 1]
    for part, code in _CODES:
        if part in words:
            tab = code == "yaml-first-character" and sign == "\t"
            return problem(
                "yaml-tab" if tab else code,
                place.path,
                line,
                column,
                sign=sign,
                example=_quoted(row),
                row=row.strip(),
            )
    return problem("yaml-syntax", place.path, line, column)


def _row(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _glued_key(lines: list[str], number: int) -> tuple[str, str, int] | None:
    """Find ``title:Text`` at the line of a complaint or just above: key, value, lines above."""
    for back in (0, 1):
        if number - back < 0:
            break
        match = _NO_SPACE_AFTER_COLON.fullmatch(_row(lines, number - back))
        if match:
            return match["key"], match["value"], back
    return None


def _colon_problem(row: str, line: int, column: int, place: Place) -> Problem:
    if _KEY_AND_VALUE.match(row[: column - 1]):
        return problem("yaml-colon", place.path, line, column, example=_quoted(row))
    return problem("yaml-indent", place.path, line, column, row=row.strip())


def _key_problem(row: str, line: int, column: int, place: Place) -> Problem:
    before = row[: column - 1].rstrip()
    if before.endswith(('"', "'")):
        return problem("yaml-after-quote", place.path, line, column, example=_quoted(row))
    return problem("yaml-indent", place.path, line, column, row=row.strip())


def _quoted(row: str) -> str:
    """Return the line as it is right: its value between quotes that its own text does not use."""
    match = _KEY_AND_VALUE.match(row)
    if match is None:
        return 'title: "…"'
    value = match["value"].replace("'", "''")
    return f"{match['key']}: '{value}'" if '"' in value else f'{match["key"]}: "{match["value"]}"'
