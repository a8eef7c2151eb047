"""The CI key reaches the gate and the incoming folder, and nothing else on the server."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.deploying import Server, versions
from support.programs import program
from support.ssh_server import Remote

pytestmark = pytest.mark.long

COMMANDS = [
    "id",
    "sh",
    "/bin/sh -c id",
    "status; touch {canary}",
    "status && touch {canary}",
    "status | tee {canary}",
    "status `touch {canary}`",
    "status $(touch {canary})",
    "status\ntouch {canary}",
    "status > {canary}",
    "rsync --server -vlogDtpre.iLsfxCIvu . {canary}; touch {canary}",
    "rsync --server -e.iLsfxCIvu . x\ntouch {canary}",
    "rsync --server -e.iLsfxCIvu --rsync-path=/bin/sh . x",
    "rsync --server -e.iLsfxCIvu --log-file={canary} . x",
    "rsync --server --sender -e.iLsfxCIvu . ../state.json",
    "rsync --server --sender -e.iLsfxCIvu . .",
    "rsync --server -e.iLsfxCIvu --delete . .",
    "rsync --server --daemon .",
    "rsync --daemon",
    "rsync -e sh {canary} x",
    "scp -t {canary}",
    "scp -f /etc/passwd",
    "/usr/lib/openssh/sftp-server",
    "internal-sftp",
    "init",
    "open ../../etc",
    "open 20260131T101500Z-00000000000g",
    "begin ../20260131T101500Z-000000000001",
    "activate /etc",
    "rollback ../../x",
    "manifest ../x",
    "take-down",
    "take-down /",
    "take-down /../etc/passwd",
    "take-down /a/../../b",
    "take-down //nhacai.example/",
    "status reason=%%%",
    "",
    " ",
]


@pytest.fixture
def live(made: Server) -> str:
    release = versions(1)[0]
    assert made.deploy(release).code == "ok"
    return release.id


def test_no_command_gets_out(made: Server, remote: Remote, live: str, tmp_path: Path):
    canary = tmp_path / "canary"
    for command in COMMANDS:
        done = remote.raw(command.format(canary=canary))
        assert done.returncode != 0, command
        assert "uid=" not in done.stdout, command
        assert "root:" not in done.stdout, command
        assert not canary.exists(), command
    assert made.live() == live
    assert made.flaws(versions(1)[0]) == []


def test_no_file_lands_outside_of_incoming(made: Server, remote: Remote, live: str, tmp_path: Path):
    source = tmp_path / "evil"
    source.mkdir()
    (source / "x.txt").write_text("x", encoding="utf-8")
    (source / "link").symlink_to("/etc/passwd")
    before = {file for file in made.site.rglob("*") if "incoming" not in file.parts}
    shell = " ".join(remote.ssh())
    for target in ("../releases/", "/etc/", str(made.site), "..", f"../current/public/{live}/"):
        subprocess.run(
            [program("rsync"), "-rl", "-e", shell, f"{source}/", f"{remote.target}:{target}"],
            capture_output=True,
            check=False,
            timeout=60,
        )
    # A link that is sent points nowhere, and nothing is read or written through it.
    sent = [program("rsync"), "-rl", "-e", shell, f"{source}/", f"{remote.target}:{live}/"]
    subprocess.run(sent, capture_output=True, check=False, timeout=60)
    links = [file for file in (made.site / "incoming").rglob("link") if file.is_symlink()]
    assert all(not file.exists() for file in links)
    assert {file for file in made.site.rglob("*") if "incoming" not in file.parts} == before
    assert not Path("/etc/x.txt").exists()


def test_nothing_is_read_back(remote: Remote, live: str, tmp_path: Path):
    shell = " ".join(remote.ssh())
    done = subprocess.run(
        [program("rsync"), "-r", "-e", shell, f"{remote.target}:.", str(tmp_path / "stolen")],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert live
    assert not (tmp_path / "stolen").exists() or not any((tmp_path / "stolen").iterdir())


def test_no_forwarding_and_no_terminal(remote: Remote, live: str):
    base = remote.ssh()
    for flags in (["-L", "127.0.0.1:0:127.0.0.1:22"], ["-R", "127.0.0.1:0:127.0.0.1:22"]):
        done = subprocess.run(
            [*base, "-o", "ExitOnForwardFailure=yes", *flags, remote.target, "status"],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode != 0 or live in done.stdout
        assert "Allocated port" not in done.stderr
    through = subprocess.run(
        [*base, "-W", "127.0.0.1:22", remote.target],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
        stdin=subprocess.DEVNULL,
    )
    assert through.returncode != 0
    assert "SSH-2.0" not in through.stdout
    shell = remote.raw("-tt")
    assert shell.returncode != 0
    assert "$" not in shell.stdout
