"""Named examples that the theme's tests render: one of everything, and the awkward ones.

The names of places and bodies are made up on purpose and read like it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from markupsafe import Markup
from support import honours
from support.honours import entry, row
from support.planning import empty_site

from plugins.archives.award_groups import ProfileAwards, groups_of, profile_awards
from plugins.archives.awards import Awards
from plugins.archives.cards import Card, Category, Picture
from plugins.archives.dictionary import data_sets
from plugins.archives.directory_pages import Official, Place, PlaceGroup
from plugins.archives.document_pages import DocumentView, DocumentYear, ListedDocument
from plugins.archives.entries import CardGroup, News, PartCount
from plugins.archives.event_pages import Edition
from plugins.archives.front_page import UnitInNews
from plugins.archives.honour_pages import honour_pages
from plugins.archives.honour_roll import HonourYear
from plugins.archives.person_pages import LetterGroup, PersonRow, RoleView
from plugins.archives.site import PersonRef, UnitRef
from plugins.archives.site_map import LinkGroup
from plugins.archives.unit_pages import Relatives, UnitGroup, UnitNode
from plugins.archives.views import (
    ArchiveMonth,
    ArchiveYear,
    Crumb,
    MenuItem,
    NamedLink,
    PageInfo,
    Section,
    YearLink,
)
from plugins.authors.people import Person
from plugins.bulletins.records import Body, Bulletin, Event, Letter, Mention
from plugins.bulletins.settings import Newsroom
from plugins.units.registry import Unit

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

PHOTO = Picture(
    url="/anh/hoi-nghi.0123456789ab.jpg",
    width=1600,
    height=1067,
    alt="Đại biểu biểu quyết trong hội trường",
    caption="Đại biểu biểu quyết thông qua nghị quyết",
    credit="Bút danh Mẫu",
)

CONFERENCE = Card(
    path="bulletins/2023/so-ket.md",
    url="/ban-tin/2023/12/so-ket/",
    title="Khối thi đua mẫu tổng kết công tác năm 2023",
    date=datetime(2023, 12, 15, 16, 30, tzinfo=ZONE),
    category=CONFERENCES,
    kicker="Thi đua",
    summary="Hội nghị bỏ phiếu bình xét và chọn đơn vị làm trưởng khối năm 2024.",
    cover=PHOTO,
    mark="",
)
WITHOUT_PHOTO = replace(
    CONFERENCE,
    path="bulletins/2023/khen-thuong.md",
    url="/ban-tin/2023/12/khen-thuong/",
    title="Chín tập thể mẫu được khen thưởng",
    category=COMMENDATIONS,
    kicker="",
    cover=None,
)
NOTICE = replace(
    WITHOUT_PHOTO,
    path="bulletins/2023/lich-tiem.md",
    url="/ban-tin/2023/12/lich-tiem/",
    title="Lịch tiêm chủng tháng 12",
    category=NOTICES,
    summary="",
)
DRAFT = replace(WITHOUT_PHOTO, title="Bản tin còn viết", mark="Bản nháp")

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

YEARS = (
    YearLink(2023, 1230, "/hoi-nghi/2023/", current=True),
    YearLink(2022, 87, "/hoi-nghi/2022/", current=False),
)
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
UNIT = Unit(
    id="trung-tam-mau",
    name="Trung tâm Y tế huyện Mẫu",
    name_en="Sample District Health Centre",
    short_name="TTYT",
    aliases=("TTYT Mẫu", "Phòng khám Mẫu"),
    kind="trung-tam-y-te",
    province="Tỉnh Mẫu",
    valid_from=date(2005, 1, 1),
    valid_to=date(2025, 6, 30),
    address="Số 2 đường Mẫu",
    phone="024 0000 0001 máy lẻ 12",
    email="ttyt@mau.example",
    website="https://ttyt.mau.example",
    description="Đơn vị dùng để thử mẫu trang.",
)
RELATIVES = Relatives(
    parent=NamedLink("Sở Y tế tỉnh Mẫu", "/don-vi/so-y-te/"),
    children=tuple(NamedLink(f"Trạm Y tế xã {n}", f"/don-vi/tram-{n}/") for n in range(1, 8)),
    former_children=(NamedLink("Trạm Y tế xã Cũ", "/don-vi/tram-cu/"),),
    predecessors=(NamedLink("Phòng khám Mẫu", "/don-vi/phong-kham-mau/"),),
    successor=NamedLink("Trung tâm Y tế khu vực Mẫu", "/don-vi/khu-vuc-mau/"),
)
UNIT_PAGE = {
    "page": page_info("/don-vi/trung-tam-mau/", UNIT.name, "unit"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Đơn vị", "/don-vi/"), Crumb(UNIT.name)),
    "unit": UNIT,
    "unit_kind": "Trung tâm y tế",
    "closed": True,
    "awards": ProfileAwards(),
    "relatives": RELATIVES,
    "news": News(
        groups=(
            CardGroup("tin-ve-don-vi", "Tin về đơn vị", (CONFERENCE, DRAFT)),
            CardGroup("tin-nhac-toi", "Tin có nhắc tới", (WITHOUT_PHOTO,)),
        )
    ),
}
BARE_UNIT = Unit(id="don-vi-tran", name=LONG_UNIT)
BARE_UNIT_PAGE = {
    "page": page_info("/don-vi/don-vi-tran/", LONG_UNIT, "unit"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Đơn vị", "/don-vi/"), Crumb(LONG_UNIT)),
    "unit": BARE_UNIT,
    "unit_kind": "",
    "closed": False,
    "awards": ProfileAwards(),
    "relatives": Relatives(None, (), (), (), None),
    "news": News(),
}
BUSY_UNIT_PAGE = {
    **BARE_UNIT_PAGE,
    "news": News(
        groups=(
            CardGroup(
                "moi-nhat",
                "Tin mới nhất",
                (CONFERENCE, replace(WITHOUT_PHOTO, note="Được nhắc tới")),
            ),
        ),
        counts=(PartCount("Tin về đơn vị", 1205), PartCount("Tin có nhắc tới", 112)),
        years=(replace(YEARS[1], url="/don-vi/don-vi-tran/2022/"),),
    ),
}
LEAF = UnitNode("Trạm Y tế xã 1", "/don-vi/tram-1/", 0, closed=False, children=())
CENTRE = UnitNode(
    name=UNIT.name,
    url="/don-vi/trung-tam-mau/",
    count=1205,
    closed=True,
    children=tuple(
        replace(LEAF, name=f"Trạm Y tế xã {n}", url=f"/don-vi/tram-{n}/") for n in range(1, 6)
    ),
)
UNITS_PAGE = {
    "page": page_info("/don-vi/", "Đơn vị", "directory"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Đơn vị")),
    "total": 8,
    "groups": (
        UnitGroup(
            "Trung ương và chung",
            (UnitNode("Bộ Mẫu", "/don-vi/bo/", 1, closed=False, children=()),),
        ),
        UnitGroup(
            "Tỉnh Mẫu",
            (UnitNode("Sở Y tế", "/don-vi/so-y-te/", 12, closed=False, children=(CENTRE,)),),
        ),
    ),
}
ROLES = (
    RoleView(
        "Giám đốc",
        NamedLink("Sở Y tế tỉnh Mẫu", "/don-vi/so-y-te/"),
        date(2022, 12, 12),
        end=None,
        past=False,
    ),
    RoleView("Bác sĩ", None, date(2001, 1, 1), date(2022, 12, 11), past=True),
)
PERSON_PAGE = {
    "page": page_info("/tac-gia/nguoi-mau/", "Mẫu Thị A", "person"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Tác giả", "/tac-gia/"), Crumb("Mẫu Thị A")),
    "person": Person(
        id="nguoi-mau",
        name="Mẫu Thị A",
        pen_names=("Bút Một", "Bút Hai"),
        phone="024 0000 0002",
        email="a@mau.example",
        description="Người dùng để thử mẫu trang.",
    ),
    "roles": ROLES,
    "awards": ProfileAwards(),
    "news": News(groups=(CardGroup("viet-bai", "Viết bài", (CONFERENCE,)),)),
}
BARE_PERSON_PAGE = {
    **PERSON_PAGE,
    "person": Person(id="nguoi-tran", name="Bút danh Mẫu"),
    "roles": (),
    "news": News(),
}
WRITER = PersonRow("Mẫu Thị A", "/tac-gia/nguoi-mau/", ROLES[:1], wrote=1205, photographed=3)
PEOPLE_PAGE = {
    "page": page_info("/tac-gia/", "Tác giả và cán bộ", "directory"),
    "crumbs": (Crumb("Trang chủ", "/"), Crumb("Tác giả")),
    "contributors": (LetterGroup("A", (WRITER,)),),
    "others": (
        LetterGroup("D", (PersonRow("Mẫu Văn Dũng", "/tac-gia/dung/", (), 0, 0),)),
        LetterGroup("Đ", (PersonRow("Mẫu Văn Đan", "/tac-gia/dan/", ROLES[1:], 0, 0),)),
    ),
}
AWARDS = (
    entry(
        "Huân chương Lao động hạng Ba",
        recipients=(honours.CENTRE,),
        authority="Chủ tịch nước",
        decision="12/QĐ-CTN",
        date=date(2023, 3, 1),
    ),
    entry("Giấy khen", recipients=(honours.NURSE, honours.STRANGER), collectives=2, individuals=16),
    entry("Cờ thi đua", "nominated", recipients=(honours.CENTRE,), authority="UBND tỉnh Mẫu"),
    entry("Bằng khen", "revoked", individuals=1),
)
ROWS = (
    row(
        "Huân chương Lao động hạng Ba",
        recipient=honours.CENTRE,
        authority="Chủ tịch nước",
        decision="12/QĐ-CTN",
        date=date(2023, 3, 1),
        also=(replace(honours.REPORT, url="/ban-tin/2024/01/nhac-lai/", title="Nhắc lại"),),
    ),
    row("Giấy khen", recipient=honours.NURSE),
    row("Giấy khen", recipient=honours.STRANGER),
    row("Giấy khen", collectives=2, individuals=14),
    row("Cờ thi đua", "nominated", recipient=honours.CENTRE, authority="UBND tỉnh Mẫu"),
    row("Bằng khen", "revoked", individuals=1),
)
HONOUR_PAGES = {
    page.path: page.view(page.inputs)
    for page in honour_pages(empty_site(), Awards({}, {2023: ROWS, 2022: ROWS[4:5]}, {}, {}))
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
HONOURED_UNIT = {**UNIT_PAGE, "awards": profile_awards(ROWS[:1] + ROWS[4:])}
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

# One example of every kind of page: (template, inputs). A fragment is no page of the site's frame.
PAGES = {
    "front": ("index.html", FRONT),
    "empty-front": ("index.html", EMPTY_FRONT),
    "bulletin": ("bulletin.html", BULLETIN_PAGE),
    "bare-bulletin": ("bulletin.html", BARE_PAGE),
    "withdrawn": ("bulletin.html", WITHDRAWN_PAGE),
    "list": ("list.html", LIST_PAGE),
    "empty-list": ("list.html", EMPTY_LIST),
    "archive": ("archive.html", ARCHIVE_PAGE),
    "archive-year": ("archive.html", ARCHIVE_YEAR_PAGE),
    "awarded-bulletin": ("bulletin.html", AWARDED_BULLETIN),
    "honoured-unit": ("unit.html", HONOURED_UNIT),
    "honour-roll": ("honour-roll.html", HONOUR_PAGES["khen-thuong/so-vang/index.html"]),
    "honour-year": ("honour-year.html", HONOUR_PAGES["khen-thuong/so-vang/2023/index.html"]),
    "nominations-only": ("honour-year.html", HONOUR_PAGES["khen-thuong/so-vang/2022/index.html"]),
    "documents": ("documents.html", DOCUMENTS_PAGE),
    "open-data": ("open-data.html", OPEN_DATA_PAGE),
    "static": ("page.html", STATIC_PAGE),
    "structure": ("structure.html", STRUCTURE_PAGE),
    "provinces": ("structure.html", PROVINCES_PAGE),
    "contacts": ("contacts.html", CONTACTS_PAGE),
    "bare-contacts": ("contacts.html", BARE_CONTACTS),
    "english": ("english.html", ENGLISH_PAGE),
    "bare-english": ("english.html", BARE_ENGLISH),
    "units": ("units.html", UNITS_PAGE),
    "unit": ("unit.html", UNIT_PAGE),
    "bare-unit": ("unit.html", BARE_UNIT_PAGE),
    "busy-unit": ("unit.html", BUSY_UNIT_PAGE),
    "people": ("people.html", PEOPLE_PAGE),
    "person": ("person.html", PERSON_PAGE),
    "bare-person": ("person.html", BARE_PERSON_PAGE),
    "site-map": ("site-map.html", SITE_MAP_PAGE),
    "redirect": ("redirect.html", REDIRECT),
    "not-found": ("404.html", NOT_FOUND),
}
