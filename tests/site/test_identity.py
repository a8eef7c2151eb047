"""Another newsroom: it changes a block, an address and the content; nothing of ours is left."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from support import commands
from support.content import PROJECT, bulletin, headings, write_content
from support.invariants import assert_invariants, parse, whole_pages
from support.scenario import picture
from support.sites import Site

from plugins.bulletins.settings import Newsroom

THEIRS = {
    "name": "Cổng tin Sở Y tế tỉnh Thử Nghiệm",
    "name_en": "Portal of the Trial Department",
    "tagline": "Tin của tỉnh <Thử> & Nghiệm",
    "emblem": "images/bieu-trung.png",
    "managing_body": "Sở Y tế tỉnh Thử Nghiệm",
    "responsible_editor": "Ông Trưởng Ban",
    "address": "Số 1, phố Mới",
    "phone": "0999 111 222",
    "email": "toa-soan@so-y-te.example",
    "licence": "Giấy phép số 9/GP-TTĐT.",
    "notice": "Lưu ý của tòa soạn này.",
    "timezone": "Asia/Tokyo",
    "province": "Thử Nghiệm",
    "unit": "so-thu-nghiem",
    "links": [("Cổng khác", "https://cong-khac.example/")],
    "measuring_script": "https://do-luong.example/do.js",
    "noindex": False,
}
CATEGORIES = ("hoi-nghi", "khen-thuong", "thong-bao", "tin-hoat-dong")
ADDRESS = "https://tin.so-y-te.example"
CONTENT = {
    "units.yml": (
        "- id: so-thu-nghiem\n  name: Sở Y tế tỉnh Thử Nghiệm\n  province: Thử Nghiệm\n"
        "- id: tram-xa-mot\n  name: Trạm Y tế xã Một\n  parent: so-thu-nghiem\n"
    ),
    "people.yml": "- id: but-danh\n  name: Bút Danh\n",
    "images/bieu-trung.png": picture("purple", "PNG"),
    "bulletins/2025/mot.md": bulletin("Tin một", "2025-12-01 23:30", authors="Bút Danh"),
    "bulletins/2025/hai.md": bulletin(
        "Tin hai", "2025-12-02", authors="Bút Danh", category="Thông báo", units="tram-xa-mot"
    ),
}


@dataclass(frozen=True)
class Newsrooms:
    """The site of the other newsroom, in both builds, and its text."""

    preview: Site
    public: Site
    conf: Path


def with_value(source: str, name: str, value: object) -> str:
    """Return Python source with another value for one name at its top level."""
    (node,) = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    rows = source.splitlines()
    rows[node.lineno - 1 : node.end_lineno] = [f"{name} = {value!r}"]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def newsrooms(tmp_path_factory) -> Newsrooms:
    """Do what a department does: copy the two settings files, change the block and the address."""
    folder = tmp_path_factory.mktemp("department")
    source = with_value((PROJECT / "pelicanconf.py").read_text(), "NEWSROOM", THEIRS)
    (folder / "pelicanconf.py").write_text(source)
    (folder / "publishconf.py").write_text(
        with_value((PROJECT / "publishconf.py").read_text(), "SITEURL", ADDRESS)
    )
    (folder / "theme").symlink_to(PROJECT / "theme")
    content = write_content(folder / "content", CONTENT)
    sites = []
    for conf in ("pelicanconf.py", "publishconf.py"):
        output = folder / conf.removesuffix("conf.py")
        done = commands.pelican(content, output, folder / conf)
        assert done.returncode == 0, commands.said(done)
        assert "warning" not in done.stderr
        sites.append(Site(content, output))
    return Newsrooms(*sites, folder / "pelicanconf.py")


@pytest.fixture(scope="module", params=["preview", "public"])
def site(request, newsrooms) -> Site:
    return getattr(newsrooms, request.param)


def our_block() -> dict[str, object]:
    """Return the project's own identity block."""
    tree = ast.parse((PROJECT / "pelicanconf.py").read_text())
    (block,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NEWSROOM"
    ]
    return ast.literal_eval(block)


