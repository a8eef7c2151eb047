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
