"""``bantin serve``: the site as it will be, rebuilt and reloaded as files change.

Each build runs in a process of its own, so that a change of the program counts too. When it fails,
the last good site stays, and the errors are shown in the terminal and over the page.
"""

from __future__ import annotations

import argparse
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

HOST = "127.0.0.1"
PORT = 8000
SCRIPT_URL = "/__preview__/preview.js"
STYLE_URL = "/__preview__/preview.css"
EVENTS_URL = "/__preview__/events"
KEEP_ALIVE_SECONDS = 15
_HERE = Path(__file__).parent / "preview"
_TAGS = (
    f'<link rel="stylesheet" href="{STYLE_URL}"><script type="module" src="{SCRIPT_URL}"></script>'
).encode()


@dataclass(slots=True)
class Preview:
    """What the last build said, told to every open page.

    ``errors`` is the text of a failed build, "" after a good one; ``build`` counts builds.
    """

    build: int = 0
    errors: str = ""
    _listeners: list[queue.SimpleQueue[str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def finished(self, errors: str) -> None:
        """Note a build and tell all pages."""
        with self._lock:
            self.build += 1
            self.errors = errors
            for listener in self._listeners:
                listener.put(self._event())

    def events(self) -> Iterator[str]:
        """Yield the state now and at each change, and "" now and then to notice a closed page."""
        listener: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._lock:
            self._listeners.append(listener)
            first = self._event()
        try:
            yield first
            while True:
                try:
                    yield listener.get(timeout=KEEP_ALIVE_SECONDS)
                except queue.Empty:
                    yield ""
        finally:
            with self._lock:
                self._listeners.remove(listener)

    def _event(self) -> str:
        return json.dumps({"build": self.build, "errors": self.errors}, ensure_ascii=False)


class Handler(SimpleHTTPRequestHandler):
    """Serves the output folder; adds the preview's script to every page on its way out."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, preview: Preview, directory: str) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # socket, address, server

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.split("?")[0]
        if path == EVENTS_URL:
            self._send_events()
        elif path in {SCRIPT_URL, STYLE_URL}:
            name = path.rpartition("/")[2]
            kind = "text/javascript" if name.endswith(".js") else "text/css"
            self._send(HTTPStatus.OK, kind, (_HERE / name).read_bytes())
        else:
            self._send_file(path)

    def _send_file(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if file.is_dir():
            if not path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file /= "index.html"
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        try:
            data = file.read_bytes()
        except OSError:  # nothing was ever built: the script shows why
            data = b"<!doctype html><title>Bantin</title>"
        kind = self.guess_type(file.name)
        if kind == "text/html":
            data += _TAGS
        self._send(status, kind, data)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for event in self._preview.events():
            try:
                self.wfile.write((f"data: {event}\n\n" if event else ": still here\n\n").encode())
                self.wfile.flush()
            except OSError:  # the page was closed
                return

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the builds."""


def build(command: list[str]) -> str:
    """Run one build; its output goes to the terminal.

    Returns:
        "" when it succeeded, else what it wrote to stderr.
    """
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    sys.stderr.write(done.stderr)
    return (done.stderr or f"exit status {done.returncode}") if done.returncode else ""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``serve`` to the parser."""
    command = commands.add_parser(
        "serve",
        help="preview the site and rebuild it as files change",
        description="Build the preview, serve it on this machine only, and rebuild and reload the "
        "browser when a file changes. Ctrl-C stops it.",
        epilog="exit status: 0 stopped by Ctrl-C, 1 the port is taken, 2 wrong usage",
    )
    command.add_argument("--content", type=Path, default=Path("content"))
    command.add_argument("--output", type=Path, default=Path("output"))
    command.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    command.add_argument("--port", type=int, default=PORT)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl-C; return the exit status."""
    command = [sys.executable, "-m", "pelican", str(chosen.content)]
    command += ["-s", str(chosen.settings), "-o", str(chosen.output)]
    preview = Preview()
    handler = partial(Handler, preview=preview, directory=str(chosen.output))
    try:
        server = ThreadingHTTPServer((HOST, chosen.port), handler)
    except OSError as error:
        sys.stderr.write(
            f"Không mở được cổng {chosen.port} ({error.strerror}). Có thể một lượt xem trước khác "
            "đang chạy: dừng nó, hoặc dùng --port với số khác.\n"
        )
        return 1
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    preview.finished(build(command))
    sys.stdout.write(f"Xem trước tại http://localhost:{chosen.port} — Ctrl-C để dừng.\n")
    sys.stdout.flush()
    program = Path(__file__).resolve().parents[2]
    watched = [chosen.content, chosen.settings, program / "theme", program / "plugins"]
    try:
        for _changes in watch(*[path for path in watched if path.exists()], raise_interrupt=False):
            preview.finished(build(command))
    finally:
        server.shutdown()
    return 0
