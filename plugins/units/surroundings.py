"""Words that tell, before or behind a printed name, what it is. Facts of the language, in tables.

All is written as the recogniser reads it: lower case, old tone style.
"""

from __future__ import annotations

from typing import Final

# First syllable of a name → syllables before it that make another word of it: «cán bộ», «cơ sở».
COMPOUNDS: Final = (
    ("bộ", "cán nội toàn tiến đồng cục thủy đường sơ liên chi đảng đội bách"),
    ("sở", "cơ trụ công hội xứ"),
    ("ban", "tiểu liên"),
    ("khoa", "đa nha ngoại nội chuyên sản nhi y bách"),
    ("phòng", "dự đề văn quốc tiền hải biên nhà"),
    ("viện", "bệnh học thành nhập xuất ra vào thư"),
    ("đoàn", "công chi liên phái trung sư tập"),
    ("hội", "xã đại chi quốc cơ lễ"),
    ("tổ", "tiên giáo"),
    ("trạm", "bưu"),
    ("cục", "chi bố kết"),
    # «Bệnh viện Đại học Y» is no university, «Báo Bệnh viện» … is none of ours either.
    ("đại", "viện"),
    ("trường", "viện"),
)

# Last syllable of a name → syllables behind it that make another word: «Nghiệp vụ Y» / «… y tế».
ENDINGS: Final = (
    ("y", "tế học sĩ sỹ khoa dược đức lệnh"),
    ("dược", "phẩm liệu lý sĩ sỹ học lâm"),
    ("thần", "kinh"),
    ("nội", "trú tiết soi tổng thất khoa tim thận vụ bộ"),
    ("ngoại", "trú tổng khoa thần chấn lồng tiết giao vụ"),
    ("sản", "phụ nhi khoa xuất"),
    ("nhi", "khoa đồng"),
    ("khám", "bệnh chữa"),
    ("tư", "nhân thục vấn pháp"),
    ("tw", "nhân thục"),
    ("đoàn", "thể viên kết công"),
    ("hội", "nghị đồng thảo viên thi chứng họp trường"),
    ("đảng", "viên"),
    ("chức", "hội cuộc giải chương lễ"),
    ("sở", "tại hữu thích xây tài nông giáo nội tư khoa giao lao kế ngoại du"),
    ("nghiệp", "vụ"),
    ("tâm", "lý thần"),
    ("công", "ty tác"),
    ("tế", "bào"),
    ("trường", "hợp"),
)

# Bodies of another kind that bear the name of a unit; the unit itself is not meant.
WRAPPERS: Final = (
    "đảng bộ", "đảng ủy", "chi bộ", "chi ủy", "đảng bộ bộ phận", "chi đoàn", "liên chi đoàn",
    "công đoàn", "tổ công đoàn", "công đoàn cơ sở", "công đoàn bộ phận", "công đoàn cơ quan",
    "cđcs", "đoàn thanh niên", "đoàn tn", "đtn", "đoàn cơ sở", "đoàn viên thanh niên",
    "đoàn tncs hồ chí minh", "đoàn tncs hcm", "đoàn thanh niên cộng sản hồ chí minh",
    "hội cựu chiến binh", "hội ccb", "hội chữ thập đỏ", "hội ctđ", "hội phụ nữ", "hội lhpn",
    "ban nữ công", "ban thanh tra nhân dân", "ban thanh tra nhân dân cơ quan",
    "khối thi đua", "cụm thi đua", "khối các phòng chức năng", "khối thi đua các phòng chức năng",
    "đảng bộ cơ sở", "chi bộ cơ sở", "câu lạc bộ", "clb",
)  # fmt: skip

PLURALS: Final = frozenset(
    (
        "các", "những", "mọi", "nhiều", "mỗi", "từng", "cụm", "loại", "hai", "ba", "bốn", "sáu",
        "bảy", "tám", "chín", "mười", "vài", "dăm", "đa", "hầu", "lưới", "thống", "hình",
        "kiểu", "đôi",
    )
)  # fmt: skip
# «Thứ Hai Trung tâm Y tế …», «Quý Ba»: with a capital, no count.
AMBIGUOUS_PLURALS: Final = frozenset({"hai", "ba", "bốn", "sáu", "bảy"})
BEFORE_ORDINALS: Final = frozenset(
    {"số", "quý", "tháng", "khóa", "lần", "thứ", "ngày", "năm", "cụm", "khối", "quận", "khu"}
)

