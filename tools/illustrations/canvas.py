"""The raster: antialiased fills with gradients, soft form shadows, glows and paper grain.

Each shape is drawn as its own supersampled mask, so one drawing routine serves every output size,
and a form shadow is the part of the mask that a copy shifted towards the light leaves bare.
"""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from illustrations.geometry import IDENTITY, Matrix, Shape, bounds, place, sweep, transform
from illustrations.palette import INK, Colour, mix

_QUALITY = 82
_GRAIN = 7
_LIGHT = (0.62, 0.78)
_STEPS = 33
_UPRIGHT = 90
# Masks up to this many pixels are drawn four times as fine, larger ones twice: memory.
_FINE_AREA = 1_000_000


@dataclass(frozen=True, slots=True)
class Gradient:
    """A paint that runs from `start` to `end` over the shape; angle 90 runs downwards."""

    start: Colour
    end: Colour
    angle: float = 90


Paint = Colour | Gradient
Box = tuple[int, int, int, int]


class Canvas:
    """An RGB picture of `width` by `height` units, `scale` pixels to the unit."""

    def __init__(self, width: float, height: float, scale: float, paper: Colour) -> None:
        """Start a picture covered with `paper`."""
        self.scale = scale
        self.size = (round(width * scale), round(height * scale))
        self.image = Image.new("RGB", self.size, paper)
        # A seeded generator and not Image.effect_noise: that one draws from the C library's rand().
        count = self.size[0] * self.size[1]
        noise = Image.frombytes("L", self.size, random.Random(20231127).randbytes(count))
        self.noise = noise.filter(ImageFilter.GaussianBlur(max(0.5, scale * 0.36)))

    def box(self, shape: Shape, margin: float) -> Box | None:
        """Return the pixel box of `shape` with `margin` units round it, or None when outside."""
        left, top, right, bottom = bounds(shape)
        s = self.scale
        box = (
            max(0, math.floor((left - margin) * s)),
            max(0, math.floor((top - margin) * s)),
            min(self.size[0], math.ceil((right + margin) * s)),
            min(self.size[1], math.ceil((bottom + margin) * s)),
        )
        return box if box[0] < box[2] and box[1] < box[3] else None

    def mask(self, shape: Shape, box: Box) -> Image.Image:
        """Return the coverage of `shape` (mode L) inside the pixel box `box`."""
        width, height = box[2] - box[0], box[3] - box[1]
        fine = 4 if width * height < _FINE_AREA else 2
        mask = Image.new("L", (width * fine, height * fine), 0)
        draw = ImageDraw.Draw(mask)
        k = self.scale * fine
        for outline in shape:
            draw.polygon(
                [(x * k - box[0] * fine, y * k - box[1] * fine) for x, y in outline], fill=255
            )
        return mask.reduce(fine)

    def paint(self, paint: Paint, shape: Shape, box: Box) -> Image.Image:
        """Return the paint for `box`, a gradient running over the whole of `shape`."""
        size = (box[2] - box[0], box[3] - box[1])
        if isinstance(paint, tuple):
            return Image.new("RGB", size, paint)
        left, top, right, bottom = (v * self.scale for v in bounds(shape))
        dx, dy = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
        reach = abs(dx) * (right - left) + abs(dy) * (bottom - top) or 1.0
        cx, cy = (left + right) / 2, (top + bottom) / 2
        # A gradient that runs straight across or down is the same in each row or column.
        columns = 1 if paint.angle % 180 == _UPRIGHT else _STEPS
        rows = 1 if paint.angle % 180 == 0 else _STEPS
        xs = [(box[0] + (i + 0.5) * size[0] / columns - cx) * dx / reach for i in range(columns)]
        ys = [(box[1] + (j + 0.5) * size[1] / rows - cy) * dy / reach for j in range(rows)]
        parts = [min(1.0, max(0.0, 0.5 + x + y)) for y in ys for x in xs]
        small = Image.new("RGB", (columns, rows))
        small.putdata([mix(paint.start, paint.end, part) for part in parts])
        return small.resize(size, Image.Resampling.BICUBIC)

    def blend(self, paint: Image.Image, mask: Image.Image, box: Box, alpha: float = 1.0) -> None:
        """Lay `paint` over the picture at `box` through `mask`, at opacity `alpha`."""
        if alpha < 1:
            mask = mask.point([round(v * alpha) for v in range(256)])
        self.image.paste(paint, box[:2], mask)

    def form_shadow(self, mask: Image.Image, box: Box, depth: float) -> Image.Image:
        """Return the side of `mask` that is turned away from the light, grainy at its edge."""
        shift = depth * self.scale
        lit = Image.new("L", mask.size, 0)
        lit.paste(mask, (-round(_LIGHT[0] * shift), -round(_LIGHT[1] * shift)))
        lit = lit.filter(ImageFilter.GaussianBlur(shift * 0.55))
        dark = ImageChops.multiply(mask, ImageChops.invert(lit))
        speckle = self.noise.crop(box).point([min(255, 60 + round(v * 1.4)) for v in range(256)])
        return ImageChops.multiply(dark, speckle)

    def grain(self) -> None:
        """Give the whole picture the tooth of uncoated paper."""
        spread = [128 + max(-_GRAIN, min(_GRAIN, round((v - 128) * 0.1))) for v in range(256)]
        tooth = self.noise.point(spread)
        self.image = ImageChops.add(self.image, Image.merge("RGB", (tooth,) * 3), 1, -128)

    def jpeg(self) -> bytes:
        """Return the finished picture as JPEG bytes without any metadata."""
        out = io.BytesIO()
        self.image.save(
            out, "JPEG", quality=_QUALITY, optimize=True, progressive=True, subsampling="4:2:0"
        )
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a canvas in its own coordinates: moved, scaled, turned or mirrored."""

    canvas: Canvas
    matrix: Matrix = IDENTITY
    size: float = 1.0

    def at(
        self, x: float, y: float, size: float = 1.0, *, turn: float = 0, flip: bool = False
    ) -> Pen:
        """Return a pen whose origin is at (x, y) of this one."""
        return Pen(self.canvas, place(self.matrix, x, y, size, turn, flip=flip), self.size * size)

    def fill(
        self,
        shape: Shape,
        paint: Paint,
        *,
        shade: float = 0.0,
        tone: Colour = INK,
        depth: float = 14,
        alpha: float = 1.0,
        blur: float = 0.0,
        within: Shape | None = None,
    ) -> None:
        """Fill `shape`.

        Args:
            shape: what to fill, in this pen's coordinates.
            paint: a colour or a gradient.
            shade: strength (0 to 1) of the form shadow of colour `tone`, `depth` units deep.
            tone: colour of the form shadow.
            depth: how far the form shadow reaches in from the edge.
            alpha: opacity.
            blur: softens the edge by this many units.
            within: draw only where this shape is.
        """
        seen = transform(self.matrix, shape)
        blur, depth = blur * self.size, depth * self.size
        canvas = self.canvas
        box = canvas.box(seen, 2.5 * blur + 1)
        if box is None:
            return
        mask = canvas.mask(seen, box)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * canvas.scale))
        if within is not None:
            mask = ImageChops.multiply(mask, canvas.mask(transform(self.matrix, within), box))
        canvas.blend(canvas.paint(paint, seen, box), mask, box, alpha)
        if shade:
            dark = canvas.form_shadow(mask, box, depth)
            canvas.blend(Image.new("RGB", dark.size, tone), dark, box, shade * alpha)

    def shadow(
        self,
        shape: Shape,
        dx: float,
        dy: float,
        alpha: float = 0.16,
        within: Shape | None = None,
        tone: Colour = INK,
    ) -> None:
        """Cast a long flat shadow of `shape` by (dx, dy), fading towards its end."""
        seen = sweep(transform(self.matrix, shape), dx * self.size, dy * self.size)
        canvas = self.canvas
        box = canvas.box(seen, 1)
        if box is None:
            return
        angle = math.degrees(math.atan2(dy, dx))
        fade = canvas.paint(Gradient((255, 255, 255), (30, 30, 30), angle), seen, box)
        mask = ImageChops.multiply(canvas.mask(seen, box), fade.convert("L"))
        if within is not None:
            mask = ImageChops.multiply(mask, canvas.mask(transform(self.matrix, within), box))
        canvas.blend(Image.new("RGB", mask.size, tone), mask, box, alpha)

    def contact(self, x: float, y: float, rx: float, ry: float, alpha: float = 0.3) -> None:
        """Ground something with a soft dark ellipse under it."""
        self.glow(x, y, rx, ry, INK, alpha)

    def glow(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float) -> None:
        """Lay a soft round light (or darkness) of `colour` over the picture."""
        left, top, right, bottom = bounds(
            transform(
                self.matrix,
                (((x - rx, y - ry), (x + rx, y + ry), (x - rx, y + ry), (x + rx, y - ry)),),
            )
        )
        s = self.canvas.scale
        box = (round(left * s), round(top * s), round(right * s), round(bottom * s))
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        disc = Image.radial_gradient("L").point(_ease())
        disc = disc.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BICUBIC)
        seen = (
            max(0, box[0]),
            max(0, box[1]),
            min(self.canvas.size[0], box[2]),
            min(self.canvas.size[1], box[3]),
        )
        if seen[0] >= seen[2] or seen[1] >= seen[3]:
            return
        disc = disc.crop((seen[0] - box[0], seen[1] - box[1], seen[2] - box[0], seen[3] - box[1]))
        self.canvas.blend(Image.new("RGB", disc.size, colour), disc, seen, alpha)


def _ease() -> list[int]:
    # Smoothstep from full at the centre (0) to nothing at the rim (radial_gradient reaches 255 at
    # the corners; the circle inscribed in its square lies near 255 / sqrt 2 there).
    return [round(255 * (1 - (t := min(1.0, v / 180)) * t * (3 - 2 * t))) for v in range(256)]
