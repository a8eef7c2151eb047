"""Asking the web server, as a reader would, whether it serves the release that is live."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import itertools
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from publish_gate.config import Health
from publish_gate.manifests import Entry
from publish_gate.names import original_of, url_of_file

_PAUSE_SECONDS: Final = 0.1
_PIECE: Final = 1 << 16
# A name that no build makes.
_NOWHERE: Final = "/khong-co-trang-nay-publish-gate/"
_NEEDED_HEADERS: Final = ("Content-Security-Policy", "X-Content-Type-Options")
# One file of each kind: the first that a release has.
_ALWAYS: Final = ("release.json", "index.html", "feeds/tat-ca.atom.xml")
_NOT_FOUND: Final = "404.html"


@dataclass(frozen=True, slots=True)
class Probe:
    """One question: a URL path, the status it must answer with, the sha256 of the body if known."""

    url: str
    status: int
    sha256: str | None = None


def probes(
    entries: Mapping[str, Entry],
    gone: Iterable[str],
    changed: Iterable[str],
    moved: Iterable[str] = (),
) -> list[Probe]:
    """Choose what to ask for. Pure.

    Args:
        entries: the files of the release.
        gone: URL paths that were taken down.
        changed: paths that the release has new or with other bytes; a few of them are asked for.
        moved: old addresses, perhaps percent-encoded, which the web server sends on although some
            have a page of their own.
    """
    away = set(gone)
    left_out = {unquote(url).strip("/") for url in moved}

    def can_be_asked(path: str) -> bool:
        # A compressed copy has no address, and the page for addresses that nobody has has none.
        of_its_own = original_of(path) == path and path != _NOT_FOUND
        return of_its_own and url_of_file(path).strip("/") not in left_out

    plain = [path for path in entries if can_be_asked(path)]
    wanted = [*_ALWAYS, *sorted(filter(can_be_asked, changed))[:5]]
    wanted += sorted(path for path in plain if path.startswith("ban-tin/"))[-1:]
    for folder, suffix in (("theme/", ".css"), ("anh/", ""), ("tep/", "")):
        kind = (path for path in plain if path.startswith(folder) and path.endswith(suffix))
        wanted += itertools.islice(kind, 1)
    found = []
    for path in dict.fromkeys(wanted):
        if path not in entries:
            continue
        url = url_of_file(path)
        if url in away:
            found.append(Probe(url, HTTPStatus.GONE))
        else:
            found.append(Probe(url, HTTPStatus.OK, entries[path].sha256))
    answer = entries[_NOT_FOUND].sha256 if _NOT_FOUND in entries else None
    return [*found, Probe(_NOWHERE, HTTPStatus.NOT_FOUND, answer)]


def first_miss(health: Health, asked: Iterable[Probe]) -> str | None:
    """Ask until every answer is right, or the time is over.

    Returns:
        what was wrong at last, None when all is right.
    """
    end = time.monotonic() + health.seconds
    for probe in asked:
        while (miss := _miss(health, probe, end)) is not None:
            if time.monotonic() + _PAUSE_SECONDS > end:
                return miss
            time.sleep(_PAUSE_SECONDS)
    return None


def _miss(health: Health, probe: Probe, end: float) -> str | None:
    try:
        status, headers, digest = _get(
            health, probe.url, max(_PAUSE_SECONDS, end - time.monotonic())
        )
    except (OSError, http.client.HTTPException) as error:
        return f"{probe.url}: {type(error).__name__}: {error}"
    if status != probe.status:
        return f"{probe.url}: status {status}, expected {int(probe.status)}"
    if probe.sha256 is not None and digest != probe.sha256:
        return f"{probe.url}: other bytes than the manifest says"
    if missing := [name for name in _NEEDED_HEADERS if name.lower() not in headers]:
        return f"{probe.url}: no header {missing[0]}"
    return None


def _get(health: Health, url: str, seconds: float) -> tuple[int, set[str], str]:
    connection = _connection(health, seconds)
    # The time limit of a socket holds for each piece: one byte a second would pass for ever.
    end = threading.Timer(seconds, _cut, [connection])
    try:
        connection.connect()
        end.start()
        connection.putrequest("GET", quote(url, safe="/%"), skip_host=True)
        connection.putheader("Host", health.host)
        connection.putheader("Connection", "close")
        connection.endheaders()
        response = connection.getresponse()
        digest = hashlib.sha256()
        while piece := response.read(_PIECE):
            digest.update(piece)
        names = {name.lower() for name, _ in response.getheaders()}
        return response.status, names, digest.hexdigest()
    finally:
        end.cancel()
        connection.close()


def _cut(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        with contextlib.suppress(OSError):
            # Below TLS: its own farewell belongs to the thread that reads.
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


def _connection(health: Health, seconds: float) -> http.client.HTTPConnection:
    address = urlsplit(health.url)
    name = address.hostname or "127.0.0.1"
    if address.scheme == "http":
        return http.client.HTTPConnection(name, address.port or 80, timeout=seconds)
    context = ssl.create_default_context(cafile=str(health.ca) if health.ca else None)
    return _NamedConnection(name, address.port or 443, health.host, context, seconds)


class _NamedConnection(http.client.HTTPSConnection):
    """Connects to one address and asks for the certificate of another name."""

    def __init__(
        self, address: str, port: int, server_name: str, context: ssl.SSLContext, seconds: float
    ) -> None:
        super().__init__(address, port, timeout=seconds, context=context)
        self._server_name = server_name
        self._tls = context

    def connect(self) -> None:
        """Open the connection; called by http.client."""
        http.client.HTTPConnection.connect(self)
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self._server_name)
