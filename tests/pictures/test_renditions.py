"""Which widths are made, how files are named, what templates print."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Image
from plugins.pictures.renditions import (
    WIDTHS,
    describe,
    emblem_rendition,
    jpeg_widths,
    large_rendition,
    media_url,
    renditions,
    stem_of,
    widths_of,
)

FILE = MediaFile("bulletins/2025/Ảnh hội nghị (1).JPG", 1, "ab" * 32, "image", 4000, 2667)
SAID = Image(FILE.path, "Đại biểu", "Chú thích", "Bút danh")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 2667), (320, 480, 720, 960, 1280, 1600)),
        ((1600, 1067), (320, 480, 720, 960, 1280, 1600)),
        ((1000, 700), (320, 480, 720, 1000)),
        ((720, 480), (320, 480, 720)),
        ((330, 200), (330,)),
        ((64, 48), (64,)),
        ((1, 1), (1,)),
        ((3000, 4000), (320, 480, 720, 960, 1280, 1500)),
        ((500, 9000), (111,)),
        ((1, 9000), (1,)),
    ],
)
def test_widths_of_photos(size, widths):
    assert widths_of(*size) == widths


@given(width=st.integers(1, 8000), height=st.integers(1, 8000))
def test_no_photo_is_blown_up_and_steps_rise(width, height):
    widths = widths_of(width, height)
    assert list(widths) == sorted(set(widths))
    assert 1 <= widths[0] <= widths[-1] <= min(width, WIDTHS[-1])
    assert set(jpeg_widths(widths)) <= set(widths)
    assert widths[-1] in jpeg_widths(widths)


def test_a_name_is_plain_and_holds_the_content():
    stem = stem_of(FILE)
    assert stem.startswith("/anh/anh-hoi-nghi-1.")
    assert len(stem.rpartition(".")[2]) == 12
    assert stem_of(replace(FILE, sha256="cd" * 32)) != stem
    assert stem_of(replace(FILE, path="images/!!!.png")).startswith("/anh/anh.")


def test_each_address_is_one_file():
    found = list(renditions(FILE))
    assert len({item.url for item in found}) == len(found) == 9
    assert all(item.url == f"{stem_of(FILE)}-{item.width}.{item.format}" for item in found)
    assert large_rendition(FILE) in found
    assert {(item.width, item.height) for item in found if item.width == 720} == {(720, 480)}


def test_what_templates_print():
    picture = describe(SAID, FILE)
    stem = stem_of(FILE)
    assert picture.url == f"{stem}-720.jpg"
    assert picture.large == f"{stem}-1600.jpg"
    assert (picture.width, picture.height) == (1600, 1067)
    assert (picture.alt, picture.caption, picture.credit) == ("Đại biểu", "Chú thích", "Bút danh")
    assert picture.srcset("jpg", 720) == f"{stem}-480.jpg 480w, {stem}-720.jpg 720w"
    assert picture.srcset("webp").count(",") == 5
    every = {item.url for item in renditions(FILE)}
    for form in ("webp", "jpg"):
        assert {entry.split()[0] for entry in picture.srcset(form).split(", ")} <= every


def test_a_small_photo_has_no_larger_one():
    picture = describe(SAID, replace(FILE, width=500, height=300))
    assert (picture.large, picture.width) == ("", 500)
    assert picture.url == f"{stem_of(FILE)}-500.jpg"
    assert picture.srcset("webp", 200) == f"{stem_of(FILE)}-320.webp 320w"


@pytest.mark.parametrize(
    ("size", "tall"), [((4000, 2667), False), ((4000, 3000), False), ((1000, 1000), True)]
)
def test_a_photo_higher_than_four_to_three_is_tall(size, tall):
    assert describe(SAID, replace(FILE, width=size[0], height=size[1])).is_tall is tall


def test_a_link_leads_to_what_is_published():
    assert media_url(FILE) == large_rendition(FILE).url
    document = MediaFile("bulletins/2025/a.pdf", 1, "ab" * 32, "document")
    assert media_url(document) == "/tep/a.abababababab.pdf"


def test_an_emblem_fits_its_square():
    emblem = emblem_rendition(FILE)
    assert (emblem.width, emblem.height, emblem.format) == (512, 341, "png")
    small = emblem_rendition(replace(FILE, width=100, height=50))
    assert (small.width, small.height) == (100, 50)
