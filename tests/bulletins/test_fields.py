from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins import schema
from plugins.bulletins.fields import SLUG, read_mapping
from plugins.bulletins.form import Form, Values
from plugins.bulletins.records import Mention
from plugins.bulletins.yaml_nodes import MappingNode, Place, compose

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def read(text, fields=schema.BULLETIN):
    """Read fields without asking for the required ones; they have tests of their own."""
    place = Place("a.md", 2)
    node, problems = compose(text, place)
    assert problems == []
    form = Form(text, place, ZONE)
    values = read_mapping(form, node, fields)
    kept = [found for found in form.problems if found.code != "field-missing"]
    return values, kept


def value(text, name=None, fields=schema.BULLETIN):
    values, problems = read(text, fields)
    assert problems == []
    return values.values[name or text.partition(":")[0]]


def codes(text, fields=schema.BULLETIN):
    return [(found.code, found.line, found.column) for found in read(text, fields)[1]]


def test_plain_text_loses_paste_damage_and_nothing_else():
    assert value("title:  Hội   nghị\u00a0 tổng\u200b kết ") == "Hội nghị tổng kết"
    assert value("title: Ðảng bộ, so\u00adft") == "Đảng bộ, soft"
    assert value("title: Hội nghị") == "Hội nghị"
    assert value('title: "Một\n  dòng"') == "Một dòng"
    assert value("title: |\n  Một\n  dòng") == "Một dòng"


def test_paragraphs_keep_their_lines():
    letter = "letters:\n- name: A\n  date: 2023-01-02\n  text: |\n    Một.\n\n    Hai.\n"
    assert value(letter)[0].text("text") == "Một.\n\nHai."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: <b>A</b>", "field-html"),
        ("summary: A &nbsp; B", "field-html"),
        ("summary: A&#39;", "field-html"),
        ("kicker: A </p>", "field-html"),
        ("kicker: A <!-- B", "field-html"),
        ('title: "A\\x3Cscript>"', "field-html"),
        ('title: "A\\0B"', "field-control-character"),
        ('title: "A\\x07"', "field-control-character"),
        ('title: "A\\uFFFE"', "field-control-character"),
        ("title: A # B", "field-cut-at-hash"),
        ("title: A\n  B # C", "field-cut-at-hash"),
        ("kicker: #1", "field-cut-at-hash"),
        (f"title: {'a' * 501}", "field-too-long"),
        ("title: [A]", "field-wants-text"),
        ("title: {A: B}", "field-wants-text"),
        ("title:", "field-empty"),
        ("title: ''", "field-empty"),
        ("title: ~", "field-empty"),
        ("title: null", "field-empty"),
        ("title: []", "field-empty"),
        ("slug:", "slug-empty"),
        ("slug: ''", "slug-empty"),
    ],
)
def test_what_no_plain_text_may_hold(text, code):
    assert [found[0] for found in codes(text)] == [code]


@pytest.mark.parametrize(
    "text", ["A < B", "A & B; C", "5 <6", "R&D", "C#", "số #1", "A > B", "a && b;", "Q&A;B"]
)
def test_signs_that_are_no_markup_may_stand(text):
    assert value(f"title: {text}" if "#1" not in text else f'title: "{text}"') == text


def test_a_comment_line_between_fields_is_fine():
    assert value("# ghi chú\ntitle: A\n# ghi chú", "title") == "A"
    assert value('title: "A" # ghi chú', "title") == "A"


def test_an_empty_optional_field_is_as_if_it_were_not_there():
    values, problems = read("kicker:\nsummary: ''\nauthors: []\nevent: {}\nstatus: ~")
    assert problems == []
    assert values.values == {}
    assert values.text("kicker") == ""


def test_keys_may_be_written_in_capitals_and_once():
    assert value("TITLE: A", "title") == "A"
    assert codes("kicker: A\nKicker: B") == [("field-twice", 3, 1)]
    assert codes("event: {name: A, name: B}") == [("field-twice", 2, 18)]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("titel: A", "field-unknown", 1),
        ("save_as: index.html", "field-unknown", 1),
        ("_content: A", "field-unknown", 1),
        ("template: A", "field-unknown", 1),
        ("url: A", "field-unknown", 1),
        ("lang: A", "field-unknown", 1),
        ("event: {nam: A}", "field-unknown", 9),
        ("Tiêu đề: A", "field-name-vietnamese", 1),
        ("event: {địa điểm: A}", "field-name-vietnamese", 9),
        ("[a]: A", "field-name", 1),
        ("<<: {a: b}", "field-unknown", 1),
    ],
)
def test_a_key_outside_the_schema_is_refused(text, code, column):
    found = [found for found in codes(text) if found[0] != "field-missing"]
    assert found == [(code, 2, column)]


