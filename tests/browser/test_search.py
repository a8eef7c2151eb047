"""The search page in a real browser: what is found, how it is said, and that nothing leaks."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from support.search import search_site
from support.site_server import serving
from support.sites import build_apart
from support.visits import inspect

from plugins.search.terms import exact_form, number, plain, tokens_of
from plugins.vietnamese import fold

TEXTS = (
    "Đảng ủy, Đảng uỷ: hòa, hoà, HOÀ; thủy, thuỷ; khỏe, khoẻ; quý, qúy. Ngã ba Ô Môn",
    "1.200 liều; 12,5%; số 42/2022/NĐ-CP; 15/7. H5N1 và COVID-19… Hết! Chưa?",
    "De\u0302\u0301: tie\u0302\u0301ng Vie\u0323\u0302t; straße, ŉ, ſ, ǰ, ﬁ, Œuvre, Ærø, łódź",
    "Ελληνικά ΟΔΟΣ, Русский ёж, İstanbul ı, 中文 字, ½ ² Ⅷ, μg, emoji 😀 xong",
    "đđ ĐĐ Ð ð ơ Ư ă Â ằ ẵ ặ ề ễ ệ ồ ỗ ộ ờ ỡ ợ ừ ữ ự ỳ ỹ ỵ ý\u00a0y\u200bz 'H'Hen' K'Brơi\ndòng",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("search")
    return build_apart(search_site(root / "content"), root / "output", public=True)


@pytest.fixture(scope="module")
def address(site):
    with serving(site.output) as url:
        yield url


@pytest.fixture
def ask(page, address):
    """Return a function that searches and gives the titles of the results."""
    messages = []
    page.on("console", lambda message: messages.append(message.text))

    def search(text, **more):
        given = "&".join(f"{name}={value}" for name, value in {"q": text, **more}.items())
        page.goto(f"{address}/tim-kiem/?{given}")
        expect(page.locator("[data-search-status]")).to_contain_text("cho «")
        return page.locator(".search-result h3").all_inner_texts()

    yield search
    assert messages == []


def module(site, name):
    (file,) = (site.output / "theme" / "js" / "search").glob(f"{name}.*.js")
    return f"/theme/js/search/{file.name}"


def test_scripts_fold_and_number_as_the_program_does(page, site, address):
    page.goto(f"{address}/tim-kiem/")
    script = """async ([url, texts]) => {
      const { rawTokens, plain, fold, exactForm, number } = await import(url);
      return texts.map((text) => rawTokens(text).map((token) => {
        const word = plain(token);
        return word ? [word, fold(word), exactForm(word), number(fold(word))] : ["", "", "", 0];
      }));
    }"""
    words = (site.content / "units.yml").read_text().split("\n")
    texts = [*TEXTS, *words, "".join(map(chr, range(0x20, 0x250))), _letters(0x1E00, 0x1F00)]
    expected = [[_told(plain(token)) for token in tokens_of(text)] for text in texts]
    assert page.evaluate(script, [module(site, "fold"), texts]) == expected


def _letters(start, end):
    return " ".join(map(chr, range(start, end)))


def _told(word):
    return [word, fold(word), exact_form(word), number(fold(word))] if word else ["", "", "", 0]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tiem vac xin soi cho tre em", "Tiêm vắc xin sởi cho trẻ em"),
        ("Tiêm vắc xin sởi cho trẻ em", "Tiêm vắc xin sởi cho trẻ em"),
        ("dang uy hop", "Đảng ủy Sở Y tế họp thường kỳ"),
        ("sởi", "Tiêm vắc xin sởi cho trẻ em"),
        ("sỏi", "Tán sỏi thận bằng kỹ thuật mới"),
        ("hoà giải", "Hòa giải ở cơ sở"),
        ("hiển vi", "Tiêm vắc xin sởi cho trẻ em"),
        ("42/KH-SYT", "Kế hoạch phòng dịch năm mẫu"),
    ],
)
def test_what_is_asked_comes_first(ask, text, first):
    assert ask(text)[0] == first


def test_a_quoted_phrase_is_found_as_it_stands(ask, page):
    assert ask('"kính hiển vi"') == ["Tiêm vắc xin sởi cho trẻ em"]
    page.goto("about:blank")
    assert ask('"vi hiển kính"') == []


def test_a_phrase_of_three_that_no_text_has_is_not_found(ask, page):
    ask('"kiểm tra đã họp"')
    expect(page.locator(".search-result h3")).to_have_text(["Hòa giải ở cơ sở"])


def test_cells_and_paragraphs_stand_apart_in_an_excerpt(page, site, address):
    page.goto(f"{address}/tim-kiem/")
    script = "async ([url, path]) => (await import(url)).textOf(path)"
    path = "/ban-tin/2025/03/ket-qua-hoi-thao/"
    said = page.evaluate(script, [module(site, "excerpt"), path])
    assert said == ("Ban tổ chức trao giải. Giải Người được trao Nhất Mẫu Văn Hùng Nhì Minh Hiền")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("benh vien phoi mau son", "Bệnh viện Phổi Mẫu Sơn"),
        ("bv phoi", "Bệnh viện Phổi Mẫu Sơn"),
        ("benh vein phoi mau son", "Bệnh viện Phổi Mẫu Sơn"),
        ("Bệnh viện Lao và Bệnh phổi", "Bệnh viện Phổi Mẫu Sơn"),
        ("benhvien phoi mau son", "Bệnh viện Phổi Mẫu Sơn"),
        ("syt mau son", "Sở Y tế Mẫu Sơn"),
        ("ttyt mau ha", "Trung tâm Y tế huyện Mẫu Hạ"),
        ("minh hien", "Minh Hiền"),
        ("Mẫu Văn Hưng", "Mẫu Văn Hưng"),
        ("Mẫu Văn Hùng", "Mẫu Văn Hùng"),
    ],
)
def test_a_unit_or_person_stands_first_however_the_name_is_typed(ask, page, text, name):
    ask(text)
    assert page.locator(".search-card h3").first.inner_text() == name


def test_a_card_has_phone_and_address_and_what_became_of_a_unit(ask, page):
    ask("so y te mau son")
    card = page.locator(".search-card").first
    expect(card.get_by_role("link", name="0205 3812 345")).to_have_attribute(
        "href", "tel:02053812345"
    )
    expect(card).to_contain_text("Số 50, đường Mẫu")
    ask("ttyt huyen mau ha")
    expect(page.locator(".search-card").first).to_contain_text(
        "Nay là Trung tâm Y tế liên xã Mẫu Thượng"
    )


def test_a_slip_is_forgiven_and_said(ask, page):
    assert ask("tiem vacc xin soi")[0] == "Tiêm vắc xin sởi cho trẻ em"
    hints = page.locator("[data-search-hints]")
    expect(hints).to_contain_text("Không mục nào có từ «vacc».")
    expect(hints).to_contain_text("Có phải bạn muốn tìm: tiem vac xin soi?")


def test_telex_that_was_never_switched_on_is_understood(ask):
    assert ask("tieem vawcs xin sowir")[0] == "Tiêm vắc xin sởi cho trẻ em"


def test_a_word_that_nothing_has_is_said_and_the_others_are_found(ask, page):
    assert "Hòa giải ở cơ sở" in ask("hòa giải zzzkqx")
    expect(page.locator("[data-search-hints]")).to_have_text("Không mục nào có từ «zzzkqx».")


def test_nothing_found_is_said_plainly(ask, page):
    assert ask("zzzkqx") == []
    expect(page.locator("[data-search-status]")).to_contain_text("Không tìm thấy mục nào")


def test_a_result_shows_date_kind_unit_and_the_words_in_context(ask, page):
    ask("kính hiển vi")
    result = page.locator(".search-result").first
    expect(result.locator("time")).to_have_attribute("datetime", "2025-02-10")
    expect(result).to_contain_text("Hội nghị")
    expect(result).to_contain_text("Bệnh viện Phổi Mẫu Sơn")
    expect(result.locator("mark")).to_have_text(["kính hiển vi"])


def test_an_excerpt_of_a_page_has_the_words_too(ask, page):
    assert ask("truyền thông") == ["Giới thiệu"]
    expect(page.locator(".search-result mark")).to_have_text(["truyền thông"])


def test_withdrawn_and_drafts_are_not_found(ask):
    assert "Bản tin kỳ lạ đã rút" not in ask("ky la da rut")
    assert "Bản nháp chưa đăng" not in ask("ban nhap chua dang")


def test_the_filter_counts_and_chooses_and_the_address_says_so(ask, page):
    ask("thường kỳ")
    page.get_by_text("Lọc và sắp xếp").click()
    kinds = page.get_by_label("Loại", exact=True)
    expect(kinds.locator("option")).to_have_count(3)
    kinds.select_option("hoi-nghi")
    expect(page.locator(".search-result h3").first).to_have_text("Đảng ủy Sở Y tế họp thường kỳ")
    assert "loai=hoi-nghi" in page.url
    page.reload()
    expect(page.locator(".search-result h3")).to_have_text(["Đảng ủy Sở Y tế họp thường kỳ"])
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator(".search-result")).to_have_count(10)
    assert "loai" not in page.url


def test_more_results_are_one_click_away_and_get_the_focus(ask, page):
    assert len(ask("bản tin thường kỳ số")) == 10
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator(".search-result a:focus")).to_have_count(1)
    assert page.locator(".search-result").count() > 13


def test_the_newest_come_first_when_asked(ask, page):
    ask("bản tin thường kỳ số", xep="moi-nhat")
    dates = [time.get_attribute("datetime") for time in page.locator(".search-result time").all()]
    assert dates == sorted(dates, reverse=True)
    expect(page.get_by_label("Mới nhất trước")).to_be_checked()


def test_an_exact_title_wins_by_default_over_newer_items(ask):
    assert ask("bản tin thường kỳ số 3")[0] == "Bản tin thường kỳ số 3"


def test_the_count_is_spoken_politely_and_the_keyboard_is_enough(page, address):
    page.goto(f"{address}/tim-kiem/")
    field = page.get_by_role("searchbox", name="Từ cần tìm")
    field.focus()
    page.keyboard.type("hoa giai")
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    expect(status).to_contain_text("kết quả cho «hoa giai»")
    assert page.url.endswith("?q=hoa+giai")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.search-result') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hòa giải ở cơ sở")
    page.go_back()
    expect(status).to_contain_text("kết quả cho «hoa giai»")


def test_text_of_bulletins_and_questions_is_never_markup(ask, page):
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    titles = ask("trong tiêu đề")
    assert titles[0] == "Chỉ số <3 & >1 trong tiêu đề"
    ask("<img src=x onerror=alert(2)>")
    assert page.locator("main img").count() == 0
    assert alerts == []


def test_without_a_connection_it_says_so_and_can_be_asked_again(page, address):
    page.route("**/muc-luc.json", lambda route: route.abort())
    page.goto(f"{address}/tim-kiem/?q=soi")
    status = page.get_by_role("status")
    expect(status).to_contain_text("không tải được dữ liệu")
    page.unroute("**/muc-luc.json")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(status).to_contain_text("kết quả cho «soi»")


def test_a_page_left_open_over_a_publication_finds_what_is_new(page, address):
    """Its list names files that are gone: the new list is fetched, and the reader sees nothing."""
    refused = []
    page.on("response", lambda answer: answer.status == 404 and refused.append(answer.url))

    def old_list(route):
        content = route.fetch().json()
        for period in content["periods"]:
            period["shards"] = "a" * len(period["shards"])
        route.fulfill(json=content)

    page.route("**/muc-luc.json", old_list)
    page.goto(f"{address}/tim-kiem/")
    expect(page.locator("[data-search-ways]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.unroute("**/muc-luc.json")
    page.get_by_label("Từ cần tìm").fill("hiển vi")
    page.keyboard.press("Enter")
    expect(page.locator(".search-result h3").first).to_have_text("Tiêm vắc xin sởi cho trẻ em")
    assert refused


def test_without_script_the_other_ways_are_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem/?q=soi")
    page.locator("main").get_by_role("link", name="Lưu trữ").click()
    expect(page.locator("h1")).to_contain_text("Lưu trữ")
    context.close()


@pytest.mark.parametrize("asked", ["", "?q=benh+vien+phoi+mau+son", "?q=thuong+ky+vacc"])
def test_nothing_is_wrong_in_any_width_or_scheme(browser, address, asked):
    assert inspect(browser, address, f"/tim-kiem/{asked}") == []


def test_a_search_fetches_few_small_files_of_this_site_alone(page, site, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/tim-kiem/?q=kinh+hien+vi")
    expect(page.locator(".search-result mark").first).to_be_visible()
    assert all(url.startswith(address) for url in asked)
    index = [url for url in asked if "/tim-kiem/" in url and "?" not in url]
    assert len(index) < 25
    listed = json.loads((site.output / "tim-kiem" / "muc-luc.json").read_text(encoding="utf-8"))
    assert len(listed["periods"]) == 3
