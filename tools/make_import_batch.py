"""Make a batch of real articles to try the importer with: saved pages, an export, a list, posts.

    BULLETIN_CORPUS=… .venv/bin/python tools/make_import_batch.py FOLDER [COUNT]

The articles are health news of the folder of test data (``articles-vietnews.jsonl.gz``), which have
no dates; each gets one of 2019 to 2023 by its number, as a site would have printed it. Four formats
take turns, a quarter each, every page with the frame of an agency's portal around it.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

FIRST = datetime(2019, 1, 2, 8, 5)
STEP = timedelta(hours=73)
_SEEN_WORDS = ("bệnh viện", "y tế", "bác sĩ", "sức khỏe")

_PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{title} - Sở Y tế</title>
<link rel="canonical" href="https://soyte.example.gov.vn/tin/{number}.html"></head><body>
<div id="header"><div class="today">Thứ Năm, ngày 6 tháng 10 năm 2022</div>
<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giới thiệu</a></li></ul></div>
<div class="main"><div class="detail"><h1 class="title">{title}</h1>
<div class="info"><span>{stamp}</span> <span>Lượt xem: {number}</span></div>
<p class="sapo"><strong>{abstract}</strong></p><div class="detail-content">{body}</div>
<div class="share">Chia sẻ</div><div><h4>Các tin khác</h4><ul><li><a href="/1">Một tin khác của
trang này</a></li></ul></div></div></div>
<div class="footer">Bản quyền thuộc Sở Y tế</div></body></html>"""


def articles(corpus: Path, count: int) -> Iterator[tuple[int, datetime, dict[str, Any]]]:
    """Yield health articles that have a title, an abstract and a text, each with its date."""
    number = 0
    with gzip.open(corpus / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as opened:
        for line in opened:
            row = json.loads(line)
            words = f"{row['title']} {row['abstract']}".lower()
            if row["body"] and row["abstract"] and any(word in words for word in _SEEN_WORDS):
                number += 1
                yield number, FIRST + number * STEP, row
            if number == count:
                return


def write(folder: Path, corpus: Path, count: int) -> None:
    """Write the batch into a folder."""
    export: list[str] = []
    table: list[dict[str, str]] = []
    for number, moment, row in articles(corpus, count):
        body = "".join(f"<p>{html.escape(text)}</p>" for text in row["body"])
        title, abstract = row["title"], row["abstract"]
        if number % 4 == 0:
            stamp = f"{moment:%d/%m/%Y %H:%M}"
            text = _PAGE.format(
                title=html.escape(title), abstract=html.escape(abstract), body=body,
                stamp=stamp, number=number,
            )  # fmt: skip
            (folder / f"trang-{number:04}.html").write_text(text, encoding="utf-8")
        elif number % 4 == 1:
            export.append(_item(number, moment, title, abstract, body))
        elif number % 4 == 2:  # noqa: PLR2004
            table.append(
                {
                    "id": str(number),
                    "Tiêu đề": title,
                    "Ngày đăng": f"{moment:%d/%m/%Y %H:%M}",
                    "Tóm tắt": abstract,
                    "Nội dung": "\n".join(row["body"]),
                }
            )
        else:
            fields = {"title": title, "date": f"{moment:%Y-%m-%d %H:%M}", "description": abstract}
            text = f"---json\n{json.dumps(fields, ensure_ascii=False)}\n---\n{body}\n"
            (folder / f"bai-{number:04}.md").write_text(text, encoding="utf-8")
    _write_export(folder / "wordpress.xml", export)
    packed = io.StringIO()
    writer = csv.DictWriter(packed, list(table[0]) if table else ["id"])
    writer.writeheader()
    writer.writerows(table)
    (folder / "danh-sach.csv").write_text(packed.getvalue(), encoding="utf-8-sig")


def _item(number: int, moment: datetime, title: str, abstract: str, body: str) -> str:
    return (
        f"<item><title>{html.escape(title)}</title><link>https://cu.example.gov.vn/?p={number}</link>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{abstract}]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>{moment:%Y-%m-%d %H:%M:%S}</wp:post_date>"
        "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
    )


def _write_export(path: Path, items: list[str]) -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    )
    path.write_text(f"{head}{''.join(items)}</channel></rss>", encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write(
        target,
        Path(os.environ["BULLETIN_CORPUS"]),
        int(sys.argv[2]) if len(sys.argv) > 2 else 500,  # noqa: PLR2004
    )
