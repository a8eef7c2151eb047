"""Settings of the timers: an optional file of the administrator's, beside that of the gate.

`/etc/bantin/SITE.tasks.json`, root's, mode 0640, group of the site's user:

    {"mail": "ban-bien-tap@example.vn",
     "build": {"url": "https://…", "headers": {"Authorization": "Bearer …"},
               "body": {"ref": "main"}}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """How CI is asked for a build: one POST, as GitHub and GitLab document it.

    Attributes:
        url: an https address.
        headers: further headers; a token stands here.
        body: sent as JSON.
    """

    url: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TaskSettings:
    """What the timers are told.

    Attributes:
        mail: who hears of changed files, or "" for the journal alone.
        build: how to ask for a build, or None: then nobody asks.
    """

    mail: str = ""
    build: BuildRequest | None = field(default=None)

    @classmethod
    def beside(cls, gate: Path) -> TaskSettings:
        """Read the file that belongs to a gate's settings: ``a.json`` has ``a.tasks.json``.

        Raises:
            ValueError: it is malformed.
        """
        try:
            raw = json.loads(gate.with_suffix(".tasks.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        unknown = raw.keys() - {"mail", "build"}
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        mail = str(raw.get("mail", ""))
        if mail and (mail.startswith("-") or "@" not in mail or not mail.isprintable()):
            raise ValueError(f"not an address of mail: {mail!r}")
        return cls(mail, _build(raw["build"]) if raw.get("build") else None)


def _build(raw: Mapping[str, Any]) -> BuildRequest:
    url = str(raw["url"])
    parts = urlsplit(url)
    # A token goes along; plain http is for a CI on this very machine.
    if parts.scheme != "https" and parts.hostname != "127.0.0.1":
        raise ValueError("build.url must begin with https://")
    headers = {str(name): str(value) for name, value in raw.get("headers", {}).items()}
    return BuildRequest(url, headers, dict(raw.get("body", {})))
