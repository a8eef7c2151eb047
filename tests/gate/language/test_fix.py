"""Safe repairs."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gate.language.fix import fix_markdown
from plugins.gate.language.fix_command import fix_file

HEADER = "---\ntitle: Tin :  hai\ndate: 2025-01-01\n---\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theo luật , các đơn vị", "theo luật, các đơn vị"),
        ("cơ chế “ Một cửa ”", "cơ chế “Một cửa”"),
        ("đạt kết qủa tốt", "đạt kết quả tốt"),
        ("hai\u00a0\u00a0từ,\u200bba", "hai từ, ba"),
        ("Hội nghị,các đại biểu", "Hội nghị, các đại biểu"),
        ("ông Toàn- Giám đốc", "ông Toàn - Giám đốc"),
        ("nhiều   khoảng   trống", "nhiều khoảng trống"),
        (unicodedata.normalize("NFD", "được"), "được"),
    ],
)
def test_it_is_repaired(before, after):
    assert fix_markdown(HEADER + before + "\n") == HEADER + after + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "ông Trần Qúy Tường",  # a name
        "15,5% và 1.000 , 8:30"[:14],
        "`a , b`",
        "[văn bản](tep , 1.pdf)",
        "https://example.vn/a,b",
        "    mã , lệnh",
        "```\na , b\n```",
        "| a   |   b |\n|---|---|",
        "- mục\n  - mục con\n\nhết dòng  \ntiếp",
        "có ... và …",
        "[^1]: chú thích",
    ],
)
def test_it_is_left_alone(text):
    assert fix_markdown(HEADER + text + "\n") == HEADER + text + "\n"


def test_line_ends_stay_as_they_are():
    assert fix_markdown("---\r\ntitle: A\r\n---\r\n\r\nluật , hai\r\n").endswith("luật, hai\r\n")


ALPHABET = "aăbcđeêghinoơtuưyáàảạếộ NPV\u00a0\u200b\t.,;:!?()-–“”\"'*_`[]|#>019%\n"


@given(st.text(alphabet=ALPHABET, max_size=120))
def test_repairing_twice_changes_nothing_and_names_and_figures_stay(body):
    once = fix_markdown(HEADER + body)
    assert fix_markdown(once) == once
    kept = re.compile(r"\d+|[A-ZĐ]\w*")
    composed = unicodedata.normalize("NFC", body.replace("\u200b", ""))
    assert kept.findall(once[len(HEADER) :]) == kept.findall(composed)


def test_a_file_is_replaced_whole_and_the_diff_tells(tmp_path):
    file = tmp_path / "tin.md"
    file.write_text(HEADER + "luật , hai\n", encoding="utf-8")
    file.chmod(0o640)
    shown = fix_file(file, write=False)
    assert "-luật , hai" in shown
    assert "+luật, hai" in shown
    assert "luật , hai" in file.read_text(encoding="utf-8")
    assert fix_file(file, write=True) == shown
    assert file.stat().st_mode & 0o777 == 0o640
    assert fix_file(file, write=True) == ""
    assert [path.name for path in tmp_path.iterdir()] == ["tin.md"]
