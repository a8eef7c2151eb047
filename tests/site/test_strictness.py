"""The silent exits of stock Pelican are closed, under the plain ``pelican`` command."""

from __future__ import annotations

import os
import shutil

import pytest
from support.commands import said
from support.content import PROJECT, bulletin

from plugins.engine import manifest
from plugins.engine.errors import ContentError

# Root may read everything; without these two rights it is a user like others.
WITHOUT_ROOT_RIGHTS = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
)


def test_a_good_build_says_what_it_made(workshop):
    done = workshop.build()
    assert done.returncode == 0
    assert "1 bản tin" in done.stdout
    assert str(workshop.output) in done.stdout
    assert "error" not in done.stderr
    assert "warning" not in done.stderr
    assert not manifest.verify(workshop.output)


def test_all_errors_of_all_files_are_shown_and_nothing_is_written(workshop):
    workshop.write("bulletins/2025/b.md", bulletin("Tin hai", "03/04/2025", categry="x"))
    workshop.write("bulletins/2025/c.md", bulletin("Tin ba", body="<script>x</script>"))
    workshop.write("bulletins/2025/a.md", bulletin("Tin thứ nhất, đã sửa"))
    text = workshop.refuse()
    lines = [line for line in text.splitlines() if " error: " in line]
    files = [line.split(":")[0] for line in lines]
    assert files == sorted(files)
    assert set(files) == {"bulletins/2025/b.md", "bulletins/2025/c.md"}
    assert any(line.startswith("bulletins/2025/b.md:3:7: date-") for line in lines)
    assert all(" Cách sửa: " in line for line in lines)
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("module", "plugin"),
    [
        (None, "no_such_plugin"),
        ("raise RuntimeError('hỏng khi nạp')", "broken"),
        ("def register():\n    raise RuntimeError('hỏng khi đăng ký')", "broken"),
        (
            "from pelican.plugins import signals\n"
            "def fail(_): raise RuntimeError('hỏng khi chạy')\n"
            "def register(): signals.initialized.connect(fail)",
            "broken",
        ),
        (
            "from pelican.plugins import signals\n"
            "def fail(_): raise RuntimeError('hỏng khi chạy')\n"
            "def register(): signals.all_generators_finalized.connect(fail)",
            "broken",
        ),
        (
            "from pelican.plugins import signals\n"
            "def bring(_): return object\n"
            "def register(): signals.get_generators.connect(bring)",
            "broken",
        ),
        (
            "from pelican.plugins import signals\n"
            "from plugins.engine import Stage\n"
            "class Failing(Stage):\n"
            "    def generate_output(self, plan): raise RuntimeError('hỏng khi lập trang')\n"
            "def bring(_): return Failing\n"
            "def register(): signals.get_generators.connect(bring)",
            "broken",
        ),
    ],
    ids=["missing", "import", "register", "initialized", "finalized", "foreign generator", "stage"],
)
def test_a_plugin_that_fails_stops_the_build(workshop, module, plugin):
    if module is not None:
        (workshop.folder / f"{plugin}.py").write_text(module)
    workshop.write("bulletins/2025/a.md", bulletin("Tin thứ nhất, đã sửa"))
    text = workshop.refuse(f"PLUGINS = [*PLUGINS, {plugin!r}]")
    assert "hỏng" in text or plugin in text


@pytest.mark.parametrize(
    "setting",
    [
        "DELETE_OUTPUT_DIRECTORY = True",
        "PUBLIC_BUILD = 'yes'",
        "ENGINE_PROCESSES = -1",
        "ENGINE_READ_CPU_SECONDS = 0",
        "TIMEZONE = 'Asia/Nowhere'",
        "NEWSROOM = {'name': ''}",
        "NEWSROOM = {'name': 'A', 'nmae': 'B'}",
        "NEWSROOM = {'name': 'A', 'timezone': 'Asia/Nowhere'}",
        "NEWSROOM = {'name': 'A', 'emblem': 'images/khong-co.png'}",
        "ARCHIVES_OLDER_MAX = 'five'",
        "ARCHIVES_OLDR_MAX = 5",
        "SITEURL = 'bantin.example'",
        "SITEURL = 'https://so.example/bantin'",
        "PLUGINS = PLUGINS[::-1]",
    ],
)
def test_a_wrong_setting_stops_the_build_and_is_named(workshop, setting):
    text = workshop.refuse(setting)
    assert setting.split(" ")[0] in text
    assert "Traceback" not in text


def test_a_public_build_needs_the_address_of_the_site(workshop):
    assert "SITEURL" in workshop.refuse("PUBLIC_BUILD = True")


