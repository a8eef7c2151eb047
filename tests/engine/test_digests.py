from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.engine.digests import Undigestible, digest, fingerprint

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    inner: Record | None = None


def shown(inputs: object) -> object:
    return inputs


@given(PLAIN, PLAIN)
def test_different_values_have_different_digests(one, other):
    # A list and a tuple, True and 1 inside, would be told apart by repr; none of them is made here.
    assert (digest(one) == digest(other)) == (repr(one) == repr(other) or one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<b>", Markup("<b>")),
        (Record("a"), Record("b")),
        (Record("a", Record("b")), Record("a", Record("c"))),
        (dt.date(2025, 1, 1), dt.datetime(2025, 1, 1)),
        (partial(shown, 1), partial(shown, 2)),
        (partial(shown, 1), partial(repr, 1)),
        (Path("a/b"), "a/b"),
        (ZoneInfo("UTC"), ZoneInfo("Asia/Ho_Chi_Minh")),
        (range(3), range(4)),
        (shown, Record),
        (Record("a").__hash__, Record("b").__hash__),
    ],
)
def test_values_that_look_alike(one, other):
    assert digest(one) == digest(one)
    assert digest(one) != digest(other)


def test_the_order_of_keys_and_sets_does_not_count():
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"b", "a"}) == digest(frozenset(["a", "b"]))
    assert digest(MappingProxyType({"a": 1})) == digest({"a": 1})


@pytest.mark.parametrize("value", [lambda: 1, object(), {("a", "b"): 1}, sys.stderr, 1j])
def test_what_is_not_known_by_its_content_is_refused(value):
    with pytest.raises(Undigestible):
        digest({"inner": (value,)})


def test_a_digest_is_the_same_in_another_process():
    value = {"ten": "Sở Y tế", "so": (1, 2.5), "tap": {"a", "b", "c"}}
    program = f"from plugins.engine.digests import digest; print(digest({value!r}))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.stdout.strip() == digest(value)


def test_a_fingerprint_changes_with_the_program_and_its_lists(tmp_path: Path):
    (tmp_path / "rules.py").write_text("A = 1\n")
    (tmp_path / "words.txt").write_text("một\n")
    before = fingerprint([tmp_path])
    assert fingerprint([tmp_path]) == before
    (tmp_path / "README.md").write_text("no program\n")
    assert fingerprint([tmp_path]) == before
    (tmp_path / "words.txt").write_text("hai\n")
    lists = fingerprint([tmp_path])
    (tmp_path / "rules.py").rename(tmp_path / "laws.py")
    assert len({before, lists, fingerprint([tmp_path])}) == 3
