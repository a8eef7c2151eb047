"""The check of a built site."""

import shutil

import pytest
from support.content import bulletin, write_content
from support.sites import build_apart

from plugins.engine.manifest import NAME, dump, entry_of
from plugins.gate.site_check import SiteRules, check_site, page_problems

RULES = SiteRules(hosts={"who.int"}, loaded={"emc.gov.vn"}, own="bantin.example")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    content = write_content(
        folder / "content", {"bulletins/2025/bai.md": bulletin("Hội nghị giao ban")}
    )
    return build_apart(content, folder / "out", public=True).output


@pytest.fixture
def site(built, tmp_path):
    return shutil.copytree(built, tmp_path / "site")


def codes(site):
    rules = SiteRules(hosts={"moh.gov.vn"}, own="bantin.example")
    return {(found.path, found.code) for found in check_site(site, rules)}


def test_a_site_as_it_was_built_is_right(site):
    assert codes(site) == set()


def test_files_are_compared_with_the_manifest(site):
    (site / "cua-sau.html").write_text("<p>vào</p>")
    (site / "robots.txt").write_text("sửa")
    (site / "404.html").unlink()
    assert codes(site) == {
        ("cua-sau.html", "site-file-extra"),
        ("robots.txt", "site-file-changed"),
        ("404.html", "site-file-missing"),
    }


def test_a_site_without_manifest_is_no_site(site):
    (site / NAME).unlink()
    assert (NAME, "site-manifest") in codes(site)


PAGES = {
    "site-frame": '<iframe src="/a"></iframe>',
    "site-refresh": '<meta http-equiv="Refresh" content="0;url=/x">',
    "site-hidden-text": '<div style="position:absolute;left:-8000px">x</div>',
    "site-handler": '<img src="/a.jpg" alt="x" onerror="alert(1)">',
    "site-script-address": '<a href="javascript:alert(1)">x</a>',
    "site-inline-script": "<script>alert(1)</script>",
    "site-foreign-load": '<script src="https://evil.example/x.js"></script>',
    "site-foreign-link": '<a href="https://evil.example/">x</a>',
}


@pytest.mark.parametrize("code", PAGES)
def test_each_fault_of_a_page_has_its_code(code):
    page = f"<html><body>{PAGES[code]}</body></html>"
    assert code in {found.code for found in page_problems("a/index.html", page, RULES)}


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://who.int/vi">x</a> <a href="//www.who.int/">x</a> <a href="/a/">x</a>',
        '<link rel="canonical" href="https://bantin.example/a/"><script src="/a.js"></script>',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        '<script src="https://emc.gov.vn/x.js"></script>',
        '<a href="https://soyte.hanoi.gov.vn/">x</a> <a href="mailto:a@b.vn">x</a>',
        '<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x" alt="x">',
        "<p>left: -5000px viết trong bài; display: none</p>",
    ],
)
def test_what_is_allowed_is_let_alone(page):
    assert page_problems("a/index.html", page, RULES) == []


@pytest.mark.parametrize(
    "style",
    [
        *("display: none", "visibility:hidden", "opacity:0", "font-size:0px"),
        *("text-indent:-9999px", "clip: rect(0,0,0,0)", "color: transparent", "height:1px"),
        "margin-left:-5000px",
    ],
)
def test_each_way_to_hide_text_is_known(style):
    page = f'<p style="{style}">x</p>'
    assert [found.code for found in page_problems("a.html", page, RULES)] == ["site-hidden-text"]


HIDING = (
    *("<style>p{display:none}</style>", "<p hidden>x</p>", '<p style="color:#fff">x</p>'),
    *("<p style=display:none>x</p>", '<p style="dis/**/play:none">x</p>', "<font size=0>x</font>"),
)
FOREIGN = (
    *("<a href='\\\\\\\\evil.example'>x</a>", '<a href="https:evil.example">x</a>'),
    *('<a href="h\nttps://evil.example">x</a>', '<svg><a xlink:href="https://evil.example">x</a>'),
    *('<button formaction="https://evil.example">x</button>', "<!-- https://evil.example -->"),
    *(
        '<a ping="https://evil.example" href="/">x</a>',
        '<link rel="canonical" href="//evil.example">',
    ),
    *(
        '<p data-a="https://evil.example">x</p>',
        '<meta property="a" content="https://evil.example">',
    ),
    '<script type="application/ld+json">{"url": "https://evil.example"}</script>',
)
ACTIVE = (
    *("<svg/onload=alert(1)>", "<img/onerror=alert(1) src=x>", '<a href="java\nscript:a()">x</a>'),
    '<a href="&#106;avascript:a()">x</a>',
)


@pytest.mark.parametrize("page", [*HIDING, *FOREIGN, *ACTIVE])
def test_dodges_are_seen_through(page):
    (code,) = {found.code for found in page_problems("a.html", page, RULES)}
    wanted = {"site-handler", "site-script-address"} if page in ACTIVE else set()
    wanted |= {"site-hidden-text"} if page in HIDING else set()
    assert code in (wanted or {"site-foreign-link"})


def test_what_a_script_shows_later_may_be_hidden():
    assert page_problems("a.html", "<form data-filter hidden></form>", RULES) == []


def test_links_and_anchors_inside_the_site_must_lead_somewhere(tmp_path):
    pages = {
        "index.html": '<a href="/a/#co">1</a><a href="a/#khong">2</a><a href="/b/">3</a>',
        "a/index.html": '<p id="co"><a href="../">1</a><a href="#co">2</a><a href="#x">3</a></p>',
    }
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    entries = [entry_of(path, text.encode()) for path, text in pages.items()]
    (tmp_path / NAME).write_bytes(dump(entries))
    found = [
        (one.path, one.message.split("«")[1].split("»")[0]) for one in check_site(tmp_path, RULES)
    ]
    assert found == [("a/index.html", "#x"), ("index.html", "/b/"), ("index.html", "a/#khong")]
