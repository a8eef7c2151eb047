"""What is searched: every public item, with all its words, and nothing else."""

from __future__ import annotations

import pytest

from plugins.search.gathering import EXCERPT, shortened


def test_bulletins_documents_pages_units_and_people_are_items(rows):
    assert {row[3] for row in rows.values()} == {
        "hoi-nghi",
        "khen-thuong",
        "thong-bao",
        "tin-hoat-dong",
        "van-ban",
        "trang",
        "don-vi",
        "ca-nhan",
    }


def test_withdrawn_and_unpublished_bulletins_are_not(rows, public):
    assert "Bản tin kỳ lạ đã rút" not in rows
    assert "Bản nháp chưa đăng" not in rows
    everything = b"".join(
        file.read_bytes() for file in (public.output / "tim-kiem").rglob("*.txt")
    ).decode()
    assert "nháp" not in everything


def test_expired_notices_stay(rows):
    assert rows["Lịch nghỉ lễ"][0] == "/ban-tin/2025/03/lich-nghi-le/"


def test_a_document_is_found_with_its_number_in_the_bulletin_that_carries_it(rows):
    row = rows["Kế hoạch phòng dịch năm mẫu"]
    assert row[:1] == ["/ban-tin/2025/03/dang-uy-so-y-te-hop-thuong-ky/"]
    assert row[5] == "42/KH-SYT, Sở Y tế"


def test_a_result_names_the_unit_that_it_is_about(rows):
    assert rows["Tiêm vắc xin sởi cho trẻ em"][4] == "benh-vien-phoi"


def test_a_person_is_shown_with_the_posts(rows):
    assert rows["Minh Hiền"][5] == "Giám đốc, Bệnh viện Phổi Mẫu Sơn"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  một \n hai ", "một hai"), ("x" * 200, "x" * EXCERPT + " …"), ("", "")],
)
def test_texts_are_shortened(text, expected):
    assert shortened(text) == expected


def test_a_long_text_ends_with_a_whole_word():
    cut = shortened("bệnh viện " * 50)
    assert len(cut) <= EXCERPT + 2
    assert cut.endswith(("bệnh …", "viện …"))
