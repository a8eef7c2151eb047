"""bantin names, where and fix, as staff call them."""

from __future__ import annotations

import json

import pytest
from support.content import bulletin

from plugins.cli import main

UNITS = "- id: so-y-te\n  name: Sở Y tế Hà Nội\n- id: ttyt\n  name: Trung tâm Y tế huyện Mê Linh\n"
PEOPLE = (
    "- id: minh-hien\n  name: Minh Hiền\n- id: an\n  name: Trần Thị An\n"
    "  roles:\n    - role: Giám đốc\n      unit: so-y-te\n"
)
BODY = "Bà Trần Thị Ân, Giám đốc Sở Y tế Hà Nội, thăm Trung tâm Y tế huyện Mê Linh ."


@pytest.fixture
def folder(content):
    return content(
        {
            "units.yml": UNITS,
            "people.yml": PEOPLE,
            "bulletins/2025/tin.md": bulletin("Tin của ngành", body=BODY),
        }
    )


def test_names_prints_the_sheet(folder, capsys):
    assert main(["names", str(folder / "bulletins")]) == 0
    out = capsys.readouterr().out
    assert "⚠ Trần Thị Ân" in out
    assert "✔ Trung tâm Y tế huyện Mê Linh" in out
    assert main(["names", "--strict", str(folder)]) == 1


def test_names_as_json(folder, capsys):
    assert main(["names", "--format", "json", str(folder)]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)
    assert sheet["path"] == "bulletins/2025/tin.md"
    assert {row["mark"] for row in sheet["rows"]} == {"⚠", "✔"}


def test_names_leaves_out_what_has_errors(content, capsys):
    folder = content({"bulletins/2025/tin.md": "không có phần đầu\n"})
    assert main(["names", str(folder)]) == 1
    assert "bantin check" in capsys.readouterr().err


def test_where_tells_every_place(folder, capsys):
    assert main(["where", "Trần Thị An", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("bulletins/2025/tin.md:8:4: ≈ ")
    assert lines[1].startswith("people.yml:4:9: Trần Thị An")
    assert main(["where", "Lê Văn Không", str(folder)]) == 1


@pytest.mark.parametrize("arguments", [["names", "khong-co.md"], ["where", "Tên", "khong-co"]])
def test_a_path_that_is_not_there(arguments, capsys):
    assert main(arguments) == 2
    assert "khong-co" in capsys.readouterr().err


def test_fix_repairs_and_shows(folder, capsys):
    file = folder / "bulletins/2025/tin.md"
    before = file.read_text(encoding="utf-8")
    assert main(["fix", "--dry-run", str(folder)]) == 0
    assert file.read_text(encoding="utf-8") == before
    assert main(["fix", str(folder)]) == 0
    assert "huyện Mê Linh." in capsys.readouterr().out
    assert "Trần Thị Ân" in file.read_text(encoding="utf-8")
    assert main(["fix", str(folder / "khong-co")]) == 2
    assert main(["fix", str(folder / "units.yml")]) == 2


def test_fix_leaves_what_is_no_utf8(folder, capsys):
    file = folder / "bulletins/2025/hong.md"
    file.write_bytes(b"\xff\xfe luat ,")
    assert main(["fix", str(file)]) == 1
    assert file.read_bytes() == b"\xff\xfe luat ,"
    assert "hong.md" in capsys.readouterr().err
