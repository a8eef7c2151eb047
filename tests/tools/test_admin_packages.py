"""The admin page's packages: only the archives that the list names, and of them its files."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

import admin_packages as tools
from environment import SetupError


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as opened:
        for name, data in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            opened.addfile(member, io.BytesIO(data))
    return path


def integrity(path: Path) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()}"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict:
    """Return a list of one package, which is «fetched» from a folder."""
    files = {"dist/a.js": b"a", "dist/b.map": b"b", "LICENSE": b"MIT", "package.json": b"{}"}
    source = archive(tmp_path / "source.tgz", files)
    package = {"version": "1.0.0", "integrity": integrity(source), "files": ["dist/*.js"]}
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps({"a-package": package}))
    monkeypatch.setattr(tools, "LIST", listed)
    calls: list[str] = []

    def fetch(name: str, version: str, folder: Path) -> Path:
        calls.append(f"{name}@{version}")
        return source

    monkeypatch.setattr(tools, "fetch", fetch)
    return {"calls": calls, "list": listed, "package": package}


def test_only_what_the_list_names_is_unpacked(made: dict, tmp_path: Path):
    folder = tmp_path / "env" / "admin-page"
    tools.ensure(folder)
    assert sorted(each.name for each in (folder / "a-package").iterdir()) == ["LICENSE", "a.js"]
    assert made["calls"] == ["a-package@1.0.0"]
    tools.ensure(folder)
    assert len(made["calls"]) == 1, "what is there is not fetched again"


def test_a_new_list_replaces_the_old_packages(made: dict, tmp_path: Path):
    folder = tmp_path / "env" / "admin-page"
    tools.ensure(folder)
    (folder / "left-over").touch()
    made["list"].write_text(json.dumps({"other": made["package"]}))
    tools.ensure(folder)
    assert sorted(each.name for each in folder.iterdir()) == ["other", "packages.json"]


def test_an_archive_with_another_hash_is_refused(made: dict, tmp_path: Path):
    wrong = {**made["package"], "integrity": f"sha512-{'A' * 86}=="}
    made["list"].write_text(json.dumps({"a-package": wrong}))
    with pytest.raises(SetupError, match="is not what"):
        tools.ensure(tmp_path / "admin-page")
    assert not (tmp_path / "admin-page").exists()


def test_a_file_that_is_gone_is_said(made: dict, tmp_path: Path):
    wrong = {**made["package"], "files": ["dist/*.js", "dist/gone.css"]}
    made["list"].write_text(json.dumps({"a-package": wrong}))
    with pytest.raises(SetupError, match=r"has no file dist/gone\.css"):
        tools.ensure(tmp_path / "admin-page")


def test_npm_is_asked_for_one_archive_and_runs_no_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    commands: list[list[str]] = []

    def run(command: list[str], _failure: str) -> None:
        commands.append(command)
        (tmp_path / "a.tgz").touch()

    monkeypatch.setattr(tools, "npm_command", lambda: ["npm"])
    monkeypatch.setattr(tools, "run", run)
    assert tools.fetch("a", "1.2.3", tmp_path) == tmp_path / "a.tgz"
    assert commands[0][:4] == ["npm", "pack", "a@1.2.3", "--ignore-scripts"]
