"""The identity block: everything that names a newsroom, checked (DESIGN section 1)."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from plugins.engine.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Who publishes. A department changes this block and the content, nothing else.

    ``emblem`` is a picture below ``content/images/`` or "". ``province`` and ``unit`` (an id of
    ``units.yml``) settle short names such as «Sở» or «Bệnh viện Đa khoa»; "" means the newsroom
    speaks for no single province. ``notice`` stands in every footer. ``noindex`` keeps search
    engines away, as a demonstration must.
    """

    name: str
    tagline: str = ""
    emblem: str = ""
    managing_body: str = ""
    responsible_editor: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    licence: str = ""
    notice: str = ""
    timezone: str = "Asia/Ho_Chi_Minh"
    province: str = ""
    unit: str = ""
    noindex: bool = False

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> Newsroom:
        """Take the block ``NEWSROOM`` out of Pelican's settings.

        Raises:
            SettingsError: a key is unknown or missing, or a value has the wrong type.
        """
        block = settings.get("NEWSROOM")
        if not isinstance(block, Mapping):
            raise SettingsError(f"NEWSROOM is {block!r}; it must be a dict, see pelicanconf.py")
        types: dict[str, type] = {
            field.name: bool if field.name == "noindex" else str for field in fields(cls)
        }
        for key, value in block.items():
            if key not in types:
                raise SettingsError(
                    f"NEWSROOM has the unknown key {key!r}; known are {', '.join(types)}"
                )
            if not isinstance(value, types[key]):
                raise SettingsError(
                    f"NEWSROOM[{key!r}] is {value!r}; it must be {types[key].__name__}"
                )
        if not block.get("name"):
            raise SettingsError("NEWSROOM needs a name")
        room = cls(**block)
        try:
            zoneinfo.ZoneInfo(room.timezone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
            raise SettingsError(
                f"NEWSROOM['timezone'] is {room.timezone!r}; write a name such as Asia/Ho_Chi_Minh"
            ) from error
        return room
