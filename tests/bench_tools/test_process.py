"""A process is measured with all its children."""

from __future__ import annotations

import os
import sys

import pytest
from bench.builds.process import BuildFailed, processes_below, pss, spend

MEGABYTE = 1_000_000
HOLD = "import time; kept = bytearray(30_000_000); time.sleep(0.4)"
TWO = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}]); {HOLD}"


def test_memory_of_a_child_counts(tmp_path):
    spent = spend([sys.executable, "-c", TWO], log=tmp_path / "log")
    assert 30 * MEGABYTE < spent.peak < 90 * MEGABYTE
    assert 0.8 < spent.wall < 20
    assert 0 < spent.cpu < spent.wall


def test_work_of_a_child_counts(tmp_path):
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    command = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert spend([sys.executable, "-c", command], log=tmp_path / "log").cpu >= 0.3


def test_a_failed_build_is_no_figure(tmp_path):
    with pytest.raises(BuildFailed, match="ended with 3:\nnot today"):
        spend(
            [sys.executable, "-c", "print('not today'); raise SystemExit(3)"], log=tmp_path / "log"
        )


def test_variables_are_added_to_those_of_the_machine(tmp_path):
    spend(
        [sys.executable, "-c", "import os; print(os.environ['BUILD_NOW'], 'PATH' in os.environ)"],
        log=tmp_path / "log",
        env={"BUILD_NOW": "2026-01-15"},
        folder=tmp_path,
    )
    assert (tmp_path / "log").read_text() == "2026-01-15 True\n"


def test_a_process_that_ended_has_no_memory(tmp_path):
    gone = 2**22 + 1  # above the highest number that Linux gives
    assert pss(gone) == 0
    assert list(processes_below(gone)) == [gone]
    assert pss(os.getpid()) > MEGABYTE
