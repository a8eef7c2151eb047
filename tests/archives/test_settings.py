"""The settings of lists: each a whole number, anything else refused by its name."""

from __future__ import annotations

from dataclasses import fields

import pytest

from plugins.archives.settings import ArchivesSettings
from plugins.engine.errors import SettingsError


def test_defaults_hold_where_nothing_is_set():
    assert ArchivesSettings.from_pelican({"RELATED_MAX": 3}) == ArchivesSettings()


def test_each_field_is_a_setting():
    numbers = [field.name for field in fields(ArchivesSettings) if field.name != "view_counts"]
    values = {f"ARCHIVES_{name.upper()}": 7 for name in numbers}
    found = ArchivesSettings.from_pelican({**values, "ARCHIVES_VIEW_COUNTS": True})
    assert {getattr(found, name) for name in numbers} == {7}
    assert found.view_counts is True


@pytest.mark.parametrize(
    "settings",
    [
        {"ARCHIVES_OLDER": 5},
        {"ARCHIVES_OLDER_MAX": -1},
        {"ARCHIVES_FRONT_LATEST": 101},
        {"ARCHIVES_FRONT_NOTICES": True},
        {"ARCHIVES_FRONT_SECTION": "4"},
        {"ARCHIVES_VIEW_COUNTS": 1},
    ],
)
def test_a_wrong_setting_is_refused_by_name(settings):
    with pytest.raises(SettingsError, match=next(iter(settings))):
        ArchivesSettings.from_pelican(settings)
