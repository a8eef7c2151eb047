"""``bantin status``: what is live, what could be gone back to, what is kept down."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from plugins.release.options import Commands, add, channel_of
from plugins.release.publication import megabytes

DESCRIPTION = "Ask the server what is live, since when, which releases it keeps, and what is down."
_EVENTS = 5
# What the gate writes into its history.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "activated": "đưa lên",
        "rolled back to": "quay về",
        "recovered": "khôi phục sau sự cố",
        "failed": "không qua kiểm tra",
        "rollback failed": "quay về không được",
        "hold released": "mở khóa xuất bản, đang chạy",
    }
)


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``status`` to the parser."""
    command = add(commands, "status", "what is live on the server", DESCRIPTION, "it has answered")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Ask and print.

    Raises:
        DeployError: the server refuses or cannot be reached.
    """
    answer = channel_of(chosen).ask("status")
    if chosen.format == "json":
        text = json.dumps(answer, ensure_ascii=False, indent=2, sort_keys=True)
    else:
        text = "\n".join(lines_of(answer))
    sys.stdout.write(f"{text}\n")
    return 0


def lines_of(status: Mapping[str, Any]) -> Iterator[str]:
    """Yield what staff are told of a status, line by line."""
    live = status.get("live")
    if live is None:
        yield "Chưa có bản nào được xuất bản."
    else:
        commit = status.get("commit")
        yield f"Đang chạy: {live}"
        yield f"  dựng lúc {_time(status.get('built'))}, {status.get('pages')} trang"
        yield f"  commit {commit}" if commit else "  không gắn với commit nào"
        following = status.get("next_change")
        yield f"  tự thay đổi lúc {_time(following)}" if following else "  không có gì hẹn giờ"
    hold = status.get("hold")
    if isinstance(hold, Mapping):
        because = f": {hold['reason']}" if hold.get("reason") else ""
        yield f"XUẤT BẢN ĐANG TẠM KHÓA từ {_time(hold.get('at'), here=True)}{because}"
    others = [each for each in status.get("releases", ()) if each != live]
    if others:
        yield "Có thể quay về (bantin rollback MÃ):"
        yield from (f"  {each}" for each in sorted(others, reverse=True))
    if status.get("taken_down"):
        yield "Đã gỡ khỏi trang:"
        yield from (f"  {url}" for url in status["taken_down"])
    events = status.get("events") or ()
    if events:
        yield "Gần đây:"
    for event in list(events)[-_EVENTS:]:
        because = f" ({event['reason']})" if event.get("reason") else ""
        done = str(event.get("what"))
        what = f"{_WORDS.get(done, done)} {event.get('release') or ''}".rstrip()
        yield f"  {_time(event.get('at'), here=True)} {what}{because}"
    if isinstance(free := status.get("free_bytes"), int):
        yield f"Đĩa của máy chủ còn trống {megabytes(free)}"


def _time(text: object, *, here: bool = False) -> str:
    """Return an ISO time as staff read it: in its own zone, or in that of this machine."""
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return str(text)
    return f"{time.astimezone() if here else time:%H:%M ngày %d/%m/%Y}"
