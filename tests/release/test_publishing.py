"""Publishing as staff do it, on a real server: sshd, rsync, the publish gate and nginx."""

from __future__ import annotations

import json
import re
import time

import pytest
from support.content import bulletin
from support.deploying import make_key
from support.scenario import picture

pytestmark = pytest.mark.long

URL = "/ban-tin/2025/03/hoi-nghi-tong-ket/"
FILES = {
    "bulletins/2025/hoi-nghi.md": bulletin(
        "Hội nghị tổng kết", cover="anh.jpg", cover_alt="Hội trường"
    ),
    "bulletins/2025/anh.jpg": picture("teal"),
    **{
        f"bulletins/2025/tin-{number}.md": bulletin(f"Tin số {number}", f"2025-04-{number + 1:02}")
        for number in range(20)
    },
}
LATER = "2026-01-15T09:00+07:00"
LATEST = "2026-01-15T10:00+07:00"


@pytest.fixture
def published(newsroom):
    newsroom.build(FILES)
    status, _, err = newsroom.deploy()
    assert status == 0, err
    return newsroom


def sent_files(out):
    return int(re.search(r"gửi (\d+) tệp", out)[1])


def test_a_site_goes_live_whole_and_a_correction_sends_only_what_changed(newsroom):
    newsroom.build(FILES)
    status, out, err = newsroom.deploy()
    assert status == 0, err
    assert "Đã đưa bản 20260115T010000Z-000000000000 lên trang" in out
    assert (
        newsroom.server.web.get(URL).body
        == (newsroom.public / URL.strip("/") / "index.html").read_bytes()
    )
    assert newsroom.verify() == (0, [])
    everything = sent_files(out)

    corrected = FILES["bulletins/2025/hoi-nghi.md"].replace("tại địa phương", "tại Hà Nội")
    newsroom.build({"bulletins/2025/hoi-nghi.md": corrected}, LATER)
    status, out, err = newsroom.deploy()
    assert status == 0, err
    assert 0 < sent_files(out) < 30 < everything
    assert b"H\xc3\xa0 N\xe1\xbb\x99i" in newsroom.server.web.get(URL).body
    assert newsroom.verify() == (0, [])

    status, out, _ = newsroom.deploy()
    assert (status, "đang chạy sẵn" in out) == (0, True)


def test_status_tells_what_is_live(published):
    status, out, _ = published.bantin("status")
    assert (status, "Đang chạy: 20260115T010000Z-000000000000" in out) == (0, True)
    status, out, _ = published.bantin("status", "--format", "json")
    assert json.loads(out)["live"] == "20260115T010000Z-000000000000"


def test_before_the_first_publication_there_is_nothing(newsroom):
    status, out, _ = newsroom.bantin("status")
    assert (status, "Chưa có bản nào" in out) == (0, True)
    assert newsroom.bantin("rollback")[0] == 65


def test_a_rollback_holds_publishing_until_it_is_let_go(published):
    published.rebuild(LATER)
    assert published.deploy()[0] == 0
    status, out, _ = published.bantin("rollback", "--reason", "Sai số liệu")
    assert (status, "quay về bản 20260115T010000Z" in out) == (0, True)
    assert published.verify() == (0, [])

    published.rebuild(LATEST)
    status, _, err = published.deploy()
    assert (status, "tạm khóa" in err) == (73, True)
    assert "XUẤT BẢN ĐANG TẠM KHÓA" in published.bantin("status")[1]
    assert published.bantin("release-hold")[0] == 0
    assert published.deploy()[0] == 0
    assert published.server.live() == "20260115T030000Z-000000000000"


