"""Attachments and photos that say something: made in a test, read by the gate."""

from __future__ import annotations

import io
import zipfile
from html import escape

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)


def pdf_with(
    text: str = "",
    title: str = "",
    author: str = "",
    link: str = "",
    *,
    script: bool = False,
    embedded: bool = False,
) -> bytes:
    """Make a PDF of one page. Its font maps each letter by a ToUnicode table, as Word's do."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    if text:
        letters = sorted(set(text))
        codes = {letter: number + 1 for number, letter in enumerate(letters)}
        rows = "\n".join(
            f"<{codes[letter]:04X}> <{letter.encode('utf-16-be').hex()}>" for letter in letters
        )
        table = StreamObject()
        table.set_data(
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
                "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                f"{len(letters)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
            ).encode()
        )
        descendant = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/CIDFontType2"),
                NameObject("/BaseFont"): NameObject("/Test"),
                NameObject("/DW"): FloatObject(500),
            }
        )
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type0"),
                NameObject("/BaseFont"): NameObject("/Test"),
                NameObject("/Encoding"): NameObject("/Identity-H"),
                NameObject("/DescendantFonts"): ArrayObject([writer._add_object(descendant)]),
                NameObject("/ToUnicode"): writer._add_object(table),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = StreamObject()
        shown = "".join(f"{codes[letter]:04X}" for letter in text)
        content.set_data(f"BT /F1 12 Tf 10 100 Td <{shown}> Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    if link:
        action = DictionaryObject(
            {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(link)}
        )
        annotation = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([FloatObject(number) for number in (0, 0, 9, 9)]),
                NameObject("/A"): action,
            }
        )
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    information = {"/Title": title, "/Author": author}
    writer.add_metadata({name: value for name, value in information.items() if value})
    if script:
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {
                NameObject("/S"): NameObject("/JavaScript"),
                NameObject("/JS"): TextStringObject("app.alert('hello');"),
            }
        )
    if embedded:
        writer.add_attachment("a.exe", b"MZ")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def photo_with(
    description: str = "",
    xmp: str = "",
    *,
    located: bool = False,
    size: tuple[int, int] = (800, 600),
) -> bytes:
    """Make a JPEG with metadata."""
    photo = Image.new("RGB", size, "white")
    exif = Image.Exif()
    if description:
        exif[0x010E] = description.encode()
    if located:
        exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 30.0), 3: "E", 4: (105.0, 50.0, 0.0)})
    more = {}
    if xmp:
        packet = (
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>'
            f"<dc:title>{escape(xmp)}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
        )
        more["xmp"] = packet.encode()
    buffer = io.BytesIO()
    photo.save(buffer, "JPEG", exif=exif, **more)
    return buffer.getvalue()


def word_with(text: str = "Nội dung", author: str = "", link: str = "", *, part: str = "") -> bytes:
    """Make a Word file; ``part`` is the name of a further part in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:document>",
        )
        if author:
            archive.writestr(
                "docProps/core.xml", f"<cp:p><dc:creator>{escape(author)}</dc:creator></cp:p>"
            )
        if link:
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships><Relationship Id="r1" Target="{escape(link)}" '
                'TargetMode="External"/></Relationships>',
            )
        if part:
            archive.writestr(part, b"data")
    return buffer.getvalue()
