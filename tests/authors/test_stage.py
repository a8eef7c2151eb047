"""Bylines and unknown authors in whole sites."""

import json

import pytest
from support.content import bulletin

from plugins.engine.errors import SettingsError

FILE = "bulletins/2025/giao-ban.md"
URL = "/ban-tin/2025/03/hoi-nghi-giao-ban/"


def closed_by(byline, title="Hội nghị giao ban", **fields):
    """Return the text of a bulletin whose header names no author."""
    text = bulletin(title, body=f"Sở Y tế tổ chức hội nghị.\n\n{byline}", **fields)
    return text.replace("authors: Minh Hiền\n", "")


def authors_of(site):
    rows = json.loads((site.output / "du-lieu/ban-tin/2025.json").read_text(encoding="utf-8"))
    return [[person["name"] for person in row["authors"]] for row in rows]


def test_a_byline_moves_from_the_text_to_the_credits(build_site):
    site = build_site({FILE: closed_by("**TIN, ẢNH MINH HIỀN**")})
    page = site.read(URL)
    assert "MINH HIỀN" not in page
    assert '<a href="/tac-gia/minh-hien/">Minh Hiền</a>' in page
    assert authors_of(site) == [["Minh Hiền"]]
    assert URL in site.read("/tac-gia/minh-hien/")


def test_an_unknown_author_stops_the_build_with_a_line_to_paste(refuses, problems_of):
    files = {FILE: closed_by("Tin: Trần Văn Bình")}
    refuses(files)
    (found,) = problems_of(files)
    assert (found.code, found.path, found.line, found.column) == ("author-unknown", FILE, 9, 6)
    assert '- {id: tran-van-binh, name: "Trần Văn Bình"}' in found.cure


def test_the_line_that_is_offered_mends_the_build(build_site, problems_of, content):
    files = {FILE: closed_by("Tin: Trần Văn Bình")}
    (found,) = problems_of(files)
    line = found.cure[found.cure.index("- {") : found.cure.index("}") + 1]
    people = (content(files) / "people.yml").read_text(encoding="utf-8")
    site = build_site({**files, "people.yml": f"{people}{line}\n"}, output="mended")
    assert authors_of(site) == [["Trần Văn Bình"]]


def test_an_unknown_author_may_be_printed_without_a_page(build_site):
    site = build_site({FILE: closed_by("Tin: Trần Văn Bình")}, AUTHORS_UNKNOWN="warn")
    assert "Trần Văn Bình" in site.read(URL)
    assert authors_of(site) == [["Trần Văn Bình"]]
    assert not list(site.output.glob("tac-gia/tran-van-binh*"))


def test_unknown_authors_may_get_pages_of_their_own(build_site):
    files = {
        FILE: closed_by("Nguyễn Văn Hùng"),
        "bulletins/2025/so-ket.md": closed_by("Nguyễn Văn Hưng", "Hội nghị sơ kết"),
    }
    site = build_site(files, AUTHORS_UNKNOWN="accept")
    pages = sorted(path.name for path in site.output.glob("tac-gia/nguyen-van-hung-*"))
    assert len(pages) == 2
    texts = [site.read(f"/tac-gia/{name}/") for name in pages]
    assert ["Nguyễn Văn Hùng" in text for text in texts] != [
        "Nguyễn Văn Hưng" in text for text in texts
    ]
    assert all(f"/tac-gia/{name}/" in site.read("/tac-gia/") for name in pages)


def test_a_draft_makes_nobody_known_to_the_public(build_site):
    files = {
        FILE: bulletin("Hội nghị giao ban"),
        "bulletins/2025/nhap.md": closed_by("Trần Văn Bình", "Bản nháp", status="draft"),
    }
    public = build_site(files, public=True, output="public", AUTHORS_UNKNOWN="accept")
    assert not list(public.output.glob("tac-gia/tran-van-binh*"))
    assert "Trần Văn Bình" not in public.read("/tac-gia/")
    preview = build_site(files, output="preview", AUTHORS_UNKNOWN="accept")
    assert len(list(preview.output.glob("tac-gia/tran-van-binh*"))) == 1


def test_people_whose_names_differ_in_one_sign_have_a_page_each(build_site):
    names = ["Lê Hà", "Lê Hạ", "Nguyễn Văn Hùng", "Nguyễn Văn Hưng"]
    people = "".join(f"- id: nguoi-{n}\n  name: {name}\n" for n, name in enumerate(names))
    files = {
        f"bulletins/2025/bai-{n}.md": closed_by(name, f"Hội nghị số {n}")
        for n, name in enumerate(names)
    }
    site = build_site({**files, "people.yml": people})
    for number in range(4):
        page = site.read(f"/tac-gia/nguoi-{number}/")
        assert [f"hoi-nghi-so-{n}/" in page for n in range(4)] == [n == number for n in range(4)]


def test_one_name_on_two_ids_stops_the_build_with_both_and_their_files(refuses, problems_of):
    people = "- {id: mot, name: Lê Hoà}\n- {id: hai, name: Hoa, pen_names: [LÊ HÒA]}\n"
    files = {"people.yml": people, FILE: closed_by("Lê Hòa")}
    refuses(files)
    (found,) = problems_of(files)
    assert (found.code, found.path, found.line) == ("person-name-shared", "people.yml", 2)
    assert "«Lê Hoà» (mã mot, dòng 1), «Hoa» (mã hai, dòng 2)" in found.message
    assert FILE in found.cure


def test_errors_of_units_are_told_beside_those_of_the_people(problems_of):
    files = {"people.yml": "- id: mot\n", FILE: bulletin("Hội nghị giao ban", units="Khoa Lạ")}
    assert {found.code for found in problems_of(files)} == {"field-missing", "unit-unknown"}


def test_a_bulletin_of_nobody_is_a_warning(problems_of):
    (found,) = problems_of({FILE: closed_by("Các đại biểu ra về.")})
    assert (found.code, found.severity, found.line) == ("byline-missing", "warning", 2)


def test_a_wrong_setting_stops_the_build(build_site):
    with pytest.raises(SettingsError, match="AUTHORS_UNKNOWN"):
        build_site({FILE: bulletin("Hội nghị giao ban")}, AUTHORS_UNKNOWN="ignore")


@pytest.mark.parametrize("nothing", ["", "# chưa có ai\n"])
def test_registries_in_which_nothing_stands_yet_are_registries(nothing, build_site):
    files = {"units.yml": nothing, "bulletins/2025/a.md": bulletin("Tin")}
    site = build_site({**files, "people.yml": "- id: minh-hien\n  name: Minh Hiền\n"})
    assert "Minh Hiền" in site.read("/ban-tin/2025/03/tin/")


def test_an_empty_registry_of_people_knows_nobody(problems_of):
    (found,) = problems_of({"people.yml": "", "bulletins/2025/a.md": bulletin("Tin")})
    assert found.code == "author-unknown"
