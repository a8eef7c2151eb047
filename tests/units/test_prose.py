"""Rules of the language, both ways: phrases of bulletins of one department, read as a build does.

The site is that of Lạng Sơn. Each phrase stands for a rule; none is copied from anywhere.
"""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.bulletins.records import Body, Bulletin
from plugins.units.mentions import find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Unit, units_of

LS = {"province": "Lạng Sơn"}
BELOW = {"parent": "syt", "province": "Lạng Sơn"}
HN = {"province": "Hà Nội"}
HCM = {"province": "Thành phố Hồ Chí Minh"}

UNITS = units_of(
    [
        Unit("bo", "Bộ Y tế"),
        Unit("ytdp", "Cục Y tế dự phòng, Bộ Y tế", short_name="Cục Y tế dự phòng", parent="bo"),
        Unit("kcb", "Cục Quản lý Khám, chữa bệnh", parent="bo"),
        Unit("bhxh", "Bảo hiểm xã hội Việt Nam"),
        Unit("who", "Tổ chức Y tế thế giới", aliases=("WHO",)),
        Unit("syt", "Sở Y tế Lạng Sơn", short_name="Sở Y tế", aliases=("Sở",), **LS),
        Unit("syt-qn", "Sở Y tế tỉnh Quảng Ngãi", short_name="Sở Y tế", province="Quảng Ngãi"),
        Unit("syt-kt", "Sở Y tế tỉnh Kon Tum", short_name="Sở Y tế", province="Kon Tum"),
        Unit("ubnd", "Ủy ban nhân dân tỉnh Lạng Sơn", **LS),
        Unit("hdnd", "Hội đồng nhân dân tỉnh Lạng Sơn", **LS),
        Unit("tinh-uy", "Tỉnh ủy Lạng Sơn", **LS),
        Unit("stc", "Sở Tài chính Lạng Sơn", **LS),
        Unit("stnmt", "Sở Tài nguyên và Môi trường", **LS),
        Unit("dang-uy", "Đảng ủy Sở Y tế Lạng Sơn", aliases=("Đảng ủy",), **BELOW),
        Unit("tdkt", "Hội đồng Thi đua - Khen thưởng Sở Y tế", **BELOW),
        Unit("thanh-tra", "Thanh tra Sở", **BELOW),
        Unit("nvy", "Phòng Nghiệp vụ Y", **BELOW),
        Unit("nvd", "Phòng Nghiệp vụ Dược", **BELOW),
        Unit("tchc", "Phòng Tổ chức - Hành chính", **BELOW),
        Unit("cum-2", "Cụm Thi đua số 2", **BELOW),
        Unit("cum-12", "Cụm Thi đua số 12", **BELOW),
        Unit("cdc", "Trung tâm Kiểm soát bệnh tật tỉnh Lạng Sơn", aliases=("CDC",), **BELOW),
        Unit("ksbt", "Khoa Kiểm soát bệnh tật và HIV/AIDS", parent="cdc"),
        Unit("duoc", "Khoa Dược - Vật tư, thiết bị y tế", parent="cdc"),
        Unit(
            "bvdk",
            "Bệnh viện Đa khoa tỉnh Lạng Sơn",
            aliases=("Bệnh viện Đa khoa", "Bệnh viện"),
            **BELOW,
        ),
        Unit("noi", "Khoa Nội", parent="bvdk"),
        Unit("ngoai", "Khoa Ngoại", parent="bvdk"),
        Unit("san", "Khoa Sản", parent="bvdk"),
        Unit("bvdk-bs", "Bệnh viện Đa khoa huyện Bắc Sơn", **BELOW),
        Unit("bvdk-cl", "Bệnh viện Đa khoa huyện Chi Lăng", **BELOW),
        Unit("phoi", "Bệnh viện Phổi Lạng Sơn", short_name="Bệnh viện Phổi", **BELOW),
        Unit("mat", "Bệnh viện Mắt Lạng Sơn", **BELOW),
        Unit("sn", "Bệnh viện Sản Nhi Lạng Sơn", **BELOW),
        Unit("bs", "Trung tâm Y tế huyện Bắc Sơn", **BELOW),
        Unit("cl", "Trung tâm Y tế huyện Chi Lăng", **BELOW),
        Unit("hl", "Trung tâm Y tế huyện Hữu Lũng", aliases=("Trung tâm",), **BELOW),
        Unit("tp", "Trung tâm Y tế thành phố Lạng Sơn", **BELOW),
        Unit("tan-lap", "Trạm Y tế xã Tân Lập", parent="bs"),
        Unit("vu-le", "Trạm Y tế xã Vũ Lễ", parent="bs"),
        Unit("an-phu", "Trạm Y tế xã An Phú", parent="bs"),
        Unit("tt-bs", "Trạm Y tế thị trấn Bắc Sơn", parent="bs"),
        Unit("qy175", "Bệnh viện Quân y 175"),
        Unit("nd1", "Bệnh viện Nhi đồng 1", **HCM),
        Unit("nd2", "Bệnh viện Nhi đồng 2", **HCM),
        Unit("pasteur", "Viện Pasteur TP.HCM", **HCM),
        Unit("hoan-my", "Bệnh viện Hoàn Mỹ Đà Nẵng", province="Đà Nẵng"),
        Unit("bv-e", "Bệnh viện E", **HN),
        Unit("bv-k", "Bệnh viện K", **HN),
        Unit("bach-mai", "Bệnh viện Bạch Mai", **HN),
        Unit("nhi-tu", "Bệnh viện Nhi Trung ương", **HN),
    ]
)

