"""Scenes with children: the vaccination and the vitamin drops."""

from __future__ import annotations

from illustrations.canvas import Gradient, Pen
from illustrations.figures import Look, Pose, draw_figure, draw_near_arm
from illustrations.furniture import chair, low_wall, potted_plant, stool, sun_patch, table, window
from illustrations.geometry import blob, ellipse, limb, polygon, rect, stroke
from illustrations.heads import Head
from illustrations.outdoors import areca, shrub
from illustrations.palette import (
    BLUSH,
    BRONZE,
    CORAL,
    CORAL_SOFT,
    GOLD,
    GOLD_SOFT,
    HAIR_BROWN,
    HAIR_GREY,
    INK,
    LEAF,
    LEAF_DEEP,
    LEAF_SOFT,
    MIST,
    PAPER,
    PAPER_DEEP,
    SAND,
    SKIN_LIGHT,
    SKIN_TAN,
    STEEL,
    TEAL,
    TEAL_DEEP,
    TEAL_MID,
    TEAL_SOFT,
    WHITE,
    WOOD,
    mix,
)


def vaccination(pen: Pen) -> None:
    """Draw a mother with a child on her lap and a nurse with a syringe (1200 by 900)."""
    low_wall(
        pen, 556, 1200, 770, mix(PAPER, GOLD_SOFT, 0.25), TEAL_MID, mix(SAND, PAPER, 0.25), 900
    )
    pen.fill(
        ellipse(520, 420, 310),
        mix(GOLD_SOFT, CORAL_SOFT, 0.3),
        alpha=0.5,
        within=rect(0, 0, 1200, 550),
    )
    window(pen.at(92, 106), 236, 300)
    sun_patch(pen, 400, 110, 260, 440, 130, 0.3)
    _poster(pen.at(1012, 220))
    size, floor = 1.78, 824
    table(pen.at(968, floor), 206, 220, WOOD, cloth=WHITE)
    _cold_box(pen.at(1072, floor - 220))
    potted_plant(pen.at(92, floor - 6, 1.2), 190, CORAL)
    mother, nurse = pen.at(384, floor, size), pen.at(744, floor, size, flip=True)
    mother.contact(24, 3, 110, 13, 0.4)
    nurse.contact(4, 3, 80, 12, 0.4)
    gentle = Head(style="bun", cap=True, mask=True, tilt=10)
    tunic = Look("tunic", top=WHITE, bottom=WHITE, shoes=TEAL)
    leans = Pose(
        hip=(0, -178),
        neck=(30, -290),
        far_hand=(136, -142),
        near_hand=(116, -160),
        near_later=True,
    )
    draw_figure(nurse, gentle, tunic, leans)
    chair(mother.at(-12, 0), 84, WOOD, TEAL)
    dress = Look("blouse", top=CORAL, bottom=mix(INK, TEAL, 0.2), shoes=WOOD)
    holds = Pose(
        hip=(-8, -96),
        neck=(2, -213),
        near_foot=(74, 0),
        far_foot=(88, 0),
        near_hand=(66, -108),
        far_hand=(40, -140),
        seated=True,
        near_later=True,
    )
    loving = Head(style="tail", hair=HAIR_BROWN, tilt=12)
    draw_figure(mother, loving, dress, holds)
    child = mother.at(44, -34, 0.6)
    draw_figure(
        child,
        Head(style="child", size=1.42, skin=SKIN_LIGHT, tilt=-4),
        Look("shirt", top=GOLD_SOFT, bottom=TEAL, shoes=WHITE, sleeve=0.2),
        Pose(
            hip=(-6, -134),
            neck=(-4, -236),
            near_foot=(98, -52),
            far_foot=(108, -58),
            near_hand=(44, -148),
            far_hand=(62, -150),
            wide=1.1,
            limbs=0.82,
        ),
    )
    draw_near_arm(mother, loving, dress, holds)
    draw_near_arm(nurse, gentle, tunic, leans)
    _syringe(nurse.at(131, -154, turn=25))


def _syringe(pen: Pen) -> None:
    """Draw a small syringe whose needle points right from the origin."""
    pen.fill(limb([(18, 0), (38, 0)], (1.6, 1)), STEEL)
    pen.fill(rect(-12, -4, 30, 8, 2), mix(MIST, WHITE, 0.5), shade=0.3, depth=2)
    pen.fill(rect(0, -3, 17, 6, 1), TEAL_MID, alpha=0.8)
    pen.fill(limb([(-12, 0), (-24, 0)], (2.4, 2.4)), STEEL)
    pen.fill(limb([(-24, -5), (-24, 5)], (3, 3)), STEEL)


