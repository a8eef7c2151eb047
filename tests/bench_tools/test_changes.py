"""Files that a build changed, counted as the project counts them."""

from __future__ import annotations

import os
import time

from bench.builds.changes import counted, hashes, written_since

from plugins.engine import manifest

SAME = {"a.html": "1", "b.html": "2"}


def test_files_that_come_go_or_change_count():
    assert counted(SAME, SAME, "") == []
    assert counted(SAME, {"b.html": "3", "c.html": "4"}, "") == ["a.html", "b.html", "c.html"]


def test_what_a_bulletin_brings_along_is_not_counted():
    after = {
        **SAME,
        "ban-tin/2026/01/moi/index.html": "1",
        "ban-tin/2026/01/moi-2/index.html": "1",
        "anh/moi-0.abc-48.webp": "1",
        "tep/moi.pdf": "1",
        "tim-kiem/muc-luc.json": "1",
        "index.html.br": "1",
        "index.html": "1",
    }
    assert counted(SAME, after, "moi") == ["ban-tin/2026/01/moi-2/index.html", "index.html"]


def test_without_a_name_every_bulletin_counts():
    assert counted({}, {"ban-tin/2026/01/moi/index.html": "1"}, "")


def test_a_sealed_tree_is_read_back(tmp_path):
    entry = manifest.entry_of("a.html", b"a")
    (tmp_path / manifest.NAME).write_bytes(manifest.dump([entry]))
    assert hashes(tmp_path) == {"a.html": entry.sha256}


def test_written_files_are_told_by_their_own_times(tmp_path):
    (tmp_path / "old").write_text("old")
    (tmp_path / "moved").write_text("made earlier")
    time.sleep(0.02)
    moment = time.time_ns()
    time.sleep(0.02)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "new").write_text("new")
    # A build may set times; the moment at which it put the file there is the one that counts.
    os.replace(tmp_path / "moved", tmp_path / "in-place")
    os.utime(tmp_path / "in-place", (0, 0))
    assert written_since(tmp_path, moment) == 2
