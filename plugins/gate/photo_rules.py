"""The rule on what is said of photos: to a reader who does not see them, the alternative text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from plugins.bulletins.records import Bulletin, Image
from plugins.gate.findings import Finding
from plugins.gate.pieces import Piece
from plugins.gate.rules import Facts, Hit, Subject
from plugins.vietnamese import fold_exact

CODES: Final = (
    "photo-alt-missing",
    "photo-alt-short",
    "photo-alt-file-name",
    "photo-alt-repeated",
    "photo-alt-caption",
)
_FEWEST_SYLLABLES: Final = 3
# What cameras, phones, scanners and chat programs call their files.
_CAMERA: Final = re.compile(
    r"(?:img|dsc|dscn|dscf|pxl|mvimg|vid|p|pic|photo|image|anh|ảnh|hinh|hình|screenshot|"
    r"screen ?shot|scan|untitled|zalo|z|received|fb_img|wp|whatsapp image|picture|capture|snapedit)"
    r"[ _.-]*(?:\d[\d _.\-a-z]*)?|[\d _.-]{3,}[a-z]?",
    re.I,
)
_SUFFIX: Final = re.compile(r"\.(?:jpe?g|png|webp|gif|heic|heif|bmp|tiff?)$", re.I)


def find_in_photos(subject: Subject, _facts: Facts) -> Iterator[Hit]:
    """Yield what is wrong with the alternative texts of a bulletin or page."""
    record = subject.record
    if record is None:
        return
    images = list(record.body.images)
    if isinstance(record, Bulletin) and record.cover is not None:
        images.insert(0, record.cover)
    counted = Counter(fold_exact(image.alt) for image in images if image.alt)
    for image in images:
        code = _judge(image, counted)
        if code:
            piece = Piece("alt", image.alt or " ", ((0, image.line, image.column),))
            values = {"text": image.alt, "target": image.target.rpartition("/")[2]}
            yield Hit(piece, Finding(code, 0, len(image.alt), values))


def _judge(image: Image, counted: Counter[str]) -> str:
    alt = image.alt.strip()
    if not alt:
        return "photo-alt-missing" if image.target else ""
    if _SUFFIX.search(alt) or _CAMERA.fullmatch(alt):
        return "photo-alt-file-name"
    if len(alt.split()) < _FEWEST_SYLLABLES:
        return "photo-alt-short"
    if counted[fold_exact(alt)] > 1:
        return "photo-alt-repeated"
    if image.caption and fold_exact(alt).strip(" .") == fold_exact(image.caption).strip(" ."):
        return "photo-alt-caption"
    return ""
