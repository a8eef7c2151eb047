"""``bantin check --explain CODE``: the page of a code."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import plugins.problems
from plugins.problems import CATALOGUE

PAGES: Final = Path(plugins.problems.__file__).parent / "explanations"
OK, USAGE = 0, 2


def explain(code: str) -> int:
    """Print the page of a code; return the exit status.

    A code that has no page of its own is explained by its message and its cure.
    """
    page = PAGES / f"{code}.md"
    if code in CATALOGUE and page.is_file():
        sys.stdout.write(page.read_text(encoding="utf-8"))
        return OK
    if code in CATALOGUE:
        entry = CATALOGUE[code]
        kind = "lỗi" if entry.severity == "error" else "cảnh báo"
        sys.stdout.write(f"# {code} ({kind})\n\n{entry.message}\n\nCách sửa: {entry.cure}\n")
        return OK
    near = get_close_matches(code, CATALOGUE, n=3)
    hint = f" Có phải là: {', '.join(near)}?" if near else ""
    sys.stderr.write(f"Không có mã «{code}».{hint}\n")
    return USAGE
