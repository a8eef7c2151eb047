"""Scenes outdoors: the commune health station and the general hospital."""

from __future__ import annotations

from illustrations.canvas import Gradient, Pen
from illustrations.figures import Look, Pose, draw_figure
from illustrations.furniture import leaf
from illustrations.geometry import blob, ellipse, limb, polygon, rect, stroke
from illustrations.heads import Head
from illustrations.outdoors import (
    ambulance,
    areca,
    banana,
    bicycle,
    cloud,
    ridge,
    shrub,
    sky,
    tree,
    window_grid,
)
from illustrations.palette import (
    BLUSH,
    BRICK,
    BRONZE,
    CORAL,
    CORAL_SOFT,
    GOLD,
    GOLD_SOFT,
    HAIR_GREY,
    INK,
    LEAF,
    LEAF_DEEP,
    LEAF_SOFT,
    MIST,
    PAPER,
    PAPER_DEEP,
    SAND,
    TEAL,
    TEAL_DEEP,
    TEAL_MID,
    TEAL_SOFT,
    WHITE,
    WOOD,
    WOOD_DEEP,
    mix,
)


def station(pen: Pen) -> None:
    """Draw a commune health station among fields (1200 by 800)."""
    sky(pen, 1200, 420, mix(TEAL_SOFT, MIST, 0.35), mix(GOLD_SOFT, PAPER, 0.45), (300, 128), 44)
    cloud(pen.at(150, 176, 1.2))
    cloud(pen.at(640, 70, 1.1), 0.5)
    cloud(pen.at(960, 120, 1.5), 0.65)
    ridge(
        pen,
        (
            (-40, 300),
            (120, 215),
            (260, 262),
            (420, 180),
            (590, 256),
            (760, 205),
            (930, 268),
            (1090, 220),
            (1250, 280),
        ),
        560,
        mix(TEAL_SOFT, MIST, 0.3),
        MIST,
    )
    ridge(
        pen,
        ((-40, 352), (150, 298), (330, 340), (520, 290), (740, 345), (950, 300), (1250, 352)),
        600,
        TEAL_MID,
        mix(TEAL_SOFT, LEAF_SOFT, 0.4),
    )
    _fields(pen)
    for x, y, height in ((70, 480, 250), (116, 492, 300), (1128, 486, 290)):
        areca(pen.at(x, y), height)
    tree(pen.at(262, 520), 250, LEAF_DEEP)
    tree(pen.at(1010, 512), 290, LEAF)
    pen.fill(
        blob((-60, 540), (220, 506), (620, 500), (1000, 506), (1260, 530), (1280, 860), (-60, 860)),
        Gradient(mix(LEAF_SOFT, GOLD_SOFT, 0.35), LEAF),
    )
    pen.shadow(polygon((330, 516), (960, 516), (960, 540), (330, 540)), 150, 88, 0.3)
    _veranda_house(pen)
    pen.fill(
        blob(
            (560, 560),
            (720, 560),
            (700, 640),
            (620, 720),
            (560, 860),
            (180, 860),
            (330, 700),
            (520, 620),
        ),
        Gradient(mix(SAND, PAPER, 0.3), SAND),
    )
    shrub(pen.at(300, 566), 200, 50, LEAF_DEEP)
    shrub(pen.at(770, 570), 230, 54, LEAF)
    for x, y, height in ((1090, 604, 250), (1180, 654, 190)):
        pen.shadow(ellipse(x, y - 4, 20, 5), 90, 22, 0.3)
        banana(pen.at(x, y), height)
        for k, turn in enumerate((-160, -135, -90, -48, -22)):
            leaf(pen.at(x - 20 + 10 * k, y + 4, turn=turn), 40, 12, LEAF_DEEP)
    pen.shadow(ellipse(895, 660, 80, 6), 120, 24, 0.32)
    bicycle(pen.at(900, 662, 1.32))
    _walkers(pen)
    for x, y, w, h, tint in ((-40, 812, 300, 84, LEAF_DEEP), (880, 816, 380, 74, LEAF_DEEP)):
        shrub(pen.at(x, y), w, h, tint)


