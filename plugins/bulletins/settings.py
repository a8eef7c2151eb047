"""The identity block: everything that names a newsroom, checked (DESIGN section 1)."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from plugins.engine.errors import SettingsError

_TYPES: Mapping[str, type] = MappingProxyType({"noindex": bool, "links": tuple})


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Who publishes. A department changes this block and the content, nothing else.

    ``emblem`` is a picture below ``content/images/`` or "". ``province`` and ``unit`` (an id of
    ``units.yml``) settle short names such as «Sở» or «Bệnh viện Đa khoa»; "" means the newsroom
    speaks for no single province. ``notice`` stands in every footer. ``noindex`` keeps search
    engines away, as a demonstration must. ``name_en`` is the name on the English page. ``links``
    are pairs of a name and an address of another site, for the footer. ``measuring_script`` is the
    https address of the state's measuring script (Thông tư 22/2023/TT-BTTTT), or "" for none.
    """

    name: str
    name_en: str = ""
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
    links: tuple[tuple[str, str], ...] = ()
    measuring_script: str = ""
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
        known = [field.name for field in fields(cls)]
        values: dict[str, Any] = {}
        for key, value in block.items():
            if key not in known:
                raise SettingsError(
                    f"NEWSROOM has the unknown key {key!r}; known are {', '.join(known)}"
                )
            values[key] = _links(value) if key == "links" else value
            expected = _TYPES.get(key, str)
            if not isinstance(values[key], expected):
                raise SettingsError(
                    f"NEWSROOM[{key!r}] is {value!r}; it must be {expected.__name__}"
                )
        if not block.get("name"):
            raise SettingsError("NEWSROOM needs a name")
        room = cls(**values)
        if room.measuring_script and not _is_web_address(room.measuring_script):
            raise SettingsError(
                f"NEWSROOM['measuring_script'] is {room.measuring_script!r}; write an address that "
                "begins with https://, or an empty string for none"
            )
        try:
            zoneinfo.ZoneInfo(room.timezone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
            raise SettingsError(
                f"NEWSROOM['timezone'] is {room.timezone!r}; write a name such as Asia/Ho_Chi_Minh"
            ) from error
        return room


def _is_web_address(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" and bool(parts.hostname) and not parts.username


def _links(value: Any) -> tuple[tuple[str, str], ...]:
    """Check pairs of a name and an https address.

    Raises:
        SettingsError: the value is anything else.
    """
    pairs = value if isinstance(value, (list, tuple)) else [value]
    for pair in pairs:
        if not (
            isinstance(pair, (list, tuple))
            and [type(part) for part in pair] == [str, str]
            and pair[0].strip()
            and _is_web_address(pair[1])
        ):
            raise SettingsError(
                f"NEWSROOM['links'] has {pair!r}; write pairs such as "
                "('Bộ Y tế', 'https://moh.gov.vn/')"
            )
    return tuple((name, address) for name, address in pairs)
