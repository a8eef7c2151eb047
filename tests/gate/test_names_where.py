"""Every place of a name."""

import pytest

from plugins.gate.names_where import find_name
from plugins.gate.pieces import Piece
from plugins.gate.rules import Subject


def places(name, *texts):
    pieces = tuple(Piece("line", text, ((0, number, 1),)) for number, text in enumerate(texts, 1))
    hits = find_name(name, [Subject("a.md", "bulletin", pieces)])
    return [(hit.line, hit.column, hit.near) for hit in hits]


def test_case_blanks_and_tone_style_do_not_count():
    texts = ("TRẦN VĂN HÒA dự", "ông Trần  Văn Hoà", "khác")
    assert places("Trần Văn Hòa", *texts) == [(1, 1, False), (2, 5, False)]


def test_a_slip_is_shown_and_marked():
    assert places("Trần Văn Hòa", "ông Trần Văn Hóa dự") == [(1, 5, True)]


@pytest.mark.parametrize("text", ["Trần Văn Hải", "Trần, và Văn Hòa", "trần vằn hòa"])
def test_other_names_are_not(text):
    assert not places("Trần Văn Hòa", text)


def test_a_place_is_told_once():
    piece = Piece("paragraph", "Sở Y tế", ((0, 3, 7),))
    found = find_name("sở y tế", [Subject("a.md", "page", (piece, piece))])
    (hit,) = found
    assert (hit.path, hit.line, hit.column, hit.text) == ("a.md", 3, 7, "Sở Y tế")


def test_nothing_is_nowhere():
    assert not places(" - ", "Sở Y tế")
