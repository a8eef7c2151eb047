"""``bantin deploy``: put a built site on the server, all of it or nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from plugins.engine.progress import track
from plugins.release.candidate import kept_still, read_candidate
from plugins.release.channel import kept_open
from plugins.release.options import BUILT, PROJECT, Commands, add, channel_of, checked_reason
from plugins.release.publication import Publication, Published, megabytes

DESCRIPTION = """\
Put a built site (make publish) on the server. Only what changed is sent; readers see the new
site when all of it is there and was checked, and the old one if anything is wrong. Running it
again, also after it was stopped, does no harm."""


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``deploy`` to the parser."""
    command = add(commands, "deploy", "put the built site on the server", DESCRIPTION, "it is live")
    command.add_argument(
        "folder", nargs="?", type=Path, default=BUILT, help="the built site (default: public)"
    )
    command.add_argument(
        "--allow-shrink", metavar="REASON", help="pages and addresses may be missing"
    )
    command.add_argument(
        "--force", metavar="REASON", help="it may be older than what is live, or publishing on hold"
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Publish and say what came of it.

    Raises:
        DeployError: it was refused or did not work.
    """
    allow_shrink = checked_reason("--allow-shrink", chosen.allow_shrink)
    force = checked_reason("--force", chosen.force)
    line = channel_of(chosen)
    with kept_still(chosen.folder), kept_open(line) as channel:
        publication = Publication(
            candidate=read_candidate(chosen.folder),
            channel=channel,
            history=PROJECT,
            # Beside the site, so that its files need not be copied.
            work=chosen.folder.resolve().parent / ".state" / "release",
            say=_say,
            progress=_shown,
        )
        done = publication.run(allow_shrink=allow_shrink, force=force)
    sys.stdout.write(as_json(done) if chosen.format == "json" else summary(done))
    return 0


def as_json(done: Published) -> str:
    """Return what came of it for programs; ``sent`` are bytes."""
    return json.dumps(asdict(done), indent=1) + "\n"


def summary(done: Published) -> str:
    """Return what is said at the end."""
    if done.already:
        return f"Bản {done.id} đang chạy sẵn trên trang, không có gì phải làm.\n"
    before = f" Bản trước là {done.previous}." if done.previous else ""
    seconds = f"{done.seconds:.1f}".replace(".", ",")
    return (
        f"Đã đưa bản {done.id} lên trang: gửi {done.files} tệp, {megabytes(done.sent)}, "
        f"{seconds} giây.{before}\n"
    )


def _say(text: str) -> None:
    sys.stderr.write(f"{text}…\n")
    sys.stderr.flush()


def _shown(names: Iterable[str], total: int) -> Iterable[str]:
    return track(names, total, "Gửi tệp", Console(stderr=True))
