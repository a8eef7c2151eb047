from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.fields import SLUG
from plugins.bulletins.front_matter import split
from plugins.bulletins.header import header_of_bulletin, header_of_page
from plugins.bulletins.records import Award, Document, Event, Letter, Mention, Recipient

AWARD_A = [("field-missing", 5, 10), ("award-form-unknown", 5, 17)]
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PATH = "bulletins/2023/hoi-nghi.md"


def result(lines="", *, title="Hội nghị tổng kết", day="2023-12-15", path=PATH):
    text = f"---\ntitle: {title}\ndate: {day}\ncategory: Hội nghị\n{lines}\n---\n"
    parts, problems = split(text, path)
    assert problems == []
    return header_of_bulletin(path, parts, timezone=ZONE, now_year=2026)


def record(lines="", **options):
    found = result(lines, **options)
    assert [entry for entry in found.problems if entry.severity == "error"] == []
    return found.record


def codes(lines="", **options):
    found = result(lines, **options)
    assert (found.record is None) == any(p.severity == "error" for p in found.problems)
    return [(entry.code, entry.line, entry.column) for entry in found.problems]


def page(text, path="pages/gioi-thieu.md"):
    parts, _ = split(text, path)
    return header_of_page(path, parts, timezone=ZONE)


def test_the_least_header_makes_a_bulletin():
    found = record()
    assert found.path == PATH
    assert found.title == "Hội nghị tổng kết"
    assert found.slug == "hoi-nghi-tong-ket"
    assert found.date == datetime(2023, 12, 15, tzinfo=ZONE)
    assert found.category == "hoi-nghi"
    assert found.status == "published"
    assert found.url == "/ban-tin/2023/12/hoi-nghi-tong-ket/"
    assert found.line_of("date") == 3
    assert found.line_of("slug") == 1


