"""Photos and attachments are what their names say, and not too large."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support.photos import exif, moving, png_header, written

from plugins.bulletins import media
from plugins.bulletins.media import MediaFile, document_url, inspect
from plugins.problems import errors


def picture(kind="JPEG", size=(40, 30), **options):
    return written(Image.new("RGB", size, "teal"), kind, **options)


def office(*names, content=b"<x/>"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, content)
    return data.getvalue()


def look(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    return inspect(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "data", "kind", "size"),
    [
        ("a.jpg", picture(), "image", (40, 30)),
        ("a.JPEG", picture(), "image", (40, 30)),
        ("a.png", picture("PNG"), "image", (40, 30)),
        ("a.webp", picture("WEBP"), "image", (40, 30)),
        ("a.gif", picture("GIF"), "image", (40, 30)),
        ("a.heic", picture("HEIF", (64, 48)), "image", (64, 48)),
        ("a.HEIF", picture("HEIF", (64, 48)), "image", (64, 48)),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "document", (0, 0)),
        ("a.docx", office("word/document.xml"), "document", (0, 0)),
        ("a.xlsx", office("xl/workbook.xml"), "document", (0, 0)),
        ("a.csv", "tên,số\nA,1\n".encode(), "document", (0, 0)),
    ],
)
def test_a_right_file_is_described(tmp_path, name, data, kind, size):
    file, problems = look(tmp_path, name, data)
    assert problems == []
    assert (file.path, file.kind, file.size) == (name, kind, len(data))
    assert (file.width, file.height) == size
    assert len(file.sha256) == 64


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.heic", "HEIF")])
def test_the_turn_of_a_camera_is_applied(tmp_path, name, kind):
    file, _ = look(tmp_path, name, picture(kind, (64, 48), exif=exif(6).tobytes()))
    assert (file.width, file.height) == (48, 64)


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_of_a_moving_picture_staff_are_told_what_will_show(tmp_path, name, kind):
    file, [found] = look(tmp_path, name, moving(kind))
    assert (found.code, found.severity) == ("image-moving", "warning")
    assert (file.width, file.height) == (120, 80)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "media-empty"),
        ("a.jpg", b"<html>", "media-mismatch"),
        ("a.jpg", picture("PNG"), "media-mismatch"),
        ("a.png", picture(), "media-mismatch"),
        ("a.webp", b"RIFF0000WAVE", "media-mismatch"),
        ("a.heic", picture(), "media-mismatch"),
        ("a.gif", picture(), "media-mismatch"),
        ("a.heic", picture("HEIF")[:60], "image-unreadable"),
        ("a.pdf", b"MZ\x90\x00", "media-mismatch"),
        ("a.pdf", b"junk %PDF-1.7", "media-mismatch"),
        ("a.docx", picture(), "media-mismatch"),
        ("a.docx", office("xl/workbook.xml"), "media-mismatch"),
        ("a.xlsx", office("word/document.xml"), "media-mismatch"),
        ("a.csv", b"a\0b", "media-mismatch"),
        ("a.csv", "tên".encode("utf-16"), "csv-encoding"),
        ("a.jpg", b"\xff\xd8\xff\xe0 cut short", "image-unreadable"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image-unreadable"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBP", "image-unreadable"),
        ("a.png", png_header(8_000, 5_001), "image-too-many-pixels"),
        ("a.png", png_header(60_000, 60_000), "image-too-many-pixels"),
        ("a.docx", b"PK\x03\x04 cut short", "document-unreadable"),
        ("a.docx", office("word/document.xml", "word/vbaProject.bin"), "document-macros"),
        ("a.xlsx", office("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "document-macros"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "document-encrypted"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, name, data, code):
    file, [found] = look(tmp_path, name, data)
    assert file is None
    assert (found.path, found.code, found.severity) == (name, code, "error")


def test_sizes_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(media, "MAX_IMAGE_BYTES", 2_000)
    monkeypatch.setattr(media, "MAX_DOCUMENT_BYTES", 3_000)
    assert look(tmp_path, "a.jpg", picture().ljust(2_000, b"\0"))[1] == []
    assert look(tmp_path, "a.jpg", picture().ljust(2_001, b"\0"))[1][0].code == "file-too-large"
    assert look(tmp_path, "a.pdf", b"%PDF-".ljust(3_000))[1] == []
    assert look(tmp_path, "a.pdf", b"%PDF-".ljust(3_001))[1][0].code == "file-too-large"


def test_the_caps_are_those_of_the_house():
    assert (media.MAX_IMAGE_BYTES, media.MAX_DOCUMENT_BYTES) == (15 * 2**20, 25 * 2**20)
    assert media.MAX_IMAGE_PIXELS == 40_000_000


def test_a_file_that_unpacks_to_very_much_is_refused(tmp_path, monkeypatch):
    data = office("word/document.xml", content=b"\0" * 100_000)
    assert look(tmp_path, "a.docx", data)[1] == []
    monkeypatch.setattr(media, "MAX_UNPACKED_BYTES", 150_000)
    assert look(tmp_path, "a.docx", data)[1][0].code == "archive-bomb"


def test_a_locked_part_is_refused(tmp_path):
    data = bytearray(office("word/document.xml"))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert look(tmp_path, "a.docx", bytes(data))[1][0].code == "document-encrypted"


def test_a_file_that_went_away_or_became_a_symlink_is_not_read(tmp_path):
    assert inspect(tmp_path, "a.jpg")[1][0].code == "unreadable"
    (tmp_path / "b.jpg").symlink_to("/etc/passwd")
    assert inspect(tmp_path, "b.jpg")[1][0].code == "unreadable"


def test_an_address_is_plain_and_holds_the_content():
    path = "bulletins/2025/Kế hoạch 5.2.pdf"
    file = MediaFile(path, 1, "0123456789abcdef" * 4, "document")
    assert document_url(file) == "/tep/ke-hoach-5-2.0123456789ab.pdf"


GOOD = {
    ".jpg": picture(),
    ".png": picture("PNG"),
    ".webp": picture("WEBP"),
    ".gif": picture("GIF"),
    ".heic": picture("HEIF"),
    ".docx": office("word/a"),
}


@given(
    suffix=st.sampled_from(sorted(GOOD)),
    keep=st.integers(0, 400),
    tail=st.binary(max_size=60),
    at=st.integers(0, 300),
    change=st.binary(max_size=8),
)
def test_damaged_files_give_problems_and_no_exception(
    tmp_path_factory, suffix, keep, tail, at, change
):
    data = bytearray(GOOD[suffix][:keep] + tail)
    data[at : at + len(change)] = change
    folder = tmp_path_factory.mktemp("media")
    file, problems = look(folder, f"a{suffix}", bytes(data))
    assert (file is None) == bool(errors(problems))
