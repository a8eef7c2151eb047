"""A small site folder behind the real nginx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.site_folder import make_site_folder
from support.web_server import WebServer, make_certificate, web_server


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site folder with one release."""
    return make_site_folder(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The running server."""
    root = tmp_path_factory.mktemp("nginx")
    with web_server(root / "run", folder, make_certificate(root)) as running:
        yield running
