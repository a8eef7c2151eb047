"""The Vietnamese order (research note 3.3; CLDR collation table ``vi``)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import (
    Tone,
    merge_tone_style,
    person_sort_key,
    sort_key,
    split_tone,
    strip_tones,
)

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

# Sixty pairs, each in its right order, made by hand.
PAIRS = [
    # Letters come first, and a hat makes another letter.
    ("an", "ăn"),
    ("ăn", "ân"),
    ("az", "ăn"),
    ("ăz", "ân"),
    ("âm", "ba"),
    ("áo", "cắt"),
    ("da", "đa"),
    ("dz", "đa"),
    ("Đa", "e"),
    ("Dung", "Đan"),
    ("em", "êm"),
    ("ez", "êm"),
    ("êm", "ga"),
    ("on", "ôn"),
    ("ôn", "ơn"),
    ("oz", "ôn"),
    ("ôz", "ơn"),
    ("ơn", "pa"),
    ("un", "ưn"),
    ("uy", "ưa"),
    ("ưu", "va"),
    ("z", "я"),
    # The tones in their order, only where all letters agree.
    ("ba", "bà"),
    ("bà", "bả"),
    ("bả", "bã"),
    ("bã", "bá"),
    ("bá", "bạ"),
    ("cả", "cá"),
    ("bạ", "bac"),
    ("bạ", "bă"),
    ("hậu", "hầy"),
    ("tế", "tên"),
    ("sởi", "sợi"),
    ("sỏi", "sởi"),
    ("Cúm", "Cụm"),
    ("Hùng", "Hưng"),
    ("mạ", "man"),
    ("quý", "quỵ"),
    ("ý", "ỵ"),
    # Tone style does not part one word.
    ("hoà", "hóa"),
    ("hòa", "hoá"),
    ("hòa bình", "hoà hợp"),
    ("hoà bình", "hòa hợp"),
    ("thủy", "thuý"),
    # Case decides last.
    ("sở", "Sở"),
    ("Sở", "sớ"),
    ("y tế", "Y tế"),
    ("ĐA KHOA", "đa khoan"),
    ("An", "àn"),
    # Digraphs are two letters each.
    ("cao", "cha"),
    ("cha", "cô"),
    ("nga", "nhà"),
    ("nhà", "ni"),
    ("tha", "ti"),
    # Blanks, punctuation and digits come before letters.
    ("an ninh", "anh"),
    ("Bệnh viện Phổi", "Bệnh viện Y học"),
    ("Sở Y tế", "Sở Y-tế"),
    ("Trạm 2", "Trạm A"),
    ("- hết", "1 ca"),
    ("", "a"),
]


def test_there_are_sixty_pairs() -> None:
    assert len(set(PAIRS)) == 60


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_hard_pairs_stand_in_order(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(second)
    assert not sort_key(second) < sort_key(first)


def test_a_list_is_sorted_as_a_dictionary_has_it() -> None:
    in_order = "ác ai ăn âm ba bà bả bã bá bạ bao cá cắt dân đa em êm on ôn ơn um ưng y ý"
    by_code_point = sorted(in_order.split())

    assert " ".join(sorted(by_code_point, key=sort_key)) == in_order


def test_decomposed_text_sorts_like_composed_text() -> None:
    for first, second in PAIRS:
        assert sort_key(unicodedata.normalize("NFD", first)) == sort_key(first)
        assert sort_key(unicodedata.normalize("NFD", second)) == sort_key(second)


def test_foreign_marks_come_after_tones() -> None:
    assert sorted(["ü", "ụ", "u", "ư"], key=sort_key) == ["u", "ụ", "ü", "ư"]


LETTERS = "aAàÀáạăằâậdDđĐeêoôơuưyỳýhoà -1\u0301\u0323"
TEXT = st.text() | st.text(alphabet=LETTERS)


@pytest.mark.parametrize("key", [sort_key, person_sort_key])
@given(first=TEXT, second=TEXT)
def test_equal_keys_mean_equal_nfc_texts(key, first: str, second: str) -> None:
    same = unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)

    assert (key(first) == key(second)) is same
    assert (key(first) < key(second)) + (key(second) < key(first)) == (not same)


@pytest.mark.parametrize("key", [sort_key, person_sort_key])
@given(texts=st.lists(TEXT, max_size=6), seed=st.randoms())
def test_the_order_does_not_hang_on_the_order_before(key, texts: list[str], seed) -> None:
    texts = [unicodedata.normalize("NFC", text) for text in texts]
    shuffled = texts.copy()
    seed.shuffle(shuffled)

    assert sorted(shuffled, key=key) == sorted(texts, key=key)


def test_all_syllables_sort_by_the_alphabet_and_then_by_tone(
    valid_syllables: frozenset[str],
) -> None:
    def letters_then_tones(word: str) -> tuple[list[int], list[Tone]]:
        letters = [ALPHABET.index(letter) for letter in strip_tones(word)]
        return letters, [split_tone(letter)[1] for letter in word]

    one_style = {merge_tone_style(word) for word in valid_syllables}

    assert sorted(one_style, key=sort_key) == sorted(one_style, key=letters_then_tones)


# Synthetic names, in order: given name, then surname, then middle names.
PEOPLE = [
    "Trần An",
    "Lê Thị Ánh",
    "Đỗ Văn Ân",
    "Lê Thị Dung",
    "Trần Dung",
    "Phan Minh Đan",
    "Phạm Minh Đức",
    "Lê Hà",
    "Lê Thị Hà",
    "Lê Văn Hà",
    "Nguyễn Hà",
    "Lê Hạ",
    "Nguyễn Hoà",
    "Phạm Hòa",
    "Trần Hoà",
    "Nguyễn Văn Hùng",
    "Nguyễn Văn Hưng",
    "Nguyễn Ý",
]


def test_people_sort_by_given_name_surname_and_middle_names() -> None:
    shuffled = PEOPLE[::-2] + PEOPLE[::2]

    assert sorted(shuffled, key=person_sort_key) == PEOPLE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", "Hà"),
        ("Hà", "Lê Hà"),  # no surname comes before any surname
        ("MINH HIỀN", "Văn Hiền"),  # case does not part a given name
        ("Văn Hiền", "MINH HIỂN"),
        ("Lê Hà", "Lê  Hà Anh".replace("Anh", "Hạ")),
    ],
)
def test_odd_names_have_a_place(first: str, second: str) -> None:
    assert person_sort_key(first) < person_sort_key(second)
