"""The preview's server, asked over a real socket."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from pathlib import Path

import pytest

from plugins.engine.preview.server import EVENTS_URL, HOST, Preview, Server

FILES = {
    "index.html": "<!doctype html><title>Trang nhất</title>",
    "404.html": "<!doctype html><title>Không có</title>",
    "hoi-nghi/index.html": "<!doctype html><title>Hội nghị</title>",
    "theme/site.css": "body{}",
    "theme/site.js": "export {}",
    "theme/anh.webp": "w",
    "theme/anh.avif": "a",
    "theme/dau.svg": "<svg/>",
    "theme/chu.woff2": "f",
    "ảnh hội nghị.jpg": "j",
    "feeds/tat-ca.atom.xml": "<feed/>",
    "du-lieu/2025.json": "[]",
    "du-lieu/2025.csv": "a,b",
    "ke-hoach.pdf": "%PDF",
    "robots.txt": "User-agent: *",
    "su-kien.ics": "BEGIN:VCALENDAR",
    "MANIFEST": "x",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    root = tmp_path / "output"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (tmp_path / "secret.html").write_text("mật")
    return root


@pytest.fixture
def preview():
    return Preview()


@pytest.fixture
def server(output, preview):
    running = Server(0, output, preview)
    thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def ask(server):
    """Return a function that sends one request and gives the answer with its body read."""

    def send(url, method="GET", **headers):
        connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
        connection.request(method, url, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    return send


@pytest.mark.parametrize("url", ["/", "/hoi-nghi/", "/index.html", "/?q=1"])
def test_a_page_is_sent_with_the_script_that_reloads_it(ask, preview, url):
    answer = ask(url)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert answer.body.startswith(b"<!doctype html><title>")
    assert f'src="/__preview__/preview.js?site={preview.site}"'.encode() in answer.body


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("/theme/site.css", "text/css; charset=utf-8"),
        ("/theme/site.js", "text/javascript; charset=utf-8"),
        ("/theme/anh.webp", "image/webp"),
        ("/theme/anh.avif", "image/avif"),
        ("/theme/dau.svg", "image/svg+xml"),
        ("/theme/chu.woff2", "font/woff2"),
        ("/%E1%BA%A3nh%20h%E1%BB%99i%20ngh%E1%BB%8B.jpg", "image/jpeg"),
        ("/feeds/tat-ca.atom.xml", "application/xml; charset=utf-8"),
        ("/du-lieu/2025.json", "application/json; charset=utf-8"),
        ("/du-lieu/2025.csv", "text/csv; charset=utf-8"),
        ("/ke-hoach.pdf", "application/pdf"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/su-kien.ics", "text/calendar; charset=utf-8"),
        ("/MANIFEST", "application/octet-stream"),
        ("/__preview__/preview.js?site=1-0", "text/javascript; charset=utf-8"),
        ("/__preview__/preview.css", "text/css; charset=utf-8"),
    ],
)
def test_other_files_are_sent_as_they_are_with_their_type(ask, url, kind):
    answer = ask(url)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.body
    assert b"__preview__/preview.js?site" not in answer.body


@pytest.mark.parametrize("url", ["/", "/theme/site.css", "/khong-co/", EVENTS_URL])
def test_head_answers_as_get_without_a_body(ask, url):
    head = ask(url, "HEAD")
    assert head.body == b""
    if url != EVENTS_URL:
        whole = ask(url)
        assert head.status == whole.status
        for name in ("Content-Type", "Content-Length"):
            assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(ask, method):
    assert ask("/", method).status == 501


@pytest.mark.parametrize(
    "url",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/hoi-nghi/../../secret.html",
        "/..%5csecret.html",
        "/../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/%00",
        "/index.html/",
        "/index.html%00",
        "/" + "a" * 5000,
        "/%ff%fe",
        "/theme/",
    ],
)
def test_what_lies_outside_or_is_not_there_gets_the_404_page(ask, url):
    answer = ask(url)
    assert answer.status == 404
    assert "Không có".encode() in answer.body
    assert b"root:" not in answer.body
    assert "mật".encode() not in answer.body


def test_a_folder_without_slash_leads_to_its_page(ask):
    answer = ask("/hoi-nghi?trang=2")
    assert (answer.status, answer.headers["Location"]) == (301, "/hoi-nghi/")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("127.0.0.1:8000", 200),
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("192.168.1.7:8000", 403),
        ("", 403),
        ("[", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(ask, host, status):
    """A page elsewhere may point its own name at this machine and read drafts (DNS rebinding)."""
    for url in ("/", EVENTS_URL):
        answer = ask(url, "HEAD", Host=host)
        assert answer.status == status


def test_before_the_first_build_every_page_says_so_and_waits(tmp_path, preview):
    running = Server(0, tmp_path / "nothing", preview)
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    connection = http.client.HTTPConnection(HOST, running.server_port, timeout=10)
    for url in ("/", "/hoi-nghi/", "/theme/site.css"):
        connection.request("GET", url)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 503
        assert "Chưa có trang nào".encode() in body
        assert b"preview.js" in body
    running.shutdown()
    running.server_close()


def test_it_binds_to_this_machine_alone(server):
    assert server.server_address[0] == "127.0.0.1"


def test_a_taken_port_is_an_os_error(server, output, preview):
    with pytest.raises(OSError, match="in use"):
        Server(server.server_port, output, preview)


def events_of(server):
    """Yield the events of one open page."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request("GET", EVENTS_URL)
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def test_every_open_page_hears_of_every_build(server, preview):
    pages = [events_of(server) for _ in range(3)]
    first = [next(page) for page in pages]
    assert first == [{"site": preview.site, "errors": ""}] * 3
    preview.finished("a.md:1:1: lỗi «<script>»\nb.md:2:2: lỗi")
    failed = [next(page) for page in pages]
    assert failed == [{**first[0], "errors": "a.md:1:1: lỗi «<script>»\nb.md:2:2: lỗi"}] * 3
    preview.finished("")
    mended = [next(page) for page in pages]
    assert mended == [{"site": preview.site, "errors": ""}] * 3
    assert mended[0]["site"] != first[0]["site"]


def test_a_page_knows_of_which_site_it_is(ask, preview):
    before = ask("/").body
    preview.finished("lỗi")
    assert ask("/").body == before
    preview.finished("")
    assert ask("/").body != before


def test_two_runs_never_name_their_sites_alike():
    assert Preview().site != Preview().site


def test_quiet_times_are_filled_so_that_closed_pages_are_noticed(preview):
    events = preview.events(keep_alive=0.01)
    assert json.loads(next(events))["errors"] == ""
    assert [next(events), next(events)] == ["", ""]
    preview.finished("lỗi")
    assert json.loads(next(events))["errors"] == "lỗi"


def test_pages_that_are_closed_amid_an_answer_leave_no_traceback_and_no_thread(
    server, preview, capsys
):
    before = set(threading.enumerate())

    def threads():
        return set(threading.enumerate()) - before

    for url in (EVENTS_URL, "/"):
        for _ in range(5):
            client = socket.create_connection((HOST, server.server_port))
            client.sendall(f"GET {url} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            client.close()  # with a reset, as a browser that is killed
    deadline = time.monotonic() + 10
    while threads() and time.monotonic() < deadline:
        preview.finished("")
        time.sleep(0.02)
    assert threads() == set()
    assert capsys.readouterr().err == ""
