"""Serves a built site on this machine only, and keeps every open page up to date.

Each page gets a script on its way out. It listens to the server-sent events of :class:`Preview`,
reloads after a good build and shows what a failed one said.
"""

from __future__ import annotations

import json
import secrets
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from plugins.engine.preview.media_types import content_type, media_type

HOST = "127.0.0.1"
OUR_NAMES = frozenset({"localhost", HOST})
EVENTS_URL = "/__preview__/events"
KEEP_ALIVE_SECONDS = 15.0
_ASSETS = MappingProxyType(
    {
        "/__preview__/preview.js": ("preview.js", "text/javascript"),
        "/__preview__/preview.css": ("preview.css", "text/css"),
    }
)
_NOTHING_YET = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Xem trước</title>'
    "<p>Chưa có trang nào: lượt dựng đầu tiên chưa xong.</p>"
).encode()


class Preview:
    """What the builds said, told to every open page. All methods may be called by any thread."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._changed = threading.Condition()
        self._builds = 0
        self._good_builds = 0
        self._errors = ""

    @property
    def site(self) -> str:
        """Name the site that is being served; another name after each good build."""
        return f"{self._run}-{self._good_builds}"

    def finished(self, errors: str) -> None:
        """Note the end of a build and tell all pages; ``errors`` is "" when it was a good one."""
        with self._changed:
            self._builds += 1
            self._errors = errors
            if not errors:
                self._good_builds += 1
            self._changed.notify_all()

    def events(self, keep_alive: float = KEEP_ALIVE_SECONDS) -> Iterator[str]:
        """Yield the state now and after each build, as JSON.

        In between comes "" every ``keep_alive`` seconds: only who writes something to a page
        notices that it was closed.
        """
        seen = -1
        while True:
            with self._changed:
                news = self._changed.wait_for(partial(self._is_after, seen), keep_alive)
                state = {"site": self.site, "errors": self._errors}
                seen = self._builds
            yield json.dumps(state, ensure_ascii=False) if news else ""

    def _is_after(self, seen: int) -> bool:
        return self._builds != seen


class Server(ThreadingHTTPServer):
    """The server of one output folder; ``serve_forever`` and ``shutdown`` as its base has them.

    Raises:
        OSError: the port is taken, or may not be used.
    """

    daemon_threads = True  # an open page must not keep the program from ending

    def __init__(self, port: int, output: Path, preview: Preview) -> None:
        super().__init__((HOST, port), partial(Handler, preview=preview, directory=str(output)))

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over pages that were closed while they were being sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # socket, address


class Handler(SimpleHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, preview: Preview, directory: str) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # socket, address, server

    def do_GET(self) -> None:
        """Answer a request, with the head alone where that is what was asked for."""
        url = self.path.split("?")[0]
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Only for this machine.\n")
        elif url == EVENTS_URL:
            self._send_events()
        elif url in _ASSETS:
            name, kind = _ASSETS[url]
            self._send(HTTPStatus.OK, kind, Path(__file__).with_name(name).read_bytes())
        else:
            self._send_file(url)

    do_HEAD = do_GET

    def _is_for_us(self) -> bool:
        """Refuse other host names: a page elsewhere could lead its own here and read drafts."""
        host = self.headers.get("Host", "localhost")
        try:
            return urlsplit(f"//{host}").hostname in OUR_NAMES
        except ValueError:
            return False

    def _send_file(self, url: str) -> None:
        site = self._preview.site  # before the file is read, so that a newer one is noticed
        file = Path(self.translate_path(url))
        status = HTTPStatus.OK
        try:
            if url.endswith("/"):
                file /= "index.html"
            elif file.is_dir():
                self._redirect(f"{url}/")
                return
            data = file.read_bytes()
        except (OSError, ValueError):  # not there, or no name that a file can have
            status, file, data = self._not_found()
        kind = media_type(file.suffix)
        if kind == "text/html":
            data += _tags(site)
        self._send(status, kind, data)

    def _not_found(self) -> tuple[HTTPStatus, Path, bytes]:
        page = Path(self.directory) / "404.html"
        try:
            return HTTPStatus.NOT_FOUND, page, page.read_bytes()
        except OSError:
            return HTTPStatus.SERVICE_UNAVAILABLE, page, _NOTHING_YET

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type(kind))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            for event in self._preview.events():
                self.wfile.write((f"data: {event}\n\n" if event else ": still here\n\n").encode())
                self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the builds."""


def _tags(site: str) -> bytes:
    """Return what is added to every page, which then knows of which site it is."""
    script, style = _ASSETS
    return (
        f'<link rel="stylesheet" href="{style}">'
        f'<script type="module" src="{script}?site={site}"></script>'
    ).encode()
