"""Scenes in a hall: the conference seen from its seats, the certificate on the stage."""

from __future__ import annotations

from illustrations.canvas import Gradient, Pen
from illustrations.figures import Look, Pose, draw_figure, draw_near_arm
from illustrations.furniture import bouquet, flower, frame, leaf, lectern, table, vase
from illustrations.geometry import blob, ellipse, limb, polygon, rect, stroke
from illustrations.heads import Head, draw_head, draw_neck
from illustrations.palette import (
    BLUSH,
    BRICK,
    CORAL,
    CORAL_SOFT,
    GOLD,
    GOLD_SOFT,
    HAIR,
    HAIR_BROWN,
    HAIR_GREY,
    INK,
    LEAF,
    LEAF_DEEP,
    MIST,
    PAPER,
    SAND,
    SKIN,
    SKIN_LIGHT,
    SKIN_TAN,
    TEAL,
    TEAL_DEEP,
    TEAL_MID,
    TEAL_SOFT,
    WHITE,
    WOOD,
    WOOD_DEEP,
    Colour,
    mix,
)

_STYLES = ("short", "bob", "thin", "bun", "short", "long", "short", "tail", "bob", "short", "bun")
_HAIRS = (HAIR, HAIR_BROWN, HAIR_GREY, HAIR, HAIR, HAIR_BROWN, HAIR, HAIR, HAIR_GREY, HAIR, HAIR)
_SHIRTS = (
    WHITE,
    CORAL_SOFT,
    TEAL_SOFT,
    WHITE,
    MIST,
    GOLD_SOFT,
    TEAL_MID,
    WHITE,
    BLUSH,
    LEAF,
    TEAL_SOFT,
)
_SKINS = (SKIN, SKIN_LIGHT, SKIN_TAN, SKIN)
# Rows from the stage to the viewer: height on the page, size, distance of seats, half aisle, dusk.
_ROWS = (
    (532, 0.56, 72, 52, 0.16),
    (596, 0.78, 98, 78, 0.36),
    (682, 1.12, 140, 118, 0.6),
    (800, 1.6, 205, 180, 0.84),
)
_HALF_HALL = 660
_EMPTY_SEAT = (1, 1)


def _delegate(pen: Pen, index: int, dusk: float) -> None:
    """Draw head and shoulders from behind, `dusk` (0 to 1) of the way into the hall's darkness."""
    night = mix(INK, TEAL_DEEP, 0.35)
    head = Head(
        style=_STYLES[index % 11],
        view="back",
        hair=mix(_HAIRS[index % 11], night, dusk * 0.7),
        skin=mix(_SKINS[index % 4], night, dusk * 0.75),
    )
    draw_neck(pen, head)
    top = mix(_SHIRTS[index % 11], night, dusk)
    pen.fill(
        blob(
            (-56, 130),
            (-58, 50),
            (-47, 18),
            (-20, 1),
            (0, 4),
            (20, 1),
            (47, 18),
            (58, 50),
            (56, 130),
        ),
        top,
        shade=0.4,
        depth=14,
    )
    pen.fill(stroke([(-19, 3), (0, 8), (19, 3)], (1, 5, 1)), mix(top, WHITE, 0.3 * (1 - dusk)))
    draw_head(pen, head)


def _seat(pen: Pen, colour: Colour) -> None:
    pen.fill(
        rect(-58, 52, 116, 150, 26),
        Gradient(mix(colour, WHITE, 0.1), mix(colour, INK, 0.4)),
        shade=0.35,
        depth=12,
    )


def _curtain(
    pen: Pen, left: float, right: float, top: float, bottom: float, colour: Colour
) -> None:
    pen.fill(rect(left, top, right - left, bottom - top), Gradient(colour, mix(colour, INK, 0.35)))
    count = max(3, round((right - left) / 26))
    step = (right - left) / count
    for i in range(count):
        x = left + i * step
        pen.fill(
            polygon(
                (x + step * 0.55, top),
                (x + step, top),
                (x + step, bottom),
                (x + step * 0.45, bottom),
            ),
            INK,
            alpha=0.2,
            blur=3,
            within=rect(left, top, right - left, bottom - top),
        )
        pen.fill(
            polygon(
                (x + step * 0.18, top),
                (x + step * 0.34, top),
                (x + step * 0.3, bottom),
                (x + step * 0.12, bottom),
            ),
            WHITE,
            alpha=0.1,
            blur=2.5,
            within=rect(left, top, right - left, bottom - top),
        )


