"""What git knows of the folder that a site is built from: its commit, and those before it.

All of it may be missing (no git, no repository, a copy of the files): then the answer is None or
nothing, and a release is told from an older one by its time alone.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Final

ANCESTORS: Final = 500
"""Commits before its own that a release names. A server tells by them what is older, without git:
an older run of CI may be that many merges late."""

_SECONDS: Final = 30
_COMMIT: Final = re.compile(r"[0-9a-f]{40}")


def commit_of(folder: Path, *others: Path) -> str | None:
    """Return the commit of a work tree, None when the tree is not just what a commit says.

    A file that git does not know counts only in the folders that are given: CI leaves its reports
    beside them.

    Args:
        folder: one of the work tree that the site is made from.
        others: further ones.
    """
    commit = (_git(folder, "rev-parse", "--verify", "HEAD") or "").strip()
    status = ("status", "--porcelain")
    places = [os.fspath(place.resolve()) for place in (folder, *others)]
    changed = (
        _git(folder, *status, "--untracked-files=no"),
        _git(folder, *status, "--untracked-files=all", "--", *places),
    )
    return commit if _COMMIT.fullmatch(commit) and changed == ("", "") else None


def ancestors_of(folder: Path, commit: str) -> tuple[str, ...]:
    """Return the commits before one, the latest first; none where git does not know it."""
    if not _COMMIT.fullmatch(commit):
        return ()
    found = _git(folder, "rev-list", f"--max-count={ANCESTORS + 1}", commit, "--") or ""
    return tuple(line for line in found.split() if line != commit)


def _git(folder: Path, *arguments: str) -> str | None:
    """Ask git; None when it fails. It takes no lock and asks nobody for anything."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", os.fspath(folder), *arguments],
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
