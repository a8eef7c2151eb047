"""The settings of one site on the server: a JSON file that belongs to root."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from publish_gate.answers import Refusal


@dataclass(frozen=True, slots=True)
class Health:
    """Where the gate asks for pages after a switch.

    Attributes:
        url: scheme, address and port of the web server as seen from this machine.
        host: the site's public host name (Host header and TLS server name).
        ca: certificates to trust besides the system's, or None.
        seconds: within which all answers must be right.
    """

    url: str
    host: str
    ca: Path | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one site.

    Attributes:
        site: the folder that holds releases, incoming files and the rest.
        allowed_signers: file for ``ssh-keygen -Y verify``; only root may write it.
        signer: the principal whose signature counts.
        rrsync: the program that confines uploads.
        reload: command that makes nginx read the redirect map anew; empty: none.
        keep: releases that stay besides the live and the previous one.
        spare_bytes: that must stay free on the disk.
        lock_seconds: to wait for another command before giving up.
        health: where to ask after a switch.
    """

    site: Path
    allowed_signers: Path
    signer: str
    rrsync: Path
    reload: tuple[str, ...]
    keep: int
    spare_bytes: int
    lock_seconds: float
    health: Health


def load(path: Path) -> Config:
    """Read the settings of a site.

    Raises:
        Refusal: the file is missing or malformed (``config``).
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return _config(raw)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal("config", f"{path}: {type(error).__name__}: {error}") from error


def _config(raw: Mapping[str, Any]) -> Config:
    unknown = raw.keys() - {each.name for each in fields(Config)}
    if unknown:
        raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
    health = raw["health"]
    if urlsplit(health["url"]).scheme not in {"http", "https"}:
        raise ValueError("health.url must begin with http:// or https://")
    site = Path(raw["site"])
    if not site.is_absolute():
        raise ValueError("site must be an absolute path")
    return Config(
        site=site,
        allowed_signers=Path(raw["allowed_signers"]),
        signer=str(raw.get("signer", "ci")),
        rrsync=Path(raw.get("rrsync", "/usr/bin/rrsync")),
        reload=tuple(str(word) for word in raw.get("reload", ())),
        keep=int(raw.get("keep", 5)),
        spare_bytes=int(raw.get("spare_bytes", 200_000_000)),
        lock_seconds=float(raw.get("lock_seconds", 120)),
        health=Health(
            url=str(health["url"]).rstrip("/"),
            host=str(health["host"]),
            ca=Path(health["ca"]) if health.get("ca") else None,
            seconds=float(health.get("seconds", 10)),
        ),
    )