LISTS = """
các phòng Nghiệp vụ Y, Nghiệp vụ Dược => nvy nvd
Các phòng: Nghiệp vụ Y; Nghiệp vụ Dược; Tổ chức - Hành chính thuộc Sở Y tế => nvy nvd tchc syt
phòng nghiệp vụ y, nghiệp vụ dược => nvy nvd
Sở Y tế các tỉnh Quảng Ngãi, Kon Tum => syt-qn syt-kt
Sở Y tế Quảng Ngãi, Kon Tum và Lạng Sơn => syt-qn syt-kt syt
BVĐK các huyện Bắc Sơn, Chi Lăng => bvdk-bs bvdk-cl
Trung tâm Y tế Bắc Sơn và Hữu Lũng => bs hl
Trung tâm Y tế huyện Bắc Sơn và huyện Chi Lăng => bs cl
Trung tâm Y tế 3 huyện Bắc Sơn, Chi Lăng và Hữu Lũng => bs cl hl
Trung tâm Y tế các huyện Bắc Sơn, Văn Lãng, Chi Lăng, thành phố Lạng Sơn => bs cl tp
hai bệnh viện Phổi và Mắt đã tiếp nhận => phoi mat
hai Bệnh viện: Phổi, Mắt => phoi mat
05 đơn vị: TTYT huyện Bắc Sơn, BV Phổi, BVĐK tỉnh và CDC tỉnh => bs phoi bvdk cdc
các khoa Nội, Ngoại và Sản Bệnh viện Đa khoa tỉnh => noi ngoai san bvdk
TYT xã Tân Lập, Vũ Lễ và thị trấn Bắc Sơn => tan-lap vu-le tt-bs
trạm y tế các xã: Tân Lập, Vũ Lễ => tan-lap vu-le
Trạm Y tế 2 xã Tân Lập, Vũ Lễ => tan-lap vu-le
Bệnh viện Nhi đồng 1 và 2 => nd1 nd2
các sở: Y tế, Tài chính, Tài nguyên và Môi trường => syt stc stnmt
các sở Nội vụ, Y tế và Công Thương => syt
hai bộ Y tế và Công an => bo
các Sở Y tế, bệnh viện trong cả nước => -
Sở Y tế các tỉnh, thành phố trực thuộc Trung ương => -
đoàn đến các xã Tân Lập, Vũ Lễ => -
Trạm Y tế xã An Phú, Phú phát hiện => an-phu
Bệnh viện Đa khoa huyện Bắc Sơn, Lạng Sơn => bvdk-bs
Phòng Nghiệp vụ Y và 50% trạm y tế => nvy
"""

