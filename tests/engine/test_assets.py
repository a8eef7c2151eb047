"""Assets: hashed names, one style sheet, and clear words for a file that is not there."""

from __future__ import annotations

import re

import pytest

from plugins.engine.assets import collect, hashed_name
from plugins.engine.errors import BuildError


@pytest.fixture
def static(tmp_path):
    def write(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return collect(tmp_path)

    return write


def test_names_carry_the_hash_of_the_content(static):
    first = static({"css/site.css": "a {}", "images/icon.svg": "<svg/>"})
    assert re.fullmatch(r"/theme/css/site\.[0-9a-f]{12}\.css", first.url("css/site.css"))
    second = static({"css/site.css": "b {}"})
    assert first.url("css/site.css") != second.url("css/site.css")
    assert first.url("images/icon.svg") == second.url("images/icon.svg")


def test_every_address_has_its_file(static):
    assets = static({"css/site.css": "a {}", "js/menu.js": "1"})
    assert {url.removeprefix("/") for url in assets.urls.values()} == set(assets.files)


def test_imports_become_one_sheet_in_their_order(static):
    assets = static(
        {
            "css/site.css": '@layer a, b;\n@import "a.css" layer(a);\n@import "c/b.css" layer(b);',
            "css/a.css": ".a {}\n",
            "css/c/b.css": ".b {}\n",
        }
    )
    assert list(assets.urls) == ["css/site.css"]
    (data,) = assets.files.values()
    assert data.decode() == "@layer a, b;\n@layer a {\n.a {}\n}\n@layer b {\n.b {}\n}"


def test_a_change_in_an_imported_sheet_changes_the_name(static):
    files = {"site.css": '@import "a.css" layer(a);\n', "a.css": ".a {}\n"}
    before = static(files).url("site.css")
    assert static({"a.css": ".b {}\n"}).url("site.css") != before


def test_pictures_in_a_sheet_get_their_hashed_address(static):
    assets = static({"css/site.css": 'a { background: url("../x.svg"); }', "x.svg": "<svg/>"})
    assert assets.url("x.svg").encode() in assets.files[assets.url("css/site.css")[1:]]


def test_a_missing_import_names_both_files(static):
    with pytest.raises(BuildError, match=r"css/site\.css uses css/gone\.css"):
        static({"css/site.css": '@import "gone.css" layer(a);\n'})


def test_an_unknown_asset_is_an_error(static):
    with pytest.raises(KeyError):
        static({"site.css": ""}).url("css/site.css")


def test_a_hashed_name_keeps_folder_and_suffix():
    assert hashed_name("a/b.min.js", b"") == "a/b.min.e3b0c44298fc.js"
