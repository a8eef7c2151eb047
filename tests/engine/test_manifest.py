"""The manifest: what is written can be read back, and every difference is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine import manifest
from plugins.engine.manifest import Entry, ManifestError

PATHS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="/"), min_size=1
)
ENTRIES = st.lists(
    st.builds(Entry, PATHS, st.from_regex(r"[0-9a-f]{64}", fullmatch=True), st.integers(0, 10**12)),
    unique_by=lambda entry: entry.path,
)


@given(ENTRIES)
def test_a_manifest_is_read_back_sorted(entries):
    loaded = manifest.load(manifest.dump(entries))
    assert sorted(loaded, key=lambda entry: entry.path) == sorted(entries, key=lambda e: e.path)
    assert list(loaded) == sorted(entries, key=lambda entry: entry.path.encode())


@given(ENTRIES.filter(bool), st.data())
def test_a_manifest_cut_off_anywhere_but_after_a_line_is_refused(entries, data):
    text = manifest.dump(entries)
    cut = data.draw(st.integers(1, len(text) - 1).filter(lambda at: text[at - 1 : at] != b"\n"))
    with pytest.raises(ManifestError):
        manifest.load(text[:cut])


@pytest.mark.parametrize(
    "text",
    [
        b"xyz 1 a\n",
        b"0" * 64 + b" 01 a\n",
        b"0" * 64 + b" 1\n",
        b"0" * 64 + b" 1 b\n" + b"0" * 64 + b" 1 a\n",
        b"0" * 64 + b" 1 a\n" + b"0" * 64 + b" 1 a\n",
        b"\xff\n",
    ],
)
def test_malformed_manifests_are_refused(text):
    with pytest.raises(ManifestError):
        manifest.load(text)


@pytest.fixture
def tree(tmp_path):
    files = {"index.html": b"<h1>", "a/b.txt": "chữ".encode(), "a/c.txt": b""}
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    entries = [manifest.entry_of(path, data) for path, data in files.items()]
    (tmp_path / manifest.NAME).write_bytes(manifest.dump(entries))
    return tmp_path


def test_a_complete_tree_has_no_differences(tree):
    assert not manifest.verify(tree)


def test_every_kind_of_difference_is_named(tree):
    (tree / "index.html").write_bytes(b"<h2>")
    (tree / "a/b.txt").unlink()
    (tree / "a/new.txt").write_bytes(b"x")
    found = manifest.verify(tree)
    assert (found.changed, found.missing, found.extra) == (
        ("index.html",),
        ("a/b.txt",),
        ("a/new.txt",),
    )


def test_a_link_in_the_place_of_a_file_is_a_change(tree):
    (tree / "elsewhere").write_bytes(b"<h1>")
    (tree / "index.html").unlink()
    (tree / "index.html").symlink_to(tree / "elsewhere")
    assert manifest.verify(tree).changed == ("index.html",)


def test_a_linked_folder_is_extra_and_not_followed(tree, tmp_path_factory):
    (tree / "a/link").symlink_to(tmp_path_factory.mktemp("other"))
    assert manifest.verify(tree).extra == ("a/link",)


def test_the_work_folder_is_no_part_of_the_tree(tree):
    (tree / manifest.WORK_FOLDER).mkdir()
    (tree / manifest.WORK_FOLDER / "status").write_text("reading")
    assert not manifest.verify(tree)


def test_a_tree_without_manifest_is_refused(tmp_path):
    with pytest.raises(ManifestError, match="no MANIFEST"):
        manifest.verify(tmp_path)
