"""The pictures of the README, and the tool that takes them."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from support.content import PROJECT

import take_screenshots
from take_screenshots import MOST_BYTES, PICTURES, SHOTS, Shot, photograph, served, small_webp

HTML = """<!doctype html><meta name="viewport" content="width=device-width"><style>
body { margin: 0; background: rgb(250 240 230); }
@media (prefers-color-scheme: dark) { body { background: rgb(10 20 30); } }
main { height: 3000px; } p { height: 100px; margin: 0; background: rgb(0 120 0); }
</style><main><p></p></main>"""


@pytest.fixture
def address(tmp_path):
    (tmp_path / "index.html").write_text(HTML)
    with served(tmp_path) as url:
        yield url


def picture(browser, address, shot):
    return Image.open(BytesIO(photograph(browser, address, shot))).convert("RGB")


def test_a_picture_has_the_size_and_the_colours_asked_for(browser, address):
    taken = picture(browser, address, Shot("x", "/", 640, 480))
    assert taken.size == (640, 480)
    assert taken.getpixel((320, 400)) == (250, 240, 230)
    dark = picture(browser, address, Shot("x", "/", 390, 844, scheme="dark", mobile=True))
    assert dark.size == (390, 844)
    assert dark.getpixel((195, 800)) == (10, 20, 30)


def test_a_picture_ends_below_the_element_asked_for(browser, address):
    taken = picture(browser, address, Shot("x", "/", 640, 480, until="p"))
    assert taken.size == (640, 100 + take_screenshots.MARGIN)
    assert picture(browser, address, Shot("x", "/", 640, 480, until="main")).size == (640, 480)


def test_a_page_that_is_not_there_is_said(browser, address):
    with pytest.raises(RuntimeError, match="/khong-co/"):
        photograph(browser, address, Shot("x", "/khong-co/", 640, 480))


def test_a_page_is_served_to_this_machine_alone(address):
    assert address.startswith("http://127.0.0.1:")


def noise(side: int) -> bytes:
    file = BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(file, "PNG")
    return file.getvalue()


def test_colours_stay_near_what_they_are():
    drawn = Image.new("RGB", (300, 200), (251, 250, 246))
    ImageDraw.Draw(drawn).rectangle((10, 10, 60, 60), fill=(11, 69, 70))
    file = BytesIO()
    drawn.save(file, "PNG")
    small = Image.open(BytesIO(small_webp(file.getvalue()))).convert("RGB")
    for place, colour in (((30, 30), (11, 69, 70)), ((200, 100), (251, 250, 246))):
        assert small.getpixel(place) == pytest.approx(colour, abs=4)


def test_quality_is_given_up_until_the_file_is_small_enough(monkeypatch):
    data = noise(400)
    largest = len(small_webp(data))
    monkeypatch.setattr(take_screenshots, "MOST_BYTES", largest - 1)
    assert len(small_webp(data)) < largest
    monkeypatch.setattr(take_screenshots, "MOST_BYTES", 1000)
    with pytest.raises(ValueError, match="quality 60"):
        small_webp(data)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_the_pictures_are_there_and_small(shot):
    file = PICTURES / f"{shot.name}.webp"
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as kept:
        assert kept.format == "WEBP"
        assert kept.width == shot.width
        assert 800 <= kept.height <= shot.height


def test_the_readme_shows_pictures_that_the_tool_takes():
    shown = re.findall(r"docs/screenshots/([\w-]+)\.webp", (PROJECT / "README.md").read_text())
    assert shown
    assert set(shown) <= {shot.name for shot in SHOTS}


def test_the_bulletins_of_the_pictures_exist():
    slugs = [shot.url.rstrip("/").rpartition("/")[2] for shot in SHOTS if "/ban-tin/" in shot.url]
    texts = [file.read_text() for file in (PROJECT / "content/bulletins").rglob("*.md")]
    assert slugs
    for slug in slugs:
        assert any(f"slug: {slug}\n" in text for text in texts)
