"""The hosted page, as any web server serves it: it starts and offers to sign in."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support.content import write_content

from plugins import cli

SETTINGS = {
    "gitlab": "ADMIN_REPO = 'so-y-te/ban-tin'\nADMIN_APP_ID = 'abc'\n",
    "github": "ADMIN_REPO = 'so-y-te/ban-tin'\nADMIN_SERVER = 'https://dang-nhap.example'\n",
}


@pytest.mark.parametrize(("backend", "name"), [("gitlab", "GitLab"), ("github", "GitHub")])
def test_the_page_offers_to_sign_in_and_asks_no_other_server(
    page, tmp_path: Path, backend: str, name: str
):
    content = write_content(tmp_path / "content", {})
    settings = tmp_path / "conf.py"
    settings.write_text(f"ADMIN_BACKEND = '{backend}'\n{SETTINGS[backend]}")
    made = tmp_path / "made"
    options = ["--content", str(content), "--settings", str(settings), "--build", str(made)]
    assert cli.main(["admin", *options]) == 0

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    handler = partial(SimpleHTTPRequestHandler, directory=str(made))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://localhost:{server.server_port}/"
        page.goto(address)
        expect(page.get_by_role("button", name=f"Đăng nhập bằng {name}")).to_be_visible()
        server.shutdown()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
