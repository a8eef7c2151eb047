"""The installed ``bantin``, run as staff and CI run it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.content import NOW, PROJECT
from support.sites import isolated_signals

from plugins.cli import main

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


@pytest.fixture
def bantin_here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the same for this process: ten times as quick, for what a process cannot change."""

    def run(*arguments: object, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            with isolated_signals():
                status = main(words)
        return subprocess.CompletedProcess(words, status, *capsys.readouterr())

    return run
