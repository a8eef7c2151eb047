"""Serves the admin page on this machine only, and writes what it saves into the working copy."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from plugins.desk.admin.config import LOCAL_API
from plugins.desk.admin.page_files import PageFiles
from plugins.desk.admin.protocol import Unknown, WorkingCopy
from plugins.desk.admin.repository import Refused
from plugins.engine.preview.media_types import content_type, media_type
from plugins.engine.preview.server import HOST, OUR_NAMES

Json = Any
# A bulletin with a dozen photos of 15 MB, as the page sends them.
LARGEST_REQUEST = 256 * 1024 * 1024


class Server(ThreadingHTTPServer):
    """The server of one working copy; ``serve_forever`` and ``shutdown`` as its base has them.

    Raises:
        OSError: the port is taken, or may not be used.
    """

    daemon_threads = True  # an open page must not keep the program from ending

    def __init__(
        self, port: int, page: PageFiles, config: Callable[[], Json], copy: WorkingCopy
    ) -> None:
        super().__init__((HOST, port), partial(Handler, page=page, config=config, copy=copy))

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over pages that were closed while they were being sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # socket, address


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *arguments: Any, page: PageFiles, config: Callable[[], Json], copy: WorkingCopy
    ) -> None:
        self._page, self._config, self._copy = page, config, copy
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer with a file of the page, or with its configuration, made anew."""
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Only for this machine.\n")
            return
        name = unquote(self.path.split("?")[0]).lstrip("/") or "index.html"
        if name == "config.json":
            # Here and not at the start: somebody may have added a unit in between.
            self._send_json(HTTPStatus.OK, self._config())
        elif name in self._page.files:
            kind = (
                "text/javascript"
                if name.endswith(".mjs")
                else media_type(f".{name.rsplit('.')[-1]}")
            )
            self._send(HTTPStatus.OK, kind, self._page.files[name])
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"Not found.\n")

    def do_POST(self) -> None:
        """Answer what the page asks of the working copy."""
        length = self.headers.get("Content-Length", "")
        same_origin = self.headers.get("Origin") == f"http://{self.headers.get('Host')}"
        # What the form of another site, or of another port, could send as well is refused.
        is_json = self.headers.get("Content-Type", "").startswith("application/json")
        if not (self._is_ours() and same_origin and is_json):
            self._refuse(HTTPStatus.FORBIDDEN, "Only for this machine.")
        elif not length.isdecimal() or int(length) > LARGEST_REQUEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Bản tin và ảnh lớn quá 256 MB.")
        elif self.path != LOCAL_API:
            self._refuse(HTTPStatus.NOT_FOUND, "Not found.")
        else:
            self._answer(self.rfile.read(int(length)))

    def _answer(self, body: bytes) -> None:
        try:
            self._send_json(HTTPStatus.OK, self._copy.answer(json.loads(body)))
        except Unknown as error:
            self._refuse(HTTPStatus.NOT_FOUND, f"Not found: {error}")
        except Refused as error:
            self._refuse(HTTPStatus.CONFLICT, str(error))
        except (KeyError, TypeError, ValueError) as error:
            self._refuse(HTTPStatus.UNPROCESSABLE_ENTITY, f"{type(error).__name__}: {error}")
        except OSError as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"Không ghi được tệp: {error}")

    def _is_ours(self) -> bool:
        """Refuse other names: a page elsewhere could lead its own here, and read drafts."""
        host = self.headers.get("Host", "")
        try:
            return urlsplit(f"//{host}").hostname in OUR_NAMES
        except ValueError:
            return False

    def _refuse(self, status: HTTPStatus, text: str) -> None:
        self.close_connection = True  # what was sent may not have been read
        self._send_json(status, {"error": text})

    def _send_json(self, status: HTTPStatus, answer: Json) -> None:
        self._send(status, "application/json", json.dumps(answer, ensure_ascii=False).encode())

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type(kind))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what its user has to know."""
