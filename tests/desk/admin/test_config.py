"""The page's configuration: all of the schema, in Vietnamese, and the registries' names."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.content import write_content

from plugins.bulletins.schema import BULLETIN, Schema
from plugins.desk.admin.config import configuration, read_choices
from plugins.desk.settings import AdminSettings
from plugins.engine.errors import SettingsError

LOCAL = {"name": "proxy", "proxy_url": "/api/v1"}
UNITS = """\
- {id: so-y-te, name: Sở Y tế, aliases: [SYT]}
- {id: bv-phoi, name: Bệnh viện Phổi, short_name: BV Phổi, parent: so-y-te}
- {id: khoa-duoc-a, name: Khoa Dược, aliases: [Dược], parent: so-y-te}
- {id: khoa-duoc-b, name: Khoa Dược B, aliases: [Dược], valid_to: '2024'}
"""
PEOPLE = """\
- {id: minh-hien, name: Minh Hiền, roles: [{role: Phóng viên, unit: so-y-te}]}
- {id: an-1, name: Văn An}
- {id: an-2, name: Văn An}
"""


@pytest.fixture
def made(tmp_path: Path) -> dict:
    write_content(tmp_path, {"units.yml": UNITS, "people.yml": PEOPLE})
    return configuration(read_choices(tmp_path), LOCAL, folder="content")


def fields_of(made: dict) -> dict[str, dict]:
    (collection,) = made["config"]["collections"]
    return {field["name"]: field for field in collection["fields"]}


def names(schema: Schema, fields: list[dict]) -> None:
    """Check that a form has each field of a schema once, however deep."""
    shown = {field["name"]: field for field in fields}
    assert set(shown) - {"body"} == {field.name for field in schema}
    for field in schema:
        given = shown[field.name]
        assert given["label"] == field.label
        if field.fields is not None and "fields" in given:
            names(field.fields, given["fields"])


def test_the_form_has_every_field_of_the_schema(made: dict):
    names(BULLETIN, list(fields_of(made).values()))
    kinds = [field["name"] for field in fields_of(made)["awards"]["fields"]]
    assert kinds[0] == "form"


def test_what_everybody_fills_in_comes_first(made: dict):
    order = list(fields_of(made))
    assert order[:5] == ["title", "category", "date", "summary", "body"]
    assert fields_of(made)["origin"]["widget"] == "hidden"


def test_choices_are_vietnamese_and_closed(made: dict):
    fields = fields_of(made)
    assert fields["category"]["options"] == [
        "Hội nghị",
        "Khen thưởng",
        "Thông báo",
        "Tin hoạt động",
    ]
    assert (fields["units"]["strict"], fields["units"]["multiple"]) == (True, True)
    assert fields["authors"]["strict"] is False
    recipients = next(each for each in fields["awards"]["fields"] if each["name"] == "recipients")
    unit = recipients["types"][0]["fields"][0]
    assert (unit["options"], unit["strict"], unit["multiple"]) == ("units", True, False)


def hints(fields: list[dict]) -> list[str]:
    """Return what a form says below its fields, however deep."""
    inner = [
        each for field in fields for name in ("fields", "types") for each in field.get(name, [])
    ]
    return [field.get("hint", "") for field in fields] + (hints(inner) if inner else [])


def test_a_form_never_speaks_of_files(made: dict):
    said = " ".join(hints(list(fields_of(made).values())))
    assert "Phải có khi ghi mục này" in said
    assert not [word for word in (".yml", "unit,", "Năm-tháng-ngày") if word in said]


def test_units_and_people_are_found_by_any_name_and_told_apart(made: dict):
    units = {option["value"]: option for option in made["lists"]["units"]}
    labels = [each["label"] for each in made["lists"]["units"]]
    assert labels == ["Bệnh viện Phổi", "Khoa Dược", "Khoa Dược B", "Sở Y tế"]
    assert units["bv-phoi"] == {
        "value": "bv-phoi",
        "label": "Bệnh viện Phổi",
        "note": "Sở Y tế",
        "also": "BV Phổi",
    }
    assert units["khoa-duoc-b"]["note"] == "đến 31/12/2024"
    assert {"value": "minh-hien", "label": "Minh Hiền", "note": "Phóng viên, Sở Y tế"} in (
        made["lists"]["people"]
    )


def test_other_spellings_mean_one_thing_or_nothing(made: dict):
    units, authors = (made["schema"][name]["spellings"] for name in ("units", "authors"))
    assert (units["syt"], units["bv phổi"]) == ("so-y-te", "bv-phoi")
    assert "dược" not in units
    assert "văn an" not in authors
    assert made["schema"]["status"]["spellings"]["draft"] == "Bản nháp"


def test_registries_that_cannot_be_read_leave_lists_empty(tmp_path: Path):
    (tmp_path / "units.yml").write_text("- [")
    made = configuration(read_choices(tmp_path), LOCAL, folder="noi-dung")
    assert made["lists"]["units"] == made["lists"]["people"] == []
    assert made["config"]["collections"][0]["folder"] == "noi-dung/bulletins"


def test_a_hosted_page_has_review_and_no_secret(tmp_path: Path):
    given = {"ADMIN_BACKEND": "gitlab", "ADMIN_REPO": "so/ban-tin", "ADMIN_APP_ID": "abc"}
    admin = AdminSettings.from_pelican({**given, "SITENAME": "x"})
    assert admin.missing() == ()
    made = configuration(read_choices(tmp_path), admin.for_decap(), folder="content")["config"]
    assert made["publish_mode"] == "editorial_workflow"
    assert made["backend"]["auth_type"] == "pkce"
    assert made["backend"]["api_root"] == "https://gitlab.com/api/v4"
    github = AdminSettings(backend="github", repo="so/ban-tin", server="https://dang-nhap.example")
    assert github.missing() == ()
    assert github.for_decap()["base_url"] == "https://dang-nhap.example"


def test_settings_that_are_missing_or_wrong_are_named():
    assert AdminSettings().missing() == ("ADMIN_BACKEND", "ADMIN_REPO")
    assert AdminSettings(backend="gitlab", repo="a/b").missing() == ("ADMIN_APP_ID",)
    for wrong in ({"ADMIN_BACKEND": "svn"}, {"ADMIN_SERVER": "gitlab"}, {"ADMIN_X": ""}):
        with pytest.raises(SettingsError):
            AdminSettings.from_pelican(wrong)
