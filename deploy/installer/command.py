"""`deploy/install`: the command."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.certificates import OwnCertificate, certificate_for
from installer.plan import Part, Wanted, package_part, parts
from installer.steps import InstallError, run
from nginx.configuration import Server

OLDEST_PYTHON = (3, 11)
UNFINISHED = Path("/var/lib/bantin/unfinished")
_ASSUMED_NGINX = (1, 22, 1)


def say(text: str) -> None:
    """Tell the administrator something."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="deploy/install",
        description="Set up one site's server side on Debian 12 or 13. Safe to repeat.",
        epilog="Exit status: 0 all is as it should be, 1 something failed, 2 wrong usage.",
    )
    parser.add_argument("--name", required=True, help="short name of the site: a-z, 0-9, hyphens")
    parser.add_argument("--host", required=True, help="the one host name it answers to")
    parser.add_argument(
        "--login-key", required=True, type=Path, metavar="FILE", help="public key CI logs in with"
    )
    parser.add_argument(
        "--signing-key", required=True, type=Path, metavar="FILE", help="public key CI signs with"
    )
    parser.add_argument(
        "--login-from", default="", metavar="LIST", help="addresses CI comes from, by commas"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do nothing"
    )
    return parser.parse_args(given)


def read_key(file: Path) -> str:
    """Return the line of a public key.

    Raises:
        ValueError: the file cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{file}: {error}") from error


def server() -> Server:
    """Return what is true of this machine; before nginx is installed, of Debian 12's."""
    try:
        done = subprocess.run(["/usr/sbin/nginx", "-v"], capture_output=True, text=True, check=True)
        found = re.search(r"nginx/([0-9.]+)", done.stderr)
    except (OSError, subprocess.CalledProcessError):
        found = None
    version = tuple(map(int, found[1].split("."))) if found else _ASSUMED_NGINX
    return Server(version=version, ipv6=Path("/proc/net/if_inet6").exists())


def carry_out(part: Part, *, dry_run: bool) -> int:
    """Bring a part about, or say what that would take.

    Returns:
        how many of its steps were not as they should be.

    Raises:
        InstallError, OSError: a step failed.
    """
    # Left by a run that failed before the part's last command: the steps alone look done.
    unfinished = UNFINISHED / part.title.replace(" ", "-")
    changed = int(unfinished.exists())
    for step in part.steps:
        lacks = step.lacks()
        if not lacks:
            continue
        changed += 1
        first, _, rest = lacks.partition("\n")
        say(f"{part.title}: {lacks if dry_run and rest else _title(first, rest)}")
        if not dry_run:
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            unfinished.touch()
            step.carry_out()
    for command in part.after if changed else ():
        say(f"{part.title}: {' '.join(command)}")
        if not dry_run:
            run(command)
    if not dry_run:
        unfinished.unlink(missing_ok=True)
    return changed


def _title(first: str, rest: str) -> str:
    """Return one line for a step; that of a difference is its second: the file."""
    return rest.split("\n", 1)[0].replace("+++ ", "write ") if first.startswith("---") else first


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = arguments(given)
    if sys.version_info < OLDEST_PYTHON:
        say("deploy/install: needs Python 3.11 or newer: Debian 12 or 13")
        return 1
    if os.geteuid() != 0 and not options.dry_run:
        say("deploy/install: run it as root, or with --dry-run")
        return 1
    try:
        changed = install(options)
    except ValueError as error:
        say(f"deploy/install: {error}")
        return 2
    except (InstallError, OSError) as error:
        say(f"deploy/install: {error}. What stands above is done; mend the cause, run it again")
        return 1
    if not changed:
        say("Everything is as it should be")
    elif options.dry_run:
        say(f"{changed} things would be done; nothing was changed")
    else:
        say(f"Done. CI logs in as bantin-{options.name}@{options.host}")
    return 0


def install(options: argparse.Namespace) -> int:
    """Carry out all parts; return how many steps were not as they should be.

    Raises:
        ValueError: a name, host, path or key cannot be used.
        InstallError, OSError: a step failed.
    """
    certificate = certificate_for(options.host)
    wanted = Wanted(
        name=options.name,
        host=options.host,
        login_key=read_key(options.login_key),
        signing_key=read_key(options.signing_key),
        certificate=certificate.file,
        certificate_key=certificate.key,
        is_own_certificate=certificate.is_own,
        login_from=options.login_from,
    )
    # Looked at before anything is done: a name that cannot be used must not leave half a server.
    parts(wanted, server())
    changed = carry_out(package_part(), dry_run=options.dry_run)
    own = (OwnCertificate(options.host, certificate),) if certificate.is_own else ()
    for part in [Part("certificate", own), *parts(wanted, server())]:
        changed += carry_out(part, dry_run=options.dry_run)
    return changed
