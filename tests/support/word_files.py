"""Word files as Word saves them, written part by part: enough OOXML for what tests need."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>"""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, *, bold: bool = False, italic: bool = False, font: str = "") -> str:
    """Return a run; a line feed in the text is a line break."""
    properties = ""
    if font:
        properties += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    properties += "<w:b/>" if bold else ""
    properties += "<w:i/>" if italic else ""
    texts = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(texts)}</w:r>"


def paragraph(*runs: str, style: str = "", align: str = "", item: bool = False) -> str:
    """Return a paragraph of runs or plain texts; ``item`` makes it one of a numbered list."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def inserted(*runs: str) -> str:
    """Return runs that somebody added with tracked changes on."""
    return (
        f'<w:ins w:id="1" w:author="Biên tập" w:date="2024-01-02T08:00:00Z">{"".join(runs)}</w:ins>'
    )


def deleted(text: str) -> str:
    """Return words that somebody struck out with tracked changes on."""
    return (
        '<w:del w:id="2" w:author="Biên tập" w:date="2024-01-02T08:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


def commented(inner: str) -> str:
    """Return runs to which the comment of the file belongs."""
    return (
        f'<w:commentRangeStart w:id="0"/>{inner}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )


def table(*rows: list[str]) -> str:
    """Return a table of plain cells; a cell that begins with a tag is taken as it is."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    grid = "".join("<w:gridCol/>" for _ in rows[0])
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    """Return a text box as Word 2010 and later saves it: twice, for itself and for older ones."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def columns(count: int) -> str:
    """Return the properties of a section that is set in columns."""
    return f'<w:sectPr><w:cols w:num="{count}" w:space="720"/></w:sectPr>'


@dataclass
class WordFile:
    """A Word file to be: its blocks in order, its photos, its one comment, its page header."""

    blocks: list[str] = field(default_factory=list)
    comment: str = ""
    header: str = ""
    _photos: list[bytes] = field(default_factory=list)

    def photo(self, colour: str, alt: str = "") -> str:
        """Return the run of a photo; photos of different colours are different files."""
        packed = io.BytesIO()
        Image.new("RGB", (640, 480), colour).save(packed, "JPEG")
        self._photos.append(packed.getvalue())
        number = len(self._photos)
        return (
            f'<w:r><w:drawing><wp:inline><wp:extent cx="6096000" cy="4572000"/>'
            f'<wp:docPr id="{number}" name="Picture {number}" descr="{escape(alt)}"/>'
            f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdP{number}"/>'
            "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def save(self, path: Path) -> Path:
        """Write the file; the same blocks give the same bytes."""
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
            "word/document.xml": f"{_HEAD}<w:document {_NAMESPACES}><w:body>{''.join(self.blocks)}"
            "</w:body></w:document>",
            "word/styles.xml": f"{_HEAD}<w:styles {_NAMESPACES}>{_STYLES}</w:styles>",
            "word/numbering.xml": f"{_HEAD}<w:numbering {_NAMESPACES}>"
            '<w:abstractNum w:abstractNumId="0">'
            '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
            "word/comments.xml": f"{_HEAD}<w:comments {_NAMESPACES}>"
            '<w:comment w:id="0" w:author="Biên tập">'
            f"{paragraph(self.comment)}</w:comment></w:comments>",
            "word/header1.xml": f"{_HEAD}<w:hdr {_NAMESPACES}>{paragraph(self.header)}</w:hdr>",
            "word/_rels/document.xml.rels": self._document_relations(),
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(zipfile.ZipInfo(name), text)
            for number, photo in enumerate(self._photos, start=1):
                archive.writestr(zipfile.ZipInfo(f"word/media/image{number}.jpeg"), photo)
        return path

    def _document_relations(self) -> str:
        parts = [
            ("rIdS", "styles", "styles.xml"),
            ("rIdN", "numbering", "numbering.xml"),
            ("rIdC", "comments", "comments.xml"),
            ("rIdH", "header", "header1.xml"),
        ]
        photos = range(1, len(self._photos) + 1)
        parts += [(f"rIdP{number}", "image", f"media/image{number}.jpeg") for number in photos]
        return _relations(parts)

    @staticmethod
    def _content_types() -> str:
        main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        names = ("document", "styles", "numbering", "comments")
        kinds = {f"/word/{name}.xml": f"{main}.{name}+xml" for name in names}
        kinds["/word/document.xml"] = f"{main}.document.main+xml"
        kinds["/word/header1.xml"] = f"{main}.header+xml"
        overrides = "".join(
            f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items()
        )
        return (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="jpeg" ContentType="image/jpeg"/>{overrides}</Types>'
        )


def _relations(parts: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, kind, target in parts
    )
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )
