"""The offices that a text gives a person, and whether the registry agrees on that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from plugins.authors.people import Person, Role
from plugins.units.registry import Units
from plugins.vietnamese import fold_exact, merge_tone_style

Verdict = Literal["same", "former", "other", "unknown"]

_OFFICES: Final = (
    "phó tổng giám đốc", "tổng giám đốc", "quyền giám đốc", "phó giám đốc", "giám đốc",
    "quyền trưởng phòng", "phó trưởng phòng", "phó phòng", "trưởng phòng", "phó trưởng khoa",
    "phó khoa", "trưởng khoa", "phó trưởng ban", "phó ban", "trưởng ban", "phó trưởng trạm",
    "trưởng trạm", "phó trạm trưởng", "trạm trưởng", "phó chi cục trưởng", "chi cục trưởng",
    "phó cục trưởng", "cục trưởng", "phó vụ trưởng", "vụ trưởng", "phó viện trưởng", "viện trưởng",
    "bộ trưởng", "thứ trưởng", "phó chủ tịch thường trực", "phó chủ tịch", "chủ tịch",
    "phó bí thư thường trực", "phó bí thư", "tổng bí thư", "bí thư", "phó chánh văn phòng",
    "chánh văn phòng", "phó chánh thanh tra", "chánh thanh tra", "phó hiệu trưởng", "hiệu trưởng",
    "phó chỉ huy trưởng", "chỉ huy trưởng", "phó chủ nhiệm", "chủ nhiệm", "điều dưỡng trưởng",
    "kế toán trưởng", "hộ sinh trưởng", "tổ trưởng", "tổ phó", "đội trưởng", "đội phó",
    "cụm trưởng", "cụm phó", "khối trưởng", "khối phó", "ủy viên ban thường vụ",
    "ủy viên thường vụ", "ủy viên ban chấp hành", "thành ủy viên", "tỉnh ủy viên",
    "huyện ủy viên", "quận ủy viên", "đảng ủy viên", "ủy viên", "phó thủ tướng", "thủ tướng",
    "viên chức", "chuyên viên",
)  # fmt: skip
_ANY: Final = "|".join(
    re.escape(office).replace("\\ ", r"\s+") for office in sorted(_OFFICES, key=len, reverse=True)
)
_OFFICE: Final = re.compile(
    rf"(?<!\w)(?P<former>(?:nguyên|cựu)\s+)?(?P<office>{_ANY})(?!\w)", re.IGNORECASE
)
_SIDE: Final = frozenset({"ủy viên", "viên chức", "chuyên viên"})
"""Held beside another office, and by many: they contradict nothing."""

_BEHIND: Final = re.compile(r"\s*(?:,|[-–—]|\(|:)\s*")
_SEGMENT: Final = re.compile(r"[^,;.()\n:–—]{2,120}?(?=\s*(?:[,;.()\n:–—]|\s-\s|$))")
_NEXT: Final = re.compile(r"\s*(?:,|[-–—])\s*")
_STOPS: Final = re.compile(
    r"[.;!?\n:]|(?<!\w)(?:đã|đang|sẽ|cùng|với|cho|là|trao|tặng|nghe|phát\s+biểu|đề\s+nghị|yêu\s+cầu"
    r"|có|được|do|tại|khi|để|dự|gồm|cũng|cho\s+biết|nhấn\s+mạnh|khẳng\s+định|chủ\s+trì"
    r"|đánh\s+giá|kết\s+luận|ghi\s+nhận|biểu\s+dương|tham\s+dự|trình\s+bày|nêu"
    r"|chia\s+sẻ|nói|nhận|về|trả\s+lời|chúc|thăm|ký|công\s+bố|khai\s+mạc|bế\s+mạc|và\s+các|của\s+ông|của\s+bà|thay\s+mặt|báo\s+cáo)(?!\w)",
    re.IGNORECASE,
)
_HONORIFICS: Final = re.compile(
    r"(?:[\s,]*(?:đồng\s+chí|đ/c|ông|bà|anh|chị|bác\s+s[ĩỹ]|tiến\s+s[ĩỹ]|thạc\s+s[ĩỹ]"
    r"|(?:PGS|GS|TS|ThS|BS|BSCKII|BSCKI|CKII|CKI|DS|CN|TTND|TTƯT)[.,]*))*[\s,:–—-]*$",
    re.IGNORECASE,
)
_REACH: Final = 110
_REACH_BEHIND: Final = 500
_UNIT_WORDS: Final = 14
_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Title:
    """What a text calls a person.

    ``printed`` is an office with its unit («Giám đốc Sở Y tế»), ``office`` its name alone, folded;
    ``former`` where «nguyên» stands before it. ``start`` and ``end`` are its place in the text.
    """

    printed: str
    office: str
    former: bool
    start: int
    end: int


def titles_beside(text: str, start: int, end: int) -> list[Title]:
    """Return the offices that stand behind a name, else the one before it.

    Args:
        text: the text.
        start: where the name begins.
        end: where it ends.
    """
    base = max(start - _REACH, 0)
    merged = merge_tone_style(text[base : end + _REACH_BEHIND])
    found = _titles_behind(merged, end - base) or _title_before(merged, start - base)
    placed = [(title, title.start + base, title.end + base) for title in found]
    return [
        replace(title, printed=text[first:last], start=first, end=last)
        for title, first, last in placed
    ]


def _titles_behind(text: str, end: int) -> list[Title]:
    found: list[Title] = []
    joint = _BEHIND.match(text, end)
    while joint is not None and len(found) < _MOST:
        segment = _SEGMENT.match(text, joint.end())
        office = _OFFICE.match(text, joint.end()) if segment else None
        if segment is None or office is None:
            break
        stop = _STOPS.search(text, office.end(), segment.end())
        last = stop.start() if stop else segment.end()
        found.append(_title(text, office, last))
        joint = None if stop else _NEXT.match(text, segment.end())
    return found


def _title_before(text: str, start: int) -> list[Title]:
    begin = max(start - _REACH, 0)
    honorifics = _HONORIFICS.search(text, begin, start)
    last = honorifics.start() if honorifics else start
    office = None
    for match in _OFFICE.finditer(text, begin, last):
        office = match
    if office is None:
        return []
    between = text[office.end() : last]
    if _STOPS.search(between) or len(between.split()) > _UNIT_WORDS or "," in between.strip(" ,"):
        return []
    return [_title(text, office, last)]


def _title(text: str, office: re.Match[str], end: int) -> Title:
    printed = text[office.start() : end].strip(" ,-–—")
    name = fold_exact(office["office"])
    return Title(
        printed, name, bool(office["former"]), office.start(), office.start() + len(printed)
    )


def roles_on(person: Person, day: dt.date) -> tuple[Role, ...]:
    """Return the roles that a person holds on a day; one without dates holds always."""
    return tuple(
        role
        for role in person.roles
        if (role.start is None or role.start <= day) and (role.end is None or day <= role.end)
    )


def judge(
    title: Title, person: Person, day: dt.date, unit_of: Callable[[str], str], units: Units
) -> Verdict:
    """Compare a printed office with the registry.

    Args:
        title: what is printed.
        person: the registered person.
        day: that of the event, else of publication.
        unit_of: gives the id of the unit that a printed title names, "" where it names none.
        units: the registry.

    Returns:
        ``same``; ``former`` for an office that the person held or will hold on another day;
        ``other`` for one that the registry contradicts; ``unknown`` where it says nothing.
    """
    held = [role for role in person.roles if office_of(role)]
    if not held or title.office in _SIDE:
        return "unknown"
    unit = unit_of(title.printed)
    alike = [role for role in held if office_of(role) == title.office and _fits(role, unit, units)]
    valid = roles_on(person, day)
    if any(role in valid or title.former for role in alike):
        return "same"
    if alike:
        return "former"
    return "other" if any(office_of(role) for role in valid) else "unknown"


def office_of(role: Role) -> str:
    """Return the office of a registered role, folded; "" for what is none («Người viết tin»)."""
    match = _OFFICE.match(merge_tone_style(role.role))
    return fold_exact(match["office"]) if match else ""


def family(office: str) -> str:
    """Return what an office and its deputies have in common: «giám đốc» of «phó giám đốc»."""
    plain = office.removeprefix("phó ").removeprefix("quyền ").removesuffix(" thường trực")
    return {"thứ trưởng": "bộ trưởng", "phòng": "trưởng phòng", "khoa": "trưởng khoa"}.get(
        plain, plain
    )


def contradictions(
    titles: list[Title],
    person: Person,
    day: dt.date,
    unit_of: Callable[[str], str],
    units: Units,
) -> list[tuple[Title, Verdict]]:
    """Return the printed offices that the registry speaks against.

    Somebody holds offices that no registry lists; so beside one that agrees, another one is told
    only where it is a former one, or the deputy of one that is held.
    """
    judged = [(title, judge(title, person, day, unit_of, units)) for title in titles]
    agrees = any(verdict == "same" for _, verdict in judged)
    families = {family(office_of(role)) for role in roles_on(person, day) if office_of(role)}
    return [
        (title, verdict)
        for title, verdict in judged
        if verdict == "former"
        or (verdict == "other" and (not agrees or family(title.office) in families))
    ]


def _fits(role: Role, unit: str, units: Units) -> bool:
    if not unit or not role.unit or unit == role.unit:
        return True
    above = {other.id for other in units.ancestors(unit)}
    return role.unit in above or unit in {other.id for other in units.ancestors(role.unit)}