def test_a_hold_can_be_passed_with_a_reason(published):
    published.rebuild(LATER)
    assert published.deploy()[0] == 0
    assert published.bantin("rollback")[0] == 0
    # The same build once more: the server has kept it.
    status, out, err = published.deploy("--force", "Bản ấy đúng")
    assert (status, "gửi 0 tệp" in out) == (0, True), err
    assert published.bantin("rollback", "20260115T010000Z-000000000000")[0] == 0
    published.rebuild(LATEST)
    assert published.deploy("--force", "Thông báo khẩn")[0] == 0
    assert published.deploy("--force", " ")[0] == 2


def test_an_older_build_is_refused(published):
    published.rebuild("2026-01-14T08:00+07:00")
    status, _, err = published.deploy()
    assert (status, "mới hơn" in err) == (73, True)
    assert published.server.live() == "20260115T010000Z-000000000000"


def test_an_address_may_not_vanish_unless_it_is_accounted_for(published):
    moved = published.content / "bulletins/2025/hoi-nghi.md"
    text = moved.read_text()
    moved.write_text(text.replace("Hội nghị tổng kết", "Hội nghị sơ kết"))
    published.rebuild(LATER)
    status, _, err = published.deploy()
    assert status == 1
    assert URL in err
    assert "aliases" in err
    assert published.server.live() == "20260115T010000Z-000000000000"

    moved.write_text(moved.read_text().replace("---\n", f"---\naliases: [{URL}]\n", 1))
    published.rebuild(LATEST)
    assert published.deploy()[0] == 0
    # A web server that was told to read its map anew goes on answering by the old one for a moment.
    end = time.monotonic() + 20
    while (answer := published.server.web.get(URL)).status == 200 and time.monotonic() < end:
        time.sleep(0.1)
    assert (answer.status, answer.headers.get("Location")) == (
        301,
        "/ban-tin/2025/03/hoi-nghi-so-ket/",
    )
    assert published.verify() == (0, [])


def test_pages_may_go_with_a_reason(published):
    for number in range(15):
        (published.content / f"bulletins/2025/tin-{number}.md").unlink()
    published.rebuild(LATER)
    status, _, err = published.deploy()
    assert (status, "quá 5%" in err) == (73, True)
    assert published.deploy("--allow-shrink", "Bỏ tin thử")[0] == 0
    assert published.verify() == (0, [])


def test_a_release_that_somebody_else_signed_is_refused(published):
    other = make_key(published.root / "other-key")
    published.monkeypatch.setenv("BANTIN_DEPLOY_SIGNING_KEY", str(other))
    published.rebuild(LATER)
    status, _, err = published.deploy()
    assert (status, "chữ ký" in err) == (65, True)


def test_a_server_with_another_host_key_is_not_talked_to(published):
    known = published.root / "known_hosts"
    host = published.remote.known_hosts.read_text().split()[0]
    stranger = make_key(published.root / "stranger").with_suffix(".pub").read_text()
    known.write_text(f"{host} {stranger}")
    published.monkeypatch.setenv("BANTIN_DEPLOY_KNOWN_HOSTS", str(known))
    published.monkeypatch.setattr("plugins.release.channel.PAUSES", (0.0, 0.0))
    status, _, err = published.bantin("status")
    assert (status, "Không nối được với máy chủ 127.0.0.1" in err) == (69, True)


def test_a_file_that_was_changed_after_the_build_is_not_published(published):
    published.build({"bulletins/2025/moi.md": bulletin("Tin mới", "2025-05-05")}, LATER)
    page = published.public / "ban-tin/2025/05/tin-moi/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    status, _, err = published.deploy()
    assert (status, "ban-tin/2025/05/tin-moi/index.html" in err) == (1, True)
    assert published.server.live() == "20260115T010000Z-000000000000"


def test_a_changed_page_on_the_server_is_found(published):
    page = published.server.site / "current/public" / URL.strip("/") / "index.html"
    page.chmod(0o644)
    page.write_bytes(page.read_bytes().replace(b"<main", b"<a href=x></a><main"))
    assert published.verify() == (1, [f"{URL.strip('/')}/ verify-bytes"])
