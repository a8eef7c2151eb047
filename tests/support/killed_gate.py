"""The gate, killed just before its n-th step that touches the site's folder.

Usage: ``killed_gate.py DEPLOY N STEPS CONFIG COMMAND…``. A step is an event of Python's audit hooks
(open, rename, mkdir, symlink, remove, chmod, a subprocess). N of 0 kills nobody; the number of
steps is written into the file STEPS.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

_STEPS = ("open", "os.", "shutil.", "fcntl.flock", "subprocess.Popen")


def main() -> int:
    deploy, last, steps, *arguments = sys.argv[1:]
    sys.path.insert(0, deploy)
    from publish_gate.command import main as gate  # noqa: PLC0415 - the path leads there now

    site = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["site"]
    seen = 0

    def count(event: str, details: tuple[object, ...]) -> None:
        nonlocal seen
        if not event.startswith(_STEPS) or event == "os.listdir":
            return
        if event == "subprocess.Popen" or any(str(detail).startswith(site) for detail in details):
            seen += 1
            if seen == int(last):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    status = gate(arguments, {})
    last = "0"
    Path(steps).write_text(str(seen), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
