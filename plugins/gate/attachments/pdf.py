"""A PDF as texts: its words, its metadata, its links; and what in it acts by itself."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from plugins.gate.pieces import Piece

MAX_PAGES: Final = 60
"""Pages whose words are read: pypdf needs about 20 ms for one."""
_FIELDS: Final = ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/Company")
_ACTIVE: Final = frozenset(
    {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/SubmitForm"}
)
_MAX_OBJECTS: Final = 20_000
_MAX_DEPTH: Final = 12


@dataclass(frozen=True, slots=True)
class PdfFound:
    """What a PDF holds. ``active`` names what acts by itself; ``readable`` tells words in it."""

    pieces: tuple[Piece, ...]
    author: str = ""
    active: tuple[str, ...] = ()
    readable: bool = True
    damaged: bool = False


def read_pdf(data: bytes) -> PdfFound:
    """Read a PDF; a damaged one gives what could be read."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # damage is reported as a finding, not on stderr
    try:
        return _read(data)
    except Exception:  # noqa: BLE001 - pypdf raises whatever a damaged file makes it raise
        return PdfFound((), damaged=True)
    finally:
        logger.setLevel(level)


def _read(data: bytes) -> PdfFound:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return PdfFound((), damaged=True)
    pieces: list[Piece] = []
    info: Mapping[str, Any] = reader.metadata or {}
    author = ""
    for name in _FIELDS:
        text = str(info.get(name, "") or "").strip()
        if text:
            pieces.append(Piece("metadata", text))
            author = text if name == "/Author" else author
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        packet = xmp.get_object().get_data().decode("utf-8", "replace")
        pieces += [Piece("metadata", text) for text in _texts_of_xml(packet)]
    words = False
    for page in reader.pages[:MAX_PAGES]:
        for line in (page.extract_text() or "").splitlines():
            if line.strip():
                words = True
                pieces.append(Piece("attachment", line.strip()))
        pieces += [Piece("link-target", address) for address in _addresses(page)]
    return PdfFound(tuple(pieces), author, tuple(sorted(_active(reader))), words)


def _texts_of_xml(packet: str) -> Iterator[str]:
    inside = True
    for part in packet.replace("<", "\0<").replace(">", ">\0").split("\0"):
        inside = part.startswith("<")
        if not inside and part.strip():
            yield part.strip()


def _addresses(page: Any) -> Iterator[str]:
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        action = annotation.get("/A") if isinstance(annotation, DictionaryObject) else None
        action = action.get_object() if isinstance(action, IndirectObject) else action
        if isinstance(action, DictionaryObject) and "/URI" in action:
            yield str(action["/URI"])


def _active(reader: PdfReader) -> set[str]:
    """Find actions and embedded files anywhere below the document's root."""
    found: set[str] = set()
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int]] = [(reader.root_object, 0)]
    count = 0
    while waiting and count < _MAX_OBJECTS:
        count += 1
        current, depth = waiting.pop()
        if isinstance(current, IndirectObject):
            key = (current.idnum, current.generation)
            if key in seen:
                continue
            seen.add(key)
            current = current.get_object()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(current, DictionaryObject):
            dictionary: DictionaryObject = current
            found |= _ACTIVE & ({str(name) for name in current} | {str(current.get("/S", ""))})
            if str(current.get("/Type", "")) == "/EmbeddedFile":
                found.add("/EmbeddedFile")
            below = (dictionary.raw_get(name) for name in dictionary if name != "/Parent")
            waiting += [(value, depth + 1) for value in below]
        elif isinstance(current, ArrayObject):
            waiting += [(value, depth + 1) for value in _raw_items(current)]
    return found


def _raw_items(array: ArrayObject) -> Iterator[Any]:
    """Go through an array without resolving its references."""
    for index in range(len(array)):
        yield list[Any].__getitem__(array, index)
