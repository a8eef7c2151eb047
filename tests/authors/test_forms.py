"""The forms of a byline, line by line: what each credits, and what only looks like one."""

import pytest

from plugins.authors.forms import looks_like_a_name, parse
from plugins.authors.people import Person, people_of

PEOPLE = people_of(
    [
        Person("minh-hien", "Minh Hiền", pen_names=("M.H",)),
        Person("le-son", "Lê Sơn"),
        Person("le-ha", "Lê Hà"),
        Person("le-ha-2", "Lê Hạ"),
        Person("ban-tin", "Bản tin ngành Y tế"),
        Person("pbd", "PBĐ-TL"),
    ]
)
BOTH = "Minh Hiền", "Lê Sơn"


def known(name):
    return bool(PEOPLE.find(name))


def read(*lines):
    parsed = parse(lines, known)
    return parsed and (parsed.authors, parsed.photographers, parsed.unit)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Minh Hiền", "Minh Hiền"),
        ("MINH HIỀN", "Minh Hiền"),
        ("minh hiền", None),
        ("M.H", "M.H"),
        ("Ngọc Nam", "Ngọc Nam"),
        ("Ngọc Nam.", "Ngọc Nam."[:-1]),
        ("Nguyễn Thị Ngọc", "Nguyễn Thị Ngọc"),
        ("Phạm Thị Phương Hạnh", "Phạm Thị Phương Hạnh"),
        ("NGUYỄN VĂN HÙNG", "Nguyễn Văn Hùng"),
        ("Đoàn Thị Hương", "Đoàn Thị Hương"),
        ("Nguyễn Đăng Khoa", "Nguyễn Đăng Khoa"),
        ("Lê Trường Giang", "Lê Trường Giang"),
        ("Công Tằng Tôn Nữ", "Công Tằng Tôn Nữ"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Y Bhăm Êban", None),
        ("(Minh Hiền)", "Minh Hiền"),
        ("– Minh Hiền", "Minh Hiền"),
        ("Bản tin ngành Y tế", "Bản tin ngành Y tế"),
        ("Lê Hà", "Lê Hà"),
        ("LÊ HẠ", "Lê Hạ"),
        ("T.B", "T.B"),
        ("N.T.H.", "N.T.H."),
        ("PV", "PV"),
        ("Nhóm PV", "Nhóm PV"),
        ("PBĐ-TL", "PBĐ-TL"),
        ("PBĐ-TL (TH)", "PBĐ-TL"),
        ("QPĐ-TT (tổng hợp)", "QPĐ-TT"),
        ("PV Minh Hiền", "Minh Hiền"),
        ("PV. Minh Hiền", "Minh Hiền"),
        ("Phóng viên Lan Anh", "Lan Anh"),
        ("CTV Lan Anh", "Lan Anh"),
        ("Lan Anh (TH)", "Lan Anh"),
        ("Lan Anh (t/h)", "Lan Anh"),
        ("Lan Anh (ghi)", "Lan Anh"),
        ("LAN ANH (TỔNG HỢP)", None),
        ("Lan Anh (thực hiện)", "Lan Anh"),
        ("Lan Anh tổng hợp", "Lan Anh"),
        ("Lan Anh - Tổng hợp", "Lan Anh"),
        ("BS. Nguyễn Văn Hùng", "Nguyễn Văn Hùng"),
        ("Bs Nguyễn Văn Hưng", "Nguyễn Văn Hưng"),
        ("ThS.BS Lê Thị Mai", "Lê Thị Mai"),
        ("BSCKII. Lê Thị Mai", "Lê Thị Mai"),
        ("CN. ĐD. Lê Thị Mai", "Lê Thị Mai"),
        ("Bác sĩ Lê Thị Mai", "Lê Thị Mai"),
        ("đồng chí Lê Sơn", "Lê Sơn"),
        ("Đ/c Lê Sơn", "Lê Sơn"),
        ("Tin: Minh Hiền", "Minh Hiền"),
        ("Tin Minh Hiền", "Minh Hiền"),
        ("Bài viết: Lan Anh", "Lan Anh"),
        ("Người viết bài Nguyễn Thị Ngọc", "Nguyễn Thị Ngọc"),
        ("Người viết: Lan Anh", "Lan Anh"),
        ("NGƯỜI VIẾT BÀI: LAN ANH", "Lan Anh"),
        ("Tác giả: Lan Anh", "Lan Anh"),
        ("Thực hiện: Lan Anh", "Lan Anh"),
        ("Tin: PV", "PV"),
        ("Tin: BBT", "BBT"),
        ("Tin: Maria Sharapova", "Maria Sharapova"),
        ("(Tin: Lan Anh)", "Lan Anh"),
        ("Theo Minh Hiền", "Minh Hiền"),
        ("Theo Lan Anh", "Lan Anh"),
        ("Tổng hợp: Lan Anh", "Lan Anh"),
    ],
)
def test_one_writer(line, author):
    assert read(line) == (author and ((author,), (), ""))


