"""Every file of a content folder is claimed, or a problem."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.decoding import MAX_MARKDOWN_BYTES
from plugins.bulletins.tree import on_disk, scan


@pytest.fixture
def root(tmp_path):
    for name in ("units.yml", "people.yml"):
        (tmp_path / name).write_text("[]\n", encoding="utf-8")
    return tmp_path


def put(root, path, data=b"x"):
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def codes(root):
    return [(found.path, found.code) for found in scan(root).problems]


def test_a_right_folder_is_claimed_whole_and_sorted(root):
    for path in (
        "bulletins/2025/b.md",
        "bulletins/2025/a.md",
        "bulletins/2024/c.md",
        "bulletins/2025/IMG_20250305_101500 (1).JPG",
        "bulletins/2025/Ảnh hội nghị.jpeg",
        "bulletins/2025/ke-hoach.PDF",
        "pages/gioi-thieu.md",
        "pages/so-do.png",
        "images/chung/2025/a.webp",
        "exceptions.yml",
        "allowed-domains.yml",
    ):
        put(root, path)
    tree = scan(root)
    assert tree.problems == ()
    assert tree.bulletins == ("bulletins/2024/c.md", "bulletins/2025/a.md", "bulletins/2025/b.md")
    assert tree.pages == ("pages/gioi-thieu.md",)
    assert tree.media == (
        "bulletins/2025/IMG_20250305_101500 (1).JPG",
        "bulletins/2025/ke-hoach.PDF",
        "bulletins/2025/Ảnh hội nghị.jpeg",
        "images/chung/2025/a.webp",
        "pages/so-do.png",
    )
    assert tree.registries == ("allowed-domains.yml", "exceptions.yml", "people.yml", "units.yml")


def test_what_systems_leave_behind_is_passed_over(root):
    for path in (
        ".DS_Store",
        "bulletins/.gitkeep",
        "bulletins/2025/Thumbs.db",
        "bulletins/2025/desktop.ini",
        "bulletins/2025/._anh.jpg",
    ):
        put(root, path)
    assert scan(root).problems == ()
    assert scan(root).media == ()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("ghi-chu.md", "unclaimed-file"),
        ("anh.jpg", "unclaimed-file"),
        ("units.yaml", "unclaimed-file"),
        ("bulletins/bai.md", "bulletin-folder"),
        ("bulletins/anh.jpg", "bulletin-folder"),
        ("images/bai.md", "unclaimed-file"),
        ("bulletins/2025/b.MD", "markdown-suffix"),
        ("bulletins/2025/b.markdown", "file-type"),
        ("bulletins/2025/b.txt", "file-type"),
        ("bulletins/2025/b.html", "file-type"),
        ("bulletins/2025/b.svg", "file-type"),
        ("bulletins/2025/b.php", "file-type"),
        ("bulletins/2025/b.doc", "file-type"),
        ("bulletins/2025/b.docm", "file-type"),
        ("bulletins/2025/b.xlsm", "file-type"),
        ("bulletins/2025/b.zip", "file-type"),
        ("bulletins/2025/b.pdf.exe", "file-type"),
        ("bulletins/2025/b", "file-type"),
        ("bulletins/2025/.md", "file-type"),
        ("bulletins/2025/b.php.jpg", "double-extension"),
        ("bulletins/2025/b.HTML.pdf", "double-extension"),
        ("bulletins/2025/~$bao-cao.docx", "lock-file"),
        ("bulletins/2025/.~lock.bao-cao.docx#", "lock-file"),
        ("bulletins/2025/-rf.jpg", "file-name"),
        ("bulletins/2025/.an.jpg", "file-name"),
        ("bulletins/2025/ anh.jpg", "file-name"),
        ("bulletins/2025/con.jpg", "file-name"),
        ("bulletins/2025/COM1.jpg", "file-name"),
        ("bulletins/2025/a:b.jpg", "file-name"),
        ("bulletins/2025/a#b.jpg", "file-name"),
        ("bulletins/2025/a?b.jpg", "file-name"),
        ("bulletins/2025/a\\b.jpg", "file-name"),
        ("bulletins/2025/a%20b.jpg", "file-name"),
        ('bulletins/2025/a"b.jpg', "file-name"),
        ("bulletins/2025/a\nb.jpg", "file-name"),
        ("bulletins/2025/a\x01b.jpg", "file-name"),
        ("bulletins/2025/a\u200bb.jpg", "file-name"),
        ("bulletins/2025/" + "ă" * 51 + ".jpg", "file-name"),
    ],
)
def test_every_other_file_is_a_problem(root, path, code):
    put(root, path)
    assert codes(root) == [(path, code)]
    tree = scan(root)
    assert path not in tree.bulletins + tree.pages + tree.media


@pytest.mark.parametrize(
    "name",
    [
        "80% dân số.jpg",
        "Ảnh 1 (2).JPG",
        "a..b.jpg",
        "Báo cáo 1.2.2025.pdf",
        "console.jpg",
        "a_b-c.png",
    ],
)
def test_names_as_staff_and_phones_give_them_are_right(root, name):
    put(root, f"bulletins/2025/{name}")
    assert scan(root).problems == ()
    assert scan(root).media == (f"bulletins/2025/{name}",)


def test_the_longest_path_is_just_right(root):
    put(root, "bulletins/2025/" + "a" * 101 + ".jpg")
    assert scan(root).problems == ()
    put(root, "bulletins/2025/" + "b" * 102 + ".jpg")
    assert [code for _, code in codes(root)] == ["file-name"]


@pytest.mark.parametrize(
    "folder",
    [
        "bulletins/2025/hoi-nghi",
        "bulletins/nam-2025",
        "bulletins/1999",
        "pages/phu",
        "draft",
        ".git",
        "images/a/b/c/d",
    ],
)
def test_a_folder_that_nobody_reads_is_one_problem(root, folder):
    put(root, f"{folder}/a.md")
    put(root, f"{folder}/b.jpg")
    assert codes(root) == [(folder, "unclaimed-folder")]


def test_symlinks_are_refused_and_not_followed(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "secret.jpg")
    (root / "bulletins" / "2025").mkdir(parents=True)
    (root / "bulletins" / "2025" / "a.jpg").symlink_to(outside / "secret.jpg")
    (root / "bulletins" / "2025" / "b.md").symlink_to("/etc/passwd")
    (root / "images").symlink_to(outside)
    (root / "pages").symlink_to(root)
    tree = scan(root)
    assert {(found.path, found.code) for found in tree.problems} == {
        ("bulletins/2025/a.jpg", "symlink"),
        ("bulletins/2025/b.md", "symlink"),
        ("images", "symlink"),
        ("pages", "symlink"),
    }
    assert tree.bulletins + tree.pages + tree.media == ()


def test_a_pipe_is_no_file(root):
    (root / "images").mkdir()
    os.mkfifo(root / "images" / "a.jpg")
    assert codes(root) == [("images/a.jpg", "not-regular-file")]


def test_registries_must_be_there(tmp_path):
    assert codes(tmp_path) == [
        ("people.yml", "registry-missing"),
        ("units.yml", "registry-missing"),
    ]
    [problem] = scan(tmp_path / "khong-co").problems
    assert problem.code == "content-missing"


def test_a_markdown_file_over_the_cap_is_not_even_read(root):
    put(root, "bulletins/2025/a.md", b"a" * MAX_MARKDOWN_BYTES)
    put(root, "bulletins/2025/b.md", b"a" * (MAX_MARKDOWN_BYTES + 1))
    assert scan(root).bulletins == ("bulletins/2025/a.md",)
    assert codes(root) == [("bulletins/2025/b.md", "file-too-large")]


def test_names_from_macos_are_composed_and_found_again(root):
    name = "Ảnh hội nghị.jpg"
    put(root, "bulletins/2025/" + unicodedata.normalize("NFD", name), b"anh")
    tree = scan(root)
    assert tree.media == (f"bulletins/2025/{name}",)
    assert on_disk(root, tree.media[0]).read_bytes() == b"anh"
    assert on_disk(root, "bulletins/2025/khong-co.jpg") == root / "bulletins/2025/khong-co.jpg"
    assert on_disk(root, "khong/co.jpg") == root / "khong/co.jpg"


def test_two_ways_of_writing_one_name_collide(root):
    put(root, "images/" + unicodedata.normalize("NFD", "ảnh.jpg"))
    put(root, "images/ảnh.jpg")
    assert scan(root).media == ("images/ảnh.jpg",)
    assert codes(root) == [("images/ảnh.jpg", "name-collision")]


def test_a_name_that_is_no_utf8_is_shown_as_far_as_it_goes(root):
    (root / "images").mkdir()
    with open(os.fsencode(root) + b"/images/\xff\xfe.jpg", "wb"):
        pass
    assert codes(root) == [("images/��.jpg", "file-name")]


def test_a_folder_that_cannot_be_listed_is_a_problem(root, monkeypatch):
    put(root, "images/a.jpg")
    real = os.scandir

    def refuse(path):
        if os.fspath(path).endswith("images"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(root) == [("images", "unreadable")]


NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=40
).filter(lambda name: name not in {".", ".."} and len(name.encode()) < 200)


@given(name=NAMES, suffix=st.sampled_from(["", ".md", ".jpg", ".pdf", ".exe"]))
def test_any_name_is_claimed_or_a_problem_and_never_both(tmp_path_factory, name, suffix):
    root = tmp_path_factory.mktemp("content")
    for registry in ("units.yml", "people.yml"):
        put(root, registry, b"[]")
    put(root, f"images/{name}{suffix}")
    tree = scan(root)
    assert (
        len(tree.media) + len(tree.problems) >= 1
        or name.lower() + suffix in {"thumbs.db"}
        or (name.startswith("._"))
    )
    assert not (tree.media and tree.problems)
    for path in tree.media:
        assert on_disk(root, path).is_file()
