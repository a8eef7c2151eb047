"""When the preview builds, and what it takes from a build; tests/browser runs it as a whole."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from plugins.engine.serve import build, times_to_build

SOON = 10.0
QUIET = 0.5


class Watch:
    """Counts the times to build, in a thread as the command has it in its main one."""

    def __init__(self, folders: list[Path], settings: Path) -> None:
        self.times = 0
        self.busy = threading.Event()
        self.busy.set()
        self._ended = False
        self._thread = threading.Thread(target=self._run, args=(folders, settings), daemon=True)
        self._thread.start()

    def _run(self, folders: list[Path], settings: Path) -> None:
        for _ in times_to_build(folders, settings):
            if self._ended:
                return
            self.times += 1
            self.busy.wait()

    def reaches(self, times: int) -> None:
        """Wait for a number of times; there must never have been more."""
        deadline = time.monotonic() + SOON
        while self.times < times and time.monotonic() < deadline:
            time.sleep(0.01)
        assert self.times == times

    def settles_above(self, times: int) -> int:
        """Wait until there are more times than that, and then no more; return how many.

        How many changes one act of a busy machine makes is not for a test to say.
        """
        deadline = time.monotonic() + SOON
        while self.times <= times and time.monotonic() < deadline:
            time.sleep(0.01)
        assert self.times > times
        while time.monotonic() < deadline:
            reached = self.times
            time.sleep(2 * QUIET)
            if self.times == reached:
                break
        return self.times

    def stays(self, times: int) -> None:
        """See that a number of times is reached and not passed."""
        self.reaches(times)
        time.sleep(QUIET)
        assert self.times == times

    def end(self, folder: Path) -> None:
        self._ended = True
        self.busy.set()
        (folder / "end").touch()
        self._thread.join(SOON)


@pytest.fixture
def newsroom(tmp_path):
    """Return a folder with content, a theme, settings and an output."""
    for name in ("content/bulletins/2025", "theme/templates", "output"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "content/bulletins/2025/tin.md").write_text("một")
    (tmp_path / "conf.py").write_text("X = 1")
    return tmp_path


@pytest.fixture
def watch(newsroom):
    running = Watch([newsroom / "content", newsroom / "theme"], newsroom / "conf.py")
    running.reaches(1)
    yield running
    (newsroom / "content").mkdir(exist_ok=True)
    running.end(newsroom / "theme")


def test_it_builds_at_once_and_after_each_change(watch, newsroom):
    (newsroom / "content/bulletins/2025/tin.md").write_text("hai")
    watch.reaches(2)
    (newsroom / "theme/templates/base.html").write_text("mới")
    watch.reaches(3)
    (newsroom / "content/bulletins/2025/tin.md").unlink()
    watch.stays(4)


def test_many_changes_at_once_are_one(watch, newsroom):
    for number in range(200):
        (newsroom / f"content/bulletins/2025/tin-{number}.md").write_text("x")
    watch.stays(2)


def test_changes_during_a_build_are_one_more_build(watch, newsroom):
    watch.busy.clear()
    (newsroom / "content/bulletins/2025/a.md").write_text("x")
    watch.reaches(2)
    (newsroom / "content/bulletins/2025/b.md").write_text("x")
    time.sleep(QUIET)
    (newsroom / "content/bulletins/2025/c.md").write_text("x")
    watch.stays(2)
    watch.busy.set()
    watch.stays(3)


def test_output_reading_and_editors_leftovers_are_no_change(watch, newsroom):
    (newsroom / "output/index.html").write_text("trang")
    (newsroom / "content/bulletins/2025/tin.md").read_text()
    (newsroom / "content/bulletins/2025/.tin.md.swp").write_text("x")
    (newsroom / "content/bulletins/2025/tin.md~").write_text("x")
    (newsroom / "theme/__pycache__").mkdir()
    (newsroom / "theme/__pycache__/a.pyc").write_text("x")
    watch.stays(1)


def test_settings_count_also_when_an_editor_replaces_the_file(watch, newsroom):
    (newsroom / "fresh.py").write_text("X = 2")
    (newsroom / "fresh.py").replace(newsroom / "conf.py")
    watch.reaches(2)
    (newsroom / "conf.py").write_text("X = 33")
    watch.stays(3)


def test_a_folder_that_is_replaced_stays_watched(watch, newsroom):
    """As when another branch is checked out."""
    shutil.rmtree(newsroom / "content")
    before = watch.settles_above(1)
    (newsroom / "content/bulletins/2025").mkdir(parents=True)
    (newsroom / "content/bulletins/2025/tin.md").write_text("ba")
    before = watch.settles_above(before)
    (newsroom / "content/bulletins/2025/tin.md").write_text("bốn")
    watch.settles_above(before)


def script(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def test_a_good_build_gives_no_errors_and_shows_its_warnings(capfd):
    said = "a.md:1:1: byline-missing warning: Thiếu tác giả.\n"
    assert build(script(f"import sys; print('xong'); sys.stderr.write({said!r})")) == ""
    assert capfd.readouterr() == ("xong\n", said)


def test_a_failed_build_gives_its_errors_without_warnings_and_progress(capfd):
    said = (
        "Đọc bản tin: 300/1500\n"
        "bulletins/2025/a.md:2:1: byline-missing warning: Thiếu tác giả. Cách sửa: …\n"
        "bulletins/2025/b.md:3:7: date-ambiguous error: «03/04/2026» … Cách sửa: …\n"
        "units.yml:12:3: field-unknown error: … Cách sửa: …\n"
        "ContentError: Nội dung có 2 lỗi.\n"
    )
    assert build(script(f"import sys; sys.stderr.write({said!r}); sys.exit(1)")) == (
        "bulletins/2025/b.md:3:7: date-ambiguous error: «03/04/2026» … Cách sửa: …\n"
        "units.yml:12:3: field-unknown error: … Cách sửa: …\n"
        "ContentError: Nội dung có 2 lỗi."
    )
    assert capfd.readouterr().err == said


def test_a_build_that_fails_without_a_word_is_an_error_all_the_same():
    assert "mã 3" in build(script("import sys; sys.exit(3)"))
    assert "mã -9" in build(script("import os; os.kill(os.getpid(), 9)"))


def test_bytes_that_are_no_utf8_do_no_harm(capfd):
    text = r"import sys; sys.stderr.buffer.write(b'l\xff\n'); sys.exit(1)"
    assert build(script(text)) == "l�"


def test_what_a_build_says_is_shown_while_it_runs(tmp_path, monkeypatch):
    shown = tmp_path / "shown"
    with shown.open("w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        errors = build(
            script(
                "import sys, time, pathlib\n"
                "sys.stderr.write('đang chờ\\n'); sys.stderr.flush()\n"
                f"shown = pathlib.Path({str(shown)!r})\n"
                "for _ in range(500):\n"
                "    if 'đang chờ' in shown.read_text(): sys.exit(0)\n"
                "    time.sleep(0.01)\n"
                "sys.exit(1)\n"
            )
        )
    assert errors == ""


def test_ctrl_c_amid_a_build_ends_it_first(tmp_path):
    alive = tmp_path / "alive"
    text = (
        f"import pathlib, time; file = pathlib.Path({str(alive)!r}); file.touch()\n"
        "try:\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    file.unlink()\n"
    )

    def interrupt() -> None:
        while not alive.exists():
            time.sleep(0.01)
        os.kill(os.getpid(), 2)

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        build(script(text))
    assert not alive.exists()


def test_a_build_that_does_not_listen_is_killed_with_its_workers(tmp_path, monkeypatch):
    monkeypatch.setattr("plugins.engine.serve.STOP_SECONDS", 0.3)
    file = tmp_path / "pids"
    text = (
        "import os, signal, time, pathlib\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "worker = os.fork()\n"
        f"if worker: pathlib.Path({str(file)!r}).write_text(f'{{os.getpid()}} {{worker}}')\n"
        "time.sleep(60)\n"
    )

    def interrupt() -> None:
        while not (file.exists() and file.read_text()):
            time.sleep(0.01)
        os.kill(os.getpid(), 2)

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        build(script(text))
    for pid in map(int, file.read_text().split()):
        assert has_ended(pid)


def has_ended(pid: int) -> bool:
    """Tell whether a process is gone, or a dead one that nobody has asked about."""
    deadline = time.monotonic() + SOON
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False
