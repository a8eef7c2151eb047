"""Open data: each year's bulletins as JSON (DESIGN section 6, interface 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from plugins.archives.awards import AwardEntry, Awards, RecipientRef
from plugins.archives.cards import category_of
from plugins.archives.data_fields import DataField, to_json
from plugins.archives.site import Credits, Site, UnitRef
from plugins.archives.views import NamedLink
from plugins.bulletins.records import Bulletin, Event
from plugins.engine.pages import DataFile, Inputs

FOLDER: Final = "du-lieu/ban-tin"


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """A bulletin that is recommended below another one; ``reasons`` are printed ones."""

    url: str
    title: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """A bulletin and what other files say of it: all that its record is made of."""

    bulletin: Bulletin
    credits: Credits
    awards: tuple[AwardEntry, ...] = ()
    related: tuple[RelatedEntry, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether its page shows what it says; that of a withdrawn bulletin does not."""
        return self.bulletin.status != "withdrawn"

    @property
    def event(self) -> tuple[Event, NamedLink | None] | None:
        """Its event and who held it, as far as the page shows it."""
        event = self.bulletin.event
        return (event, self.credits.host) if event is not None and self.shown else None


EventAndHost = tuple[Event, NamedLink | None]

_ID_AND_NAME: Final[tuple[DataField[Any], ...]] = (
    DataField("id", "text", "Mã", "Mã trong danh bạ hoặc danh mục, không đổi.", lambda of: of.id),
    DataField("name", "text", "Tên", "Tên để in.", lambda of: of.name),
)

_UNIT: Final[tuple[DataField[UnitRef], ...]] = (
    *_ID_AND_NAME,
    DataField(
        "role",
        "text",
        "Vai trò",
        "subject: tin nói về đơn vị; mentioned: tin có nhắc tới.",
        lambda unit: unit.role,
    ),
)

_HOST: Final[tuple[DataField[NamedLink], ...]] = (
    DataField("name", "text", "Tên", "Tên đơn vị tổ chức.", lambda host: host.name),
    DataField(
        "url",
        "text",
        "Địa chỉ",
        "Trang của đơn vị; để trống khi không có trong danh bạ.",
        lambda host: host.url,
    ),
)

_EVENT: Final[tuple[DataField[EventAndHost], ...]] = (
    DataField("name", "text", "Tên", "Tên sự kiện.", lambda of: of[0].name),
    DataField("date", "date", "Ngày", "Ngày bắt đầu.", lambda of: _iso(of[0].date)),
    DataField("end_date", "date", "Đến ngày", "Ngày cuối.", lambda of: _iso(of[0].end_date)),
    DataField(
        "session", "text", "Buổi", "sáng, trưa, chiều, tối hoặc để trống.", lambda of: of[0].session
    ),
    DataField("place", "text", "Địa điểm", "Nơi diễn ra.", lambda of: of[0].place),
    DataField("host", "object", "Đơn vị tổ chức", "Đơn vị tổ chức.", lambda of: of[1], _HOST),
    DataField("chair", "text", "Chủ trì", "Người chủ trì.", lambda of: of[0].chair),
    DataField("guests", "list", "Khách mời", "Khách mời.", lambda of: list(of[0].guests)),
    DataField(
        "series",
        "text",
        "Chuỗi sự kiện",
        "Tên chung của các lần tổ chức.",
        lambda of: of[0].series,
    ),
)

_RECIPIENT: Final[tuple[DataField[RecipientRef], ...]] = (
    DataField(
        "type",
        "text",
        "Loại",
        "unit: đơn vị trong danh bạ; person: người trong danh bạ; name: tên ngoài danh bạ.",
        lambda one: one.kind,
    ),
    *_ID_AND_NAME,
)

_AWARD: Final[tuple[DataField[AwardEntry], ...]] = (
    DataField(
        "form",
        "object",
        "Hình thức",
        "Hình thức khen thưởng hoặc danh hiệu.",
        lambda award: award.form,
        _ID_AND_NAME,
    ),
    DataField("grade", "text", "Hạng", "Hạng, nếu có.", lambda award: award.grade),
    DataField(
        "status",
        "object",
        "Trạng thái",
        "awarded, conferred: đã tặng; proposed, nominated: chưa có quyết định; revoked: thu hồi.",
        lambda award: award,
        (
            DataField("id", "text", "Mã", "Mã trạng thái.", lambda award: award.status),
            DataField("name", "text", "Tên", "Tên để in.", lambda award: award.status_name),
        ),
    ),
    DataField(
        "is_award",
        "flag",
        "Đã được tặng",
        "Có khi đã tặng; đề nghị, suy tôn, thu hồi là không.",
        lambda award: award.is_award,
    ),
    DataField("authority", "text", "Cơ quan tặng", "Ai tặng.", lambda award: award.authority),
    DataField("decision", "text", "Số quyết định", "Số, ký hiệu.", lambda award: award.decision),
    DataField("date", "date", "Ngày", "Ngày quyết định.", lambda award: _iso(award.date)),
    DataField(
        "recipients",
        "list",
        "Tập thể, cá nhân",
        "Tập thể, cá nhân được nêu tên.",
        lambda award: award.recipients,
        _RECIPIENT,
    ),
    DataField(
        "collectives",
        "number",
        "Số tập thể",
        "Số tập thể, kể cả đã nêu tên.",
        lambda award: award.collectives,
    ),
    DataField(
        "individuals",
        "number",
        "Số cá nhân",
        "Số cá nhân, kể cả đã nêu tên.",
        lambda award: award.individuals,
    ),
)

