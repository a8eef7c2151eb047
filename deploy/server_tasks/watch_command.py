"""`tamper-watch CONFIG check|repair`: the command, and whom it tells."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from pathlib import Path

from publish_gate.answers import Refusal
from publish_gate.config import Config, load
from server_tasks.repairing import repair
from server_tasks.task_settings import TaskSettings
from server_tasks.watching import Difference, Pace, Progress, watch, watch_installed

RIGHT, DIFFERENT, TROUBLE = 0, 1, 2
# systemd's journal takes these for a priority: critical, notice.
_CRITICAL, _NOTICE = "<2>", "<5>"
_MOST_LINES = 200
# A deploy that ends while files are read shows as differences that are none a moment later.
_SECOND_LOOK_SECONDS = 3


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="tamper-watch",
        description="Compare what the server sends with what was signed.",
        epilog="Exit status: 0 all is right (again), 1 something differs, 2 it could not be told.",
    )
    parser.add_argument("config", type=Path)
    parser.add_argument("what", choices=("check", "repair"))
    parser.add_argument("--state", type=Path, help="folder for where the last check ended")
    parser.add_argument("--all", action="store_true", help="read every shared file, not a part")
    options = parser.parse_args(given)
    try:
        config = load(options.config)
        settings = TaskSettings.beside(options.config)
        record = options.config.with_suffix(".sha256")
        if options.what == "check":
            return _check(config, record, options.state, everything=options.all)
        return _repair(config, record, settings)
    except (Refusal, OSError, ValueError, subprocess.SubprocessError) as error:
        _say(_CRITICAL, f"the watch failed: {type(error).__name__}: {error}")
        return TROUBLE


def _say(priority: str, text: str) -> None:
    sys.stderr.write(f"{priority}{text}\n")


def _look(config: Config, progress: Progress, pace: Pace) -> tuple[list[Difference], Progress]:
    """Compare, and when something differs, once more: only what differs twice counts."""
    found, after = watch(config, progress, pace, time.time())
    if found:
        time.sleep(_SECOND_LOOK_SECONDS)
        again, _ = watch(config, progress, pace, time.time())
        found = [each for each in found if each in again]
    return found, after


def _check(config: Config, record: Path, state: Path | None, *, everything: bool) -> int:
    progress = Progress.load(state) if state and not everything else Progress()
    found, after = _look(config, progress, Pace())
    found += watch_installed(record)
    if found:
        # The place is kept: next time the same part is read again.
        _list(_CRITICAL, found)
        return DIFFERENT
    if state:
        after.save(state)
    return RIGHT


def _repair(config: Config, record: Path, settings: TaskSettings) -> int:
    found, _ = _look(config, Progress(), Pace())
    found += watch_installed(record)
    if not found:
        _say(_NOTICE, "nothing differs any more")
        return RIGHT
    done = repair(config, found)
    if done.reload and config.reload:
        subprocess.run(config.reload, check=True, timeout=60)
    lines = [
        f"Site folder: {config.site}",
        "Files differed from what was signed.",
        f"Put right: {len(done.mended)}; left: {len(done.left)}.",
        *(f"left: {each}" for each in done.left[:_MOST_LINES]),
        *(f"put right: {each}" for each in done.mended[:_MOST_LINES]),
        f"What was found in their place, if anything: {done.kept_in}",
        "Whoever could write there can do so again: docs/operations.md says what to do now.",
    ]
    _list(_CRITICAL, lines)
    _mail(settings.mail, "Bantin: files on the web server were changed", lines)
    return DIFFERENT if done.left else RIGHT


def _list(priority: str, lines: Iterable[object]) -> None:
    for number, line in enumerate(lines):
        if number == _MOST_LINES:
            _say(priority, "… and more")
            return
        _say(priority, str(line))


def _mail(address: str, subject: str, lines: Sequence[str]) -> None:
    """Hand a message to the machine's mail program, where there is one."""
    program = shutil.which("sendmail", path="/usr/sbin:/usr/lib:/usr/bin")
    if not address or not program:
        return
    message = EmailMessage()
    message["To"], message["Subject"] = address, subject
    message.set_content("\n".join(lines))
    done = subprocess.run([program, "-t", "-i"], input=bytes(message), check=False, timeout=60)
    if done.returncode:
        _say(_CRITICAL, f"the mail to {address} could not be handed over")
