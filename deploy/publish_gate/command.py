"""The command line of the gate, and what an SSH key may ask of it.

``publish-gate CONFIG COMMAND…`` on the server; as a forced command ``publish-gate CONFIG``, with
the command in ``SSH_ORIGINAL_COMMAND``. That text is matched and parted here, and never goes
through a shell.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from publish_gate import (
    answers,
    config,
    history,
    kept,
    manifests,
    opening,
    switching,
    takedown,
    upkeep,
)
from publish_gate.activation import activate
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.names import checked_id, file_of_url
from publish_gate.site import Site
from publish_gate.tombstones import Tombstones

_MOST_COMMAND: Final = 16_384
_COMMAND: Final = re.compile(r"[a-z-]+(?: [A-Za-z0-9/._~!&'()*+,;=:@%$-]+)*")
# What an rsync client sends; rrsync itself takes it apart. No quote, no $, no line break.
_RSYNC: Final = re.compile(r"rsync --server [A-Za-z0-9 ._/=,:@%+~-]+")
_REASON: Final = "reason="
_MOST_REASON: Final = 500
_SHOWN_EVENTS: Final = 20

Answer = dict[str, object] | bytes


def _open(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    # Under the lock: whoever asks again after a lost line must not meet a running activation.
    with site.locked(settings.lock_seconds):
        return opening.open_upload(site, _one(words))


def _begin(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    release = _one(words)
    with site.locked(settings.lock_seconds):
        switching.recover(settings, site)
        try:
            return opening.begin(settings, site, release)
        except Refusal as refusal:
            if refusal.code not in {"space", "inodes"}:
                raise
        upkeep.clean(settings, site)
        return opening.begin(settings, site, release)


def _activate(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    release = _one(words)
    with site.locked(settings.lock_seconds):
        switching.recover(settings, site)
        upkeep.sweep(site)
        answer = activate(settings, site, release)
        # It is live whatever comes of the tidying, so that must not be answered as a failure. The
        # nightly clean-up does the same, and says what is wrong.
        with contextlib.suppress(Refusal, OSError, ValueError):
            upkeep.prune(settings, site)
            upkeep.empty_trash(site)
    return answer


def _rollback(settings: Config, site: Site, words: Sequence[str], reason: str | None) -> Answer:
    release = checked_id(_one(words)) if words else None
    with site.locked(settings.lock_seconds):
        switching.recover(settings, site)
        former = site.live()
        live = switching.roll_back(settings, site, release, reason)
        takedown.forget_everywhere(site)
    return {"ok": True, "live": live, "previous": former, "held": True}


def _take_down(settings: Config, site: Site, words: Sequence[str], reason: str | None) -> Answer:
    return takedown.take_down(settings, site, words, reason)


def _restore(settings: Config, site: Site, words: Sequence[str], reason: str | None) -> Answer:
    return takedown.restore(site, words)


def _release_hold(settings: Config, site: Site, words: Sequence[str], reason: str | None) -> Answer:
    _none(words)
    with site.locked(settings.lock_seconds):
        past = history.load(site)
        after = past.with_event("hold released", site.live(), reason) if past.hold else past
        history.save(site, after.released())
    return {"ok": True, "was_held": past.hold is not None}


def _status(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    _none(words)
    live = site.live()
    past = history.as_json(history.load(site))
    events = past["events"]
    assert isinstance(events, list)
    disk = os.statvfs(site.root)
    announced = None if live is None else kept.announced_of(site, live)
    return {
        "ok": True,
        "live": live,
        "commit": announced and announced.commit,
        "built": announced and announced.built.isoformat(),
        "pages": announced and announced.pages,
        "next_change": announced and announced.next_change and announced.next_change.isoformat(),
        "releases": site.kept(),
        "hold": past["hold"],
        "events": events[-_SHOWN_EVENTS:],
        "taken_down": sorted(Tombstones.load(site).urls()),
        "free_bytes": disk.f_bavail * disk.f_frsize,
    }


def _manifest(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    release = checked_id(_one(words)) if words else site.live()
    if release is None:
        raise Refusal("unknown-release", "nothing has been published yet")
    # What was taken down is answered by a marker, whatever lies behind it.
    away = {file_of_url(url) for url in Tombstones.load(site).addresses()}
    entries = kept.load(site, release).entries()
    return manifests.dump({path: entry for path, entry in entries.items() if path not in away})


def _abandon(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    with site.locked(settings.lock_seconds):
        return opening.abandon(site, _one(words))


def _cleanup(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    _none(words)
    with site.locked(settings.lock_seconds):
        switching.recover(settings, site)
        takedown.forget_everywhere(site)
        return upkeep.clean(settings, site)


def _recheck(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    _none(words)
    live = site.live()
    at = None if live is None else kept.announced_of(site, live).next_change
    due = at is not None and at <= datetime.now(UTC)
    return {"ok": True, "due": due, "next_change": None if at is None else at.isoformat()}


def _init(settings: Config, site: Site, words: Sequence[str], _: str | None) -> Answer:
    _none(words)
    site.make()
    return {"ok": True, "site": str(site.root)}


_Handler = Callable[[Config, Site, Sequence[str], str | None], Answer]
_REMOTE: Final[Mapping[str, _Handler]] = MappingProxyType(
    {
        "open": _open,
        "begin": _begin,
        "activate": _activate,
        "abandon": _abandon,
        "rollback": _rollback,
        "take-down": _take_down,
        "restore": _restore,
        "release-hold": _release_hold,
        "status": _status,
        "manifest": _manifest,
        "cleanup": _cleanup,
        "recheck": _recheck,
    }
)
_LOCAL: Final[Mapping[str, _Handler]] = MappingProxyType({**_REMOTE, "init": _init})


def _one(words: Sequence[str]) -> str:
    if len(words) != 1:
        raise Refusal("usage", "this command takes one release id")
    return words[0]


def _none(words: Sequence[str]) -> None:
    if words:
        raise Refusal("usage", "this command takes nothing")


def run(settings: Config, text: str, *, remote: bool) -> Answer:
    """Carry out one command.

    Args:
        settings: of the site.
        text: the command's words, parted by single blanks.
        remote: it came over SSH.

    Raises:
        Refusal: it is none of the commands, or it was refused.
    """
    if len(text) > _MOST_COMMAND or _COMMAND.fullmatch(text) is None:
        raise Refusal("usage", "not a command of the publish gate")
    name, *words = text.split(" ")
    handler = (_REMOTE if remote else _LOCAL).get(name)
    if handler is None:
        raise Refusal("usage", f"not a command of the publish gate: {name}")
    reason = None
    if words and words[-1].startswith(_REASON):
        reason = _reason(words.pop().removeprefix(_REASON))
    return handler(settings, Site(settings.site), words, reason)


def _reason(encoded: str) -> str:
    try:
        text = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except (binascii.Error, ValueError) as error:
        raise Refusal("usage", "a reason is base64url of UTF-8") from error
    if not text.strip() or len(text.encode()) > _MOST_REASON:
        raise Refusal("usage", f"a reason has 1 to {_MOST_REASON} bytes")
    return text


def _receive(settings: Config) -> None:
    """Become rrsync, which confines the upload to the incoming folder."""
    words = [str(settings.rrsync), "-wo", "-no-del", "-no-lock", "-munge"]
    # rrsync reads the client's words from SSH_ORIGINAL_COMMAND, as we did.
    kept_names = ("PATH", "SSH_ORIGINAL_COMMAND", "SSH_CONNECTION")
    environment = {name: os.environ[name] for name in kept_names if name in os.environ}
    os.execve(words[0], [*words, str(settings.site / "incoming")], environment)


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the gate; print one answer on stdout.

    Returns:
        the exit status: see ``answers``.
    """
    os.umask(0o022)
    try:
        return _print(_answer(arguments, environment.get("SSH_ORIGINAL_COMMAND")), answers.OK)
    except Refusal as refusal:
        return _print(refusal.answer(), refusal.status)
    except (OSError, ValueError) as error:
        # The disk, or files of the gate's own that a broken disk has changed.
        trouble = {"ok": False, "code": "io", "message": f"{type(error).__name__}: {error}"}
        return _print(trouble, answers.IO_ERROR)


def _answer(arguments: Sequence[str], asked: str | None) -> Answer:
    if not arguments or (asked is not None and len(arguments) != 1):
        raise Refusal("usage", "publish-gate CONFIG COMMAND…")
    settings = config.load(Path(arguments[0]))
    if asked is None:
        return run(settings, " ".join(arguments[1:]), remote=False)
    if _RSYNC.fullmatch(asked):
        _receive(settings)
    return run(settings, asked, remote=True)


def _print(answer: Answer, status: int) -> int:
    data = answer if isinstance(answer, bytes) else answers.dump(answer).encode()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The caller has gone. What was asked is done; asking again says so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