@pytest.mark.parametrize(
    "label",
    [
        *("Tin, ảnh: ", "Tin, ảnh ", "TIN, ẢNH ", "Tin ảnh: ", "Tin - Ảnh: ", "Tin – ảnh: "),
        *("Tin/ảnh: ", "Tin & ảnh: ", "Bài và ảnh: ", "Bài, ảnh: ", "Bài, ảnh ", "Bài viết, ảnh: "),
        *("Tin, bài, ảnh: ", "Tin, ảnh, video: ", "Tin và hình ảnh: ", "Ảnh, tin: ", "Bài + ảnh: "),
        *("Nội dung, hình: ", "Tin, photo: ", "Thực hiện, ảnh: ", "Tin,ảnh:", "Tin , ảnh : "),
    ],
)
@pytest.mark.parametrize("name", ["MINH HIỀN", "Minh Hiền"])
def test_one_who_wrote_and_photographed(label, name):
    assert read(label + name) == (("Minh Hiền",), ("Minh Hiền",), "")


@pytest.mark.parametrize("label", ["Ảnh: ", "ẢNH: ", "Hình: ", "Hình ảnh: ", "Photo: ", "Ảnh "])
def test_a_photographer_alone(label):
    assert read(f"{label}Lê Sơn") == ((), ("Lê Sơn",), "")


@pytest.mark.parametrize(
    "line",
    [
        "Tin: Minh Hiền; Ảnh: Lê Sơn",
        "Tin: Minh Hiền - Ảnh: Lê Sơn",
        "Tin: Minh Hiền – ảnh: Lê Sơn",
        "Tin: Minh Hiền, ảnh: Lê Sơn",
        "Tin: Minh Hiền. Ảnh: Lê Sơn",
        "Tin: Minh Hiền / Ảnh: Lê Sơn",
        "Tin: Minh Hiền Ảnh: Lê Sơn",
        "TIN: MINH HIỀN; ẢNH: LÊ SƠN",
        "Tin Minh Hiền, ảnh Lê Sơn",
        "Bài viết: Minh Hiền; Hình: Lê Sơn",
        "Minh Hiền - Ảnh: Lê Sơn",
        "Ảnh: Lê Sơn; Tin: Minh Hiền",
        "Tin: PV Minh Hiền; Ảnh: CTV Lê Sơn",
    ],
)
def test_text_and_photo_credits_stay_apart(line):
    assert read(line) == (("Minh Hiền",), ("Lê Sơn",), "")


@pytest.mark.parametrize(
    "joined",
    [
        *("Minh Hiền – Lê Sơn", "Minh Hiền - Lê Sơn", "Minh Hiền-Lê Sơn", "Minh Hiền và Lê Sơn"),
        *("Minh Hiền & Lê Sơn", "Minh Hiền, Lê Sơn", "Minh Hiền + Lê Sơn", "Minh Hiền/Lê Sơn"),
        *("MINH HIỀN – LÊ SƠN", "MINH HIỀN VÀ LÊ SƠN", "Minh Hiền; Lê Sơn", "Minh Hiền— Lê Sơn"),
    ],
)
@pytest.mark.parametrize("label", ["", "Tin: ", "(", "Tác giả: "])
def test_two_names_are_two_people(joined, label):
    line = f"{label}{joined}" + ")" * (label == "(")
    assert read(line) == (BOTH, (), "")


def test_three_names_are_three_people():
    assert read("Tin: Minh Hiền, Lê Sơn và Lê Hà")[0] == (*BOTH, "Lê Hà")
    assert read("Minh Hiền, Lê Sơn, Lê Hạ")[0] == (*BOTH, "Lê Hạ")


