"""``bantin links``: do the outside links still lead where they did? The one command that asks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.bulletins.tree import on_disk, scan
from plugins.gate.check import default_content, settings_of_project
from plugins.gate.examination import subject_of
from plugins.gate.outside import PAUSE, Answer, ask_all
from plugins.gate.weblinks import outside_links
from plugins.problems import Problem, problem
from plugins.problems.report import as_json, as_text

OK, FOUND, USAGE = 0, 1, 2

EPILOG = """\
exit status:
  0    every outside link answers, and at the host it names
  1    some do not
  2    wrong usage
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``links`` to the parser."""
    command = commands.add_parser(
        "links",
        help="ask the outside pages that bulletins link to (uses the network)",
        description="Ask each outside page that bulletins and pages link to whether it is still "
        "there, and whether its domain has moved: old domains change owners. One question a "
        "second to each host; nothing is changed.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("content", nargs="?", type=Path, metavar="FOLDER", help="content folder")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--pause", type=float, default=PAUSE, metavar="SECONDS", help="between two questions"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Ask and report; return the exit status."""
    content = chosen.content or default_content(settings_of_project())
    if not content.is_dir():
        sys.stderr.write(f"Không có thư mục {content}. Kiểm tra lại đường dẫn.\n")
        return USAGE
    places = links_of(content)
    sys.stderr.write(f"Hỏi thăm {len(places)} địa chỉ ngoài trang…\n")
    answers = ask_all(places, pause=max(chosen.pause, 0.0))
    found = problems_of(places, answers)
    text = as_json(found) if chosen.format == "json" else as_text(found)
    sys.stdout.write(f"{text}\n" if text else "")
    sys.stderr.write(f"{len(found)} đường dẫn cần xem lại.\n")
    return FOUND if found else OK


def links_of(content: Path) -> dict[str, list[tuple[str, int, int]]]:
    """Return the outside addresses of a content folder, each with its places."""
    tree = scan(content)
    places: dict[str, list[tuple[str, int, int]]] = {}
    for path in (*tree.bulletins, *tree.pages):
        data = on_disk(content, path).read_bytes()
        for piece, address in outside_links(subject_of(path, "bulletin", data)):
            places.setdefault(address, []).append((path, *piece.place(0)))
    return places


def problems_of(
    places: Mapping[str, list[tuple[str, int, int]]], answers: Mapping[str, Answer]
) -> list[Problem]:
    """Return what is wrong, at every place of each address."""
    found = []
    for address, answer in answers.items():
        for place in places[address]:
            if answer.is_dead:
                found.append(problem("link-dead", *place, text=address, reason=answer.reason))
            elif answer.moved_to:
                found.append(problem("link-moved", *place, text=address, host=answer.moved_to))
    return sorted(found)
