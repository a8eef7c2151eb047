"""A content folder that uses every field of a header and everything a body may hold."""

from __future__ import annotations

import io
import unicodedata
import zipfile

from PIL import Image
from support.content import REGISTRIES, bulletin

FULL = """\
---
title: "Hội nghị «thử» A & B: 5 > 3, \\"tốt\\""
slug: hoi-nghi-thu
date: 2025-11-20 09:13
modified: 2025-11-21 10:00
change_note: Sửa số đại biểu & tên phòng.
category: Hội nghị
kicker: Thi đua <3
subtitle: Một dòng phụ
summary: Tóm tắt có "ngoặc" & dấu.
authors: [Minh Hiền, le-son]
photographers: Lê Sơn
units:
  - Bệnh viện Phổi
  - -so-y-te
source: Sở Y tế
source_url: https://example.org/tin?a=1&b=2
origin: imported
event:
  name: Hội nghị sơ kết
  date: 2025-11-18
  end_date: 2025-11-19
  session: chiều
  place: Hội trường A
  host: Sở Y tế
  chair: Ông Giám đốc
  guests: [Khách thứ nhất, Khách thứ hai]
  series: Sơ kết sáu tháng
awards:
  - form: Giấy khen
    authority: Giám đốc Sở Y tế
    recipients:
      - unit: benh-vien-phoi
      - person: minh-hien
      - name: Tổ công đoàn số 1
    count: {collectives: 9, individuals: 14}
    decision: 123/QĐ-SYT
    date: 2025-11-15
    status: đã tặng
  - form: Bằng khen
    status: đề nghị
documents:
  - title: Kế hoạch "thử" & nghiệm
    number: 12/KH-SYT
    issuer: Sở Y tế
    date: 2025-11-10
    file: ke-hoach.pdf
  - title: Công văn không có tệp
cover: anh-bia.jpg
cover_alt: Hội trường "lớn"
cover_caption: Toàn cảnh & đại biểu
cover_credit: Minh Hiền
related: [tin-so-3.md]
aliases:
  - /tin-cu.aspx?id=12
expires: 2027-01-01
letters:
  - name: Bạn đọc
    date: 2025-11-20
    text: |
      Thư dòng một.

      Thư dòng hai & hết.
---

Đoạn mở đầu có **chữ đậm**, *chữ nghiêng*, H<sub>2</sub>O, m<sup>2</sup>, một dòng<br>mới,
<abbr title="Bộ Y tế">BYT</abbr>, [tin khác](tin-so-3.md), [mục](#muc-ket-qua),
[trang](/hoi-nghi/), [ngoài](https://example.org/?a=1&b=2), [thư](mailto:a@example.org),
[máy](tel:+84205123456), [tệp](ke-hoach.pdf).[^1]

![Ảnh "một" & hai](ảnh hội nghị.webp "Chú thích «ảnh»")

Ảnh trong dòng ![biểu tượng](bieu-tuong.png) nằm giữa câu.

## Kết quả

1. Việc thứ nhất
   - ý a
   - ý b
2. Việc thứ hai

> Lời trích dẫn.

| Chỉ tiêu | Kết quả | Ghi chú |
| :--- | ---: | :---: |
| Tiêm chủng | 97,8% | tốt |
| Khám | 1.811 | [^1] |

<table><tr><th>Cột</th><th>Số</th></tr><tr><td>Dòng</td><td>1</td></tr></table>

### Chi tiết

    đoạn thụt vào

---

Hết bài./.

Tin, ảnh: Minh Hiền

[^1]: Chú thích cuối trang có [liên kết](https://example.org).
"""

CLASSIC = """\
Title: Bài theo kiểu cũ
Date: 2024-05-06
Category: Tin hoạt động
Authors: Lê Sơn

Nội dung của bài.
"""

