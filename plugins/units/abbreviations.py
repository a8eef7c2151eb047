"""How names of units are shortened in Vietnamese administrative prose.

Facts gathered from real bulletins and newspapers; each pair works both ways. All is written as the
recogniser reads it: lower case, old tone style, divided by blanks. Pairs combine: «BV ĐK KV» needs
no line of its own where «BV», «ĐK» and «KV» have one.
"""

from __future__ import annotations

from typing import Final

# (full, short forms).
ABBREVIATIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    # heads of names
    ("trung tâm kiểm soát bệnh tật", ("cdc", "ttksbt")),
    ("trung tâm y tế dự phòng", ("ttytdp",)),
    ("trung tâm y tế", ("ttyt",)),
    ("trung tâm", ("tt",)),
    ("bệnh viện đa khoa khu vực", ("bvđkkv",)),
    ("bệnh viện đa khoa", ("bvđk",)),
    ("bệnh viện quân y", ("bvqy",)),
    ("bệnh viện", ("bv",)),
    ("phòng khám đa khoa khu vực", ("pkđkkv",)),
    ("phòng khám đa khoa", ("pkđk",)),
    ("phòng khám", ("pk",)),
    ("trạm y tế", ("tyt",)),
    ("sở y tế", ("syt",)),
    ("bộ y tế", ("byt",)),
    ("ủy ban nhân dân", ("ubnd",)),
    ("hội đồng nhân dân", ("hđnd",)),
    ("ủy ban kiểm tra", ("ubkt",)),
    ("ủy ban mặt trận tổ quốc", ("ubmttq",)),
    ("ban chấp hành", ("bch",)),
    ("ban thường vụ", ("btv",)),
    ("ban chỉ đạo", ("bcđ",)),
    ("ban quản lý dự án", ("bqlda",)),
    ("chỉ huy quân sự", ("chqs",)),
    ("mặt trận tổ quốc", ("mttq",)),
    ("liên đoàn lao động", ("lđlđ",)),
    ("bảo hiểm xã hội", ("bhxh",)),
    ("hội liên hiệp phụ nữ", ("hội lhpn",)),
    ("cựu chiến binh", ("ccb",)),
    ("thanh niên cộng sản", ("tncs",)),
    ("tổ chức y tế thế giới", ("who", "tctytg")),
    # what a unit deals with
    ("đa khoa", ("đk",)),
    ("y tế dự phòng", ("ytdp",)),
    ("kiểm soát bệnh tật", ("ksbt",)),
    ("kiểm soát nhiễm khuẩn", ("ksnk",)),
    ("thi đua khen thưởng", ("tđkt", "tđ kt")),
    ("dân số", ("ds",)),
    ("kế hoạch hóa gia đình", ("khhgđ",)),
    ("dân số kế hoạch hóa gia đình", ("dskhhgđ",)),
    ("an toàn vệ sinh thực phẩm", ("atvstp",)),
    ("vệ sinh an toàn thực phẩm", ("vsattp",)),
    ("an toàn thực phẩm", ("attp",)),
    ("y học cổ truyền", ("yhct",)),
    ("y dược cổ truyền", ("ydct",)),
    ("phục hồi chức năng", ("phcn",)),
    ("điều dưỡng", ("đd",)),
    ("chăm sóc sức khỏe sinh sản", ("csskss",)),
    ("sức khỏe sinh sản", ("skss",)),
    ("giáo dục sức khỏe", ("gdsk",)),
    ("truyền thông giáo dục sức khỏe", ("ttgdsk", "tt gdsk")),
    ("công nghệ thông tin", ("cntt",)),
    ("công tác xã hội", ("ctxh",)),
    ("quản lý chất lượng", ("qlcl",)),
    ("chẩn đoán hình ảnh", ("cđha",)),
    ("hồi sức cấp cứu", ("hscc",)),
    ("hồi sức tích cực", ("hstc",)),
    ("giám định y khoa", ("gđyk",)),
    ("kế hoạch tài chính", ("khtc", "kh tc")),
    ("kế hoạch nghiệp vụ", ("khnv", "kh nv")),
    ("kế hoạch tổng hợp", ("khth", "kh th")),
    ("tài chính kế toán", ("tckt", "tc kt")),
    ("tổ chức cán bộ", ("tccb",)),
    ("tổ chức hành chính", ("tchc", "tc hc")),
    ("hành chính tổng hợp", ("hcth",)),
    ("quản lý hành nghề", ("qlhn",)),
    ("nghiệp vụ y", ("nvy",)),
    ("nghiệp vụ dược", ("nvd",)),
    ("kiểm tra", ("kt",)),
    ("đại học", ("đh",)),
    ("cao đẳng", ("cđ",)),
    ("nông nghiệp và phát triển nông thôn", ("nn ptnt", "nn và ptnt", "nnptnt")),
    ("lao động thương binh và xã hội", ("lđtbxh", "lđtb và xh", "lđ tbxh", "lđ tb và xh")),
    ("giáo dục và đào tạo", ("gdđt", "gd đt", "gd và đt")),
    ("khoa học và công nghệ", ("khcn", "kh cn", "kh và cn")),
    ("tài nguyên và môi trường", ("tnmt", "tn mt", "tn và mt")),
    ("thông tin và truyền thông", ("tttt", "tt tt", "tt và tt")),
    # places
    ("trung ương", ("tw", "t w", "t ư")),
    ("việt nam", ("vn",)),
    ("khu vực", ("kv",)),
    ("thành phố hồ chí minh", ("tphcm", "hcm")),
    ("hồ chí minh", ("hcm",)),
    ("thành phố", ("tp",)),
    ("thị xã", ("tx",)),
    ("thị trấn", ("tt",)),
    ("quận", ("q",)),
    ("huyện", ("h",)),
    ("phường", ("p",)),
)

