"""Every code of the gate has a page, and the command shows it."""

import pytest

from plugins.cli import main
from plugins.gate.explaining import PAGES
from plugins.problems import CATALOGUE
from plugins.problems.catalogue_gate import GATE


@pytest.mark.parametrize("code", sorted(GATE))
def test_each_code_is_explained_with_an_example_and_a_way_to_relax(code, capsys):
    assert main(["check", "--explain", code]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"# {code}: ")
    kind = "lỗi" if CATALOGUE[code].severity == "error" else "cảnh báo"
    assert text.split("\n")[0].endswith(f"({kind})")
    for part in ("## Ví dụ", "- Sai: ", "- Đúng: ", "## Cách bỏ qua"):
        assert part in text


def test_no_page_explains_what_does_not_exist():
    assert {page.stem for page in PAGES.glob("*.md")} <= set(CATALOGUE)


def test_a_code_without_a_page_shows_its_cure(capsys):
    assert main(["check", "--explain", "file-empty"]) == 0
    assert CATALOGUE["file-empty"].cure in capsys.readouterr().out


def test_an_unknown_code_is_wrong_usage_with_a_hint(capsys):
    assert main(["check", "--explain", "spam-phrases"]) == 2
    assert "spam-phrase" in capsys.readouterr().err