def _poster(pen: Pen) -> None:
    """Draw a wordless wall poster, a child's growth as three figures of leaves."""
    pen.fill(rect(-84, -110, 168, 214, 4), WHITE, shade=0.22, depth=7)
    pen.fill(rect(-76, -102, 152, 198, 2), Gradient(TEAL_SOFT, MIST))
    pen.fill(
        blob((-90, 70), (-20, 48), (50, 62), (90, 50), (90, 110), (-90, 110)),
        LEAF_SOFT,
        within=rect(-76, -102, 152, 198),
    )
    for x, height in ((-44, 34), (0, 62), (46, 98)):
        pen.fill(limb([(x, 66), (x, 66 - height)], (4, 3)), LEAF_DEEP)
        for k in range(max(1, int(height / 24))):
            y = 56 - k * 24
            pen.fill(ellipse(x + 11, y - 6, 12, 6, -32), LEAF)
            pen.fill(ellipse(x - 11, y - 12, 12, 6, 32), LEAF_DEEP)
        pen.fill(ellipse(x, 60 - height, 8, 8), CORAL)
    pen.fill(ellipse(-36, -64, 17), GOLD_SOFT)


def _cold_box(pen: Pen) -> None:
    """Draw a vaccine carrier and vials on a table whose top is y = 0."""
    pen.fill(stroke([(-62, -92), (-56, -126), (26, -126), (32, -92)], 7), mix(STEEL, WHITE, 0.3))
    pen.fill(rect(-70, -78, 110, 78, 8), Gradient(TEAL_MID, TEAL), shade=0.3, depth=10)
    pen.fill(rect(-76, -96, 122, 26, 7), WHITE, shade=0.25, depth=7)
    pen.fill(rect(-54, -52, 78, 8, 4), WHITE, alpha=0.55)
    for x, tint in ((58, CORAL), (78, GOLD)):
        pen.fill(rect(x - 7, -26, 15, 27, 3), mix(MIST, WHITE, 0.4), shade=0.3, depth=4)
        pen.fill(rect(x - 5, -35, 11, 10, 2), tint, shade=0.25, depth=3)


