"""What the page needs around plain blocks: figures, galleries, tables that scroll, headings.

Works on the tree of a body before it is written.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from plugins.bulletins.inline import MARK_ATTRIBUTE
from plugins.bulletins.marks import Marks, Photo

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGNED: Final[Mapping[str, str]] = {"right": "cell-right", "center": "cell-center"}


def dress(root: etree.Element, marks: Marks) -> None:
    """Dress a tree in place.

    * A photo alone in a paragraph becomes a figure; its title, if any, the caption.
    * Two and more photos that follow one another, in one paragraph or in several, become a gallery:
      a list of figures, in rows of two; of an odd number the first takes a row of its own.
    * A table gets a frame that scrolls sideways on a phone and can be reached by keyboard; its
      header cells say what they head.
    * ``h1`` is the page's own title, so a body's headings begin with ``h2``; and none skips a
      level, which would leave a hole in the outline that screen readers offer.
    """
    level = 1
    for heading in root.iter():
        if heading.tag in _HEADINGS:
            level = min(max(int(heading.tag[1]), 2), level + 1)
            heading.tag = f"h{level}"
    tables = 0
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            if child.tag == "p" and len(child) == 1 and child[0].tag == "table":
                only = child[0]
                if not (child.text or "").strip() and not (only.tail or "").strip():
                    tables += 1
                    parent[position] = _framed(only, tables)
            elif child.tag == "table" and parent.get("class") != "table-scroll":
                tables += 1
                parent[position] = _framed(child, tables)
        if any(_photos(child) for child in parent):
            _show_photos(parent, marks)


def _show_photos(parent: etree.Element, marks: Marks) -> None:
    """Replace the paragraphs of a parent that hold nothing but photos."""
    blocks = list(parent)
    for block in blocks:
        parent.remove(block)
    for is_photos, run in groupby(blocks, key=lambda block: bool(_photos(block))):
        if not is_photos:
            parent.extend(run)
            continue
        paragraphs = list(run)
        images = [image for paragraph in paragraphs for image in _photos(paragraph)]
        shown = _figure(images[0], marks) if len(images) == 1 else _gallery(images, marks)
        shown.tail = paragraphs[-1].tail
        parent.append(shown)


def _photos(block: etree.Element) -> list[etree.Element]:
    """Return the photos of a paragraph that holds nothing else; none of any other block."""
    if block.tag != "p" or (block.text or "").strip():
        return []
    if any(child.tag not in {"img", "br"} or (child.tail or "").strip() for child in block):
        return []
    return [child for child in block if child.tag == "img"]


def _gallery(images: Sequence[etree.Element], marks: Marks) -> etree.Element:
    # The role is for Safari, which takes a list without bullets for none.
    gallery = etree.Element("ul", {"class": "gallery", "role": "list"})
    for position, image in enumerate(images):
        item = etree.SubElement(gallery, "li")
        if position == 0 and len(images) % 2:
            item.set("class", "gallery__wide")
        item.append(_figure(image, marks))
    return gallery


def _figure(image: etree.Element, marks: Marks) -> etree.Element:
    figure = etree.Element("figure")
    image.tail = None
    figure.append(image)
    mark = marks.get(image.attrib[MARK_ATTRIBUTE])
    if isinstance(mark, Photo) and mark.image.caption:
        caption = etree.SubElement(figure, "figcaption")
        caption.text = mark.image.caption
    return figure


def _framed(table: etree.Element, number: int) -> etree.Element:
    frame = etree.Element("div", {"class": "table-scroll", "role": "region", "tabindex": "0"})
    frame.set("aria-label", f"Bảng {number}")
    table.tail = None
    frame.append(table)
    for row_number, row in enumerate(table.iter("tr")):
        only_headers = all(cell.tag == "th" for cell in row)
        for cell in row:
            if cell.tag == "th":
                cell.set("scope", "col" if only_headers and row_number == 0 else "row")
            align = _ALIGNED.get(cell.attrib.pop("align", ""))
            if align:
                cell.set("class", align)
    return frame
