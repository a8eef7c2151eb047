"""What passed before: the gate's memory, so that what was green stays green.

The reasons stand in docs/decisions/007-green-stays-green.md.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Collection
from pathlib import Path
from typing import Final

KIND: Final = "gate-passed"
BASE: Final = "GATE_BASE"
_SECONDS: Final = 20


def key_of(root: Path, path: str, digest: str) -> str:
    """Return the key under which it is kept that these bytes passed at this place."""
    return hashlib.sha256(f"{root}\0{path}\0{digest}".encode()).hexdigest()


def unchanged_in_git(root: Path, paths: Collection[str]) -> frozenset[str]:
    """Return the files that are as the base has them: published before, and not edited since.

    The base is the commit in ``GATE_BASE``, else the first parent of ``HEAD``.

    Args:
        root: the content folder.
        paths: files below it.

    Returns:
        Those of ``paths``; none where there is no git, no repository or no base.
    """
    base = os.environ.get(BASE, "") or "HEAD^1"
    listing = _git(root, "ls-tree", "-r", "-z", "--name-only", base, ".")
    changes = _git(root, "diff", "-z", "--name-only", "--relative", base, "--", ".")
    if listing is None or changes is None:
        return frozenset()
    there, changed = _names(listing), _names(changes)
    return frozenset(path for path in paths if path in there and path not in changed)


def text_at_base(root: Path, path: str) -> bytes:
    """Return a file as the base has it; b"" where it has none."""
    base = os.environ.get(BASE, "") or "HEAD^1"
    return _git(root, "show", f"{base}:./{path}") or b""


def _git(root: Path, *arguments: str) -> bytes | None:
    # What a hook or a wrapper put into the environment must not lead to another repository.
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            check=True,
            timeout=_SECONDS,
            env=environment,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _names(output: bytes) -> frozenset[str]:
    return frozenset(_decoded(name) for name in output.split(b"\0") if name)


def _decoded(name: bytes) -> str:
    return name.decode("utf-8", "replace")
