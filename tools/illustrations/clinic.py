"""Scenes of care with one patient: eye examination, blood donation, health record."""

from __future__ import annotations

from illustrations.canvas import Gradient, Pen
from illustrations.figures import Look, Pose, draw_figure, draw_near_arm
from illustrations.furniture import (
    chair,
    low_wall,
    potted_plant,
    stool,
    sun_patch,
    table,
    tablet,
    window,
)
from illustrations.geometry import blob, ellipse, limb, polygon, rect, stroke
from illustrations.heads import Head
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


def eye_examination(pen: Pen) -> None:
    """Draw an elderly woman at a slit lamp and her doctor (1200 by 800)."""
    low_wall(pen, 520, 1200, 738, TEAL, TEAL_DEEP, mix(WOOD, INK, 0.35), 800)
    pen.fill(ellipse(600, 330, 318), mix(TEAL_MID, TEAL, 0.35), alpha=0.75)
    pen.fill(ellipse(600, 330, 250), mix(TEAL_MID, TEAL_SOFT, 0.25), alpha=0.75)
    pen.glow(600, 330, 330, 330, GOLD_SOFT, 0.5)
    _ring_chart(pen.at(1010, 92))
    pen.fill(rect(96, 150, 190, 12, 3), WOOD, shade=0.3, depth=4)
    for i, (width, height, tint) in enumerate(
        ((26, 78, CORAL_SOFT), (20, 92, MIST), (30, 70, GOLD), (22, 86, TEAL_SOFT), (26, 64, PAPER))
    ):
        pen.fill(rect(108 + i * 33, 150 - height, width, height, 3), tint, shade=0.3, depth=5)
    size, floor = 1.72, 764
    patient, doctor = pen.at(410, floor, size), pen.at(794, floor, size, flip=True)
    for person in (patient, doctor):
        person.contact(20, 2, 95, 12, 0.4)
    chair(patient.at(-8, 0), 84, WOOD, CORAL)
    stool(doctor.at(-4, 0), 84, TEAL_MID)
    granny = Head(style="bun", hair=HAIR_GREY, skin=SKIN_LIGHT, tilt=3)
    gown = Look("blouse", top=mix(GOLD, BRONZE, 0.25), bottom=INK, shoes=WOOD)
    sits = Pose(
        hip=(-8, -96),
        neck=(22, -210),
        near_foot=(62, 0),
        far_foot=(76, 0),
        near_hand=(62, -145),
        far_hand=(76, -146),
        seated=True,
        near_later=True,
    )
    draw_figure(patient, granny, gown, sits)
    medic = Head(style="short", mask=True, tilt=4)
    coat = Look("coat", top=WHITE, bottom=INK)
    works = Pose(
        hip=(-6, -98),
        neck=(18, -213),
        near_foot=(60, 0),
        far_foot=(76, 0),
        near_hand=(76, -150),
        far_hand=(84, -146),
        seated=True,
        near_later=True,
    )
    draw_figure(doctor, medic, coat, works)
    pen.fill(rect(464, floor - 232, 280, 15, 5), mix(WOOD, GOLD_SOFT, 0.45), shade=0.3, depth=6)
    pen.fill(
        limb([(604, floor - 220), (604, floor - 8)], (30, 24), flat=True), STEEL, shade=0.4, depth=9
    )
    pen.fill(rect(530, floor - 14, 148, 16, 7), mix(INK, STEEL, 0.25), shade=0.3, depth=5)
    _slit_lamp(pen.at(604, floor - 232, 1.25))
    draw_near_arm(patient, granny, gown, sits)
    draw_near_arm(doctor, medic, coat, works)


def _ring_chart(pen: Pen) -> None:
    """Draw a lit eye chart of open rings (Landolt), centred on x = 0."""
    pen.glow(0, 130, 190, 220, GOLD_SOFT, 0.35)
    pen.fill(rect(-74, -6, 148, 262, 8), mix(INK, TEAL, 0.3), shade=0.3, depth=6)
    pen.fill(rect(-64, 4, 128, 242, 4), Gradient(WHITE, PAPER))
    y = 36.0
    for row, (count, radius) in enumerate(((1, 19.0), (2, 14.0), (3, 10.5), (4, 7.5), (5, 5.5))):
        for i in range(count):
            x = (i - (count - 1) / 2) * radius * 3.1
            pen.fill(ellipse(x, y, radius), INK)
            pen.fill(ellipse(x, y, radius * 0.6), mix(WHITE, PAPER, 0.4))
            gap = pen.at(x, y, turn=90 * (1 + (i * 2 + row) % 3))
            gap.fill(
                rect(radius * 0.4, -radius * 0.2, radius * 0.75, radius * 0.4),
                mix(WHITE, PAPER, 0.4),
            )
        y += radius * 2.1 + 22


