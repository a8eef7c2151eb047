"""Settings of the engine, checked before anything is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.engine.errors import SettingsError
from plugins.engine.state import state_folder


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What the engine needs to know.

    ``now`` is the build's only clock, with the site's time zone. ``public`` tells a public build
    (no drafts, nothing of the future) from a preview. ``processes`` is 0 for all cores.
    ``read_cpu_seconds`` is the processor time that reading one file may take. ``compress`` asks for
    compressed copies beside the files. ``state`` is the folder of what later builds need not do
    again, or None.
    """

    now: datetime
    timezone: ZoneInfo
    public: bool = False
    processes: int = 0
    read_cpu_seconds: float = 5.0
    compress: bool = False
    state: Path | None = None

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> EngineSettings:
        """Take the engine's settings out of Pelican's.

        Raises:
            SettingsError: a value is wrong, or one that would undo the engine's promises is on.
        """
        if settings.get("DELETE_OUTPUT_DIRECTORY"):
            raise SettingsError(
                "DELETE_OUTPUT_DIRECTORY deletes the last good site before anything is read; "
                "remove it: stale pages are removed by every build"
            )
        timezone = _zone(settings["TIMEZONE"])
        public = settings.get("PUBLIC_BUILD", False)
        processes = settings.get("ENGINE_PROCESSES", 0)
        seconds = settings.get("ENGINE_READ_CPU_SECONDS", 5.0)
        compress = settings.get("ENGINE_COMPRESS", False)
        if not isinstance(public, bool):
            raise SettingsError(f"PUBLIC_BUILD is {public!r}; it must be True or False")
        if not isinstance(compress, bool):
            raise SettingsError(f"ENGINE_COMPRESS is {compress!r}; it must be True or False")
        if not isinstance(processes, int) or isinstance(processes, bool) or processes < 0:
            raise SettingsError(f"ENGINE_PROCESSES is {processes!r}; it must be 0 or more")
        if not isinstance(seconds, int | float) or seconds <= 0:
            raise SettingsError(f"ENGINE_READ_CPU_SECONDS is {seconds!r}; it must be above 0")
        return cls(
            build_now(timezone),
            timezone,
            public,
            processes,
            float(seconds),
            compress,
            state_folder(settings),
        )


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(name)  # type: ignore[arg-type]  # the except clause is for this
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError) as error:
        raise SettingsError(
            f"TIMEZONE is {name!r}; write a name such as Asia/Ho_Chi_Minh"
        ) from error


def build_now(timezone: ZoneInfo) -> datetime:
    """Return the ``BUILD_NOW`` of the environment (ISO 8601), or the clock, in the site's zone.

    Raises:
        SettingsError: ``BUILD_NOW`` is no ISO time.
    """
    text = os.environ.get("BUILD_NOW", "")
    if not text:
        return datetime.now(timezone)
    try:
        now = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(
            f"BUILD_NOW is {text!r}; write a time such as 2026-11-21T08:00+07:00"
        ) from error
    return now.replace(tzinfo=timezone) if now.tzinfo is None else now.astimezone(timezone)
