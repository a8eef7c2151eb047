"""From merge to live: corrections go through check, public build, deploy and health check.

    .venv/bin/python tests/bench/bench_deploy.py [--sizes 2000,20000] [--corrections 20]
        [--json FILE]

Each size is a newsroom of so many bulletins with three photos each (``bulletin_corpus.py``), built
and published once; then so many corrections are made one after the other, each to another bulletin,
with what earlier builds keep at hand, as in CI. The server is a real one on this machine: sshd,
rsync, the publish gate, nginx over TLS. A worst correction above 60 seconds, or one that sends a
megabyte or more, makes the exit status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "deploy"), str(HERE.parent), str(HERE)]

from bulletin_corpus import make_items, without_refused, write_content  # noqa: E402 - the path comes first
from support.deploying import Server, server  # noqa: E402
from support.ssh_server import Remote, ssh_server  # noqa: E402
from support.web_server import make_certificate  # noqa: E402

PHOTOS = 3
SECONDS_AT_MOST = 60.0
BYTES_AT_MOST = 1_000_000
FIRST = dt.datetime.fromisoformat("2026-01-15T08:00+07:00")


@dataclass(frozen=True, slots=True)
class Turn:
    """One publication: seconds of its steps, files and bytes that were sent."""

    check: float
    build: float
    deploy: float
    files: int
    sent: int

    @property
    def total(self) -> float:
        """Seconds from merge to live."""
        return self.check + self.build + self.deploy


@dataclass(frozen=True, slots=True)
class Bench:
    """A newsroom of some size and its server."""

    root: Path
    server: Server
    remote: Remote

    def publish(self, now: dt.datetime) -> Turn:
        """Check, build and deploy; the health check is part of the deploy."""
        environment = {
            **os.environ,
            "BUILD_NOW": now.isoformat(),
            "BUILD_STATE": str(self.root / "state"),
            "BANTIN_DEPLOY_HOST": "127.0.0.1",
            "BANTIN_DEPLOY_PORT": str(self.remote.port),
            "BANTIN_DEPLOY_USER": self.remote.user,
            "BANTIN_DEPLOY_IDENTITY": str(self.remote.identity),
            "BANTIN_DEPLOY_KNOWN_HOSTS": str(self.remote.known_hosts),
            "BANTIN_DEPLOY_SIGNING_KEY": str(self.server.key),
        }
        bin_folder = PROJECT / ".venv/bin"
        content, public = self.root / "content", self.root / "public"
        steps = (
            [bin_folder / "bantin", "check", content],
            [bin_folder / "pelican", content, "-s", PROJECT / "publishconf.py", "-o", public],
            [bin_folder / "bantin", "deploy", public, "--format", "json"],
        )
        seconds, said = [], ""
        for command in steps:
            started = time.monotonic()
            ran = subprocess.run(
                command, capture_output=True, check=False, env=environment, text=True
            )
            seconds.append(time.monotonic() - started)
            said = ran.stdout
            if ran.returncode != 0:
                raise SystemExit(f"{command[1:]}: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
        done = json.loads(said)
        return Turn(seconds[0], seconds[1], seconds[2], done["files"], done["sent"])


@contextlib.contextmanager
def bench_of(root: Path) -> Iterator[Bench]:
    """Run a server for a newsroom."""
    root.mkdir()
    certificate = make_certificate(root)
    with server(root / "server", certificate) as made, ssh_server(made) as remote:
        yield Bench(root, made, remote)


def measure(size: int, corrections: int, root: Path) -> tuple[Turn, list[Turn]]:
    """Publish a newsroom, then corrections of it; return the first turn and the others."""
    items = make_items(size, photos=PHOTOS)
    with bench_of(root) as bench:
        content = root / "content"
        write_content(content, items)
        without_refused(content)
        first = bench.publish(FIRST)
        say(f"  first: {first.total:.1f} s, {first.files} files, {first.sent:,} bytes")
        turns = []
        for number in range(corrections):
            # Old bulletins and new ones in turn.
            item = items[number * (size - 1) // max(1, corrections - 1)]
            file = content / item.path
            head, _, body = file.read_text().rpartition("---\n")
            file.write_text(f"{head}---\n\nĐính chính lần {number + 1}.\n{body}")
            turn = bench.publish(FIRST + dt.timedelta(minutes=number + 1))
            say(f"  {item.name}: {describe(turn)}")
            turns.append(turn)
    return first, turns


def say(text: str) -> None:
    """Print a line at once: a size takes long."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def describe(turn: Turn) -> str:
    """Return one line about a publication."""
    return (
        f"{turn.total:6.1f} s (check {turn.check:.1f}, build {turn.build:.1f}, "
        f"deploy {turn.deploy:.1f}), {turn.files} files, {turn.sent:,} bytes"
    )


def main() -> int:
    """Measure all sizes and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="2000,20000")
    parser.add_argument("--corrections", type=int, default=20)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    report: dict[str, object] = {}
    passed = True
    for size in map(int, chosen.sizes.split(",")):
        say(f"{size} bulletins, {PHOTOS} photos each")
        with tempfile.TemporaryDirectory(prefix="bench-deploy-") as name:
            first, turns = measure(size, chosen.corrections, Path(name) / "newsroom")
        worst = max(turns, key=lambda turn: turn.total)
        middle = {
            step: median(getattr(turn, step) for turn in turns)
            for step in ("check", "build", "deploy", "total", "sent")
        }
        say(
            f"  median {middle['total']:.1f} s (check {middle['check']:.1f}, build "
            f"{middle['build']:.1f}, deploy {middle['deploy']:.1f}), worst {worst.total:.1f} s; "
            f"sent {middle['sent']:,.0f} bytes, at most {max(turn.sent for turn in turns):,}"
        )
        passed &= worst.total <= SECONDS_AT_MOST
        passed &= max(turn.sent for turn in turns) < BYTES_AT_MOST
        report[str(size)] = {
            "first": asdict(first),
            "median": middle,
            "worst": worst.total,
            "turns": [asdict(turn) for turn in turns],
        }
    if chosen.json:
        chosen.json.write_text(json.dumps(report, indent=1) + "\n")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
