"""The tamper watch, over a release that the real gate has put there."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.deploying import PAGE, PHOTO_FILE, Release, Server, made_up_site, make_release, server
from support.web_server import make_certificate

from publish_gate.config import Config, load
from server_tasks import watch_command
from server_tasks.watching import Difference, Pace, Progress, watch

pytestmark = pytest.mark.long

LATER = "2026-01-31T11:15:00+00:00"
CHANGED = b"nha cai"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("watched")
    with server(root / "server", make_certificate(root)) as found:
        first = made_up_site("mot") | {"chuyen-huong.json": b'{"/cu": "/thong-bao/"}'}
        assert found.deploy(make_release(first)).code == "ok"
        assert found.deploy(release()).code == "ok"
        yield found


def release() -> Release:
    files = made_up_site("hai") | {"chuyen-huong.json": b'{"/cu": "/thong-bao/"}'}
    return make_release(files, at=LATER, number=2, ancestors=(1,))


@pytest.fixture
def config(made: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Config]:
    """The settings of a site that is whole again after each test."""
    monkeypatch.setattr(watch_command, "_SECOND_LOOK_SECONDS", 0)
    yield load(made.config)
    assert watch_command.main([str(made.config), "repair"]) == 0
    assert made.flaws(release()) == []


def differences(config: Config, progress: Progress | None = None) -> list[str]:
    found, _ = watch(config, progress or Progress(), Pace(), time.time())
    return [str(each) for each in found]


def change(file: Path, data: bytes = CHANGED) -> None:
    """Change a file's bytes as somebody would who may do anything but turn back the clock."""
    status = file.stat()
    file.parent.chmod(0o755)
    file.unlink()
    file.write_bytes(data.ljust(status.st_size)[: status.st_size])
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def public(made: Server) -> Path:
    return (made.site / "current" / "public").resolve()


def test_what_is_as_it_was_signed_says_nothing(made: Server, config: Config, tmp_path: Path):
    assert differences(config) == []
    assert watch_command.main([str(made.config), "check", "--state", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "watch.json").read_text())["began"] > 0


def test_a_changed_page_is_found_and_put_right(made: Server, config: Config):
    page = public(made) / "thong-bao/index.html"
    change(page)
    assert made.web.get("/thong-bao/").body.startswith(CHANGED)
    assert differences(config) == ["changed: thong-bao/index.html"]
    assert watch_command.main([str(made.config), "check"]) == 1
    # The same page stands in the release before.
    assert watch_command.main([str(made.config), "repair"]) == 0
    assert made.web.get("/thong-bao/").body == release().files["thong-bao/index.html"]
    evidence = list((made.site / "evidence").rglob("index.html"))
    assert any(file.read_bytes().startswith(CHANGED) for file in evidence)


def test_a_page_of_this_release_alone_comes_out_of_its_compressed_copy(tmp_path: Path):
    page = made_up_site("mot")["index.html"]
    files = made_up_site("mot") | {"index.html.gz": gzip.compress(page)}
    with server(tmp_path / "server", make_certificate(tmp_path)) as made:
        assert made.deploy(make_release(files)).code == "ok"
        for name in ("index.html", "404.html"):
            change(public(made) / name)
        # 404.html has no copy: it stays away, and a person has to publish anew.
        assert watch_command.main([str(made.config), "repair"]) == 1
        assert (public(made) / "index.html").read_bytes() == page
        assert differences(load(made.config)) == ["missing: 404.html"]


def test_a_changed_photo_is_found_by_its_time_of_change(made: Server, config: Config):
    _, after = watch(config, Progress(), Pace(), time.time())
    later = Progress(time.time() + 120, after.cursor)
    assert differences(config, later) == []
    photo = made.site / "immutable" / PHOTO_FILE
    kept = photo.read_bytes()
    change(photo)
    assert differences(config, after) == [f"changed: {PHOTO_FILE} (shared)"]
    # No release has its own copy, so nobody can put it right; it is not sent any more.
    assert watch_command.main([str(made.config), "repair"]) == 1
    assert made.web.get(f"/{PHOTO_FILE}").status == 404
    assert differences(config) == [f"missing: {PHOTO_FILE} (shared)"]
    photo.write_bytes(kept)


def test_untouched_photos_are_read_in_turn(config: Config):
    paths = sorted(path for path in release().files if path.startswith(("anh/", "theme/")))
    far = time.time() + 3600
    seen, progress = [], Progress(far)
    for _ in paths:
        _, progress = watch(config, Progress(far, progress.cursor), Pace(part=1), far)
        seen.append(progress.cursor)
    assert seen == [*paths[:-1], ""]