_RELATED: Final[tuple[DataField[RelatedEntry], ...]] = (
    DataField("url", "text", "Địa chỉ", "Địa chỉ bản tin.", lambda entry: entry.url),
    DataField("title", "text", "Tiêu đề", "Tiêu đề bản tin.", lambda entry: entry.title),
    DataField("score", "number", "Điểm", "Càng cao càng gần.", lambda entry: entry.score),
    DataField("reasons", "list", "Lý do", "Vì sao liên quan.", lambda entry: list(entry.reasons)),
)

BULLETIN_FIELDS: Final[tuple[DataField[BulletinRow], ...]] = (
    DataField("path", "text", "Tệp", "Tệp nguồn của bản tin.", lambda row: row.bulletin.path),
    DataField(
        "url",
        "text",
        "Địa chỉ",
        "Địa chỉ trên trang này, bắt đầu bằng dấu gạch chéo.",
        lambda row: row.bulletin.url,
    ),
    DataField(
        "status",
        "text",
        "Trạng thái",
        "published: đã đăng; withdrawn: đã rút (không kèm nội dung).",
        lambda row: row.bulletin.status,
    ),
    DataField("title", "text", "Tiêu đề", "Tiêu đề.", lambda row: row.bulletin.title),
    DataField(
        "category",
        "object",
        "Chuyên mục",
        "Chuyên mục.",
        lambda row: category_of(row.bulletin.category),
        _ID_AND_NAME,
    ),
    DataField(
        "date", "moment", "Ngày đăng", "Ngày giờ đăng.", lambda row: row.bulletin.date.isoformat()
    ),
    DataField(
        "modified",
        "moment",
        "Ngày cập nhật",
        "Lần sửa gần nhất; null khi chưa sửa.",
        lambda row: row.bulletin.modified.isoformat() if row.bulletin.modified else None,
    ),
    DataField(
        "summary",
        "text",
        "Tóm tắt",
        "Sapo, hoặc câu đầu của bài.",
        lambda row: row.bulletin.summary if row.shown else "",
    ),
    DataField(
        "authors", "list", "Tác giả", "Tác giả.", lambda row: row.credits.authors, _ID_AND_NAME
    ),
    DataField(
        "photographers",
        "list",
        "Người chụp ảnh",
        "Người chụp ảnh.",
        lambda row: row.credits.photographers,
        _ID_AND_NAME,
    ),
    DataField(
        "units", "list", "Đơn vị", "Các đơn vị của tin.", lambda row: row.credits.units, _UNIT
    ),
    DataField(
        "event",
        "object",
        "Sự kiện",
        "Hội nghị hoặc buổi lễ; null khi không có.",
        lambda row: row.event,
        _EVENT,
    ),
    DataField(
        "awards",
        "list",
        "Khen thưởng",
        "Khen thưởng mà tin nêu.",
        lambda row: row.awards if row.shown else (),
        _AWARD,
    ),
    DataField(
        "related", "list", "Tin liên quan", "Tin liên quan.", lambda row: row.related, _RELATED
    ),
)
"""Every field of a bulletin; all are always there."""


def bulletins_by_year(site: Site, awards: Awards) -> Iterator[DataFile]:
    """Declare ``/du-lieu/ban-tin/YEAR.json`` for every year: all bulletins that have a page."""
    for year, group in groupby(site.selection.paged, lambda bulletin: bulletin.date.year):
        rows = tuple(
            BulletinRow(
                bulletin,
                site.credits.get(bulletin.path, Credits()),
                awards.by_bulletin.get(bulletin.path, ()),
                tuple(
                    RelatedEntry(
                        card.url,
                        card.title,
                        entry.score,
                        tuple(reason.text for reason in entry.reasons),
                    )
                    for card, entry in site.related_to(bulletin.path)
                ),
            )
            for bulletin in group
        )
        yield DataFile(f"{FOLDER}/{year}.json", _dump, {"rows": rows})


def _dump(inputs: Inputs) -> bytes:
    return to_json(inputs["rows"], BULLETIN_FIELDS)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
