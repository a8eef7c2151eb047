"""Things indoors: chairs, tables, lectern, frames, plants in pots, bouquets, windows, screens."""

from __future__ import annotations

import math

from illustrations.canvas import Gradient, Pen
from illustrations.geometry import Point, blob, ellipse, limb, polygon, rect, stroke, union
from illustrations.palette import (
    BRONZE,
    CORAL,
    CORAL_SOFT,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_DEEP,
    LEAF_SOFT,
    MIST,
    PAPER,
    PAPER_DEEP,
    STEEL,
    TEAL,
    TEAL_SOFT,
    WHITE,
    WOOD,
    Colour,
    mix,
)


def chair(pen: Pen, seat: float = 84, colour: Colour = WOOD, cloth: Colour = TEAL) -> None:
    """Draw a side view of a chair: origin on the floor under the seat, back on the left."""
    dark = mix(colour, INK, 0.3)
    pen.fill(limb([(34, -seat), (38, 0)], (7, 6), flat=True), dark)
    pen.fill(limb([(-26, -seat), (-32, 0)], (7, 6), flat=True), dark)
    pen.fill(limb([(-34, -seat + 6), (-46, -seat - 104)], (10, 8)), colour, shade=0.3, depth=5)
    pen.fill(limb([(-37, -seat - 40), (-45, -seat - 98)], (15, 13)), cloth, shade=0.3, depth=6)
    pen.fill(rect(-42, -seat - 4, 88, 15, 7), cloth, shade=0.3, depth=7)
    pen.fill(limb([(44, -seat + 12), (46, 0)], (8, 6), flat=True), colour)


def stool(pen: Pen, seat: float = 70, cloth: Colour = TEAL) -> None:
    """Draw a round clinic stool on a foot, its origin on the floor."""
    pen.fill(rect(-4, -seat, 8, seat - 8), STEEL, shade=0.35, depth=3)
    pen.fill(limb([(-30, -4), (30, -4)], (8, 8)), STEEL, shade=0.35, depth=4)
    pen.fill(rect(-34, -seat - 6, 68, 16, 8), cloth, shade=0.35, depth=7)


def table(
    pen: Pen, width: float, height: float = 130, colour: Colour = WOOD, cloth: Colour | None = None
) -> None:
    """Draw a table; the origin is on the floor below its left edge."""
    if cloth is None:
        for x in (14, width - 14):
            pen.fill(
                limb([(x, -height), (x, 0)], (12, 9), flat=True),
                mix(colour, INK, 0.22),
                shade=0.2,
                depth=4,
            )
    else:
        pen.fill(
            rect(6, -height + 6, width - 12, height - 6), Gradient(cloth, mix(cloth, INK, 0.3))
        )
        folds = max(3, int(width / 46))
        for i in range(1, folds):
            x = width * i / folds
            pen.fill(
                stroke([(x, -height + 14), (x + 3, -height / 2), (x - 2, -2)], (1.5, 7)),
                INK,
                alpha=0.13,
            )
            pen.fill(stroke([(x + 9, -height + 14), (x + 12, -4)], (1, 5)), WHITE, alpha=0.07)
    pen.fill(
        rect(-6, -height, width + 12, 13, 4),
        mix(colour, WHITE, 0.08) if cloth is None else mix(cloth, WHITE, 0.16),
        shade=0.25,
        depth=6,
    )


def lectern(pen: Pen, colour: Colour = WOOD) -> None:
    """Draw a speaker's lectern from the front, origin on the floor, with a gooseneck microphone."""
    pen.fill(
        polygon((-44, -142), (44, -142), (34, 0), (-34, 0)),
        Gradient(colour, mix(colour, INK, 0.3)),
        shade=0.25,
    )
    pen.fill(
        polygon((-31, -122), (31, -122), (25, -22), (-25, -22)), mix(colour, WHITE, 0.14), alpha=0.5
    )
    pen.fill(
        polygon((-54, -156), (54, -156), (48, -138), (-48, -138)),
        mix(colour, WHITE, 0.18),
        shade=0.25,
        depth=6,
    )
    pen.fill(stroke([(20, -156), (24, -180), (12, -194)], 2.6), INK)
    pen.fill(ellipse(11, -195, 5, 4, -35), INK)


