"""Photos in built sites: published in sizes, without a trace of the original, and kept."""

from __future__ import annotations

import io
import struct
import unicodedata

import pytest
from bs4 import BeautifulSoup
from pelican.settings import read_settings
from PIL import Image
from support.content import PROJECT, bulletin
from support.photos import PLACE, SECRET, bomb, corners, exif, heic, moving, photo, written

from plugins.engine.errors import SettingsError

URL = "/ban-tin/2025/03/tin/"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>BiMatTrongXmp</creator></x:xmpmeta>"


def with_photos(body="![Ảnh A](a.jpg)", **files):
    header = {"cover": "bia.jpg", "cover_alt": "Ảnh bìa", "cover_caption": "Lời dưới ảnh"}
    there = {"bia.jpg": written(photo(900, 600)), "a.jpg": written(corners(800, 600)), **files}
    return {
        "bulletins/2025/a.md": bulletin("Tin", body=f"Mở đầu.\n\n{body}", **header),
        **{f"bulletins/2025/{name}": data for name, data in there.items()},
    }


def page(site, url=URL):
    return BeautifulSoup(site.read(url), "html.parser")


def published(site):
    """Return every picture of a site, by its path."""
    found = {}
    for path, data in site.files().items():
        if path.startswith("anh/"):
            found[path] = Image.open(io.BytesIO(data))
            found[path].load()
    return found


@pytest.fixture(scope="module")
def secrets():
    """Photos whose bytes tell who took them, where and when; with a thumbnail of the original."""
    tags = exif(6)
    thumbnail = written(corners(64, 48))
    picture = photo(900, 600)
    return {
        "a.jpg": written(picture, exif=tags, xmp=XMP, comment=SECRET.encode(), dpi=(77, 77)),
        "b.PNG": written(picture, "PNG", exif=tags),
        "c.webp": written(picture, "WEBP", exif=tags.tobytes(), xmp=XMP),
        "Ảnh Của Tôi (1).HEIC": heic(picture, exif=tags.tobytes(), xmp=XMP),
        "bia.jpg": written(picture, exif=tags, xmp=XMP) + thumbnail + SECRET.encode(),
        "lien-ket.jpg": written(corners(400, 300), exif=tags, xmp=XMP),
        "van-ban.jpg": written(corners(500, 300), exif=tags, xmp=XMP),
    }


def test_nothing_of_an_original_but_its_pixels_is_published(build_site, secrets):
    body = "\n\n".join(f"![Ảnh](<{name}>)" for name in [*secrets][:4])
    files = with_photos(f"{body}\n\n[Xem ảnh](lien-ket.jpg)", **secrets)
    files["bulletins/2025/a.md"] = files["bulletins/2025/a.md"].replace(
        "cover: ", "documents:\n- title: Công văn\n  file: van-ban.jpg\ncover: "
    )
    files["images/dau.png"] = written(corners(), "PNG", exif=exif())
    site = build_site(files, public=True, NEWSROOM=newsroom(emblem="images/dau.png"))
    pictures = published(site)
    stems = {path.split(".")[0] for path in pictures}
    assert {f"anh/{name}" for name in ("a", "b", "c", "anh-cua-toi-1", "bia", "dau")} <= stems
    assert {"anh/lien-ket", "anh/van-ban"} <= stems
    seconds = struct.pack("<6I", *(part for degree in PLACE for part in (degree, 1)))
    hidden = [SECRET.encode(), b"MayAnhBiMat", b"BiMatTrongXmp", b"Exif\0", b"xmpmeta", seconds]
    for path, data in site.files().items():
        if path.startswith("anh/"):
            assert not [word for word in hidden if word in data], path
    for path, picture in pictures.items():
        assert not picture.getexif(), path
        assert not picture.info.keys() & {"exif", "xmp", "icc_profile", "comment"}, path
    originals = set(secrets.values())
    assert not originals & set(site.files().values())


def newsroom(**changes):
    return {**read_settings(str(PROJECT / "pelicanconf.py"))["NEWSROOM"], **changes}


def test_the_turn_of_a_camera_is_applied_in_every_file(build_site):
    held = corners(800, 600).transpose(Image.Transpose.ROTATE_90)
    site = build_site(with_photos(**{"a.jpg": written(held, exif=exif(6))}))
    sizes = {p.size for path, p in published(site).items() if path.startswith("anh/a.")}
    assert all(width > height for width, height in sizes)


def test_a_page_offers_sizes_and_keeps_the_place_of_each_photo(build_site):
    site = build_site(with_photos())
    cover, body = page(site).select("article img")
    for image, width, height in ((cover, 900, 600), (body, 800, 600)):
        assert (image["width"], image["height"]) == (str(width), str(height))
        [source] = image.parent.select("source")
        assert source["type"] == "image/webp"
        assert source["sizes"] == image["sizes"]
        for candidates, form in ((source["srcset"], "WEBP"), (image["srcset"], "JPEG")):
            for entry in candidates.split(", "):
                address, wide = entry.split()
                file = Image.open(site.output / address[1:])
                assert (file.format, f"{file.width}w") == (form, wide)
                assert abs(file.width * height - file.height * width) < width
        assert image["src"] in image["srcset"]
    assert cover.get("loading") is None
    assert cover["fetchpriority"] == "high"
    assert body["loading"] == "lazy"


