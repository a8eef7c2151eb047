"""The line to the server: ssh to ask its publish gate, rsync to send files.

Both run as they are installed; nothing goes through a shell. A line that breaks is tried again:
every question asked here may be asked twice.
"""

from __future__ import annotations

import base64
import contextlib
import json
import re
import shlex
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from plugins.problems.catalogue_release import RELEASE
from plugins.release.errors import FAILED, UNREACHABLE, DeployError
from plugins.release.settings import Target

TRIES: Final = 3
PAUSES: Final = (1.0, 4.0)
"""Seconds before the second and the third try."""

MOST_REASON: Final = 500
"""Bytes of a reason that the gate takes."""

_SSH_FAILED: Final = 255
_ANSWER_SECONDS: Final = 900
_STALLED_SECONDS: Final = 60
# A connection ends by itself this long after its last use, should nobody be left to end it.
_IDLE_SECONDS: Final = "30"
_SENT: Final = re.compile(r"^Total bytes sent: ([0-9,.]+)$", re.MULTILINE)

Sleep = Callable[[float], None]


@dataclass(slots=True)
class Meter:
    """Counts bytes that go over the line, all tries together."""

    sent: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """A server that can be asked, and sent files.

    ``sleep`` waits between two tries. ``control`` is the socket of a connection that all questions
    share, see :func:`kept_open`; without it each makes its own.
    """

    target: Target
    sleep: Sleep = time.sleep
    control: Path | None = None

    def ask(self, *words: str, reason: str = "", tries: int = TRIES) -> Mapping[str, Any]:
        """Ask the gate.

        Args:
            words: a command of the gate and its arguments: plain ASCII without blanks.
            reason: goes along where the command takes one.
            tries: 1 for what must not be done twice when the line breaks before the answer.

        Returns:
            Its answer.

        Raises:
            DeployError: it refuses (with the gate's exit status), or nobody can be reached.
        """
        if reason:
            words = (*words, f"reason={encoded_reason(reason)}")
        return _answer(self._ask(words, tries))

    def fetch(self, *words: str) -> bytes:
        """Ask the gate for a file; arguments and errors are those of :meth:`ask`."""
        done = self._ask(words, TRIES)
        if done.returncode != 0:
            _answer(done)
        return done.stdout.encode()

    def hang_up(self) -> None:
        """End the connection that is shared, if there is one."""
        if self.control is not None and self.control.exists():
            host = f"{self.target.user}@{self.target.host}"
            _run([*self._ssh(), "-O", "exit", "--", host], _STALLED_SECONDS)

    def _ask(self, words: tuple[str, ...], tries: int) -> subprocess.CompletedProcess[str]:
        command = [*self._ssh(), "-T", "--", f"{self.target.user}@{self.target.host}", *words]
        for attempt in range(tries):
            done = _run(command, _ANSWER_SECONDS)
            if done.returncode != _SSH_FAILED:
                return done
            if attempt < tries - 1:
                self.sleep(PAUSES[attempt])
        reason = _last_line(done.stderr) or "không rõ"
        raise DeployError("deploy-unreachable", UNREACHABLE, host=self.target.host, reason=reason)

    def send(self, folder: Path, release: str, meter: Meter) -> Iterator[str]:
        """Send all files of a flat folder to the place of a release.

        What the server has already is not sent again; of a file that differs only the difference.

        Args:
            folder: the files.
            release: the release's id.
            meter: counts what is sent.

        Yields:
            The name of each file that has been sent.

        Raises:
            DeployError: it could not be done in :data:`TRIES` tries.
        """
        command = [
            "rsync",
            "--recursive",
            "--checksum",
            "--compress",
            "--chmod=D755,F644",
            # Some lines of a manifest change, far apart: smaller blocks, less to send.
            "--block-size=2048",
            "--partial-dir=.part",
            f"--timeout={_STALLED_SECONDS}",
            "--stats",
            "--out-format=> %n",
            "--rsh",
            shlex.join([*self._ssh(), "-T"]),
            "--",
            f"{folder}/",
            f"{self.target.user}@{self.target.host}:{release}/",
        ]
        for attempt in range(TRIES):
            said: list[str] = []
            running = _start(command)
            with running:
                assert running.stdout is not None
                for line in running.stdout:
                    if line.startswith("> "):
                        yield line[2:].strip()
                    else:
                        said.append(line)
            meter.sent += _bytes_sent("".join(said))
            if running.returncode == 0:
                return
            if attempt < TRIES - 1:
                self.sleep(PAUSES[attempt])
        reason = _last_line("".join(said)) or f"mã {running.returncode}"
        raise DeployError("deploy-upload", UNREACHABLE, tries=TRIES, reason=reason)

    def _ssh(self) -> list[str]:
        target = self.target
        options = {
            "BatchMode": "yes",
            "ConnectTimeout": "15",
            "IdentitiesOnly": "yes",
            "IdentityFile": _quoted(target.identity),
            # The one key that the settings name, whatever the user's own configuration says.
            "StrictHostKeyChecking": "yes",
            "UserKnownHostsFile": _quoted(target.known_hosts),
            "GlobalKnownHostsFile": "none",
            "ServerAliveInterval": "15",
            "ServerAliveCountMax": "4",
            "LogLevel": "ERROR",
            "ForwardAgent": "no",
            "ClearAllForwardings": "yes",
        }
        if self.control is not None:
            options["ControlPath"] = _quoted(self.control)
            options["ControlMaster"] = "auto"
            options["ControlPersist"] = _IDLE_SECONDS
        flags = [flag for name, value in options.items() for flag in ("-o", f"{name}={value}")]
        return ["ssh", *flags, "-p", str(target.port)]


