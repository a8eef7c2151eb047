"""Word files (.docx): their text in reading order, with the last accepted state of all changes.

Read part by part and not with a converter, because a bulletin needs what converters drop: how a
paragraph is aligned (a byline, a caption), which font a run has (the encoding of its letters), text
boxes once and not twice. Comments, page headers and what was struck out are no text.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as etree
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from plugins.desk.importing.blocks import Block, Hint, Page, Photo, Run, cleaned, text_of, trimmed
from plugins.desk.importing.html_blocks import beside_photos
from plugins.desk.importing.lines import is_motto
from plugins.desk.importing.old_letters import of_font
from plugins.desk.importing.word_styles import Look, Styles, local, relations_of, value

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_INSIDE: Final = frozenset(
    {"ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "hyperlink", "customXml"}
)
_LARGEST: Final = 200 * 1_048_576


def read_word(data: bytes) -> Page | None:
    """Read a Word file.

    Returns:
        Its text; None where there is none.

    Raises:
        ValueError: the file is broken, encrypted, or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise ValueError("tệp giải nén ra quá lớn")
            reader = _Reader(archive)
            body = reader.part("word/document.xml").find("./{*}body")
            if body is None:
                raise ValueError("tệp Word không có nội dung")
            blocks = list(reader.blocks(body))
    except (zipfile.BadZipFile, KeyError, etree.ParseError, RuntimeError) as error:
        raise ValueError("tệp Word hỏng hoặc có mật khẩu") from error
    if not any(block.text or block.photo for block in blocks):
        return None
    notes = (("import-old-letters", ""),) if reader.converted else ()
    return Page(tuple(blocks), notes=notes)