INNER_AND = """
Khoa Kiểm soát bệnh tật và HIV/AIDS, CDC Lạng Sơn => ksbt cdc
Khoa Kiểm soát bệnh tật &amp; HIV/AIDS => ksbt
Sở Tài nguyên và Môi trường => stnmt
Sở Văn hóa, Thể thao và Du lịch => -
"""

MERE_HEADS = """
Lãnh đạo Sở, Giám đốc Sở đã dự => syt
Đảng ủy đã ban hành nghị quyết => dang-uy
Đảng ủy, Ban Giám đốc Sở Y tế => syt dang-uy
Trung tâm đã khám cho 200 người => hl
Bệnh viện đã tiếp nhận 300 ca => bvdk
Các bệnh viện đã tiếp nhận 300 ca => -
trung tâm đã khám cho 200 người => -
Sở Công Thương tổ chức. Sau đó Sở đã chỉ đạo => -
Bệnh viện Bạch Mai chuyển giao kỹ thuật. Bệnh viện đã cử ba bác sĩ => bach-mai
Sở Tài chính, Sở Nội vụ => stc
các sở, ngành và Sở, ban, ngành của tỉnh => -
Trung tâm Văn hóa huyện => -
Trung tâm văn hóa huyện khai mạc => -
Sở chỉ huy tiền phương => -
Thanh tra Sở đã kiểm tra => thanh-tra
Sở Y tế Lạng Sơn họp. Thanh tra Sở đã kiểm tra => syt thanh-tra
Sở Xây dựng họp. Thanh tra Sở đã kiểm tra => -
Thanh tra sở xây dựng => -
"""

ABBREVIATIONS = """
UBND tỉnh, HĐND tỉnh => ubnd hdnd
HĐND, UBND tỉnh Lạng Sơn => ubnd
UBND huyện Cao Lộc => -
CDC tỉnh phun hóa chất => cdc
TTKSBT tỉnh => cdc
Trung tâm Kiểm soát bệnh tật (CDC) tỉnh Lạng Sơn => cdc
Sở Y tế/CDC => syt cdc
CDC Mỹ cảnh báo => -
CDC Bắc Giang => -
Trung tâm Phòng ngừa dịch bệnh Mỹ (CDC) cho biết. Theo CDC, số ca tăng => -
SYT Lạng Sơn họp => syt
BVĐK tỉnh => bvdk
Bệnh viện Nhi T.Ư, Bệnh viện Nhi TW, BV Nhi TƯ => nhi-tu
TTYT H. Hữu Lũng => hl
BHXH VN => bhxh
Quyết định số 12/QĐ-SYT, Công văn 123/SYT-NVY, báo cáo số 33/BC - SYT => -
8 TTYT huyện => -
chi trả bảo hiểm y tế và Bảo hiểm thất nghiệp => -
"""

SPELLINGS = """
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG SỞ Y TẾ HỌP PHIÊN CUỐI NĂM => tdkt
Hội đồng Thi đua-Khen thưởng Sở Y tế => tdkt
Hội đồng Thi đua – Khen thưởng Sở Y tế => tdkt
Hội đồng Thi đua, Khen thưởng Sở Y tế => tdkt
Hội đồng Thi đua và Khen thưởng Sở Y tế => tdkt
Hội đồng TĐ-KT Sở Y tế => tdkt
Khoa KSBT-HIV/AIDS => ksbt
phòng chỉ đạo tuyến Bệnh viện Phổi => phoi
Trung Tâm Y Tế Huyện Hữu Lũng => hl
TRUNG TÂM Y TẾ HỮU LŨNG => hl
trung tâm y tế huyện Hữu Lũng => hl
TTYT  huyện  Hữu   Lũng => hl
bộ y tế vừa ban hành => bo
bệnh viện đa khoa tỉnh => -
Khoa Dược - Vật tư, thiết bị y tế => duoc
Khoa Dược - Vật tư thiết bị y tế => duoc
Cục Quản lý Khám chữa bệnh => kcb
Cục Quản lý Khám, chữa bệnh, Bộ Y tế => kcb bo
Cục Y tế dự phòng, Bộ Y tế => ytdp
Cục Y tế dự phòng (Bộ Y tế) => ytdp
“Bệnh viện Phổi” Lạng Sơn => phoi
Sở Y tế <strong>Lạng</strong> Sơn => syt
Sở Y <em>tế</em> tỉnh&nbsp;Lạng Sơn => syt
"""

