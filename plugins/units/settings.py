"""Settings of the units plugin, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.engine.errors import SettingsError

_LINK = "UNITS_LINK_MENTIONS"
_PREFIX = "UNITS_"


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
        for key in settings:
            if key.startswith(_PREFIX) and key != _LINK:
                raise SettingsError(f"{key} is no setting; known is {_LINK}")
        value = settings.get(_LINK, True)
        if not isinstance(value, bool):
            raise SettingsError(f"{_LINK} is {value!r}; it must be True or False")
        return cls(value)