def vitamin_drops(pen: Pen) -> None:
    """Draw a health worker, a toddler, a girl and a grandmother on a veranda (1200 by 900)."""
    low_wall(
        pen,
        590,
        1200,
        776,
        mix(GOLD_SOFT, PAPER, 0.35),
        mix(GOLD_SOFT, SAND, 0.6),
        mix(CORAL_SOFT, SAND, 0.6),
        900,
    )
    _shutters(pen.at(110, 110))
    _shutters(pen.at(846, 110))
    door = rect(432, 84, 336, 692)
    pen.fill(rect(416, 68, 368, 708), WHITE, shade=0.2, depth=8)
    pen.fill(door, Gradient(mix(TEAL_SOFT, MIST, 0.5), mix(PAPER, GOLD_SOFT, 0.3)))
    pen.fill(
        blob((380, 470), (500, 410), (640, 450), (840, 400), (840, 700), (380, 700)),
        TEAL_SOFT,
        within=door,
    )
    pen.fill(
        blob((380, 560), (560, 520), (840, 550), (840, 800), (380, 800)), LEAF_SOFT, within=door
    )
    pen.fill(
        blob((380, 660), (600, 640), (840, 668), (840, 820), (380, 820)),
        mix(LEAF, LEAF_SOFT, 0.3),
        within=door,
    )
    pen.glow(600, 250, 170, 170, WHITE, 0.7)
    areca(pen.at(524, 560), 262)
    areca(pen.at(684, 590), 230)
    for x, width in ((452, 130), (618, 120)):
        shrub(pen.at(x, 602), width, 34, LEAF)
    pen.fill(polygon((440, 778), (768, 778), (930, 910), (560, 910)), WHITE, alpha=0.25, blur=4)
    potted_plant(pen.at(72, 812, 1.25), 200, TEAL)
    potted_plant(pen.at(1140, 812, 1.15), 190, TEAL)
    size, floor = 1.78, 836
    worker, granny = pen.at(330, floor, size), pen.at(912, floor, size, flip=True)
    for person in (worker, granny):
        person.contact(20, 3, 100, 13, 0.35)
    pen.contact(566, floor + 4, 90, 14, 0.35)
    stool(worker.at(-6, 0), 74, TEAL)
    uniform = Look("tunic", top=TEAL_SOFT, bottom=mix(TEAL_SOFT, TEAL_MID, 0.3), shoes=WHITE)
    gives = Pose(
        hip=(-8, -86),
        neck=(16, -202),
        near_foot=(66, 0),
        far_foot=(82, 0),
        near_hand=(86, -176),
        far_hand=(116, -112),
        seated=True,
        near_later=True,
    )
    careful = Head(style="tail", cap=True, mask=True, tilt=6)
    draw_figure(worker, careful, uniform, gives)
    toddler = pen.at(566, floor, size * 0.6, flip=True)
    draw_figure(
        toddler,
        Head(style="tuft", size=1.5, skin=SKIN_LIGHT, tilt=-16),
        Look("shirt", top=CORAL, bottom=TEAL_DEEP, shoes=WOOD, sleeve=0.4),
        Pose(
            hip=(0, -128),
            neck=(-3, -228),
            near_foot=(-10, 0),
            far_foot=(16, 0),
            far_hand=(44, -150),
            wide=1.1,
            limbs=0.72,
        ),
    )
    draw_near_arm(worker, careful, uniform, gives)
    _dropper(worker.at(94, -178, 1.3, turn=10))
    pen.fill(limb([(824, floor - 148), (1060, floor - 148)], (20, 20)), WOOD, shade=0.3, depth=6)
    for x in (842, 1040):
        pen.fill(
            limb([(x, floor - 140), (x, floor)], (15, 13), flat=True),
            mix(WOOD, INK, 0.25),
            shade=0.25,
            depth=5,
        )
    blouse = Look("blouse", top=mix(BRONZE, CORAL, 0.35), bottom=INK, shoes=WOOD)
    waits = Pose(
        hip=(-8, -96),
        neck=(2, -210),
        near_foot=(72, 0),
        far_foot=(86, 0),
        near_hand=(64, -132),
        far_hand=(96, -150),
        seated=True,
    )
    draw_figure(granny, Head(style="bun", hair=HAIR_GREY, skin=SKIN_TAN, tilt=8), blouse, waits)
    girl = pen.at(742, floor + 8, size * 0.66, flip=True)
    girl.contact(0, 3, 60, 10, 0.35)
    draw_figure(
        girl,
        Head(style="bob", size=1.32, tilt=-2),
        Look("aodai", top=GOLD, bottom=WHITE, shoes=WOOD, sleeve=0.4),
        Pose(hip=(0, -168), neck=(0, -276), near_hand=(12, -158), far_hand=(24, -160), limbs=0.94),
    )


def _shutters(pen: Pen) -> None:
    """Draw a louvred window, its top left corner at the origin."""
    pen.fill(rect(-10, -10, 264, 296, 5), WHITE, shade=0.22, depth=7)
    for x in (0, 126):
        pen.fill(
            rect(x, 0, 118, 276, 3),
            Gradient(mix(LEAF_DEEP, TEAL_MID, 0.5), mix(LEAF_DEEP, TEAL, 0.5), 30),
            shade=0.3,
            depth=8,
        )
        for k in range(13):
            y = 18 + k * 19
            pen.fill(rect(x + 13, y, 92, 9, 2), mix(LEAF_DEEP, MIST, 0.35), alpha=0.6)
            pen.fill(rect(x + 13, y + 9, 92, 3), INK, alpha=0.22)
    pen.fill(rect(-22, 286, 288, 14, 3), mix(WHITE, PAPER_DEEP, 0.4), shade=0.25, depth=5)


def _dropper(pen: Pen) -> None:
    """Draw a golden capsule at the fingertips, one drop leaving it."""
    pen.fill(limb([(0, 0), (11, 4)], (8, 6)), GOLD, shade=0.35, depth=3)
    pen.fill(limb([(11, 4), (15, 6)], (3, 2)), GOLD)
    pen.fill(limb([(1, -1.5), (7, 1)], (1.6, 1)), WHITE, alpha=0.8)
    pen.glow(12, 5, 20, 18, BLUSH, 0.25)
