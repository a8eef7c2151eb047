"""The rule on advertisements, over whole bulletins: in each place, and never twice."""

import json

import pytest
from support.content import PROJECT, bulletin
from support.gating import codes, examine_body, examine_text, facts, subject
from support.gating_files import pdf_with, photo_with, word_with

from plugins.gate.attachments.rules import media_subject
from plugins.gate.examination import find_all, subject_of
from plugins.gate.spam.rule import SpamRule
from plugins.gate.table import all_rules

RULE = SpamRule()
WORDS = "nỗ hu uy tín"


def spam(given):
    return [(hit.finding.code, *hit.piece.place(hit.finding.start)) for hit in RULE(given, facts())]


PLACES = {
    "text": (f"Mở đầu.\n\nHội nghị {WORDS} diễn ra.\n", (10, 10)),
    "alt": (f"![Đại biểu {WORDS}](a.jpg)", (8, 12)),
    "caption": (f'![Đại biểu dự họp](a.jpg "Ảnh {WORDS}")', (8, 31)),
    "link text": (f"Xem [trang {WORDS}](https://who.int/)", (8, 12)),
    "heading": (f"## Mục {WORDS}", (8, 8)),
    "table": (f"| Cột |\n| --- |\n| {WORDS} |", (10, 3)),
    "entity": ("Hội nghị n&#x1ED5; hu diễn ra", (8, 10)),
    "footnote": (f"Câu[^1].\n\n[^1]: {WORDS}", (10, 7)),
    "comment": (f"Mở.\n\n<!-- {WORDS} -->", (10, 6)),
    "code": (f"Mở `{WORDS}` đóng", (8, 4)),
    "link target": ("Xem [tệp](no-hu-uy-tin.pdf)", (8, 11)),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_phrase_is_found_in_each_place_of_a_body(place):
    body, (line, column) = PLACES[place]
    assert ("spam-phrase", line, column) in spam(subject(bulletin("Hội nghị", body=body)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kicker", WORDS),
        ("summary", WORDS),
        ("change_note", WORDS),
        ("cover_alt", WORDS),
        ("event", {"name": "Lễ", "guests": ["Ông A", WORDS]}),
        ("documents", [{"title": WORDS}]),
        ("letters", [{"name": "A", "text": WORDS}]),
        ("aliases", ["/no-hu/"]),
        ("unknown_field", WORDS),
    ],
)
def test_a_phrase_is_found_in_each_field_of_a_header(field, value):
    text = bulletin("Hội nghị", **{field: json.dumps(value, ensure_ascii=False)})
    assert "spam-phrase" in [code for code, *_ in spam(subject(text))]


def test_comments_of_a_header_are_read():
    assert spam(subject(bulletin("Hội nghị", kicker=f"Tin # {WORDS}"))) == [("spam-phrase", 6, 15)]


@pytest.mark.parametrize(
    "given",
    [
        media_subject("images/no-hu.jpg", photo_with()),
        media_subject("images/#nạp-tiền-#casino.jpg", photo_with()),
        media_subject("images/a.jpg", photo_with(description=WORDS)),
        media_subject("images/a.jpg", photo_with(xmp=WORDS)),
        media_subject("bulletins/2025/a.pdf", pdf_with(text=WORDS)),
        media_subject("bulletins/2025/a.pdf", pdf_with(title=WORDS)),
        media_subject("bulletins/2025/a.docx", word_with(text=WORDS)),
        media_subject("bulletins/2025/a.csv", f"a,b\n1,{WORDS}\n".encode()),
        subject_of("bulletins/2025/no-hu.md", "bulletin", b""),
        subject_of("units.yml", "registry", f"- id: a\n  name: {WORDS}\n".encode()),
    ],
    ids=[
        "file name",
        "hash",
        "EXIF",
        "XMP",
        "PDF",
        "PDF title",
        "Word",
        "CSV",
        "own name",
        "registry",
    ],
)
def test_files_are_read_inside_and_out(given):
    assert "spam-phrase" in [code for code, *_ in spam(given)]


@pytest.mark.parametrize(
    "given",
    [
        media_subject("bulletins/2025/a.pdf", pdf_with(link="https://go88.com/x")),
        media_subject("bulletins/2025/a.docx", word_with(link="https://go88.com/x")),
    ],
)
def test_links_in_attachments_are_judged(given):
    assert [one.code for one in find_all(given, facts(), all_rules())].count("link-spam") == 1


def test_one_phrase_is_told_once_though_the_line_is_read_twice():
    assert len(spam(subject(bulletin("Hội nghị", body=f"Hội nghị {WORDS}.")))) == 1


def test_a_report_on_crime_is_a_warning_and_an_advertisement_beside_it_an_error():
    report = (
        "Công an tỉnh khởi tố nhóm bị can tổ chức cá cược trái phép qua mạng, thu giữ nhiều máy "
        "tính và điện thoại."
    )
    assert codes(examine_body(report)) == ["spam-reported"]
    assert "spam-phrase" in codes(examine_body(f"{report}\n\n![nhà cái uy tín](a.jpg)"))
    assert "spam-phrase" in codes(examine_body("Nhà cái uy tín số 1, đăng ký ngay."))


def test_a_domain_in_a_text_is_judged_by_shape_and_list():
    def found(body):
        return [code for code in codes(examine_body(body)) if code.startswith(("spam", "domain"))]

    assert found("Theo who.int và moh.gov.vn, dịch giảm.") == []
    assert found("Truy cập go88.com để biết.") == ["spam-domain"]
    assert found("Theo trang dailynews.com, dịch giảm.") == ["domain-not-listed"]
    assert found("Theo trang tuoitre.vn, dịch giảm.") == ["domain-in-text"]


def test_a_phrase_is_found_in_the_title():
    assert spam(subject(bulletin(WORDS))) == [("spam-phrase", 2, 8), ("spam-phrase", 8, 1)]


def test_the_gates_own_lists_are_not_published():
    published = [
        *(PROJECT / "theme").rglob("*.*"),
        *(PROJECT / "content").rglob("*.md"),
    ]
    for file in published:
        if file.suffix in {".md", ".html", ".css", ".js"}:
            text = file.read_text(encoding="utf-8")
            given = subject_of(file.name, "bulletin", f"---\ntitle: a\n---\n\n{text}".encode())
            assert [c for c, *_ in spam(given) if c in {"spam-phrase", "spam-brand"}] == [], file


def test_an_unreadable_file_has_no_findings():
    assert examine_text("") == []


def test_an_advertisement_does_not_pass_as_a_report():
    text = (
        "Công an vừa khởi tố nhiều vụ, riêng nhà cái này vẫn uy tín, mời bà con tham gia ngay "
        "hôm nay để nhận thưởng."
    )
    assert codes(examine_body(text)) == ["spam-phrase"]
