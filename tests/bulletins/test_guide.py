"""The examples of the guide for staff are right: whoever copies one gets no problem."""

import re
from pathlib import Path

import pytest

from plugins.bulletins.categories import AWARD_STATUSES
from plugins.bulletins.reading import ReadOptions, read_bulletin

GUIDE = Path(__file__).parents[2] / "docs/huong-dan/khen-thuong.md"
OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)
HEADER = "---\ntitle: Tin\ndate: {}\ncategory: Hội nghị\nauthors: Lê Sơn\n{}---\n\n{}"


@pytest.fixture(scope="module")
def guide():
    return GUIDE.read_text(encoding="utf-8")


def read(header="", body="Nội dung.", day="2023-12-20"):
    path = f"bulletins/{day[:4]}/a.md"
    outcome = read_bulletin(path, HEADER.format(day, header, body).encode(), OPTIONS)
    assert outcome.problems == ()
    return outcome.record


def blocks(guide, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)


def test_the_table_is_read_as_it_stands(guide):
    (table,) = blocks(guide, "markdown")
    record = read(body=table)
    assert record.awards_in_body
    assert [(len(one.recipients), one.individuals) for one in record.awards] == [(2, None), (0, 13)]


def test_the_headers_are_read_as_they_stand(guide):
    awards, event = blocks(guide, "yaml")
    assert [one.status for one in read(awards).awards] == ["nominated"]
    assert read(event, day="2018-06-05").event.series == "Ngày Vi chất dinh dưỡng"


def test_every_status_is_explained(guide):
    section = guide.partition("## Trạng thái")[2].partition("\n## ")[0]
    told = re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)[2:]
    assert sorted(told) == sorted(choice.name for choice in AWARD_STATUSES.choices)
