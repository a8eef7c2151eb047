"""``bantin rollback`` and ``bantin release-hold``: back to an earlier release, and on again."""

from __future__ import annotations

import argparse
import sys

from plugins.release.options import Commands, add, channel_of, checked_reason

ROLLBACK = """\
Make an earlier release live again, the one before by default. Nothing is built or sent, so it
takes seconds. Afterwards publishing is on hold, or CI would bring the bad release back: see
release-hold. Pages that were taken down stay down."""
RELEASE_HOLD = "Let releases go live again after a rollback."


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both commands to the parser."""
    command = add(commands, "rollback", "go back to an earlier release", ROLLBACK, "it is live")
    command.add_argument("id", nargs="?", help="of the release, as «bantin status» lists them")
    command.add_argument("--reason", help="for those who read the history")
    command.set_defaults(run=rollback)
    command = add(
        commands, "release-hold", "publish again after a rollback", RELEASE_HOLD, "there is no hold"
    )
    command.add_argument("--reason", help="for those who read the history")
    command.set_defaults(run=release_hold)


def rollback(chosen: argparse.Namespace) -> int:
    """Go back.

    Raises:
        DeployError: it was refused or did not work.
    """
    reason = checked_reason("--reason", chosen.reason) or ""
    channel = channel_of(chosen)
    if chosen.id:
        answer = channel.ask("rollback", chosen.id, reason=reason)
    else:
        # Asked twice, «the one before» would be another one the second time.
        answer = channel.ask("rollback", reason=reason, tries=1)
    sys.stdout.write(
        f"Trang đã quay về bản {answer.get('live')} (trước đó là {answer.get('previous')}).\n"
        "Xuất bản đang tạm khóa. Sửa xong nguyên nhân thì chạy «bantin release-hold».\n"
    )
    return 0


def release_hold(chosen: argparse.Namespace) -> int:
    """Let go.

    Raises:
        DeployError: it was refused or did not work.
    """
    reason = checked_reason("--reason", chosen.reason) or ""
    answer = channel_of(chosen).ask("release-hold", reason=reason)
    held = answer.get("was_held") is True
    sys.stdout.write("Đã mở khóa xuất bản.\n" if held else "Xuất bản không bị khóa.\n")
    return 0
