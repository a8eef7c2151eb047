from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.related.documents import Doc
from plugins.related.terms import BODY, MOST, SUMMARY, TITLE, TextTable, TextTerms, terms_of

SYLLABLES = st.lists(st.sampled_from(["bệnh", "viện", "phổi", "tiêm", "2023"]), max_size=30)


def syllable(text: str) -> int:
    return zlib.crc32(text.encode()) | 1


@pytest.fixture
def counts(make):
    """Return a function from a text to how often each term stands in it, by number."""

    def count(text: str = "", title: str = "", summary: str = "") -> dict[int, int]:
        found = terms_of(make("a", title=title, summary=summary, text=text))
        return dict(zip(found.terms().tolist(), found.occurrences().tolist(), strict=True))

    return count


def test_syllables_and_pairs_are_counted(counts):
    found = counts("tiêm chủng, tiêm chủng")
    assert found[syllable("tiêm")] == 2
    # tiêm, chủng, tiêm chủng, chủng tiêm: a comma divides no pair.
    assert sorted(found.values()) == [1, 2, 2, 2]


@pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", "\n"])
def test_no_pair_reaches_over_the_end_of_a_sentence_or_line(counts, end):
    assert len(counts(f"tiêm{end}chủng")) == 2


def test_the_order_of_a_pair_counts(counts):
    assert counts("bệnh nhân").keys() != counts("nhân bệnh").keys()


def test_a_number_is_one_term(counts):
    assert syllable("1.200") in counts("1.200 liều")
    assert syllable("1,5") in counts("tăng 1,5 lần.")


def test_the_title_counts_most_and_the_summary_more(counts):
    found = counts("phổi", title="tiêm", summary="chủng")
    assert found[syllable("tiêm")] == TITLE
    assert found[syllable("chủng")] == SUMMARY
    assert found[syllable("phổi")] == BODY
    assert TITLE > SUMMARY > BODY


def test_counts_end_at_what_a_byte_holds(counts):
    assert set(counts("sởi. " * 1000).values()) == {MOST}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "Uỷ ban"),
        ("SỨC KHỎE", "sức khoẻ"),
        ("Thủy", unicodedata.normalize("NFD", "Thuỷ")),
    ],
)
def test_case_composition_and_tone_style_are_merged(make, one, other):
    assert terms_of(make("a", title="", text=one)) == terms_of(make("b", title="", text=other))


def test_tones_are_not_merged(counts):
    assert counts("sởi").keys() != counts("sỏi").keys()


@pytest.mark.parametrize("text", ["", "   ", "…", "—\n—"])
def test_a_text_without_words_has_no_terms(make, text):
    found = terms_of(make("a", title="", text=text))
    assert (found.hashes, found.counts, found.shingles) == (b"", b"", b"")


@given(SYLLABLES)
def test_terms_are_ascending_and_none_comes_twice(syllables):
    found = terms_of(Doc("a", "/a/", dt.date(2020, 1, 1), "", text=" ".join(syllables)))
    for numbers in (found.terms().astype(np.int64), found.runs().astype(np.int64)):
        assert (np.diff(numbers) > 0).all()
    odd = found.terms() & 1
    assert odd.sum() == len(set(syllables))
    pairs = set(itertools.pairwise(syllables))
    assert len(odd) - odd.sum() == len(pairs)


def test_runs_are_of_five_syllables(make):
    many = terms_of(make("a", title="", text=" ".join(f"{number}" for number in range(60))))
    assert len(many.runs()) == 56


def test_a_short_body_is_told_by_its_title(make):
    body = "Chi tiết trong tệp đính kèm."
    one, other = (
        terms_of(make("a", title=title, text=body)) for title in ("Lịch trực", "Đấu thầu")
    )
    assert one.shingles != other.shingles


def test_a_long_body_is_the_same_under_another_title(make):
    body = " ".join(f"{number}" for number in range(80))
    one, other = (
        terms_of(make("a", title=title, text=body)) for title in ("Lịch trực", "Đấu thầu")
    )
    assert one.shingles == other.shingles


def test_a_text_dwells_on_what_it_repeats_or_puts_above(make):
    doc = make("a", title="Sởi", text="lao. bạch hầu. lao. dại")
    table = TextTable.of([terms_of(doc)])
    said = {
        word: terms_of(make("b", title="", text=word)).terms()[0]
        for word in ("sởi", "lao", "bạch", "dại")
    }
    dwelt = table.dwelt_on(0).tolist()
    assert [word for word, number in said.items() if int(number) in dwelt] == ["sởi", "lao"]


@given(SYLLABLES, SYLLABLES)
def test_what_is_packed_is_unpacked_unchanged(title, body):
    found = terms_of(Doc("a", "/a/", dt.date(2020, 1, 1), " ".join(title), text=" ".join(body)))
    assert TextTerms.unpacked(found.packed()) == found