def test_a_page_too_many_is_found_and_moved_away(made: Server, config: Config):
    folder = public(made)
    folder.chmod(0o755)
    (folder / "nha-cai.html").write_bytes(CHANGED)
    (folder / "cua-sau").symlink_to("/etc/passwd")
    assert made.web.get("/nha-cai.html").status == 200
    assert differences(config) == ["extra: cua-sau", "extra: nha-cai.html"]
    assert watch_command.main([str(made.config), "repair"]) == 0
    assert made.web.get("/nha-cai.html").status == 404
    assert made.web.get("/cua-sau").status == 404


def test_a_stranger_among_the_photos_is_found_when_no_deploy_can_have_left_it(
    made: Server, config: Config
):
    stranger = made.site / "immutable" / "theme" / "x.0123456789ab.html"
    stranger.write_bytes(CHANGED)
    found, _ = watch(config, Progress(), Pace(), time.time())
    assert found == []
    found, _ = watch(config, Progress(), Pace(), time.time() + 3600)
    assert found == [Difference("extra", "theme/x.0123456789ab.html", shared=True)]
    stranger.unlink()


def test_a_missing_page_comes_back(made: Server, config: Config):
    page = public(made) / PAGE
    page.parent.chmod(0o755)
    other = public(made) / "thong-bao" / "index.html"
    other.parent.chmod(0o755)
    other.unlink()
    other.parent.parent.chmod(0o755)
    other.parent.rmdir()
    assert differences(config) == ["missing: thong-bao/index.html"]
    assert watch_command.main([str(made.config), "repair"]) == 0
    assert made.web.get("/thong-bao/").status == 200


def test_a_redirect_to_elsewhere_is_taken_back(made: Server, config: Config):
    file = public(made).parent / "redirects.map"
    file.chmod(0o644)
    file.write_text('"/cu" "https://nha-cai.example/";\n')
    made.web.reload()
    assert differences(config) == ["redirects: redirects.map"]
    assert watch_command.main([str(made.config), "repair"]) == 0
    for _ in range(100):
        # nginx's old workers may answer for a moment.
        if made.web.get("/cu").headers["Location"] == "/thong-bao/":
            break
        time.sleep(0.05)
    assert made.web.get("/cu").headers["Location"] == "/thong-bao/"


def test_a_manifest_that_was_changed_too_fools_nobody(made: Server, config: Config):
    folder = public(made).parent
    for name in ("MANIFEST", "RELEASE"):
        file = folder / name
        kept = file.read_bytes()
        file.chmod(0o644)
        file.write_bytes(kept.replace(b"0", b"1", 1))
        assert differences(config) == ["signature: the release"]
        file.write_bytes(kept)


def test_a_tombstone_that_was_removed_comes_back(tmp_path: Path):
    address = "/ban-tin/2025/12/bai-1/"
    with server(tmp_path / "server", make_certificate(tmp_path)) as made:
        assert made.deploy(release()).code == "ok"
        assert made.gate("take-down", address).code == "ok"
        assert watch_command.main([str(made.config), "check"]) == 0
        marker = made.site / "gone" / address.removeprefix("/") / ".gone"
        marker.unlink()
        assert differences(load(made.config)) == [f"tombstone: {address[1:]}"]
        assert watch_command.main([str(made.config), "repair"]) == 0
        assert marker.exists()
        assert made.web.get(address).status == 410


def test_a_take_down_that_was_killed_costs_no_list_its_page(tmp_path: Path):
    """Written down is what the list will be, and on the disk it is still what it was."""
    address = "/ban-tin/2025/12/bai-1/"
    told = made_up_site("mot")["index.html"].replace(
        b"</main>", f'<ul><li><a href="{address}">x</a></li></ul></main>'.encode()
    )
    with server(tmp_path / "server", make_certificate(tmp_path)) as made:
        assert made.deploy(make_release(made_up_site("mot") | {"index.html": told})).code == "ok"
        assert made.gate("take-down", address).code == "ok"
        front, notes = public(made) / "index.html", public(made).parent / "amended.json"
        right = front.read_bytes()
        assert address.encode() not in right
        change(front, told)
        front.write_bytes(told)
        notes.write_text(json.dumps(json.loads(notes.read_text()) | {"forgotten": []}))
        assert differences(load(made.config)) == ["changed: index.html"]
        assert watch_command.main([str(made.config), "repair"]) == 0
        assert front.read_bytes() == right


