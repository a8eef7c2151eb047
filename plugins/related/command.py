"""``bantin related PATH``: which bulletins are near one, and why, part by part."""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path

from pelican.settings import read_settings

from plugins.bulletins import Reading
from plugins.engine import Engine
from plugins.engine.errors import SettingsError
from plugins.problems import errors
from plugins.related.documents import Doc
from plugins.related.lists import one_list, ranker_of_texts
from plugins.related.ranking import Candidate
from plugins.related.reasons import reasons_of
from plugins.related.settings import RelatedSettings
from plugins.related.stage import count_terms, gather, mapper, printed_names
from plugins.related.vectors import POINT
from plugins.units import registry

OK, FOUND_ERRORS, USAGE = 0, 1, 2
_SHOWN = 15
_PROJECT = Path(__file__).resolve().parents[2]

EPILOG = """\
The table has a line for each candidate: whether it stands in the list (a number, or C for one
picked by hand), the score, date and file; below it the parts of the score. 1000 points are two
equal texts. Candidates below the floor are shown too; they are in no list.

exit status:
  0    done
  1    errors in the content or in the settings; `bantin check` lists them
  2    wrong usage: PATH is no bulletin of a content folder
  130  stopped by Ctrl-C
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``related`` to the parser."""
    command = commands.add_parser(
        "related",
        help="explain a list of related bulletins",
        description="Print the bulletins that are nearest to one, with every part of the score.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("path", type=Path, metavar="PATH", help="a bulletin's Markdown file")
    command.add_argument(
        "--limit",
        type=_positive,
        default=_SHOWN,
        metavar="N",
        help=f"show at most so many candidates (default: {_SHOWN})",
    )
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="settings file (default: pelicanconf.py here, else the program's own)",
    )
    command.set_defaults(run=run)


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return number


def run(chosen: argparse.Namespace) -> int:
    """Print the table; return the exit status."""
    here = Path("pelicanconf.py")
    conf = chosen.settings or (here if here.is_file() else _PROJECT / "pelicanconf.py")
    if not conf.is_file():
        return _misused(f"Không có tệp thiết lập {conf}. Kiểm tra lại đường dẫn.")
    file = chosen.path.resolve()
    root = next((folder for folder in file.parents if (folder / registry.PATH).is_file()), None)
    if root is None or not file.is_file():
        return _misused(
            f"{chosen.path} không phải một bản tin trong thư mục nội dung (thư mục có tệp "
            f"{registry.PATH}). Kiểm tra lại đường dẫn."
        )
    engine = _engine(conf, root)
    settings = RelatedSettings.from_pelican(engine.settings)
    build = engine.examine()
    inside = file.relative_to(root).as_posix()
    if inside not in build[Reading].tree.bulletins:
        return _misused(f"{chosen.path} không phải một bản tin. Bản tin nằm trong bulletins/.")
    if errors(build.problems):
        sys.stderr.write("Nội dung đang có lỗi; chạy «bantin check» để xem rồi sửa trước.\n")
        return FOUND_ERRORS
    docs = gather(build)
    run_in_workers = mapper(build, "Tìm tin liên quan")
    ranker = ranker_of_texts(docs, count_terms(build, docs), settings, run_in_workers)
    places = {doc.path: place for place, doc in enumerate(docs)}
    place = places[inside]
    picked, listed = one_list(place, docs, places, ranker, settings)
    marks = {candidate.place: "C" for candidate in picked}
    marks |= {each.place: str(number) for number, each in enumerate(listed, len(picked) + 1)}
    nearest = ranker.rank_one(place, limit=chosen.limit, floor=0)
    shown = [*picked, *(each for each in nearest if marks.get(each.place) != "C")]
    names = printed_names(build)
    lines = [f"{docs[place].title} ({inside})"]
    for candidate in shown[: chosen.limit]:
        lines += _lines(docs[place], candidate, docs, names, marks)
    if not shown:
        lines.append("Không có bản tin nào gần bản tin này.")
    with contextlib.suppress(BrokenPipeError):  # as in `bantin related PATH | head`
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
    return OK


def _engine(conf: Path, root: Path) -> Engine:
    """Make the engine for a content folder; stdout is kept for the table."""
    with contextlib.redirect_stdout(sys.stderr):
        try:
            settings = read_settings(str(conf), override={"PATH": str(root)})
        except Exception as error:  # a settings file is a program and can raise anything
            raise SettingsError(f"{conf}: {type(error).__name__}: {error}") from error
        return Engine(settings)


def _lines(
    own: Doc, candidate: Candidate, docs: list[Doc], names: dict[str, str], marks: dict[int, str]
) -> list[str]:
    other = docs[candidate.place]
    parts = reasons_of(own, other, candidate.parts, names)
    mark = marks.get(candidate.place, "-")
    head = f"{mark:>3} {_points(candidate.score):>7}  {other.day}  {other.path}  {other.title}"
    return [head, *(f"    {_points(part.points):>7}    {part.text}" for part in parts)]


def _points(score: int) -> str:
    """Write a score in the points of the settings: 123.4."""
    whole, rest = divmod(score, POINT)
    return f"{whole}.{rest * 10 // POINT}"


def _misused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE
