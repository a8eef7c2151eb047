"""A server of its own for each test of publishing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.deploying import Server, server
from support.ssh_server import Remote, ssh_server
from support.web_server import Certificate, make_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def made(tmp_path: Path, certificate: Certificate) -> Iterator[Server]:
    with server(tmp_path, certificate) as found:
        yield found


@pytest.fixture
def remote(made: Server) -> Iterator[Remote]:
    with ssh_server(made) as found:
        yield found
