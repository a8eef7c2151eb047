"""Blanks around signs, dashes, pairs."""

import pytest


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("theo pháp luật , các đơn vị", "luật, "),
        ("cơ chế “ Một cửa”", " “Một"),
        ("Hội nghị,các đại biểu", "nghị, các"),
        ("đồng chí Toàn- Giám đốc", "Toàn - Giám"),
        ("đồng chí Toàn –Giám đốc", "Toàn – Giám"),
        ("khóa XII,... và nghị quyết", "XII… "),
        ("kết thúc hội nghị.Tại đây", "nghị. Tại"),
        ("các bệnh(sởi, ho gà)", "bệnh (sởi"),
        ("đã họp,, sau đó", "họp, "),
        ("có đúng không ?", "không?"),
    ],
)
def test_a_blank_too_many_or_too_few(cures, text, cure):
    assert ("spacing", cure) in cures(text)


@pytest.mark.parametrize(
    "text",
    [
        "tăng 15,5%, lúc 8:30, ngày 15/12/2023, số 1.000",
        "giai đoạn 2016-2020, 2016 - 2020, Văn bản 05-CT/TW",
        "TP.HCM, PGS.TS Nguyễn Văn An, v.v...",
        "Thi đua - khen thưởng, xanh – sạch – đẹp",
        "a) một; b) hai; 1) ba",
        "nhiệt độ 37 °C (trong nhà) và “một cửa”.",
        "Bài viết: https://example.vn/a,b;c?d=1 và a@example.vn",
        "nơi khác ... và nữa…",
        "e-mail, wi-fi, HIV/AIDS, COVID-19",
    ],
)
def test_usual_signs_are_left_alone(found, text):
    assert not [printed for code, printed in found(text) if code == "spacing"]


@pytest.mark.parametrize("text", ["nói “một cửa", "nói một cửa”", "(xem bảng 1", 'gọi là "sởi'])
def test_a_pair_that_is_open(found, text):
    assert [code for code, _ in found(text)] == ["pair-open"]


@pytest.mark.parametrize(
    "text", ["nói “một (hai) cửa”", "a) một; 2) hai", 'màn hình 24" và 27"', "(xem “bảng 1”)"]
)
def test_pairs_that_are_closed(found, text):
    assert not found(text)
