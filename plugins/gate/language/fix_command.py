"""``bantin fix PATH``: repair what is safe, and show what was changed."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.gate.language.fix import fix_markdown

OK, FOUND_ERRORS, USAGE = 0, 1, 2

EPILOG = """\
Repaired are decomposed letters, odd blanks and invisible characters, and in the running text
misplaced tone marks and blanks around signs. A name or a figure is never changed.

exit status:
  0    done
  1    a file could not be read or written
  2    wrong usage: a PATH that is not there, or no Markdown file
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``fix`` to the parser."""
    command = commands.add_parser(
        "fix",
        help="repair what is safe in bulletins",
        description="Repair Markdown files in place and print what was changed as a diff.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    command.add_argument("--dry-run", action="store_true", help="print the diff, change nothing")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Repair; return the exit status."""
    absent = [str(path) for path in chosen.paths if not path.exists()]
    if absent:
        sys.stderr.write(f"Không có tệp hay thư mục: {', '.join(absent)}.\n")
        return USAGE
    files = list(_files(chosen.paths))
    if not files:
        sys.stderr.write("Không có tệp .md nào ở đường dẫn này.\n")
        return USAGE
    changed = failed = 0
    for file in files:
        try:
            diff = fix_file(file, write=not chosen.dry_run)
        except (OSError, UnicodeDecodeError) as error:
            failed += 1
            sys.stderr.write(f"{file}: không đọc hoặc không ghi được ({error}).\n")
            continue
        changed += bool(diff)
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.write(diff)
    done = "sẽ sửa" if chosen.dry_run else "đã sửa"
    sys.stderr.write(f"{done} {changed} trong {len(files)} tệp.\n")
    return FOUND_ERRORS if failed else OK


def fix_file(file: Path, *, write: bool) -> str:
    """Repair one file.

    Args:
        file: a Markdown file in UTF-8.
        write: change it; else only tell what would change.

    Returns:
        A unified diff, "" where nothing changes.

    Raises:
        OSError: it cannot be read or written.
        UnicodeDecodeError: it is no UTF-8.
    """
    before = file.read_bytes().decode("utf-8")
    after = fix_markdown(before)
    if after == before:
        return ""
    if write:
        _replace(file, after.encode("utf-8"))
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), str(file), str(file), n=0
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _replace(file: Path, data: bytes) -> None:
    """Put new bytes in the place of a file at once: it is whole at every moment."""
    handle, name = tempfile.mkstemp(prefix=".fix-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(data)
            temporary.flush()
            os.fsync(temporary.fileno())
        os.chmod(name, stat.S_IMODE(file.stat().st_mode))
        os.replace(name, file)
    except BaseException:  # Ctrl-C too: no half-written file stays behind
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the Markdown files below some paths, links left alone."""
    for path in paths:
        found = sorted(path.rglob("*.md")) if path.is_dir() else [path]
        for file in found:
            if file.suffix == ".md" and file.is_file() and not file.is_symlink():
                yield file
