"""Settings of the units plugin, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.engine.plugin_settings import read_settings


@dataclass(frozen=True, slots=True)
class UnitsSettings:
    """``link_mentions``: in a body, the first mention of a unit links to its page."""

    link_mentions: bool = True

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> UnitsSettings:
        """Take the ``UNITS_…`` settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or a value has the wrong type.
        """
        return read_settings(cls, "UNITS_", settings, _must_be)


def _must_be(_name: str, value: object) -> str:
    return "" if isinstance(value, bool) else "True or False"
