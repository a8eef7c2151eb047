"""The front page, lists, the archive, and small pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.samples.bulletins import BULLETIN, DOCUMENTS
from support.samples.cards import CONFERENCE, DRAFT, NOTICE, WITHOUT_PHOTO, YEARS
from support.samples.newsroom import ACTIVITIES, CONFERENCES, LONG_UNIT, NOTICES, page_info

from plugins.archives.dictionary import data_sets
from plugins.archives.document_pages import DocumentYear, ListedDocument
from plugins.archives.front_page import UnitInNews
from plugins.archives.honour_roll import HonourYear
from plugins.archives.site_map import LinkGroup
from plugins.archives.views import ArchiveMonth, ArchiveYear, Crumb, NamedLink, Section

ARCHIVE = (
    ArchiveYear(
        2023,
        "/luu-tru/2023/",
        1230,
        (
            ArchiveMonth(2023, 12, "/luu-tru/2023/12/", 1200),
            ArchiveMonth(2023, 1, "/luu-tru/2023/01/", 30),
        ),
    ),
    ArchiveYear(2022, "/luu-tru/2022/", 2, (ArchiveMonth(2022, 5, "/luu-tru/2022/05/", 2),)),
)

FRONT = {
    "page": page_info(
        "/", "Bản tin mẫu", "front", description="Mô tả mẫu", canonical="https://mau.example/"
    ),
    "crumbs": (),
    "lead": CONFERENCE,
    "latest": (WITHOUT_PHOTO, NOTICE),
    "sections": (Section(CONFERENCES, (CONFERENCE, DRAFT)), Section(ACTIVITIES, ())),
    "notices": (NOTICE,),
    "units": (UnitInNews(LONG_UNIT, "/don-vi/ban-dai/", CONFERENCE.date),),
    "roll": HonourYear(2023, "/khen-thuong/so-vang/2023/", (), (), 1204, 33, 0),
}

EMPTY_FRONT = {
    **FRONT,
    "lead": None,
    "latest": (),
    "sections": (),
    "notices": (),
    "units": (),
    "roll": None,
}

LIST_PAGE = {
    "page": page_info("/hoi-nghi/2023/", "Hội nghị năm 2023", "list"),
    "crumbs": (
        Crumb("Trang chủ", "/"),
        Crumb("Hội nghị", "/hoi-nghi/"),
        Crumb("Năm 2023"),
    ),
    "heading": "Hội nghị năm 2023",
    "intro": "Hội nghị, hội thảo của các đơn vị.",
    "see_also": (),
    "cards": (CONFERENCE, WITHOUT_PHOTO, DRAFT),
    "years": YEARS,
    "older_url": "/hoi-nghi/2023/trang/1/",
    "newer_url": "/hoi-nghi/2024/",
    "page_note": "Trang 2 năm 2023",
}

EMPTY_LIST = {
    **LIST_PAGE,
    "intro": "",
    "cards": (),
    "years": (),
    "older_url": "",
    "newer_url": "",
    "page_note": "",
}

ARCHIVE_PAGE = {
    "page": page_info("/luu-tru/", "Lưu trữ", "archive"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Lưu trữ")),
    "heading": "Lưu trữ",
    "years": ARCHIVE,
}

ARCHIVE_YEAR_PAGE = {
    "page": page_info("/luu-tru/2023/", "Lưu trữ năm 2023", "archive"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Lưu trữ", "/luu-tru/"), Crumb("Năm 2023")),
    "heading": "Lưu trữ năm 2023",
    "years": ARCHIVE[:1],
}

DOCUMENTS_PAGE = {
    "page": page_info("/van-ban/", "Văn bản", "list"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Văn bản")),
    "total": 1206,
    "groups": (
        DocumentYear(
            2023,
            (
                ListedDocument(
                    DOCUMENTS[0],
                    date(2023, 12, 23),
                    (NamedLink("Tin một", "/tin/1/"), NamedLink("Tin hai", "/tin/2/")),
                    more=3,
                ),
            ),
        ),
        DocumentYear(
            2022,
            (ListedDocument(DOCUMENTS[1], date(2022, 5, 1), (NamedLink("Tin ba", "/tin/3/"),)),),
        ),
    ),
    "years": tuple(replace(year, url=f"/van-ban/{year.year}/") for year in YEARS),
    "older_url": "/van-ban/2023/trang/1/",
    "newer_url": "",
    "page_note": "",
}

OPEN_DATA_PAGE = {
    "page": page_info("/du-lieu/", "Dữ liệu mở", "open-data"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Dữ liệu mở")),
    "sets": data_sets([2023, 2022], [2023]),
    "calendar_url": "/su-kien.ics",
}

SITE_MAP_PAGE = {
    "page": page_info("/so-do-trang/", "Sơ đồ trang", "site-map"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Sơ đồ trang")),
    "groups": (
        LinkGroup("chuyen-muc", "Chuyên mục", (NamedLink("Hội nghị", "/hoi-nghi/"),)),
        LinkGroup("luu-tru", "Lưu trữ theo năm", (NamedLink("Năm 2023", "/luu-tru/2023/"),)),
    ),
}

REDIRECT = {
    "page": replace(
        page_info("/tin-cu.html", BULLETIN.title, "redirect", canonical="https://mau.example/moi/"),
        noindex=True,
    ),
    "crumbs": (),
    "target": "/moi/",
}

FRAGMENT = {
    "page": replace(page_info("/manh/thong-bao.html", "Thông báo", "fragment"), noindex=True),
    "crumbs": (),
    "notices": (NOTICE,),
    "list_url": NOTICES.url,
}

EMPTY_FRAGMENT = {**FRAGMENT, "notices": ()}

NOT_FOUND = {
    "page": page_info("/404.html", "Không tìm thấy trang", "error"),
    "crumbs": (),
}
