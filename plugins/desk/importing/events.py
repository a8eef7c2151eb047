"""What an article tells of: its event and host, its category, the units that it is about."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from plugins.authors.people import People
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.records import Body, Bulletin, Event, Mention
from plugins.desk.importing.blocks import Block
from plugins.units.mentions import find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Units
from plugins.vietnamese import fold

_ADVERBS: Final = r"(?:(?:đã|vừa|sẽ|cũng|long trọng|trang trọng|tiếp tục|chính thức)\s+)*"
# «Công đoàn Cơ quan Sở Y tế [đã] tổ chức …», «TTYT huyện X phối hợp với … tổ chức …»
_HOST: Final = re.compile(
    rf"(?P<host>[A-ZÀ-ỸĐ][^,.;:\n]{{3,150}}?)\s+{_ADVERBS}(?:(?:tổ\s+chức|khai\s+mạc|ra\s+quân)\s"
    rf"|(?P<partner>phối\s+hợp|kết\s+hợp|cùng)\s)"
)
_HOLDS: Final = re.compile(r"\s(?:tổ\s+chức|khai\s+mạc)\s")
_NO_HOST: Final = re.compile(
    r"^(?:nằm trong|nhằm|theo|thực hiện|trong|tại|với|để|sau|trước|nhân|hưởng ứng|được|căn cứ"
    r"|tham dự|đến dự|phát biểu|vừa qua|tiếp tục)\b|\sdo\s|\s(?:đã|vừa|sẽ|được|về|của các)\s",
    re.I,
)
_NAME: Final = re.compile(
    r"(?:tổ\s+chức|khai\s+mạc|diễn\s+ra)\s+(?:thành\s+công\s+|buổi\s+)?(?P<name>(?:hội\s+(?:nghị"
    r"|thảo|thi|thao|nghị)|đại\s+hội|lễ\s|lớp\s+tập\s+huấn"
    r"|tập\s+huấn|ngày\s+hội|diễn\s+đàn|tọa\s+đàm|toạ\s+đàm|buổi\s+lễ|buổi\s+gặp\s+mặt|cuộc\s+họp"
    r"|phiên\s+họp|vòng\s+\w+\s+\w*\s*hội\s+thi)[^.;:(“\"\n]{0,200})",
    re.I,
)
_NAME_ENDS: Final = re.compile(
    r",\s(?=với|có|do|nhằm|tại|dưới|để|cùng|đồng|tham|trong|gồm|(?-i:[A-ZĐ]))|\s(?:tại\s"
    r"|cho\s+(?:các|hơn|gần|\d)|với sự|với\s+(?:nội dung|mục|chủ đề)|nhằm\s|do\s+đồng chí|dưới sự"
    r"|để\s|với\s+\d|có\s+sự)",
    re.I,
)
_CATEGORIES: Final = (
    ("thong-bao", r"^(?:thong bao|tb\b|v/v|ve viec|lich (?:cong tac|tiep|truc|nghi)"
                  r"|ke hoach cong tac|thu moi|moi (?:thau|chao)|tuyen dung)"),
    ("hoi-nghi", r"hoi nghi|hoi thao|dai hoi|tap huan|so ket|tong ket|giao ban|toa dam|hop ban"
                 r"|cuoc hop|phien hop|ky ket|ky cam ket|le cong bo|mit tinh"),
    ("khen-thuong", r"khen thuong|ton vinh|bieu duong|tuyen duong|bang khen|giay khen|danh hieu"
                    r"|huan chuong|trao tang (?:bang|giay|ky niem)|thay thuoc (?:nhan dan|uu tu)"),
)  # fmt: skip
_SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """The event of an article; ``name`` is empty where the text names none."""

    name: str
    host: str


NO_EVENT: Final = FoundEvent("", "")


def event_of(lead: str) -> FoundEvent:
    """Find who holds which event in the first sentence that says so.

    Args:
        lead: the first paragraphs on one line, without the date that opens them.
    """
    host = _host(lead)
    named = _NAME.search(lead)
    name = ""
    if named:
        name = _NAME_ENDS.split(named["name"])[0].strip(" ,.-–")
        name = name[:1].upper() + name[1:]
    return FoundEvent(name if len(name.split()) >= _SHORTEST_NAME else "", host)


def _host(lead: str) -> str:
    """Return who holds the event, "" where no clause plainly says so."""
    for sentence in lead.split(". ")[:2]:
        clauses = sentence.split(", ")
        for number, clause in enumerate(clauses):
            match = _HOST.match(clause.strip())
            if match is None or _NO_HOST.search(match["host"]):
                continue
            rest = ", ".join([clause[match.end("host") :], *clauses[number + 1 :]])
            if match["partner"] and not _HOLDS.search(f" {rest}"):
                continue
            return match["host"].strip(" ,.-–")
    return ""


def category_of(declared: str, title: str, event: str) -> tuple[str, bool]:
    """Choose a category: what the source says, else what title and event say.

    Returns:
        The id, and whether it is sure; news of activities is what nothing else fits.
    """
    known = CATEGORIES.find(declared) if declared else None
    if known is not None:
        return known.id, True
    for text in (fold(title), fold(event)):
        for identity, words in _CATEGORIES:
            if text and re.search(words, text):
                return identity, True
    return "tin-hoat-dong", bool(title)


@dataclass(frozen=True, slots=True)
class Registries:
    """The registries against which names are read, and the site's default province."""

    people: People
    units: Units
    recogniser: Recogniser
    province: str = ""


def subjects_of(
    title: str,
    summary: str,
    blocks: Sequence[Block],
    event: FoundEvent,
    day: date,
    known: Registries,
) -> tuple[str, ...]:
    """Return the ids of the units that an article is about: in its title, or holding its event.

    A name that several units share counts only where the text itself tells which is meant.
    """
    body = "\n".join(
        f"<p>{html.escape(block.text, quote=False)}</p>"
        for block in blocks
        if block.kind != "photo"
    )
    host = Mention(event.host, 1) if event.host else None
    bulletin = Bulletin(
        path="bulletins/2000/nhap.md",
        title=title,
        slug="nhap",
        date=datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("UTC")),
        category="tin-hoat-dong",
        body=Body(body, "\n".join(block.text for block in blocks)),
        summary=summary,
        summary_given=bool(summary),
        event=Event(name=event.name or "…", date=day, host=host),
    )
    return find_mentions(bulletin, known.recogniser, known.units, province=known.province).subjects