def test_a_wrong_build_now_stops_the_build(workshop):
    assert "BUILD_NOW" in workshop.refuse(now="03/04/2026")


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("{{ page.titel }}", "list.html:1"),
        ("\n{% if %}", "list.html:2"),
        ("{% include 'khong-co.html' %}", "khong-co.html"),
        ("{{ 1 / 0 }}", "list.html:1"),
    ],
    ids=["misspelt name", "syntax", "missing include", "exception"],
)
def test_a_template_that_fails_is_named_with_its_line(workshop, template, place):
    theme = workshop.folder / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    (theme / "templates/list.html").write_text(template)
    text = workshop.refuse(f"THEME = {str(theme)!r}")
    assert place in text
    assert "Traceback" not in text


@pytest.mark.parametrize("setting", ["THEME = '/no/such/theme'", "THEME = 'no-such-theme'"])
def test_a_theme_that_is_not_there_stops_the_build(workshop, setting):
    assert "theme" in workshop.refuse(setting)


def test_a_content_folder_that_is_not_there_stops_the_build(workshop):
    workshop.content.rename(workshop.folder / "moved")
    workshop.refuse()


def test_symlinks_in_the_content_are_refused_wherever_they_lead(workshop):
    targets = ["/etc/hostname", "/etc", "nowhere.md", "a.md", ".", ".."]
    links = [
        f"{folder}link-{number}{suffix}"
        for folder in ("", "bulletins/", "bulletins/2025/")
        for number in range(len(targets))
        for suffix in ("", ".md", ".jpg")
    ]
    for number, link in enumerate(links):
        (workshop.content / link).symlink_to(targets[number % len(targets)])
    text = workshop.refuse()
    assert [link for link in links if f"{link}:1:1: symlink error" not in text] == []


@pytest.mark.parametrize("name", ["units.yml", "people.yml"])
def test_a_registry_that_is_a_symlink_or_no_file_is_refused(workshop, name):
    registry = workshop.content / name
    registry.rename(workshop.folder / name)
    registry.symlink_to(workshop.folder / name)
    assert f"{name}:1:1: symlink error" in workshop.refuse()
    registry.unlink()
    os.mkfifo(registry)  # opening it would wait for ever
    assert f"{name}:1:1: not-regular-file error" in workshop.refuse()


@pytest.mark.parametrize(
    "path", ["bulletins/2025/a.md", "bulletins/2025", "units.yml", "people.yml"]
)
def test_a_file_that_cannot_be_read_is_an_error(workshop, path):
    (workshop.content / path).chmod(0)
    text = workshop.refuse(before=WITHOUT_ROOT_RIGHTS)
    (workshop.content / path).chmod(0o755)
    assert f"{path}:1:1: unreadable error" in text
    assert "Traceback" not in text


def test_a_foreign_output_folder_is_refused_and_kept(workshop):
    shutil.rmtree(workshop.output)
    workshop.output.mkdir()
    (workshop.output / "luan-van.docx").write_text("công sức nhiều năm")
    done = workshop.build()
    assert done.returncode == 1
    assert "is not empty" in said(done)
    assert [path.name for path in workshop.output.iterdir()] == ["luan-van.docx"]


def test_a_file_in_the_place_of_the_output_folder_is_kept(workshop):
    shutil.rmtree(workshop.output)
    workshop.output.write_text("một tệp")
    done = workshop.build()
    assert done.returncode == 1
    assert "Traceback" not in said(done)
    assert workshop.output.read_text() == "một tệp"


@pytest.mark.parametrize("place", [".", "content", "content/bulletins"])
def test_an_output_folder_over_the_content_is_refused(workshop, place):
    workshop.output = workshop.folder / place
    done = workshop.build()
    assert done.returncode == 1
    assert "within each other" in said(done)
    assert (workshop.content / "bulletins/2025/a.md").is_file()


def test_one_instance_may_run_again_and_again(content, engine_for, tmp_path):
    """``pelican --autoreload`` keeps one instance, and runs it after each change of a file."""
    root = content({"bulletins/2025/a.md": bulletin("Tin thứ nhất")})
    engine = engine_for(root, tmp_path / "output")
    engine.run()
    first = (tmp_path / "output/MANIFEST").read_bytes()
    (root / "bulletins/2025/b.md").write_text(bulletin("Tin hai", "03/04/2025"))
    with pytest.raises(ContentError):
        engine.run()
    assert (tmp_path / "output/MANIFEST").read_bytes() == first
    (root / "bulletins/2025/b.md").write_text(bulletin("Tin hai"))
    engine.run()
    assert (tmp_path / "output/ban-tin/2025/03/tin-hai/index.html").is_file()
    (root / "bulletins/2025/b.md").unlink()
    engine.run()
    assert (tmp_path / "output/MANIFEST").read_bytes() == first
