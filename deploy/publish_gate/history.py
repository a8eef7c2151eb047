"""What happened on a site: activations, rollbacks, failures, and a hold after a rollback.

The history explains and orders; what is live is said by the link ``current`` alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from publish_gate import disk
from publish_gate.site import Site

_FILE: Final = "state.json"
_MOST_EVENTS: Final = 1000
# Events after which a release was live.
WENT_LIVE: Final = frozenset(("activated", "rolled back to", "recovered"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one release; ``at`` is an ISO time in UTC."""

    at: str
    what: str
    release: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Hold:
    """No release goes live until somebody lets go; ``release`` is the one that was left."""

    at: str
    release: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class History:
    """What happened on a site.

    Attributes:
        events: oldest first.
        hold: if there is one.
        spent: hashes of announcements whose ``force`` was used; each counts once.
    """

    events: tuple[Event, ...] = ()
    hold: Hold | None = None
    spent: tuple[str, ...] = ()

    def with_event(self, what: str, release: str | None, reason: str | None = None) -> History:
        """Return the history with one event more, of now."""
        event = Event(_now(), what, release, reason)
        return replace(self, events=(*self.events, event)[-_MOST_EVENTS:])

    def with_hold(self, release: str, reason: str | None) -> History:
        """Return the history with a hold, because a release was left."""
        return replace(self, hold=Hold(_now(), release, reason))

    def with_spent(self, announced: str) -> History:
        """Return the history with one more announcement that may not be used again."""
        return replace(self, spent=(*self.spent, announced))

    def released(self) -> History:
        """Return the history without a hold."""
        return replace(self, hold=None)

    def was_live(self, release: str) -> bool:
        """Tell whether a release has been live at any time."""
        return release in self.live_releases()

    def live_releases(self) -> Iterator[str]:
        """Yield the ids that were live, the latest first, with repetitions."""
        for event in reversed(self.events):
            if event.what in WENT_LIVE and event.release is not None:
                yield event.release


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def load(site: Site) -> History:
    """Read the history; an empty one where there is none, or where it cannot be read.

    A history that a broken disk has damaged must not keep an urgent notice from going live: it is
    put aside, and what is live is taken up from the link.
    """
    file = site.root / _FILE
    try:
        history = _history(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        history = History()
    except (ValueError, KeyError, TypeError):
        file.replace(file.with_suffix(".damaged"))
        history = History()
    live = site.live()
    if live is not None and not history.was_live(live):
        # Without any history all that is kept counts, in the order of the ids, or it would be
        # taken for what a killed activation left behind.
        others = [] if history.events else [each for each in site.kept() if each != live]
        for each in (*others, live):
            history = history.with_event("recovered", each)
    return history


def _history(raw: dict[str, Any]) -> History:
    return History(
        events=tuple(Event(**event) for event in raw["events"]),
        hold=Hold(**raw["hold"]) if raw["hold"] else None,
        spent=tuple(raw["spent"]),
    )


def save(site: Site, history: History) -> None:
    """Write the history."""
    disk.write_whole(site.root / _FILE, json.dumps(as_json(history), indent=1).encode())


def as_json(history: History) -> dict[str, object]:
    """Return the history as it is written and shown."""
    return {
        "events": [
            {"at": event.at, "what": event.what, "release": event.release, "reason": event.reason}
            for event in history.events
        ],
        "hold": None
        if history.hold is None
        else {
            "at": history.hold.at,
            "release": history.hold.release,
            "reason": history.hold.reason,
        },
        "spent": list(history.spent),
    }
