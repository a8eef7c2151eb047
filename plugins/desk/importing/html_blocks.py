"""From HTML to blocks: words with their look, photos, lists, tables; no attribute survives."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from plugins.desk.importing.blocks import Block, Hint, Photo, Run, cleaned, text_of, trimmed
from plugins.desk.importing.tags import attribute, class_names

_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
     "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_SKIPPED: Final = frozenset(
    ["head", "script", "style", "template", "title", "noscript", "meta", "link", "col"]
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STYLED: Final = re.compile(
    r"(?P<bold>font-weight\s*:\s*(?:bold|[6-9]00))|(?P<italic>font-style\s*:\s*italic)"
    r"|text-align\s*:\s*(?:-webkit-)?(?P<align>center|right)"
    r"|(?P<normal>font-weight\s*:\s*(?:normal|[1-4]00))",
    re.I,
)
_CLASSES: Final[tuple[tuple[Hint, re.Pattern[str]], ...]] = (
    ("caption", re.compile(r"caption|chu-?thich|ghi-?chu-?anh|img-?desc|photo-?desc"
                           r"|desc-?img", re.I)),
    ("sapo", re.compile(r"\bsapo|chapeau|hometext|\blead\b|trich-?dan|tom-?tat"
                        r"|news-?desc|intro-?text|abstract", re.I)),
    ("byline", re.compile(r"byline|\bauthor|tac-?gia|but-?danh|writer", re.I)),
    ("date", re.compile(r"date|\btime|ngay-?|thoi-?gian|publish|post-?on", re.I)),
    ("source", re.compile(r"\bsource|nguon-?tin|\bnguon\b", re.I)),
    ("kicker", re.compile(r"kicker|supertitle|sub-?head-?top|tieu-?de-?tren", re.I)),
)  # fmt: skip
_FIGURE: Final = re.compile(r"caption|figure|photo|image|anh")
_LAZY: Final = ("data-original", "data-src", "data-lazy-src", "data-srcset", "src", "srcset")
_DATA: Final = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.+)", re.S | re.I)
_NUMBERS: Final = re.compile(r"(?:width|height)\s*[:=]\s*[\"']?(\d+)", re.I)
_CAPTION_WORDS: Final = 60
_ICON: Final = 60
_TRACKER: Final = 3
# Word's conditional markup, typed out by an editor that escaped it.
_VML: Final = re.compile(r"\[if [^\]]*\]>.*?<!\[endif\]", re.S)
_CONDITION: Final = re.compile(r"<?!?-*\[(?:if [^\]]*|endif)\]-*>?")
_MARKUP: Final = re.compile(r"\s*<(?:div|p|img|figure|table|span)\b.*>\s*", re.S | re.I)


@dataclass(frozen=True, slots=True)
class _Look:
    """How words look at a place of the tree."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    script: str = ""
    heading: int = 0
    quote: bool = False
    depth: int = -1
    number: int = 0
    hints: frozenset[Hint] = frozenset()


def blocks_of(node: Tag) -> list[Block]:
    """Return the blocks of an element, in reading order.

    Args:
        node: an element from which chrome is gone already.
    """
    walker = _Walker()
    walker.walk(node, _Look())
    walker.end()
    return [block for found in walker.blocks for block in _unescaped(found)]


def blocks_of_markup(markup: str) -> list[Block]:
    """Return the blocks of a piece of HTML, such as the body of a post in a data base."""
    return blocks_of(BeautifulSoup(markup, "html.parser"))


def is_pixel(tag: Tag) -> bool:
    """Tell a counter's picture: one or two pixels wide or high."""
    return any(size < _TRACKER for size in _sizes(tag))


def _unescaped(block: Block) -> Iterator[Block]:
    """Read a block whose words are HTML themselves: somebody pasted code into an editor."""
    if block.kind == "paragraph" and _MARKUP.fullmatch(block.text):
        yield from blocks_of_markup(block.text)
    else:
        yield block


def _sizes(tag: Tag) -> list[int]:
    text = " ".join(f'{name}="{tag.get(name, "")}"' for name in ("width", "height"))
    return [int(size) for size in _NUMBERS.findall(f"{text} {tag.get('style', '')}")]


