"""Cutting whole records out of feeds, sitemaps and calendars. Pure.

Each of these is a flat list of records between two fixed marks, so a record goes or stays whole
and the rest keeps its bytes.
"""

from __future__ import annotations

import re
from typing import Final

from publish_gate.cutting.needles import Needles

_XML: Final = re.compile(r"[ \t]*<(entry|url|item|sitemap)\b[^>]*>.*?</\1>[ \t]*\n?", re.DOTALL)
_CALENDAR: Final = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL)
# RFC 5545: a long line goes on after a line break and one blank.
_FOLD: Final = re.compile(r"\r?\n[ \t]")


def cut_xml(text: str, needles: Needles) -> str:
    """Return a feed or sitemap without the entries that tell of the pages."""
    return _XML.sub(lambda match: "" if needles.in_text(match[0]) else match[0], text)


def cut_calendar(text: str, needles: Needles) -> str:
    """Return a calendar without the events that tell of the pages.

    Raises:
        ValueError: a mention stands outside of events, where folding may hide it from others.
    """

    def keep(match: re.Match[str]) -> str:
        return "" if needles.in_text(_FOLD.sub("", match[0])) else match[0]

    after = _CALENDAR.sub(keep, text)
    if needles.in_text(_FOLD.sub("", after)):
        raise ValueError("a mention outside of events")
    return after


def cut_lines(text: str, needles: Needles) -> str:
    """Return a text without the lines that tell of the pages."""
    return "".join(line for line in text.splitlines(True) if not needles.in_text(line))
