"""Lists of words, written as people read them: in lines of text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text, which blanks and line breaks divide."""
    return frozenset(text.split())
