"""The honour roll (issue EVENTS), read in whole sites with 0, 1 and 200 awards.

Figures are counted again here, from the headers, without any of the program's own code.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support import honours
from support.content import PROJECT, bulletin, write_content
from support.planning import empty_site
from support.sites import build_apart

from plugins.archives.award_groups import NO_AWARDS
from plugins.archives.awards import Awards
from plugins.archives.honour_pages import honour_pages, roll_lines

ROLL = "/khen-thuong/so-vang/"
GIVEN = {"đã tặng", "đã tặng/công nhận", "công nhận", "đã công nhận", "phong tặng"}
PENDING = {"đề nghị", "đề nghị tặng", "suy tôn", "bình xét", "suy tôn/bình xét"}


def soup(site, url):
    return BeautifulSoup(site.read(url), "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


def number(node):
    return int(words(node).replace(".", ""))


def facts(content: Path):
    """Yield year, status, collectives and individuals of every award that the files report."""
    for file in sorted((content / "bulletins").rglob("*.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        header = yaml.safe_load(head)
        if header.get("status") in {"draft", "withdrawn"}:
            continue
        day = (header.get("event") or {}).get("date") or header["date"]
        for award in (*(header.get("awards") or ()), *table(body)):
            count = award.get("count") or {}
            named = Counter(next(iter(one)) for one in award.get("recipients") or ())
            yield (
                int(str(award.get("date") or day)[:4]),
                award["status"].lower(),
                max(count.get("collectives", 0), named["unit"]),
                max(count.get("individuals", 0), named["person"] + named["name"]),
            )


def table(body: str):
    """Yield the awards of a table in a text, as a header would have them."""
    section = body.partition("## Danh sách khen thưởng\n")[2].split("\n## ")[0]
    lines = [line for line in section.splitlines() if "|" in line]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    for row in rows[2:]:
        cells = dict(zip(rows[0], row, strict=True))
        who = cells["Tập thể/cá nhân"]
        people = re.fullmatch(r"(\d+) cá nhân", who)
        yield {
            "status": cells["Trạng thái"],
            "count": {"individuals": int(people[1])} if people else {},
            "recipients": [] if people else [{"unit": name} for name in who.split(";")],
        }


def counted(content: Path):
    """Return for each year: collectives and individuals honoured, and how many are proposed."""
    years = defaultdict(lambda: [0, 0, 0])
    for year, status, collectives, individuals in facts(content):
        if status in GIVEN:
            years[year][0] += collectives
            years[year][1] += individuals
        else:
            years[year][2] += (collectives + individuals) * (status in PENDING)
    return dict(years)


def shown(page):
    """Return the same figures as the table of years prints them."""
    by_year = page.select_one(".figures")
    rows = (row.find_all(["th", "td"]) for row in by_year.tbody.find_all("tr"))
    return {
        number(year): [number(collectives), number(individuals), number(pending)]
        for year, _, collectives, individuals, pending in rows
    }


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    root = tmp_path_factory.mktemp("many")
    content = write_content(root / "content", honours.reports(200))
    return build_apart(content, root / "output")


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    root = tmp_path_factory.mktemp("one")
    awards = "[{form: Bằng khen, recipients: [{person: le-son}], status: Đề nghị}]"
    files = {"bulletins/2024/a.md": bulletin("Một đề nghị", "2024-03-01", awards=awards)}
    return build_apart(write_content(root / "content", files), root / "output")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    return build_apart(PROJECT / "content", tmp_path_factory.mktemp("own") / "output", public=True)


def test_without_awards_there_is_no_honour_roll_and_nothing_leads_to_it(build_site):
    site = build_site({"bulletins/2025/a.md": bulletin("Tin", category="Khen thưởng")})
    assert not (site.output / "khen-thuong/so-vang").exists()
    assert b"so-vang" not in b"".join(
        data for path, data in site.files().items() if path.endswith(".html")
    )


@pytest.mark.parametrize("name", ["many", "one", "demonstration"])
def test_every_figure_is_a_count_of_the_source(request, name):
    site = request.getfixturevalue(name)
    years = counted(site.content)
    page = soup(site, ROLL)
    assert shown(page) == years
    assert list(shown(page)) == sorted(years, reverse=True)
    totals = [sum(figures) for figures in zip(*years.values(), strict=True)]
    sentence = words(page.select_one(".page-header__intro"))
    figures = [int(found.replace(".", "")) for found in re.findall(r"[\d.]*\d", sentence)]
    given = [totals[0] + totals[1], totals[0], totals[1]] if totals[0] + totals[1] else []
    assert figures == given + ([totals[2]] if totals[2] else [])


def test_figures_of_the_demonstration(demonstration):
    assert shown(soup(demonstration, ROLL))[2023] == [0, 0, 1], "the flag of 2023 is a nomination"


@pytest.mark.parametrize("name", ["many", "one", "demonstration"])
def test_forms_add_up_to_the_years(request, name):
    site = request.getfixturevalue(name)
    years = counted(site.content)
    pages = {ROLL: years.values(), **{f"{ROLL}{year}/": [years[year]] for year in years}}
    for url, figures in pages.items():
        page = soup(site, url)
        # The first table of the overview is that of the years.
        by_form = page.select(".figures")[1 if url == ROLL else 0 :]
        cells = [row.find_all("td") for one in by_form for row in one.tbody.find_all("tr")]
        collectives = sum(number(cell[0]) for cell in cells)
        individuals = sum(number(cell[1]) for cell in cells)
        assert collectives == sum(one[0] for one in figures)
        assert individuals == sum(one[1] for one in figures)


def test_a_nomination_is_never_among_awards(many):
    for year in counted(many.content):
        page = soup(many, f"{ROLL}{year}/")
        for section in page.select(".awards"):
            statuses = {row["data-status"] for row in section.select("tbody tr")}
            expected = {
                "khen-thuong": {"awarded"},
                "de-nghi-khen-thuong": {"nominated"},
                "thu-hoi-khen-thuong": {"revoked"},
            }[section.h2["id"]]
            assert statuses == expected


def test_a_nomination_says_that_it_is_none(one):
    page = soup(one, f"{ROLL}2024/")
    (section,) = page.select(".awards")
    assert words(section.h2) == "Đề nghị khen thưởng năm 2024"
    assert words(section.select_one(".awards__note")) == (
        "Đề nghị, chưa phải quyết định khen thưởng"
    )
    assert words(section.select_one(".award-status")) == "Đề nghị tặng"
    assert words(page.select_one(".page-header__intro")).startswith(
        "Chưa có khen thưởng nào đã quyết định."
    )
    assert page.select(".figures") == []


def test_every_award_of_the_source_has_its_row(many):
    rows = [
        row
        for year in counted(many.content)
        for row in soup(many, f"{ROLL}{year}/").select("tbody tr[data-status]")
    ]
    assert len(rows) == 200


def test_tables_are_real_tables(many):
    page = soup(many, f"{ROLL}2021/")
    tables = page.select(".award-table")
    assert len(tables) == 3
    for table in tables:
        assert words(table.caption)
        heads = table.thead.find_all("th")
        assert all(head["scope"] == "col" for head in heads)
        for row in table.tbody.find_all("tr"):
            assert row.th["scope"] == "row"
            assert len(row.find_all(["th", "td"])) == len(heads)
            assert all(cell["data-place"].isdecimal() for cell in row.find_all(["th", "td"]))


def test_rows_stand_in_handing_over_order(many):
    forms = [
        row["data-form"]
        for row in soup(many, f"{ROLL}2021/").select_one(".award-table").tbody.find_all("tr")
    ]
    assert list(dict.fromkeys(forms)) == [
        "bang-khen",
        "chien-si-thi-dua-co-so",
        "tap-the-lao-dong-tien-tien",
        "giay-khen",
    ]
    assert forms == sorted(forms, key=list(dict.fromkeys(forms)).index)


def test_bars_are_drawn_without_script_and_style(many):
    page = soup(many, ROLL)
    years = counted(many.content)
    most = max(one[0] + one[1] for one in years.values())
    bars = page.select("svg.figures__bar")
    assert len(bars) == len(years)
    for bar, year in zip(bars, sorted(years, reverse=True), strict=True):
        given = years[year][0] + years[year][1]
        assert 0 <= float(bar.rect["width"]) - 100 * given / most < 1
        assert bar["aria-hidden"] == "true"
        assert number(bar.find_previous_sibling("span")) == given
        assert not bar.find_all(style=True)
        assert not bar.find_all("script")


def test_years_lead_to_each_other_and_to_their_data(many):
    page = soup(many, f"{ROLL}2021/")
    assert [link["href"] for link in page.select(".pager a")] == [f"{ROLL}2022/", f"{ROLL}2020/"]
    data = [link["href"] for link in page.select(".honour-roll__data a")]
    assert data == ["/du-lieu/khen-thuong/2021.csv", "/du-lieu/khen-thuong/2021.json"]


def test_recipients_and_bulletins_are_linked(many):
    page = soup(many, f"{ROLL}2021/")
    links = {link["href"] for link in page.select(".award-table a")}
    assert {"/don-vi/benh-vien-phoi/", "/tac-gia/minh-hien/"} <= links
    assert all(row.select_one('a[href^="/ban-tin/"]') for row in page.select("tr[data-status]"))


def test_filters_offer_what_the_rows_have(many):
    page = soup(many, f"{ROLL}2021/")
    form = page.select_one("form[data-filter]")
    assert form.has_attr("hidden"), "a script shows it"
    rows = page.select("tr[data-status]")
    for field in form.find_all("select"):
        offered = [option["value"] for option in field.find_all("option")]
        assert offered[0] == ""
        assert set(offered[1:]) == {row[f"data-{field['name']}"] for row in rows} - {""}
    assert {field["name"] for field in form.find_all("select")} == {"form", "status"}


def test_what_cannot_be_chosen_is_no_filter(one):
    assert soup(one, f"{ROLL}2024/").select_one("form[data-filter]") is None


def test_the_way_to_the_honour_roll(many, one):
    assert soup(many, "/khen-thuong/").select_one(f'main a[href="{ROLL}"]')
    assert soup(many, "/").select_one(f'.site-footer a[href="{ROLL}"]')
    assert soup(many, "/so-do-trang/").select_one(f'main a[href="{ROLL}"]')
    # Without bulletins of the category there is no list of it to be a step of the path.
    steps = [link["href"] for link in soup(one, ROLL).select(".breadcrumbs a")]
    assert steps == ["/"]
    steps = [link["href"] for link in soup(many, f"{ROLL}2021/").select(".breadcrumbs a")]
    assert steps == ["/", "/khen-thuong/", ROLL]


def test_an_award_changes_its_year_and_the_overview_alone():
    def inputs(rows):
        by_year = {2022: (honours.row(year=2022, individuals=1),), 2023: tuple(rows)}
        pages = honour_pages(empty_site(), Awards({}, by_year, {}, {}))
        return {page.path: page.inputs for page in pages}

    before, after = inputs([honours.row()]), inputs([honours.row(), honours.row("Bằng khen")])
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"khen-thuong/so-vang/index.html", "khen-thuong/so-vang/2023/index.html"}


def test_no_awards_declare_no_page():
    assert list(honour_pages(empty_site(), NO_AWARDS)) == []


NAMES = ("Mẫu Thị Ân", "Mẫu Văn Ánh", "Mẫu Văn Đan", "Mẫu Văn Dũng")


def test_places_follow_vietnamese_order():
    people = [honours.RecipientRef("name", name, collective=False) for name in NAMES]
    rows = [
        honours.row(individuals=12),
        *(honours.row(recipient=one) for one in people),
        honours.row(recipient=honours.CENTRE),
    ]
    lines = sorted(roll_lines(rows), key=lambda line: line.by_recipient)
    names = [line.award.recipient.name if line.award.recipient else "" for line in lines]
    assert names == [
        "Trung tâm Mẫu",
        "Mẫu Văn Ánh",
        "Mẫu Thị Ân",
        "Mẫu Văn Dũng",
        "Mẫu Văn Đan",
        "",
    ]


def test_what_is_not_known_comes_last():
    rows = [honours.row(), honours.row(authority="Sở Mẫu", date=honours.REPORT.date.date())]
    unknown, known = roll_lines(rows)
    assert known.by_authority < unknown.by_authority
    assert known.by_decision < unknown.by_decision


@given(st.lists(st.sampled_from(("Giấy khen", "Bằng khen", "Giải Nhì", "Giải Nhất")), max_size=20))
def test_places_agree_with_the_order_of_forms(forms):
    lines = roll_lines([honours.row(form, individuals=1) for form in forms])
    assert [line.award.title for line in lines] == forms
    ranked = sorted(lines, key=lambda line: line.by_form)
    assert [line.award.order for line in ranked] == sorted(line.award.order for line in lines)
    assert {line.by_form for line in lines} == set(range(len(set(forms))))
