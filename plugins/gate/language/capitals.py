"""Capitals of people, agencies and sentences, by Nghị định 30/2020/NĐ-CP, Phụ lục II."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.gate.findings import Finding
from plugins.gate.language.pairs import Pairs
from plugins.gate.language.reading import joined, listed, opens_sentence
from plugins.units.words import Words
from plugins.vietnamese import fold_exact

_MIDDLE_NAMES: Final = listed(
    "văn thị chí đình đức xuân hữu ngọc quang công trọng bá mạnh thế hồng kim phương thúy thanh duy"
    " hoàng huy anh thành tuấn quốc việt gia hải khắc đăng viết sỹ doãn tiến trung vĩnh"
)
_HEADS: Final = listed(
    "bệnh trung sở bộ phòng trạm khoa khối cụm ban hội công ngành chi đảng phó bí chủ tổ cục huyện"
    " thành tỉnh ủy đoàn liên quỹ báo viện trường"
)
"""How names of bodies and offices begin; only they are looked at for two ways of writing."""

_OTHER_WORDS: Final = listed("chí gia quốc thành công trung việt hồng đình kim thanh anh hải")
"""Behind a family name these make another word of it: «đồng chí», «hoàng gia»."""

_NAMES_BEGIN: Final = listed(
    "ông bà anh chị bác tiến thạc giáo trưởng chánh đại thiếu thượng huân huy bằng giấy cờ danh"
    " chiến lao tập thầy ngày luật nghị quyết thông kế chương nhà mặt giám kiểm viên hiệu phường xã"
    " miền nam bắc đông tây tư thứ chính thủ tổng quốc văn y tạp đài nhân khu vùng châu"
)
_DOCUMENTS: Final = frozenset((("chỉ", "thị"), ("quy", "chế"), ("đề", "án"), ("điều", "lệ")))
_TWO_WORDS: Final = ("nhà", "nước")
"""«Nhà nước» is in the decree's list of words that take a capital by themselves."""

AGENCIES: Final = """
Sở Y tế; Bộ Y tế; Phòng Y tế; Cục Y tế dự phòng; Trung tâm Y tế; Trạm Y tế; Bệnh viện Đa khoa
Bệnh viện Y học cổ truyền; Bệnh viện Y Dược cổ truyền; Bệnh viện Phục hồi chức năng
Bệnh viện Phụ sản; Bệnh viện Nội tiết; Bệnh viện Tâm thần; Bệnh viện Da liễu
Trung tâm Kiểm soát bệnh tật; Trung tâm Kiểm nghiệm; Trung tâm Pháp y; Trung tâm Giám định Y khoa
Chi cục An toàn vệ sinh thực phẩm; Chi cục Dân số; Ủy ban nhân dân; Hội đồng nhân dân
Ủy ban Mặt trận Tổ quốc; Mặt trận Tổ quốc; Hội đồng Thi đua - Khen thưởng; Ban Thường vụ
Ban Chấp hành; Ban Giám đốc; Ban Tuyên giáo; Sở Nội vụ; Sở Tài chính; Sở Tư pháp
Sở Giáo dục và Đào tạo; Bộ Nội vụ; Bộ Tài chính; Bộ Giáo dục và Đào tạo; Bộ Chính trị
Đảng Cộng sản Việt Nam; Công đoàn Y tế Việt Nam; Bảo hiểm xã hội; Liên đoàn Lao động
Hội Chữ thập đỏ; Hội Liên hiệp Phụ nữ; Thủ tướng Chính phủ; Thành phố Hồ Chí Minh
"""
"""How names of agencies begin, as the decree writes them: type, function and field in capitals."""

