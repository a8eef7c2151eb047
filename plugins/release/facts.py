"""``/release.json``: which build this is, and when the site changes by itself.

Readers have no use for it; the server's timer asks it whether a build is due, and whoever looks
after the site sees what is live. Deploying reads it again, so that a release says what its build
said.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

PATH: Final = "release.json"


class FactsError(ValueError):
    """The text is no ``release.json``."""


@dataclass(frozen=True, slots=True)
class BuildFacts:
    """What a build says of itself.

    ``commit`` is None where the files were not just those of a commit. ``built`` is its "now",
    ``next_change`` the first time after it at which the same content gives another site; both
    carry the site's zone. ``pages`` counts those made from templates. ``taken_down`` holds
    marks (:func:`mark_of`) of the addresses that the build left out because they were taken down.
    """

    commit: str | None
    built: dt.datetime
    next_change: dt.datetime | None
    pages: int
    taken_down: tuple[str, ...] = ()


def next_change(moments: Iterable[dt.datetime], now: dt.datetime) -> dt.datetime | None:
    """Return the first moment after a time; None when there is none."""
    return min((moment for moment in moments if moment > now), default=None)


def mark_of(address: str) -> str:
    """Return the SHA-256 of an address, in hex.

    The address itself is not published: the words in it may be why it was taken down.
    """
    return hashlib.sha256(address.encode()).hexdigest()


def dump(facts: BuildFacts) -> bytes:
    """Write the file."""
    content = {
        "commit": facts.commit,
        "built": facts.built.isoformat(timespec="seconds"),
        "next_change": facts.next_change and facts.next_change.isoformat(timespec="seconds"),
        "counts": {"pages": facts.pages},
        "taken_down": list(facts.taken_down),
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def load(data: bytes) -> BuildFacts:
    """Read the file.

    Raises:
        FactsError: it is not what :func:`dump` writes.
    """
    try:
        return _facts(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FactsError(f"no {PATH} of a build: {error}") from error


def _facts(content: Any) -> BuildFacts:
    commit, following = content["commit"], content["next_change"]
    if not isinstance(commit, str | None):
        raise TypeError("commit is no text")
    return BuildFacts(
        commit=commit,
        built=_time(content["built"]),
        next_change=None if following is None else _time(following),
        pages=int(content["counts"]["pages"]),
        taken_down=tuple(str(mark) for mark in content["taken_down"]),
    )


def _time(text: str) -> dt.datetime:
    time = dt.datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"{text} has no zone")
    return time
