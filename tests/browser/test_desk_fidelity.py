"""Every bulletin of the project, opened and saved in the real form: nothing else may change."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.admin_page import Admin, Form, admin_page, commit_all, git
from support.content import PROJECT, bulletin, write_content

KICKER = "Đưa tin ngành y tế ở cơ sở"
TRICKY = {
    # What a rich-text editor would rewrite: tables, footnotes, spaces at the ends, entities.
    "2025/bang.md": bulletin(
        "Bảng và chú thích",
        body="|Tên|  Số |\n|:-|--:|\n| A \\| B | 1 |\n\nChữ[^1] &amp; *nghiêng* __đậm__  \nhai dòng"
        "\n\n\n* một\n+ hai\n\n1) ba\n\n[^1]: Chú thích.\n\n<br>\n\nHết.   ",
    ),
    "2025/windows.md": bulletin("Viết trên Windows", body="Dòng một.\n\nDòng hai.").replace(
        "\n", "\r\n"
    ),
    "2025/to-hop.md": unicodedata.normalize("NFD", bulletin("Tổ hợp", body="Chữ tổ hợp sẵn.")),
    "2025/loi-nhac.md": bulletin("Lời nhắc trong phần đầu").replace(
        "category:", "# kiểm tra: chuyên mục\ncategory:"
    ),
    "2025/khong-dong-trong.md": bulletin("Không có dòng trống").replace("---\n\n", "---\n"),
    "2025/danh-sach.md": bulletin(
        "Danh sách một dòng", units="[so-y-te, 'benh-vien-phoi']  # chính trước"
    ),
}


def body_of(data: bytes) -> bytes:
    """Return what stands below the header."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    return data.split(end + b"---" + end, 1)[1]


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory):
    root = tmp_path_factory.mktemp("project")
    write_content(root / "content", {f"bulletins/{name}": text for name, text in TRICKY.items()})
    commit_all(root)
    with admin_page(root, "--no-check") as served:
        yield served


def save_with_kicker(form: Form, kicker: str) -> None:
    form.field("Dòng trên tiêu đề").fill(kicker)
    form.save()


def check(admin: Admin, page, name: str, kicker: str) -> None:
    """Change one field; all other lines of the header and every byte of the body stay."""
    file = admin.bulletins / name
    before = file.read_bytes()
    form = admin.opened(page, name.removesuffix(".md"))
    save_with_kicker(form, kicker)
    after = file.read_bytes()
    assert body_of(after) == body_of(before), name
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    wanted = f"kicker: {unicodedata.normalize('NFC', kicker)}"
    assert [line.decode() for line in added] == [wanted], name
    lost = [line for line in before.splitlines() if line not in after.splitlines()]
    assert all(line.startswith(b"kicker:") for line in lost), name


@pytest.mark.long
def test_a_body_keeps_every_byte_and_a_header_every_other_line(admin: Admin, page):
    for name in sorted(TRICKY):
        check(admin, page, name, unicodedata.normalize("NFD", KICKER))


def test_saving_what_was_edited_and_edited_back_changes_nothing(admin: Admin, page):
    name = "2025/bang.md"
    before = (admin.bulletins / name).read_bytes()
    form = admin.opened(page, "2025/bang")
    form.body.press("Control+End")
    form.body.press_sequentially("x")
    form.body.press("Backspace")
    title = form.field("Tiêu đề phụ")
    title.fill("Phụ")
    form.save()
    title.press("Control+A")
    title.press("Backspace")
    form.save()
    assert (admin.bulletins / name).read_bytes() == before


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("width", [1280, 360])
def test_each_bulletin_of_the_project_is_saved_as_it_was(
    browser: Browser, tmp_path: Path, width: int
):
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    commit_all(tmp_path)
    # One width types composed letters, the other decomposed ones; both arrive composed.
    form = "NFC" if width > 800 else "NFD"
    names = sorted((tmp_path / "content" / "bulletins").rglob("*.md"))
    assert names
    with admin_page(tmp_path, "--no-check") as served:
        context = browser.new_context(locale="vi-VN", viewport={"width": width, "height": 740})
        page = context.new_page()
        for file in names:
            name = file.relative_to(served.bulletins).as_posix()
            check(served, page, name, unicodedata.normalize(form, KICKER))
        context.close()
    assert git(tmp_path, "rev-list", "--count", "HEAD").strip() == str(len(names) + 1)
    assert git(tmp_path, "status", "--porcelain") == ""
