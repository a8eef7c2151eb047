"""A built site, served as the production server will: its headers, its 404 page, compressed.

The headers are those of ``deploy/headers.json``, which the production server's settings share.
"""

from __future__ import annotations

import gzip
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from support.content import PROJECT

from plugins.engine.preview.media_types import content_type, is_text, media_type

HEADERS = PROJECT / "deploy" / "headers.json"
# Below this, compression makes a file larger or saves nothing that counts.
SMALLEST_COMPRESSED = 256


@lru_cache(maxsize=1)
def _header_list() -> dict[str, list[dict[str, str]]]:
    return json.loads(HEADERS.read_text(encoding="utf-8"))


def headers_for(path: str) -> dict[str, str]:
    """Return the headers that the production server adds to the answer for a path."""
    found = {header["name"]: header["value"] for header in _header_list()["everywhere"]}
    for header in _header_list()["by_path"]:
        if re.search(header["pattern"], path):
            found[header["name"]] = header["value"]
    return found


class _Handler(SimpleHTTPRequestHandler):
    """Answers one connection; ``directory`` is the built site."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        elif file.is_dir():
            self._redirect(f"{path}/")
            return
        status = HTTPStatus.OK
        if not file.is_file():
            status, file = HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html"
        self._send(status, path, media_type(file.suffix), file.read_bytes())

    do_HEAD = do_GET

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, path: str, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type(kind))
        for name, value in headers_for(path).items():
            self.send_header(name, value)
        if is_text(kind) and len(data) >= SMALLEST_COMPRESSED and self._takes_gzip():
            data = gzip.compress(data, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _takes_gzip(self) -> bool:
        return "gzip" in self.headers.get("Accept-Encoding", "")

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the tests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Pass over connections that the browser closed while they were being answered."""


@contextmanager
def serving(output: Path) -> Iterator[str]:
    """Serve a built site on this machine only; give its address, without a last slash."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(output))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