def conference(pen: Pen) -> None:
    """Draw a conference hall from behind the seats (1200 by 800)."""
    pen.fill(rect(-10, -10, 1220, 820), Gradient(TEAL_DEEP, INK))
    pen.fill(
        polygon((0, 0), (1200, 0), (1050, 84), (150, 84)), Gradient(mix(TEAL, INK, 0.2), TEAL_DEEP)
    )
    for x in (250, 425, 600, 775, 950):
        pen.fill(
            polygon(
                (x - 34, 22),
                (x + 34, 22),
                (600 + (x - 600) * 0.9 + 28, 38),
                (600 + (x - 600) * 0.9 - 28, 38),
            ),
            mix(GOLD_SOFT, WHITE, 0.4),
        )
        pen.glow(x, 34, 110, 70, GOLD_SOFT, 0.35)
    pen.fill(rect(150, 84, 900, 336), Gradient(mix(GOLD_SOFT, PAPER, 0.5), SAND))
    pen.glow(600, 250, 520, 330, WHITE, 0.6)
    pen.fill(rect(310, 112, 580, 214, 4), GOLD, shade=0.35, depth=8)
    pen.fill(rect(317, 119, 566, 200, 2), Gradient(TEAL, mix(TEAL, TEAL_MID, 0.55), 20))
    pen.fill(ellipse(840, 330, 210), TEAL_MID, alpha=0.5, within=rect(317, 119, 566, 200, 2))
    pen.fill(ellipse(870, 345, 130), TEAL_SOFT, alpha=0.35, within=rect(317, 119, 566, 200, 2))
    for x in (22, 1122):
        for k in range(4):
            pen.fill(rect(x + k * 14, 120, 9, 300, 4), Gradient(TEAL, TEAL_DEEP), alpha=0.75)
        pen.glow(x + 27, 200, 90, 150, GOLD_SOFT, 0.3)
    _curtain(pen, 118, 270, 70, 424, mix(BRICK, CORAL, 0.35))
    _curtain(pen, 930, 1082, 70, 424, mix(BRICK, CORAL, 0.35))
    pen.fill(rect(104, 62, 992, 26, 4), Gradient(mix(BRICK, CORAL, 0.2), BRICK), shade=0.3, depth=8)
    pen.fill(
        polygon((118, 404), (1082, 404), (1120, 446), (80, 446)),
        Gradient(mix(WOOD, GOLD_SOFT, 0.45), WOOD),
    )
    _presidium(pen)
    _speaker(pen)
    pen.fill(
        polygon((80, 446), (1120, 446), (1120, 486), (80, 486)),
        Gradient(WOOD_DEEP, mix(WOOD_DEEP, INK, 0.5)),
    )
    for i in range(27):
        x = 108 + i * 38
        leaf(pen.at(x, 478, turn=-130), 24, 12, LEAF_DEEP)
        leaf(pen.at(x, 478, turn=-50), 24, 12, LEAF)
        flower(pen.at(x, 462 + 3 * (i % 2)), (CORAL, GOLD_SOFT, WHITE, CORAL_SOFT)[i % 4], size=9)
    pen.fill(
        polygon((-10, 486), (1210, 486), (1210, 810), (-10, 810)),
        Gradient(mix(TEAL_DEEP, TEAL, 0.5), INK),
    )
    pen.fill(
        polygon((556, 486), (644, 486), (760, 810), (440, 810)),
        Gradient(CORAL, mix(BRICK, INK, 0.3)),
    )
    pen.glow(600, 480, 620, 130, GOLD_SOFT, 0.3)
    for row in range(len(_ROWS)):
        _row(pen, row)


def _row(pen: Pen, row: int) -> None:
    """Draw one row of seats on both sides of the aisle; one seat of the second is free."""
    y, size, gap, aisle, dusk = _ROWS[row]
    places = [aisle + gap * (i + 0.5) for i in range(9)]
    near = [x for x in places if x < _HALF_HALL]
    for i, x in enumerate([600 - x for x in reversed(near)] + [600 + x for x in near]):
        if (row, i) != _EMPTY_SEAT:
            seat = pen.at(x, y, size, turn=1.5 * ((i * 5) % 3 - 1))
            _delegate(seat, i * 3 + int(y), dusk)
        _seat(pen.at(x, y, size), mix(mix(BRICK, CORAL, 0.3), INK, 0.25 + dusk * 0.7))


