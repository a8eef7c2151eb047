"""Readers during switches: every answer is a whole page of one of the two releases."""

from __future__ import annotations

import http.client
import itertools
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.deploying import PAGE, PHOTO_FILE, STYLE_FILE, made_up_site, make_release, server
from support.web_server import HOST, WebServer, make_certificate

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

CLIENTS, REQUESTS, SWITCHES = 4, 10_000, 100
LATER = "2026-01-31T11:15:00+00:00"


@dataclass
class Client:
    """One reader who asks for one page after another until told to stop."""

    web: WebServer
    bodies: dict[str, set[bytes]]
    stop: threading.Event
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        connection = self.web.connect()
        paths = itertools.cycle(self.bodies)
        while not self.stop.is_set():
            path = next(paths)
            try:
                connection.request("GET", path, headers={"Host": HOST})
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(f"{path}: {error!r}")
                connection = self.web.connect()
                continue
            self.asked += 1
            if answer.status != 200 or body not in self.bodies[path]:
                self.wrong.append(f"{path}: {answer.status}, {body[:80]!r}")
            if answer.will_close:
                # nginx says so with every thousandth answer.
                connection = self.web.connect()


def test_no_reader_notices_a_switch(tmp_path: Path) -> None:
    files = (PAGE, "index.html", "thong-bao/index.html", "release.json", STYLE_FILE, PHOTO_FILE)
    first = make_release(made_up_site("mot"))
    second = make_release(made_up_site("hai"), at=LATER, number=2, ancestors=(1,))
    bodies = {
        f"/{path.removesuffix('index.html')}": {first.files[path], second.files[path]}
        for path in files
    }
    with server(tmp_path, make_certificate(tmp_path)) as made:
        assert made.deploy(first).code == made.deploy(second).code == "ok"
        stop = threading.Event()
        clients = [Client(made.web, bodies, stop) for _ in range(CLIENTS)]
        threads = [threading.Thread(target=client.run) for client in clients]
        for thread in threads:
            thread.start()
        try:
            for number in range(SWITCHES):
                target = (first, second)[number % 2]
                assert made.gate("rollback", target.id).code == "ok"
            while sum(client.asked for client in clients) < REQUESTS:
                assert made.gate("rollback", first.id).code == "ok"
                assert made.gate("rollback", second.id).code == "ok"
        finally:
            stop.set()
            for thread in threads:
                thread.join(timeout=30)
    assert [wrong for client in clients for wrong in client.wrong] == []
    assert sum(client.asked for client in clients) >= REQUESTS
