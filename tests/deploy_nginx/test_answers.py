"""What the real nginx answers, with the production configuration."""

from __future__ import annotations

import gzip
import http.client
import socket
import ssl
from pathlib import Path

import brotli
import pytest
from support.site_folder import PAGE, PHOTO, STYLE
from support.site_server import headers_for
from support.web_server import HOST, WebServer, make_certificate, web_server

pytestmark = pytest.mark.long

MOT = "/ban-tin/2026/11/mot/"


def test_a_page_is_sent_compressed_as_it_was_built(server: WebServer) -> None:
    plain = server.get(MOT)
    assert (plain.status, plain.body) == (200, PAGE)
    assert plain.headers["Content-Type"] == "text/html; charset=utf-8"
    for coding, decode in (("gzip", gzip.decompress), ("br", brotli.decompress)):
        answer = server.get(MOT, Accept_Encoding=coding)
        assert answer.headers["Content-Encoding"] == coding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert decode(answer.body) == PAGE


@pytest.mark.parametrize(
    "path",
    [
        MOT,
        "/",
        f"/{STYLE}",
        f"/{PHOTO}",
        "/feeds/tat-ca.atom.xml",
        "/du-lieu/ban-tin/2026.json",
        "/tep/don.0123456789ab.docx",
        "/tim-kiem/kho/001.253mt.bin",
        "/tim-kiem/muc-luc.json",
    ],
)
def test_headers_are_those_of_the_one_list(server: WebServer, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 200
    assert answer.headers.items() >= headers_for(path).items()
    assert "Cross-Origin-Embedder-Policy" not in answer.headers


def test_files_that_never_change_are_kept_for_ever(server: WebServer) -> None:
    for path in (f"/{STYLE}", f"/{PHOTO}", "/tim-kiem/kho/001.253mt.bin"):
        assert "immutable" in server.get(path).headers["Cache-Control"]
    for path in (MOT, "/tim-kiem/muc-luc.json", "/feeds/tat-ca.atom.xml"):
        assert server.get(path).headers["Cache-Control"] == "no-cache"


def test_the_store_sends_compressed_copies_too(server: WebServer) -> None:
    assert server.get(f"/{STYLE}", Accept_Encoding="br").body == b"brotli"


def test_the_release_goes_before_the_store(server: WebServer, folder: Path) -> None:
    own = folder / "current" / "public" / PHOTO
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"other")
    try:
        assert server.get(f"/{PHOTO}").body == b"other"
    finally:
        own.unlink()
    assert server.get(f"/{PHOTO}").body == b"x"


def test_an_unchanged_page_is_not_sent_again(server: WebServer) -> None:
    tag = server.get(MOT).headers["ETag"]
    answer = server.get(MOT, If_None_Match=tag)
    assert (answer.status, answer.body) == (304, b"")
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/khong-co/",
        "/anh/khong-co.0123456789ab-480.jpg",
        "/theme/",
        "/ban-tin/2026/",
        "/MANIFEST",
        "/.build/secret",
        f"{MOT}index.html.gz",
        f"/{STYLE}.br",
        "/404.html",
        "/410.html",
        "/%2e%2e/%2e%2e/etc/passwd",
    ],
)
def test_what_is_not_there_is_a_404_of_the_site(server: WebServer, path: str) -> None:
    answer = server.get(path)
    if path.startswith("/%2e"):
        assert answer.status == 400
        return
    assert (answer.status, answer.body) == (404, PAGE)
    # Not kept: the page may come.
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/ban-tin/2026/11/goi/",
        "/ban-tin/2026/11/goi",
        "/ban-tin/2026/11/goi/index.html",
        "//ban-tin/2026/./11/goi/?x=1",
        "/ban-tin/2026/11/go%69/",
        "/anh/gone.0123456789ab-480.jpg",
    ],
)
@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_what_was_taken_down_is_gone_in_every_form(
    server: WebServer, path: str, coding: str
) -> None:
    answer = server.get(path, Accept_Encoding=coding)
    assert answer.status == 410
    assert "đã được gỡ" in answer.body.decode()
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["feeds/moi.atom.xml.gz", "feeds/.moi.atom.xml"])
def test_no_folder_sends_copies_or_hidden_files(server: WebServer, folder: Path, name: str) -> None:
    file = folder / "current" / "public" / name
    file.write_bytes(b"x")
    try:
        assert server.get(f"/{name}").status == 404
    finally:
        file.unlink()


