"""What the page may write, and what of it reaches git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.admin_page import commit_all, git
from support.content import bulletin, write_content

from plugins.desk.admin import repository
from plugins.desk.admin.repository import Refused, Repository


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    write_content(tmp_path / "content", {"bulletins/2025/cu.md": bulletin("Cũ")})
    commit_all(tmp_path)
    found = repository.find(tmp_path / "content")
    assert found
    found.set_identity("Nguyễn Văn Thử", "thu@example.invalid")
    return found


def test_a_folder_outside_git_is_no_working_copy(tmp_path: Path):
    assert repository.find(tmp_path) is None
    assert repository.find(tmp_path / "absent") is None


def test_a_save_commits_its_own_files_and_nothing_else(copy: Repository):
    (copy.root / "content/bulletins/2025/dang-viet.md").write_text("chưa xong")
    (copy.root / "content/units.yml").write_text("- id: a\n  name: A\n")
    git(copy.root, "add", "content/units.yml")
    copy.write("content/bulletins/2025/moi.md", b"moi")
    copy.commit(["content/bulletins/2025/moi.md"], "Thêm bản tin")
    shown = git(copy.root, "show", "--name-only", "--format=%an <%ae> %s").split("\n")
    assert shown[0] == "Nguyễn Văn Thử <thu@example.invalid> Thêm bản tin"
    assert [line for line in shown[1:] if line] == ["content/bulletins/2025/moi.md"]
    assert "M  content/units.yml" in git(copy.root, "status", "--porcelain")


def test_what_did_not_change_makes_no_commit(copy: Repository):
    before = git(copy.root, "rev-parse", "HEAD")
    path = "content/bulletins/2025/cu.md"
    copy.write(path, (copy.root / path).read_bytes())
    copy.commit([path], "Sửa")
    assert git(copy.root, "rev-parse", "HEAD") == before


@pytest.mark.parametrize(
    "path",
    [
        "pelicanconf.py",
        "content",
        "/etc/passwd",
        "content/../pelicanconf.py",
        "content/bulletins/../../x",
        "contents/x.md",
        "content\\..\\x",
        "",
    ],
)
def test_nothing_outside_the_content_folder_is_touched(copy: Repository, path: str):
    with pytest.raises(Refused, match="ngoài thư mục"):
        copy.write(path, b"x")


def test_a_link_is_not_followed(copy: Repository, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (copy.root / "content/bulletins/2026").symlink_to(elsewhere)
    with pytest.raises(Refused, match="liên kết"):
        copy.write("content/bulletins/2026/x.md", b"x")
    assert list(elsewhere.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file_and_no_other(copy: Repository, monkeypatch):
    path = "content/bulletins/2025/cu.md"
    before = (copy.root / path).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        copy.write(path, b"moi")
    assert (copy.root / path).read_bytes() == before
    assert [each.name for each in (copy.root / path).parent.iterdir()] == ["cu.md"]


def test_git_that_says_no_is_told_in_vietnamese(copy: Repository):
    (copy.root / ".git/index.lock").touch()
    copy.write("content/bulletins/2025/moi.md", b"moi")
    with pytest.raises(Refused, match="Chưa lưu được vào git"):
        copy.commit(["content/bulletins/2025/moi.md"], "Thêm")


def test_who_writes_is_known_once_it_is_written_down(copy: Repository):
    assert copy.identity() == ("Nguyễn Văn Thử", "thu@example.invalid")
