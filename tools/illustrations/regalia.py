"""The still life of the emulation banner, its awards table and its flowers."""

from __future__ import annotations

from illustrations.canvas import Gradient, Pen
from illustrations.furniture import flower, frame, leaf, table, vase
from illustrations.geometry import blob, ellipse, limb, polygon, rect, stroke
from illustrations.palette import (
    BRONZE,
    CORAL,
    CORAL_SOFT,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_DEEP,
    MIST,
    PAPER,
    PAPER_DEEP,
    SAND,
    TEAL,
    TEAL_MID,
    TEAL_SOFT,
    WHITE,
    WOOD,
    WOOD_DEEP,
    Colour,
    mix,
)


def banner(pen: Pen) -> None:
    """Draw a plain emulation banner over a table of certificates and flowers (900 by 1200)."""
    pen.fill(rect(-10, -10, 920, 1220), Gradient(TEAL_MID, TEAL))
    arch = rect(112, 74, 676, 1200, 338)
    pen.fill(rect(96, 58, 708, 1200, 354), mix(TEAL_MID, WHITE, 0.25), alpha=0.6)
    pen.fill(arch, Gradient(mix(PAPER, WHITE, 0.35), PAPER_DEEP))
    pen.glow(430, 430, 300, 340, WHITE, 0.6)
    for x in (200, 420):
        pen.fill(
            polygon((x, 60), (x + 130, 60), (x + 330, 900), (x + 200, 900)),
            WHITE,
            alpha=0.4,
            blur=4,
            within=arch,
        )
    pen.fill(rect(-10, 1090, 920, 120), Gradient(mix(WOOD, SAND, 0.35), WOOD))
    pen.fill(rect(-10, 1082, 920, 12), mix(WOOD_DEEP, INK, 0.1))
    cloth = polygon((306, 206), (594, 206), (594, 632), (450, 724), (306, 632))
    pen.fill(
        polygon((338, 226), (630, 226), (630, 652), (486, 744), (342, 652)), INK, alpha=0.2, blur=14
    )
    pen.fill(
        limb([(450, 120), (450, 1100)], (13, 13)),
        Gradient(mix(GOLD_SOFT, WOOD, 0.3), BRONZE, 0),
        shade=0.3,
        depth=5,
    )
    pen.fill(ellipse(450, 112, 17), Gradient(GOLD_SOFT, BRONZE, 45), shade=0.35, depth=7)
    pen.fill(
        blob((450, 58), (458, 80), (452, 100), (448, 100), (442, 80)), GOLD, shade=0.3, depth=4
    )
    _fringe(pen)
    red: Colour = (186, 54, 50)
    pen.fill(cloth, Gradient(mix(red, CORAL, 0.3), mix(red, INK, 0.18)), shade=0.25, depth=18)
    edge = [(320, 220), (580, 220), (580, 624), (450, 706), (320, 624), (320, 220)]
    pen.fill(limb(edge, (7, 7)), GOLD, within=cloth)
    inner = [(336, 238), (564, 238), (564, 614), (450, 686), (336, 614), (336, 238)]
    pen.fill(limb(inner, (2.4, 2.4)), GOLD_SOFT, within=cloth)
    for x, lean in ((372, 6), (446, -4), (520, 8)):
        pen.fill(
            polygon((x, 206), (x + 26, 206), (x + 34 + lean, 730), (x - 6 + lean, 730)),
            INK,
            alpha=0.17,
            blur=9,
            within=cloth,
        )
        pen.fill(
            polygon((x - 30, 206), (x - 14, 206), (x - 16 + lean, 730), (x - 34 + lean, 730)),
            WHITE,
            alpha=0.16,
            blur=7,
            within=cloth,
        )
    pen.fill(rect(286, 192, 328, 20, 10), Gradient(GOLD_SOFT, BRONZE), shade=0.3, depth=5)
    for x in (284, 616):
        pen.fill(ellipse(x, 202, 15), Gradient(GOLD_SOFT, BRONZE, 45), shade=0.3, depth=5)
        _tassel(pen.at(x, 214))
    _award_table(pen)


def _fringe(pen: Pen) -> None:
    for i in range(49):
        part = i / 48
        x = 308 + 284 * part
        y = 632 + 92 * (1 - abs(2 * part - 1))
        pen.fill(
            limb([(x, y - 4), (x + (1.2 if i % 2 else -0.8), y + 28 + 3 * (i % 3))], (4.6, 5.4)),
            GOLD if i % 2 else mix(GOLD, GOLD_SOFT, 0.6),
        )


def _tassel(pen: Pen) -> None:
    pen.fill(stroke([(0, 0), (3, 50), (0, 96)], 3.4), GOLD)
    pen.fill(ellipse(0, 100, 9), GOLD, shade=0.35, depth=4)
    pen.fill(
        polygon((-8, 104), (8, 104), (13, 166), (-13, 166)),
        Gradient(GOLD_SOFT, BRONZE),
        shade=0.3,
        depth=6,
    )
    for x in (-6, -1, 5):
        pen.fill(limb([(x * 0.7, 112), (x * 1.4, 162)], (1.2, 1.2)), BRONZE, alpha=0.6)


def _award_table(pen: Pen) -> None:
    pen.contact(450, 1136, 420, 30, 0.4)
    table(pen.at(90, 1132), 720, 204, cloth=mix(MIST, TEAL_SOFT, 0.2))
    top = 932
    for x, width, height, turn in ((268, 172, 128, -4), (632, 172, 128, 4)):
        pen.fill(
            polygon((x - 60, top), (x + 130, top), (x + 160, top + 9), (x - 50, top + 9)),
            INK,
            alpha=0.25,
            blur=3,
        )
        frame(pen.at(x, top - 65, turn=turn), width, height)
    pen.fill(
        polygon((360, top), (560, top), (600, top + 9), (366, top + 9)), INK, alpha=0.25, blur=3
    )
    frame(pen.at(450, top - 86), 226, 170, WHITE)
    vase(pen.at(150, top + 4, 1.25), CORAL)
    vase(pen.at(750, top + 4, 1.25), CORAL)
    for i, x in enumerate(range(352, 562, 28)):
        leaf(pen.at(x, top + 2, turn=-150), 26, 12, LEAF_DEEP)
        leaf(pen.at(x, top + 2, turn=-30), 26, 12, LEAF)
        flower(
            pen.at(x, top - 10 - 5 * (i % 2)), (CORAL, WHITE, GOLD_SOFT, CORAL_SOFT)[i % 4], size=11
        )
