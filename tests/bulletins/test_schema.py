from zoneinfo import ZoneInfo

import pytest

from plugins.bulletins import schema
from plugins.bulletins.fields import read_mapping
from plugins.bulletins.form import Form
from plugins.bulletins.yaml_nodes import Place, compose

SCHEMAS = [schema.BULLETIN, schema.PAGE, schema.UNIT, schema.PERSON]


def names(fields):
    return " ".join(entry.name for entry in fields)


def test_the_fields_of_a_bulletin_are_those_of_the_design():
    assert names(schema.BULLETIN) == (
        "title slug date modified change_note category kicker subtitle summary authors"
        " photographers units source source_url origin event awards documents cover cover_alt"
        " cover_caption cover_credit related aliases status expires letters"
    )
    assert names(schema.BULLETIN.required) == "title date category"
    assert names(schema.BULLETIN.get("event").fields) == (
        "name date end_date session place host chair guests series"
    )
    assert names(schema.BULLETIN.get("awards").fields) == (
        "form authority recipients count decision date status"
    )


def test_the_fields_of_the_registries_are_those_of_the_design():
    assert names(schema.UNIT) == (
        "id name name_en short_name aliases kind parent province order valid_from valid_to"
        " successor address phone email website description"
    )
    assert names(schema.PERSON) == "id name pen_names roles phone email description"
    assert names(schema.UNIT.required) == names(schema.PERSON.required) == "id name"


def all_fields(fields):
    for entry in fields:
        yield entry
        yield from all_fields(entry.fields or ())


@pytest.mark.parametrize("fields", SCHEMAS)
def test_every_field_has_a_label_and_what_its_type_needs(fields):
    for entry in all_fields(fields):
        assert entry.label
        assert (entry.kind == "choice") == (entry.vocabulary is not None)
        assert (entry.kind in schema.NESTED_KINDS) == (entry.fields is not None)


@pytest.mark.parametrize("fields", SCHEMAS)
def test_every_example_is_valid(fields):
    for entry in all_fields(fields):
        if entry.example:
            text = f"{entry.name}: {entry.example}"
            form = Form(text, Place("a.md"), ZoneInfo("UTC"))
            node, _ = compose(text, form.place)
            values = read_mapping(form, node, schema.Schema((entry,)))
            assert form.problems == []
            assert entry.name in values.values


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("author", "authors"),
        ("cover-alt", "cover_alt"),
        ("Tiêu đề", "title"),
        ("tieu de", "title"),
        ("Chuyên mục", "category"),
        ("chuyen muc", "category"),
        ("Ngày đăng", "date"),
        ("tác giả", "authors"),
    ],
)
def test_the_nearest_field_is_found_by_name_and_by_label(written, meant):
    assert schema.BULLETIN.nearest(written).name == meant


@pytest.mark.parametrize("written", ["xyz", "", "zzzzzzzzzzzzz"])
def test_a_word_like_no_field_has_no_nearest(written):
    assert schema.BULLETIN.nearest(written) is None


def test_fields_are_known_by_name_and_by_label():
    assert schema.names_a_field("Title")
    assert schema.names_a_field(" Tiêu đề ")
    assert schema.names_a_field("save_as")
    assert not schema.names_a_field("Kính gửi")
    assert schema.is_list_of_names("Authors")
    assert not schema.is_list_of_names("title")
    assert not schema.is_list_of_names("nothing")


def test_no_field_is_refused():
    used = {entry.name for fields in SCHEMAS for entry in fields}
    assert used & schema.REFUSED.keys() <= {"lang"}
    assert "lang" not in schema.BULLETIN.by_name
