"""Fixtures that all tests share: whole small sites, and isolation of Pelican's signals."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import blinker
import pytest
from hypothesis import settings
from pelican.plugins import signals
from pelican.settings import read_settings
from support.invariants import assert_invariants

from plugins.engine import Engine
from plugins.engine.errors import ContentError
from plugins.problems import Problem

PROJECT = Path(__file__).resolve().parents[1]
NOW = "2026-01-15T08:00+07:00"

# CI must not meet a new random case on somebody's urgent notice; a long search is run by hand with
# HYPOTHESIS_PROFILE=search.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

REGISTRIES = {
    "units.yml": (
        "- id: so-y-te\n  name: Sở Y tế\n  kind: so\n"
        "- id: benh-vien-phoi\n  name: Bệnh viện Phổi\n  parent: so-y-te\n"
    ),
    "people.yml": "- id: minh-hien\n  name: Minh Hiền\n- id: le-son\n  name: Lê Sơn\n",
}


def bulletin(title: str, date: str = "2025-03-05", body: str = "", **fields: str) -> str:
    """Return the text of a valid bulletin; ``fields`` are further lines of its header."""
    header = {
        "title": title,
        "date": date,
        "category": "Hội nghị",
        "authors": "Minh Hiền",
        **fields,
    }
    lines = "".join(f"{name}: {value}\n" for name, value in header.items())
    return f"---\n{lines}---\n\n{body or f'{title} được tổ chức tại địa phương.'}\n"


@dataclass(frozen=True)
class Site:
    """A built site: where its content and its output lie."""

    content: Path
    output: Path

    def read(self, url: str) -> str:
        """Return the page at a root-relative address."""
        path = url.removeprefix("/")
        return (self.output / (f"{path}index.html" if url.endswith("/") else path)).read_text()

    def pages(self) -> list[Path]:
        """Return all HTML files."""
        return sorted(self.output.rglob("*.html"))

    def files(self) -> dict[str, bytes]:
        """Return every file of the output with its bytes."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(autouse=True)
def isolated_signals() -> Iterator[None]:
    """Disconnect what a test's build connected: Pelican's signals live as long as the process."""
    named = [value for value in vars(signals).values() if isinstance(value, blinker.Signal)]
    before = {signal: dict(signal.receivers) for signal in named}
    yield
    for signal in named:
        for key, reference in list(signal.receivers.items()):
            if key not in before[signal]:
                receiver = reference() if isinstance(reference, weakref.ref) else reference
                if receiver is not None:
                    signal.disconnect(receiver)


@pytest.fixture
def content(tmp_path: Path):
    """Return a function that writes a content folder: registries, and the files given."""

    def write(files: Mapping[str, str | bytes], folder: str = "content") -> Path:
        root = tmp_path / folder
        for path, data in {**REGISTRIES, **files}.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data.encode() if isinstance(data, str) else data)
        return root

    return write


@pytest.fixture
def engine_for(monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes the real engine for a content folder."""

    def make(content: Path, output: Path, *, public: bool = False, **overrides: object) -> Engine:
        monkeypatch.setenv("BUILD_NOW", os.environ.get("BUILD_NOW", NOW))
        conf = PROJECT / ("publishconf.py" if public else "pelicanconf.py")
        override = {"PATH": str(content), "OUTPUT_PATH": str(output), **overrides}
        return Engine(read_settings(str(conf), override=override))

    return make


@pytest.fixture
def build_site(content, engine_for, tmp_path: Path):
    """Return a function that builds a whole small site with the project's own settings.

    The content is a mapping of files, or a content folder that is there already. What holds for
    every site is asserted of each one built.
    """

    def build(
        files: Mapping[str, str | bytes] | Path,
        *,
        public: bool = False,
        output: str = "output",
        **overrides: object,
    ) -> Site:
        root = files if isinstance(files, Path) else content(files)
        engine_for(root, tmp_path / output, public=public, **overrides).run()
        assert_invariants(tmp_path / output)
        return Site(root, tmp_path / output)

    return build


@pytest.fixture
def problems_of(content, engine_for, tmp_path: Path):
    """Return a function that checks content and gives what was found."""

    def check(files: Mapping[str, str | bytes] | Path) -> list[Problem]:
        root = files if isinstance(files, Path) else content(files)
        return sorted(engine_for(root, tmp_path / "unused").examine().problems)

    return check


@pytest.fixture
def refuses(build_site):
    """Return a function that expects a build to stop with content errors."""

    def expect(files: Mapping[str, str | bytes] | Path, **options: object) -> ContentError:
        with pytest.raises(ContentError) as caught:
            build_site(files, **options)
        return caught.value

    return expect
