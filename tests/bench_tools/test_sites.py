"""Each site of the benchmark holds the same bulletins, and is refused where it lacks something."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import yaml
from bench.builds.edits import Edits
from bench.builds.hugo_site import HugoSite
from bench.builds.our_site import OurSite
from bench.builds.pelican_site import PelicanSite
from bench.builds.process import Spent
from bench.builds.results import BACK_DATED, DELETED, EDIT, FULL, NEW, NOTHING
from bench.builds.sites import Habits, UnequalError, check, expected_files, page_of
from bench.bulletin_corpus import Item, as_markdown, read_back

HABITS = Habits("{}/feed.xml", "feed.xml", "luu-tru/{year}/{month}/index.html", "<ul>(.*?)</ul>")


def item(number: int, **fields: object) -> Item:
    made = Item(
        name=f"tin-{number}",
        date=dt.datetime(2019, 3, 1 + number, 7, 30),
        title=f"Tiêu: đề {number}",
        summary="Tóm tắt.",
        category="hoi-nghi",
        units=("so-y-te",),
        authors=("nguoi-mau",),
        paragraphs=("Đoạn một.", "Đoạn hai.", "Đoạn ba."),
    )
    return replace(made, **fields)


ITEMS = [item(number) for number in range(12)]


@dataclass
class FolderSite:
    """A site that builds itself by writing what is asked of it."""

    output: Path
    name: str = "a site"
    habits: Habits = HABITS
    body: str = "<h1>Tiêu: đề</h1><ul><li>một<li>hai</ul>"
    put_items: list[Item] = field(default_factory=list)
    dropped: list[Item] = field(default_factory=list)

    def put(self, one: Item) -> None:
        self.put_items.append(one)

    def drop(self, one: Item) -> None:
        self.dropped.append(one)

    def write(self, items):
        for path in expected_files(items, self.habits):
            file = self.output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.body)

    def build(self) -> Spent:
        return Spent(0, 0, 0)

    def forget(self) -> None:
        """Nothing is kept."""


def test_what_a_site_has_to_have():
    second = item(1, date=dt.datetime(2020, 12, 5), units=("cdc",), category="thong-bao")
    assert list(expected_files([ITEMS[0], second], HABITS)) == [
        "index.html",
        "ban-tin/2019/03/tin-0/index.html",
        "ban-tin/2020/12/tin-1/index.html",
        "don-vi/cdc/index.html",
        "don-vi/so-y-te/index.html",
        "hoi-nghi/index.html",
        "tac-gia/nguoi-mau/index.html",
        "thong-bao/index.html",
        "luu-tru/2019/index.html",
        "luu-tru/2020/index.html",
        "luu-tru/2019/03/index.html",
        "luu-tru/2020/12/index.html",
        "feed.xml",
        "don-vi/cdc/feed.xml",
        "don-vi/so-y-te/feed.xml",
        "hoi-nghi/feed.xml",
        "thong-bao/feed.xml",
    ]


def test_a_whole_site_passes_with_the_length_of_its_related_lists(tmp_path):
    site = FolderSite(tmp_path)
    site.write(ITEMS)
    assert check(site, ITEMS) == 2


def test_a_missing_page_is_named(tmp_path):
    site = FolderSite(tmp_path)
    site.write(ITEMS)
    (tmp_path / page_of(ITEMS[3])).unlink()
    with pytest.raises(UnequalError, match=r"a site lacks 1 files: ban-tin/2019/03/tin-3/"):
        check(site, ITEMS)


def test_related_lists_have_to_be_there_or_not(tmp_path):
    site = FolderSite(tmp_path)
    site.write(ITEMS)
    with pytest.raises(UnequalError, match=r"2\.0 related"):
        check(site, ITEMS, related=False)
    site.body = "<h1>Tiêu: đề</h1>"
    site.write(ITEMS)
    assert check(site, ITEMS, related=False) == 0
    with pytest.raises(UnequalError, match=r"0\.0 related"):
        check(site, ITEMS)


def test_a_page_of_something_else_is_refused(tmp_path):
    site = FolderSite(tmp_path, body="404")
    site.write(ITEMS)
    with pytest.raises(UnequalError, match="another title"):
        check(site, ITEMS)


def test_edits_never_change_the_same_bulletin_twice(tmp_path):
    site = FolderSite(tmp_path)
    edits = Edits(site, ITEMS, [item(20), item(21), item(22)])
    assert [edits.named(EDIT)() for _ in range(2)] == ["tin-7", "tin-6"]
    assert [edits.named(DELETED)() for _ in range(2)] == ["tin-4", "tin-3"]
    assert [one.name for one in site.dropped] == ["tin-4", "tin-3"]
    assert edits.named(NOTHING)() == edits.named(FULL)() == ""
    assert site.put_items[0].paragraphs[:2] == ITEMS[7].paragraphs[:2]
    assert site.put_items[0].paragraphs[2].startswith("Đoạn ba. Buổi làm việc")
    assert len(edits.current) == 10


def test_new_bulletins_are_of_the_day_of_the_build_or_of_years_ago(tmp_path):
    site = FolderSite(tmp_path)
    edits = Edits(site, ITEMS, [item(20), item(21), item(22)])
    assert edits.named(NEW)() != edits.named(NEW)()
    edits.named(BACK_DATED)()
    dates = [one.date for one in site.put_items]
    assert [date.date().isoformat() for date in dates] == ["2026-01-15", "2026-01-15", "2012-06-15"]
    assert len(set(dates)) == 3
    assert max(dates) <= dt.datetime(2026, 1, 15, 8)


def test_a_stale_page_is_refused(tmp_path):
    site = FolderSite(tmp_path)
    site.write(ITEMS)
    edits = Edits(site, ITEMS, [item(20)])
    with pytest.raises(UnequalError, match="does not show what became of tin-7"):
        edits.confirm(edits.edit())
    with pytest.raises(UnequalError, match="still has the page of tin-4"):
        edits.confirm(edits.delete())
    with pytest.raises(UnequalError, match="does not show what became of tin-20"):
        edits.confirm(edits.publish())


def test_a_page_that_shows_the_change_is_accepted(tmp_path):
    site = FolderSite(tmp_path)
    edits = Edits(site, ITEMS, [item(20)])
    names = [edits.edit(), edits.delete(), edits.publish(), edits.nothing()]
    site.body = " ".join(site.put_items[0].paragraphs)
    site.write(list(edits.current.values()))
    for name in names:
        edits.confirm(name)
    assert names == ["tin-7", "tin-4", "tin-20", ""]


def test_our_site_has_to_show_the_new_name_and_the_new_template(tmp_path):
    site = OurSite(tmp_path / "site", tmp_path / "content")
    directory = site.output / "don-vi/index.html"
    directory.parent.mkdir(parents=True)
    directory.write_text("Trạm Y tế xã Đổi Tên số 1")
    site.confirm("Trạm Y tế xã Đổi Tên số 1")
    with pytest.raises(UnequalError, match="số 2"):
        site.confirm("Trạm Y tế xã Đổi Tên số 2")


def test_what_checks_took_out_leaves_the_peers_texts_too(tmp_path):
    one = item(1, photos=("tin-1-0.jpg", "tin-1-1.jpg"))
    file = tmp_path / one.path
    file.parent.mkdir(parents=True)
    file.write_text(as_markdown(one).replace("Đoạn hai.", "").replace("Tóm tắt.", "Khác."))
    assert read_back(tmp_path, [one]) == [
        replace(one, summary="Khác.", paragraphs=("Đoạn một.", "Đoạn ba."))
    ]


def front_matter(text: str) -> dict[str, object]:
    return yaml.safe_load(text.split("---\n")[1])


def test_hugo_gets_every_field_and_word(tmp_path):
    site = HugoSite(tmp_path / "site", tmp_path / "hugo", {"tin-1": ["tiêm chủng"]})
    one = item(1, award="Giấy khen", category="khen-thuong")
    site.write([one])
    text = (tmp_path / "site/content/khen-thuong/2019/tin-1.md").read_text()
    header = front_matter(text)
    assert header["title"] == one.title
    assert header["don-vi"] == ["so-y-te"]
    assert header["luu-tru"] == ["2019", "2019-03"]
    assert header["keywords"] == ["tiêm chủng"]
    assert header["awards"] == [{"form": "Giấy khen", "authority": "Sở Y tế"}]
    assert text.endswith("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n")
    written = [file.read_text() for file in (tmp_path / "site").rglob("*.*") if file.is_file()]
    assert not [text for text in written if "@" in text]
    site.drop(one)
    assert not list((tmp_path / "site/content").rglob("*.md"))


def test_hugo_keeps_photos_beside_the_text(tmp_path):
    site = HugoSite(tmp_path / "site", tmp_path / "hugo", {})
    one = item(1, photos=("tin-1-0.jpg", "tin-1-1.jpg"))
    site.write([one])
    bundle = tmp_path / "site/content/hoi-nghi/2019/tin-1"
    assert sorted(file.name for file in bundle.iterdir()) == [
        "index.md",
        "tin-1-0.jpg",
        "tin-1-1.jpg",
    ]
    site.drop(one)
    assert not bundle.exists()


def test_pelican_gets_every_field_and_word(tmp_path):
    site = PelicanSite(tmp_path / "site", tmp_path / "peers")
    one = item(1, photos=("tin-1-0.jpg", "tin-1-1.jpg"), units=("cdc", "so-y-te"))
    site.write([one])
    content = tmp_path / "site/content"
    text = (content / "bulletins/2019/tin-1.md").read_text()
    assert "Title: Tiêu: đề 1\n" in text
    assert "Tags: cdc, so-y-te\n" in text
    assert text.count("{static}/images/2019/") == 2
    assert len(list((content / "images/2019").iterdir())) == 2
    assert "@" not in (tmp_path / "site/pelicanconf.py").read_text()
    site.drop(one)
    assert not list(content.rglob("*.md"))


@pytest.mark.parametrize(("public", "base"), [(False, "pelicanconf"), (True, "publishconf")])
def test_our_settings_are_the_projects_own(tmp_path, monkeypatch, public, base):
    monkeypatch.setattr("sys.path", [*sys.path])  # settings put the project on it
    site = OurSite(tmp_path / "site", tmp_path / "content", public=public)
    site.write([item(1, photos=("tin-1-0.jpg",))])
    settings: dict[str, object] = {}
    exec(compile(site.settings.read_text(), "conf.py", "exec"), settings)
    assert f"from {base} import *" in site.settings.read_text()
    assert settings["PUBLIC_BUILD"] is public
    assert ("plugins.search" in settings["PLUGINS"]) is public
    assert settings["THEME"] == str(tmp_path / "site/theme")


def test_our_content_is_changed_for_real(tmp_path):
    site = OurSite(tmp_path / "site", tmp_path / "content")
    one = item(1, photos=("tin-1-0.jpg",))
    site.write([one])
    units = tmp_path / "content/units.yml"
    template = tmp_path / "site/theme/templates/bulletin.html"
    for number in (1, 2):
        name, shown = site.rename_unit(number), site.change_template(number)
        assert units.read_text().count(name) == 1
        assert template.read_text().count(shown) == 1
        assert template.read_text().count("data-edit") == 1
    names = {unit["id"]: unit["name"] for unit in yaml.safe_load(units.read_text())}
    assert names["tram-mau-7"] == "Trạm Y tế xã Đổi Tên số 2"
    site.drop(one)
    assert not list((tmp_path / "content/bulletins").rglob("tin-1*"))
