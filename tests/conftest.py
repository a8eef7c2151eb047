"""Fixtures that all tests share: whole small sites, and isolation of what builds leave behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from support.content import NOW, write_content
from support.sites import Site, build, isolated_signals, make_engine

from plugins.engine import Engine
from plugins.engine.errors import ContentError
from plugins.problems import Problem

Files = Mapping[str, str | bytes] | Path

# CI must not meet a new random case on somebody's urgent notice; a long search is run by hand with
# HYPOTHESIS_PROFILE=search.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True, scope="session")
def working_ctrl_c() -> None:
    """Make Ctrl-C work where the tests were started in the background, which switches it off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def isolated_build(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fix the clock of builds, keep nothing, and disconnect the plugins that a build connected."""
    monkeypatch.setenv("BUILD_NOW", NOW)
    monkeypatch.setenv("BUILD_STATE", "off")
    with isolated_signals():
        yield


@pytest.fixture
def content(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a content folder: registries, and the files given."""

    def write(files: Mapping[str, str | bytes], folder: str = "content") -> Path:
        return write_content(tmp_path / folder, files)

    return write


@pytest.fixture
def engine_for() -> Callable[..., Engine]:
    """Return a function that makes the real engine for a content folder."""
    return make_engine


@pytest.fixture
def build_site(content: Callable[..., Path], tmp_path: Path) -> Callable[..., Site]:
    """Return a function that builds a whole small site with the project's own settings.

    The content is a mapping of files, or a content folder that is there already. What holds for
    every site is asserted of each one built.
    """

    def make(
        files: Files, *, public: bool = False, output: str = "output", **overrides: object
    ) -> Site:
        root = files if isinstance(files, Path) else content(files)
        return build(root, tmp_path / output, public=public, **overrides)

    return make


@pytest.fixture
def problems_of(content: Callable[..., Path], tmp_path: Path) -> Callable[..., list[Problem]]:
    """Return a function that checks content and gives what was found."""

    def check(files: Files) -> list[Problem]:
        root = files if isinstance(files, Path) else content(files)
        return sorted(make_engine(root, tmp_path / "unused").examine().problems)

    return check


@pytest.fixture
def refuses(build_site: Callable[..., Site]) -> Callable[..., ContentError]:
    """Return a function that expects a build to stop with content errors."""

    def expect(files: Files, **options: object) -> ContentError:
        with pytest.raises(ContentError) as caught:
            build_site(files, **options)
        return caught.value

    return expect
