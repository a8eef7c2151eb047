"""What a link may point to, and how it is refused."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.links import (
    classify,
    content_file,
    image_file,
    resolve_addresses,
)
from plugins.bulletins.records import Link
from plugins.problems import Problem

BASE = "bulletins/2025/bai.md"


@pytest.mark.parametrize(
    ("target", "kind", "address", "fragment"),
    [
        ("anh.jpg", "file", "bulletins/2025/anh.jpg", ""),
        ("./anh.jpg", "file", "bulletins/2025/anh.jpg", ""),
        ("../2024/tin.md#muc-ket-qua", "file", "bulletins/2024/tin.md", "muc-ket-qua"),
        ("../../images/so-do.png", "file", "images/so-do.png", ""),
        ("/images/so-do.png", "file", "images/so-do.png", ""),
        ("/bulletins/2024/tin.md", "file", "bulletins/2024/tin.md", ""),
        ("{filename}../2024/tin.md", "file", "bulletins/2024/tin.md", ""),
        ("{static}/images/a.png", "file", "images/a.png", ""),
        ("{attach}ke-hoach.pdf", "file", "bulletins/2025/ke-hoach.pdf", ""),
        ("Ảnh 1 (2).JPG", "file", "bulletins/2025/Ảnh 1 (2).JPG", ""),
        ("%E1%BA%A2nh%201.jpg", "file", "bulletins/2025/Ảnh 1.jpg", ""),
        ("A\u0309nh.jpg", "file", "bulletins/2025/Ảnh.jpg", ""),
        ("#muc-ket-qua", "anchor", "", "muc-ket-qua"),
        ("/ban-tin/2024/01/tin/", "site", "/ban-tin/2024/01/tin/", ""),
        ("/lien-he/#ban-do", "site", "/lien-he/", "ban-do"),
        ("/tim-kiem/?q=sởi", "site", "/tim-kiem/?q=s%E1%BB%9Fi", ""),
        ("/", "site", "/", ""),
        ("https://moh.gov.vn", "web", "https://moh.gov.vn", ""),
        ("HTTPS://MOH.gov.vn/Tin", "web", "https://moh.gov.vn/Tin", ""),
        ("http://a.vn:8080/x?y=1&z=[2]#k", "web", "http://a.vn:8080/x?y=1&z=%5B2%5D#k", ""),
        ("https://a.vn/tin tức".replace(" ", "%20"), "web", "https://a.vn/tin%20t%E1%BB%A9c", ""),
        ("https://a.vn/100%", "web", "https://a.vn/100%25", ""),
        ("mailto:soyte@example.gov.vn", "contact", "mailto:soyte@example.gov.vn", ""),
        ("tel:(024) 3998-5765", "contact", "tel:02439985765", ""),
        ("tel:+84%2024 3998 5765", "contact", "tel:+842439985765", ""),
    ],
)
def test_a_link_is_one_of_five_kinds(target, kind, address, fragment):
    link = classify(f" {target} ", BASE, line=7, column=3, text="xem")
    assert link == Link(kind, address, fragment, "xem", 7, 3)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("", "link-empty"),
        ("#", "link-empty"),
        ("//evil.example/x", "link-protocol-relative"),
        ("\\\\may-chu\\thu-muc\\a.jpg", "link-protocol-relative"),
        ("/\\evil.example", "link-protocol-relative"),
        ("javascript:alert(1)", "link-scheme"),
        ("JavaScript:alert(1)", "link-scheme"),
        ("java\tscript:alert(1)", "link-form"),
        ("java\nscript:alert(1)", "link-form"),
        ("\x01javascript:alert(1)", "link-form"),
        ("data:text/html;base64,PHM+", "link-scheme"),
        ("vbscript:x", "link-scheme"),
        ("ftp://a.vn/x", "link-scheme"),
        ("content:bulletins/2025/a.jpg", "link-scheme"),
        ("zalo:0912", "link-scheme"),
        ("file:///C:/anh.jpg", "link-absolute-file"),
        ("C:\\Users\\SYT\\anh.jpg", "link-absolute-file"),
        ("D:/anh.jpg", "link-absolute-file"),
        ("../../../etc/passwd", "link-outside"),
        ("{attach}../../../../proc/self/environ", "link-outside"),
        ("{static}/../x.jpg", "link-outside"),
        ("%2e%2e/%2e%2e/%2e%2e/x.jpg", "link-outside"),
        ("/images/../../x.jpg", "link-outside"),
        ("/lien-he/../../x/", "link-form"),
        ("/lien-he//x/", "link-form"),
        ("{index}", "link-form"),
        ("|filename|a.md", "link-form"),
        ("anh\\a.jpg", "link-form"),
        ("anh%5ca.jpg", "link-form"),
        ("anh%00.jpg", "link-form"),
        ("anh%ff.jpg", "link-form"),
        ("a.md?x=1", "link-form"),
        ("../2024/", "link-form"),
        ("..", "link-form"),
        ("moh.gov.vn", "link-no-scheme"),
        ("www.moh.gov.vn/tin", "link-no-scheme"),
        ("soyte@example.gov.vn", "link-no-scheme"),
        ("https://", "link-form"),
        ("https://a.vn/x y", "link-form"),
        ("https://moh", "link-form"),
        ("https://user:pw@a.vn/", "link-form"),
        ("https://a.vn\\b", "link-form"),
        ("https://a.vn:99999/", "link-form"),
        ("https://[::1/", "link-form"),
        ("https://tiếng-việt.vn/", "link-form"),
        ("mailto:ai đó", "link-form"),
        ("tel:gọi", "link-form"),
        ("https://a.vn/" + "x" * 2_000, "link-form"),
    ],
)
def test_everything_else_is_refused_with_its_cure(target, code):
    found = classify(target, BASE, line=9, column=4)
    assert isinstance(found, Problem)
    assert (found.code, found.path, found.line, found.column) == (code, BASE, 9, 4)
    assert found.cure
    assert len(found.message) < 400


def test_cures_are_ready_to_copy():
    assert classify("moh.gov.vn/tin", BASE).cure == "Viết đầy đủ: https://moh.gov.vn/tin"
    assert classify("//a.vn/x", BASE).cure == "Viết đầy đủ: https://a.vn/x"
    assert classify("a@b.vn", BASE).cure == "Viết đầy đủ: mailto:a@b.vn"


def test_file_names_with_a_domain_in_them_are_files():
    assert classify("moh.gov.vn.pdf", BASE).target == "bulletins/2025/moh.gov.vn.pdf"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("anh.jpg", "bulletins/2025/anh.jpg"),
        ("/images/a.webp", "images/a.webp"),
        ("https://a.vn/a.jpg", "file-remote"),
        ("//a.vn/a.jpg", "link-protocol-relative"),
        ("data:image/png;base64,AA", "link-scheme"),
        ("/a.jpg", "link-form"),
        ("#a", "link-form"),
        ("a.jpg#b", "link-form"),
        ("tel:0912345678", "link-form"),
        ("ke-hoach.pdf", "image-type"),
        ("a.svg", "image-type"),
        ("a", "image-type"),
    ],
)
def test_a_photo_is_a_picture_file_of_the_content_folder(target, expected):
    found = image_file(target, BASE, line=3)
    assert (found.code if isinstance(found, Problem) else found) == expected


def test_an_attachment_may_be_any_file():
    assert content_file("ke-hoach.pdf", BASE) == "bulletins/2025/ke-hoach.pdf"


def test_addresses_are_put_in_tags_and_nowhere_else():
    html = (
        '<p><a href="content:bulletins/2025/a &amp; b.md#muc-x" rel="nofollow">x</a> '
        '<img src="content:images/c.jpg" alt="src=&quot;content:z&quot;"> '
        'src="content:khong" &lt;a href="content:khong"&gt; <a href="/lien-he/">y</a></p>'
    )
    asked = []

    def address(path):
        asked.append(path)
        return f"/dia-chi/{len(asked)}/?a&b"

    assert resolve_addresses(html, address) == (
        '<p><a href="/dia-chi/1/?a&amp;b#muc-x" rel="nofollow">x</a> '
        '<img src="/dia-chi/2/?a&amp;b" alt="src=&quot;content:z&quot;"> '
        'src="content:khong" &lt;a href="content:khong"&gt; <a href="/lien-he/">y</a></p>'
    )
    assert asked == ["bulletins/2025/a & b.md", "images/c.jpg"]


targets = st.text() | st.lists(
    st.sampled_from(
        [
            "..",
            "/",
            ".",
            "%2e",
            "%2f",
            "\\",
            "{static}",
            "a.jpg",
            "#",
            "?",
            ":",
            "javascript",
            "//",
            " ",
        ]
    ),
    max_size=12,
).map("".join)


@given(targets)
def test_no_target_leaves_the_content_folder_or_smuggles_a_scheme(target):
    found = classify(target, BASE)
    if isinstance(found, Problem):
        return
    assert not set(found.target + found.fragment) & {"\n", "\t", "\x00"}
    if found.kind == "file":
        parts = found.target.split("/")
        assert ".." not in parts
        assert "" not in parts
        assert not found.target.startswith("/")
    elif found.kind == "site":
        assert found.target.startswith("/")
        assert not found.target.startswith(("//", "/\\"))
        assert ".." not in found.target.partition("?")[0].split("/")
    elif found.kind == "web":
        assert found.target.startswith(("http://", "https://"))
    elif found.kind == "contact":
        assert found.target.startswith(("mailto:", "tel:"))


@given(
    st.sampled_from(["web", "site"]), st.text(alphabet=string.printable, min_size=1, max_size=30)
)
def test_addresses_hold_only_what_an_address_may_hold(kind, tail):
    found = classify(("https://a.vn/" if kind == "web" else "/x/") + tail, BASE)
    if isinstance(found, Link):
        allowed = set(string.ascii_letters + string.digits + "%/:?@!$&'()*+,;=~-._#")
        assert set(found.target + found.fragment) <= allowed
