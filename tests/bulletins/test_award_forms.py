"""The vocabulary of award forms (vietnamese law and practice), and what misspelt ones mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.award_forms import FORMS, FORMS_BY_ID, GradedForm, find_form, nearest_form
from plugins.bulletins.fields import SLUG

SPELLINGS = [(text, form) for form in FORMS for text in (form.id, form.name, *form.spellings)]


def found(text, authority=""):
    graded = find_form(text, authority)
    return (graded.form.id, graded.grade) if graded else None


def test_ranks_count_from_the_highest_without_a_gap():
    assert [form.rank for form in FORMS] == list(range(1, len(FORMS) + 1))
    assert FORMS[0].name == "Huân chương Sao vàng"
    assert FORMS[-1].name == "Khen thưởng"


def test_every_form_is_for_somebody_and_has_an_id_of_its_own():
    assert len(FORMS_BY_ID) == len(FORMS)
    for form in FORMS:
        assert SLUG.fullmatch(form.id)
        assert form.for_collectives or form.for_individuals


@pytest.mark.parametrize(("text", "form"), SPELLINGS)
def test_every_spelling_means_its_form_in_any_case(text, form):
    for written in (text, text.upper(), f"  {text} ", f"danh hiệu {text}"):
        assert find_form(written) == GradedForm(form)


def test_no_spelling_belongs_to_two_forms():
    texts = [text.casefold() for text, _ in SPELLINGS]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhì"),
        ("Huân chương Lao động hạng Ba", "Huân chương Lao động"),
        ("Huân chương Độc lập hạng Ba", "Huân chương Lao động hạng Nhất"),
        ("Thầy thuốc Nhân dân", "Thầy thuốc Ưu tú"),
        ("Thầy thuốc Ưu tú", "Chiến sĩ thi đua toàn quốc"),
        ("Cờ thi đua của Chính phủ", "Bằng khen của Thủ tướng Chính phủ"),
        ("Bằng khen của Thủ tướng Chính phủ", "Cờ thi đua của UBND tỉnh"),
        ("Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua cấp tỉnh"),
        ("Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cơ sở"),
        ("Bằng khen", "Tập thể lao động xuất sắc"),
        ("Tập thể lao động xuất sắc", "Tập thể lao động tiên tiến"),
        ("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"),
        ("Lao động tiên tiến", "Giấy khen"),
        ("Giấy khen", "Giải Nhất"),
        ("Giải Nhất", "Giải Nhì"),
        ("Giải Ba", "Giải Khuyến khích"),
        ("Giải Khuyến khích", "Khen thưởng"),
    ],
)
def test_the_handing_over_order_is_highest_first(higher, lower):
    assert find_form(higher).order < find_form(lower).order


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiến sỹ thi đua cấp cơ sở", ("chien-si-thi-dua-co-so", "")),
        ("CSTĐCS", ("chien-si-thi-dua-co-so", "")),
        ("LĐTT", ("lao-dong-tien-tien", "")),
        ("TTLĐXS", ("tap-the-lao-dong-xuat-sac", "")),
        ("lao động xuất sắc", ("tap-the-lao-dong-xuat-sac", "")),
        ("Cờ Thi đua", ("co-thi-dua", "")),
        ("Kỷ niệm chương 'Vì sức khoẻ nhân dân'", ("ky-niem-chuong-vi-suc-khoe-nhan-dan", "")),
        ("Kỷ niệm chương Vì sức khỏe nhân dân", ("ky-niem-chuong-vi-suc-khoe-nhan-dan", "")),
        ("người tốt việc tốt", ("nguoi-tot-viec-tot", "")),
        ("HCLĐ hạng III", ("huan-chuong-lao-dong", "Ba")),
        ("Huân chương Lao động hạng nhất", ("huan-chuong-lao-dong", "Nhất")),
        ("Huân chương Lao động hạng 2", ("huan-chuong-lao-dong", "Nhì")),
        ("Huân chương Lao động Nhì", ("huan-chuong-lao-dong", "Nhì")),
        ("huy chương chiến sỹ vẻ vang hạng ba", ("huy-chuong-chien-si-ve-vang", "Ba")),
        ("GIẢI KHUYẾN KHÍCH", ("giai-hoi-thi", "Khuyến khích")),
        ("Giải đặc biệt", ("giai-hoi-thi", "Đặc biệt")),
        ("Giấy khen hạng Nhất", None),
        ("Huân chương Lao động hạng Tư", None),
        ("Chiến sĩ thi đua", None),
        ("Giấy khên", None),
        ("", None),
        ("hạng Nhất", None),
    ],
)
def test_spellings_in_the_wild(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "authority", "expected"),
    [
        ("Bằng khen", "Thủ tướng Chính phủ", "bang-khen-thu-tuong"),
        ("Bằng khen", "THỦ TƯỚNG", "bang-khen-thu-tuong"),
        ("Bằng khen", "Bộ trưởng Bộ Y tế", "bang-khen"),
        ("Cờ thi đua", "Chính phủ", "co-thi-dua-chinh-phu"),
        ("Cờ thi đua", "UBND tỉnh", "co-thi-dua"),
        ("Giấy khen", "Chính phủ", "giay-khen"),
    ],
)
def test_the_authority_makes_another_form_of_the_same_words(text, authority, expected):
    assert found(text, authority) == (expected, "")


@pytest.mark.parametrize(
    ("form", "grade", "title"),
    [
        ("huan-chuong-lao-dong", "Ba", "Huân chương Lao động hạng Ba"),
        ("huan-chuong-lao-dong", "", "Huân chương Lao động"),
        ("giai-hoi-thi", "Nhất", "Giải Nhất"),
        ("giai-hoi-thi", "", "Giải hội thi"),
        ("giay-khen", "", "Giấy khen"),
    ],
)
def test_titles_are_printed_with_their_grade(form, grade, title):
    assert GradedForm(FORMS_BY_ID[form], grade).title == title


@pytest.mark.parametrize(
    "graded", [GradedForm(form, grade) for form in FORMS for grade in ("", *form.grades)]
)
def test_every_printed_title_is_understood_again(graded):
    assert find_form(graded.title) == graded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giấy khên", "Giấy khen"),
        ("giay khen", "Giấy khen"),
        ("Chiến sĩ thi dua cơ sở", "Chiến sĩ thi đua cơ sở"),
        ("Tập thể tiên tiến", "Tập thể lao động tiên tiến"),
        ("Huân chương lao dộng hạng 3", "Huân chương Lao động hạng Ba"),
        ("Giấy khen của Giám đốc Bệnh viện", "Giấy khen"),
        ("Bằng khen do Giám đốc Sở tặng", "Bằng khen"),
        ("Cờ thi đua của Tổng Liên đoàn", "Cờ thi đua của Bộ, ban, ngành, tỉnh"),
        ("Quà lưu niệm", ""),
        ("", ""),
    ],
)
def test_misspelt_forms_get_a_suggestion(text, expected):
    assert nearest_form(text) == expected


@given(st.text(max_size=60))
def test_any_text_is_read_and_a_suggestion_is_always_usable(text):
    graded = find_form(text)
    assert graded is None or find_form(graded.title) == graded
    near = nearest_form(text)
    assert not near or find_form(near) is not None
