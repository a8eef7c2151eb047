"""Which files a real browser takes: small for phones, sharp for screens, none too early."""

from __future__ import annotations

import http.server
import threading
from functools import partial

import pytest
from support.content import bulletin, write_content
from support.photos import photo, written
from support.sites import build_apart

from plugins.pictures.encoding import PHONE_BYTES

URL = "/ban-tin/2025/03/tin/"
FILLER = 150  # paragraphs: Chromium fetches what is up to 2,500 pixels below
WIDTHS = """images => images.map(image => {
  const box = image.getBoundingClientRect();
  const shape = image.naturalWidth / image.naturalHeight;
  const cut = getComputedStyle(image).objectFit === 'cover';
  const drawn = cut ? Math.max(box.width, box.height * shape) : box.width;
  return {file: image.currentSrc, drawn, place: image.className, alt: image.alt};
})"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("pictures")
    body = "Mở đầu.\n\n" * FILLER + (
        "![Đứng](dung.jpg)\n\nGiữa.\n\n![Một](ngang.jpg)\n\n![Hai](dung.jpg)\n\n"
        "![Ba](ngang.jpg)\n\nCuối."
    )
    cover = {"cover": "bia.jpg", "cover_alt": "Ảnh bìa"}
    files = {
        "bulletins/2025/bia.jpg": written(photo(2000, 1500, grain=14), quality=92),
        "bulletins/2025/ngang.jpg": written(photo(1400, 900), quality=88),
        "bulletins/2025/dung.jpg": written(photo(900, 1400), quality=88),
        "bulletins/2025/a.md": bulletin("Tin", body=body, **cover),
        "bulletins/2025/b.md": bulletin("Tin cũ hơn", "2025-02-01", **cover),
    }
    return build_apart(write_content(root / "content", files), root / "output", public=True)


@pytest.fixture(scope="module")
def address(site):
    handler = partial(Quiet, directory=site.output)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def look(browser, address):
    """Return a function that opens a page and tells which file each photo came from."""

    def run(url, width, dots):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, device_scale_factor=dots
        )
        page = context.new_page()
        page.goto(address + url)
        for image in page.locator("img[loading=lazy]").all():
            image.scroll_into_view_if_needed()
        page.wait_for_function("[...document.images].every(image => image.naturalWidth)")
        found = page.locator("main img").evaluate_all(WIDTHS)
        context.close()
        return found

    return run


def width_of(shown):
    return int(shown["file"].rpartition("-")[2].partition(".")[0])


@pytest.mark.parametrize("dots", [1, 2, 3])
@pytest.mark.parametrize("url", [URL, "/"])
def test_the_lead_photo_of_a_phone_is_small(look, site, url, dots):
    lead = next(shown for shown in look(url, 360, dots) if shown["alt"] == "Ảnh bìa")
    file = site.output / lead["file"].partition("/anh/")[2].join(["anh/", ""])
    assert file.stat().st_size <= PHONE_BYTES
    assert width_of(lead) >= 360


@pytest.mark.parametrize(("width", "dots"), [(360, 2), (768, 1), (1440, 1)])
@pytest.mark.parametrize("url", [URL, "/", "/hoi-nghi/"])
def test_every_photo_is_sharp_and_none_is_far_too_large(look, url, width, dots):
    """``sizes`` says what the style sheets do: a change of the layout shows here."""
    photos = look(url, width, dots)
    assert photos
    for shown in photos:
        wanted = shown["drawn"] * dots
        assert width_of(shown) >= wanted * 0.68, shown
        assert width_of(shown) <= max(wanted * 2.2, 480), shown
        assert shown["file"].endswith(".webp")


def test_photos_below_the_fold_wait(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 500})
    page = context.new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address + URL, wait_until="networkidle")
    [cover] = [url for url in fetched if "/anh/" in url]
    assert "/anh/bia." in cover
    assert page.locator("main img").count() == 5
    context.close()


def test_a_photo_opens_large_with_keyboard_and_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + URL)
    link = page.get_by_role("link", name="Ảnh bìa")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/anh/bia.*-1600.jpg")
    page.go_back()
    assert page.get_by_role("list").filter(has=page.get_by_alt_text("Hai")).count() == 1
    context.close()
