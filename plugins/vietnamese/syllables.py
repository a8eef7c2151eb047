"""What a Vietnamese syllable can be: its parts, its spelling rules, where its tone stands.

Rules: the standard description of the written syllable, initial + nucleus + final + tone; the
final stops c, ch, p, t take only sắc and nặng; k, gh and ngh stand before e, ê, i, y and c, g
and ng before all others. Every test here is about spelling: ``vói`` is a syllable though no word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plugins.vietnamese.characters import nfc
from plugins.vietnamese.letters import (
    HATTED_VOWELS,
    PLAIN_VOWELS,
    Tone,
    put_tone,
    split_tone,
    strip_tones,
)

INITIALS: Final = frozenset(
    ("", *"bcdđghklmnprstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr")
)
"""The 28 ways a syllable can begin; the empty string is one of them."""

_OPEN: Final = ""


def _finals(rows: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType(
        {
            nucleus: frozenset(_OPEN if final == "-" else final for final in finals.split())
            for nuclei, finals in rows.items()
            for nucleus in nuclei.split()
        }
    )


FINALS: Final = _finals(
    {
        "ai ao au ay âu ây eo êu ia iu iêu yêu oi ôi ơi ua ui uôi ưa ưi ưu ươi ươu": "-",
        "oai oao oay oeo uây uêu uơ uya uyu": "-",
        "a": "- c ch m n ng nh p t",
        "ă â": "c m n ng p t",
        "e o ô u": "- c m n ng p t",
        "ê i": "- ch m n nh p t",
        "ơ": "- m n p t",
        "ư": "- c m n ng t",
        "y": "-",
        "iê": "c m n ng p t",
        "yê": "m n ng t",
        "uô": "c m n ng t",
        "ươ": "c m n ng p t",
        "oa": "- c ch m n ng nh p t",
        "oă": "c m n ng p t",
        "oe": "- m n t",
        "oo": "c ng",
        "uâ": "n ng t",
        "uê": "- ch nh",
        "uy": "- ch n nh p t",
        "uyê": "n t",
    }
)
"""Which finals each nucleus takes (an empty string: none); nuclei and finals as written."""

FINALS_AFTER_QU: Final = _finals(
    {
        "ai ao au ay ây eo êu ơi": "-",
        "a": "- c ch n ng nh t",
        "ă": "c m n ng p t",
        "â": "c n ng t",
        "e": "- n t",
        "ê": "- ch n nh t",
        "i": "- nh t",
        "ô": "c",
        "ơ": "- n t",
        "y": "- ch nh t",
        "yê": "n t",
    }
)
"""The same after ``qu``, whose u is the glide that other syllables write in the nucleus."""

_STOPS: Final = frozenset(("c", "ch", "p", "t"))
_TONES_BEFORE_STOP: Final = frozenset((Tone.SAC, Tone.NANG))
_BEFORE_FRONT_VOWEL: Final = frozenset(("k", "gh", "ngh"))
_BEFORE_OTHER_VOWEL: Final = frozenset(("c", "g", "ng"))
_FRONT_VOWELS: Final = frozenset("eêiy")
_GLIDE: Final = re.compile("oa|oă|oe|uâ|uê|uơ|uy")
# Elsewhere i is written after a consonant (kí, bí); Ny, Dy, Thy and Vy are people's names.
_BEFORE_OPEN_Y: Final = frozenset(("", *"dđhklmnstv", "ph", "th", "tr"))
# giêng, giếc: after gi the nucleus iê is written ê, and keeps the finals of iê.
_FINALS_OF_E_AFTER_GI: Final = FINALS["ê"] | FINALS["iê"]

_PARTS: Final = re.compile(
    f"(gi(?=[{PLAIN_VOWELS}])|qu(?=[{PLAIN_VOWELS}])|ngh?|nh|gh|kh|ph|th|tr|ch|[bcdđghklmnprstvx])?"
    f"([{PLAIN_VOWELS}]{{1,3}})(ch|nh|ng|[cmnpt])?",
    re.IGNORECASE,
)
# By the rule this would be gi + ạ; it is the word of «giặt gịa», with the nucleus ia.
_IRREGULAR: Final = frozenset(("gịa",))
_RUN: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class Syllable:
    """The four parts of a written syllable; letters keep their case, the tone is apart.

    Attributes:
        initial: consonant letters before the nucleus; ``gi`` and ``qu`` count as consonants.
        nucleus: one to three vowel letters without a tone.
        final: consonant letters after the nucleus.
        tone: the tone of the syllable.
    """

    initial: str
    nucleus: str
    final: str
    tone: Tone

    def is_valid(self) -> bool:
        """Say whether Vietnamese spelling allows these parts together."""
        initial = self.initial.lower()
        nucleus = self.nucleus.lower()
        final = self.final.lower()
        if final in _STOPS and self.tone not in _TONES_BEFORE_STOP:
            return False
        if initial == "qu":
            return final in FINALS_AFTER_QU.get(nucleus, ())
        if initial == "gi" and nucleus == "ê":
            return final in _FINALS_OF_E_AFTER_GI
        return final in FINALS.get(nucleus, ()) and _go_together(initial, nucleus)

    def tone_position(self, *, new_style: bool = False) -> int:
        """Tell which letter of the nucleus carries the tone.

        The two styles differ only where oa, oe or uy ends the syllable: old ``hòa``, new
        ``hoà`` (the latter by QĐ 1989/QĐ-BGDĐT of 2018, Article 8).

        Args:
            new_style: the new style instead of the old one.

        Returns:
            An index into ``nucleus``.
        """
        nucleus = self.nucleus.lower()
        hatted = max((nucleus.rfind(letter) for letter in HATTED_VOWELS), default=-1)
        if hatted >= 0:
            return hatted
        if len(nucleus) == 1:
            return 0
        if len(nucleus) > 2 or self.final:  # noqa: PLR2004
            return 1
        return int(new_style and nucleus in {"oa", "oe", "uy"})

    def text(self, *, new_style: bool = False) -> str:
        """Write the syllable with its tone in the right place.

        Args:
            new_style: ``hoà`` instead of ``hòa``.

        Returns:
            The syllable, NFC, case kept.
        """
        at = self.tone_position(new_style=new_style)
        toned = put_tone(self.nucleus[at], self.tone)
        return self.initial + self.nucleus[:at] + toned + self.nucleus[at + 1 :] + self.final


def _go_together(initial: str, nucleus: str) -> bool:
    """Apply the spelling rules between the initial (any but qu) and the nucleus."""
    if initial == "gi":
        return nucleus[0] not in "iy"
    if initial == "g" and nucleus == "i":  # gì, gìn: gi + i, with one i written
        return True
    if nucleus == "y":
        return initial in _BEFORE_OPEN_Y
    if nucleus in {"yê", "yêu", "iê", "iêu"} and (nucleus[0] == "y") == bool(initial):
        return False
    if nucleus[0] in _FRONT_VOWELS:
        return initial not in _BEFORE_OTHER_VOWEL
    # The glide after the sound of c is written qu.
    return initial not in _BEFORE_FRONT_VOWEL and not (initial == "c" and _GLIDE.match(nucleus))


def split_syllable(text: str) -> Syllable | None:
    """Split one written syllable into initial, nucleus, final and tone.

    The tone may stand on the wrong letter (``tòan``); the parts need not be a valid syllable.

    Args:
        text: one word, any case, NFC or not.

    Returns:
        The parts, or None where the word has not the shape of a syllable: no or too many
        vowels, foreign letters, more than one tone.
    """
    text = nfc(text)
    tones = [tone for tone in (split_tone(letter)[1] for letter in text) if tone]
    parts = _PARTS.fullmatch(strip_tones(text))
    if parts is None or len(tones) > 1:
        return None
    initial, nucleus, final = parts.groups(default="")
    return Syllable(initial, nucleus, final, tones[0] if tones else Tone.NGANG)


def is_syllable(text: str) -> bool:
    """Say whether a word is a well-formed Vietnamese syllable with its tone in place.

    Both tone styles are right, any case is. Being a syllable is not being a word: ``ngoẹp`` is
    one, and so are the most frequent typing errors.

    Args:
        text: one word.

    Returns:
        True for ``Được``, ``hoà``, ``hòa``; False for ``tòan``, ``Covid``, ``nghành``, ``đuợc``.
    """
    text = nfc(text)
    if text.lower() in _IRREGULAR:
        return True
    syllable = split_syllable(text)
    return (
        syllable is not None
        and syllable.is_valid()
        and text in {syllable.text(), syllable.text(new_style=True)}
    )


def syllables(text: str) -> Iterator[tuple[int, int]]:
    """Find the runs of letters and digits: the places where a name may begin or end.

    Args:
        text: any text; ``Y tế (TTYT)`` gives ``Y``, ``tế``, ``TTYT``.

    Yields:
        The start and end of each run as indexes into the text, in order.
    """
    for match in _RUN.finditer(text):
        yield match.span()
