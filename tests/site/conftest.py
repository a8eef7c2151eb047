"""Fixtures of the tests that run the real ``pelican`` command on whole sites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import commands
from support.content import bulletin, write_content
from support.sites import files_below

GOOD = {"bulletins/2025/a.md": bulletin("Tin thứ nhất")}


class Workshop:
    """A content folder that has been built once, and the means to build it again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self.before = files_below(self.output)

    def write(self, path: str, text: str) -> None:
        """Write a file of the content folder."""
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding="utf-8")

    def build(self, settings: str = "", **options):
        """Build with the real command; ``settings`` are lines that change the project's."""
        conf = commands.write_conf(self.folder, settings)
        return commands.pelican(self.content, self.output, conf, **options)

    def refuse(self, settings: str = "", **options) -> str:
        """Build, expect exit status 1 and the previous output untouched; return what was said."""
        done = self.build(settings, **options)
        assert done.returncode == 1, commands.said(done)
        assert self.is_untouched()
        return commands.said(done)

    def is_untouched(self) -> bool:
        """Tell whether the output is what the first build made."""
        return files_below(self.output) == self.before


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small content folder and its output, made by the real command."""
    folder = tmp_path_factory.mktemp("finished")
    content = write_content(folder / "content", GOOD)
    done = commands.pelican(content, folder / "output")
    assert done.returncode == 0, commands.said(done)
    return folder


@pytest.fixture
def workshop(finished: Path, tmp_path: Path) -> Workshop:
    """Return a small content folder that has been built once."""
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    return Workshop(tmp_path)
