"""A text as the spam rules read it: plain small letters, each with its place in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plugins.vietnamese import fold, nfc

# Signs that look like Latin letters; in these rules they are, whatever stands beside them.
_LOOKALIKES: Final = str.maketrans(
    "авеёіјкмнорсѕтухһԁԛԝαβεικνορτυχγ", "abeeijkmhopcstyxhdqwaveikvoptuxy"
)
_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOREIGN: Final = re.compile("[\u0370-\u052f\uff01-\uff5e]")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is folded; ``places[i]`` is where its letter ``i`` stands in the ``original``."""

    text: str
    original: str
    places: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the original."""
        if start >= end:
            return 0, 0
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """Fold a text: no tones, no hats, đ as d, no invisible signs, look-alikes as Latin letters."""
    if text.isascii():
        return Folded(text.lower(), text, range(len(text)))
    quick = fold(text)
    if _FOREIGN.search(quick):
        quick = quick.translate(_LOOKALIKES).translate(_WIDE)
    if len(quick) == len(text) and not _HIDDEN.search(text):
        return Folded(quick, text, range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in fold(sign).translate(_LOOKALIKES).translate(_WIDE):
            if not _HIDDEN.match(letter):
                letters.append(letter)
                places.append(place)
    return Folded("".join(letters), text, tuple(places))


def marked(text: str) -> str:
    """Return a text in small NFC letters with its marks, without invisible and foreign signs."""
    small = _HIDDEN.sub("", nfc(text)).lower()
    return small.translate(_LOOKALIKES).translate(_WIDE) if _FOREIGN.search(small) else small
