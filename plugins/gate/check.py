"""``bantin check``: is the content in order? Reads everything, writes nothing."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from pelican.settings import get_settings_from_file, read_settings

from plugins.authors import people
from plugins.authors.attribution import attribute
from plugins.authors.settings import AuthorsSettings
from plugins.bulletins import Newsroom, Reading
from plugins.engine import Build, Engine
from plugins.engine.errors import SettingsError
from plugins.gate.debt import as_debt
from plugins.gate.examination import examine, without_repeats
from plugins.gate.explaining import explain
from plugins.gate.places import SIGNS, Place, absolute, place_of
from plugins.problems import Problem, errors
from plugins.problems.report import as_github, as_gitlab, as_json, as_text
from plugins.units import registry
from plugins.units.tagging import tag_explicit

OK, FOUND_ERRORS, USAGE = 0, 1, 2
PROJECT = Path(__file__).resolve().parents[2]

EPILOG = """\
exit status:
  0    no error (with --strict: no warning either)
  1    errors, in the content or in the settings
  2    wrong usage: a PATH that is not there, in no content folder, or in several
  130  stopped by Ctrl-C
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``check`` to the parser."""
    command = commands.add_parser(
        "check",
        help="check the content",
        description="Check bulletins, registries, photos and attachments. The report goes to "
        "stdout, progress to stderr.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders of one content folder, which is the nearest parent with units.yml; "
        "only they are reported (default: the content folder of the settings)",
    )
    command.add_argument(
        "--format",
        choices=("text", "json", "github", "gitlab"),
        default="text",
        help="lines to read, a JSON list, or annotations of a merge request (default: text)",
    )
    command.add_argument("--strict", action="store_true", help="let warnings fail as well")
    command.add_argument(
        "--explain", metavar="CODE", help="explain a code: what it means, an example, how to relax"
    )
    command.add_argument(
        "--debt",
        action="store_true",
        help="list what imported posts (origin: imported) owe: counts by code and the worst files",
    )
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="settings file (default: pelicanconf.py here, else the program's own)",
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Explain a code, or check and report; return the exit status."""
    return explain(chosen.explain) if chosen.explain else _check(chosen)


def _check(chosen: argparse.Namespace) -> int:
    """Check and report; return the exit status."""
    settings_file = chosen.settings or settings_of_project()
    if not settings_file.is_file():
        return _misused(f"Không có tệp thiết lập {settings_file}. Kiểm tra lại đường dẫn.")
    default = default_content(settings_file)
    paths = chosen.paths or [default]
    absent = [str(path) for path in paths if not os.path.lexists(path)]
    if absent:
        return _misused(f"Không có tệp hay thư mục: {', '.join(absent)}. Kiểm tra lại đường dẫn.")
    places = [place_of(path, default) for path in paths]
    lost = [str(path) for path, place in zip(paths, places, strict=True) if place is None]
    if lost:
        return _misused(
            f"Không thấy thư mục nội dung (có tệp {SIGNS[0]}) chứa: {', '.join(lost)}. "
            "Kiểm tra lại đường dẫn."
        )
    wanted = [place for place in places if place is not None]
    root = wanted[0].root
    if any(place.root != root for place in wanted):
        return _misused(
            "Các đường dẫn nằm trong nhiều thư mục nội dung khác nhau; hãy kiểm tra từng thư mục."
        )
    checked = check_content(wanted, settings_file)
    if chosen.debt:
        sys.stdout.write(as_debt(checked.debt, chosen.format))
        return OK
    reported = list(checked.problems)
    _write_report(reported, chosen.format, root)
    if checked.debt and chosen.format == "text":
        sys.stderr.write(
            f"Tin nhập từ trang cũ còn {len(checked.debt)} chỗ nên sửa dần: bantin check --debt\n"
        )
    return FOUND_ERRORS if (reported if chosen.strict else errors(reported)) else OK


def settings_of_project() -> Path:
    """Return ``pelicanconf.py`` of the working folder, or else of this installation."""
    here = Path.cwd() / "pelicanconf.py"
    return here if here.is_file() else PROJECT / "pelicanconf.py"


def default_content(settings_file: Path) -> Path:
    """Return the content folder that a settings file names; it need not be there.

    Raises:
        SettingsError: the file cannot be run.
    """
    with _quiet_stdout(), _settings_errors(settings_file):
        written = get_settings_from_file(str(settings_file))
    return absolute(settings_file.parent / str(written.get("PATH", "content")))


