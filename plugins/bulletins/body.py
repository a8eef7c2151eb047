"""From the Markdown of one file to its body: safe HTML, plain text, photos, links, anchors."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import replace
from typing import Final

from plugins.bulletins.decoding import unprintable
from plugins.bulletins.dialect import new_block_parser
from plugins.bulletins.dressing import dress
from plugins.bulletins.footnotes import Notes
from plugins.bulletins.inline import InlineParser
from plugins.bulletins.layout import check_runs, lay_out
from plugins.bulletins.marks import Marks
from plugins.bulletins.records import Body
from plugins.bulletins.sanitise import Sanitiser
from plugins.bulletins.source import Source
from plugins.bulletins.spans import scan
from plugins.bulletins.writing import ANCHOR_PREFIX, write
from plugins.problems import Problem, problem

MAX_SHOWN_HEADINGS: Final = 8
MAX_AMPERSANDS: Final = 50_000  # nh3 needs quadratic time for them

_EMPTY: Final = Body("", "")


class Converter:
    """Turns Markdown into bodies; make one for each process and use it for every file."""

    def __init__(self) -> None:
        """Prepare the parser and the sanitiser."""
        self._parser = new_block_parser()
        self._sanitiser = Sanitiser()

    def convert(self, markdown_text: str, first_line: int, path: str) -> tuple[Body, list[Problem]]:
        """Convert one body.

        Args:
            markdown_text: the body, decoded (``decoding.py``), without the header.
            first_line: the number of its first line in the file.
            path: the file, relative to the content folder; relative links count from it.

        Returns:
            The body and all problems, in reading order. The body is empty where its text cannot
            be parsed safely; with any error it is not to be published.
        """
        found = unprintable(markdown_text, path, first_line)
        if found:
            return _EMPTY, found
        source = Source(markdown_text, first_line, path)
        check_runs(source)
        if markdown_text.count("&") > MAX_AMPERSANDS:
            source.add(problem("too-many-marks", path, first_line))
        if source.problems:
            return _EMPTY, source.problems
        try:
            body = self._body(source)
        except OverflowError:
            return _EMPTY, [problem("too-many-marks", path, first_line)]
        clean = self._sanitiser.clean(body.html)
        if clean != body.html:
            source.add(problem("html-removed", path, first_line))
            body = replace(body, html=clean)
        return body, sorted(source.problems)

    def _body(self, source: Source) -> Body:
        marks = Marks()
        notes = Notes(source)
        text = lay_out(scan(source, marks), source, marks, notes)
        root = etree.Element("div")
        # A run that was broken off, by a time limit say, must not colour the next.
        self._parser.state.clear()
        self._parser.parseChunk(root, text)
        inline = InlineParser(marks, notes)
        for element in list(root.iter()):
            inline.fill(element)
        section = notes.section(self._parser, inline)
        if section is not None:
            root.append(section)
        dress(root, marks)
        body = write(root, marks)
        _check_anchors(body, source)
        for link in body.links:
            if not link.text:
                source.add(problem("link-without-words", source.path, link.line, link.column))
        _check_photos(body, source)
        return body


def _check_anchors(body: Body, source: Source) -> None:
    """Report links to places that this body does not have."""
    anchors = set(body.anchors)
    headings = [f"#{name}" for name in body.anchors if name.startswith(ANCHOR_PREFIX)]
    for link in body.links:
        if link.kind == "anchor" and link.fragment not in anchors:
            wanted = ANCHOR_PREFIX + link.fragment
            known = [f"#{wanted}"] if wanted in anchors else headings[:MAX_SHOWN_HEADINGS]
            values = {
                "fragment": link.fragment,
                "known": ", ".join(known) or "bài chưa có đề mục nào",
            }
            source.add(problem("anchor-missing", source.path, link.line, link.column, **values))


def _check_photos(body: Body, source: Source) -> None:
    for image in body.images:
        if not image.alt and image.target:
            source.add(
                problem(
                    "image-alt-missing", source.path, image.line, image.column, target=image.target
                )
            )
