"""A Word or Excel file as texts: its words, its properties, its links; and what hides in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from plugins.gate.pieces import Piece

MAX_PART: Final = 20 * 1_048_576
"""Bytes of one part that are unpacked; a larger one is a bomb, or no document."""
MAX_LINES: Final = 20_000

_PROPERTY: Final = re.compile(
    r"<(?:dc|cp|dcterms)?:?(title|subject|creator|keywords|description|lastModifiedBy|category"
    r"|Company|Manager)\b[^>]*>([^<]{1,2000})<"
)
_PARAGRAPH: Final = re.compile(r"</(?:w:p|a:p|si|row)>")
_TEXT: Final = re.compile(r"<(?:w:t|a:t|t)(?: [^>]*)?>([^<]*)</")
_TARGET: Final = re.compile(r'\bTarget="([^"]{1,2000})"')
_EXTERNAL: Final = re.compile(r'\bTargetMode="External"')
_RELATION: Final = re.compile(r"<Relationship\b[^>]*>")
_ACTIVE: Final = re.compile(
    r"vbaproject|macrosheets/|activex/|embeddings/.*\.(?:bin|exe|docm|xlsm)", re.I
)
_WORDS: Final = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl/sharedStrings\.xml"
    r"|xl/worksheets/sheet\d+\.xml|xl/comments\d*\.xml"
)


@dataclass(frozen=True, slots=True)
class OfficeFound:
    """What an office file holds; ``active`` are parts that act by themselves."""

    pieces: tuple[Piece, ...]
    author: str = ""
    active: tuple[str, ...] = ()
    damaged: bool = False


def read_office(data: bytes) -> OfficeFound:
    """Read a docx or xlsx; a damaged one gives what could be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return OfficeFound((), damaged=True)


def _read(archive: zipfile.ZipFile) -> OfficeFound:
    pieces: list[Piece] = []
    author = ""
    active: set[str] = set()
    for part in archive.infolist():
        name = part.filename
        if _ACTIVE.search(name):
            active.add(name)
        if part.file_size > MAX_PART:
            continue
        if name.startswith("docProps/"):
            for field, value in _PROPERTY.findall(_text(archive, name)):
                pieces.append(Piece("metadata", unescape(value)))
                author = unescape(value) if field == "creator" else author
        elif name.endswith(".rels"):
            for relation in _RELATION.findall(_text(archive, name)):
                target = _TARGET.search(relation)
                if target and _EXTERNAL.search(relation):
                    pieces.append(Piece("link-target", unescape(target[1])))
        elif _WORDS.fullmatch(name):
            pieces += _lines(_text(archive, name))
    return OfficeFound(tuple(pieces), author, tuple(sorted(active)))


def _text(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        return part.read(MAX_PART).decode("utf-8", "replace")


def _lines(xml: str) -> Iterator[Piece]:
    for number, paragraph in enumerate(_PARAGRAPH.split(xml)):
        if number == MAX_LINES:
            return
        words = "".join(_TEXT.findall(paragraph)).strip()
        if words:
            yield Piece("attachment", unescape(words))