# Short forms that mean several things: a name in the registry that holds one is not written out.
AMBIGUOUS: Final = frozenset({"tt", "t ư", "q", "h", "p", "đd", "kt", "cđ", "đk", "ds", "hcm"})

# Words that say what kind of place follows.
COMMUNES: Final = ("xã", "phường", "thị trấn", "đặc khu")
DISTRICTS: Final = ("quận", "huyện", "thị xã", "thành phố")
DIVISIONS: Final = ("tỉnh", *DISTRICTS, *COMMUNES)

# Heads of names: what a list of units has in common («các phòng Nghiệp vụ Y, Nghiệp vụ Dược»).
HEADS: Final = (
    "trung tâm y tế", "trung tâm", "bệnh viện đa khoa", "bệnh viện", "phòng khám đa khoa",
    "phòng khám", "phòng", "khoa", "trạm y tế", "trạm", "sở y tế", "sở", "bộ", "chi cục", "cục",
    "vụ", "ban", "ủy ban nhân dân", "hội đồng nhân dân", "đảng ủy", "đảng bộ", "chi bộ",
    "công đoàn", "viện", "trường", "cụm thi đua", "khối thi đua", "cụm", "khối", "tổ", "văn phòng",
    "nhà hộ sinh", "hội", "đoàn", "ttyt", "tyt", "bv", "bvđk", "pkđk", "ubnd", "hđnd", "cdc",
    "ttksbt", "trung tâm kiểm soát bệnh tật", "syt",
)  # fmt: skip

# What may stand between the head of a list and its members: «Trung tâm Y tế các huyện A, B».
COUNTS: Final = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LIST_WORDS: Final = ("các", "của", "tại", "ở", "thuộc", "gồm", "là", *COUNTS)

# Medical and administrative fields: with capitals or not, they say what a unit does, not which one
# it is («Bệnh viện Sản Nhi», «Phòng Nghiệp vụ Y»; but «Bệnh viện Bạch Mai»).
FIELDS: Final = (
    "y tế", "y học cổ truyền", "y dược cổ truyền", "y dược", "y khoa", "y học", "y", "dược",
    "đa khoa", "đa", "khoa", "khu vực", "nhân dân", "quân dân y", "quân y", "phụ sản", "sản nhi",
    "sản", "phụ", "nhi đồng", "nhi khoa", "nhi", "mắt", "phổi", "lao", "tâm thần", "thần kinh",
    "tim mạch", "tim", "thận", "gan mật", "gan", "tai mũi họng", "răng hàm mặt", "da liễu",
    "ung bướu", "ung thư", "nội tiết", "nội", "ngoại", "truyền nhiễm", "nhiệt đới", "bệnh",
    "chấn thương chỉnh hình", "phục hồi chức năng", "điều dưỡng", "truyền máu", "huyết học", "bỏng",
    "lão khoa", "cấp cứu", "hồi sức", "gây mê", "xét nghiệm", "vi sinh", "chẩn đoán hình ảnh",
    "kiểm soát bệnh tật", "dự phòng", "kiểm nghiệm", "giám định", "pháp y", "dân số", "hữu nghị",
    "kế hoạch", "tài chính", "kế toán", "nghiệp vụ", "tổ chức", "cán bộ", "hành chính", "thanh tra",
    "văn phòng", "quản lý", "hành nghề", "công nghệ thông tin", "truyền thông", "giáo dục",
    "sức khỏe", "sinh sản", "an toàn thực phẩm", "thi đua", "khen thưởng", "quốc tế", "quốc gia",
    "trung ương", "việt nam", "trung tâm", "bệnh viện", "trạm", "phòng khám", "phòng", "sở", "bộ",
    "cục", "chi cục", "đảng", "đảng bộ", "đảng ủy", "công đoàn", "hội", "đoàn", "ủy ban",
    "đại học", "cao đẳng", "vệ sinh", "dịch tễ", "môi trường", "dinh dưỡng", "sơ sinh", "hiv",
    "aids", "covid",
)  # fmt: skip
