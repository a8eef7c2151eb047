"""The live site against what was published: the same for readers and for search engines."""

from __future__ import annotations

import http.server
import ssl
import threading

import pytest

from plugins.engine.manifest import entry_of
from plugins.release.live_check import LiveSite, differences, expected_answers

FILES = {
    "index.html": b"<h1>Trang",
    "404.html": b"<h1>404",
    "ban-tin/2025/03/tin/index.html": b"<h1>Tin",
    "ban-tin/2025/03/tin/index.html.gz": b"gz",
    "feeds/tat-ca.atom.xml": b"<feed/>",
    "cu/index.html": b"moved",
}
GONE = "/ban-tin/2025/03/go/"


class Handler(http.server.BaseHTTPRequestHandler):
    """A web server that somebody may have broken into; ``trick`` is what they left."""

    protocol_version = "HTTP/1.1"
    busy = 0

    def do_GET(self):
        path = self.path.removeprefix("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        status, body = (200, FILES[path]) if path in FILES else (404, FILES["404.html"])
        if path == "cu/index.html":
            status, body = 301, b""
        if self.path == GONE:
            status, body = 410, b"gone"
        self.answer(*self.server.trick(self, status, body))

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Stay silent."""


@pytest.fixture
def look():
    """Compare a site that plays a trick with the manifest; return what is wrong with it."""
    servers = []

    def run(trick=lambda _, status, body: (status, body), **options):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.trick = trick
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        site = LiveSite(
            "http://bantin.example",
            ssl.create_default_context(),
            connect=("127.0.0.1", server.server_port),
            sleep=lambda _: None,
        )
        entries = [entry_of(path, data) for path, data in FILES.items()]
        answers = expected_answers(entries, taken_down=[GONE], moved=["/cu"], **options)
        found = [(wrong.path, wrong.code) for wrong in differences(site, answers) if wrong]
        site.close()
        return found

    yield run
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_site_as_it_was_published_has_nothing_wrong(look):
    assert look() == []


def test_what_only_a_search_engine_sees_is_found(look):
    def trick(request, status, body):
        cloaked = "Googlebot" in request.headers["User-Agent"] and request.path == "/"
        return status, body + b"<a href=//x>" if cloaked else body

    assert look(trick) == [("", "verify-bytes")]


def test_what_only_those_see_who_come_from_a_search_engine_is_found(look):
    def trick(request, status, body):
        sent_on = "google" in (request.headers["Referer"] or "") and "tin" in request.path
        return (302, b"") if sent_on else (status, body)

    found = dict(look(trick))
    assert found["ban-tin/2025/03/tin/"] == "verify-status"


def test_what_was_taken_down_and_is_back_is_found(look):
    def trick(request, status, body):
        return (200, b"tin") if request.path == GONE else (status, body)

    assert look(trick) == [(GONE.removeprefix("/"), "verify-status")]


def test_a_page_that_was_never_there_must_not_answer(look):
    assert look(lambda request, status, body: (200 if status == 404 else status, body)) == [
        ("khong-co-trang-nay-bao-gio/", "verify-status")
    ]


def test_a_server_that_asks_for_patience_gets_it(look):
    asked = {}

    def trick(request, status, body):
        asked[request.path] = asked.get(request.path, 0) + 1
        return (429, b"") if asked[request.path] % 3 else (status, body)

    assert look(trick) == []


def test_nobody_there_is_told_for_each_address():
    site = LiveSite("http://127.0.0.1:1", ssl.create_default_context())
    (found,) = differences(site, expected_answers([entry_of("index.html", b"x")]))
    assert found.code == "verify-unreachable"


def test_a_sample_has_what_every_reader_fetches_and_changes_with_the_day():
    entries = [entry_of(f"ban-tin/{number}.html", b"x") for number in range(100)]
    entries.append(entry_of("index.html", b"x"))
    monday, tuesday = (
        {found.url for found in expected_answers(entries, sample=10, seed=day)}
        for day in ("2026-01-12", "2026-01-13")
    )
    assert len(monday) == len(tuesday) == 11
    assert "/" in monday & tuesday
    assert monday != tuesday


def test_compressed_copies_and_moved_pages_are_not_asked_for():
    entries = [entry_of(path, data) for path, data in FILES.items()]
    urls = {found.url for found in expected_answers(entries, moved=["/cu/"])}
    assert urls == {
        "/",
        "/ban-tin/2025/03/tin/",
        "/feeds/tat-ca.atom.xml",
        "/khong-co-trang-nay-bao-gio/",
    }
