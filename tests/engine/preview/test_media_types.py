"""The types of files that a server tells to browsers."""

from __future__ import annotations

import pytest

from plugins.engine.preview.media_types import content_type, is_text, media_type


@pytest.mark.parametrize(
    ("suffix", "header"),
    [
        (".html", "text/html; charset=utf-8"),
        (".json", "application/json; charset=utf-8"),
        (".svg", "image/svg+xml"),
        (".webp", "image/webp"),
        (".pf_index", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_the_header_of_a_file(suffix, header):
    assert content_type(media_type(suffix)) == header


def test_what_is_text():
    suffixes = (".html", ".js", ".json", ".svg", ".jpg", ".woff2", ".bin")
    assert {suffix for suffix in suffixes if is_text(media_type(suffix))} == {
        ".html",
        ".js",
        ".json",
        ".svg",
    }
