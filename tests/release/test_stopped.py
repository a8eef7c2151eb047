"""``bantin deploy`` killed at any moment: readers see one whole release, and the next one works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from support.content import bulletin

pytestmark = pytest.mark.long

KILLS = 20


def text(number):
    return {"bulletins/2025/tin.md": bulletin("Tin hay sửa", body=f"Lần sửa {number} của bài.")}


def start(newsroom):
    """Start a deploy in a group of its own, so that its ssh and rsync are killed with it."""
    script = "import sys; from plugins.cli import main; sys.exit(main())"
    words = ["deploy", "--target", str(newsroom.root / "deploy.toml"), str(newsroom.public)]
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.timeout(900)
def test_a_deploy_can_be_killed_at_any_moment(newsroom):
    newsroom.build(text(0))
    started = time.monotonic()
    assert start(newsroom).wait() == 0
    whole = time.monotonic() - started
    ended = []
    for number in range(1, KILLS + 1):
        newsroom.build(text(number), f"2026-01-15T09:{number:02}+07:00")
        running = start(newsroom)
        time.sleep(whole * number / KILLS)
        ended.append(running.poll() is not None)
        if not ended[-1]:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert newsroom.verify() == (0, []), number
        page = newsroom.server.web.get("/ban-tin/2025/03/tin-hay-sua/").body.decode()
        assert f"Lần sửa {number} " in page or f"Lần sửa {number - 1} " in page
        status, _, err = newsroom.deploy()
        assert status == 0, (number, err)
        page = newsroom.server.web.get("/ban-tin/2025/03/tin-hay-sua/").body.decode()
        assert f"Lần sửa {number} " in page
    assert ended.count(False) > KILLS // 2, "they were killed on the way"
    assert not list((newsroom.root / ".state" / "release").iterdir())