PAGES = {
    "pages/gioi-thieu.md": (
        "---\ntitle: Giới thiệu\norder: 1\nsummary: Về trang.\n---\n\n"
        "## Mục\n\n![Ảnh chung](/images/chung.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    ),
    "pages/en.md": "---\ntitle: About\nslug: en\nlang: en\n---\n\nEnglish text.\n",
}

UNITS = """
- id: trung-tam-cu
  name: Trung tâm Y tế cũ
  name_en: Old Health Centre
  short_name: TTYT
  aliases: [Trung tâm]
  kind: trung-tam
  parent: so-y-te
  province: Tỉnh A
  order: 3
  valid_from: 2010
  valid_to: 2025-06-30
  successor: benh-vien-phoi
  address: Số 1, đường A & B
  phone: 0205 3812 345
  email: a@example.org
  website: https://example.org
  description: Giới thiệu «đơn vị».
"""

PEOPLE = """
- id: tran-thi-dao
  name: Trần Thị Đào
  pen_names: [Hoa Đào]
  roles:
    - {role: Giám đốc, unit: benh-vien-phoi, from: 2020, to: 2025-12}
    - role: Cố vấn
  phone: 0205 3812 346
  email: b@example.org
  description: Bác sĩ.
"""


def picture(colour: str, form: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a photo of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, form)
    return file.getvalue()


def workbook() -> bytes:
    """Return what passes for an Excel file: an archive with the parts that one has."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def every_feature() -> dict[str, str | bytes]:
    """Return the files: the full bulletin, and enough others to cut lists into pages."""
    decomposed = unicodedata.normalize("NFD", "ảnh hội nghị.webp")
    return {
        "units.yml": REGISTRIES["units.yml"] + UNITS.lstrip("\n"),
        "people.yml": REGISTRIES["people.yml"] + PEOPLE.lstrip("\n"),
        **PAGES,
        "images/chung.png": picture("navy", "PNG"),
        "bulletins/2025/hoi-nghi.md": FULL,
        "bulletins/2025/ke-hoach.pdf": b"%PDF-1.4\n%%EOF\n",
        "bulletins/2025/bang-so-lieu.xlsx": workbook(),
        "bulletins/2025/anh-bia.jpg": picture("teal"),
        f"bulletins/2025/{decomposed}": picture("olive", "WEBP"),
        "bulletins/2025/bieu-tuong.png": picture("red", "PNG"),
        "bulletins/2024/kieu-cu.md": CLASSIC,
        "bulletins/2024/windows.md": b"\xef\xbb\xbf"
        + bulletin("Bài của Windows", "2024-05-07").replace("\n", "\r\n").encode(),
        "bulletins/2025/rut.md": bulletin(
            "Bài đã rút",
            "2025-06-01",
            "Đoạn đã rút.\n\n![Ảnh đã rút](anh-rut.jpg)",
            status="withdrawn",
            change_note="Số liệu sai.",
            summary="Tóm tắt đã rút.",
        ),
        "bulletins/2025/anh-rut.jpg": picture("black"),
        "bulletins/2025/nhap.md": bulletin(
            "Bài còn viết dở", body="![Ảnh nháp](anh-nhap.jpg)", status="draft"
        ),
        "bulletins/2025/anh-nhap.jpg": picture("white"),
        "bulletins/2026/hen.md": bulletin("Bài sẽ ra mắt", "2026-12-01 07:00"),
        "bulletins/2025/cup-nuoc.md": bulletin(
            "Cúp nước đầu tháng", category="Thông báo", expires="2025-03-10"
        ),
        "bulletins/2025/lich-truc.md": bulletin(
            "Lịch trực", "2025-12-28", category="thong-bao", expires="2026-02-01"
        ),
        "bulletins/2025/khen.md": bulletin(
            "Khen thưởng đột xuất",
            "2025-04-01",
            "Xem [bảng số liệu](bang-so-lieu.xlsx).",
            category="Khen thưởng",
        ),
        **{
            f"bulletins/2025/tin-so-{number}.md": bulletin(
                f"Tin số {number}", f"2025-{1 + number % 11:02}-{1 + number % 28:02}"
            )
            for number in range(1, 126)
        },
        **{
            f"bulletins/2023/tin-cu-{number}.md": bulletin(
                f"Tin cũ {number}", f"2023-{number:02}-01", category="Tin hoạt động"
            )
            for number in range(1, 9)
        },
    }
