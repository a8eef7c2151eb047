"""Contrast of each pair of colours with text or a needed line (WCAG 2.2: 1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "theme" / "static" / "css" / "tokens.css"
TEXT_RATIO = 4.5
LINE_RATIO = 3.0

TEXT_PAIRS = [
    *(
        (text, ground)
        for text in ("text", "text-muted", "accent", "accent-strong")
        for ground in ("paper", "surface", "surface-sunken", "surface-accent")
    ),
    ("on-masthead", "masthead"),
    ("on-masthead", "masthead-deep"),
    ("on-masthead-muted", "masthead"),
    ("on-masthead-muted", "masthead-deep"),
    ("warning-text", "warning-surface"),
    ("on-focus", "focus"),
]
LINE_PAIRS = [
    ("accent", "paper"),
    ("warning-rule", "warning-surface"),
    ("warning-rule", "paper"),
    ("rule-strong", "paper"),
    ("warm", "masthead-deep"),
]


def schemes() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")
    pattern = re.compile(r"--colour-([\w-]+): (#[0-9a-f]{6});")
    return {"light": dict(pattern.findall(light)), "dark": dict(pattern.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, as WCAG defines it."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_ratio_is_that_of_the_standard():
    assert ratio("#ffffff", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_dark_answers_every_colour_of_light():
    found = schemes()
    assert found["light"].keys() == found["dark"].keys()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme, text, ground):
    colours = schemes()[scheme]
    assert ratio(colours[text], colours[ground]) >= TEXT_RATIO


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_line_can_be_seen(scheme, line, ground):
    colours = schemes()[scheme]
    assert ratio(colours[line], colours[ground]) >= LINE_RATIO
