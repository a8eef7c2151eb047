"""Lists, exports, posts and archives: each gives the same kind of article."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from email.message import EmailMessage

import pytest

from plugins.desk.importing import lists, mail_archive, posts, wordpress

PROSE = "Buổi tập huấn mẫu có hai mươi học viên và kết thúc trước giờ nghỉ trưa như đã định."
PIXEL = base64.b64encode(b"\xff\xd8\xff mau").decode()


def texts(page):
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    "front",
    [
        '---json\n{"title": "Bài mẫu", "date": "2020-12-09T00:29:00.000Z"}\n---\n',
        "---\ntitle: Bài mẫu\ndate: 2020-12-09 07:29:00\n---\n",
        '+++\ntitle = "Bài mẫu"\ndate = 2020-12-09T07:29:00+07:00\n+++\n',
        '{\n"title": "Bài mẫu",\n"published": "2020-12-09T07:29:00+07:00"\n}\n',
    ],
)
def test_front_matter_of_every_kind_is_read(front, zone):
    page = posts.read_post(f"{front}\n<p>{PROSE}</p>\n".encode(), zone)
    assert page.declared.title == "Bài mẫu"
    assert page.declared.date == datetime(2020, 12, 9, 7, 29)
    assert texts(page) == [PROSE]
    assert page.trusted


def test_markdown_below_front_matter_keeps_its_structure(zone):
    body = f"## Mục\n\n{PROSE}\n\n- Một\n- Hai\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    page = posts.read_post(f"---\ntitle: Bài mẫu\n---\n{body}".encode(), zone)
    assert [block.kind for block in page.blocks] == [
        "heading",
        "paragraph",
        "item",
        "item",
        "table",
    ]


@pytest.mark.parametrize("front", ["---\n- một\n---\n", "---\na: [\n---\n", "---json\n{\n---\n"])
def test_front_matter_that_cannot_be_read_is_refused(front, zone):
    with pytest.raises(ValueError, match="phần đầu"):
        posts.read_post(f"{front}Chữ.\n".encode(), zone)


def test_a_list_of_excel_is_read_whatever_parts_its_columns(zone):
    for sign in ",;\t":
        head = sign.join(("Tiêu đề", "Ngày đăng", "Nội dung", "Địa chỉ", "Tác giả"))
        row = sign.join(
            ("Bài mẫu", "05/03/2021 09:13", f'"{PROSE}"', "http://cu.example/tin/1", "Lê Sơn")
        )
        ((key, _, page),) = lists.read_csv(f"\ufeff{head}\n{row}\n".encode(), zone)
        assert key == "1"
        assert page.declared.title == "Bài mẫu"
        assert page.declared.date == datetime(2021, 3, 5, 9, 13)
        assert page.declared.addresses == ("/tin/1",)
        assert page.declared.authors == ("Lê Sơn",)
        assert texts(page) == [PROSE]


def test_json_is_read_as_one_record_as_a_list_or_line_by_line(zone):
    record = {"id": 7, "title": "Bài mẫu", "html": f"<p>{PROSE}</p>", "description": PROSE[:40]}
    packed = json.dumps(record)
    for data, read in (
        (packed, lists.read_json),
        (f"[{packed}]", lists.read_json),
        (f'{{"posts": [{packed}]}}', lists.read_json),
        (f"{packed}\n\n", lists.read_json_lines),
    ):
        ((key, _, page),) = read(data.encode(), zone)
        assert (key, texts(page)) == ("7", [PROSE])
        assert page.declared.summary == "", "the opening words again are no summary"


@pytest.mark.parametrize("data", [b"[1, 2]", b"{", b'"a"'])
def test_json_without_records_is_refused(data, zone):
    with pytest.raises(ValueError, match=r"."):
        list(lists.read_json(data, zone))


def export(items):
    return (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        f'xmlns:wp="http://wordpress.org/export/1.2/"><channel>{items}</channel></rss>'
    ).encode()


def item(content=PROSE, kind="post", status="publish", extra=""):
    return (
        f"<item><title>Bài "
        f"mẫu</title><link>https://cu.example/?p=5</link><content:encoded><![CDATA["
        f"{content}]]></content:encoded><wp:post_id>5</wp:post_id><wp:post_type>{kind}</wp:post_type>"
        f"<wp:post_date>2021-03-05 "
        f"09:13:00</wp:post_date><wp:status>{status}</wp:status>{extra}</item>"
    )


def test_an_export_of_wordpress_gives_its_posts(zone):
    data = export(item() + item(kind="page") + item(status="trash"))
    ((key, _, page),) = wordpress.read_export(data, zone)
    assert key == "5"
    assert page.declared.date == datetime(2021, 3, 5, 9, 13)
    assert page.declared.addresses == ("/?p=5",)
    assert page.declared.authors == (), "an account is no author"


def test_a_draft_of_wordpress_stays_one(zone):
    ((_, _, page),) = wordpress.read_export(export(item(status="draft")), zone)
    assert page.declared.draft


def test_short_codes_and_blank_lines_of_wordpress_become_blocks(zone):
    caption = '[caption id="a" width="300"]<img src="/a.jpg" alt="x" /> Lớp học mẫu[/caption]'
    content = f"{PROSE}\n\n{caption}\n\n{PROSE}[gallery ids='1,2']"
    ((_, _, page),) = wordpress.read_export(export(item(content)), zone)
    assert texts(page) == [PROSE, "", "Lớp học mẫu", PROSE]
    assert "beside" in page.blocks[2].hints


def test_a_page_saved_as_one_file_brings_its_photos(zone):
    message = EmailMessage()
    message["Subject"] = "Trang"
    html = f'<h1>Một bài mẫu của trang cũ</h1><p>{PROSE}</p><p>{PROSE}</p><img src="http://cu.example/a.jpg">'
    message.set_content(html, subtype="html")
    message.add_related(base64.b64decode(PIXEL), "image", "jpeg")
    message.get_payload()[1]["Content-Location"] = "http://cu.example/a.jpg"
    ((_, _, page),) = mail_archive.read_archive(message.as_bytes(), zone)
    assert [b.photo.data for b in page.blocks if b.photo] == [base64.b64decode(PIXEL)]


def test_an_archive_without_a_page_is_refused(zone):
    with pytest.raises(ValueError, match="HTML"):
        list(mail_archive.read_archive(b"Subject: a\n\nchu", zone))
