"""The importer against the hand-made answers of ``tests/desk/gold``."""

from __future__ import annotations

import html
import sys
from datetime import datetime

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


WRAPPED = """<html><head><title>{title} - Trung tâm mẫu</title></head><body><div class="nav">
<a href="/">Trang chủ</a></div><div id="main"><h1>{title}</h1><div class="meta">{date}
| Lượt xem: 33</div><div>{body}</div></div><div class="footer">© Trung tâm mẫu</div>
</body></html>"""


def as_page(post, wanted):
    """Print a post as its site does: title, stamp with a counter, text, in a frame."""
    day = datetime.fromisoformat(wanted["date"])
    body = post.split("\n---\n", 1)[1]
    return WRAPPED.format(
        title=html.escape(wanted["title"]), date=f"{day:%d/%m/%Y %H:%M}", body=body
    )


def measured_posts(name, folder, suffix="md"):
    measure = Measure()
    answers = list(posts(name))
    source = folder / name
    source.mkdir()
    for key, post, wanted in answers:
        text = post if suffix == "md" else as_page(post, wanted)
        (source / f"{key}.{suffix}").write_text(text, encoding="utf-8")
    if answers:
        assert run_import(source, into=folder / "bulletins").returncode in {0, 1}
    marks = {
        path.read_text(encoding="utf-8").split("\n")[1].split("/")[-1].split(f".{suffix}")[0]: path
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


@pytest.mark.long
@pytest.mark.parametrize("name", ["posts", "posts-held-out"])
def test_posts_say_the_same_as_saved_pages(name, tmp_path, tell):
    measure = measured_posts(name, tmp_path, "html")
    tell(measure, f"{name} as pages")
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
