"""Published files are small, no worse than need be, and hold pixels only."""

from __future__ import annotations

import io

import numpy
import pytest
from PIL import Image
from support.photos import corners, photo

from plugins.pictures import encoding
from plugins.pictures.encoding import PHONE_BYTES, budget, jpeg, png, webp


@pytest.mark.parametrize("encode", [webp, jpeg])
def test_a_calm_picture_gets_the_best_quality(encode):
    calm = corners(720, 480)
    data = encode(calm, budget(720, 480))
    assert data == encode(calm, 10_000_000)
    assert len(data) < 15_000


@pytest.mark.parametrize("encode", [webp, jpeg])
@pytest.mark.parametrize("grain", [15, 40])
def test_a_busy_photo_stays_within_its_budget(encode, grain):
    busy = photo(480, 320, grain=grain)
    limit = budget(480, 320)
    data = encode(busy, limit)
    assert len(data) <= limit
    shown = numpy.asarray(Image.open(io.BytesIO(data)), numpy.float32)
    error = numpy.abs(shown - numpy.asarray(busy, numpy.float32)).mean()
    assert error < 10 + grain


@pytest.mark.parametrize("encode", [webp, jpeg])
def test_even_pure_noise_stays_within_its_budget(encode):
    noise = numpy.random.default_rng(1).integers(0, 256, (480, 720, 3), numpy.uint8)
    assert len(encode(Image.fromarray(noise), PHONE_BYTES)) <= PHONE_BYTES


@pytest.mark.parametrize("encode", [webp, jpeg])
def test_the_quality_is_the_best_that_fits(encode):
    picture = photo(320, 213, grain=20)
    best = encode(picture, 9_000)
    better = [len(encode(picture, limit)) for limit in (12_000, 30_000)]
    assert len(best) <= 9_000
    assert len(best) <= better[0] <= better[1]


def test_a_phone_never_fetches_more_than_its_share():
    shapes = [(320, 240), (480, 720), (720, 480), (720, 720), (720, 2000)]
    assert all(budget(*size) <= PHONE_BYTES for size in shapes)
    assert budget(1600, 1067) < 4 * budget(720, 480)


@pytest.mark.parametrize("encode", [webp, jpeg, png])
def test_nothing_but_pixels_is_written(encode):
    picture = corners()
    data = encode(picture) if encode is png else encode(picture, 100_000)
    read = Image.open(io.BytesIO(data))
    read.load()
    assert not read.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment", "dpi"} & read.info.keys() - {"dpi"}


def test_a_lossless_sign_stays_as_it_is():
    assert Image.open(io.BytesIO(png(corners()))).convert("RGB").tobytes() == corners().tobytes()


def test_the_ladder_goes_down():
    assert list(encoding.QUALITIES) == sorted(encoding.QUALITIES, reverse=True)