def test_an_unknown_key_is_told_what_was_meant():
    _, (found,) = read("titel: A")
    assert "«title:»" in found.cure
    _, (found,) = read("save_as: A")
    assert "hệ thống" in found.message
    _, (found,) = read("xyz: A")
    assert "title, slug, date" in found.cure


def test_a_misspelt_required_field_is_one_problem():
    form = Form("titel: A", Place("a.md"), ZONE)
    node, _ = compose("titel: A\ndate: 2023-01-01\ncategory: Hội nghị", form.place)
    read_mapping(form, node, schema.BULLETIN)
    assert [found.code for found in form.problems] == ["field-unknown"]


def test_required_fields_are_asked_for_with_an_example():
    form = Form("", Place("a.md", 2), ZONE)
    node, _ = compose("kicker: A", form.place)
    read_mapping(form, node, schema.BULLETIN)
    assert [found.code for found in form.problems] == ["field-missing"] * 3
    assert "category: Hội nghị" in form.problems[2].cure


def test_a_list_of_names_is_written_in_four_ways():
    expected = ["Minh Hiền", "Lê Sơn"]
    for text in (
        "authors: Minh Hiền; Lê Sơn;",
        "authors: Minh Hiền, Lê Sơn",
        "authors: [Minh Hiền, Lê Sơn]",
        "authors:\n- Minh Hiền\n- Lê Sơn",
    ):
        assert [mention.text for mention in value(text, "authors")] == expected


def test_units_are_not_split_at_commas():
    names = value("units: Chi cục Dân số, Trẻ em; Sở Y tế")
    assert [mention.text for mention in names] == ["Chi cục Dân số, Trẻ em", "Sở Y tế"]


def test_each_name_knows_its_place():
    assert value("authors: An;  Bình") == (Mention("An", 2, 10), Mention("Bình", 2, 15))
    assert value('authors: "An; Bình"') == (Mention("An", 2, 11), Mention("Bình", 2, 15))
    assert value("authors:\n  - An\n  - Bình", "authors")[1] == Mention("Bình", 4, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("authors: {a: b}", [("field-wants-list", 2, 10)]),
        ("authors: [A, '']", [("item-empty", 2, 14)]),
        ("authors:\n- A\n-\n", [("item-empty", 4, 2)]),
        ("authors: [A, [B]]", [("item-wants-text", 2, 14)]),
        ("authors:\n- A: B", [("item-wants-text", 3, 3)]),
        ("authors: A; A", [("item-twice", 2, 13)]),
        ("event: A", [("field-wants-mapping", 2, 8)]),
        ("event: [A]", [("field-wants-mapping", 2, 8)]),
        ("awards: A", [("field-wants-entries", 2, 9)]),
        ("awards: {form: A}", [("field-wants-entries", 2, 9)]),
        ("awards: [A]", [("item-wants-fields", 2, 10)]),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("category: hoi-nghi", "hoi-nghi"),
        ("category: HỘI NGHỊ", "hoi-nghi"),
        ("status: draft", "draft"),
        ("origin: imported", "imported"),
    ],
)
def test_a_choice_is_its_id(text, expected):
    assert value(text) == expected


def test_a_wrong_choice_is_told_all_right_ones():
    _, (found,) = read("category: Hoi nghi")
    assert found.code == "choice-unknown"
    assert "muốn viết «Hội nghị»" in found.cure
    assert "Tin hoạt động" in found.cure
    _, (found,) = read("status: hidden")
    assert (found.code, found.line, found.column) == ("choice-unknown", 2, 9)


