"""``bantin verify``: is the live site what was published, for readers and search engines alike?"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import json
import ssl
import sys
from pathlib import Path

from rich.console import Console

from plugins.engine.manifest import Entry, ManifestError, load
from plugins.engine.progress import track
from plugins.problems.report import as_json, as_text
from plugins.release.channel import Channel, kept_open
from plugins.release.errors import UNREACHABLE, DeployError
from plugins.release.live_check import (
    MOVED,
    VISITORS,
    LiveSite,
    differences,
    expected_answers,
)
from plugins.release.options import Commands, add, target_of

SAMPLE = 100
DIFFERENT = 1

DESCRIPTION = """\
Compare the live site with what was published: ask for pages as a reader, as a reader who comes
from a search engine, and as the search engine itself, and compare every byte with the manifest
that the server keeps (or, with --manifest, with that of a built site; then no key is needed).
Intruders often show their pages to search engines only."""


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``verify`` to the parser."""
    command = add(
        commands,
        "verify",
        "compare the live site with what was published",
        DESCRIPTION,
        "all that was asked for is as published; 1: something is not",
    )
    command.add_argument(
        "url", nargs="?", metavar="URL", help="the site (default: of the settings)"
    )
    command.add_argument("--manifest", type=Path, metavar="FILE", help="MANIFEST of what is live")
    command.add_argument(
        "--sample",
        type=int,
        default=SAMPLE,
        metavar="N",
        help=f"files besides those that all readers fetch; other ones each day (default: {SAMPLE})",
    )
    command.add_argument("--all", action="store_true", help="every file")
    command.add_argument("--ca", type=Path, metavar="FILE", help="certificate authority to trust")
    command.add_argument(
        "--connect",
        type=_place,
        metavar="HOST:PORT",
        help="ask this server, to which the site's name need not lead yet",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Compare and report.

    Raises:
        DeployError: the manifest or the site cannot be had.
    """
    entries, taken_down, address = _subject(chosen)
    context = ssl.create_default_context(cafile=chosen.ca)
    site = LiveSite(address, context, connect=chosen.connect)
    answers = expected_answers(
        entries,
        taken_down=taken_down,
        moved=_moved(site),
        sample=0 if chosen.all else max(1, chosen.sample),
        seed=dt.datetime.now(dt.UTC).date().isoformat(),
    )
    console = Console(stderr=True)
    found = [
        wrong
        for wrong in track(differences(site, answers), len(answers), "Xem trang", console)
        if wrong is not None
    ]
    site.close()
    text = as_json(found) if chosen.format == "json" else as_text(found)
    sys.stdout.write(f"{text}\n" if text else "")
    sys.stderr.write(f"Đã xem {len(answers)} địa chỉ, {len(found)} địa chỉ không khớp.\n")
    return DIFFERENT if found else 0


def _place(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host:
        raise argparse.ArgumentTypeError("HOST:PORT")
    return host, int(port)


def _subject(chosen: argparse.Namespace) -> tuple[tuple[Entry, ...], list[str], str]:
    """Return the manifest of what is live, what is kept down, and the site's address."""
    address = (chosen.url or "").rstrip("/")
    if chosen.manifest is not None and address:
        try:
            return load(chosen.manifest.read_bytes()), [], address
        except (OSError, ManifestError) as error:
            raise DeployError("deploy-file", file=chosen.manifest, reason=str(error)) from error
    target = target_of(chosen)
    try:
        with kept_open(Channel(target)) as channel:
            status = channel.ask("status")
            entries = load(channel.fetch("manifest"))
    except ManifestError as error:
        raise DeployError("deploy-answer", text=str(error)) from error
    taken_down = [url for url in status.get("taken_down") or () if isinstance(url, str)]
    if not (address or target.site):
        variable = "BANTIN_DEPLOY_SITE"
        raise DeployError("deploy-setting", name="site", reason="chưa có", variable=variable)
    return entries, taken_down, address or target.site


def _moved(site: LiveSite) -> list[str]:
    """Return the old addresses that the site says it sends on; what it says is checked as well."""
    try:
        _, body = site.get(f"/{MOVED}", VISITORS[0])
        return list(json.loads(body))
    except ValueError:
        return []
    except (OSError, http.client.HTTPException) as error:
        reason = str(error) or type(error).__name__
        raise DeployError(
            "deploy-unreachable", UNREACHABLE, host=site.address, reason=reason
        ) from error
