"""Plain text copied from a page: one block a line, and which lines a blank one parts."""

from __future__ import annotations

from plugins.desk.importing.blocks import Block, Page, Run, cleaned
from plugins.desk.importing.old_letters import repaired
from plugins.desk.importing.saved_page import decoded


def read_plain_text(data: bytes) -> Page:
    """Read a text file.

    Returns:
        Its lines as paragraphs; a line right below another has the hint ``apart``.
    """
    # Old letters first: one of them is the soft hyphen, which cleaning takes away.
    text, converted = repaired(decoded(data))
    text = cleaned(text)
    blocks = []
    below = False
    for line in text.split("\n"):
        words = line.strip()
        if words:
            hints = frozenset({"apart"} if below else ())
            right = line.startswith((" " * 12, "\xa0" * 12, "\t\t"))
            block = Block("paragraph", (Run(words),), hints=hints)  # type: ignore[arg-type]
            blocks.append(block.hinted("right") if right else block)
        below = bool(words)
    return Page(tuple(blocks), notes=(("import-old-letters", ""),) if converted else ())
