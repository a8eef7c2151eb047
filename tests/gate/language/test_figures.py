"""Counts and lists, parts and the whole."""

import pytest

from plugins.gate.language.figures import find, find_lists


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "04 bệnh viện gồm: Bệnh viện A, Bệnh viện B, Bệnh viện C, Bệnh viện D và Bệnh viện E.",
            "5",
        ),
        ("có 3 huyện: Bắc Sơn, Chi Lăng.", "2"),
        ("tại hai xã (Tiền Phong, Kim Hoa, Tự Lập) vào", "3"),
        ("3 đồng chí: Trần An, Lê Bình, Đỗ Chi và Hồ Dung.", "4"),
    ],
)
def test_a_count_and_a_list_that_disagree(text, listed):
    (hit,) = find(text)
    assert (hit.code, hit.values["listed"]) == ("count-list", listed)


@pytest.mark.parametrize(
    "text",
    [
        "có 3 huyện: Bắc Sơn, Chi Lăng, Hữu Lũng.",
        "2 phòng gồm Phòng Tổ chức và Hành chính, Phòng Kế hoạch và Tài chính.",
        "5 đơn vị như: Bệnh viện A, Bệnh viện B",
        "7 đơn vị: Bệnh viện A, Bệnh viện B…",
        "học sinh lớp 8 trường Tân Thạch (Châu Thành, Bến Tre)",
        "3 đơn vị: đã họp, đã bàn",
        "Có 12 bác sĩ khám bệnh, tư vấn.",
        "04 bệnh viện và 03 trung tâm",
    ],
)
def test_what_agrees_or_is_no_list(text):
    assert not find(text)


def test_items_are_counted():
    texts = [("paragraph", "Cụm gồm 3 đơn vị:"), *[("item", f"Bệnh viện {n}") for n in "ABCD"]]
    ((number, hit),) = find_lists(texts)
    assert number == 0
    assert (hit.values["count"], hit.values["listed"]) == ("3", "4")
    assert not find_lists(texts[:4])
    assert not find_lists([("paragraph", "Cụm gồm 3 đơn vị:"), ("paragraph", "Hết")])


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Nam chiếm 60%, nữ chiếm 30%, còn lại 20% chưa rõ.", "110"),
        ("Nhóm này chiếm 120% số ca.", "120"),
        ("Loại tốt chiếm 55,5%, loại khá chiếm 50% và còn lại là 3%", "108,5"),
    ],
)
def test_parts_of_more_than_the_whole(text, total):
    (hit,) = find(text)
    assert (hit.code, hit.values["total"]) == ("percent-whole", total)


@pytest.mark.parametrize(
    "text",
    [
        "Tự chủ đạt 106,6%, 87% và 102%.",
        "Nam chiếm 60%, nữ chiếm 40%.",
        "Nam chiếm 60%, tăng 80%; còn lại 40%.",
        "Xã A chiếm 70%. Xã B chiếm 60%.",
        "Ba phần chiếm 33,3%, chiếm 33,3%, còn lại 33,4%",
    ],
)
def test_what_may_be(text):
    assert not find(text)