@dataclass(frozen=True, slots=True)
class Checked:
    """The problems of some files, in reading order, and what imported posts among them owe."""

    problems: tuple[Problem, ...]
    debt: tuple[Problem, ...] = ()


def check_content(wanted: Sequence[Place], settings_file: Path) -> Checked:
    """Read and check a whole content folder; return the problems of some of its files.

    Args:
        wanted: at least one place; all in the same content folder.
        settings_file: the settings to read it with.

    Raises:
        SettingsError: a setting is wrong.
    """
    root = wanted[0].root
    with _quiet_stdout():
        with _settings_errors(settings_file):
            settings = read_settings(str(settings_file), override={"PATH": str(root)})
        engine_class = settings["PELICAN_CLASS"]
        if not (isinstance(engine_class, type) and issubclass(engine_class, Engine)):
            raise SettingsError(f"PELICAN_CLASS in {settings_file} must be plugins.engine.Engine")
        build: Build = engine_class(settings).examine()
        examined = examine(build, settings)
    told = {*without_repeats(build.problems, examined), *examined.problems}
    shown = [found for found in told if _covered(found.path, wanted)]
    if not any(place.is_root for place in wanted):
        shown = _with_own_names(shown, build, wanted, settings)
    debt = (found for found in examined.debt if _covered(found.path, wanted))
    return Checked(tuple(sorted(shown)), tuple(sorted(debt)))


def _covered(path: str, wanted: Sequence[Place]) -> bool:
    return any(place.covers(path) for place in wanted)


def _with_own_names(
    shown: Sequence[Problem], build: Build, wanted: Sequence[Place], settings: Mapping[str, Any]
) -> list[Problem]:
    """Add what is wrong with the names that these bulletins use.

    A whole folder has one problem for an id that is gone, at the first bulletin that uses it. Who
    asks about another one of them must hear of it too.
    """
    bulletins = [found for found in build[Reading].bulletins if _covered(found.path, wanted)]
    broken = {found.path for found in errors(build.problems)} & {people.PATH, registry.PATH}
    own: list[Problem] = []
    if people.PATH not in broken:
        unknown = AuthorsSettings.from_pelican(settings).unknown
        own += attribute(bulletins, build[people.People], unknown=unknown).problems
    if registry.PATH not in broken:
        province = Newsroom.from_pelican(settings).province
        own += tag_explicit(bulletins, build[registry.Units], province=province).problems
    hidden = sorted(name for name in broken if not _covered(name, wanted))
    if hidden:
        sys.stderr.write(
            f"Danh bạ {' và '.join(hidden)} đang có lỗi, nên có tên chưa được đối chiếu. "
            "Hãy sửa danh bạ trước rồi kiểm tra lại.\n"
        )
    places = {(found.path, found.line, found.column, found.code): found for found in (*shown, *own)}
    return list(places.values())


def _quiet_stdout() -> contextlib.redirect_stdout[TextIO]:
    """Keep stdout for the report, whatever settings and plugins print."""
    return contextlib.redirect_stdout(sys.stderr)


@contextlib.contextmanager
def _settings_errors(settings_file: Path) -> Iterator[None]:
    """Say plainly what is wrong with a settings file, which is a program and can raise anything."""
    try:
        yield
    except Exception as error:
        raise SettingsError(f"{settings_file}: {type(error).__name__}: {error}") from error


def _misused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE


def _write_report(problems: Sequence[Problem], form: str, root: Path) -> None:
    if form == "json":
        text = as_json(problems)
    elif form == "github":
        text = as_github(problems, _prefix(root))
    elif form == "gitlab":
        text = as_gitlab(problems, _prefix(root))
    else:
        text = as_text(problems)
    with contextlib.suppress(BrokenPipeError):  # as in `bantin check | head`
        sys.stdout.write(f"{text}\n" if text else "")
        sys.stdout.flush()
    if form == "text":
        failing = len(errors(problems))
        sys.stderr.write(f"{failing} lỗi, {len(problems) - failing} cảnh báo.\n")


def _prefix(root: Path) -> str:
    """Return what leads from the repository, the working folder of CI, to the content folder."""
    here = Path.cwd()
    return f"{root.relative_to(here).as_posix()}/" if here in root.parents else ""
