"""Settings of the pages, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.engine.errors import SettingsError

_KEYS = {
    "older_max": "ARCHIVES_OLDER_MAX",
    "front_latest": "ARCHIVES_FRONT_LATEST",
    "front_section": "ARCHIVES_FRONT_SECTION",
    "front_notices": "ARCHIVES_FRONT_NOTICES",
}

_MOST = 100


@dataclass(frozen=True, slots=True)
class ArchivesSettings:
    """How many entries the parts of a page hold: «Tin khác», and the parts of the front page."""

    older_max: int = 5
    front_latest: int = 6
    front_section: int = 4
    front_notices: int = 5

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> ArchivesSettings:
        """Take the ``ARCHIVES_…`` settings out of Pelican's.

        Raises:
            SettingsError: a value is no whole number from 0 to 100.
        """
        values: dict[str, int] = {}
        for name, key in _KEYS.items():
            value = settings.get(key, getattr(cls(), name))
            if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
                raise SettingsError(f"{key} is {value!r}; it must be a number from 0 to {_MOST}")
            values[name] = value
        return cls(**values)
