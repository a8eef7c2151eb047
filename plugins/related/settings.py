"""Settings of the related lists, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from plugins.engine.plugin_settings import read_settings, whole_number

_MOST: Final = 1000
_AT_LEAST_ONE: Final = frozenset({"floor", "terms", "most_bulletins"})


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
        return read_settings(cls, "RELATED_", settings, _must_be)


def _must_be(name: str, value: object) -> str:
    return whole_number(value, int(name in _AT_LEAST_ONE), _MOST)
