"""The installed ``bantin``, run as staff and CI run it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.content import NOW, PROJECT

BANTIN = Path(sys.executable).with_name("bantin")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def bantin() -> Run:
    """Return a function that runs the command and gives its status and both outputs.

    ``stdout`` is where its report goes instead; further keywords are environment variables.
    """

    def run(
        *arguments: object,
        cwd: Path = PROJECT,
        stdout: int = subprocess.PIPE,
        **environment: str,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [BANTIN, *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "BUILD_NOW": NOW, **environment},
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run