def test_a_tombstone_acts_without_a_reload(server: WebServer, folder: Path) -> None:
    marker = folder / "gone/ban-tin/2026/11/mot/.gone"
    marker.parent.mkdir(exist_ok=True)
    marker.touch()
    try:
        assert server.get(MOT).status == 410
    finally:
        marker.unlink()
    assert server.get(MOT).status == 200


def test_who_is_told_to_wait_keeps_no_answer(folder: Path, tmp_path: Path) -> None:
    """On a photo's address it would be kept for a year, by caches before us too."""
    with web_server(
        tmp_path / "run", folder, make_certificate(tmp_path), requests_per_second=1
    ) as slow:
        answers = [slow.get(f"/{PHOTO}") for _ in range(8)]
    waiting = [answer for answer in answers if answer.status == 429]
    assert waiting
    for answer in waiting:
        assert answer.headers["Cache-Control"] == "no-cache"
        assert "quay lại sau" in answer.body.decode()


def test_what_is_withheld_says_come_again(server: WebServer) -> None:
    answer = server.get("/luu-tru/")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "300")
    assert "đang được cập nhật" in answer.body.decode()
    assert "Retry-After" not in server.get(MOT).headers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/Default.aspx?id=12&x=a", MOT),
        ("/cu", "/ban-tin/2026/11/hai/"),
        ("/cu/", "/ban-tin/2026/11/hai/"),
        ("/cu?fbclid=1", "/ban-tin/2026/11/hai/"),
        ("/tin/ph%C3%B2ng-b%E1%BB%87nh", MOT),
        ("/tin/ph%c3%b2ng-b%e1%bb%87nh/", MOT),
        ("/x.aspx?t=A", MOT),
        ("/x.aspx?t=a", "/ban-tin/2026/11/hai/"),
        ("/gia$1", "/ban-tin/2026/11/hai/"),
        ("/ban-tin/2026/11/mot", MOT),
    ],
)
def test_old_addresses_lead_to_the_new_ones(server: WebServer, old: str, new: str) -> None:
    answer = server.get(old)
    assert (answer.status, answer.headers["Location"]) == (301, new)


@pytest.mark.parametrize("path", ["/x.aspx", "/x.aspx?t=b", "/Default.aspx?id=13"])
def test_other_queries_lead_nowhere(server: WebServer, path: str) -> None:
    assert server.get(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent_to_it(server: WebServer, method: str) -> None:
    assert server.get(MOT, method=method).status == 405


def test_head_has_no_body(server: WebServer) -> None:
    answer = server.get(MOT, method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


def test_another_host_gets_no_answer(server: WebServer) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        server.get(MOT, host="nha-cai.example")
    with pytest.raises(http.client.RemoteDisconnected):
        server.get_plain("/", host="127.0.0.1")
    with pytest.raises(ssl.SSLError):
        server.connect("nha-cai.example")


def test_plain_http_leads_to_the_one_host(server: WebServer) -> None:
    answer = server.get_plain("/ban-tin/?a=%0d%0aSet-Cookie:x")
    assert answer.status == 301
    assert answer.headers["Location"] == f"{server.url}/ban-tin/?a=%0d%0aSet-Cookie:x"
    assert "Set-Cookie" not in answer.headers
    assert HOST in answer.headers["Location"]


def test_certbot_finds_its_proof_over_plain_http(server: WebServer) -> None:
    proof = server.root / "acme" / ".well-known" / "acme-challenge" / "token"
    proof.parent.mkdir(parents=True)
    proof.write_text("proof")
    assert server.get_plain("/.well-known/acme-challenge/token").body == b"proof"


def test_http_2_is_spoken(server: WebServer) -> None:
    context = ssl.create_default_context(cafile=str(server.certificate.file))
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", server.tls_port), timeout=10) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as connection,
    ):
        assert connection.selected_alpn_protocol() == "h2"


def test_views_are_served_and_absent_ones_are_no_error(server: WebServer) -> None:
    assert server.get("/luot-xem/2026/11.json").body == b'{"mot":3}'
    assert server.get("/luot-xem/2026/12.json").status == 204


def test_the_server_says_nothing_of_its_version(server: WebServer) -> None:
    for path in (MOT, "/khong-co/"):
        assert server.get(path).headers["Server"] == "nginx"
