"""Builds that are stopped, and builds that meet: nothing is left half done."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from support import commands
from support.content import bulletin
from support.sites import files_below

from plugins.engine import manifest
from plugins.engine.output import Output

PATIENCE = 30  # seconds; far more than any of it takes


@pytest.fixture
def large(workshop):
    """Return a content folder, built once, that now holds enough to be interrupted at."""
    for number in range(300):
        text = bulletin(f"Tin số {number}", body="Một đoạn văn dài. " * 400)
        workshop.write(f"bulletins/2025/{number}.md", text)
    return workshop


def stop_in(large, phase: str, number: signal.Signals) -> tuple[subprocess.Popen[str], str]:
    """Start a build, send its processes a signal when it is in a phase; return it and its words."""
    running = commands.start(large.content, large.output)
    deadline = time.monotonic() + PATIENCE
    while commands.phase(large.output) != phase and time.monotonic() < deadline:
        time.sleep(0.001)
    os.killpg(running.pid, number)
    stdout, stderr = running.communicate(timeout=PATIENCE)
    return running, stdout + stderr


def wait_for_the_end_of(group: int) -> bool:
    """Wait until no process of a group is left; tell whether that came true."""
    deadline = time.monotonic() + PATIENCE
    while commands.group_exists(group) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not commands.group_exists(group)


@pytest.mark.parametrize("phase", ["reading", "rendering"])
def test_ctrl_c_ends_with_130_and_leaves_the_output(large, phase):
    running, text = stop_in(large, phase, signal.SIGINT)
    assert commands.shell_status(running.returncode) == 130, text
    assert "Đã dừng theo yêu cầu" in text
    assert "Traceback" not in text
    assert large.is_untouched()
    assert wait_for_the_end_of(running.pid)


def test_ctrl_c_before_the_first_site_leaves_no_folder(large):
    large.output = large.folder / "another"
    running, text = stop_in(large, "reading", signal.SIGINT)
    assert commands.shell_status(running.returncode) == 130, text
    assert not large.output.exists()


@pytest.mark.parametrize("phase", ["reading", "rendering"])
def test_a_polite_kill_leaves_the_output_and_no_process(large, phase):
    """CI that cancels a run sends SIGTERM; the next build needs no cleaning up."""
    running, _ = stop_in(large, phase, signal.SIGTERM)
    assert commands.shell_status(running.returncode) == 143
    kept = {path: data for path, data in files_below(large.output).items() if path in large.before}
    assert kept == large.before
    assert not manifest.verify(large.output)
    assert wait_for_the_end_of(running.pid)
    assert large.build().returncode == 0
    assert not manifest.verify(large.output)
    assert not (large.output / manifest.WORK_FOLDER).exists()


def test_a_second_build_waits_for_the_first_and_says_so(workshop):
    with Output(workshop.output, protected=(), waiting=str) as first:
        first.status("rendering")
        second = commands.start(workshop.content, workshop.output)
        assert f"tiến trình {os.getpid()} rendering" in second.stderr.readline()
        assert second.poll() is None
    second.communicate(timeout=PATIENCE)
    assert second.returncode == 0
    assert workshop.is_untouched()


def test_builds_at_once_leave_one_whole_site(content, tmp_path: Path):
    """Four builds of four contents into one folder: the last to get there wins, whole."""
    contents = [
        content({f"bulletins/2025/{name}.md": bulletin(f"Tin {name}")}, folder=name)
        for name in ("a", "b", "c", "d")
    ]
    alone = []
    for root in contents:
        assert commands.pelican(root, tmp_path / f"alone-{root.name}").returncode == 0
        alone.append(files_below(tmp_path / f"alone-{root.name}"))
    together = [commands.start(root, tmp_path / "output") for root in contents]
    for running in together:
        running.communicate(timeout=PATIENCE)
    assert [running.returncode for running in together] == [0, 0, 0, 0]
    assert files_below(tmp_path / "output") in alone
