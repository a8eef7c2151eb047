"""Settings of the related lists, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from plugins.engine.errors import SettingsError

_PREFIX = "RELATED_"
_MOST = 1000


@dataclass(frozen=True, slots=True)
class RelatedSettings:
    """How lists are made; each is the Pelican setting ``RELATED_…``, a whole number.

    ``max`` entries a list, hand-picked ones included; 0 for no lists. ``terms``: the strongest of a
    text that are compared. ``most_bulletins``: what stands in more of them says nothing; a number
    and no share, so that time grows with the archive and not with its square.

    The others are points: 1,000 is what two equal texts get. ``floor``: who has less is not shown.
    ``units``: all units in common; ``series`` and ``event``: another edition, the same event by
    another unit; ``awards``: the same campaign; ``author``; ``nearness``: published the same day.
    """

    max: int = 6
    terms: int = 100
    most_bulletins: int = 300
    floor: int = 100
    units: int = 200
    series: int = 500
    event: int = 400
    awards: int = 200
    author: int = 10
    nearness: int = 15

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> RelatedSettings:
        """Take the settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or a value is no whole number from 0 to 1000 (from 1
                for ``floor``, ``terms`` and ``most_bulletins``).
        """
        known = {f"{_PREFIX}{field.name.upper()}": field.name for field in fields(cls)}
        values: dict[str, int] = {}
        for key, value in settings.items():
            if not key.startswith(_PREFIX):
                continue
            if key not in known:
                raise SettingsError(f"{key} is no setting; known are {', '.join(known)}")
            least = int(known[key] in {"floor", "terms", "most_bulletins"})
            if type(value) is not int or not least <= value <= _MOST:
                raise SettingsError(
                    f"{key} is {value!r}; it must be a whole number from {least} to {_MOST}"
                )
            values[known[key]] = value
        return cls(**values)
