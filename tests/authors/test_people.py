from datetime import date

import pytest

from plugins.authors.people import Person, Role, check_roles, load_people, people_of

REGISTRY = """\
- id: minh-hien
  name: Minh Hiền
  pen_names: [M.H, Hiền Minh]
  roles:
    - {role: Phóng viên, unit: so-y-te, from: 2020, to: 2022-06}
    - {role: Biên tập viên, unit: cdc, from: 2022-07-01}
  phone: 0205 3812 345
  email: hien@example.gov.vn
  description: Viết về y tế cơ sở.
- id: le-ha
  name: Lê Hà
- id: le-ha-2
  name: Lê Hạ
- id: le-ha-3
  name: Lê Hà
  pen_names: [L.H]
"""


@pytest.fixture
def people():
    found, problems = load_people(REGISTRY.encode())
    assert problems == []
    return found


def test_an_entry_becomes_a_person(people):
    assert people.by_id["minh-hien"] == Person(
        id="minh-hien",
        name="Minh Hiền",
        pen_names=("M.H", "Hiền Minh"),
        roles=(
            Role("Phóng viên", "so-y-te", date(2020, 1, 1), date(2022, 6, 30), 5),
            Role("Biên tập viên", "cdc", date(2022, 7, 1), None, 6),
        ),
        phone="0205 3812 345",
        email="hien@example.gov.vn",
        description="Viết về y tế cơ sở.",
        line=1,
    )
    assert [person.id for person in people] == ["minh-hien", "le-ha", "le-ha-2", "le-ha-3"]


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("minh-hien", ["minh-hien"]),
        ("Minh Hiền", ["minh-hien"]),
        ("MINH HIỀN", ["minh-hien"]),
        ("M.H", ["minh-hien"]),
        ("Lê Hạ", ["le-ha-2"]),
        ("Lê Hà", ["le-ha", "le-ha-3"]),
        ("le-ha", ["le-ha"]),
        ("Le Ha", []),
        ("Lê Há", []),
        ("", []),
    ],
)
def test_people_are_found_by_id_name_and_pen_name(people, written, ids):
    assert [person.id for person in people.find(written)] == ids


def test_the_two_places_of_a_tone_mark_are_one_name():
    people = people_of([Person("a", "Nguyễn Hoà"), Person("b", "Nguyễn Hoá")])
    assert [person.id for person in people.find("Nguyễn Hòa")] == ["a"]


def test_names_that_fold_alike_stay_two_people():
    people = people_of([Person("a", "Nguyễn Văn Hùng"), Person("b", "Nguyễn Văn Hưng")])
    assert [person.id for person in people.find("Nguyễn Văn Hùng")] == ["a"]
    assert [person.id for person in people.find("Nguyễn Văn Hưng")] == ["b"]


def test_a_role_must_name_a_registered_unit(people):
    (found,) = check_roles(people, {"so-y-te"})
    assert (found.code, found.path, found.line) == ("role-unit-unknown", "people.yml", 6)
    assert "«cdc»" in found.message
    assert check_roles(people, {"so-y-te", "cdc"}) == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- id: a\n  name: A\n  roles: [{role: B, from: 2022, to: 2021}]", "role-dates", 3),
        ("- id: a\n  name: A\n  roles: [{unit: b}]", "field-missing", 3),
        ("- id: a\n  name: A\n  roles: [{role: B, from: 1/2/2020}]", "date-ambiguous", 3),
        ("- id: a\n  name: A\n  pen_name: B", "field-unknown", 3),
        ("- id: a\n  name: A\n  phone: số máy", "phone-format", 3),
    ],
)
def test_mistakes_in_an_entry_are_told_and_the_person_stays_known(text, code, line):
    people, problems = load_people(text.encode())
    assert [(found.code, found.line) for found in problems] == [(code, line)]
    assert list(people.by_id) == ["a"]


def test_an_empty_registry_knows_nobody():
    people, problems = load_people(b"[]")
    assert (list(people), problems, people.find("A")) == ([], [], ())


def test_a_person_goes_by_the_name_and_the_pen_names(people):
    assert people.by_id["minh-hien"].names == ("Minh Hiền", "M.H", "Hiền Minh")


def test_people_with_a_name_in_common_are_found_with_that_name(people):
    ((persons, names),) = people.shared_names()
    assert [person.id for person in persons] == ["le-ha", "le-ha-3"]
    assert names == ("Lê Hà",)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Lê Hoà", "LÊ HÒA", True),
        ("Lê  Hoà", "lê hoà", True),
        ("Lê Hà", "Lê Hạ", False),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", False),
        ("Le Ha", "Lê Hà", False),
    ],
)
def test_names_are_compared_by_letters_and_tones(one, other, shared):
    found = list(people_of([Person("a", one), Person("b", "Khác", (other,))]).shared_names())
    assert bool(found) is shared


def test_a_pen_name_like_ones_own_name_is_not_shared():
    assert list(people_of([Person("a", "Lê Hà", ("LÊ HÀ",))]).shared_names()) == []
