"""``bantin names PATH`` and ``bantin where NAME``: names to approve, and names to correct."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from plugins.gate.names_content import Content, Misused, attachments_of, open_content
from plugins.gate.names_report import as_json, as_text
from plugins.gate.names_sheet import Sheet, Sheets
from plugins.gate.names_where import Hit, find_name
from plugins.gate.rules import Subject
from plugins.units.resolution import day_of

OK, FOUND_ERRORS, USAGE = 0, 1, 2

_NAMES_EPILOG = """\
marks:
  ✔    the registry agrees
  ⚠    look again: one letter or tone from a registered name, another title, a unit that is closed
  ?    not in the registry, or a name that several units share

exit status:
  0    done (with --strict: and nothing is marked ⚠)
  1    a bulletin has errors and was left out; with --strict also: something is marked ⚠
  2    wrong usage: a PATH that is not there, or in no content folder
"""
_WHERE_EPILOG = """\
Case, blanks and the place of the tone mark do not count. What differs in one letter or tone is
shown too, marked ≈.

exit status:
  0    the name stands somewhere
  1    it stands nowhere
  2    wrong usage: a PATH that is not there, or in no content folder
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``names`` and ``where`` to the parser."""
    names = commands.add_parser(
        "names",
        help="list the people and units of a bulletin beside the registries",
        description="Print the name sheet, for the one who approves: every person and unit in "
        "text, captions, tables and attachments, the title as printed, and the title in the "
        "registry on the day of the event.",
        epilog=_NAMES_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="bulletins or folders")
    _add_format(names)
    names.add_argument("--strict", action="store_true", help="fail where something is marked ⚠")
    names.set_defaults(run=run_names)
    where = commands.add_parser(
        "where",
        help="find every place where a name stands",
        description="Print every place of a name in bulletins, pages, registries and attachments.",
        epilog=_WHERE_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    where.add_argument("name", metavar="NAME", help="the name, in quotation marks")
    where.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders to look in (default: the content folder of the settings)",
    )
    _add_format(where)
    where.set_defaults(run=run_where)


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people or JSON for programs (default: text)",
    )
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="settings file (default: pelicanconf.py here, else the program's own)",
    )


def run_names(chosen: argparse.Namespace) -> int:
    """Print the sheets; return the exit status."""
    try:
        content = open_content(chosen.paths, chosen.settings)
        sheets, left_out = make_sheets(content)
    except Misused as error:
        return _misused(str(error))
    if not sheets and not left_out:
        return _misused("Không có bản tin nào ở đường dẫn này. Bản tin nằm trong bulletins/.")
    for path in left_out:
        sys.stderr.write(f"{path} đang có lỗi, chạy «bantin check {path}» và sửa trước.\n")
    _write(as_json(sheets) if chosen.format == "json" else as_text(sheets))
    marked = chosen.strict and any(sheet.warnings for sheet in sheets)
    return FOUND_ERRORS if left_out or marked else OK


def make_sheets(content: Content) -> tuple[list[Sheet], list[str]]:
    """Make the sheets of the bulletins that were asked for.

    Returns:
        The sheets, and the bulletins that have errors and so no sheet.

    Raises:
        Misused: a registry has errors.
    """
    maker = Sheets(content.facts())
    sheets: list[Sheet] = []
    left_out: list[str] = []
    for path in content.bulletins():
        record = content.record(path)
        if record is None:
            left_out.append(path)
            continue
        subjects = [content.subject(path, "bulletin", record)]
        for file in attachments_of(record, content.tree.media):
            subjects.append(content.subject(file, "attachment"))
        sheets.append(maker.make(record.title, day_of(record), subjects))
    return sheets, left_out


def run_where(chosen: argparse.Namespace) -> int:
    """Print the places; return the exit status."""
    try:
        content = open_content(chosen.paths, chosen.settings)
    except Misused as error:
        return _misused(str(error))
    found = find_name(chosen.name, _subjects(content))
    if chosen.format == "json":
        _write(json.dumps([asdict(hit) for hit in found], ensure_ascii=False, indent=2))
    else:
        _write("\n".join(_line(hit) for hit in found))
        near = sum(hit.near for hit in found)
        sys.stderr.write(f"{len(found) - near} chỗ ghi đúng như vậy, {near} chỗ gần giống (≈).\n")
    return OK if found else FOUND_ERRORS


def _subjects(content: Content) -> Iterator[Subject]:
    """Yield the files that were asked for; registries and attachments too."""
    tree = content.tree
    for paths, kind in (
        (tree.bulletins, "bulletin"),
        (tree.pages, "page"),
        (tree.registries, "registry"),
        (tree.media, "attachment"),
    ):
        for path in filter(content.covers, paths):
            yield content.subject(path, kind)  # type: ignore[arg-type]


def _line(hit: Hit) -> str:
    mark = "≈ " if hit.near else ""
    return f"{hit.path}:{hit.line}:{hit.column}: {mark}{hit.text}"


def _write(text: str) -> None:
    with contextlib.suppress(BrokenPipeError):  # as in `bantin names PATH | head`
        sys.stdout.write(f"{text}\n" if text else "")
        sys.stdout.flush()


def _misused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE
