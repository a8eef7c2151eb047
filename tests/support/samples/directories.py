"""Pages made from the registries around a text: structure, contacts, English."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup
from support.samples.bulletins import BODY
from support.samples.newsroom import LONG_UNIT, page_info

from plugins.archives.directory_pages import Official, Place, PlaceGroup
from plugins.archives.views import Crumb

STATIC_PAGE = {
    "page": page_info("/gioi-thieu/", "Giới thiệu", "static"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Giới thiệu")),
    "title": "Giới thiệu",
    "body": BODY,
    "lang": "vi",
}

STATION = Place("Trạm Y tế xã Mẫu", "/don-vi/tram/", "Trạm y tế", "", "", "", "")

DEPARTMENT = Place(
    name="Sở Y tế tỉnh Mẫu",
    url="/don-vi/so-y-te/",
    kind="Sở",
    phone="024 0000 0001",
    email="so@mau.example",
    address="Số 2 đường Mẫu",
    website="https://so.mau.example",
    children=(
        Place(
            LONG_UNIT,
            "/don-vi/ban/",
            "Đoàn thể",
            "024 0000 0002",
            "",
            "",
            "",
            tuple(replace(STATION, name=f"Trạm Y tế xã {n}") for n in range(1, 6)),
        ),
    ),
)

STRUCTURE_PAGE = {
    "page": page_info("/co-cau/", "Cơ cấu tổ chức", "directory"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Cơ cấu tổ chức")),
    "heading": "Cơ cấu tổ chức",
    "body": Markup(""),
    "groups": (PlaceGroup("", (DEPARTMENT,)),),
}

PROVINCES_PAGE = {
    **STRUCTURE_PAGE,
    "body": Markup("<p>Sở có các đơn vị sau.</p>"),
    "groups": (PlaceGroup("Trung ương và chung", (STATION,)), PlaceGroup("Mẫu", (DEPARTMENT,))),
}

CONTACTS_PAGE = {
    "page": page_info("/lien-he/", "Liên hệ", "directory"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Liên hệ")),
    "heading": "Liên hệ",
    "body": Markup(
        '<p>Mời bạn đọc liên hệ.</p><h2 id="gio-lam-viec">Giờ làm việc</h2><p>Sáng.</p>'
    ),
    "groups": (PlaceGroup("", (DEPARTMENT, DEPARTMENT.children[0])),),
    "officials": (
        Official(
            "Mẫu Thị A",
            "/tac-gia/nguoi-mau/",
            ("Chánh Văn phòng, Sở Y tế tỉnh Mẫu",),
            "024 0000 0003",
            "a@mau.example",
        ),
    ),
}

BARE_CONTACTS = {**CONTACTS_PAGE, "groups": (), "officials": ()}

ENGLISH_PAGE = {
    "page": page_info("/en/", "About", "directory", lang="en"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("About")),
    "heading": "About",
    "body": Markup("<p>A sample page.</p>"),
    "groups": (
        PlaceGroup("Mẫu", (replace(DEPARTMENT, name="Sample Department of Health"),)),
        PlaceGroup("", (replace(STATION, name="Sample Health Station"),)),
    ),
}

BARE_ENGLISH = {**ENGLISH_PAGE, "groups": ()}
