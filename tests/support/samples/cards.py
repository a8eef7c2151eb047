"""Bulletins as lists show them, and the years of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from support.samples.newsroom import COMMENDATIONS, CONFERENCES, NOTICES, ZONE

from plugins.archives.cards import Card, Picture
from plugins.archives.views import YearLink

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

YEARS = (
    YearLink(2023, 1230, "/hoi-nghi/2023/", current=True),
    YearLink(2022, 87, "/hoi-nghi/2022/", current=False),
)