def frame(pen: Pen, width: float, height: float, mat: Colour = PAPER) -> None:
    """Draw a gilt framed certificate, centred on the origin, quiet bars where text would be."""
    pen.fill(
        rect(-width / 2, -height / 2, width, height, 3),
        Gradient(GOLD_SOFT, BRONZE, 50),
        shade=0.3,
        depth=5,
    )
    b = min(width, height) * 0.075
    pen.fill(
        rect(-width / 2 + b, -height / 2 + b, width - 2 * b, height - 2 * b, 1),
        mix(BRONZE, INK, 0.35),
    )
    pen.fill(
        rect(-width / 2 + b * 1.35, -height / 2 + b * 1.35, width - 2.7 * b, height - 2.7 * b), mat
    )
    c = b * 2.1
    inner = rect(-width / 2 + c, -height / 2 + c, width - 2 * c, height - 2 * c)[0]
    pen.fill(limb([*inner, inner[0]], (b * 0.22, b * 0.22)), GOLD, alpha=0.85)
    for part, share, tint, alpha in (
        (-0.2, 0.34, CORAL, 0.75),
        (-0.05, 0.52, INK, 0.22),
        (0.06, 0.46, INK, 0.22),
        (0.17, 0.4, INK, 0.22),
    ):
        half, y = width * share / 2, height * part
        pen.fill(limb([(-half, y), (half, y)], (b * 0.42, b * 0.42)), tint, alpha=alpha)
    pen.fill(ellipse(width * 0.25, height * 0.29, b * 0.95), CORAL, alpha=0.8)
    pen.fill(
        polygon(
            (-width / 2 + b * 2, -height / 2 + b * 1.35),
            (-width * 0.1, -height / 2 + b * 1.35),
            (-width * 0.3, height / 2 - b * 1.35),
            (-width / 2 + b * 1.4, height / 2 - b * 1.35),
        ),
        WHITE,
        alpha=0.22,
    )


def flower(pen: Pen, colour: Colour, petals: int = 6, size: float = 12) -> None:
    """Draw one round flower seen from the front."""
    for i in range(petals):
        a = 360 * i / petals
        x, y = size * 0.62 * math.cos(math.radians(a)), size * 0.62 * math.sin(math.radians(a))
        pen.fill(ellipse(x, y, size * 0.56, size * 0.42, a), colour, shade=0.2, depth=size * 0.25)
    pen.fill(ellipse(0, 0, size * 0.34), mix(colour, BRONZE, 0.6))


def leaf(pen: Pen, length: float, width: float, colour: Colour = LEAF) -> None:
    """Draw one leaf that grows from the origin to the right."""
    pen.fill(
        blob(
            (0, 0),
            (length * 0.35, -width / 2),
            (length * 0.75, -width * 0.36),
            (length, 0),
            (length * 0.75, width * 0.36),
            (length * 0.35, width / 2),
        ),
        colour,
        shade=0.3,
        depth=width * 0.3,
    )
    pen.fill(
        stroke([(length * 0.06, 0), (length * 0.9, 0)], (max(1, width * 0.07), 0.5)),
        WHITE,
        alpha=0.3,
    )


_BUNCH: tuple[tuple[float, float, float], ...] = (
    (-22, -30, 13),
    (20, -34, 13),
    (-2, -50, 14),
    (-36, -8, 11),
    (34, -10, 12),
    (0, -22, 15),
    (-16, -2, 12),
    (17, -4, 12),
)


