"""What concerns several files at once."""

from dataclasses import replace
from datetime import datetime

import pytest

from plugins.bulletins.crosscheck import BulletinIndex, crosscheck
from plugins.bulletins.media import MediaFile
from plugins.bulletins.records import Body, Bulletin, Document, Image, Link, Mention, StaticPage
from plugins.bulletins.tree import Tree
from plugins.problems import problem

EMPTY = Body("<p>Chữ</p>", "Chữ")


def bulletin(path="bulletins/2025/a.md", slug="tin", **fields):
    fields.setdefault("date", datetime(2025, 3, 5))
    fields.setdefault("body", EMPTY)
    fields.setdefault("lines", (("title", 2), ("slug", 5)))
    return Bulletin(path=path, title="Tin", slug=slug, category="hoi-nghi", **fields)


def linking(*links, images=(), anchors=(), **fields):
    return bulletin(body=Body("", "", tuple(images), tuple(links), tuple(anchors)), **fields)


def photo(path):
    return MediaFile(path, 1, "0" * 64, "image", 4, 3)


def check(bulletins=(), pages=(), media=(), unread=(), problems=()):
    files = [found.path for found in bulletins] + [
        path for path in unread if path.startswith("bull")
    ]
    tree = Tree(
        bulletins=tuple(sorted(files)),
        pages=tuple(sorted(page.path for page in pages)),
        media=tuple(sorted(media)),
        registries=(),
        problems=tuple(problems),
    )
    return crosscheck(list(bulletins), list(pages), {path: photo(path) for path in media}, tree)


def told(problems):
    return [(found.path, found.line, found.code) for found in problems]


OTHER = bulletin("bulletins/2024/b.md", "tin-khac", date=datetime(2024, 1, 9))


def test_bulletins_that_need_nothing_of_each_other_are_right():
    assert check([bulletin(), OTHER]) == []


def test_equal_addresses_are_told_on_each_file_with_the_other_named():
    first, second = (
        bulletin("bulletins/2025/a.md"),
        bulletin("bulletins/2025/b.md", lines=(("title", 3),)),
    )
    found = check([first, second])
    assert told(found) == [
        ("bulletins/2025/a.md", 5, "url-duplicate"),
        ("bulletins/2025/b.md", 3, "url-duplicate"),
    ]
    assert "«bulletins/2025/b.md»" in found[0].message
    assert "/ban-tin/2025/03/tin/" in found[1].message


def test_one_slug_in_two_months_is_two_addresses():
    assert check([bulletin(), bulletin("bulletins/2024/a.md", date=datetime(2024, 3, 5))]) == []


def test_pages_may_not_share_an_address_either():
    pages = [StaticPage(f"pages/{name}.md", "Trang", "lien-he", EMPTY) for name in "ab"]
    assert {code for _, _, code in told(check(pages=pages))} == {"url-duplicate"}


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (Link("file", "bulletins/2024/b.md"), None),
        (Link("file", "bulletins/2024/b.md", "muc-a"), "anchor-missing-elsewhere"),
        (Link("file", "bulletins/2024/c.md"), "link-missing"),
        (Link("file", "units.yml"), "link-missing"),
        (Link("file", "images/co.jpg"), None),
        (Link("file", "images/Co.jpg"), "link-missing"),
        (Link("site", "/ban-tin/2024/01/tin-khac/"), None),
        (Link("site", "/ban-tin/2024/01/tin-khac/?in=1"), None),
        (Link("site", "/ban-tin/2024/01/tin-khac/", "muc-a"), "anchor-missing-elsewhere"),
        (Link("site", "/ban-tin/2024/01/khong-co/"), "link-missing"),
        (Link("site", "/ban-tin/2024/"), None),
        (Link("site", "/hoi-nghi/"), None),
        (Link("web", "https://moh.gov.vn"), None),
        (Link("anchor", "", "muc-a"), None),
    ],
)
def test_a_link_leads_somewhere(link, code):
    page = linking(replace(link, line=9, column=4))
    found = [
        entry
        for entry in check([page, OTHER], media=["images/co.jpg"])
        if entry.code != "media-unused"
    ]
    assert told(found) == ([] if code is None else [("bulletins/2025/a.md", 9, code)])
    assert all(entry.column == 4 for entry in found)


