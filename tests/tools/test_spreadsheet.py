"""LibreOffice for the long tests: found, or installed."""

from __future__ import annotations

from pathlib import Path

import pytest

import spreadsheet
from environment import SetupError


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path) -> str:
    file = folder / "soffice"
    file.touch(mode=0o755)
    return str(file)


def test_one_that_is_there_is_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = put(path)
    monkeypatch.setattr("debian.install", lambda what, packages: pytest.fail("not needed"))
    assert spreadsheet.ensure() == found


def test_one_that_is_not_is_installed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debian.install", lambda what, packages: put(path))
    assert spreadsheet.ensure() == str(path / "soffice")


def test_one_that_cannot_be_had_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not list(path.iterdir())
    monkeypatch.setattr("debian.install", lambda what, packages: None)
    with pytest.raises(SetupError, match="not on the PATH"):
        spreadsheet.ensure()
    assert spreadsheet.main() == 1
    assert "libreoffice-calc-nogui" in "".join(capsys.readouterr())