def _slit_lamp(pen: Pen) -> None:
    """Draw a slit lamp on a table top at y = 0: chin rest on the left, oculars right."""
    dark, pale = mix(INK, TEAL, 0.25), mix(STEEL, WHITE, 0.45)
    pen.fill(rect(-100, -14, 196, 15, 6), dark, shade=0.3, depth=5)
    for x in (-92, -76):
        pen.fill(limb([(x, -8), (x, -206)], (8, 7)), pale, shade=0.4, depth=4)
    pen.fill(stroke([(-92, -206), (-84, -216), (-76, -206)], 7), pale)
    pen.fill(stroke([(-96, -196), (-84, -200), (-72, -196)], 7), dark)
    pen.fill(
        blob((-112, -116), (-94, -121), (-74, -121), (-66, -114), (-78, -107), (-102, -107)),
        pale,
        shade=0.35,
        depth=5,
    )
    pen.fill(limb([(-10, -10), (-10, -96)], (26, 22)), pale, shade=0.4, depth=7)
    pen.fill(rect(-44, -34, 78, 22, 8), dark, shade=0.3, depth=5)
    pen.fill(limb([(40, -20), (52, -52)], (7, 6)), dark)
    pen.fill(ellipse(53, -56, 8), CORAL, shade=0.3, depth=4)
    pen.fill(limb([(-10, -88), (-38, -112), (-40, -206)], (15, 15, 17)), dark, shade=0.35, depth=5)
    pen.fill(rect(-54, -236, 30, 54, 9), pale, shade=0.35, depth=7)
    pen.fill(
        polygon((-52, -160), (-52, -146), (-92, -153), (-92, -157)),
        mix(GOLD_SOFT, WHITE, 0.4),
        alpha=0.75,
        blur=1,
    )
    pen.glow(-92, -155, 34, 30, GOLD_SOFT, 0.6)
    pen.fill(polygon((-52, -166), (-26, -172), (-26, -136), (-52, -142)), pale, shade=0.3, depth=5)
    pen.fill(rect(-28, -182, 74, 54, 13), Gradient(WHITE, pale), shade=0.35, depth=9)
    pen.fill(rect(-18, -132, 44, 44, 6), pale, shade=0.3, depth=6)
    pen.fill(ellipse(8, -155, 14), dark, shade=0.2, depth=4)
    pen.fill(ellipse(8, -155, 7), TEAL_MID)
    pen.fill(polygon((44, -174), (72, -168), (72, -146), (44, -140)), dark, shade=0.3, depth=5)
    pen.fill(rect(70, -171, 16, 28, 4), mix(dark, STEEL, 0.3), shade=0.3, depth=4)