def our_words() -> set[str]:
    """Return the words that name our demonstration: identity, units, people, titles, addresses."""
    content = PROJECT / "content"
    ours = {str(value) for key, value in our_block().items() if key != "timezone" and value}
    for registry in ("units.yml", "people.yml"):
        for entry in yaml.safe_load((content / registry).read_text()):
            ours |= {entry["id"], entry["name"]}
    ours |= {heading.title for heading in headings(content, None)}
    # Any newsroom with a telephone has a page of contacts, at the same address.
    ours |= {file.stem for file in content.rglob("*.md")} - {"en", "lien-he"}
    ours |= {"bantin.example", "Bantin", "minh họa", "/gioi-thieu/", "/en/"}
    ours |= {part for pair in our_block()["links"] for part in pair}
    return ours - {str(True)}


def test_the_block_names_every_field_of_an_identity():
    """A field that the block leaves out would be one that a department does not learn of."""
    assert set(our_block()) == set(Newsroom.__dataclass_fields__)
    assert set(THEIRS) == set(our_block())
    same = {key for key in THEIRS if THEIRS[key] == our_block()[key]}
    assert same == set()


def test_nothing_of_ours_is_in_the_output(site):
    output = site.everything().decode("utf-8", "replace")
    text = " ".join(tree.text_content() for tree in parse(site.output).values())
    words = our_words()
    assert len(words) > 100
    found = [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", output)]
    assert found == []
    assert [word for word in words if len(word) > 20 and word in text] == []


def test_the_site_is_whole_and_has_their_pages_only(site):
    assert not list(site.output.glob("gioi-thieu"))
    assert sorted(path.parent.name for path in (site.output / "ban-tin").rglob("index.html")) == [
        "tin-hai",
        "tin-mot",
    ]
    assert_invariants(site.output)


def test_their_identity_is_on_every_page(site):
    for path, tree in whole_pages(site.output).items():
        text = tree.text_content()
        title = tree.findtext("head/title")
        assert title == THEIRS["name"] or title.endswith(f" – {THEIRS['name']}"), path
        for field in ("name", "managing_body", "licence", "notice", "address", "phone"):
            assert THEIRS[field] in text, f"{path} lacks {field}"
        assert any("/anh/bieu-trung." in source for source in tree.xpath("//img/@src")), path
        assert f"mailto:{THEIRS['email']}" in tree.xpath("//footer//a/@href"), path
    assert THEIRS["responsible_editor"] in parse(site.output)["index.html"].text_content()


def test_their_tagline_is_printed_as_text(site):
    assert THEIRS["tagline"] in parse(site.output)["index.html"].text_content()
    assert "<Thử>" not in site.read("/")


def test_their_time_zone_holds(site):
    assert "2025-12-01T23:30:00+09:00" in site.read("/du-lieu/ban-tin/2025.json")
    assert 'datetime="2025-12-01T23:30:00+09:00"' in site.read("/ban-tin/2025/12/tin-mot/")


def test_search_engines_may_come_to_the_public_site_and_not_to_a_preview(newsrooms):
    for path, tree in whole_pages(newsrooms.public.output).items():
        # Spammers link to searches for their words, so that engines list them under our name.
        closed = ["noindex"] if path == "tim-kiem/index.html" else []
        assert tree.xpath("//meta[@name='robots']/@content") == closed, path
    for path, tree in parse(newsrooms.preview.output).items():
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"], path


def test_absolute_addresses_are_theirs(newsrooms):
    page = parse(newsrooms.public.output)["ban-tin/2025/12/tin-mot/index.html"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/ban-tin/2025/12/tin-mot/"]


def test_registries_alone_make_a_site_without_empty_directories(tmp_path, newsrooms):
    content = write_content(tmp_path / "content", {"units.yml": "[]\n", "people.yml": "[]\n"})
    more = "NEWSROOM = {**NEWSROOM, 'emblem': ''}"
    conf = tmp_path / "conf.py"
    conf.write_text(f"import sys\nsys.path.insert(0, {str(newsrooms.conf.parent)!r})\n")
    conf.write_text(f"{conf.read_text()}from pelicanconf import *\n{more}\n")
    conf.write_text(f"{conf.read_text()}THEME = {str(PROJECT / 'theme')!r}\n")
    done = commands.pelican(content, tmp_path / "output", conf)
    assert done.returncode == 0, commands.said(done)
    assert_invariants(tmp_path / "output")
    made = {path.name for path in (tmp_path / "output").iterdir()}
    assert {"index.html", "404.html", "MANIFEST"} <= made
    assert made & {"ban-tin", "don-vi", "tac-gia", "luu-tru", "anh", "tep", *CATEGORIES} == set()