# Behind a name without its place: a kind of unit, or several.
GENERIC: Final = frozenset(("tuyến", "các", "nào", "khác", "kiểu", "mẫu", "vùng", "miền", "phía"))
# … when the second word follows: «khu vực», but «khu A»; «cấp tỉnh», but «cấp cứu».
KINDS: Final = (
    ("cấp", "tỉnh huyện xã quận thành trung cơ vùng khu i ii iii 1 2 3 4"),
    ("khu", "vực"),
    ("dự", "phòng"),
    ("quân", "dân y đội"),
    ("lao", "động"),
    ("cộng", "đồng"),
    ("trường", "học"),
    ("chuyên", "khoa sâu ngành môn"),
    ("hạng", "i ii iii iv 1 2 3 4 đặc"),
    ("liên", "huyện tỉnh xã doanh khoa"),
    ("hữu", "nghị"),
    ("nghỉ", "dưỡng"),
    ("trung", "tâm"),
    ("thực", "hành"),
    ("công", "lập"),
    ("dã", "chiến"),
    ("hạt", "nhân"),
    ("đầu", "tiên ngành"),
    ("đa", "chức khoa"),
    ("tư", "nhân thục"),
    ("vệ", "tinh"),
    ("cơ", "sở"),
    ("địa", "phương"),
    ("này", "có là"),
    ("trong", "tỉnh ngành cả toàn khu và nước phạm huyện hệ thành"),
    ("trên", "địa cả toàn khắp"),
    ("ngoài", "công tỉnh nước"),
    ("ở", "các"),
    ("tại", "các"),
    ("của", "các"),
    ("thuộc", "các"),
)
# Between a name and its province, as in «Cụm Thi đua số 2 ngành y tế tỉnh Lạng Sơn».
BETWEEN: Final = frozenset(
    {"ngành", "y", "tế", "tỉnh", "thành", "phố", "tp", "của", "thuộc", "khối", "khu", "vực"}
)
NATIONAL: Final = frozenset({("trung", "ương"), ("quốc", "gia"), ("quốc", "tế"), ("quân", "đội")})
SHORT_DIVISIONS: Final = ("tp", "tx", "q", "h")

# Heads of bodies of which a place has one, so that small letters are a habit and no kind.
AUTHORITIES: Final = frozenset(
    {"bộ", "sở", "cục", "vụ", "ủy", "ubnd", "hđnd", "tỉnh", "thành", "huyện", "syt", "byt", "chính"}
)
# Heads of parts of units, printed small where the name is long enough to be no mere kind.
PARTS: Final = frozenset({"phòng", "khoa"})
SHORTEST_SMALL_PART: Final = 4
# Heads of bodies that are of no province: «Bộ Y tế (Hà Nội)» is the ministry still.
COUNTRYWIDE: Final = frozenset({"bộ", "cục", "vụ", "chính", "byt"})
# Heads of units that may be called after a person: «Bệnh viện Phạm Ngọc Thạch».
HOSPITALS: Final = frozenset(
    {"bệnh", "bv", "bvđk", "trung", "phòng", "viện", "trường", "nhà", "đại", "pkđk"}
)
ROLES: Final = frozenset(
    (
        "giám", "đốc", "trưởng", "phó", "chủ", "tịch", "bí", "thư", "lãnh", "đạo", "viên",
        "chánh", "chuyên", "gđ", "pgđ", "sĩ", "sỹ",
    )
)  # fmt: skip
TITLES: Final = frozenset(
    ("ts", "bs", "ths", "ds", "pgs", "gs", "bsckii", "bscki", "bsck", "cn", "đc", "ông", "bà")
)
# «Bệnh viện Bạch Mai Cơ sở 2» is Bệnh viện Bạch Mai.
CAMPUSES: Final = frozenset({"cơ", "chi", "khu", "khoa", "phòng", "việt"})
RANKS: Final = frozenset({"ủy", "đoàn", "hội", "đảng"})
DOCUMENTS: Final = frozenset({"kh", "qđ", "tt", "ct", "nq", "cv", "tb", "bc", "hd", "ttr"})
# «xã Tân Lập» / «xã Tân Lập Đông», «phường Mỹ Đình 1»: syllables that divide places.
PLACE_SUFFIXES: Final = frozenset(
    ("đông", "tây", "nam", "bắc", "trung", "thượng", "hạ", "nội", "ngoại", "a", "b", "i", "ii")
)

# «Sở, ban, ngành»: behind «Sở» these make it a kind.
SECTORS: Final = frozenset({"ngành", "ban", "ngành,", "phòng", "đoàn", "khoa", "trạm", "viện"})
# What a province has a department for, by its first two syllables.
DEPARTMENTS: Final = frozenset(
    (
        "y tế", "tài chính", "xây dựng", "nông nghiệp", "giáo dục", "nội vụ", "tư pháp", "khoa học",
        "giao thông", "lao động", "kế hoạch", "ngoại vụ", "du lịch", "công thương", "thông tin",
        "văn hóa", "tài nguyên", "quy hoạch", "dân tộc",
    )
)  # fmt: skip
# What may follow a mere head («Sở đã …», «Trung tâm phối hợp …»); any other word may be the rest of
# a longer name («Trung tâm văn hóa», «Sở chỉ huy», «Trung tâm thông tin»).
FOLLOWERS: Final = (
    "đã đang sẽ vừa mới còn cũng là có được bị và với về trong tại ở để cho từ theo do khi nếu thì "
    "mà phối yêu đề tăng tham cử nhận cần phải không chưa luôn vẫn quyết khen tặng trình ký gửi "
    "đến tới nêu nói lên ra vào cùng hiện trực năm ngày nhằm như xác đánh đạt rất này nhưng hay "
    "hoặc ghi đón sau"
)
