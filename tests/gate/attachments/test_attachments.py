"""Attachments and photos: what they say, hide and do."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from support.gating import codes, facts
from support.gating_files import pdf_with, photo_with, word_with

from plugins.gate.attachments.office import read_office
from plugins.gate.attachments.pdf import read_pdf
from plugins.gate.attachments.rules import media_subject
from plugins.gate.examination import find_all
from plugins.gate.table import all_rules

RULES = all_rules()


def found(path, data):
    return codes(find_all(media_subject(path, data), facts(), RULES))


def texts(path, data):
    return {(piece.kind, piece.text) for piece in media_subject(path, data).pieces}


def test_a_pdf_gives_its_words_properties_and_links():
    data = pdf_with(text="Quyết định khen thưởng", title="Quyết định", link="https://who.int/x")
    assert {
        ("attachment", "Quyết định khen thưởng"),
        ("metadata", "Quyết định"),
        ("link-target", "https://who.int/x"),
    } <= texts("bulletins/2025/a.pdf", data)
    assert found("bulletins/2025/a.pdf", data) == []


def test_a_scanned_pdf_is_told():
    assert found("bulletins/2025/a.pdf", pdf_with()) == ["attachment-no-text"]


@pytest.mark.parametrize("more", [{"script": True}, {"embedded": True}])
def test_a_pdf_that_acts_or_carries_files_is_an_error(more):
    assert found("bulletins/2025/a.pdf", pdf_with(text="Nội dung", **more)) == ["attachment-active"]


def test_who_typed_a_file_is_told():
    assert found("bulletins/2025/a.pdf", pdf_with(text="Nội dung", author="Nguyễn Văn An")) == [
        "attachment-author"
    ]
    assert found("bulletins/2025/a.docx", word_with(author="Nguyễn Văn An")) == [
        "attachment-author"
    ]


def test_a_locked_or_damaged_file_is_told():
    writer = PdfWriter()
    writer.add_blank_page(9, 9)
    writer.encrypt("mật khẩu")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert found("bulletins/2025/a.pdf", buffer.getvalue()) == ["attachment-unreadable"]
    assert found("bulletins/2025/a.pdf", b"%PDF-1.7 nothing") == ["attachment-unreadable"]
    assert found("bulletins/2025/a.docx", b"PK\x03\x04 nothing") == ["attachment-unreadable"]


def test_a_word_file_gives_its_words_and_links():
    data = word_with(text="Danh sách khen thưởng", link="https://example.org/")
    assert ("attachment", "Danh sách khen thưởng") in texts("bulletins/2025/a.docx", data)
    assert found("bulletins/2025/a.docx", data) == ["link-domain"]


def test_a_word_file_with_macros_is_an_error():
    data = word_with(part="word/vbaProject.bin")
    assert read_office(data).active == ("word/vbaProject.bin",)
    assert found("bulletins/2025/a.docx", data) == ["attachment-active"]


def test_a_table_of_text_is_read_line_by_line():
    data = "Họ tên,Điện thoại\nA,0912345678\n".encode()
    (one,) = find_all(media_subject("bulletins/2025/a.csv", data), facts(), RULES)
    assert (one.code, one.line, one.column) == ("private-phone", 2, 3)


def test_a_photo_that_says_where_it_was_taken_is_an_error():
    assert found("images/a.jpg", photo_with(located=True)) == ["photo-gps"]
    assert found("images/a.jpg", photo_with()) == []


def test_a_small_photo_is_told():
    photo = photo_with(size=(300, 200))
    (one,) = find_all(media_subject("bulletins/2024/a.jpg", photo), facts(), RULES)
    assert (one.code, one.values["text"]) == ("photo-small", "300×200")


def test_an_emblem_may_be_small():
    assert find_all(media_subject("images/a.jpg", photo_with(size=(64, 48))), facts(), RULES) == []


def test_words_in_the_data_of_a_photo_are_read():
    data = photo_with(description="Hội nghị tổng kết", xmp="Ảnh của phòng")
    assert {("metadata", "Hội nghị tổng kết"), ("metadata", "Ảnh của phòng")} <= texts(
        "images/a.jpg", data
    )


def test_comments_and_png_texts_are_read():
    info = PngInfo()
    info.add_text("Comment", "lời ghi")
    buffer = io.BytesIO()
    Image.new("RGB", (600, 400)).save(buffer, "PNG", pnginfo=info)
    assert ("metadata", "lời ghi") in texts("images/a.png", buffer.getvalue())


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_any_bytes_are_read(data):
    for suffix in ("pdf", "docx", "jpg", "csv", "heic"):
        media_subject(f"images/a.{suffix}", data)
    assert read_pdf(b"%PDF-1.4\n" + data).damaged in {True, False}
