"""The words that bylines are made of, and the words that only look like a person's name.

All comparisons fold case and tone style (``fold_exact``), never letters. Names of provinces are
those before and after the merger of 1 July 2025 (Nghị quyết 202/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from plugins.vietnamese import fold_exact

_TONE_TWINS: Final = (("ủy", "uỷ"), ("hòa", "hoà"), ("họa", "hoạ"), ("khỏe", "khoẻ"))


def _folded(text: str) -> frozenset[str]:
    """Fold phrases that are parted by ``|``."""
    return frozenset(fold_exact(phrase) for phrase in text.split("|"))


def _either(phrases: str) -> str:
    """Make the alternatives of a pattern of phrases parted by ``|``, the longest first."""
    listed = {" ".join(phrase.split()) for phrase in phrases.split("|")}
    for old, new in _TONE_TWINS:
        listed |= {phrase.replace(old, new) for phrase in listed}
    return _alternatives(listed)


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("\\ ", r"\s+") for phrase in ordered)


TEXT_LABELS: Final = _either(
    "người viết bài|người viết tin|người viết|người đưa tin|người thực hiện|nhóm thực hiện|viết bài"
    "|bài viết|tin bài|tin|bài|nội dung|tác giả|nhóm tác giả|thực hiện"
)
PICTURE_LABELS: Final = _either("hình ảnh|ảnh chụp|chụp ảnh|người chụp|ảnh|hình|photo|video|clip")
COMPILER_LABELS: Final = _either("tổng hợp|biên soạn|sưu tầm")
"""These credit a writer, and stand alone: «Ảnh sưu tầm» is no label of two words."""

REPORTERS: Final = _either(
    "phóng viên|cộng tác viên|biên tập viên|nhóm phóng viên|nhóm pv|pv|p.v|ctv|btv"
)
"""Before a name they drop out; alone they are what a byline names."""

HONORIFICS: Final = _either(
    "bsckii|bscki|bsck2|bsck1|bs|ckii|cki|ck2|ck1|ths|ts|pgs|gs|cn|cnđd|đd|đdt|hs|nhs|ds|dsckii"
    "|dscki|ys|ktv|ks|ttnd|ttưt|đ/c|bác sĩ|bác sỹ|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|dược sĩ|dược sỹ"
    "|cử nhân|điều dưỡng|hộ sinh|y sĩ|y sỹ|kỹ thuật viên|kỹ sư|phó giáo sư|giáo sư|nhà báo"
    "|đồng chí|chuyên khoa i|chuyên khoa ii"
)

SUFFIXES: Final = _either(
    "th|t/h|tổng hợp|ghi|lược ghi|thực hiện|st|s/t|sưu tầm|biên soạn|dịch|lược dịch|pv|ctv"
)
"""In brackets behind a name: how it was written, no part of the name."""

BARE_SUFFIXES: Final = _either("tổng hợp|thực hiện|lược ghi|ghi|biên soạn|sưu tầm")
"""The same without brackets, in lower case."""

ORGANISATIONS: Final = _either(
    "trung tâm|bệnh viện|bệnh xá|chi cục|tổng cục|công đoàn|đoàn thanh niên|đoàn tncs|đoàn cơ sở"
    "|hội đồng|văn phòng|ủy ban|thanh tra sở|phòng khám|phòng y tế|trạm y tế|nhà hộ sinh|cơ quan"
    "|đảng bộ|đảng ủy|chi bộ|huyện ủy|tỉnh ủy|thành ủy|quận ủy|công ty|tập đoàn|cổng thông tin"
    "|trang thông tin|tạp chí|học viện|đại học|cao đẳng|trường đại học|trường cao đẳng"
    "|trường trung cấp|trường tiểu học|trường mầm non|trường thcs|trường thpt|trường chính trị"
    "|đoàn khối|đoàn trường|mặt trận|liên đoàn|sở y tế|bộ y tế|cục y tế"
    "|ttyt|ttytdp|ttksbt|ttgdsk|ttttgdsk|ttkn|bv|bvđk|bvđkkv|bvyhct|bvpn|pkđk|pkđkkv|tyt|cdc|syt|byt"
    "|ubnd|hđnd|ubmttq|khnv|đtn|ttxvn"
)
"""Two syllables or an abbreviation: nobody is called that, so they open a unit anywhere."""

SHORT_ORGANISATIONS: Final = _either(
    "sở|bộ|ban|phòng|khoa|trạm|hội|báo|đài|cổng|viện|cục|vụ|tổ|đội|khối|cụm|quỹ"
)
"""One syllable, and most of them part of somebody's name: a unit only before a further word."""

