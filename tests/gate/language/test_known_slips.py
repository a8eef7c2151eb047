"""The kinds of slip that real bulletins of departments have, in sentences of our own."""

import pytest

from plugins.gate.pieces import Piece
from plugins.gate.rules import Subject

SLIPS = [
    ("Thiếu nhân nhân lực.", "word-doubled", "nhân"),
    ("Các các đơn vị họp.", "word-doubled", "Các"),
    ("Kết quả được được ghi nhận.", "word-doubled", "được"),
    ("Cum thị đua số 2 họp.", "word-wrong", "Cụm thi đua"),
    ("Cum thi đua số 2 họp.", "word-wrong", "Cụm thi đua"),
    ("Theo quy định của phát luật.", "word-wrong", "pháp luật"),
    ("Trưởng phòng trình bầy báo cáo.", "word-wrong", "trình bày"),
    ("Tinh thần đối vói công việc.", "word-wrong", "đối với"),
    ("Việc ứng cung ứng thuốc.", "word-wrong", "cung ứng"),
    ("Đại biểu tham gia ý kiếm.", "word-wrong", "ý kiến"),
    ("Học tập tư tưởng Hồ chí Minh.", "capital-name", "Hồ Chí Minh"),
    ("Nghe báo cáo của Đảng bộ, Xem xét kết nạp.", "capital-after-sign", "xem"),
    ("Thực hiện quy tắc ứng xử; Chấm dứt vi phạm.", "capital-after-sign", "chấm"),
    ("Đồng chí Thế Toàn- Giám đốc Sở dự.", "spacing", "Toàn - Giám"),
    ("Bộ phận “ Một cửa” nhận hồ sơ.", "spacing", " “Một"),
    ("Nghị quyết Trung ương khóa XII,... và kết luận.", "spacing", "XII… "),
    ("Khánh thành tại NamPhó Chủ tịch dự.", "words-glued", "Nam Phó"),
    ("Học kĩ thuật mới, nhận kỹ thuật mới.", "spelling-mixed", None),
    ("Đảng ủy họp, Đảng uỷ kết luận.", "tone-style-mixed", None),
    ("Cơ quan Xanh - Sạch – Đẹp.", "dash-mixed", None),
    ("Cụm thi đua số 2 họp với Cụm thi đua số 02.", "form-mixed", None),
    ("Tại Trung tâm Y tế huyện và Trung tâm y tế tỉnh.", "form-mixed", None),
    ("Luật của Nhà nước, chính sách của nhà nước.", "form-mixed", None),
    ("Hội nghị, còn được nghe báo cáo.", "comma-stray", None),
    ("Đồng chí UV BTV dự họp.", "abbreviation-unexplained", "ủy viên"),
    (f"Hội nghị {'bàn nhiệm vụ công tác ' * 19}trong năm.", "sentence-long", None),
]


@pytest.mark.parametrize(("text", "code", "cure"), SLIPS)
def test_each_is_told_with_its_cure(rule, text, code, cure):
    subject = Subject("a.md", "bulletin", (Piece("paragraph", text),))
    told = {(hit.finding.code, hit.finding.values.get("cure")) for hit in rule(subject, None)}
    assert code in {found for found, _ in told}
    assert cure is None or (code, cure) in told
