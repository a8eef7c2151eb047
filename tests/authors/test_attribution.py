import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plugins.authors.attribution import Credits, attribute, read_ending
from plugins.authors.people import Person, Role, people_of
from plugins.bulletins.records import Award, Body, Bulletin, Mention, Recipient

PEOPLE = people_of(
    [
        Person("minh-hien", "Minh Hiền", pen_names=("M.H",)),
        Person("le-ha", "Lê Hà", roles=(Role("Phóng viên"),)),
        Person("le-ha-2", "Lê Hạ"),
        Person("le-son", "Lê Sơn"),
    ]
)
NO_BODY = Body("", "")


def bulletin(path="a.md", authors=(), photographers=(), honoured=(), body=NO_BODY, **fields):
    return Bulletin(
        path=path,
        title="A",
        slug="a",
        date=datetime(2023, 1, 1, tzinfo=UTC),
        category="hoi-nghi",
        body=body,
        lines=(("title", 2),),
        authors=tuple(Mention(name, 5, 10 + place) for place, name in enumerate(authors)),
        photographers=tuple(Mention(name, 6) for name in photographers),
        awards=tuple(
            Award("Giấy khen", "awarded", recipients=(Recipient("person", name, 9, 4),))
            for name in honoured
        ),
        **fields,
    )


def closed_by(byline, path="a.md", **fields):
    """Return a bulletin of one sentence, a byline below it and a footnote."""
    html = f'<p>Hội nghị kết thúc.</p>\n<p>{byline}</p>\n<div class="footnotes"><p>Chú.</p></div>'
    body = Body(html, f"Hội nghị kết thúc.\n{byline}\nChú.")
    closing = (Mention("Hội nghị kết thúc.", 8), Mention(f"**{byline}**", 10, 3))
    return bulletin(path, body=body, closing=closing, **fields)


def test_names_become_ids_in_the_order_of_the_header():
    result = attribute([bulletin(authors=["LÊ SƠN", "M.H"], photographers=["minh-hien"])], PEOPLE)
    assert result.problems == ()
    assert result.credits == {"a.md": Credits(("le-son", "minh-hien"), ("minh-hien",))}


def test_a_person_named_twice_is_credited_once():
    result = attribute([bulletin(authors=["Minh Hiền", "M.H"])], PEOPLE)
    assert result.credits["a.md"].authors == ("minh-hien",)


def test_a_bulletin_without_authors_has_empty_credits_and_a_warning():
    result = attribute([bulletin()], PEOPLE)
    assert result.credits == {"a.md": Credits()}
    assert [(p.code, p.severity, p.line) for p in result.problems] == [
        ("byline-missing", "warning", 2)
    ]


def test_an_unknown_name_is_told_with_the_nearest_and_a_line_to_paste():
    (found,) = attribute([bulletin(authors=["Lê Sơm"])], PEOPLE).problems
    assert (found.code, found.path, found.line, found.column) == ("author-unknown", "a.md", 5, 10)
    assert "«Lê Sơn» (mã le-son)" in found.cure
    assert '- {id: le-som, name: "Lê Sơm"}' in found.cure


def test_each_use_of_an_unknown_name_is_a_problem_of_its_own():
    result = attribute([bulletin("b.md", ["Ai đó"]), bulletin("a.md", ["Ai đó"])], PEOPLE)
    assert [(found.code, found.path) for found in result.problems] == [
        ("author-unknown", "a.md"),
        ("author-unknown", "b.md"),
    ]


def test_an_id_that_is_gone_is_one_problem_with_all_its_uses():
    result = attribute([bulletin("b.md", ["le-gone"]), bulletin("a.md", ["le-gone"])], PEOPLE)
    (found,) = result.problems
    assert (found.code, found.path) == ("author-id-unknown", "a.md")
    assert "b.md dòng 5" in found.cure


def test_names_that_differ_in_a_tone_are_two_people():
    result = attribute([bulletin(authors=["LÊ HẠ", "Lê Hà"])], PEOPLE)
    assert result.problems == ()
    assert result.credits["a.md"].authors == ("le-ha-2", "le-ha")


SHARED = people_of(
    [
        Person("le-hoa", "Lê Hoà", line=3),
        Person("hoa", "Hoa Lê", pen_names=("LÊ HÒA", "H.L"), line=7),
        Person("le-son", "Lê Sơn", line=11),
    ]
)


def test_one_name_on_two_ids_is_an_error_with_both_names_and_every_file():
    used = [
        bulletin("b.md", ["le-hoa"]),
        bulletin("a.md", photographers=["Hoa Lê"]),
        bulletin("c.md", honoured=["hoa"]),
        bulletin("d.md", ["Lê Sơn"]),
        bulletin("e.md", ["lê hòa"]),
    ]
    found = [p for p in attribute(used, SHARED).problems if p.code != "byline-missing"]
    assert [(p.code, p.path, p.line) for p in found] == [("person-name-shared", "people.yml", 7)]
    assert "«Lê Hoà» (mã le-hoa, dòng 3), «Hoa Lê» (mã hoa, dòng 7)" in found[0].message
    assert found[0].cure.endswith("Các tệp đang dùng: a.md, b.md, c.md, e.md.")