def _fields(pen: Pen) -> None:
    pen.fill(rect(-10, 396, 1220, 160), Gradient(mix(LEAF_SOFT, GOLD_SOFT, 0.5), LEAF_SOFT))
    bands = (
        (402, GOLD_SOFT, LEAF_SOFT),
        (426, LEAF_SOFT, LEAF),
        (452, mix(GOLD_SOFT, LEAF_SOFT, 0.4), LEAF_SOFT),
        (482, LEAF, LEAF_DEEP),
    )
    for i, (y, light, dark) in enumerate(bands):
        wave = 9 * (1 if i % 2 else -1)
        pen.fill(
            blob(
                (-80, y + wave),
                (300, y - wave),
                (700, y + wave),
                (1280, y - wave),
                (1300, y + 170),
                (-100, y + 170),
            ),
            Gradient(light, mix(light, dark, 0.7), 20),
        )
        pen.fill(
            stroke([(-80, y + wave), (300, y - wave), (700, y + wave), (1280, y - wave)], 2.2),
            WHITE,
            alpha=0.35,
        )


def _veranda_house(pen: Pen) -> None:
    wall = rect(336, 340, 620, 196)
    pen.fill(wall, Gradient(mix(PAPER, WHITE, 0.3), mix(GOLD_SOFT, PAPER, 0.45)))
    pen.fill(rect(336, 500, 620, 38), mix(TEAL_MID, TEAL, 0.3))
    pen.fill(rect(336, 340, 620, 52), INK, alpha=0.26, blur=10, within=wall)
    for x in (392, 496, 760, 866):
        pen.fill(rect(x - 5, 405, 66, 76, 3), WHITE)
        pen.fill(rect(x, 410, 56, 66), Gradient(TEAL_DEEP, TEAL_MID, 60))
        for shut in (-30, 56):
            pen.fill(rect(x + shut, 408, 30, 70, 2), TEAL, shade=0.3, depth=5)
            for k in range(6):
                pen.fill(
                    limb([(x + shut + 5, 418 + k * 10), (x + shut + 25, 418 + k * 10)], (1.6, 1.6)),
                    INK,
                    alpha=0.3,
                )
        pen.fill(rect(x + 26, 410, 4, 66), WHITE)
    pen.fill(rect(604, 398, 84, 142, 3), mix(WOOD_DEEP, INK, 0.2))
    pen.fill(rect(612, 406, 68, 134), Gradient(mix(GOLD_SOFT, WHITE, 0.3), SAND))
    pen.fill(polygon((612, 406), (592, 414), (592, 546), (612, 540)), TEAL, shade=0.2, depth=4)
    pen.fill(polygon((680, 406), (700, 414), (700, 546), (680, 540)), TEAL, shade=0.2, depth=4)
    roof = polygon((378, 236), (914, 236), (1004, 346), (288, 346))
    pen.fill(
        roof, Gradient(mix(CORAL, CORAL_SOFT, 0.2), mix(CORAL, BRICK, 0.65)), shade=0.25, depth=14
    )
    for k in range(1, 5):
        y = 236 + 110 * k / 5
        pen.fill(limb([(378 - 90 * k / 5, y), (914 + 90 * k / 5, y)], (2.4, 2.4)), BRICK, alpha=0.5)
    for k in range(28):
        ridge_x = 388 + k * 19.2
        foot = 288 + (ridge_x - 378) * 716 / 536
        pen.fill(limb([(ridge_x, 238), (foot, 345)], (1.4, 2.2)), BRICK, alpha=0.28)
    pen.fill(limb([(374, 236), (918, 236)], (11, 11)), mix(BRICK, CORAL, 0.3), shade=0.25, depth=4)
    pen.fill(rect(284, 342, 724, 14, 3), mix(WHITE, PAPER_DEEP, 0.3), shade=0.25, depth=5)
    pen.fill(rect(520, 350, 252, 40, 4), WHITE, shade=0.22, depth=6)
    pen.fill(rect(528, 357, 236, 26, 2), Gradient(TEAL, TEAL_MID, 0))
    for x in (318, 442, 566, 726, 850, 974):
        pen.fill(rect(x - 9, 354, 18, 196), Gradient(WHITE, PAPER_DEEP, 0), shade=0.2, depth=5)
        pen.fill(rect(x - 13, 354, 26, 9, 2), WHITE)
        pen.fill(rect(x - 13, 541, 26, 12, 2), mix(WHITE, SAND, 0.3))
    pen.fill(rect(286, 546, 722, 16, 3), Gradient(mix(SAND, WHITE, 0.4), SAND), shade=0.2, depth=5)
    pen.fill(rect(560, 560, 172, 13, 3), mix(SAND, BRONZE, 0.15), shade=0.2, depth=4)
    for x in (344, 418, 874, 948):
        pen.fill(
            polygon((x - 12, 524), (x + 12, 524), (x + 9, 547), (x - 9, 547)),
            CORAL,
            shade=0.3,
            depth=4,
        )
        shrub(pen.at(x - 19, 528), 38, 30, LEAF)
    draw_figure(
        pen.at(642, 556, 0.375, flip=True),
        Head(style="bun", cap=True),
        Look("coat", top=WHITE, bottom=TEAL),
        Pose(near_hand=(44, -214)),
    )


