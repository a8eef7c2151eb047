"""What was made is kept; what is damaged counts for nothing; what nobody uses goes."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.errors import BuildError
from plugins.pictures.cache import USES, Cache, key_of

FILES = {"320.webp": b"a" * 500, "720.jpg": b"b" * 900}
KEY = key_of(["photo", "1"])


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "pictures")


def bundles(cache):
    return sorted(cache.folder.glob("??/*.bundle"))


def test_a_bundle_comes_back_whole(cache):
    assert cache.contents(KEY) is None
    assert cache.read(KEY, "320.webp") is None
    blobs = cache.write(KEY, FILES)
    assert cache.contents(KEY) == blobs
    assert {blob.name: cache.read(KEY, blob.name) for blob in blobs} == FILES
    assert cache.read(KEY, "no such") is None


def test_keys_tell_parts_apart():
    assert len({key_of(["ab", "c"]), key_of(["a", "bc"]), key_of(["abc"])}) == 3


@given(at=st.integers(0, 2_000), bits=st.integers(1, 255))
def test_damage_is_never_handed_out(tmp_path_factory, at, bits):
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.write(KEY, FILES)
    [bundle] = bundles(cache)
    data = bytearray(bundle.read_bytes())
    data[at % len(data)] ^= bits
    bundle.write_bytes(data)
    for name, expected in FILES.items():
        assert cache.read(KEY, name) in {expected, None}
    assert None in {cache.read(KEY, name) for name in FILES}


@pytest.mark.parametrize("keep", [0, 10, 100, -1])
def test_a_bundle_that_is_cut_off_counts_for_none(cache, keep):
    cache.write(KEY, FILES)
    [bundle] = bundles(cache)
    bundle.write_bytes(bundle.read_bytes()[:keep])
    assert cache.contents(KEY) is None
    assert cache.write(KEY, FILES) == cache.contents(KEY)


def test_nothing_is_left_beside_a_bundle(cache):
    cache.write(KEY, FILES)
    assert [path.name for path in cache.folder.rglob("*") if path.is_file()] == [f"{KEY}.bundle"]


def test_what_builds_do_not_use_goes(cache):
    other = key_of(["photo", "2"])
    cache.write(KEY, FILES)
    cache.write(other, FILES)
    removed = [cache.forget_unused({KEY}, 3) for _ in range(4)]
    assert removed == [0, 0, 0, 1]
    assert cache.contents(KEY)
    assert cache.contents(other) is None


def test_a_damaged_record_of_uses_removes_nothing(cache):
    cache.write(KEY, FILES)
    for text in ("", "[]", '{"build": "x"}', '{"build": 9}'):
        cache.folder.joinpath(USES).write_text(text)
        assert cache.forget_unused(set(), 1) == 0
        assert cache.contents(KEY)


def test_what_a_killed_process_left_goes(cache):
    cache.write(KEY, FILES)
    folder = bundles(cache)[0].parent
    left = folder / ".999999999.abc"
    left.write_bytes(b"half")
    writing = folder / f".{os.getpid()}.abc"
    writing.write_bytes(b"half")
    cache.forget_unused({KEY}, 3)
    assert (left.exists(), writing.exists()) == (False, True)


def test_without_a_folder_nothing_is_forgotten(cache):
    assert cache.forget_unused(set(), 1) == 0
    assert not cache.folder.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="BUILD_STATE"):
        Cache(tmp_path / "file" / "pictures").write(KEY, FILES)
