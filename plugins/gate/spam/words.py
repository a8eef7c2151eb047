"""The gate's own words: what gambling advertisements say, and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plugins.gate.wordlist import words

# Found in any spelling: without tones, with wrong tones, without đ, with signs between letters.
# Each value lists what folds to the same letters and means something else.
BLOCKED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "nổ hũ": ("nó hư", "nó hú", "nợ hụ", "no hư", "nỗ hụ"),
        "quay hũ": (),
        "tài xỉu": ("tái xịu", "tai xỉu", "tai xịu"),
        "kèo nhà cái": ("kéo nhà cái", "kéo nhà cải"),
        "bạch thủ lô": (),
        "bạch thủ đề": ("bách thú để", "bách thú đế", "bách thú đề"),
        "game bài": (),
        "game đổi thưởng": (),
        "bài đổi thưởng": ("bài đời thường",),
        "xóc đĩa": ("xốc đĩa",),
        "casino": (),
        "ca si no": ("ca sĩ nó", "ca sĩ no", "ca sĩ nổ", "ca sỉ nó", "ca sĩ nợ"),
        "baccarat": (),
        "bacarat": (),
        "soi kèo": ("sợi kéo", "sỏi kéo", "sôi kéo", "sói kẹo", "sợi kẹo", "sỏi keo", "sợi keo"),
        "tỷ lệ kèo": ("tỷ lệ kéo", "tỉ lệ kéo", "tỷ lệ keo"),
        "kèo bóng đá": ("kéo bóng đá", "kéo bóng da"),
        "kèo xiên": ("kéo xiên", "keo xiên"),
        "kèo châu á": ("kéo châu á",),
        "tỷ lệ cược": ("tỷ lệ cuộc", "tỉ lệ cuộc", "tỷ lệ cước"),
        "lô đề online": (),
        "lô đề trực tuyến": (),
        "đá gà trực tuyến": (),
        "đá gà trực tiếp": (),
        "đá gà online": (),
        "đá gà thomo": (),
        "bắn cá đổi thưởng": (),
        "bắn cá online": ("bán cá online", "bán cả online", "bản ca online"),
        "cá độ online": ("ca đỡ online",),
        "cá độ trực tuyến": ("ca đó trực tuyến", "ca đỡ trực tuyến"),
        "xổ số online": (),
        "xổ số trực tuyến": (),
        "đánh đề online": (),
        "rồng bạch kim": (),
        "đánh bài online": ("đánh bại online",),
        "poker online": (),
        "slot game": (),
        "slots game": (),
        "game slot": (),
        "slot đổi thưởng": (),
        "nạp rút": (),
        "sòng bài trực tuyến": (),
        "rồng hổ online": (),
        "sicbo": (),
        "lô tô online": (),
        "thể thao ảo": (),
    }
)

# As above, but everyday words fold to the same letters: only the right marks, or none, count.
BLOCKED_WITH_MARKS: Final = (
    "nhà cái",
    "cá cược",
    "soi cầu",
    "cược bóng đá",
    "cược thể thao",
)

# Behind unmarked letters, these words show that another word was meant: «nha cai nghien» is a
# house for addicts, «ca cuoc doi» a whole life.
INNOCENT_AFTER: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "nhacai": frozenset({"nghien", "tao", "dat", "thien", "cach", "quan"}),
        "cacuoc": frozenset(
            {"doi", "song", "hop", "thi", "chien", "cach", "khang", "dua", "van", "tong"}
            | {"khao", "noi", "dieu", "hoi", "dien", "tran", "kiem", "giao", "tham", "sat", "phau"}
        ),
        "soicau": frozenset({"than", "lach"}),
    }
)

# Read with their marks, and only in company: a report on crime, a donation of the lottery company
# and a matter of sport are innocent.
DOUBTFUL: Final = (
    "cá độ",
    "bắn cá",
    "đá gà",
    "lô đề",
    "số đề",
    "xổ số",
    "đánh bạc",
    "sòng bạc",
    "sòng bài",
    "jackpot",
    "poker",
    "slot",
    "slots",
    "bet",
    "cược",
    "đổi thưởng",
)
INNOCENT_PHRASES: Final = ("xổ số kiến thiết", "sổ xố kiến thiết", "vé xổ số", "slot sàng")

# What advertisements surround such words with.
PROMOTION: Final = (
    "uy tín",
    "trực tuyến",
    "online",
    "nạp tiền",
    "rút tiền",
    "đăng ký",
    "khuyến mãi",
    "tải ứng dụng",
    "tải app",
    "link vào",
    "link tải",
    "chính thức",
    "hoàn trả",
    "tặng ngay",
    "số 1",
    "hàng đầu",
    "hấp dẫn",
    "top",
    "nhà cái",
    "tham gia ngay",
)

# Calls that no report on a crime makes: beside one of them, its words excuse nothing.
CALLS: Final = (
    *("tham gia ngay", "uy tín", "tải app", "tải ứng dụng", "link vào", "link tải", "khuyến mãi"),
    *("tặng ngay", "hoàn trả", "đăng ký ngay", "nạp đầu", "truy cập ngay"),
)

# Words of reports on crime; advertisements have no use for them. Everyday words of health news
# («điều tra», «cảnh báo») are not among them: spam hidden in a real bulletin must not profit.
REPORTED: Final = (
    "công an",
    "cảnh sát",
    "bị cáo",
    "cáo trạng",
    "khởi tố",
    "truy tố",
    "xét xử",
    "tòa án",
    "viện kiểm sát",
    "triệt phá",
    "phạm tội",
    "tội phạm",
    "nghi phạm",
    "trái phép",
    "bất hợp pháp",
    "tệ nạn",
    "tạm giam",
    "bắt giữ",
    "nợ nần",
    "đánh bạc bị",
    "tổ chức đánh bạc",
    "đường dây đánh bạc",
)
# «thua cá độ», «nghiện cá cược»: somebody's story.
STORY_BEFORE: Final = ("thắng", "thua", "mê", "nghiện", "cai", "nợ")

# Brand names are short stems before bet, win, club, vip, or around a lucky number.
STEMS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "bet": words(
            "ku sh de fa da tha mu vua us n k h f v x z j t b g l m w i xi mi ox ok on top solar "
            "one red ibet kibet lucky tot fun thien king new hi zo sky e ta vn ae"
        ),
        "win": words(
            "ku sun zo gem hay c r ric i we v j go k b h m lucky sin hi vua big max rik bay vn "
            "ta zo fa a man mu king saba yo"
        ),
        "club": words(
            "hit go macau w man rik b v win kim sun iwin ku yo gem mu zo bay choang b52 vua nhat "
            "tip hi sieu twin"
        ),
        "vip": words("rik nhat ok b sam hi zo man bon vn bay go x"),
    }
)
# Brands that have no such shape, and may bear a number («kubet77»), …
NAMED: Final = words(
    "kubet dafabet sbobet hubet letou xoilac cakhiatv socolive taptap sv388 cmd368 luck8 bk8 8us "
    "88clb bl555 w388 loto188 lode88 68gamebai gamebai 6686vn s666 u888 rikvip"
)
# … and those that are written as two words, too.
SPACED: Final = frozenset(
    f"{stem} {ending}"
    for ending, stems in (
        ("bet", "ku f8 v9 i9 8x 12 188 sh fabet da fa"),
        ("88", "sky go fb jun new hi bong five uk rr hb"),
        ("win", "sun zo ku 33 98 78 97"),
        ("club", "hit 789 man rik b52 sun choang"),
        ("casino", "ku live"),
        ("vip", "rik"),
    )
    for stem in stems.split()
)
LUCKY: Final = "88|79|99|66|68|77|86|89|789|888|777|868|999"
# Letters before two digits that mean roads, documents, laboratory markers, standards and so on.
CODES: Final = words(
    "ql dt tl hl ct dh cv qd tt nd nq kh bc tb hd bv cd il km tp hs ts kp so no vn vj ip pc "
    "ie mp xq tx fm am co ca cu iso iec tcvn qcvn igg igm ki page art hiv hpv hbv hcv sars "
    "covid rh ma stt id mg ml kg cm mm tr rg ty usd vnd trang khu kcn lo p q x bp spo pm pt "
    "sn en din phan bai muc cau dieu chuong phong ban to nha nam tuoi ngay thang quy ky lop "
    "khoa k"
)
