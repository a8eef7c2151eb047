"""The ``bantin`` command: one parser, to which each room adds its commands.

A room's command module has ``add_command(subparsers)``, which sets ``run`` as a default on its
parser: a function from the parsed arguments to an exit status.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from plugins.desk.admin import command as admin
from plugins.desk.importing import command as importing
from plugins.desk.new import command as new
from plugins.engine import serve
from plugins.engine.errors import BuildError
from plugins.gate import check, links_command, names_command, site_command
from plugins.gate.language import fix_command
from plugins.related import command as related
from plugins.release import (
    deploy_command,
    rollback_command,
    status_command,
    takedown_command,
    verify_command,
)

INTERRUPTED = 130

EPILOG = """\
exit status:
  0    done; each command's --help says more
  1    errors
  2    wrong usage
  130  stopped by Ctrl-C
"""


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    root = argparse.ArgumentParser(
        prog="bantin",
        description="Commands of the bulletin site; each has --help.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check.add_command(commands)
    site_command.add_command(commands)
    links_command.add_command(commands)
    names_command.add_command(commands)
    fix_command.add_command(commands)
    related.add_command(commands)
    importing.add_command(commands)
    new.add_command(commands)
    admin.add_command(commands)
    serve.add_command(commands)
    for room in (
        deploy_command,
        rollback_command,
        status_command,
        verify_command,
        takedown_command,
    ):
        room.add_command(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The command's exit status; 130 after Ctrl-C.

    Raises:
        SystemExit: status 2 for wrong usage, 0 after ``--help``.
    """
    _write_utf8()
    chosen = parser().parse_args(arguments)
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
