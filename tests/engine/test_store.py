from __future__ import annotations

import logging
import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.engine.store import FILE, Store

MANY = 1200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


def keep(folder: Path, kind: str = "text", **items: bytes) -> None:
    with Store(folder) as store:
        store.put_many(kind, items)


def found(folder: Path, *keys: str, kind: str = "text") -> dict[str, bytes]:
    with Store(folder) as store:
        return store.get_many(kind, keys)


def test_what_is_kept_is_found_by_a_later_build(folder):
    keep(folder, a=b"one", b=b"two")
    assert found(folder, "a", "b", "c") == {"a": b"one", "b": b"two"}


def test_kinds_have_keys_of_their_own(folder):
    keep(folder, kind="terms", a=b"terms")
    keep(folder, kind="photo", a=b"photo")
    assert found(folder, "a", kind="terms") == {"a": b"terms"}


def test_a_value_is_replaced(folder):
    keep(folder, a=b"old")
    keep(folder, a=b"new")
    assert found(folder, "a") == {"a": b"new"}


def test_without_a_folder_nothing_is_kept(tmp_path):
    with Store(None) as store:
        store.put_many("text", {"a": b"one"})
        assert store.get_many("text", ["a"]) == {}
    assert list(tmp_path.iterdir()) == []


def test_many_keys_at_once(folder):
    items = {f"key{number}": str(number).encode() for number in range(MANY)}
    with Store(folder) as store:
        store.put_many("text", items)
        assert store.get_many("text", items) == items


def test_closing_twice_and_asking_afterwards_does_no_harm(folder):
    store = Store(folder)
    store.put_many("text", {"a": b"one"})
    store.close()
    store.close()
    assert store.get_many("text", ["a"]) == {}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"this is no database at all" * 100,
        lambda data: data[:100] + bytes(len(data) - 100),
        lambda data: data[:60] + b"\0\0\0\7" + data[64:],  # a later version
        lambda data: data[:68] + b"ABCD" + data[72:],  # another program's
    ],
    ids=["empty", "cut", "foreign", "zeros", "future", "other"],
)
def test_a_damaged_file_is_begun_anew(folder, damage):
    keep(folder, a=b"one" * 5000)
    file = folder / FILE
    file.write_bytes(damage(file.read_bytes()))
    assert found(folder, "a") == {}
    keep(folder, b=b"two")
    assert found(folder, "a", "b") == {"b": b"two"}


def test_a_file_of_a_later_version_is_mentioned(folder, caplog):
    keep(folder, a=b"one")
    with sqlite3.connect(folder / FILE) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with caplog.at_level(logging.WARNING):
        assert found(folder, "a") == {}
    assert "dựng lại từ đầu" in caplog.text


def test_a_damaged_value_is_not_believed(folder):
    keep(folder, a=b"right", b=b"untouched")
    with sqlite3.connect(folder / FILE) as database:
        database.execute("UPDATE results SET value = ? WHERE key = 'a'", (b"wrong",))
    database.close()
    assert found(folder, "a", "b") == {"b": b"untouched"}


def test_a_value_under_another_key_is_not_believed(folder):
    keep(folder, a=b"right")
    with sqlite3.connect(folder / FILE) as database:
        database.execute("UPDATE results SET key = 'b'")
    database.close()
    assert found(folder, "b") == {}


@given(place=st.integers(0, 40_000), value=st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_changed_byte_gives_a_wrong_value(tmp_path_factory, place, value):
    folder = tmp_path_factory.mktemp("state")
    keep(folder, a=b"one" * 4000, b=b"two" * 4000)
    file = folder / FILE
    data = bytearray(file.read_bytes())
    data[place % len(data)] = value
    file.write_bytes(data)
    assert found(folder, "a", "b").items() <= {"a": b"one" * 4000, "b": b"two" * 4000}.items()


def test_what_no_build_asks_for_is_forgotten(folder):
    keep(folder, used=b"one", idle=b"two")
    for _ in range(1_005):
        found(folder, "used")
    assert found(folder, "used", "idle") == {"used": b"one"}


def test_the_least_used_goes_when_there_is_too_much(folder):
    for number in range(10):
        keep(folder, **{f"key{number}": bytes([number]) * 20_000})
    with Store(folder, most_bytes=150_000) as store:
        store.put_many("text", {"new": b"new"})
    left = found(folder, *(f"key{number}" for number in range(10)), "new")
    assert set(left) >= {"new", "key9"}
    assert "key0" not in left
    assert (folder / FILE).stat().st_size < 200_000


def test_a_folder_that_cannot_be_made_stops_no_build(tmp_path, caplog):
    (tmp_path / "state").write_text("a file")
    with Store(tmp_path / "state") as store:
        store.put_many("text", {"a": b"one"})
        assert store.get_many("text", ["a"]) == {}
    assert "làm không có nó" in caplog.text


def _write_some(folder: Path, name: str) -> None:
    for number in range(20):
        with Store(folder) as store:
            store.put_many("text", {f"{name}{number}": name.encode()})


def test_two_builds_may_write_at_once(folder):
    keep(folder, first=b"one")
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_write_some, args=(folder, name)) for name in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    keys = [f"{name}{number}" for name in "ab" for number in range(20)]
    assert set(found(folder, "first", *keys)) == {"first", *keys}
