import pytest

from plugins.bulletins import categories
from plugins.bulletins.categories import AWARD_STATUSES, CATEGORIES, SESSIONS, STATUSES, Vocabulary

ALL = [
    value for value in vars(categories).values() if isinstance(value, Vocabulary)
]  # fmt: skip


def test_the_categories_are_those_of_the_design():
    assert [(choice.id, choice.name) for choice in CATEGORIES.choices] == [
        ("hoi-nghi", "Hội nghị"),
        ("khen-thuong", "Khen thưởng"),
        ("thong-bao", "Thông báo"),
        ("tin-hoat-dong", "Tin hoạt động"),
    ]
    assert [choice.id for choice in STATUSES.choices] == ["published", "draft", "withdrawn"]
    assert [choice.id for choice in SESSIONS.choices] == ["sáng", "trưa", "chiều", "tối"]


@pytest.mark.parametrize("vocabulary", ALL)
def test_every_way_to_write_a_value_means_that_value(vocabulary):
    for choice in vocabulary.choices:
        for text in (choice.id, choice.name, *choice.aliases):
            assert vocabulary.find(text) is choice
            assert vocabulary.find(text.upper()) is choice


@pytest.mark.parametrize("vocabulary", ALL)
def test_no_two_values_are_written_alike(vocabulary):
    texts = [
        text
        for choice in vocabulary.choices
        for text in {choice.id.casefold(), choice.name.casefold(), *choice.aliases}
    ]
    assert len(texts) == len(set(texts))


def test_decomposed_letters_are_the_same_letters():
    assert CATEGORIES.find("Hội nghị").id == "hoi-nghi"


def test_tones_are_not_guessed():
    assert CATEGORIES.find("Hoi nghi") is None
    assert CATEGORIES.nearest("Hoi nghi").id == "hoi-nghi"
    assert SESSIONS.nearest("sang").id == "sáng"
    assert CATEGORIES.nearest("xyz") is None


def test_a_nomination_is_not_an_award():
    assert AWARD_STATUSES.find("đề nghị tặng") is not AWARD_STATUSES.find("đã tặng")
    assert AWARD_STATUSES.find("bình xét").id == "nominated"
    assert AWARD_STATUSES.find("hủy bỏ").id == "revoked"


def test_names_for_messages_show_ids_that_differ():
    assert CATEGORIES.names().startswith("«Hội nghị» (hoi-nghi), «Khen thưởng» (khen-thuong)")
    assert SESSIONS.names() == "«Sáng», «Trưa», «Chiều», «Tối»"
