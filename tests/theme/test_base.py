"""The head, the masthead, the menu, the breadcrumbs and the footer."""

from __future__ import annotations

from dataclasses import replace

import pytest


def head_meta(page, name):
    found = page.head.find("meta", attrs={"name": name})
    return found["content"] if found else None


def test_title_names_the_page_and_the_newsroom(samples, render):
    page = render("page.html", samples.STATIC_PAGE)
    assert page.title.get_text() == "Giới thiệu – Bản tin mẫu"


def test_front_page_is_titled_by_the_newsroom_alone(samples, render):
    assert render("index.html", samples.FRONT).title.get_text() == "Bản tin mẫu"


def test_description_and_canonical_stand_when_given(samples, render):
    page = render("index.html", samples.FRONT)
    assert head_meta(page, "description") == "Mô tả mẫu"
    assert page.head.find("link", rel="canonical")["href"] == "https://mau.example/"


def test_description_and_canonical_are_absent_when_empty(samples, render):
    page = render("404.html", samples.NOT_FOUND)
    assert head_meta(page, "description") is None
    assert page.head.find("link", rel="canonical") is None


@pytest.mark.parametrize(
    ("noindex", "preview", "expected"),
    [(False, False, None), (True, False, "noindex"), (False, True, "noindex")],
)
def test_robots(samples, render, noindex, preview, expected):
    newsroom = replace(samples.NEWSROOM, noindex=noindex)
    page = render("404.html", samples.NOT_FOUND, newsroom=newsroom, preview=preview)
    assert head_meta(page, "robots") == expected


def test_assets_come_by_their_hashed_names(samples, render):
    page = render("404.html", samples.NOT_FOUND, asset=lambda name: f"/theme/hashed-{name}")
    links = [link["href"] for link in page.head.find_all("link")]
    assert all(link.startswith("/theme/hashed-") for link in links)
    assert "/theme/hashed-css/site.css" in links


def test_preview_says_so(samples, render):
    banner = render("404.html", samples.NOT_FOUND, preview=True).select_one(".preview-banner")
    assert "Bản xem trước" in banner.get_text()
    assert render("404.html", samples.NOT_FOUND).select_one(".preview-banner") is None


def test_vietnamese_page_declares_its_language_once(samples, render):
    page = render("page.html", samples.STATIC_PAGE)
    assert page.html["lang"] == "vi"
    foreign = page.body.find_all(lang=True)
    assert {(link.name, link["href"], link["lang"]) for link in foreign} == {("a", "/en/", "en")}
    assert {link["hreflang"] for link in foreign} == {"en"}


def test_english_page_keeps_a_vietnamese_frame(samples, render):
    page = render("english.html", samples.ENGLISH_PAGE)
    assert page.html["lang"] == "en"
    assert page.body["lang"] == "vi"
    assert page.main["lang"] == "en"


def test_menu_marks_the_page_itself(samples, render):
    page = render("archive.html", samples.ARCHIVE_PAGE)
    current = page.select(".site-nav [aria-current]")
    assert [(item.get_text(), item["aria-current"]) for item in current] == [("Lưu trữ", "page")]


@pytest.mark.parametrize(
    ("name", "section"),
    [("archive-year", "Lưu trữ"), ("list", "Hội nghị"), ("bulletin", "Hội nghị")],
)
def test_menu_marks_the_section_of_a_page(samples, render, name, section):
    template, inputs = samples.PAGES[name]
    current = render(template, inputs).select(".site-nav [aria-current]")
    assert [(item.get_text(), item["aria-current"]) for item in current] == [(section, "true")]


def test_home_in_the_menu_is_no_section_of_everything(samples, render):
    menu = (samples.MenuItem("Trang chủ", "/"), *samples.MENU)
    page = render("page.html", samples.STATIC_PAGE, menu=menu)
    assert not page.select(".site-nav [aria-current]")


def test_masthead_links_home_and_is_current_there(samples, render):
    assert (
        render("index.html", samples.FRONT).select_one(".masthead__home")["aria-current"] == "page"
    )
    home = render("404.html", samples.NOT_FOUND).select_one(".masthead__home")
    assert home["href"] == "/"
    assert not home.has_attr("aria-current")


def test_emblem_takes_the_place_of_the_mark(samples, render):
    page = render("404.html", samples.NOT_FOUND, emblem_url="/anh/huy-hieu.png")
    image = page.select_one(".masthead__emblem img")
    assert image["src"] == "/anh/huy-hieu.png"
    assert image["alt"] == ""
    assert page.select_one(".masthead__emblem svg") is None


def test_mark_is_silent_to_screen_readers(samples, render):
    page = render("404.html", samples.NOT_FOUND)
    assert all(mark["aria-hidden"] == "true" for mark in page.find_all("svg"))


def test_breadcrumbs_end_at_the_page(samples, render):
    page = render("list.html", samples.LIST_PAGE)
    crumbs = page.select(".breadcrumbs li")
    assert [crumb.get_text(strip=True) for crumb in crumbs] == ["Trang chủ", "Hội nghị", "Năm 2023"]
    assert [link["href"] for link in page.select(".breadcrumbs a")] == ["/", "/hoi-nghi/"]
    assert crumbs[-1].span["aria-current"] == "page"


def test_no_breadcrumbs_without_steps(samples, render):
    assert render("index.html", samples.FRONT).select_one(".breadcrumbs") is None


