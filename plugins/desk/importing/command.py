"""``bantin import FILE|FOLDER…``: old pages, posts and Word files become bulletins."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from pelican.settings import read_settings
from rich.console import Console

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import PATH as PEOPLE
from plugins.authors.people import load_people
from plugins.bulletins import Newsroom
from plugins.bulletins.reading import ReadOptions
from plugins.desk.importing.article import Note, understand
from plugins.desk.importing.blocks import LeftOut
from plugins.desk.importing.events import Registries
from plugins.desk.importing.photos import Sources
from plugins.desk.importing.placing import Desk, Placed, place
from plugins.desk.importing.shelf import Shelf
from plugins.desk.importing.sources import Entry, Source, UnreadableError, entries_of, find_sources
from plugins.engine.errors import SettingsError
from plugins.engine.progress import track
from plugins.engine.settings import EngineSettings
from plugins.gate.check import default_content, settings_of_project
from plugins.gate.lists import DOMAINS_PATH, load_domains
from plugins.gate.places import absolute, place_of
from plugins.gate.rules import Facts
from plugins.gate.spam.phrases import Phrases
from plugins.gate.table import all_rules
from plugins.problems import problem
from plugins.units.recogniser import Recogniser
from plugins.units.registry import PATH as UNITS
from plugins.units.registry import load_units

OK, TO_LOOK_AT, USAGE = 0, 1, 2
_LEFT_OUT: Final[Mapping[str, str]] = {
    "chrome": "khung trang (menu, nút bấm, tin khác…)",
    "spam": "quảng cáo bị chèn",
    "hidden": "chữ ẩn",
    "tracker": "mã theo dõi, khung nhúng",
    "signature": "nơi nhận, chữ ký",
    "repeat": "dòng lặp lại",
}

EPILOG = """\
formats: saved pages (.html, .htm, .mht, .mhtml), text copied from a page (.txt), Word (.docx),
WordPress exports (.xml), posts with front matter (.md), lists (.csv, .json, .jsonl).

Each file written is printed on stdout; what to look at, what was left out and progress go to
stderr. Above each field that needs a look, the file has a comment «# kiểm tra: …». What the source
does not say stays empty; a bulletin without title or date is written as a draft.

A second import changes nothing: each file remembers its source, and edited files stay as they are.
An interrupted import goes on where it stopped when the command is given again.

exit status:
  0    done
  1    done, with something to look at
  2    wrong usage: no such file, nothing that can be read
  130  stopped by Ctrl-C
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``import`` to the parser."""
    command = commands.add_parser(
        "import",
        help="turn old pages, posts and Word files into bulletins",
        description="Read articles of an old site, of Word or of lists, and write bulletins.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="what to read")
    command.add_argument(
        "--into",
        type=Path,
        metavar="DIR",
        help="where bulletins go, each into the folder of its year (default: content/bulletins)",
    )
    command.add_argument(
        "--left-out",
        action="store_true",
        help="print everything that was left out, line by line, and not only how much",
    )
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="settings file (default: pelicanconf.py here, else the program's own)",
    )
    command.set_defaults(run=run)


@dataclass(slots=True)
class _Tally:
    """What has happened so far."""

    written: int = 0
    present: int = 0
    drafts: int = 0
    noted: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def run(chosen: argparse.Namespace) -> int:
    """Import; return the exit status."""
    settings_file = chosen.settings or settings_of_project()
    if not settings_file.is_file():
        return _misused(f"Không có tệp thiết lập {settings_file}. Kiểm tra lại đường dẫn.")
    absent = [str(path) for path in chosen.paths if not path.exists()]
    if absent:
        return _misused(f"Không có tệp hay thư mục: {', '.join(absent)}. Kiểm tra lại đường dẫn.")
    default = default_content(settings_file)
    folder = absolute(chosen.into or default / "bulletins").resolve()
    if folder.exists() and not folder.is_dir():
        return _misused(f"{chosen.into} không phải thư mục. Chọn một thư mục cho --into.")
    sources, unknown = find_sources(chosen.paths)
    if not sources:
        return _misused(
            "Không có tệp nào nhập được. Chạy «bantin import --help» để xem các loại tệp."
        )
    lying = _lying_root(folder, default)
    importer = _Importer(folder, lying, settings_file, all_left_out=chosen.left_out)
    for path in unknown:
        importer.tell(str(path), Note("import-format", text=path.name))
    console = Console(stderr=True)
    for source in track(sources, len(sources), "Nhập bài", console):
        importer.take(source)
    return importer.end()


def _lying_root(folder: Path, default: Path) -> Path:
    """Return the content folder whose registries count: around the target, else the project's."""
    above = folder
    while not above.exists():
        above = above.parent
    found = place_of(above, default)
    return found.root if found is not None else default


