"""`tools/setup.sh`: which Python is taken, and what is said where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "setup.sh"
# What a fake interpreter answers: to `-c` its exit status, to `--version` its name, else its call.
FAKE = """#!/bin/sh
case $1 in
    -c) exit {status} ;;
    --version) echo "Python {version}" ;;
    *) echo "{version} $(basename "$1") $2" ;;
esac
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder for the PATH with what the script itself calls, and an unprivileged `id`."""
    for name in ("sh", "dirname", "basename"):
        found = shutil.which(name)
        assert found
        (tmp_path / name).symlink_to(found)
    add(tmp_path, "id", "#!/bin/sh\necho 1000\n")
    return tmp_path


def add(folder: Path, name: str, text: str) -> None:
    """Put an executable script into a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)


def add_python(folder: Path, name: str, version: str, *, recent: bool) -> None:
    """Put a fake interpreter into a folder."""
    add(folder, name, FAKE.format(status=0 if recent else 1, version=version))


def run(path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script for the level `runtime` with this PATH."""
    outer = {key: value for key, value in os.environ.items() if key != "PYTHON"}
    return subprocess.run(
        [str(SCRIPT), "runtime"],
        env={**outer, "PATH": str(path), **variables},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_takes_python3_where_it_is_recent(path: Path) -> None:
    add_python(path, "python3", "3.11.2", recent=True)
    add_python(path, "python3.13", "3.13.0", recent=True)
    assert run(path).stdout == "3.11.2 environment.py runtime\n"


def test_passes_by_an_old_python3(path: Path) -> None:
    add_python(path, "python3", "3.10.12", recent=False)
    add_python(path, "python3.12", "3.12.1", recent=True)
    assert run(path).stdout == "3.12.1 environment.py runtime\n"


def test_passes_by_a_name_that_does_not_start(path: Path) -> None:
    add(path, "python3", "#!/bin/sh\necho 'command not found' >&2\nexit 127\n")
    add_python(path, "python3.11", "3.11.7", recent=True)
    assert run(path).stdout == "3.11.7 environment.py runtime\n"


def test_python_can_be_chosen(path: Path) -> None:
    add_python(path, "python3", "3.11.2", recent=True)
    add_python(path, "mine", "3.14.0", recent=True)
    assert run(path, PYTHON="mine").stdout == "3.14.0 environment.py runtime\n"


def test_no_python_is_named_with_its_command(path: Path) -> None:
    done = run(path)
    assert done.returncode == 1
    assert done.stderr == "Python 3 missing: sudo apt-get install python3 python3-venv\n"


def test_old_python_is_named_with_its_command(path: Path) -> None:
    add_python(path, "python3", "3.9.2", recent=False)
    done = run(path)
    assert done.returncode == 1
    assert done.stderr == (
        "Python 3.11 or newer missing (Python 3.9.2 is too old): "
        "sudo apt-get install python3.11 python3.11-venv\n"
    )


def test_root_is_not_told_to_use_sudo(path: Path) -> None:
    add(path, "id", "#!/bin/sh\necho 0\n")
    assert run(path).stderr == "Python 3 missing: apt-get install python3 python3-venv\n"


def test_a_bad_choice_is_said(path: Path) -> None:
    add_python(path, "python3", "3.11.2", recent=True)
    add_python(path, "mine", "3.8.1", recent=False)
    done = run(path, PYTHON="mine")
    assert done.returncode == 1
    assert done.stderr.startswith("mine (Python 3.8.1) is no Python 3.11 or newer")
