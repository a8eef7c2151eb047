"""The files of open data about awards, and the dictionary, in whole small sites."""

from __future__ import annotations

import csv
import io
import json

import pytest
from support.content import bulletin

from plugins.archives.award_data import AWARD_FIELDS, FOLDER
from plugins.archives.dictionary import OPEN_DATA, data_sets
from plugins.archives.open_data import BULLETIN_FIELDS

AWARDS = """
- form: Giấy khen
  authority: Giám đốc Sở Y tế
  recipients: [{unit: benh-vien-phoi}, {name: '=HYPERLINK("http://x")'}]
  count: {individuals: 14}
  decision: 12/QĐ-SYT
  date: 2025-03-01
  status: đã tặng
- form: Cờ thi đua
  recipients: [{unit: so-y-te}]
  status: suy tôn"""
TABLE = """Sở Y tế khen thưởng.

## Danh sách khen thưởng

| Hình thức | Tập thể/cá nhân | Cơ quan tặng | Số quyết định | Ngày | Trạng thái |
|---|---|---|---|---|---|
| Giấy khen | Bệnh viện Phổi; Minh Hiền | Sở Y tế | 15/QĐ | 02/04/2025 | Đã tặng |
| HCLĐ hạng Ba | 03 tập thể | Chủ tịch nước | | | Đề nghị |
"""


@pytest.fixture
def site(build_site):
    return build_site(
        {
            "bulletins/2025/a.md": bulletin("Tin A", awards=AWARDS),
            "bulletins/2025/b.md": bulletin("Tin B", "2025-04-05", body=TABLE),
            "bulletins/2025/rut.md": bulletin("Tin rút", awards=AWARDS, status="withdrawn"),
        }
    )