NUMBERS = """
Bệnh viện Quân y 175 => qy175
Bệnh viện Quân y 17 => -
Bệnh viện Nhi đồng 1 => nd1
Bệnh viện Nhi đồng Thành phố => -
Cụm Thi đua số 12 => cum-12
Cụm thi đua số 02 => cum-2
Cụm thi đua 2 => cum-2
Cụm Thi đua số 22 => -
Cụm số 2 => -
Bệnh viện E và Bệnh viện K => bv-e bv-k
Bệnh viện K3 => -
Bệnh viện Phổi 2 máy thở => phoi
trao cho Bệnh viện Phổi 50 triệu đồng => phoi
Bệnh viện Phổi 74 Trung ương => -
Bệnh viện Đa khoa Bắc Sơn số 2 => -
"""

LONGER_NAMES = """
Viện Pasteur TP. Hồ Chí Minh => pasteur
Viện Pasteur Nha Trang => -
Bệnh viện Hoàn Mỹ Đà Lạt => -
Bệnh viện Phổi Thanh Hóa => -
Bệnh viện Phổi Trung ương => -
Bệnh viện Phổi Hữu Nghị => -
Bệnh viện Mắt Sài Gòn, Bệnh viện Mắt TP. HCM => -
Bệnh viện Đa khoa phía Bắc Lạng Sơn => -
Trung tâm Y tế dự phòng tỉnh => -
Bệnh viện Phụ sản - Nhi Đà Nẵng => -
Bệnh viện Sản - Nhi Lạng Sơn => sn
Bệnh viện Đa khoa quốc tế Vinmec => -
Bệnh viện Đa khoa (BVĐK) quốc tế Tân An => -
Bệnh viện Đa khoa khu vực Phúc Yên => -
Bệnh viện Đa khoa 115 Nghệ An, Bệnh viện Đa khoa 115 đã cử xe => -
Bệnh viện Đa khoa tiếp nhận 12 ca => bvdk
Bệnh viện Đa khoa tỉnh cấp cứu cho nạn nhân => bvdk
Bệnh viện Bạch Mai Hà Nội, Bệnh viện Bạch Mai Cơ sở 2 => bach-mai
Khoa Nội tiết và khoa Nội tổng hợp => -
Phòng Nghiệp vụ Y tế => -
Trạm Y tế xã Tân Lập Đông => -
Bộ Y tế Lào và Bộ Y tế Nhật Bản => -
Bộ Y tế Việt Nam => bo
Sở Y tế liên tục chỉ đạo trong thời gian qua => syt
Sở Y tế trong thời gian qua => syt
"""

PLACES = """
Bệnh viện Phổi (Lạng Sơn) => phoi
Bệnh viện Phổi (Hà Nội) => -
Bệnh viện Phổi, tỉnh Lạng Sơn => phoi
Sở Y tế tỉnh Cao Bằng, Sở Y tế (tỉnh Cao Bằng) => -
Tỉnh uỷ, UBND tỉnh => tinh-uy ubnd
Tỉnh ủy Cao Bằng => -
UBND tỉnh Quảng Ngãi => -
Trung tâm Y tế huyện Hữu Lũng, tỉnh Lạng Sơn => hl
Trung tâm Y tế huyện Hữu Lũng, tỉnh Cao Bằng => -
Trung tâm Y tế TP Lạng Sơn => tp
Trạm Y tế xã Tân Lập, huyện Bắc Sơn => tan-lap
Trạm Y tế xã Tân Lập, huyện Hữu Lũng => -
Trạm Y tế xã Tân Lập (Bắc Sơn) => tan-lap
Trạm Y tế Tân Lập => tan-lap
Bệnh viện Bạch Mai (Hà Nội) => bach-mai
Bộ Y tế (Hà Nội) => bo
xã Tân Lập, huyện Hữu Lũng => -
"""

