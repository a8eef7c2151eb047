"""A new bulletin: what it holds, where it goes, what it teaches, what is refused."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.content import bulletin, write_content

from plugins import cli
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.schema import BULLETIN
from plugins.desk.new.draft import Draft, text_of

OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
DAY = dt.date(2026, 3, 5)
KINDS = [choice.id for choice in CATEGORIES.choices]


def read(text: str, path: str = "bulletins/2026/tin.md"):
    return read_bulletin(path, text.encode(), OPTIONS)


def uncommented(text: str) -> str:
    """Take the ``#`` from every field of a header that stands there as an example."""
    names = {field.name for field in BULLETIN}
    rows, taking = [], False
    for row in text.splitlines():
        bare = row.removeprefix("# ")
        taking = row.startswith("# ") and (
            bare.partition(":")[0] in names or (taking and bare.startswith("  "))
        )
        rows.append(bare if taking else row)
    return "\n".join(rows)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_is_a_right_draft(kind: str):
    draft = Draft(kind, "Sơ kết quý I: kết quả", DAY, authors=("minh-hien",), units=("so-y-te",))
    assert draft.path == "2026/so-ket-quy-i-ket-qua.md"
    found = read(text_of(draft))
    assert [each.code for each in found.problems if each.severity == "error"] == []
    assert found.record
    assert found.record.title == "Sơ kết quý I: kết quả"
    assert found.record.slug == "so-ket-quy-i-ket-qua"
    assert found.record.category == kind
    assert found.record.status == "draft"
    assert found.record.date.date() == DAY


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_fields_once_their_sign_is_taken_away(kind: str):
    text = uncommented(text_of(Draft(kind, "Tin thử", DAY)))
    header = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    assert set(header) <= {field.name for field in BULLETIN}
    assert "cover" in header
    assert not any(each for name, each in header.items() if name in ("cover", "summary", "authors"))


def test_each_kind_teaches_what_it_needs():
    texts = {kind: text_of(Draft(kind, "Tin thử", DAY)) for kind in KINDS}
    assert "# event:\n" in texts["hoi-nghi"]
    assert "# awards:\n" in texts["khen-thuong"]
    assert "# expires:\n" in texts["thong-bao"]
    assert "# awards:\n" not in texts["tin-hoat-dong"]
    assert "Đã tặng, Đề nghị tặng, Suy tôn" in texts["khen-thuong"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_title_comes_back_as_it_was(title: str):
    text = text_of(Draft("hoi-nghi", f"Tin {title}", DAY, slug="tin"))
    header = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    assert header["title"] == " ".join(f"Tin {title}".split())


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUILD_NOW", "2026-03-05T08:00+07:00")
    monkeypatch.setattr(sys, "stdin", open("/dev/null", encoding="utf-8"))  # noqa: SIM115
    there = {"bulletins/2026/cu.md": bulletin("Cũ", "2026-01-05", slug="tin-da-co")}
    return write_content(tmp_path / "content", there)


def new(content: Path, *arguments: str) -> int:
    return cli.main(["new", *arguments, "--content", str(content)])


def test_the_command_prints_the_file_it_wrote(content: Path, capsys: pytest.CaptureFixture[str]):
    assert new(content, "hoi-nghi", "Giao ban tháng 3", "--author", "Minh Hiền") == 0
    path = content / "bulletins" / "2026" / "giao-ban-thang-3.md"
    assert capsys.readouterr().out == f"{path}\n"
    text = path.read_text(encoding="utf-8")
    assert "date: 2026-03-05\n" in text
    assert "authors:\n  - minh-hien\n" in text


def test_a_bulletin_that_is_there_is_never_written_over(
    content: Path, capsys: pytest.CaptureFixture[str]
):
    assert new(content, "thong-bao", "Tin đã có") == 1
    assert "đã có bản tin «tin-da-co»" in capsys.readouterr().err
    assert new(content, "thong-bao", "Tin đã có", "--slug", "tin-khac") == 0
    before = (content / "bulletins/2026/tin-khac.md").read_bytes()
    assert new(content, "hoi-nghi", "Tên nào cũng được", "--slug", "tin-khac") == 1
    assert (content / "bulletins/2026/tin-khac.md").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hop-bao", "Tin"], "Không có loại tin «hop-bao»"),
        (["hoi-nghi"], "Thiếu tiêu đề"),
        ([], "Thiếu loại tin"),
        (["hoi-nghi", "Tin", "--date", "05/03/2026"], "không phải là ngày"),
        (["hoi-nghi", "Tin", "--slug", "Tin Mới"], "phần cuối của địa chỉ"),
        (["hoi-nghi", "Tin", "--unit", "Bệnh viện Mặt Trăng"], "Không có đơn vị"),
        (["hoi-nghi", "!!!"], "phần cuối của địa chỉ"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
):
    assert new(content, *arguments) == 2
    assert said in capsys.readouterr().err
    assert len(list(content.rglob("*.md"))) == 1


def test_a_terminal_is_asked_for_what_is_missing(content: Path, monkeypatch: pytest.MonkeyPatch):
    answers = iter(["2", "Khen thưởng quý I", "Minh Hiền, Bút danh mới", "Bệnh viện Phổi"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert new(content) == 0
    text = (content / "bulletins/2026/khen-thuong-quy-i.md").read_text(encoding="utf-8")
    assert "category: Khen thưởng\n" in text
    assert "authors:\n  - minh-hien\n  - Bút danh mới\n" in text
    assert "units:\n  - benh-vien-phoi\n" in text
