"""Clothed people built on joints: give hips, neck, hands and feet, the rest follows.

A standing adult is 362 units tall, origin on the ground between the feet, facing right; mirror the
pen to face left. Elbows and knees come from a two-bone reach, so hands always meet what they hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from illustrations.canvas import Pen
from illustrations.geometry import Point, Shape, along, bend, blob, joint, limb, stroke, union
from illustrations.heads import Head, draw_head, draw_neck
from illustrations.palette import BRICK, INK, TEAL, WHITE, Colour, mix

_UPPER_ARM, _FOREARM = 70.0, 64.0
_THIGH, _SHIN = 85.0, 84.0
# From this width of the trunk on, a body is drawn turned towards the viewer.
_QUARTER_VIEW = 1.2
# Half the arm; a longer sleeve goes round the elbow.
_ELBOW = 0.5
# Hems above this many units below the hip leave no skirt to draw.
_TUCKED = 20.0


@dataclass(frozen=True, slots=True)
class Look:
    """Clothes: a shirt, tunic, coat, suit, aodai or blouse; `sleeve` is its share of an arm."""

    outfit: str = "shirt"
    top: Colour = TEAL
    bottom: Colour = INK
    under: Colour = WHITE
    shoes: Colour = INK
    sleeve: float = 0.93
    girth: float = 1.0
    stethoscope: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the body is; hands and feet of None hang and stand by themselves.

    `near_later` leaves out the near arm, for `draw_near_arm` to add over what it holds.
    """

    hip: Point = (0, -180)
    neck: Point = (2, -298)
    near_hand: Point | None = None
    far_hand: Point | None = None
    near_foot: Point | None = None
    far_foot: Point | None = None
    near_elbow: int = -1
    far_elbow: int = -1
    wide: float = 1.0
    limbs: float = 1.0
    seated: bool = False
    far_in_front: bool = False
    legs: bool = True
    near_later: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The frame of a pose: finds points by their height and their distance from the spine."""

    hip: Point
    neck: Point
    wide: float

    def at(self, up: float, front: float) -> Point:
        """Return the point `up` of the way from hip to neck, `front` units before the spine."""
        dx, dy = self.neck[0] - self.hip[0], self.neck[1] - self.hip[1]
        size = (dx * dx + dy * dy) ** 0.5
        front *= self.wide
        return (
            self.hip[0] + dx * up - dy / size * front,
            self.hip[1] + dy * up + dx / size * front,
        )


def draw_figure(pen: Pen, head: Head, look: Look, pose: Pose) -> None:
    """Draw one person with the feet at the pen's origin, back parts first."""
    body = Body(pose.hip, pose.neck, pose.wide * look.girth)
    quarter = _in_quarter_view(pose)
    far_root = body.at(0.78, 15 if quarter else 4)
    far = pose.far_hand or _rest(pose, far_root, 8)
    far_look = mix(look.top, INK, 0.13)
    if not pose.far_in_front:
        _arm(
            pen,
            far_root,
            far,
            pose.far_elbow,
            far_look,
            mix(head.skin, BRICK, 0.14),
            look.sleeve,
            pose.limbs,
        )
    if pose.legs:
        _legs(pen, look, pose, body)
    nape = pen.at(*pose.neck, turn=_lean(pose) * 0.5)
    draw_neck(nape, head)
    _torso(pen, look, pose, body)
    _collar(pen, look, body, quarter=quarter)
    draw_head(nape, head)
    if pose.far_in_front:
        _arm(pen, far_root, far, pose.far_elbow, far_look, head.skin, look.sleeve, pose.limbs)
    if not pose.near_later:
        draw_near_arm(pen, head, look, pose)


def draw_near_arm(pen: Pen, head: Head, look: Look, pose: Pose) -> None:
    """Draw only the arm on the viewer's side, over whatever it reaches round or holds."""
    body = Body(pose.hip, pose.neck, pose.wide * look.girth)
    root = body.at(0.78, -16 if _in_quarter_view(pose) else -3)
    hand = pose.near_hand or _rest(pose, root, -4)
    _arm(pen, root, hand, pose.near_elbow, look.top, head.skin, look.sleeve, pose.limbs)


def _in_quarter_view(pose: Pose) -> bool:
    return pose.wide > _QUARTER_VIEW


def _rest(pose: Pose, root: Point, offset: float) -> Point:
    if pose.seated:
        return pose.hip[0] + 52 + offset, pose.hip[1] - 28
    return root[0] + offset, root[1] + 133 * pose.limbs


def _lean(pose: Pose) -> float:
    return (pose.neck[0] - pose.hip[0]) / 118 * 40


