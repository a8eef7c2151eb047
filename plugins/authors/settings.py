"""Settings of the authors plugin, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from plugins.engine.plugin_settings import read_settings

Unknown = Literal["error", "warn", "accept"]
"""What to do with an author that ``people.yml`` does not know."""


@dataclass(frozen=True, slots=True)
class AuthorsSettings:
    """What a site may decide about authors.

    ``unknown``: one who is not registered is an error, or is printed with a warning and without a
    page, or is accepted and gets a page of the name alone.
    """

    unknown: Unknown = "error"

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> AuthorsSettings:
        """Take the ``AUTHORS_…`` settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or a value is none of the known ones.
        """
        return read_settings(cls, "AUTHORS_", settings, _must_be)


def _must_be(_name: str, value: object) -> str:
    known = get_args(Unknown)
    return "" if value in known else f"one of {', '.join(map(repr, known))}"
