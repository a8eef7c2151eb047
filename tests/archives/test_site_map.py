"""The site map for readers (issue ARCHIVES)."""

from __future__ import annotations

import pytest
from support.content import bulletin
from support.machines import pages

URL = "/so-do-trang/"


def groups(site):
    return {
        " ".join(section.xpath("string(h2)").split()): section.xpath(".//a/@href")
        for section in pages(site)[URL].xpath("//main//section")
    }


def test_it_names_every_section_year_directory_and_page(public_site):
    found = groups(public_site)
    assert found["Chuyên mục"] == [
        "/",
        "/hoi-nghi/",
        "/khen-thuong/",
        "/thong-bao/",
        "/tin-hoat-dong/",
    ]
    years = [f"/luu-tru/{year}/" for year in (2026, 2025, 2024, 2023)]
    assert found["Lưu trữ theo năm"] == ["/luu-tru/", *years]
    assert {"/don-vi/", "/tac-gia/"} <= set(found["Danh bạ"])
    assert set(found["Giới thiệu"]) == {
        "/gioi-thieu/",
        "/co-cau/",
        "/lien-he/",
        "/en/",
    }
    assert found["Theo dõi tin mới (Atom)"][0] == "/feeds/tat-ca.atom.xml"
    assert len(found["Theo dõi tin mới (Atom)"]) == 5


def test_every_page_leads_to_it(public_site):
    for url, page in pages(public_site).items():
        if not url.startswith("/manh/"):
            assert URL in page.xpath("//footer//a/@href"), url


@pytest.mark.parametrize("public", [False, True])
def test_an_empty_site_names_its_front_page_only(build_site, public):
    site = build_site({"units.yml": "[]\n", "people.yml": "[]\n"}, public=public)
    assert groups(site) == {"Chuyên mục": ["/"]}


def test_a_new_bulletin_of_a_known_year_does_not_change_it(build_site):
    files = {"bulletins/2025/a.md": bulletin("Tin một")}
    before = build_site(files, output="before").read(URL)
    files["bulletins/2025/b.md"] = bulletin("Tin hai", "2025-07-01")
    assert build_site(files, output="after").read(URL) == before
