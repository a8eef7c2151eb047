"""From names to units: the subject first, then the province, else nothing (DESIGN section 2)."""

from __future__ import annotations

import datetime as dt

import pytest

SYT = "Sở Y tế tổ chức hội nghị."


def test_a_unit_in_the_title_is_a_subject_and_one_in_the_text_is_mentioned(mentions):
    found = mentions("Tại Bệnh viện Phổi Lạng Sơn.", title="TTYT huyện Hữu Lũng khám bệnh")
    assert found.subjects == ("ttyt-huu-lung",)
    assert found.others == ("bv-phoi",)


def test_a_shared_short_name_stays_open_without_any_context(mentions):
    assert mentions(SYT).others == ()


def test_a_shared_short_name_follows_the_explicit_subject(mentions):
    assert mentions(SYT, explicit=["ttyt-huu-lung"]).others == ("syt-ls",)
    assert mentions(SYT, explicit=["cdc-qn"]).others == ("syt-qn",)


@pytest.mark.parametrize(
    ("host", "explicit", "found"),
    [
        ("bv-phoi", [], "bv-phoi"),
        ("Bệnh viện Phổi Lạng Sơn", [], "bv-phoi"),
        ("TTYT huyện Hữu Lũng", [], "ttyt-huu-lung"),
        ("Sở Y tế", ["ttyt-huu-lung"], "syt-ls"),
        ("Sở Y tế", ["cdc-qn"], "syt-qn"),
        ("Sở Y tế", [], ""),
        ("Lãnh đạo Bệnh viện Phổi Lạng Sơn", [], ""),
        ("Hội người mẫu", ["ttyt-huu-lung"], ""),
        ("", ["ttyt-huu-lung"], ""),
    ],
)
def test_the_host_is_a_unit_when_that_is_all_that_is_said(mentions, host, explicit, found):
    assert mentions(host=host, explicit=explicit).host == found


def test_a_shared_short_name_follows_the_title(mentions):
    found = mentions(SYT, title="Bệnh viện Phổi Lạng Sơn khám bệnh", province="Quảng Ngãi")
    assert found.others == ("syt-ls",)


def test_a_shared_short_name_follows_the_province_of_the_site(mentions):
    assert mentions(SYT, province="Quảng Ngãi").others == ("syt-qn",)
    assert mentions(SYT, province="Thành phố Hồ Chí Minh").others == ("syt-hcm",)


def test_without_a_province_the_only_one_that_is_named_decides(mentions):
    found = mentions(f"{SYT} Dự có Bệnh viện Phổi Lạng Sơn.")
    assert found.others == ("syt-ls", "bv-phoi")
    both = mentions(f"{SYT} Dự có Bệnh viện Phổi Lạng Sơn và CDC Quảng Ngãi.")
    assert set(both.others) == {"bv-phoi", "cdc-qn"}


def test_two_shared_names_resolve_alike(mentions):
    found = mentions("Bệnh viện Đa khoa và Sở Y tế.", explicit=["cdc-qn"])
    assert found.others == ("bvdk-qn", "syt-qn")


def test_a_short_name_of_another_province_is_not_taken_though_it_is_the_only_one(mentions):
    assert mentions("Bệnh viện Phổi khám bệnh.", province="Quảng Ngãi").others == ()
    assert mentions("Bệnh viện Phổi khám bệnh.", province="Lạng Sơn").others == ("bv-phoi",)


def test_a_province_named_soon_after_decides(mentions):
    found = mentions("Cụm Thi đua số 2 ngành y tế Lạng Sơn.", explicit=["cdc-qn"])
    assert found.others == ("cum-2",)


def test_a_short_form_that_is_not_registered_needs_its_unit_in_the_text(mentions):
    assert mentions("Theo Trung tâm Y tế, số ca giảm.", province="Lạng Sơn").others == ()
    found = mentions("Theo Trung tâm Y tế, số ca giảm.", explicit=["ttyt-huu-lung"])
    assert found.others == ("ttyt-huu-lung",)


@pytest.mark.parametrize(
    ("day", "unit"), [(dt.date(2025, 6, 30), "ttyt-cu"), (dt.date(2025, 7, 1), "ttyt-moi")]
)
def test_the_day_tells_a_unit_from_its_successor(mentions, day, unit):
    assert mentions("Trung tâm Y tế Tràng Định họp.", day=day).others == (unit,)


def test_a_closed_unit_printed_by_its_own_name_is_meant(mentions):
    found = mentions("Trung tâm Y tế huyện Tràng Định.", day=dt.date(2026, 1, 1))
    assert found.others == ("ttyt-cu",)


def test_the_unit_of_the_byline_is_mentioned(mentions):
    assert mentions("Tin.", byline="TTYT huyện Mê Linh").others == ("ttyt-me-linh",)


def test_a_unit_is_tagged_once_and_a_subject_is_not_also_mentioned(mentions):
    found = mentions(
        "Bệnh viện Phổi Lạng Sơn và Bệnh viện Phổi.", title="Bệnh viện Phổi Lạng Sơn họp"
    )
    assert (found.subjects, found.others) == (("bv-phoi",), ())


BODY = (
    "<h2>Bệnh viện Phổi Lạng Sơn</h2><p>Tại <strong>Bệnh viện Phổi</strong> Lạng Sơn, "
    '<a href="/x/">Bệnh viện Phổi Lạng Sơn</a> &amp; Bệnh viện Phổi Lạng Sơn, rồi Bệnh viện Phổi '
    "Lạng Sơn.</p>"
)


def test_the_first_mention_that_may_hold_a_link_gets_one(mentions):
    (link,) = mentions(BODY).links
    assert BODY[link.start : link.end] == "Bệnh viện Phổi Lạng Sơn"
    assert BODY[: link.start].endswith("&amp; ")


def test_each_unit_is_linked_once_in_the_order_of_reading(mentions):
    body = "<p>TTYT huyện Hữu Lũng, CDC Quảng Ngãi, TTYT huyện Hữu Lũng.</p>"
    assert [link.unit for link in mentions(body).links] == ["ttyt-huu-lung", "cdc-qn"]


def test_names_in_tables_and_lists_count(mentions):
    table = "<table><tr><td>TTYT huyện Hữu Lũng</td><td>5</td></tr></table>"
    body = f"{table}<ul><li>CDC Quảng Ngãi</li></ul>"
    assert mentions(body).others == ("ttyt-huu-lung", "cdc-qn")


def test_two_cells_make_no_name(mentions):
    body = "<table><tr><td>Trung tâm Y tế</td><td>huyện Hữu Lũng</td></tr></table>"
    assert mentions(body, explicit=["cdc-qn"]).others == ()
