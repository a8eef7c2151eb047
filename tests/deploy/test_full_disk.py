"""A disk that is full: before the upload, during it, while the tree is put together."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.deploying import Server, made_up_site, make_release, server
from support.ssh_server import Remote, ssh_server
from support.web_server import Certificate

pytestmark = pytest.mark.long

SIZE = 3_000_000
# To mount a small disk takes root; CI is, and others are asked for nothing: sudo has to know them.
AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


@pytest.fixture
def small(tmp_path: Path, certificate: Certificate) -> Iterator[Server]:
    """A server whose site lies on a disk of 3 MB with 4,000 inodes."""
    disk = tmp_path / "site"
    disk.mkdir()
    options = f"size={SIZE},nr_inodes=4000,mode=755,uid={os.getuid()}"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    subprocess.run([*AS_ROOT, *mount], check=True)
    try:
        with server(tmp_path, certificate, spare_bytes=0) as found:
            yield found
    finally:
        subprocess.run([*AS_ROOT, "umount", "--lazy", str(disk)], check=True)


def fill(made: Server, leave: int) -> Path:
    """Take all of the disk but some bytes; return the file to remove again."""
    disk = os.statvfs(made.site)
    filler = made.site / "filler"
    filler.write_bytes(b"x" * (disk.f_bavail * disk.f_frsize - leave))
    return filler


def large(version: str) -> dict[str, bytes]:
    return made_up_site(version) | {
        f"anh/to-{version}.{number:012x}.jpg": bytes([number]) * 40_000 for number in range(10)
    }


def two(made: Server):
    first = make_release(made_up_site("mot"))
    assert made.deploy(first).code == "ok"
    second = make_release(large("hai"), at="2026-02-01T00:00:00+00:00", number=2, ancestors=(1,))
    return first, second


def test_refused_before_the_upload(small: Server):
    first, second = two(small)
    filler = fill(small, 500_000)
    said = small.deploy(second)
    assert (said.code, said.status) == ("space", 75)
    assert not any(len(name) == 64 for name in os.listdir(small.site / "incoming" / second.id))
    assert small.flaws(first) == []
    filler.unlink()
    assert small.deploy(second).code == "ok"
    assert small.flaws(second) == []


def test_refused_for_inodes(small: Server):
    first, second = two(small)
    many = small.site / "many"
    many.mkdir()
    for number in range(os.statvfs(small.site).f_favail - 30):
        (many / str(number)).touch()
    said = small.deploy(second)
    assert (said.code, said.status) == ("inodes", 75)
    assert small.flaws(first) == []


def test_full_during_the_upload(small: Server):
    first, second = two(small)
    with ssh_server(small) as remote:
        assert remote.gate("open", second.id).code == "ok"
        small.announce(second)
        need = remote.gate("begin", second.id).answer["need"]
        filler = fill(small, 100_000)
        objects = small.root / "objects"
        objects.mkdir()
        for each in need:
            (objects / each).write_bytes(second.by_hash()[each])
        sent = subprocess.run(
            remote.rsync(objects, second.id), capture_output=True, check=False, timeout=60
        )
        assert sent.returncode != 0
        assert remote.gate("activate", second.id).code in {"incomplete", "io"}
        assert small.flaws(first) == []
        filler.unlink()
        _finish(small, remote, second)


def _finish(made: Server, remote: Remote, release) -> None:
    assert remote.deploy(made, release, made.root / "up").code == "ok"
    assert made.flaws(release) == []


@pytest.mark.parametrize("leave", [0, 4096, 100_000, 300_000])
def test_full_while_the_tree_is_put_together(small: Server, leave: int):
    first, second = two(small)
    small.gate("open", second.id)
    small.announce(second)
    small.send(second, small.gate("begin", second.id).answer["need"])
    filler = fill(small, leave)
    said = small.gate("activate", second.id)
    assert (said.code, said.status) == ("io", 74)
    assert small.flaws(first) == []
    assert small.web.get("/").body == first.files["index.html"]
    filler.unlink()
    assert small.gate("activate", second.id).code == "ok"
    assert small.flaws(second) == []


def test_a_take_down_and_a_rollback_on_a_full_disk(small: Server):
    """Nothing is half done: it says so, and works once there is room."""
    first, second = two(small)
    assert small.deploy(second).code == "ok"
    filler = fill(small, 0)
    small.gate("rollback")
    live = first if small.live() == first.id else second
    assert small.flaws(live) == []
    small.gate("take-down", "/ban-tin/2026/01/mot/")
    filler.unlink()
    assert small.gate("take-down", "/ban-tin/2026/01/mot/").code == "ok"
    assert small.web.get("/ban-tin/2026/01/mot/").status == 410
