"""``bantin import`` from outside: what it writes, says and leaves alone."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from plugins import cli

ROOT = Path(__file__).resolve().parents[3]
REGISTRIES = {"units.yml": "- {id: so-y-te-mau, name: Sở Y tế Mẫu}\n", "people.yml": "[]\n"}
PROSE = "Buổi tập huấn mẫu có hai mươi học viên và kết thúc trước giờ nghỉ trưa như đã định."
PAGE = """<html><head><title>{title}</title>
<link rel="canonical" href="http://cu.example/tin?id={n}"></head><body>
<div class="menu"><a href="/">Trang chủ</a></div><h1>{title}</h1>
<span class="date">05/03/2021 09:13</span><div class="content"><p>{prose}</p>
<p><img src="bai_files/anh.jpg" alt="Học viên ngồi trong phòng"></p>
<p><em>Quang cảnh lớp học</em></p>
<p>{prose}</p><p style="text-align:right">Minh Hiền</p></div></body></html>"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return a working folder with a content folder and a page with its photo."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUILD_NOW", "2026-01-15T08:00")
    (tmp_path / "site").mkdir()
    for name, text in REGISTRIES.items():
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    pages = tmp_path / "cu"
    (pages / "bai_files").mkdir(parents=True)
    packed = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(packed, "JPEG")
    (pages / "bai_files" / "anh.jpg").write_bytes(packed.getvalue())
    save(pages / "bai.html")
    return tmp_path


def save(path: Path, title="Tập huấn mẫu cho cán bộ trạm y tế", n=1):
    path.write_text(PAGE.format(title=title, n=n, prose=PROSE), encoding="utf-8")


def run(*arguments):
    return cli.main(["import", *map(str, arguments), "--into", "site/bulletins"])


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_page_becomes_a_bulletin_with_its_photo(here, capsys):
    assert run("cu/bai.html") == 0
    output = capsys.readouterr()
    name = "tap-huan-mau-cho-can-bo-tram-y-te"
    assert output.out == f"site/bulletins/2021/{name}.md\n"
    text = (here / "site/bulletins/2021" / f"{name}.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# nhập từ: cu/bai.html [")
    for line in (
        "title: Tập huấn mẫu cho cán bộ trạm y tế",
        "date: 2021-03-05 09:13",
        "origin: imported",
        '  - "/tin?id=1"',
        f'![Học viên ngồi trong phòng]({name}-1.jpg "Quang cảnh lớp học")',
    ):
        assert line in text.split("\n"), line
    assert "kiểm tra" not in text
    assert (here / "site/bulletins/2021" / f"{name}-1.jpg").is_file()
    assert "Đã nhập 1 bài." in output.err
    assert "khung trang" in output.err


def test_what_was_imported_passes_the_check(here, capsys):
    run("cu/bai.html")
    assert cli.main(["check", "site"]) == 0
    capsys.readouterr()


def test_a_second_import_changes_nothing(here, capsys):
    run("cu")
    before = tree(here / "site")
    assert run("cu") == 0
    assert tree(here / "site") == before
    assert capsys.readouterr().err.endswith("Đã nhập 0 bài, 1 bài đã có từ trước.\n")


def test_a_file_that_somebody_has_edited_stays_as_it_is(here, capsys):
    run("cu")
    capsys.readouterr()
    (file,) = (here / "site").rglob("*.md")
    file.write_text(file.read_text(encoding="utf-8").replace(PROSE, "Đã sửa tay.", 1))
    moved = file.with_name("ten-khac.md")
    file.rename(moved)
    edited = moved.read_bytes()
    assert run("cu") == 0
    assert moved.read_bytes() == edited
    assert len(list((here / "site").rglob("*.md"))) == 1


def test_a_source_that_has_changed_is_told_and_not_imported_over(here, capsys):
    run("cu")
    before = tree(here / "site")
    save(here / "cu/bai.html", title="Tập huấn mẫu cho cán bộ trạm y tế xã")
    assert run("cu") == 1
    assert tree(here / "site") == before
    assert "import-changed" in capsys.readouterr().err


def test_two_pages_of_one_title_get_two_files(here, capsys):
    save(here / "cu/khac.html", n=2)
    assert run("cu") == 1
    assert len(list((here / "site").rglob("*.md"))) == 2
    assert "import-same-title" in capsys.readouterr().err