class _Importer:
    """One run of the command."""

    def __init__(
        self, folder: Path, root: Path, settings_file: Path, *, all_left_out: bool
    ) -> None:
        settings = _settings(settings_file, root)
        newsroom = Newsroom.from_pelican(settings)
        now = EngineSettings.from_pelican(settings).now
        people, _ = load_people(_read(root / PEOPLE))
        units, _ = load_units(_read(root / UNITS))
        domains, _ = load_domains(_read(root / DOMAINS_PATH))
        recogniser = Recogniser(units, FAMILY_NAMES)
        facts = Facts(people, units, recogniser, newsroom.province, domains)
        self._zone = ZoneInfo(newsroom.timezone)
        self._known = Registries(people, units, recogniser, newsroom.province)
        self._desk = Desk(facts, all_rules(), ReadOptions(newsroom.timezone, now.year), now)
        self._phrases = Phrases()
        self._shelf = Shelf.look(folder)
        # What lay there before this run; a list may hold two entries of one name.
        self._present = dict(self._shelf.by_name)
        self._all_left_out = all_left_out
        self._tally = _Tally()

    def take(self, source: Source) -> None:
        """Import the articles of one file."""
        try:
            for entry in entries_of(source, self._zone):
                self._take(entry)
        except UnreadableError as error:
            self.tell(source.name, Note("import-broken", text=str(error)))
        except OSError as error:
            self.tell(source.name, Note("import-broken", text=error.strerror or str(error)))

    def _take(self, entry: Entry) -> None:
        if entry.digest in self._shelf.by_digest:
            self._tally.present += 1
            return
        if entry.page is None:
            self.tell(entry.name, Note("import-no-article"))
            return
        article = understand(entry.page, self._known, self._phrases)
        if not article.body and not article.summary:
            self.tell(entry.name, Note("import-no-article"))
            return
        before = self._present.get(entry.name)
        if before is not None and before.exists():
            self.tell(entry.name, Note("import-changed", text=str(before)))
            return
        sources = Sources(entry.source.file, entry.source.root)
        placed = place(article, entry.mark, sources, self._shelf, self._desk)
        self._report(entry, placed, article.left_out)

    def _report(self, entry: Entry, placed: Placed, left_out: Sequence[LeftOut]) -> None:
        where = entry.name
        if placed.path is not None:
            where = _shown(placed.path)
            sys.stdout.write(f"{where}\n")
            sys.stdout.flush()
            self._tally.written += 1
        for note in placed.notes:
            self.tell(where, note)
        for kind, count in Counter(out.kind for out in left_out).items():
            self._tally.left_out[kind] += count
        if self._all_left_out:
            for out in left_out:
                sys.stderr.write(f"{where}: đã bỏ {_LEFT_OUT[out.kind]}: «{out.text}»\n")

    def tell(self, where: str, note: Note) -> None:
        """Print something to look at."""
        found = problem(note.code, where, text=note.text)
        self._tally.noted += 1
        sys.stderr.write(f"{where}: {found.code}: {found.message} Cách sửa: {found.cure}\n")

    def end(self) -> int:
        """Print the sums; return the exit status."""
        tally = self._tally
        sys.stderr.write(f"Đã nhập {tally.written} bài")
        sys.stderr.write(f", {tally.present} bài đã có từ trước" if tally.present else "")
        sys.stderr.write(f"; {tally.noted} chỗ cần kiểm tra.\n" if tally.noted else ".\n")
        for kind, count in sorted(tally.left_out.items()):
            sys.stderr.write(f"Đã bỏ {count} mục: {_LEFT_OUT[kind]}.\n")
        if tally.left_out and not self._all_left_out:
            sys.stderr.write("Thêm --left-out để xem từng mục đã bỏ.\n")
        return TO_LOOK_AT if tally.noted else OK


def _shown(path: Path) -> str:
    """Write a path as short as it can be read from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b"[]"


def _settings(settings_file: Path, root: Path) -> dict[str, Any]:
    with _quiet_stdout():
        try:
            return dict(read_settings(str(settings_file), override={"PATH": str(root)}))
        except Exception as error:  # a settings file is a program and can raise anything
            raise SettingsError(f"{settings_file}: {type(error).__name__}: {error}") from error


@contextlib.contextmanager
def _quiet_stdout() -> Iterator[None]:
    """Keep stdout for the list of files, whatever settings print."""
    with contextlib.redirect_stdout(sys.stderr):
        yield


def _misused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE
