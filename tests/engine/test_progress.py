"""The bar on a terminal, the lines in CI; on a pseudo-terminal and a pipe, as they really are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading

import pytest
from rich.console import Console
from support.commands import command, environment, write_conf
from support.content import bulletin

from plugins.engine.progress import stderr_kept_apart, track

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"
CODE = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|\x1b\][^\x1b]*\x1b\\|(.)", re.DOTALL)


def on_terminal(command: list[str], stderr: int | None = None, **more: str) -> tuple[int, str]:
    """Run a command on a terminal of 100 columns; return its status and all that it sent there."""
    ours, theirs = os.openpty()
    variables = {**environment(), "TERM": "xterm-256color", "COLUMNS": "100", **more}
    for name in ("CI", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        if name not in more:
            variables.pop(name, None)
    process = subprocess.Popen(
        command, stdout=theirs, stderr=theirs if stderr is None else stderr, env=variables
    )
    os.close(theirs)
    sent = bytearray()

    def listen() -> None:
        while True:
            try:
                data = os.read(ours, 1 << 16)
            except OSError:  # the terminal's other end is closed
                return
            sent.extend(data)

    listener = threading.Thread(target=listen)
    listener.start()
    status = process.wait(60)
    listener.join(60)
    os.close(ours)
    return status, sent.decode()


def screen(sent: str) -> list[str]:
    """Return what a terminal shows in the end, of the few codes that Rich sends."""
    lines, row, column = [""], 0, 0
    for match in CODE.finditer(sent):
        count, code, letter = match.groups()
        if letter == "\r":
            column = 0
        elif letter == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif letter is not None:
            lines[row] = lines[row][:column].ljust(column) + letter + lines[row][column + 1 :]
            column += 1
        elif code == "K":
            assert count == "2"
            lines[row] = ""
        elif code == "A":
            row -= int(count or 1)
        else:
            assert code is None or code in "mhl", (count, code)
    return [line.rstrip() for line in lines if line.strip()]


STATUS_LINE, NO_STATUS_LINE = "console.status('Generating...')", "contextlib.nullcontext()"


def work(items: int, seconds: float, *, within: str = STATUS_LINE) -> list[str]:
    """Return a command that passes items through ``track``, some seconds in all."""
    return [
        sys.executable,
        "-c",
        f"""
import contextlib, sys, time
from rich.console import Console
from plugins.engine.progress import stderr_kept_apart, track
console = Console()
def results():
    for number in range({items}):
        time.sleep({seconds / items})
        yield number
with {within}, stderr_kept_apart():
    assert list(track(results(), {items}, "Đọc bản tin", console)) == list(range({items}))
    sys.stderr.write("một cảnh báo\\n")