def test_what_a_page_does_not_say_is_left_empty_marked_and_a_draft(here, capsys):
    (here / "cu/chep.txt").write_text(f"Sáng 14/2, {PROSE}\n\n{PROSE}\n", encoding="utf-8")
    assert run("cu/chep.txt") == 1
    (file,) = (here / "site").rglob("*.md")
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines[lines.index("title:") - 1].startswith("# kiểm tra: ")
    assert lines[lines.index("date:") - 1].startswith("# kiểm tra: ")
    assert "status: draft" in lines
    assert cli.main(["check", "site"]) == 0
    assert "import-title-missing" in capsys.readouterr().err


def test_everything_left_out_is_listed_on_request(here, capsys):
    run("cu/bai.html", "--left-out")
    assert "đã bỏ khung trang (menu, nút bấm, tin khác…): «Trang chủ»" in capsys.readouterr().err


def test_a_photo_that_is_not_at_hand_is_named_without_its_foreign_host(here, capsys):
    page = (here / "cu/bai.html").read_text(encoding="utf-8")
    page = page.replace("bai_files/anh.jpg", "https://anh.la.example/2021/a%20b.jpg")
    page = page.replace("<p><em>Quang cảnh lớp học</em></p>", "")
    (here / "cu/bai.html").write_text(page, encoding="utf-8")
    assert run("cu/bai.html") == 1
    (file,) = (here / "site").rglob("*.md")
    text = file.read_text(encoding="utf-8")
    assert "# kiểm tra: Không lấy được ảnh «/2021/a b.jpg»." in text
    assert "la.example" not in text
    assert "status: draft" not in text


def test_an_advertisement_in_the_text_keeps_it_from_being_published(here, capsys):
    advertised = f"{PROSE} Vào trang nổ hũ đổi thưởng uy tín nhất hiện nay để nhận quà lớn ngay."
    text = f"Tập huấn mẫu lần hai\n\n05/03/2021 09:13\n\n{advertised}\n\n{PROSE}\n"
    (here / "cu/spam.txt").write_text(text, encoding="utf-8")
    assert run("cu/spam.txt") == 1
    (file,) = (here / "site").rglob("*.md")
    assert "status: draft" in file.read_text(encoding="utf-8")
    assert "import-advertisement" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trang.html", b"<html><body><a href='/'>Trang</a></body></html>", "import-no-article"),
        ("sau.html", b"<div>" * 400 + b"Mot cau van.", "import-broken"),
        ("hong.docx", b"PK\x03\x04khong phai", "import-broken"),
        ("cu.doc", b"\xd0\xcf\x11\xe0", None),
        ("trong.json", b"{", "import-broken"),
        ("bom.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>", "import-broken"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(here, capsys, name, data, code):
    (here / "cu" / name).write_bytes(data)
    assert run(f"cu/{name}") == (2 if code is None else 1)
    assert list((here / "site").rglob("*.md")) == []
    assert (code or "Không có tệp nào nhập được") in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["khong-co.html"], []])
def test_wrong_usage_is_status_two(here, arguments):
    if arguments:
        assert run(*arguments) == 2
    else:
        with pytest.raises(SystemExit, match="2"):
            cli.main(["import"])


def test_a_photo_outside_the_folder_is_never_read(here, capsys):
    (here / "bi-mat.jpg").write_bytes((here / "cu/bai_files/anh.jpg").read_bytes())
    page = (here / "cu/bai.html").read_text(encoding="utf-8")
    (here / "cu/bai.html").write_text(page.replace("bai_files/anh.jpg", "../bi-mat.jpg"))
    assert run("cu/bai.html") == 1
    assert list((here / "site").rglob("*.jpg")) == []
    assert "import-caption" in capsys.readouterr().err


def test_an_interrupted_import_goes_on_where_it_stopped(here):
    rows = [
        {"id": n, "title": f"Bài mẫu số {n} của đợt nhập thử", "date": "2021-03-05", "body": PROSE}
        for n in range(60)
    ]
    (here / "cu/ds.jsonl").write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8"
    )
    program = Path(sys.executable).with_name("bantin")
    command = [program, "import", "cu/ds.jsonl", "--settings", ROOT / "pelicanconf.py", "--into"]
    started = subprocess.Popen(
        [*command, "mot/bulletins"], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    for _ in range(10):
        assert started.stdout.readline()
    started.send_signal(signal.SIGINT)
    started.stdout.read()
    assert started.wait(30) == cli.INTERRUPTED
    half = len(list((here / "mot").rglob("*.md")))
    assert 10 <= half < 60
    time.sleep(0.01)
    for folder in ("mot", "hai"):
        subprocess.run([*command, f"{folder}/bulletins"], capture_output=True, check=False)
    assert tree(here / "mot") == tree(here / "hai")
    assert len(tree(here / "hai")) == 60
