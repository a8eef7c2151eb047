"""Whoever is killed, and whenever: one whole release is live, and the next deploy works."""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.content import PROJECT
from support.deploying import PHOTO, Release, Server, made_up_site, make_release, versions
from support.ssh_server import Remote

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

POINTS = 20
KILLED_GATE = PROJECT / "tests" / "support" / "killed_gate.py"


def killed(made: Server, point: int, *words: str) -> int:
    """Run a command of the gate that dies at a point; return the steps it did, 0 if it died."""
    steps = made.root / "steps"
    steps.unlink(missing_ok=True)
    command = [sys.executable, str(KILLED_GATE), str(PROJECT / "deploy"), str(point), str(steps)]
    done = subprocess.run(
        [*command, str(made.config), *words], capture_output=True, check=False, timeout=60
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    return int(steps.read_text(encoding="utf-8")) if steps.exists() else 0


def upload(made: Server, release: Release) -> None:
    made.gate("open", release.id)
    made.announce(release)
    said = made.gate("begin", release.id)
    assert said.code == "ok", said
    made.send(release, said.answer["need"])


def assert_whole(made: Server, old: Release, new: Release) -> None:
    live = new if made.live() == new.id else old
    assert made.flaws(live) == []
    assert made.web.get("/").body == live.files["index.html"]


@contextlib.contextmanager
def at_rest(made: Server) -> Iterator[None]:
    """Keep the gate from going on, between two of its commands, while files are compared."""
    with (made.site / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def points(steps: int) -> list[int]:
    return sorted({1 + number * (steps - 1) // (POINTS - 1) for number in range(POINTS)})


def test_the_gate_killed_while_it_activates(made: Server):
    releases = versions(POINTS + 2)
    assert made.deploy(releases[0]).code == "ok"
    upload(made, releases[1])
    steps = killed(made, 0, "activate", releases[1].id)
    assert made.flaws(releases[1]) == []
    for point, old, new in zip(points(steps), releases[1:], releases[2:], strict=False):
        upload(made, new)
        assert killed(made, point, "activate", new.id) == 0, point
        assert_whole(made, old, new)
        assert made.deploy(new).code == "ok", point
        assert made.flaws(new) == [], point
    assert made.gate("cleanup").code == "ok"
    assert list((made.site / "work").iterdir()) == list((made.site / "trash").iterdir()) == []


def test_the_gate_killed_while_it_goes_back(made: Server):
    first, second = versions(2)
    assert made.deploy(first).code == made.deploy(second).code == "ok"
    steps = killed(made, 0, "rollback")
    assert made.flaws(first) == []
    for point in points(steps):
        made.gate("release-hold")
        assert made.deploy(second).code == "ok"
        if killed(made, point, "rollback"):
            continue
        assert_whole(made, second, first)
        if made.live() == second.id:
            assert made.gate("rollback").code == "ok", point
        assert made.flaws(first) == [], point


def test_the_gate_killed_while_it_takes_down(made: Server):
    url = "/ban-tin/2026/01/mot/"
    releases = [
        make_release(
            with_mentions(str(number)),
            at=f"2026-03-01T{number:02d}:00:00+00:00",
            number=number + 1,
            ancestors=tuple(range(1, number + 1)),
        )
        for number in range(POINTS + 1)
    ]
    assert made.deploy(releases[0]).code == "ok"
    steps = killed(made, 0, "take-down", url)
    for point, release in zip(points(steps), releases[1:], strict=True):
        assert made.gate("restore", url).code == "ok"
        assert made.deploy(release).code == "ok"
        assert made.web.get(url).status == 200
        killed(made, point, "take-down", url)
        assert made.gate("take-down", url).code == "ok", point
        assert made.web.get(url).status == 410
        for kept in (made.site / "releases").iterdir():
            front = (kept / "public" / "index.html").read_bytes()
            assert url.encode() not in front, (point, kept.name)


def with_mentions(version: str = "mot") -> dict[str, bytes]:
    files = made_up_site(version, pages=2)
    link = b'<ul><li><a href="/ban-tin/2026/01/mot/">x</a></li></ul></main>'
    return {
        path: data.replace(b"</main>", link) if path == "index.html" else data
        for path, data in files.items()
    }


def large(release_files: dict[str, bytes]) -> dict[str, bytes]:
    """Add photos that take rsync some time."""
    return release_files | {
        f"anh/to.{number:012x}.jpg": PHOTO * 100 + bytes([number]) for number in range(5)
    }


def start(made: Server, remote: Remote, release: Release) -> subprocess.Popen[bytes]:
    """Begin a deploy, and start to send its files slowly."""
    assert remote.gate("open", release.id).code == "ok"
    made.announce(release)
    need = remote.gate("begin", release.id).answer["need"]
    objects = made.root / "objects"
    objects.mkdir(exist_ok=True)
    contents = release.by_hash()
    for each in need:
        (objects / each).write_bytes(contents[each])
    command = remote.rsync(objects, release.id, "--bwlimit=100", "--no-compress")
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def receivers(made: Server) -> list[int]:
    """Return the rsync processes that work in the incoming folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            inside = os.readlink(process / "cwd").startswith(str(made.site / "incoming"))
            if inside and b"rsync" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("side", ["client", "server"])
def test_an_upload_killed_at_twenty_points(made: Server, remote: Remote, side: str):
    first = make_release(made_up_site("mot"))
    assert made.deploy(first).code == "ok"
    second = make_release(large(made_up_site("hai")), number=2, ancestors=(1,))
    for point in range(POINTS):
        sending = start(made, remote, second)
        while sending.poll() is None and not receivers(made):
            time.sleep(0.02)
        time.sleep(point * 0.05)
        if side == "client":
            sending.kill()
        else:
            for process in receivers(made):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        sending.wait(timeout=60)
        assert made.flaws(first) == []
        early = made.gate("activate", second.id)
        assert early.code == "incomplete", early
        if point < POINTS - 1:
            made.gate("abandon", second.id)
    assert remote.deploy(made, second, made.root / "up").code == "ok"
    assert made.flaws(second) == []


def test_the_line_cut_during_activation(made: Server, remote: Remote):
    releases = versions(POINTS // 2 + 1)
    assert made.deploy(releases[0]).code == "ok"
    for point, (old, new) in enumerate(itertools.pairwise(releases)):
        upload(made, new)
        command = [*remote.ssh(), remote.target, f"activate {new.id}"]
        asking = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.1 * point)
        asking.kill()
        asking.wait(timeout=20)
        with at_rest(made):
            assert_whole(made, old, new)
        # The gate goes on without its caller; asking again gives the result.
        assert made.deploy(new).code == "ok"
        assert made.flaws(new) == []
