"""Asking CI for a build: when, how often, and what is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from support.deploying import made_up_site, make_release

from server_tasks.due import Asked, is_due, main
from server_tasks.task_settings import TaskSettings

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
PAST, FUTURE = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("change", "due"), [(None, False), (FUTURE, False), (PAST, True), (NOW, True)]
)
def test_a_build_is_due_once_the_time_has_passed(change: datetime | None, due: bool) -> None:
    assert is_due("a", change, None, NOW) is due


def test_another_release_starts_anew() -> None:
    assert is_due("b", PAST, Asked("a", 5, NOW), NOW)


def test_ci_is_asked_again_ever_more_seldom() -> None:
    hours = []
    for times in (1, 2, 3, 4, 5, 50):
        asked = Asked("a", times, NOW)
        wait = next(
            minutes
            for minutes in range(0, 1000, 30)
            if is_due("a", PAST, asked, NOW + timedelta(minutes=minutes))
        )
        hours.append(wait / 60)
    assert hours == [0.5, 1, 2, 4, 6, 6]


def test_what_was_asked_is_remembered(tmp_path: Path) -> None:
    assert Asked.load(tmp_path) is None
    Asked("a", 2, NOW).save(tmp_path / "new")
    assert Asked.load(tmp_path / "new") == Asked("a", 2, NOW)
    (tmp_path / "asked.json").write_text("{")
    assert Asked.load(tmp_path) is None


class Ci(BaseHTTPRequestHandler):
    """Writes down what it is sent, and says no to a wrong token."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((self.path, dict(self.headers), json.loads(body)))
        self.send_response(204 if self.headers["Authorization"] == "Bearer right" else 401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the tests."""


@pytest.fixture
def ci() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), Ci) as server:
        server.heard = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def site(root: Path, ci: HTTPServer, token: str, change: str | None) -> Path:
    """Make a site folder with a live release; return the gate's settings."""
    release = make_release(made_up_site("mot"), next_change=change)
    folder = root / "site" / "releases" / release.id
    folder.mkdir(parents=True)
    (folder / "RELEASE").write_bytes(release.announced)
    (root / "site" / "current").symlink_to(f"releases/{release.id}")
    gate = root / "so-y-te.json"
    health = {"url": "https://127.0.0.1", "host": "a.example"}
    gate.write_text(
        json.dumps({"site": str(root / "site"), "allowed_signers": "/none", "health": health})
    )
    build: dict[str, Any] = {
        "url": f"http://127.0.0.1:{ci.server_port}/dispatches",
        "headers": {"Authorization": f"Bearer {token}"},
        "body": {"ref": "main"},
    }
    gate.with_suffix(".tasks.json").write_text(json.dumps({"build": build}))
    return gate


def test_ci_is_asked_once(tmp_path: Path, ci: HTTPServer) -> None:
    gate = site(tmp_path, ci, "right", "2026-01-31T12:00:00+07:00")
    for _ in range(2):
        assert main([str(gate), "--state", str(tmp_path / "state")]) == 0
    ((path, headers, body),) = ci.heard
    assert (path, body) == ("/dispatches", {"ref": "main"})
    assert headers["Content-Type"] == "application/json"


def test_nobody_is_asked_before_the_time(tmp_path: Path, ci: HTTPServer) -> None:
    for change in (None, "2999-01-01T00:00:00+07:00"):
        gate = site(tmp_path / str(change), ci, "right", change)
        assert main([str(gate), "--state", str(tmp_path / "state")]) == 0
    assert ci.heard == []


def test_a_refusal_is_said_without_the_token(
    tmp_path: Path, ci: HTTPServer, capsys: pytest.CaptureFixture
) -> None:
    gate = site(tmp_path, ci, "wrong-secret", "2026-01-31T12:00:00+07:00")
    assert main([str(gate), "--state", str(tmp_path / "state")]) == 1
    said = capsys.readouterr().err
    assert "401" in said
    assert "wrong-secret" not in said


@pytest.mark.parametrize(
    "settings",
    [
        {"mail": "-oQ/tmp"},
        {"mail": "nobody"},
        {"male": "a@example.vn"},
        {"build": {"url": "http://ci.example/"}},
        {"build": {"url": "file:///etc/passwd"}},
    ],
)
def test_settings_that_are_wrong_are_refused(tmp_path: Path, settings: dict[str, Any]) -> None:
    (tmp_path / "a.tasks.json").write_text(json.dumps(settings))
    with pytest.raises(ValueError, match=r"settings|mail|https"):
        TaskSettings.beside(tmp_path / "a.json")


def test_without_settings_nothing_is_asked_and_nobody_told(tmp_path: Path) -> None:
    assert TaskSettings.beside(tmp_path / "a.json") == TaskSettings("", None)
