"""Phrases of gambling advertisements: found however they are spelt, everyday words let alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gate.spam.folded import folded
from plugins.gate.spam.phrases import Phrases
from plugins.gate.spam.words import BLOCKED, BLOCKED_WITH_MARKS
from plugins.vietnamese import fold

PHRASES = Phrases()


def blocked(text):
    plain = folded(text)
    found = PHRASES.find_blocked(plain) if PHRASES.may_hold(plain.text) else []
    return [text[finding.start : finding.end] for finding in found]


def doubtful(text):
    return [finding.values["text"] for finding in PHRASES.find_doubtful(text)]


@pytest.mark.parametrize("phrase", [*BLOCKED, *BLOCKED_WITH_MARKS])
def test_each_phrase_is_found_with_marks_and_without_glued_dotted_and_in_capitals(phrase):
    bare = fold(phrase)
    for written in (
        phrase,
        phrase.upper(),
        bare,
        bare.replace(" ", ""),
        bare.replace(" ", "-"),
        ".".join(bare.replace(" ", "")),
        " ".join(bare.replace(" ", "")),
    ):
        assert blocked(f"Xem {written} ngay") == [written]


@pytest.mark.parametrize(
    "written",
    [
        "nỗ hu",  # wrong tones, as injected into real photos
        "nô hủ",
        "tài xĩu",
        "xoc dĩa",
        "n0 hu",
        "c4 cuoc",
        "nhа cai",  # Cyrillic а
        "nhà\u200b cái",  # a zero-width space
        "ｎｈａ ｃａｉ",
        "𝗻𝗼𝗵𝘂",
        "ⓝⓞ ⓗⓤ",
        "🅝🅞🅗🅤",
        "🇳🇴🇭🇺",
        "ɴᴏʜᴜ",
        "nøhu",
        "ոօհս",  # Armenian
        "n\u0336ổ\u0336 h\u0336ũ\u0336",  # struck through
        "n\ufe0fổ h\ufe0fũ",  # variation selectors
        "n\u3164ổ hũ",  # a Hangul filler
        "n\U000e0061ổ hũ",  # a tag
        "nổ\u2800hũ",  # a blank of Braille
        "nổ – hũ",
        "nổ•hũ",
        "nổ 🎰 hũ",
        "~~nổ~~ hũ",
        "n/ổ/h/ũ",
        "nổ    hũ",
        "nohu90",
        "nhà caí",
        "cá cươc",
        "nhà kái",
        "nhà cáj",
        "xóc dĩa",
        "xóc diã",
    ],
)
def test_dodges_are_seen_through(written):
    assert blocked(f"Hội nghị {written} hay nhất")


@pytest.mark.parametrize(
    "text",
    [
        "Trong cả cuộc họp, các đại biểu trao đổi",
        "Sửa nhà, cải tạo sân trạm y tế",
        "nhà cải tạo xong trong quý II",
        "Người nghiện vào nhà cai nghiện của huyện",
        "khi nó hư thì thay bộ phận khác",
        "ca cuoc doi nguoi thay thuoc",
        "nha-cai-nghien-ma-tuy.pdf",
        "Bộ phim về đời thường của điều dưỡng",
        "Bệnh nhân bị sỏi, cầu thận tổn thương",
        "Cá được các ước mơ nuôi lớn",
        "kéo nhà cải tạo",
        "thể thao, bóng đá, nạp tiền điện thoại, phòng VIP",
        "ca do biến chủng mới gây ra",
        "https://bao.vn/ai-lam-nhac-ai-se-tra-tien.html",
        "hlv-kim-sang-sik-bo-ba-nhap-tich",
        "Khi ở nhà, cái nóng làm người già mệt",
    ],
)
def test_everyday_words_are_innocent(text):
    assert blocked(text) == []
    assert doubtful(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Xổ số kiến thiết tặng bệnh viện 10 xe lăn trực tuyến",
        "Tác hại của cá độ bóng đá với thanh niên",
        "Bắt được con cá, bán cá ở chợ hàng đầu",
    ],
)
def test_doubtful_words_alone_are_innocent(text):
    assert doubtful(text) == []


def test_doubtful_words_in_company_are_told():
    assert doubtful("Đá gà, bắn cá uy tín, nạp tiền nhanh") == ["Đá gà", "bắn cá"]


def test_reports_and_stories_are_known():
    assert PHRASES.reports_in("Công an khởi tố bị can vụ cá độ") == 2
    assert PHRASES.reports_in("Hội nghị giao ban quý I") == 0


def test_many_findings_are_cut():
    assert len(blocked("nhà cái " * 500)) == 20


@given(st.text(max_size=200))
def test_any_text_is_read_and_findings_lie_in_it(text):
    for finding in [*PHRASES.find_blocked(folded(text)), *PHRASES.find_doubtful(text)]:
        assert 0 <= finding.start < finding.end <= len(text)


@given(st.text(alphabet="nhaàcíiáo ổũ.-\u200b", max_size=60))
def test_the_quick_look_never_passes_over_a_phrase(text):
    plain = folded(text)
    if PHRASES.find_blocked(plain):
        assert PHRASES.may_hold(plain.text)
