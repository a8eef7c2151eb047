"""Headers that YAML reads back, photos that fit, and what happens to a text no reader takes."""

from __future__ import annotations

import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.desk.importing.article import Article, Note
from plugins.desk.importing.blocks import Block, Photo, Run, cleaned
from plugins.desk.importing.header_text import header_of
from plugins.desk.importing.photos import Sources, fit
from plugins.desk.importing.placing import plain
from plugins.desk.importing.shelf import Shelf

BODY = (Block("paragraph", (Run("Chữ."),)),)


def header(title="Tập huấn", notes=(), **fields):
    article = Article(title, None, timed=False, category="hoi-nghi", body=BODY, **fields)
    return header_of(article, slug="a", mark="x [0]", notes=notes, draft=True, cover="")


def fields_of(text):
    return yaml.safe_load(text.removeprefix("---\n").removesuffix("---\n"))


@given(st.text(max_size=60).map(cleaned))
def test_any_title_is_read_back_as_it_was(title):
    wanted = " ".join(title.split())
    assert (fields_of(header(title))["title"] or "") == wanted


@pytest.mark.parametrize("title", ["Sáng: họp", "# a", "- b", "yes", "2024", "a # b", '"c"', "'d"])
def test_titles_that_yaml_would_misread_stand_in_quotes(title):
    assert fields_of(header(title))["title"] == title


def test_a_note_stands_above_its_field_as_a_comment():
    lines = header(notes=[Note("import-date-missing", "date")]).split("\n")
    assert lines[lines.index("date:") - 1].startswith("# kiểm tra: ")


def test_a_note_cannot_break_out_of_its_comment():
    text = header(notes=[Note("import-caption", text="a\n---\nstatus: published")])
    assert fields_of(text)["status"] == "draft"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a <b>c</b> d", "a c d"),
        ("x < y", "x < y"),
        ("5 &amp; 6", "5 & amp; 6"),
        ("a <script", "a < script"),
    ],
)
def test_fields_hold_no_markup(text, kept):
    assert plain(text) == kept


def photo(kind, size=(640, 480)):
    packed = io.BytesIO()
    Image.new("RGB", size, "navy").save(packed, kind)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("BMP", ".png"), ("TIFF", ".png")],
)
def test_photos_get_the_suffix_of_what_they_are(kind, suffix):
    data, found = fit(photo(kind))
    assert found == suffix
    assert Image.open(io.BytesIO(data)).size == (640, 480)


@pytest.mark.parametrize("data", [b"", b"<svg/>", photo("PNG", (20, 20)), photo("JPEG")[:400]])
def test_icons_and_damaged_photos_are_no_photos(data):
    assert fit(data) is None


def test_a_photo_is_found_beside_its_page_in_its_folder_or_below_the_root(tmp_path):
    (tmp_path / "trang_files").mkdir()
    (tmp_path / "uploads" / "2021").mkdir(parents=True)
    for name in ("trang_files/a.jpg", "uploads/2021/b c.jpg", "d.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    sources = Sources(tmp_path / "trang.html", tmp_path)
    for address, name in (
        ("trang_files/a.jpg", "trang_files/a.jpg"),
        ("http://cu.example/anh/a.jpg?w=600", "trang_files/a.jpg"),
        ("http://cu.example/uploads/2021/b%20c.jpg", "uploads/2021/b c.jpg"),
        ("./d.jpg", "d.jpg"),
    ):
        assert sources.find(Photo(address)) == name.encode()
    for address in ("../d.jpg/../../etc/passwd", "/etc/passwd", "", "http://cu.example/"):
        assert sources.find(Photo(address)) is None


def test_a_shelf_knows_what_it_holds(tmp_path):
    shelf = Shelf.look(tmp_path / "bulletins")
    path = tmp_path / "bulletins/2023/a.md"
    digest = "0123456789abcdef"
    shelf.write(
        path, f"---\n# nhập từ: cu/a.html [{digest}]\ntitle: A\nslug: b\naliases:\n  - /x\n---\n"
    )
    again = Shelf.look(tmp_path / "bulletins")
    for one in (shelf, again):
        assert one.by_digest == {digest: path}
        assert one.by_name == {"cu/a.html": path}
        assert one.aliases == {"/x"}
        assert one.free_slug("2023", "a") == "a-2"
        assert one.free_slug("2023", "b") == "b-2"
        assert one.free_slug("2024", "a") == "a"
