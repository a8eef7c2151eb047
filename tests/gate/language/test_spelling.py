"""Misplaced marks, impossible syllables, glued words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gate.language.rules import LanguageRule


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("đạt kết qủa tốt", "mark-misplaced", "quả"),
        ("theo gìơ hành chính", "mark-misplaced", "giờ"),
        ("Đảng Cộng sản Việt NamPhó Chủ tịch", "words-glued", "Nam Phó"),
        ("vụ XuânVĩnh Phúc", "words-glued", "Xuân Vĩnh"),
        ("thị trấn vừađúng lúc", "words-glued", "vừa đúng"),
    ],
)
def test_it_is_told_with_its_cure(cures, text, code, cure):
    assert (code, cure) in cures(text)


@pytest.mark.parametrize("word", ["nhièu", "đươc", "uôốg", "viêc", "nghịêp"])
def test_no_syllable_of_vietnamese(found, word):
    codes = {code for code, printed in found(f"chúng tôi {word} làm") if word in printed}
    assert codes & {"syllable-invalid", "mark-misplaced", "word-slip"}


def test_the_neighbours_tell_what_was_meant(rule):
    (hit,) = rule.check("có nhièu người dân đến")
    assert hit.code in {"syllable-invalid", "word-slip"}


@pytest.mark.parametrize(
    "text",
    [
        "xe ôtô, bêtông, vắcxin và axít",
        "tỉnh Đắk Lắk, huyện Krông Búk, xã Ea Hiu",
        "thuốc paracetamol, kháng sinh amoxicillin, COVID-19, HIV/AIDS, BHYT",
        "gửi phongchong@example.gov.vn, xem https://example.gov.vn/tin?x=đươc #chungtayđươc",
        "nhà khoa học Modrić và bà José Müller",
        "TRUNG TÂM Y TẾ HUYỆN",
        "hoà bình, hòa bình, khoẻ mạnh, khỏe mạnh",
        "ca sĩ YouTube, iPhone, mRNA, pH",
    ],
)
def test_foreign_words_names_and_addresses_are_left_alone(found, text):
    codes = {"syllable-invalid", "mark-misplaced", "words-glued"}
    assert not [printed for code, printed in found(text) if code in codes]


RULE = LanguageRule()


@given(
    st.text(
        alphabet="aăâbcdđeêghiklmnoôơuưxyáàảãạắếộờựNPV .,;:!?()-–“”\"'0123456789%/\n", max_size=80
    )
)
def test_any_text_can_be_checked(text):
    for hit in RULE.check(text):
        assert 0 <= hit.start < hit.end <= len(text)
