"""The output folder: repaired in place, sealed last, never left half done by a failure."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from pathlib import Path

import pytest

from plugins.engine import manifest
from plugins.engine.errors import BuildError
from plugins.engine.manifest import NAME, WORK_FOLDER
from plugins.engine.output import Changes, Output


def snapshot(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def open_output(root, **options):
    return Output(root, **{"protected": (), "waiting": lambda _who: None, **options})


def build(root, files):
    with open_output(root) as output:
        return output.commit([output.stage(path, data) for path, data in files.items()])


@pytest.fixture
def root(tmp_path):
    return tmp_path / "output"


def test_a_first_build_writes_everything_and_seals_it(root):
    changes = build(root, {"index.html": b"1", "a/b/index.html": b"2"})
    assert changes == Changes(written=2, removed=0, kept=0)
    assert set(snapshot(root)) == {NAME, "index.html", "a/b/index.html"}
    assert not manifest.verify(root)
    assert not (root / WORK_FOLDER).exists()


def test_unchanged_files_are_not_touched(root):
    build(root, {"index.html": b"1", "a.html": b"2"})
    before = (root / "a.html").stat()
    assert build(root, {"index.html": b"new", "a.html": b"2"}) == Changes(1, 0, 1)
    after = (root / "a.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_build_that_changes_nothing_leaves_the_manifest_alone(root):
    build(root, {"index.html": b"1"})
    before = (root / NAME).stat().st_mtime_ns
    assert build(root, {"index.html": b"1"}) == Changes(0, 0, 1)
    assert (root / NAME).stat().st_mtime_ns == before


def test_what_is_no_longer_made_is_removed_with_its_folders(root):
    build(root, {"index.html": b"1", "old/page/index.html": b"2"})
    assert build(root, {"index.html": b"1"}) == Changes(0, 1, 1)
    assert not (root / "old").exists()
    assert not manifest.verify(root)


@pytest.mark.parametrize(
    ("first", "second"),
    [({"a": b"1"}, {"a/b": b"2"}), ({"a/b": b"1"}, {"a": b"2"})],
    ids=["file becomes folder", "folder becomes file"],
)
def test_a_file_and_a_folder_may_change_places(root, first, second):
    build(root, first)
    build(root, second)
    assert not manifest.verify(root)
    assert set(snapshot(root)) == {NAME, *second}


def test_a_damaged_tree_is_repaired(root):
    files = {"index.html": b"1", "a/b.html": b"2", "c.html": b"3"}
    build(root, files)
    (root / "index.html").write_bytes(b"tampered")
    (root / "a/b.html").unlink()
    (root / "extra.html").write_bytes(b"x")
    build(root, files)
    assert not manifest.verify(root)


def test_links_in_the_output_are_replaced_and_never_written_through(root, tmp_path):
    build(root, {"index.html": b"1", "a/b.html": b"2"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.html").write_bytes(b"precious")
    (root / "a/b.html").unlink()
    (root / "a").rmdir()
    (root / "a").symlink_to(outside)
    (root / "index.html").unlink()
    (root / "index.html").symlink_to(outside / "b.html")
    build(root, {"index.html": b"new", "a/b.html": b"2", "a/c/d.html": b"3"})
    assert snapshot(outside) == {"b.html": b"precious"}
    assert not manifest.verify(root)


def test_an_exception_leaves_the_previous_output_as_it_was(root):
    build(root, {"index.html": b"1"})
    before = snapshot(root)
    with pytest.raises(RuntimeError), open_output(root) as output:
        output.stage("index.html", b"half of it")
        raise RuntimeError
    assert snapshot(root) == before


def test_a_failed_first_build_leaves_no_folder(root):
    with pytest.raises(RuntimeError), open_output(root):
        raise RuntimeError
    assert not root.exists()


@pytest.mark.parametrize(
    "paths",
    [("a.html", "a.html"), ("a.html", "A.html"), ("a", "a/b"), ("Đ.html", "đ.html")],
)
def test_two_files_for_one_path_are_refused_before_anything_changes(root, paths):
    build(root, {"index.html": b"1"})
    before = snapshot(root)
    with pytest.raises(BuildError), open_output(root) as output:
        output.commit([manifest.entry_of(path, b"x") for path in paths])
    assert snapshot(root) == before


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a//b", NAME, f"{WORK_FOLDER}/x"])
def test_paths_outside_the_folder_and_reserved_ones_are_refused(root, path):
    with pytest.raises(BuildError), open_output(root) as output:
        output.commit([manifest.entry_of(path, b"x")])


def test_a_foreign_folder_is_refused_and_kept(root):
    root.mkdir()
    (root / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(BuildError, match="no build of this site made it"):
        build(root, {"index.html": b"1"})
    assert snapshot(root) == {"thesis.docx": b"years of work"}


def test_an_empty_folder_is_taken(root):
    root.mkdir()
    build(root, {"index.html": b"1"})
    assert not manifest.verify(root)


@pytest.mark.parametrize("place", [".", "content", "content/deep"])
def test_an_output_folder_within_or_around_the_content_is_refused(tmp_path, place):
    content = tmp_path / "content"
    (content / "deep").mkdir(parents=True)
    with pytest.raises(BuildError, match="within each other"):
        open_output(tmp_path / place, protected=[content]).__enter__()


def test_a_tree_left_unsealed_by_a_kill_is_taken_up_again(root):
    build(root, {"index.html": b"1", "a.html": b"2"})
    (root / WORK_FOLDER / "staged").mkdir(parents=True)
    (root / WORK_FOLDER / "staged" / "left.html").write_bytes(b"half")
    (root / NAME).replace(root / WORK_FOLDER / "previous-manifest")
    (root / "a.html").unlink()
    build(root, {"index.html": b"1", "a.html": b"2"})
    assert not manifest.verify(root)
    assert not (root / WORK_FOLDER).exists()


def test_a_failure_after_a_kill_keeps_the_tree_recognisable(root):
    build(root, {"index.html": b"1"})
    (root / WORK_FOLDER).mkdir()
    (root / NAME).replace(root / WORK_FOLDER / "previous-manifest")
    with pytest.raises(RuntimeError), open_output(root):
        raise RuntimeError
    build(root, {"index.html": b"1"})
    assert not manifest.verify(root)


def test_copies_are_checked_against_their_hash(root, tmp_path):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"pixels" * 1000)
    digest = hashlib.sha256(photo.read_bytes()).hexdigest()
    with open_output(root) as output:
        output.commit([output.stage_copy("anh/photo.jpg", photo, digest)])
    assert (root / "anh/photo.jpg").read_bytes() == photo.read_bytes()
    changed = pytest.raises(BuildError, match="changed while it was being copied")
    with changed, open_output(root) as output:
        output.stage_copy("anh/other.jpg", photo, "0" * 64)


def test_a_second_build_waits_for_the_first_and_says_for_whom(root):
    said = []
    order = []
    with open_output(root) as first:
        first.status("rendering")

        def second():
            with open_output(root, waiting=said.append) as output:
                order.append("second")
                output.commit([output.stage("index.html", b"2")])

        thread = threading.Thread(target=second)
        thread.start()
        while not said:
            thread.join(0.01)
        order.append("first")
        first.commit([first.stage("index.html", b"1")])
    thread.join()
    assert order == ["first", "second"]
    assert said == [f"{os.getpid()} rendering"]
    assert (root / "index.html").read_bytes() == b"2"


def test_ctrl_c_waits_until_the_tree_is_sealed(root, monkeypatch):
    """The kernel may hand it to any thread, so another one is there, as in a real build."""
    build(root, {"index.html": b"1", "a.html": b"2"})
    unlink = Path.unlink

    def interrupted_unlink(path, **options):
        unlink(path, **options)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Path, "unlink", interrupted_unlink)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    with pytest.raises(KeyboardInterrupt):
        build(root, {"index.html": b"new"})
    done.set()
    other.join()
    assert not manifest.verify(root)
    assert (root / "index.html").read_bytes() == b"new"
    assert not (root / WORK_FOLDER).exists()


@pytest.mark.parametrize("place", ["file", "file/output"])
def test_what_cannot_be_a_folder_is_refused_and_kept(tmp_path, place):
    (tmp_path / "file").write_bytes(b"precious")
    with pytest.raises(BuildError, match="cannot be an output folder"):
        build(tmp_path / place, {"index.html": b"1"})
    assert (tmp_path / "file").read_bytes() == b"precious"