NO_UNITS: Final = _either(
    "chức|trưởng|phó|viên|sĩ|sỹ|nghị|thảo|thi|họp|đàm|chẩn|hành|ngày|đầu|cáo|máy|phận|môn|chống|ngừa"
    "|tránh|ngũ|học|hữu|thích|loan"
)
"""What makes another word of such a syllable: «Hội nghị», «Khoa học», «Phòng chống», «Đội ngũ»."""

NEVER_FIRST: Final = _folded(
    "sở|bộ|ban|phòng|khoa|trạm|hội|báo|đài|cổng|viện|cục|vụ|tổ|đội|khối|cụm|quỹ|nhà"
)
"""No name begins so. Trường («Trường Giang») and Đoàn, a family name, are left to what follows."""

SOURCES: Final = _folded(
    "internet|sưu tầm|tư liệu|minh họa|ảnh minh họa|nguồn internet|st|s/t|btc|ban tổ chức|nvcc"
    "|nhân vật cung cấp|cung cấp|ttxvn|vgp|vov|vtv|bvcc|đơn vị cung cấp|google|facebook|cơ sở"
    "|afp|ap|reuters|cnn|bbc|epa|tass|getty|getty images|shutterstock|pixabay|freepik|vnexpress|who"
)
"""Whom a label may credit that is nobody: the words stay in the text."""

NEWSPAPERS: Final = _folded(
    "nhân dân|lao động|người lao động|tuổi trẻ|thanh niên|tiền phong|dân trí|đời sống|pháp luật"
    "|an ninh thủ đô|hà nội mới|kinh tế đô thị|sài gòn giải phóng|đại đoàn kết|phụ nữ"
    "|phụ nữ việt nam"
    "|gia đình|quân đội nhân dân|công an nhân dân|đất việt|tiếng nói việt nam|giáo dục|thời đại"
    "|sức khỏe|sức khỏe đời sống|đời sống sức khỏe|gia đình xã hội|thể thao văn hóa|dân sinh"
    "|tin tức"
    "|cựu chiến binh|nông nghiệp|nông thôn|văn hóa|đại biểu nhân dân|tri thức|tri thức trẻ"
)
"""«Theo Lao Động» credits a newspaper."""

FAMILY_NAMES: Final = _folded(
    "nguyễn|trần|lê|phạm|võ|huỳnh|phan|bùi|hoàng|vũ|trương|đỗ|đặng|hồ|ngô|dương|đoàn|đinh|trịnh|cao"
    "|đào|mai|lương|lưu|lâm|hà|thái|phùng|tạ|lý|văn|tô|vương|châu|chu|từ|quách|lã|tôn|tống|đồng|hứa"
    "|tăng|đậu|diệp|đàm|kiều|triệu|la|lại|thạch|chung|lữ|nông|dư|bạch|giang|thân|bành|danh|vy|phó"
    "|mã|hàn|quang|nghiêm|nhữ|trà|cù|khương|ông|ung|mạc|sầm|tưởng|vi|lò|quàng|lường|giàng|sùng|hạng"
    "|vàng|thào|cầm|bế|ma|lục|hầu|tòng|ninh|khổng|doãn|kim|sơn|lỗ|nghị|phí|bàn|đèo|chảo|mùa|lừu|chẩu"
)

