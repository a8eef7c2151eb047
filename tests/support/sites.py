"""Whole sites, built in this process by the real engine with the project's own settings."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import blinker
import pytest
from pelican.plugins import signals
from pelican.settings import read_settings
from support.content import NOW, PROJECT
from support.invariants import assert_complete, assert_invariants

from plugins.engine import Engine

GATE = "plugins.gate"


@dataclass(frozen=True)
class Site:
    """A built site: where its content and its output lie."""

    content: Path
    output: Path

    def read(self, url: str) -> str:
        """Return the page at a root-relative address."""
        path = url.removeprefix("/")
        return (self.output / (f"{path}index.html" if url.endswith("/") else path)).read_text()

    def files(self) -> dict[str, bytes]:
        """Return every file of the output with its bytes."""
        return files_below(self.output)

    def photos(self) -> list[Path]:
        """Return the largest JPEG of each photo that content brought."""
        largest: dict[str, Path] = {}
        for file in (self.output / "anh").glob("*.jpg"):
            photo, _, width = file.stem.rpartition("-")
            if photo not in largest or int(width) > int(largest[photo].stem.rpartition("-")[2]):
                largest[photo] = file
        return sorted(largest.values())

    def everything(self) -> bytes:
        """Return all bytes of the output and the names of its files, to search in."""
        files = self.files()
        return b"\n".join([*files.values(), *(path.encode() for path in files)])


def files_below(root: Path) -> dict[str, bytes]:
    """Return every file of a folder, by its path, with its bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@contextlib.contextmanager
def isolated_signals() -> Iterator[None]:
    """Disconnect what was connected meanwhile: Pelican's signals live as long as the process."""
    named = [value for value in vars(signals).values() if isinstance(value, blinker.Signal)]
    before = {signal: dict(signal.receivers) for signal in named}
    yield
    for signal in named:
        for key, reference in list(signal.receivers.items()):
            if key not in before[signal]:
                receiver = reference() if isinstance(reference, weakref.ref) else reference
                if receiver is not None:
                    signal.disconnect(receiver)


def make_engine(
    content: Path, output: Path, *, public: bool = False, gated: bool = False, **overrides: object
) -> Engine:
    """Make the real engine for a content folder, with the project's preview or public settings.

    A public build goes through the gate, and makes compressed copies, only when that is asked for:
    most tests are about other files, and their content is blunt enough to be refused.
    """
    conf = PROJECT / ("publishconf.py" if public else "pelicanconf.py")
    override = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "ENGINE_COMPRESS": False,
        **overrides,
    }
    settings = read_settings(str(conf), override=override)
    if not gated:
        settings["PLUGINS"] = [name for name in settings["PLUGINS"] if name != GATE]
    return Engine(settings)


def build(content: Path, output: Path, *, public: bool = False, **overrides: object) -> Site:
    """Build a site, assert what holds for every site, and return it."""
    make_engine(content, output, public=public, **overrides).run()
    assert_invariants(output)
    now = dt.datetime.fromisoformat(os.environ["BUILD_NOW"])
    assert_complete(content, output, public=public, now=now)
    return Site(content, output)


def build_apart(content: Path, output: Path, *, public: bool = False, now: str = NOW) -> Site:
    """Build a site that several tests share, outside of any one test's environment."""
    with pytest.MonkeyPatch.context() as patch, isolated_signals():
        patch.setenv("BUILD_NOW", now)
        patch.setenv("BUILD_STATE", "off")
        return build(content, output, public=public)
