"""Making `.venv`: what is decided, what is recorded, and what an interruption leaves."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import environment
from environment import Plan, SetupError, State

WANTED = State(base="base", project="project", locks={"runtime": "r1", "test": "t1"})
HTML_READY = replace(WANTED, locks={"runtime": "r1"})

PYPROJECT = """
[project]
name = "sample"
dependencies = ["pelican"]
[build-system]
requires = ["setuptools"]
[tool.ruff]
line-length = 100
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with nothing installed."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    for name in environment.LOCKS.values():
        (tmp_path / name).write_text(f"{name}==1\n", encoding="utf-8")
    return tmp_path


class Commands:
    """Stands in for the commands of the set-up: notes them, makes the folder, fails when told."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.fail_at: str | None = None

    def __call__(self, command: list[str], failure: str) -> None:
        name = "venv" if "venv" in command else Path(command[-1]).name
        if name == "venv":
            Path(command[-1]).mkdir(exist_ok=True)
            (Path(command[-1]) / "installed.json").unlink(missing_ok=True)
        if name == self.fail_at:
            raise SetupError(failure)
        self.done.append(name)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Replace the running of commands."""
    stand_in = Commands()
    monkeypatch.setattr(environment, "run", stand_in)
    return stand_in


@pytest.mark.parametrize(
    ("present", "level", "plan"),
    [
        pytest.param(None, "runtime", Plan(True, "runtime", True), id="nothing there"),
        pytest.param(HTML_READY, "runtime", Plan(False, None, False), id="ready"),
        pytest.param(WANTED, "test", Plan(False, None, False), id="ready for tests"),
        pytest.param(WANTED, "runtime", Plan(False, None, False), id="more than needed"),
        pytest.param(HTML_READY, "test", Plan(False, "test", False), id="tests on top"),
        pytest.param(
            replace(HTML_READY, project="older"), "runtime", Plan(False, None, True), id="project"
        ),
        pytest.param(
            replace(WANTED, base="3.10"), "test", Plan(True, "test", True), id="other interpreter"
        ),
        pytest.param(
            replace(WANTED, locks={"runtime": "r0", "test": "t1"}),
            "runtime",
            Plan(True, "runtime", True),
            id="runtime lock changed",
        ),
        pytest.param(
            replace(WANTED, locks={"runtime": "r1", "test": "t0"}),
            "test",
            Plan(True, "test", True),
            id="test lock changed",
        ),
        pytest.param(
            replace(WANTED, locks={"runtime": "r1", "test": "t0"}),
            "runtime",
            Plan(False, None, False),
            id="a build does not wait for test packages",
        ),
    ],
)
def test_plan(present: State | None, level: str, plan: Plan) -> None:
    assert environment.make_plan(present, WANTED, level) == plan
    assert plan.is_empty == (plan == Plan(False, None, False))


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_fingerprints_differ_where_parts_differ(one: list[bytes], other: list[bytes]) -> None:
    same = environment.fingerprint(*one) == environment.fingerprint(*other)
    assert same == (one == other)


def test_record_survives_a_round_trip(tmp_path: Path) -> None:
    record = tmp_path / "installed.json"
    environment.write_state(record, WANTED)
    assert environment.read_state(record) == WANTED
    assert [path.name for path in tmp_path.iterdir()] == ["installed.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"base": "x"}', '{"base":1,"project":2}'])
def test_half_a_record_counts_as_none(tmp_path: Path, text: str) -> None:
    record = tmp_path / "installed.json"
    record.write_text(text, encoding="utf-8")
    assert environment.read_state(record) is None


def test_only_what_is_installed_counts(root: Path) -> None:
    before = environment.wanted_state(root)
    settings = root / "pyproject.toml"
    settings.write_text(PYPROJECT.replace("100", "99"), encoding="utf-8")
    assert environment.wanted_state(root) == before

    settings.write_text(PYPROJECT.replace("pelican", "nikola"), encoding="utf-8")
    assert environment.wanted_state(root).project != before.project
    (root / "requirements.txt").write_text("other==2\n", encoding="utf-8")
    after = environment.wanted_state(root)
    assert after.locks["runtime"] != before.locks["runtime"]
    assert after.locks["test"] == before.locks["test"]


def test_a_moved_project_gets_a_new_environment(root: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ["pyproject.toml", *environment.LOCKS.values()]:
        (moved / name).write_bytes((root / name).read_bytes())
    assert environment.wanted_state(moved).base != environment.wanted_state(root).base


def test_second_run_does_nothing(root: Path, commands: Commands) -> None:
    environment.ensure(root, "runtime")
    assert commands.done == ["venv", "requirements.txt", root.name]
    environment.ensure(root, "runtime")
    assert len(commands.done) == 3
    environment.ensure(root, "test")
    assert commands.done[3:] == ["requirements-test.txt"]
    environment.ensure(root, "runtime")
    environment.ensure(root, "test")
    assert len(commands.done) == 4


@pytest.mark.parametrize("step", ["venv", "requirements-test.txt", "project"])
def test_a_failure_is_never_taken_for_done(root: Path, commands: Commands, step: str) -> None:
    commands.fail_at = root.name if step == "project" else step
    with pytest.raises(SetupError):
        environment.ensure(root, "test")
    assert not (root / ".venv" / "installed.json").exists()

    commands.fail_at, commands.done = None, []
    environment.ensure(root, "test")
    assert commands.done == ["venv", "requirements-test.txt", root.name]


def test_a_failure_on_top_of_a_good_environment_starts_it_anew(
    root: Path, commands: Commands
) -> None:
    environment.ensure(root, "runtime")
    commands.fail_at = "requirements-test.txt"
    with pytest.raises(SetupError, match=r"requirements-test\.txt could not be installed"):
        environment.ensure(root, "test")
    commands.fail_at, commands.done = None, []
    environment.ensure(root, "runtime")
    assert commands.done == ["venv", "requirements.txt", root.name]


def test_packages_are_checked_against_hashes_and_never_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(environment, "run", lambda command, failure: calls.append(command))
    environment.install_lock(Path("python"), Path("requirements.txt"))
    assert {"--require-hashes", "--only-binary=:all:"} <= set(calls[0])
    assert not [word for word in calls[0] if "index" in word or "links" in word]


@pytest.mark.parametrize(
    ("user", "executable", "message"),
    [
        (1000, "/usr/bin/python3", "python3-venv missing: sudo apt-get install python3-venv"),
        (0, "/usr/bin/python3", "python3-venv missing: apt-get install python3-venv"),
        (
            1000,
            "/usr/bin/python3.12",
            "python{0}-venv missing: sudo apt-get install python{0}-venv",
        ),
    ],
)
def test_missing_venv_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, user: int, executable: str, message: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(SetupError) as caught:
        environment.require_venv()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert str(caught.value) == message.format(version)


def test_never_made_with_its_own_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/project/.venv")
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert environment.base_python() == f"/usr/bin/python{version}"
    monkeypatch.setattr(sys, "prefix", "/usr")
    assert environment.base_python() == sys.executable


def test_command_fails_with_one_line(
    monkeypatch: pytest.MonkeyPatch, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "base_python", lambda: "false")
    assert environment.main(["runtime"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith(".venv could not be made")


def test_record_is_json_for_people_too(tmp_path: Path) -> None:
    environment.write_state(tmp_path / "installed.json", WANTED)
    record = json.loads((tmp_path / "installed.json").read_text(encoding="utf-8"))
    assert sorted(record) == ["base", "locks", "project"]
