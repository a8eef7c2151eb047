from datetime import UTC, datetime

import pytest

from plugins.authors.attribution import Credits, attribute
from plugins.authors.people import Person, Role, people_of
from plugins.bulletins.records import Award, Body, Bulletin, Mention, Recipient

PEOPLE = people_of(
    [
        Person("minh-hien", "Minh Hiền", pen_names=("M.H",)),
        Person("le-ha", "Lê Hà", roles=(Role("Phóng viên"),)),
        Person("le-ha-2", "Lê Hà"),
        Person("le-son", "Lê Sơn"),
    ]
)


def bulletin(path="a.md", authors=(), photographers=(), honoured=()):
    return Bulletin(
        path=path,
        title="A",
        slug="a",
        date=datetime(2023, 1, 1, tzinfo=UTC),
        category="hoi-nghi",
        body=Body("", ""),
        authors=tuple(Mention(name, 5, 10 + place) for place, name in enumerate(authors)),
        photographers=tuple(Mention(name, 6) for name in photographers),
        awards=tuple(
            Award("Giấy khen", "awarded", recipients=(Recipient("person", name, 9, 4),))
            for name in honoured
        ),
    )


def test_names_become_ids_in_the_order_of_the_header():
    result = attribute([bulletin(authors=["LÊ SƠN", "M.H"], photographers=["minh-hien"])], PEOPLE)
    assert result.problems == ()
    assert result.credits == {"a.md": Credits(("le-son", "minh-hien"), ("minh-hien",))}


def test_a_person_named_twice_is_credited_once():
    result = attribute([bulletin(authors=["Minh Hiền", "M.H"])], PEOPLE)
    assert result.credits["a.md"].authors == ("minh-hien",)


def test_a_bulletin_without_authors_has_empty_credits():
    assert attribute([bulletin()], PEOPLE).credits == {"a.md": Credits()}


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


def test_a_shared_name_is_one_problem_with_its_candidates():
    result = attribute([bulletin("a.md", ["Lê Hà"]), bulletin("b.md", ["Lê Hà"])], PEOPLE)
    (found,) = result.problems
    assert (found.code, found.path, found.severity) == ("author-ambiguous", "a.md", "error")
    assert "le-ha (Lê Hà, Phóng viên), le-ha-2 (Lê Hà)" in found.message
    assert "b.md" in found.cure
    assert result.credits["a.md"].authors == ()


def test_an_id_settles_a_shared_name():
    result = attribute([bulletin(authors=["le-ha-2"])], PEOPLE)
    assert result.problems == ()
    assert result.credits["a.md"].authors == ("le-ha-2",)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("le-son", []), ("le-gone", ["author-id-unknown"]), ("X", ["author-unknown"])],
)
def test_honoured_people_are_checked_and_not_credited(name, codes):
    result = attribute([bulletin(honoured=[name])], PEOPLE)
    assert [found.code for found in result.problems] == codes
    assert result.credits["a.md"] == Credits()
