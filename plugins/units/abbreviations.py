"""How names of units are shortened in Vietnamese administrative prose.

Facts gathered from real bulletins and newspapers; each pair works both ways. All is written as the
recogniser reads it: lower case, old tone style, divided by blanks.
"""

from __future__ import annotations

from typing import Final

# (full, short forms). The first short form of a head is the usual one.
ABBREVIATIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "trung tâm kiểm soát bệnh tật",
        ("cdc", "ttksbt", "trung tâm ksbt", "tt ksbt", "tt kiểm soát bệnh tật"),
    ),
    ("trung tâm y tế dự phòng", ("ttytdp", "trung tâm ytdp")),
    ("trung tâm y tế", ("ttyt", "tt y tế")),
    ("trung tâm", ("tt",)),
    ("bệnh viện đa khoa khu vực", ("bvđkkv", "bvđk kv")),
    ("bệnh viện đa khoa", ("bvđk", "bv đa khoa", "bv đk")),
    ("bệnh viện", ("bv",)),
    ("phòng khám đa khoa", ("pkđk",)),
    ("trạm y tế", ("tyt",)),
    ("sở y tế", ("syt",)),
    ("bộ y tế", ("byt",)),
    ("ủy ban nhân dân", ("ubnd",)),
    ("hội đồng nhân dân", ("hđnd",)),
    ("ủy ban kiểm tra", ("ubkt",)),
    ("ban chấp hành", ("bch",)),
    ("ban thường vụ", ("btv",)),
    ("bộ chỉ huy quân sự", ("bộ chqs",)),
    ("ban chỉ huy quân sự", ("ban chqs",)),
    ("mặt trận tổ quốc", ("mttq",)),
    ("liên đoàn lao động", ("lđlđ",)),
    ("bảo hiểm xã hội", ("bhxh",)),
    ("thi đua khen thưởng", ("tđkt", "tđ kt")),
    ("dân số kế hoạch hóa gia đình", ("ds khhgđ", "dân số khhgđ", "dskhhgđ")),
    ("kế hoạch hóa gia đình", ("khhgđ",)),
    ("an toàn vệ sinh thực phẩm", ("atvstp",)),
    ("an toàn thực phẩm", ("attp",)),
    ("y học cổ truyền", ("yhct",)),
    ("y dược cổ truyền", ("ydct",)),
    ("phục hồi chức năng", ("phcn",)),
    ("điều dưỡng phục hồi chức năng", ("đd phcn",)),
    ("chăm sóc sức khỏe sinh sản", ("csskss",)),
    ("giáo dục sức khỏe", ("gdsk",)),
    ("công nghệ thông tin", ("cntt",)),
    ("kế hoạch tài chính", ("khtc", "kh tc")),
    ("kế hoạch nghiệp vụ", ("khnv",)),
    ("tổ chức cán bộ", ("tccb",)),
    ("tổ chức hành chính", ("tchc", "tc hc")),
    ("quản lý hành nghề", ("qlhn",)),
    ("nghiệp vụ y", ("nvy",)),
    ("nghiệp vụ dược", ("nvd",)),
    ("khu vực", ("kv",)),
    ("thành phố hồ chí minh", ("tp hồ chí minh", "tp hcm", "tphcm", "hcm")),
    ("thành phố", ("tp",)),
    ("thị xã", ("tx",)),
    ("thị trấn", ("tt",)),
)

# Words that say what kind of place follows.
DIVISIONS: Final = (
    "tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
)  # fmt: skip

# Heads of names: what a list of units has in common («các phòng Nghiệp vụ Y, Nghiệp vụ Dược»).
HEADS: Final = (
    "trung tâm y tế", "trung tâm", "bệnh viện đa khoa", "bệnh viện", "phòng khám đa khoa",
    "phòng khám", "phòng", "khoa", "trạm y tế", "trạm", "sở", "chi cục", "cục", "vụ", "ban",
    "ủy ban nhân dân", "hội đồng nhân dân", "đảng ủy", "đảng bộ", "chi bộ", "công đoàn", "viện",
    "trường", "ttyt", "tyt", "bv", "bvđk", "pkđk", "ubnd", "cụm thi đua", "khối thi đua", "tổ",
    "văn phòng", "nhà hộ sinh", "hội", "đoàn", "cdc", "ttksbt", "sở y tế", "syt",
)  # fmt: skip
