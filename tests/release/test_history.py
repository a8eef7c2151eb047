"""The commit of a work tree, and those before it, asked of the real git."""

from __future__ import annotations

import os
import subprocess

import pytest

from plugins.release.history import ANCESTORS, ancestors_of, commit_of

ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "Tester" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "tester@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    )
    return done.stdout.strip()


def commit(folder, text):
    (folder / "content" / "tin.md").write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", text)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "content").mkdir()
    git(tmp_path, "init", "-q")
    return tmp_path


def test_a_clean_tree_has_its_commit(repository):
    last = commit(repository, "một")
    assert commit_of(repository / "content") == last


@pytest.mark.parametrize("file", ["content/tin.md", "content/moi.md"])
def test_a_tree_with_other_files_has_none(repository, file):
    commit(repository, "một")
    (repository / file).write_text("sửa dở")
    assert commit_of(repository / "content") is None


def test_what_ci_leaves_beside_the_content_does_not_count(repository):
    last = commit(repository, "một")
    (repository / "code-quality.json").write_text("[]")
    assert commit_of(repository / "content") == last
    (repository / "theme").mkdir()
    (repository / "theme" / "moi.css").write_text("")
    assert commit_of(repository / "content") == last
    assert commit_of(repository / "content", repository / "theme") is None


def test_what_git_is_told_to_ignore_does_not_count(repository):
    (repository / ".gitignore").write_text("public/\n")
    last = commit(repository, "một")
    (repository / "public").mkdir()
    (repository / "public" / "index.html").write_text("x")
    assert commit_of(repository / "content") == last


def test_a_folder_without_a_repository_has_none(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_of(tmp_path) is None
    assert commit_of(tmp_path / "not-there") is None


def test_a_repository_without_a_commit_has_none(repository):
    assert commit_of(repository) is None


def test_without_git_there_is_none(repository, monkeypatch, tmp_path):
    commit(repository, "một")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit_of(repository) is None
    assert ancestors_of(repository, "0" * 40) == ()


def test_ancestors_are_the_commits_before_the_latest_first(repository):
    first, second, third = (commit(repository, text) for text in ("một", "hai", "ba"))
    assert ancestors_of(repository, third) == (second, first)
    assert ancestors_of(repository, first) == ()
    assert ANCESTORS == 500


@pytest.mark.parametrize("name", ["HEAD", "--all", "0" * 40, ""])
def test_what_is_no_known_commit_has_no_ancestors(repository, name):
    commit(repository, "một")
    commit(repository, "hai")
    assert ancestors_of(repository, name) == ()