GIVEN_NAMES: Final = _folded(
    "an|anh|ánh|ân|bách|bảo|băng|bích|bình|châu|chi|chiến|chung|chương|cường|cúc|dân|diễm|diệp|diệu"
    "|dung|dũng|duy|dương|duyên|đan|đào|đại|đạt|đăng|điệp|định|đoan|đông|đức|gấm|giang|giao|hà|hạ|hải"
    "|hân|hạnh|hằng|hậu|hiên|hiền|hiển|hiếu|hiệp|hiệu|hoa|hòa|hoài|hoan|hoàn|hoàng|hồng|huân|huấn|huệ"
    "|hùng|huy|huyền|hưng|hương|hường|hữu|khang|khanh|khánh|khải|khoa|khôi|khuê|kiên|kiệt|kiều|kim"
    "|lam|lan|lâm|lân|lê|liên|liễu|linh|loan|lộc|lợi|long|lụa|luân|lực|lương|ly|lý|mai|mạnh|mến|miên"
    "|minh|mơ|my|mỹ|na|nam|nga|ngà|ngân|nghĩa|ngọc|nguyên|nguyệt|nhã|nhàn|nhân|nhật|nhi|nhiên|nhung"
    "|như|oanh|phát|phi|phong|phú|phúc|phương|phượng|quân|quang|quế|quốc|quý|quyên|quyết|quỳnh|sang"
    "|sáng|sinh|sơn|sương|tâm|tân|tấn|thái|thắm|thanh|thành|thảo|thắng|thêu|thi|thiện|thịnh|thoa|thu"
    "|thúy|thùy|thủy|thuận|thư|thương|thường|tiên|tiến|tình|toàn|toán|trang|trâm|trân|trí|trinh|trọng"
    "|trúc|trung|trường|tú|tuân|tuấn|tuệ|tùng|tuyên|tuyến|tuyết|tường|uyên|vân|văn|vi|việt|vinh|vũ|vui"
    "|vương|vy|xuân|xuyến|yên|yến"
)
"""Common last syllables of names; both of two unknown joined names must end in one."""

PLACES: Final = _folded(
    "an giang|bà rịa vũng tàu|bà rịa|vũng tàu|bạc liêu|bắc giang|bắc kạn|bắc cạn|bắc ninh|bến tre"
    "|bình dương|bình định|bình phước|bình thuận|cà mau|cao bằng|cần thơ|đà nẵng|đắk lắk|đắc lắc"
    "|đắk nông|đắc nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà nội|hà tây|hà tĩnh"
    "|hải dương|hải phòng|hậu giang|hồ chí minh|hòa bình|hưng yên|khánh hòa|kiên giang|kon tum"
    "|lai châu|lạng sơn|lào cai|lâm đồng|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ"
    "|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh"
    "|thái bình|thái nguyên|thanh hóa|thừa thiên huế|thừa thiên|tiền giang|trà vinh|tuyên quang"
    "|vĩnh long|vĩnh phúc|yên bái|việt nam|sài gòn|thành phố hồ chí minh|trung ương|tây nguyên"
    "|tây bắc|đông bắc|miền bắc|miền trung|miền nam|nam bộ|bắc bộ|trung bộ|biển đông|hoàng sa"
    "|trường sa|cộng hòa|hoa kỳ|nhật bản|hàn quốc|trung quốc|thái lan|đông nam á|châu á"
)

NO_NAMES: Final = _folded(
    "trân trọng|trân trọng kính mời|xin cảm ơn|cảm ơn|xin cám ơn|cám ơn|kính mời|kính báo|kính chào"
    "|xin chào|còn tiếp|còn nữa|xem thêm|xem tiếp|đọc thêm|hết|hết bài|tin liên quan|tin khác"
    "|bài liên quan|tin mới|bác hồ|đảng|tổ quốc|nơi nhận|ghi chú|chú thích|chú ý|lưu ý|phụ lục"
    "|tài liệu|danh sách|thông báo|đã ký|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|bí thư|trưởng"
    "|trưởng ban|trưởng phòng|trưởng khoa|hiệu trưởng|thủ trưởng|thường trực|hết hạn|tải về"
    "|chúc mừng|hạnh phúc|độc lập|tự do|việt nam|kính gửi|địa chỉ|liên hệ|điện thoại|đường dây nóng"
)
"""Formulas, headings and posts that stand on a line of their own, in whatever capitals."""

