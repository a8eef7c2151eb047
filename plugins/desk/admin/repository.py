"""The working copy that a local admin page writes to: files below its content folder, and git."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


class Refused(Exception):
    """What was asked is not done; the text says why, in Vietnamese, for who sits at the page."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git working copy, and the folder in it that may be written.

    ``root`` is the top of the working copy, ``folder`` the content folder relative to it.
    """

    root: Path
    folder: str

    def file(self, path: str) -> Path:
        """Return a file that may be read and written.

        Raises:
            Refused: the path leads out of the folder, or through a link.
        """
        parts = PurePosixPath(path)
        inside = PurePosixPath(self.folder)
        if (
            parts.is_absolute()
            or ".." in parts.parts
            or inside not in parts.parents
            or "\\" in path
        ):
            raise Refused(f"Không được ghi hay đọc tệp ngoài thư mục {self.folder}: {path}")
        file = self.root / parts
        if file.resolve() != self.root.resolve() / parts:
            raise Refused(f"Đường dẫn đi qua một liên kết, không dùng được: {path}")
        return file

    def write(self, path: str, data: bytes) -> None:
        """Write a file so that a reader sees the old one or the new one, whole.

        Raises:
            Refused: see :meth:`file`.
        """
        file = self.file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def commit(self, paths: Sequence[str], message: str) -> None:
        """Commit these paths and nothing else; do nothing where they are as they were.

        Raises:
            Refused: git said no.
        """
        self._git("add", "--", *paths)
        if self._git("status", "--porcelain", "--", *paths):
            self._git("commit", "--quiet", "--no-verify", "-m", message, "--", *paths)

    def identity(self) -> tuple[str, str]:
        """Return the author's name and address that git would write; "" for what it lacks."""
        return self._config("user.name"), self._config("user.email")

    def set_identity(self, name: str, email: str) -> None:
        """Write down who the author is, for this working copy alone."""
        self._git("config", "user.name", name)
        self._git("config", "user.email", email)

    def _config(self, name: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), "config", name],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def _git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Refused(f"Chưa lưu được vào git: {(done.stderr or done.stdout).strip()}")
        return done.stdout


def find(content: Path) -> Repository | None:
    """Return the working copy that holds a content folder, or None where there is none."""
    try:
        done = subprocess.run(
            ["git", "-C", str(content), "rev-parse", "--show-toplevel"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    if done.returncode:
        return None
    root = Path(done.stdout.rstrip("\n")).resolve()
    return Repository(root, content.resolve().relative_to(root).as_posix())
