"""Heads without portraits: profile, three-quarter and back views, hair styles, masks, glasses.

A head's origin is the base of the neck; it faces right. An adult's head rises some 64 units above.
Faces carry a lowered eyelid, an ear and warm cheeks and no more: none can be a real person's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from illustrations.canvas import Pen
from illustrations.geometry import Point, Shape, blob, ellipse, limb, stroke
from illustrations.hair import cap, skull
from illustrations.palette import (
    BRICK,
    CORAL,
    HAIR,
    INK,
    MIST,
    SKIN,
    TEAL_SOFT,
    WHITE,
    Colour,
    mix,
)


@dataclass(frozen=True, slots=True)
class Head:
    """How a head looks.

    `style` is short, bob, bun, tail, long, thin, child or tuft; `view` is side, quarter or back.
    """

    style: str = "short"
    view: str = "side"
    skin: Colour = SKIN
    hair: Colour = HAIR
    tilt: float = 0
    mask: bool = False
    glasses: bool = False
    cap: bool = False
    size: float = 1.0


_EARS: Mapping[str, Point] = MappingProxyType({"side": (-4.0, -35.0), "quarter": (-18.0, -34.0)})


def draw_neck(pen: Pen, head: Head) -> None:
    """Draw the neck of `head`; it belongs under the collar, so it comes before the clothes."""
    pen.fill(limb([(-2, 5), (-1, -22)], (24, 19)), mix(head.skin, BRICK, 0.16))


def draw_head(pen: Pen, head: Head) -> None:
    """Draw `head` without its neck; the origin is the base of the neck."""
    warm = mix(head.skin, BRICK, 0.45)
    line = mix(INK, warm, 0.4)
    pen = pen.at(0, -6, head.size, turn=head.tilt).at(0, 6)
    _behind(pen, head)
    pen.fill(skull(head.view), head.skin, shade=0.26, tone=BRICK, depth=9)
    if head.view == "side":
        pen.glow(12, -25, 9, 8, CORAL, 0.26)
        pen.fill(stroke([(10.5, -39), (14, -37.6), (17.5, -38.6)], (1.1, 1.7)), line, alpha=0.75)
        if not head.mask:
            pen.fill(
                stroke([(21.4, -21.2), (18.5, -20), (16.5, -20.6)], (1.6, 0.5)), warm, alpha=0.7
            )
    elif head.view == "quarter":
        pen.glow(13, -25, 8, 7, CORAL, 0.26)
        pen.glow(-6, -25, 9, 7, CORAL, 0.26)
        pen.fill(stroke([(-5.5, -39), (-1.5, -37.4), (2.5, -38.6)], 1.5), line, alpha=0.75)
        pen.fill(stroke([(12.5, -38.8), (15.8, -37.4), (18.4, -38.8)], 1.5), line, alpha=0.75)
        if not head.mask:
            pen.fill(stroke([(9, -40), (10.5, -33), (8, -30.5)], (0.8, 1.5)), warm, alpha=0.55)
            pen.fill(
                stroke([(0.5, -20.5), (6, -18.6), (10.5, -20.8)], (0.8, 1.7, 0.8)), warm, alpha=0.7
            )
    if head.mask:
        _mask(pen, head.view)
    pen.fill(cap(head.view, head.style), head.hair, shade=0.35, depth=8)
    _strands(pen, head)
    if head.view in _EARS and head.style not in ("bob", "long"):
        x, y = _EARS[head.view]
        pen.fill(
            ellipse(x, y, 4.2, 6.6, -8), mix(head.skin, BRICK, 0.08), shade=0.3, tone=BRICK, depth=3
        )
    if head.glasses:
        _glasses(pen, head.view)
    if head.cap:
        _nurse_cap(pen, head.view)


def _behind(pen: Pen, head: Head) -> None:
    if head.style == "bun":
        x, y = {"side": (-27, -47), "quarter": (-20, -60), "back": (0, -46)}[head.view]
        pen.fill(ellipse(x, y, 12.5, 11.5), head.hair, shade=0.4, depth=6)
    elif head.style == "tail":
        x = {"side": -25, "quarter": -17, "back": 0}[head.view]
        tail = stroke([(x, -44), (x - 11, -30), (x - 8, -6), (x - 12, 22)], (9, 17, 15, 4))
        pen.fill(tail, head.hair, shade=0.35, depth=6)


def _strands(pen: Pen, head: Head) -> None:
    gleam = mix(head.hair, WHITE, 0.28)
    if head.view == "back":
        pen.fill(stroke([(-15, -56), (-6, -64), (6, -65)], (0.8, 2.4, 0.8)), gleam, alpha=0.4)
        if head.style == "bun":
            pen.fill(ellipse(0, -46, 12.5, 11.5), head.hair, shade=0.45, depth=6)
    else:
        pen.fill(stroke([(-18, -55), (-9, -63), (5, -65)], (0.8, 2.6, 0.8)), gleam, alpha=0.45)
        pen.fill(stroke([(-17, -48), (-8, -56), (6, -58)], (0.6, 1.8, 0.6)), gleam, alpha=0.3)


def _mask(pen: Pen, view: str) -> None:
    if view == "side":
        pen.fill(stroke([(10, -31), (2, -33), (-3, -36)], 1.5), WHITE)
        pen.fill(stroke([(8, -16), (1, -24), (-4, -32)], 1.5), WHITE)
        front = blob(
            (24, -36),
            (27.5, -31),
            (25.5, -22),
            (20, -12.5),
            (12, -11),
            (7, -17),
            (9, -30),
            (16, -34),
        )
    else:
        pen.fill(stroke([(-8, -30), (-17, -36)], 1.5), WHITE)
        front = blob(
            (8, -35), (18, -33), (20.5, -27), (16, -15), (8, -8.5), (-1, -11), (-9, -19), (-9, -30)
        )
    pen.fill(front, mix(TEAL_SOFT, WHITE, 0.35), shade=0.22, depth=7)
    fold = [(12, -24), (25, -26)] if view == "side" else [(-7, -22), (7, -20), (18, -23)]
    pen.fill(stroke(fold, 1.0), INK, alpha=0.16)


def _glasses(pen: Pen, view: str) -> None:
    frame = mix(INK, BRICK, 0.2)
    if view == "side":
        pen.fill(stroke([(18, -40), (-3, -40)], 1.7), frame)
        lens = ellipse(17.5, -37.5, 5.2, 6.4)
        pen.fill(lens, MIST, alpha=0.5)
        pen.fill(_ring(17.5, -37.5, 5.2, 6.4), frame)
        return
    for x in (-2.5, 14.5):
        pen.fill(ellipse(x, -37, 6.6, 6.2), MIST, alpha=0.4)
        pen.fill(_ring(x, -37, 6.6, 6.2), frame)
    pen.fill(stroke([(3.8, -38), (8.2, -38)], 1.6), frame)
    pen.fill(stroke([(-9, -38), (-17, -37)], 1.6), frame)


def _ring(x: float, y: float, rx: float, ry: float) -> Shape:
    edge = ellipse(x, y, rx, ry)[0]
    return limb([*edge, edge[0]], (1.6, 1.6))


def _nurse_cap(pen: Pen, view: str) -> None:
    if view == "side":
        linen = blob((8, -63), (10, -73), (-4, -80), (-20, -74), (-25, -62), (-20, -57), (-8, -64))
    elif view == "quarter":
        linen = blob((20, -60), (17, -76), (0, -81), (-16, -77), (-21, -61), (-10, -66), (6, -66))
    else:
        linen = blob((19, -58), (16, -75), (0, -79), (-16, -75), (-19, -58), (0, -63))
    pen.fill(linen, WHITE, shade=0.22, depth=7)
