"""Which files a content folder may hold, by the end of their names."""

from __future__ import annotations

from typing import Final

IMAGE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif"})
DOCUMENT_SUFFIXES: Final = frozenset({".pdf", ".docx", ".xlsx", ".csv"})
MEDIA_SUFFIXES: Final = IMAGE_SUFFIXES | DOCUMENT_SUFFIXES

# The folders below the content root; a path that starts with one of them names a file, any other
# path with a leading slash a page of the site.
CONTENT_FOLDERS: Final = frozenset({"bulletins", "pages", "images"})


def suffix_of(path: str) -> str:
    """Return the lower-case suffix of a path with its dot, or "" when its name has none."""
    name = path.rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
