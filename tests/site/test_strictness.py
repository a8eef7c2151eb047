"""The silent exits of stock Pelican are closed, under the plain ``pelican`` command."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from support.content import NOW, PROJECT, bulletin

from plugins.engine import manifest
from plugins.engine.output import Output

GOOD = {"bulletins/2025/a.md": bulletin("Tin thứ nhất")}

CONF = """
import sys
sys.path.insert(0, {project!r})
sys.path.insert(0, {here!r})
from pelicanconf import *
THEME = {theme!r}
{more}
"""


@pytest.fixture
def pelican(tmp_path):
    """Return a function that runs the real command with settings of its own."""

    def run(
        content: Path, more: str = "", now: str = NOW, **options
    ) -> subprocess.CompletedProcess[str]:
        conf = tmp_path / "conf.py"
        conf.write_text(
            CONF.format(
                project=str(PROJECT), here=str(tmp_path), theme=str(PROJECT / "theme"), more=more
            )
        )
        command = [sys.executable, "-m", "pelican", str(content), "-s", str(conf)]
        return subprocess.run(
            [*command, "-o", str(tmp_path / "output")],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "BUILD_NOW": now, "COLUMNS": "200"},
            **options,
        )

    return run


@pytest.fixture
def built(content, pelican, tmp_path):
    """Return a content folder that has been built, and a snapshot of its output."""
    root = content(GOOD)
    assert pelican(root).returncode == 0
    output = tmp_path / "output"

    def snapshot():
        return {path: path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}

    return root, snapshot


def test_a_good_build_says_what_it_made(content, pelican, tmp_path):
    done = pelican(content(GOOD))
    assert done.returncode == 0
    assert "Đã dựng 1 bản tin" in done.stdout
    assert str(tmp_path / "output") in done.stdout.replace("\n", "")


def test_all_errors_of_all_files_are_shown_and_nothing_is_written(built, pelican):
    root, snapshot = built
    before = snapshot()
    (root / "bulletins/2025/b.md").write_text(bulletin("Tin hai", "03/04/2025", categry="x"))
    (root / "bulletins/2025/c.md").write_text(bulletin("Tin ba", body="<script>x</script>"))
    (root / "bulletins/2025/a.md").write_text(bulletin("Tin thứ nhất, đã sửa"))
    done = pelican(root)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if " error: " in line]
    assert [line.split(":")[0] for line in lines] == sorted(line.split(":")[0] for line in lines)
    assert {line.split(":")[0] for line in lines} == {"bulletins/2025/b.md", "bulletins/2025/c.md"}
    assert "bulletins/2025/b.md:3:7: date-" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert snapshot() == before


@pytest.mark.parametrize(
    ("module", "plugin"),
    [
        (None, "no_such_plugin"),
        ("raise RuntimeError('hỏng khi nạp')", "broken"),
        ("def register():\n    raise RuntimeError('hỏng khi đăng ký')", "broken"),
        (
            "from pelican.plugins import signals\n"
            "def fail(_): raise RuntimeError('hỏng khi chạy')\n"
            "def register(): signals.initialized.connect(fail)",
            "broken",
        ),
        (
            "from pelican.plugins import signals\n"
            "def fail(_): raise RuntimeError('hỏng khi chạy')\n"
            "def register(): signals.all_generators_finalized.connect(fail)",
            "broken",
        ),
        (
            "from pelican.plugins import signals\n"
            "def bring(_): return object\n"
            "def register(): signals.get_generators.connect(bring)",
            "broken",
        ),
    ],
    ids=["missing", "import", "register", "initialized", "finalized", "foreign generator"],
)
def test_a_plugin_that_fails_stops_the_build(built, pelican, tmp_path, module, plugin):
    root, snapshot = built
    before = snapshot()
    if module is not None:
        (tmp_path / f"{plugin}.py").write_text(module)
    (root / "bulletins/2025/a.md").write_text(bulletin("Tin thứ nhất, đã sửa"))
    done = pelican(root, f"PLUGINS = [*PLUGINS, {plugin!r}]")
    assert done.returncode == 1
    assert "hỏng" in done.stdout + done.stderr or plugin in done.stdout + done.stderr
    assert snapshot() == before


@pytest.mark.parametrize(
    "setting",
    [
        "DELETE_OUTPUT_DIRECTORY = True",
        "PUBLIC_BUILD = 'yes'",
        "ENGINE_PROCESSES = -1",
        "NEWSROOM = {'name': 'A', 'nmae': 'B'}",
        "NEWSROOM = {'name': 'A', 'timezone': 'Asia/Nowhere'}",
        "ARCHIVES_OLDER_MAX = 'five'",
        "ARCHIVES_OLDR_MAX = 5",
    ],
)
def test_a_wrong_setting_stops_the_build_and_is_named(built, pelican, setting):
    root, snapshot = built
    before = snapshot()
    done = pelican(root, setting)
    assert done.returncode == 1
    assert setting.split(" ")[0] in done.stdout + done.stderr
    assert snapshot() == before


def test_a_wrong_build_now_stops_the_build(built, pelican):
    root, snapshot = built
    before = snapshot()
    done = pelican(root, now="03/04/2026")
    assert done.returncode == 1
    assert "BUILD_NOW" in done.stdout + done.stderr
    assert snapshot() == before


def test_a_template_that_fails_is_named_with_its_line(built, pelican, tmp_path):
    root, snapshot = built
    before = snapshot()
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    page = theme / "templates/bulletin.html"
    page.write_text(page.read_text() + "{{ bulletin.titel }}")
    (theme / "templates/list.html").write_text("{{ bulletin.titel }}")
    done = pelican(root, f"THEME = {str(theme)!r}")
    assert done.returncode == 1
    assert "list.html:1" in done.stdout + done.stderr
    assert snapshot() == before


def test_ctrl_c_ends_with_130_and_leaves_the_output(built, tmp_path):
    root, snapshot = built
    before = snapshot()
    for number in range(300):
        text = bulletin(f"Tin số {number}", body="Một đoạn văn dài. " * 400)
        (root / f"bulletins/2025/{number}.md").write_text(text)
    command = [sys.executable, "-m", "pelican", str(root), "-s", str(PROJECT / "pelicanconf.py")]
    running = subprocess.Popen(
        [*command, "-o", str(tmp_path / "output")],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (tmp_path / "output/.build/status").exists():
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said
    assert snapshot() == before
    assert not (tmp_path / "output/.build").exists()


def test_a_full_disk_is_said_plainly_and_leaves_the_output(built, pelican):
    """RLIMIT_FSIZE stops a write as a full disk does, for a user without rights to mount."""
    root, snapshot = built
    before = snapshot()
    (root / "bulletins/2025/a.md").write_text(bulletin("Tin dài", body="Một câu văn. " * 9000))
    done = pelican(root, preexec_fn=_limit_file_size)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert snapshot() == before


def _limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def test_a_second_build_waits_for_the_first(built, pelican, tmp_path):
    root, _ = built
    with Output(tmp_path / "output", protected=(), waiting=str) as first:
        first.status("rendering")
        waiting = threading.Thread(target=lambda: results.append(pelican(root)))
        results: list[subprocess.CompletedProcess[str]] = []
        waiting.start()
        waiting.join(2)
        assert waiting.is_alive()
    waiting.join()
    assert results[0].returncode == 0
    assert "đang chờ" in results[0].stderr
    assert not manifest.verify(tmp_path / "output")
