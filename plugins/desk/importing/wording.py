"""Words that the frames of news sites are made of. All are compared folded: no accents, no case.

They are what portals of Vietnamese agencies print around an article: links to skip, menus, share
and print buttons, counters, comment boxes, boxes with other articles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plugins.vietnamese import collapse_spaces, fold

_CHROME_LINES: Final = frozenset(
    """truy cap noi dung luon|chuyen den noi dung|chuyen den phan noi dung|bo qua noi dung
|skip to content
|skip to main content|phien ban di dong|phien ban may tinh|ban desktop|refresh|trang chu|home|menu
|dang nhap|dang ky|dang xuat|tim kiem|tim kiem nang cao|lien he|so do site|so do trang|so do cong
|rss|english|tieng viet|in bai|in ra|gui bai viet qua email|luu bai viet nay|luu tru|dong cua so lai
|in trang|in trang nay|in tin|in bai viet|ban in|print|email
|gui email|gui bai
|gui cho ban be|chia se|chia se bai viet|chia se facebook|facebook|twitter|zalo|linkedin|youtube
|share|tweet|like|quay lai|quay ve|tro ve|tro lai|ve trang truoc|len dau trang|dau trang|back to top
|top|xem them|xem tat ca|xem tiep|doc tiep|chi tiet|gui binh luan|gui y kien|gui|nhap lai
|ma bao mat|ma xac nhan|captcha|ho va ten|ho ten|tieu de|noi dung|dia chi email|luot xem
|luot truy cap
|tong luot truy cap|dang truy cap|dang online|truy cap hom nay|tong luot binh luan|co chu|a- a a+
|a a+|a+|a-|a
|nghe bai viet|nghe doc bai|nghe noi dung|doc bai viet|toc do doc|giong nu|giong nam|thich|luu bai
|luu tin
|theo doi|tren google news|google news|copy link|sao chep lien ket|danh gia bai viet|danh gia
|phong to|thu nho|mau chu|tuong phan|tai ve|download|lien ket website|lien ket web|quang cao
|advertisement
|close|dong|tai ung dung|thich va chia se|in|xem voi co chu""".replace("\n", "").split("|")
)
"""Lines that are a button, a label or a link of a site, and nothing else."""

_TAIL_LINES: Final = frozenset(
    """y kien ban doc|binh luan|y kien|y kien cua ban|gui binh luan|viet binh luan
