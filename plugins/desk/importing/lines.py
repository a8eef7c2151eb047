"""What a line looks like: prose, a headline, a masthead, glued titles."""

from __future__ import annotations

import re
from typing import Final

from plugins.desk.importing.blocks import Block
from plugins.vietnamese import fold

_ENDS: Final = re.compile(r"(?:[.!?…]|\./\.|[.!?…][”\"’»)\]])\s*$")
_FEWEST: Final = 12
_MANY: Final = 35
_LETTERS: Final = re.compile(r"[^\W\d_]")
_MASTHEAD: Final = re.compile(
    r"(?:so y te|bo y te|ubnd|uy ban nhan dan|tinh|thanh pho|tp|cong thong tin|trang thong tin"
    r"|cong ttdt|trang tin|trang tin dien tu"
    r"|website|trung tam y te|trung tam kiem soat|benh vien|chi cuc|cuc|vu|dang bo|cong doan"
    r"|huyen|quan|thi xa|tram y te"
    r"|cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap - tu do - hanh phuc"
    r"|ban tin|bao|van phong)\b"
)
_MOTTO: Final = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc"
    r"|dang cong san viet nam"
)
_OPENING: Final = '“"‘('
_TITLE_WORDS: Final = 4


def word_count(text: str) -> int:
    """Count the words of a text."""
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return bool(_ENDS.search(text.rstrip()))


def is_prose(block: Block) -> bool:
    """Tell a paragraph of an article from a headline, a label, a caption without full stop."""
    if block.kind not in {"paragraph", "quote", "item", "heading"}:
        return False
    words = word_count(block.text)
    many = words >= _MANY and block.kind != "heading"
    return many or (words >= _FEWEST and ends_sentence(block.text))


def is_capitals(text: str) -> bool:
    """Tell a line in capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) * 10 >= len(letters) * 9


def is_masthead(text: str) -> bool:
    """Tell a line of a site's head or of a letterhead: the name of an agency in capitals."""
    folded = fold(" ".join(text.split())).strip(" .-–|:")
    if _MOTTO.search(folded):
        return True
    return is_capitals(text) and word_count(text) <= 12 and bool(_MASTHEAD.match(folded))  # noqa: PLR2004


def is_motto(text: str) -> bool:
    """Tell the motto of the state, which no headline holds."""
    return bool(_MOTTO.search(fold(" ".join(text.split()))))


def glued_titles(text: str) -> list[str]:
    """Return the titles that a copy has glued into one line; none where it is no such line.

    A title has four words or more and no full stop at its end.
    """
    if ends_sentence(text):
        return []
    joints = [at for at in range(1, len(text) - 1) if _is_joint(text, at)]
    ends = [*joints, len(text)]
    parts = [text[a:b].strip() for a, b in zip([0, *joints], ends, strict=True)]
    if len(parts) < 2 or any(word_count(part) < _TITLE_WORDS for part in parts):  # noqa: PLR2004
        return []
    return parts


def _is_joint(text: str, at: int) -> bool:
    """Tell «…NamPhó Chủ tịch…»: a small letter, digit or closing sign, then a capital, no blank."""
    before, after = text[at - 1], text[at]
    if after in _OPENING:
        after = text[at + 1]
    closes = before.islower() or before.isdigit() or before in '”"’)?!'
    return closes and after.isupper() and text[at + 1 : at + 2].islower()
