"""Head, captions and end of a text copied from a page: each trap of real pages, made up anew."""

from __future__ import annotations

import pytest

PROSE = (
    "Buổi tập huấn mẫu có hai mươi học viên và kết thúc trước giờ nghỉ trưa như đã định.",
    "Các học viên làm bài thu hoạch và nhận tài liệu để dùng tại nơi làm việc của mình.",
    "Ban tổ chức hẹn gặp lại trong đợt tập huấn mẫu tiếp theo vào cuối quý của năm sau.",
)
TITLE = "Trung tâm mẫu mở lớp tập huấn cho nhân viên y tế thôn bản"


@pytest.fixture
def read(article_of):
    def article(*lines, join="\n\n"):
        return article_of(join.join(lines), plain=True)

    return article


def texts(article):
    return [block.text for block in article.body]


def left_out(article):
    return [out.text for out in article.left_out]


def test_the_date_of_today_is_no_publish_date(read):
    article = read("Thứ Năm, ngày 6 tháng 10 năm 2022", TITLE, *PROSE)
    assert article.title == TITLE
    assert article.date is None
    assert texts(article) == list(PROSE)


def test_a_masthead_and_a_glued_skip_link_are_no_title(read):
    article = read(
        "Truy cập nội dung luônSỞ Y TẾ", "TỈNH MẪU", TITLE.upper(), "08/07/2024 09:13   104", *PROSE
    )
    assert article.title == TITLE.upper()
    assert f"{article.date:%Y-%m-%d %H:%M}" == "2024-07-08 09:13"
    assert left_out(article) == ["Truy cập nội dung luôn", "SỞ Y TẾ", "TỈNH MẪU"]


def test_a_second_headline_is_the_subtitle(read):
    article = read(TITLE, "Khen thưởng chín tổ công đoàn năm 2021", *PROSE)
    assert article.subtitle == "Khen thưởng chín tổ công đoàn năm 2021"
    assert texts(article) == list(PROSE)


def test_a_text_without_headline_has_none(read):
    article = read(*PROSE)
    assert article.title == ""
    assert texts(article) == list(PROSE)


@pytest.mark.parametrize(
    ("dateline", "source"),
    [("(Thanhuytphcm.vn) - ", "Thanhuytphcm.vn"), ("SKĐS - ", "SKĐS"), ("(TTXVN) – ", "TTXVN")],
)
def test_a_dateline_is_the_source(read, dateline, source):
    article = read(TITLE, dateline + PROSE[0], *PROSE[1:])
    assert article.source == source
    assert texts(article) == list(PROSE)


def test_glued_titles_of_others_are_parted_and_reported(read):
    glued = (
        "Đoàn mẫu thăm trạm y tế xã Một Hai BaHội nghị mẫu bàn về chuyển đổi sốTrạm mẫu nhận "
        "thiết bị mới"
    )
    article = read(TITLE, PROSE[0], glued, *PROSE[1:])
    assert article.summary == PROSE[0]
    related = [note.text for note in article.notes if note.code == "import-related"]
    assert related == [
        "Đoàn mẫu thăm trạm y tế xã Một Hai Ba",
        "Hội nghị mẫu bàn về chuyển đổi số",
        "Trạm mẫu nhận thiết bị mới",
    ]
    assert texts(article) == list(PROSE[1:])


def test_a_caption_printed_twice_is_one_caption_and_no_text(read):
    caption = "Quang cảnh lớp tập huấn mẫu"
    article = read(TITLE, PROSE[0], caption, caption, *PROSE[1:])
    assert [lost for _, lost, _ in article.homeless] == [caption]
    assert texts(article) == list(PROSE)


def test_an_alternative_text_and_a_caption_are_told_apart(read):
    lines = (
        f"{TITLE}\n\n{PROSE[0]}\n\nGiảng viên mẫu và học viên\nHọc viên mẫu làm "
        f"bài\n\n{PROSE[1]}\n\n{PROSE[2]}"
    )
    article = read(lines)
    assert [pair[1:] for pair in article.homeless] == [
        ("Học viên mẫu làm bài", "Giảng viên mẫu và học viên")
    ]


def test_a_subheading_is_no_caption(read):
    article = read(TITLE, PROSE[0], "Nhiệm vụ trong thời gian tới", *PROSE[1:])
    assert article.homeless == ()
    assert "Nhiệm vụ trong thời gian tới" in texts(article)


@pytest.mark.parametrize(
    ("byline", "authors", "photographers"),
    [
        ("Minh Hiền", ("Minh Hiền",), ()),
        ("\xa0" * 60 + "TIN, ẢNH MINH HIỀN", ("Minh Hiền",), ("Minh Hiền",)),
        ("Tin: Lê Sơn - Ảnh: Minh Hiền", ("Lê Sơn",), ("Minh Hiền",)),
    ],
)
def test_a_byline_is_taken_off_the_end(read, byline, authors, photographers):
    frame = ("Ý kiến bạn đọc", "refresh", "Tin khác", "Thông báo")
    article = read(TITLE, *PROSE[:2], PROSE[2].rstrip(".") + "./.", byline, *frame)
    assert (article.authors, article.photographers) == (authors, photographers)
    assert texts(article) == list(PROSE)


def test_the_unit_of_a_byline_is_not_lost(read):
    byline = "Nguyễn Thị Ngọc (TTYT huyện Mê Linh)"
    article = read(TITLE, *PROSE, byline)
    assert article.authors == ("Nguyễn Thị Ngọc",)
    assert texts(article)[-1] == byline


def test_a_footer_glued_to_the_byline_is_parted_from_it(read):
    article = read(TITLE, *PROSE, "Lê SơnPhiên bản di động")
    assert article.authors == ("Lê Sơn",)
    assert "Phiên bản di động" in left_out(article)


def test_the_source_below_the_byline_is_read(read):
    article = read(TITLE, *PROSE, "Lê Sơn", "Theo Báo Mẫu online")
    assert (article.authors, article.source) == (("Lê Sơn",), "Báo Mẫu online")


def test_planted_advertisements_are_left_out(read):
    article = read(TITLE, PROSE[0], "nỗ hu", "nỗ hu", PROSE[1], "nỗ hu", PROSE[2])
    assert texts(article) == list(PROSE)
    assert [out.kind for out in article.left_out] == ["spam"] * 3


def test_a_subheading_may_come_again_and_again_and_stray_words_may_not(read):
    steps = [line for text in PROSE for line in ("Cách làm", text)]
    assert texts(read(TITLE, *steps)).count("Cách làm") == 3
    stray = [line for text in PROSE for line in ("anh bia", text)]
    assert texts(read(TITLE, *stray)) == list(PROSE)


def test_prose_below_a_box_of_others_goes_on(read):
    article = read(TITLE, PROSE[0], "Tin liên quan", "Một tin khác của trang mẫu", *PROSE[1:])
    assert texts(article)[0] == PROSE[0]
    assert PROSE[2] in texts(article)


def test_a_unit_that_holds_the_event_is_what_the_text_is_about(read):
    lead = (
        "Sáng 15/12/2023, Sở Y tế Vĩnh Phúc tổ chức Hội nghị mẫu về chuyển đổi số trong ngành, "
        "có Bộ Y tế dự."
    )
    article = read(TITLE, lead, *PROSE)
    assert article.units == ("so-y-te-vinh-phuc",)
    assert article.event.name == "Hội nghị mẫu về chuyển đổi số trong ngành"
    assert article.category == "hoi-nghi"
