"""One file in, one record out: decode, split, read the header, convert the body.

A pure function of its arguments, so that any process may run it and its result may be kept. Every
problem of a file is collected; a file with an error has no record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from plugins.bulletins import decoding, front_matter, header
from plugins.bulletins.award_table import read_award_tables
from plugins.bulletins.body import Converter
from plugins.bulletins.footnotes import DEFINITION_START
from plugins.bulletins.front_matter import Parts
from plugins.bulletins.header import HeaderResult, last_word
from plugins.bulletins.records import Body, Bulletin, Mention, StaticPage
from plugins.bulletins.summary import summarise
from plugins.problems import Problem, errors, problem

MAX_REPORTED = 100
"""Problems of one file that are listed; a file with more has one cause that a reader sees soon."""

CLOSING_LINES = 8
CLOSING_LENGTH = 160
"""Signs kept of each closing line: a byline is short, and may stand behind a long paragraph."""

Record = TypeVar("Record", bound=Bulletin | StaticPage)
Complete = Callable[[Record | None, Body, Parts, str], tuple[Record | None, Sequence[Problem]]]
"""Adds to a record what its body says; the record is None where the header has errors."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What reading depends on besides the file.

    ``timezone`` is the name of the site's zone (``Asia/Ho_Chi_Minh``). ``now_year`` is the year of
    the build: publish dates may reach one year further, so that no file turns wrong with time.
    """

    timezone: str
    now_year: int


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Record]):
    """The record of a file, None when any error was found; and all problems in reading order."""

    record: Record | None
    problems: tuple[Problem, ...]


def read_bulletin(
    path: str, data: bytes, options: ReadOptions, converter: Converter | None = None
) -> Outcome[Bulletin]:
    """Read a bulletin.

    Args:
        path: the file, relative to the content folder, with forward slashes, NFC.
        data: its bytes.
        options: what else reading depends on.
        converter: a Markdown converter to use again; making one costs as much as a short text.

    Returns:
        The record and the problems. Any bytes give an outcome; nothing is raised.
    """
    read_header = partial(
        _header_of_bulletin, timezone=ZoneInfo(options.timezone), now_year=options.now_year
    )
    return _read(path, data, read_header, converter, _with_table)


def read_static_page(
    path: str, data: bytes, options: ReadOptions, converter: Converter | None = None
) -> Outcome[StaticPage]:
    """Read a static page; arguments and result as for :func:`read_bulletin`."""
    read_header = partial(header.header_of_page, timezone=ZoneInfo(options.timezone))
    return _read(path, data, read_header, converter)


def _read(
    path: str,
    data: bytes,
    read_header: Callable[[str, Parts], HeaderResult[Record]],
    converter: Converter | None,
    complete: Complete[Record] | None = None,
) -> Outcome[Record]:
    text, found = decoding.decode(data, path)
    if text is None:
        return Outcome(None, _in_order(found, path))
    parts, found_in_split = front_matter.split(text, path)
    header_result = read_header(path, parts)
    body, found_in_body = (converter or Converter()).convert(parts.body, parts.body_line, path)
    problems = [*found, *found_in_split, *header_result.problems, *found_in_body]
    record = header_result.record
    if complete is not None and not errors(found_in_body):
        record, found_more = complete(record, body, parts, path)
        problems += found_more
    if record is None or errors(problems):
        return Outcome(None, _in_order(problems, path))
    summary = record.summary or summarise(body.html)
    return Outcome(replace(record, body=body, summary=summary), _in_order(problems, path))


def _header_of_bulletin(
    path: str, parts: Parts, *, timezone: ZoneInfo, now_year: int
) -> HeaderResult[Bulletin]:
    result = header.header_of_bulletin(path, parts, timezone=timezone, now_year=now_year)
    if result.record is None:
        return result
    closing = tuple(reversed([*islice(_lines_from_below(parts), CLOSING_LINES)]))
    return replace(result, record=replace(result.record, closing=closing))


def _with_table(
    record: Bulletin | None, body: Body, parts: Parts, path: str
) -> tuple[Bulletin | None, Sequence[Problem]]:
    """Take awards out of the tables of a body; a header that lists them too keeps its own."""
    known_on = last_word(record.date, record.modified) if record else None
    table = read_award_tables(body, parts.body, parts.body_line, path, known_on)
    if record is None or not table.found:
        return record, table.problems
    if record.awards:
        record = replace(record, awards_in_body=True, table_awards=table.awards)
    else:
        record = replace(record, awards_in_body=True, awards=table.awards)
    return record, table.problems


def _lines_from_below(parts: Parts) -> Iterator[Mention]:
    """Go up the lines of a body that hold words, footnotes left out."""
    lines = parts.body.split("\n")
    for row in range(len(lines) - 1, -1, -1):
        words = lines[row].strip()
        if words and not DEFINITION_START.match(words):
            start = max(len(words) - CLOSING_LENGTH, 0)
            column = len(lines[row]) - len(lines[row].lstrip()) + start + 1
            yield Mention(words[start:], parts.body_line + row, column)


def _in_order(problems: list[Problem], path: str) -> tuple[Problem, ...]:
    """Sort problems from top to bottom; of a file that is no bulletin at all, show the first."""
    found = sorted(problems)
    if len(found) <= MAX_REPORTED:
        return tuple(found)
    first_left_out = found[MAX_REPORTED]
    more = problem("more-problems", path, first_left_out.line, count=len(found) - MAX_REPORTED)
    return (*found[:MAX_REPORTED], more)
