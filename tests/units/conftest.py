"""A registry in the style of a real one, and a reader for it."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.bulletins.records import Body, Bulletin, Event, Mention
from plugins.units.mentions import find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Unit, units_of

LANG_SON = {"parent": "syt-ls", "province": "Lạng Sơn"}
QUANG_NGAI = {"parent": "syt-qn", "province": "Quảng Ngãi"}

REGISTRY = units_of(
    [
        Unit("bo-y-te", "Bộ Y tế"),
        Unit("cuc-ytdp", "Cục Y tế dự phòng, Bộ Y tế", short_name="Cục Y tế dự phòng"),
        Unit("syt-ls", "Sở Y tế Lạng Sơn", short_name="Sở Y tế", province="Lạng Sơn"),
        Unit("syt-qn", "Sở Y tế Quảng Ngãi", short_name="Sở Y tế", province="Quảng Ngãi"),
        Unit("ubnd-ls", "Ủy ban nhân dân tỉnh Lạng Sơn", province="Lạng Sơn"),
        Unit("thanh-uy-hn", "Thành ủy Hà Nội", short_name="Thành ủy", province="Hà Nội"),
        Unit("cdc-qn", "Trung tâm Kiểm soát bệnh tật tỉnh Quảng Ngãi", **QUANG_NGAI),
        Unit(
            "bvdk-ls",
            "Bệnh viện Đa khoa tỉnh Lạng Sơn",
            aliases=("Bệnh viện Đa khoa",),
            **LANG_SON,
        ),
        Unit(
            "bvdk-qn",
            "Bệnh viện Đa khoa tỉnh Quảng Ngãi",
            aliases=("Bệnh viện Đa khoa",),
            **QUANG_NGAI,
        ),
        Unit("bv-phoi", "Bệnh viện Phổi Lạng Sơn", short_name="Bệnh viện Phổi", **LANG_SON),
        Unit("bv-phcn", "Bệnh viện Phục hồi chức năng Lạng Sơn", **LANG_SON),
        Unit("bv-yhct", "Bệnh viện Y học cổ truyền Lạng Sơn", **LANG_SON),
        Unit("ttyt-bac-son", "Trung tâm Y tế huyện Bắc Sơn", **LANG_SON),
        Unit("ttyt-chi-lang", "Trung tâm Y tế huyện Chi Lăng", **LANG_SON),
        Unit("ttyt-huu-lung", "Trung tâm Y tế huyện Hữu Lũng", **LANG_SON),
        Unit("phong-nvy", "Phòng Nghiệp vụ Y", **LANG_SON),
        Unit("phong-nvd", "Phòng Nghiệp vụ Dược", **LANG_SON),
        Unit("phong-tchc", "Phòng Tổ chức - Hành chính", **LANG_SON),
        Unit("tyt-van-khe", "Trạm Y tế xã Văn Khê", parent="ttyt-me-linh"),
        Unit("tyt-tien-phong", "Trạm Y tế xã Tiền Phong", parent="ttyt-me-linh"),
        Unit("tyt-me-linh", "Trạm Y tế xã Mê Linh", parent="ttyt-me-linh"),
        Unit("ttyt-me-linh", "Trung tâm Y tế huyện Mê Linh", province="Hà Nội"),
        Unit("dang-bo-ml", "Đảng bộ Trung tâm Y tế huyện Mê Linh", parent="ttyt-me-linh"),
        Unit("cum-2", "Cụm Thi đua số 2", **LANG_SON),
        Unit("syt-hcm", "Sở Y tế Thành phố Hồ Chí Minh", province="Thành phố Hồ Chí Minh"),
        Unit(
            "ttyt-cu",
            "Trung tâm Y tế huyện Tràng Định",
            aliases=("Trung tâm Y tế Tràng Định",),
            valid_to=dt.date(2025, 6, 30),
            successor="ttyt-moi",
            **LANG_SON,
        ),
        Unit(
            "ttyt-moi",
            "Trung tâm Y tế khu vực Tràng Định",
            aliases=("Trung tâm Y tế Tràng Định",),
            valid_from=dt.date(2025, 7, 1),
            **LANG_SON,
        ),
    ]
)


@pytest.fixture(scope="session")
def recogniser():
    return Recogniser(REGISTRY, FAMILY_NAMES)


@pytest.fixture
def units_in(recogniser):
    """Return a function from a text to the ids that it names, all candidates of shared names."""

    def find(text: str) -> list[str]:
        found = [
            dict.fromkeys(form.unit for form in place.forms) for place in recogniser.find(text)
        ]
        return [unit for units in found for unit in units]

    return find


@pytest.fixture
def mentions(recogniser):
    """Return a function that tags a bulletin made of a title and a body in HTML."""

    def find(
        body="", title="Tin", day=dt.date(2023, 7, 15), explicit=(), province="", byline="", host=""
    ):
        bulletin = Bulletin(
            path="bulletins/2023/a.md",
            title=title,
            slug="a",
            date=dt.datetime.combine(day, dt.time(), dt.UTC),
            category="hoi-nghi",
            body=Body(body if body.startswith("<") else f"<p>{body}</p>", ""),
            event=Event("Hội nghị", host=Mention(host, 3)) if host else None,
        )
        return find_mentions(
            bulletin,
            recogniser,
            REGISTRY,
            explicit=explicit,
            province=province,
            byline_unit=byline,
        )

    return find
