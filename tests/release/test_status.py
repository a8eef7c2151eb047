"""What staff are told of the server's state."""

from __future__ import annotations

import pytest

from plugins.release.status_command import lines_of

LIVE = "20260115T010000Z-0123456789ab"
STATUS = {
    "ok": True,
    "live": LIVE,
    "commit": "0" * 40,
    "built": "2026-01-15T08:00:00+07:00",
    "pages": 120,
    "next_change": "2026-02-01T07:30:00+07:00",
    "releases": ["20260114T010000Z-0123456789ab", LIVE],
    "hold": None,
    "events": [
        {"at": "2026-01-15T01:00:09+00:00", "what": "activated", "release": LIVE, "reason": None}
    ],
    "taken_down": [],
    "free_bytes": 70_000_000_000,
}


def told(**changes):
    return "\n".join(lines_of({**STATUS, **changes}))


def test_what_is_live_and_what_can_be_gone_back_to():
    text = told()
    assert f"Đang chạy: {LIVE}\n  dựng lúc 08:00 ngày 15/01/2026, 120 trang" in text
    assert "tự thay đổi lúc 07:30 ngày 01/02/2026" in text
    assert "quay về (bantin rollback MÃ):\n  20260114T010000Z-0123456789ab\n" in text
    assert "15/01/2026 đưa lên 20260115T010000Z-0123456789ab" in text
    assert "KHÓA" not in text
    assert "gỡ" not in text


def test_a_hold_and_what_is_down_stand_out():
    hold = {"at": "2026-01-15T02:00:00+00:00", "release": LIVE, "reason": "Sai số liệu"}
    text = told(hold=hold, taken_down=["/ban-tin/2026/01/tin/"])
    assert "XUẤT BẢN ĐANG TẠM KHÓA" in text
    assert "Sai số liệu" in text
    assert "Đã gỡ khỏi trang:\n  /ban-tin/2026/01/tin/" in text


def test_a_release_without_a_commit_and_without_an_end():
    text = told(commit=None, next_change=None, events=[])
    assert "không gắn với commit nào" in text
    assert "không có gì hẹn giờ" in text
    assert "Gần đây" not in text


@pytest.mark.parametrize("status", [{"ok": True}, {"ok": True, "live": None, "releases": []}])
def test_a_server_without_a_release(status):
    assert list(lines_of(status)) == ["Chưa có bản nào được xuất bản."]


def test_what_a_later_gate_says_is_passed_on():
    event = {"at": "soon", "what": "painted green", "release": None}
    assert "  soon painted green" in told(events=[event])
