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


def test_what_programs_ask_for_by_its_name_keeps_it(static):
    assets = static({"root/favicon.ico": "icon"})
    assert assets.files == {"favicon.ico": b"icon"}
    assert assets.url("root/favicon.ico") == "/favicon.ico"


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


def test_a_module_imports_others_by_their_hashed_address(static):
    files = {
        "js/a.js": 'import { b } from "./sub/b.js";\nimport {\n  c,\n} from "./c.js";\nb(c);',
        "js/sub/b.js": 'export { c as b } from "../c.js";',
        "js/c.js": "export const c = 1;",
    }
    assets = static(files)
    source = assets.files[assets.url("js/a.js")[1:]].decode()
    assert f'from "{assets.url("js/sub/b.js")}";' in source
    assert f'from "{assets.url("js/c.js")}";' in source
    changed = static({**files, "js/c.js": "export const c = 2;"})
    assert all(changed.url(name) != assets.url(name) for name in files)


def test_text_that_looks_like_an_import_stays(static):
    text = 'say("import x from \'./a.js\'"); // from "./b.js";\n'
    assets = static({"a.js": text})
    assert list(assets.files.values()) == [text.encode()]


def test_modules_in_a_circle_are_refused(static):
    with pytest.raises(BuildError, match=r"a\.js → b\.js → a\.js"):
        static({"a.js": 'import "./b.js";', "b.js": 'import "./a.js";'})


def test_a_missing_module_names_both_files(static):
    with pytest.raises(BuildError, match=r"a\.js uses gone\.js"):
        static({"a.js": 'import "./gone.js";'})


def test_an_unknown_asset_is_an_error(static):
    with pytest.raises(KeyError):
        static({"site.css": ""}).url("css/site.css")


def test_a_hashed_name_keeps_folder_and_suffix():
    assert hashed_name("a/b.min.js", b"") == "a/b.min.e3b0c44298fc.js"