def _arm(
    pen: Pen,
    root: Point,
    hand: Point,
    side: int,
    cloth: Colour,
    skin: Colour,
    sleeve: float,
    size: float,
) -> None:
    elbow = joint(root, hand, _UPPER_ARM * size, _FOREARM * size, side)
    draw_hand(pen, elbow, hand, skin)
    pen.fill(
        limb(bend(root, elbow, hand, 0.25), (24, 19, 13)), skin, shade=0.24, tone=BRICK, depth=6
    )
    if sleeve > _ELBOW:
        cuff = along(elbow, hand, (sleeve - _ELBOW) * 2)
        cover = limb(bend(root, elbow, cuff, 0.25), (34, 27, 21))
    else:
        cover = limb([root, along(root, elbow, sleeve * 2)], (34, 31))
    pen.fill(cover, cloth, shade=0.24, depth=8)
    if sleeve > _ELBOW:
        crease = [along(root, elbow, 0.86), along(elbow, hand, 0.1)]
        pen.fill(stroke(crease, (0.6, 2.2)), INK, alpha=0.2)


def draw_hand(pen: Pen, elbow: Point, hand: Point, skin: Colour) -> None:
    """Draw a simple mitten hand at `hand`, lying in the direction of the forearm."""
    size = max(1e-6, ((hand[0] - elbow[0]) ** 2 + (hand[1] - elbow[1]) ** 2) ** 0.5)
    ux, uy = (hand[0] - elbow[0]) / size, (hand[1] - elbow[1]) / size
    tip = (hand[0] + ux * 13, hand[1] + uy * 13)
    thumb = (hand[0] + ux * 8 + abs(uy) * 5 + uy * 3, hand[1] + uy * 8 - abs(ux) * 8)
    pen.fill(limb([hand, thumb], (7, 5)), skin)
    pen.fill(limb([hand, tip], (13, 11)), skin, shade=0.25, tone=BRICK, depth=5)


def _legs(pen: Pen, look: Look, pose: Pose, body: Body) -> None:
    far_foot = pose.far_foot or (pose.hip[0] + 15, 0)
    near_foot = pose.near_foot or (pose.hip[0] - 10, 0)
    spread = 9 if _in_quarter_view(pose) else 4
    dark = mix(look.bottom, INK, 0.22)
    loose = 1.25 if look.outfit in ("aodai", "blouse") else 1.0
    for foot, root, cloth in (
        (far_foot, (body.hip[0] + spread, body.hip[1]), dark),
        (near_foot, (body.hip[0] - spread, body.hip[1]), look.bottom),
    ):
        ankle = (foot[0] - 2, foot[1] - 10)
        knee = joint(root, ankle, _THIGH * pose.limbs, _SHIN * pose.limbs, 1)
        _shoe(pen, foot, look.shoes)
        line = bend(root, knee, ankle, 0.22)
        pen.fill(
            limb(line, (42, 36 * loose, 30 * loose, 26 * loose), flat=True),
            cloth,
            shade=0.26,
            depth=9,
        )


def _shoe(pen: Pen, foot: Point, colour: Colour) -> None:
    x, y = foot
    shoe = blob(
        (x - 13, y - 12),
        (x - 14, y - 2),
        (x, y),
        (x + 18, y),
        (x + 25, y - 4),
        (x + 15, y - 10),
        (x + 4, y - 14),
    )
    pen.fill(shoe, colour, shade=0.3, depth=4)


_HEM = {"shirt": 12.0, "tunic": 34.0, "coat": 92.0, "suit": 24.0, "aodai": 146.0, "blouse": 30.0}


def torso_shape(body: Body) -> Shape:
    """Return the outline of the trunk from neck to hip."""
    spine = (
        (1.05, -9),
        (0.99, -15),
        (0.91, -24),
        (0.8, -27.5),
        (0.64, -25),
        (0.45, -21.5),
        (0.25, -21.5),
        (0.05, -25),
        (-0.08, -24),
    )
    belly = (
        (-0.08, 22),
        (0.05, 22.5),
        (0.28, 19.5),
        (0.5, 22),
        (0.72, 25),
        (0.86, 23.5),
        (0.95, 15),
        (1.03, 6),
    )
    return blob(*(body.at(*p) for p in (*spine, *belly)))


