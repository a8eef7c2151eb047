"""Bulletins and their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from markupsafe import Markup
from support.samples.awards import AWARDS
from support.samples.cards import CONFERENCE, NOTICE, PHOTO, WITHOUT_PHOTO
from support.samples.newsroom import CONFERENCES, LONG_UNIT, NOTICES, ZONE, page_info

from plugins.archives.award_groups import groups_of
from plugins.archives.document_pages import DocumentView
from plugins.archives.event_pages import Edition
from plugins.archives.site import PersonRef, UnitRef
from plugins.archives.views import Crumb, NamedLink
from plugins.bulletins.records import Body, Bulletin, Event, Letter, Mention

EVENT = Event(
    name="Hội nghị tổng kết công tác thi đua năm 2023",
    date=date(2023, 12, 15),
    session="sáng",
    place="Hội trường tầng 3",
    host=Mention("Khối thi đua mẫu", 9),
    chair="Bà Mẫu Thị A",
    guests=("Ông Mẫu Văn B", "Bà Mẫu Thị C"),
)

DOCUMENTS = (
    DocumentView(
        title="Quyết định về việc tặng cờ thi đua",
        number="880/QĐ-MAU",
        issuer="Ủy ban mẫu",
        date=date(2023, 12, 23),
        url="/tep/quyet-dinh.0123456789ab.pdf",
        file_type="PDF",
        size="312 KB",
    ),
    DocumentView(title="Tài liệu hội nghị"),
)

LETTERS = (
    Letter("Bạn đọc mẫu", date(2023, 12, 16), "Cảm ơn các thầy thuốc.\nMong có thêm nhiều tin."),
    Letter("Bạn đọc khác", date(2023, 12, 17), "Chúc mừng đơn vị."),
)

EDITIONS = (Edition("Khối thi đua mẫu tổng kết năm 2022", "/tin/2022/", date(2022, 12, 16)),)

BODY = Markup(
    "<p>Sáng 15/12/2023, khối thi đua họp tổng kết.</p>"
    '<h2 id="ket-qua">Kết quả</h2><p>Có 12 đơn vị dự.</p>'
)

BULLETIN = Bulletin(
    path=CONFERENCE.path,
    title=CONFERENCE.title,
    slug="so-ket",
    date=CONFERENCE.date,
    category="hoi-nghi",
    body=Body(html=str(BODY), text="Sáng 15/12/2023, khối thi đua họp tổng kết."),
    kicker="Thi đua",
    subtitle="Phòng mẫu làm trưởng khối năm 2024",
    summary=CONFERENCE.summary,
    summary_given=True,
    source="Cổng thông tin mẫu",
    source_url="https://mau.example/tin",
    event=EVENT,
)

UPDATED = replace(
    BULLETIN,
    modified=datetime(2023, 12, 18, 9, 13, tzinfo=ZONE),
    change_note="Sửa tên đơn vị làm trưởng khối.",
)

WITHDRAWN = replace(UPDATED, status="withdrawn", change_note="Quyết định đã bị thu hồi.")

BARE = Bulletin(
    path="bulletins/2023/ngan.md",
    title="Bản tin ngắn",
    slug="ngan",
    date=datetime(2023, 12, 15, tzinfo=ZONE),
    category="thong-bao",
    body=Body(html="<p>Một câu.</p>", text="Một câu."),
)

AUTHORS = (PersonRef("mot", "Bút danh Một", "/tac-gia/mot/"), PersonRef("hai", "Bút danh Hai"))

PHOTOGRAPHERS = (PersonRef("ba", "Bút danh Ba", "/tac-gia/ba/"),)

UNITS = (
    UnitRef("to-chuc", "Phòng Tổ chức mẫu", "subject", "/don-vi/to-chuc/"),
    UnitRef("ban-dai", LONG_UNIT, "mentioned"),
)

BULLETIN_PAGE = {
    "page": page_info(
        BULLETIN.url,
        BULLETIN.title,
        "bulletin",
        description=BULLETIN.summary,
        canonical=f"https://mau.example{BULLETIN.url}",
    ),
    "crumbs": (
        Crumb("Trang chủ", "/"),
        Crumb(CONFERENCES.name, CONFERENCES.url),
        Crumb(BULLETIN.title),
    ),
    "bulletin": UPDATED,
    "category": CONFERENCES,
    "mark": "",
    "body": BODY,
    "addresses": (),
    "documents": DOCUMENTS,
    "awards": (),
    "roll_years": (),
    "editions": (),
    "cover": PHOTO,
    "authors": AUTHORS,
    "photographers": PHOTOGRAPHERS,
    "units": UNITS,
    "host": NamedLink("Khối thi đua mẫu", "/don-vi/khoi-mau/"),
    "related": (replace(WITHOUT_PHOTO, note="Nội dung gần"),),
    "older": (WITHOUT_PHOTO,),
    "previous": WITHOUT_PHOTO,
    "next": NOTICE,
    "reading_minutes": 3,
    "notices_url": NOTICES.url,
    "views_url": "",
}

WITHDRAWN_PAGE = {**BULLETIN_PAGE, "bulletin": WITHDRAWN, "mark": "Đã rút"}

BARE_PAGE = {
    **BULLETIN_PAGE,
    "page": page_info(BARE.url, BARE.title, "bulletin"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb(BARE.title)),
    "bulletin": BARE,
    "category": NOTICES,
    "body": Markup("<p>Một câu.</p>"),
    "addresses": (),
    "documents": (),
    "cover": None,
    "authors": (),
    "photographers": (),
    "units": (),
    "host": None,
    "related": (),
    "older": (),
    "previous": None,
    "next": None,
    "reading_minutes": 0,
    "notices_url": "",
    "views_url": "",
}

AWARDED_BULLETIN = {
    **BULLETIN_PAGE,
    "bulletin": replace(
        UPDATED, event=replace(EVENT, series="Tổng kết thi đua mẫu"), letters=LETTERS
    ),
    "awards": groups_of(AWARDS),
    "roll_years": (NamedLink("năm 2023", "/khen-thuong/so-vang/2023/"),),
    "editions": EDITIONS,
}
