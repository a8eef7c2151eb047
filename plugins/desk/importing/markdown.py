"""Writes blocks as the Markdown of bulletins: every word as it was, nothing read as a sign."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from plugins.desk.importing.blocks import Block, Run, text_of
from plugins.desk.importing.lines import is_prose

_SIGNS: Final = re.compile(r"([\\`*_\[\]<])")
_ENTITY: Final = re.compile(r"&(?=#?\w{1,31};)")
_LINE_START: Final = re.compile(
    r"^(?P<blank>\s*)(?P<sign>#{1,6}(?=\s|#|\w)|>|[-+](?=\s)|\||=|-{2,}|~|:)"
)
_NUMBERED: Final = re.compile(r"^(?P<number>\s*\d{1,9})(?P<dot>[.)])(?=\s)")
_TYPED_ITEM: Final = re.compile(r"^[-–+•·*●▪‣◦]\s+(?=\S)")
_RULE: Final = re.compile(r"[\s\-=*_~.…·•]{5,}")
_RUN_OF_SIGNS: Final = re.compile(r"([^\w\s.…])\1{9,}")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.I)
_LEVELS: Final = (2, 6)
_INDENT: Final = "    "


def body_of(blocks: Sequence[Block], photos: Mapping[int, str]) -> str:
    """Write a body.

    Args:
        blocks: the text.
        photos: the file name of each photo that is at hand, by the place of its block.

    Returns:
        Markdown, a line feed at its end; "" without blocks.
    """
    parts: list[str] = []
    previous = ""
    levels = _heading_levels(blocks)
    for number, block in enumerate(blocks):
        kind, text = _write(block, photos.get(number, ""), levels)
        if not text:
            continue
        tight = kind == previous == "item"
        parts.append(("\n" if tight else "\n\n") + text if parts else text)
        previous = kind
    return "".join(parts) + "\n" if parts else ""


def _write(  # noqa: PLR0911 - one for each kind
    block: Block, photo: str, levels: Mapping[int, int]
) -> tuple[str, str]:
    if block.kind == "photo":
        return "photo", _photo(block, photo) if photo else ""
    if block.kind == "table":
        return "table", _table(block)
    if _RULE.fullmatch(block.text):
        return "", ""
    if block.kind == "heading" and not is_prose(block):
        words = " ".join(_inline(_plain(block.runs)).split())
        return "heading", f"{'#' * levels.get(block.level, 2)} {words}"
    if block.kind == "item":
        sign = f"{block.number}." if block.number else "-"
        return "item", f"{_INDENT * block.level}{sign} {_lines(block.runs, safe_start=True)}"
    typed = _TYPED_ITEM.match(block.text)
    if typed and "\n" not in block.text and block.text[0] != "–":
        return "item", "- " + _lines(_cut(block.runs, typed.end()), safe_start=True)
    if block.kind == "quote":
        return "quote", "> " + _lines(block.runs).replace("\n", "\n> ")
    return "paragraph", _lines(block.runs)


def _heading_levels(blocks: Sequence[Block]) -> dict[int, int]:
    """Number the levels in use from 2 on, without a gap."""
    used = sorted({block.level for block in blocks if block.kind == "heading"})
    first, last = _LEVELS
    return {level: min(first + place, last) for place, level in enumerate(used)}


def _plain(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs without emphasis, which a heading has by itself."""
    return tuple(Run(run.text, href=run.href, script=run.script) for run in runs)


def _cut(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    first, *others = runs
    return (Run(first.text[length:], first.bold, first.italic, first.href, first.script), *others)


def _lines(runs: Sequence[Run], *, safe_start: bool = False) -> str:
    """Write runs; a line break is two blanks at the end of a line."""
    lines = _inline(runs).split("\n")
    safe = [
        line if safe_start and not number else _safe_start(line)
        for number, line in enumerate(lines)
    ]
    return "  \n".join(filter(None, (line.strip() for line in safe)))


def _safe_start(line: str) -> str:
    line = line.lstrip()
    line = _LINE_START.sub(r"\g<blank>\\\g<sign>", line)
    return _NUMBERED.sub(r"\g<number>\\\g<dot>", line)


def _inline(runs: Sequence[Run]) -> str:
    """Write runs with emphasis and links. Emphasis that covers all of a block is no emphasis."""
    whole_bold = all(run.bold for run in runs)
    whole_italic = all(run.italic for run in runs)
    parts = []
    for number, run in enumerate(runs):
        before = runs[number - 1].text[-1:] if number else ""
        behind = runs[number + 1].text[:1] if number + 1 < len(runs) else ""
        # A sign of emphasis inside a word would be read as the sign itself.
        free = not (_is_letter(before) and _is_letter(run.text[:1])) and not (
            _is_letter(run.text[-1:]) and _is_letter(behind)
        )
        bold, italic = run.bold and not whole_bold, run.italic and not whole_italic
        parts.append(_run(run, bold=bold and free, italic=italic and free))
    return "".join(parts)


def _is_letter(sign: str) -> bool:
    return sign.isalnum()


def _run(run: Run, *, bold: bool, italic: bool) -> str:  # noqa: PLR0911 - one for each look
    words = run.text.strip()
    if not words:
        return run.text
    before = run.text[: len(run.text) - len(run.text.lstrip())]
    behind = run.text[len(run.text.rstrip()) :]
    text = escaped(words)
    if "\n" in text:
        return before + text + behind  # emphasis does not reach over a line break
    if run.script:
        plain = re.sub(r"[<&]", "", words)
        return f"{before}<{run.script}>{plain}</{run.script}>{behind}"
    address = _address(run.href)
    if address:
        return (
            f"{before}[{text}](<{address}>){behind}"
            if ")" in address
            else f"{before}[{text}]({address}){behind}"
        )
    whole_words = re.match(r"\w", words) and re.search(r"\w$|[.!?…]$", words)
    if bold and whole_words:
        return f"{before}**{text}**{behind}"
    if italic and whole_words:
        return f"{before}*{text}*{behind}"
    return before + text + behind


def _address(href: str) -> str:
    """Return a link's address where it leads to another site; links of the old site are dropped."""
    if not _WEB.fullmatch(href) or len(href) > 1_000:  # noqa: PLR2004
        return ""
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return ""
    return href if host.endswith((".gov.vn", "chinhphu.vn")) else ""


def escaped(text: str) -> str:
    """Return words in which no sign means anything to Markdown."""
    text = _RUN_OF_SIGNS.sub(r"\1\1\1", text)
    return _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\1", text))


def _photo(block: Block, name: str) -> str:
    alt = escaped(block.photo.alt if block.photo else "")
    caption = block.caption.replace("\\", "").replace('"', "”")
    caption = re.sub(r"(?<!\S)”", "“", caption)
    title = f' "{caption}"' if caption else ""
    return f"![{alt}]({name}{title})"


def _table(block: Block) -> str:
    rows = [[_table_cell(cell) for cell in row] for row in block.rows]
    if not rows:
        return ""
    width = len(rows[0])
    if not all(rows[0]) and any(rows[0]):
        rows[0] = [cell or " " for cell in rows[0]]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    if len(rows) == 1:
        lines.append("|" + "  |" * width)
    return "\n".join(lines)


def _table_cell(cell: tuple[Run, ...]) -> str:
    words = " ".join(text_of(_plain(cell)).split())
    return escaped(words).replace("|", "\\|")
