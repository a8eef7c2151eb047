"""A disk that is full: said plainly, with the previous output as it was."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.content import bulletin
from support.photos import photo, written
from support.scenario import picture
from support.sites import files_below

from plugins.engine import manifest
from plugins.engine.errors import BuildError

CAP_SYS_ADMIN = 21
PAGE = 4096  # bytes; what a file system in memory hands out at a time


def may_mount() -> bool:
    """Tell whether this process may mount a file system: root, where no container forbids it."""
    status = Path("/proc/self/status").read_text()
    effective = next(line for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(int(effective.split()[1], 16) >> CAP_SYS_ADMIN & 1)


def noisy_photo(size: int) -> bytes:
    """Return a photo of at least ``size`` bytes, the same each time."""
    return picture("teal") + random.Random(0).randbytes(size)


@pytest.mark.parametrize("what", ["page", "photo"])
def test_a_write_that_fails_is_said_plainly_and_leaves_the_output(workshop, what):
    """A limit of the size of files stops a write as a full disk does, for any user.

    Stock Pelican only logs that a photo could not be copied, and ends with 0.
    """
    if what == "page":
        workshop.write("bulletins/2025/a.md", bulletin("Tin dài", body="Một câu văn.\n\n" * 9000))
    else:
        workshop.write("bulletins/2025/a.md", bulletin("Tin", body="![Ảnh](anh.jpg)"))
        busy = written(photo(1600, 1000, grain=20))
        (workshop.content / "bulletins/2025/anh.jpg").write_bytes(busy)
    text = workshop.refuse(before=["prlimit", "--fsize=100000"])
    assert "Đĩa đã đầy" in text
    assert "Traceback" not in text


@contextlib.contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a file system of a given size in memory."""
    place.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], check=True
    )
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


if may_mount():  # not a skip: everybody runs the test above, and who may mount a disk this one too

    def test_every_amount_of_free_space_gives_the_old_site_or_the_new_one(
        content, engine_for, tmp_path
    ):
        old = content({"bulletins/2025/a.md": bulletin("Tin thứ nhất")}, folder="old")
        new = content(
            {
                "bulletins/2025/a.md": bulletin("Tin thứ nhất, đã sửa", body="![Ảnh](anh.jpg)"),
                "bulletins/2024/b.md": bulletin("Tin cũ", "2024-03-05"),
                "bulletins/2025/anh.jpg": noisy_photo(40_000),
            },
            folder="new",
        )
        worked = []
        with small_disk(tmp_path / "disk", 2000) as disk:
            output = disk / "output"
            first, second = engine_for(old, output), engine_for(new, output)
            for free in range(0, 160 * PAGE, 10 * PAGE):
                first.run()
                before = files_below(output)
                left = shutil.disk_usage(disk).free
                (disk / "filler").write_bytes(bytes(left - free))
                try:
                    second.run()
                except BuildError as error:
                    assert "Đĩa đã đầy" in str(error), free
                    assert files_below(output) == before, free
                    worked.append(False)
                else:
                    worked.append(True)
                assert not manifest.verify(output), free
                (disk / "filler").unlink()
        assert worked == sorted(worked)
        assert set(worked) == {False, True}