# After a comma or semicolon these are no names: the sentence goes on.
_NO_NAMES: Final = """
xem xét; thực hiện; tăng cường; nâng cao; tiếp tục; đẩy mạnh; phát huy; chủ động; tập trung
tham mưu; triển khai; phối hợp; kiểm tra; giám sát; đảm bảo; bảo đảm; quan tâm; chỉ đạo; hướng dẫn
rà soát; khắc phục; làm tốt; góp phần; đồng thời; đặc biệt; bên cạnh; ngoài ra; trong đó; tuy nhiên
từ đó; qua đó; theo đó; đến nay; không ngừng; kịp thời; thường xuyên; duy trì; hoàn thành
tuyên truyền; vận động; khuyến khích; đổi mới; cải tiến; cải cách; ứng dụng; xử lý; tiếp nhận
chú trọng; ưu tiên; giải quyết; hỗ trợ; chăm lo; phấn đấu; yêu cầu; đề nghị; biểu dương; ghi nhận
nhằm; cũng như; cùng với; trong khi; vì vậy; do đó; mặc dù; để; và; nhưng; được; đã; sẽ
"""


Places = dict[tuple[str, ...], dict[str, list[tuple[int, int]]]]
"""Three words as compared, how they are printed, and where: number of the text and of the word."""


class Capitals:
    """The rules, with their tables made once."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._agencies: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in AGENCIES.replace("\n", ";").split(";"):
            folded = tuple(fold_exact(name.replace("-", " ")).split())
            if folded:
                self._agencies.setdefault(folded[0], []).append((folded, name.strip()))
        self._no_names = frozenset(
            tuple(phrase.split()) for phrase in _NO_NAMES.replace("\n", ";").split(";")
        )

    def find(self, words: Words) -> list[Finding]:
        """Find ``capital-name``, ``capital-agency`` and ``capital-after-sign`` in one text."""
        found: list[Finding] = []
        told: set[str] = set()
        if words.text.isupper():
            return found
        for index, start in enumerate(words.starts):
            if not words.text[start].isupper():
                continue
            finding = (
                self._agency(words, index, told)
                or self._person(words, index)
                or self._after_sign(words, index)
            )
            if finding is not None:
                found.append(finding)
        return found

    def _agency(self, words: Words, index: int, told: set[str]) -> Finding | None:
        """A name that begins with a capital and goes on wrongly: «Sở y tế», «Ủy Ban nhân dân»."""
        if words.words[index] not in self._agencies:
            return None
        for folded, right in self._agencies[words.words[index]]:
            end = index + len(folded)
            if tuple(words.words[index:end]) != folded or end > len(words.words):
                continue
            if not all(joined(words, at) or "-" in right for at in range(index + 1, end)):
                continue
            wanted = [word[0].isupper() for word in right.replace(" - ", " ").split()]
            given = [words.is_capital(at) for at in range(index, end)]
            printed = words.run(index, end)
            if given == wanted or all(given) or printed.isupper() or right in told:
                return None
            if opens_sentence(words, index) and not any(given[1:]):
                return None  # «Trạm y tế là nơi …»: a kind, at the beginning of a sentence
            told.add(right)
            values = {"text": printed, "cure": right}
            return Finding("capital-agency", words.starts[index], words.ends[end - 1], values)
        return None

    def _person(self, words: Words, index: int) -> Finding | None:
        """«Hồ chí Minh»: every syllable of a person's name takes a capital."""
        last = index + 2
        if last >= len(words.words) or words.words[index] not in FAMILY_NAMES:
            return None
        capitals = [words.is_capital(at) for at in range(index, last + 1)]
        if capitals != [True, False, True] or words.words[index + 1] not in _MIDDLE_NAMES:
            return None
        # «Đồng chí Trần …», «Hoàng gia Anh», «Vương quốc Bỉ»: the two are another word.
        family, middle = words.words[index], words.words[index + 1]
        if middle in _OTHER_WORDS and self._pairs.is_word(family, middle):
            return None
        if not (joined(words, index + 1) and joined(words, last)):
            return None
        start, end = words.starts[index], words.ends[last]
        printed = words.text[start:end]
        small = words.printed(index + 1)
        cure = printed.replace(f" {small} ", f" {small.capitalize()} ")
        return Finding("capital-name", start, end, {"text": printed, "cure": cure})

    def _after_sign(self, words: Words, index: int) -> Finding | None:
        """A capital behind a comma or semicolon, where no name stands."""
        if index == 0 or words.gap(index) not in {", ", "; "}:
            return None
        printed = words.printed(index)
        if len(printed) > 1 and printed.isupper():
            return None
        pair = tuple(words.words[index : index + 2])
        following_small = index + 1 < len(words.words) and not words.is_capital(index + 1)
        if not following_small:
            return None
        is_plain = bool({pair, pair[:1]} & self._no_names)
        if not is_plain and (words.gap(index) != "; " or not self._opens_words(words, index)):
            return None
        if pair[:1] in self._no_names and not joined(words, index + 1):
            return None
        start, end = words.starts[index], words.ends[index]
        values = {"text": printed, "cure": printed.lower(), "sign": words.gap(index).strip()}
        return Finding("capital-after-sign", start, end, values)

    def _opens_words(self, words: Words, index: int) -> bool:
        """Tell a capital behind a semicolon that opens ordinary words: «; Chấm dứt tình trạng»."""
        one, other = words.words[index], words.words[index + 1]
        return (
            one not in _HEADS
            and one not in _NAMES_BEGIN
            and one not in FAMILY_NAMES
            and joined(words, index + 1)
            and self._pairs.is_word(one, other)
            and (one, other) not in _DOCUMENTS
        )


