"""The latest notices on the page of a bulletin, with script and without (issue ARCHIVES)."""

from __future__ import annotations

from playwright.sync_api import expect
from support.content import bulletin

URL = "/ban-tin/2025/03/hoi-nghi-giao-ban/"
FRAGMENT = "**/manh/thong-bao.html"
NOTICES = {
    "bulletins/2025/cup-nuoc.md": bulletin("Lịch cúp nước", "2025-03-01", category="Thông báo"),
    "bulletins/2025/het-han.md": bulletin(
        "Đã hết hạn", "2025-03-02", category="Thông báo", expires="2025-03-03"
    ),
}


def notices(page):
    return page.get_by_role("region", name="Thông báo")


def test_notices_in_force_are_fetched_and_lead_to_their_pages(serve, page):
    preview = serve(NOTICES)
    page.goto(preview.url + URL)
    expect(notices(page).get_by_role("heading", level=3)).to_have_text(["Lịch cúp nước"])
    notices(page).get_by_role("link", name="Lịch cúp nước").click()
    expect(page.locator("h1")).to_have_text("Lịch cúp nước")


def test_without_script_a_link_leads_to_all_notices(serve, browser):
    preview = serve(NOTICES)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(preview.url + URL)
    assert notices(page).get_by_role("link").all_inner_texts() == ["Tất cả thông báo"]
    notices(page).get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Thông báo")
    context.close()


def test_a_failed_request_leaves_the_link(serve, page):
    preview = serve(NOTICES)
    page.route(FRAGMENT, lambda route: route.fulfill(status=404))
    with page.expect_response(FRAGMENT):
        page.goto(preview.url + URL)
    expect(notices(page).get_by_role("link")).to_have_text(["Tất cả thông báo"])
    page.route(FRAGMENT, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(preview.url + URL)
    expect(notices(page).get_by_role("link")).to_have_text(["Tất cả thông báo"])