def bouquet(pen: Pen, wrap: Colour = PAPER_DEEP) -> None:
    """Draw a wrapped bouquet: stems at (0, 60), flowers round (0, -20)."""
    for angle in (-160, -135, -112, -90, -66, -44, -20):
        leaf(pen.at(0, -6, turn=angle), 62, 22, LEAF_DEEP if angle % 4 else LEAF)
    pen.fill(
        polygon((-44, -6), (-20, -14), (0, -4), (22, -14), (44, -6), (14, 62), (-14, 62)),
        wrap,
        shade=0.25,
        depth=12,
    )
    colours = (CORAL, CORAL_SOFT, GOLD_SOFT, WHITE, CORAL, CORAL_SOFT, GOLD_SOFT, WHITE)
    for (x, y, size), colour in zip(_BUNCH, colours, strict=True):
        flower(pen.at(x, y, turn=x * 3), colour, size=size)
    pen.fill(
        polygon((-44, -6), (-12, 14), (4, 62), (-14, 62)), mix(wrap, WHITE, 0.4), shade=0.2, depth=8
    )
    pen.fill(
        polygon((44, -6), (12, 14), (-2, 62), (14, 62)), mix(wrap, WHITE, 0.2), shade=0.2, depth=8
    )
    pen.fill(rect(-15, 28, 30, 9, 3), CORAL, shade=0.25, depth=4)


def vase(pen: Pen, colour: Colour = TEAL) -> None:
    """Draw a vase of flowers that stands on the origin, some 150 units tall."""
    for angle, length in (
        (-128, 84),
        (-108, 96),
        (-90, 104),
        (-71, 96),
        (-52, 82),
        (-146, 60),
        (-34, 60),
    ):
        leaf(pen.at(0, -58, turn=angle), length, 22, LEAF if int(length) % 4 else LEAF_DEEP)
    spots = (
        (-34, -98, 15, CORAL),
        (0, -124, 16, GOLD_SOFT),
        (32, -100, 15, CORAL_SOFT),
        (-14, -88, 14, WHITE),
        (14, -78, 14, CORAL),
        (-44, -76, 12, CORAL_SOFT),
        (46, -76, 12, WHITE),
    )
    for x, y, size, tint in spots:
        flower(pen.at(x, y, turn=x), tint, size=size)
    pen.fill(
        blob(
            (-17, -66),
            (17, -66),
            (15, -54),
            (28, -32),
            (22, -4),
            (0, 0),
            (-22, -4),
            (-28, -32),
            (-15, -54),
        ),
        Gradient(mix(colour, WHITE, 0.25), colour, 0),
        shade=0.35,
        depth=12,
    )
    pen.fill(stroke([(-17, -44), (-20, -30), (-16, -14)], (1, 4, 1)), WHITE, alpha=0.4)


def potted_plant(pen: Pen, height: float = 150, pot: Colour = CORAL) -> None:
    """Draw a leafy plant in a pot that stands on the origin."""
    for angle, part, tint in (
        (-150, 0.62, LEAF_DEEP),
        (-30, 0.62, LEAF_DEEP),
        (-132, 0.82, LEAF),
        (-46, 0.8, LEAF),
        (-112, 0.95, LEAF_DEEP),
        (-68, 0.93, LEAF),
        (-90, 1.05, LEAF_SOFT),
        (-165, 0.45, LEAF),
        (-15, 0.45, LEAF_SOFT),
    ):
        leaf(pen.at(0, -52, turn=angle), height * part, height * 0.24, tint)
    pen.fill(
        polygon((-34, -58), (34, -58), (25, 0), (-25, 0)),
        Gradient(pot, mix(pot, INK, 0.25), 0),
        shade=0.3,
        depth=9,
    )
    pen.fill(rect(-38, -64, 76, 14, 4), mix(pot, WHITE, 0.15), shade=0.25, depth=6)