def _walkers(pen: Pen) -> None:
    """A grandmother under a conical hat and a child come up the path."""
    pen.shadow(ellipse(470, 744, 46, 8), 140, 30, 0.3)
    old = pen.at(470, 746, 0.86)
    draw_figure(
        old,
        Head(style="bun", hair=HAIR_GREY, tilt=4),
        Look("blouse", top=mix(BRONZE, CORAL, 0.5), bottom=INK),
        Pose(
            hip=(0, -178),
            neck=(10, -292),
            near_foot=(-24, 0),
            far_foot=(28, 0),
            far_hand=(66, -150),
            near_hand=(10, -152),
        ),
    )
    old.fill(
        polygon((14, -398), (72, -340), (56, -333), (-34, -337), (-48, -346)),
        Gradient(GOLD_SOFT, GOLD),
        shade=0.35,
        depth=12,
    )
    for x in (-26, 0, 26, 48):
        old.fill(limb([(14, -396), (x, -338)], (1, 1)), BRONZE, alpha=0.4)
    pen.shadow(ellipse(548, 752, 30, 6), 120, 26, 0.3)
    draw_figure(
        pen.at(548, 752, 0.5),
        Head(style="child", size=1.35, tilt=-6),
        Look("shirt", top=GOLD, bottom=TEAL_DEEP, sleeve=0.4),
        Pose(
            near_foot=(-26, 0),
            far_foot=(28, 0),
            near_hand=(-44, -240),
            near_elbow=1,
            far_hand=(40, -190),
        ),
    )


def hospital(pen: Pen) -> None:
    """Draw a general hospital in morning light (1200 by 800)."""
    sky(pen, 1200, 560, mix(TEAL_SOFT, MIST, 0.2), mix(BLUSH, GOLD_SOFT, 0.45), (214, 236), 56)
    cloud(pen.at(420, 96, 1.5), 0.65)
    cloud(pen.at(1010, 130, 1.7), 0.6)
    cloud(pen.at(90, 160, 1.0), 0.5)
    ridge(
        pen,
        ((-40, 470), (140, 400), (300, 446), (520, 392), (780, 452), (1000, 402), (1250, 460)),
        640,
        mix(TEAL_SOFT, MIST, 0.25),
        MIST,
    )
    for x, height in ((40, 210), (128, 170), (1080, 200), (1168, 240)):
        tree(pen.at(x, 600), height, mix(LEAF, TEAL_MID, 0.35))
    pen.fill(rect(-10, 588, 1220, 230), Gradient(mix(SAND, PAPER, 0.5), mix(SAND, TEAL_SOFT, 0.3)))
    pen.shadow(rect(210, 580, 820, 20), 190, 76, 0.3)
    _facade(pen)
    pen.fill(
        polygon((-10, 690), (1210, 690), (1210, 810), (-10, 810)),
        Gradient(mix(TEAL_MID, INK, 0.35), mix(TEAL_DEEP, INK, 0.4)),
    )
    pen.fill(rect(-10, 682, 1220, 10), mix(PAPER, WHITE, 0.4))
    for x in range(-20, 1200, 150):
        pen.fill(polygon((x, 748), (x + 78, 748), (x + 72, 756), (x - 8, 756)), PAPER, alpha=0.65)
    for x, w, tint in (
        (-30, 250, LEAF_DEEP),
        (250, 150, LEAF),
        (760, 200, LEAF),
        (985, 260, LEAF_DEEP),
    ):
        shrub(pen.at(x, 684), w, 46, tint)
    pen.shadow(ellipse(104, 668, 20, 6), 160, 40, 0.32)
    tree(pen.at(104, 672), 320, LEAF)
    pen.shadow(ellipse(1096, 668, 20, 6), 160, 40, 0.32)
    tree(pen.at(1096, 672), 290, LEAF_DEEP)
    for x, y, head, look in (
        (452, 668, Head(style="short"), Look("shirt", top=WHITE, bottom=INK)),
        (508, 670, Head(style="bob", hair=HAIR_GREY), Look("blouse", top=CORAL, bottom=INK)),
    ):
        pen.shadow(ellipse(x, y, 16, 3), 90, 22, 0.35)
        draw_figure(
            pen.at(x, y, 0.36),
            head,
            look,
            Pose(near_foot=(-26, 0), far_foot=(30, 0), near_hand=(-20, -152), far_hand=(40, -160)),
        )
    pen.shadow(ellipse(628, 664, 16, 3), 90, 22, 0.35)
    draw_figure(
        pen.at(628, 664, 0.36, flip=True),
        Head(style="bun"),
        Look("coat", top=WHITE, bottom=TEAL),
        Pose(near_foot=(-24, 0), far_foot=(28, 0)),
    )
    pen.shadow(ellipse(850, 746, 170, 8), 150, 22, 0.45)
    ambulance(pen.at(850, 746, 1.36))


