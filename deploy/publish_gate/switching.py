"""Making another release the live one, asking the web server, and going back when it is wrong."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, replace
from typing import Final

from publish_gate import disk, health, history, kept
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.history import History
from publish_gate.kept import Release
from publish_gate.site import Site
from publish_gate.tombstones import Tombstones

_PENDING: Final = "pending.json"
_RELOAD_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class Change:
    """From one release to another.

    Attributes:
        to: that is to be live.
        former: that is live, None at the first.
        what: the event to write down.
    """

    to: Release
    former: Release | None
    what: str


def switch(config: Config, site: Site, change: Change, past: History) -> History:
    """Make a release live, and stay with it only if the web server serves it.

    Args:
        config: of the site.
        site: whose lock the caller holds.
        change: what is to happen.
        past: the history so far.

    Returns:
        the history, written down already.

    Raises:
        Refusal: the release was not served rightly; the former one is live again
            (``rolled-back``) or is not served rightly either (``rollback-failed``).
    """
    # If this process is killed before the web server was asked, the next command asks.
    pending = {"release": _id(change.to), "former": _id(change.former), "what": change.what}
    disk.write_whole(site.root / _PENDING, json.dumps(pending).encode())
    return _finish(config, site, change, past)


def _id(release: Release | None) -> str | None:
    return None if release is None else release.announcement.id


def recover(config: Config, site: Site) -> None:
    """Finish a switch during which the gate was killed or the machine stopped.

    Raises:
        Refusal: neither release is served rightly (``rollback-failed``).
    """
    try:
        pending = json.loads((site.root / _PENDING).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    if site.live() != pending["release"]:
        # It was killed before the link changed, or after it was changed back.
        (site.root / _PENDING).unlink()
        return
    former = pending["former"]
    change = Change(
        kept.load(site, pending["release"]),
        None if former is None else kept.load(site, former),
        pending["what"],
    )
    try:
        _finish(config, site, change, history.load(site))
    except Refusal as refusal:
        if refusal.code != "rolled-back":
            raise


def _finish(config: Config, site: Site, change: Change, past: History) -> History:
    live, former = _id(change.to), _id(change.former)
    site.point(live)
    miss = _miss(config, site, change)
    if miss is None:
        after = past.with_event(change.what, live)
        history.save(site, after)
        (site.root / _PENDING).unlink(missing_ok=True)
        return after
    site.point(former)
    failed = past.with_event("failed", live, miss)
    second = None
    if change.former is not None:
        second = _miss(config, site, Change(change.former, change.to, "went back"))
    if second is not None:
        failed = failed.with_event("rollback failed", former, second)
    history.save(site, failed)
    (site.root / _PENDING).unlink(missing_ok=True)
    if second is not None:
        raise Refusal(
            "rollback-failed",
            f"the web server serves neither release rightly: {miss}; then: {second}",
            live=former,
            miss=miss,
            second_miss=second,
        )
    raise Refusal("rolled-back", f"not served rightly, went back: {miss}", live=former, miss=miss)


def _miss(config: Config, site: Site, change: Change) -> str | None:
    """Reload nginx if the redirect map is another, and ask for some files."""
    if config.reload and _redirects(change.to) != _redirects(change.former):
        miss = _reload(config)
        if miss is not None:
            return miss
    entries = change.to.entries()
    before = {} if change.former is None else change.former.entries()
    changed = [path for path, entry in entries.items() if before.get(path) != entry]
    gone = Tombstones.load(site).addresses()
    asked = health.probes(entries, gone, changed, change.to.moved())
    return health.first_miss(config.health, asked)


def _redirects(release: Release | None) -> bytes:
    if release is None:
        return b""
    try:
        return (release.folder / kept.REDIRECTS).read_bytes()
    except FileNotFoundError:
        return b""


def _reload(config: Config) -> str | None:
    try:
        done = subprocess.run(
            config.reload, capture_output=True, check=False, timeout=_RELOAD_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"the web server was not reloaded: {error}"
    if done.returncode:
        return f"the web server was not reloaded: {done.stderr.decode(errors='replace')[-300:]}"
    return None


def roll_back(config: Config, site: Site, release: str | None, reason: str | None) -> str:
    """Make a kept release live again, and hold further deploys until somebody lets go.

    Args:
        config: of the site.
        site: whose lock the caller holds.
        release: id; None: the one that was live before the live one.
        reason: of whoever asks for it.

    Returns:
        the id that is live now.

    Raises:
        Refusal: there is no such release, it is damaged, or it is not served rightly.
    """
    past = history.load(site)
    live = site.live()
    target = release or _before(site, past, live)
    if target is None or live is None:
        raise Refusal("not-found", "there is no earlier release to go back to", kept=site.kept())
    if target == live:
        raise Refusal("not-found", f"{target} is live already", kept=site.kept())
    change = Change(kept.load(site, target), kept.load(site, live), "rolled back to")
    flaws = kept.flaws(site, change.to, reread=True)
    if flaws:
        raise Refusal("damaged", f"{target} is damaged: {flaws[0]}", flaws=flaws[:100])
    held = past.with_hold(live, reason)
    # Written first: a deploy that waits for the lock must find it.
    history.save(site, held)
    try:
        after = switch(config, site, change, held)
    except Refusal:
        history.save(site, replace(history.load(site), hold=past.hold))
        raise
    history.save(site, after)
    return target


def _before(site: Site, past: History, live: str | None) -> str | None:
    """Return the kept release that first went live before the live one did."""
    order = list(dict.fromkeys(reversed(list(past.live_releases()))))
    if live not in order:
        return None
    available = set(site.kept())
    earlier = [each for each in order[: order.index(live)] if each in available]
    return earlier[-1] if earlier else None
