"""Servers for the long tests: found, or installed; their paths join the record of test tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import servers
from environment import SetupError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole machine."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(servers, "SYSTEM_FOLDERS", ())
    monkeypatch.setattr(servers, "MODULE", tmp_path / "module.so")
    return tmp_path


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).touch(mode=0o755)


def put_all(folder: Path) -> None:
    put(folder, *servers.PROGRAMS, "module.so")


def test_what_is_there_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_all(folder)
    monkeypatch.setattr("debian.install", lambda what, packages: pytest.fail("not needed"))
    found = servers.ensure()
    assert found["sshd"] == str(folder / "sshd")
    assert found["nginx-brotli"] == str(folder / "module.so")


def test_only_what_lacks_is_installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, *(name for name in servers.PROGRAMS if name not in {"nginx", "rrsync", "rsync"}))
    asked: list[str] = []

    def install(what: str, packages: str) -> None:
        asked.append(packages)
        put_all(folder)

    monkeypatch.setattr("debian.install", install)
    assert servers.ensure().keys() == {*servers.PROGRAMS, "nginx-brotli"}
    assert asked == ["libnginx-mod-http-brotli-static nginx rsync"]


def test_programs_outside_the_path_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_all(folder)
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(servers, "SYSTEM_FOLDERS", (str(folder),))
    assert servers.find()["nginx"] == str(folder / "nginx")


def test_one_that_cannot_be_had_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, *(name for name in servers.PROGRAMS if name != "wrk"), "module.so")
    monkeypatch.setattr("debian.install", lambda what, packages: None)
    with pytest.raises(SetupError, match=r"not there: wrk$"):
        servers.ensure()
    assert servers.main() == 1
    assert "wrk" in capsys.readouterr().err


def test_the_record_holds_what_is_there_now(tmp_path: Path) -> None:
    path = tmp_path / "server-tools.json"
    path.write_text('{"nginx": "/old", "gone": "/gone"}', encoding="utf-8")
    servers.record(path, {"nginx": "/new", "wrk": "/w"})
    assert json.loads(path.read_text(encoding="utf-8")) == {"nginx": "/new", "wrk": "/w"}


def test_a_record_that_is_right_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "server-tools.json"
    servers.record(path, {"nginx": "/n"})
    before = path.stat().st_ino
    servers.record(path, {"nginx": "/n"})
    assert path.stat().st_ino == before
