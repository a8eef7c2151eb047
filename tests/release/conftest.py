"""A publishing server on this machine, and sites that the project builds to publish on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.content import write_content
from support.deploying import Server, server
from support.sites import make_engine
from support.ssh_server import Remote, ssh_server
from support.web_server import Certificate, make_certificate

from plugins.cli import main


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@dataclass(frozen=True)
class Newsroom:
    """What a newsroom has: its content, the built site, the settings of its server."""

    root: Path
    server: Server
    remote: Remote
    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    @property
    def public(self) -> Path:
        return self.root / "public"

    @property
    def content(self) -> Path:
        return self.root / "content"

    def build(self, files: Mapping[str, str | bytes], now: str = "2026-01-15T08:00+07:00") -> None:
        """Write content beside what there is, and build the public site."""
        write_content(self.content, files)
        self.rebuild(now)

    def rebuild(self, now: str) -> None:
        self.monkeypatch.setenv("BUILD_NOW", now)
        make_engine(self.content, self.public, public=True, ENGINE_COMPRESS=True).run()
        self.capture.readouterr()

    def bantin(self, *words: str) -> tuple[int, str, str]:
        """Run a command; return its exit status and what it said."""
        status = main([words[0], "--target", str(self.root / "deploy.toml"), *words[1:]])
        said = self.capture.readouterr()
        return status, said.out, said.err

    def deploy(self, *options: str) -> tuple[int, str, str]:
        return self.bantin("deploy", str(self.public), *options)

    def verify(self, *options: str) -> tuple[int, list[str]]:
        """Run ``verify`` over all files; return its exit status and what differs."""
        web = self.server.web
        status, out, _ = self.bantin(
            "verify",
            *("--all", "--format", "json", "--ca", str(web.certificate.file)),
            *("--connect", f"127.0.0.1:{web.tls_port}", *options),
        )
        return status, [f"{found['path']} {found['code']}" for found in json.loads(out or "[]")]

    def live_bytes(self) -> bytes:
        """Return all that nginx may send, without what is in compressed form."""
        current = self.server.site / "current" / "public"
        return b"\n".join(
            path.read_bytes() + path.name.encode()
            for path in sorted(current.rglob("*"))
            if path.is_file() and path.suffix not in {".br", ".gz"}
        )


@pytest.fixture
def newsroom(
    tmp_path: Path,
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Newsroom]:
    with server(tmp_path / "server", certificate) as made, ssh_server(made) as remote:
        (tmp_path / "deploy.toml").write_text(settings_file(made, remote), encoding="utf-8")
        yield Newsroom(tmp_path, made, remote, monkeypatch, capsys)


def settings_file(made: Server, remote: Remote) -> str:
    """Return a ``deploy.toml`` for a server of this machine."""
    values = {
        "host": "127.0.0.1",
        "port": remote.port,
        "user": remote.user,
        "identity": str(remote.identity),
        "signing_key": str(made.key),
        "known_hosts": str(remote.known_hosts),
        "site": made.web.url,
    }
    return "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
