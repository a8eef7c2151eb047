"""``bantin take-down`` and ``bantin restore``: what must vanish now, and what may come back."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from plugins.engine.errors import BuildError
from plugins.release.addresses import LIST, address_path, with_addresses, without_addresses
from plugins.release.channel import Channel
from plugins.release.options import CONTENT, Commands, add, checked_reason, target_of

TAKE_DOWN = """\
Remove pages, photos or attachments from the live site within seconds, for good: the server
answers «gone» (410) for each, for the photos and attachments of a page too, and cuts them out of
lists, feeds, open data and search. No later release, rollback or build brings them back. The
addresses are written into the content folder (taken-down.yml); commit that file."""
RESTORE = """\
Let addresses be published again that were taken down: they come back with the next build that
has them. Their entries are removed from taken-down.yml; commit that file."""


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both commands to the parser."""
    _add(
        commands, "take-down", "remove pages or files from the live site now", TAKE_DOWN, take_down
    )
    _add(commands, "restore", "let what was taken down be published again", RESTORE, restore)


def _add(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    help_text: str,
    description: str,
    run: Callable[[argparse.Namespace], int],
) -> None:
    command = add(commands, name, help_text, description, "done, and the content folder knows it")
    command.add_argument("urls", nargs="+", metavar="URL", help="a whole address, or its path")
    command.add_argument("--reason", help="for those who read the server's history")
    command.add_argument(
        "--content", type=Path, metavar="FOLDER", default=CONTENT, help="default: content"
    )
    command.set_defaults(run=run)


def take_down(chosen: argparse.Namespace) -> int:
    """Take addresses down on the server, then in the content folder.

    Raises:
        DeployError: an address is none of this site, or the server refuses or cannot be reached.
        BuildError: the server has done it, and the content folder cannot be written.
    """
    reason = checked_reason("--reason", chosen.reason) or ""
    target = target_of(chosen)
    urls = [address_path(text, target.site) for text in chosen.urls]
    answer = Channel(target).ask("take-down", *urls, reason=reason)
    done = [url for url in answer.get("taken_down") or urls if isinstance(url, str)]
    sys.stdout.write("".join(f"Đã gỡ {url}\n" for url in done))
    sys.stdout.write(f"Kèm theo {answer.get('files') or 0} tệp ảnh, tài liệu của các trang này.\n")
    for url in answer.get("shared") or ():
        sys.stdout.write(f"Còn để lại {url}: bài khác cũng dùng tệp này.\n")
    if answer.get("pending") is True:
        sys.stdout.write(
            "Máy chủ đang bận xuất bản; các trang này đã không mở được nữa, còn danh sách và tìm "
            "kiếm sẽ được dọn ngay khi xong.\n"
        )
    today = dt.datetime.now().astimezone().date()
    _rewrite(chosen.content, lambda text: with_addresses(text, done, today))
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Let addresses be published again; errors are those of :func:`take_down`."""
    reason = checked_reason("--reason", chosen.reason) or ""
    target = target_of(chosen)
    urls = [address_path(text, target.site) for text in chosen.urls]
    answer = Channel(target).ask("restore", *urls, reason=reason)
    done = [url for url in answer.get("restored") or urls if isinstance(url, str)]
    sys.stdout.write("".join(f"Được phép đăng lại {url}\n" for url in done))
    _rewrite(chosen.content, lambda text: without_addresses(text, done))
    sys.stdout.write("Trang hiện lại sau lần xuất bản tới.\n")
    return 0


def _rewrite(content: Path, change: Callable[[str], str]) -> None:
    """Change the list in the content folder, whole or not at all."""
    file = content / LIST
    fresh = file.with_name(f".{LIST}.new")
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        after = change(before)
        if after == before:
            return
        fresh.write_text(after, encoding="utf-8")
        fresh.replace(file)
    except (OSError, UnicodeDecodeError) as error:
        raise BuildError(
            f"Máy chủ đã làm xong, nhưng không ghi được {file} ({error}).\n"
            "Cách xử lý: sửa quyền ghi thư mục này rồi chạy lại đúng lệnh vừa rồi."
        ) from error
    sys.stdout.write(f"Đã ghi {file}. Hãy commit tệp này để các lần dựng sau cũng biết.\n")
