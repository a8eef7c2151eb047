"""The real nginx with the production configuration, over TLS, on this machine only."""

from __future__ import annotations

import http.client
import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.programs import program

from nginx.configuration import Server, Site, common_configuration, site_configuration

HOST = "bantin.example"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate for :data:`HOST` and this machine, which is its own authority."""

    file: Path
    key: Path


@dataclass(frozen=True, slots=True)
class WebServer:
    """A running nginx."""

    root: Path
    http_port: int
    tls_port: int
    certificate: Certificate

    @property
    def url(self) -> str:
        """The address of the site, without a last slash; its host is :data:`HOST`."""
        return f"https://{HOST}:{self.tls_port}"

    def connect(self, host: str = HOST) -> http.client.HTTPSConnection:
        """Open a connection that asks for a host, and checks the certificate."""
        context = ssl.create_default_context(cafile=str(self.certificate.file))
        context.check_hostname = host == HOST
        connection = http.client.HTTPSConnection(host, self.tls_port, timeout=10, context=context)
        plain = socket.create_connection(("127.0.0.1", self.tls_port), timeout=10)
        # A small request waits for nobody.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sock = context.wrap_socket(plain, server_hostname=host)
        return connection

    def get(
        self, path: str, *, method: str = "GET", host: str | None = None, **headers: str
    ) -> Answer:
        """Ask for a path over TLS.

        Args:
            path: as it is sent.
            method: of HTTP.
            host: what the header Host says, by default the site's.
            headers: further ones, with underscores for hyphens.
        """
        connection = self.connect()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": host or HOST, **named})
        return _answer(connection)

    def get_plain(self, path: str, *, host: str = HOST) -> Answer:
        """Ask for a path without TLS."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=10)
        connection.request("GET", path, headers={"Host": host})
        return _answer(connection)

    def reload(self) -> None:
        """Let nginx read its configuration anew, and wait until it answers with it."""
        run_nginx(self.root, "-s", "reload")


def _answer(connection: http.client.HTTPConnection) -> Answer:
    with connection.getresponse() as response:
        return Answer(response.status, dict(response.getheaders()), response.read())


def free_port() -> int:
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_certificate(folder: Path) -> Certificate:
    """Make a certificate for :data:`HOST`, ``localhost`` and 127.0.0.1, of one day."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    names = f"subjectAltName=DNS:{HOST},DNS:localhost,IP:127.0.0.1"
    what = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"]
    where = ["-keyout", str(made.key), "-out", str(made.file)]
    subprocess.run(
        [program("openssl"), "req", *what, "-subj", f"/CN={HOST}", "-addext", names, *where],
        check=True,
        capture_output=True,
    )
    return made


def nginx_version() -> tuple[int, ...]:
    """Return the version of the installed nginx."""
    done = subprocess.run([program("nginx"), "-v"], capture_output=True, text=True, check=True)
    found = re.search(r"nginx/([0-9.]+)", done.stderr)
    assert found, done.stderr
    return tuple(map(int, found[1].split(".")))


def write_configuration(
    root: Path, folder: Path, certificate: Certificate, *, requests_per_second: int = 100_000
) -> tuple[int, int]:
    """Write the configuration of a server that has one site, below ``root``.

    Returns:
        the ports of HTTP and HTTPS.
    """
    ports = free_port(), free_port()
    server = Server(
        version=nginx_version(),
        http_port=ports[0],
        tls_port=ports[1],
        address="127.0.0.1",
        requests_per_second=requests_per_second,
        burst=requests_per_second,
    )
    logs = root / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    site = Site(
        name="thu-nghiem",
        host=HOST,
        folder=folder,
        certificate=certificate.file,
        key=certificate.key,
        logs=logs,
        views=logs,
        acme=root / "acme",
    )
    (root / "common.conf").write_text(common_configuration(server), encoding="utf-8")
    (root / "site.conf").write_text(site_configuration(server, site), encoding="utf-8")
    # The user of a test owns what is served; root's workers would run as nobody.
    user = "user root;\n" if os.geteuid() == 0 else ""
    scratch = "".join(
        f"{kind}_temp_path {root}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (root / "nginx.conf").write_text(
        f"{user}load_module {program('nginx-brotli')};\npid {root}/nginx.pid;\n"
        f"error_log {root}/error.log warn;\nworker_processes 2;\n"
        f"events {{ worker_connections 4096; }}\n"
        f"http {{\n{scratch}sendfile on;\ntcp_nopush on;\naccess_log off;\n"
        f"include {root}/common.conf;\ninclude {root}/site.conf;\n}}\n",
        encoding="utf-8",
    )
    return ports


def run_nginx(root: Path, *arguments: str) -> str:
    """Run nginx on the configuration below a folder; return what it printed.

    Raises:
        AssertionError: it failed.
    """
    command = [program("nginx"), "-p", str(root), "-c", str(root / "nginx.conf")]
    command += ["-e", str(root / "error.log"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == 0, done.stderr
    return done.stderr


@contextmanager
def web_server(
    root: Path, folder: Path, certificate: Certificate, *, requests_per_second: int = 100_000
) -> Iterator[WebServer]:
    """Run nginx for a site folder of the publish gate.

    Args:
        root: an empty folder for its configuration and logs.
        folder: of the site: ``current/public``, ``gone``, ``immutable``.
        certificate: what :func:`make_certificate` gives.
        requests_per_second: of one address.
    """
    root.mkdir(parents=True, exist_ok=True)
    http_port, tls_port = write_configuration(
        root, folder, certificate, requests_per_second=requests_per_second
    )
    run_nginx(root, "-t", "-q")
    command = [program("nginx"), "-p", str(root), "-c", str(root / "nginx.conf")]
    running = subprocess.Popen(
        [*command, "-e", str(root / "error.log"), "-g", "daemon off;"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(tls_port, running)
        yield WebServer(root, http_port, tls_port, certificate)
    finally:
        running.terminate()
        running.wait(timeout=20)


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert running.poll() is None, "nginx ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
