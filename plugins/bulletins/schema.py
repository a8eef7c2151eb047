"""The closed set of fields of every file that staff write, as data.

One table serves the reader, the templates of ``bantin new`` and the admin form: the type of a
field, whether it must be there, its label and its help in Vietnamese, an example that is valid.
Fields are those of the design's table of a bulletin and of the two registries.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from plugins.bulletins import categories
from plugins.bulletins.categories import Vocabulary
from plugins.vietnamese import fold

Kind = Literal[
    "text",  # one line of plain text
    "paragraphs",  # plain text that keeps its line breaks
    "slug",  # an id or address part: a-z, 0-9 and single hyphens
    "moment",  # YYYY-MM-DD or YYYY-MM-DD HH:MM, in the site's time zone
    "date",  # YYYY-MM-DD
    "period_start",  # YYYY[-MM[-DD]], the first day it can mean
    "period_end",  # YYYY[-MM[-DD]], the last day it can mean
    "choice",  # one value of a vocabulary
    "names",  # a list of texts, or one text with ``separators``
    "name",  # one text that another file may resolve
    "path",  # a file of the content folder, relative to the file that names it
    "web",  # an http(s) address
    "email",
    "phone",
    "old_url",  # list of old addresses of a page
    "number",  # a whole number, not negative
    "mapping",  # the fields in ``fields``
    "list",  # a list of mappings of ``fields``
]
NESTED_KINDS: frozenset[str] = frozenset({"mapping", "list"})
_NAME_LISTS: frozenset[str] = frozenset({"names", "old_url"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called in files, its type, and how it is shown to staff."""

    name: str
    kind: Kind
    label: str
    help: str = ""
    example: str = ""
    required: bool = False
    max_length: int = 500
    separators: str = ";"
    vocabulary: Vocabulary | None = None
    fields: Schema | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """A closed set of fields, in the order in which a file lists them."""

    fields: tuple[Field, ...]
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    required: tuple[Field, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the fields by name."""
        by_name = MappingProxyType({entry.name: entry for entry in self.fields})
        object.__setattr__(self, "by_name", by_name)
        object.__setattr__(self, "required", tuple(f for f in self.fields if f.required))

    def __iter__(self) -> Iterator[Field]:
        """Go through the fields in order."""
        return iter(self.fields)

    def get(self, name: str) -> Field | None:
        """Return a field by its exact name, or None."""
        return self.by_name.get(name)

    def nearest(self, written: str) -> Field | None:
        """Return the field that a wrong name most likely means: by name, or by Vietnamese label."""
        folded = fold(written).strip()
        texts = {entry.name: entry for entry in self.fields}
        texts |= {fold(entry.label): entry for entry in self.fields}
        near = difflib.get_close_matches(folded.replace("-", "_"), texts, n=1, cutoff=0.7)
        near = near or difflib.get_close_matches(folded, texts, n=1, cutoff=0.7)
        return texts[near[0]] if near else None


# Keys of Pelican and of other site generators that would give a file power over the build, or that
# this site decides by itself. Each with the reason that staff are told.
REFUSED: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        ("save_as", "url", "permalink", "path", "filename"),
        "địa chỉ của trang do hệ thống tự đặt theo ngày đăng và slug",
    )
    | dict.fromkeys(
        ("template", "layout", "theme", "css", "js"),
        "cách trình bày do hệ thống quyết định, giống nhau cho mọi bài",
    )
    | dict.fromkeys(
        ("_content", "content", "body", "_summary", "reader"),
        "nội dung bài viết nằm ở dưới phần đầu, không phải trong phần đầu",
    )
    | dict.fromkeys(
        ("lang", "translation", "translations"),
        "mọi bản tin đều bằng tiếng Việt",
    )
    | dict.fromkeys(
        ("tags", "keywords", "tag"),
        "trang này không dùng thẻ; bài được xếp theo chuyên mục và đơn vị",
    )
    | {"<<": "không dùng được cách gộp này; hãy viết rõ từng trường"}
)

_RECIPIENT = Schema(
    (
        Field("unit", "text", "Đơn vị", "Mã của đơn vị trong units.yml."),
        Field("person", "text", "Cá nhân", "Mã của người trong people.yml."),
        Field("name", "text", "Tên", "Tên viết thẳng, khi không có trong danh bạ."),
    )
)

_COUNT = Schema(
    (
        Field("collectives", "number", "Số tập thể", example="9"),
        Field("individuals", "number", "Số cá nhân", example="14"),
    )
)

_EVENT = Schema(
    (
        Field("name", "text", "Tên sự kiện", example="Hội nghị tổng kết năm 2023", required=True),
        Field("date", "date", "Ngày diễn ra", example="2023-12-15"),
        Field("end_date", "date", "Ngày kết thúc", "Chỉ ghi khi kéo dài hơn một ngày."),
        Field(
            "session",
            "choice",
            "Buổi",
            "Sáng, trưa, chiều hoặc tối.",
            example="sáng",
            vocabulary=categories.SESSIONS,
        ),
        Field("place", "text", "Địa điểm", example="Hội trường Sở Y tế"),
        Field("host", "name", "Đơn vị tổ chức", "Tên hoặc mã trong units.yml."),
        Field("chair", "text", "Người chủ trì"),
        Field("guests", "names", "Khách mời"),
        Field("series", "text", "Chuỗi sự kiện", "Các bài ghi giống nhau là cùng một chuỗi."),
    )
)

_AWARD = Schema(
    (
        Field("form", "text", "Hình thức", example="Giấy khen", required=True),
        Field("authority", "text", "Cấp khen thưởng", example="Giám đốc Sở Y tế"),
        Field(
            "recipients",
            "list",
            "Người, đơn vị được khen",
            "Mỗi dòng một trong ba dạng: unit, person hoặc name.",
            fields=_RECIPIENT,
        ),
        Field("count", "mapping", "Số lượng", fields=_COUNT),
        Field("decision", "text", "Số quyết định", example="123/QĐ-SYT"),
        Field("date", "date", "Ngày quyết định", example="2023-12-15"),
        Field(
            "status",
            "choice",
            "Tình trạng",
            "Đã tặng khác với mới đề nghị: phải ghi rõ.",
            example="đã tặng",
            required=True,
            vocabulary=categories.AWARD_STATUSES,
        ),
    )
)

_DOCUMENT = Schema(
    (
        Field("title", "text", "Tên văn bản", required=True),
        Field("number", "text", "Số, ký hiệu", example="123/KH-SYT"),
        Field("issuer", "text", "Cơ quan ban hành", example="Sở Y tế"),
        Field("date", "date", "Ngày ban hành", example="2023-12-15"),
        Field("file", "path", "Tệp đính kèm", example="ke-hoach.pdf"),
    )
)

_LETTER = Schema(
    (
        Field("name", "text", "Người gửi", required=True),
        Field("date", "date", "Ngày gửi", required=True, example="2023-12-15"),
        Field("text", "paragraphs", "Nội dung", required=True, max_length=5000),
    )
)

BULLETIN = Schema(
    (
        Field("title", "text", "Tiêu đề", example="Hội nghị tổng kết năm 2023", required=True),
        Field(
            "slug",
            "slug",
            "Tên trong địa chỉ",
            "Chữ thường không dấu, số và dấu gạch nối. Bỏ trống thì lấy từ tiêu đề.",
            example="hoi-nghi-tong-ket-nam-2023",
        ),
        Field(
            "date",
            "moment",
            "Ngày đăng",
            "Năm-tháng-ngày, có thể thêm giờ:phút.",
            example="2023-12-15 08:30",
            required=True,
        ),
        Field("modified", "moment", "Ngày cập nhật", example="2023-12-16"),
        Field("change_note", "text", "Nội dung cập nhật", "Nói với bạn đọc điều gì đã sửa."),
        Field(
            "category",
            "choice",
            "Chuyên mục",
            example="Hội nghị",
            required=True,
            vocabulary=categories.CATEGORIES,
        ),
        Field("kicker", "text", "Dòng trên tiêu đề"),
        Field("subtitle", "text", "Tiêu đề phụ"),
        Field(
            "summary",
            "text",
            "Sapo",
            "Bỏ trống thì lấy đoạn đầu của bài.",
            max_length=1000,
        ),
        Field("authors", "names", "Tác giả", example="Minh Hiền", separators=";,"),
        Field("photographers", "names", "Người chụp ảnh", separators=";,"),
        Field("units", "names", "Đơn vị", "Đơn vị chính ghi đầu tiên.", example="Sở Y tế"),
        Field("source", "text", "Nguồn"),
        Field("source_url", "web", "Địa chỉ nguồn", example="https://moh.gov.vn/tin"),
        Field("origin", "choice", "Xuất xứ", example="imported", vocabulary=categories.ORIGINS),
        Field("event", "mapping", "Sự kiện", fields=_EVENT),
        Field("awards", "list", "Khen thưởng", fields=_AWARD),
        Field("documents", "list", "Văn bản", fields=_DOCUMENT),
        Field("cover", "path", "Ảnh đại diện", example="anh-hoi-nghi.jpg"),
        Field("cover_alt", "text", "Mô tả ảnh cho người khiếm thị"),
        Field("cover_caption", "text", "Chú thích ảnh"),
        Field("cover_credit", "text", "Nguồn ảnh"),
        Field("related", "names", "Bài liên quan", "Slug, địa chỉ hoặc tên tệp của bài."),
        Field("aliases", "old_url", "Địa chỉ cũ", example="/tin-cu.aspx?id=12"),
        Field(
            "status",
            "choice",
            "Trạng thái",
            example="published",
            vocabulary=categories.STATUSES,
        ),
        Field("expires", "date", "Ngày hết hạn", example="2024-01-31"),
        Field("letters", "list", "Ý kiến bạn đọc", fields=_LETTER),
    )
)

PAGE = Schema(
    (
        Field("title", "text", "Tiêu đề", example="Giới thiệu", required=True),
        Field("slug", "slug", "Tên trong địa chỉ", "Bỏ trống thì lấy tên tệp."),
        Field("summary", "text", "Tóm tắt", max_length=1000),
        Field("lang", "choice", "Ngôn ngữ", example="vi", vocabulary=categories.LANGUAGES),
        Field("order", "number", "Thứ tự", example="1"),
    )
)

UNIT = Schema(
    (
        Field("id", "slug", "Mã", example="benh-vien-da-khoa-tinh", required=True),
        Field("name", "text", "Tên", example="Bệnh viện Đa khoa tỉnh", required=True),
        Field("name_en", "text", "Tên tiếng Anh"),
        Field("short_name", "text", "Tên ngắn", example="BVĐK tỉnh"),
        Field("aliases", "names", "Tên gọi khác"),
        Field("kind", "text", "Loại đơn vị"),
        Field("parent", "slug", "Đơn vị cấp trên", "Mã của đơn vị cấp trên."),
        Field("province", "text", "Tỉnh, thành phố"),
        Field("order", "number", "Thứ tự"),
        Field("valid_from", "period_start", "Hoạt động từ", example="2025-07-01"),
        Field("valid_to", "period_end", "Hoạt động đến", example="2025-06-30"),
        Field("successor", "slug", "Đơn vị kế tục", "Mã của đơn vị thay thế."),
        Field("address", "text", "Địa chỉ"),
        Field("phone", "phone", "Điện thoại"),
        Field("email", "email", "Thư điện tử"),
        Field("website", "web", "Trang web"),
        Field("description", "text", "Giới thiệu", max_length=3000),
    )
)

_ROLE = Schema(
    (
        Field("role", "text", "Chức vụ", example="Giám đốc", required=True),
        Field("unit", "slug", "Đơn vị", "Mã trong units.yml."),
        Field("from", "period_start", "Từ", example="2020-01-01"),
        Field("to", "period_end", "Đến", example="2024-12-31"),
    )
)

PERSON = Schema(
    (
        Field("id", "slug", "Mã", example="minh-hien", required=True),
        Field("name", "text", "Họ và tên", example="Minh Hiền", required=True),
        Field("pen_names", "names", "Bút danh"),
        Field("roles", "list", "Chức vụ", fields=_ROLE),
        Field("phone", "phone", "Điện thoại cơ quan"),
        Field("email", "email", "Thư điện tử cơ quan"),
        Field("description", "text", "Giới thiệu", max_length=3000),
    )
)

_TOP_LEVEL = frozenset(
    text for entry in (*BULLETIN, *PAGE) for text in (entry.name, entry.label.casefold())
) | frozenset(REFUSED)


def names_a_field(written: str) -> bool:
    """Tell whether a text is the name or the Vietnamese label of a field of a header."""
    return written.strip().casefold() in _TOP_LEVEL


def is_list_of_names(written: str) -> bool:
    """Tell whether a key of a header names a field that lists texts."""
    entry = BULLETIN.get(written.strip().casefold())
    return entry is not None and entry.kind in _NAME_LISTS


TAKEN_DOWN = Schema(
    (
        Field("url", "text", "Địa chỉ", example="/ban-tin/2023/12/tin-da-go/", required=True),
        Field("date", "date", "Ngày gỡ", example="2023-12-20"),
        Field("reason", "text", "Lý do", "Ghi chung chung; không nhắc lại điều đã gỡ."),
    )
)
