"""Whatever file a photo comes in, its pixels are what a reader should see, and nothing else."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support import photos
from support.photos import bomb, corners, exif, heic, moving, png_header, written

from plugins.pictures.decoding import DamagedPhoto, pixels, with_transparency

RED, GREEN, BLUE = (255, 0, 0), (0, 160, 0), (0, 0, 255)
# What a camera does to the picture that each value of Orientation asks to undo.
TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def near(found, expected, distance=40):
    return all(abs(a - b) <= distance for a, b in zip(found, expected, strict=True))


def assert_upright(picture):
    width, height = picture.size
    assert (picture.mode, picture.info) == ("RGB", {})
    assert near(picture.getpixel((width // 4, height // 4)), RED)
    assert near(picture.getpixel((width * 3 // 4, height // 4)), GREEN)
    assert near(picture.getpixel((width // 4, height * 3 // 4)), BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp")]
)
def test_the_turn_of_a_camera_is_undone(orientation, form, name):
    turn = TURNS[orientation]
    held = corners() if turn is None else corners().transpose(turn)
    data = written(held, form, exif=exif(orientation))
    found = pixels(data, name, (1, 1))
    assert_upright(found)
    assert (found.width > found.height) is True


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_the_turn_of_a_phone_is_undone(orientation):
    turn = TURNS[orientation]
    held = corners() if turn is None else corners().transpose(turn)
    assert_upright(pixels(heic(held, exif=exif(orientation).tobytes()), "IMG_1.HEIC", (1, 1)))


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "CMYK", "YCbCr"])
def test_every_kind_of_pixels_becomes_plain_colour(mode):
    form, name = ("JPEG", "a.jpg") if mode in {"CMYK", "YCbCr"} else ("PNG", "a.png")
    found = pixels(written(corners().convert(mode), form), name, (240, 160))
    assert (found.mode, found.size) == ("RGB", (240, 160))
    blue, white = (numpy.asarray(found)[85:155, x : x + 110].mean() for x in (5, 125))
    assert white > 240
    assert blue < 120


def test_a_print_photo_keeps_its_colours():
    assert_upright(pixels(written(corners().convert("CMYK")), "a.jpg", (1, 1)))


def test_a_deep_grey_scan_keeps_its_greys():
    grey = Image.fromarray(numpy.linspace(0, 65_535, 256, dtype=numpy.uint16).reshape(1, 256))
    found = pixels(written(grey, "PNG"), "a.png", (1, 1))
    assert [found.getpixel((x, 0))[0] for x in (0, 64, 128, 255)] == [0, 64, 128, 255]


def test_the_profile_of_a_photo_is_applied():
    """Its red is the profile's green: a browser that reads the profile shows green."""
    data = written(Image.new("RGB", (40, 30), RED), icc_profile=photos.wide_gamut_profile())
    red, green, _ = pixels(data, "a.jpg", (40, 30)).getpixel((20, 15))
    assert green > 150
    assert green > red


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 200])
def test_a_damaged_profile_counts_for_none(profile):
    data = written(corners(), "PNG", icc_profile=profile)
    assert_upright(pixels(data, "a.png", (1, 1)))


def test_what_is_transparent_shows_white():
    data = written(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG")
    assert pixels(data, "a.png", (1, 1)).getpixel((20, 15)) == (255, 255, 255)


@pytest.mark.parametrize(("form", "name"), [("GIF", "a.gif"), ("WEBP", "a.webp"), ("PNG", "a.png")])
def test_of_a_moving_picture_the_first_image_stays(form, name):
    assert near(pixels(moving(form), name, (1, 1)).getpixel((60, 40)), RED)


def test_a_large_jpeg_is_unpacked_at_a_fraction_of_its_size():
    data = written(corners(3200, 1600))
    assert pixels(data, "a.jpg", (700, 350)).size == (800, 400)
    assert pixels(data, "a.jpg", (801, 350)).size == (1600, 800)
    turned = written(corners(1600, 3200).transpose(TURNS[6]), exif=exif(6))
    assert pixels(turned, "a.jpg", (700, 1400)).size == (800, 1600)


def test_an_emblem_keeps_its_transparency():
    sign = Image.new("RGBA", (1000, 500), (0, 0, 0, 0))
    sign.paste((200, 0, 0, 255), (0, 0, 500, 500))
    found = with_transparency(written(sign, "PNG"), "a.png", (512, 512))
    assert (found.mode, found.size) == ("RGBA", (512, 256))
    assert found.getpixel((100, 100)) == (200, 0, 0, 255)
    assert found.getpixel((400, 100))[3] == 0
    assert with_transparency(written(corners()), "a.jpg", (512, 512)).mode == "RGB"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (png_header(8_000, 5_001), "a.png"),
        (png_header(60_000, 60_000), "a.png"),
        (bomb(7_000), "a.png"),
        (b"", "a.jpg"),
        (heic(corners())[:400], "a.heic"),
    ],
)
def test_bombs_and_rubbish_are_refused(data, name):
    with pytest.raises(DamagedPhoto):
        pixels(data, name, (1, 1))


WHOLE = {
    "a.jpg": written(corners()),
    "a.png": written(corners(), "PNG"),
    "a.webp": written(corners(), "WEBP"),
    "a.heic": heic(corners()),
}


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_photo_that_is_cut_off_is_damaged(name):
    with pytest.raises(DamagedPhoto):
        pixels(WHOLE[name][: len(WHOLE[name]) * 2 // 3], name, (1, 1))


@given(
    name=st.sampled_from(sorted(WHOLE)),
    keep=st.integers(0, 3_000),
    at=st.integers(0, 1_000),
    change=st.binary(max_size=8),
)
def test_damaged_bytes_give_a_photo_or_that_one_error(name, keep, at, change):
    data = bytearray(WHOLE[name][:keep])
    data[at : at + len(change)] = change
    try:
        found = pixels(bytes(data), name, (1, 1))
    except DamagedPhoto:
        return
    assert found.mode == "RGB"
