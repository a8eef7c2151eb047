"""``bantin serve``: the site as it will be, rebuilt and reloaded as files change.

Each build runs in a process of its own, so that a change of the program counts too. When it fails,
the last good site stays, and the errors are shown in the terminal and over the page.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import watch

from plugins.engine.preview.server import Preview, Server

PORT = 8000
HIGHEST_PORT = 65535
# Changes that follow one another faster than this are one change.
STEP_MILLISECONDS = 100
# How often files and folders that were replaced as a whole are looked for.
TICK_MILLISECONDS = 250
STOP_SECONDS = 10
STOP_POLL_SECONDS = 0.1
OK, FAILED, USAGE = 0, 1, 2
_PROGRAM = Path(__file__).resolve().parents[2]
# Warnings, and progress as «Đọc bản tin: 300/1500»: for the terminal only.
_NO_ERROR = re.compile(r"[^\n]+:\d+:\d+: [a-z0-9-]+ warning: |[^:\n]+: \d+/\d+\n")

EPILOG = """\
exit status:
  0    stopped by Ctrl-C
  1    the port is taken
  2    wrong usage
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``serve`` to the parser."""
    command = commands.add_parser(
        "serve",
        help="preview the site and rebuild it as files change",
        description="Build the preview, serve it on this machine only, and rebuild and reload the "
        "browser when a file changes. Ctrl-C stops it.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, meaning in [
        ("content", "content folder"),
        ("output", "output folder"),
        ("settings", "settings file"),
    ]:
        default = "pelicanconf.py" if name == "settings" else name
        command.add_argument(
            f"--{name}",
            type=Path,
            default=Path(default),
            metavar="FILE" if name == "settings" else "DIR",
            help=f"{meaning} (default: {default})",
        )
    command.add_argument(
        "--port", type=_port, default=PORT, help=f"0 takes any free one (default: {PORT})"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl-C; return the exit status."""
    for path in (chosen.content, chosen.settings):
        if not path.exists():
            sys.stderr.write(f"Không có {path}. Kiểm tra lại đường dẫn.\n")
            return USAGE
    preview = Preview()
    try:
        server = Server(chosen.port, chosen.output, preview)
    except OSError as error:
        sys.stderr.write(
            f"Không mở được cổng {chosen.port} ({error.strerror}). Có thể một lượt xem trước khác "
            "đang chạy: dừng nó, hoặc dùng --port với số khác.\n"
        )
        return FAILED
    # «-m pelican»: plain Pelican with our settings, as `make html` has it. Its plain log goes to
    # stderr as all errors do, while the progress bar keeps the terminal that stdout is.
    command = [sys.executable, "-m", "pelican", str(chosen.content), "-s", str(chosen.settings)]
    command += ["-o", str(chosen.output), "--log-handler", "plain"]
    folders = (chosen.content, _PROGRAM / "theme", _PROGRAM / "plugins")
    # SIGINT too: a shell's background job would ignore it, and so would the builds it starts.
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    threading.Thread(target=server.serve_forever, args=(STOP_POLL_SECONDS,), daemon=True).start()
    try:
        _say(f"Xem trước tại http://localhost:{server.server_port} (bấm Ctrl-C để dừng).")
        for _ in times_to_build(folders, chosen.settings):
            preview.finished(build(command))
    except KeyboardInterrupt:
        _say("Đã dừng xem trước.")
    finally:
        server.shutdown()
        server.server_close()
    return OK


def times_to_build(folders: Sequence[Path], settings: Path) -> Iterator[None]:
    """Yield at once, and whenever something has changed since; endless.

    Changes that come while the caller is busy count once it asks again.

    Args:
        folders: watched with all that is in them; they may go and come back.
        settings: a file, watched by itself, because its folder holds the output too.
    """
    due = True
    while True:
        watched = _identities(folders, settings)
        # The first round yields when the watch is set up, so that no change is ever missed.
        for changes in watch(
            *(folder for folder in folders if folder.is_dir()),
            step=STEP_MILLISECONDS,
            rust_timeout=TICK_MILLISECONDS,
            yield_on_timeout=True,
        ):
            if _identities(folders, settings) != watched:
                due = True
                break  # the watch is on what was there before
            if due or changes:
                due = False
                yield


def _identities(folders: Sequence[Path], settings: Path) -> list[object]:
    """Tell folders by what they are, and the settings by what is in them too."""
    found: list[object] = []
    for path in (*folders, settings):
        try:
            status = path.stat()
        except OSError:
            found.append(None)
            continue
        found.append((status.st_dev, status.st_ino))
        if path == settings:
            found.append((status.st_mtime_ns, status.st_size))
    return found


def build(command: Sequence[str]) -> str:
    """Run one build; what it writes goes to the terminal, as it comes or at the end.

    Returns:
        "" when it succeeded, else its errors.

    Raises:
        KeyboardInterrupt: Ctrl-C; the build has ended and left no process behind.
    """
    # A build draws its progress on the last lines of the same terminal and wipes them to draw them
    # anew; what another process writes there meanwhile may be wiped too.
    held = sys.stderr.isatty() and sys.stdout.isatty()
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # Ctrl-C reaches this process alone, which then ends the build once
    ) as process:
        assert process.stderr is not None
        lines = []
        try:
            for line in process.stderr:
                lines.append(line)
                if not held:
                    sys.stderr.write(line)
                    sys.stderr.flush()
            status = process.wait()
        except BaseException:
            _stop(process)
            raise
    if held:
        sys.stderr.write("".join(lines))
        sys.stderr.flush()
    if status == OK:
        return ""
    errors = "".join(line for line in lines if _NO_ERROR.match(line) is None).strip()
    return errors or f"Lượt dựng đã dừng với mã {status}, không nói vì sao."


def _stop(process: subprocess.Popen[str]) -> None:
    """End a build as Ctrl-C does; one that does not listen is killed with all its workers."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if not 0 <= number <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to {HIGHEST_PORT}")
    return number
