"""Outlines as plain numbers: polygons, splines, tapered limbs, two-bone joints, placement.

A *shape* is a tuple of closed outlines, filled as one union. Lengths are scene units (a landscape
scene is 1200 units wide), y grows downwards, angles are degrees and turn clockwise on screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]
Shape = tuple[Outline, ...]

_ELLIPSE_POINTS = 72
_TIP_POINTS = 36
_SPLINE_STEPS = 12
# A line needs this many points before it can bend.
_CURVED = 3
_CORNER_STEPS = 24


def polygon(*points: Point) -> Shape:
    """Return the straight-edged shape through `points`."""
    return (tuple(points),)


def union(*shapes: Shape) -> Shape:
    """Return one shape that covers all `shapes`."""
    return tuple(outline for shape in shapes for outline in shape)


def ellipse(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> Shape:
    """Return the ellipse round (x, y) with radii `rx`, `ry` (a circle without `ry`)."""
    ry = rx if ry is None else ry
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    ring = [(rx * cos, ry * sin) for cos, sin in _circle(_ELLIPSE_POINTS)]
    return (tuple((x + px * c - py * s, y + px * s + py * c) for px, py in ring),)


def _circle(count: int) -> list[Point]:
    angles = [2 * math.pi * i / count for i in range(count)]
    return [(math.cos(a), math.sin(a)) for a in angles]


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> Shape:
    """Return the rectangle with its top left corner at (x, y); `radius` rounds its corners."""
    if radius <= 0:
        return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    r = min(radius, width / 2, height / 2)
    points: list[Point] = []
    corners = (
        (x + width - r, y + r, -90),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    )
    for cx, cy, start in corners:
        for step in range(_CORNER_STEPS + 1):
            a = math.radians(start + step * 90 / _CORNER_STEPS)
            points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return (tuple(points),)


def curve(points: Sequence[Point], *, closed: bool = False) -> list[Point]:
    """Return a smooth line (centripetal enough for drawing: Catmull-Rom) through `points`."""
    n = len(points)
    if n < _CURVED:
        return list(points)
    spans = n if closed else n - 1
    line: list[Point] = []
    for i in range(spans):
        p1, p2 = points[i % n], points[(i + 1) % n]
        p0 = points[(i - 1) % n] if closed or i else p1
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        for step in range(_SPLINE_STEPS):
            t = step / _SPLINE_STEPS
            line.append(
                (_catmull(p0[0], p1[0], p2[0], p3[0], t), _catmull(p0[1], p1[1], p2[1], p3[1], t))
            )
    return line if closed else [*line, points[-1]]


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - a - 3 * c + d) * t * t * t
    )


def blob(*points: Point) -> Shape:
    """Return the closed smooth shape through `points`."""
    return (tuple(curve(points, closed=True)),)


def bend(a: Point, b: Point, c: Point, roundness: float = 0.3) -> list[Point]:
    """Return the line a-b-c with the corner at `b` rounded off, as an elbow or a knee is."""
    start, end = along(b, a, roundness), along(b, c, roundness)
    corner = [_quadratic(start, b, end, i / 10) for i in range(11)]
    return [a, *corner, c]


def _quadratic(a: Point, b: Point, c: Point, t: float) -> Point:
    u = 1 - t
    return (
        u * u * a[0] + 2 * u * t * b[0] + t * t * c[0],
        u * u * a[1] + 2 * u * t * b[1] + t * t * c[1],
    )


def along(a: Point, b: Point, part: float) -> Point:
    """Return the point that lies `part` of the way from `a` to `b`."""
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def limb(line: Sequence[Point], widths: Sequence[float], *, flat: bool = False) -> Shape:
    """Return `line` drawn with a round pen whose width runs evenly through `widths`.

    `flat` cuts the far end off square, as a trouser leg or a sleeve is.
    """
    lengths = [0.0]
    for a, b in pairwise(line):
        lengths.append(lengths[-1] + math.dist(a, b))
    total = lengths[-1] or 1.0
    radii = [_ramp(widths, length / total) / 2 for length in lengths]
    outlines: list[Outline] = []
    tip = _circle(_TIP_POINTS)
    for (a, b), (ra, rb) in zip(pairwise(line), pairwise(radii), strict=True):
        size = math.dist(a, b)
        if size == 0:
            continue
        nx, ny = -(b[1] - a[1]) / size, (b[0] - a[0]) / size
        outlines.append(
            (
                (a[0] + nx * ra, a[1] + ny * ra),
                (b[0] + nx * rb, b[1] + ny * rb),
                (b[0] - nx * rb, b[1] - ny * rb),
                (a[0] - nx * ra, a[1] - ny * ra),
            )
        )
    for point, radius in list(zip(line, radii, strict=True))[: -1 if flat else None]:
        outlines.append(tuple((point[0] + radius * c, point[1] + radius * s) for c, s in tip))
    return tuple(outlines)


def _ramp(values: Sequence[float], part: float) -> float:
    place = min(max(part, 0.0), 1.0) * (len(values) - 1)
    low = min(int(place), len(values) - 2) if len(values) > 1 else 0
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def stroke(points: Sequence[Point], width: float | Sequence[float]) -> Shape:
    """Return the smooth line through `points` as a shape, `width` wide (or tapering)."""
    widths = (width, width) if isinstance(width, int | float) else tuple(width)
    return limb(curve(points), widths)


def joint(root: Point, tip: Point, upper: float, lower: float, side: int) -> Point:
    """Return where the elbow or knee lies between `root` and `tip` (two-bone reach).

    `side` +1 puts the joint to the right of a limb that hangs down, -1 to its left. A tip out of
    reach stretches both bones evenly, so that hands always arrive at what they hold.
    """
    reach = math.dist(root, tip) or 1e-6
    stretch = max(1.0, reach / (upper + lower) * 1.001)
    upper, lower = upper * stretch, lower * stretch
    base = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    height = math.sqrt(max(upper * upper - base * base, 0.0)) * side
    dx, dy = (tip[0] - root[0]) / reach, (tip[1] - root[1]) / reach
    return root[0] + dx * base + dy * height, root[1] + dy * base - dx * height


def sweep(shape: Shape, dx: float, dy: float) -> Shape:
    """Return all that `shape` touches when it is pushed by (dx, dy): a long flat shadow."""
    outlines: list[Outline] = list(shape)
    for outline in shape:
        for a, b in zip(outline, (*outline[1:], outline[0]), strict=True):
            outlines.append((a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)))
        outlines.append(tuple((x + dx, y + dy) for x, y in outline))
    return tuple(outlines)


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Return (left, top, right, bottom) of `shape`; raises ValueError for an empty shape."""
    xs = [x for outline in shape for x, _ in outline]
    ys = [y for outline in shape for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def place(matrix: Matrix, x: float, y: float, size: float, turn: float, *, flip: bool) -> Matrix:
    """Return `matrix` moved to (x, y), scaled by `size`, turned, and mirrored when `flip`."""
    a, b, c, d, e, f = matrix
    cos, sin = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
    m = -1 if flip else 1
    p, q, r, s = cos * m, sin * m, -sin, cos
    return (
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * x + c * y + e,
        b * x + d * y + f,
    )


def transform(matrix: Matrix, shape: Iterable[Iterable[Point]]) -> Shape:
    """Return `shape` seen through `matrix`."""
    a, b, c, d, e, f = matrix
    return tuple(
        tuple((a * x + c * y + e, b * x + d * y + f) for x, y in outline) for outline in shape
    )
