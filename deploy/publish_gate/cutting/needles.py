"""How a mention of a page is recognised: by its address, and by its title. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# A shorter title may stand in a page for another reason ("Thông báo").
_LEAST_TITLE: Final = 12
_H1: Final = re.compile(rb"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>")
# Behind it an address goes on, so it is another page's.
_GOES_ON: Final = rb"(?:/?index\.html|/)?(?![A-Za-z0-9._~%/-])"


@dataclass(frozen=True, slots=True)
class Needles:
    """What may not stand in any file.

    Attributes:
        addresses: pattern of the pages' URL paths, as bytes.
        titles: their titles, as HTML, as XML, in JSON and as plain text.
    """

    addresses: re.Pattern[bytes]
    titles: frozenset[bytes]

    @classmethod
    def of(cls, urls: Iterable[str], titles: Iterable[str] = ()) -> Needles:
        """Make needles from URL paths and from titles in plain text."""
        any_of = b"|".join(re.escape(url.rstrip("/").encode()) for url in sorted(set(urls)))
        forms = {
            form.encode()
            for title in titles
            if len(title) >= _LEAST_TITLE
            for form in (
                title,
                html.escape(title),
                html.escape(title, quote=False),
                json.dumps(title, ensure_ascii=False)[1:-1],
                json.dumps(title)[1:-1],
            )
        }
        return cls(re.compile(b"(?:" + any_of + b")" + _GOES_ON), frozenset(forms))

    def address_in(self, data: bytes) -> bool:
        """Tell whether an address of the pages stands in some bytes."""
        return self.addresses.search(data) is not None

    def found_in(self, data: bytes) -> bool:
        """Tell whether an address or a title of the pages stands in some bytes."""
        return self.address_in(data) or any(title in data for title in self.titles)

    def in_text(self, text: str) -> bool:
        """Tell the same of a text."""
        return self.found_in(text.encode())


def title_of(page: bytes) -> str | None:
    """Return the text of a page's main heading, None if it has none."""
    match = _H1.search(page)
    if match is None:
        return None
    text = html.unescape(_TAG.sub("", match[1].decode(errors="replace")))
    return " ".join(text.split()) or None