def test_an_old_address_of_what_was_taken_down_is_no_alarm(tmp_path: Path):
    address = "/ban-tin/2025/12/bai-1/"
    moved = json.dumps({"/chuyen-bai-1": address, "/cu": "/thong-bao/"}).encode()
    files = made_up_site("mot") | {"chuyen-huong.json": moved}
    with server(tmp_path / "server", make_certificate(tmp_path)) as made:
        assert made.deploy(make_release(files)).code == "ok"
        assert made.gate("take-down", address).code == "ok"
        lines = (made.site / "current" / "redirects.map").read_text()
        assert "bai-1" not in lines
        assert '"/cu"' in lines
        assert differences(load(made.config)) == []


def test_what_a_deploy_leaves_in_the_store_is_no_stranger(tmp_path: Path):
    """Files of releases that went, and of one whose upload was found incomplete."""
    later = time.time() + 3600
    files = [
        made_up_site(f"{number}") | {f"theme/x.{number:012x}.css": f"{number}".encode()}
        for number in range(4)
    ]
    with server(tmp_path / "server", make_certificate(tmp_path), keep=1) as made:
        for number in range(3):
            each = make_release(
                files[number],
                at=f"2026-02-01T{number:02d}:00:00+00:00",
                number=number + 1,
                ancestors=tuple(range(1, number + 1)),
            )
            assert made.deploy(each).code == "ok"
        found, _ = watch(load(made.config), Progress(), Pace(), later)
        assert found == []
        assert not (made.site / "immutable" / f"theme/x.{0:012x}.css").exists()
        assert (made.site / "immutable" / f"theme/x.{1:012x}.css").exists()

        last = make_release(files[3], at="2026-02-02T00:00:00+00:00", number=9, ancestors=(3,))
        assert made.gate("open", last.id).code == "ok"
        made.announce(last)
        need = made.gate("begin", last.id).answer["need"]
        style = hashlib.sha256(files[3][f"theme/x.{3:012x}.css"]).hexdigest()
        assert len(need) > 1
        made.send(last, [style])
        assert made.gate("activate", last.id).code == "incomplete"
        assert (made.site / "immutable" / f"theme/x.{3:012x}.css").exists()
        found, _ = watch(load(made.config), Progress(), Pace(), later)
        assert found == []


@pytest.mark.parametrize("leads", ["elsewhere", "to a copy of the same name"])
def test_a_link_that_leads_elsewhere_is_found(tmp_path: Path, leads: str):
    with server(tmp_path / "server", make_certificate(tmp_path)) as made:
        first = make_release(made_up_site("mot"))
        assert made.deploy(first).code == "ok"
        strange = tmp_path / (first.id if leads != "elsewhere" else "nha-cai")
        (strange / "public").mkdir(parents=True)
        (strange / "public" / "index.html").write_bytes(CHANGED)
        link = made.site / "current"
        link.unlink()
        link.symlink_to(strange)
        assert differences(load(made.config)) == ["link: current"]
        assert watch_command.main([str(made.config), "repair"]) == 0
        assert made.flaws(first) == []
        assert made.web.get("/").status == 200


def test_settings_that_are_not_those_installed_are_a_person_s_business(
    made: Server, config: Config, tmp_path: Path, capsys: pytest.CaptureFixture
):
    installed = tmp_path / "nginx.conf"
    installed.write_text("listen 443;")
    record = made.config.with_suffix(".sha256")
    digest = hashlib.sha256(installed.read_bytes()).hexdigest()
    record.write_text(f"{digest}  {installed}\n")
    assert watch_command.main([str(made.config), "check"]) == 0
    for spoil in (lambda: installed.write_text("listen 80;"), installed.unlink):
        spoil()
        assert watch_command.main([str(made.config), "check"]) == 1
        assert f"installed: {installed}" in capsys.readouterr().err
        assert watch_command.main([str(made.config), "repair"]) == 1
    record.unlink()


def test_a_site_without_a_release_is_no_alarm(made: Server, tmp_path: Path):
    settings = json.loads(made.config.read_text())
    empty = tmp_path / "empty.json"
    empty.write_text(json.dumps(settings | {"site": str(tmp_path / "nothing")}))
    assert watch_command.main([str(empty), "check"]) == 0


def test_what_cannot_be_told_is_an_alarm_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture):
    assert watch_command.main([str(tmp_path / "none.json"), "check"]) == 2
    assert "the watch failed" in capsys.readouterr().err
