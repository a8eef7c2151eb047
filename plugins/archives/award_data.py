"""Open data of awards: each year as CSV for spreadsheets and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from plugins.archives.awards import AwardRow, Awards
from plugins.archives.data_fields import DataField, to_csv, to_json
from plugins.engine.pages import DataFile, Inputs

FOLDER: Final = "du-lieu/khen-thuong"

AWARD_FIELDS: Final[tuple[DataField[AwardRow], ...]] = (
    DataField(
        "year",
        "number",
        "Năm",
        "Năm của quyết định; không có thì năm của sự kiện, rồi năm đăng tin.",
        lambda row: row.year,
    ),
    DataField(
        "form_id",
        "text",
        "Mã hình thức",
        "Mã của hình thức trong danh mục, không đổi.",
        lambda row: row.form.id,
    ),
    DataField(
        "form",
        "text",
        "Hình thức",
        "Tên hình thức khen thưởng hoặc danh hiệu, kèm hạng nếu có.",
        lambda row: row.title,
    ),
    DataField(
        "grade",
        "text",
        "Hạng",
        "Hạng của huân chương, huy chương hoặc của giải; để trống khi không có.",
        lambda row: row.grade,
    ),
    DataField(
        "rank",
        "number",
        "Thứ bậc",
        "Thứ tự trao tặng trong danh mục: 1 là cao nhất.",
        lambda row: row.form.rank,
    ),
    DataField(
        "status_id",
        "text",
        "Mã trạng thái",
        "awarded, conferred: đã tặng; proposed, nominated: chưa có quyết định; revoked: thu hồi.",
        lambda row: row.status,
    ),
    DataField(
        "status",
        "text",
        "Trạng thái",
        "Đã tặng, Phong tặng, Đề nghị tặng, Suy tôn hoặc Thu hồi.",
        lambda row: row.status_name,
    ),
    DataField(
        "is_award",
        "flag",
        "Đã được tặng",
        "Có khi đã có quyết định tặng và quyết định còn hiệu lực; đề nghị, suy tôn là không.",
        lambda row: row.is_award,
    ),
    DataField(
        "recipient",
        "text",
        "Tập thể, cá nhân",
        "Tên đơn vị hoặc người được khen; để trống khi bản tin chỉ nêu số lượng.",
        lambda row: row.recipient.name if row.recipient else "",
    ),
    DataField(
        "recipient_type",
        "text",
        "Loại",
        "unit: đơn vị trong danh bạ; person: người trong danh bạ; name: tên ngoài danh bạ; "
        "count: chỉ có số lượng.",
        lambda row: row.recipient.kind if row.recipient else "count",
    ),
    DataField(
        "recipient_id",
        "text",
        "Mã trong danh bạ",
        "Mã của đơn vị hoặc người trong danh bạ; để trống khi không có trong danh bạ.",
        lambda row: row.recipient.id if row.recipient else "",
    ),
    DataField(
        "collectives",
        "number",
        "Số tập thể",
        "Số tập thể của dòng này.",
        lambda row: row.collectives,
    ),
    DataField(
        "individuals",
        "number",
        "Số cá nhân",
        "Số cá nhân của dòng này.",
        lambda row: row.individuals,
    ),
    DataField(
        "authority", "text", "Cơ quan tặng", "Cơ quan hoặc người tặng.", lambda row: row.authority
    ),
    DataField(
        "decision", "text", "Số quyết định", "Số, ký hiệu quyết định.", lambda row: row.decision
    ),
    DataField(
        "date",
        "date",
        "Ngày quyết định",
        "Ngày của quyết định; để trống khi không rõ.",
        lambda row: row.date.isoformat() if row.date else None,
    ),
    DataField(
        "event",
        "text",
        "Sự kiện",
        "Hội nghị hoặc buổi lễ mà bản tin nói tới.",
        lambda row: row.event,
    ),
    DataField(
        "bulletin_title", "text", "Bản tin", "Tiêu đề bản tin.", lambda row: row.bulletin.title
    ),
    DataField(
        "bulletin_url",
        "text",
        "Địa chỉ bản tin",
        "Địa chỉ trên trang này, bắt đầu bằng dấu gạch chéo.",
        lambda row: row.bulletin.url,
    ),
    DataField(
        "bulletin_date",
        "date",
        "Ngày đăng",
        "Ngày đăng bản tin.",
        lambda row: row.bulletin.date.date().isoformat(),
    ),
    DataField(
        "also",
        "list",
        "Bản tin khác",
        "Địa chỉ các bản tin khác cùng nói về quyết định này.",
        lambda row: [other.url for other in row.also],
    ),
)
"""Every field of both files; a row is one award to one recipient, or to a number of them."""


def award_files(awards: Awards) -> Iterator[DataFile]:
    """Declare ``/du-lieu/khen-thuong/YEAR.csv`` and ``.json`` for every year that has awards."""
    for year, rows in sorted(awards.by_year.items()):
        yield DataFile(f"{FOLDER}/{year}.csv", _csv, {"rows": rows})
        yield DataFile(f"{FOLDER}/{year}.json", _json, {"rows": rows})


def _csv(inputs: Inputs) -> bytes:
    return to_csv(inputs["rows"], AWARD_FIELDS)


def _json(inputs: Inputs) -> bytes:
    return to_json(inputs["rows"], AWARD_FIELDS)
