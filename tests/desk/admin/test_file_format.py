"""The page's own file format, run by Node.js: what nobody edited keeps every byte."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from support.content import PROJECT, bulletin

from plugins.authors.people import people_of
from plugins.desk.admin import fields
from plugins.desk.admin.choices import choices_of
from plugins.units.registry import Unit, units_of
from plugins.vietnamese import slugify

PAGE = PROJECT / "plugins" / "desk" / "admin" / "page"
UNITS = units_of([Unit("so-y-te", "Sở Y tế", aliases=("SYT",)), Unit("bv-phoi", "Bệnh viện Phổi")])
PROGRAM = """
import { readFileSync } from "node:fs";
import { fromFile, toFile } from "./bulletin-file.js";
import { slugOf } from "./form-values.js";
const { schema, cases } = JSON.parse(readFileSync(0, "utf8"));
const results = cases.map(({ text, change, title }) => {
  if (title !== undefined) return slugOf(title, 80);
  const data = text === null ? {} : fromFile(text, schema);
  return toFile({ ...data, ...change }, schema);
});
process.stdout.write(JSON.stringify(results));
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory):
    """Return a function that runs many cases at once: a start of Node.js takes a while."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(PAGE, folder, dirs_exist_ok=True)
    shutil.copy(Path(sys.prefix) / "admin-page/js-yaml/js-yaml.esm.min.mjs", folder)
    (folder / "run.mjs").write_text(PROGRAM)
    (folder / "package.json").write_text('{"type": "module"}')
    node = json.loads((Path(sys.prefix) / "test-tools.json").read_text())["node"]
    schema = fields.kinds(choices_of(UNITS, people_of([])).spellings)

    def start(cases: list[dict]) -> list[str]:
        done = subprocess.run(
            [node, folder / "run.mjs"],
            input=json.dumps({"schema": schema, "cases": cases}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return start


def headed(*lines: str, body: str = "\nBài.\n") -> str:
    return "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n{body}"


KEPT = {
    "comments": headed("# đầu", "title: A  # không", "", "units:", "- a # x", "  # trong", "- b"),
    "flow": headed("title: 'A'", 'units: [so-y-te, "x, y"]', "event: {name: B, date: 2025-01-02}"),
    "block": headed(
        "title: A", "letters:", "  - name: B", "    text: |", "      một", "", "      hai"
    ),
    "quoted": headed('"title": A', "'kicker' : B"),
    "unknown": headed("title: A", "la: B", "la2:", "  sau: C"),
    "crlf": headed("title: A").replace("\n", "\r\n"),
    "bom": "\ufeff" + headed("title: A"),
    "no last line end": headed("title: A", body="Bài"),
    "no body": headed("title: A", body=""),
    "rule in the body": headed("title: A", body="\nMột\n\n---\n\nHai\n"),
    "decomposed": unicodedata.normalize("NFD", headed("title: Sở Y tế", body="\nĐiều dưỡng\n")),
    "classic": "Title: A\nDate: 2025-01-02\n\nBài.\n",
    "broken": "---\ntitle: [A\n---\n\nBài.\n",
    "unclosed": "---\ntitle: A\n\nBài.\n",
    "empty": "",
}


def test_a_file_that_was_only_opened_keeps_every_byte(run):
    files = sorted((PROJECT / "content" / "bulletins").rglob("*.md"))
    texts = [*KEPT.values(), *(path.read_bytes().decode() for path in files)]
    assert run([{"text": text} for text in texts]) == texts


def test_one_field_changes_its_own_lines_and_no_other(run):
    before = headed(
        "# kiểm tra: tiêu đề",
        "title: 'Cũ'",
        "date: 2025-01-02",
        "units:  # chính trước",
        "  - SYT",
        "# của sapo",
        "summary: Cũ",
    )
    cases = [
        ({"title": "Mới: a # b"}, before.replace("title: 'Cũ'", "title: 'Mới: a # b'")),
        ({"summary": ""}, before.replace("summary: Cũ\n", "")),
        ({"kicker": "K"}, before.replace("2025-01-02\n", "2025-01-02\nkicker: K\n")),
        (
            {"status": "Bản nháp"},
            before.replace("summary: Cũ\n", "summary: Cũ\nstatus: Bản nháp\n"),
        ),
        ({"units": ["so-y-te"]}, before),
        (
            {"units": ["bv-phoi", "so-y-te"]},
            before.replace(
                "units:  # chính trước\n  - SYT\n", "units:\n  - bv-phoi\n  - so-y-te\n"
            ),
        ),
    ]
    found = run([{"text": before, "change": change} for change, _ in cases])
    assert found == [wanted for _, wanted in cases]


def test_texts_arrive_composed_and_values_stay_texts(run):
    given = {"title": unicodedata.normalize("NFD", "Điều dưỡng"), "date": "2025-03-05 08:30"}
    given |= {"body": unicodedata.normalize("NFD", "Chữ tổ hợp"), "category": "Hội nghị"}
    given |= {"event": {"name": "no", "date": None, "guests": []}, "summary": "  "}
    given |= {
        "awards": [
            {
                "form": "Giấy khen",
                "count": {"individuals": 14},
                "recipients": [
                    {"type": "unit", "unit": "so-y-te", "name": "sót lại"},
                    {"type": "name", "name": "A"},
                ],
            }
        ]
    }
    (text,) = run([{"text": None, "change": given}])
    assert text == headed(
        "title: Điều dưỡng",
        "date: 2025-03-05 08:30",
        "category: Hội nghị",
        "event:",
        "  name: no",
        "awards:",
        "  - form: Giấy khen",
        "    recipients:",
        "      - unit: so-y-te",
        "      - name: A",
        "    count:",
        "      individuals: 14",
        body="\nChữ tổ hợp\n",
    )


def test_an_edited_body_keeps_the_line_ends_of_its_file(run):
    windows = headed("title: A", body="\nMột.\n").replace("\n", "\r\n")
    cases = [
        {"text": windows, "change": {"body": "\nMột.\nHai."}},
        {"text": headed("title: A", body=""), "change": {"body": "Bài"}},
    ]
    assert run(cases) == [
        headed("title: A", body="\nMột.\nHai.\n").replace("\n", "\r\n"),
        headed("title: A", body="\nBài\n"),
    ]


def test_slugs_are_those_of_the_site(run):

    titles = ["Đảng ủy Sở Y tế", "Hội nghị 6 tháng/2024!", "  Ưu tiên «sởi»  ", "a" * 90]
    titles.append(bulletin("Bệnh viện Đa khoa tỉnh và các trung tâm y tế sơ kết công tác")[11:])
    assert run([{"title": title} for title in titles]) == [slugify(title) for title in titles]
