from __future__ import annotations

import gzip
import random

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.compression import compressed_copies

PAGE = "<p>Sở Y tế tổ chức hội nghị tổng kết.</p>\n".encode() * 100


def test_a_page_gets_two_copies_that_hold_its_bytes():
    copies = compressed_copies("ban-tin/index.html", PAGE)
    assert brotli.decompress(copies.pop("ban-tin/index.html.br")) == PAGE
    assert gzip.decompress(copies.pop("ban-tin/index.html.gz")) == PAGE
    assert copies == {}


@pytest.mark.parametrize(
    "name", ["a/a.jpg", "a/a.webp", "a/a.pdf", "a/a.docx", "tim-kiem/a.bin", "MANIFEST"]
)
def test_what_is_compressed_already_gets_none(name):
    assert compressed_copies(name, PAGE) == {}


def test_a_small_file_gets_none():
    assert compressed_copies("a/index.html", PAGE[:400]) == {}


def test_a_copy_that_saves_nothing_is_left_out():
    noise = random.Random(1).randbytes(4000)
    assert compressed_copies("tim-kiem/a.json", noise) == {}


def test_assets_are_compressed_as_far_as_can_be():
    text = "".join(random.Random(2).choices("abcdefgh ", k=20_000)).encode()
    page = compressed_copies("a.css", text)["a.css.br"]
    asset = compressed_copies("theme/a.css", text)["theme/a.css.br"]
    assert len(asset) < len(page)


def test_the_gzip_header_holds_no_time():
    assert compressed_copies("a.html", PAGE)["a.html.gz"][4:8] == bytes(4)


@given(st.binary(max_size=3000))
def test_any_bytes_come_back(data):
    for name, copy in compressed_copies("a.json", data).items():
        back = brotli.decompress(copy) if name.endswith(".br") else gzip.decompress(copy)
        assert back == data
        assert len(copy) < len(data)