def test_a_full_header_fills_the_record():
    found = record(
        """slug: hoi-nghi
modified: 2023-12-16 10:00
change_note: Sửa tên
kicker: Thi đua
subtitle: Phụ đề
summary: Tóm tắt.
authors: Minh Hiền
photographers: [Lê Sơn]
units: [so-y-te, -benh-vien]
source: Báo
source_url: https://moh.gov.vn
origin: imported
event: {name: Hội nghị, date: 2023-12-14, end_date: 2023-12-15, session: Sáng, place: P,
  host: Sở Y tế, chair: C, guests: [A; B], series: S}
awards:
- form: Giấy khen
  authority: Giám đốc Sở
  recipients: [{unit: so-y-te}, {person: minh-hien}, {name: Tổ 1}]
  count: {collectives: 9, individuals: 1}
  decision: 12/QĐ-SYT
  date: 2023-12-01
  status: đã tặng
documents: [{title: Kế hoạch, number: 1/KH, issuer: Sở, date: 2023-01-02, file: a.pdf}]
cover: anh.jpg
cover_alt: Ảnh
cover_caption: Chú thích
cover_credit: Lê Sơn
related: [hoi-nghi-khac]
aliases: [/cu]
status: draft
expires: 2024-01-31
letters: [{name: Bạn đọc, date: 2023-12-20, text: Hay.}]"""
    )
    assert found.slug == "hoi-nghi"
    assert found.modified == datetime(2023, 12, 16, 10, 0, tzinfo=ZONE)
    assert (found.change_note, found.kicker, found.subtitle) == ("Sửa tên", "Thi đua", "Phụ đề")
    assert (found.summary, found.summary_given) == ("Tóm tắt.", True)
    assert found.authors == (Mention("Minh Hiền", 11, 10),)
    assert [mention.text for mention in found.units] == ["so-y-te", "-benh-vien"]
    assert (found.source, found.source_url) == ("Báo", "https://moh.gov.vn")
    assert (found.origin, found.status) == ("imported", "draft")
    assert found.event == Event(
        name="Hội nghị",
        date=date(2023, 12, 14),
        end_date=date(2023, 12, 15),
        session="sáng",
        place="P",
        host=Mention("Sở Y tế", 18, 9),
        chair="C",
        guests=("A; B",),
        series="S",
    )
    assert found.awards == (
        Award(
            form="giay-khen",
            status="awarded",
            authority="Giám đốc Sở",
            recipients=(
                Recipient("unit", "so-y-te", 22, 23),
                Recipient("person", "minh-hien", 22, 42),
                Recipient("name", "Tổ 1", 22, 61),
            ),
            collectives=9,
            individuals=1,
            decision="12/QĐ-SYT",
            date=date(2023, 12, 1),
            line=20,
        ),
    )
    document = Document("Kế hoạch", "1/KH", "Sở", date(2023, 1, 2), "bulletins/2023/a.pdf", 27)
    assert found.documents == (document,)
    assert found.cover.target == "bulletins/2023/anh.jpg"
    assert (found.cover.alt, found.cover.caption, found.cover.credit) == (
        "Ảnh", "Chú thích", "Lê Sơn",
    )  # fmt: skip
    assert (found.cover.line, found.cover.column) == (28, 8)
    assert found.related == (Mention("hoi-nghi-khac", 32, 11),)
    assert found.aliases == (Mention("/cu", 33, 11),)
    assert found.expires == date(2024, 1, 31)
    assert found.letters == (Letter("Bạn đọc", date(2023, 12, 20), "Hay."),)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("modified: 2023-12-14", [("date-order", 5, 11)]),
        ("expires: 2023-12-14", [("date-order", 5, 10)]),
        ("modified: 1999-01-01", [("date-year", 5, 11)]),
        ("modified: 2028-01-01", [("date-year", 5, 11)]),
        ("expires: 2028-01-01", [("date-year", 5, 10)]),
        ("change_note: Sửa", [("change-note-without-modified", 5, 14)]),
        (
            "event: {name: A, date: 2023-12-15, end_date: 2023-12-14}",
            [("date-order", 5, 46)],
        ),
        ("event: {name: A, end_date: 2023-12-14}", [("event-end-without-date", 5, 28)]),
        ("event: {date: 2023-12-14}", [("field-missing", 5, 8)]),
        ("awards: [{form: A, recipients: [{name: B}]}]", AWARD_A),
        ("awards: [{status: đã tặng, count: {individuals: 1}}]", [("field-missing", 5, 10)]),
        (
            "awards: [{form: LĐTT, status: sẽ tặng, count: {individuals: 1}}]",
            [("choice-unknown", 5, 31)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, recipients: [{unit: a, name: b}, {name: c}]}]",
            [("recipient-shape", 5, 53)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, recipients: [{name: ''}, {name: c}]}]",
            [("recipient-shape", 5, 53)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, recipients: [Tổ 1, {name: c}]}]",
            [("item-wants-fields", 5, 53)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, count: {individuals: -1, collectives: 0}}]",
            [("number-format", 5, 61)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, count: 9, recipients: [{name: c}]}]",
            [("field-wants-mapping", 5, 47)],
        ),
        ("awards: [{form: LĐTT, status: đã tặng}]", [("award-without-recipient", 5, 17)]),
        (
            "awards: [{form: LĐTT, status: đã tặng, recipients: [{unit: a}]}]",
            [("award-for-others", 5, 17)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, date: 2023-12-16, count: {individuals: 1}}]",
            [("award-date-future", 5, 46)],
        ),
        (
            "awards: [{form: LĐTT, status: đã tặng, count: {individuals: 0},"
            " recipients: [{person: a}]}]",
            [("award-count-too-small", 5, 47)],
        ),
        ("event: {name: A, date: 2023-12-16}", [("event-after-publication", 5, 24)]),
        ("event: {name: A, date: 2023-12-07}", [("event-long-ago", 5, 24)]),
        ("documents: [{number: 1}]", [("field-missing", 5, 13)]),
        ("documents: [{title: A, date: 1/2/2023}]", [("date-ambiguous", 5, 30)]),
        ("letters: [{name: A, text: B}]", [("field-missing", 5, 11)]),
        ("cover_alt: A", [("cover-missing", 5, 12)]),
        ("cover: a.jpg", [("cover-alt-missing", 5, 8)]),
        ("cover: ../../../a.jpg\ncover_alt: A", [("link-outside", 5, 8)]),
        ("documents: [{title: A, file: javascript:x}]", [("link-scheme", 5, 30)]),
    ],
)
def test_rules_between_fields(lines, expected):
    assert codes(lines) == expected


def test_the_date_must_be_of_the_folder_and_of_possible_years():
    assert codes(day="2022-12-15") == [("date-folder", 3, 7)]
    assert codes(day="2022-12-15", path="bulletins/a.md") == []
    assert codes(day="1999-12-15", path="bulletins/1999/a.md") == [("date-year", 3, 7)]
    assert codes(day="2027-12-15", path="bulletins/2027/a.md") == []
    assert codes(day="2028-12-15", path="bulletins/2028/a.md") == [("date-year", 3, 7)]


