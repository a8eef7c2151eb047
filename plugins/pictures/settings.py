"""Settings of the photos, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.engine.plugin_settings import read_settings, whole_number

_MOST = 1000


@dataclass(frozen=True, slots=True)
class PicturesSettings:
    """What is kept; the Pelican setting is ``PICTURES_KEEP_BUILDS``.

    ``keep_builds``: how many builds the files of a photo are kept without being used. A draft that
    comes and goes, or a preview and a public build in turn, should not make them again.
    """

    keep_builds: int = 20

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> PicturesSettings:
        """Take the settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or the value is no whole number from 1 to 1000.
        """
        return read_settings(
            cls, "PICTURES_", settings, lambda _, value: whole_number(value, 1, _MOST)
        )