def find_mixed(texts: Sequence[Words], most: int = 3) -> list[tuple[int, Finding]]:
    """Find names that one bulletin writes in two ways (``form-mixed``).

    «Trung tâm Y tế» and «Trung tâm y tế», «Cụm thi đua số 2» and «Cụm thi đua số 02»: three words
    in a row, in the middle of sentences, that differ in capitals or in a leading zero alone.

    Args:
        texts: the texts of the bulletin, in order.
        most: how many findings are enough.

    Returns:
        The number of the text and the finding, at the rarer of the two forms.
    """
    inside: Places = {}
    anywhere: Places = {}
    for number, words in enumerate(texts):
        if words.text.isupper():
            continue
        for index, (word, following) in enumerate(pairwise(words.words)):
            size = 2 if (word, following) == _TWO_WORDS else 3
            if size == 3 and word not in _HEADS and following != "số":  # noqa: PLR2004
                continue
            if not all(joined(words, at) for at in range(index + 1, index + size)):
                continue  # nothing is joined behind the last word
            key = tuple(words.words[index : index + size])
            printed = words.run(index, index + size)
            anywhere.setdefault(key, {}).setdefault(printed, []).append((number, index))
            if not opens_sentence(words, index):
                inside.setdefault(key, {}).setdefault(printed, []).append((number, index))
    found: list[tuple[int, Finding]] = []
    covered: set[tuple[int, int]] = set()
    for key, all_forms in anywhere.items():
        # Where one of them opens a sentence, the capital of its first word says nothing.
        is_inside = len(inside.get(key, ())) > 1
        forms = inside[key] if is_inside else all_forms
        if len(forms) < 2 or len(found) == most:  # noqa: PLR2004
            continue
        ranked = sorted(forms.items(), key=lambda form: (len(form[1]), -form[1][0][0]))
        (rare, at), (usual, _) = ranked[0], ranked[-1]
        number, index = at[0]
        if not _differ(rare, usual, from_second=not is_inside):
            continue
        if {(number, index + n) for n in range(3)} & covered:
            continue
        covered.update((number, index + n) for n in range(-3, 6))
        words = texts[number]
        values = {"text": rare, "other": usual}
        start, end = words.starts[index], words.ends[index + len(key) - 1]
        found.append((number, Finding("form-mixed", start, end, values)))
    return sorted(found, key=lambda pair: (pair[0], pair[1].start))


def _differ(one: str, other: str, *, from_second: bool) -> bool:
    """Tell whether two forms differ in capitals or in the number of a name, not in tone style.

    Args:
        one: one form.
        other: the other.
        from_second: leave the first word out of the comparison.
    """
    if one.isupper() or other.isupper():
        return False
    pairs = list(zip(one.split(), other.split(), strict=False))
    if any(a != b and a.isdigit() and b.isdigit() for a, b in pairs):
        return pairs[-2][0].lower() == "số"
    compared = pairs[1:] if from_second else pairs
    differing = any(a[:1].isupper() != b[:1].isupper() for a, b in compared)
    return differing and (
        len(pairs) == len(_TWO_WORDS) or any(a[:1].isupper() and b[:1].isupper() for a, b in pairs)
    )
