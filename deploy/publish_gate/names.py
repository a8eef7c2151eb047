"""Names that come from outside, and what of them is accepted. Pure.

Everything that becomes part of a path on the server passes one of these functions first.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from publish_gate.answers import Refusal

# UTC time of the build, and the first digits of the commit (zeros: built without one).
_ID: Final = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_URL_PATH: Final = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]+/?)*")
# Nearly all paths are like this, and a manifest may have 400,000.
_PLAIN_PATH: Final = re.compile(
    r"(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*"
)
_LONGEST_PATH: Final = 1024
_LONGEST_PART: Final = 255
_HASHED: Final = re.compile(r"(?:[^/]+/)*[^/]+\.[0-9a-f]{12,64}(?=[.-])")
_COMPRESSED: Final = (".br", ".gz")
INDEX: Final = "index.html"


def checked_id(text: str) -> str:
    """Return the id of a release.

    Raises:
        Refusal: it has another form (``bad-id``).
    """
    if _ID.fullmatch(text) is None:
        raise Refusal("bad-id", "a release id looks like 20260131T101500Z-0123456789ab")
    return text


def is_id(text: str) -> bool:
    """Tell whether a name is the id of a release."""
    return _ID.fullmatch(text) is not None


def is_sha256(text: str) -> bool:
    """Tell whether a name is a hash in lower-case hexadecimal digits."""
    return _SHA256.fullmatch(text) is not None


def path_flaw(path: str) -> str | None:
    """Say what is wrong with the path of a file in a manifest; None if nothing is.

    No part may be empty, begin with a dot (``.htaccess``, ``..``) or hold a control character.
    """
    if len(path) <= _LONGEST_PART and _PLAIN_PATH.fullmatch(path):
        return None
    if len(path.encode()) > _LONGEST_PATH:
        return "too long"
    for part in path.split("/"):
        if not part or part.startswith("."):
            return "an empty part, or one that begins with a dot"
        if len(part.encode()) > _LONGEST_PART:
            return "too long"
    if "\\" in path or not path.isprintable():
        return "a backslash or a control character"
    return None


def checked_url_path(text: str) -> str:
    """Return the path of a URL as an operator names it, such as ``/ban-tin/2026/01/x/``.

    The front page has none: every page leads to it, so whatever tells of it is the whole site.

    Raises:
        Refusal: it is no plain path inside the site (``usage``).
    """
    flawed = any(part.startswith(".") for part in text.split("/"))
    front = text in {"/", f"/{INDEX}"}
    if _URL_PATH.fullmatch(text) is None or flawed or front or "//" in text:
        raise Refusal("usage", f"not a URL path of a page or file of this site: {text[:200]!r}")
    return text


def file_of_url(url: str) -> str:
    """Return the path in a release that answers a URL path: ``/a/`` is ``a/index.html``."""
    path = url.removeprefix("/")
    return path + INDEX if not path or path.endswith("/") else path


def url_of_file(path: str) -> str:
    """Return the URL path that a file of a release answers to: ``a/index.html`` is ``/a/``."""
    head, _, name = path.rpartition("/")
    return (f"/{head}/" if head else "/") if name == INDEX else f"/{path}"


def original_of(path: str) -> str:
    """Return the file of which a path is the compressed copy; other paths as they are."""
    for suffix in _COMPRESSED:
        if path.endswith(suffix):
            return path.removesuffix(suffix)
    return path


def copies_of(path: str) -> tuple[str, ...]:
    """Return the paths that a file's compressed copies have."""
    return tuple(path + suffix for suffix in _COMPRESSED)


def picture_of(path: str) -> str | None:
    """Return what all sizes of one photo have in common; None for a file that may change.

    Their names hold the hash of the photo that they are made from: ``anh/a.0123456789ab-480.jpg``
    and ``anh/a.0123456789ab-960.avif`` are both ``anh/a.0123456789ab``.
    """
    return path[: match.end()] if is_immutable(path) and (match := _HASHED.match(path)) else None


@lru_cache(maxsize=1)
def immutable_rule() -> re.Pattern[str]:
    """Return the rule that a URL path of a file that never changes fits."""
    rule = json.loads(Path(__file__).with_name("immutable.json").read_text(encoding="utf-8"))
    return re.compile(rule["pattern"])


def is_immutable(path: str) -> bool:
    """Tell whether a file of a release never changes, so that all releases share it."""
    return immutable_rule().match(f"/{path}") is not None
