"""Settings of the desk: where a hosted admin page keeps bulletins. Checked when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from plugins.engine.plugin_settings import read_settings

_BACKENDS: Final[Mapping[str, str]] = MappingProxyType(
    {"gitlab": "https://gitlab.com", "github": "https://api.github.com"}
)


@dataclass(frozen=True, slots=True)
class AdminSettings:
    """Where a hosted admin page saves; everything may stay empty where there is none.

    ``backend``: "gitlab" or "github". ``repo``: the project's path there, such as
    "so-y-te/ban-tin". ``branch``: the branch that is published. ``server``: the address of a
    GitLab of one's own, or of the sign-in service that GitHub asks for. ``app_id``: the id of the
    application registered at GitLab for signing in (PKCE: no secret is needed). ``content``: the
    content folder in the repository. ``site``: the address of the published site.
    """

    backend: str = ""
    repo: str = ""
    branch: str = "main"
    server: str = ""
    app_id: str = ""
    content: str = "content"
    site: str = ""

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> AdminSettings:
        """Take the ``ADMIN_…`` settings out of Pelican's.

        Raises:
            SettingsError: a key is unknown, or a value has the wrong type.
        """
        return read_settings(cls, "ADMIN_", settings, _must_be)

    def missing(self) -> tuple[str, ...]:
        """Name the settings that a hosted page still needs."""
        needed = ["backend", "repo"]
        if self.backend == "gitlab":
            needed.append("app_id")
        if self.backend == "github":
            needed.append("server")
        return tuple(f"ADMIN_{name.upper()}" for name in needed if not getattr(self, name))

    def for_decap(self) -> dict[str, Any]:
        """Return the back end as Decap's configuration names it."""
        shared = {
            "name": self.backend,
            "repo": self.repo,
            "branch": self.branch,
            "commit_messages": dict(COMMIT_MESSAGES),
        }
        if self.backend == "github":
            return shared | {"base_url": self.server}
        server = (self.server or _BACKENDS["gitlab"]).rstrip("/")
        return shared | {
            "auth_type": "pkce",
            "app_id": self.app_id,
            "base_url": server,
            "api_root": f"{server}/api/v4",
        }


COMMIT_MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "create": "Thêm {{collection}}: {{slug}}",
        "update": "Sửa {{collection}}: {{slug}}",
        "delete": "Bỏ {{collection}}: {{slug}}",
        "uploadMedia": "Thêm tệp {{path}}",
        "deleteMedia": "Bỏ tệp {{path}}",
    }
)


def _must_be(name: str, value: object) -> str:
    if name == "backend":
        return "" if value in ("", *_BACKENDS) else "«gitlab», «github» or empty"
    if name in ("server", "site"):
        good = isinstance(value, str) and (not value or value.startswith(("https://", "http://")))
        return "" if good else "an http(s) address or empty"
    return "" if isinstance(value, str) else "a text"
