"""Bytes become text or problems, whatever they are."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.bulletins.decoding import (
    MAX_LINE_CHARACTERS,
    MAX_MARKDOWN_BYTES,
    MAX_REPORTED,
    decode,
    megabytes,
    place_of,
    unprintable,
)

PATH = "bulletins/2025/bai.md"


def places(problems):
    return [(found.code, found.line, found.column) for found in problems]


@pytest.mark.parametrize(
    "data",
    [
        "dòng một\ndòng hai\n".encode(),
        b"\xef\xbb\xbf" + "dòng một\ndòng hai\n".encode(),
        "dòng một\r\ndòng hai\r\n".encode(),
        "dòng một\rdòng hai\r".encode(),
        unicodedata.normalize("NFD", "dòng một\ndòng hai\n").encode(),
    ],
    ids=["plain", "mark", "crlf", "lone-cr", "decomposed"],
)
def test_all_that_editors_save_reads_the_same(data):
    assert decode(data, PATH) == ("dòng một\ndòng hai\n", [])


def test_line_separators_of_unicode_become_blanks_so_that_lines_count_as_in_an_editor():
    assert decode("a\u2028b\u2029c".encode(), PATH) == ("a b c", [])


def test_what_is_not_utf8_is_told_with_its_byte_line_and_column():
    text, [found] = decode("---\ntitle: Sở".encode() + b" \xff\xfe", PATH)
    assert text is None
    assert (found.code, found.line, found.column) == ("encoding", 2, 11)
    assert f"byte thứ {4 + len('title: Sở '.encode())}" in found.message


def test_the_byte_offset_counts_the_byte_order_mark():
    _, [found] = decode(b"\xef\xbb\xbfab\xff", PATH)
    assert "byte thứ 5 " in found.message


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("TCVN3", "Së Y tÕ tØnh, B¶o Th¾ng, ®¹i héi c¸n bé".encode("latin-1")),
        ("VNI", "Sôû Y teá, caùc baïn, hoäi nghò toång keát".encode("latin-1")),
        ("windows-1258", "hô\u0323i nghi\u0323, tô\u0309ng kê\u0301t, đu\u0309".encode("cp1258")),
    ],
)
def test_a_hint_names_the_old_encoding(encoding, data):
    _, [found] = decode(data, PATH)
    assert found.code == "encoding"
    assert encoding in found.cure


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_with_and_without_its_mark(codec):
    text, [found] = decode("---\ntitle: Hoi nghi so ket\n---\n".encode(codec), PATH)
    assert (text, found.code) == (None, "encoding-utf16")


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "control-character"),
        ("\x0b", "control-character"),
        ("\x1b", "control-character"),
        ("\x7f", "control-character"),
        ("\x85", "control-character"),
        ("\ufdd0", "control-character"),
        ("\ufffc", "control-character"),
        ("\U000e0041", "control-character"),
        ("\uf0b7", "private-character"),
        ("\U000f0000", "private-character"),
        ("\U0010fffd", "private-character"),
        ("\ufffd", "replacement-character"),
    ],
)
def test_an_unprintable_character_is_told_by_line_and_column(character, code):
    text, found = decode(f"dòng một\nhai {character}x\n".encode(), PATH)
    assert text is None
    assert places(found) == [(code, 2, 5)]
    assert f"U+{ord(character):04X}" in found[0].message


def test_harmless_invisible_characters_pass():
    text = "a\u200bb\xadc\xa0d\u202ae\tf"
    assert decode(text.encode(), PATH) == (text, [])


def test_a_binary_file_gives_no_flood_of_problems():
    _, found = decode(b"\x00a" * 5 + b"\x01b\n" * 500, PATH)
    assert len(found) == MAX_REPORTED


def test_line_numbers_count_from_the_given_line():
    assert places(unprintable("a\nb\x00", PATH, first_line=10)) == [("control-character", 11, 2)]


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("Së Y tÕ tØnh B¶o Th¾ng tæ chøc héi nghÞ ®¹i biÓu", "TCVN3"),
        ("Sôû Y teá tænh toå chöùc hoäi nghò, caùc ñôn vò", "VNI"),
        ("Sá»Ÿ Y táº¿ tá»‰nh tá»• chá»©c há»™i nghá»‹", "UTF-8 đọc sai"),
    ],
)
def test_a_line_pasted_from_an_old_encoding_is_refused(line, encoding):
    text, [found] = decode(f"Dòng đúng\n{line}\n".encode(), PATH)
    assert text is None
    assert (found.code, found.line) == ("legacy-encoding", 2)
    assert encoding in found.message


@pytest.mark.parametrize(
    "line",
    [
        "ĐỒNG CHÍ TÔN THẤT TÙNG VÀ BÀ LÊ THỊ ÊM",
        "Nhiệt độ 38°C, liều 5 µg, sai số ± 2, ½ viên, «tài liệu» §5 ¶2",
        "Résumé: à la carte, naïve, Müller, Åse, São Tomé, Ærø, Øst",
        "ÔNG TOÁN, BÀ HOÀN, CÔ ÚT; ÔNG HOÃN; BÀ TOÀN",
        "ca, cà, cá, co, cò, có, to, tò, tó",
    ],
)
def test_right_words_are_never_taken_for_an_old_encoding(line):
    assert decode(line.encode(), PATH) == (line, [])


def test_size_and_line_length_are_bounded():
    assert decode(b"a\n" * (MAX_MARKDOWN_BYTES // 2), PATH)[1] == []
    text, [found] = decode(b"a\n" * (MAX_MARKDOWN_BYTES // 2) + b"a", PATH)
    assert (text, found.code) == (None, "file-too-large")
    assert decode(b"a" * MAX_LINE_CHARACTERS, PATH)[1] == []
    text, [found] = decode(b"x\n" + b"a" * (MAX_LINE_CHARACTERS + 1), PATH)
    assert (text, found.code, found.line) == (None, "line-too-long", 2)


def test_stacked_marks_are_refused_before_they_cost_minutes():
    start = time.process_time()
    text, found = decode(("a" + "\u0301\u0323" * 8_000 + "\n").encode() * 20, PATH)
    assert time.process_time() - start < 2
    assert text is None
    assert {entry.code for entry in found} == {"marks-run"}


def test_long_runs_of_symbols_are_no_marks():
    text = "🎉" * 40 + " ٩٪" * 20 + "—" * 40
    assert decode(text.encode(), PATH) == (text, [])


def test_places_and_sizes():
    assert place_of("ab\ncd", 4) == (2, 2)
    assert place_of("", 0) == (1, 1)
    assert megabytes(1_572_864) == "1,5 MB"


@given(st.binary(max_size=400))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xed\xa0\x80")
def test_any_bytes_give_text_or_problems(data):
    text, found = decode(data, PATH)
    assert (text is None) == bool(found)
    for entry in found:
        assert entry.path == PATH
        assert entry.severity == "error"
        assert entry.line >= 1


@given(st.text())
def test_decoded_text_is_composed_printable_and_stable(given_text):
    text, _ = decode(given_text.encode(), PATH)
    if text is not None:
        assert unicodedata.is_normalized("NFC", text)
        assert "\r" not in text
        assert unprintable(text, PATH) == []
        assert decode(text.encode(), PATH) == (text, [])
