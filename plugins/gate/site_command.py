"""``bantin check-site OUT``: is a built site whole, and does it hide or load nothing?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from pelican.settings import get_settings_from_file

from plugins.gate.examination import allowed_domains
from plugins.gate.lists import DOMAINS_PATH, load_domains
from plugins.gate.site_check import SiteRules, check_site
from plugins.gate.weblinks import host_of
from plugins.problems import errors
from plugins.problems.report import as_github, as_json, as_text
from plugins.units.registry import PATH as UNITS_PATH
from plugins.units.registry import load_units

OK, FOUND_ERRORS, USAGE = 0, 1, 2
PROJECT = Path(__file__).resolve().parents[2]

EPILOG = """\
exit status:
  0    the site agrees with its MANIFEST, and nothing foreign or hidden is in it
  1    it does not
  2    wrong usage: OUT is no folder
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``check-site`` to the parser."""
    command = commands.add_parser(
        "check-site",
        help="check a built site",
        description="Check a built site: its files against MANIFEST, outside hosts against the "
        "list of the newsroom, hidden text, foreign scripts, links inside the site.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("output", type=Path, metavar="OUT", help="folder of the built site")
    command.add_argument("--format", choices=("text", "json", "github"), default="text")
    command.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        default=PROJECT / "publishconf.py",
        help="settings that it was built with (default: publishconf.py)",
    )
    command.add_argument(
        "--content", type=Path, metavar="FOLDER", help="content folder (default: of the settings)"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check and report; return the exit status."""
    if not chosen.output.is_dir():
        sys.stderr.write(f"Không có thư mục {chosen.output}. Kiểm tra lại đường dẫn.\n")
        return USAGE
    settings = get_settings_from_file(str(chosen.settings))
    content = chosen.content or chosen.settings.resolve().parent / settings.get("PATH", "content")
    found = check_site(chosen.output, rules_of(settings, content))
    write = {"json": as_json, "github": as_github, "text": as_text}[chosen.format]
    text = write(found)
    sys.stdout.write(f"{text}\n" if text else "")
    wrong = errors(found)
    sys.stderr.write(f"{len(wrong)} lỗi, {len(found) - len(wrong)} cảnh báo.\n")
    return FOUND_ERRORS if wrong else OK


def rules_of(settings: dict[str, Any], content: Path) -> SiteRules:
    """Gather what a site may hold: the newsroom's list, its registry, and its settings."""
    domains, _ = load_domains(_bytes(content / DOMAINS_PATH))
    units, _ = load_units(_bytes(content / UNITS_PATH))
    newsroom = settings.get("NEWSROOM", {})
    written = [url for _, url in newsroom.get("links", ())]
    script = host_of(newsroom.get("measuring_script", "") or "")
    hosts = {host_of(address).removeprefix("www.") for address in written if address}
    return SiteRules(
        hosts=allowed_domains(domains, units) | hosts - {""},
        loaded=frozenset({script} - {""}),
        own=host_of(settings.get("SITEURL", "") or ""),
    )


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
