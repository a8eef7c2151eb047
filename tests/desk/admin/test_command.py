"""``bantin admin``: what it asks for before it starts, and the files it makes for a server."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support.admin_page import commit_all, git
from support.content import PROJECT, write_content

from plugins import cli
from plugins.desk.admin import command, page_files

AUTHOR = "Nguyễn Thử <thu@example.invalid>"


@pytest.fixture(autouse=True)
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for the packages: what is in them does not matter here."""
    folder = tmp_path / "packages"
    (folder / "decap-cms").mkdir(parents=True)
    (folder / "decap-cms" / "decap-cms.js").write_text("decap")
    (folder / "packages.json").write_bytes((PROJECT / "tools/admin_packages.json").read_bytes())
    monkeypatch.setattr(page_files, "packages_folder", lambda: folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "project" / "content", {})


def admin(content: Path, *arguments: str) -> int:
    return cli.main(["admin", "--content", str(content), *arguments])


def test_a_folder_without_git_is_refused(content: Path, capsys: pytest.CaptureFixture[str]):
    assert admin(content) == 1
    assert "không nằm trong kho git" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert admin(tmp_path / "absent") == 2
    assert "Không có thư mục" in capsys.readouterr().err


def test_packages_of_another_list_do_not_count(
    content: Path, packages: Path, capsys: pytest.CaptureFixture[str]
):
    (packages / "packages.json").write_text("{}")
    assert admin(content) == 1
    assert "make admin" in capsys.readouterr().err


def test_without_a_name_nothing_is_served(content: Path, capsys: pytest.CaptureFixture[str]):
    commit_all(content.parent)
    assert admin(content) == 1
    assert "Chưa biết ai đang viết" in capsys.readouterr().err
    assert admin(content, "--author", "Không có địa chỉ") == 1


def test_a_name_is_asked_for_once(content: Path, monkeypatch: pytest.MonkeyPatch):
    commit_all(content.parent)
    answers = iter(["Nguyễn Thử", "thu@example.invalid"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    served: list[tuple[str, str]] = []

    def serve(_answering: object, copy, *_: object) -> int:
        served.append(copy.identity())
        return 0

    monkeypatch.setattr(command, "serve", serve)
    assert admin(content) == 0
    assert admin(content) == 0
    assert served == [("Nguyễn Thử", "thu@example.invalid")] * 2
    assert git(content.parent, "config", "user.name") == "Nguyễn Thử\n"


def test_the_page_for_a_server_says_where_it_saves(content: Path, tmp_path: Path):
    settings = tmp_path / "conf.py"
    settings.write_text("ADMIN_BACKEND = 'gitlab'\nADMIN_REPO = 'a/b'\nADMIN_APP_ID = 'id'\n")
    into = tmp_path / "made"
    assert admin(content, "--build", str(into), "--settings", str(settings)) == 0
    made = json.loads((into / "config.json").read_text(encoding="utf-8"))
    assert made["config"]["backend"]["repo"] == "a/b"
    assert (into / made["preview_style"]).is_file()
    assert {"index.html", "admin.js", "decap-cms.js"} <= {each.name for each in into.iterdir()}


def test_settings_that_the_page_needs_are_named(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    settings = tmp_path / "conf.py"
    settings.write_text("ADMIN_BACKEND = 'github'\n")
    assert admin(content, "--build", str(tmp_path / "made"), "--settings", str(settings)) == 2
    assert "ADMIN_REPO, ADMIN_SERVER" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_a_port_that_is_taken_is_said(content: Path, capsys: pytest.CaptureFixture[str]):
    commit_all(content.parent)
    assert admin(content, "--author", AUTHOR, "--port", "99999") == 1
    assert "Không mở được cổng 99999" in capsys.readouterr().err
