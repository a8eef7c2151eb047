"""Take the pictures of the staff's guide: write in the admin page of a copy of content/.

    .venv/bin/python tools/take_desk_screenshots.py

Writes docs/huong-dan/man-hinh/*.webp. What is written is a trial that says so; it is kept nowhere.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from chromium import FLAGS, browser_path
from take_screenshots import small_webp

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "huong-dan" / "man-hinh"
PHOTO = "trao-bang-khen.jpg"
WIDE, PHONE = (1280, 800), (360, 740)
TITLE = "Bài viết thử trong trang viết tin"
BODY = (
    "Đây là **bài viết thử**. Đoạn mở đầu nói ngay việc gì, ở đâu, khi nào.\n\n## Đề mục\n\n"
    "Cách một dòng trống giữa hai đoạn.\n\n| STT | Việc | Số lượng |\n| --- | --- | --- |\n"
    "| 1 | Việc thứ nhất | 12 |\n| 2 | Việc thứ hai | 8 |\n"
)
ADDRESS = re.compile(r"http://localhost:\d+")


@contextmanager
def admin_of_a_copy() -> Iterator[str]:
    """Run ``bantin admin`` on a copy of content/; give its address.

    Raises:
        RuntimeError: it did not start.
        CalledProcessError: git failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "content", Path(folder) / "content")
        identity = ["-c", "user.name=Bản tin", "-c", "user.email=ban-tin@example.invalid"]
        for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "x"]):
            subprocess.run(["git", "-C", folder, *command], check=True)
        bantin = [str(Path(sys.executable).with_name("bantin")), "admin", "--port", "0"]
        author = ["--author", "Cán bộ truyền thông <can-bo@example.invalid>"]
        where = ["--content", f"{folder}/content"]
        with subprocess.Popen([*bantin, *where, *author], stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout is not None
            try:
                found = next(filter(None, map(ADDRESS.search, run.stdout)), None)
                if found is None:
                    raise RuntimeError("the admin page did not start")
                yield found[0]
            finally:
                run.send_signal(signal.SIGINT)
                run.communicate()


def keep(page: Page, name: str) -> None:
    """Write a picture of what the page shows now."""
    page.wait_for_timeout(700)  # photos, and what slides into place
    (PICTURES / f"{name}.webp").write_bytes(small_webp(page.screenshot(animations="disabled")))
    sys.stdout.write(f"{name}\n")


def field(page: Page, label: str) -> Locator:
    """Return the control below a label."""
    pattern = re.compile(rf"^{re.escape(label)}( \(không bắt buộc\))?$", re.IGNORECASE)
    return page.get_by_label(pattern).first


def show(control: Locator) -> None:
    """Scroll a control to the middle of its pane."""
    control.evaluate("element => element.scrollIntoView({ block: 'center' })")


def write_a_bulletin(page: Page, address: str) -> None:
    """Go the way of the guide, and take a picture at each step."""
    page.goto(address)
    new = page.get_by_role("link", name="Viết bản tin mới")
    new.wait_for()
    keep(page, "danh-sach")
    new.click()
    field(page, "Tiêu đề").fill(TITLE)
    field(page, "Chuyên mục").press("ArrowDown")
    page.get_by_role("option", name="Khen thưởng", exact=True).click()
    field(page, "Sapo").fill("Một, hai câu nói điều chính của bài.")
    keep(page, "phan-dau")
    body = page.locator(".bt-body__text")
    body.fill(BODY)
    body.evaluate("element => element.closest('.bt-body').scrollIntoView()")
    keep(page, "noi-dung")
    units = field(page, "Đơn vị")
    show(units)
    units.click()
    units.press_sequentially("me linh")
    keep(page, "chon-don-vi")
    units.press("Enter")
    page.get_by_role("button", name="Chọn ảnh", exact=True).click()
    page.locator("input[type=file]").set_input_files(ROOT / "content/bulletins/2018" / PHOTO)
    page.get_by_text(PHOTO).first.wait_for()
    keep(page, "chon-anh")
    page.get_by_role("button", name="Dùng ảnh đã chọn").click()
    field(page, "Mô tả ảnh cho người khiếm thị").fill("Tranh vẽ cảnh trao bằng khen")
    show(field(page, "Mô tả ảnh cho người khiếm thị"))
    keep(page, "anh-dai-dien")
    page.get_by_role("button", name="Thêm hình thức khen").click()
    form = field(page, "Hình thức")
    form.click()
    form.press_sequentially("giay khen")
    page.get_by_role("option", name="Giấy khen", exact=True).click()
    page.get_by_role("button", name="Thêm người hoặc đơn vị").click()
    show(form)
    keep(page, "khen-thuong")
    page.keyboard.press("Escape")


def save_one(page: Page, address: str) -> None:
    """Open a bulletin that is there, change it and save."""
    page.goto("about:blank")
    page.goto(f"{address}/#/collections/bulletins/entries/2023/{OLD}")
    page.locator(".bt-body__text").wait_for()
    field(page, "Sapo").press("End")
    field(page, "Sapo").press_sequentially(" ")
    page.get_by_role("button", name="Lưu", exact=True).click()
    keep(page, "luu")


OLD = "vinh-phuc-ky-cam-ket-40-nhiem-vu-trong-tam"


def main() -> int:
    """Take all pictures; return 0."""
    PICTURES.mkdir(exist_ok=True)
    # Days are shown in the browser's own language, not in the page's.
    environment: dict[str, str | float | bool] = {
        **os.environ,
        "LANGUAGE": "vi",
        "LANG": "vi_VN.UTF-8",
    }
    with admin_of_a_copy() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=[*FLAGS, "--lang=vi"], env=environment
        )
        for (width, height), steps in ((WIDE, (write_a_bulletin, save_one)), (PHONE, ())):
            page = browser.new_page(
                viewport={"width": width, "height": height}, locale="vi-VN", reduced_motion="reduce"
            )
            for step in steps:
                step(page, address)
            if not steps:
                page.goto(f"{address}/#/collections/bulletins/entries/2023/{OLD}")
                expect(page.locator(".bt-body__text")).to_be_visible()
                keep(page, "dien-thoai")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
