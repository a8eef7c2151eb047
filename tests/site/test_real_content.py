"""The project's own content, built as `make html` and `make publish` build it."""

from __future__ import annotations

import re
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from support.content import PROJECT, headings
from support.invariants import open_data, parse, whole_pages
from support.sites import Site, build_apart

from plugins.problems import errors

CONTENT = PROJECT / "content"
PHOTOS = sorted(CONTENT.rglob("*.jpg"))
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Site:
    return build_apart(CONTENT, tmp_path_factory.mktemp("real") / "preview")


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Site:
    return build_apart(CONTENT, tmp_path_factory.mktemp("real") / "public", public=True)


@pytest.fixture(params=["preview", "public"])
def site(request) -> Site:
    """Return both builds in turn; what holds for every site was asserted when they were made."""
    return request.getfixturevalue(request.param)


def test_there_are_as_many_bulletins_as_promised(preview):
    assert len(headings(CONTENT, ZONE)) >= 24
    assert len(open_data(preview.output)) == len(headings(CONTENT, ZONE))


def test_the_public_build_has_all_that_is_published(public):
    published = {heading.path for heading in headings(CONTENT, ZONE) if heading.status != "draft"}
    assert {row["path"] for row in open_data(public.output)} == published


@pytest.mark.parametrize("now", ["2026-01-15T08:00", "2031-06-01T00:00", "2048-02-29T23:59"])
def test_no_day_turns_the_content_wrong(monkeypatch, engine_for, tmp_path, now):
    monkeypatch.setenv("BUILD_NOW", now)
    assert errors(engine_for(CONTENT, tmp_path / "unused").examine().problems) == []


def test_every_photo_is_published_once(site):
    published = Counter(path.name.partition(".")[0] for path in site.photos())
    assert published == Counter(path.stem for path in PHOTOS)


def test_the_photos_are_of_camera_size_and_say_that_they_are_drawn(preview):
    assert len(PHOTOS) >= 8
    for path in PHOTOS:
        with Image.open(path) as photo:
            assert photo.width * photo.height >= 8_000_000, path
    for path, tree in parse(preview.output).items():
        for figure in tree.xpath("//figure[.//img]"):
            caption = " ".join(figure.xpath("./figcaption//text()"))
            assert "ảnh minh họa" in caption.lower(), path


def test_every_page_says_that_it_is_a_demonstration_and_keeps_search_engines_away(site):
    for path, tree in whole_pages(site.output).items():
        assert "không phải trang của cơ quan nhà nước" in tree.text_content(), path
    for path, tree in parse(site.output).items():
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"], path


def test_the_only_mark_on_a_public_page_says_that_it_was_withdrawn(public):
    for path, tree in parse(public.output).items():
        assert set(tree.xpath("//*[contains(@class, 'badge')]/text()")) <= {"Đã rút"}, path


def test_no_template_prints_a_dash_for_what_is_not_known(site):
    for path, tree in parse(site.output).items():
        for text in tree.xpath(
            "//*[not(*) and not(ancestor::*[contains(@class, 'prose')])]/text()"
        ):
            assert not re.fullmatch(r"\s*(—|–|-|n/a|\?+|\.\.\.|…)\s*", text), path


def test_every_address_of_the_content_is_plain(site):
    for path in site.files():
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", path), path


def test_the_english_page_is_english_within_a_vietnamese_frame(site):
    tree = parse(site.output)["en/index.html"]
    assert tree.get("lang") == "en"
    assert tree.xpath("//body/@lang") == ["vi"]
    assert tree.xpath("//main/@lang") == ["en"]
