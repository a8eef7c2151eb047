"""A visit notes what is wrong with a page: otherwise no complaints would mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from support.site_server import headers_for, serving
from support.visits import inspect, visitor

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">{head}</head>
<body><main><h1>Thử</h1>{body}</main></body></html>"""
ICON = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.fixture
def complaints(browser, tmp_path) -> Iterator[Callable[..., list[str]]]:
    """Return a function that writes a page and other files, and gives what a visit finds."""
    (tmp_path / "icon.svg").write_text(ICON)
    (tmp_path / "404.html").write_text(PAGE.format(head="", body=""))
    with serving(tmp_path) as address:

        def visit(body: str = "", head: str = "", **files: str) -> list[str]:
            for name, text in files.items():
                (tmp_path / name.replace("_", ".")).write_text(text)
            (tmp_path / "index.html").write_text(PAGE.format(head=head, body=body))
            return inspect(browser, address, "/")

        yield visit


def test_nothing_is_wrong_with_a_right_page(complaints):
    assert complaints("<p>Đúng</p>") == []


def test_what_axe_finds(complaints):
    found = complaints("<img src='/icon.svg'><a href='/'></a>")
    for view in ("320 light", "320 dark", "360 light", "360 dark", "1440 light", "1440 dark"):
        assert any(line.startswith(f"{view}: image-alt: ") for line in found), view
        assert any(line.startswith(f"{view}: link-name: ") for line in found), view


def test_targets_that_are_too_small_for_a_finger(complaints):
    css = "button { width: 10px; height: 10px; padding: 0 }"
    found = complaints(
        "<button aria-label='a'></button><button aria-label='b'></button>",
        "<link rel='stylesheet' href='/a.css'>",
        a_css=css,
    )
    assert any("target-size" in line for line in found)


def test_contrast_of_one_scheme(complaints):
    css = "@media (prefers-color-scheme: dark) { p { color: #777; background: #888 } }"
    found = complaints("<p>Mờ</p>", "<link rel='stylesheet' href='/a.css'>", a_css=css)
    assert {line.split(":")[0] for line in found} == {"320 dark", "360 dark", "1440 dark"}


@pytest.mark.parametrize(
    ("body", "directive"),
    [
        ("<script>1</script>", "script-src"),
        ("<p style='color: red'>a</p>", "style-src"),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>", "img-src"),
        ("<iframe src='/icon.svg' title='a'></iframe>", "frame-src"),
    ],
)
def test_what_the_policy_refuses(complaints, body, directive):
    found = complaints(body)
    assert any(line.startswith(f"refused by the policy: {directive}") for line in found)


def test_what_leaves_the_site(complaints):
    found = complaints("<img src='https://elsewhere.invalid/a.png' alt=''>")
    assert "leaves the site: https://elsewhere.invalid/a.png" in found


def test_what_is_not_there(complaints):
    found = complaints("<img src='/a.png' alt='' width='1' height='1'>")
    assert any(line.startswith("404 ") and line.endswith("/a.png") for line in found)


def test_what_scripts_say(complaints):
    script = "<script type='module' src='/a.js'></script>"
    assert "console: tiếng" in complaints(head=script, a_js="console.log('tiếng')")
    assert "error: hỏng" in complaints(head=script, a_js="throw new Error('hỏng')")


def test_what_is_wider_than_the_window(complaints):
    found = complaints(
        "<p class='a'>a</p>", "<link rel='stylesheet' href='/a.css'>", a_css=".a { width: 350px }"
    )
    assert [line for line in found if "sticks out" in line] == [
        '320: sticks out: <p class="a">a</p>'
    ]


def test_what_moves_by_itself(complaints):
    script = """setTimeout(() => {
      document.querySelector("h1").insertAdjacentHTML("beforebegin", "<p>Mới</p>".repeat(9));
    }, 100)"""
    found = complaints("<p>Chữ</p>" * 9, "<script type='module' src='/a.js'></script>", a_js=script)
    assert any("moved by itself" in line for line in found)


def test_headers_go_with_every_answer(browser, tmp_path):
    (tmp_path / "404.html").write_text(PAGE.format(head="", body=""))
    (tmp_path / "icon.svg").write_text(ICON)
    with serving(tmp_path) as address, visitor(browser, address) as visit:
        answer = visit.page.goto(f"{address}/khong-co/")
        assert answer is not None
        assert answer.status == 404
        sent = answer.all_headers()
        wanted = headers_for("/khong-co/")
        assert {name: sent[name.lower()] for name in wanted} == wanted


def test_headers_of_a_path():
    asset = headers_for("/theme/css/site.0123456789ab.css")
    assert asset["Cache-Control"] == "public, max-age=31536000, immutable"
    assert asset["Cross-Origin-Resource-Policy"] == "same-origin"
    data = headers_for("/du-lieu/ban-tin/2023.json")
    assert data["Access-Control-Allow-Origin"] == "*"
    assert data["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers_for("/")["Cache-Control"] == "no-cache"
    assert "unsafe" not in headers_for("/")["Content-Security-Policy"]
