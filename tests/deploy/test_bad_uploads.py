"""What was not signed, or is not as it was signed, never goes live."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support.deploying import (
    PHOTO_FILE,
    Release,
    Server,
    made_up_site,
    make_key,
    make_release,
    versions,
)

from publish_gate import disk

pytestmark = pytest.mark.long


@pytest.fixture
def two(made: Server) -> tuple[Release, Release]:
    """A live release, and one that may follow it."""
    first, second = versions(2)
    assert made.deploy(first).code == "ok"
    return first, second


def upload(made: Server, release: Release) -> Path:
    made.gate("open", release.id)
    folder = made.announce(release)
    said = made.gate("begin", release.id)
    assert said.code == "ok", said
    made.send(release, said.answer["need"])
    return folder


def objects(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if len(file.name) == 64)


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def link(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.with_name("MANIFEST" if file.name != "MANIFEST" else "RELEASE"))


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "x").write_bytes(b"x")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a flipped bit": flip,
    "a missing byte": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "one half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "a byte too many": lambda file: file.write_bytes(file.read_bytes() + b"x"),
    "a missing file": Path.unlink,
    "an empty file": lambda file: file.write_bytes(b""),
    "a link": link,
    "a pipe": pipe,
    "a folder": folder_instead,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_asked_for_again(made: Server, two: tuple[Release, Release], damage: str):
    first, second = two
    victim = objects(upload(made, second))[0]
    DAMAGES[damage](victim)
    said = made.gate("activate", second.id)
    assert (said.code, said.status) == ("incomplete", 65)
    assert said.answer["need"] == [victim.name]
    assert made.flaws(first) == []
    assert made.deploy(second).code == "ok"
    assert made.flaws(second) == []


def test_files_too_many_go_nowhere(made: Server, two: tuple[Release, Release]):
    _, second = two
    folder = upload(made, second)
    extra = b"khong ai ky"
    (folder / hashlib.sha256(extra).hexdigest()).write_bytes(extra)
    (folder / "shell.php").write_bytes(extra)
    assert made.gate("activate", second.id).code == "ok"
    assert made.flaws(second) == []
    assert not any(file.name == "shell.php" for file in made.site.rglob("*"))


def test_setuid_files_lose_the_bit(made: Server, two: tuple[Release, Release]):
    _, second = two
    for file in objects(upload(made, second)):
        file.chmod(0o6777)
    assert made.gate("activate", second.id).code == "ok"
    modes = {
        file.stat().st_mode & 0o7777
        for file in (made.site / "current" / "public").rglob("*")
        if file.is_file()
    }
    assert modes == {0o444}


@pytest.mark.parametrize("name", ["RELEASE", "RELEASE.sig", "MANIFEST"])
@pytest.mark.parametrize("damage", ["a flipped bit", "one half", "a missing file", "a link"])
def test_a_damaged_announcement_is_refused(
    made: Server, two: tuple[Release, Release], name: str, damage: str
):
    first, second = two
    made.gate("open", second.id)
    folder = made.announce(second)
    DAMAGES[damage](folder / name)
    assert made.gate("begin", second.id).status == 65
    assert made.gate("activate", second.id).code == "unknown-release"
    assert made.flaws(first) == []
    assert made.deploy(second).code == "ok"


def test_another_key_another_purpose_another_text(
    made: Server, two: tuple[Release, Release], tmp_path: Path
):
    first, second = two
    other = make_key(tmp_path / "other")
    made.gate("open", second.id)
    folder = made.announce(second)
    for signature in (
        made.sign(second.announced, key=other),
        made.sign(second.announced, namespace="file"),
        made.sign(first.announced),
        b"",
        b"-----BEGIN SSH SIGNATURE-----\n",
    ):
        (folder / "RELEASE.sig").write_bytes(signature)
        said = made.gate("begin", second.id)
        assert (said.code, said.status) == ("bad-signature", 65)
    assert made.flaws(first) == []


def test_the_announcement_of_another_id(made: Server, two: tuple[Release, Release]):
    _, second = two
    third = versions(3)[2]
    made.gate("open", third.id)
    folder = made.announce(third)
    (folder / "RELEASE").write_bytes(second.announced)
    (folder / "RELEASE.sig").write_bytes(made.sign(second.announced))
    assert made.gate("begin", third.id).code == "bad-release"


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "/etc/x", ".htaccess", "a/.git/x", "a//b", "a\\b", "index.html/x"]
)
def test_a_signed_manifest_with_a_path_that_leads_astray(
    made: Server, two: tuple[Release, Release], path: str
):
    first, _ = two
    bad = make_release(made_up_site("x") | {path: b"x"}, number=2, ancestors=(1,))
    assert made.deploy(bad).code == "bad-manifest"
    assert made.flaws(first) == []


def test_wrong_counts_are_refused(made: Server, two: tuple[Release, Release]):
    bad = make_release(made_up_site("x"), number=2, ancestors=(1,), pages=3)
    assert made.deploy(bad).code == "bad-release"


def test_redirects_to_other_hosts_are_refused(made: Server, two: tuple[Release, Release]):
    first, _ = two
    files = made_up_site("x") | {"chuyen-huong.json": b'{"/cu/": "//nhacai.example/"}'}
    bad = make_release(files, number=2, ancestors=(1,))
    assert made.deploy(bad).code == "bad-redirects"
    assert made.flaws(first) == []


def test_a_page_that_rotted_on_the_server_is_asked_for_again(
    made: Server, two: tuple[Release, Release]
):
    first, second = two
    same = made.site / "current" / "public" / "thong-bao" / "index.html"
    flip(same)
    folder = upload(made, second)
    said = made.gate("activate", second.id)
    assert said.answer["need"] == [hashlib.sha256(first.files["thong-bao/index.html"]).hexdigest()]
    made.send(second, said.answer["need"])
    assert folder.is_dir()
    assert made.gate("activate", second.id).code == "ok"
    assert made.flaws(second) == []


def test_a_changed_photo_under_an_old_name_stays_apart(made: Server, two: tuple[Release, Release]):
    """An encoder that was updated gives other bytes under the name that the source's hash gave."""
    first, _ = two
    files = made_up_site("hai") | {PHOTO_FILE: b"\xff\xd8other encoder"}
    second = make_release(files, number=2, ancestors=(1,))
    assert made.deploy(second).code == "ok"
    assert made.web.get(f"/{PHOTO_FILE}").body == files[PHOTO_FILE]
    third = make_release(
        files | {"index.html": first.files["index.html"]},
        at="2026-03-01T00:00:00+00:00",
        number=3,
        ancestors=(1, 2),
    )
    assert made.deploy(third).code == "ok"
    assert made.flaws(third) == []
    assert made.gate("rollback", first.id).code == "ok"
    assert made.web.get(f"/{PHOTO_FILE}").body == first.files[PHOTO_FILE]


def test_a_damaged_release_is_no_target_of_a_rollback(made: Server, two: tuple[Release, Release]):
    first, second = two
    assert made.deploy(second).code == "ok"
    page = made.site / "releases" / first.id / "public" / "index.html"
    flip(page)
    said = made.gate("rollback")
    assert (said.code, said.answer["flaws"]) == ("damaged", ["changed: index.html"])
    assert made.flaws(second) == []
    assert json.loads((made.site / "state.json").read_text(encoding="utf-8"))["hold"] is None


def test_folders_that_nobody_may_enter_do_not_stop_the_clean_up():
    """A stolen login key can send such folders; the gate is their owner and no root."""
    me, nobody = os.geteuid(), 65_534
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        (root / "a" / "b").mkdir(parents=True)
        (root / "a" / "b" / "file").touch()
        for folder in (root / "a" / "b", root / "a", root):
            folder.chmod(0o000)
            if me == 0:
                os.chown(folder, nobody, nobody)
        Path(name).chmod(0o777)
        if me == 0:
            os.seteuid(nobody)
        try:
            disk.remove_tree(root)
        finally:
            os.seteuid(me)
        assert not root.exists()
