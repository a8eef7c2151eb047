"""The importer against the hand-made answers of ``tests/desk/gold``."""

from __future__ import annotations

import sys

import pytest
import yaml
from support.import_gold import (
    GOLD,
    Measure,
    compare,
    imported_file,
    pages,
    posts,
    run_import,
    sentences_of,
)
from support.word_bulletins import write_all

HELD_OUT_WORD = ("7-thong-bao-co-tieu-ngu.docx", "8-chu-roi-dau.docx")


@pytest.fixture
def tell(capsys):
    def print_figures(measure, name):
        with capsys.disabled():
            sys.stdout.write(f"\n{measure.line(name)}\n")

    return print_figures


def check(measure):
    assert measure.wrong == []
    assert measure.lost == []
    assert measure.added == []


def import_each(files, into):
    """Import files into folders of their own; return what each became, None where nothing."""
    found = {}
    for number, (key, file) in enumerate(files.items()):
        folder = into / str(number) / "bulletins"
        run_import(file, into=folder)
        (written,) = list(folder.rglob("*.md")) or [None]
        found[key] = written
    return found


def test_pages_say_what_they_say(tmp_path, tell):
    measure = Measure()
    answers = {key: (file, wanted) for key, file, wanted in pages()}
    written = import_each({key: file for key, (file, _) in answers.items()}, tmp_path)
    for key, (_, wanted) in answers.items():
        if wanted.get("article") is False:
            assert written[key] is None, key
        else:
            compare(measure, key, wanted, imported_file(written[key]))
    tell(measure, "pages")
    check(measure)


def measured_posts(name, folder):
    measure = Measure()
    answers = list(posts(name))
    source = folder / name
    source.mkdir()
    for key, post, _ in answers:
        (source / f"{key}.md").write_text(post, encoding="utf-8")
    if answers:
        assert run_import(source, into=folder / "bulletins").returncode in {0, 1}
    marks = {
        path.read_text(encoding="utf-8").split("\n")[1].split("/")[-1].split(".md")[0]: path
        for path in (folder / "bulletins").rglob("*.md")
    }
    for key, _, wanted in answers:
        compare(measure, f"{name} {key}", wanted, imported_file(marks[key]))
    return measure


@pytest.mark.parametrize("name", ["posts", pytest.param("posts-held-out", marks=pytest.mark.long)])
def test_posts_say_what_they_say(name, tmp_path, tell):
    measure = measured_posts(name, tmp_path)
    tell(measure, name)
    check(measure)


@pytest.mark.parametrize("held_out", [False, pytest.param(True, marks=pytest.mark.long)])
def test_word_files_say_what_they_say(held_out, tmp_path, tell):
    source = tmp_path / "word"
    source.mkdir()
    answers = yaml.safe_load((GOLD / "word.yml").read_text(encoding="utf-8"))
    for file in write_all(source):
        if (file.name in HELD_OUT_WORD) != held_out:
            file.unlink()
    assert run_import(source, into=tmp_path / "bulletins").returncode in {0, 1}
    measure = Measure()
    for path in sorted((tmp_path / "bulletins").rglob("*.md")):
        name = path.read_text(encoding="utf-8").split("\n")[1].split("/")[-1].split(" [")[0]
        wanted = {**answers.pop(name)}
        wanted["sentences"] = sentences_of(wanted["body"])
        compare(measure, name, wanted, imported_file(path))
    assert all((name in HELD_OUT_WORD) != held_out for name in answers)
    tell(measure, "Word, held out" if held_out else "Word")
    check(measure)