@dataclass(slots=True)
class _Inner:
    """What a paragraph holds besides its runs: photos before and after words, boxes, footnotes."""

    runs: list[Run] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    boxes: list[etree.Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._relations = relations_of(self._optional("word/_rels/document.xml.rels"))
        self._styles = Styles.of(
            self._optional("word/styles.xml"), self._optional("word/numbering.xml")
        )
        self._footnotes = {
            note.get(value("id"), ""): note
            for name in ("word/footnotes.xml", "word/endnotes.xml")
            for note in self._children(name)
        }
        self._counts: Counter[tuple[str, int]] = Counter()
        self.converted = False

    def part(self, name: str) -> etree.Element:
        data = self._archive.read(name)
        if b"<!DOCTYPE" in data[:1_000]:
            raise ValueError("tệp Word có phần khai báo không an toàn")
        return etree.fromstring(data)

    def blocks(self, parent: etree.Element, *hints: Hint) -> Iterator[Block]:
        """Yield the blocks of a body, cell or text box."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, frozenset(hints))
            elif name == "tbl":
                yield from self._table(element)
            elif name in _INSIDE:
                yield from self.blocks(element, *hints)
            elif name == "AlternateContent":
                yield from self.blocks(_choice(element), *hints)

    def _optional(self, name: str) -> etree.Element | None:
        return self.part(name) if name in self._names else None

    def _children(self, name: str) -> list[etree.Element]:
        root = self._optional(name)
        return [] if root is None else list(root)

    def _paragraph(self, element: etree.Element, hints: frozenset[Hint]) -> Iterator[Block]:
        style = self._styles.of_paragraph(element)
        inner = _Inner()
        self._runs(element, style.look, inner, href="")
        before = list(inner.photos)
        yield from (Block("photo", photo=photo) for photo in before)
        runs = trimmed(inner.runs)
        if text_of(runs):
            yield self._worded(runs, style.hints | hints, element)
        for text in inner.notes:
            yield Block("paragraph", (Run(text),))
        for box in inner.boxes:
            yield from self.blocks(box, "boxed")

    def _worded(
        self, runs: tuple[Run, ...], hints: frozenset[Hint], element: etree.Element
    ) -> Block:
        found = set(hints)
        if all(run.bold for run in runs):
            found.add("bold")
        if all(run.italic for run in runs):
            found.add("italic")
        if "".join(run.text for run in runs).startswith("\xa0" * 12):
            found.add("right")
        level = self._styles.heading(element)
        entry = self._styles.entry(element)
        if level and "title" not in found:
            return Block("heading", runs, level, hints=frozenset(found))
        if entry is not None:
            identity, depth, numbered = entry
            self._counts[identity, depth] += 1
            number = self._counts[identity, depth] if numbered else 0
            return Block("item", runs, depth, number, hints=frozenset(found))
        return Block("paragraph", runs, hints=frozenset(found))

    def _runs(self, parent: etree.Element, look: Look, inner: _Inner, href: str) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, look, inner, href)
            elif name == "hyperlink":
                target = self._relations.get(element.get(f"{_R}id", ""), "")
                self._runs(element, look, inner, target)
            elif name in _INSIDE:
                self._runs(element, look, inner, href)
            elif name == "AlternateContent":
                self._runs(_choice(element), look, inner, href)

    def _run(self, element: etree.Element, inherited: Look, inner: _Inner, href: str) -> None:
        look = self._styles.of_run(element, inherited)
        if look.hidden:
            return
        for child in element:
            name = local(child)
            if name == "t":
                self._words(child.text or "", look, inner, href)
            elif name in {"br", "cr"}:
                if child.get(value("type"), "textWrapping") == "textWrapping":
                    inner.runs.append(Run("\n"))
            elif name in {"tab", "ptab"}:
                inner.runs.append(Run(" "))
            elif name == "noBreakHyphen":
                inner.runs.append(Run("-"))
            elif name in {"footnoteReference", "endnoteReference"}:
                note = self._footnotes.get(child.get(value("id"), ""))
                if note is not None:
                    inner.notes += [text for b in self.blocks(note) if (text := b.text)]
            elif name in {"drawing", "pict", "object"}:
                self._drawing(child, inner)
            elif name == "AlternateContent":
                for part in _choice(child):
                    self._drawing(part, inner)

    def _words(self, text: str, look: Look, inner: _Inner, href: str) -> None:
        words = of_font(text, look.font)
        self.converted = self.converted or words != text
        inner.runs.append(Run(cleaned(words), look.bold, look.italic, href, look.script))

    def _drawing(self, element: etree.Element, inner: _Inner) -> None:
        """Take photos and text boxes out of a drawing, each once."""
        alt = next((e.get("descr", "") for e in element.iter() if local(e) == "docPr"), "")
        for part in element.iter():
            name = local(part)
            if name == "txbxContent":
                inner.boxes.append(part)
            elif name in {"blip", "imagedata"}:
                identity = part.get(f"{_R}embed") or part.get(f"{_R}id") or part.get(f"{_R}link")
                target = self._relations.get(identity or "", "")
                path = f"word/{target}" if not target.startswith("/") else target[1:]
                if path in self._names:
                    photo = Photo(target, " ".join(cleaned(alt).split()), self._archive.read(path))
                    inner.photos.append(photo)

    def _table(self, element: etree.Element) -> Iterator[Block]:
        rows = [row for row in element if local(row) == "tr"]
        cells = [[list(self.blocks(cell)) for cell in row if local(cell) == "tc"] for row in rows]
        flat = [block for row in cells for cell in row for block in cell]
        width = max(map(len, cells), default=0)
        letterhead = any(is_motto(line) for block in flat for line in block.text.split("\n"))
        photos = any(block.photo for block in flat)
        if not letterhead and (width < 2 or len(cells) < 2 or photos):  # noqa: PLR2004
            yield from beside_photos(flat)
            return
        grid = [[_in_cell(cell) for cell in row] + [()] * (width - len(row)) for row in cells]
        yield Block("table", rows=tuple(tuple(row) for row in grid if any(map(text_of, row))))


def _in_cell(blocks: list[Block]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for block in blocks:
        if block.runs:
            runs += [Run("\n"), *block.runs] if runs else block.runs
    return trimmed(replace(run) for run in runs)


def _choice(element: etree.Element) -> etree.Element:
    """Return the newest form of a drawing that holds something; Word keeps an old one beside it."""
    for part in element:
        if local(part) == "Choice" and any(
            local(inner) in {"txbxContent", "blip", "t"} for inner in part.iter()
        ):
            return part
    return next((part for part in element if local(part) == "Fallback"), element)
