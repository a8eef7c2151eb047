"""The line to the server: what is asked goes over as it is, and a broken line is tried again."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.release.channel import MOST_REASON, Channel, Meter, encoded_reason, refusal
from plugins.release.errors import DeployError
from plugins.release.settings import Target

TARGET = Target("bantin.example", Path("/k/login"), Path("/k/signing"), Path("/k/known hosts"))


@pytest.fixture
def line(tmp_path, monkeypatch):
    """Put a program in the place of ssh and rsync; return a channel, its waits, and its calls."""
    waits = []

    def make(script, name="ssh"):
        program = tmp_path / name
        program.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$*" >> {tmp_path}/calls\n'
            f"count=$(wc -l < {tmp_path}/calls)\n{script}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return Channel(TARGET, sleep=waits.append)

    make.waits = waits
    make.calls = lambda: (tmp_path / "calls").read_text().splitlines()
    return make


def test_a_question_is_asked_with_the_pinned_key_and_nothing_else(line):
    assert line("echo '{\"ok\": true}'").ask("begin", "20260101T000000Z-000000000000")["ok"]
    (call,) = line.calls()
    assert call.endswith("-p 22 -T -- publish@bantin.example begin 20260101T000000Z-000000000000")
    for option in ("StrictHostKeyChecking=yes", "BatchMode=yes", "ForwardAgent=no"):
        assert option in call
    assert 'UserKnownHostsFile="/k/known hosts"' in call


def test_a_broken_line_is_tried_again(line):
    channel = line('[ $count -lt 3 ] && exit 255; echo \'{"ok": true, "live": null}\'')
    assert channel.ask("status")["live"] is None
    assert len(line.calls()) == 3
    assert line.waits == [1.0, 4.0]


def test_what_must_not_be_done_twice_is_asked_once(line):
    channel = line("echo 'Connection refused' >&2; exit 255")
    with pytest.raises(DeployError) as caught:
        channel.ask("rollback", tries=1)
    assert (caught.value.exitcode, len(line.calls())) == (69, 1)
    assert "Connection refused" in str(caught.value)


@pytest.mark.parametrize(
    "code", ["held", "older", "space", "never-heard-of", "deploy-lost", "encoding"]
)
def test_a_refusal_has_the_status_of_the_gate_and_its_words(line, code):
    answer = json.dumps({"ok": False, "code": code, "message": "because"})
    channel = line(f"echo '{answer}'; exit 73")
    with pytest.raises(DeployError) as caught:
        channel.ask("begin", "x")
    assert caught.value.exitcode == 73
    assert "because" in str(caught.value)


@pytest.mark.parametrize("said", ["", "hello", "[]", "{}", '{"ok": 1}', "null"])
def test_what_is_no_answer_is_told(line, said):
    with pytest.raises(DeployError) as caught:
        line(f"echo '{said}'").ask("status")
    assert caught.value.code == "deploy-answer"


def test_a_file_is_fetched_as_it_is(line):
    assert line("echo 'abc 1 index.html'").fetch("manifest") == b"abc 1 index.html\n"


def test_no_file_comes_with_a_refusal(line):
    answer = json.dumps({"ok": False, "code": "unknown-release", "message": "none"})
    with pytest.raises(DeployError) as caught:
        line(f"echo '{answer}'; exit 65").fetch("manifest")
    assert caught.value.code == "unknown-release"


def test_a_machine_without_the_program_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for act in (
        lambda channel: channel.ask("status"),
        lambda channel: list(channel.send(tmp_path, "x", Meter())),
    ):
        with pytest.raises(DeployError) as caught:
            act(Channel(TARGET))
        assert caught.value.code == "deploy-tool"


def test_sending_tells_each_file_and_counts_all_tries(line, tmp_path):
    script = (
        "[ $count -lt 2 ] && { echo '> aa'; echo 'Total bytes sent: 1,000'; exit 12; }\n"
        "echo '> bb'; echo 'Total bytes sent: 234'"
    )
    meter = Meter()
    names = list(line(script, "rsync").send(tmp_path, "ID", meter))
    assert (names, meter.sent) == (["aa", "bb"], 1234)
    assert line.calls()[0].endswith(f"-- {tmp_path}/ publish@bantin.example:ID/")


def test_sending_gives_up_in_the_end(line, tmp_path):
    channel = line("echo 'rsync: connection unexpectedly closed'; exit 12", "rsync")
    with pytest.raises(DeployError) as caught:
        list(channel.send(tmp_path, "ID", Meter()))
    assert (caught.value.exitcode, len(line.calls())) == (69, 3)
    assert "unexpectedly closed" in str(caught.value)


@given(st.text(min_size=1))
def test_a_reason_is_one_word_that_the_gate_reads_back(reason):
    word = encoded_reason(reason.replace("\ud800", ""))
    assert word.isascii()
    assert not set(word) & set(" \n'\"")
    text = base64.urlsafe_b64decode(word).decode()
    assert reason.startswith(text)
    assert len(text.encode()) <= MOST_REASON


def test_every_code_of_the_gate_has_words_of_its_own_or_is_named():
    said = str(refusal({"code": "config", "message": "no site"}, 78))
    assert "config: no site" in said
