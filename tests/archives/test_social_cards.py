"""Cards for shared links: right size, small, the same bytes, and an address that says what."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from support.content import bulletin
from support.machines import meta, pages
from support.photos import heic, written

from plugins.archives.social_cards import drawn_card
from plugins.bulletins.categories import CATEGORIES
from plugins.pictures.recipes import SOCIAL_BYTES, SOCIAL_SIZE

HOST = "https://bantin.example"
URL = "/ban-tin/2025/03/tin/"
DRAWN = ["", *(choice.id for choice in CATEGORIES.choices)]


def halves(size=(1600, 1200)):
    """A picture that is dark on the left."""
    picture = Image.new("RGB", size, "white")
    picture.paste("navy", (0, 0, size[0] // 2, size[1]))
    return picture


def read(data):
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "JPEG"
    assert picture.size == SOCIAL_SIZE
    assert len(data) < SOCIAL_BYTES
    assert not picture.getexif()
    return picture


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
        {"bulletins/2025/a.md": bulletin("Tin")},
    ],
    ids=["narrow", "low", "none"],
)
def test_without_a_usable_cover_the_card_of_the_category_stands_in(build_site, files):
    site = build_site(files, public=True)
    assert image_of(site) == image_of(site, "/hoi-nghi/")
    assert [name.partition(".")[0] for name in cards_of(site)] == ["hoi-nghi", "trang"]


def test_the_cover_of_a_phone_gives_a_card(build_site):
    site = build_site(with_cover(heic(halves((1280, 720))), "IMG_0001.HEIC"), public=True)
    address = image_of(site)
    assert address.startswith("/anh/the/img-0001.")
    read((site.output / address[1:]).read_bytes())


def test_cost_does_not_grow_with_bulletins_without_a_cover(build_site):
    files = {f"bulletins/2025/{n}.md": bulletin(f"Tin {n}") for n in range(30)}
    assert len(cards_of(build_site(files, public=True))) == 2
