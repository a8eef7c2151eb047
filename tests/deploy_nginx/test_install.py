"""The installer: what it wants, and that it does only what lacks. A clean root is tried by hand."""

from __future__ import annotations

import grp
import hashlib
import json
import os
import pwd
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from installer import command
from installer.plan import Part, Wanted, parts
from installer.steps import Absent, File, Folder, InstallError, Link, Packages, User
from nginx.configuration import Server

KEYS = (
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGxvZ2lu ci-login",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNpZ24= ci-signing",
)
ME, MINE = pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name
WANTED = Wanted(
    name="so-y-te",
    host="bantin.example",
    login_key=KEYS[0],
    signing_key=KEYS[1],
    certificate=Path("/etc/bantin/tls/bantin.example.pem"),
    certificate_key=Path("/etc/bantin/tls/bantin.example.key"),
    is_own_certificate=True,
)


def files(wanted: Wanted = WANTED) -> dict[str, File]:
    steps = [step for part in parts(wanted, Server((1, 22, 1))) for step in part.steps]
    return {str(step.path): step for step in steps if isinstance(step, File)}


def test_the_login_key_reaches_the_gate_alone() -> None:
    line = files()["/etc/bantin/keys/bantin-so-y-te"].data.decode()
    assert line == (
        'restrict,command="/usr/lib/bantin/publish-gate /etc/bantin/so-y-te.json" ' + KEYS[0] + "\n"
    )


def test_addresses_of_ci_are_written_beside_it() -> None:
    wanted = replace(WANTED, login_from="203.0.113.0/24,2001:db8::/32")
    line = files(wanted)["/etc/bantin/keys/bantin-so-y-te"].data.decode()
    assert line.startswith('restrict,from="203.0.113.0/24,2001:db8::/32",command=')


def test_the_signing_key_signs_releases_and_nothing_else() -> None:
    line = files()["/etc/bantin/so-y-te.signers"].data.decode()
    assert line == f'ci namespaces="bantin-release" {KEYS[1]}\n'


def test_nobody_but_root_can_change_what_guards_the_site() -> None:
    for path, file in files().items():
        assert (file.owner, file.group) == ("root", "root"), path
        assert not file.mode & 0o022, path


def test_the_gate_trusts_a_certificate_of_our_own_only_while_there_is_no_other() -> None:
    own = json.loads(files()["/etc/bantin/so-y-te.json"].data)
    other = json.loads(
        files(replace(WANTED, is_own_certificate=False))["/etc/bantin/so-y-te.json"].data
    )
    assert own["health"]["ca"] == str(WANTED.certificate)
    assert other["health"]["ca"] is None


def test_what_was_installed_is_written_down_for_the_watch() -> None:
    placed = files()
    record = placed.pop("/etc/bantin/so-y-te.sha256").data.decode()
    listed = {name: digest for digest, name in (line.split("  ") for line in record.splitlines())}
    assert placed.keys() - listed.keys() == {"/etc/sudoers.d/bantin"}
    for name, digest in listed.items():
        assert hashlib.sha256(placed[name].data).hexdigest() == digest


def test_every_program_of_a_timer_is_installed() -> None:
    placed = files()
    units = [file.data.decode() for path, file in placed.items() if path.endswith(".service")]
    programs = {
        line.partition("=")[2].lstrip("+").split()[0]
        for unit in units
        for line in unit.splitlines()
        if line.startswith("Exec")
    }
    assert len(programs) == 4
    assert programs <= placed.keys()


@pytest.mark.parametrize(
    "change",
    [
        {"login_key": "ssh-ed25519 AAAA\nssh-ed25519 BBBB"},
        {"login_key": 'command="sh" ssh-ed25519 AAAA'},
        {"login_key": ""},
        {"signing_key": KEYS[0]},
        {"login_from": '1.2.3.4",command="sh'},
    ],
)
def test_keys_and_addresses_that_say_more_are_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"key|addresses"):
        replace(WANTED, **change)


