"""Items to search for, and a reader of the index's postings that is not the program's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from support.content import bulletin, write_content

from plugins.search.documents import SearchDoc

UNITS = """\
- id: so-y-te
  name: Sở Y tế Mẫu Sơn
  kind: so
  phone: 0205 3812 345
  address: Số 50, đường Mẫu, thành phố Mẫu Sơn
- id: benh-vien-phoi
  name: Bệnh viện Phổi Mẫu Sơn
  short_name: BV Phổi
  aliases: [Bệnh viện Lao và Bệnh phổi]
  kind: benh-vien
  parent: so-y-te
  phone: 0205 3812 346
- id: trung-tam-y-te-mau-ha
  name: Trung tâm Y tế huyện Mẫu Hạ
  parent: so-y-te
  valid_to: 2024-12-31
  successor: trung-tam-y-te-lien-xa
- id: trung-tam-y-te-lien-xa
  name: Trung tâm Y tế liên xã Mẫu Thượng
  parent: so-y-te
"""
PEOPLE = """\
- id: minh-hien
  name: Minh Hiền
  roles:
    - role: Giám đốc
      unit: benh-vien-phoi
- id: mau-van-hung
  name: Mẫu Văn Hùng
- id: mau-van-hung-2
  name: Mẫu Văn Hưng
"""


def search_site(root: Path) -> Path:
    """Write a content folder for tests of search: every kind of item, several years and states."""
    filler = {
        f"bulletins/2023/tin-{number}.md": bulletin(
            f"Bản tin thường kỳ số {number}",
            f"2023-0{number % 9 + 1}-11",
            f"Nội dung thường kỳ của số {number}, viết ra để thử.",
            category="Tin hoạt động",
        )
        for number in range(14)
    }
    return write_content(
        root,
        {
            "units.yml": UNITS,
            "people.yml": PEOPLE,
            "pages/gioi-thieu.md": (
                f"---\ntitle: Giới thiệu\n---\n\nTrang thử kể về ngành y.{' Câu cho dài.' * 20}\n\n"
                "Thư bạn đọc gửi về tổ truyền thông.\n"
            ),
            "bulletins/2025/soi.md": bulletin(
                "Tiêm vắc xin sởi cho trẻ em",
                "2025-02-10",
                "Trạm đã tiêm đủ liều.\n\nĐoạn sau nói về kính hiển vi điện tử của phòng.",
                units="Bệnh viện Phổi Mẫu Sơn",
            ),
            "bulletins/2025/soi-than.md": bulletin(
                "Tán sỏi thận bằng kỹ thuật mới", "2025-03-10", category="Khen thưởng"
            ),
            "bulletins/2025/hoa.md": bulletin(
                "Hòa giải ở cơ sở", "2025-03-12", "Tổ hòa giải và đoàn kiểm tra đã họp."
            ),
            "bulletins/2025/bang.md": bulletin(
                "Kết quả hội thao",
                "2025-03-13",
                "Ban tổ chức trao giải.\n\n| Giải | Người được trao |\n|---|---|\n"
                "| Nhất | Mẫu Văn Hùng |\n| Nhì | Minh Hiền |",
            ),
            "bulletins/2025/dang-uy.md": bulletin(
                "Đảng ủy Sở Y tế họp thường kỳ",
                "2025-03-14",
                documents=(
                    "[{title: Kế hoạch phòng dịch năm mẫu, number: 42/KH-SYT, issuer: Sở Y tế}]"
                ),
            ),
            "bulletins/2025/da-rut.md": bulletin(
                "Bản tin kỳ lạ đã rút", "2025-03-15", status="Đã rút"
            ),
            "bulletins/2025/nhap.md": bulletin(
                "Bản nháp chưa đăng", "2025-03-16", status="Bản nháp"
            ),
            "bulletins/2025/het-han.md": bulletin(
                "Lịch nghỉ lễ", "2025-03-01", category="Thông báo", expires="2025-03-02"
            ),
            "bulletins/2024/ma-doc.md": bulletin(
                '"Chỉ số <3 & >1 trong tiêu đề"',
                "2024-03-16",
                "Thử mã &lt;script&gt;alert(1)&lt;/script&gt; trong bài.",
            ),
            **filler,
        },
    )


def item(number: int, title: str, body: str = "", day: str = "2025-03-05", **fields: object):
    """Return an item: a bulletin of a day, or something without date where ``day`` is empty."""
    return SearchDoc(
        url=f"/ban-tin/{number}/",
        title=title,
        kind="hoi-nghi",
        day=dt.date.fromisoformat(day) if day else None,
        body=body,
        **fields,
    )


def decoded(data: bytes) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Read a file of postings: the place and field of each posting, by key and written form."""
    numbers = _numbers(data)
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    key = 0
    for step in numbers:
        key += step
        for _ in range(next(numbers)):
            form, size = next(numbers), next(numbers)
            bodies, place = [], 0
            for _ in range(size // 2):
                place += next(numbers)
                bodies.append((place, 0))
            heads, place = [], 0
            for _ in range(next(numbers) if size % 2 else 0):
                value = next(numbers)
                place += value // 4
                heads.append((place, value % 4))
            found[key, form] = bodies + heads
    return found


def _numbers(data: bytes) -> Iterator[int]:
    value, shift = 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value, shift = 0, 0