def test_an_update_without_its_time_is_after_a_publication_of_that_day():
    found = record("modified: 2023-12-15", day="2023-12-15 08:30")
    assert found.modified == found.date
    assert codes("modified: 2023-12-15 08:00", day="2023-12-15 08:30") == [("date-order", 5, 11)]


def test_a_title_needs_a_letter_or_digit():
    assert codes(title="'...!'") == [("title-without-letters", 2, 8)]
    assert codes(title="ニュース") == [("slug-empty", 2, 8)]
    assert codes("slug: tin", title="ニュース") == []


def test_a_long_title_makes_a_short_slug():
    slug = record(title="Hội nghị tổng kết công tác thi đua khen thưởng " * 3).slug
    assert len(slug) <= 80
    assert slug.startswith("hoi-nghi-tong-ket-cong-tac")
    assert not slug.endswith("-")


def test_all_problems_of_a_header_are_told_at_once():
    found = codes("slug: A\nstatus: x\nexpires: 1/2\nsave_as: y", day="3/4/2026")
    assert [entry[0] for entry in found] == [
        "date-ambiguous", "slug-format", "choice-unknown", "date-format", "field-unknown",
    ]  # fmt: skip


def test_a_page_takes_its_slug_from_its_file():
    found = page("---\ntitle: Giới thiệu chung\n---\n").record
    assert (found.slug, found.url, found.lang) == ("gioi-thieu", "/gioi-thieu/", "vi")
    assert page("---\ntitle: A\n---\n", "pages/Liên hệ.md").record.slug == "lien-he"
    assert page("---\ntitle: A\nslug: b\norder: 2\nlang: en\n---\n").record.order == 2


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("---\nsummary: A\n---\n", "pages/a.md", ["field-missing"]),
        ("---\ntitle: A\ndate: 2023-01-01\n---\n", "pages/a.md", ["field-unknown"]),
        ("---\ntitle: A\nlang: fr\n---\n", "pages/a.md", ["choice-unknown"]),
        ("---\ntitle: A\n---\n", "pages/---.md", ["slug-empty"]),
        ("---\ntitle: A\nslug: B\n---\n", "pages/---.md", ["slug-format"]),
    ],
)
def test_mistakes_of_a_page(text, path, expected):
    found = page(text, path)
    assert found.record is None
    assert [entry.code for entry in found.problems] == expected


TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="'<&\\"),
    min_size=1,
)


@given(TITLES, st.dates(date(2000, 1, 1), date(2027, 12, 31)))
def test_any_title_makes_a_bulletin_with_a_slug_or_a_problem(title, day):
    path = f"bulletins/{day.year}/a.md"
    found = result(title=f"'{title}'", day=day.isoformat(), path=path)
    if found.record is None:
        assert {entry.code for entry in found.problems} <= {
            "title-without-letters", "slug-empty", "field-too-long", "field-empty",
        }  # fmt: skip
    else:
        assert SLUG.fullmatch(found.record.slug)
        assert len(found.record.slug) <= 80
        assert found.record.date.date() == day


def draft(header, path=PATH):
    parts, _ = split(f"---\n{header}\ncategory: Hội nghị\nstatus: Bản nháp\n---\n", path)
    return header_of_bulletin(path, parts, timezone=ZONE, now_year=2026)


@pytest.mark.parametrize("header", ["title:\ndate:", "kicker: Thi đua"])
def test_a_draft_may_leave_its_title_and_date_open(header):
    found = draft(header)
    assert [(p.code, p.severity) for p in found.problems] == [
        ("field-missing-in-draft", "warning")
    ] * 2
    assert found.record.title == "Bản nháp chưa có tiêu đề"
    assert found.record.date == datetime(2023, 12, 31, tzinfo=ZONE)


def test_a_draft_outside_a_year_stands_in_the_year_of_the_build():
    assert draft("title: Thi đua\ndate:", "bulletins/nhap.md").record.date.year == 2026


@pytest.mark.parametrize("header", ["title: Thi đua\ndate: 01/02/2023", "title: '...'\ndate:"])
def test_what_a_draft_says_wrongly_stays_an_error(header):
    found = draft(header)
    assert found.record is None
    assert any(p.severity == "error" for p in found.problems)