RELATIONS = """
Nguyên Giám đốc Sở Y tế Nguyễn Thế Toàn => syt
Bộ trưởng Bộ Y tế Nguyễn Thị Kim Tiến => bo
Phó Chủ tịch UBND tỉnh Nguyễn Văn B dự => ubnd
các đơn vị trực thuộc Sở Y tế => syt
hội nghị do Sở Y tế Lạng Sơn tổ chức => syt
Sở Y tế - Giám đốc Nguyễn Văn A => syt
Khoa Nội Bệnh viện Đa khoa tỉnh Lạng Sơn => noi
Khoa Nội Bệnh viện Bạch Mai => bach-mai
Phòng Nghiệp vụ Y Sở Y tế Lạng Sơn => nvy
Phòng Nghiệp vụ Y Sở Y tế Cao Bằng => -
Phòng Nghiệp vụ Y (Sở Y tế) => nvy syt
Phòng Tổ chức – Hành chính Trung tâm Y tế huyện Bắc Sơn => bs
Đảng bộ Sở Y tế Lạng Sơn => -
Chi bộ Bệnh viện Phổi, Công đoàn Bệnh viện Phổi Lạng Sơn => -
Công đoàn ngành Y tế => -
Tỉnh ủy viên => -
cán bộ y tế, trụ sở y tế, cơ sở y tế => -
Tổ chức Y tế Thế giới (WHO) khuyến cáo => who
WHO khuyến cáo => who
"""


def cases(text):
    rows = [line.partition(" => ") for line in text.strip().splitlines()]
    return [
        pytest.param(phrase, [] if ids == "-" else ids.split(), id=phrase)
        for phrase, _, ids in rows
    ]


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(UNITS, FAMILY_NAMES)


@pytest.fixture
def tagged(recogniser):
    def tag(phrase):
        bulletin = Bulletin(
            path="bulletins/2023/a.md",
            title="Tin",
            slug="a",
            date=dt.datetime(2023, 7, 15, tzinfo=dt.UTC),
            category="hoi-nghi",
            body=Body(f"<p>{phrase}</p>", ""),
        )
        return sorted(find_mentions(bulletin, recogniser, UNITS, province="Lạng Sơn").others)

    return tag


@pytest.mark.parametrize(("phrase", "ids"), cases(LISTS))
def test_lists_share_a_head(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(INNER_AND))
def test_an_and_inside_a_name_divides_nothing(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(MERE_HEADS))
def test_a_mere_head_needs_a_capital_and_no_name_before_it(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(ABBREVIATIONS))
def test_abbreviations_are_read_where_they_name(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(SPELLINGS))
def test_case_dashes_commas_and_blanks_do_not_count(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(NUMBERS))
def test_numbers_and_letters_tell_units_apart(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(LONGER_NAMES))
def test_a_part_of_a_longer_name_is_no_name(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(PLACES))
def test_the_place_behind_a_name_must_be_its_own(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


@pytest.mark.parametrize(("phrase", "ids"), cases(RELATIONS))
def test_parts_posts_and_bodies_beside_a_unit(tagged, phrase, ids):
    assert tagged(phrase) == sorted(ids)


def test_one_unit_a_cell_of_a_table(tagged):
    cells = "<td>Bệnh viện Phổi Lạng Sơn</td><td>TTYT huyện Bắc Sơn</td><td>Sở</td><td>Y tế</td>"
    assert tagged(f"</p><table><tr>{cells}</tr></table><p>") == ["bs", "phoi", "syt"]
