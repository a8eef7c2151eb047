"""Make `.venv` and fill it with the locked packages, once.

Run by `tools/setup.sh` with the system's Python, so the standard library is all there is.

The file `.venv/installed.json` says what has been installed, by the hashes of what asked for it. It
is removed before a change and written after it. A folder without it was left by an interrupted run
and is made anew: pip takes a half-copied package for an installed one, so finishing is not safe.
A changed lock makes the folder anew too, because pip does not remove what a lock no longer names.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The test lock repeats every pin of the runtime lock (`make lock` sees to it, a test checks it).
LOCKS = {"runtime": "requirements.txt", "test": "requirements-test.txt"}


class SetupError(Exception):
    """A set-up step failed; the message is one line and names the cure."""


@dataclass(frozen=True, slots=True)
class State:
    """What an environment holds, or should hold.

    Attributes:
        base: fingerprint of the interpreter and of the project's folder.
        project: fingerprint of the parts of pyproject.toml that the editable install reads.
        locks: fingerprint of each installed lock, by level.
    """

    base: str
    project: str
    locks: dict[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, in this order.

    Attributes:
        create: make the folder anew.
        lock: the level whose lock is to be installed, or None.
        project: install the project itself.
    """

    create: bool
    lock: str | None
    project: bool

    @property
    def is_empty(self) -> bool:
        """Whether everything is in place."""
        return not (self.create or self.lock or self.project)


def fingerprint(*parts: bytes) -> str:
    """Return a SHA-256 over the parts; ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def wanted_state(root: Path) -> State:
    """Return the state that the files below `root` and the running interpreter ask for."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    # Not the whole file: a new ruff rule is no reason to install anything.
    installed = [
        settings["project"],
        settings["build-system"],
        settings.get("tool", {}).get("setuptools"),
    ]
    return State(
        # Scripts in the folder name its absolute path, so a moved project needs a new one.
        base=fingerprint(
            platform.python_version().encode(), os.fsencode(sys.base_prefix), os.fsencode(root)
        ),
        project=fingerprint(json.dumps(installed, sort_keys=True).encode()),
        locks={level: fingerprint((root / name).read_bytes()) for level, name in LOCKS.items()},
    )


def read_state(path: Path) -> State | None:
    """Return the recorded state, or None where there is no whole record of this version."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return State(record["base"], record["project"], dict(record["locks"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(path: Path, state: State) -> None:
    """Record a state so that a reader sees the whole record or none."""
    record = {"base": state.base, "project": state.project, "locks": state.locks}
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(path)


def make_plan(present: State | None, wanted: State, level: str) -> Plan:
    """Return what turns `present` into what `level` needs of `wanted`.

    The runtime level does not care whether the test packages are stale: `make html` is not to
    wait for them.
    """
    needed = {"runtime", level}
    if (
        present is None
        or present.base != wanted.base
        or any(present.locks.get(name, wanted.locks[name]) != wanted.locks[name] for name in needed)
    ):
        return Plan(create=True, lock=level, project=True)
    missing = needed - present.locks.keys()
    return Plan(
        create=False,
        lock=level if missing else None,
        project=present.project != wanted.project,
    )


def apt_command(packages: str) -> str:
    """Return the command that installs Debian packages, as the present user has to type it."""
    return f"{'' if os.geteuid() == 0 else 'sudo '}apt-get install {packages}"


def require_venv() -> None:
    """Check that this interpreter can make environments: Debian ships that part separately.

    Raises:
        SetupError: it cannot.
    """
    parts = [importlib.util.find_spec(name) for name in ("venv", "ensurepip")]
    # An emptied folder still counts as a package, but one without an origin.
    if all(part and part.origin for part in parts):
        return
    package = "python3-venv"
    if Path(sys.executable).name != "python3":
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    raise SetupError(f"{package} missing: {apt_command(package)}")


def say(text: str) -> None:
    """Tell the person at the terminal what is being done."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def run(command: list[str], failure: str) -> None:
    """Run a command, its output shown.

    Raises:
        SetupError: the command failed; `failure` says what that means.
    """
    status = subprocess.run(command, check=False).returncode
    if status:
        raise SetupError(f"{failure} (exit status {status}; the reason stands above)")


def base_python() -> str:
    """Return the interpreter to make the environment with, never one inside an environment.

    With an activated `.venv`, `python3` is the very file that making `.venv` anew would delete.
    """
    if sys.prefix == sys.base_prefix:
        return sys.executable
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return str(Path(sys.base_prefix) / "bin" / name)


def pip_install(python: Path, *arguments: str, what: str) -> None:
    """Run pip inside the environment; its configuration (indexes, certificates) is the machine's.

    Raises:
        SetupError: pip failed.
    """
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run(
        [str(python), "-m", "pip", "install", *quiet, *arguments],
        f"{what} could not be installed; mend the cause and run the same command again",
    )


def install_lock(python: Path, lock: Path) -> None:
    """Install every package of a lock file, each checked against its hash.

    Only wheels are taken: a source archive would need a compiler and run code that no hash covers.

    Raises:
        SetupError: a package could not be fetched or has another hash.
    """
    pip_install(python, "--require-hashes", "--only-binary=:all:", "-r", str(lock), what=lock.name)


def carry_out(plan: Plan, root: Path, present: State | None, wanted: State, level: str) -> State:
    """Carry out a plan and return the state reached.

    Raises:
        SetupError: a step failed.
    """
    venv = root / ".venv"
    python = venv / "bin" / "python"
    locks = {} if plan.create or present is None else dict(present.locks)
    if plan.create:
        require_venv()
        why = "" if not venv.exists() else " anew: the old one is unfinished or out of date"
        say(f"Making .venv{why} (Python {platform.python_version()})")
        run([base_python(), "-m", "venv", "--clear", str(venv)], ".venv could not be made")
    if plan.lock:
        lock = root / LOCKS[plan.lock]
        say(f"Installing the locked packages of {lock.name} (the first time takes a minute)")
        install_lock(python, lock)
        locks |= {name: wanted.locks[name] for name in ("runtime", level)}
    if plan.project:
        # On its own, because pip cannot check a folder that is being worked on against a hash.
        say("Installing the project itself, editable")
        editable = ["--no-deps", "--no-build-isolation", "--editable", str(root)]
        pip_install(python, *editable, what="The project itself")
    return State(base=wanted.base, project=wanted.project, locks=locks)


@contextmanager
def exclusive(root: Path) -> Iterator[None]:
    """Hold the only right to change the environment; a second run waits."""
    # A file that is always there and never replaced while we run; the lock leaves no trace in it.
    with (root / "pyproject.toml").open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another command is installing into .venv; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure(root: Path, level: str) -> None:
    """Bring `.venv` below `root` to a level; do nothing where it is there already.

    Raises:
        SetupError: a step failed. The next run starts the environment anew.
    """
    record = root / ".venv" / "installed.json"
    with exclusive(root):
        present, wanted = read_state(record), wanted_state(root)
        plan = make_plan(present, wanted, level)
        if plan.is_empty:
            return
        record.unlink(missing_ok=True)
        write_state(record, carry_out(plan, root, present, wanted, level))


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0, or 1 with a message on stderr."""
    parser = argparse.ArgumentParser(description="Make .venv and fill it with the locked packages.")
    parser.add_argument("level", choices=sorted(LOCKS))
    try:
        ensure(ROOT, parser.parse_args(arguments).level)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped; the next run starts .venv anew")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
