"""Sites that several of these tests read: every feature at once, public and as a preview."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from support.content import bulletin, write_content
from support.scenario import every_feature
from support.sites import build_apart

NEWS = {
    "bulletins/2026/moi.md": bulletin(
        'Tin mới <3 & "ngoặc"',
        "2026-01-14 09:30",
        "Đoạn một.\n\n![Trong bài](trong-bai.jpg)\n\nĐoạn hai có [tệp](so.csv), "
        "[tin](../2025/khen.md) và [mục](#muc-ket-luan).\n\n## Kết luận\n\nHết.",
        category="Khen thưởng",
        slug="tin-moi",
        summary="Tóm tắt của tin mới.",
        photographers="Lê Sơn",
        units="[Bệnh viện Phổi, Sở Y tế]",
        cover="anh-bia-lon.jpg",
        cover_alt="Ảnh bìa lớn",
        cover_caption="Toàn cảnh",
        cover_credit="Lê Sơn",
        event="{name: Lễ trao thưởng, place: Hội trường tỉnh}",
        aliases=(
            "[/cu/bai-1.html, /cu/bai-2/, /cu/bai-3, '/?p=12', /cu/bai.aspx, "
            "/ban-tin/2026/01/ten-cu/]"
        ),
    ),
    "bulletins/2026/so.csv": b"a,b\n1,2\n",
}


def gradient(size: tuple[int, int], form: str = "JPEG", **options) -> bytes:
    """Return a picture whose left half is dark."""
    file = io.BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste("navy", (0, 0, size[0] // 2, size[1]))
    picture.save(file, form, **options)
    return file.getvalue()


@pytest.fixture(scope="session")
def machine_files():
    """The content of the shared sites."""
    return {
        **every_feature(),
        **NEWS,
        "bulletins/2026/anh-bia-lon.jpg": gradient((1600, 1200)),
        "bulletins/2026/trong-bai.jpg": gradient((64, 48)),
    }


@pytest.fixture(scope="session")
def public_site(machine_files, tmp_path_factory):
    """The public site of all features; its now is 15 January 2026."""
    root = tmp_path_factory.mktemp("public")
    return build_apart(write_content(root / "content", machine_files), root / "out", public=True)


@pytest.fixture(scope="session")
def preview_site(machine_files, tmp_path_factory):
    """The same content as a preview, which has no address."""
    root = tmp_path_factory.mktemp("preview")
    return build_apart(write_content(root / "content", machine_files), root / "out")