def test_a_shared_name_is_an_error_before_anybody_uses_it():
    (found,) = attribute([], SHARED).problems
    assert "LÊ HÒA" in found.message
    assert "Các tệp" not in found.cure


def test_two_names_in_common_are_one_problem():
    people = people_of([Person("a", "Lê Sơn", ("L.S",)), Person("b", "Lê Sơn", ("L.S",))])
    (found,) = attribute([], people).problems
    assert "«Lê Sơn, L.S»" in found.message


@pytest.mark.parametrize(
    ("name", "codes"),
    [("le-son", []), ("le-gone", ["author-id-unknown"]), ("X", ["author-unknown"])],
)
def test_honoured_people_are_checked_and_not_credited(name, codes):
    result = attribute([bulletin(authors=["le-ha"], honoured=[name])], PEOPLE)
    assert [found.code for found in result.problems] == codes
    assert result.credits["a.md"] == Credits(authors=("le-ha",))


def test_authors_come_from_the_byline_which_leaves_the_body():
    result = attribute([closed_by("Tin: LÊ SƠN; Ảnh: Minh Hiền (CDC Hà Giang)")], PEOPLE)
    assert result.problems == ()
    assert result.credits == {"a.md": Credits(("le-son",), ("minh-hien",))}
    assert result.byline_units == {"a.md": "CDC Hà Giang"}
    (found,) = result.bulletins
    assert "Sơn" not in found.body.html
    assert found.body.text == "Hội nghị kết thúc.\nChú."


def test_a_bulletin_without_a_byline_stays_as_it_is():
    given = closed_by("Các đại biểu ra về.", authors=["le-son"])
    assert attribute([given], PEOPLE).bulletins == (given,)


def test_a_summary_made_of_the_text_is_made_anew_without_the_byline():
    html = "<p>Hội nghị kết thúc.\nLê Sơn</p>"
    body = Body(html, "Hội nghị kết thúc. Lê Sơn")
    made = bulletin(body=body, summary="Hội nghị kết thúc. Lê Sơn")
    given = bulletin("b.md", body=body, summary="Sapo. Lê Sơn", summary_given=True)
    found = attribute([made, given], PEOPLE).bulletins
    assert [b.summary for b in found] == ["Hội nghị kết thúc.", "Sapo. Lê Sơn"]


def test_an_unknown_name_of_a_byline_is_an_error_at_its_line():
    result = attribute([closed_by("TIN, ẢNH LÊ SƠM")], PEOPLE)
    (found,) = result.problems
    assert (found.code, found.line, found.column) == ("author-unknown", 10, 14)
    assert "«Lê Sơm»" in found.message
    assert "«Lê Sơn» (mã le-son)" in found.cure
    assert '- {id: le-som, name: "Lê Sơm"}' in found.cure
    assert "authors: Họ và tên" in found.cure
    assert result.credits["a.md"] == Credits()
    assert "SƠM" not in result.bulletins[0].body.html


def test_names_of_the_header_hint_at_no_byline():
    (found,) = attribute([bulletin(authors=["Lê Sơm"])], PEOPLE).problems
    assert "ở cuối bài" not in found.cure


def test_the_place_of_a_byline_that_no_line_holds_is_the_last_line():
    split = bulletin(
        body=Body("<p>A.</p>\n<p>Lê <em>Sơm</em></p>", "A.\nLê Sơm"),
        closing=(Mention("A.", 4), Mention("Lê *Sơm*", 6)),
    )
    (found,) = attribute([split], PEOPLE).problems
    assert (found.line, found.column) == (6, 1)


def test_beside_authors_a_byline_gives_photographers_and_may_name_anybody():
    byline = "Tin: Trần Lạ; Ảnh: Lê Sơn, Đỗ Xa"
    result = attribute([closed_by(byline, authors=["minh-hien"])], PEOPLE)
    assert result.problems == ()
    given = result.credits["a.md"]
    assert given.authors == ("minh-hien",)
    assert [result.unlinked.get(i, i) for i in given.photographers] == ["le-son", "Đỗ Xa"]
    assert byline not in result.bulletins[0].body.html


def test_photographers_of_the_header_stand_before_those_of_the_byline():
    result = attribute([closed_by("Tin, ảnh: Lê Sơn", photographers=["minh-hien"])], PEOPLE)
    assert result.credits["a.md"] == Credits(("le-son",), ("minh-hien",))


def test_beside_authors_a_byline_of_nobody_known_stays():
    given = closed_by("Kẻ Lạ Mặt", authors=["minh-hien"])
    assert attribute([given], PEOPLE).bulletins == (given,)


