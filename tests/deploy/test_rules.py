"""The pure rules of the gate: names, manifests, announcements, order, what is asked for."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.content import PROJECT
from support.deploying import commit, made_up_site, make_release

from publish_gate import announcement, health, manifests, names, policy
from publish_gate.announcement import Announcement
from publish_gate.answers import Refusal
from publish_gate.history import History, Hold
from publish_gate.manifests import Entry

A, B, C = commit(1), commit(2), commit(3)


def announced(**members: object) -> Announcement:
    base = Announcement(
        id="20260131T101500Z-000000000001",
        commit=A,
        ancestors=frozenset(),
        built=datetime(2026, 1, 31, tzinfo=UTC),
        manifest="0" * 64,
        pages=100,
        files=200,
        bytes=1000,
        next_change=None,
        allow_shrink=None,
        force=None,
        taken_down=frozenset(),
    )
    return replace(base, **members)  # type: ignore[arg-type]


def refused(new: Announcement, live: Announcement | None, hold: Hold | None = None) -> str:
    try:
        policy.check(new, live, hold)
    except Refusal as refusal:
        return refusal.code
    return "ok"


LATER = datetime(2026, 2, 1, tzinfo=UTC)
HOLD = Hold("2026-02-01T00:00:00+00:00", "20260131T101500Z-000000000001", None)


@pytest.mark.parametrize(
    ("new", "live", "code"),
    [
        (announced(), None, "ok"),
        (announced(commit=B, ancestors=frozenset([A])), announced(), "ok"),
        (announced(commit=B), announced(), "older"),
        (announced(), announced(commit=B, ancestors=frozenset([A])), "older"),
        (announced(force="x"), announced(commit=B, ancestors=frozenset([A])), "ok"),
        # The clock of whoever builds does not decide between two commits.
        (announced(commit=B, ancestors=frozenset([A])), announced(built=LATER), "ok"),
        (announced(), announced(built=LATER), "older"),
        (announced(built=LATER), announced(), "ok"),
        (announced(commit=None), announced(built=LATER), "older"),
        (announced(commit=None, built=LATER), announced(), "ok"),
        (announced(pages=95), announced(), "ok"),
        (announced(pages=94), announced(), "shrink"),
        (announced(pages=94, force="x"), announced(), "shrink"),
        (announced(pages=0, allow_shrink="x"), announced(), "ok"),
    ],
)
def test_which_release_may_follow(new: Announcement, live: Announcement | None, code: str):
    assert refused(new, live) == code


def test_a_hold_stops_all_but_a_reason():
    assert refused(announced(), None, HOLD) == "held"
    assert refused(announced(force="đã sửa"), None, HOLD) == "ok"


def announcement_code(change: dict[str, object]) -> str:
    raw = json.loads(make_release({"index.html": b"x"}).announced) | change
    try:
        announcement.load(json.dumps(raw).encode())
    except Refusal as refusal:
        return refusal.code
    return "ok"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "ok"),
        ({"next_change": "2026-02-01T07:00:00+07:00"}, "ok"),
        ({"commit": None}, "bad-release"),
        ({"commit": "abc"}, "bad-release"),
        ({"ancestors": [A, "x"]}, "bad-release"),
        ({"built": "2026-01-31T10:15:00"}, "bad-release"),
        ({"manifest": "0"}, "bad-release"),
        ({"pages": -1}, "bad-release"),
        ({"pages": True}, "bad-release"),
        ({"force": " "}, "bad-release"),
        ({"allow_shrink": ""}, "bad-release"),
        ({"more": 1}, "bad-release"),
    ],
)
def test_which_announcement_is_read(change: dict[str, object], code: str):
    assert announcement_code(change) == code


@given(st.binary(max_size=200))
def test_whatever_is_sent_as_announcement_is_read_or_refused(data: bytes):
    with pytest.raises(Refusal, match="RELEASE"):
        announcement.load(data)


@given(st.binary(max_size=200))
def test_whatever_is_sent_as_manifest_is_read_or_refused(data: bytes):
    try:
        entries = manifests.load(data)
    except Refusal as refusal:
        assert refusal.code == "bad-manifest"
    else:
        assert manifests.dump(entries) == data


PATHS = st.lists(st.sampled_from(["a", "b", "ă", "index.html", "x y", "0"]), min_size=1, max_size=3)


@given(st.sets(PATHS.map("/".join)))
def test_a_manifest_is_what_it_was_when_read_again(paths: set[str]):
    entries = {path: Entry(hashlib.sha256(path.encode()).hexdigest(), 1) for path in paths}
    folders = {path[:cut] for path in paths for cut in range(len(path)) if path[cut] == "/"}
    data = manifests.dump(entries)
    if not paths or folders & paths:
        with pytest.raises(Refusal, match=r"at once|empty"):
            manifests.load(data)
    else:
        assert manifests.load(data) == entries


def test_the_builds_own_manifest_is_read():
    release = make_release(made_up_site("x"))
    entries = manifests.load(release.manifest)
    assert entries.keys() == release.files.keys()
    assert manifests.pages(entries) == 12


@pytest.mark.parametrize(
    ("path", "immutable"),
    [
        ("theme/css/site.346b53f03175.css", True),
        ("theme/js/search/facets.2f2c786c6a83.js.gz", True),
        ("anh/hop.787339749bf2-640.webp", True),
        ("anh/the/hop.787339749bf2.jpg", True),
        ("tep/don.787339749bf2.pdf", True),
        ("anh/hop.jpg", False),
        ("theme/css/site.css", False),
        ("tim-kiem/kho/tu.253mt.txt", False),
        ("ban-tin/2026/01/a.787339749bf2.jpg/index.html", False),
        ("release.json", False),
    ],
)
def test_which_files_never_change(path: str, immutable: bool):
    assert names.is_immutable(path) is immutable


def test_what_readers_may_keep_for_a_year_is_shared_by_all_releases():
    """Two files say which names hold a hash; what one lets browsers keep, the other keeps."""
    headers = json.loads((PROJECT / "deploy" / "headers.json").read_text(encoding="utf-8"))
    rules = [rule for rule in headers["by_path"] if "immutable" in rule["value"]]
    assert rules
    for path in ("/theme/css/site.346b53f03175.css", "/anh/the/hop.787339749bf2.jpg"):
        assert names.immutable_rule().match(path)


@given(st.text(alphabet="abc/.-~%\\\n\x00 đ", max_size=12))
def test_no_accepted_path_leads_out_or_hides(path: str):
    if names.path_flaw(path) is None:
        parts = path.split("/")
        assert all(part and not part.startswith(".") for part in parts)
        assert "\\" not in path
        assert path.isprintable()


@given(st.text(alphabet="ab/.-%?#\\ \n", max_size=12))
def test_no_accepted_address_leads_out(text: str):
    try:
        url = names.checked_url_path("/" + text)
    except Refusal as refusal:
        assert refusal.code == "usage"
    else:
        assert "//" not in url
        assert not any(part.startswith(".") for part in url.split("/"))
        assert names.path_flaw(names.file_of_url(url)) is None or url.endswith("/")


@pytest.mark.parametrize("url", ["/", "/index.html"])
def test_the_front_page_cannot_be_taken_down(url: str):
    """Every page tells of it: to cut all mentions would empty each release on the server."""
    with pytest.raises(Refusal, match="not a URL path"):
        names.checked_url_path(url)


def test_addresses_and_files():
    assert names.file_of_url("/a/") == "a/index.html"
    assert names.file_of_url("/") == "index.html"
    assert names.url_of_file("a/index.html") == "/a/"
    assert names.url_of_file("index.html") == "/"
    assert names.url_of_file("a.html") == "/a.html"
    assert names.original_of("a.html.br") == "a.html"


def test_one_file_of_each_kind_is_asked_for():
    release = make_release(made_up_site("x"))
    entries = manifests.load(release.manifest)
    asked = health.probes(entries, ["/ban-tin/2026/01/mot/"], ["ban-tin/2025/12/bai-3/index.html"])
    by_url = {probe.url: probe for probe in asked}
    assert by_url["/"].sha256 == entries["index.html"].sha256
    assert by_url["/ban-tin/2026/01/mot/"].status == 410
    assert by_url["/ban-tin/2025/12/bai-3/"].status == 200
    assert asked[-1].status == 404
    assert asked[-1].sha256 == entries["404.html"].sha256
    assert {url.split("/")[1] for url in by_url} >= {"theme", "anh", "feeds", "release.json"}


def test_compressed_copies_push_no_page_out_of_the_questions():
    plain = made_up_site("x")
    packed = {f"{path}{suffix}": b"x" for path in plain for suffix in (".br", ".gz")}
    entries = manifests.load(make_release(plain | packed).manifest)
    urls = {probe.url for probe in health.probes(entries, [], entries)}
    newest = "/ban-tin/2026/01/mot/"
    assert newest in urls, "the newest bulletin"
    assert urls >= {names.url_of_file(path) for path in sorted(plain)[1:6]}, "five that changed"


def test_an_old_address_that_has_a_page_is_not_asked_for():
    """The server sends it on before it looks for a file: 301 would count as a miss."""
    old = {"an-bai-cu.html": b"x", "ban-tin/2026/01/z-cu/index.html": b"x"}
    entries = manifests.load(make_release(made_up_site("x") | old).manifest)
    moved = ["/an-bai-cu.html", "/ban-tin/2026/01/z-c%75"]
    urls = {probe.url for probe in health.probes(entries, [], sorted(old), moved)}
    assert "/ban-tin/2026/01/mot/" in urls
    assert urls.isdisjoint({"/an-bai-cu.html", "/ban-tin/2026/01/z-cu/"})


def test_the_order_in_which_releases_were_live():
    past = History().with_event("activated", "a").with_event("activated", "b")
    past = past.with_event("failed", "c").with_event("rolled back to", "a")
    assert list(past.live_releases()) == ["a", "b", "a"]
    assert past.was_live("b")
    assert not past.was_live("c")
    assert past.with_hold("b", "x").released().hold is None
