"""A built site that is to go live, and its announcement."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import pytest

from plugins.engine import manifest
from plugins.release import facts
from plugins.release.candidate import announcement, kept_still, read_candidate
from plugins.release.errors import DeployError
from plugins.release.facts import BuildFacts, mark_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
BUILT = dt.datetime(2026, 1, 15, 3, tzinfo=dt.timezone(dt.timedelta(hours=7)))
URL = "/ban-tin/2025/03/tin/"


@pytest.fixture
def built(tmp_path):
    """Make a small sealed site; ``change`` is applied to the facts that it tells."""

    def make(commit=COMMIT, files=(), taken_down=()):
        known = BuildFacts(commit, BUILT, None, 1, tuple(map(mark_of, taken_down)))
        site = {
            "index.html": b"<h1>",
            "chuyen-huong.json": b'{"/cu/": "/ban-tin/2025/03/tin/"}\n',
            facts.PATH: facts.dump(known),
            **dict(files),
        }
        folder = tmp_path / "public"
        folder.mkdir()
        for path, data in site.items():
            (folder / path).write_bytes(data)
        seal = manifest.dump(manifest.entry_of(path, data) for path, data in site.items())
        (folder / manifest.NAME).write_bytes(seal)
        return folder

    return make


def announced(folder, **options):
    given = {"ancestors": (), "taken_down": (), **options}
    return json.loads(announcement(read_candidate(folder), **given))


def test_its_name_is_the_time_of_the_build_in_utc_and_the_commit(built):
    assert read_candidate(built()).id == "20260114T200000Z-0123456789ab"


def test_without_a_commit_the_name_ends_with_zeros(built):
    folder = built(commit=None)
    assert read_candidate(folder).id == "20260114T200000Z-000000000000"
    assert announced(folder, ancestors=["a" * 40])["ancestors"] == []


def test_the_announcement_tells_what_the_server_checks(built):
    folder = built()
    seal = (folder / "MANIFEST").read_bytes()
    sizes = [int(line.split(b" ")[1]) for line in seal.splitlines()]
    assert announced(folder, ancestors=["a" * 40], force="Gấp") == {
        "id": "20260114T200000Z-0123456789ab",
        "commit": COMMIT,
        "ancestors": ["a" * 40],
        "built": "2026-01-15T03:00:00+07:00",
        "manifest": hashlib.sha256(seal).hexdigest(),
        "pages": 1,
        "files": 3,
        "bytes": sum(sizes),
        "next_change": None,
        "allow_shrink": None,
        "force": "Gấp",
        "taken_down": [],
    }


def test_the_announcement_is_canonical(built):
    data = announcement(read_candidate(built()), ancestors=(), taken_down=(), force="Đ")
    again = json.dumps(json.loads(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert data == f"{again}\n".encode()


def test_only_what_the_build_left_out_is_told_to_be_honoured(built):
    folder = built(taken_down=[URL])
    assert announced(folder, taken_down=["/khac/", URL])["taken_down"] == [URL]


def test_old_addresses_are_those_of_the_site(built):
    assert read_candidate(built()).moved() == {"/cu/"}


def test_a_file_is_found_by_what_is_in_it(built):
    folder = built()
    candidate = read_candidate(folder)
    wanted = hashlib.sha256(b"<h1>").hexdigest()
    assert candidate.files_of([wanted]) == {wanted: folder / "index.html"}
    with pytest.raises(DeployError):
        candidate.files_of(["0" * 64])


@pytest.mark.parametrize("name", ["MANIFEST", "release.json"])
def test_what_is_not_whole_is_no_release(built, name):
    folder = built()
    (folder / name).unlink()
    with pytest.raises(DeployError) as caught:
        read_candidate(folder)
    assert name in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{}", b"x", b"\xff"])
def test_a_damaged_file_is_no_release(built, data):
    folder = built()
    (folder / "release.json").write_bytes(data)
    with pytest.raises(DeployError):
        read_candidate(folder)
    (folder / "MANIFEST").write_bytes(b"x")
    with pytest.raises(DeployError):
        read_candidate(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DeployError), kept_still(tmp_path / "public"):
        pytest.fail("nothing is there to be kept still")
