"""Whole deploys on this machine: real sshd, rsync and nginx."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from support.deploying import PAGE, PHOTO_FILE, Server, made_up_site, make_release
from support.ssh_server import Remote

pytestmark = pytest.mark.long

LATER = "2026-01-31T11:15:00+00:00"


def test_first_and_second_deploy_over_ssh(made: Server, remote: Remote, tmp_path: Path):
    first = make_release(made_up_site("mot"))
    said = remote.deploy(made, first, tmp_path / "up")
    assert said.answer["ok"], said
    assert made.flaws(first) == []
    assert made.web.get("/").body == first.files["index.html"]
    assert made.web.get(f"/{PHOTO_FILE}").body == first.files[PHOTO_FILE]

    second = make_release(made_up_site("hai"), at=LATER, number=2, ancestors=(1,))
    said = remote.deploy(made, second, tmp_path / "up")
    assert (said.status, said.answer["previous"]) == (0, first.id)
    assert made.flaws(second) == []
    assert made.web.get("/").body == second.files["index.html"]
    assert made.web.get("/ban-tin/2026/01/mot/").body == second.files[PAGE]


def test_a_damaged_old_release_fails_no_deploy(made: Server):
    """What comes after the switch is tidying: the new release is live whatever comes of it."""
    made.settings(keep=2)
    releases = [
        make_release(
            made_up_site(f"{number}") | {f"theme/x.{number:012x}.css": b"x"},
            at=f"2026-02-01T{number:02d}:00:00+00:00",
            number=number,
            ancestors=tuple(range(1, number)),
        )
        for number in range(1, 5)
    ]
    for each in releases[:3]:
        assert made.deploy(each).code == "ok"
    (made.site / "releases" / releases[1].id / "MANIFEST").write_bytes(b"x\n")
    assert made.deploy(releases[3]).code == "ok"
    assert made.flaws(releases[3]) == []


@pytest.mark.parametrize("name", ["RELEASE", "MANIFEST"])
def test_a_live_release_that_lost_a_file_is_called_damaged(made: Server, name: str):
    release = make_release(made_up_site("mot"))
    assert made.deploy(release).code == "ok"
    (made.site / "releases" / release.id / name).unlink()
    said = made.gate("manifest")
    assert (said.code, said.status) == ("damaged", 65)
    assert release.id in said.answer["message"]
    assert made.web.get("/").status == 200


def test_rollback_in_less_than_five_seconds(made: Server, remote: Remote):
    first = make_release(made_up_site("mot"))
    second = make_release(made_up_site("hai"), at=LATER, number=2, ancestors=(1,))
    assert made.deploy(first).code == made.deploy(second).code == "ok"
    started = time.monotonic()
    said = remote.gate("rollback")
    assert time.monotonic() - started < 5
    assert said.answer == {"ok": True, "live": first.id, "previous": second.id, "held": True}
    assert made.flaws(first) == []
    assert made.web.get("/").body == first.files["index.html"]
