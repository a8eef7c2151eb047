"""Settings of the pages, checked before anything is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.engine.errors import SettingsError
from plugins.engine.plugin_settings import read_settings, whole_number

_MOST = 100
_ROOT_OF_HOST = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchivesSettings:
    """How many entries parts of a page hold; each is the Pelican setting ``ARCHIVES_…``.

    ``older_max`` is «Tin khác» below a bulletin; the others are parts of the front page.
    ``view_counts`` lets bulletins ask the server how often they were opened (docs/operations.md).
    """

    older_max: int = 5
    front_latest: int = 6
    front_section: int = 4
    front_notices: int = 5
    view_counts: bool = False

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> ArchivesSettings:
        """Take the settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or a value is no whole number from 0 to 100.
        """
        return read_settings(cls, "ARCHIVES_", settings, _must_be)


def _must_be(name: str, value: object) -> str:
    if name == "view_counts":
        return "" if isinstance(value, bool) else "True or False"
    return whole_number(value, 0, _MOST)


def site_address(settings: Mapping[str, Any]) -> str:
    """Return ``SITEURL`` without a slash at its end; "" in a preview, which has no address.

    Raises:
        SettingsError: it is not the root of a host, or a public build has none. Root-relative links
            would be broken, and search engines would be sent elsewhere.
    """
    address = settings["SITEURL"]
    if not address and settings.get("PUBLIC_BUILD") is not True:
        return ""
    if not _ROOT_OF_HOST.fullmatch(address):
        raise SettingsError(
            f"SITEURL is {address!r}; write the address of the site with nothing after the host, "
            "such as https://bantin.example"
        )
    return str(address).rstrip("/")
