"""Named examples that the tests of the theme render: the newsroom, its menus, awkward words.

The names of places and bodies are made up on purpose and read like it.
"""

from __future__ import annotations

from datetime import timedelta, timezone

from plugins.archives.cards import Category
from plugins.archives.views import MenuItem, PageInfo
from plugins.bulletins.settings import Newsroom

ZONE = timezone(timedelta(hours=7))

HOSTILE = """Sở "A" & <b>B</b> 'C'"""

LONG_UNIT = (
    "Ban Bảo vệ, chăm sóc sức khỏe cán bộ và Trung tâm Kiểm soát bệnh tật, "
    "Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm tỉnh Mẫu Đơn Thượng"
)

NEWSROOM = Newsroom(
    name="Bản tin mẫu",
    tagline="Tin hội nghị, khen thưởng và thông báo",
    managing_body="Cơ quan mẫu",
    responsible_editor="Trưởng ban mẫu",
    address="Số 1 đường Mẫu, phường Mẫu",
    phone="024 0000 0000",
    email="bantin@mau.example",
    licence="Ghi rõ nguồn khi dùng lại nội dung mẫu.",
    notice="Trang trình diễn, không phải trang của cơ quan nhà nước.",
    name_en="Sample Department of Health",
    links=(("Cổng mẫu", "https://cong-mau.example/"),),
)

CONFERENCES = Category("hoi-nghi", "Hội nghị", "/hoi-nghi/")

COMMENDATIONS = Category("khen-thuong", "Khen thưởng", "/khen-thuong/")

NOTICES = Category("thong-bao", "Thông báo", "/thong-bao/")

ACTIVITIES = Category("tin-hoat-dong", "Tin hoạt động", "/tin-hoat-dong/")

MENU = (
    *(MenuItem(item.name, item.url) for item in (CONFERENCES, COMMENDATIONS, NOTICES, ACTIVITIES)),
    MenuItem("Lưu trữ", "/luu-tru/"),
)

FOOTER_MENU = (
    MenuItem("Giới thiệu", "/gioi-thieu/"),
    MenuItem("Liên hệ", "/lien-he/"),
    MenuItem("About", "/en/", "en"),
)


def page_info(
    url: str,
    title: str,
    kind: str,
    *,
    description: str = "",
    canonical: str = "",
    lang: str = "vi",
) -> PageInfo:
    """Make the head of a page; most samples have neither description nor canonical address."""
    return PageInfo(url, title, description, canonical, lang, kind)
