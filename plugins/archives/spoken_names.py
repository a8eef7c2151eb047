"""Abbreviations in a body that are understood when they are heard.

A screen reader spells «TTYT» letter by letter, or swallows it; ``<abbr title>`` is read by few and
cannot be reached without a mouse. So the link of a unit that is named by an abbreviation says the
full name as well, and an abbreviation that the author explained carries the words with it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

# «TTYT», «BVĐK», «UBND»: capitals side by side, which no Vietnamese word has.
_CAPITALS: Final = re.compile(r"[A-ZĂÂĐÊÔƠƯ]{2,}")
_UNIT: Final = re.compile(
    r'<a class="unit-mention" href="(?P<url>[^"]*)">(?P<text>[^<]*)</a>', re.DOTALL
)
_EXPLAINED: Final = re.compile(r'<abbr title="(?P<words>[^"]+)">(?P<text>[^<]*)</abbr>', re.DOTALL)


def speak_names(body_html: str, names: Mapping[str, str]) -> str:
    """Add the full names of abbreviated units, and the words of explained abbreviations.

    Args:
        body_html: a sanitised body with the links of its units.
        names: full names of units, by the address of their pages.

    Returns:
        The body. A name in a link is added in ``aria-label``, which begins with what is seen (WCAG
        2.5.3); a word outside of links stands in the text, hidden from the eye alone.
    """

    def unit(match: re.Match[str]) -> str:
        shown, name = html.unescape(match["text"]), names.get(html.unescape(match["url"]), "")
        if not name or set(_CAPITALS.findall(shown)) <= set(_CAPITALS.findall(name)):
            return match[0]
        label = html.escape(f"{shown}, {name}")
        return match[0].replace(' href="', f' aria-label="{label}" href="', 1)

    def explained(match: re.Match[str]) -> str:
        return f'{match[0]}<span class="visually-hidden"> ({match["words"]})</span>'

    return _EXPLAINED.sub(explained, _UNIT.sub(unit, body_html))
