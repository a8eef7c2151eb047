"""Tone style and misplaced marks.

Two styles of placing the tone are in use: old (``hòa, khỏe, thủy``: statutes, most newsrooms) and
new (``hoà, khoẻ, thuỷ``: schoolbooks, QĐ 1989/QĐ-BGDĐT of 2018, Article 8). They differ only
where oa, oe or uy ends the syllable. Both are right; ``tòan`` and ``cuả`` are right in neither.
"""

import re
from typing import Final

from plugins.vietnamese.characters import nfc
from plugins.vietnamese.letters import put_tone, split_tone
from plugins.vietnamese.syllables import INITIALS, is_syllable, split_syllable

_A: Final = "àáảãạÀÁẢÃẠ"
_E: Final = "èéẻẽẹÈÉẺẼẸ"
_I: Final = "ìíỉĩịÌÍỈĨỊ"
_O: Final = "òóỏõọÒÓỎÕỌ"
_U: Final = "ùúủũụÙÚỦŨỤ"
_UW: Final = "ừứửữựỪỨỬỮỰ"
_Y: Final = "ỳýỷỹỵỲÝỶỸỴ"
# Each pattern starts at the two vowels, not at the word: they are rare, so the scan is quick, and
# the letters before them are looked at only then.
_NEW_ENDING: Final = re.compile(rf"(?:[oO][{_A}{_E}]|[uU][{_Y}])(?![\w\u0300-\u036f])")
_OLD_ENDING: Final = re.compile(rf"(?:[{_O}][aAeE]|[{_U}][yY])(?![\w\u0300-\u036f])")
# qu is missing: its u is part of the consonant, and quý is quý in both styles.
_INITIALS: Final = INITIALS - {"qu"}
_LONGEST_INITIAL: Final = 3

# The pairs of vowels, one of them toned, that stand in misplaced words and in few right ones.
# After g or q some pairs change sides: bía, but giá; mùa, but quà.
_SUSPICIOUS: Final = (
    rf"(?:[{_I}][eouâêôăơư]|(?<=g)[{_I}]a|[{_O}][aeoă]|[{_U}][eyâêôăơ]|(?<=q)[{_U}][ai]"
    rf"|[{_Y}]ê|[{_UW}]ơ"
    rf"|(?:a|e)[{_O}]|(?:[aeyâêơư]|(?<!g)i)[{_U}]|(?:[aoôơư]|(?<!q)u)[{_I}]|[aâ][{_Y}]"
    rf"|(?:[ưy]|(?<!g)i|(?<!q)u)[{_A}])"
)
_SUSPICIOUS_WORD: Final = re.compile(
    rf"(?<![\w\u0300-\u036f])[^\W\d_]{{0,5}}?{_SUSPICIOUS}[^\W\d_]{{0,4}}(?![\w\u0300-\u036f])",
    re.IGNORECASE,
)


def to_old_style(text: str) -> str:
    """Write the tones of a text in the old style: ``hòa, khỏe, thủy``.

    Args:
        text: any text; words that are no syllable ending in oa, oe, uy stay as they are.

    Returns:
        The text, NFC. An NFC text keeps its length, so positions in it stay true.
    """
    return _NEW_ENDING.sub(_tone_to_first, nfc(text))


def to_new_style(text: str) -> str:
    """Write the tones of a text in the new style: ``hoà, khoẻ, thuỷ``.

    Args:
        text: any text; words that are no syllable ending in oa, oe, uy stay as they are.

    Returns:
        The text, NFC. An NFC text keeps its length, so positions in it stay true.
    """
    return _OLD_ENDING.sub(_tone_to_second, nfc(text))


def _tone_to_first(match: re.Match[str]) -> str:
    if not _follows_initial(match):
        return match[0]
    second, tone = split_tone(match[0][1])
    return put_tone(match[0][0], tone) + second


def _tone_to_second(match: re.Match[str]) -> str:
    if not _follows_initial(match):
        return match[0]
    first, tone = split_tone(match[0][0])
    return first + put_tone(match[0][1], tone)


def _follows_initial(match: re.Match[str]) -> bool:
    text, end = match.string, match.start()
    start = end
    # One letter more than the longest initial is enough to see that the word is foreign.
    while start and end - start <= _LONGEST_INITIAL and text[start - 1].isalpha():
        start -= 1
    return text[start:end].lower() in _INITIALS


def repair_marks(text: str) -> str:
    """Move misplaced tone marks to their letter: ``qúy`` → ``quý``, ``cuả`` → ``của``.

    Only a word that is a valid syllable but for the place of its mark is touched: right words of
    either style, foreign words and words with another error stay.

    Args:
        text: any text.

    Returns:
        The text, NFC. An NFC text keeps its length.
    """
    return _SUSPICIOUS_WORD.sub(_repair_word, nfc(text))


def _repair_word(match: re.Match[str]) -> str:
    word = match[0]
    syllable = split_syllable(word)
    if syllable is None or not syllable.is_valid() or is_syllable(word):
        return word
    return syllable.text()
