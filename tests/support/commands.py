"""The real ``pelican`` command, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from support.content import NOW, PROJECT

_PROGRESS = re.compile(r"^[^\n:]+: \d+/\d+\n", re.MULTILINE)

CONF = """\
import sys
sys.path.insert(0, {project!r})
sys.path.insert(0, {here!r})
from {base} import *
THEME = {theme!r}
{more}
"""


def write_conf(folder: Path, more: str = "", *, base: str = "pelicanconf") -> Path:
    """Write a settings file that builds on the project's; modules beside it can be imported."""
    conf = folder / "conf.py"
    conf.write_text(
        CONF.format(
            project=str(PROJECT),
            here=str(folder),
            base=base,
            theme=str(PROJECT / "theme"),
            more=more,
        )
    )
    return conf


def command(content: Path, output: Path, conf: Path) -> list[str]:
    """Return the command line of a build."""
    pelican = [sys.executable, "-m", "pelican"]
    return [*pelican, str(content), "-s", str(conf), "-o", str(output)]


def environment(now: str = NOW, **more: str) -> dict[str, str]:
    """Return the environment of a build. Wide columns: Rich wraps what it logs."""
    return {**os.environ, "BUILD_NOW": now, "BUILD_STATE": "off", "COLUMNS": "200", **more}


def pelican(
    content: Path,
    output: Path,
    conf: Path = PROJECT / "pelicanconf.py",
    *,
    now: str = NOW,
    env: Mapping[str, str] | None = None,
    before: list[str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build and wait; ``before`` are words that go before the command, such as ``prlimit …``.

    Lines of progress are left out of what it says: whether they come depends on how busy the
    machine is.
    """
    done = subprocess.run(
        [*(before or ()), *command(content, output, conf)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(now, **(env or {})),
    )
    done.stderr = _PROGRESS.sub("", done.stderr)
    return done


def start(
    content: Path, output: Path, conf: Path = PROJECT / "pelicanconf.py", *, now: str = NOW
) -> subprocess.Popen[str]:
    """Start a build as the leader of a group, so that all of its processes can be found."""
    # A shell without job control starts background jobs deaf to Ctrl-C, and they hand that on.
    hearing = ["env", "--default-signal=INT"]
    return subprocess.Popen(
        [*hearing, *command(content, output, conf)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(now),
        start_new_session=True,
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return all that a command printed."""
    return done.stdout + done.stderr


def shell_status(returncode: int) -> int:
    """Return the exit status as a shell shows it: 128 and the signal for a process that it ended.

    Python itself ends a program that handled Ctrl-C well with the signal where the key was pressed
    during an ``exec``, as the standard library uses when a module is imported.
    """
    return returncode if returncode >= 0 else 128 - returncode


def phase(output: Path) -> str:
    """Return what a build says it is doing; "" where none says anything."""
    try:
        return (output / ".build" / "status").read_text().partition(" ")[2]
    except OSError:
        return ""


def group_exists(leader: int) -> bool:
    """Tell whether any process of a group is left."""
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True
