"""``bantin admin``: the form for bulletins, on this machine or as files for a server."""

from __future__ import annotations

import argparse
import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pelican.settings import get_settings_from_file

from plugins.desk.admin import page_files, repository
from plugins.desk.admin.config import LOCAL_API, configuration, read_choices
from plugins.desk.admin.page_files import PackagesMissing, PageFiles
from plugins.desk.admin.protocol import LISTED, WorkingCopy
from plugins.desk.admin.repository import Repository
from plugins.desk.admin.server import Server
from plugins.desk.settings import COMMIT_MESSAGES, AdminSettings
from plugins.gate.check import settings_of_project

PORT = 8001
OK, FAILED, USAGE = 0, 1, 2
STOP_POLL_SECONDS = 0.1
CHECK_SECONDS = 120
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")

EPILOG = """\
exit status:
  0    stopped by Ctrl-C, or the files are made
  1    no git working copy, no author's name, or the port is taken
  2    wrong usage, or a setting is missing
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``admin`` to the parser."""
    command = commands.add_parser(
        "admin",
        help="write and correct bulletins in a form in the browser",
        description="Serve the form on this machine only; each save is a commit in the working "
        "copy. With --build, make the files of the page for a server instead: it then saves to the "
        "GitLab or GitHub of the settings ADMIN_….",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="DIR",
        help="content folder, in a git working copy (default: content)",
    )
    command.add_argument(
        "--settings", type=Path, metavar="FILE", help="settings file (default: pelicanconf.py)"
    )
    command.add_argument(
        "--port", type=int, default=PORT, help=f"0 takes any free one (default: {PORT})"
    )
    command.add_argument(
        "--author",
        metavar="'NAME <EMAIL>'",
        help="whose name saves carry; asked for once otherwise",
    )
    command.add_argument(
        "--all",
        action="store_true",
        help=f"list all bulletins (default: the newest years that hold {LISTED})",
    )
    command.add_argument(
        "--no-check", action="store_true", help="do not check a bulletin after it is saved"
    )
    command.add_argument("--build", type=Path, metavar="DIR", help="write the page's files there")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl-C, or write the files; return the exit status."""
    if not chosen.content.is_dir():
        return _say_wrong(f"Không có thư mục {chosen.content}. Kiểm tra lại đường dẫn.", USAGE)
    try:
        page = page_files.collect(page_files.packages_folder())
    except PackagesMissing:
        return _say_wrong("Chưa có các gói của trang viết tin. Hãy chạy: make admin", FAILED)
    if chosen.build:
        return build(chosen.content, chosen.settings or settings_of_project(), page, chosen.build)
    found = repository.find(chosen.content)
    if found is None:
        return _say_wrong(
            f"{chosen.content} không nằm trong kho git nào, nên không lưu được. "
            "Hãy lấy bản sao của kho bản tin về máy rồi chạy lại ở đó.",
            FAILED,
        )
    if not _settle_author(found, chosen.author):
        return _say_wrong(
            "Chưa biết ai đang viết. Hãy chạy: bantin admin --author 'Họ Tên <dia-chi@thu>'", FAILED
        )
    listed = sys.maxsize if chosen.all else LISTED
    checking = None if chosen.no_check else partial(check, chosen.settings)
    answering = WorkingCopy(found, listed, checking)
    return serve(answering, found, chosen.content, page, chosen.port)


def build(content: Path, settings: Path, page: PageFiles, into: Path) -> int:
    """Write the page for a server; return the exit status.

    Raises:
        SettingsError: a setting is wrong.
    """
    admin = AdminSettings.from_pelican(get_settings_from_file(str(settings)))
    if missing := admin.missing():
        return _say_wrong(
            f"Trang viết tin trên máy chủ cần thiết lập {', '.join(missing)}: docs/admin-page.md.",
            USAGE,
        )
    made = configuration(
        read_choices(content), admin.for_decap(), folder=admin.content, site_url=admin.site
    )
    made["preview_style"] = page.preview_style
    files = {**page.files, "config.json": json.dumps(made, ensure_ascii=False).encode()}
    for name, data in files.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _say(f"Đã ghi {len(files)} tệp của trang viết tin vào {into}.")
    return OK


def check(settings: Path | None, files: Sequence[Path]) -> object:
    """Return what ``bantin check`` says of some files, in its JSON form; None where it could not.

    In a process of its own, as builds of the preview are: the program may be mended meanwhile.
    """
    if not files:
        return []
    command = [str(Path(sys.executable).with_name("bantin")), "check", *map(str, files)]
    command += ["--format", "json", *(["--settings", str(settings)] if settings else [])]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=CHECK_SECONDS, encoding="utf-8"
        )
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def serve(
    answering: WorkingCopy, copy: Repository, content: Path, page: PageFiles, port: int
) -> int:
    """Serve a working copy until Ctrl-C; return the exit status."""
    backend = {"name": "proxy", "proxy_url": LOCAL_API, "commit_messages": dict(COMMIT_MESSAGES)}

    def config() -> dict[str, object]:
        made = configuration(read_choices(content), backend, folder=copy.folder)
        return made | {"preview_style": page.preview_style, "checks": answering.checks}

    try:
        server = Server(port, page, config, answering)
    except (OSError, OverflowError) as error:
        return _say_wrong(
            f"Không mở được cổng {port} ({error}). Có thể trang viết tin đang mở ở cửa sổ khác: "
            "dừng nó, hoặc dùng --port với số khác.",
            FAILED,
        )
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    threading.Thread(target=server.serve_forever, args=(STOP_POLL_SECONDS,), daemon=True).start()
    name, email = copy.identity()
    try:
        _say(f"Người viết: {name} <{email}>.")
        _say(f"Viết bản tin tại http://localhost:{server.server_port} (bấm Ctrl-C để dừng).")
        threading.Event().wait()
    except KeyboardInterrupt:
        _say("Đã dừng trang viết bản tin.")
    finally:
        server.shutdown()
        server.server_close()
    return OK


def _settle_author(copy: Repository, given: str | None) -> bool:
    """Find out whose name saves carry, and write it down; tell whether it is known."""
    if given:
        name, _, rest = given.partition("<")
        name, email = name.strip(), rest.rstrip("> \t")
        if not name or not _ADDRESS.fullmatch(email):
            return False
        copy.set_identity(name, email)
        return True
    name, email = copy.identity()
    if name and email:
        return True
    if not sys.stdin.isatty():
        return False
    _say("Mỗi lần lưu đều ghi tên người viết. Chỉ cần trả lời một lần.")
    name = name or input("Họ và tên: ").strip()
    email = email or input("Địa chỉ thư điện tử: ").strip()
    if not name or not _ADDRESS.fullmatch(email):
        return False
    copy.set_identity(name, email)
    return True


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _say_wrong(text: str, status: int) -> int:
    sys.stderr.write(f"{text}\n")
    return status