def test_footer_says_who_is_responsible(samples, render):
    footer = render("404.html", samples.NOT_FOUND).footer
    terms = [term.get_text() for term in footer.find_all("dt")]
    assert terms == [
        "Cơ quan chủ quản",
        "Chịu trách nhiệm nội dung",
        "Địa chỉ",
        "Điện thoại",
        "Thư điện tử",
    ]
    assert footer.select_one('a[href="tel:02400000000"]').get_text() == "024 0000 0000"
    assert footer.select_one('a[href="mailto:bantin@mau.example"]')
    for text in (samples.NEWSROOM.notice, samples.NEWSROOM.licence):
        assert text in footer.get_text()


def test_footer_leaves_out_what_is_not_known(samples, render):
    newsroom = type(samples.NEWSROOM)(name="Bản tin mẫu", address="Số 1")
    footer = render("404.html", samples.NOT_FOUND, newsroom=newsroom).footer
    assert [term.get_text() for term in footer.find_all("dt")] == ["Địa chỉ"]


def test_footer_menu_marks_the_page_itself(samples, render):
    page = render("page.html", samples.STATIC_PAGE)
    current = page.select(".site-footer [aria-current]")
    assert [item["href"] for item in current] == ["/gioi-thieu/"]


def test_identity_is_escaped(samples, render):
    newsroom = replace(
        samples.NEWSROOM, name=samples.HOSTILE, tagline=samples.HOSTILE, address=samples.HOSTILE
    )
    page = render("404.html", samples.NOT_FOUND, newsroom=newsroom)
    assert page.select_one(".masthead__name").get_text() == samples.HOSTILE
    assert page.find("b") is None
    assert samples.HOSTILE in page.title.get_text()


def test_the_body_in_charge_stands_above_the_name(samples, render):
    page = render("404.html", samples.NOT_FOUND)
    assert page.select_one(".masthead__body").get_text() == samples.NEWSROOM.managing_body


def test_english_is_offered_only_where_there_is_a_page(samples, render):
    link = render("page.html", samples.STATIC_PAGE).select_one(".masthead__language")
    assert (link["href"], link["lang"], link["hreflang"]) == ("/en/", "en", "en")
    current = render("english.html", samples.ENGLISH_PAGE).select_one(".masthead__language")
    assert current["aria-current"] == "page"
    without = render("page.html", samples.STATIC_PAGE, english_url="")
    assert without.select_one(".masthead__language") is None


class TestSearch:
    def test_a_form_leads_to_the_search_page(self, samples, render):
        form = render("page.html", samples.STATIC_PAGE).select_one(".masthead [role=search]")
        assert form["action"] == "/tim-kiem/"
        field = form.find("input")
        assert field["name"] == "q"
        assert field.find_parent("label").get_text(strip=True) == "Tìm bản tin, đơn vị, người"

    def test_a_narrow_screen_has_a_link(self, samples, render):
        link = render("page.html", samples.STATIC_PAGE).select_one(".site-nav__search")
        assert (link["href"], link.get_text()) == ("/tim-kiem/", "Tìm kiếm")

    def test_there_is_none_without_a_search_page(self, samples, render):
        for template, inputs in (samples.PAGES["static"], samples.PAGES["not-found"]):
            page = render(template, inputs, search_url="")
            assert page.select_one("form, .site-nav__search") is None

    def test_one_form_is_enough(self, samples, render):
        missing = render("404.html", samples.NOT_FOUND)
        assert len(missing.select("[role=search]")) == 1
        assert missing.main.select_one("[role=search]")
        own = {**samples.STATIC_PAGE, "page": samples.page_info("/tim-kiem/", "Tìm", "search")}
        page = render("page.html", own)
        assert page.select_one("[role=search]") is None
        assert page.select_one(".site-nav__search")["aria-current"] == "page"


def test_the_menu_is_one_list_behind_a_summary(samples, render):
    page = render("page.html", samples.STATIC_PAGE)
    fold = page.select_one(".site-nav__fold")
    assert fold.summary.get_text() == "Chuyên mục"
    assert fold.find_next_sibling("ul") is page.select_one(".site-nav__list")
    assert len(page.select(f'.site-nav a[href="{samples.MENU[0].url}"]')) == 1


def test_footer_names_other_sites(samples, render):
    nav = render("page.html", samples.STATIC_PAGE).select_one('footer nav[aria-label="Liên kết"]')
    link = nav.find("a")
    assert (link["href"], link["rel"]) == ("https://cong-mau.example/", ["noopener"])


def test_the_measuring_script_is_the_only_one_from_elsewhere(samples, render):
    address = "https://do-luong.example/do.js"
    newsroom = replace(samples.NEWSROOM, measuring_script=address)
    page = render("page.html", samples.STATIC_PAGE, newsroom=newsroom)
    sources = [script["src"] for script in page.find_all("script", src=True)]
    assert [source for source in sources if not source.startswith("/")] == [address]


def test_nobody_is_measured_in_a_preview(samples, render):
    newsroom = replace(samples.NEWSROOM, measuring_script="https://do-luong.example/do.js")
    page = render("page.html", samples.STATIC_PAGE, newsroom=newsroom, preview=True)
    assert "do-luong.example" not in str(page)


def test_the_chosen_size_of_text_is_set_before_painting(samples, render):
    script = render("page.html", samples.STATIC_PAGE).head.find(
        "script", src="/theme/js/text-size.js"
    )
    assert (script["type"], script["blocking"]) == ("module", "render")
    assert script.has_attr("async")
