"""``bantin check``: is the content in order? Reads everything, writes nothing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pelican.settings import read_settings

from plugins.engine import Engine
from plugins.engine.errors import SettingsError
from plugins.problems import Problem, errors
from plugins.problems.report import as_github, as_json, as_text

OK, FOUND_ERRORS, USAGE = 0, 1, 2
REGISTRY = "units.yml"
PROJECT = Path(__file__).resolve().parents[2]

EPILOG = """exit status: 0 no error (with --strict: no warning either), 1 errors, 2 wrong usage"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``check`` to the parser."""
    command = commands.add_parser(
        "check",
        help="check the content",
        description="Check bulletins, registries, photos and attachments. The report goes to "
        "stdout, progress to stderr.",
        epilog=EPILOG,
    )
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders of one content folder (default: content)",
    )
    command.add_argument("--format", choices=("text", "json", "github"), default="text")
    command.add_argument("--strict", action="store_true", help="let warnings fail as well")
    command.add_argument(
        "--settings", type=Path, default=None, help="settings file (default: pelicanconf.py)"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check and report; return the exit status."""
    paths = [Path(os.path.abspath(path)) for path in chosen.paths]
    settings_file = chosen.settings or settings_of_project()
    if not paths:
        paths = [Path(read_settings(str(settings_file))["PATH"])]
    roots = {content_root(path) for path in paths if path.exists()}
    if len(roots) != 1 or None in roots or not all(path.exists() for path in paths):
        sys.stderr.write(_wrong_paths(paths) + "\n")
        return USAGE
    root = roots.pop()
    assert root is not None
    problems = [
        found for found in check_content(root, settings_file) if _below(root / found.path, paths)
    ]
    _write_report(problems, chosen.format, root)
    failing = problems if chosen.strict else errors(problems)
    return FOUND_ERRORS if failing else OK


def settings_of_project() -> Path:
    """Return ``pelicanconf.py`` of the working folder, or else of this installation."""
    here = Path.cwd() / "pelicanconf.py"
    return here if here.is_file() else PROJECT / "pelicanconf.py"


def content_root(path: Path) -> Path | None:
    """Return the nearest folder, the path itself included, that holds ``units.yml``."""
    for folder in (path, *path.parents):
        if (folder / REGISTRY).is_file():
            return folder
    return None


def check_content(root: Path, settings_file: Path) -> list[Problem]:
    """Read and check a whole content folder.

    Raises:
        SettingsError: a setting is wrong.
    """
    settings = read_settings(str(settings_file), override={"PATH": str(root)})
    engine = settings["PELICAN_CLASS"](settings)
    if not isinstance(engine, Engine):
        raise SettingsError(f"PELICAN_CLASS in {settings_file} must be plugins.engine.Engine")
    return engine.examine().problems


def _below(file: Path, paths: Sequence[Path]) -> bool:
    return any(file == path or path in file.parents for path in paths)


def _wrong_paths(paths: Sequence[Path]) -> str:
    absent = [str(path) for path in paths if not path.exists()]
    if absent:
        return f"Không có tệp hay thư mục: {', '.join(absent)}. Kiểm tra lại đường dẫn."
    lost = [str(path) for path in paths if content_root(path) is None]
    if lost:
        return (
            f"Không thấy thư mục nội dung (có tệp {REGISTRY}) chứa: {', '.join(lost)}. "
            "Kiểm tra lại đường dẫn."
        )
    return "Các đường dẫn nằm trong nhiều thư mục nội dung khác nhau; hãy kiểm tra từng thư mục."


def _write_report(problems: Sequence[Problem], form: str, root: Path) -> None:
    if form == "json":
        sys.stdout.write(as_json(problems) + "\n")
    elif form == "github":
        relative = os.path.relpath(root)
        text = as_github(problems, f"{relative}/" if relative != "." else "")
        sys.stdout.write(f"{text}\n" if text else "")
    else:
        text = as_text(problems)
        sys.stdout.write(f"{text}\n" if text else "")
        warnings = len(problems) - len(errors(problems))
        sys.stderr.write(f"{len(errors(problems))} lỗi, {warnings} cảnh báo.\n")
