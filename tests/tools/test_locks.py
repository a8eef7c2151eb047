"""The lock files: exact versions, hashes, no address; and a reason for each direct dependency."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from environment import LOCKS

ROOT = Path(__file__).parents[2]
LOCK_NAMES = [*LOCKS.values(), "requirements-npm.txt"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def read_lock(name: str) -> dict[str, list[str]]:
    """Return the hash lines of each pinned line of a lock; any other line fails the test."""
    pins: dict[str, list[str]] = {}
    pin = ""
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        if HASH.match(line):
            pins[pin].append(line)
        else:
            assert PIN.match(line), f"{name}: neither a pin nor a hash: {line}"
            pin = line.removesuffix(" \\")
            pins[pin] = []
    return pins


def package_names(lock: dict[str, list[str]]) -> set[str]:
    """Return the names of the packages that a lock pins."""
    return {pin.partition("==")[0] for pin in lock}


def direct_dependencies() -> dict[str, set[str]]:
    """Return what pyproject.toml asks for itself, normalised names by lock file."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[^A-Za-z0-9_.-]", entry)[0].lower() for entry in requirements}

    runtime = names(settings["project"]["dependencies"]) | names(groups["build"])
    return {
        "requirements.txt": runtime,
        "requirements-test.txt": runtime | names(groups["test"]),
        "requirements-npm.txt": names(groups["npm"]),
    }


@pytest.mark.parametrize("name", LOCK_NAMES)
def test_every_pin_has_hashes(name: str) -> None:
    lock = read_lock(name)
    assert lock
    assert [pin for pin, hashes in lock.items() if not hashes] == []


@pytest.mark.parametrize("name", [*LOCK_NAMES, "tools/package-lock.json"])
def test_no_lock_names_an_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    # Where npm packages ask for donations is no place that anything is fetched from.
    text = re.sub(r'"funding": (?:\{[^}]*\}|\[[^]]*\])', "", text)
    address = r"://|file:|--(?:extra-)?index|--find-links|\bresolved\b|(?:^|\s)~?/\w"
    assert re.findall(address, text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("name", LOCK_NAMES)
def test_lock_holds_what_the_project_asks_for(name: str) -> None:
    assert direct_dependencies()[name] - package_names(read_lock(name)) == set()


def test_test_lock_repeats_the_runtime_lock() -> None:
    runtime, test = read_lock("requirements.txt"), read_lock("requirements-test.txt")
    assert {pin: test.get(pin) for pin in runtime} == runtime


def test_npm_packages_have_hashes() -> None:
    lock = json.loads((ROOT / "tools" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {key: value for key, value in lock["packages"].items() if key}
    assert "node_modules/vnu-jar" in packages
    assert all(value["integrity"].startswith("sha512-") for value in packages.values())


def test_npm_versions_are_exact() -> None:
    wanted = json.loads((ROOT / "tools" / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "tools" / "package-lock.json").read_text(encoding="utf-8"))
    versions = {
        name: lock["packages"][f"node_modules/{name}"]["version"] for name in wanted["dependencies"]
    }
    assert versions == wanted["dependencies"]


def test_packages_of_the_admin_page_have_exact_versions_and_hashes() -> None:
    text = (ROOT / "tools" / "admin_packages.json").read_text(encoding="utf-8")
    packages = json.loads(text)
    assert packages
    for package in packages.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"])
    assert "://" not in text


def test_each_direct_dependency_has_its_reason() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = {name.lower() for name in re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)}
    npm = json.loads((ROOT / "tools" / "package.json").read_text(encoding="utf-8"))
    admin = json.loads((ROOT / "tools" / "admin_packages.json").read_text(encoding="utf-8"))
    asked = set().union(*direct_dependencies().values(), npm["dependencies"], admin)
    assert explained == asked
