"""All syllables that the spelling rules allow."""

import itertools

import pytest

from plugins.vietnamese import Syllable, Tone
from plugins.vietnamese.syllables import FINALS, FINALS_AFTER_QU, INITIALS

ALL_FINALS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")


@pytest.fixture(scope="session")
def syllable_parts() -> tuple[Syllable, ...]:
    nuclei = sorted(FINALS.keys() | FINALS_AFTER_QU.keys())
    candidates = itertools.starmap(
        Syllable, itertools.product(sorted(INITIALS), nuclei, ALL_FINALS, Tone)
    )
    return tuple(syllable for syllable in candidates if syllable.is_valid())


@pytest.fixture(scope="session")
def valid_syllables(syllable_parts: tuple[Syllable, ...]) -> frozenset[str]:
    """Every syllable in lower case, in both tone styles where they differ."""
    return frozenset(
        syllable.text(new_style=new_style)
        for syllable in syllable_parts
        for new_style in (False, True)
    )
