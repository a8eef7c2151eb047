"""Asks CI for a build when the site has to change by itself: a bulletin's hour, a notice's end.

Each release says when the next such change is. CI is asked once that time has passed, and again,
ever more seldom, while the live release stays the same: a build may have failed.
"""

from __future__ import annotations

import argparse
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from publish_gate import announcement, disk
from publish_gate.answers import Refusal
from publish_gate.config import load
from publish_gate.site import Site
from server_tasks.task_settings import BuildRequest, TaskSettings

DONE: Final = 0
TROUBLE: Final = 1
# A build takes minutes; asking again sooner would start a second one beside the first.
_FIRST_WAIT: Final = timedelta(minutes=30)
_LONGEST_WAIT: Final = timedelta(hours=6)
_STATE: Final = "asked.json"
_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """When CI was asked on account of a release.

    Attributes:
        release: that was live then.
        times: how often.
        last: the last time.
    """

    release: str
    times: int
    last: datetime

    @classmethod
    def load(cls, folder: Path) -> Asked | None:
        """Read it; None where nobody was asked."""
        try:
            raw = json.loads((folder / _STATE).read_text(encoding="utf-8"))
            return cls(str(raw["release"]), int(raw["times"]), datetime.fromisoformat(raw["last"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, folder: Path) -> None:
        """Write it."""
        folder.mkdir(parents=True, exist_ok=True)
        raw = {"release": self.release, "times": self.times, "last": self.last.isoformat()}
        disk.write_whole(folder / _STATE, json.dumps(raw).encode())


def is_due(release: str, change: datetime | None, asked: Asked | None, now: datetime) -> bool:
    """Tell whether CI is to be asked now.

    Args:
        release: the live one.
        change: when it says that the site changes by itself, or None.
        asked: when CI was last asked.
        now: with offset.
    """
    if change is None or now < change:
        return False
    if asked is None or asked.release != release:
        return True
    wait = min(_FIRST_WAIT * (1 << min(asked.times - 1, 10)), _LONGEST_WAIT)
    return now >= asked.last + wait


def ask(request: BuildRequest) -> None:
    """Ask CI for a build.

    Raises:
        OSError: it could not be reached, or said no.
    """
    body = json.dumps(request.body).encode()
    headers = {"Content-Type": "application/json", "User-Agent": "bantin", **request.headers}
    post = urllib.request.Request(request.url, data=body, headers=headers, method="POST")
    with urllib.request.urlopen(post, timeout=_SECONDS) as answer:
        answer.read(1000)


def main(given: Sequence[str] | None = None) -> int:
    """Run `ask-for-build`; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="ask-for-build",
        description="Ask CI for a build when the site has to change by itself.",
        epilog="Exit status: 0 done, or nothing to do; 1 CI could not be asked.",
    )
    parser.add_argument("config", type=Path)
    parser.add_argument("--state", type=Path, required=True, help="folder for when CI was asked")
    options = parser.parse_args(given)
    try:
        return _ask_if_due(options.config, options.state, datetime.now(UTC))
    except urllib.error.HTTPError as error:
        # Not its text: an answer may repeat the token.
        sys.stderr.write(f"<3>CI refused to build: HTTP {error.code}\n")
    except (Refusal, OSError, ValueError) as error:
        sys.stderr.write(f"<3>CI was not asked: {type(error).__name__}: {error}\n")
    return TROUBLE


def _ask_if_due(gate: Path, state: Path, now: datetime) -> int:
    config, settings = load(gate), TaskSettings.beside(gate)
    live = Site(config.site).live()
    if live is None or settings.build is None:
        return DONE
    announced = config.site / "releases" / live / announcement.NAME
    change = announcement.load(announced.read_bytes()).next_change
    asked = Asked.load(state)
    if not is_due(live, change, asked, now):
        return DONE
    times = asked.times + 1 if asked and asked.release == live else 1
    # Written before: a CI that takes the request and breaks off must not be asked every minute.
    Asked(live, times, now).save(state)
    ask(settings.build)
    sys.stderr.write(f"<5>asked CI for a build: {change} has passed\n")
    return DONE
