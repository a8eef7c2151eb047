"""The plugin in a real build, and its command."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest
from support.content import bulletin
from support.sites import make_engine

from plugins.engine.pages import Plan
from plugins.problems import Problem
from plugins.related import RelatedLists, RelatedStage, command, stage
from plugins.related.documents import Doc
from plugins.related.terms import TextTerms, terms_of

PLUGINS = ["plugins.bulletins", "plugins.authors", "plugins.units", "plugins.related"]
SERIES = "\n  name: Hội nghị tổng kết\n  series: Tổng kết thi đua"
FILES = {
    "bulletins/2024/a.md": bulletin("Tổng kết 2023", "2024-01-05", event=SERIES),
    "bulletins/2025/b.md": bulletin("Tổng kết 2024", "2025-01-05", event=SERIES),
    "bulletins/2025/c.md": bulletin("Chuyện khác", related="2024/a.md", body="Không liên quan."),
    "bulletins/2025/d.md": bulletin("Bản nháp", event=SERIES, status="draft"),
}
CONF = f"""
import sys
from pelicanconf import *
PLUGINS = {PLUGINS!r}
"""


@pytest.fixture
def lists(content, tmp_path) -> Callable[..., RelatedLists]:
    """Return a function that gives the lists of a content folder."""

    def make(files: dict[str, str], **overrides: object) -> RelatedLists:
        engine = make_engine(content(files), tmp_path / "output", PLUGINS=PLUGINS, **overrides)
        build = engine.examine()
        assert build.problems == []
        ranking = RelatedStage({"build": build}, engine.settings, engine.path)
        ranking.generate_output(Plan())
        return build[RelatedLists]

    return make


def test_a_build_has_the_lists_of_all_bulletins(lists):
    found = lists(FILES)
    assert [entry.path for entry in found.of("bulletins/2025/b.md")] == ["bulletins/2024/a.md"]
    assert found.of("bulletins/2025/b.md")[0].reasons[0].text == "Cùng sự kiện năm trước"
    assert [entry.path for entry in found.of("bulletins/2025/c.md")] == ["bulletins/2024/a.md"]
    assert found.of("bulletins/2025/c.md")[0].reasons[0].text == "Ban biên tập chọn"
    assert len(found.of("bulletins/2025/d.md")) == 2, "a draft has a list of its own"


def test_only_changed_texts_are_counted_again(lists, monkeypatch, tmp_path):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    first = lists(FILES)

    def refuse_known_texts(doc: Doc) -> TextTerms:
        assert doc.title == "Tổng kết cuối năm", f"counted again: {doc.path}"
        return terms_of(doc)

    monkeypatch.setattr(stage, "terms_of", refuse_known_texts)
    assert lists(FILES) == first
    changed = bulletin("Tổng kết cuối năm", "2025-01-05", event=SERIES)
    assert lists({**FILES, "bulletins/2025/b.md": changed}) != first


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_site_of_few_bulletins(lists, count):
    files = {f"bulletins/2025/{n}.md": bulletin(f"Tin số {n} kể chuyện {n}") for n in range(count)}
    assert len(lists(files).lists) == count


def test_one_process_and_many_make_the_same_lists(lists):
    one, many = (lists(FILES, ENGINE_PROCESSES=number).lists for number in (1, 3))
    assert one == many


def test_an_unknown_hand_picked_bulletin_is_an_error_with_a_suggestion(problems_of, content):
    files = {**FILES, "bulletins/2025/c.md": bulletin("Khác", related="bulletins/2024/aa.md")}
    (found,) = problems_of(files)
    assert isinstance(found, Problem)
    assert found.code == "related-unknown"
    assert "bulletins/2024/a.md" in found.cure + found.message


@pytest.fixture
def run(content, tmp_path, monkeypatch, capsys):
    """Return a function that runs the command on a file: its status and both outputs."""
    conf = tmp_path / "conf.py"
    conf.write_text(CONF)

    def explain(path: str, *options: str, files: dict[str, str] = FILES) -> tuple[int, str, str]:
        root = content(files)
        parser = argparse.ArgumentParser()
        command.add_command(parser.add_subparsers())
        chosen = parser.parse_args(["related", str(root / path), "--settings", str(conf), *options])
        status = chosen.run(chosen)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return explain


def test_the_command_prints_each_part_of_the_score(run):
    status, table, _ = run("bulletins/2025/b.md")
    assert status == command.OK
    title, first, *parts = table.splitlines()
    assert title == "Tổng kết 2024 (bulletins/2025/b.md)"
    assert first.split()[0] == "1"
    assert "bulletins/2024/a.md" in first
    assert any("Cùng sự kiện năm trước" in part for part in parts)
    score = float(first.split()[1])
    listed = [float(part.split()[0]) for part in parts[: _parts_of_first(parts)]]
    assert sum(listed) == pytest.approx(score, abs=0.1 * len(listed))


def _parts_of_first(lines: list[str]) -> int:
    following = (number for number, line in enumerate(lines) if ".md" in line)
    return next(following, len(lines))


def test_the_command_marks_what_was_picked_by_hand(run):
    status, table, _ = run("bulletins/2025/c.md")
    assert status == command.OK
    assert table.splitlines()[1].split()[0] == "C"


def test_the_command_shows_as_many_as_asked(run):
    files = {**FILES, "bulletins/2023/e.md": bulletin("Cũ", "2023-01-05", event=SERIES)}
    table = run("bulletins/2025/b.md", "--limit", "1", files=files)[1]
    assert table.count(".md") == 2


def test_a_bulletin_without_candidates_is_said_to_have_none(run):
    files = {"bulletins/2025/a.md": bulletin("Một tin")}
    assert "Không có bản tin nào" in run("bulletins/2025/a.md", files=files)[1]


@pytest.mark.parametrize("path", ["units.yml", "bulletins/2025/z.md"])
def test_what_is_no_bulletin_is_wrong_usage(run, path):
    status, table, said = run(path)
    assert (status, table) == (command.USAGE, "")
    assert "không phải một bản tin" in said


def test_content_with_errors_is_not_ranked(run):
    files = {**FILES, "bulletins/2025/c.md": bulletin("Khác", category="Lạ")}
    status, table, said = run("bulletins/2025/b.md", files=files)
    assert (status, table) == (command.FOUND_ERRORS, "")
    assert "bantin check" in said


@pytest.mark.parametrize("number", ["0", "-1", "x", "²"])
def test_a_limit_is_a_positive_number(run, number, capsys):
    with pytest.raises(SystemExit) as left:
        run("bulletins/2025/b.md", f"--limit={number}")
    assert left.value.code == command.USAGE
    assert "is no whole number from 1 on" in capsys.readouterr().err


def test_absent_settings_are_wrong_usage(run, tmp_path):
    status, _, said = run("bulletins/2025/b.md", "--settings", str(tmp_path / "absent.py"))
    assert status == command.USAGE
    assert "absent.py" in said
