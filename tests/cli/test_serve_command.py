"""``bantin serve`` where it cannot start; tests/browser has the rest."""

from __future__ import annotations

import socket

import pytest


def test_a_taken_port_is_said_and_builds_nothing(bantin, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = bantin("serve", "--port", port, "--output", tmp_path / "output")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"cổng {port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("option", ["--content", "--settings"])
def test_content_or_settings_that_are_not_there_are_wrong_usage(bantin, tmp_path, option):
    done = bantin("serve", "--port", 0, option, tmp_path / "khong-co")
    assert (done.returncode, done.stdout) == (2, "")
    assert "khong-co" in done.stderr
