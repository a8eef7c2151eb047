"""The same text in the frames of nine makes of portal: every make gives the same article."""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from datetime import datetime

import pytest
from support.import_gold import corpus, sentences_of
from support.portals import MAKES, Article

MOMENT = datetime(2021, 3, 5, 9, 13)
MADE_UP = Article(
    title="Trung tâm mẫu mở lớp hướng dẫn rửa tay cho học sinh tiểu học",
    moment=MOMENT,
    sapo="Hơn hai trăm học sinh của trường mẫu đã học sáu bước rửa tay trong một buổi sáng.",
    paragraphs=(
        "Lớp học do các điều dưỡng của trung tâm mẫu đứng lớp, mỗi nhóm hai mươi em cùng làm theo.",
        "Sau phần lý thuyết, từng em thực hành dưới vòi nước và được chấm bằng đèn soi vết bẩn.",
        "Nhà trường sẽ treo bảng sáu bước rửa tay ở mọi khu vệ sinh, theo lời đề nghị của lớp học.",
    ),
    photo="Học sinh thực hành rửa tay tại sân trường",
)
# What a make does not print: the hour, or the text above the first paragraph.
NO_HOUR, NO_SAPO, NO_PHOTO = {"tables.html"}, {"text_copy.txt"}, {"text_copy.txt"}
REAL = 100


def differences(make, article, found):
    """Yield what is not as the page says: the field and both values."""
    moment = article.moment
    wanted = {
        "title": article.title.casefold(),
        "date": moment.replace(hour=0, minute=0) if make in NO_HOUR else moment,
        "authors": (article.byline,),
        "captions": [article.photo] if article.photo and make not in NO_PHOTO else [],
    }
    got = {
        "title": found.title.casefold(),
        "date": found.date,
        "authors": found.authors,
        "captions": [block.caption for block in found.body if block.caption],
    }
    yield from ((name, got[name], wanted[name]) for name in wanted if got[name] != wanted[name])
    sapo = [] if make in NO_SAPO else [article.sapo]
    meant = Counter(sentences_of([*sapo, *article.paragraphs]))
    text = [block.text for block in found.body if block.photo is None]
    there = Counter(sentences_of([found.summary, found.subtitle, *text]))
    if meant - there:
        yield "lost", list(meant - there), []
    if there - meant:
        yield "added", list(there - meant), []


@pytest.mark.parametrize("make", MAKES)
def test_a_page_gives_its_article_and_nothing_of_its_frame(make, article_of):
    found = article_of(MAKES[make](MADE_UP), plain=make.endswith(".txt"))
    assert list(differences(make, MADE_UP, found)) == []


@pytest.mark.parametrize("make", MAKES)
def test_a_page_without_photo_has_no_caption(make, article_of):
    bare = Article(MADE_UP.title, MOMENT, MADE_UP.sapo, MADE_UP.paragraphs)
    found = article_of(MAKES[make](bare), plain=make.endswith(".txt"))
    assert list(differences(make, bare, found)) == []


def real_articles():
    """Yield health news of the folder of test data as articles."""
    with gzip.open(corpus() / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as opened:
        rows = (json.loads(line) for line in opened)
        fitting = (
            row
            for row in rows
            if "y tế" in row["title"] + row["abstract"] and len(row["body"]) > 3 and row["abstract"]
        )
        for row, _ in zip(fitting, range(REAL), strict=False):
            photo = (row.get("captions") or [""])[0]
            body = tuple(text for text in row["body"] if len(text.split()) > 6 and text != photo)
            title = " ".join(row["title"].split())
            yield Article(title, MOMENT, row["abstract"], body, photo=photo)


@pytest.mark.long
def test_real_articles_come_out_of_every_make(article_of, capsys):
    if corpus() is None:
        return
    wrong, pages = Counter(), 0
    for article in real_articles():
        for make in MAKES:
            pages += 1
            found = article_of(MAKES[make](article), plain=make.endswith(".txt"))
            wrong.update(name for name, _, _ in differences(make, article, found))
    with capsys.disabled():
        sys.stdout.write(f"\nimport, {pages} pages of portals: {dict(wrong)} not as printed\n")
    assert wrong["title"] + wrong["date"] + wrong["authors"] <= pages * 0.005
    assert wrong["captions"] <= pages * 0.01
    assert wrong["lost"] + wrong["added"] <= pages * 0.02
