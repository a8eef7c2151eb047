"""The ``bantin`` command: one parser, to which each room adds its commands.

A room's command module has ``add_command(subparsers)``, which sets ``run`` as a default on its
parser: a function from the parsed arguments to an exit status.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from plugins.engine.errors import BuildError

INTERRUPTED = 130

# Only the module of the command that is asked for is imported: all of them take half a second.
MODULES: Final = MappingProxyType(
    {
        "plugins.gate.check": ("check",),
        "plugins.gate.site_command": ("check-site",),
        "plugins.gate.links_command": ("links",),
        "plugins.gate.names_command": ("names", "where"),
        "plugins.gate.language.fix_command": ("fix",),
        "plugins.related.command": ("related",),
        "plugins.desk.importing.command": ("import",),
        "plugins.desk.new.command": ("new",),
        "plugins.desk.admin.command": ("admin",),
        "plugins.engine.serve": ("serve",),
        "plugins.release.deploy_command": ("deploy",),
        "plugins.release.rollback_command": ("rollback", "release-hold"),
        "plugins.release.status_command": ("status",),
        "plugins.release.verify_command": ("verify",),
        "plugins.release.takedown_command": ("take-down", "restore"),
    }
)

EPILOG = """\
exit status:
  0    done; each command's --help says more
  1    errors
  2    wrong usage
  130  stopped by Ctrl-C
"""


def parser(command: str = "") -> argparse.ArgumentParser:
    """Build the parser of one command, or of all where there is none of that name."""
    root = argparse.ArgumentParser(
        prog="bantin",
        description="Commands of the bulletin site; each has --help.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    known = [module for module, names in MODULES.items() if command in names]
    for module in known or MODULES:
        importlib.import_module(module).add_command(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The command's exit status; 130 after Ctrl-C.

    Raises:
        SystemExit: status 2 for wrong usage, 0 after ``--help``.
    """
    _write_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(given[0] if given else "").parse_args(given)
    try:
        status: int = chosen.run(chosen)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        status = error.exitcode
    except KeyboardInterrupt:
        status = INTERRUPTED
    _close_stdout()
    return status


def _write_utf8() -> None:
    """Write Vietnamese also where the locale knows none, and file names that are no UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_stdout() -> None:
    """Keep Python from failing at its end because a reader such as ``head`` has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
