"""Slugs (research note 3.4)."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import slugify

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        (
            "Đảng ủy Sở Y tế khen thưởng 9 Tổ công đoàn",
            "dang-uy-so-y-te-khen-thuong-9-to-cong-doan",
        ),
        ("ĐẢNG UỶ", "dang-uy"),
        ("  “Một cửa” – Xanh - Sạch – Đẹp! ", "mot-cua-xanh-sach-dep"),
        ("Đạt 106,6% kế hoạch", "dat-106-6-ke-hoach"),
        ("Quyết định 880-QĐ/TU", "quyet-dinh-880-qd-tu"),
        ("Ðại hội", "dai-hoi"),
        ("Sở\u00a0Y\u00a0tế", "so-y-te"),
        ("vắc\u00adxin", "vacxin"),
        ("nổ\u200b hũ", "no-hu"),
        ("Cо quan", "co-quan"),  # Cyrillic о
        ("Łódź, Brønshøj, Œuvre, Straße", "lodz-bronshoj-oeuvre-strasse"),
        ("Москва", ""),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_titles_become_slugs(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize(
    ("max_length", "slug"),
    [
        (80, "hoi-nghi-tong-ket"),
        (17, "hoi-nghi-tong-ket"),
        (16, "hoi-nghi-tong"),
        (13, "hoi-nghi-tong"),
        (12, "hoi-nghi"),
        (8, "hoi-nghi"),
        (4, "hoi"),
        (2, "ho"),  # the first word alone is too long
        (1, "h"),
    ],
)
def test_a_long_slug_is_cut_at_a_word_end(max_length: int, slug: str) -> None:
    assert slugify("Hội nghị tổng kết", max_length) == slug


def test_a_slug_has_eighty_characters_at_most() -> None:
    slug = slugify("Hội " + "chăm sóc sức khỏe nhân dân " * 10)

    assert slug == "hoi-" + "cham-soc-suc-khoe-nhan-dan-" * 2 + "cham-soc-suc-khoe-nhan"
    assert len(slug) == 80


@pytest.mark.parametrize("max_length", [0, -1])
def test_a_slug_needs_room(max_length: int) -> None:
    with pytest.raises(ValueError, match="at least one character"):
        slugify("Sở Y tế", max_length)


@given(text=st.text(), max_length=st.integers(min_value=1, max_value=100))
def test_a_slug_always_has_its_form(text: str, max_length: int) -> None:
    slug = slugify(text, max_length)

    assert slug == "" or SLUG.fullmatch(slug)
    assert len(slug) <= max_length
    assert slugify(slug, max_length) == slug
    assert slugify(unicodedata.normalize("NFD", text), max_length) == slug


@given(text=st.text(alphabet="aăâđêôơưỳĐẠộ 12,-"), max_length=st.integers(1, 40))
def test_a_cut_slug_begins_the_whole_one(text: str, max_length: int) -> None:
    whole = slugify(text, max_length=1000)
    slug = slugify(text, max_length)

    assert whole.startswith(slug)
    if "-" in slug:
        assert (whole + "-").startswith(slug + "-")
