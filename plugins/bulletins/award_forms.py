"""Forms of commendation: the controlled vocabulary of ``awards:`` and of award tables.

Names and levels follow the Law on Emulation and Commendation 06/2022/QH15, carried out by Nghị định
98/2023/NĐ-CP and Nghị định 152/2025/NĐ-CP; the titles Thầy thuốc Nhân dân and Thầy thuốc Ưu tú
follow Nghị định 25/2024/NĐ-CP. At a ceremony the highest is handed over first; ``rank`` is that
order. The law names no order of a flag, a title and a certificate of one level: here a flag stands
before a title and a title before a certificate. Besides the law's forms there are those that
health departments report (contest prizes, letters of praise, «Người tốt, việc tốt»), and «Khen
thưởng» for a source that names no form.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from plugins.vietnamese import fold, fold_exact

Kind = Literal[
    "order",  # huân chương
    "medal",  # huy chương
    "honorary-title",  # danh hiệu vinh dự nhà nước
    "flag",  # cờ thi đua
    "title",  # danh hiệu thi đua
    "certificate",  # bằng khen, giấy khen
    "badge",  # kỷ niệm chương, huy hiệu
    "other",
]


@dataclass(frozen=True, slots=True)
class AwardForm:
    """One form of commendation.

    ``rank`` counts from 1, the highest; grades of one form share it. ``spellings`` are other ways
    to write the name, as seen in the wild. ``grades`` are highest first; ``grade_word`` stands
    between name and grade («Huân chương Lao động *hạng* Ba»).
    """

    id: str
    name: str
    kind: Kind
    for_collectives: bool
    for_individuals: bool
    spellings: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    grade_word: str = "hạng"
    rank: int = 0


@dataclass(frozen=True, slots=True)
class GradedForm:
    """A form and its grade; ``grade`` is "" where the form has none or the source names none."""

    form: AwardForm
    grade: str = ""

    @property
    def title(self) -> str:
        """The printed name: «Huân chương Lao động hạng Ba», «Giải Nhất», «Giấy khen»."""
        if not self.grade:
            return self.form.name
        if not self.form.grade_word:
            return f"{self.form.name.split()[0]} {self.grade}"
        return f"{self.form.name} {self.form.grade_word} {self.grade}"

    @property
    def order(self) -> tuple[int, int]:
        """The place in handing-over order; an ungraded award stands after the graded ones."""
        grades = self.form.grades
        return self.form.rank, grades.index(self.grade) if self.grade else len(grades)


_CLASSES: Final = ("Nhất", "Nhì", "Ba")
_PRIZES: Final = ("Đặc biệt", "Nhất", "A", "Nhì", "B", "Ba", "C", "Tư", "Khuyến khích")


def _both(
    identity: str, name: str, kind: Kind, *spellings: str, grades: tuple[str, ...] = ()
) -> AwardForm:
    return AwardForm(identity, name, kind, True, True, spellings, grades)


def _collective(identity: str, name: str, kind: Kind, *spellings: str) -> AwardForm:
    return AwardForm(identity, name, kind, True, False, spellings)


def _individual(
    identity: str, name: str, kind: Kind, *spellings: str, grades: tuple[str, ...] = ()
) -> AwardForm:
    return AwardForm(identity, name, kind, False, True, spellings, grades)


_HIGHEST_FIRST: Final = (
    # The state's: orders, honours, prizes, medals
    _both("huan-chuong-sao-vang", "Huân chương Sao vàng", "order"),
    _both("huan-chuong-ho-chi-minh", "Huân chương Hồ Chí Minh", "order"),
    _both(
        "anh-hung-luc-luong-vu-trang-nhan-dan",
        "Anh hùng Lực lượng vũ trang nhân dân",
        "honorary-title",
        "AHLLVTND",
        "Anh hùng LLVTND",
        "Anh hùng LLVT nhân dân",
    ),
    _both("anh-hung-lao-dong", "Anh hùng Lao động", "honorary-title", "AHLĐ"),
    _both("huan-chuong-doc-lap", "Huân chương Độc lập", "order", "HCĐL", grades=_CLASSES),
    _both("huan-chuong-quan-cong", "Huân chương Quân công", "order", grades=_CLASSES),
    _both("huan-chuong-lao-dong", "Huân chương Lao động", "order", "HCLĐ", grades=_CLASSES),
    _both("huan-chuong-bao-ve-to-quoc", "Huân chương Bảo vệ Tổ quốc", "order", grades=_CLASSES),
    _both("huan-chuong-chien-cong", "Huân chương Chiến công", "order", grades=_CLASSES),
    _individual(
        "huan-chuong-dai-doan-ket-dan-toc",
        "Huân chương Đại đoàn kết dân tộc",
        "order",
        "Huân chương Đại đoàn kết toàn dân tộc",
    ),
    _individual("huan-chuong-dung-cam", "Huân chương Dũng cảm", "order"),
    _both("huan-chuong-huu-nghi", "Huân chương Hữu nghị", "order"),
    _individual("giai-thuong-ho-chi-minh", "Giải thưởng Hồ Chí Minh", "other"),
    _individual("giai-thuong-nha-nuoc", "Giải thưởng Nhà nước", "other"),
    _both("huy-chuong-quan-ky-quyet-thang", "Huy chương Quân kỳ quyết thắng", "medal"),
    _individual("huy-chuong-vi-an-ninh-to-quoc", "Huy chương Vì an ninh Tổ quốc", "medal"),
    _individual(
        "huy-chuong-chien-si-ve-vang", "Huy chương Chiến sĩ vẻ vang", "medal", grades=_CLASSES
    ),
    _individual("huy-chuong-huu-nghi", "Huy chương Hữu nghị", "medal"),
    _individual("thay-thuoc-nhan-dan", "Thầy thuốc Nhân dân", "honorary-title", "TTND"),
    _individual("nha-giao-nhan-dan", "Nhà giáo Nhân dân", "honorary-title", "NGND"),
    _individual("thay-thuoc-uu-tu", "Thầy thuốc Ưu tú", "honorary-title", "TTƯT"),
    _individual("nha-giao-uu-tu", "Nhà giáo Ưu tú", "honorary-title", "NGƯT"),
    # The Government's
    _collective("co-thi-dua-chinh-phu", "Cờ thi đua của Chính phủ", "flag", "Cờ thi đua Chính phủ"),
    _individual(
        "chien-si-thi-dua-toan-quoc",
        "Chiến sĩ thi đua toàn quốc",
        "title",
        "CSTĐTQ",
        "CSTĐ toàn quốc",
    ),
    _both(
        "bang-khen-thu-tuong",
        "Bằng khen của Thủ tướng Chính phủ",
        "certificate",
        "Bằng khen Thủ tướng Chính phủ",
        "Bằng khen Thủ tướng",
        "Bằng khen của Thủ tướng",
        "Bằng khen Chính phủ",
    ),
    # Of ministries, central bodies and provinces
    _collective(
        "co-thi-dua",
        "Cờ thi đua của Bộ, ban, ngành, tỉnh",
        "flag",
        "Cờ thi đua",
        "Cờ thi đua của Bộ",
        "Cờ thi đua của Bộ Y tế",
        "Cờ thi đua Bộ Y tế",
        "Cờ thi đua của tỉnh",
        "Cờ thi đua của UBND tỉnh",
        "Cờ thi đua của UBND thành phố",
        "Cờ thi đua của Ủy ban nhân dân tỉnh",
        "Cờ thi đua cấp Bộ, ban, ngành, tỉnh",
        "Cờ thi đua cấp Bộ",
        "Cờ thi đua cấp tỉnh",
    ),
    _individual(
        "chien-si-thi-dua-bo-tinh",
        "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
        "title",
        "Chiến sĩ thi đua cấp Bộ, ban, ngành, tỉnh",
        "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh, đoàn thể trung ương",
        "Chiến sĩ thi đua cấp Bộ",
        "Chiến sĩ thi đua cấp tỉnh",
        "Chiến sĩ thi đua cấp thành phố",
        "Chiến sĩ thi đua Bộ Y tế",
        "Chiến sĩ thi đua tỉnh",
        "CSTĐ cấp Bộ",
        "CSTĐ cấp tỉnh",
    ),
    _both(
        "bang-khen",
        "Bằng khen",
        "certificate",
        "Bằng khen của Bộ, ban, ngành, tỉnh",
        "Bằng khen cấp Bộ",
        "Bằng khen cấp tỉnh",
        "Bằng khen của Bộ Y tế",
        "Bằng khen Bộ Y tế",
        "Bằng khen của Bộ trưởng Bộ Y tế",
        "Bằng khen của UBND tỉnh",
        "Bằng khen của UBND thành phố",
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Bằng khen của Chủ tịch UBND thành phố",
    ),
    _individual(
        "ky-niem-chuong-vi-suc-khoe-nhan-dan",
        "Kỷ niệm chương “Vì sức khỏe nhân dân”",
        "badge",
        "Kỷ niệm chương Vì sức khỏe nhân dân của Bộ Y tế",
        "Vì sức khỏe nhân dân",
    ),
    _individual("ky-niem-chuong", "Kỷ niệm chương", "badge", "KNC"),
    _individual("bang-lao-dong-sang-tao", "Bằng Lao động sáng tạo", "certificate"),
    _individual("huy-hieu-dang", "Huy hiệu Đảng", "badge", "Huy hiệu tuổi Đảng"),
    _individual("huy-hieu", "Huy hiệu", "badge"),
    # Of departments and single bodies
    _collective(
        "tap-the-lao-dong-xuat-sac",
        "Tập thể lao động xuất sắc",
        "title",
        "TTLĐXS",
        "Lao động xuất sắc",
        "Tập thể LĐXS",
    ),
    _collective("don-vi-quyet-thang", "Đơn vị quyết thắng", "title", "ĐVQT"),
    _individual(
        "chien-si-thi-dua-co-so",
        "Chiến sĩ thi đua cơ sở",
        "title",
        "Chiến sĩ thi đua cấp cơ sở",
        "CSTĐCS",
        "CSTĐ cơ sở",
        "CSTĐ cấp cơ sở",
    ),
    _collective(
        "tap-the-lao-dong-tien-tien",
        "Tập thể lao động tiên tiến",
        "title",
        "TTLĐTT",
        "Tập thể LĐTT",
    ),
    _collective("don-vi-tien-tien", "Đơn vị tiên tiến", "title", "ĐVTT"),
    _individual("lao-dong-tien-tien", "Lao động tiên tiến", "title", "LĐTT"),
    _individual("chien-si-tien-tien", "Chiến sĩ tiên tiến", "title", "CSTT"),
    _both("giay-khen", "Giấy khen", "certificate", "Giấy khen của Giám đốc Sở Y tế"),
    _both(
        "nguoi-tot-viec-tot",
        "Người tốt, việc tốt",
        "title",
        "Gương người tốt, việc tốt",
        "Bằng khen người tốt, việc tốt",
        "Bằng khen người tốt, việc tốt cấp ngành",
    ),
    _both("thu-khen", "Thư khen", "other", "Thư khen của Bộ trưởng Bộ Y tế"),
    replace(
        _both("giai-hoi-thi", "Giải hội thi", "other", "Giải", "Giải cuộc thi", grades=_PRIZES),
        grade_word="",
    ),
    _both("khen-thuong", "Khen thưởng", "other", "Được khen thưởng"),
)

FORMS: Final[tuple[AwardForm, ...]] = tuple(
    replace(form, rank=rank) for rank, form in enumerate(_HIGHEST_FIRST, 1)
)
"""All forms, the highest first."""

FORMS_BY_ID: Final[Mapping[str, AwardForm]] = MappingProxyType({form.id: form for form in FORMS})

# The same words mean another form by who gives it.
_BY_AUTHORITY: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("bang-khen", "thủ tướng chính phủ"): "bang-khen-thu-tuong",
        ("bang-khen", "thủ tướng"): "bang-khen-thu-tuong",
        ("co-thi-dua", "chính phủ"): "co-thi-dua-chinh-phu",
        ("co-thi-dua", "thủ tướng chính phủ"): "co-thi-dua-chinh-phu",
    }
)

_QUOTES: Final = re.compile("[“”\"'‘’«»]")
_SIGNS: Final = re.compile(r"[\s,.;:()/–—-]+")
_HEAD: Final = re.compile(r"danh hiệu ")
_GRADED: Final = re.compile(r"(?P<name>.+?)(?: hạng)? (?P<grade>\S+(?: (?:biệt|khích))?)")
_GRADE_NUMBERS: Final = MappingProxyType(
    {"i": "nhất", "ii": "nhì", "iii": "ba", "1": "nhất", "2": "nhì", "3": "ba"}
)
_GIVEN_BY: Final = re.compile(r"(?P<form>.+?) (?:của|do) .+")


def _key(text: str) -> str:
    """Reduce a form to what makes it the same: case, tone style, i/y in «sỹ», signs are dropped."""
    key = _SIGNS.sub(" ", _QUOTES.sub("", fold_exact(text))).strip()
    return _HEAD.sub("", key.replace("sỹ", "sĩ"), count=1)


_BY_KEY: Final[Mapping[str, AwardForm]] = MappingProxyType(
    {_key(text): form for form in FORMS for text in (form.id, form.name, *form.spellings)}
)


def find_form(text: str, authority: str = "") -> GradedForm | None:
    """Return the form that a text names, with its grade; None for a text that names none.

    Args:
        text: an id, name or known spelling in any case, and where the form has grades, one of
            them: «HCLĐ hạng III», «Chiến sỹ thi đua cấp cơ sở», «giải khuyến khích».
        authority: who gives it, as far as it makes another form of the same words («Bằng khen» of
            the Prime Minister).
    """
    key = _key(text)
    form, grade = _BY_KEY.get(key), ""
    graded = _GRADED.fullmatch(key) if form is None else None
    if graded is not None:
        form = _BY_KEY.get(graded["name"])
        grade = _grade_of(form, graded["grade"]) if form else ""
        if not grade:
            return None
    if form is None:
        return None
    other = _BY_AUTHORITY.get((form.id, fold_exact(authority)))
    return GradedForm(FORMS_BY_ID[other] if other else form, grade)


def _grade_of(form: AwardForm, written: str) -> str:
    wanted = _GRADE_NUMBERS.get(written, written)
    return next((grade for grade in form.grades if fold_exact(grade) == wanted), "")


def nearest_form(text: str) -> str:
    """Return the printed name of the form that a misspelt text most likely means, "" for no idea.

    «Giấy khen của Giám đốc Bệnh viện» means «Giấy khen»: who gives it is a field of its own.
    """
    key = _key(text)
    given = _GIVEN_BY.fullmatch(key)
    found = find_form(given["form"]) if given else None
    if found is not None:
        return found.title
    graded = _GRADED.fullmatch(key)
    grade = _GRADE_NUMBERS.get(graded["grade"], graded["grade"]) if graded else ""
    candidates = {
        fold(spelling): GradedForm(form)
        for spelling, form in _BY_KEY.items()
        if form.id != spelling
    }
    for form in FORMS:
        if grade and (known := _grade_of(form, grade)):
            one = GradedForm(form, known)
            candidates[fold(_key(one.title))] = one
    near = difflib.get_close_matches(fold(key), candidates, n=1, cutoff=0.75)
    return candidates[near[0]].title if near else ""
