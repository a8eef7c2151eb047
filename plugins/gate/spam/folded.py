"""A text as the spam rules read it: plain small letters, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from plugins.vietnamese import fold, nfc

# Signs that look like Latin letters; in these rules they are, whatever stands beside them:
# Cyrillic, Greek and Armenian ones, and Latin ones of other languages and of phonetics.
_LOOKALIKES: Final = str.maketrans(
    "авеёіјкмнорсѕтухһԁԛԝпиҺѵαβεικνορτυχγηωոսօհցզɑɡıłøꜱɪɴʀʏʜʟᴀʙᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢŧħƙɓɗɦɩɨʉꞵ℮",
    "abeeijkmhopcstyxhdqwnuhvaveikvoptuxynwnuohgqagilosinryhlabcdejkmoptuvwzthkbdhiiube",
)
# Signs that show nothing, and marks drawn over or around a letter.
_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# Forms of letters and digits (wide, circled, mathematical, raised) that NFKC writes as plain ones;
# of those in squares and of flags it does not know all.
_FORMS: Final = re.compile(
    "[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\u2100-\u218b"
    "\u2460-\u24ff\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f169\U0001f170-\U0001f189"
    "\U0001f1e6-\U0001f1ff]"
)
_BOXES: Final = (0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6)
_FOREIGN: Final = re.compile(
    "[\u0127\u0131\u0142\u00f8\u0167\u0180-\u019f\u01a2-\u01ae\u0250-\u02b8\u0370-\u058f"
    "\u1d00-\u1d6a\u2070-\u218b\u2460-\u24ff\ua730-\ua7ff\uff01-\uff5e\u00aa\u00b2\u00b3\u00b9"
    "\u00ba\U0001d400-\U0001d7ff\U0001f110-\U0001f1ff]"
)


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
    if len(quick) == len(text) and not (_FOREIGN.search(quick) or _HIDDEN.search(text)):
        return Folded(quick, text, range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _plain(fold(sign)):
            if not _HIDDEN.match(letter):
                letters.append(letter)
                places.append(place)
    return Folded("".join(letters), text, tuple(places))


def marked(text: str) -> str:
    """Return a text in small NFC letters with its marks, without invisible and foreign signs."""
    small = _HIDDEN.sub("", nfc(text)).lower()
    return _plain(small) if _FOREIGN.search(small) else small


def _plain(text: str) -> str:
    """Write look-alikes and other forms of letters as plain letters."""
    return _FORMS.sub(_plain_form, text).translate(_LOOKALIKES)


def _plain_form(match: re.Match[str]) -> str:
    code = ord(match[0])
    for first in _BOXES:
        if first <= code < first + 26:
            return chr(ord("a") + code - first)
    return unicodedata.normalize("NFKC", match[0]).lower()
