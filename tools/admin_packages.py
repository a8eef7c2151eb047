"""Fetch what the admin page is made of: the npm packages of tools/admin_packages.json.

Run by `make admin` and `make test`. Each package is fetched as one archive, without what it depends
on (the scripts taken from it are whole in themselves; its dependencies would be 600 packages),
checked against its hash, and the files named are unpacked. No script of a package is run.
The result is `.venv/admin-page/`, with a record of the list it was made from.
"""

from __future__ import annotations

import base64
import fnmatch
import hashlib
import json
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from environment import ROOT, SetupError, run, say
from npm import npm_command

LIST = ROOT / "tools" / "admin_packages.json"
RECORD = "packages.json"


def is_current(folder: Path, wanted: bytes) -> bool:
    """Whether a former run unpacked this very list."""
    try:
        return (folder / RECORD).read_bytes() == wanted
    except OSError:
        return False


def check_integrity(archive: Path, integrity: str) -> None:
    """Compare an archive with its hash, written as npm's locks do: ``sha512-BASE64``.

    Raises:
        SetupError: it is another.
    """
    kind, _, digest = integrity.partition("-")
    found = base64.b64encode(hashlib.new(kind, archive.read_bytes()).digest()).decode()
    if found != digest:
        raise SetupError(f"{archive.name} is not what tools/{LIST.name} names: {kind}-{found}")


def unpack(archive: Path, patterns: list[str], into: Path) -> None:
    """Write the files of an archive that fit the patterns, and its licence, without their folders.

    Raises:
        SetupError: a pattern fits no file.
    """
    taken: set[str] = set()
    with tarfile.open(archive) as opened:
        for member in opened:
            inside = PurePosixPath(member.name).relative_to("package").as_posix()
            fitting = [pattern for pattern in patterns if fnmatch.fnmatchcase(inside, pattern)]
            if not member.isfile() or not (fitting or inside == "LICENSE"):
                continue
            taken.update(fitting)
            data = opened.extractfile(member)
            assert data is not None
            into.mkdir(parents=True, exist_ok=True)
            (into / PurePosixPath(inside).name).write_bytes(data.read())
    if missing := set(patterns) - taken:
        raise SetupError(f"{archive.name} has no file {', '.join(sorted(missing))}")


def fetch(name: str, version: str, folder: Path) -> Path:
    """Let npm fetch the archive of one package; return its path.

    Raises:
        SetupError: npm failed.
    """
    flags = ["--ignore-scripts", "--silent", "--pack-destination", str(folder)]
    run([*npm_command(), "pack", f"{name}@{version}", *flags], f"{name} could not be fetched")
    (archive,) = folder.glob("*.tgz")
    return archive


def ensure(folder: Path) -> None:
    """Put the admin page's packages into a folder; do nothing where they are there already.

    Raises:
        SetupError: a package could not be had, or is not the one that the list names.
    """
    wanted = LIST.read_bytes()
    if is_current(folder, wanted):
        return
    say(f"Fetching the packages of tools/{LIST.name}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        fresh = Path(made) / "fresh"
        for name, package in json.loads(wanted).items():
            with tempfile.TemporaryDirectory() as archives:
                archive = fetch(name, package["version"], Path(archives))
                check_integrity(archive, package["integrity"])
                unpack(archive, package["files"], fresh / name)
        (fresh / RECORD).write_bytes(wanted)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)


def main() -> int:
    """Run the command; return 0, or 1 with a message on stderr."""
    try:
        ensure(Path(sys.prefix) / "admin-page")
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped; run the same command again")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