def unknown_authors():
    return [
        closed_by("NGUYỄN VĂN HÙNG", "a.md"),
        closed_by("Nguyễn Văn Hưng", "b.md"),
        bulletin("c.md", ["Nguyễn Văn Hùng"], ["Nguyễn Văn Hưng"]),
    ]


def test_unknown_authors_may_be_printed_with_a_warning():
    result = attribute(unknown_authors(), PEOPLE, unknown="warn")
    assert [(p.code, p.severity, p.path) for p in result.problems] == [
        ("author-unregistered", "warning", "a.md"),
        ("author-unregistered", "warning", "b.md"),
        ("author-unregistered", "warning", "c.md"),
        ("author-unregistered", "warning", "c.md"),
    ]
    assert result.accepted == {}
    assert sorted(result.unlinked.values()) == ["Nguyễn Văn Hùng", "Nguyễn Văn Hưng"]


def test_unknown_authors_may_be_accepted_each_under_an_id_of_their_own():
    result = attribute(unknown_authors(), PEOPLE, unknown="accept")
    assert result.problems == ()
    assert result.unlinked == {}
    (hung,), (hung2,) = result.credits["a.md"].authors, result.credits["b.md"].authors
    assert (hung, hung2) == ("nguyen-van-hung-3d43", "nguyen-van-hung-1022")
    assert result.credits["c.md"] == Credits((hung,), (hung2,))
    assert result.accepted == {hung: "Nguyễn Văn Hùng", hung2: "Nguyễn Văn Hưng"}


def test_an_accepted_id_never_shifts():
    everybody = attribute(unknown_authors(), PEOPLE, unknown="accept")
    alone = attribute(unknown_authors()[1:2], PEOPLE, unknown="accept")
    assert alone.credits["b.md"] == everybody.credits["b.md"]


def test_an_accepted_id_is_never_that_of_a_registered_person():
    taken = people_of([Person("nguyen-van-hung-3d43", "Ai Khác")])
    result = attribute(unknown_authors()[:1], taken, unknown="accept")
    (identity,) = result.credits["a.md"].authors
    assert identity != "nguyen-van-hung-3d43"
    assert identity.startswith("nguyen-van-hung-3d43")


@pytest.mark.parametrize("unknown", ["warn", "accept"])
def test_ids_and_honoured_people_must_be_registered_all_the_same(unknown):
    wrong = bulletin(authors=["le-gone"], honoured=["Ai Đó"])
    found = attribute([wrong], PEOPLE, unknown=unknown).problems
    assert sorted(p.code for p in found) == ["author-id-unknown", "author-unknown"]


def test_accepted_people_have_a_page_where_a_shown_bulletin_credits_them():
    result = attribute(unknown_authors(), PEOPLE, unknown="accept")
    known = len(PEOPLE.persons)
    assert result.people_with_pages(PEOPLE, []).persons == PEOPLE.persons
    shown = result.people_with_pages(PEOPLE, ["b.md"]).persons
    assert [person.name for person in shown[known:]] == ["Nguyễn Văn Hưng"]
    assert len(result.people_with_pages(PEOPLE, ["a.md", "c.md"]).persons) == known + 2


def test_problems_come_in_reading_order():
    result = attribute([closed_by("Kẻ Lạ", "b.md"), bulletin("a.md", ["X"])], PEOPLE)
    assert [found.path for found in result.problems] == ["a.md", "b.md"]


def test_endings_may_be_read_elsewhere_and_sent():
    given = [closed_by("Tin, ảnh: Lê Sơn"), bulletin("b.md", ["Minh Hiền"]), closed_by("Lê Sơm")]
    given = [replace(one, path=f"{number}.md") for number, one in enumerate(given)]
    sent = [pickle.loads(pickle.dumps(read_ending(PEOPLE, one))) for one in given]
    assert sent[0] is not None
    assert attribute(given, PEOPLE, endings=sent) == attribute(given, PEOPLE)


def test_a_bulletin_without_its_ending_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="shorter"):
        attribute([bulletin(), bulletin("b.md")], PEOPLE, endings=[None])


@pytest.mark.parametrize("fields", [{"authors": ["Trần Thị Mẫu"]}, {}])
def test_an_unknown_author_of_an_imported_post_is_a_warning(fields):
    post = (
        bulletin(origin="imported", **fields)
        if fields
        else closed_by("Trần Thị Mẫu", origin="imported")
    )
    result = attribute([post], PEOPLE)
    assert [(p.code, p.severity) for p in result.problems] == [("author-unregistered", "warning")]
    assert list(result.unlinked.values()) == ["Trần Thị Mẫu"]


def test_an_id_that_is_gone_is_an_error_in_an_imported_post_too():
    result = attribute([bulletin(authors=["tran-thi-mau"], origin="imported")], PEOPLE)
    assert [p.code for p in result.problems] == ["author-id-unknown"]
