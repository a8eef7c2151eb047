"""``bantin new``: a ready file for a new bulletin, placed and named right."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from pelican.settings import read_settings

from plugins.authors import people
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.dates import Misreading, parse_date
from plugins.bulletins.fields import SLUG, SLUG_LENGTH
from plugins.desk.importing.shelf import Shelf, write_whole
from plugins.desk.new.draft import Draft, text_of
from plugins.engine.settings import EngineSettings
from plugins.gate.check import default_content, settings_of_project
from plugins.units import registry
from plugins.vietnamese import slugify

OK, REFUSED, USAGE = 0, 1, 2
_KINDS: Final = tuple(choice.id for choice in CATEGORIES.choices)

EPILOG = """\
exit status:
  0    the file is written; its path is printed
  1    there is such a bulletin already, or the file cannot be written
  2    wrong usage, or something is missing and there is no terminal to ask on
  130  stopped by Ctrl-C; nothing is written
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``new`` to the parser."""
    command = commands.add_parser(
        "new",
        help="make a ready file for a new bulletin",
        description="Make a file for a new bulletin, with comments that teach. On a terminal it "
        "asks for what it lacks. The bulletin is a draft until its line «status» is taken away.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("kind", nargs="?", help=" | ".join(_KINDS), metavar="KIND")
    command.add_argument("title", nargs="?", metavar="TITLE", help="the headline")
    command.add_argument("--date", metavar="DATE", help="day of publication (default: today)")
    command.add_argument("--slug", help="last part of the address (default: from the title)")
    command.add_argument(
        "--author", action="append", default=[], metavar="NAME", help="name or id; may be repeated"
    )
    command.add_argument(
        "--unit", action="append", default=[], metavar="NAME", help="name or id; may be repeated"
    )
    command.add_argument("--content", type=Path, metavar="DIR", help="content folder")
    command.add_argument("--settings", type=Path, metavar="FILE", help="settings file")
    command.set_defaults(run=run)


class _Wrong(Exception):
    """Something that was given or answered cannot be used; the text says so in Vietnamese."""


def run(chosen: argparse.Namespace) -> int:
    """Make the file; return the exit status."""
    settings_file = chosen.settings or settings_of_project()
    content = chosen.content or default_content(settings_file)
    if not settings_file.is_file() or not content.is_dir():
        return _say_wrong(
            f"Không có {settings_file} hoặc {content}. Kiểm tra lại đường dẫn.", USAGE
        )
    try:
        draft = _draft(chosen, content, settings_file)
    except _Wrong as error:
        return _say_wrong(str(error), USAGE)
    folder = content / "bulletins"
    if (str(draft.day.year), draft.name) in Shelf.look(folder).taken:
        return _say_wrong(
            f"Năm {draft.day.year} đã có bản tin «{draft.name}». Hãy mở bài đó để sửa, "
            "hoặc đặt tên khác bằng --slug.",
            REFUSED,
        )
    path = folder / draft.path
    try:
        write_whole(path, text_of(draft).encode())
    except OSError as error:
        return _say_wrong(f"Không ghi được {path}: {error.strerror}.", REFUSED)
    sys.stdout.write(f"{path}\n")
    sys.stderr.write("Mở tệp trên để viết bài. Xem trước: make serve. Kiểm tra: make check.\n")
    return OK


def _draft(chosen: argparse.Namespace, content: Path, settings_file: Path) -> Draft:
    """Put together what was given and, on a terminal, what is answered."""
    asks = sys.stdin.isatty()
    kind = _kind(chosen.kind or _answer(asks, _question_of_kinds(), "loại tin"))
    title = " ".join((chosen.title or _answer(asks, "Tiêu đề: ", "tiêu đề")).split())
    slug = chosen.slug or slugify(title)
    if not SLUG.fullmatch(slug) or len(slug) > SLUG_LENGTH:
        raise _Wrong(
            f"«{slug or title}» không làm được phần cuối của địa chỉ trang: cần chữ thường "
            f"không dấu, số và dấu gạch nối, không quá {SLUG_LENGTH} ký tự. Dùng --slug để đặt."
        )
    known_people, _ = people.load_people(_bytes(content / people.PATH))
    known_units, _ = registry.load_units(_bytes(content / registry.PATH))
    authors, units = chosen.author, chosen.unit
    if asks and not authors:
        authors = _names(input("Người viết (bỏ trống nếu ghi ở cuối bài): "))
    if asks and not units:
        units = _names(input("Đơn vị chính (bỏ trống nếu chưa rõ): "))
    return Draft(
        kind,
        title,
        _day(chosen.date, settings_file),
        slug,
        authors=[_identity(name, known_people.find) for name in authors],
        units=[_known_unit(name, known_units) for name in units],
    )


def _answer(asks: bool, question: str, lacking: str) -> str:
    answer = input(question).strip() if asks else ""
    if not answer:
        raise _Wrong(f'Thiếu {lacking}. Ví dụ: bantin new hoi-nghi "Hội nghị sơ kết quý I"')
    return answer


def _question_of_kinds() -> str:
    rows = [f"  {at}. {choice.name}" for at, choice in enumerate(CATEGORIES.choices, 1)]
    return "\n".join(["Loại tin:", *rows, f"Chọn số (1–{len(rows)}): "])


def _kind(text: str) -> str:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= len(_KINDS):
        return _KINDS[int(text) - 1]
    found = CATEGORIES.find(text)
    if found is None:
        raise _Wrong(f"Không có loại tin «{text}». Có: {CATEGORIES.names()}.")
    return found.id


def _day(text: str | None, settings_file: Path) -> date:
    if text is None:
        return EngineSettings.from_pelican(read_settings(str(settings_file))).now.date()
    found = parse_date(text)
    if isinstance(found, Misreading):
        raise _Wrong(f"«{text}» không phải là ngày. Viết năm-tháng-ngày, ví dụ 2026-03-05.")
    return found


def _names(answer: str) -> list[str]:
    return [name.strip() for name in answer.replace(";", ",").split(",") if name.strip()]


def _identity(name: str, find: Callable[[str], tuple[people.Person, ...]]) -> str:
    """Return the id of a name that means one person; else the name, which may be a pen name."""
    found = find(name)
    return found[0].id if len(found) == 1 else name


def _known_unit(name: str, units: registry.Units) -> str:
    """Return the id of a unit."""
    found = units.find(name)
    if len(found) == 1:
        return found[0].id
    if found:
        ids = ", ".join(unit.id for unit in found)
        raise _Wrong(f"«{name}» có thể là nhiều đơn vị. Hãy ghi mã: {ids}.")
    raise _Wrong(
        f"Không có đơn vị «{name}» trong {registry.PATH}. {units.hints().of(name)}".strip()
    )


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _say_wrong(text: str, status: int) -> int:
    sys.stderr.write(f"{text}\n")
    return status
