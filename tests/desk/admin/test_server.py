"""The server of the admin page: what it answers, and whom it refuses."""

from __future__ import annotations

import base64
import json
import os
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.admin_page import commit_all, git
from support.content import bulletin, write_content

from plugins.desk.admin import repository
from plugins.desk.admin.page_files import PageFiles
from plugins.desk.admin.protocol import LIBRARY_FILES, WorkingCopy
from plugins.desk.admin.server import Server

PATH = "content/bulletins/2025/cu.md"


@dataclass(frozen=True)
class Running:
    """A server in this process."""

    root: Path
    url: str

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return answered(urllib.request.Request(self.url + path, headers=headers))

    def ask(self, action: str, headers: dict[str, str] | None = None, **params: object):
        body = json.dumps({"action": action, "params": params}).encode()
        given = {"Content-Type": "application/json", "Origin": self.url} | (headers or {})
        status, text = answered(urllib.request.Request(f"{self.url}/api/v1", body, given))
        return status, json.loads(text)

    def save(self, path: str, raw: str, assets: tuple[dict, ...] = ()):
        files = [{"path": path, "slug": "x", "raw": raw}]
        options = {"commitMessage": "Sửa bản tin", "useWorkflow": False}
        return self.ask("persistEntry", dataFiles=files, assets=list(assets), options=options)


def answered(request: urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    write_content(tmp_path / "content", {"bulletins/2025/cu.md": bulletin("Cũ")})
    commit_all(tmp_path)
    found = repository.find(tmp_path / "content")
    assert found
    found.set_identity("Thử", "thu@example.invalid")
    page = PageFiles({"index.html": b"<p>x</p>", "a.mjs": b"1", "b.css": b"p{}"}, "b.css")
    server = Server(0, page, lambda: {"lists": {}}, WorkingCopy(found))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Running(tmp_path, f"http://localhost:{server.server_port}")
    server.shutdown()
    server.server_close()


def test_it_serves_the_page_and_its_configuration(running: Running):
    assert running.get("/") == (200, "<p>x</p>")
    assert running.get("/config.json?x=1") == (200, '{"lists": {}}')
    assert running.get("/a.mjs")[0] == 200
    assert running.get("/../pelicanconf.py")[0] == 404
    assert running.get("/content/units.yml")[0] == 404


def test_it_lists_and_reads_bulletins(running: Running):
    folder = "content/bulletins"
    status, entries = running.ask("entriesByFolder", folder=folder, extension="md", depth=2)
    assert (status, [each["file"]["path"] for each in entries]) == (200, [PATH])
    assert entries[0]["data"] == bulletin("Cũ")
    assert running.ask("entriesByFolder", folder=folder, extension="md", depth=1)[1] == []
    assert running.ask("getEntry", path=PATH)[1] == entries[0]
    assert running.ask("getEntry", path="content/bulletins/x.md")[1]["data"] is None


def test_the_newest_years_are_listed_whole_until_there_are_enough(running: Running):
    for year, count in (("2023", 3), ("2024", 2), ("2026", 1)):
        folder = running.root / "content/bulletins" / year
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.md").write_text(bulletin("Tin", f"{year}-01-02"))
    found = repository.find(running.root / "content")
    assert found
    params = {"folder": "content/bulletins", "extension": "md", "depth": 2}
    request = {"action": "entriesByFolder", "params": params}

    def years(listed: int) -> list[str]:
        answer = WorkingCopy(found, listed).answer(request)
        return [each["file"]["path"].split("/")[2] for each in answer]

    assert years(1) == ["2026"]
    assert years(2) == ["2025", "2026"]
    assert years(3) == ["2024", "2024", "2025", "2026"]
    assert len(years(100)) == 7


def test_a_save_writes_commits_and_takes_photos_along(running: Running):
    photo = {"path": "content/bulletins/2025/anh.jpg", "encoding": "base64"}
    photo["content"] = base64.b64encode(b"\xff\xd8photo").decode()
    assert running.save(PATH, bulletin("Mới"), (photo,))[0] == 200
    assert (running.root / PATH).read_text(encoding="utf-8") == bulletin("Mới")
    assert (running.root / photo["path"]).read_bytes() == b"\xff\xd8photo"
    assert git(running.root, "status", "--porcelain") == ""
    media = running.ask("getMedia", mediaFolder="content/bulletins/2025")[1]
    assert [(each["name"], each["content"]) for each in media] == [("anh.jpg", photo["content"])]
    assert running.ask("getMediaFile", path=photo["path"])[1]["name"] == "anh.jpg"
    assert running.ask("getMediaFile", path="content/x.jpg")[0] == 404


def test_a_library_is_never_sent_whole(running: Running):
    folder = running.root / "content/bulletins/2025"
    for number in range(LIBRARY_FILES + 5):
        (folder / f"{number:03}.jpg").write_bytes(b"x")
    media = running.ask("getMedia", mediaFolder="content/bulletins/2025")[1]
    assert len(media) == LIBRARY_FILES


def test_nothing_is_written_when_one_path_is_refused(running: Running):
    bad = {"path": "theme/x.css", "content": "", "encoding": "base64"}
    status, answer = running.save(PATH, "mới", (bad,))
    assert (status, "ngoài thư mục" in answer["error"]) == (409, True)
    assert (running.root / PATH).read_text(encoding="utf-8") == bulletin("Cũ")


def test_a_file_of_another_encoding_is_not_written_over(running: Running):
    (running.root / PATH).write_bytes("tiếng Việt".encode("utf-16"))
    status, answer = running.save(PATH, "mới")
    assert (status, "UTF-8" in answer["error"]) == (409, True)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.com"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Host": "example.com"},
        {"Content-Type": "text/plain"},
    ],
)
def test_another_site_cannot_write(running: Running, headers: dict[str, str]):
    assert running.ask("getEntry", headers, path=PATH)[0] == 403


def test_another_name_cannot_read(running: Running):
    assert running.get("/config.json", Host="evil.example")[0] == 403


def test_what_is_no_request_of_the_protocol_is_said_to_be_none(running: Running):
    assert running.ask("sudo")[0] == 404
    assert running.ask("getEntry")[0] == 422
    assert running.ask("deleteFiles", paths=[PATH])[0] == 409
    assert (running.root / PATH).is_file()


def test_the_check_is_asked_about_what_was_saved_last(running: Running):
    assert running.ask("check")[0] == 404, "this one checks nothing"
    found = repository.find(running.root / "content")
    assert found
    asked: list[list[str]] = []

    def check(files):
        asked.append([file.name for file in files])
        return [{"severity": "error"}]

    copy = WorkingCopy(found, check=check)
    file = {"path": PATH, "raw": bulletin("Mới")}
    params = {"dataFiles": [file], "assets": [], "options": {"commitMessage": "Sửa"}}
    copy.answer({"action": "persistEntry", "params": params})
    assert copy.answer({"action": "check"}) == {"problems": [{"severity": "error"}]}
    assert asked == [["cu.md"]]
