"""The Makefile: `make` alone lists the commands, and each says in one line what it does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMISED = {"html", "serve", "check", "publish", "test", "test-all", "lint"}


def make(*arguments: str) -> str:
    """Run make in the project and return what it printed."""
    command = ["make", "--no-print-directory", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    return done.stdout


def test_make_alone_lists_the_commands() -> None:
    listed = dict(re.findall(r"^make (\S+) +(\S.*)$", make(), flags=re.MULTILINE))
    assert set(listed) >= PROMISED
    assert len(make().splitlines()) == len(listed)


def test_every_listed_command_exists() -> None:
    for name in re.findall(r"^make (\S+)", make(), flags=re.MULTILINE):
        assert make("--dry-run", name)


def test_set_up_comes_before_the_build() -> None:
    assert make("--dry-run", "html").splitlines()[:2] == [
        "tools/setup.sh runtime",
        ".venv/bin/pelican content -s pelicanconf.py -o output",
    ]


def test_what_to_do_next_is_said_after_a_preview_alone() -> None:
    # Not by the build itself: it runs inside `make serve` too, and for the public site.
    assert "make serve" in make("--dry-run", "html").splitlines()[-1]
    assert "make serve" not in make("--dry-run", "serve", "publish", "check")


def test_only_the_whole_run_has_the_long_tests() -> None:
    assert "not long" in make("--dry-run", "test").splitlines()[-1]
    assert "not long" not in make("--dry-run", "test-all")
