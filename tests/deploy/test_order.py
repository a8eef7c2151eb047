"""Older after newer, twice the same, many at once, and what happens after a rollback."""

from __future__ import annotations

import base64
import fcntl
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.deploying import Server, made_up_site, make_release, versions
from support.ssh_server import Remote

pytestmark = pytest.mark.long


def test_an_older_commit_does_not_follow_a_newer_one(made: Server):
    first, second, third = versions(3)
    assert made.deploy(first).code == made.deploy(third).code == "ok"
    said = made.deploy(second)
    assert (said.code, said.status) == ("older", 73)
    assert made.flaws(third) == []
    forced = make_release(second.files, number=2, ancestors=(1,), force="quay lại bản cũ")
    assert made.deploy(forced).code == "ok"
    assert made.flaws(forced) == []


def test_a_reason_counts_once(made: Server):
    first, second, third = versions(3)
    assert made.deploy(second).code == "ok"
    forced = make_release(first.files, number=1, force="quay lại")
    assert made.deploy(forced).code == "ok"
    assert made.deploy(third).code == "ok"
    said = made.deploy(forced)
    assert (said.code, said.status) == ("replayed", 73)
    assert made.flaws(third) == []


def test_the_same_release_twice(made: Server):
    first, _ = versions(2)
    assert made.deploy(first).code == "ok"
    said = made.deploy(first)
    assert (said.status, said.answer["already"]) == (0, True)
    assert made.flaws(first) == []


def test_a_site_that_lost_pages_needs_a_reason(made: Server):
    first = make_release(made_up_site("mot", pages=60))
    assert made.deploy(first).code == "ok"
    few = make_release(made_up_site("hai", pages=56), number=2, ancestors=(1,))
    said = made.deploy(few)
    assert (said.code, said.status) == ("shrink", 73)
    assert made.flaws(first) == []
    meant = make_release(few.files, number=2, ancestors=(1,), allow_shrink="gộp trang")
    assert made.deploy(meant).code == "ok"


def test_lost_pages_are_named(made: Server):
    first = make_release(made_up_site("mot", pages=60))
    assert made.deploy(first).code == "ok"
    files = made_up_site("hai", pages=60)
    del files["ban-tin/2025/12/bai-7/index.html"]
    second = make_release(files, number=2, ancestors=(1,))
    made.gate("open", second.id)
    made.announce(second)
    said = made.gate("begin", second.id)
    assert said.answer["lost"] == ["/ban-tin/2025/12/bai-7/"]
    assert said.answer["lost_count"] == 1


def test_a_rollback_holds_later_deploys(made: Server):
    first, second, third = versions(3)
    assert made.deploy(first).code == made.deploy(second).code == "ok"
    reason = base64.urlsafe_b64encode("Sai tên người".encode()).decode().rstrip("=")
    assert made.gate("rollback", f"reason={reason}").code == "ok"
    said = made.deploy(third)
    assert (said.code, said.answer["hold"]["reason"]) == ("held", "Sai tên người")
    assert made.deploy(second).code == "held"
    assert made.flaws(first) == []
    assert made.gate("release-hold").answer == {"ok": True, "was_held": True}
    # The release that was left is whole on the server: nothing is sent again.
    said = made.deploy(second)
    assert (said.code, said.answer["new"]) == ("ok", 0)
    assert made.deploy(third).code == "ok"
    assert made.flaws(third) == []


def test_rollbacks_go_further_back_each_time(made: Server):
    releases = versions(4)
    assert [made.deploy(each).code for each in releases] == ["ok"] * 4
    assert made.gate("rollback").answer["live"] == releases[2].id
    assert made.gate("rollback").answer["live"] == releases[1].id
    assert made.gate("rollback", releases[3].id).answer["live"] == releases[3].id
    assert made.flaws(releases[3]) == []
    assert made.gate("rollback", "20260101T000000Z-000000000000").code == "unknown-release"


