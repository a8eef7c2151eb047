"""«Gỡ ngay»: gone within seconds, and not brought back by anything that comes later."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest
from support.content import bulletin
from support.scenario import picture

pytestmark = pytest.mark.long

URL = "/ban-tin/2025/03/tin-phai-go/"
CANARY = "chuyenlạhoắc"
TRACES = (CANARY.encode(), b"chuyenlahoac", b"tin-phai-go")
FILES = {
    "bulletins/2025/go.md": bulletin(
        "Tin phải gỡ",
        summary=f"Tóm tắt {CANARY}.",
        cover="anh-go.jpg",
        cover_alt="Hội trường",
        units="[so-y-te]",
        body=f"Nội dung {CANARY}.",
    ),
    "bulletins/2025/anh-go.jpg": picture("teal", size=(800, 600)),
    **{
        f"bulletins/2025/tin-{number}.md": bulletin(
            f"Tin số {number}", f"2025-03-{number + 6:02}", units="[so-y-te]"
        )
        for number in range(4)
    },
}
TIMES = [f"2026-01-15T{hour:02}:00+07:00" for hour in range(8, 16)]


def take_down(newsroom, *urls):
    return newsroom.bantin("take-down", *urls, "--content", str(newsroom.content))


def traces(newsroom):
    return [trace for trace in TRACES if trace in newsroom.live_bytes()]


def statuses(newsroom, paths):
    return {newsroom.server.web.get(path).status for path in paths}


@contextlib.contextmanager
def first_gone(newsroom, paths):
    """Ask for pages all the while; give the seconds until the last of them was gone."""
    seconds = []
    started = time.monotonic()

    def ask():
        while statuses(newsroom, paths) != {410} and time.monotonic() - started < 60:
            time.sleep(0.1)
        seconds.append(time.monotonic() - started)

    asking = threading.Thread(target=ask)
    asking.start()
    yield seconds
    asking.join()


def test_a_canary_is_gone_at_once_and_stays_gone(newsroom):
    newsroom.build(FILES, TIMES[0])
    assert newsroom.deploy()[0] == 0
    newsroom.rebuild(TIMES[1])
    assert newsroom.deploy()[0] == 0
    photos = [f"/anh/{file.name}" for file in (newsroom.public / "anh").glob("anh-go.*")]
    photos += [f"/anh/the/{file.name}" for file in (newsroom.public / "anh/the").glob("anh-go.*")]
    assert len(photos) > 2
    assert statuses(newsroom, [URL, *photos]) == {200}

    with first_gone(newsroom, [URL, photos[0]]) as seconds:
        status, out, err = take_down(newsroom, f"{newsroom.server.web.url}{URL}", "--reason", "Cũ")
    assert (status, f"Đã gỡ {URL}" in out) == (0, True), err
    assert statuses(newsroom, [URL, *photos]) == {410}
    assert seconds.pop() < 5
    assert traces(newsroom) == []
    assert URL in (newsroom.content / "taken-down.yml").read_text()
    assert newsroom.verify() == (0, [])

    assert newsroom.bantin("rollback")[0] == 0
    assert traces(newsroom) == []
    assert statuses(newsroom, [URL, *photos]) == {410}

    # A build from content that does not know of it yet, as of a commit from before.
    listed = (newsroom.content / "taken-down.yml").read_text()
    (newsroom.content / "taken-down.yml").unlink()
    newsroom.rebuild(TIMES[2])
    assert CANARY in (newsroom.public / URL.strip("/") / "index.html").read_text()
    assert newsroom.deploy("--force", "Thử lại")[0] == 0
    assert traces(newsroom) == []
    assert statuses(newsroom, [URL, *photos]) == {410}

    (newsroom.content / "taken-down.yml").write_text(listed)
    newsroom.rebuild(TIMES[3])
    status, _, err = newsroom.deploy()
    assert status == 0, err
    assert traces(newsroom) == []
    assert statuses(newsroom, [URL, *photos]) == {410}
    assert statuses(newsroom, ["/", "/tim-kiem/muc-luc.json", "/feeds/tat-ca.atom.xml"]) == {200}
    assert newsroom.verify() == (0, [])


def test_what_was_taken_down_can_be_restored(newsroom):
    newsroom.build(FILES, TIMES[0])
    assert newsroom.deploy()[0] == 0
    assert take_down(newsroom, URL)[0] == 0
    assert URL in newsroom.bantin("status")[1]
    newsroom.rebuild(TIMES[1])
    assert newsroom.deploy()[0] == 0
    status, out, err = newsroom.bantin("restore", URL, "--content", str(newsroom.content))
    assert (status, "Được phép đăng lại" in out) == (0, True), err
    newsroom.rebuild(TIMES[2])
    assert newsroom.deploy()[0] == 0
    assert newsroom.server.web.get(URL).status == 200
    assert newsroom.verify() == (0, [])


def test_an_address_that_nobody_has_is_refused_and_nothing_is_written(newsroom):
    newsroom.build(FILES, TIMES[0])
    assert newsroom.deploy()[0] == 0
    status, _, err = take_down(newsroom, "/ban-tin/2025/03/khong-co/")
    assert (status, "không tìm thấy" in err) == (65, True)
    assert take_down(newsroom, "https://khac.example/")[0] == 2
    assert not (newsroom.content / "taken-down.yml").exists()