def test_a_missing_anchor_elsewhere_is_a_warning_so_that_an_edit_blocks_nobody():
    target = replace(OTHER, body=Body("", "", anchors=("muc-ket-qua",)))
    [found] = check([linking(Link("file", OTHER.path, "muc-cu")), target])
    assert found.severity == "warning"
    assert "#muc-ket-qua" in found.cure
    assert check([linking(Link("file", OTHER.path, "muc-ket-qua")), target]) == []


def test_the_nearest_name_is_suggested():
    page = linking(Link("file", "images/anh-hoi-ngi.jpg"), images=[Image("images/ANH.jpg", "x")])
    found = check([page], media=["images/anh-hoi-nghi.jpg", "images/anh.jpg"])
    cures = {entry.code: entry.cure for entry in found}
    assert "«images/anh-hoi-nghi.jpg»" in cures["link-missing"]
    assert "«images/anh.jpg»" in cures["image-missing"]


def test_an_old_address_of_a_bulletin_may_be_linked():
    page = linking(Link("site", "/ban-tin/2020/01/cu/"))
    assert check([page, replace(OTHER, aliases=(Mention("/ban-tin/2020/01/cu/", 7),))]) == []


def test_a_draft_may_be_linked_by_drafts_only():
    draft = replace(OTHER, status="draft")
    link = Link("file", draft.path, line=6)
    assert told(check([linking(link), draft])) == [("bulletins/2025/a.md", 6, "link-to-draft")]
    assert check([linking(link, status="draft"), draft]) == []
    assert check([linking(link), replace(OTHER, status="withdrawn")]) == []


def test_photos_covers_and_documents_must_be_there():
    page = linking(
        images=[Image("images/a.jpg", "a", line=12, column=3)],
        cover=Image("images/b.jpg", "b", line=6),
        documents=(Document("Kế hoạch", file="bulletins/2025/k.pdf", line=8), Document("Luật")),
    )
    assert told(check([page])) == [
        ("bulletins/2025/a.md", 6, "image-missing"),
        ("bulletins/2025/a.md", 8, "file-missing"),
        ("bulletins/2025/a.md", 12, "image-missing"),
    ]
    assert check([page], media=["images/a.jpg", "images/b.jpg", "bulletins/2025/k.pdf"]) == []


def test_a_file_with_a_problem_of_its_own_is_not_called_missing():
    page = linking(Link("file", "bulletins/2025/b.MD"), images=[Image("images/a b .jpg", "a")])
    problems = [
        problem("markdown-suffix", "bulletins/2025/b.MD", name="b.MD"),
        problem("file-name", "images/a b .jpg", name="", reason=""),
    ]
    assert check([page], problems=problems) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bulletins/2024/b.md", None),
        ("../2024/b.md", None),
        ("2024/b.md", None),
        ("/ban-tin/2024/01/tin-khac/", None),
        ("ban-tin/2024/01/tin-khac", None),
        ("2024/b", None),
        ("https://bantin.example/ban-tin/2024/01/tin-khac/", None),
        ("tin-khac", None),
        ("tin-kac", "related-unknown"),
        ("b", "related-unknown"),
        ("https://bantin.example/", "related-unknown"),
        ("a.md", "related-self"),
        ("tin", "related-self"),
        ("trung", "related-ambiguous"),
    ],
)
def test_hand_picked_bulletins_are_found_by_path_address_or_slug(name, code):
    same = [
        bulletin(f"bulletins/{year}/t.md", "trung", date=datetime(year, 1, 1))
        for year in (2022, 2023)
    ]
    found = check([bulletin(related=(Mention(name, 7, 5),)), OTHER, *same])
    assert told(found) == ([] if code is None else [("bulletins/2025/a.md", 7, code)])


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("2024/khen-thuon.md", True),
        ("khen-thuong", True),
        ("Trao bằng khên cho chín tổ", True),
        ("/ban-tin/2024/01/chin-to-nhan-bang-khem/", True),
        ("hoan-toan-khac", False),
    ],
)
def test_an_unknown_hand_picked_bulletin_brings_those_of_like_names(name, near):
    target = replace(
        bulletin("bulletins/2024/khen-thuong.md", "chin-to-nhan-bang-khen"),
        title="Trao bằng khen cho chín tổ",
    )
    (found,) = check([bulletin(related=(Mention(name, 7, 5),)), target])
    assert found.code == "related-unknown"
    assert found.cure.count("(tệp 2024/khen-thuong.md)") == near


