"""Names of people (research note 1.4)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import given_name, title_case_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("MINH HIỀN", "Minh Hiền"),
        ("minh hiền", "Minh Hiền"),
        ("NGUYỄN THỊ ÁNH ĐÀO", "Nguyễn Thị Ánh Đào"),
        (unicodedata.normalize("NFD", "LÊ HÀ"), "Lê Hà"),
        ("Y BAN", "Y Ban"),
        ("Ý NHI", "Ý Nhi"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("K’BRƠI", "K’Brơi"),
        ("HỒNG-HẠNH", "Hồng-Hạnh"),
        ("LÊ  HÀ – MINH AN", "Lê  Hà – Minh An"),
        ("T.B", "T.B"),
        ("PV", "PV"),
        ("PBĐ-TL (TH)", "PBĐ-TL (TH)"),
        ("NGUYỄN T. HÀ", "Nguyễn T. Hà"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_names_in_one_case_get_capitals(written: str, name: str) -> None:
    assert title_case_name(written) == name


@pytest.mark.parametrize(
    "name", ["Minh Hiền", "Lê thị Hà", "Nguyễn Văn AN", "McDonald", "Ngọc Nam", "T.Bình"]
)
def test_names_in_both_cases_stay(name: str) -> None:
    assert title_case_name(name) == name


@given(name=st.text() | st.text(alphabet="AÀĐƯYaàđươy '-."))
def test_title_case_is_idempotent_and_takes_nfd(name: str) -> None:
    titled = title_case_name(name)

    assert title_case_name(titled) == titled
    assert title_case_name(unicodedata.normalize("NFD", name)) == titled


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Lê Hồng Trung", "Trung"),
        ("Minh Hiền", "Hiền"),
        ("  Phan Minh\u00a0Đan ", "Đan"),
        ("Trung", "Trung"),
        ("", ""),
    ],
)
def test_the_given_name_is_the_last_syllable(name: str, given: str) -> None:
    assert given_name(name) == given
