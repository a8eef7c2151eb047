"""The guide for staff says what is so: its fields, its sample, its error."""

from __future__ import annotations

import re
import shutil

import pytest
from PIL import Image
from support.content import PROJECT

from plugins.bulletins import categories
from plugins.bulletins.schema import BULLETIN
from plugins.cli import main

GUIDE = (PROJECT / "docs/huong-dan/README.md").read_text(encoding="utf-8")
SAMPLE, ERROR = (
    re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)[1] for language in ("markdown", "text")
)
PATH = "bulletins/2023/ky-cam-ket.md"
NESTED = {field.name: field.fields for field in BULLETIN if field.fields}


def rows(heading: str) -> list[tuple[list[str], str]]:
    """Return the names in the first cell, and the second cell, of each row of a table."""
    table = GUIDE.partition(heading)[2].partition("\n\n")[0]
    cells = [line.strip("| ").split(" | ", 1) for line in table.splitlines() if "`" in line]
    return [(re.findall(r"`(\w+)`", first), second) for first, second in cells]


@pytest.fixture
def folder(tmp_path):
    """Return a content folder with the registries of the site, the sample and its photo."""
    root = tmp_path / "content"
    (root / PATH).parent.mkdir(parents=True)
    for name in ("units.yml", "people.yml"):
        shutil.copy(PROJECT / "content" / name, root)
    (root / PATH).write_text(SAMPLE, encoding="utf-8")
    photo = re.search(r"^cover: (.+)$", SAMPLE, re.MULTILINE)[1]
    Image.new("RGB", (1600, 1200)).save((root / PATH).with_name(photo))
    return root


def test_the_table_has_every_field_of_a_bulletin_once():
    named = [name for names, _ in rows("| Trường | Ghi gì |\n") for name in names]
    assert sorted(named) == sorted(BULLETIN.by_name)


def test_required_fields_are_said_to_be_so():
    required = ", ".join(f"`{field.name}`" for field in BULLETIN.required)
    assert f"Chỉ {' và '.join(required.rsplit(', ', 1))} là bắt buộc" in GUIDE


def test_the_second_table_has_every_field_inside_a_field():
    written = {names[0]: text for names, text in rows("| Trường | Bên trong |\n")}
    assert set(written) == set(NESTED)
    for name, text in written.items():
        assert re.findall(r"`([a-z_]+)`", text) == list(NESTED[name].by_name)


@pytest.mark.parametrize(
    ("vocabulary", "field"),
    [(categories.CATEGORIES, "category"), (categories.AWARD_STATUSES, "awards")],
)
def test_every_value_to_choose_from_is_named(vocabulary, field):
    lines = [line for line in GUIDE.splitlines() if line.startswith(f"| `{field}` |")]
    for choice in vocabulary.choices:
        assert f"`{choice.name}`" in lines[-1]


def test_the_sample_passes_without_a_warning(folder, capsys):
    assert main(["check", "--strict", str(folder)]) == 0, capsys.readouterr().out


def test_the_example_of_awards_is_right(folder, capsys):
    awards = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)[1]
    (folder / PATH).write_text(SAMPLE.replace("cover: ", f"{awards}cover: ", 1), encoding="utf-8")
    assert main(["check", "--strict", str(folder)]) == 0, capsys.readouterr().out


def test_the_error_is_shown_just_as_it_comes(folder, capsys):
    (folder / PATH).write_text(SAMPLE.replace("2023-02-01", "01/02/2023", 1), encoding="utf-8")
    assert main(["check", str(folder / PATH)]) == 1
    assert capsys.readouterr().out == ERROR