def window(pen: Pen, width: float, height: float, sky: Gradient | None = None) -> None:
    """Draw a window from its top left corner, with hills outside and a sill below."""
    pen.fill(rect(-9, -9, width + 18, height + 18, 4), WHITE, shade=0.22, depth=7)
    pane = rect(0, 0, width, height)
    pen.fill(pane, sky or Gradient(MIST, mix(GOLD_SOFT, PAPER, 0.5)))
    hills = blob(
        (-20, height * 0.7),
        (width * 0.25, height * 0.55),
        (width * 0.6, height * 0.68),
        (width * 1.1, height * 0.5),
        (width * 1.1, height * 1.1),
        (-20, height * 1.1),
    )
    pen.fill(hills, TEAL_SOFT, within=pane, alpha=0.85)
    near = blob(
        (-20, height * 0.86),
        (width * 0.35, height * 0.78),
        (width * 0.8, height * 0.88),
        (width * 1.1, height * 0.8),
        (width * 1.1, height * 1.2),
        (-20, height * 1.2),
    )
    pen.fill(near, LEAF_SOFT, within=pane)
    pen.fill(
        union(rect(width / 2 - 4, 0, 8, height), rect(0, height * 0.42 - 3, width, 6)),
        WHITE,
        shade=0.15,
        depth=3,
    )
    pen.fill(
        polygon(
            (width * 0.1, 0), (width * 0.32, 0), (width * 0.12, height), (-width * 0.1, height)
        ),
        WHITE,
        alpha=0.25,
        within=pane,
    )
    pen.fill(
        rect(-20, height + 8, width + 40, 13, 3), mix(WHITE, PAPER_DEEP, 0.3), shade=0.25, depth=5
    )


def tablet(pen: Pen, width: float, height: float) -> None:
    """Draw a tablet centred on the origin whose screen shows plain chart bars and a line."""
    pen.fill(rect(-width / 2, -height / 2, width, height, 9), INK, shade=0.3, depth=5)
    b = 12.0
    pen.fill(ellipse(0, -height / 2 + 6, 1.8), TEAL_SOFT)
    screen = rect(-width / 2 + b, -height / 2 + b, width - 2 * b, height - 2 * b, 3)
    pen.fill(screen, Gradient(WHITE, MIST, 60))
    base, left = height * 0.36, -width * 0.38
    bars = (0.28, 0.42, 0.36, 0.56, 0.68)
    for i, part in enumerate(bars):
        w = width * 0.092
        x = left + i * width * 0.158
        pen.fill(
            rect(x, base - height * part, w, height * part, 2),
            (TEAL_SOFT, TEAL, TEAL_SOFT, TEAL, CORAL)[i],
        )
    pen.fill(limb([(left - 4, base + 3), (width * 0.4, base + 3)], (2, 2)), INK, alpha=0.35)
    points: list[Point] = [
        (left + i * width * 0.158 + width * 0.046, base - height * part - 12)
        for i, part in enumerate(bars)
    ]
    pen.fill(stroke(points, 2.6), GOLD)
    for point in points:
        pen.fill(ellipse(*point, 3.6), GOLD)
    pen.fill(
        polygon(
            (-width * 0.1, -height / 2 + b),
            (width * 0.18, -height / 2 + b),
            (-width * 0.12, height / 2 - b),
            (-width * 0.4, height / 2 - b),
        ),
        WHITE,
        alpha=0.2,
        within=screen,
    )


def sun_patch(
    pen: Pen, x: float, y: float, width: float, height: float, slant: float, alpha: float = 0.25
) -> None:
    """Lay two leaning panes of sunlight on a wall."""
    for part in (0.0, 0.54):
        a, b = x + width * part, x + width * (part + 0.46)
        pen.fill(
            polygon((a, y), (b, y), (b + slant, y + height), (a + slant, y + height)),
            WHITE,
            alpha=alpha,
            blur=2,
        )


def low_wall(
    pen: Pen,
    top: float,
    width: float,
    floor: float,
    wall: Colour,
    dado: Colour,
    ground: Colour,
    bottom: float,
) -> None:
    """Draw a room's back: wall above, dado from `top` to `floor`, floor down to `bottom`."""
    pen.fill(rect(-10, -10, width + 20, top + 20), Gradient(mix(wall, WHITE, 0.25), wall))
    pen.fill(rect(-10, top, width + 20, floor - top), Gradient(dado, mix(dado, INK, 0.1)))
    pen.fill(rect(-10, top - 5, width + 20, 9), mix(dado, WHITE, 0.35))
    pen.fill(
        rect(-10, floor, width + 20, bottom - floor + 10), Gradient(mix(ground, INK, 0.1), ground)
    )
    pen.fill(rect(-10, floor - 9, width + 20, 10), mix(dado, INK, 0.28))
