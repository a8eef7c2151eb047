"""A Word or Excel file as texts: its words, properties, descriptions and links; what hides in it.

Every part is read as XML, whatever it is called and whatever prefix and encoding it uses: what one
program shows must not escape because another one would have written it differently.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from plugins.gate.pieces import Piece

MAX_PART: Final = 20 * 1_048_576
"""Bytes of one part that are unpacked; a larger one is a bomb, or no document."""
MAX_PIECES: Final = 20_000
MAX_NESTED: Final = 2

_XML: Final = re.compile(r"\.(?:xml|rels|vml)$", re.I)
_NESTED: Final = re.compile(r"\.(?:docx|xlsx|pptx)$", re.I)
_ACTIVE: Final = re.compile(
    r"vbaproject|macrosheets/|activex/|embeddings/.*\.(?:bin|exe|docm|xlsm)", re.I
)
_ACTIVE_FIELD: Final = re.compile(r"\s*=?\s*(?:DDE|DDEAUTO)\b", re.I)
_ADDRESS: Final = re.compile(r"(?:https?:)?[/\\]{2}[^\s\"'<>]{2,2000}", re.I)
# Pieces of words and of fields: what stands in several of them is read as one text.
_RUNS: Final = frozenset({"t", "delText"})
_FIELDS: Final = frozenset({"instrText", "delInstrText", "f"})
_BLANKS: Final = frozenset({"tab", "br", "cr", "noBreakHyphen"})
_BLOCKS: Final = frozenset({"p", "si", "c", "row", "comment", "txbxContent"})
_SAID: Final = frozenset({"descr", "title", "tooltip", "alt", "screenTip", "linkTarget"})
_NAMED: Final = frozenset({"sheet", "property", "definedName", "table"})
_NO_WORDS: Final = re.compile(r"[\d.,:+\-TZeE%\s]*")


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """What an office file holds.

    ``active`` are parts that act by themselves; ``whole`` tells that nothing was left unread.
    """

    pieces: tuple[Piece, ...]
    author: str = ""
    active: tuple[str, ...] = ()
    damaged: bool = False
    whole: bool = True


def read_office(data: bytes, nested: int = 0) -> OfficeFound:
    """Read a docx or xlsx; a damaged one gives what could be read.

    Args:
        data: the file.
        nested: in how many other files it lies.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, nested)
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return OfficeFound((), damaged=True)


def _read(archive: zipfile.ZipFile, nested: int) -> OfficeFound:
    pieces: list[Piece] = []
    author = ""
    active: set[str] = set()
    damaged, whole = False, True
    for part in archive.infolist():
        name = part.filename
        if _ACTIVE.search(name):
            active.add(name)
        if not (_XML.search(name) or _NESTED.search(name)):
            continue
        if part.file_size > MAX_PART or len(pieces) > MAX_PIECES:
            whole = False
            continue
        with archive.open(part) as file:
            data = file.read(MAX_PART)
        if _NESTED.search(name):
            inner = read_office(data, nested + 1) if nested < MAX_NESTED else OfficeFound(())
            pieces += inner.pieces
            active.update(f"{name}/{below}" for below in inner.active)
            whole = whole and inner.whole and not inner.damaged and nested < MAX_NESTED
            continue
        reader = _Part("metadata" if name.startswith("docProps/") else "attachment")
        damaged = not reader.read(data) or damaged
        pieces += reader.pieces
        author = reader.author or author
        active.update(reader.active)
    return OfficeFound(tuple(pieces), author, tuple(sorted(active)), damaged, whole)


class _Part:
    """One part as texts."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._text: list[str] = []
        self._field: list[str] = []
        self._own = False
        self.pieces: list[Piece] = []
        self.active: set[str] = set()
        self.author = ""

    def read(self, data: bytes) -> bool:
        """Read the part; tell whether it is whole. A document type, which may hide words, is not.

        Office files have none (ECMA-376, part 2, 8.1.4).
        """
        parser = expat.ParserCreate(namespace_separator=None)
        parser.buffer_text = True
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError):
            return False
        finally:
            self._close_field()
            self._flush()
        return True

    def _started(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._own = False
        name = tag.rpartition(":")[2]
        if name in _BLANKS:
            self._text.append(" ")
        if not attributes:
            return
        if name == "Relationship":
            if attributes.get("TargetMode", "").lower() == "external":
                self.pieces.append(Piece("link-target", attributes.get("Target", "")))
            return
        for key, value in attributes.items():
            key = key.rpartition(":")[2]  # noqa: PLW2901 - the prefix is the writer's choice
            if key in _SAID or (key == "name" and name in _NAMED):
                self._add("metadata", value)
            elif key == "instr":
                self._follow(value)
            elif key == "fldCharType" and value in {"separate", "end"}:
                self._close_field()

    def _said(self, data: str) -> None:
        self._own = True
        self._text.append(data)

    def _ended(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        own, self._own = self._own, False
        if name in _RUNS or (not own and name not in _BLOCKS):
            return
        if name in _FIELDS:
            self._field.append("".join(self._text).strip("\n"))
            self._text.clear()
            if name == "f":
                self._close_field()
            return
        text = self._flush()
        if name == "creator":
            self.author = text

    def _flush(self) -> str:
        text = "".join(self._text).strip()
        self._text.clear()
        self._add(self._kind, text)
        return text

    def _close_field(self) -> None:
        if self._field:
            self._follow("".join(self._field))
            self._field.clear()

    def _follow(self, field: str) -> None:
        """Read a field («HYPERLINK "https://…"») or formula: where it leads, what it does."""
        if _ACTIVE_FIELD.match(field):
            self.active.add(field.strip()[:40])
        for match in _ADDRESS.finditer(field):
            self.pieces.append(Piece("link-target", match[0]))
        self._add("metadata", field)

    def _add(self, kind: str, text: str) -> None:
        if not _NO_WORDS.fullmatch(text):
            self.pieces += [Piece(kind, line) for line in _lines(text)]


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield line.strip()


def _refuse(*_: object) -> None:
    raise ValueError("a document type in an office file")
