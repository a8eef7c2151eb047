"""The benchmark of builds works with the project as it stands, the peers aside."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from bench.builds.measuring import PUBLIC_EDITS
from bench.builds.results import CASES, FULL, OURS, PUBLIC
from support.content import PROJECT

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


def test_each_kind_of_build_of_ours_is_measured(tmp_path):
    figures_file = tmp_path / "figures.json"
    words = ["--sizes", "40", "--photos", "1", "--runs", "1", "--sites", "ours,public"]
    words += ["--json", str(figures_file), "--folder", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, PROJECT / "tests/bench/bench_builds.py", *words],
        env={name: value for name, value in os.environ.items() if name != "BULLETIN_CORPUS"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    figures = json.loads(figures_file.read_text())
    public = {row["case"] for row in figures["results"] if row["site"] == PUBLIC}
    assert public == {FULL, *PUBLIC_EDITS}
    rows = {row["case"]: row for row in figures["results"] if row["site"] == OURS}
    assert set(rows) == set(CASES)
    assert all(row["cpu"] > 0 and row["peak"] > 10_000_000 for row in rows.values())
    assert rows["no change"]["changed"] == 0
    # Of today: its own page, the front page, a list and a feed at least.
    assert rows["one new"]["changed"] >= 3
    assert rows["template change"]["changed"] >= 40
    (floor,) = figures["floors"]
    # A text and a photo each, two put in and one deleted; two registries.
    assert floor["content_files"] == (40 + 2 - 1) * 2 + 2
    assert not figures["failures"]
    assert list(tmp_path.iterdir()) == [figures_file]
