"""Cards for shared links: right size, small, the same bytes, and an address that says what."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image
from support.content import bulletin
from support.machines import meta, pages

from plugins.archives.social_cards import MAX_BYTES, SIZE, drawn_card, photo_card
from plugins.bulletins.categories import CATEGORIES

HOST = "https://bantin.example"
URL = "/ban-tin/2025/03/tin/"
ORIENTATION = 0x0112
DRAWN = ["", *(choice.id for choice in CATEGORIES.choices)]


def written(picture, form="JPEG", **options):
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def halves(size=(1600, 1200)):
    """A picture that is dark on the left."""
    picture = Image.new("RGB", size, "white")
    picture.paste("navy", (0, 0, size[0] // 2, size[1]))
    return picture


def noise(size):
    """A picture that no codec makes small."""
    return Image.frombytes("RGB", size, random.Random(1).randbytes(size[0] * size[1] * 3))


def read(data):
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "JPEG"
    assert picture.size == SIZE
    assert len(data) < MAX_BYTES
    assert not picture.getexif()
    return picture


def is_dark(picture, x, y):
    return sum(picture.getpixel((x, y))) < 300


@pytest.mark.parametrize("size", [(1600, 1200), (600, 315), (1200, 4000), (4000, 1200), (601, 999)])
def test_a_photo_is_cut_from_its_middle(size):
    card = read(photo_card(written(halves(size))))
    assert is_dark(card, 300, 315)
    assert not is_dark(card, 900, 315)


@pytest.mark.parametrize(("turn", "dark"), [(3, (900, 315)), (6, (600, 100)), (8, (600, 530))])
def test_a_photo_is_shown_as_the_camera_was_held(turn, dark):
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    card = read(photo_card(written(halves((1600, 1600)), exif=exif)))
    assert is_dark(card, *dark)
    assert not is_dark(card, 1200 - dark[0] - 1, 630 - dark[1] - 1)


def test_a_photo_of_noise_stays_below_the_limit():
    read(photo_card(written(noise((1600, 1000)), quality=100)))


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
def test_every_kind_of_picture_gives_a_card(mode):
    source = Image.new(mode, (800, 600)) if mode == "I;16" else halves((800, 600)).convert(mode)
    read(photo_card(written(source, "PNG")))


def test_a_print_photo_gives_a_card():
    read(photo_card(written(halves().convert("CMYK"))))


def test_what_is_transparent_shows_paper():
    card = read(photo_card(written(Image.new("RGBA", (800, 600), (0, 0, 0, 0)), "PNG")))
    assert not is_dark(card, 600, 315)


@pytest.mark.parametrize("length", [20, 400, 5000])
def test_a_damaged_photo_gives_none(length):
    assert photo_card(written(noise((700, 500)))[:length]) is None


def test_the_same_photo_gives_the_same_bytes():
    data = written(noise((900, 600)))
    assert photo_card(data) == photo_card(data)


def test_each_category_has_a_card_of_its_own():
    cards = [drawn_card(category) for category in DRAWN]
    assert len(set(cards)) == len(DRAWN)
    assert [drawn_card(category) for category in DRAWN] == cards
    for card in cards:
        read(card)


# --- In a site ------------------------------------------------------------------------------------


def image_of(site, url=URL):
    (address,) = meta(pages(site)[url])["og:image"]
    return address.removeprefix(HOST)


def with_cover(data, name="bia.jpg"):
    return {
        "bulletins/2025/a.md": bulletin("Tin", cover=name, cover_alt="Ảnh"),
        f"bulletins/2025/{name}": data,
    }


def cards_of(site):
    return sorted(path.name for path in (site.output / "anh" / "the").iterdir())


def test_the_address_changes_with_the_photo_and_only_then(build_site):
    first = build_site(with_cover(written(halves())), public=True)
    address = image_of(first)
    read((first.output / address[1:]).read_bytes())
    retitled = with_cover(written(halves()))
    retitled["bulletins/2025/a.md"] += "\nThêm một câu.\n"
    assert image_of(build_site(retitled, public=True)) == address
    other = build_site(with_cover(written(halves().rotate(180))), public=True)
    assert image_of(other) != address
    assert address.rpartition("/")[2] not in cards_of(other)


def test_one_card_serves_all_bulletins_of_a_photo(build_site):
    files = with_cover(written(halves()))
    files["bulletins/2025/b.md"] = bulletin("Tin hai", cover="bia.jpg", cover_alt="Ảnh")
    site = build_site(files, public=True)
    assert image_of(site) == image_of(site, "/ban-tin/2025/03/tin-hai/")
    assert [name.partition(".")[0] for name in cards_of(site)] == ["bia", "hoi-nghi", "trang"]


@pytest.mark.parametrize(
    "files",
    [
        with_cover(written(halves((599, 400)))),
        with_cover(written(halves((700, 300)))),
        with_cover(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64, "bia.heic"),
        {"bulletins/2025/a.md": bulletin("Tin")},
    ],
    ids=["narrow", "low", "heic", "none"],
)
def test_without_a_usable_cover_the_card_of_the_category_stands_in(build_site, files):
    site = build_site(files, public=True)
    assert image_of(site) == image_of(site, "/hoi-nghi/")
    assert [name.partition(".")[0] for name in cards_of(site)] == ["hoi-nghi", "trang"]


def test_a_cover_whose_pixels_are_damaged_gives_the_card_of_the_category(build_site):
    whole = written(halves())
    site = build_site(with_cover(whole[: len(whole) // 2]), public=True)
    card = (site.output / image_of(site)[1:]).read_bytes()
    assert card == drawn_card("hoi-nghi")


def test_cost_does_not_grow_with_bulletins_without_a_cover(build_site):
    files = {f"bulletins/2025/{n}.md": bulletin(f"Tin {n}") for n in range(30)}
    assert len(cards_of(build_site(files, public=True))) == 2
