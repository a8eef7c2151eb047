"""The parts and the spelling of syllables (research note 3.2 and 3.6)."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import Syllable, Tone, is_syllable, split_syllable, syllables


@pytest.mark.parametrize(
    ("word", "initial", "nucleus", "final", "tone"),
    [
        ("tế", "t", "ê", "", Tone.SAC),
        ("Y", "", "Y", "", Tone.NGANG),
        ("Nguyễn", "Ng", "uyê", "n", Tone.NGA),
        ("NGHIỆP", "NGH", "IÊ", "P", Tone.NANG),
        ("quý", "qu", "y", "", Tone.SAC),
        ("quốc", "qu", "ô", "c", Tone.SAC),
        ("quyết", "qu", "yê", "t", Tone.SAC),
        ("gì", "g", "i", "", Tone.HUYEN),
        ("gìn", "g", "i", "n", Tone.HUYEN),
        ("giờ", "gi", "ơ", "", Tone.HUYEN),
        ("giếng", "gi", "ê", "ng", Tone.SAC),
        ("giữ", "gi", "ư", "", Tone.NGA),
        ("khuỷu", "kh", "uyu", "", Tone.HOI),
        ("oan", "", "oa", "n", Tone.NGANG),
        ("Đảng", "Đ", "a", "ng", Tone.HOI),
        ("tòan", "t", "oa", "n", Tone.HUYEN),  # the wrong place is no obstacle
    ],
)
def test_a_syllable_splits_into_its_parts(
    word: str, initial: str, nucleus: str, final: str, tone: Tone
) -> None:
    assert split_syllable(word) == Syllable(initial, nucleus, final, tone)


@pytest.mark.parametrize(
    "word",
    ["", "UBND", "Covid", "CBCC", "paramedic", "refresh", "áá", "hóá", "y tế", "3", "Pfizer"],
)
def test_what_has_not_the_shape_of_a_syllable_does_not_split(word: str) -> None:
    assert split_syllable(word) is None


WORDS = """hòa hoà khỏe khoẻ thủy thuỷ ủy uỷ toàn khoét thuyền ngoài khuỷu quý quả giá bìa lụa lửa
biển thuyền nhuộm được Huế thuở kỹ kĩ sỹ sĩ lý lí gì gìn giờ giữ giết giếng nghĩa nghề ghế
ghi kế cá gà ngà yêu yến yểng ý ỷ y iu ỉa ít quốc quyên quỳnh quýt quạu quều quơ xoong moóc
loẹt buýt khuya khuấy nguyệt hoặc khoeo ngoẹo rượu hươu người tuổi Đắc đảng ĐẢNG HÒA pin
vói kiếm phát thị Cum bầy Thy Vy ngoằn Hữu Lũng Lạng gịa Gịa"""


@pytest.mark.parametrize("word", WORDS.split())
def test_syllables_are_accepted(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("tòan", "tone on the wrong letter"),
        ("cuả", "tone on the wrong letter"),
        ("qúy", "tone on the wrong letter"),
        ("gìơ", "tone on the wrong letter"),
        ("đựơc", "tone on the wrong letter"),
        ("đuợc", "no nucleus uơ before c"),
        ("nghành", "ngh before a"),
        ("ngề", "ng before ê"),
        ("ghà", "gh before a"),
        ("cế", "c before ê"),
        ("kà", "k before a"),
        ("coa", "the glide after c is written qu"),
        ("hoc", "c with no tone"),
        ("học\u0300", "two tones"),
        ("hòc", "c with huyền"),
        ("cạch\u0301", "two tones"),
        ("hảt", "t with hỏi"),
        ("lãp", "p with ngã"),
        ("iên", "iê at the beginning is written yê"),
        ("tyên", "yê after a consonant is written iê"),
        ("hă", "ă without a final"),
        ("hâ", "â without a final"),
        ("giìn", "gi + i with both i"),
        ("quo", "no such nucleus after qu"),
        ("web", "foreign"),
        ("fa", "foreign"),
        ("Covid", "foreign"),
        ("UBND", "an abbreviation"),
        ("12", "a number"),
        ("", "nothing"),
    ],
)
def test_what_is_no_syllable_is_refused(word: str, why: str) -> None:
    assert not is_syllable(word), why


def test_the_rules_give_about_as_many_syllables_as_the_language_allows(
    valid_syllables: frozenset[str],
) -> None:
    # A dictionary lists some 6,600; the rules allow gaps such as «ngoẹp» as well.
    assert 14_000 < len(valid_syllables) < 20_000
    assert {"nghiêng", "khuỵu", "quở", "giặc", "ương", "yếm"} <= valid_syllables


def test_every_generated_syllable_is_valid_in_any_case_and_form(
    valid_syllables: frozenset[str],
) -> None:
    refused = [
        word
        for word in valid_syllables
        if not (
            is_syllable(word)
            and is_syllable(word.upper())
            and is_syllable(unicodedata.normalize("NFD", word))
        )
    ]

    assert refused == []


def test_every_generated_syllable_splits_back(valid_syllables: frozenset[str]) -> None:
    wrong = []
    for word in valid_syllables:
        syllable = split_syllable(word)
        if syllable is None or word not in {syllable.text(), syllable.text(new_style=True)}:
            wrong.append(word)

    assert wrong == []


@given(word=st.text(max_size=8))
def test_any_text_can_be_asked_about(word: str) -> None:
    assert is_syllable(word) == is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Trung tâm Y tế (TTYT)", ["Trung", "tâm", "Y", "tế", "TTYT"]),
        ("Xanh - Sạch – Đẹp", ["Xanh", "Sạch", "Đẹp"]),
        ("số 05-CT/TW", ["số", "05", "CT", "TW"]),
        ("**Sở**_Y_tế", ["Sở", "Y", "tế"]),
        ("", []),
        ("…./.", []),
    ],
)
def test_runs_of_letters_and_digits(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in syllables(text)] == runs


def test_a_decomposed_syllable_is_one_run() -> None:
    text = unicodedata.normalize("NFD", "thuyền nghĩa")

    assert [text[start:end] for start, end in syllables(text)] == text.split()


@given(text=st.text())
def test_runs_come_in_order_and_leave_no_letter_out(text: str) -> None:
    spans = list(syllables(text))
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]

    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)
    assert not any(character.isalnum() for character in outside)


BUILT_IN_LIST = """an ninh bệnh viện cán bộ chiến sĩ cơ sở cộng đồng dân số dịch bệnh đa khoa điều
dưỡng giám đốc gia đình hành chính hội nghị huyện khen thưởng kiểm soát lao động miễn dịch nghiệp
vụ nhân dân phòng chống phường quyết định sức khỏe tập thể thầy thuốc thi đua trạm truyền thông
tuyên dương ủy ban vắc xin vệ sinh xã y tế yêu cầu"""


def test_a_list_of_syllables_is_accepted_nearly_whole() -> None:
    """Read BULLETIN_CORPUS/syllables-vi.txt where that folder is given, else the list above."""
    folder = os.environ.get("BULLETIN_CORPUS")
    text = Path(folder, "syllables-vi.txt").read_text("utf-8") if folder else BUILT_IN_LIST
    # Capitals in that list are abbreviations, and Nguyễn, Phan, Nẵng.
    words = [word for word in text.split() if word.islower()]
    accepted = [word for word in words if is_syllable(word)]

    assert len(words) >= 60
    assert len(accepted) / len(words) > 0.995