def test_photos_lead_to_their_largest_file_without_script(build_site):
    site = build_site(with_photos("![Ảnh A](a.jpg)\n\nTrong dòng ![Ảnh B](a.jpg)."))
    links = page(site).select("a.picture__zoom")
    assert [link.img["alt"] for link in links] == ["Ảnh bìa", "Ảnh A"]
    for link in links:
        assert (site.output / link["href"][1:]).is_file()
        assert link["href"] == link.img["srcset"].split(", ")[-1].split()[0]
        assert "xem ảnh lớn" in link.get_text()


def test_photos_that_follow_one_another_are_a_list(build_site):
    site = build_site(with_photos('![Ảnh A](a.jpg "Lời A")\n\n![Ảnh bìa](bia.jpg)'))
    [gallery] = page(site).select("ul.gallery")
    assert [image["alt"] for image in gallery.select("li > figure > a > picture > img")] == [
        "Ảnh A",
        "Ảnh bìa",
    ]
    assert gallery.figcaption.get_text() == "Lời A"


def test_feeds_and_sitemaps_name_jpegs_by_their_whole_address(build_site):
    site = build_site(with_photos(), public=True)
    feed = site.read("/feeds/tat-ca.atom.xml")
    assert 'src="https://bantin.example/anh/bia.' in feed.replace("&quot;", '"')
    assert ".webp" not in feed
    sitemap = site.read("/sitemaps/2025.xml")
    assert sitemap.count("<image:loc>https://bantin.example/anh/") == 2
    assert "-900.jpg" in sitemap


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", written(photo(600, 400))[:-4000], "image-unreadable"),
        ("a.png", written(photo(300, 200), "PNG")[:-9000], "image-unreadable"),
        ("a.heic", heic(corners(640, 480))[:-300], "image-unreadable"),
        ("a.png", bomb(7_000), "image-too-many-pixels"),
    ],
)
def test_a_damaged_photo_or_a_bomb_stops_the_build(problems_of, name, data, code):
    found = problems_of(with_photos(f"![Ảnh]({name})", **{name: data, "a.jpg": data}))
    wrong = [(entry.path, entry.code) for entry in found if entry.severity == "error"]
    assert (f"bulletins/2025/{name}", code) in wrong


def test_a_moving_picture_stands_still_and_staff_are_told(build_site, problems_of):
    files = with_photos("![Ảnh](dong.gif)", **{"dong.gif": moving("GIF")})
    assert [entry.code for entry in problems_of(files) if "dong" in entry.path] == ["image-moving"]
    site = build_site(files)
    stills = [p for path, p in published(site).items() if path.startswith("anh/dong.")]
    assert len(stills) == 2
    assert not any(getattr(picture, "is_animated", False) for picture in stills)


def test_a_name_from_a_mac_or_phone_is_found(build_site):
    name = unicodedata.normalize("NFD", "Ảnh Hội Nghị.HEIC")
    site = build_site(with_photos("![Ảnh](<Ảnh Hội Nghị.HEIC>)", **{name: heic(corners(640, 480))}))
    assert any(path.startswith("anh/anh-hoi-nghi.") for path in published(site))


# --- What is kept ---------------------------------------------------------------------------------


def test_what_is_kept_or_not_the_bytes_are_the_same(build_site, tmp_path, monkeypatch):
    files = with_photos()
    plain = build_site(files).files()
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    assert build_site(files, output="first", ENGINE_PROCESSES=1).files() == plain


def test_an_unchanged_photo_is_not_made_again(build_site, tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    build_site(with_photos())
    bundles = {path: path.stat().st_ino for path in tmp_path.glob("state/pictures/??/*")}
    assert len(bundles) == 2
    build_site(with_photos("![Lời khác](a.jpg)"))
    renamed = with_photos("![Ảnh](khac.jpg)", **{"khac.jpg": written(corners(800, 600))})
    del renamed["bulletins/2025/a.jpg"]
    build_site(renamed, output="other")
    again = {path: path.stat().st_ino for path in tmp_path.glob("state/pictures/??/*")}
    assert again == bundles


def test_damage_in_what_is_kept_is_never_published(build_site, tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    plain = build_site(with_photos(), public=True, output="first").files()
    flipped, cut, gone = bundles = sorted(tmp_path.glob("state/pictures/??/*.bundle"))
    whole = [bundle.read_bytes() for bundle in bundles]
    flipped.write_bytes(whole[0][:-100] + bytes([whole[0][-100] ^ 255]) + whole[0][-99:])
    cut.write_bytes(whole[1][:-200])
    gone.unlink()
    assert build_site(with_photos(), public=True, output="second").files() == plain
    assert [bundle.read_bytes() for bundle in bundles] == whole


def test_what_was_not_used_for_long_is_removed(build_site, tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    build_site(with_photos(), PICTURES_KEEP_BUILDS=1)
    without = with_photos("Không ảnh.")
    del without["bulletins/2025/a.jpg"]
    build_site(without, output="other", PICTURES_KEEP_BUILDS=1)
    assert len(list(tmp_path.glob("state/pictures/??/*"))) == 1


def test_without_state_nothing_is_left(build_site, tmp_path):
    site = build_site(with_photos())
    assert not (site.output / ".build").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "output"]


@pytest.mark.parametrize("setting", [{"PICTURES_KEEP_BUILDS": 0}, {"PICTURES_WIDTH": 3}])
def test_a_wrong_setting_is_named(build_site, setting):
    with pytest.raises(SettingsError, match="PICTURES_"):
        build_site({}, **setting)