def _presidium(pen: Pen) -> None:
    chairs = (
        (Head("short", "quarter"), Look("suit", top=INK)),
        (Head("bun", "quarter", SKIN_LIGHT), Look("blouse", top=CORAL)),
        (Head("thin", "quarter", SKIN_TAN, HAIR_GREY, glasses=True), Look("suit", top=TEAL_DEEP)),
    )
    for i, (head, look) in enumerate(chairs):
        x = 368 + i * 66
        draw_figure(
            pen.at(x, 428, 0.42),
            head,
            look,
            Pose(
                hip=(0, -120),
                neck=(0, -236),
                wide=1.5,
                legs=False,
                near_hand=(-24, -122),
                far_hand=(40, -122),
                far_elbow=1,
                far_in_front=True,
            ),
        )
    table(pen.at(330, 430), 206, 66, cloth=MIST)
    for x in (350, 436, 516):
        flower(pen.at(x, 362), CORAL, size=6)
        leaf(pen.at(x, 364, turn=160), 14, 6, LEAF)
        leaf(pen.at(x, 364, turn=20), 14, 6, LEAF)


def _speaker(pen: Pen) -> None:
    pen.contact(760, 432, 60, 10, 0.35)
    draw_figure(
        pen.at(758, 428, 0.56),
        Head(style="bun", view="quarter"),
        Look("aodai", top=CORAL, bottom=WHITE),
        Pose(wide=1.5, near_hand=(-34, -172), far_hand=(40, -172), far_elbow=1, far_in_front=True),
    )
    lectern(pen.at(758, 436, 0.74))
    leaf(pen.at(758, 362, turn=-160), 30, 12, LEAF_DEEP)
    leaf(pen.at(758, 362, turn=-20), 30, 12, LEAF_DEEP)
    for x, y, tint in ((744, 362, WHITE), (772, 362, GOLD_SOFT), (758, 356, CORAL)):
        flower(pen.at(x, y), tint, size=9)


def award(pen: Pen) -> None:
    """Draw a leader who hands a framed certificate to a nurse (1200 by 900)."""
    pen.fill(rect(-10, -10, 1220, 920), Gradient(TEAL, TEAL_DEEP))
    _curtain(pen, -10, 190, -10, 790, TEAL)
    _curtain(pen, 1010, 1210, -10, 790, TEAL)
    pen.fill(rect(190, -10, 820, 800), Gradient(mix(TEAL, TEAL_MID, 0.5), TEAL))
    pen.fill(ellipse(600, 430, 372), Gradient(GOLD_SOFT, CORAL_SOFT), within=rect(0, 0, 1200, 780))
    pen.fill(
        ellipse(600, 430, 318),
        Gradient(mix(PAPER, WHITE, 0.4), BLUSH),
        within=rect(0, 0, 1200, 780),
    )
    pen.glow(600, 360, 330, 280, WHITE, 0.5)
    pen.fill(rect(-10, 776, 1220, 140), Gradient(mix(WOOD, GOLD_SOFT, 0.35), WOOD))
    pen.fill(rect(-10, 770, 1220, 10), mix(WOOD_DEEP, INK, 0.2))
    vase(pen.at(150, 800, 1.5), CORAL)
    vase(pen.at(1050, 800, 1.5), CORAL)
    for x in (415, 785):
        pen.shadow(ellipse(x, 822, 62, 12), 120, 34, 0.25)
        pen.contact(x, 822, 90, 16, 0.35)
    size = 1.72
    nurse = pen.at(806, 822, size, flip=True)
    proud = Head(style="bun", cap=True, skin=SKIN_LIGHT, tilt=8)
    uniform = Look("tunic", top=WHITE, bottom=WHITE, shoes=mix(INK, TEAL, 0.3))
    receives = Pose(far_hand=(76, -212), near_hand=(30, -176), neck=(9, -297), near_later=True)
    draw_figure(nurse, proud, uniform, receives)
    leader = pen.at(410, 822, size)
    elder = Head(style="short", hair=HAIR_GREY, glasses=True, tilt=5)
    suit = Look("suit", top=INK, bottom=mix(INK, WHITE, 0.06))
    hands_over = Pose(far_hand=(76, -232), near_hand=(72, -200), neck=(8, -298), near_later=True)
    draw_figure(leader, elder, suit, hands_over)
    frame(pen.at(603, 448, 1.0, turn=-2), 216, 160)
    for y in (424, 438, 452):
        finger = limb([(712, y), (700, y + 1)], (13, 12))
        pen.fill(finger, SKIN_LIGHT, shade=0.25, tone=BRICK, depth=4)
    draw_near_arm(leader, elder, suit, hands_over)
    bouquet(nurse.at(22, -208, 0.7, turn=16))
    draw_near_arm(nurse, proud, uniform, receives)
    for i, (x, y) in enumerate(
        ((70, 806), (262, 838), (450, 862), (748, 862), (944, 836), (1130, 806))
    ):
        _delegate(pen.at(x, y, 1.35), (2, 1, 4, 3, 6, 5)[i], 0.55)
