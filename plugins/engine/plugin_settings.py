"""The prefixed settings of one plugin, taken out of Pelican's and checked.

A plugin keeps them in a frozen dataclass: the field ``older_max`` of the prefix ``ARCHIVES_`` is
the setting ``ARCHIVES_OLDER_MAX``, and the field's default holds where nothing is set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from plugins.engine.errors import SettingsError

Settings = TypeVar("Settings")


def read_settings(
    kind: type[Settings],
    prefix: str,
    settings: Mapping[str, Any],
    must_be: Callable[[str, object], str],
) -> Settings:
    """Return a plugin's settings.

    Args:
        kind: a dataclass whose fields all have defaults.
        prefix: what the names of its settings begin with, such as ``ARCHIVES_``.
        settings: Pelican's.
        must_be: given a field and a value, tells what the value has to be, or "" when it is so.

    Raises:
        SettingsError: a name with this prefix is no setting, or a value is wrong.
    """
    known = {f"{prefix}{field.name.upper()}": field.name for field in fields(kind)}  # type: ignore[arg-type]  # no type says «any dataclass»
    values = {}
    for key, value in settings.items():
        if not key.startswith(prefix):
            continue
        if key not in known:
            raise SettingsError(f"{key} is no setting; there is {', '.join(known)}")
        wanted = must_be(known[key], value)
        if wanted:
            raise SettingsError(f"{key} is {value!r}; it must be {wanted}")
        values[known[key]] = value
    return kind(**values)


def whole_number(value: object, least: int, most: int) -> str:
    """Tell what a value has to be, or "" when it is a whole number from ``least`` to ``most``."""
    if type(value) is int and least <= value <= most:  # True is an int, and no number
        return ""
    return f"a whole number from {least} to {most}"