def test_two_unknown_names_are_believed_when_names_usually_end_so():
    assert read("Hồng Hạnh - Thu Trang")[0] == ("Hồng Hạnh", "Thu Trang")
    assert read("Trần Văn Khuyên, Hồ Thị Lánh")[0] == ("Trần Văn Khuyên", "Hồ Thị Lánh")
    assert read("Chi Lăng - Hữu Lũng") is None
    assert read("Tin: Chi Lăng - Hữu Lũng")[0] == ("Chi Lăng", "Hữu Lũng")


def test_initials_with_a_hyphen_are_one_author():
    assert read("Tin: PBĐ-TL")[0] == ("PBĐ-TL",)
    assert read("T.B - N.H")[0] == ("T.B", "N.H")
    assert read("Tin: QV-TT (TH)")[0] == ("QV-TT",)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Lê Sơn (TTYT huyện Mê Linh)", "TTYT huyện Mê Linh"),
        ("Lê Sơn (TTYT huyện Mê Linh).", "TTYT huyện Mê Linh"),
        ("Lê Sơn TTYT huyện Mê Linh", "TTYT huyện Mê Linh"),
        ("Lê Sơn - TTYT huyện Mê Linh", "TTYT huyện Mê Linh"),
        ("Lê Sơn – Trung tâm Y tế huyện Mê Linh", "Trung tâm Y tế huyện Mê Linh"),
        ("Lê Sơn, Sở Y tế", "Sở Y tế"),
        ("LÊ SƠN (SỞ Y TẾ)", "SỞ Y TẾ"),
        ("Lê Sơn - Khoa Nội, Bệnh viện Phổi", "Khoa Nội, Bệnh viện Phổi"),
        ("Lê Sơn - CDC Quảng Ngãi", "CDC Quảng Ngãi"),
        ("Lê Sơn (Sở Y tế TP.HCM)", "Sở Y tế TP.HCM"),
        ("Lê Sơn (Lạng Sơn)", "Lạng Sơn"),
        ("Lê Sơn (TH) - CDC", "CDC"),
        ("Tin: Lê Sơn (Trạm Y tế xã Văn Khê)", "Trạm Y tế xã Văn Khê"),
        ("Người viết bài: BS Lê Sơn, Phòng Kế hoạch nghiệp vụ", "Phòng Kế hoạch nghiệp vụ"),
        ("Lê Sơn Phòng Kế hoạch nghiệp vụ", "Phòng Kế hoạch nghiệp vụ"),
    ],
)
def test_a_unit_behind_the_name(line, unit):
    assert read(line) == (("Lê Sơn",), (), unit)


@pytest.mark.parametrize(
    "lines",
    [
        ["Lê Sơn", "(TTYT Mê Linh)"],
        ["Lê Sơn", "TTYT Mê Linh"],
        ["Người viết bài", "Lê Sơn", "TTYT Mê Linh"],
        ["Người viết bài:", "LÊ SƠN", "(TTYT Mê Linh)"],
        ["Tác giả:", "Lê Sơn (TTYT Mê Linh)"],
        ["Bài viết: Lê Sơn", "TTYT Mê Linh"],
    ],
)
def test_label_name_and_unit_one_under_the_other(lines):
    assert read(*lines) == (("Lê Sơn",), (), "TTYT Mê Linh")


def test_labels_one_under_the_other():
    assert read("Tin: Minh Hiền", "Ảnh: Lê Sơn") == (("Minh Hiền",), ("Lê Sơn",), "")
    assert read("Tin, ảnh:", "Lê Sơn") == (("Lê Sơn",), ("Lê Sơn",), "")
    assert read("Minh Hiền", "Ảnh: Lê Sơn") == (("Minh Hiền",), ("Lê Sơn",), "")
    assert read("Minh Hiền", "Lê Sơn") == (BOTH, (), "")


@pytest.mark.parametrize(
    "lines",
    [
        ["Tin, ảnh:"],
        ["Tin: Minh Hiền", "Lê Sơn"],
        ["Minh Hiền", "Lê Sơn", "Lê Hà"],
        ["Minh Hiền", "Tin, ảnh:"],
        ["TTYT Mê Linh", "Lê Sơn"],
        ["TTYT Mê Linh"],
        ["Minh Hiền", "Bệnh viện Phổi đã tiếp nhận 20 ca"],
        ["Minh Hiền", "Hội nghị kết thúc."],
        ["Minh Hiền", ""],
        [],
    ],
)
def test_lines_that_do_not_fit_together(lines):
    assert read(*lines) is None


