"""Advertisements in every corner of a file: none of them is passed over."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from support.gating import codes, facts
from support.gating_files import pdf_with, word_with

from plugins.gate.attachments.office import MAX_NESTED, read_office
from plugins.gate.attachments.pdf import MAX_PAGES
from plugins.gate.attachments.rules import media_subject
from plugins.gate.examination import find_all, subject_of
from plugins.gate.table import all_rules

RULES = all_rules()
WORDS = "nổ hũ"
SITE = "https://kubet.com/x"
BODY = "<w:document><w:body>{}</w:body></w:document>"


def found(path, data):
    return codes(find_all(media_subject(path, data), facts(), RULES))


def archive_of(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word(body="", **parts):
    return archive_of(**{"word/document.xml": BODY.format(body), **parts})


WORD_PLACES = {
    "behind a line break": "<w:p><w:r><w:t>họp</w:t><w:br/><w:t>nổ hũ</w:t></w:r></w:p>",
    "letter by letter": "<w:p><w:r><w:t>n</w:t></w:r><w:b/><w:t>ổ h</w:t><w:t>ũ</w:t></w:p>",
    "as data": "<w:p><w:t><![CDATA[nổ hũ]]></w:t></w:p>",
    "deleted": "<w:p><w:delText>nổ hũ</w:delText></w:p>",
    "with another prefix": "<x:p><x:r><x:t>nổ hũ</x:t></x:r></x:p>",
    "described": '<w:p><wp:docPr id="1" descr="nổ hũ"/></w:p>',
    "in a tip": '<w:p><w:hyperlink w:tooltip="nổ hũ"/></w:p>',
}


@pytest.mark.parametrize("place", WORD_PLACES)
def test_words_in_a_word_file_are_found(place):
    assert "spam-phrase" in found("bulletins/2025/a.docx", word(WORD_PLACES[place]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("word/charts/chart1.xml", "<c:chart><a:p><a:t>nổ hũ</a:t></a:p></c:chart>"),
        ("word/glossary/document.xml", BODY.format("<w:p><w:t>nổ hũ</w:t></w:p>")),
        ("docProps/custom.xml", "<p><property><vt:lpwstr>nổ hũ</vt:lpwstr></property></p>"),
        ("docProps/custom.xml", '<p><property name="nổ hũ"/></p>'),
        ("word/embeddings/bang.xlsx", word_with(WORDS)),
        (
            "word/comments.xml",
            f'<?xml version="1.0" encoding="UTF-16"?><w:t>{WORDS}</w:t>'.encode("utf-16"),
        ),
    ],
)
def test_words_in_other_parts_are_found(name, text):
    assert "spam-phrase" in found("bulletins/2025/a.docx", word(**{name: text}))


@pytest.mark.parametrize(
    "field",
    [
        f'<w:instrText> HYPERLINK "{SITE}" </w:instrText>',
        f'<w:instrText> HYPER</w:instrText></w:r><w:r><w:instrText>LINK "{SITE}"</w:instrText>',
        f'<w:fldSimple w:instr=" HYPERLINK &quot;{SITE}&quot; "/>',
    ],
)
def test_links_in_fields_are_found(field):
    assert "link-spam" in found("bulletins/2025/a.docx", word(f"<w:p><w:r>{field}</w:r></w:p>"))


def test_a_field_that_starts_a_program_is_told():
    field = "<w:p><w:instrText>DDEAUTO c:\\windows\\cmd.exe</w:instrText></w:p>"
    assert "attachment-active" in found("bulletins/2025/a.docx", word(field))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/sharedStrings.xml", "<sst><si><t>nổ hũ</t></si></sst>"),
        (
            "xl/worksheets/sheet1.xml",
            "<s><row><c><is><t>a</t></is></c><c><is><t>nổ hũ</t></is></c></row></s>",
        ),
        ("xl/worksheets/sheet1.xml", "<s><row><c><v>nổ hũ</v></c></row></s>"),
        ("xl/worksheets/sheet1.xml", "<s><oddHeader>nổ hũ</oddHeader></s>"),
        ("xl/workbook.xml", '<w><sheets><sheet name="nổ hũ"/></sheets></w>'),
        ("xl/drawings/drawing1.xml", "<d><a:p><a:r><a:t>nổ hũ</a:t></a:r></a:p></d>"),
        ("xl/threadedComments/threadedComment1.xml", "<c><text>nổ hũ</text></c>"),
    ],
)
def test_words_in_a_table_file_are_found(name, text):
    assert "spam-phrase" in found("bulletins/2025/a.xlsx", archive_of(**{name: text}))


def test_links_in_formulas_are_found():
    sheet = f'<s><row><c><f>HYPERLINK("{SITE}","x")</f><v>x</v></c></row></s>'
    assert "link-spam" in found(
        "bulletins/2025/a.xlsx", archive_of(**{"xl/worksheets/sheet1.xml": sheet})
    )


def test_a_document_type_which_may_hide_words_is_told():
    text = '<!DOCTYPE w [<!ENTITY a "nổ hũ">]><w><t>&a;</t></w>'
    assert found("bulletins/2025/a.docx", archive_of(**{"word/document.xml": text})) == [
        "attachment-unreadable"
    ]


def test_files_in_files_in_files_are_told():
    data = word_with("Nội dung")
    for _ in range(MAX_NESTED + 1):
        data = word(**{"word/embeddings/a.docx": data})
    assert not read_office(data).whole
    assert found("bulletins/2025/a.docx", data) == ["attachment-long"]


def saved(writer):
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def a_pdf():
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf_with(text="Quyết định")))
    return writer


def bookmark(writer):
    writer.add_outline_item(title=WORDS, page_number=0)


def note(writer):
    writer.add_annotation(0, FreeText(text=WORDS, rect=(0, 0, 9, 9)))


def property_of_its_own(writer):
    writer.add_metadata({"/Ghi chu": WORDS})


def link_that_opens_with_the_file(writer):
    action = {
        NameObject("/S"): NameObject("/URI"),
        NameObject("/URI"): TextStringObject(SITE),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def link_to_a_file_elsewhere(writer):
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=SITE))
    action = writer.pages[0]["/Annots"][-1].get_object()["/A"]
    action[NameObject("/S")] = NameObject("/GoToR")
    action[NameObject("/F")] = TextStringObject(SITE)
    del action["/URI"]


@pytest.mark.parametrize("put", [bookmark, note, property_of_its_own])
def test_words_besides_the_pages_of_a_pdf_are_found(put):
    writer = a_pdf()
    put(writer)
    assert found("bulletins/2025/a.pdf", saved(writer)) == ["spam-phrase"]


@pytest.mark.parametrize("put", [link_that_opens_with_the_file, link_to_a_file_elsewhere])
def test_links_besides_those_of_the_text_are_found(put):
    writer = a_pdf()
    put(writer)
    assert found("bulletins/2025/a.pdf", saved(writer)) == ["link-spam"]


def test_a_long_pdf_is_told_and_its_last_links_are_read():
    writer = a_pdf()
    for _ in range(MAX_PAGES):
        writer.add_blank_page(300, 300)
    assert found("bulletins/2025/a.pdf", saved(writer)) == ["attachment-long"]
    writer.add_annotation(MAX_PAGES, Link(rect=(0, 0, 9, 9), url=SITE))
    assert "link-spam" in found("bulletins/2025/a.pdf", saved(writer))


def photo(exif=None):
    buffer = io.BytesIO()
    Image.new("RGB", (600, 400)).save(buffer, "JPEG", exif=Image.Exif() if exif is None else exif)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "comment",
    [
        b"ASCII\0\0\0nohu",
        b"UNICODE\0" + WORDS.encode("utf-16-le"),
        b"UNICODE\0" + WORDS.encode("utf-16-be"),
        b"\0\0\0\0\0\0\0\0" + WORDS.encode(),
    ],
)
def test_the_comment_of_a_camera_is_read(comment):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = comment
    assert found("bulletins/2025/a.jpg", photo(exif)) == ["spam-phrase"]


def test_the_caption_of_a_press_photo_is_read():
    words = WORDS.encode()
    record = b"\x1c\x02\x78" + len(words).to_bytes(2, "big") + words
    block = (
        b"8BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record + b"\0" * (len(record) % 2)
    )
    segment = b"Photoshop 3.0\0" + block
    plain = photo()
    data = plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + plain[2:]
    assert found("bulletins/2025/a.jpg", data) == ["spam-phrase"]


def test_the_folders_of_a_file_are_read():
    assert found("bulletins/2025/nohu/a.jpg", photo()) == ["spam-phrase"]
    told = find_all(subject_of("bulletins/2025/nohu/a.md", "bulletin", b""), facts(), RULES)
    assert codes(told) == ["spam-phrase"]