@contextlib.contextmanager
def kept_open(channel: Channel) -> Iterator[Channel]:
    """Let several questions share one connection: to make one takes longer than most answers."""
    # The path of a socket may be some 100 bytes long; that of a project may be longer.
    with tempfile.TemporaryDirectory(prefix="bantin-") as name:
        shared = replace(channel, control=Path(name) / "line")
        try:
            yield shared
        finally:
            shared.hang_up()


def encoded_reason(reason: str) -> str:
    """Return a reason as one word: base64 for URLs of its UTF-8, cut at whole characters."""
    cut = reason.encode()[:MOST_REASON].decode(errors="ignore")
    return base64.urlsafe_b64encode(cut.encode()).decode()


def _answer(done: subprocess.CompletedProcess[str]) -> Mapping[str, Any]:
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        said = _last_line(done.stderr) or _last_line(done.stdout) or f"mã {done.returncode}"
        raise DeployError("deploy-answer", done.returncode or FAILED, text=said)
    if not answer["ok"]:
        raise refusal(answer, done.returncode)
    return answer


def refusal(answer: Mapping[str, Any], status: int) -> DeployError:
    """Make the error of an answer that is a refusal; ``status`` is the gate's exit status."""
    code, message = str(answer.get("code", "")), str(answer.get("message", ""))
    ours = code.startswith(("deploy-", "verify-"))
    known = code if code in RELEASE and not ours else "gate-refused"
    return DeployError(known, status or FAILED, code=code, message=message)


def _run(command: list[str], seconds: float) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
    except FileNotFoundError as error:
        raise DeployError("deploy-tool", name=command[0]) from error
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, _SSH_FAILED, "", f"quá {seconds:g} giây")


def _start(command: list[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError as error:
        raise DeployError("deploy-tool", name=command[0]) from error


def _bytes_sent(said: str) -> int:
    found = _SENT.search(said)
    return int(re.sub(r"[^0-9]", "", found[1])) if found else 0


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _quoted(path: Path) -> str:
    """Return a path as ssh's own configuration wants it: a blank would end it, ``%`` is a sign."""
    return '"' + str(path).replace("%", "%%") + '"'
