"""The ``bantin`` command: one parser, to which each room adds its commands.

A room's command module has ``add_command(subparsers)``, which sets ``run`` as a default on its
parser: a function from the parsed arguments to an exit status.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from plugins.engine import serve
from plugins.engine.errors import BuildError
from plugins.gate import check

INTERRUPTED = 130
USAGE = 2


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    root = argparse.ArgumentParser(
        prog="bantin", description="Commands of the bulletin site; each has --help."
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check.add_command(commands)
    serve.add_command(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The command's exit status; 2 for wrong usage, 130 after Ctrl-C.
    """
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return error.exitcode
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
