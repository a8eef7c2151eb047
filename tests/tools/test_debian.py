"""Installing system packages: without a question, or with the command that the user has to type."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import debian
from environment import SetupError


@pytest.fixture
def apt_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An apt-get that fails, alone on the PATH."""
    path = tmp_path / "apt-get"
    path.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return path


class NoTerminal:
    """A standard input that nobody types into."""

    def isatty(self) -> bool:
        return False


@pytest.mark.usefixtures("apt_get")
def test_without_rights_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "stdin", NoTerminal())
    with pytest.raises(SetupError) as caught:
        debian.install("Chromium", "chromium fonts")
    assert str(caught.value) == "Chromium missing: sudo apt-get install chromium fonts"


@pytest.mark.usefixtures("apt_get")
def test_root_installs_without_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(debian, "run", lambda command, failure: calls.append(command))
    debian.install("Chromium", "chromium fonts")
    assert [word for word in calls[0] if word in {"sudo", "update"}] == ["update"]
    assert {"--yes", "DEBIAN_FRONTEND=noninteractive", "chromium", "fonts"} <= set(calls[1])
    assert "SYSTEMD_OFFLINE=1" in calls[1]


def test_a_system_without_apt_is_said(apt_get: Path) -> None:
    apt_get.unlink()
    with pytest.raises(SetupError, match=r"Chromium missing: .*package manager"):
        debian.install("Chromium", "chromium")
