"""``bantin check`` as staff, editors and CI call it (DESIGN section 6, interface 3)."""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from support.commands import write_conf
from support.content import bulletin, write_content

LINE = re.compile(r"([^:]+):\d+:\d+: [a-z0-9-]+ (error|warning): \S.*")
FIELDS = ["path", "line", "column", "code", "severity", "message", "cure"]
RIGHT, WRONG, DOUBTFUL = (
    f"bulletins/2025/{name}.md" for name in ("tin-dung", "tin-sai", "tin-khong-tac-gia")
)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder with one right, one wrong and one doubtful bulletin; leave it so."""
    return write_content(
        tmp_path_factory.mktemp("newsroom") / "noi-dung",
        {
            RIGHT: bulletin("Hội nghị giao ban"),
            WRONG: bulletin("Hội nghị sơ kết", date="05/03/2025"),
            DOUBTFUL: bulletin("Hội nghị tổng kết").replace("authors: Minh Hiền\n", ""),
        },
    )


def paths(stdout: str) -> list[str]:
    """Return the paths of a report in text form, of which every line must have that form."""
    found = [LINE.fullmatch(line) for line in stdout.splitlines()]
    assert all(found), stdout
    return [match[1] for match in found if match]


def test_the_content_of_the_project_passes(bantin):
    done = bantin("check")
    assert done.returncode == 0
    assert " error: " not in done.stdout
    assert "0 lỗi" in done.stderr


def test_errors_give_1_and_a_report_in_text_form(bantin, newsroom):
    done = bantin("check", newsroom)
    assert done.returncode == 1
    assert paths(done.stdout) == [DOUBTFUL, WRONG]
    assert f"{WRONG}:3:7: date-" in done.stdout
    assert done.stderr.endswith("1 lỗi, 1 cảnh báo.\n")


@pytest.mark.parametrize(
    ("asked", "options", "status", "reported"),
    [
        (RIGHT, (), 0, []),
        (RIGHT, ("--strict",), 0, []),
        (DOUBTFUL, (), 0, [DOUBTFUL]),
        (DOUBTFUL, ("--strict",), 1, [DOUBTFUL]),
        (WRONG, (), 1, [WRONG]),
        ("units.yml", (), 0, []),
    ],
)
def test_one_file_is_reported_alone(bantin_here, newsroom, asked, options, status, reported):
    done = bantin_here("check", newsroom / asked, *options)
    assert (done.returncode, paths(done.stdout)) == (status, reported)


def test_several_files_and_a_folder_are_reported_together(bantin_here, newsroom):
    done = bantin_here("check", newsroom / RIGHT, newsroom / WRONG)
    assert (done.returncode, paths(done.stdout)) == (1, [WRONG])
    done = bantin_here("check", newsroom / "bulletins")
    assert (done.returncode, paths(done.stdout)) == (1, [DOUBTFUL, WRONG])


@pytest.mark.parametrize("stream", ["pipe", "terminal"])
def test_json_is_alone_on_stdout(bantin, newsroom, stream):
    if stream == "pipe":
        report = bantin("check", newsroom, "--format=json").stdout
    else:
        reader, terminal = os.openpty()
        done = bantin("check", newsroom, "--format=json", stdout=terminal, TERM="xterm-256color")
        os.close(terminal)
        report = os.read(reader, 1 << 16).decode()
        os.close(reader)
        assert done.returncode == 1
    found = json.loads(report)
    assert [list(entry) for entry in found] == [FIELDS, FIELDS]
    assert [(entry["path"], entry["severity"]) for entry in found] == [
        (DOUBTFUL, "warning"),
        (WRONG, "error"),
    ]
    assert all(isinstance(entry["line"], int) and entry["line"] > 0 for entry in found)
    assert all(entry["message"] and entry["cure"] for entry in found)


def test_json_of_nothing_wrong_is_an_empty_list(bantin_here, newsroom):
    done = bantin_here("check", newsroom / RIGHT, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_what_a_plugin_prints_does_not_reach_the_report(bantin, newsroom, tmp_path):
    conf = write_conf(tmp_path, "PLUGINS = [*PLUGINS, 'talkative']\nprint('chào')\n")
    (tmp_path / "talkative.py").write_text("def register():\n    print('xin chào')\n")
    done = bantin("check", newsroom / RIGHT, "--format=json", "--settings", conf)
    assert json.loads(done.stdout) == []
    assert "xin chào" in done.stderr


def test_github_annotations_name_files_from_the_repository(bantin_here, newsroom, tmp_path):
    done = bantin_here("check", newsroom, "--format=github", cwd=newsroom.parent)
    warning, error = done.stdout.splitlines()
    assert warning.startswith(f"::warning file=noi-dung/{DOUBTFUL},line=2,col=1,title=byline")
    assert error.startswith(f"::error file=noi-dung/{WRONG},line=3,col=7,title=date-")
    assert done.returncode == 1
    elsewhere = bantin_here("check", newsroom / WRONG, "--format=github", cwd=tmp_path)
    assert elsewhere.stdout.startswith(f"::error file={WRONG},")


def test_paths_may_be_relative_and_the_working_folder_any(bantin_here, newsroom):
    for cwd, path in [
        (newsroom, WRONG),
        (newsroom / "bulletins/2025", Path(WRONG).name),
        (newsroom / "bulletins/2025", f"../../{WRONG}"),
        (newsroom.parent, f"./noi-dung/{WRONG}"),
    ]:
        done = bantin_here("check", path, cwd=cwd)
        assert (done.returncode, paths(done.stdout)) == (1, [WRONG]), path


def test_a_folder_and_a_file_may_be_reached_through_links(bantin_here, newsroom, tmp_path):
    (tmp_path / "link").symlink_to(newsroom)
    (tmp_path / "tin.md").symlink_to(newsroom / WRONG)
    for path in (tmp_path / "link", tmp_path / "link" / WRONG, tmp_path / "tin.md"):
        done = bantin_here("check", path)
        assert done.returncode == 1
        assert WRONG in paths(done.stdout)
    together = bantin_here("check", tmp_path / "link" / RIGHT, newsroom / WRONG)
    assert (together.returncode, paths(together.stdout)) == (1, [WRONG])


def test_a_link_inside_the_content_is_the_error_itself(bantin_here, newsroom, tmp_path):
    root = Path(shutil.copytree(newsroom, tmp_path / "content"))
    (root / "bulletins/2025/lien-ket.md").symlink_to(newsroom / RIGHT)
    (root / "bulletins/2024").symlink_to(newsroom / "bulletins/2025")
    done = bantin_here("check", root / "bulletins/2025/lien-ket.md")
    assert (done.returncode, paths(done.stdout)) == (1, ["bulletins/2025/lien-ket.md"])
    done = bantin_here("check", root / "bulletins/2024/tin-dung.md")
    assert (done.returncode, paths(done.stdout)) == (1, ["bulletins/2024"])


def test_a_decomposed_file_name_is_found_in_the_report(bantin_here, newsroom, tmp_path):
    root = Path(shutil.copytree(newsroom, tmp_path / "content"))
    name = "bulletins/2025/hội-nghị.md"
    file = root / unicodedata.normalize("NFD", name)
    file.write_text((root / WRONG).read_text(encoding="utf-8"), encoding="utf-8")
    done = bantin_here("check", file)
    assert (done.returncode, paths(done.stdout)) == (1, [unicodedata.normalize("NFC", name)])


def test_a_path_in_no_content_folder_or_in_two_is_wrong_usage(bantin_here, newsroom, tmp_path):
    other = write_content(tmp_path / "khac", {})
    for arguments, words in [
        ([newsroom / "bulletins/2025/khong-co.md"], "khong-co.md"),
        ([newsroom / RIGHT, newsroom / "khong-co"], "khong-co"),
        ([tmp_path], "units.yml"),
        ([newsroom, other], "nhiều thư mục nội dung"),
        (["--settings", tmp_path / "khong-co.py"], "khong-co.py"),
    ]:
        done = bantin_here("check", *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert words in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["units.yml", "people.yml"])
def test_a_deleted_registry_is_an_error_of_the_content(bantin_here, tmp_path, name):
    root = write_content(tmp_path / "content", {RIGHT: bulletin("Hội nghị giao ban")})
    (root / name).unlink()
    done = bantin_here("check", root)
    assert done.returncode == 1
    assert f"{name}:1:1: registry-missing error: " in done.stdout


def test_an_id_that_is_gone_is_told_at_every_file_that_is_asked_about(bantin_here, tmp_path):
    files = {
        f"bulletins/2025/tin-{n}.md": bulletin(f"Hội nghị số {n}", units="benh-vien-cu")
        for n in (1, 2, 3)
    }
    root = write_content(tmp_path / "content", files)
    whole = bantin_here("check", root)
    assert paths(whole.stdout) == ["bulletins/2025/tin-1.md"]
    assert whole.stdout.count("tin-") == 3
    for path in files:
        done = bantin_here("check", root / path)
        assert (done.returncode, paths(done.stdout)) == (1, [path])


def test_a_broken_registry_is_named_to_who_checks_one_file(bantin_here, tmp_path):
    root = write_content(
        tmp_path / "content", {RIGHT: bulletin("Hội nghị giao ban", units="khong-co")}
    )
    (root / "units.yml").write_text("- id: so-y-te\n  name: Sở Y tế\n  loai: so\n")
    done = bantin_here("check", root / RIGHT)
    assert (done.returncode, done.stdout) == (0, "")
    assert "units.yml đang có lỗi" in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = (", "SyntaxError"),
        ("import khong_co_mo_dun", "khong_co_mo_dun"),
        ("PELICAN_CLASS = 'pelican.Pelican'\nPATH = 'content'\n", "PELICAN_CLASS"),
    ],
)
def test_a_wrong_settings_file_is_said_without_a_traceback(
    bantin_here, newsroom, tmp_path, text, words
):
    conf = tmp_path / "conf.py"
    conf.write_text(text)
    done = bantin_here("check", newsroom, "--settings", conf)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_vietnamese_is_written_whatever_the_locale(bantin, newsroom):
    done = bantin("check", newsroom, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "Cách sửa: " in done.stdout


def test_a_reader_that_has_had_enough_is_no_error(bantin, newsroom):
    reader, writer = os.pipe()
    os.close(reader)
    done = bantin("check", newsroom, stdout=writer)
    os.close(writer)
    assert done.returncode == 1
    assert "BrokenPipe" not in done.stderr


def test_one_file_is_judged_by_the_settings_too(bantin_here, tmp_path):
    root = write_content(
        tmp_path / "content", {RIGHT: bulletin("Hội nghị giao ban", authors="Người Không Tên")}
    )
    conf = write_conf(tmp_path, "AUTHORS_UNKNOWN = 'warn'\n")
    for settings, status in [((), 1), (("--settings", conf), 0)]:
        for path in (root, root / RIGHT):
            done = bantin_here("check", path, *settings)
            assert (done.returncode, paths(done.stdout)) == (status, [RIGHT])
