"""Documents on the pages of bulletins and in the list of all of them (issue EVENTS)."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from support.content import bulletin, write_content
from support.sites import build_apart

from plugins.archives.document_pages import MOST_CARRIERS, document_views, file_size
from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Document

PDF = b"%PDF-1.4\n" + b"x" * 300_000
DECISION = "{title: Quyết định mẫu, number: 12/QĐ-MAU, issuer: Sở Mẫu, date: 2024-02-01}"
FILES = {
    "bulletins/2025/quyet-dinh.pdf": PDF,
    "bulletins/2025/mot.md": bulletin(
        "Tin thứ nhất",
        "2025-03-05",
        documents=(
            "[{title: Kế hoạch A & B, number: 7/KH-MAU, issuer: Sở Mẫu, date: 2025-03-01, "
            f"file: quyet-dinh.pdf}}, {DECISION}, {{title: Tài liệu hội nghị}}]"
        ),
    ),
    "bulletins/2025/hai.md": bulletin(
        "Tin thứ hai", "2025-04-05", documents=f"[{DECISION.replace('12/QĐ-MAU', '12/qđ-mau')}]"
    ),
    "bulletins/2025/rut.md": bulletin(
        "Tin đã rút",
        "2025-05-05",
        status="withdrawn",
        documents="[{title: Văn bản của tin đã rút}]",
    ),
}


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("documents")
    return build_apart(write_content(root / "content", FILES), root / "output", public=True)


def test_a_bulletin_tells_what_a_file_is_before_it_is_fetched(site):
    first, second, third = soup(site, "/ban-tin/2025/03/tin-thu-nhat/").select(".documents__item")
    assert words(first) == "Kế hoạch A & B (PDF, 293 KB) Số 7/KH-MAU Ngày 01/03/2025 Sở Mẫu"
    assert first.a["href"].endswith(".pdf")
    assert words(second) == "Quyết định mẫu Số 12/QĐ-MAU Ngày 01/02/2024 Sở Mẫu"
    assert second.a is None
    assert words(third) == "Tài liệu hội nghị"


def test_all_documents_stand_by_year_with_the_bulletins_that_carry_them(site):
    page = soup(site, "/van-ban/")
    years = {
        words(section.h2): [words(item) for item in section.select(".documents__item")]
        for section in page.select(".documents--year")
    }
    assert years == {
        "Năm 2025": [
            "Tài liệu hội nghị Trong bản tin: Tin thứ nhất",
            "Kế hoạch A & B (PDF, 293 KB) Số 7/KH-MAU Ngày 01/03/2025 Sở Mẫu "
            "Trong bản tin: Tin thứ nhất",
        ],
        "Năm 2024": [
            "Quyết định mẫu Số 12/qđ-mau Ngày 01/02/2024 Sở Mẫu "
            "Trong bản tin: Tin thứ hai ; Tin thứ nhất"
        ],
    }
    assert "3 văn bản" in words(page.select_one(".page-header__intro"))


def test_what_was_withdrawn_carries_nothing(site):
    assert "Văn bản của tin đã rút" not in site.everything().decode(errors="ignore")


def test_the_footer_and_the_site_map_lead_there(site):
    assert soup(site, "/").select_one('.site-footer a[href="/van-ban/"]')
    assert soup(site, "/so-do-trang/").select_one('main a[href="/van-ban/"]')


def test_without_documents_there_is_no_list_and_nothing_leads_to_it(build_site):
    site = build_site({"bulletins/2025/a.md": bulletin("Tin")})
    assert not (site.output / "van-ban").exists()
    assert "/van-ban/" not in site.read("/") + site.read("/so-do-trang/")


def test_a_long_list_is_cut_by_year(build_site):
    def documents(first):
        rows = (f"{{title: Văn bản {n}, number: {n}/MAU}}" for n in range(first, first + 30))
        return f"[{', '.join(rows)}]"

    site = build_site(
        {
            "bulletins/2024/a.md": bulletin("Tin cũ", "2024-03-05", documents=documents(0)),
            "bulletins/2025/b.md": bulletin("Tin mới", "2025-03-05", documents=documents(100)),
        }
    )
    page = soup(site, "/van-ban/")
    assert len(page.select(".documents__item")) == 20
    assert [words(link) for link in page.select(".year-nav a")] == [
        "2025 30 văn bản",
        "2024 30 văn bản",
    ]
    year = soup(site, "/van-ban/2024/")
    assert len(year.select(".documents__item")) == 30
    assert words(year.h1) == "Văn bản năm 2024"
    assert [link["href"] for link in year.select(".breadcrumbs a")] == ["/", "/van-ban/"]


def test_a_document_that_many_cite_stands_once_with_the_latest(build_site):
    files = {
        f"bulletins/2025/tin-{day}.md": bulletin(
            f"Tin ngày {day}", f"2025-03-{day:02}", documents=f"[{DECISION}]"
        )
        for day in range(1, MOST_CARRIERS + 4)
    }
    (item,) = soup(build_site(files), "/van-ban/").select(".documents__item")
    assert [words(link) for link in item.find_all("a")] == [
        f"Tin ngày {day}" for day in range(MOST_CARRIERS + 3, 3, -1)
    ]
    assert words(item).endswith("và 3 bản tin khác")


def test_the_same_number_of_another_body_is_another_document(build_site):
    other = DECISION.replace("Sở Mẫu", "Ủy ban Mẫu")
    text = bulletin("Tin", documents=f"[{DECISION}, {other}]")
    page = soup(build_site({"bulletins/2025/a.md": text}), "/van-ban/")
    assert len(page.select(".documents__item")) == 2


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (1, "1 KB"),
        (312 * 1024, "312 KB"),
        (1_048_575, "1024 KB"),
        (1_048_576, "1,0 MB"),
        (25 * 1_048_576, "25,0 MB"),
    ],
)
def test_sizes_are_written_as_readers_do(size, written):
    assert file_size(size) == written


def test_a_view_takes_type_and_size_from_the_file():
    media = {"a/B.XLSX": MediaFile("a/B.XLSX", 2048, "0" * 64, "document")}
    named = Document("Bảng", number="1", issuer="Sở", date=date(2025, 1, 2), file="a/B.XLSX")
    (view,) = document_views([named], media)
    assert (view.file_type, view.size) == ("XLSX", "2 KB")
    assert view.url.startswith("/tep/b.")
    (bare,) = document_views([Document("Bảng")], media)
    assert (bare.url, bare.file_type, bare.size) == ("", "", "")
