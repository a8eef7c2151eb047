"""A content folder with what the project's own has not: every state, many awards, long names.

All names are made up on purpose and read like it.
"""

from __future__ import annotations

from support import honours
from support.content import bulletin
from support.photos import photo, written
from support.scenario import every_feature

LONG_NAME = (
    "Trung tâm Kiểm soát bệnh tật, Phòng, chống HIV/AIDS, Sốt rét, Ký sinh trùng, Côn trùng và Kiểm"
    " dịch y tế quốc tế liên huyện Mẫu Thượng Mẫu Hạ"
)
LONG_TITLE = (
    "Ngành Y tế tỉnh Mẫu tổng kết công tác phòng, chống dịch bệnh và chăm sóc sức khỏe nhân dân"
    " chín tháng đầu năm, triển khai nhiệm vụ trọng tâm ba tháng cuối năm"
)
UNITS = f"""
- id: trung-tam-dai
  name: {LONG_NAME}
  name_en: Mẫu Inter-district Centre for Disease Control, HIV/AIDS, Malaria and Quarantine
  short_name: TTKSBT
  parent: so-y-te
  order: 2
  address: Số 1234, đường Mẫu Văn Dài, phường Mẫu Thượng, thành phố Mẫu, tỉnh Mẫu
  phone: 0205 3812 347
  email: trung-tam-kiem-soat-benh-tat-lien-huyen-mau-thuong-mau-ha@example.org
"""
# Landscape, wider, square and upright.
PHOTO_SIZES = ((1600, 1067), (1920, 1080), (1200, 1200), (1080, 1440))
# As long as a report of a conference is, so that the photos lie where they do in one.
PARAGRAPH = "Câu mẫu này được viết ra để bài dài như một bài tường thuật hội nghị. " * 6
GALLERY_BODY = f"""\
Đoạn mở đầu của bài có bốn ảnh, viết ra để thử.

{PARAGRAPH}

{PARAGRAPH}

{PARAGRAPH}

{PARAGRAPH}

{PARAGRAPH}

![Ảnh mẫu thứ nhất](anh-1.jpg "Chú thích của ảnh thứ nhất")

![Ảnh mẫu thứ hai](anh-2.jpg "Chú thích của ảnh thứ hai")

![Ảnh mẫu thứ ba](anh-3.jpg "Chú thích của ảnh thứ ba")

Đoạn cuối của bài có bốn ảnh.
"""
LONG_BODY = f"""\
{LONG_NAME} tổ chức hội nghị.

| Chỉ tiêu của đơn vị có tên rất dài | Kết quả sáu tháng | Kết quả năm | Ghi chú |
| :--- | ---: | ---: | :--- |
| {LONG_NAME} | 97,8% | 1.234.567 | đạt |

Địa chỉ: https://example.org/mot-dia-chi-rat-dai-khong-co-cho-nao-de-ngat-dong-trong-ca-dong/
"""
GALLERY = "/ban-tin/2025/12/bai-co-bon-anh/"
LONG = "/ban-tin/2025/12/bai-co-ten-dai/"


def made_up_site() -> dict[str, str | bytes]:
    """Return the files of the content folder."""
    files = every_feature()
    files["units.yml"] = str(files["units.yml"]) + UNITS
    return {
        **files,
        **honours.reports(200),
        **{
            f"bulletins/2025/anh-{number}.jpg": written(photo(*size), quality=88)
            for number, size in enumerate(PHOTO_SIZES)
        },
        "bulletins/2025/bon-anh.md": bulletin(
            "Bài có bốn ảnh",
            "2025-12-30",
            GALLERY_BODY,
            summary="Bài mẫu có một ảnh bìa và ba ảnh trong bài.",
            units="[benh-vien-phoi]",
            cover="anh-0.jpg",
            cover_alt="Ảnh bìa mẫu",
            cover_caption="Chú thích của ảnh bìa",
            cover_credit="Lê Sơn",
        ),
        "bulletins/2025/ten-dai.md": bulletin(
            LONG_TITLE,
            "2025-12-31",
            LONG_BODY,
            slug="bai-co-ten-dai",
            units="[trung-tam-dai, benh-vien-phoi, so-y-te, trung-tam-cu]",
            event=f"{{name: {LONG_TITLE!r}, date: 2025-12-30, host: {LONG_NAME!r}}}",
            awards=(
                f"[{{form: Bằng khen, authority: {LONG_NAME!r}, status: Đã tặng, "
                "recipients: [{unit: trung-tam-dai}, {person: tran-thi-dao}]}]"
            ),
        ),
    }


def drafts_site() -> dict[str, str | bytes]:
    """Return the part of it that is worth a look in the preview: drafts, what is to come, marks."""
    files = every_feature()
    numbered = {path for path in files if "/tin-so-" in path} - {"bulletins/2025/tin-so-3.md"}
    return {path: data for path, data in files.items() if path not in numbered}
