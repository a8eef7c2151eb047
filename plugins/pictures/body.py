"""Photos in the HTML of a body: cut out for the theme to print, or plain for feed readers."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from plugins.pictures.renditions import Picture

MARK: Final = "\U000f0000"

# Bodies are written by one writer, and no text of one can hold an unescaped «<».
_PHOTO: Final = re.compile(r'<img src="content:(?P<path>[^"]*)"(?: alt="(?P<alt>[^"]*)")?>')
# Where a photo stands, by what stands before it (plugins/bulletins/dressing.py).
_PLACES: Final = (
    ('<li class="gallery__wide"><figure>', "gallery-wide"),
    ("<li><figure>", "gallery"),
    ("<figure>", "body"),
    ("", "inline"),
)
_LONGEST: Final = max(len(opening) for opening, _ in _PLACES)


@dataclass(frozen=True, slots=True)
class BodyPhoto:
    """A photo that stands in a body.

    ``place`` is ``body`` where it stands alone, ``gallery`` among others, ``gallery-wide`` where it
    has a row of those to itself, ``inline`` in a line of text or in a link.
    """

    picture: Picture
    place: str


def mark_photos(body: str, photos: Mapping[str, Picture]) -> tuple[str, tuple[BodyPhoto, ...]]:
    """Take the photos out of a body.

    Args:
        body: the HTML of a body, in which photos stand as ``content:PATH``.
        photos: the pictures of these paths; their alternative text is taken from the body.

    Returns:
        The HTML with a mark in the place of each photo, which no body can hold; and the photos.
    """
    found: list[BodyPhoto] = []

    def take(match: re.Match[str]) -> str:
        before = body[max(0, match.start() - _LONGEST) : match.start()]
        place = next(name for opening, name in _PLACES if before.endswith(opening))
        picture = photos[html.unescape(match["path"])]
        alt = html.unescape(match["alt"] or "")
        found.append(BodyPhoto(replace(picture, alt=alt), place))
        return MARK

    return _PHOTO.sub(take, body), tuple(found)


def cut(marked: Markup, photos: Sequence[BodyPhoto]) -> tuple[Markup | BodyPhoto, ...]:
    """Return the HTML between the marks, and the photos, in the order of the page."""
    first, *rest = marked.split(MARK)
    parts: list[Markup | BodyPhoto] = [first]
    for photo, piece in zip(photos, rest, strict=True):
        parts += [photo, piece]
    return tuple(parts)


def plain_photos(body: str, photos: Mapping[str, Picture]) -> str:
    """Put one address in the place of each photo, for readers that know no ``srcset``.

    Args:
        body: as for :func:`mark_photos`.
        photos: as for :func:`mark_photos`.
    """

    def put(match: re.Match[str]) -> str:
        picture = photos[html.unescape(match["path"])]
        return f'<img src="{html.escape(picture.url)}" alt="{match["alt"] or ""}">'

    return _PHOTO.sub(put, body)