@pytest.mark.parametrize(
    ("own", "target", "codes"),
    [
        ("published", "published", []),
        ("published", "draft", ["related-hidden"]),
        ("published", "withdrawn", ["related-hidden"]),
        ("draft", "draft", []),
        ("draft", "withdrawn", ["related-hidden"]),
        ("withdrawn", "withdrawn", []),
    ],
)
def test_a_hand_picked_bulletin_that_is_not_shown_is_told(own, target, codes):
    picking = bulletin(related=(Mention("2024/b.md", 7, 5),), status=own)
    found = check([picking, replace(OTHER, status=target)])
    assert [one.code for one in found] == codes


def test_the_index_answers_with_all_that_a_name_may_mean():
    index = BulletinIndex.of([bulletin(), OTHER])
    assert index.find("b.md", "bulletins/2024/x.md") == (OTHER,)
    assert index.find("khong-co", "bulletins/2024/x.md") == ()
    assert index.find("", "bulletins/2024/x.md") == ()


def test_old_addresses_belong_to_one_bulletin_and_to_none_that_lives():
    alias = Mention("/tin-cu.html", 9)
    first = bulletin(aliases=(alias, Mention("/ban-tin/2024/01/tin-khac/", 10)))
    found = check([first, replace(OTHER, aliases=(replace(alias, line=4),))])
    assert told(found) == [
        ("bulletins/2024/b.md", 4, "alias-duplicate"),
        ("bulletins/2025/a.md", 9, "alias-duplicate"),
        ("bulletins/2025/a.md", 10, "alias-taken"),
    ]
    assert "bulletins/2025/a.md" in found[0].message
    assert "bulletins/2024/b.md" in found[1].message


def test_an_old_address_named_twice_in_one_file_is_told_once_a_line():
    page = bulletin(aliases=(Mention("/cu/", 4), Mention("/cu/", 5)))
    assert told(check([page])) == [
        ("bulletins/2025/a.md", 4, "alias-duplicate"),
        ("bulletins/2025/a.md", 5, "alias-duplicate"),
    ]


def test_names_that_windows_takes_for_one_collide():
    page = linking(images=[Image("images/Ảnh.jpg", "a"), Image("images/ảnh.JPG", "b")])
    found = check([page], media=["images/Ảnh.jpg", "images/ảnh.JPG"])
    assert told(found) == [
        ("images/Ảnh.jpg", 1, "name-collision"),
        ("images/ảnh.JPG", 1, "name-collision"),
    ]
    assert "«images/ảnh.JPG»" in found[0].message


def test_a_file_that_nobody_uses_is_a_warning():
    used = linking(
        Link("file", "images/b.jpg"),
        images=[Image("images/a.jpg", "a")],
        cover=Image("images/c.jpg", "c"),
        documents=(Document("K", file="images/d.pdf"),),
    )
    names = [f"images/{name}" for name in ("a.jpg", "b.jpg", "c.jpg", "d.pdf", "e.jpg")]
    [found] = check([used], media=names)
    assert (found.path, found.code, found.severity) == ("images/e.jpg", "media-unused", "warning")


def test_nothing_is_said_that_an_unread_file_might_refute():
    page = linking(
        Link("site", "/ban-tin/2025/01/chua-doc/"),
        Link("file", "bulletins/2025/hong.md", "muc-a"),
        related=(Mention("chua-doc", 3),),
    )
    assert check([page], media=["images/a.jpg"], unread=["bulletins/2025/hong.md"]) == []
