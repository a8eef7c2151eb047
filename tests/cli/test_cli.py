"""The parser: its help, its exit statuses, and what it does with odd surroundings."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest
from support.content import PROJECT

from plugins.cli import MODULES, main, parser
from plugins.engine.errors import BuildError
from plugins.gate import check


@pytest.mark.parametrize("command", [[], ["check"], ["serve"]], ids=" ".join)
def test_every_command_has_help_with_its_exit_statuses(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    shown, complaints = capsys.readouterr()
    assert shown.startswith(f"usage: {' '.join(['bantin', *command])} ")
    statuses = shown.partition("exit status:\n")[2].splitlines()
    assert [line.split()[0] for line in statuses if line[2] != " "][:3] == ["0", "1", "2"]
    assert complaints == ""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chekc"],
        ["check", "--format", "xml"],
        ["check", "--stict"],
        ["serve", "--port", "dashed"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "-1"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_how_it_is_used(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    shown, complaints = capsys.readouterr()
    assert shown == ""
    assert complaints.startswith("usage: bantin")


def test_a_build_error_ends_with_its_status_and_no_traceback(monkeypatch, capsys):
    def fail(_chosen):
        raise BuildError("Đĩa đã đầy.")

    monkeypatch.setattr(check, "run", fail)
    assert main(["check"]) == BuildError.exitcode
    assert capsys.readouterr() == ("", "Đĩa đã đầy.\n")


def test_an_interruption_ends_with_130(monkeypatch, capsys):
    def interrupt(_chosen):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_unknown_command_names_the_known_ones(bantin):
    done = bantin("xem")
    assert done.returncode == 2
    assert "check" in done.stderr
    assert "serve" in done.stderr


def test_each_command_is_found_in_its_module_alone():
    named = {name for names in MODULES.values() for name in names}
    assert named == commands_of(parser())
    for names in MODULES.values():
        for name in names:
            assert commands_of(parser(name)) == set(names)


def test_an_unknown_command_is_refused_with_all_that_there_are(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "take-down" in capsys.readouterr().err


def test_a_command_imports_no_module_of_others():
    program = (
        "import sys; from plugins.cli import parser; parser('check');"
        "print(*(name for name in sys.modules if name.startswith('plugins.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    assert "plugins.gate.check" in done.stdout
    assert not {"plugins.desk", "plugins.release"} & set(done.stdout.split())


def commands_of(made: argparse.ArgumentParser) -> set[str]:
    (action,) = (each for each in made._actions if isinstance(each, argparse._SubParsersAction))
    return set(action.choices)
