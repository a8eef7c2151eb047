"""The way to a publishing server: real sshd, ssh and rsync, with a key such as CI has."""

from __future__ import annotations

import getpass
import json
import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.deploying import GATE, Release, Said, Server, make_key
from support.programs import program
from support.web_server import free_port


@dataclass(frozen=True, slots=True)
class Remote:
    """How CI reaches the server: an SSH key whose only command is the gate."""

    port: int
    identity: Path
    known_hosts: Path
    user: str

    def ssh(self) -> list[str]:
        """Return the ssh command without host and command."""
        options = {
            "Port": str(self.port),
            "IdentityFile": str(self.identity),
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": str(self.known_hosts),
            "StrictHostKeyChecking": "yes",
            "BatchMode": "yes",
            "ConnectTimeout": "10",
        }
        flags = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        return [program("ssh"), "-F", "none", *flags]

    @property
    def target(self) -> str:
        """User and host."""
        return f"{self.user}@127.0.0.1"

    def raw(self, *words: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Send a command as it stands."""
        return subprocess.run(
            [*self.ssh(), self.target, *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            stdin=subprocess.DEVNULL,
            **options,
        )

    def gate(self, *words: str) -> Said:
        """Send a command of the gate."""
        done = self.raw(" ".join(words))
        assert done.stdout, (done.returncode, done.stderr)
        return Said(done.returncode, json.loads(done.stdout))

    def rsync(self, folder: Path, release: str, *options: str) -> list[str]:
        """Return the command that sends a folder's files."""
        flags = ["-r", "--checksum", "-z", "--chmod=D755,F644", "--partial-dir=.part"]
        shell = shlex.join(self.ssh())
        source = [f"{folder}/", f"{self.target}:{release}/"]
        return [program("rsync"), *flags, "--timeout=30", *options, "-e", shell, *source]

    def send(self, folder: Path, release: str) -> None:
        """Send a folder's files."""
        subprocess.run(self.rsync(folder, release), check=True, capture_output=True, timeout=120)

    def deploy(self, made: Server, release: Release, folder: Path) -> Said:
        """Do a whole deploy over SSH, as the client does; stop at the first refusal."""
        shutil.rmtree(folder, ignore_errors=True)
        signed = folder / "signed"
        signed.mkdir(parents=True)
        (signed / "RELEASE").write_bytes(release.announced)
        (signed / "RELEASE.sig").write_bytes(made.sign(release.announced))
        (signed / "MANIFEST").write_bytes(release.manifest)
        opened = self.gate("open", release.id)
        if not opened.answer["ok"]:
            return opened
        self.send(signed, release.id)
        begun = self.gate("begin", release.id)
        if not begun.answer["ok"]:
            return begun
        objects = folder / "objects"
        objects.mkdir()
        contents = release.by_hash()
        for each in begun.answer["need"]:
            (objects / each).write_bytes(contents[each])
        self.send(objects, release.id)
        return self.gate("activate", release.id)


@contextmanager
def ssh_server(made: Server) -> Iterator[Remote]:
    """Run sshd for a server's gate, as `deploy/` sets it up: one key, one command."""
    root = made.root / "ssh"
    root.mkdir()
    host_key, identity = make_key(root / "host-key"), make_key(root / "identity")
    port = free_port()
    login = identity.with_suffix(".pub").read_text(encoding="utf-8")
    command = f"{GATE} {made.config}"
    (root / "authorized_keys").write_text(f'restrict,command="{command}" {login}', encoding="utf-8")
    (root / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {host_key}\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {root}/authorized_keys\nStrictModes no\nMaxStartups 50:30:100\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"
        "PermitRootLogin forced-commands-only\nSubsystem sftp internal-sftp\n",
        encoding="utf-8",
    )
    public = host_key.with_suffix(".pub").read_text(encoding="utf-8")
    (root / "known_hosts").write_text(f"[127.0.0.1]:{port} {public}", encoding="utf-8")
    if os.geteuid() == 0:
        # sshd's own place, which its package makes at each start.
        Path("/run/sshd").mkdir(exist_ok=True)
    with (root / "log").open("wb") as log:
        running = subprocess.Popen(
            [program("sshd"), "-D", "-e", "-f", str(root / "sshd_config")],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(port, running, root / "log")
        yield Remote(port, identity, root / "known_hosts", getpass.getuser())
    finally:
        running.terminate()
        running.wait(timeout=20)


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert running.poll() is None, log.read_text(encoding="utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd does not answer")
