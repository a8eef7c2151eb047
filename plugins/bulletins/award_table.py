"""Awards that staff write once, as a table in the text, read as the data of ``awards:``.

A table below the heading «Danh sách khen thưởng», which may end in a year, stays where it stands
and is read from the body's HTML, so that links, bold and notes in its cells are understood as the
reader sees them; the lines of its rows come from the Markdown.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from plugins.bulletins.award_checks import check_award, form_hint
from plugins.bulletins.award_forms import find_form
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.bulletins.fields import HINTS_UNTIL
from plugins.bulletins.records import Award, Body, Recipient
from plugins.problems import Problem, problem
from plugins.problems.phrases import phrase
from plugins.vietnamese import fold, fold_exact, parse_dates, slugify

HEADING: Final = "danh-sach-khen-thuong"
_WITH_YEAR: Final = re.compile(rf"{HEADING}(?:(?:-nam)?-(?:19|20)\d\d)?")

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "form": "Hình thức",
        "recipients": "Tập thể/cá nhân",
        "authority": "Cơ quan tặng",
        "decision": "Số quyết định",
        "date": "Ngày",
        "status": "Trạng thái",
    }
)
_SPELLINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        spelling: column
        for column, spellings in {
            "form": "hinh thuc|hinh thuc khen|hinh thuc khen thuong|danh hieu|danh hieu thi dua"
            "|hinh thuc danh hieu|danh hieu hinh thuc|danh hieu hinh thuc khen thuong",
            "recipients": "tap the ca nhan|ca nhan tap the|tap the|ca nhan|don vi|don vi ca nhan"
            "|ca nhan don vi|tap the don vi ca nhan|doi tuong|ho va ten|ho ten|nguoi nhan"
            "|nguoi don vi duoc khen|tap the ca nhan duoc khen|tap the ca nhan duoc khen thuong",
            "authority": "co quan tang|co quan khen thuong|co quan khen|cap khen|cap khen thuong"
            "|cap tang|noi tang|co quan quyet dinh",
            "decision": "so quyet dinh|quyet dinh|quyet dinh so|so qd|qd so",
            "date": "ngay|ngay quyet dinh|ngay ky|ngay thang|ngay thang nam|ngay qd",
            "status": "trang thai|tinh trang",
            "number": "tt|stt|so tt|so thu tu",
        }.items()
        for spelling in spellings.split("|")
    }
)
_REQUIRED: Final = ("form", "status")

_TOKEN: Final = re.compile(r'<h([2-6]) id="[^"]*">(.*?)</h\1>|<table>()|<tr>(.*?)</tr>', re.DOTALL)
_CELL: Final = re.compile(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", re.DOTALL)
_NOTE: Final = re.compile(r'<sup[^>]*><a [^>]*class="footnote-ref"[^>]*>[^<]*</a></sup>')
_BREAK: Final = re.compile(r"<br ?/?>")
_TAG: Final = re.compile(r"<[^>]*>")
_WORDS: Final = re.compile(r"[\W_]+")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBERED: Final = re.compile(r"[-−–+]?\s*\d[\d.]*\s")
_COUNT: Final = re.compile(
    r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})\s+"
    r"(?:(?P<collectives>tập thể|đơn vị)|(?P<individuals>cá nhân|người|đồng chí|đ/c))"
)
_AND: Final = re.compile(r"\s*(?:,|\bvà\b)\s*")

_MARKDOWN_NOTE: Final = re.compile(r"\[\^[^\]]*\]")
_MARKDOWN_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ ]+(.*?)(?:[ ]+#+)?[ ]*")
_UNDERLINE: Final = re.compile(r" {0,3}(?:(={3,})|-{3,})[ ]*")
_RULE: Final = re.compile(r"[ ]*\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?")


@dataclass(frozen=True, slots=True)
class TableAwards:
    """What the tables of a body say: their awards, and whether there is such a table at all."""

    awards: tuple[Award, ...] = ()
    found: bool = False
    problems: tuple[Problem, ...] = ()


def read_award_tables(
    body: Body, markdown: str, first_line: int, path: str, known_on: dt.date | None
) -> TableAwards:
    """Read every table below a heading «Danh sách khen thưởng».

    Args:
        body: the converted body, without errors.
        markdown: the text that it was made of.
        first_line: the number of that text's first line in the file.
        path: the file, for problems.
        known_on: the day of the bulletin's last word; no decision is later. None when not known.
    """
    if not any(HEADING in anchor for anchor in body.anchors):
        return TableAwards()
    tables = list(_tables(body.html))
    places = list(_places(markdown, first_line))
    reader = _Reader(path, known_on)
    for rows, lines in zip_longest(tables, places[: len(tables)]):
        reader.read(rows, lines or [first_line])
    return TableAwards(tuple(reader.awards), bool(tables), tuple(reader.problems))


def facts_of(award: Award, key: Callable[[Recipient], str]) -> Iterator[tuple[object, ...]]:
    """Break an award into what can be compared, so that one row or four rows say the same.

    Args:
        award: the award.
        key: makes one text of all that means the same recipient.

    Yields:
        One tuple for each recipient, and one for numbers that tell more than their names.
    """
    head = (
        award.form,
        award.grade,
        award.status,
        fold_exact(award.authority),
        fold_exact(award.decision),
        award.date,
    )
    counts = (award.collectives or 0, award.individuals or 0)
    for recipient in award.recipients:
        yield (*head, key(recipient), 0, 0)
    if not award.recipients or sum(counts) not in {0, len(award.recipients)}:
        yield (*head, "", *counts)


def heads_awards(heading: str) -> bool:
    """Tell whether a heading is «Danh sách khen thưởng», or that of a year («… năm 2023»).

    Args:
        heading: what stands between its tags or behind its «##», in HTML or Markdown.
    """
    words = _TAG.sub("", _NOTE.sub("", _MARKDOWN_NOTE.sub("", heading)))
    return _WITH_YEAR.fullmatch(slugify(html.unescape(words))) is not None


def _tables(body_html: str) -> Iterator[list[str]]:
    """Yield the rows of each table, as HTML, that stands in such a section."""
    section = 0
    rows: list[str] | None = None
    for match in _TOKEN.finditer(body_html):
        if match[1]:
            level = int(match[1])
            if heads_awards(match[2]):
                section = level
            elif level <= section:
                section = 0
        if match[4] is None:
            if rows:
                yield rows
            rows = [] if section and match[3] is not None else None
        elif rows is not None:
            rows.append(match[4])
    if rows:
        yield rows


def _places(markdown: str, first_line: int) -> Iterator[list[int]]:
    """Yield the lines, in the file, of the rows of the same tables; the rule is no row."""
    lines = markdown.split("\n")
    section, level, row = 0, 1, 0
    while row < len(lines):
        heading = _heading(lines, row)
        if heading is not None:
            # As the layout prints it: below the title, and no level left out.
            level = min(max(heading[0], 2), level + 1)
            if heads_awards(heading[1]):
                section = level
            elif level <= section:
                section = 0
        following = lines[row + 1] if row + 1 < len(lines) else ""
        if "|" in lines[row] and _RULE.fullmatch(following):
            head = row
            row += 2
            while row < len(lines) and lines[row].strip():
                row += 1
            if section:
                yield [first_line + number for number in (head, *range(head + 2, row))]
        else:
            row += 1


def _heading(lines: list[str], row: int) -> tuple[int, str] | None:
    match = _MARKDOWN_HEADING.fullmatch(lines[row])
    if match:
        return len(match[1]), match[2]
    under = _UNDERLINE.fullmatch(lines[row + 1]) if row + 1 < len(lines) else None
    alone = row == 0 or not lines[row - 1].strip()
    if under and alone and lines[row].strip() and "|" not in lines[row]:
        return (1 if under[1] else 2), lines[row]
    return None


def _cells(row: str) -> list[str]:
    """Return the words of each cell; a line break becomes a semicolon."""
    return [
        " ".join(html.unescape(_TAG.sub("", _BREAK.sub(";", _NOTE.sub("", cell)))).split())
        for cell in _CELL.findall(row)
    ]


class _Reader:
    def __init__(self, path: str, known_on: dt.date | None) -> None:
        self._path = path
        self._known_on = known_on
        self.awards: list[Award] = []
        self.problems: list[Problem] = []

    def _report(self, code: str, line: int, **values: object) -> None:
        self.problems.append(problem(code, self._path, line, **values))

    def read(self, rows: list[str], lines: list[int]) -> None:
        """Read one table; its first row says what the columns are."""
        columns = self._columns(_cells(rows[0]), lines[0])
        if columns is None:
            return
        for number, row in enumerate(rows[1:], 1):
            cells = dict(zip(columns, _cells(row), strict=False))
            self._row(cells, lines[number] if number < len(lines) else lines[0])

    def _columns(self, names: list[str], line: int) -> list[str] | None:
        columns: list[str] = []
        for position, name in enumerate(names):
            column = _SPELLINGS.get(" ".join(_WORDS.sub(" ", fold(name)).split()), "")
            if column in columns:
                self._report("award-table-column-twice", line, name=_NAMES.get(column, name))
            elif not column:
                known = ", ".join(f"«{known}»" for known in _NAMES.values())
                self._report("award-table-column-unknown", line, name=name[:40], known=known)
            columns.append(column or f"?{position}")
        missing = [_NAMES[column] for column in _REQUIRED if column not in columns]
        for name in missing:
            self._report("award-table-column-missing", line, name=name)
        return None if missing else columns

    def _row(self, cells: Mapping[str, str], line: int) -> None:
        empty = [column for column in _REQUIRED if not cells.get(column)]
        for column in empty:
            self._report("award-table-cell-empty", line, name=_NAMES[column])
        authority = cells.get("authority", "")
        text = cells.get("form", "")
        form = find_form(text, authority)
        if text and form is None:
            hint = form_hint(text, len(self.problems))
            self._report("award-form-unknown", line, text=text[:60], hint=hint)
        status = self._status(cells.get("status", ""), line)
        award = Award(
            form=form.form.id if form else "",
            grade=form.grade if form else "",
            status=status,
            authority=authority,
            decision=cells.get("decision", ""),
            date=self._date(cells.get("date", ""), line),
            line=line,
        )
        award, counted = self._with_recipients(award, cells.get("recipients", ""))
        for code, _, values in check_award(award, self._known_on) if counted else ():
            self._report(code, line, **values)
        self.awards.append(award)

    def _status(self, text: str, line: int) -> str:
        choice = AWARD_STATUSES.find(text)
        if choice is None and text:
            near = AWARD_STATUSES.nearest(text) if len(self.problems) < HINTS_UNTIL else None
            self._report(
                "choice-unknown",
                line,
                field=_NAMES["status"],
                label="Khen thưởng",
                text=text[:60],
                hint=phrase("meant-value", name=near.name) if near else "",
                names=AWARD_STATUSES.names(),
            )
        return choice.id if choice else ""

    def _date(self, text: str, line: int) -> dt.date | None:
        """Read a day as official texts write it, day first (Nghị định 30/2020/NĐ-CP), or ISO."""
        if not text:
            return None
        iso = _ISO.fullmatch(text)
        if iso:
            text = f"{iso[3]}/{iso[2]}/{iso[1]}"
        found = parse_dates(text)
        day = found[0].to_date() if len(found) == 1 else None
        if day is None or (found[0].start, found[0].end) != (0, len(text)):
            self._report("award-table-date", line, text=text[:40])
            return None
        return day

    def _with_recipients(self, award: Award, cell: str) -> tuple[Award, bool]:
        """Add names and numbers of a cell; the flag tells whether all of them were understood."""
        recipients: list[Recipient] = []
        totals: dict[str, int] = {}
        right = True
        for piece in filter(None, (part.strip(" .") for part in cell.split(";"))):
            counts = [_COUNT.fullmatch(part.casefold()) for part in _AND.split(piece)]
            understood = [count for count in counts if count is not None]
            if len(understood) == len(counts):
                for count in understood:
                    kind = "collectives" if count["collectives"] else "individuals"
                    number = int(count["count"].replace(".", ""))
                    totals[kind] = totals.get(kind, 0) + number
            elif _NUMBERED.match(piece):
                self._report("award-table-count", award.line, text=piece[:60])
                right = False
            else:
                recipients.append(Recipient("listed", piece, award.line))
        return replace(
            award,
            recipients=tuple(recipients),
            collectives=totals.get("collectives"),
            individuals=totals.get("individuals"),
        ), right
