"""The one setting of units: whether names in texts become links."""

from __future__ import annotations

import pytest

from plugins.engine.errors import SettingsError
from plugins.units.settings import UnitsSettings


def test_names_in_texts_become_links_unless_a_site_says_no():
    assert UnitsSettings.from_pelican({}).link_mentions
    assert not UnitsSettings.from_pelican({"UNITS_LINK_MENTIONS": False}).link_mentions


@pytest.mark.parametrize(
    "settings", [{"UNITS_LINK": True}, {"UNITS_LINK_MENTIONS": 1}, {"UNITS_LINK_MENTIONS": "no"}]
)
def test_a_wrong_setting_is_refused_by_name(settings):
    with pytest.raises(SettingsError, match=next(iter(settings))):
        UnitsSettings.from_pelican(settings)