def _torso(pen: Pen, look: Look, pose: Pose, body: Body) -> None:
    hem = _HEM[look.outfit]
    shape = torso_shape(body)
    if hem > _TUCKED:
        shape = union(
            shape, _lap(look, pose, hem) if pose.seated else _skirt(body, hem, look.outfit)
        )
    pen.fill(shape, look.top, shade=0.24, depth=13)
    if look.outfit in ("coat", "suit") and _in_quarter_view(pose):
        gap = blob(
            body.at(1.0, 4), body.at(0.98, 13), body.at(0.6, 12), body.at(0.42, 8), body.at(0.6, 3)
        )
        pen.fill(gap, look.under, shade=0.2, depth=4, within=shape)
    fold = [body.at(0.4, -8), body.at(0.24, -2), body.at(0.12, 9)]
    pen.fill(stroke(fold, (0.6, 2.4, 0.6)), INK, alpha=0.13)
    if look.outfit in ("coat", "tunic", "suit", "aodai") and not pose.seated:
        seam = [
            body.at(0.36, 14),
            body.at(0.0, 15),
            (body.at(0, 15)[0] + 3, body.at(0, 15)[1] + hem * 0.86),
        ]
        if look.outfit != "aodai":
            pen.fill(stroke(seam, 1.6), INK, alpha=0.22)
    if look.outfit == "coat":
        a, b = body.at(0.12, 2), body.at(0.13, 16)
        pen.fill(stroke([a, b], 2.0), INK, alpha=0.2)
    if look.stethoscope:
        _stethoscope(pen, body)


def _skirt(body: Body, hem: float, outfit: str) -> Shape:
    (bx, by), (fx, fy) = body.at(0.2, -21), body.at(0.2, 20)
    bottom = body.hip[1] + hem
    flare = 8 if outfit != "aodai" else 12
    return blob(
        (bx, by),
        (bx - 4, body.hip[1]),
        (bx - flare, (body.hip[1] + bottom) / 2),
        (bx - flare - 2, bottom - 3),
        (bx - flare + 5, bottom + 1),
        ((bx + fx) / 2, bottom + 3),
        (fx + flare - 5, bottom + 1),
        (fx + flare + 2, bottom - 3),
        (fx + flare, (body.hip[1] + bottom) / 2),
        (fx + 4, body.hip[1]),
        (fx, fy),
    )


def _lap(look: Look, pose: Pose, hem: float) -> Shape:
    """Return what drapes over the thighs of somebody who sits."""
    root = pose.hip
    foot = pose.near_foot or (root[0] + 70, 0)
    knee = joint(root, (foot[0] - 2, foot[1] - 10), _THIGH * pose.limbs, _SHIN * pose.limbs, 1)
    part = min(1.0, hem / 92)
    end = along(root, knee, 0.98 * part)
    line = [root, end]
    widths = (45.0, 43.0)
    if look.outfit == "aodai":
        drop = (knee[0] + 4, knee[1] + 72)
        line, widths = bend(root, (knee[0] + 3, knee[1]), drop, 0.2), (46.0, 44.0)
    return limb(line, widths)


def _collar(pen: Pen, look: Look, body: Body, *, quarter: bool) -> None:
    edge = mix(look.top, WHITE, 0.22) if look.outfit != "coat" else WHITE
    body = Body(body.hip, body.neck, 1.0)
    if look.outfit in ("aodai", "blouse"):
        band = [body.at(1.07, -11), body.at(1.035, -3), body.at(1.02, 6), body.at(1.05, 12)]
        pen.fill(stroke(band, 9), mix(look.top, INK, 0.1), shade=0.2, depth=3)
        return
    if look.outfit in ("coat", "suit") and not quarter:
        pen.fill(
            blob(body.at(1.04, 8), body.at(0.98, 14), body.at(0.82, 21), body.at(0.9, 12)),
            look.under,
        )
    near = blob(
        body.at(1.09, -12),
        body.at(1.06, -4),
        body.at(1.0, 10),
        body.at(0.9, 16),
        body.at(0.93, 3),
        body.at(1.0, -12),
    )
    pen.fill(near, edge, shade=0.22, depth=4)
    pen.fill(
        stroke([body.at(1.0, -12), body.at(0.93, 3), body.at(0.9, 16)], (0.6, 1.4)), INK, alpha=0.25
    )
    if look.outfit in ("coat", "suit"):
        lapel = [body.at(0.88, 14), body.at(0.66, 16), body.at(0.44, 14)]
        pen.fill(stroke(lapel, (3, 2, 0.8)), INK, alpha=0.2)


def _stethoscope(pen: Pen, body: Body) -> None:
    dark = mix(INK, TEAL, 0.4)
    pen.fill(
        stroke([body.at(1.03, -9), body.at(0.9, 6), body.at(0.7, 10), body.at(0.52, 8)], 3.2), dark
    )
    pen.fill(
        limb([body.at(0.52, 8), body.at(0.5, 8)], (9, 9)),
        mix(dark, WHITE, 0.55),
        shade=0.4,
        depth=3,
    )
