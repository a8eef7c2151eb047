"""The page about open data: every file is linked, every field explained."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from support import honours
from support.content import bulletin, write_content
from support.sites import build_apart


def words(node):
    return " ".join(node.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("data")
    files = {
        **honours.reports(30),
        "bulletins/2025/hop.md": bulletin(
            "Cuộc họp", "2025-03-06", event="{name: Cuộc họp, date: 2025-03-05}"
        ),
    }
    return build_apart(write_content(root / "content", files), root / "output", public=True)


@pytest.fixture(scope="module")
def page(site):
    return BeautifulSoup(site.read("/du-lieu/"), "html.parser")


def test_every_file_of_open_data_is_linked_and_no_other(site, page):
    files = (site.output / "du-lieu").rglob("*.*")
    published = {f"/{file.relative_to(site.output).as_posix()}" for file in files}
    linked = {link["href"] for link in page.select("main .open-data__file")}
    assert linked == (published - {"/du-lieu/index.html"}) | {"/su-kien.ics"}


def test_years_are_told_newest_first(page):
    for section in page.select(".open-data__set")[:2]:
        years = [words(year) for year in section.select(".open-data__number")]
        assert years
        assert years == sorted(years, reverse=True)


def test_links_say_which_file_they_are(page):
    texts = [link.get_text() for link in page.select(".open-data__years a")]
    assert len(set(texts)) == len(texts)
    assert "CSV, khen thưởng năm 2021" in texts


def test_every_field_of_the_files_is_explained(site, page):
    explained = [
        {words(row.th) for row in section.select("tbody tr")}
        for section in page.select(".open-data__set")[:2]
    ]
    for folder, fields in zip(("ban-tin", "khen-thuong"), explained, strict=True):
        for file in (site.output / "du-lieu" / folder).glob("*.json"):
            for record in json.loads(file.read_text(encoding="utf-8")):
                assert {name for name in record if {name, f"{name}[]"} & fields} == set(record)


def test_the_dictionary_is_a_real_table(page):
    for table in page.select(".dictionary"):
        assert words(table.caption)
        assert all(head["scope"] == "col" for head in table.thead.find_all("th"))
        for row in table.tbody.find_all("tr"):
            assert row.th["scope"] == "row"
            assert len(row.find_all(["th", "td"])) == 4


def test_a_site_without_bulletins_has_no_open_data(build_site):
    site = build_site({})
    assert not (site.output / "du-lieu").exists()
    assert "/du-lieu/" not in site.read("/")


def test_without_events_no_calendar_is_offered(build_site):
    site = build_site({"bulletins/2025/a.md": bulletin("Tin")})
    assert "su-kien.ics" not in site.read("/du-lieu/")
