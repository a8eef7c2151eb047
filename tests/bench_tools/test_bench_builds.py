"""The benchmark of builds: what it is asked, and what it leaves behind."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from bench import bench_builds
from bench.builds.floor import Floor, files_of, sizes
from bench.builds.measuring import Measuring, numbered, timed_run, told
from bench.builds.process import BuildFailed, Spent
from bench.builds.report import END, START
from bench.builds.results import FULL, HUGO, OURS, Run, result_of


def result(site, wall):
    return asdict(result_of(site, 1_000, 0, FULL, [Run(Spent(wall, wall, 1), None, 1)]))


@pytest.fixture
def figures(tmp_path):
    """The figures of an earlier run in which a full build took 3 times as long as Hugo's."""
    file = tmp_path / "figures.json"
    floor = Floor(1_000, 0, 0.3, 0.01, 0.02, 0.03, 0.4, 1_002, 6_000_000, 3_000, 30_000_000)
    rows = [result(OURS, 3.0), result(HUGO, 1.0)]
    file.write_text(
        json.dumps({"head": "H.", "results": rows, "floors": [asdict(floor)], "failures": []})
    )
    return file


@pytest.fixture
def docs(tmp_path):
    file = tmp_path / "benchmarks.md"
    file.write_text(f"# Benchmarks\n{START}\n{END}\n")
    return file


def tables_of(figures, docs) -> int:
    return bench_builds.main(["--tables", str(figures), "--docs", str(docs)])


def test_a_missed_promise_fails_and_is_written_down(figures, docs, capsys):
    assert tables_of(figures, docs) == 1
    line = "| full at 1,000, to Hugo's | 0 | 2.00 | 3.00 | **missed** | 3.00 |"
    assert line in docs.read_text()
    assert line in capsys.readouterr().out


def test_kept_promises_succeed(figures, docs):
    figures.write_text(figures.read_text().replace("3.0", "1.5"))
    assert tables_of(figures, docs) == 0
    assert "| ours: full | 1.50 |" in docs.read_text()


def test_a_site_that_failed_is_a_failure_though_no_promise_is_missed(figures, docs, capsys):
    kept = json.loads(figures.read_text().replace("3.0", "1.5"))
    figures.write_text(json.dumps({**kept, "failures": ["Hugo: lacks 3 files"]}))
    assert tables_of(figures, docs) == 1
    assert "FAILED: Hugo: lacks 3 files" in capsys.readouterr().out


def test_only_a_whole_run_writes_the_documents():
    whole = bench_builds.arguments([])
    assert (whole.docs.name, whole.json.name) == ("benchmarks.md", "benchmarks.json")
    part = bench_builds.arguments(["--sizes", "200,1000", "--photos", "3", "--sites", "ours,hugo"])
    assert (part.docs, part.json) == (None, None)
    assert (part.sizes, part.photos, part.sites) == ([200, 1_000], [3], ["ours", "hugo"])


def test_an_unknown_site_is_refused(capsys):
    with pytest.raises(SystemExit):
        bench_builds.arguments(["--sites", "ours,jekyll"])
    assert "no such site: jekyll" in capsys.readouterr().err


def test_a_tree_is_looked_at_file_by_file(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a").write_text("123")
    (tmp_path / "b").write_text("1")
    assert sorted(sizes(tmp_path)) == [1, 3]
    assert {file.name for file in files_of(tmp_path)} == {"a", "b"}


def test_a_numbered_change_is_another_one_each_time():
    change = numbered("edit {}".format)
    assert (change(), change()) == ("edit 1", "edit 2")


class Failing:
    """A site whose build fails."""

    name = "a site"

    def __init__(self, output):
        self.output = output

    def forget(self):
        """Nothing is kept."""

    def build(self):
        raise BuildFailed("ended with 2")


def test_a_failed_site_does_not_stop_the_others(tmp_path):
    said = []
    measuring = Measuring(1, 1, said.append)
    site = Failing(tmp_path)
    measuring._guarded(site, lambda: timed_run(site, lambda: ""))
    assert measuring.failures == ["a site: ended with 2"]
    assert said == ["  FAILED: a site: ended with 2"]


def test_a_result_is_told_in_one_line():
    runs = [Run(Spent(1.5, 2.0, 90_000_000), ("feeds/a", "feeds/b", "index.html"), 12)]
    line = " ".join(told(result_of(OURS, 1_000, 0, FULL, runs)).split())
    assert line == (
        "ours: full 1.50 s 2.00 s CPU 90 MB 12 written, 3 changed (feeds 2, index.html 1) [1.50]"
    )
