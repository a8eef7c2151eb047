"""Things outdoors: skies, hills, rice fields, trees, a bicycle, an ambulance, façades."""

from __future__ import annotations

import math

from illustrations.canvas import Gradient, Pen
from illustrations.geometry import Point, blob, ellipse, limb, polygon, rect, stroke
from illustrations.palette import (
    BRICK,
    CORAL,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_DEEP,
    LEAF_SOFT,
    MIST,
    PAPER,
    STEEL,
    TEAL,
    TEAL_DEEP,
    WHITE,
    WOOD_DEEP,
    Colour,
    mix,
)


def sky(
    pen: Pen, width: float, height: float, top: Colour, low: Colour, sun: Point, radius: float
) -> None:
    """Fill the sky and set a soft sun in it."""
    pen.fill(rect(-10, -10, width + 20, height + 10), Gradient(top, low))
    pen.glow(*sun, radius * 5, radius * 5, mix(GOLD_SOFT, WHITE, 0.4), 0.75)
    pen.fill(ellipse(*sun, radius), mix(WHITE, GOLD_SOFT, 0.45), alpha=0.95)


def cloud(pen: Pen, alpha: float = 0.7) -> None:
    """Draw a long flat cloud round the origin."""
    pen.fill(
        blob((-90, 8), (-60, -8), (-30, -12), (-4, -26), (34, -18), (60, -6), (100, 8), (0, 13)),
        WHITE,
        alpha=alpha,
        blur=1.2,
    )


def ridge(pen: Pen, points: tuple[Point, ...], bottom: float, top: Colour, foot: Colour) -> None:
    """Draw a line of hills through `points`, filled down to `bottom`."""
    left, right = points[0][0], points[-1][0]
    pen.fill(
        blob(*points, (right + 60, bottom), ((left + right) / 2, bottom + 60), (left - 60, bottom)),
        Gradient(top, foot),
    )


def tree(pen: Pen, height: float = 200, leaf: Colour = LEAF) -> None:
    """Draw a round-crowned tree that stands on the origin."""
    r = height * 0.3
    pen.fill(
        limb([(0, 0), (2, -height * 0.6)], (height * 0.075, height * 0.04)),
        WOOD_DEEP,
        shade=0.3,
        depth=5,
    )
    pen.fill(
        stroke(
            [(1, -height * 0.36), (r * 0.35, -height * 0.52), (r * 0.5, -height * 0.62)],
            (height * 0.035, 2),
        ),
        WOOD_DEEP,
    )
    crown = blob(
        (-r, -height * 0.6),
        (-r * 0.95, -height * 0.78),
        (-r * 0.45, -height * 0.94),
        (r * 0.1, -height),
        (r * 0.7, -height * 0.9),
        (r * 1.05, -height * 0.72),
        (r * 0.95, -height * 0.54),
        (r * 0.4, -height * 0.44),
        (-r * 0.35, -height * 0.43),
    )
    pen.fill(
        crown,
        Gradient(mix(leaf, WHITE, 0.14), mix(leaf, TEAL_DEEP, 0.3), 55),
        shade=0.4,
        depth=height * 0.14,
    )
    for x, y, size in (
        (-0.45, 0.78, 0.34),
        (0.2, 0.86, 0.3),
        (0.35, 0.62, 0.32),
        (-0.25, 0.58, 0.26),
    ):
        pen.fill(
            blob(
                (x * r - size * r, -height * y),
                (x * r, -height * y - size * r * 0.75),
                (x * r + size * r, -height * y),
                (x * r, -height * y + size * r * 0.4),
            ),
            mix(leaf, LEAF_SOFT, 0.55),
            alpha=0.35,
            within=crown,
        )


def areca(pen: Pen, height: float = 300, leaf: Colour = LEAF_DEEP) -> None:
    """Draw a slim areca palm that stands on the origin."""
    trunk: list[Point] = [(0, 0), (4, -height * 0.4), (-2, -height * 0.8)]
    pen.fill(
        stroke(trunk, (height * 0.035, height * 0.024)),
        mix(WOOD_DEEP, STEEL, 0.4),
        shade=0.35,
        depth=4,
    )
    pen.fill(
        limb([(-2, -height * 0.79), (-2, -height * 0.88)], (height * 0.036, height * 0.02)),
        LEAF,
        shade=0.3,
        depth=3,
    )
    for angle in (-170, -145, -118, -92, -64, -36, -10):
        _frond(
            pen.at(-2, -height * 0.87, turn=angle),
            height * 0.34,
            leaf if angle % 4 else mix(leaf, LEAF, 0.6),
        )