def test_dates_have_their_types():
    assert value("expires: 2023-12-31") == date(2023, 12, 31)
    assert value("date: 2023-12-31 09:05") == (datetime(2023, 12, 31, 9, 5, tzinfo=ZONE), True)
    assert value("valid_to: 2023", fields=schema.UNIT) == date(2023, 12, 31)
    assert value("valid_from: 2023", fields=schema.UNIT) == date(2023, 1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("date: 03/04/2026", "date-ambiguous"),
        ("date: 15/12/2023", "date-format"),
        ("date: [2023-12-15]", "field-wants-text"),
        ("expires: 2023-12-15 08:00", "date-with-time"),
        ("expires: 2023-02-30", "date-not-real"),
        ("expires: 1900-01-01", "date-too-old"),
        ("expires: {a: b}", "field-wants-text"),
        ("source_url: moh.gov.vn", "web-format"),
        ("source_url: ftp://moh.gov.vn", "web-format"),
        ("source_url: javascript:alert(1)", "web-format"),
        ("source_url: //moh.gov.vn", "web-format"),
        ("source_url: https://user@moh.gov.vn", "web-format"),
        ("source_url: https://moh.gov.vn/a b", "web-format"),
        (f"source_url: https://moh.gov.vn/{'a' * 500}", "web-format"),
        ("source_url: [https://moh.gov.vn]", "field-wants-text"),
        ("slug: Tin", "slug-format"),
        ("slug: tin--tuc", "slug-format"),
        ("slug: ../tin", "slug-format"),
        ("slug: tin_tuc", "slug-format"),
        (f"slug: {'a' * 81}", "slug-too-long"),
        ("slug: [a]", "field-wants-text"),
        ("cover: [a.jpg]", "field-wants-text"),
        ("aliases: tin.html", "alias-format"),
        ("aliases: https://cu.gov.vn/tin", "alias-format"),
        ("aliases: //cu.gov.vn/tin", "alias-format"),
        ("aliases: /tin/../x", "alias-format"),
        ("aliases: ['/tin#x']", "alias-format"),
        ("aliases: ['/tin x']", "alias-format"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused(text, code):
    assert [found[0] for found in codes(text)] == [code]


def test_old_addresses_may_have_a_query_and_accents():
    names = value("aliases: [/tin.aspx?id=1&a=b, /tin-tức/]")
    assert [mention.text for mention in names] == ["/tin.aspx?id=1&a=b", "/tin-tức/"]


@pytest.mark.parametrize("text", ["-1", "2.230", "1,5", "chín", "1e3", "1234567890", "0x1", "٣"])
def test_a_number_is_digits(text):
    found = codes(f"order: {text}", schema.UNIT)
    assert [entry[0] for entry in found] == ["number-format"]


def test_a_number_with_separators_is_told_how_to_write_it():
    _, (found,) = read("order: 2.230", schema.UNIT)
    assert "order: 2230" in found.cure
    assert value("order: 2230", fields=schema.UNIT) == 2230


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("email: syt@langson.gov.vn", True),
        ("email: syt@", False),
        ("email: a b@c.vn", False),
        ("phone: 0205 3812 345", True),
        ("phone: (0205) 3.812.345", True),
        ("phone: +84 205 3812345", True),
        ("phone: 1900 9095 máy lẻ 12", True),
        ("phone: gọi ban ngày", False),
        ("website: https://syt.langson.gov.vn", True),
        ("website: https://xn--abc.vn:8443/a?b=c#d", True),
        ("website: syt.langson.gov.vn", False),
    ],
)
def test_contacts_have_their_form(text, right):
    assert (codes(text, schema.UNIT) == []) == right


def test_nested_values_are_read_with_their_places():
    text = "awards:\n- form: Giấy khen\n  status: đã tặng\n  count: {collectives: 9}\n"
    (award,) = value(text, "awards")
    assert isinstance(award, Values)
    assert award.line == 3
    assert award.place("status") == (4, 11)
    assert award.place("decision") == (3, 3)
    assert award.get("count", Values).get("collectives", int) == 9


@given(st.text(max_size=100))
def test_only_slugs_pass_as_slugs(text):
    quoted = text.replace("'", "''")
    node, problems = compose(f"slug: '{quoted}'", Place("a.md"))
    if problems or not isinstance(node, MappingNode):
        return
    form = Form(f"slug: '{quoted}'", Place("a.md"), ZONE)
    found = read_mapping(form, node, schema.BULLETIN).get("slug", str)
    assert found is None or (SLUG.fullmatch(found) and len(found) <= 80)


@given(
    st.sampled_from([entry.name for entry in schema.BULLETIN]),
    st.recursive(
        st.text(alphabet="aĐ1 -/:;,.<&#é\u00a0", max_size=12).map(lambda text: f'"{text}"'),
        lambda inner: (
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
            | st.dictionaries(
                st.sampled_from(["name", "form", "status", "date", "unit", "recipients", "count"]),
                inner,
                max_size=3,
            ).map(lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}")
        ),
        max_leaves=6,
    ),
)
def test_any_value_in_any_field_gives_a_value_or_a_problem(name, written):
    values, problems = read(f"{name}: {written}")
    assert name in values.places
    assert all(found.line == 2 for found in problems)