NO_NAME_STARTS: Final = _folded(
    "giải|hạng nhất|hạng nhì|hạng ba|huân chương|huy chương|huy hiệu|bằng khen|cờ|giấy|quyết định"
    "|nghị quyết|chỉ thị|kế hoạch|hồ sơ|cao huyết|cao điểm|cao tuổi|lý do|lưu ý|đào tạo|dương tính"
    "|âm tính|chu kỳ|vũ khí|trân trọng|kính|xin|mời|xem|đọc|còn|hết|chúc|hướng dẫn|hướng tới"
    "|thông tin|thông báo|thông tư|thông cáo|ngày|tháng|năm|tết|lễ|tỉnh|huyện|xã|phường|quận"
    "|thị xã|thị trấn|thành phố|thành tích|thành viên|thôn|bản tin|số|điều|khoản|mục|phần"
    "|chương trình"
    "|bảng|biểu|phụ lục|phụ nữ|danh sách|tập thể|cá nhân|đồng bào|nhân dân|nhân viên|nhân lực|người"
    "|các|những|một|hai|bốn|toàn dân|toàn ngành|tất cả|vì|với|và|của|cho|về|theo|nguồn|tin|bài|ảnh"
    "|hình|video|đoàn kết|kỷ cương|trách nhiệm|đồng thuận|đồng tâm|đồng lòng|đổi mới|sáng tạo"
    "|phát triển|văn bản|văn minh|văn hóa|văn kiện|y tế|y học|y dược|kiều bào|sơn la|hà nội"
    "|thái bình|từ thiện|tăng cường|tăng huyết|la hét|kim tiêm|mai táng|chung tay|chung sức"
    "|công tác|công bố|công đoàn|công nhân|công văn|nâng cao|phòng chống|bảo vệ|bảo hiểm|bảo đảm"
    "|đoàn thanh|đoàn tncs|đoàn cơ|đoàn viên|đoàn khám|đoàn công|đoàn kiểm|đoàn trường|đoàn thể"
    "|đoàn giám|đoàn y|đoàn khối|đoàn đại|trường tiểu|trường mầm|trường trung|trường đại"
    "|trường cao|trường học|trường chính|ông|bà|tại|ở|trong|khi|sau|trước|từ ngày|đến|do|được|tuy"
    "|nhưng|nếu|bên|cùng|đặc biệt|đây|đó|này"
)
"""What opens an organisation, heading or slogan though its syllables could be those of names."""

SIGNATURE: Final = re.compile(
    r"\s*[(*]?\s*(?:(?:kt|tm|tuq|tl|q)\s*\.|(?:phó\s+)?(?:giám\s+đốc|chủ\s+tịch|trưởng\s+\w+"
    r"|hiệu\s+trưởng|cục\s+trưởng|chi\s+cục\s+trưởng|bí\s+thư|chánh\s+\w+|thủ\s+trưởng)"
    r"(?:\s+\w+){0,6}\s*$|đã\s+k[ýí]\b|nơi\s+nhận\b|người\s+lập\b|ban\s+tổ\s+chức\s*$"
    r"|trân\s+trọng\b|xin\s+(?:trân\s+trọng\s+)?c[aảá]m\s+ơn\b|kính\s+(?:chào|thư|báo|mời)\b)",
    re.IGNORECASE,
)
"""The line above the signature of a letter or document; the name below it is no byline."""

ABBREVIATION_END: Final = re.compile(
    rf"(?:^|[\s(.])(?:{HONORIFICS}|tp|q|p|h|tx|tt|kt|tm|tl|tuq|đ/c|ô|vd)\.$", re.IGNORECASE
)
"""A full stop that ends no sentence: «… do BS.»."""
