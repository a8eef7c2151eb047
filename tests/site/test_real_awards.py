"""Every figure about awards equals a count made from the source files, without our own reader."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
import yaml
from icalendar import Calendar
from support.content import PROJECT
from support.sites import Site, build_apart

CONTENT = PROJECT / "content"
TITLES = {"Cờ thi đua": "Cờ thi đua của Bộ, ban, ngành, tỉnh"}
"""Forms of the content whose printed name is longer than what staff wrote."""


def parts(file):
    _, header, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(header, yaml.BaseLoader), body


SOURCES = {
    file.relative_to(CONTENT).as_posix(): parts(file)
    for file in sorted((CONTENT / "bulletins").rglob("*.md"))
}


def tables(body):
    """Yield the rows of tables below «Danh sách khen thưởng» as dicts of cells."""
    section = body.partition("## Danh sách khen thưởng\n")[2].split("\n## ")[0]
    lines = [line.strip().strip("|").split("|") for line in section.splitlines() if "|" in line]
    rows = [[cell.strip() for cell in line] for line in lines]
    for row in rows[2:]:
        yield dict(zip(rows[0], row, strict=True))


def in_header(header):
    """Yield form, status, collectives and individuals of each award of a header."""
    for award in header.get("awards", ()):
        count = award.get("count", {})
        kinds = Counter(kind for one in award.get("recipients", ()) for kind in one)
        yield (
            award["form"],
            award["status"],
            max(int(count.get("collectives", 0)), kinds["unit"]),
            max(int(count.get("individuals", 0)), kinds["person"]),
        )


def in_table(body):
    for row in tables(body):
        cell = row["Tập thể/cá nhân"]
        people = re.fullmatch(r"(\d+) cá nhân", cell)
        collectives = 0 if people else len(cell.split(";"))
        yield row["Hình thức"], row["Trạng thái"], collectives, int(people[1]) if people else 0


@pytest.fixture(scope="module")
def reported():
    """The sums that a person would make who reads the files: by form and status."""
    sums: dict[tuple[str, str], list[int]] = {}
    for header, body in SOURCES.values():
        if header.get("status") in {"draft", "withdrawn"}:
            continue
        for form, status, collectives, individuals in (*in_header(header), *in_table(body)):
            both = sums.setdefault((TITLES.get(form, form), status.casefold()), [0, 0])
            both[0] += collectives
            both[1] += individuals
    return {key: tuple(both) for key, both in sums.items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    return build_apart(CONTENT, tmp_path_factory.mktemp("real") / "public", public=True)


@pytest.fixture(scope="module")
def rows(site):
    files = sorted((site.output / "du-lieu/khen-thuong").glob("*.json"))
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]


def test_the_content_has_events_awards_and_documents():
    headers = [header for header, _ in SOURCES.values()]
    assert sum("event" in header for header in headers) >= 8
    assert (
        sum(bool([*in_header(header), *in_table(body)]) for header, body in SOURCES.values()) >= 5
    )
    assert sum("documents" in header for header in headers) >= 1
    assert any([*in_table(body)] for _, body in SOURCES.values())


def test_every_sum_equals_that_of_the_files(rows, reported):
    sums: Counter[tuple[str, str, int]] = Counter()
    for row in rows:
        key = row["form"], row["status"].casefold()
        sums[*key, 0] += row["collectives"]
        sums[*key, 1] += row["individuals"]
    assert {(form, status) for form, status, _ in sums} == set(reported)
    for (form, status), both in reported.items():
        assert (sums[form, status, 0], sums[form, status, 1]) == both, form


def test_the_nomination_of_2023_is_no_award(rows):
    (row,) = [row for row in rows if row["recipient_id"] == "phong-thanh-tra-so-y-te-ninh-binh"]
    assert (row["year"], row["status"], row["is_award"]) == (2023, "Suy tôn", False)


def test_the_bulletins_carry_the_same_awards(site, reported):
    sums: Counter[tuple[str, int]] = Counter()
    for file in (site.output / "du-lieu/ban-tin").glob("*.json"):
        for row in json.loads(file.read_text(encoding="utf-8")):
            for award in row["awards"]:
                sums[award["status"]["name"].casefold(), 0] += award["collectives"]
                sums[award["status"]["name"].casefold(), 1] += award["individuals"]
    for status in {status for _, status in reported}:
        wanted = [both for (_, other), both in reported.items() if other == status]
        assert sums[status, 0] == sum(both[0] for both in wanted)
        assert sums[status, 1] == sum(both[1] for both in wanted)


def test_units_of_the_table_are_linked(rows):
    found = {row["recipient_id"] for row in rows if row["form"] == "Tập thể lao động tiên tiến"}
    assert found == {
        "ttyt-huyen-me-linh",
        "phong-hanh-chinh-to-chuc-tai-vu-me-linh",
        "tram-y-te-van-khe",
        "tram-y-te-tien-phong",
    }


def test_the_calendar_has_every_dated_event(site):
    calendar = Calendar.from_ical((site.output / "su-kien.ics").read_bytes())
    dated = {
        (header["event"]["name"], header["event"]["date"])
        for header, _ in SOURCES.values()
        if "date" in header.get("event", {}) and header.get("status") not in {"draft", "withdrawn"}
    }
    found = {
        (str(event["SUMMARY"]).partition(" (buổi ")[0], event["DTSTART"].dt.isoformat())
        for event in calendar.walk("VEVENT")
    }
    assert found == dated
