"""Compressed copies beside the files of a public site, for servers that send them as they are.

nginx's ``gzip_static`` and ``brotli_static`` look for ``page.html.gz`` and ``page.html.br``. Made
at build time they cost the server nothing, and the manifest vouches for them.
"""

from __future__ import annotations

import zlib
from pathlib import PurePosixPath
from typing import Final

import brotli

from plugins.engine.assets import FOLDER as ASSETS

# What photos and office files are made of is compressed already; so, nearly, are the postings of
# the search index (.bin, thousands of files), which lose a tenth.
_TEXT: Final = frozenset(
    (".html", ".css", ".js", ".json", ".xml", ".atom", ".svg", ".txt", ".ics", ".csv")
)
# Below it a copy saves no packet of the network.
_LEAST_BYTES: Final = 512
_WORTH: Final = 0.95
# Measured on pages of 8 KB: level 11 takes 9 ms, level 5 takes 0.3 and loses a tenth. Assets are
# few and stay for years.
_PAGE_LEVEL: Final = 5
_ASSET_LEVEL: Final = 11
_GZIP_LEVEL: Final = 9
# A gzip header without name and time, so that equal bytes give equal copies.
_GZIP_WINDOW: Final = 31


def is_text(path: str) -> bool:
    """Tell whether a file is of a kind that compression makes smaller."""
    return PurePosixPath(path).suffix in _TEXT


def compressed_copies(path: str, data: bytes) -> dict[str, bytes]:
    """Return the compressed copies of a file that are worth sending, by their paths.

    Args:
        path: of the file in the output folder.
        data: its bytes.
    """
    if not is_text(path) or len(data) < _LEAST_BYTES:
        return {}
    is_asset = PurePosixPath(path).parts[0] == ASSETS
    copies = {
        f"{path}.br": brotli.compress(data, quality=_ASSET_LEVEL if is_asset else _PAGE_LEVEL),
        f"{path}.gz": _gzip(data),
    }
    return {name: copy for name, copy in copies.items() if len(copy) <= len(data) * _WORTH}


def _gzip(data: bytes) -> bytes:
    compressor = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
    return compressor.compress(data) + compressor.flush()
