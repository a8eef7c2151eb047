"""Steps of an installation: each knows whether it is done, and does only what lacks.

A step is looked at before it is carried out, so a second run changes nothing, and a dry run can say
what a real one would do.
"""

from __future__ import annotations

import difflib
import grp
import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = "root"


class InstallError(Exception):
    """A step failed; the message is one line for the administrator."""


class Step(Protocol):
    """Something that has to be so."""

    def lacks(self) -> str:
        """Return what is to be done, in one line or as a difference; "" when nothing is."""

    def carry_out(self) -> None:
        """Do it.

        Raises:
            InstallError: it could not be done.
            OSError: neither could this.
        """


def run(command: Sequence[str]) -> None:
    """Run a command whose output the administrator sees.

    Raises:
        InstallError: it failed.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    status = subprocess.run(command, check=False, env=environment).returncode
    if status:
        raise InstallError(f"{' '.join(command)}: exit status {status}")


@dataclass(frozen=True, slots=True)
class Packages:
    """Debian packages are installed."""

    names: tuple[str, ...]

    def lacks(self) -> str:
        """Return the names of those that are not installed."""
        missing = [name for name in self.names if not _is_installed(name)]
        return f"install {' '.join(missing)}" if missing else ""

    def carry_out(self) -> None:
        """Install them with apt-get."""
        run(["apt-get", "--quiet", "update"])
        run(["apt-get", "--quiet", "--yes", "install", "--no-install-recommends", *self.names])


def _is_installed(package: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    done = subprocess.run(query, capture_output=True, text=True, check=False)
    return done.stdout == "installed"


@dataclass(frozen=True, slots=True)
class Group:
    """A system group exists."""

    name: str

    def lacks(self) -> str:
        """Return what is to be done."""
        return "" if _group_id(self.name) is not None else f"add the group {self.name}"

    def carry_out(self) -> None:
        """Add it."""
        run(["groupadd", "--system", self.name])


@dataclass(frozen=True, slots=True)
class User:
    """A system user exists, with a home that it cannot write to, and is in a group.

    It has a shell, because sshd runs a forced command through one, and no password.
    """

    name: str
    group: str

    def lacks(self) -> str:
        """Return what is to be done."""
        try:
            pwd.getpwnam(self.name)
        except KeyError:
            return f"add the user {self.name} to the group {self.group}"
        members = grp.getgrnam(self.group).gr_mem
        return "" if self.name in members else f"put {self.name} into the group {self.group}"

    def carry_out(self) -> None:
        """Add it, or put it into the group."""
        try:
            pwd.getpwnam(self.name)
            run(["usermod", "--append", "--groups", self.group, self.name])
        except KeyError:
            options = ["--system", "--user-group", "--groups", self.group, "--shell", "/bin/sh"]
            run(["useradd", *options, "--home-dir", "/", "--no-create-home", self.name])


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder exists, with owner, group and mode."""

    path: Path
    owner: str = ROOT
    group: str = ROOT
    mode: int = 0o755

    def lacks(self) -> str:
        """Return what is to be done."""
        wanted = f"{self.owner}:{self.group} {self.mode:o}"
        if not self.path.is_dir():
            return f"make the folder {self.path} ({wanted})"
        return "" if _is_owned(self) else f"give {self.path} to {wanted}"

    def carry_out(self) -> None:
        """Make it."""
        self.path.mkdir(parents=True, exist_ok=True)
        shutil.chown(self.path, self.owner, self.group)
        self.path.chmod(self.mode)


@dataclass(frozen=True, slots=True)
class File:
    """A file has these bytes, with owner, group and mode."""

    path: Path
    data: bytes
    owner: str = ROOT
    group: str = ROOT
    mode: int = 0o644

    def lacks(self) -> str:
        """Return the difference to what is there."""
        present = self.path.read_bytes() if self.path.is_file() else b""
        if present == self.data and self.path.is_file():
            return "" if _is_owned(self) else f"give {self.path} to {self.owner}:{self.group}"
        old, new = (data.decode("utf-8", "replace").splitlines() for data in (present, self.data))
        before = str(self.path) if self.path.is_file() else "/dev/null"
        return "\n".join(difflib.unified_diff(old, new, before, str(self.path), lineterm="", n=1))

    def carry_out(self) -> None:
        """Write it; a reader sees the old file or the new one."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(f".{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        # Nobody else may read it before it has its owner: it may be a key.
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(self.data)
            os.fsync(file.fileno())
        shutil.chown(fresh, self.owner, self.group)
        fresh.chmod(self.mode)
        fresh.replace(self.path)


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link leads to a target."""

    path: Path
    target: str

    def lacks(self) -> str:
        """Return what is to be done."""
        same = self.path.is_symlink() and os.readlink(self.path) == self.target
        return "" if same else f"link {self.path} to {self.target}"

    def carry_out(self) -> None:
        """Make it."""
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(self.target)


@dataclass(frozen=True, slots=True)
class Absent:
    """A symbolic link, or a file that an earlier version installed, is not there."""

    path: Path

    def lacks(self) -> str:
        """Return what is to be done."""
        return f"remove {self.path}" if self.path.is_symlink() or self.path.is_file() else ""

    def carry_out(self) -> None:
        """Remove it."""
        self.path.unlink()


def _is_owned(wanted: Folder | File) -> bool:
    status = wanted.path.stat()
    try:
        owner, group = pwd.getpwnam(wanted.owner).pw_uid, grp.getgrnam(wanted.group).gr_gid
    except KeyError:
        return False
    return (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (
        owner,
        group,
        wanted.mode,
    )


def _group_id(name: str) -> int | None:
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return None
