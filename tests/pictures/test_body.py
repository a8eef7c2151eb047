"""Photos of a body are cut out for the theme, in their order and with their words."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from plugins.bulletins.body import Converter
from plugins.pictures.body import BodyPhoto, cut, mark_photos, plain_photos
from plugins.pictures.renditions import Picture

PHOTOS = {f"b/{name}.jpg": Picture(f"/anh/{name}-720.jpg", 720, 480, "") for name in "acd"}
PHOTOS["b/b&.jpg"] = Picture("/anh/b-720.jpg", 720, 480, "")


def parts(markdown):
    body, problems = Converter().convert(markdown, 1, "b/x.md")
    assert not [found for found in problems if found.severity == "error"]
    marked, photos = mark_photos(body.html, PHOTOS)
    return cut(Markup(marked), photos)


def shown(markdown):
    return [
        (part.picture.url, part.picture.alt, part.place) if isinstance(part, BodyPhoto) else part
        for part in parts(markdown)
    ]


def test_a_photo_alone_stands_between_its_html():
    assert shown("Một\n\n![Ảnh «A»](a.jpg)\n\nHai") == [
        "<p>Một</p>\n<figure>",
        ("/anh/a-720.jpg", "Ảnh «A»", "body"),
        "</figure>\n<p>Hai</p>",
    ]


def test_a_body_without_photos_is_one_piece():
    assert shown("Một & hai") == ["<p>Một &amp; hai</p>"]


def test_an_address_with_signs_is_found():
    [_, photo, _] = shown("![1 < 2](b&.jpg)")
    assert photo == ("/anh/b-720.jpg", "1 < 2", "body")


@pytest.mark.parametrize(
    "markdown",
    [
        "![1](a.jpg)\n\n![2](c.jpg)\n\n![3](d.jpg)",
        "![1](a.jpg) ![2](c.jpg)\n![3](d.jpg)",
        "![1](a.jpg)\n\n![2](c.jpg)![3](d.jpg)",
    ],
)
def test_photos_that_follow_one_another_are_a_gallery(markdown):
    found = shown(markdown)
    assert found[0] == '<ul class="gallery" role="list"><li class="gallery__wide"><figure>'
    assert [photo[1:] for photo in found[1::2]] == [
        ("1", "gallery-wide"),
        ("2", "gallery"),
        ("3", "gallery"),
    ]
    assert found[-1] == "</figure></li></ul>"


def test_captions_stay_with_their_photos_in_a_gallery():
    html = "".join(
        part for part in parts('![1](a.jpg "Một")\n\n![2](c.jpg)') if isinstance(part, str)
    )
    assert html.count("<figcaption>") == 1
    assert "<figcaption>Một</figcaption></figure></li><li>" in html


def test_words_between_photos_part_them():
    found = shown("![1](a.jpg)\n\nLời.\n\n![2](c.jpg)")
    assert [photo[2] for photo in found[1::2]] == ["body", "body"]


def test_a_photo_in_a_line_or_link_is_no_figure():
    assert shown("chữ ![1](a.jpg)")[1][2] == "inline"
    assert shown("[![1](a.jpg)](https://a.example/)")[1][2] == "inline"


def test_feed_readers_get_one_address():
    body, _ = Converter().convert('![A "&" b](a.jpg)', 1, "b/x.md")
    assert plain_photos(body.html, PHOTOS) == (
        '<figure><img src="/anh/a-720.jpg" alt="A &quot;&amp;&quot; b"></figure>'
    )
