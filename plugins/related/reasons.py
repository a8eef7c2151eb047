"""Why one bulletin stands in another's list, in words for readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from plugins.related.documents import Doc
from plugins.related.ranking import NEARNESS, Part
from plugins.related.vectors import Kind, tie_key

Code = Literal["picked", "text", "unit", "series", "event", "award", "author", "nearness"]

_WEEKS: Final = 45
_HALF_A_YEAR_MORE: Final = 548


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code, what the page says, and how many points it brings."""

    code: Code
    text: str
    points: int


PICKED: Final = Reason("picked", "Ban biên tập chọn", 0)


def reasons_of(
    own: Doc, other: Doc, parts: Sequence[Part], names: Mapping[str, str]
) -> tuple[Reason, ...]:
    """Put the parts of a score into words, the strongest first, nearness in time last.

    Args:
        own: whose list it is.
        other: who stands in it.
        parts: what the score is made of.
        names: printed names, by ``unit ID`` and ``author ID``.
    """
    points: dict[tuple[Code, str], int] = {}
    said: dict[Code, str] = {}
    for kind, key, value in parts:
        code, text = _worded(kind, key, own, other, names)
        if code in {"event", "award"}:
            # Who is at the same event is at the same place as well: the strongest says it all.
            text = said.setdefault(code, text)
        points[code, text] = points.get((code, text), 0) + value
    found = [Reason(code, text, value) for (code, text), value in points.items()]
    return tuple(sorted(found, key=lambda reason: (reason.code == NEARNESS, -reason.points)))


def _worded(
    kind: str, key: int, own: Doc, other: Doc, names: Mapping[str, str]
) -> tuple[Code, str]:
    code: Code
    match kind:
        case "unit":
            code, text = "unit", _unit(key, own, other, names)
        case "author":
            code, text = "author", f"Cùng tác giả: {_name('author', key, own.authors, names)}"
        case "series":
            code, text = "series", _edition(own, other)
        case "event":
            same = bool(own.event) and tie_key("event", f"name {own.event}") == key
            code, text = "event", "Cùng sự kiện" if same else "Cùng ngày, cùng nơi"
        case "award":
            decisions = {tie_key("award", f"decision {number}") for number in own.decisions}
            text = "Cùng đợt khen thưởng" if key in decisions else "Cùng hình thức khen thưởng"
            code = "award"
        case "nearness":
            code, text = "nearness", _time(own, other)
        case _:
            code, text = "text", "Nội dung gần"
    return code, text


def _unit(key: int, own: Doc, other: Doc, names: Mapping[str, str]) -> str:
    about = [unit for unit in own.subjects if unit in other.subjects]
    if any(tie_key("unit", unit) == key for unit in about):
        return f"Cùng đơn vị: {_name('unit', key, about, names)}"
    return f"Cùng nhắc đến: {_name('unit', key, (*own.subjects, *own.mentioned), names)}"


def _name(kind: Kind, key: int, ids: Sequence[str], names: Mapping[str, str]) -> str:
    identity = next(identity for identity in ids if tie_key(kind, identity) == key)
    return names.get(f"{kind} {identity}", identity)


def _edition(own: Doc, other: Doc) -> str:
    match other.event_year - own.event_year:
        case 0:
            return "Cùng chuỗi sự kiện"
        case -1:
            return "Cùng sự kiện năm trước"
        case 1:
            return "Cùng sự kiện năm sau"
        case _:
            return f"Cùng sự kiện năm {other.event_year}"


def _time(own: Doc, other: Doc) -> str:
    days = (other.day - own.day).days
    if abs(days) <= _WEEKS:
        return "Đăng gần ngày nhau"
    number = "" if abs(days) < _HALF_A_YEAR_MORE else "hai "
    return f"Cùng dịp {number}năm {'trước' if days < 0 else 'sau'}"