def test_a_file_is_written_once(tmp_path: Path) -> None:
    file = File(tmp_path / "a" / "b", b"one\n", ME, MINE, 0o640)
    assert "+one" in file.lacks()
    file.carry_out()
    assert file.lacks() == ""
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o640
    changed = replace(file, data=b"two\n")
    assert "-one" in changed.lacks()
    assert "+two" in changed.lacks()


def test_wrong_rights_are_put_right(tmp_path: Path) -> None:
    file = File(tmp_path / "key", b"x", ME, MINE, 0o600)
    file.carry_out()
    (tmp_path / "key").chmod(0o644)
    assert "give" in file.lacks()
    file.carry_out()
    assert file.lacks() == ""
    folder = Folder(tmp_path / "folder", ME, MINE, 0o2750)
    folder.carry_out()
    assert folder.lacks() == ""
    (tmp_path / "folder").chmod(0o777)
    assert "give" in folder.lacks()


def test_links_come_and_go(tmp_path: Path) -> None:
    link = Link(tmp_path / "link", "target")
    assert link.lacks()
    link.carry_out()
    assert not link.lacks()
    assert Link(tmp_path / "link", "other").lacks()
    absent = Absent(tmp_path / "link")
    assert absent.lacks()
    absent.carry_out()
    assert not absent.lacks()


def test_what_debian_has_is_not_installed_again() -> None:
    assert Packages(("no-such-package-here",)).lacks() == "install no-such-package-here"
    assert User(ME, "no-such-group").name == ME


def test_a_run_that_failed_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "UNFINISHED", tmp_path / "unfinished")
    step = File(tmp_path / "file", b"x", ME, MINE)
    with pytest.raises(InstallError, match="exit status 1"):
        command.carry_out(Part("nginx", (step,), (("false",),)), dry_run=False)
    assert not step.lacks()
    done = tmp_path / "done"
    again = Part("nginx", (step,), (("touch", str(done)),))
    assert command.carry_out(again, dry_run=False) == 1
    assert done.exists()
    assert command.carry_out(again, dry_run=False) == 0


def test_a_dry_run_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(command, "UNFINISHED", tmp_path / "unfinished")
    part = Part("nginx", (File(tmp_path / "file", b"x\n"),), (("touch", str(tmp_path / "done")),))
    assert command.carry_out(part, dry_run=True) == 1
    assert list(tmp_path.iterdir()) == []
    assert "+x" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status"),
    [(["--help"], 0), ([], 2), (["--name", "Sở", "--host", "a.example"], 2)],
)
def test_the_command_says_how_it_is_used(tmp_path: Path, words: list[str], status: int) -> None:
    for number, key in enumerate(KEYS):
        (tmp_path / f"{number}.pub").write_text(key)
    keys = ["--login-key", str(tmp_path / "0.pub"), "--signing-key", str(tmp_path / "1.pub")]
    program = Path(command.__file__).parents[1] / "install"
    done = subprocess.run(
        [program, *words, *(keys if len(words) > 1 else []), "--dry-run"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == status, done.stdout + done.stderr


# man systemd.exec: with User= these take the way to root away, as NoNewPrivileges= does.
WITHOUT_SUDO = ("NoNewPrivileges=yes", "PrivateDevices=yes", "RestrictAddressFamilies=")


@pytest.mark.parametrize("task", ["cleanup", "repair"])
def test_a_task_that_may_switch_or_reload_can_reach_nginx(task: str) -> None:
    """The clean-up finishes a switch that was cut off: if it cannot ask nginx, it goes back."""
    unit = files()[f"/etc/systemd/system/bantin-{task}@.service"].data.decode()
    assert "User=bantin-%i" in unit
    lines = unit.splitlines()
    assert not [line for line in lines if line.startswith((*WITHOUT_SUDO, "PrivateNetwork="))]
    assert "ProtectSystem=strict" in lines
