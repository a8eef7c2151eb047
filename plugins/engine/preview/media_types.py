"""What kind of thing a file is, by its suffix, as servers tell it to browsers."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Said here, because the system's own table differs from machine to machine.
_TYPES: Final = MappingProxyType(
    {
        ".avif": "image/avif",
        ".css": "text/css",
        ".csv": "text/csv",
        ".gif": "image/gif",
        ".html": "text/html",
        ".ico": "image/vnd.microsoft.icon",
        ".ics": "text/calendar",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".js": "text/javascript",
        ".json": "application/json",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }
)
_TEXTS: Final = frozenset({"application/json", "application/manifest+json", "application/xml"})


def media_type(suffix: str) -> str:
    """Return the type of files with a suffix, such as ``".css"``; that of any bytes for others."""
    return _TYPES.get(suffix, "application/octet-stream")


def is_text(kind: str) -> bool:
    """Tell whether files of a type are text, which has an encoding and is worth compressing."""
    return kind.startswith("text/") or kind in _TEXTS or kind == "image/svg+xml"


def content_type(kind: str) -> str:
    """Return the value of the header ``Content-Type`` for a type; all of our text is UTF-8."""
    charset = kind.startswith("text/") or kind in _TEXTS
    return f"{kind}; charset=utf-8" if charset else kind
