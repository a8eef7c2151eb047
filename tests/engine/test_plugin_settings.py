"""The helper that every plugin reads its own settings with."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from plugins.engine.errors import SettingsError
from plugins.engine.plugin_settings import read_settings, whole_number


@dataclass(frozen=True, slots=True)
class Lamp:
    """Settings of a made-up plugin."""

    colour: str = "red"
    watts: int = 40


def must_be(name: str, value: object) -> str:
    if name == "watts":
        return whole_number(value, 1, 100)
    return "" if value in {"red", "green"} else "'red' or 'green'"


def read(**settings: object) -> Lamp:
    return read_settings(Lamp, "LAMP_", settings, must_be)


def test_defaults_hold_where_nothing_is_set_and_others_settings_are_left_alone():
    assert read(LAMPS_WATTS=7, SITEURL="", lamp_watts=8) == Lamp()


def test_a_setting_is_named_by_prefix_and_field():
    assert read(LAMP_COLOUR="green", LAMP_WATTS=100) == Lamp("green", 100)


def test_a_name_that_is_no_setting_is_refused_and_the_known_ones_are_told():
    with pytest.raises(SettingsError, match=r"LAMP_WAT is no setting.* LAMP_COLOUR, LAMP_WATTS"):
        read(LAMP_WAT=40)


def test_a_wrong_value_is_refused_and_what_it_must_be_is_told():
    with pytest.raises(SettingsError, match="LAMP_COLOUR is 'blue'; it must be 'red' or 'green'"):
        read(LAMP_COLOUR="blue")


@pytest.mark.parametrize("value", [0, 101, -1, 1.0, True, "40", None])
def test_a_whole_number_is_of_its_range_and_nothing_else(value):
    with pytest.raises(SettingsError, match="it must be a whole number from 1 to 100"):
        read(LAMP_WATTS=value)
