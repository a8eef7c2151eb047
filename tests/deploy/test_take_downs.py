"""What was ordered removed is gone within seconds, and for good."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from support.deploying import Release, Server, made_up_site, make_release, named_by_hash, page
from support.ssh_server import Remote

pytestmark = pytest.mark.long

URL = "/ban-tin/2026/01/chim-hoang-yen/"
TITLE = "Chim hoàng yến cất tiếng hót trong hầm mỏ"
CANARY = "canary-7f3a"
PHOTO = b"\xff\xd8" + CANARY.encode() * 50
PHOTO_FILE = named_by_hash("anh", "chim", "-480.jpg", PHOTO)
CARD_FILE = named_by_hash("anh/the", "chim", ".jpg", PHOTO + b"card")
PAPER_FILE = named_by_hash("tep", "don", ".pdf", PHOTO + b"paper")
SHARED = b"\xff\xd8 everybody's"
SHARED_FILE = named_by_hash("anh", "chung", ".jpg", SHARED)
ITEM = f'<li><a href="{URL}">{TITLE}</a><p>{CANARY}</p><img src="/{PHOTO_FILE}" alt=""></li>'


def with_canary(version: str) -> dict[str, bytes]:
    """Return a site in which one bulletin is told of everywhere."""
    files = made_up_site(version)
    own = page(
        TITLE,
        f'<p>{CANARY}</p><img srcset="/{PHOTO_FILE} 480w" alt=""><img src="/{SHARED_FILE}" alt="">',
        f'<a href="/{PAPER_FILE}">Đơn</a><meta content="https://bantin.example/{CARD_FILE}">',
    )
    record = {"url": URL, "title": TITLE, "summary": CANARY}
    other = {"url": "/ban-tin/2025/12/bai-1/", "title": "Bài số 1", "related": [record]}
    return files | {
        f"{URL[1:]}index.html": own,
        "index.html": page("Trang chủ", f"<ul><li>{version}</li>{ITEM}</ul>"),
        "ban-tin/2025/12/bai-1/index.html": page(
            "Bài số 1", f'<img src="/{SHARED_FILE}" alt="">', f"<nav><ul>{ITEM}</ul></nav>"
        ),
        "feeds/tat-ca.atom.xml": (
            f"<feed><title>{version}</title>\n<entry><id>{URL}</id>{CANARY}</entry>\n"
            "<entry><id>/b/</id></entry>\n</feed>\n"
        ).encode(),
        "du-lieu/ban-tin/2026.json": json.dumps([record, other], ensure_ascii=False).encode(),
        "du-lieu/khen-thuong/2026.csv": f"năm;trang\n2026;{URL};{CANARY}\n".encode(),
        "su-kien.ics": f"BEGIN:VEVENT\r\nURL:{URL}\r\nX:{CANARY}\r\nEND:VEVENT\r\n".encode(),
        "sitemaps/2026.xml": f"<urlset><url><loc>{URL}</loc></url></urlset>".encode(),
        "tim-kiem/index.html": page("Tìm kiếm"),
        "tim-kiem/muc-luc.json": b'{"v":1}',
        "tim-kiem/nam/tu.abcde.txt": CANARY.encode(),
        "tim-kiem/nam/tu.abcde.txt.br": CANARY.encode(),
        "tim-kiem/nam/bai-1.abcde.json": json.dumps([[TITLE, URL]]).encode(),
        PHOTO_FILE: PHOTO,
        CARD_FILE: PHOTO + b"card",
        PAPER_FILE: PHOTO + b"paper",
        SHARED_FILE: SHARED,
    }


def release(number: int, files: dict[str, bytes], **members) -> Release:
    return make_release(
        files,
        at=f"2026-02-01T{number:02d}:00:00+00:00",
        number=number,
        ancestors=tuple(range(1, number)),
        **members,
    )


def leaks(made: Server, files: dict[str, bytes]) -> list[str]:
    """Return the addresses whose answer still tells of the canary."""
    found = []
    for path in files:
        url = "/" + path.removesuffix("index.html")
        answer = made.web.get(url)
        text = answer.body.decode(errors="replace")
        if answer.status == 200 and (CANARY in text or TITLE in text or URL in text):
            found.append(url)
    return found


def test_a_take_down_is_seen_at_once_and_everywhere(made: Server, remote: Remote):
    files = with_canary("mot")
    assert made.deploy(release(1, files)).code == "ok"
    assert leaks(made, files) != []
    started = time.monotonic()
    said = remote.gate("take-down", URL)
    assert (said.status, said.answer["shared"]) == (0, [f"/{SHARED_FILE}"])
    statuses = {
        address: made.web.get(address).status
        for address in (URL, URL.rstrip("/"), f"{URL}index.html", f"/{PHOTO_FILE}")
    }
    statuses |= {f"/{file}": made.web.get(f"/{file}").status for file in (CARD_FILE, PAPER_FILE)}
    assert time.monotonic() - started < 5
    assert set(statuses.values()) == {410}, statuses
    assert CANARY not in made.web.get(URL).body.decode()
    assert made.web.get(f"/{SHARED_FILE}").status == 200
    assert leaks(made, files) == []
    # The rest of the site is as it was, and the search index waits for the next build.
    assert made.web.get("/").status == made.web.get("/ban-tin/2025/12/bai-1/").status == 200
    assert made.web.get("/tim-kiem/").status == 200
    assert made.web.get("/tim-kiem/muc-luc.json").status == 503
    assert json.loads(made.web.get("/du-lieu/ban-tin/2026.json").body)[0]["related"] == []


def test_it_stays_gone_after_rollbacks_older_commits_and_new_builds(made: Server):
    files = with_canary("mot")
    releases = [release(number, with_canary(str(number))) for number in range(1, 4)]
    assert [made.deploy(each).code for each in releases] == ["ok"] * 3
    assert made.gate("take-down", URL).code == "ok"

    for kept in (releases[0], releases[1], releases[2]):
        assert made.gate("rollback", kept.id).code == "ok"
        assert leaks(made, files) == [], f"rolled back to {kept.id}"

    older = make_release(
        with_canary("cũ"), at="2026-02-01T12:00:00+00:00", number=2, ancestors=(1,), force="thử"
    )
    assert made.deploy(older).answer["withheld"] > 0
    assert made.live() == older.id
    assert leaks(made, files) == [], "an older commit"

    clean = made_up_site("mới") | {"tim-kiem/muc-luc.json": b'{"v":2}'}
    built = release(5, clean, taken_down=[URL], allow_shrink="gỡ bài")
    assert made.deploy(built).code == "ok"
    assert leaks(made, files) == [], "a new build"
    assert made.flaws(built) == []
    assert made.web.get(URL).status == made.web.get(f"/{PHOTO_FILE}").status == 410
    assert made.web.get("/tim-kiem/muc-luc.json").status == 200

    for kept in [name for name in made.gate("status").answer["releases"] if name != built.id]:
        assert made.gate("rollback", kept).code == "ok"
        assert leaks(made, files) == [], f"rolled back to {kept}"
    # Nothing of it lies on the disk of any kept release either.
    left = [
        file
        for file in (made.site / "releases").glob("*/public/**/*")
        if file.is_file() and CANARY in file.read_bytes().decode(errors="replace")
    ]
    assert left == []


def test_a_build_that_says_it_forgot_and_did_not_is_cut_all_the_same(made: Server):
    files = with_canary("mot")
    assert made.deploy(release(1, files)).code == "ok"
    assert made.gate("take-down", URL).code == "ok"
    assert made.deploy(release(2, with_canary("hai"), taken_down=[URL])).code == "ok"
    assert leaks(made, files) == []


def test_a_restored_page_comes_back_with_the_next_deploy(made: Server):
    files = with_canary("mot")
    assert made.deploy(release(1, files)).code == "ok"
    assert made.gate("take-down", URL).code == "ok"
    assert made.gate("restore", URL).answer == {"ok": True, "restored": [URL]}
    assert made.web.get(f"/{PHOTO_FILE}").status == 200
    again = release(2, files)
    assert made.deploy(again).code == "ok"
    assert made.flaws(again) == []
    assert made.web.get(URL).body == files[f"{URL[1:]}index.html"]
    assert made.gate("restore", URL).code == "not-found"


def test_a_photo_alone(made: Server):
    files = with_canary("mot")
    assert made.deploy(release(1, files)).code == "ok"
    said = made.gate("take-down", f"/{PHOTO_FILE}")
    assert said.answer["files"] == 0
    assert made.web.get(f"/{PHOTO_FILE}").status == 410
    assert made.web.get(URL).status == 200


def test_a_photo_goes_in_all_its_sizes(made: Server):
    small, large = PHOTO_FILE, PHOTO_FILE.replace("-480.jpg", "-960.avif")
    other = PHOTO_FILE.replace("chim", "chim-hoang-yen")
    files = with_canary("mot") | {large: PHOTO + b"large", other: b"another photo"}
    assert made.deploy(release(1, files)).code == "ok"
    assert made.gate("take-down", f"/{small}").answer["files"] == 1
    statuses = [made.web.get(f"/{file}").status for file in (small, large, other)]
    assert statuses == [410, 410, 200]
    # The page that shows it goes later; no page of the rest may bring the photo back.
    assert made.gate("take-down", URL).code == "ok"
    assert made.gate("take-down", "/ban-tin/2025/12/bai-1/").code == "ok"
    assert made.web.get(f"/{large}").status == 410


@pytest.mark.parametrize("form", [URL.rstrip("/"), f"{URL}index.html", URL])
def test_every_form_of_an_address_is_understood(made: Server, form: str):
    assert made.deploy(release(1, with_canary("mot"))).code == "ok"
    assert made.gate("take-down", form).answer["taken_down"] == [URL]
    assert made.web.get(URL).status == 410
    assert made.gate("status").answer["taken_down"] == [URL]


def test_an_unknown_address_is_said(made: Server):
    assert made.deploy(release(1, with_canary("mot"))).code == "ok"
    said = made.gate("take-down", URL, "/ban-tin/2026/01/nham/")
    assert (said.code, said.status) == ("not-found", 65)
    assert said.answer["unknown"] == ["/ban-tin/2026/01/nham/"]
    assert made.web.get(URL).status == 200


def test_a_damaged_list_is_an_error_and_never_an_empty_list(made: Server):
    assert made.deploy(release(1, with_canary("mot"))).code == "ok"
    assert made.gate("take-down", URL).code == "ok"
    Path(made.site / "gone" / "tombstones.json").write_text("[", encoding="utf-8")
    assert made.deploy(release(2, with_canary("hai"))).code == "io"
    assert made.web.get(URL).status == 410
    assert made.live() == release(1, with_canary("mot")).id
