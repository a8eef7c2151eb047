"""Eight Word bulletins as offices write them, each with its own difficulty.

The texts are made up for tests. What they say stands in ``tests/desk/gold/word.yml``, which was
written by hand; nothing here is derived from it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from support.word_files import (
    WordFile,
    columns,
    commented,
    deleted,
    inserted,
    paragraph,
    run,
    table,
    text_box,
)

# TCVN 5712:1993 (the «.Vn» fonts), as Word keeps it: the sign of Latin-1 that has the same byte.
_VIETNAMESE = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĐ"
_TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®§"
_TO_TCVN3 = str.maketrans(_VIETNAMESE, _TCVN3)
VN_TIME = ".VnTime"


def write_all(folder: Path) -> list[Path]:
    """Write the eight files into a folder and return their paths in order."""
    return [make().save(folder / name) for name, make in _FILES.items()]


def _photos_and_captions() -> WordFile:
    file = WordFile(header="Lưu hành nội bộ - bản in thử")
    first = file.photo("navy", alt="Picture 1")
    second = file.photo("green", alt="Giảng viên và học viên đứng quanh bàn có bộ đồ bảo hộ")
    file.blocks = [
        paragraph("Bệnh viện Phổi Lạng Sơn tập huấn kiểm soát nhiễm khuẩn", style="Title"),
        paragraph(run("Ngày đăng: 17/05/2024", italic=True), align="right"),
        paragraph(
            "Ngày 16/5/2024, Bệnh viện Phổi Lạng Sơn tổ chức lớp tập huấn thử nghiệm về kiểm soát "
            "nhiễm khuẩn cho 40 điều dưỡng."
        ),
        paragraph(first, align="center"),
        paragraph(
            run("Học viên thực hành rửa tay tại phòng tập huấn.", italic=True), align="center"
        ),
        paragraph(
            "Các học viên chia thành bốn nhóm. Mỗi nhóm thực hành sáu bước rửa tay trong 30 giây."
        ),
        paragraph(second, align="center"),
        paragraph("Giảng viên hướng dẫn cách mặc đồ bảo hộ.", style="Caption"),
        paragraph("Kết quả kiểm tra cuối buổi đạt 95%./."),
        paragraph(run("Tin, ảnh: Minh Hiền", bold=True), align="right"),
    ]
    return file


def _awards_table() -> WordFile:
    return WordFile(
        [
            paragraph(
                run("Sở Y tế Vĩnh Phúc khen thưởng bài mẫu năm 2023", bold=True), align="center"
            ),
            paragraph(
                "Sáng 20/12/2023, Sở Y tế Vĩnh Phúc công bố danh sách khen thưởng trong bài mẫu "
                "này."
            ),
            paragraph("Danh sách khen thưởng", style="Heading2"),
            table(
                ["Hình thức", "Đơn vị", "Số quyết định", "Tình trạng"],
                ["Giấy khen", "Bệnh viện Y Dược cổ truyền", "101/QĐ-SYT", "Đã tặng"],
                ["Giấy khen", "Bệnh viện Đa khoa Khu vực Phúc Yên", "102/QĐ-SYT", "Đã tặng"],
            ),
            paragraph("Hai đơn vị nhận giấy khen tại hội trường."),
            paragraph("Lê Sơn", align="right"),
        ]
    )


def _text_boxes() -> WordFile:
    boxed = text_box(
        paragraph(run("Cần nhớ: mang theo thẻ bảo hiểm y tế khi đến khám.", bold=True))
    )
    return WordFile(
        [
            paragraph(run("Trạm y tế thử nghiệm khám sức khỏe cho người cao tuổi", bold=True)),
            paragraph("Trạm y tế khám cho 120 người trong bài mẫu thứ ba."),
            paragraph(run("Người cao tuổi được đo huyết áp và thử đường máu."), boxed),
            paragraph("Trạm hẹn khám lại sau ba tháng."),
            paragraph("Linh Trang", align="right"),
        ]
    )


def _comments_and_changes() -> WordFile:
    return WordFile(
        [
            paragraph(
                run("Công đoàn cơ quan tổ chức ngày hội hiến máu ", bold=True),
                deleted("bản nháp"),
                inserted(run("bản sửa", bold=True)),
            ),
            paragraph(
                "Ngày 8/3/2024, công đoàn cơ quan tổ chức ngày hội hiến máu trong bài mẫu thứ tư."
            ),
            paragraph(
                run("Ban tổ chức nhận "),
                deleted("50"),
                inserted(run("52")),
                commented(run(" đơn vị máu.")),
            ),
            paragraph(inserted(run("Câu này được thêm vào khi biên tập."))),
            paragraph(deleted("Câu này đã bị bỏ.")),
            paragraph("Ngày hội kết thúc lúc 11 giờ."),
            paragraph(run("Ngọc Nam", italic=True), align="right"),
        ],
        comment="Chị xem lại con số này giúp em.",
    )


def _old_font() -> WordFile:
    lines = (
        "Phòng khám mẫu mở thêm giờ khám buổi tối",
        "Từ tháng sau, phòng khám mẫu mở cửa đến 20 giờ các ngày trong tuần.",
        "Người bệnh đăng ký qua điện thoại hoặc tại quầy tiếp đón.",
        "Bác sĩ trực khám cả ngày thứ bảy để phục vụ người lao động ở xa.",
        "Văn Nghĩa",
    )
    title, *others = (line.translate(_TO_TCVN3) for line in lines)
    return WordFile(
        [
            paragraph(run(title, bold=True, font=VN_TIME), align="center"),
            *(paragraph(run(line, font=VN_TIME)) for line in others),
        ]
    )


def _two_columns() -> WordFile:
    return WordFile(
        [
            paragraph(run("SỨC KHỎE CỘNG ĐỒNG", bold=True)),
            paragraph("Bản tin hai cột về phòng chống sốt xuất huyết", style="Title"),
            f"<w:p><w:pPr>{columns(1)}</w:pPr></w:p>",
            paragraph("Bài mẫu thứ sáu được dàn thành hai cột như một tờ tin."),
            paragraph(run("Diệt lăng quăng", bold=True)),
            paragraph("Mỗi tuần, các gia đình lật úp dụng cụ chứa nước một lần."),
            paragraph(run("Ngủ màn", bold=True)),
            '<w:p><w:r><w:br w:type="column"/></w:r></w:p>',
            paragraph("Trẻ em cần ngủ màn cả ban ngày."),
            paragraph("Khi sốt cao, người bệnh đến ngay cơ sở y tế gần nhất."),
            paragraph("Tin: Minh Hiền; Ảnh: Lê Sơn", align="right"),
            columns(2),
        ]
    )


def _notice() -> WordFile:
    office = paragraph(run("SỞ Y TẾ LẠNG SƠN\nVĂN PHÒNG", bold=True), align="center") + paragraph(
        "Số:     /TB-VP", align="center"
    )
    motto = paragraph(
        run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", bold=True),
        align="center",
    ) + paragraph(run("Lạng Sơn, ngày     tháng     năm 2024", italic=True), align="center")
    return WordFile(
        [
            table([office, motto]),
            paragraph(run("THÔNG BÁO", bold=True), align="center"),
            paragraph(
                run("Về việc nghỉ trực tiếp công dân dịp nghỉ lễ", bold=True), align="center"
            ),
            paragraph("Sở Y tế Lạng Sơn thông báo lịch tiếp công dân thử nghiệm như sau."),
            paragraph("Nghỉ tiếp công dân trong hai ngày.", item=True),
            paragraph("Nhận đơn qua bưu điện như thường lệ.", item=True),
            paragraph("Người dân gọi số máy của văn phòng khi cần hỏi thêm./."),
            table(
                [
                    paragraph(run("Nơi nhận:", italic=True)) + paragraph("- Lưu: VT."),
                    paragraph(run("CHÁNH VĂN PHÒNG", bold=True), align="center"),
                ]
            ),
        ]
    )


def _decomposed() -> WordFile:
    file = WordFile()
    photo = file.photo("maroon")
    lines = (
        "Trung tâm Y tế huyện Mê Linh sơ kết công tác tiêm chủng bản mẫu",
        "Thứ Ba, 10/07/2018 08:00",
        "Chiều 9/7, Trung tâm Y tế huyện Mê Linh tổ chức hội nghị sơ kết sáu tháng trong bài mẫu "
        "cuối cùng.",
        "Cán bộ trạm y tế sắp xếp phiếu tiêm.",
        "Tỷ lệ tiêm đủ mũi đạt 48,5% kế hoạch năm.\nBa xã đạt trên 55%.",
        "\xa0" * 9 + "Hội nghị giao việc cho từng trạm trong sáu tháng cuối năm./.",
        "\xa0" * 60 + "NGUYỄN THỊ NGỌC",
    )
    title, stamp, lead, caption, figures, end, byline = (
        unicodedata.normalize("NFD", line) for line in lines
    )
    file.blocks = [
        paragraph(run(title, bold=True)),
        paragraph(stamp),
        paragraph(lead),
        table([paragraph(photo)], [paragraph(run(caption, italic=True), align="center")]),
        paragraph(figures),
        paragraph(end),
        paragraph(run(byline, bold=True)),
    ]
    return file


_FILES: Mapping[str, Callable[[], WordFile]] = MappingProxyType(
    {
        "1-anh-va-chu-thich.docx": _photos_and_captions,
        "2-bang-khen-thuong.docx": _awards_table,
        "3-hop-van-ban.docx": _text_boxes,
        "4-gop-y-va-sua.docx": _comments_and_changes,
        "5-phong-vntime.docx": _old_font,
        "6-hai-cot.docx": _two_columns,
        "7-thong-bao-co-tieu-ngu.docx": _notice,
        "8-chu-roi-dau.docx": _decomposed,
    }
)
