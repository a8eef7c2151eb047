"""Every rule of the table fires where it should, and is silent beside it.

Rules of the language are tested so with the examples of their own pages
(tests/gate/language/test_explanations.py), those of names in test_names_rule.py.
"""

import io

import pytest
from pypdf import PdfWriter
from support.content import bulletin
from support.gating import facts, subject
from support.gating_files import pdf_with, photo_with, word_with

from plugins.gate.attachments.pdf import MAX_PAGES
from plugins.gate.attachments.rules import media_subject
from plugins.gate.examination import find_all
from plugins.gate.language import names_rule
from plugins.gate.language import rules as language
from plugins.gate.table import all_rules, codes

RULES = all_rules()
ALT = "Đại biểu dự hội nghị"
STORY = "Công an đã khởi tố nhóm đối tượng tổ chức trò chơi {} và khuyến cáo người dân tránh xa."


def body(text):
    return subject(bulletin("Hội nghị giao ban quý I", body=text))


def file(name, data):
    return media_subject(f"bulletins/2025/{name}", data)


def long_pdf(pages):

    writer = PdfWriter()
    writer.append(io.BytesIO(pdf_with(text="Nội dung")))
    for _ in range(pages - 1):
        writer.add_blank_page(300, 300)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


# For each code: what it fires at, and the like of it at which it is silent.
CASES = {
    "spam-phrase": (body("Tham gia nỗ hu ngay."), body("Khi nó hư thì thay.")),
    "spam-brand": (body("Tham gia Go88 ngay."), body("Đã có 188 ca ở QL88, mã F99.")),
    "spam-domain": (body("Vào taixiu.vn nhé."), body("Vào who.int nhé.")),
    "spam-doubtful": (body("Đá gà uy tín."), body("Công ty Xổ số kiến thiết ủng hộ.")),
    "spam-reported": (body(STORY.format("tài xỉu")), body(STORY.format("cờ tướng"))),
    "domain-not-listed": (
        body("Theo Ancestry.com, số ca giảm."),
        body("Theo who.int, số ca giảm."),
    ),
    "domain-in-text": (body("Theo tuoitre.vn, số ca giảm."), body("Theo moh.gov.vn, số ca giảm.")),
    "link-domain": (body("[Xem](https://example.org)"), body("[Xem](https://moh.gov.vn)")),
    "link-spam": (body("[Xem](https://kubet.com)"), body("[Xem](https://who.int)")),
    "link-shortener": (body("[Xem](https://bit.ly/a)"), body("[Xem](https://who.int/bit.ly)")),
    "link-bare-ip": (body("[Xem](http://8.8.8.8)"), body("[Xem](https://who.int/8.8.8.8)")),
    "link-punycode": (body("[Xem](https://xn--a.com)"), body("[Xem](https://who.int/xn--a)")),
    "link-redirect": (
        body("[Xem](https://who.int/?u=https://a.org)"),
        body("[Xem](https://who.int/?u=abc)"),
    ),
    "hidden-sign": (body("Hội ng\u200bhị họp."), body("Hội \u200bnghị họp.")),
    "lookalike-letter": (body("Bệnh νiện họp."), body("Kháng thể TNFα.")),
    "direction-sign": (body("abc\u202edef"), body("abc def")),
    "private-phone": (body("Gọi 0912345678."), body("Gọi 19009095 hoặc 02438234567.")),
    "private-email": (body("Thư an@gmail.com."), body("Thư soyte@hanoi.gov.vn.")),
    "private-identity": (body("CCCD 001085012345."), body("Mã hồ sơ 123456789.")),
    "private-birthday": (body("Bà sinh ngày 15/02/1987."), body("Bà sinh năm 1987.")),
    "private-account": (body("STK 1903344556 của chị Hoa."), body("STK 1903344556 của Quỹ A.")),
    "private-patient": (
        body("Bệnh nhân Nguyễn Văn An mắc lao."),
        body("Bệnh nhân N.V.A mắc lao."),
    ),
    "photo-alt-missing": (body("![](a.jpg)"), body(f"![{ALT}](a.jpg)")),
    "photo-alt-short": (body("![Đại biểu](a.jpg)"), body(f"![{ALT}](a.jpg)")),
    "photo-alt-file-name": (body("![IMG_0012](a.jpg)"), body(f"![{ALT}](a.jpg)")),
    "photo-alt-repeated": (
        body(f"![{ALT}](a.jpg)\n\n![{ALT}](b.jpg)"),
        body(f"![{ALT}](a.jpg)\n\n![{ALT} tỉnh](b.jpg)"),
    ),
    "photo-alt-caption": (
        body(f'![{ALT}](a.jpg "{ALT}.")'),
        body(f'![{ALT}](a.jpg "Quang cảnh hội nghị.")'),
    ),
    "photo-gps": (file("a.jpg", photo_with(located=True)), file("a.jpg", photo_with())),
    "photo-small": (file("a.jpg", photo_with(size=(300, 200))), file("a.jpg", photo_with())),
    "attachment-active": (
        file("a.pdf", pdf_with(text="Nội dung", script=True)),
        file("a.pdf", pdf_with(text="Nội dung")),
    ),
    "attachment-author": (file("a.docx", word_with(author="Văn An")), file("a.docx", word_with())),
    "attachment-no-text": (file("a.pdf", pdf_with()), file("a.pdf", pdf_with(text="Nội dung"))),
    "attachment-unreadable": (file("a.docx", b"PK\x03\x04"), file("a.docx", word_with())),
    "attachment-long": (file("a.pdf", long_pdf(MAX_PAGES + 1)), file("a.pdf", long_pdf(2))),
}


def test_every_rule_has_a_case_here_or_among_those_of_the_language():
    assert codes(RULES) == {*CASES, *language.CODES, *names_rule.CODES}


@pytest.mark.parametrize("code", CASES)
def test_it_fires_where_it_should_and_is_silent_beside(code):
    wrong, right = CASES[code]
    assert code in {one.code for one in find_all(wrong, facts(), RULES)}
    assert [one.code for one in find_all(right, facts(), RULES)] == []
