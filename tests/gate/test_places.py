from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from plugins.gate.places import Place, absolute, place_of

NOWHERE = Path("/no/content/here")


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "content"
    (folder / "bulletins/2025").mkdir(parents=True)
    for name in ("units.yml", "people.yml", "bulletins/2025/tin.md"):
        (folder / name).touch()
    return folder


def inside(text):
    return Place(Path("/content"), PurePosixPath(text))


@pytest.mark.parametrize(
    ("asked", "reported", "covered"),
    [
        (".", "units.yml", True),
        (".", "bulletins/2025/tin.md", True),
        ("bulletins", "bulletins/2025/tin.md", True),
        ("bulletins", "units.yml", False),
        ("bulletins/2025/tin.md", "bulletins/2025/tin.md", True),
        ("bulletins/2025/tin.md", "bulletins/2025/tin.mdx", False),
        ("bulletins/2025/tin.md", "bulletins/2025/tin-khac.md", False),
        ("bulletins/2025/tin.md", "bulletins/2025", True),
        ("bulletins/2025/tin.md", "bulletins/2024", False),
    ],
)
def test_a_place_covers_what_is_in_it_and_the_folders_around_it(asked, reported, covered):
    assert inside(asked).covers(reported) is covered


def test_only_the_folder_itself_is_the_root():
    assert inside(".").is_root
    assert not inside("bulletins").is_root


@pytest.mark.parametrize("path", ["bulletins/2025/tin.md", "bulletins", "units.yml", "."])
def test_the_root_is_the_nearest_folder_with_units(root, path):
    assert place_of(root / path, NOWHERE) == Place(root, PurePosixPath(path))


def test_the_nearest_of_two_roots_counts(root):
    (root / "bulletins/units.yml").touch()
    place = place_of(root / "bulletins/2025/tin.md", NOWHERE)
    assert place == Place(root / "bulletins", PurePosixPath("2025/tin.md"))


def test_people_tell_a_content_folder_that_has_lost_its_units(root):
    (root / "units.yml").unlink()
    assert place_of(root / "bulletins", NOWHERE) == Place(root, PurePosixPath("bulletins"))


def test_without_registries_only_the_settings_tell_a_content_folder(root):
    for name in ("units.yml", "people.yml"):
        (root / name).unlink()
    assert place_of(root / "bulletins", NOWHERE) is None
    assert place_of(root / "bulletins", root) == Place(root, PurePosixPath("bulletins"))


def test_a_link_counts_where_it_stands_before_where_it_leads(root, tmp_path):
    (root / "pages").symlink_to(tmp_path)
    (tmp_path / "tin.md").symlink_to(root / "bulletins/2025/tin.md")
    assert place_of(root / "pages/tin.md", NOWHERE) == Place(root, PurePosixPath("pages/tin.md"))
    assert place_of(tmp_path / "tin.md", NOWHERE) == Place(
        root, PurePosixPath("bulletins/2025/tin.md")
    )


def test_bytes_that_are_no_utf8_and_letters_in_parts_are_written_as_reports_do(root):
    (root / "a\udcff.md").touch()
    (root / "hô\u0323i.md").touch()
    assert place_of(root / "a\udcff.md", NOWHERE) == Place(root, PurePosixPath("a�.md"))
    assert place_of(root / "hô\u0323i.md", NOWHERE) == Place(root, PurePosixPath("hội.md"))


def test_two_dots_after_a_link_mean_the_folder_above_its_target(root, tmp_path, monkeypatch):
    (tmp_path / "link").symlink_to(root / "bulletins/2025")
    monkeypatch.chdir(tmp_path)
    assert absolute(Path("link/../2025/tin.md")) == root / "bulletins/2025/tin.md"
    assert absolute(Path("link/..")) == root / "bulletins"
    assert absolute(Path("link")) == tmp_path / "link"
    assert absolute(Path()) == tmp_path
