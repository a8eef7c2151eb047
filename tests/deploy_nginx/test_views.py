"""Views are counted from the real nginx's log by the real goaccess, and of nobody in particular."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.programs import program
from support.site_folder import make_site_folder
from support.web_server import WebServer, make_certificate, run_nginx, web_server

from server_tasks.views import Totals, collect, count

pytestmark = pytest.mark.long

MOT, HAI = "/ban-tin/2026/11/mot/", "/ban-tin/2026/11/hai/"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    root = tmp_path_factory.mktemp("views")
    folder = make_site_folder(root / "site")
    with web_server(root / "run", folder, make_certificate(root)) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("views", "pieces"):
        (tmp_path / name).mkdir()
    return tmp_path


def counted(web: WebServer, folder: Path, stamp: int = 1) -> dict[str, int]:
    """Hand the log over and count it; return the file of the month."""
    log = web.root / "logs" / "thu-nghiem.views.log"
    if collect(log, folder / "pieces", stamp, (os.geteuid(), os.getegid())):
        run_nginx(web.root, "-s", "reopen")
    count(folder / "views", folder / "pieces", program("goaccess"))
    file = folder / "views" / "luot-xem" / "2026" / "11.json"
    return json.loads(file.read_text()) if file.exists() else {}


def test_readers_are_counted_and_others_are_not(web: WebServer, folder: Path) -> None:
    for _ in range(3):
        web.get(MOT, User_Agent=PHONE)
    web.get(HAI, User_Agent=PHONE)
    tag = web.get(HAI, User_Agent=CRAWLER).headers["ETag"]
    web.get(HAI, User_Agent=PHONE, If_None_Match=tag)
    web.get(MOT, User_Agent="python-requests/2.32")
    web.get(MOT, User_Agent="")
    web.get(MOT, User_Agent=PHONE, Sec_Purpose="prefetch")
    web.get(MOT, User_Agent=PHONE, method="HEAD")
    for path in ("/", "/luu-tru/", "/ban-tin/2026/11/goi/", "/ban-tin/2026/11/khong/", MOT[:-1]):
        web.get(path, User_Agent=PHONE)
    log = web.root / "logs" / "thu-nghiem.views.log"
    assert "127.0.0.1" not in log.read_text()
    assert counted(web, folder) == {"hai": 2, "mot": 3}
    assert list((folder / "pieces").iterdir()) == []


def piece(folder: Path, stamp: int, slug: str = "mot", times: int = 2) -> Path:
    line = (
        f'0.0.0.0 [2026-11-22T08:00:00+07:00] "GET /ban-tin/2026/11/{slug}/index.html HTTP/1.1" '
        f'200 100 "{PHONE}"\n'
    )
    file = folder / "pieces" / f"{stamp}.log"
    file.write_text(line * times)
    return file


def month(folder: Path) -> dict[str, int]:
    return json.loads((folder / "views/luot-xem/2026/11.json").read_text())


def test_figures_grow(folder: Path) -> None:
    for stamp in (1, 2):
        piece(folder, stamp)
        assert count(folder / "views", folder / "pieces", program("goaccess")) == 1
    assert month(folder) == {"mot": 4}


def test_a_run_that_broke_off_counts_nothing_twice(folder: Path) -> None:
    piece(folder, 5)
    count(folder / "views", folder / "pieces", program("goaccess"))
    # Killed before it could remove the piece.
    piece(folder, 5)
    assert count(folder / "views", folder / "pieces", program("goaccess")) == 0
    assert month(folder) == {"mot": 2}
    assert list((folder / "pieces").iterdir()) == []


def test_several_pieces_that_wait_are_taken_in_order(folder: Path) -> None:
    for stamp in (10, 9, 100):
        piece(folder, stamp, times=1)
    assert count(folder / "views", folder / "pieces", program("goaccess")) == 3
    assert month(folder) == {"mot": 3}
    assert Totals.load(folder / "views").batch == "100.log"


def test_damaged_totals_are_not_overwritten(folder: Path) -> None:
    (folder / "views" / "totals.json").write_text("{")
    waiting = piece(folder, 1)
    with pytest.raises(ValueError, match=r"."):
        count(folder / "views", folder / "pieces", program("goaccess"))
    assert waiting.exists()
    assert (folder / "views" / "totals.json").read_text() == "{"


def test_hostile_lines_name_no_page(folder: Path) -> None:
    file = piece(folder, 1)
    with file.open("a") as log:
        log.write(
            '0.0.0.0 [2026-11-22T08:00:00+07:00] "GET /ban-tin/2026/11/../x HTTP/1.1" 200 1 "x"\n'
        )
        log.write("rubbish\n\x00\n")
    count(folder / "views", folder / "pieces", program("goaccess"))
    assert month(folder) == {"mot": 2}


def test_nothing_logged_is_nothing_to_do(folder: Path) -> None:
    log = folder / "none.log"
    assert not collect(log, folder / "pieces", 1, (0, 0))
    log.touch()
    assert not collect(log, folder / "pieces", 1, (0, 0))
    assert count(folder / "views", folder / "pieces") == 0
