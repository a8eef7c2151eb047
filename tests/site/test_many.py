"""A thousand bulletins of twelve years: none is lost, each stands where a reader looks for it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support.content import REGISTRIES, bulletin, headings, write_content
from support.invariants import open_data, parse
from support.sites import Site, build_apart

COUNT = 1000
CATEGORIES = {
    "hoi-nghi": "Hội nghị",
    "khen-thuong": "khen-thuong",
    "thong-bao": "Thông báo",
    "tin-hoat-dong": "tin-hoat-dong",
}
SUBJECTS = (
    "Sơ kết công tác y tế dự phòng",
    "Tiêm chủng mở rộng đợt hai",
    "Khám sức khỏe người cao tuổi",
    "Tập huấn phòng chống sốt xuất huyết",
    "Biểu dương tập thể, cá nhân tiêu biểu",
    "Kiểm tra an toàn thực phẩm dịp Tết",
    "Ứng dụng hồ sơ sức khỏe điện tử",
)
PLACES = ("Bệnh viện Phổi", "Sở Y tế", "Trạm Y tế xã Đông Hòa", "Trung tâm Kiểm soát bệnh tật")
# One category holds two fifths, most of them in one year: its list has numbered pages.
WEIGHTS = ("hoi-nghi", "hoi-nghi", "khen-thuong", "thong-bao", "tin-hoat-dong")


def written(number: int) -> tuple[str, str]:
    """Return path and text of a bulletin; days repeat, so that times and addresses decide."""
    category = WEIGHTS[number % 5]
    year = 2025 if number % 3 == 0 else 2014 + number % 11
    day = f"{year}-{1 + number * 7 % 12:02}-{1 + number * 5 % 28:02}"
    subject = SUBJECTS[number % len(SUBJECTS)]
    place = PLACES[number % len(PLACES)]
    fields = {"category": CATEGORIES[category]}
    if number % 4 == 0:
        fields["units"] = "[Bệnh viện Phổi, so-y-te]"
    if number % 2 == 0:
        fields["authors"] = "[Lê Sơn, minh-hien]"
    if number % 17 == 0:
        fields |= {"status": "withdrawn", "modified": f"{year + 1}-01-01", "change_note": "Sai."}
    return f"bulletins/{year}/{number:04}-tin.md", bulletin(
        f"{subject} tại {place}, đợt {number}",
        f"{day} {number % 24:02}:30" if number % 5 else day,
        f"{subject} diễn ra tại {place}.",
        **fields,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    folder = tmp_path_factory.mktemp("many")
    files = dict(written(number) for number in range(COUNT))
    assert len(files) == COUNT
    return build_apart(write_content(folder / "content", REGISTRIES | files), folder / "output")


@pytest.fixture(scope="module")
def pages(site):
    """Return the tree of every page by its root-relative address."""
    return {
        f"/{path.removesuffix('index.html')}": tree for path, tree in parse(site.output).items()
    }


@pytest.fixture(scope="module")
def rows(site):
    """Return the open data, newest first as readers see bulletins."""
    return sorted(open_data(site.output), key=lambda row: (row["date"], row["url"]), reverse=True)


@pytest.fixture(scope="module")
def listed(rows):
    """Return the bulletins that lists show."""
    return [row for row in rows if row["status"] != "withdrawn"]


def links(tree, inside: str) -> list[str]:
    """Return the bulletins that a part of a page links, in their order."""
    found = tree.xpath(f"{inside}//a/@href")
    return [link for link in dict.fromkeys(found) if link.startswith("/ban-tin/")]


def entries(tree) -> list[str]:
    """Return the bulletins that a list page lists, in their order."""
    return links(tree, "//main//*[contains(@class, 'row-list')]")


def test_the_open_data_lists_them_all(site, rows):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    assert len(rows) == COUNT
    assert sorted(row["path"] for row in rows) == sorted(
        heading.path for heading in headings(site.content, zone)
    )
    for row in rows:
        number = int(Path(row["path"]).name[:4])
        assert row["category"]["id"] == WEIGHTS[number % 5]
        assert [author["id"] for author in row["authors"]] == (
            ["le-son", "minh-hien"] if number % 2 == 0 else ["minh-hien"]
        )
        subjects = [unit["id"] for unit in row["units"] if unit["role"] == "subject"]
        if number % 4 == 0:
            assert subjects[:2] == ["benh-vien-phoi", "so-y-te"]


def test_every_file_of_the_open_data_holds_its_year(site):
    for file in (site.output / "du-lieu/ban-tin").glob("*.json"):
        assert {row["date"][:4] for row in json.loads(file.read_text())} == {file.stem}


def test_every_bulletin_has_its_page(rows, pages):
    for row in rows:
        (heading,) = pages[row["url"]].xpath("//h1")
        assert heading.text_content() == row["title"]
        assert row["url"].startswith(f"/ban-tin/{row['date'][:4]}/{row['date'][5:7]}/")


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_bulletin_stands_on_one_page_of_its_category_in_order(category, listed, pages):
    mine = [row["url"] for row in listed if row["category"]["id"] == category]
    assert len(mine) > 40
    entry = f"/{category}/"
    assert entries(pages[entry]) == mine[:20]
    filed = []
    for year in sorted({url.split("/")[2] for url in mine}, reverse=True):
        of_year = [url for url in mine if url.split("/")[2] == year]
        full = (len(of_year) - 1) // 100
        growing = entries(pages[f"{entry}{year}/"])
        assert 1 <= len(growing) <= 100
        numbered = [
            entries(pages[f"{entry}{year}/trang/{number}/"]) for number in range(full, 0, -1)
        ]
        assert all(len(page) == 100 for page in numbered)
        assert [*growing, *(url for page in numbered for url in page)] == of_year
        filed += of_year
    assert filed == mine
    known = {address for address in pages if address.startswith(entry)}
    assert len(known) == 1 + sum(
        1 + (sum(url.split("/")[2] == year for url in mine) - 1) // 100
        for year in {url.split("/")[2] for url in mine}
    )


def test_some_year_is_long_enough_for_numbered_pages(pages):
    assert "/hoi-nghi/2025/trang/1/" in pages


def test_the_entry_page_leads_to_every_year_and_each_page_to_its_older_one(listed, pages):
    years = {row["date"][:4] for row in listed if row["category"]["id"] == "hoi-nghi"}
    found = set(pages["/hoi-nghi/"].xpath("//main//a/@href"))
    assert {f"/hoi-nghi/{year}/" for year in years} <= found
    assert "/hoi-nghi/2025/trang/1/" in pages["/hoi-nghi/2025/"].xpath("//main//a/@href")


def test_the_archive_files_every_bulletin_under_its_month(listed, pages):
    months = defaultdict(list)
    for row in listed:
        months[row["date"][:4], row["date"][5:7]].append(row["url"])
    for (year, month), urls in months.items():
        assert entries(pages[f"/luu-tru/{year}/{month}/"]) == urls
        assert f"/luu-tru/{year}/{month}/" in pages[f"/luu-tru/{year}/"].xpath("//main//a/@href")
        assert f"/luu-tru/{year}/" in pages["/luu-tru/"].xpath("//main//a/@href")
    assert {f"/luu-tru/{year}/{month}/" for year, month in months} == {
        address for address in pages if re.fullmatch(r"/luu-tru/\d+/\d+/", address)
    }


def test_previous_and_next_lead_through_all_listed_bulletins(listed, pages):
    def chain(start: str, relation: str) -> list[str]:
        found = [start]
        while following := pages[found[-1]].xpath(f"//main//a[@rel='{relation}']/@href"):
            assert len(following) == 1
            assert len(found) <= COUNT
            found += following
        return found

    urls = [row["url"] for row in listed]
    assert chain(urls[0], "prev") == urls
    assert chain(urls[-1], "next") == urls[::-1]


def test_a_bulletin_names_the_next_older_ones_that_are_not_related_anyway(listed, pages):
    of_category = defaultdict(list)
    for row in listed:
        of_category[row["category"]["id"]].append(row)
    for rows in of_category.values():
        for position, row in enumerate(rows):
            related = {other["url"] for other in row["related"]}
            older = [other["url"] for other in rows[position + 1 : position + 40]]
            shown = links(pages[row["url"]], "//section[contains(@class, 'further__older')]")
            assert shown == [url for url in older if url not in related][:5]


def test_withdrawn_bulletins_stand_in_no_list(rows, pages):
    withdrawn = {row["url"] for row in rows if row["status"] == "withdrawn"}
    assert len(withdrawn) == len(range(0, COUNT, 17))
    for address, tree in pages.items():
        assert not withdrawn & set(tree.xpath("//a/@href")), address


def test_the_front_page_shows_the_latest(listed, pages):
    latest = [row["url"] for row in listed if row["category"]["id"] != "thong-bao"][:7]
    assert links(pages["/"], "//main")[: len(latest)] == latest


def test_dates_are_those_of_the_files(site, rows):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    dates = {heading.path: heading.date for heading in headings(site.content, zone)}
    assert {row["path"]: dt.datetime.fromisoformat(row["date"]) for row in rows} == dates
