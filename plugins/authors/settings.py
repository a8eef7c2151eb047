"""Settings of the authors plugin, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from plugins.engine.errors import SettingsError

Unknown = Literal["error", "warn", "accept"]
"""What to do with an author that ``people.yml`` does not know."""

_UNKNOWN = "AUTHORS_UNKNOWN"
_PREFIX = "AUTHORS_"


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
        for key in settings:
            if key.startswith(_PREFIX) and key != _UNKNOWN:
                raise SettingsError(f"{key} is no setting; known is {_UNKNOWN}")
        value = settings.get(_UNKNOWN, "error")
        if value not in get_args(Unknown):
            known = ", ".join(map(repr, get_args(Unknown)))
            raise SettingsError(f"{_UNKNOWN} is {value!r}; it must be one of {known}")
        return cls(cast(Unknown, value))
