"""The rule on attachments and photos as files, and how they become subjects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.bulletins import decoding
from plugins.bulletins.file_types import IMAGE_SUFFIXES, suffix_of
from plugins.gate.attachments.office import read_office
from plugins.gate.attachments.photos import read_photo
from plugins.gate.findings import Finding
from plugins.gate.pieces import Piece, pieces_of_path
from plugins.gate.rules import Facts, Hit, Subject

CODES: Final = (
    "photo-gps",
    "photo-small",
    "attachment-active",
    "attachment-author",
    "attachment-no-text",
    "attachment-unreadable",
    "attachment-long",
)
SMALLEST: Final = 480
"""Pixels of the wider side below which a photo looks poor even on a telephone."""

_STATE: Final = "state"
_NEWS: Final = "bulletins/"


def media_subject(path: str, data: bytes) -> Subject:
    """Read a photo or attachment into a subject; its state is told by pieces of kind ``state``."""
    suffix = suffix_of(path)
    pieces: list[Piece] = list(pieces_of_path(path))
    states: list[tuple[str, str]] = []
    if suffix in IMAGE_SUFFIXES:
        photo = read_photo(data, suffix)
        pieces += photo.pieces
        if photo.located:
            states.append(("photo-gps", ""))
        # What lies elsewhere, like an emblem, is meant to be small.
        if path.startswith(_NEWS) and 0 < max(photo.width, photo.height) < SMALLEST:
            states.append(("photo-small", f"{photo.width}×{photo.height}"))
    elif suffix == ".pdf":
        # Loading pypdf takes longer than checking a bulletin, and most checks meet no PDF.
        from plugins.gate.attachments.pdf import read_pdf  # noqa: PLC0415

        pdf = read_pdf(data)
        pieces += pdf.pieces
        states += [("attachment-author", pdf.author)] * bool(pdf.author)
        states += [("attachment-active", ", ".join(pdf.active))] * bool(pdf.active)
        states += [("attachment-no-text", "")] * (not pdf.readable and not pdf.damaged)
        states += [("attachment-unreadable", "")] * pdf.damaged
        states += [("attachment-long", "")] * (not pdf.whole)
    elif suffix in {".docx", ".xlsx"}:
        office = read_office(data)
        pieces += office.pieces
        states += [("attachment-author", office.author)] * bool(office.author)
        states += [("attachment-active", ", ".join(office.active))] * bool(office.active)
        states += [("attachment-unreadable", "")] * office.damaged
        states += [("attachment-long", "")] * (not office.whole)
    elif suffix == ".csv":
        text, _ = decoding.decode(data, path)
        for number, line in enumerate((text or "").split("\n"), 1):
            if line.strip():
                pieces.append(Piece("attachment", line, ((0, number, 1),)))
    pieces += [Piece(_STATE, f"{code}\n{value}") for code, value in states]
    kind = "photo" if suffix in IMAGE_SUFFIXES else "attachment"
    return Subject(path, "photo" if kind == "photo" else "attachment", tuple(pieces))


def find_in_attachment(subject: Subject, _facts: Facts) -> Iterator[Hit]:
    """Yield what is wrong with a photo or attachment as a file."""
    for piece in subject.pieces:
        if piece.kind == _STATE:
            code, _, value = piece.text.partition("\n")
            yield Hit(piece, Finding(code, 0, 0, {"text": value}))