def _frond(pen: Pen, length: float, colour: Colour) -> None:
    droop = length * 0.2
    pen.fill(
        blob(
            (0, -2),
            (length * 0.4, -length * 0.12),
            (length * 0.8, -length * 0.02),
            (length, droop),
            (length * 0.72, droop * 0.75),
            (length * 0.36, length * 0.06),
        ),
        colour,
        shade=0.25,
        depth=5,
    )
    pen.fill(
        stroke([(0, 0), (length * 0.45, -length * 0.035), (length * 0.93, droop * 0.75)], (2, 0.6)),
        WHITE,
        alpha=0.25,
    )


def banana(pen: Pen, height: float = 150) -> None:
    """Draw a clump of banana leaves that stands on the origin."""
    pen.fill(
        limb([(0, 0), (2, -height * 0.5)], (height * 0.1, height * 0.06)),
        LEAF_SOFT,
        shade=0.3,
        depth=5,
    )
    for angle, part, tint in (
        (-158, 0.7, LEAF_DEEP),
        (-22, 0.7, LEAF_DEEP),
        (-128, 0.85, LEAF),
        (-52, 0.82, LEAF),
        (-100, 0.9, LEAF_SOFT),
        (-76, 0.88, LEAF),
    ):
        size = height * part
        fresh = pen.at(0, -height * 0.42, turn=angle)
        fresh.fill(
            blob(
                (0, -3),
                (size * 0.4, -size * 0.15),
                (size * 0.85, -size * 0.06),
                (size, size * 0.1),
                (size * 0.7, size * 0.15),
                (size * 0.3, size * 0.1),
            ),
            tint,
            shade=0.3,
            depth=8,
        )
        fresh.fill(
            stroke([(0, 0), (size * 0.5, 0), (size * 0.95, size * 0.08)], (2.5, 0.7)),
            WHITE,
            alpha=0.4,
        )


def shrub(pen: Pen, width: float, height: float, colour: Colour = LEAF) -> None:
    """Draw a low rounded hedge, its left foot on the origin."""
    points: list[Point] = [(0, 0), (width * 0.02, -height * 0.6)]
    count = max(3, int(width / (height * 1.1)))
    points += [
        (width * (i + 0.5) / count, -height * (0.84 + 0.16 * ((i * 7) % 3) / 2))
        for i in range(count)
    ]
    points += [(width * 0.98, -height * 0.6), (width, 0)]
    pen.fill(
        blob(*points),
        Gradient(mix(colour, WHITE, 0.12), mix(colour, TEAL_DEEP, 0.35)),
        shade=0.3,
        depth=height * 0.2,
    )


def bicycle(pen: Pen, colour: Colour = TEAL) -> None:
    """Draw a lady's bicycle, 150 units long, wheels standing on y = 0, centred on the origin."""
    for x in (-48, 48):
        ring = ellipse(x, -31, 29)[0]
        pen.fill(limb([*ring, ring[0]], (4.2, 4.2)), INK)
        for i in range(5):
            a = math.pi * i / 5
            dx, dy = 28 * math.cos(a), 28 * math.sin(a)
            pen.fill(limb([(x - dx, -31 - dy), (x + dx, -31 + dy)], (0.9, 0.9)), INK, alpha=0.5)
        pen.fill(ellipse(x, -31, 4), STEEL)
    for line in (
        [(-48, -31), (-6, -28), (-18, -72), (-48, -31)],
        [(-6, -28), (34, -74)],
        [(-14, -58), (20, -52), (35, -72)],
    ):
        pen.fill(limb(line, (4.6, 4.6)), colour, shade=0.3, depth=2)
    pen.fill(stroke([(48, -31), (40, -58), (33, -84)], 4.2), colour)
    pen.fill(stroke([(33, -84), (28, -94), (14, -92)], 3.4), INK)
    pen.fill(limb([(-18, -72), (-20, -82)], (4, 4)), INK)
    pen.fill(
        blob((-36, -84), (-22, -88), (-6, -86), (-10, -81), (-24, -79)),
        WOOD_DEEP,
        shade=0.3,
        depth=3,
    )
    pen.fill(polygon((40, -86), (68, -86), (63, -62), (44, -62)), GOLD, shade=0.3, depth=5)
    pen.fill(limb([(39, -86), (69, -86)], (4, 4)), mix(GOLD, INK, 0.2))
    pen.fill(ellipse(-6, -28, 7), INK)
    pen.fill(limb([(-6, -28), (3, -14)], (3, 3)), INK)
    pen.fill(limb([(-4, -12), (10, -13)], (4, 4)), INK)
    pen.fill(stroke([(-78, -40), (-70, -60), (-48, -66), (-28, -55)], 2.6), colour)