|binh luan bai viet
|tin khac|cac tin khac|tin bai khac|cac tin bai khac|bai khac|cac bai khac|tin lien quan
|bai lien quan
|bai viet lien quan|cac tin lien quan|cac bai viet lien quan|tin bai lien quan|tin tuc lien quan
|noi dung lien quan
|tin cung chuyen muc|bai cung chuyen muc|cung chuyen muc|tin cung loai|cac tin cung chuyen muc
|bai viet cung chuyen muc
|tin moi|tin moi nhat|tin moi hon|tin cu hon|cac tin moi|cac tin cu|cac tin da dua|cac tin da dang
|tin da dua|tin da dang
|cac tin da dua ngay|tin noi bat|tin doc nhieu|tin xem nhieu|doc nhieu|doc nhieu nhat|xem nhieu
|xem nhieu nhat
|xem nhieu trong tuan|bai viet khac|cac bai viet khac|bai viet moi|bai viet moi nhat|thong bao
|tu khoa|tags|the
|chu de|cac tin tiep theo|tin tiep theo|bai viet tiep theo|bai truoc|bai sau|bai tiep theo
|co the ban quan tam
|ban co the quan tam|tin quan tam|xem them tin|hop tac chuyen mon|thu vien anh|thu vien video
|video clip|video
|lien ket|lien ket website|thong ke truy cap|van ban moi|van ban moi ban hanh|tro ve dau trang
|tin doc them
|danh gia bai viet|y kien phan hoi|phan hoi|related posts|related articles|leave a reply|comments
|tin tuc khac
|tin tuc su kien khac|ban doc binh luan|nhung tin moi hon|nhung tin cu hon|cac tin moi hon
|cac tin cu hon""".replace("\n", "").split("|")
)
"""Lines behind which nothing of an article follows."""

_OPENERS: Final = (
    "truy cập nội dung luôn",
    "chuyển đến nội dung",
    "bỏ qua nội dung",
    "skip to main content",
    "skip to content",
)
_CLOSERS: Final = (
    "Phiên bản di động",
    "Ý kiến bạn đọc",
    "Tổng lượt bình luận",
    "Bài viết liên quan",
    "Tin liên quan",
    "Tin khác",
)

_COUNTER: Final = re.compile(
    r"(?:(?:so )?(?:luot|lan) (?:xem|doc|truy cap|tai|thich|binh luan|nghe)|luot xem|da xem"
    r"|views?|xem"
    r"|tong (?:so )?luot (?:truy cap|binh luan|xem)|so luot (?:truy cap|xem)|dang (?:truy cap"
    r"|online|xem)"
    r"|hom (?:nay|qua)|tuan nay|thang nay|ip|binh luan|comments?|diem|luot thich)"
    r"[ :.()-]*\d[\d., ]*(?:luot|lan|nguoi)?"
    r"|\d[\d., ]{0,12} (?:luot (?:xem|doc|truy cap|thich|binh luan)|views?|lan (?:xem|doc)"
    r"|binh luan|nguoi dang xem)"
    r"|\(?\d{1,2}/\d{1,2}/\d{4}\)? - \d+ luot xem",
    re.I,
)
_TAGS_LINE: Final = re.compile(
    r"(?:tags?|tu khoa|the|chu de|chuyen muc|danh muc|the loai|category) ?: .{0,200}", re.I
)
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright|ban quyen (?:thuoc|©)|giay phep (?:so|thiet lap)|designed by|powered by"
    r"|thiet ke boi|phat trien boi|chiu trach nhiem (?:chinh|noi dung|xuat ban)"
    r"|ghi ro nguon|co quan chu quan|dia chi ?:|dien thoai ?:|fax ?:|hotline ?:|email ?:).{0,300}",
    re.I,
)
_RATING: Final = re.compile(
    r"tong so diem cua bai viet.{0,80}|click de danh gia.{0,40}|xep hang ?:.{0,60}"
    r"|hay la nguoi dau tien .{0,60}",
    re.I,
)

SECTION_WORDS: Final[Mapping[str, str]] = {"thong bao": "kicker"}


def key_of(text: str) -> str:
    """Return how a line is compared: folded, without the signs around it."""
    return collapse_spaces(fold(text)).strip(" :.-–|»«>/[](){}•·*\t\n…")


def is_chrome(text: str) -> bool:
    """Tell whether a line belongs to the frame of a site."""
    key = key_of(text)
    if not key:
        return True
    plain = collapse_spaces(fold(text)).strip()
    return (
        key in _CHROME_LINES
        or bool(_COUNTER.fullmatch(key))
        or bool(_RATING.fullmatch(key))
        or bool(_TAGS_LINE.fullmatch(plain))
    )


def ends_article(text: str) -> bool:
    """Tell whether nothing of an article follows behind a line."""
    plain = collapse_spaces(fold(text)).strip()
    return key_of(text) in _TAIL_LINES or (bool(_COPYRIGHT.match(plain)) and len(plain) < 300)  # noqa: PLR2004


def without_glue(text: str) -> tuple[str, list[str]]:
    """Part from a line the words of a frame that a copy has glued to it.

    Args:
        text: one line: «Truy cập nội dung luônSỞ Y TẾ», «Lê SơnPhiên bản di động».

    Returns:
        The line without them, and the words that were taken away.
    """
    taken = []
    lowered = text.casefold()
    for opener in _OPENERS:
        if lowered.startswith(opener):
            taken.append(text[: len(opener)])
            text = text[len(opener) :].strip()
            lowered = text.casefold()
    for closer in _CLOSERS:
        if text.endswith(closer) and text != closer:
            taken.append(closer)
            text = text[: -len(closer)].strip()
    return text, taken
