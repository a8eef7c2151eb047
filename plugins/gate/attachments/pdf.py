"""A PDF as texts: its words, its metadata, its links; and what in it acts by itself."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from plugins.gate.pieces import Piece

MAX_PAGES: Final = 60
"""Pages whose words are read: pypdf needs about 20 ms for one."""
# Strings that no reader and no machine takes for words: dates, identities, layouts of text.
_NO_WORDS: Final = frozenset(
    {
        "/CreationDate",
        "/ModDate",
        "/M",
        "/DA",
        "/DS",
        "/NM",
        "/ID",
        "/IDTree",
        "/K",
        "/PTEX.FullBanner",
    }
)
_ACTIVE: Final = frozenset(
    {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/SubmitForm"}
)
_MAX_OBJECTS: Final = 20_000
_MAX_DEPTH: Final = 60
_LONGEST: Final = 20_000
_ADDRESS: Final = re.compile(r"(?:https?:)?[/\\]{2}\S+$", re.I)
# They lead back, or to what is read by itself.
_BACK: Final = frozenset({"/Parent", "/P", "/StructTreeRoot", "/Metadata", "/Font"})


@dataclass(frozen=True, slots=True)
class PdfFound:
    """What a PDF holds.

    ``active`` names what acts by itself, ``readable`` tells that there are words on its pages, and
    ``whole`` that nothing was left unread.
    """

    pieces: tuple[Piece, ...]
    author: str = ""
    active: tuple[str, ...] = ()
    readable: bool = True
    damaged: bool = False
    whole: bool = True


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
    info: Mapping[str, Any] = reader.metadata or {}
    objects = _Objects()
    objects.walk(reader.trailer.raw_get("/Root"))
    if "/Info" in reader.trailer:
        objects.walk(reader.trailer.raw_get("/Info"))
    pieces = [Piece("metadata", text) for text in objects.texts]
    pieces += [Piece("link-target", address) for address in objects.addresses]
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        packet = xmp.get_object().get_data().decode("utf-8", "replace")
        pieces += [Piece("metadata", text) for text in _texts_of_xml(packet)]
    words = False
    for page in islice(reader.pages, MAX_PAGES):
        for line in (page.extract_text() or "").splitlines():
            if line.strip():
                words = True
                pieces.append(Piece("attachment", line.strip()))
    return PdfFound(
        tuple(pieces),
        str(info.get("/Author", "") or "").strip(),
        tuple(sorted(objects.active)),
        words,
        whole=objects.whole and len(reader.pages) <= MAX_PAGES,
    )


def _texts_of_xml(packet: str) -> Iterator[str]:
    inside = True
    for part in packet.replace("<", "\0<").replace(">", ">\0").split("\0"):
        inside = part.startswith("<")
        if not inside and part.strip():
            yield part.strip()


class _Objects:
    """All objects below the document's root: what they say, where they lead, what they do.

    Bookmarks, notes, form fields and actions are where they are, not where a reader looks first.
    """

    def __init__(self) -> None:
        self.texts: dict[str, None] = {}
        self.addresses: dict[str, None] = {}
        self.active: set[str] = set()
        self.whole = True
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def walk(self, start: Any) -> None:
        """Read an object and all that it refers to."""
        waiting: list[tuple[Any, str, int]] = [(start, "", 0)]
        while waiting:
            current, name, depth = waiting.pop()
            if isinstance(current, IndirectObject):
                key = (current.idnum, current.generation)
                if key in self._seen:
                    continue
                self._seen.add(key)
                current = current.get_object()
            if self._count == _MAX_OBJECTS or depth > _MAX_DEPTH:
                self.whole = False
                continue
            if isinstance(current, DictionaryObject):
                self._count += 1
                self._note(current)
                waiting += [
                    (current.raw_get(key), str(key), depth + 1)
                    for key in current
                    if key not in _BACK
                ]
            elif isinstance(current, ArrayObject):
                self._count += 1
                waiting += [(value, name, depth + 1) for value in _raw_items(current)]
            elif isinstance(current, str) and not isinstance(current, NameObject):
                self._say(name, str(current).strip())

    def _note(self, current: DictionaryObject) -> None:
        """Note what acts by itself."""
        self.active |= _ACTIVE & ({str(name) for name in current} | {str(current.get("/S", ""))})
        if str(current.get("/Type", "")) == "/EmbeddedFile":
            self.active.add("/EmbeddedFile")

    def _say(self, name: str, text: str) -> None:
        if name == "/URI" or _ADDRESS.match(text):
            self.addresses.setdefault(text)
        elif text and name not in _NO_WORDS:
            self.texts.setdefault(text[:_LONGEST])


def _raw_items(array: ArrayObject) -> Iterator[Any]:
    """Go through an array without resolving its references."""
    for index in range(len(array)):
        yield list[Any].__getitem__(array, index)