def ambulance(pen: Pen) -> None:
    """Draw an ambulance without any emblem, 250 units long, its back wheels on the left."""
    body = blob(
        (-124, -26),
        (-126, -104),
        (-118, -120),
        (-40, -123),
        (44, -120),
        (62, -112),
        (92, -70),
        (118, -62),
        (125, -44),
        (124, -20),
        (0, -16),
        (-118, -18),
    )
    pen.fill(body, Gradient(WHITE, mix(WHITE, STEEL, 0.5)), shade=0.3, depth=14)
    pen.fill(rect(-130, -56, 262, 14), CORAL, within=body)
    pen.fill(rect(-130, -40, 262, 5), TEAL, within=body)
    pen.fill(
        polygon((36, -108), (58, -106), (84, -68), (36, -68)),
        Gradient(TEAL_DEEP, TEAL, 60),
        shade=0.2,
        depth=5,
    )
    pen.fill(polygon((40, -108), (50, -108), (62, -68), (46, -68)), WHITE, alpha=0.25)
    pen.fill(rect(-104, -106, 56, 34, 5), Gradient(TEAL_DEEP, TEAL, 60))
    pen.fill(rect(-34, -106, 54, 34, 5), Gradient(TEAL_DEEP, TEAL, 60))
    pen.fill(polygon((-96, -106), (-82, -106), (-94, -72), (-104, -72)), WHITE, alpha=0.25)
    for x in (-42, 28):
        pen.fill(limb([(x, -112), (x, -22)], (1.4, 1.4)), INK, alpha=0.3)
    pen.fill(rect(-8, -134, 46, 13, 6), BRICK, shade=0.3, depth=4)
    pen.fill(rect(-4, -131, 16, 5, 2), WHITE, alpha=0.5)
    pen.fill(ellipse(119, -50, 5, 8), GOLD_SOFT)
    for x in (-72, 78):
        pen.fill(ellipse(x, -19, 27), mix(INK, STEEL, 0.15), within=body)
        pen.fill(ellipse(x, -20, 21), INK)
        pen.fill(ellipse(x, -20, 10), STEEL, shade=0.4, depth=4)


def window_grid(
    pen: Pen,
    area: tuple[float, float, float, float],
    cols: int,
    rows: int,
    *,
    lit: frozenset[int] = frozenset(),
) -> None:
    """Draw `cols` by `rows` windows in `area` (x, y, width, height); `lit` ones glow warm."""
    x, y, width, height = area
    cw, ch = width / cols, height / rows
    for i in range(cols * rows):
        left, top = x + (i % cols) * cw + cw * 0.16, y + (i // cols) * ch + ch * 0.2
        w, h = cw * 0.68, ch * 0.58
        pane = rect(left, top, w, h, 2)
        glass = (
            Gradient(GOLD_SOFT, PAPER)
            if i in lit
            else Gradient(mix(TEAL, MIST, 0.3), mix(TEAL, MIST, 0.62), 60)
        )
        pen.fill(rect(left - 3, top - 3, w + 6, h + 6, 2), WHITE)
        pen.fill(pane, glass, shade=0.3, depth=4)
        pen.fill(
            polygon(
                (left + w * 0.1, top),
                (left + w * 0.4, top),
                (left + w * 0.1, top + h),
                (left - w * 0.2, top + h),
            ),
            WHITE,
            alpha=0.22,
            within=pane,
        )
        pen.fill(rect(left + w / 2 - 1.2, top, 2.4, h), WHITE)
        pen.fill(rect(left - 6, top + h + 3, w + 12, 4, 1), mix(WHITE, INK, 0.16))
