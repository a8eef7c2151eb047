"""The search page and its index in whole builds."""

from __future__ import annotations

import json

from lxml import html
from support.content import write_content
from support.sites import build_apart


def index_of(site):
    return {path: data for path, data in site.files().items() if path.startswith("tim-kiem/")}


def test_the_page_has_a_form_and_names_the_other_ways(public):
    tree = html.fromstring(public.read("/tim-kiem/"))
    (form,) = tree.xpath("//main//form[@role='search']")
    assert form.get("action") == "/tim-kiem/"
    assert form.xpath(".//input[@name='q']")
    assert {"/luu-tru/", "/don-vi/", "/so-do-trang/"} <= set(tree.xpath("//main//ul//a/@href"))
    assert "tắt JavaScript" in tree.xpath("string(//noscript)")


def test_other_pages_lead_to_it(public):
    assert 'action="/tim-kiem/"' in public.read("/")


def test_a_preview_marks_what_is_not_public(preview):
    rows = [
        row
        for path, data in index_of(preview).items()
        if "/bai-" in path and path.endswith(".json")
        for row in json.loads(data)
    ]
    (draft,) = [row for row in rows if row[1] == "Bản nháp chưa đăng"]
    assert draft[6] == "Bản nháp"
    assert not [row for row in rows if "đã rút" in row[1]]


def test_the_same_content_gives_the_same_index(public, tmp_path):
    again = build_apart(public.content, tmp_path / "again", public=True)
    assert index_of(again) == index_of(public)


def test_a_site_without_bulletins_can_be_searched(tmp_path):
    site = build_apart(write_content(tmp_path / "content", {}), tmp_path / "output", public=True)
    content = json.loads(site.read("/tim-kiem/muc-luc.json"))
    assert [period["id"] for period in content["periods"]] == ["moi"]
    assert content["kinds"]["don-vi"] == "Đơn vị"


def test_a_site_with_nothing_at_all_has_the_page(tmp_path):
    files = {"units.yml": "[]\n", "people.yml": "[]\n"}
    site = build_apart(write_content(tmp_path / "content", files), tmp_path / "output", public=True)
    assert json.loads(site.read("/tim-kiem/muc-luc.json"))["periods"] == []
