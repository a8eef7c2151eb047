"""`view-counts CONFIG collect|count`: the command."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from publish_gate.answers import Refusal
from publish_gate.config import load
from server_tasks.views import collect, count

LOGS: Final = Path("/var/log/bantin")
VIEWS: Final = "views"
_NGINX: Final = ("/usr/sbin/nginx", "-s", "reopen")


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="view-counts",
        description="Count how often bulletins were opened, without knowing by whom.",
        epilog="Exit status: 0 done, 1 it failed; nothing is lost, the next run goes on.",
    )
    parser.add_argument("config", type=Path)
    parser.add_argument("what", choices=("collect", "count"))
    options = parser.parse_args(given)
    try:
        folder = load(options.config).site / VIEWS
        pieces = LOGS / options.config.stem
        if options.what == "count":
            count(folder, pieces)
            return 0
        owner = pieces.stat()
        log = LOGS / f"{options.config.stem}.views.log"
        if collect(log, pieces, time.time_ns(), (owner.st_uid, owner.st_gid)):
            subprocess.run(_NGINX, check=True, timeout=60)
            # nginx's old workers finish a line they have begun.
            time.sleep(1)
    except (Refusal, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
        sys.stderr.write(f"<3>views: {type(error).__name__}: {error}\n")
        return 1
    return 0
