"""The style sheets: their form, their layers, and that they and the templates know each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.archives.award_groups import STANDINGS

THEME = Path(__file__).parents[2] / "theme"
CSS = THEME / "static" / "css"
SHEETS = sorted(path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css"))
# The sheets that pages link: that of the site, and those that one page alone needs.
ENTRIES = ("site.css", "search.css")
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")

# Classes of what only a script makes.
CLASSES_OF_SCRIPTS = {
    name
    for path in (THEME / "static" / "js").rglob("*.js")
    for names in re.findall(
        r'(?:classList\.(?:add|toggle)\(|className = )"([\w -]+)"', path.read_text(encoding="utf-8")
    )
    for name in names.split()
}
CLASSES_OF_SCRIPTS |= {
    name
    for path in (THEME / "static" / "js" / "search").glob("*.js")
    for name in re.findall(r'"(search-[a-z_-]+)"', path.read_text(encoding="utf-8"))
}
CLASSES_OF_SCRIPTS |= {"search__hint", "search__suggestion"}
# Classes that Markdown's own output carries; see the body's converter.
FROM_BODIES = {"table-scroll", "footnotes", "gallery", "gallery__wide"}


def source(name):
    return re.sub(r"/\*.*?\*/", "", (CSS / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def imports(*entries):
    text = "\n".join(source(name) for name in entries or ["site.css"])
    return re.findall(r'^@import "([^"]+)" layer\(([a-z]+)\);$', text, re.MULTILINE)


def classes_of_styles():
    found = set()
    for name in SHEETS:
        selectors = re.findall(r"([^{};]+)\{", source(name))
        for selector in selectors:
            if not selector.strip().startswith("@"):
                found.update(re.findall(r"\.([a-zA-Z][\w-]*)", selector))
    return found


def classes_of_templates():
    found = set()
    for path in (THEME / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for value in re.findall(r'class="((?:[^"{]|\{%.*?%\}|\{\{.*?\}\})*)"', text):
            found.update(re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", value).split())
        found.update(re.findall(r'class="([\w -]+)"', text))
        found.update(re.findall(r'"\s*([a-z][\w-]*__[\w-]+--[\w-]+)"', text))
    return {name for entry in found for name in entry.split()}


def test_entry_holds_layers_and_imports_only():
    lines = [line for line in source("site.css").splitlines() if line.strip()]
    assert lines[0] == f"@layer {', '.join(LAYERS)};"
    assert len(imports()) == len(lines) - 1


def test_every_sheet_is_imported_once_into_its_layer():
    assert sorted([*ENTRIES, *(name for name, _ in imports(*ENTRIES))]) == SHEETS
    for name, layer in imports(*ENTRIES):
        expected = "components" if name.startswith("components/") else Path(name).stem
        assert layer == expected


def test_layers_are_imported_in_order():
    order = [LAYERS.index(layer) for _, layer in imports()]
    assert order == sorted(order)


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in ENTRIES])
def test_sheet_is_plain(name):
    text = source(name)
    assert text.count("{") == text.count("}")
    assert "&" not in text, "nesting hides the full name of a class"
    assert "!important" not in text
    assert "url(" not in text, "the content security policy allows no data: addresses"
    assert "@import" not in text


@pytest.mark.parametrize("name", [name for name in SHEETS if name.startswith("components/")])
def test_component_styles_its_own_block_first(name):
    block = Path(name).stem
    first = re.search(r"\.([a-z][\w-]*)", source(name))
    assert first is not None
    assert first[1].split("__")[0].split("--")[0] == block


def test_colours_are_named_by_role_only_in_tokens():
    for name in SHEETS:
        if name not in ("tokens.css", "print.css"):
            assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", source(name)), name


def test_every_variable_is_defined():
    defined = set(re.findall(r"(--[\w-]+):", source("tokens.css")))
    used = {name for sheet in SHEETS for name in re.findall(r"var\((--[\w-]+)", source(sheet))}
    assert used <= defined
    assert defined <= used


def test_every_styled_class_is_in_a_template():
    dynamic = {f"card-grid--{count}" for count in range(1, 6)}
    blocks = ("awards", "award-status", "award-table__row", "profile-awards__item")
    dynamic |= {f"{block}--{standing.mark}" for block in blocks for standing in STANDINGS}
    dynamic |= CLASSES_OF_SCRIPTS
    assert classes_of_styles() - classes_of_templates() - FROM_BODIES - dynamic == set()


def test_lines_of_text_leave_room_for_stacked_accents():
    tokens = dict(re.findall(r"(--leading-[\w-]+): ([\d.]+);", source("tokens.css")))
    assert float(tokens["--leading-text"]) >= 1.5
    assert float(tokens["--leading-close"]) >= 1.5
    assert float(tokens["--leading-heading"]) >= 1.25


def test_movement_is_only_for_those_who_do_not_mind():
    for name in SHEETS:
        text = source(name)
        moves = re.finditer(r"\b(?:transition|animation): (?!none)", text)
        allowed = text.find("prefers-reduced-motion: no-preference")
        assert all(0 <= allowed < move.start() for move in moves), name
