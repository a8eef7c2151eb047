"""The CSV of awards opened by a spreadsheet: accents right, formulas dead, figures numbers."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from support.content import bulletin

from plugins.archives.award_data import AWARD_FIELDS

pytestmark = pytest.mark.long

NAMES = ["Đỗ Thị Hường", "Tổ Điều dưỡng số 1", "Nguyễn Ỷ Ỡ", "a;b", 'có "ngoặc"']
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://x";"y")']
AUTHORITY = "Giám đốc Sở Y tế"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


@pytest.fixture
def data(build_site) -> Path:
    """The published CSV file of one year."""
    recipients = "".join(f"\n  - name: '{name}'" for name in [*NAMES, *FORMULAS])
    awards = (
        f"\n- form: Giấy khen\n  status: đã tặng\n  authority: {AUTHORITY}\n"
        f"  recipients:{recipients}\n- form: Bằng khen\n  status: đề nghị\n"
        "  count: {collectives: 2230}"
    )
    site = build_site({"bulletins/2025/a.md": bulletin("Tin A", awards=awards)})
    return site.output / "du-lieu/khen-thuong/2025.csv"


@pytest.fixture
def cells(data, tmp_path) -> list[list[etree._Element]]:
    """The cells as a spreadsheet has read them: semicolons, UTF-8 (76), from the first line."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: run tools/spreadsheet.py (`make test-all`)"
    subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--infilter=CSV:59,34,76,1",
            "--convert-to",
            "ods",
            "--outdir",
            str(tmp_path),
            str(data),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with zipfile.ZipFile(tmp_path / "2025.ods") as archive:
        tree = etree.fromstring(archive.read("content.xml"))
    return [list(row) for row in tree.iter(f"{{{TABLE}}}table-row") if "".join(row.itertext())]


def words(cell):
    return "".join(cell.itertext())


def column(cells, label):
    place = [field.label for field in AWARD_FIELDS].index(label)
    # Equal neighbours are stored once, with their number.
    found = []
    for row in cells:
        flat = []
        for cell in row:
            flat += [cell] * int(cell.get(f"{{{TABLE}}}number-columns-repeated", "1"))
        found.append(flat[place])
    return found


def test_a_spreadsheet_opens_the_file_right(cells):
    heads = [words(cell) for row in cells[:1] for cell in row]
    assert heads == [field.label for field in AWARD_FIELDS]

    recipients = [words(cell) for cell in column(cells, "Tập thể, cá nhân")[1:]]
    assert set(NAMES) <= set(recipients)
    assert {f"'{formula}" for formula in FORMULAS} <= set(recipients)
    assert {words(cell) for cell in column(cells, "Cơ quan tặng")[1:]} == {AUTHORITY, ""}

    for row in cells:
        for cell in row:
            assert cell.get(f"{{{TABLE}}}formula") is None
    numbers = column(cells, "Số tập thể")[1:]
    assert {cell.get(f"{{{OFFICE}}}value-type") for cell in numbers} == {"float"}
    assert "2230" in {cell.get(f"{{{OFFICE}}}value") for cell in numbers}


def test_the_file_begins_with_the_mark_by_which_excel_knows_its_encoding(data):
    assert data.read_bytes().startswith(b"\xef\xbb\xbf")
