"""The same content and the same now give the same bytes, wherever and however they are built."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from support import commands
from support.content import PROJECT, write_content
from support.scenario import every_feature

from plugins.engine import manifest

# Loaded by every Python of a build: folders are read in the opposite order.
REVERSED_FOLDERS = """
import os
real_scandir, real_listdir = os.scandir, os.listdir
class Entries:
    def __init__(self, *where):
        with real_scandir(*where) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.scandir = Entries
os.listdir = lambda *where: sorted(real_listdir(*where), reverse=True)
"""


def seal(done, output: Path) -> bytes:
    """Return the manifest of a build that worked; the tree agrees with it."""
    assert done.returncode == 0, commands.said(done)
    assert not manifest.verify(output)
    return (output / manifest.NAME).read_bytes()


@pytest.fixture(scope="module")
def scenario(tmp_path_factory) -> Path:
    """Return a content folder with drafts, bulletins of the future, photos, long lists."""
    return write_content(tmp_path_factory.mktemp("scenario") / "content", every_feature())


@pytest.fixture(scope="module")
def expected(scenario, tmp_path_factory) -> bytes:
    """Return the manifest of that content, built in the plainest way."""
    output = tmp_path_factory.mktemp("expected") / "output"
    return seal(commands.pelican(scenario, output), output)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/New_York"},
        {"LC_ALL": "C"},
        {"LC_ALL": "vi_VN.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "ar"},
        {"BUILD_NOW": "2026-01-15T01:00Z"},
        {"BUILD_NOW": "2026-01-15 08:00:00"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_environment_leaves_no_trace(scenario, expected, tmp_path, environment):
    done = commands.pelican(scenario, tmp_path / "output", env=environment)
    assert seal(done, tmp_path / "output") == expected


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_the_number_of_processes_leaves_no_trace(scenario, expected, tmp_path, processes):
    conf = commands.write_conf(tmp_path, f"ENGINE_PROCESSES = {processes}")
    done = commands.pelican(scenario, tmp_path / "output", conf)
    assert seal(done, tmp_path / "output") == expected


def test_the_order_of_folders_leaves_no_trace(scenario, expected, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(REVERSED_FOLDERS)
    done = commands.pelican(scenario, tmp_path / "output", env={"PYTHONPATH": str(tmp_path)})
    assert seal(done, tmp_path / "output") == expected


def test_the_place_and_the_age_of_files_leave_no_trace(scenario, expected, tmp_path):
    content = tmp_path / "một thư mục khác" / "nội dung"
    shutil.copytree(scenario, content)
    for file in content.rglob("*"):
        os.utime(file, (86_400, 86_400))
        file.chmod(0o700)
    output = tmp_path / "kết quả" / "trang"
    assert seal(commands.pelican(content, output), output) == expected


def test_an_older_output_leaves_no_trace(scenario, expected, tmp_path):
    """Built over another site, and over the site itself."""
    output = tmp_path / "output"
    assert seal(commands.pelican(PROJECT / "content", output), output) != expected
    assert seal(commands.pelican(scenario, output), output) == expected
    times = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    time.sleep(0.01)
    assert seal(commands.pelican(scenario, output), output) == expected
    assert times == {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}


@pytest.mark.parametrize("which", ["project", "scenario"])
@pytest.mark.parametrize("base", ["pelicanconf", "publishconf"])
def test_all_of_it_together_leaves_no_trace(scenario, tmp_path, which, base):
    content = PROJECT / "content" if which == "project" else scenario
    plain = tmp_path / "plain"
    first = without_release(seal(commands.pelican(content, plain, PROJECT / f"{base}.py"), plain))
    moved = shutil.copytree(content, tmp_path / "moved" / "content")
    (tmp_path / "sitecustomize.py").write_text(REVERSED_FOLDERS)
    conf = commands.write_conf(tmp_path, "ENGINE_PROCESSES = 3", base=base)
    strange = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "PYTHONPATH": str(tmp_path),
        "BUILD_NOW": "2026-01-14T20:00-05:00",
    }
    done = commands.pelican(moved, tmp_path / "strange", conf, env=strange)
    assert without_release(seal(done, tmp_path / "strange")) == first


def without_release(sealed: bytes) -> list[bytes]:
    """Return the lines of a manifest but that of release.json: the copy is in no repository."""
    return [line for line in sealed.split(b"\n") if not line.endswith(b" release.json")]
