"""``bantin serve`` as staff use it: a process, a browser, an editor."""

from __future__ import annotations

import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support.content import bulletin

NEWS = "bulletins/2025/giao-ban.md"
URL = "/ban-tin/2025/03/hoi-nghi-giao-ban/"
WRONG = bulletin("Hội nghị giao ban", date="05/03/2025")


def panel(page):
    return page.get_by_role("alert")


def test_a_change_of_a_bulletin_reloads_the_page(serve, page):
    preview = serve()
    page.goto(preview.url + URL)
    expect(page.locator("h1")).to_have_text("Hội nghị giao ban")
    slug = {"slug": "hoi-nghi-giao-ban"}
    preview.write(NEWS, bulletin("Hội nghị giao ban quý I", **slug))
    expect(page.locator("h1")).to_have_text("Hội nghị giao ban quý I")
    assert panel(page).count() == 0


def test_an_error_is_shown_in_both_places_until_it_is_mended(serve, page):
    preview = serve()
    page.goto(preview.url + URL)
    preview.write(NEWS, WRONG)
    expect(panel(page)).to_contain_text(f"{NEWS}:3:7: date-")
    expect(panel(page)).to_contain_text("Cách sửa: ")
    assert f"{NEWS}:3:7: date-" in preview.says("Nội dung có 1 lỗi")
    expect(page.locator("h1")).to_have_text("Hội nghị giao ban")
    page.goto(preview.url + "/hoi-nghi/")
    expect(page.get_by_role("link", name="Hội nghị giao ban").first).to_be_attached()
    expect(panel(page)).to_contain_text("date-")
    preview.write(NEWS, bulletin("Hội nghị giao ban"))
    expect(panel(page)).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Hội nghị")


def test_a_first_build_that_fails_shows_the_panel_and_then_the_site(serve, page):
    preview = serve({NEWS: WRONG}, wait_for="Nội dung có 1 lỗi")
    assert not preview.output.exists()
    page.goto(preview.url)
    expect(panel(page)).to_contain_text(f"{NEWS}:3:7: date-")
    preview.write(NEWS, bulletin("Hội nghị giao ban"))
    expect(page.get_by_role("link", name="Hội nghị giao ban").first).to_be_attached()
    expect(panel(page)).to_have_count(0)


def test_the_panel_lists_errors_only_and_in_full(serve, page):
    without_author = bulletin("Tin khác").replace("authors: Minh Hiền\n", "")
    html_like = bulletin("Tin <script>document.title='x'</script>", slug="tin", body="Tin ngắn.")
    preview = serve(
        {"bulletins/2025/a.md": without_author, "bulletins/2025/b.md": html_like, NEWS: WRONG},
        wait_for="Nội dung có 2 lỗi",
    )
    assert "byline-missing warning" in preview.terminal
    page.goto(preview.url)
    lines = panel(page).get_by_role("listitem")
    expect(lines).to_have_count(3)
    expect(lines.nth(0)).to_contain_text("bulletins/2025/b.md:2:8: ")
    expect(lines.nth(1)).to_contain_text(f"{NEWS}:3:7: ")
    expect(lines.nth(2)).to_contain_text("2 lỗi trong 2 tệp")
    assert page.title() == "Xem trước"


def test_a_change_of_theme_or_program_counts_too(serve, page, program):
    preview = serve()
    page.goto(preview.url)
    template = program / "theme/templates/partials/footer.html"
    before = template.read_text()
    template.write_text(before + "<p>Dòng mới của khung trang</p>")
    expect(page.get_by_text("Dòng mới của khung trang")).to_be_attached()
    template.write_text(before + "{{ misspelt }}")
    expect(panel(page)).to_contain_text("footer.html")
    expect(panel(page)).to_contain_text("misspelt")
    template.write_text(before)
    expect(panel(page)).to_have_count(0)
    formats = program / "plugins/archives/formats.py"
    good = formats.read_text()
    formats.write_text("raise RuntimeError('hỏng')\n" + good)
    expect(panel(page)).to_contain_text("plugins.archives")
    formats.write_text(good)
    expect(panel(page)).to_have_count(0)
    settings = program / "pelicanconf.py"
    text = settings.read_text()
    fresh = program / "fresh"
    fresh.write_text(text.replace('"name": "', '"name": "Bản thử '))
    fresh.replace(settings)
    page.wait_for_function("document.title.includes('Bản thử')")


def test_ctrl_c_ends_it_with_0_and_leaves_nothing_behind(serve):
    preview = serve()
    port = preview.port
    assert preview.stop() == 0
    assert preview.says("Đã dừng xem trước.")
    assert "Traceback" not in preview.terminal
    assert preview.processes() == []
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ending_it_amid_a_build_ends_the_build(serve, how):
    many = {f"bulletins/2025/tin-{n}.md": bulletin(f"Tin số {n}") for n in range(400)}
    preview = serve(many, wait_for="localhost")
    preview.waits_for(lambda: len(preview.processes()) > 2)  # itself, a build, and its workers
    assert preview.stop(how) == 0
    assert "Traceback" not in preview.terminal
    assert preview.processes() == []
    assert not (preview.output / "index.html").exists()


def test_it_listens_on_this_machine_alone(serve):
    preview = serve()
    table = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
    local = [line.split()[1] for line in table.splitlines() if f":{preview.port:04X} " in line]
    assert "0100007F:" + f"{preview.port:04X}" in local
    assert all(address.startswith("0100007F:") for address in local)


def test_two_tabs_are_told_alike_and_a_closed_one_does_no_harm(serve, page):
    preview = serve()
    page.goto(preview.url + URL)
    other = page.context.new_page()
    other.goto(preview.url)
    third = page.context.new_page()
    third.goto(preview.url)
    third.close()
    preview.write(NEWS, WRONG)
    expect(panel(page)).to_contain_text("date-")
    expect(panel(other)).to_contain_text("date-")
    preview.write(NEWS, bulletin("Hội nghị giao ban"))
    expect(panel(page)).to_have_count(0)
    expect(panel(other)).to_have_count(0)
    preview.stop()
    assert "Traceback" not in preview.terminal
    assert "Exception" not in preview.terminal


def test_a_new_bulletin_and_a_removed_one_are_noticed(serve):
    preview = serve()
    address = f"{preview.url}/ban-tin/2025/03/tin-moi/"
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(address)
    assert missing.value.code == 404
    preview.write("bulletins/2025/moi.md", bulletin("Tin mới"))
    preview.says("Đã dựng", times=2)
    with urllib.request.urlopen(address) as answer:
        assert "Tin mới" in answer.read().decode()
    (preview.content / "bulletins/2025/moi.md").unlink()
    preview.says("Đã dựng", times=3)
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(address)