def blood_donation(pen: Pen) -> None:
    """Draw a blood donor on a reclining chair and a nurse (1200 by 900)."""
    low_wall(
        pen,
        560,
        1200,
        760,
        mix(BLUSH, PAPER, 0.35),
        mix(TEAL_SOFT, TEAL_MID, 0.35),
        mix(SAND, PAPER, 0.2),
        900,
    )
    pen.fill(ellipse(560, 400, 330), CORAL_SOFT, alpha=0.55, within=rect(0, 0, 1200, 554))
    window(pen.at(112, 120), 250, 280)
    sun_patch(pen, 480, 120, 300, 430, 120, 0.22)
    pen.fill(rect(930, 262, 210, 12, 3), WOOD, shade=0.3, depth=4)
    for i, (width, height, tint) in enumerate(
        ((42, 56, TEAL_SOFT), (34, 74, WHITE), (46, 46, CORAL), (34, 64, GOLD_SOFT))
    ):
        pen.fill(rect(942 + i * 49, 262 - height, width, height, 4), tint, shade=0.25, depth=6)
    potted_plant(pen.at(92, 806, 1.25), 190, TEAL)
    size, floor = 1.7, 806
    pen.contact(590, floor + 10, 430, 34, 0.35)
    nurse = pen.at(742, floor - 20, size, flip=True)
    draw_figure(
        nurse,
        Head(style="bun", cap=True, mask=True, tilt=12),
        Look("tunic", top=TEAL_SOFT, bottom=TEAL_SOFT, shoes=WHITE, sleeve=0.45),
        Pose(hip=(0, -178), neck=(20, -293), far_hand=(100, -156), near_hand=(78, -142)),
    )
    _donor_chair(pen.at(520, floor, size))
    donor = pen.at(520, floor, size)
    shirt = Look(
        "shirt", top=mix(TEAL, TEAL_DEEP, 0.3), bottom=mix(INK, STEEL, 0.12), shoes=WOOD, sleeve=0.4
    )
    lies = Pose(
        hip=(0, -112),
        neck=(-80, -198),
        near_foot=(160, -70),
        far_foot=(168, -78),
        near_hand=(62, -126),
        far_hand=(40, -150),
        near_later=True,
    )
    calm = Head(style="short", tilt=-15)
    draw_figure(donor, calm, shirt, lies)
    donor.fill(
        limb([(-28, -112), (78, -112)], (13, 13)), mix(WHITE, STEEL, 0.35), shade=0.35, depth=5
    )
    donor.fill(limb([(30, -108), (30, -58)], (9, 9)), STEEL, shade=0.35, depth=4)
    draw_near_arm(donor, calm, shirt, lies)
    donor.fill(ellipse(78, -131, 10), CORAL, shade=0.35, depth=5)
    donor.fill(limb([(66, -126), (75, -125)], (8, 7)), mix(SKIN_TAN, SKIN_LIGHT, 0.6))
    _bag_stand(pen.at(880, floor + 4))


def _donor_chair(pen: Pen) -> None:
    frame, cloth = mix(STEEL, INK, 0.25), mix(CORAL, BRICK, 0.2)
    pen.fill(limb([(-40, -70), (-56, 0)], (9, 8), flat=True), frame, shade=0.3, depth=4)
    pen.fill(limb([(56, -72), (76, 0)], (9, 8), flat=True), frame, shade=0.3, depth=4)
    pen.fill(limb([(-62, -4), (84, -4)], (8, 8)), frame, shade=0.3, depth=4)
    pen.fill(limb([(-18, -84), (-108, -188)], (32, 28)), cloth, shade=0.3, depth=12)
    pen.fill(
        limb([(-100, -196), (-122, -222)], (28, 26)), mix(cloth, WHITE, 0.22), shade=0.3, depth=9
    )
    pen.fill(limb([(-18, -82), (80, -86)], (32, 30)), cloth, shade=0.3, depth=12)
    pen.fill(limb([(80, -84), (172, -46)], (28, 24)), cloth, shade=0.3, depth=12)


def _bag_stand(pen: Pen) -> None:
    steel = mix(STEEL, WHITE, 0.2)
    pen.fill(limb([(-52, -4), (52, -4)], (11, 11)), mix(INK, STEEL, 0.3), shade=0.3, depth=4)
    pen.fill(limb([(0, -6), (0, -430)], (10, 9)), steel, shade=0.4, depth=4)
    pen.fill(stroke([(-44, -418), (-36, -432), (0, -430), (36, -432), (44, -418)], 7), steel)
    red = mix(BRICK, CORAL, 0.25)
    tube = [(-326, -232), (-292, -196), (-200, -176), (-110, -216), (-62, -240), (-43, -196)]
    pen.fill(stroke(tube, 4.6), red)
    pen.fill(stroke([(x - 1, y - 1.2) for x, y in tube], 1.3), WHITE, alpha=0.4)
    pen.fill(limb([(-336, -226), (-318, -238)], (17, 17)), WHITE, shade=0.15, depth=4)
    pen.fill(stroke([(0, -226), (-24, -230), (-43, -222), (-43, -204)], 6), steel)
    bag = rect(-74, -204, 62, 98, 15)
    pen.fill(bag, mix(BLUSH, WHITE, 0.3), shade=0.25, depth=8)
    pen.fill(rect(-76, -176, 66, 74), Gradient(mix(red, CORAL, 0.3), red), within=bag)
    pen.fill(rect(-62, -156, 38, 23, 3), WHITE, alpha=0.8)
    pen.fill(stroke([(-67, -190), (-67, -126)], (2, 4, 2)), WHITE, alpha=0.5)
    screen = pen.at(0, -186, 1.2)
    screen.fill(rect(-42, -196, 84, 60, 8), WHITE, shade=0.3, depth=8)
    screen.fill(rect(-34, -188, 68, 32, 3), TEAL_DEEP)
    screen.fill(
        limb([(-30, -172), (-14, -172), (-8, -182), (0, -163), (6, -172), (30, -172)], (2.4, 2.4)),
        GOLD_SOFT,
    )
    for x, tint in ((-26, CORAL), (-10, GOLD), (6, LEAF)):
        screen.fill(ellipse(x, -146, 4), tint)


