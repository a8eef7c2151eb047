"""A release that the web server does not serve rightly: back to the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deploying import Release, Server, made_up_site, make_release, versions
from support.web_server import run_nginx

pytestmark = pytest.mark.long

# What an administrator's slip in nginx's settings may do, where a release has a certain file.
FAULTS = {
    "an error": "if (-f $document_root/loi.txt) { return 500; }",
    "other bytes": "if (-f $document_root/loi.txt) { rewrite ^/$ /thong-bao/index.html break; }",
    "slowness": "if (-f $document_root/loi.txt) { set $limit_rate 1; }",
}


def spoil(made: Server, fault: str) -> None:
    """Put a line into the site's server block."""
    file = made.web.root / "site.conf"
    text = file.read_text(encoding="utf-8")
    mark = f"root {made.site}/current/public;"
    assert mark in text
    file.write_text(text.replace(mark, f"{mark}\n{FAULTS[fault]}"), encoding="utf-8")
    run_nginx(made.web.root, "-s", "reload")


def two(made: Server) -> tuple[Release, Release]:
    first, _ = versions(2)
    assert made.deploy(first).code == "ok"
    files = made_up_site("hai") | {"loi.txt": b"x"}
    return first, make_release(files, number=2, ancestors=(1,))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_release_that_is_not_served_goes_back(made: Server, fault: str):
    first, second = two(made)
    spoil(made, fault)
    made.settings(health={"seconds": 2})
    said = made.deploy(second)
    assert (said.code, said.status, said.answer["live"]) == ("rolled-back", 70, first.id)
    assert made.flaws(first) == []
    assert made.web.get("/").body == first.files["index.html"]
    assert made.gate("status").answer["events"][-1]["what"] == "failed"
    # No hold: readers have what they had, and the next release may be right.
    third = make_release(
        made_up_site("ba"), at="2026-03-01T00:00:00+00:00", number=3, ancestors=(1, 2)
    )
    assert made.deploy(third).code == "ok"
    assert made.flaws(third) == []


def test_a_first_release_that_is_not_served_leaves_nothing(made: Server):
    spoil(made, "an error")
    made.settings(health={"seconds": 1})
    release = make_release(made_up_site("mot") | {"loi.txt": b"x"})
    said = made.deploy(release)
    assert (said.code, said.answer["live"]) == ("rolled-back", None)
    assert made.live() is None
    assert made.deploy(versions(1)[0]).code == "ok"


def test_no_web_server_at_all_calls_a_person(made: Server):
    first, second = two(made)
    run_nginx(made.web.root, "-s", "stop")
    made.settings(health={"seconds": 1})
    said = made.deploy(second)
    assert (said.code, said.status) == ("rollback-failed", 71)
    assert made.flaws(first) == []


def test_a_reload_that_fails_goes_back(made: Server, tmp_path: Path):
    first, _ = versions(2)
    assert made.deploy(first).code == "ok"
    files = made_up_site("hai") | {"chuyen-huong.json": b'{"/cu/": "/thong-bao/"}'}
    second = make_release(files, number=2, ancestors=(1,))
    once = tmp_path / "once"
    once.write_text(f"#!/bin/sh\n[ -e {once}.ran ] || {{ touch {once}.ran; exit 1; }}\n")
    once.chmod(0o755)
    made.settings(reload=[str(once)])
    said = made.deploy(second)
    assert said.code == "rolled-back"
    assert "not reloaded" in said.answer["miss"]
    assert made.flaws(first) == []


def test_old_addresses_follow_the_live_release(made: Server):
    first, third = versions(2)
    files = made_up_site("hai") | {"chuyen-huong.json": b'{"/cu/": "/thong-bao/"}'}
    second = make_release(files, at="2026-02-01T00:30:00+00:00", number=5, ancestors=(1,))
    assert made.deploy(first).code == "ok"
    assert made.web.get("/cu/").status == 404
    assert made.deploy(second).code == "ok"
    assert _eventually(made, 301)
    assert made.gate("rollback").code == "ok"
    assert _eventually(made, 404)
    assert third.id != second.id


def _eventually(made: Server, status: int) -> bool:
    """Ask until nginx answers with its new settings a moment after the reload was ordered."""
    return any(made.web.get("/cu/").status == status for _ in range(200))
