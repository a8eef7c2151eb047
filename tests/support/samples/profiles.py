"""Units and people: their pages and their directories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.samples.awards import ROWS
from support.samples.cards import CONFERENCE, DRAFT, WITHOUT_PHOTO, YEARS
from support.samples.newsroom import LONG_UNIT, page_info

from plugins.archives.award_groups import ProfileAwards, profile_awards
from plugins.archives.entries import CardGroup, News, PartCount
from plugins.archives.person_pages import LetterGroup, PersonRow, RoleView
from plugins.archives.unit_pages import Relatives, UnitGroup, UnitNode
from plugins.archives.views import Crumb, NamedLink
from plugins.authors.people import Person
from plugins.units.registry import Unit

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

HONOURED_UNIT = {**UNIT_PAGE, "awards": profile_awards(ROWS[:1] + ROWS[4:])}
