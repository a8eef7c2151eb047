from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from support.content import PROJECT

from plugins.engine.errors import SettingsError
from plugins.related.settings import RelatedSettings


def test_defaults_hold_where_nothing_is_set():
    assert RelatedSettings.from_pelican({"ARCHIVES_OLDER_MAX": 3}) == RelatedSettings()
    assert RelatedSettings().max == 6


def test_each_field_is_a_setting():
    values = {f"RELATED_{field.name.upper()}": 7 for field in fields(RelatedSettings)}
    found = RelatedSettings.from_pelican(values)
    assert {getattr(found, field.name) for field in fields(found)} == {7}


@pytest.mark.parametrize(
    "settings",
    [
        {"RELATED_MAXIMUM": 6},
        {"RELATED_MAX": -1},
        {"RELATED_MAX": 1001},
        {"RELATED_MAX": "6"},
        {"RELATED_MAX": True},
        {"RELATED_FLOOR": 0},
        {"RELATED_TERMS": 0},
        {"RELATED_MOST_BULLETINS": 0},
        {"RELATED_UNITS": 0.5},
    ],
)
def test_a_wrong_setting_is_refused_by_name(settings):
    with pytest.raises(SettingsError, match=next(iter(settings))):
        RelatedSettings.from_pelican(settings)


def test_each_setting_is_documented_with_its_default():
    page = Path(PROJECT / "docs" / "related.md").read_text()
    for field in fields(RelatedSettings):
        assert f"| `RELATED_{field.name.upper()}` | {field.default} |" in page
