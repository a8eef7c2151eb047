"""A line that breaks in the middle: what was sent is used, and the deploy goes on by itself."""

from __future__ import annotations

import contextlib
import socket
import threading

import pytest
from support.content import bulletin
from support.scenario import picture

pytestmark = pytest.mark.long

FILES = {
    "bulletins/2025/tin.md": bulletin("Tin có ảnh", cover="anh.png", cover_alt="Hội trường"),
    "bulletins/2025/anh.png": picture("teal", "PNG", (1600, 1200)),
    **{
        f"bulletins/2025/tin-{number}.md": bulletin(f"Tin số {number}", f"2025-04-{number + 1:02}")
        for number in range(10)
    },
}


class Line:
    """Passes bytes on to a port; the first connections are cut after so many bytes."""

    def __init__(self, port, cuts):
        self._port = port
        self._cuts = list(cuts)
        self._lock = threading.Lock()
        self.broken = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._listening.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                left = [self._cuts.pop(0)] if self._cuts else None
                for source, target in ((client, server), (server, client)):
                    threading.Thread(
                        target=self._pass, args=(source, target, left), daemon=True
                    ).start()

    def _pass(self, source, target, left):
        with contextlib.suppress(OSError):
            while data := source.recv(16_384):
                target.sendall(data)
                if left is not None:
                    left[0] -= len(data)
                    if left[0] <= 0:
                        with self._lock:
                            self.broken += 1
                        break
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def behind(newsroom):
    """Put a line that breaks between the newsroom and its server."""
    lines = []

    def put(*cuts):
        line = Line(newsroom.remote.port, cuts)
        lines.append(line)
        known = newsroom.root / "known_hosts"
        key = newsroom.remote.known_hosts.read_text().split(" ", 1)[1]
        known.write_text(f"[127.0.0.1]:{line.port} {key}")
        newsroom.monkeypatch.setenv("BANTIN_DEPLOY_PORT", str(line.port))
        newsroom.monkeypatch.setenv("BANTIN_DEPLOY_KNOWN_HOSTS", str(known))
        newsroom.monkeypatch.setattr("plugins.release.channel.PAUSES", (0.0, 0.0))
        return line

    yield put
    for line in lines:
        line.close()


def test_a_line_that_breaks_twice_is_made_anew(newsroom, behind):
    newsroom.build(FILES)
    line = behind(2_000, 30_000)
    status, _, err = newsroom.deploy()
    assert (status, line.broken > 1) == (0, True), err
    assert newsroom.verify() == (0, [])


def test_a_line_that_always_breaks_changes_nothing_and_the_next_deploy_goes_on(newsroom, behind):
    newsroom.build(FILES)
    assert newsroom.deploy()[0] == 0
    newsroom.build({"bulletins/2025/moi.md": bulletin("Tin mới")}, "2026-01-15T09:00+07:00")
    behind(*[12_000] * 40)
    status, _, err = newsroom.deploy()
    assert (status, "Chạy lại" in err) == (69, True)
    assert newsroom.server.live() == "20260115T010000Z-000000000000"
    newsroom.monkeypatch.delenv("BANTIN_DEPLOY_PORT")
    newsroom.monkeypatch.delenv("BANTIN_DEPLOY_KNOWN_HOSTS")
    assert newsroom.deploy()[0] == 0
    assert newsroom.verify() == (0, [])