@pytest.mark.parametrize(
    "line",
    [
        # Places
        *("Hà Nội", "HÀ NỘI", "Hòa Bình", "Hoà Bình", "Việt Nam", "Lạng Sơn, ngày 5 tháng 3"),
        *("Hà Nội, Hải Phòng", "TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Tây Nguyên"),
        # Units and posts
        *("Sở Y tế", "SỞ Y TẾ", "Sở Y Tế", "Trung tâm Y tế huyện Mê Linh", "TTYT", "CDC Hà Nội"),
        *("Bệnh viện Đa khoa", "Ban Giám đốc", "Đoàn Thanh niên", "Đoàn Thanh Niên", "Ban Mai"),
        *("Giám Đốc", "GIÁM ĐỐC", "Khoa Nội", "Tin, bài: Phòng Truyền thông", "Ảnh: Sở Y Tế"),
        *("Nguyễn Văn Hùng, Giám đốc Sở Y tế", "Nguyễn Văn Hùng (Giám đốc)", "Ông Lê Sơn"),
        # Formulas, headings and slogans
        *("Trân trọng", "Trân Trọng", "Trân trọng cảm ơn!", "Xin Cảm Ơn", "Còn tiếp", "Xem thêm"),
        *("Hết", "HẾT", "Bài viết liên quan", "Tin Khác", "Giải Nhất", "Huân Chương Lao Động"),
        *("CAO HUYẾT ÁP", "ĐÀO TẠO LIÊN TỤC", "HỒ SƠ BỆNH ÁN", "LÝ DO", "THU HÀ", "Phụ Lục"),
        *("Xanh - Sạch - Đẹp", "ĐOÀN KẾT - KỶ CƯƠNG - TRÁCH NHIỆM", "Kỷ Cương - Trách Nhiệm"),
        # Sources
        *("Theo Báo Sức khỏe và Đời sống", "Theo Lao Động", "Theo Tuổi Trẻ", "Theo Hà Nội Mới"),
        *("Theo suckhoedoisong.vn", "Theo Sở Y tế", "Theo TTXVN", "Nguồn: Bộ Y tế", "Theo Bộ Y Tế"),
        *("Ảnh: Internet", "Ảnh: Sưu tầm", "Ảnh: SƯU TẦM", "Ảnh minh họa", "Ảnh: AFP", "Ảnh: BTC"),
        # Prose
        *("Hội nghị kết thúc tốt đẹp", "Bế mạc.", "Các đại biểu ra về", "Tổng cộng: 120 người"),
        *("Đoàn Minh Tài tổ chức lễ", "Sao Mai tổ chức Đại hội đồng", "Tuyển Tây Ban Nha dẫn đầu"),
        *("Lê Sơn phát biểu tại hội nghị", "Lê Sơn, Bệnh viện Phổi được khen", "Clip TAND TP"),
        # Abbreviations and signs
        *("TW", "T.Ư", "HIV/AIDS", "COVID-19", "BHYT", "TP.HCM", "ABC", "5K", "…", "--", "()"),
    ],
)
def test_what_is_no_byline(line):
    assert read(line) is None


@pytest.mark.parametrize("source", ["Internet", "Sưu tầm", "tư liệu", "AFP", "Nhân vật cung cấp"])
def test_a_photo_credit_that_names_nobody_is_kept_apart(source):
    parsed = parse([f"Tin: Minh Hiền; Ảnh: {source}"], known)
    assert (parsed.authors, parsed.photographers) == (("Minh Hiền",), ())
    assert parsed.kept == f"Ảnh: {source}"


def test_one_named_twice_is_credited_once():
    assert read("Tin: Lê Sơn, Lê Sơn") == (("Lê Sơn",), (), "")


def test_a_line_as_long_as_a_paragraph_is_not_even_read():
    assert read("Tin: " + "Lê Sơn, " * 30 + "Lê Hà") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Lê Sơn", True), ("Trần Văn An", True), ("Tin: Lê Sơn", False), ("Hội nghị kết thúc", False)],
)
def test_a_list_of_people_is_told_by_its_lines(line, expected):
    assert looks_like_a_name(line, known) is expected