def _classes(tag: Tag) -> str:
    return f"{class_names(tag)} {attribute(tag, 'itemprop')}"


class _Walker:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._look = _Look()

    def walk(self, node: PageElement, look: _Look) -> None:
        if isinstance(node, NavigableString):
            if not isinstance(node, Comment | PreformattedString):
                self._words(str(node), look)
            return
        if not isinstance(node, Tag) or node.name in _SKIPPED or "hidden" in node.attrs:
            return
        if node.name == "br":
            self._add(Run("\n"), look)
        elif node.name == "img":
            self._photo(node)
        elif node.name == "table":
            self._table(node, look)
        elif node.name in {"ul", "ol"}:
            self._list(node, look)
        elif node.name in _BLOCKS:
            self.end()
            first = len(self.blocks)
            self._children(node, self._styled(node, look))
            self.end()
            self._mark_figure(node, first)
        else:
            self._children(node, self._styled(node, look))

    def end(self) -> None:
        """End the block that is open; two line breaks in a row part paragraphs."""
        runs, look = self._runs, self._look
        self._runs = []
        for part in _parts(runs):
            found = trimmed(part)
            if not text_of(found):
                continue
            hints = set(look.hints)
            if all(run.bold for run in found):
                hints.add("bold")
            if all(run.italic for run in found):
                hints.add("italic")
            kind, level = "paragraph", 0
            if look.depth >= 0:
                kind, level = "item", look.depth
            elif look.heading:
                kind, level = "heading", look.heading
            elif look.quote:
                kind = "quote"
            self.blocks.append(
                Block(kind, found, level, look.number, hints=frozenset(hints))  # type: ignore[arg-type]
            )

    def _children(self, node: Tag, look: _Look) -> None:
        for child in node.children:
            self.walk(child, look)

    def _add(self, run: Run, look: _Look) -> None:
        if not self._runs:
            self._look = look
        self._runs.append(run)

    def _words(self, text: str, look: _Look) -> None:
        words = _CONDITION.sub("", _VML.sub("", cleaned(text)))
        words = re.sub(r"\s+", " ", words)
        if words:
            self._add(Run(words, look.bold, look.italic, look.href, look.script), look)

    def _styled(self, tag: Tag, look: _Look) -> _Look:
        """Return the look inside a tag."""
        name, hints = tag.name, set(look.hints)
        bold, italic, href = look.bold, look.italic, look.href
        if name in {"b", "strong", "th"}:
            bold = True
        elif name in {"i", "em", "cite"}:
            italic = True
        elif name == "a" and tag.get("href"):
            href = str(tag["href"]).strip()
        if name == "center":
            hints.add("centred")
        if name == "figcaption":
            hints.add("caption")
        alignment = f"text-align:{tag.get('align', '')};{tag.get('style', '')}"
        for match in _STYLED.finditer(alignment):
            bold = (bold or bool(match["bold"])) and not match["normal"]
            italic = italic or bool(match["italic"])
            if match["align"]:
                hints.add("centred" if match["align"].lower() == "center" else "right")
        classes = _classes(tag)
        if re.search(r"\b(?:text-center|align-?center)\b", classes):
            hints.add("centred")
        if re.search(r"\b(?:text-right|text-end|align-?right)\b", classes):
            hints.add("right")
        for hint, pattern in _CLASSES:
            if pattern.search(classes):
                hints.add(hint)
        heading = int(name[1]) if name in _HEADINGS else look.heading
        script = name if name in {"sub", "sup"} else look.script
        quote = look.quote or name == "blockquote"
        return replace(
            look, bold=bold, italic=italic, href=href, script=script, heading=heading,
            quote=quote, hints=frozenset(hints),
        )  # fmt: skip

    def _list(self, node: Tag, look: _Look) -> None:
        self.end()
        start = attribute(node, "start")
        number = int(start) if start.isdecimal() else 1
        for child in node.children:
            if isinstance(child, Tag) and child.name == "li":
                inside = replace(
                    self._styled(child, self._styled(node, look)),
                    depth=look.depth + 1,
                    number=number if node.name == "ol" else 0,
                )
                self._children(child, inside)
                self.end()
                number += 1
            else:
                self.walk(child, replace(look, depth=look.depth + 1))
        self.end()

    def _photo(self, tag: Tag) -> None:
        if is_pixel(tag) or ((sizes := _sizes(tag)) and max(sizes) < _ICON):
            return
        address = next((str(tag[name]) for name in _LAZY if str(tag.get(name) or "").strip()), "")
        address = address.strip().split(" ")[0] if "srcset" in address else address.strip()
        packed = _DATA.fullmatch(address)
        data = b""
        if packed:
            try:
                data, address = base64.b64decode(packed["data"]), ""
            except (binascii.Error, ValueError):
                return
        self.end()
        alt = " ".join(cleaned(str(tag.get("alt") or "")).split())
        if address or data:
            self.blocks.append(Block("photo", photo=Photo(address, alt, data)))

    def _mark_figure(self, node: Tag, first: int) -> None:
        """Words that share a figure, or a small box, with a photo stand beside it."""
        if node.name == "figure" or _FIGURE.search(_classes(node)):
            self._mark_beside(first)

    def _mark_beside(self, first: int) -> None:
        self.blocks[first:] = beside_photos(self.blocks[first:])

    def _table(self, node: Tag, look: _Look) -> None:
        self.end()
        rows = [row for row in node.find_all("tr") if row.find_parent("table") is node]
        cells = [
            [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
            for row in rows
        ]
        if _is_data(node, cells):
            self.blocks.append(Block("table", rows=_grid(cells, self._styled(node, look))))
            return
        caption = node.find("caption")
        first = len(self.blocks)
        for part in ([caption] if isinstance(caption, Tag) else []) + [c for r in cells for c in r]:
            self._children(part, self._styled(part, replace(look, heading=0)))
            self.end()
        self._mark_beside(first)


def beside_photos(blocks: Sequence[Block]) -> list[Block]:
    """Mark the words that share a small box with photos: no more lines than photos, none long."""
    photos = sum(block.kind == "photo" for block in blocks)
    words = [block for block in blocks if block.kind != "photo"]
    short = all(len(block.text.split()) <= _CAPTION_WORDS for block in words)
    if not photos or len(words) > photos or not short:
        return list(blocks)
    return [block if block.kind == "photo" else block.hinted("beside") for block in blocks]


def _parts(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Part runs where two line breaks stand with nothing between them."""
    part: list[Run] = []
    breaks = 0
    for run in runs:
        if run.text == "\n":
            breaks += 1
            part.append(run)
        elif run.text.strip():
            if breaks > 1:
                yield part
                part = []
            breaks = 0
            part.append(run)
        else:
            part.append(run)
    yield part


def _is_data(table: Tag, cells: list[list[Tag]]) -> bool:
    """Tell a table of data from one that only arranges a page: a photo and its caption."""
    full = [row for row in cells if row]
    if len(full) < 2 or max(map(len, full)) < 2:  # noqa: PLR2004
        return False
    if table.find("img") or table.find("table"):
        return False
    lengths = [len(cell.get_text(" ", strip=True)) for row in full for cell in row]
    return max(lengths) < 1_500  # noqa: PLR2004


def _grid(cells: list[list[Tag]], look: _Look) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """Return the cells of a table, one for each place: a merged cell leaves its others empty."""
    taken: dict[tuple[int, int], tuple[Run, ...]] = {}
    for y, row in enumerate(cells):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for dy in range(down):
                for dx in range(across):
                    taken.setdefault((y + dy, x + dx), ())
            taken[y, x] = _cell(cell, look)
            x += across
    width = max((x for _, x in taken), default=-1) + 1
    rows = (tuple(taken.get((y, x), ()) for x in range(width)) for y in range(len(cells)))
    return tuple(row for row in rows if any(map(text_of, row)))


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1")
    return min(max(int(text), 1), 50) if text.isdecimal() else 1


def _cell(cell: Tag, look: _Look) -> tuple[Run, ...]:
    walker = _Walker()
    bold = look.bold or cell.name == "th"
    for child in cell.children:
        walker.walk(child, replace(look, bold=bold))
    walker.end()
    runs: list[Run] = []
    for block in walker.blocks:
        runs += [Run("\n"), *block.runs] if runs else block.runs
    return trimmed(runs)
