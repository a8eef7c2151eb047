"""The summary of a body that has none of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

SUMMARY_LENGTH = 300
BYLINE_SYLLABLES = 8

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_NOTE_MARK = re.compile(r"<sup\b[^>]*>\s*<a\b.*?</sup>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"[.!?…][”\"»)]?(?=\s|$)")
_CAPTION = re.compile(
    r"(?:\(?\s*)?(?:Ảnh|Hình|Hình ảnh|Ảnh minh họa|Ảnh minh hoạ)\s*:", re.IGNORECASE
)
_FOOTNOTES = '<div class="footnote'


def summarise(body_html: str) -> str:
    """Make a summary of a body: its first paragraph, cut at a sentence.

    A paragraph that is wholly emphasised or begins with «Ảnh:» is a caption typed as text, and a
    last short line without a full stop is a byline; neither is a summary.

    Args:
        body_html: the sanitised HTML of a body.

    Returns:
        Plain text of at most 300 characters, cut at a sentence end, else at a word end with «…»;
        empty when the body has no paragraph of prose.
    """
    paragraphs = _paragraphs(body_html)
    first = next(paragraphs, None)
    while first is not None:
        text, caption = first
        following = next(paragraphs, None)
        if text and not caption and not (following is None and _is_byline(text)):
            return _cut(text)
        first = following
    return ""


def _is_byline(text: str) -> bool:
    """Tell whether a paragraph is short enough for a byline and does not end as a sentence does."""
    syllables = text.split()
    return 0 < len(syllables) <= BYLINE_SYLLABLES and text[-1] not in ".!?…:;,"


def _paragraphs(body_html: str) -> Iterator[tuple[str, bool]]:
    end = body_html.find(_FOOTNOTES)
    for match in _PARAGRAPH.finditer(body_html, 0, len(body_html) if end < 0 else end):
        text = _plain(match[1])
        emphasised = match[1].startswith("<em>") and match[1].endswith("</em>")
        whole = emphasised and match[1].count("<em>") == 1
        yield text, whole or _CAPTION.match(text) is not None


def _plain(inner: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", _NOTE_MARK.sub("", inner))).split())


def _cut(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, SUMMARY_LENGTH + 1)]
    ends = [end for end in ends if end <= SUMMARY_LENGTH]
    if ends:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, SUMMARY_LENGTH)
    return text[: cut if cut > 0 else SUMMARY_LENGTH - 1].rstrip(" ,;:-–") + "…"
