"""What was taken down is in no file of any later build; what is left stays whole."""

from __future__ import annotations

import json

import pytest
from support.content import bulletin
from support.scenario import picture
from support.sites import files_below, make_engine

from plugins.release.facts import load, mark_of

URL = "/ban-tin/2025/03/tin-phai-go/"
CANARY = "chuyenlạhoắc"
TRACES = (CANARY.encode(), b"chuyenlahoac", b"tin-phai-go")
LIST = f"- url: {URL}\n  date: 2026-01-10\n  reason: Theo yêu cầu.\n"
CONTENT = {
    "bulletins/2025/go.md": bulletin(
        "Tin phải gỡ",
        summary=f"Tóm tắt {CANARY}.",
        units="[so-y-te]",
        cover="anh-go.jpg",
        cover_alt="Hội trường",
        awards="[{form: Giấy khen, recipients: [{person: le-son}], status: đã tặng}]",
        documents="[{title: Kế hoạch " + CANARY + ", file: ke-hoach.pdf}]",
        event="{name: Hội nghị " + CANARY + ", date: 2025-03-05}",
        aliases="[/tin-cu-phai-go/]",
        body=f"Nội dung {CANARY} ở đây.",
    ),
    "bulletins/2025/anh-go.jpg": picture("teal"),
    "bulletins/2025/ke-hoach.pdf": b"%PDF-1.4\n%%EOF\n",
    "bulletins/2025/khac.md": bulletin(
        "Tin ở lại",
        "2025-03-06",
        units="[so-y-te]",
        body="Xem [tin trước](go.md) và [ảnh](b.jpg).",
        related="[tin-phai-go]",
    ),
    "bulletins/2025/b.jpg": picture("olive"),
}


@pytest.fixture
def build_tree(content, tmp_path):
    """Build a public site; the files of it are returned, and what the build had to say."""

    def build(files, *, public=True):
        engine = make_engine(content(files), tmp_path / f"out-{public}", public=public)
        engine.run()
        problems = make_engine(tmp_path / "content", tmp_path / "unused").examine().problems
        return files_below(tmp_path / f"out-{public}"), problems

    return build


def traces(files):
    return [
        path
        for path, data in files.items()
        if any(trace in data for trace in TRACES) or "phai-go" in path
    ]


def test_without_the_list_it_is_all_over_the_site(build_tree):
    files, _ = build_tree(CONTENT)
    assert len(traces(files)) > 10
    assert any(path.startswith("anh/anh-go.") for path in files)


@pytest.mark.parametrize("public", [True, False])
def test_a_bulletin_that_was_taken_down_leaves_no_trace(build_tree, public):
    files, problems = build_tree({**CONTENT, "taken-down.yml": LIST}, public=public)
    assert not traces(files)
    assert not [path for path in files if path.startswith(("anh/anh-go", "tep/"))]
    assert b"b." in b"".join(path.encode() for path in files if path.startswith("anh/"))
    page = files["ban-tin/2025/03/tin-o-lai/index.html"].decode()
    assert "Xem tin trước và" in page
    assert json.loads(files["chuyen-huong.json"]) == {}
    found = [(found.path, found.code, found.severity) for found in problems]
    assert ("bulletins/2025/go.md", "taken-down", "warning") in found


def test_the_build_says_that_it_honours_the_list_and_not_what_stands_in_it(build_tree):
    files, _ = build_tree({**CONTENT, "taken-down.yml": LIST})
    assert load(files["release.json"]).taken_down == (mark_of(URL),)


def test_an_address_that_no_file_has_any_more_is_honoured_too(build_tree):
    files, problems = build_tree(
        {"bulletins/2025/khac.md": bulletin("Tin ở lại"), "taken-down.yml": LIST}
    )
    assert load(files["release.json"]).taken_down == (mark_of(URL),)
    assert not [found for found in problems if found.code.startswith("taken-down")]


def test_a_photo_that_was_taken_down_is_named_wherever_it_is_still_shown(build_tree):
    files, _ = build_tree(CONTENT)
    photo = next(path for path in files if path.startswith("anh/b."))
    listed = f"- url: /{photo}\n"
    files, problems = build_tree({**CONTENT, "taken-down.yml": listed})
    (found,) = [found for found in problems if found.code == "taken-down-shown"]
    assert (found.path, found.severity) == ("bulletins/2025/khac.md", "warning")
    assert load(files["release.json"]).taken_down == ()


def test_a_static_page_can_be_taken_down(build_tree):
    page = "---\ntitle: Trang thử\n---\n\nNội dung của trang.\n"
    files, _ = build_tree(
        {**CONTENT, "pages/trang-thu.md": page, "taken-down.yml": "- url: /trang-thu\n"}
    )
    assert not [path for path in files if "trang-thu" in path]


def test_the_gate_knows_the_list(content, tmp_path):
    text = "Nội dung của bài viết kể lại buổi làm việc."
    files = {"bulletins/2025/go.md": bulletin("Tin phải gỡ", body=text), "taken-down.yml": LIST}
    root = content({**files, "bulletins/2025/khac.md": bulletin("Tin ở lại", body=text)})
    make_engine(root, tmp_path / "out", public=True, gated=True).run()
    assert not traces(files_below(tmp_path / "out"))


def test_a_list_that_is_not_understood_stops_the_build(refuses):
    refuses({**CONTENT, "taken-down.yml": "- url: ban-tin\n"})