print("Xong.")
""",
    ]


def counts(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"(\d+)/40\b", text)]


def test_long_work_draws_a_bar_that_leaves_a_clean_terminal():
    status, sent = on_terminal(work(40, 1.6))
    assert status == 0
    assert "Đọc bản tin" in sent
    assert "━" in sent
    assert sent.count(HIDE) == sent.count(SHOW) == 1
    assert screen(sent) == ["một cảnh báo", "Xong."]
    assert counts(sent) == sorted(counts(sent))
    assert 20 <= counts(sent)[0] <= 35


def test_the_bar_needs_no_status_line():
    status, sent = on_terminal(work(40, 1.4, within=NO_STATUS_LINE))
    assert status == 0
    assert "━" in sent
    assert sent.count(HIDE) == sent.count(SHOW) == 1
    assert screen(sent) == ["một cảnh báo", "Xong."]


@pytest.mark.parametrize("terminal", [True, False])
def test_quick_work_shows_nothing(terminal):
    if terminal:
        _, sent = on_terminal(work(40, 0.2))
        assert "Đọc bản tin" not in sent
    else:
        done = subprocess.run(work(40, 0.2), capture_output=True, text=True, check=True)
        assert done.stderr == "một cảnh báo\n"


@pytest.mark.parametrize("variables", [{}, {"FORCE_COLOR": "1", "CI": "true"}])
def test_without_a_terminal_there_are_plain_lines(variables):
    done = subprocess.run(
        work(40, 1.4, within=NO_STATUS_LINE),
        capture_output=True,
        text=True,
        check=True,
        env=environment(**variables),
    )
    *lines, warning = done.stderr.splitlines()
    assert warning == "một cảnh báo"
    assert [line.partition(": ")[0] for line in lines] == ["Đọc bản tin", "Đọc bản tin"]
    assert counts(done.stderr)[-1] == 40
    assert 20 <= counts(done.stderr)[0] < 40
    assert done.stdout == "Xong.\n"


def test_a_terminal_that_cannot_be_drawn_on_gets_lines():
    _, sent = on_terminal(work(40, 1.4, within=NO_STATUS_LINE), TERM="dumb")
    assert "━" not in sent
    assert sent.splitlines()[-2:] == ["một cảnh báo", "Xong."]
    assert counts(sent)[-1] == 40


def test_lines_come_at_most_every_two_seconds(monkeypatch, capsys):
    clock = iter(range(100, 200))
    monkeypatch.setattr("plugins.engine.progress.time.monotonic", lambda: next(clock) / 2)
    with open(os.devnull, "w") as nothing:
        list(track(range(12), 12, "Dựng trang", Console(file=nothing)))
    assert capsys.readouterr().err.splitlines() == [
        "Dựng trang: 2/12",
        "Dựng trang: 6/12",
        "Dựng trang: 10/12",
        "Dựng trang: 12/12",
    ]


def test_a_failure_amid_the_work_takes_the_bar_away():
    failing = work(40, 1.6)[2].replace("yield number", "yield 1 // (39 - number)")
    status, sent = on_terminal([sys.executable, "-c", failing])
    assert status == 1
    assert "━" in sent
    assert sent.count(HIDE) == sent.count(SHOW) == 1
    shown = screen(sent)
    assert shown[0].startswith("Traceback")
    assert "Đọc bản tin" not in "\n".join(line for line in shown if "track(" not in line)


@pytest.fixture
def eager(tmp_path):
    """Return settings with which every build shows its progress from the first result on."""
    return write_conf(
        tmp_path, "import plugins.engine.progress as p\np.QUIET_SECONDS = 0.0\nENGINE_PROCESSES = 1"
    )


def many(right: int = 60, wrong: int = 0) -> dict[str, str]:
    good = {f"bulletins/2025/tin-{n}.md": bulletin(f"Tin số {n}") for n in range(right)}
    return good | {
        f"bulletins/2025/sai-{n}.md": bulletin(f"Tin sai {n}", date="05/03/2025")
        for n in range(wrong)
    }


def test_pelican_shows_the_bar_in_its_own_status_line(content, eager, tmp_path):
    status, sent = on_terminal(command(content(many(right=300)), tmp_path / "out", eager))
    assert status == 0
    assert "Đọc bản tin" in sent
    assert "Dựng trang" in sent
    assert "/300" in sent
    assert sent.count(HIDE) == sent.count(SHOW) == 1
    shown = " ".join(screen(sent))
    assert shown.startswith("Đã dựng 300 bản tin")
    assert "Generating" not in shown
    assert "━" not in shown


def test_pelican_in_ci_shows_lines_on_stderr(content, eager, tmp_path):
    done = subprocess.run(
        command(content(many()), tmp_path / "out", eager),
        capture_output=True,
        text=True,
        check=True,
        env=environment(FORCE_COLOR="1"),
    )
    assert "Đọc bản tin: 60/60\n" in done.stderr
    assert "Dựng trang: " in done.stderr
    assert "━" not in done.stdout + done.stderr


def test_errors_go_to_stderr_also_when_stdout_is_a_terminal(content, eager, tmp_path):
    """As in `make html 2> errors.txt`, and as in `make serve`, which reads them there."""
    file = tmp_path / "errors.txt"
    with file.open("w") as errors:
        wrong = command(content(many(wrong=3)), tmp_path / "out", eager)
        status, sent = on_terminal(wrong, stderr=errors.fileno())
    assert status == 1
    lines = file.read_text().splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        f"bulletins/2025/sai-{n}.md" for n in range(3)
    ]
    assert "sai-0.md" not in sent
    assert "\x1b" not in file.read_text()


def test_errors_on_a_terminal_stand_above_the_status_line(content, eager, tmp_path):
    wrong = command(content(many(wrong=3)), tmp_path / "out", eager)
    status, sent = on_terminal(wrong)
    assert status == 1
    shown = "\n".join(screen(sent))
    assert [f"bulletins/2025/sai-{n}.md:3:7: date-" in shown for n in range(3)] == [True] * 3
    assert "Generating" not in shown


def test_stderr_that_nobody_redirected_is_left_alone():
    before = sys.stderr
    with stderr_kept_apart():
        assert sys.stderr is before
    assert sys.stderr is before


def test_the_preview_shows_errors_and_the_bar_on_one_terminal(content, eager, tmp_path):
    wrong = command(content(many(right=300, wrong=3)), tmp_path / "out", eager)
    file = tmp_path / "errors.txt"
    preview = (
        "import pathlib\nfrom plugins.engine.serve import build\n"
        f"pathlib.Path({str(file)!r}).write_text(build([*{wrong!r}, '--log-handler', 'plain']))\n"
    )
    status, sent = on_terminal([sys.executable, "-c", preview])
    assert status == 0
    assert "━" in sent
    *errors, summary = file.read_text().splitlines()
    assert [line.partition(":")[0] for line in errors] == [
        f"bulletins/2025/sai-{n}.md" for n in range(3)
    ]
    assert summary.startswith("ContentError: ")
    shown = [line for line in screen(sent) if line]
    assert [line for line in shown if line in {*errors, summary}] == [*errors, summary]