@pytest.mark.parametrize("many", [2, 8])
def test_many_at_once(made: Server, remote: Remote, tmp_path: Path, many: int):
    start, *others = versions(many + 1)
    assert made.deploy(start).code == "ok"
    with ThreadPoolExecutor(many) as pool:
        jobs = [
            pool.submit(remote.deploy, made, release, tmp_path / str(number))
            for number, release in enumerate(others)
        ]
        codes = [job.result().code for job in jobs]
    assert set(codes) <= {"ok", "older"}
    # The newest is everybody's descendant, so it goes live whenever its turn comes, and stays.
    assert codes[-1] == "ok"
    assert made.flaws(others[-1]) == []
    after = versions(many + 2)[-1]
    assert made.deploy(after).code == "ok"
    assert made.flaws(after) == []


def test_a_lock_of_a_dead_process_is_no_lock(made: Server):
    (made.site / "lock").write_text("12345\n", encoding="utf-8")
    assert made.deploy(versions(1)[0]).code == "ok"


def test_a_lock_that_somebody_holds(made: Server):
    first, second = versions(2)
    assert made.deploy(first).code == "ok"
    made.settings(lock_seconds=0.3)
    with (made.site / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        said = made.deploy(second)
        assert (said.code, said.status) == ("busy", 75)
        # What must vanish now waits for nobody.
        said = made.gate("take-down", "/ban-tin/2026/01/mot/")
        assert said.answer["pending"] is True
        assert made.web.get("/ban-tin/2026/01/mot/").status == 410
    assert made.deploy(second).code == "ok"


def test_old_releases_go_and_take_their_photos_with_them(made: Server):
    made.settings(keep=2)
    releases = versions(6)
    for number, release in enumerate(releases):
        photo = {f"anh/rieng.{number:012x}.jpg": b"%d" % number}
        files = release.files | photo
        own = make_release(
            files,
            at=f"2026-04-01T{number:02d}:00:00+00:00",
            number=number + 1,
            ancestors=tuple(range(1, number + 1)),
        )
        assert made.deploy(own).code == "ok"
    assert len(list((made.site / "releases").iterdir())) == 3
    # What only they named has gone with them; nothing is left for the nightly clean-up.
    assert made.gate("cleanup").answer["orphans"] == 0
    photos = sorted(file.name for file in (made.site / "immutable").glob("anh/rieng.*"))
    assert photos == [f"rieng.{number:012x}.jpg" for number in (3, 4, 5)]
    assert made.flaws(own) == []


def test_five_releases_cost_little_more_than_one(made: Server):
    """Photos are shared: five releases of a site of photos take the place of one."""
    photos = {f"anh/nang.{number:012x}.jpg": bytes([number]) * 200_000 for number in range(20)}
    for number, release in enumerate(versions(5)):
        own = make_release(
            release.files | photos,
            at=f"2026-04-01T{number:02d}:00:00+00:00",
            number=number + 1,
            ancestors=tuple(range(1, number + 1)),
        )
        assert made.deploy(own).code == "ok"
    size = sum(file.lstat().st_size for file in made.site.rglob("*") if file.is_file())
    assert size < 1.1 * 20 * 200_000
    assert shutil.disk_usage(made.site).free > 0


def test_a_damaged_history_costs_neither_a_notice_nor_the_way_back(made: Server):
    first, second, third = versions(3)
    assert made.deploy(first).code == made.deploy(second).code == "ok"
    (made.site / "state.json").write_text("{", encoding="utf-8")
    assert made.deploy(third).code == "ok"
    assert made.flaws(third) == []
    events = made.gate("status").answer["events"]
    assert [(event["what"], event["release"]) for event in events] == [
        ("recovered", first.id),
        ("recovered", second.id),
        ("activated", third.id),
    ]
    assert made.gate("rollback").answer["live"] == second.id
    assert made.flaws(second) == []
