"""Old addresses as nginx's map: complete, and never to another host."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nginx.redirects import redirect_map

LINE = re.compile(r'"((?:[^"\\]|\\.)*)" "(/[A-Za-z0-9._~%/-]*)";')


def mapped(pairs: dict[str, str]) -> dict[str, str]:
    """Return the map as nginx reads it: its strings without their escapes."""
    lines = redirect_map(json.dumps(pairs).encode()).splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), lines
    return {re.sub(r"\\(.)", r"\1", match[1]): match[2] for match in found if match}


def test_none_is_an_empty_file() -> None:
    assert redirect_map(b"{}") == ""


def test_a_path_answers_with_and_without_its_last_slash() -> None:
    assert mapped({"/cu": "/moi/", "/xa/": "/moi/"}) == {
        "/cu": "/moi/",
        "/cu/": "/moi/",
        "/xa": "/moi/",
        "/xa/": "/moi/",
    }


def test_a_file_and_a_query_have_no_slash() -> None:
    assert mapped({"/cu.html": "/a/", "/x?id=1": "/b/"}).keys() == {"/cu.html", "/x?id=1"}


def test_what_is_written_down_goes_before_the_convenience() -> None:
    assert mapped({"/cu": "/a/", "/cu/": "/b/"}) == {"/cu": "/a/", "/cu/": "/b/"}


def test_a_path_is_compared_decoded_and_composed() -> None:
    assert mapped({"/ph%C3%B2ng.html": "/a/"}) == {"/phòng.html": "/a/"}
    assert mapped({"/pho\u0300ng.html": "/a/"}) == {"/phòng.html": "/a/"}


def test_a_query_is_compared_as_browsers_send_it() -> None:
    assert mapped({"/x?t=phòng": "/a/"}).keys() == {"/x?t=phòng", "/x?t=ph%C3%B2ng"}


def test_keys_that_differ_by_case_alone_are_patterns() -> None:
    # nginx takes plain keys that differ by case for the same one, and refuses to start.
    keys = mapped({"/x?t=A": "/a/", "/x?t=a": "/b/"}).keys()
    assert all(key.startswith("~^/x") and key.endswith("$") for key in keys)
    assert len(mapped({"/x?t=A": "/a/", "/x?t=a": "/a/"})) == 1


@pytest.mark.parametrize(
    "target",
    [
        "//nha-cai.example/",
        "https://nha-cai.example/",
        "/\\nha-cai.example",
        "nha-cai.example",
        "/a//b",
        "/a;return 200",
        '/a" "b',
        "/a\nb",
        "/$host",
        "",
    ],
)
def test_no_redirect_leads_outside(target: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        redirect_map(json.dumps({"/cu": target}).encode())


@pytest.mark.parametrize("old", ["cu", "//x", "/a\\b", "/a\nb", f"/{'a' * 2000}", "/%ff"])
def test_what_is_no_old_address_is_refused(old: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        redirect_map(json.dumps({old: "/a/"}).encode())


@pytest.mark.parametrize("data", [b"[]", b"", b'{"/a": 1}', b"\xff"])
def test_what_is_no_map_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        redirect_map(data)


@given(st.dictionaries(st.text(max_size=20).map(lambda text: f"/{text}"), st.just("/moi/")))
def test_whatever_is_written_down_makes_lines_or_is_refused(pairs: dict[str, str]) -> None:
    try:
        text = redirect_map(json.dumps(pairs).encode())
    except ValueError:
        return
    assert all(LINE.fullmatch(line) for line in text.splitlines())
    assert len(text.splitlines()) == text.count("\n") >= (1 if pairs else 0)