def health_record(pen: Pen) -> None:
    """Draw a doctor who shows a patient the chart on a tablet (1200 by 900)."""
    low_wall(
        pen, 600, 1200, 800, mix(TEAL_MID, TEAL_SOFT, 0.35), TEAL_MID, mix(SAND, WOOD, 0.4), 900
    )
    window(pen.at(458, 84), 290, 270)
    sun_patch(pen, 760, 130, 220, 460, 90, 0.16)
    _shelf(pen.at(48, 150))
    pen.fill(ellipse(1050, 178, 52), WHITE, shade=0.3, depth=8)
    pen.fill(ellipse(1050, 178, 44), PAPER)
    pen.fill(limb([(1050, 178), (1050, 146)], (5, 4)), INK)
    pen.fill(limb([(1050, 178), (1074, 190)], (5, 4)), CORAL)
    potted_plant(pen.at(1106, 812, 1.3), 230, CORAL)
    size, floor = 1.85, 852
    doctor, patient = pen.at(312, floor, size), pen.at(876, floor, size, flip=True)
    chair(doctor.at(-14, 0), 84, WOOD, TEAL)
    chair(patient.at(-14, 0), 84, WOOD, TEAL)
    medic, coat = (
        Head(style="bob", glasses=True, tilt=6),
        Look("coat", top=WHITE, bottom=INK, under=TEAL_SOFT, stethoscope=True),
    )
    sits = Pose(
        hip=(-10, -96),
        neck=(6, -213),
        near_foot=(70, 0),
        far_foot=(84, 0),
        near_hand=(92, -158),
        far_hand=(96, -166),
        seated=True,
        near_later=True,
    )
    draw_figure(doctor, medic, coat, sits)
    man, shirt = (
        Head(style="thin", hair=HAIR_GREY, skin=SKIN_TAN, tilt=8),
        Look("shirt", top=mix(CORAL, CORAL_SOFT, 0.2), bottom=INK),
    )
    rests = Pose(
        hip=(-10, -96),
        neck=(10, -212),
        near_foot=(70, 0),
        far_foot=(84, 0),
        near_hand=(80, -138),
        far_hand=(94, -140),
        seated=True,
        near_later=True,
    )
    draw_figure(patient, man, shirt, rests)
    pen.contact(596, floor + 8, 330, 24, 0.35)
    table(pen.at(392, floor), 408, 236, mix(WOOD, GOLD_SOFT, 0.3))
    pen.fill(rect(404, floor - 224, 384, 34), mix(WOOD, INK, 0.12), shade=0.2, depth=6)
    pen.fill(
        polygon((494, floor - 236), (706, floor - 236), (728, floor - 227), (510, floor - 227)),
        INK,
        alpha=0.3,
        blur=3,
    )
    tablet(pen.at(600, floor - 321, turn=-4), 222, 162)
    for person, head, look, pose in ((doctor, medic, coat, sits), (patient, man, shirt, rests)):
        draw_near_arm(person, head, look, pose)


def _shelf(pen: Pen) -> None:
    """Draw two wall shelves of folders without any label."""
    for row, y in enumerate((96, 226)):
        x = 8.0
        for i, (width, height) in enumerate(
            ((26, 78), (22, 88), (30, 70), (20, 84), (26, 76), (24, 90), (28, 66), (22, 80))[
                row : 7 + row
            ]
        ):
            tint = (CORAL_SOFT, PAPER, TEAL, GOLD_SOFT, WHITE, TEAL_DEEP, LEAF_SOFT, PAPER_DEEP)[
                (i + row * 3) % 8
            ]
            pen.fill(rect(x, y - height, width, height, 3), tint, shade=0.28, depth=5)
            pen.fill(rect(x + 5, y - height + 12, width - 10, 12, 2), WHITE, alpha=0.5)
            x += width + 5
        pen.fill(rect(-6, y, 230, 12, 3), WOOD, shade=0.3, depth=4)
        pen.fill(rect(-2, y + 12, 222, 16), INK, alpha=0.14, blur=4)
