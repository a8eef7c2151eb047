"""What the commands of publishing share: the option for the settings, their exit statuses."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from plugins.release.channel import Channel
from plugins.release.errors import USAGE, DeployError
from plugins.release.settings import FILE, Target, load_target

PROJECT: Final = Path(__file__).resolve().parents[2]
CONTENT: Final = PROJECT / "content"
BUILT: Final = PROJECT / "public"

Commands = argparse._SubParsersAction

STATUSES: Final = """\
  1    something on this machine: settings, keys, the built site
  2    wrong usage
  64, 65, 78  the server does not understand or accept what was sent
  69   the server cannot be reached; run the command again
  70   the new release failed its health check; the one before is live again
  71   and that failed too: call whoever looks after the server
  73   refused: an older release, publishing on hold, or too many pages gone
  74   the server's disk
  75   the server is busy or full; nothing has changed, try again later
"""


def add(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    help_text: str,
    description: str,
    ok: str,
) -> argparse.ArgumentParser:
    """Add a command with the option that all of them have.

    Args:
        commands: where it goes.
        name: of the command.
        help_text: one line for the list of commands.
        description: what it does.
        ok: what exit status 0 means.
    """
    command = commands.add_parser(
        name,
        help=help_text,
        description=description,
        epilog=f"exit status:\n  0    {ok}\n{STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--target",
        type=Path,
        metavar="FILE",
        default=PROJECT / FILE,
        help=f"settings of the server (default: {FILE}); BANTIN_DEPLOY_… go before it",
    )
    return command


def target_of(chosen: argparse.Namespace) -> Target:
    """Read the settings of the server.

    Raises:
        DeployError: they are missing or wrong.
    """
    return load_target(chosen.target, os.environ)


def channel_of(chosen: argparse.Namespace) -> Channel:
    """Return the line to the server; errors are those of :func:`target_of`."""
    return Channel(target_of(chosen))


def checked_reason(option: str, reason: str | None) -> str | None:
    """Return a reason without blanks around it.

    Raises:
        DeployError: it has no words.
    """
    if reason is None:
        return None
    if not reason.strip():
        raise DeployError("deploy-reason", USAGE, option=option)
    return " ".join(reason.split())