def rows_of(site, year=2025):
    data = (site.output / FOLDER / f"{year}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def records_of(site, year=2025):
    return json.loads((site.output / FOLDER / f"{year}.json").read_text(encoding="utf-8"))


def test_both_files_hold_the_same_rows(site):
    rows, records = rows_of(site), records_of(site)
    assert len(rows) == len(records) == 7
    for row, record in zip(rows, records, strict=True):
        for field in AWARD_FIELDS:
            value = record[field.name]
            if isinstance(value, bool):
                value = "có" if value else "không"
            elif isinstance(value, list):
                value = " ".join(value)
            assert row[field.label].removeprefix("'") == ("" if value is None else str(value))


def test_a_record_says_all_of_an_award(site):
    (record,) = [one for one in records_of(site) if one["recipient_id"] == "benh-vien-phoi"][:1]
    assert record == {
        "year": 2025,
        "form_id": "giay-khen",
        "form": "Giấy khen",
        "grade": "",
        "rank": record["rank"],
        "status_id": "awarded",
        "status": "Đã tặng",
        "is_award": True,
        "recipient": "Bệnh viện Phổi",
        "recipient_type": "unit",
        "recipient_id": "benh-vien-phoi",
        "collectives": 1,
        "individuals": 0,
        "authority": "Giám đốc Sở Y tế",
        "decision": "12/QĐ-SYT",
        "date": "2025-03-01",
        "event": "",
        "bulletin_title": "Tin A",
        "bulletin_url": "/ban-tin/2025/03/tin-a/",
        "bulletin_date": "2025-03-05",
        "also": [],
    }


def test_names_of_a_table_are_resolved(site):
    found = {one["recipient_id"] for one in records_of(site) if one["decision"] == "15/QĐ"}
    assert found == {"benh-vien-phoi", "minh-hien"}


def test_a_nomination_is_no_award(site):
    undecided = [one for one in records_of(site) if not one["is_award"]]
    assert [(one["form"], one["status"]) for one in undecided] == [
        ("Huân chương Lao động hạng Ba", "Đề nghị tặng"),
        ("Cờ thi đua của Bộ, ban, ngành, tỉnh", "Suy tôn"),
    ]


def test_what_is_counted_only_has_a_row(site):
    (counted,) = [one for one in records_of(site) if one["individuals"] == 13]
    assert (counted["recipient"], counted["recipient_type"]) == ("", "count")


def test_a_formula_in_a_name_is_defused_for_spreadsheets_only(site):
    name = '=HYPERLINK("http://x")'
    assert [row["Tập thể, cá nhân"] for row in rows_of(site)].count(f"'{name}") == 1
    assert [one["recipient"] for one in records_of(site)].count(name) == 1


def test_bulletins_carry_their_awards_and_event(build_site):
    event = "{name: Họp, date: 2025-03-04, host: Sở Y tế, guests: [A, B], session: sáng}"
    site = build_site({"bulletins/2025/a.md": bulletin("Tin A", awards=AWARDS, event=event)})
    (row,) = json.loads(site.read("/du-lieu/ban-tin/2025.json"))
    assert row["event"] == {
        "name": "Họp",
        "date": "2025-03-04",
        "end_date": None,
        "session": "sáng",
        "place": "",
        "host": {"name": "Sở Y tế", "url": "/don-vi/so-y-te/"},
        "chair": "",
        "guests": ["A", "B"],
        "series": "",
    }
    assert row["awards"][0] == {
        "form": {"id": "co-thi-dua", "name": "Cờ thi đua của Bộ, ban, ngành, tỉnh"},
        "grade": "",
        "status": {"id": "nominated", "name": "Suy tôn"},
        "is_award": False,
        "authority": "",
        "decision": "",
        "date": None,
        "recipients": [{"type": "unit", "id": "so-y-te", "name": "Sở Y tế"}],
        "collectives": 1,
        "individuals": 0,
    }
    assert [one["type"] for one in row["awards"][1]["recipients"]] == ["unit", "name"]
    assert (row["awards"][1]["collectives"], row["awards"][1]["individuals"]) == (1, 14)


def test_a_withdrawn_bulletin_tells_no_event_and_no_award(build_site):
    fields = {"awards": AWARDS, "event": "{name: Họp}", "status": "withdrawn"}
    site = build_site({"bulletins/2025/a.md": bulletin("Tin A", **fields)})
    (row,) = json.loads(site.read("/du-lieu/ban-tin/2025.json"))
    assert (row["event"], row["awards"], row["summary"]) == (None, [], "")
    assert not (site.output / FOLDER).exists()


def test_a_site_without_awards_has_no_such_files(build_site):
    site = build_site({"bulletins/2025/a.md": bulletin("Tin A")})
    assert not (site.output / FOLDER).exists()


def flat(value, prefix=""):
    """Yield the dictionary's paths of a JSON value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            path = f"{prefix}{name}{'[]' if isinstance(inner, list) else ''}"
            yield path
            yield from flat(inner, f"{path}.")
    elif isinstance(value, list):
        for inner in value:
            yield from flat(inner, prefix)


def test_the_dictionary_explains_exactly_what_is_published(build_site):
    event = "{name: Họp, date: 2025-03-04, host: Sở Y tế, guests: [A]}"
    fields = {"awards": AWARDS, "event": event, "units": "[so-y-te]", "photographers": "Lê Sơn"}
    site = build_site({"bulletins/2025/a.md": bulletin("Tin A", **fields)})
    bulletins, awards = data_sets([2025], [2025])
    row = json.loads(site.read("/du-lieu/ban-tin/2025.json"))
    explained = {meaning.field for meaning in bulletins.fields}
    unused = {path for path in explained if path.startswith("related[].")}
    assert set(flat(row)) == explained - unused
    assert set(flat(records_of(site))) == {meaning.field for meaning in awards.fields}


def test_the_dictionary_names_each_file_and_year():
    bulletins, awards = data_sets([2024, 2025, 2024], [2023])
    assert (bulletins.years, awards.years) == ((2025, 2024), (2023,))
    assert bulletins.url(2025, "json") == "/du-lieu/ban-tin/2025.json"
    assert [awards.url(2023, suffix) for suffix in awards.suffixes] == [
        "/du-lieu/khen-thuong/2023.csv",
        "/du-lieu/khen-thuong/2023.json",
    ]
    assert OPEN_DATA.url == "/du-lieu/"


@pytest.mark.parametrize("fields", [AWARD_FIELDS, BULLETIN_FIELDS])
def test_fields_have_names_and_labels_of_their_own(fields):
    assert len({field.name for field in fields}) == len(fields)
    assert len({field.label for field in fields}) == len(fields)
    for field in fields:
        assert field.name.isascii()
        assert field.meaning.endswith(".")
