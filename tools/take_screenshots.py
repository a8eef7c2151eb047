"""Take the pictures of the README: build the public site, open it in a browser, keep what it shows.

    .venv/bin/python tools/take_screenshots.py

Writes docs/screenshots/*.webp. The pages are those of the public build, so nothing of a preview is
in the pictures; they change only when the content, the theme or the browser does.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from chromium import started_browser

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "screenshots"
# A README that takes seconds to load is not read.
MOST_BYTES = 200_000
# From the best; the first that makes the file small enough is taken.
QUALITIES = (90, 80, 70, 60)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file name, the page, the window in CSS pixels and how it is shown.

    With ``until``, the picture ends below the first element of that selector and not amid a line.
    """

    name: str
    url: str
    width: int
    height: int
    until: str = ""
    scheme: Literal["light", "dark"] = "light"
    mobile: bool = False


# These bulletins have what one can show: a cover, a fact box, a table; awards.
PLAN = "/ban-tin/2023/02/nganh-y-te-vinh-phuc-ky-cam-ket-40-nhiem-vu-trong-tam/"
AWARDS = "/ban-tin/2022/02/chin-to-cong-doan-so-y-te-tphcm-duoc-khen-thuong/"
SHOTS = (
    Shot("front-page", "/", 1440, 2600, until="[aria-labelledby=muc-khen-thuong]"),
    Shot("front-page-dark", "/", 1440, 1300, scheme="dark"),
    Shot("front-page-tablet", "/", 768, 1500),
    Shot("front-page-mobile-dark", "/", 360, 844, scheme="dark", mobile=True),
    Shot("bulletin", PLAN, 1440, 2400, until=".prose table"),
    Shot("bulletin-dark", AWARDS, 1440, 1300, scheme="dark"),
    Shot("bulletin-mobile", PLAN, 360, 1600, mobile=True),
    Shot("honour-roll", "/khen-thuong/so-vang/2019/", 1440, 1400),
    Shot("unit", "/don-vi/ttyt-huyen-me-linh/", 1440, 1400),
    Shot("unit-tablet-dark", "/don-vi/ttyt-huyen-me-linh/", 768, 1300, scheme="dark"),
    Shot("structure", "/co-cau/", 768, 1300),
    Shot("search", "/tim-kiem/?q=tiem%20chung", 1440, 1300),
    Shot("search-mobile-dark", "/tim-kiem/?q=TTYT", 360, 1000, scheme="dark", mobile=True),
)
MARGIN = 32
# Pictures further down load only when they come into view, and are drawn when they are decoded.
LOAD_PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
}))"""


def build(output: Path) -> None:
    """Build the public site.

    Raises:
        CalledProcessError: the build failed; it has said why.
    """
    pelican = [sys.executable, "-m", "pelican", "content", "-s", "publishconf.py"]
    subprocess.run([*pelican, "-o", str(output)], cwd=ROOT, check=True)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the pictures' names."""


@contextmanager
def served(output: Path) -> Iterator[str]:
    """Serve a folder on this machine only; give its address."""
    handler = partial(QuietHandler, directory=str(output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def photograph(browser: Browser, address: str, shot: Shot) -> bytes:
    """Open a page and return its picture as PNG, one pixel for each CSS pixel.

    Raises:
        RuntimeError: the page is not there, or not what it was.
    """
    with browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        is_mobile=shot.mobile,
        has_touch=shot.mobile,
        locale="vi-VN",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        answer = page.goto(address + shot.url, wait_until="networkidle")
        if answer is None or not answer.ok:
            raise RuntimeError(f"{shot.url} is no page of the site; choose another in SHOTS")
        page.evaluate(LOAD_PICTURES)
        height = shot.height
        if shot.until:
            box = page.locator(shot.until).first.bounding_box()
            if box is None:
                raise RuntimeError(f"{shot.url} has no {shot.until}; choose another in SHOTS")
            height = min(height, round(box["y"] + box["height"]) + MARGIN)
        return page.screenshot(
            animations="disabled", clip={"x": 0, "y": 0, "width": shot.width, "height": height}
        )


def small_webp(data: bytes) -> bytes:
    """Turn a PNG into a WebP, as good as the size allows.

    Raises:
        ValueError: it stays too large.
    """
    with Image.open(BytesIO(data)) as picture:
        flat = picture.convert("RGB")
    for quality in QUALITIES:
        file = BytesIO()
        flat.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= MOST_BYTES:
            return file.getvalue()
    raise ValueError(f"still {file.tell()} bytes at quality {quality}")


def main() -> int:
    """Take all pictures; return 0."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        build(output)
        with served(output) as address, started_browser() as browser:
            for shot in SHOTS:
                data = small_webp(photograph(browser, address, shot))
                (PICTURES / f"{shot.name}.webp").write_bytes(data)
                sys.stdout.write(f"{shot.name}.webp: {len(data) // 1000} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