def _facade(pen: Pen) -> None:
    light, side = mix(PAPER, WHITE, 0.4), mix(PAPER_DEEP, TEAL_SOFT, 0.25)
    pen.fill(rect(214, 300, 290, 300), Gradient(light, mix(PAPER_DEEP, BLUSH, 0.4), 20))
    pen.fill(rect(722, 300, 300, 300), Gradient(mix(light, side, 0.3), side, 20))
    for x, width, lit in ((214, 290, frozenset({6, 13})), (722, 300, frozenset({3}))):
        pen.fill(rect(x - 8, 288, width + 16, 18, 3), WHITE, shade=0.25, depth=6)
        window_grid(
            pen,
            (x + 16, 318, width - 32, 196),
            5,
            3,
            lit=lit,
        )
        window_grid(pen, (x + 16, 516, width - 32, 70), 5, 1, lit=frozenset({2}))
        for y in (382, 448, 512):
            pen.fill(rect(x, y, width, 5), mix(TEAL_MID, WHITE, 0.2), alpha=0.7)
    pen.fill(
        rect(494, 182, 238, 420),
        Gradient(mix(TEAL_MID, TEAL_SOFT, 0.35), TEAL),
        shade=0.22,
        depth=18,
    )
    pen.fill(rect(484, 168, 258, 22, 4), WHITE, shade=0.25, depth=7)
    pen.fill(rect(588, 120, 50, 50), mix(WHITE, SAND, 0.3), shade=0.25, depth=10)
    pen.fill(limb([(613, 120), (613, 74)], (4, 3)), mix(INK, WHITE, 0.4))
    window_grid(pen, (512, 200, 202, 238), 4, 4, lit=frozenset({5, 10}))
    pen.fill(rect(524, 492, 178, 110), Gradient(TEAL_DEEP, mix(TEAL_MID, MIST, 0.4), 60))
    pen.fill(polygon((540, 492), (590, 492), (560, 602), (524, 602), (524, 540)), WHITE, alpha=0.2)
    for x in (568, 613, 658):
        pen.fill(rect(x - 2, 500, 4, 102), WHITE)
    pen.fill(
        rect(476, 474, 274, 22, 5), Gradient(CORAL, mix(CORAL, BRICK, 0.4)), shade=0.3, depth=8
    )
    for x in (490, 724):
        pen.fill(rect(x, 496, 12, 108), Gradient(WHITE, PAPER_DEEP, 0), shade=0.2, depth=4)
    pen.fill(polygon((470, 602), (756, 602), (776, 622), (450, 622)), mix(WHITE, SAND, 0.25))
    pen.fill(polygon((450, 622), (776, 622), (800, 640), (426, 640)), mix(WHITE, SAND, 0.5))
    pen.fill(polygon((494, 190), (540, 190), (494, 420)), GOLD_SOFT, alpha=0.28)
    pen.fill(polygon((214, 306), (300, 306), (214, 480)), mix(GOLD, WHITE, 0.5), alpha=0.25)
    pen.fill(polygon((732, 300), (790, 300), (732, 600)), INK, alpha=0.16)
    pen.fill(rect(540, 446, 146, 22, 4), WHITE, alpha=0.9)
    pen.fill(rect(546, 451, 134, 12, 2), mix(WOOD, GOLD_SOFT, 0.75), alpha=0.6)
