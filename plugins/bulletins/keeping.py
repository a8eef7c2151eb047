"""What was read of a file, as bytes and back: what the engine keeps of it between builds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any
from zoneinfo import ZoneInfo

from plugins.bulletins.reading import Outcome
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.engine.kept import packers
from plugins.problems import Problem

Pack = Callable[[Outcome[Any]], bytes]
Unpack = Callable[[bytes], Outcome[Any]]


def outcome_packers(kind: type[Bulletin | StaticPage], timezone: str) -> tuple[Pack, Unpack]:
    """Return how outcomes of reading are written as bytes and read back, exactly.

    Args:
        kind: the class of the records.
        timezone: the name of the site's zone, in which moments come back.
    """
    hint: Any = kind
    pack, unpack = packers(tuple[hint | None, tuple[Problem, ...]])
    zone = ZoneInfo(timezone)

    def unpacked(data: bytes) -> Outcome[Any]:
        record, problems = unpack(data)
        if isinstance(record, Bulletin):
            _set_zone(record, ("date", "modified"), zone)
        return Outcome(record, problems)

    return lambda outcome: pack((outcome.record, outcome.problems)), unpacked


def _set_zone(record: Bulletin, names: Iterable[str], zone: ZoneInfo) -> None:
    """Put moments into a zone, in a record that nobody has seen yet: a copy costs tenfold."""
    for name in names:
        moment: dt.datetime | None = getattr(record, name)
        if moment is not None:
            object.__setattr__(record, name, moment.astimezone(zone))
