"""Awards for tests: single records, and content folders that report many.

All names are made up on purpose and read like it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from support.content import bulletin

from plugins.archives.awards import AwardEntry, AwardRow, BulletinRef, RecipientRef
from plugins.bulletins.award_forms import find_form

REPORT = BulletinRef(
    "/ban-tin/2023/12/khen-thuong/",
    "Chín tập thể mẫu được khen thưởng",
    dt.datetime(2023, 12, 20, tzinfo=dt.timezone(dt.timedelta(hours=7))),
)
CENTRE = RecipientRef("unit", "Trung tâm Mẫu", True, "trung-tam-mau", "/don-vi/trung-tam-mau/")
NURSE = RecipientRef("person", "Mẫu Thị A", False, "mau-thi-a", "/tac-gia/mau-thi-a/")
STRANGER = RecipientRef("name", "Mẫu Văn Đan", False)

GIVEN = ("Đã tặng", "Phong tặng")
FORMS = ("Giấy khen", "Bằng khen", "Chiến sĩ thi đua cơ sở", "Tập thể lao động tiên tiến")


def entry(form: str = "Giấy khen", status: str = "awarded", **fields: Any) -> AwardEntry:
    """Make an award as one bulletin reports it; its counts are those of its recipients."""
    recipients = fields.get("recipients", ())
    named = sum(one.collective for one in recipients)
    fields.setdefault("collectives", named)
    fields.setdefault("individuals", len(recipients) - named)
    return AwardEntry(**_facts(form, status, fields))


def row(form: str = "Giấy khen", status: str = "awarded", **fields: Any) -> AwardRow:
    """Make an award to one recipient."""
    one = fields.get("recipient")
    fields.setdefault("collectives", int(one is not None and one.collective))
    fields.setdefault("individuals", int(one is not None and not one.collective))
    return AwardRow(**_facts(form, status, fields))


def _facts(form: str, status: str, fields: dict[str, Any]) -> dict[str, Any]:
    found = find_form(form)
    assert found is not None
    given = {"authority": "", "decision": "", "date": None, "event": "", "bulletin": REPORT}
    return {
        "year": 2023,
        "form": found.form,
        "grade": found.grade,
        "status": status,
        **given,
        **fields,
    }


def reports(count: int) -> dict[str, str]:
    """Write bulletins that report this many awards, five each, in several years and standings.

    Every seventh is a nomination and every eleventh was taken back.
    """
    files = {}
    for first in range(0, count, 5):
        year = 2020 + first // 5 % 5
        awards = [_award(number, year) for number in range(first, min(first + 5, count))]
        files[f"bulletins/{year}/khen-thuong-{first}.md"] = bulletin(
            f"Khen thưởng đợt {first}",
            f"{year}-11-20",
            category="Khen thưởng",
            awards=f"[{', '.join(awards)}]",
        )
    return files


def _award(number: int, year: int) -> str:
    form = FORMS[number % len(FORMS)]
    status = "Thu hồi" if number % 11 == 10 else "Suy tôn" if number % 7 == 6 else "Đã tặng"
    unit = form == "Tập thể lao động tiên tiến" or number % 3 == 0
    if form == "Chiến sĩ thi đua cơ sở":
        unit = False
    if number % 5 == 4 and form != "Tập thể lao động tiên tiến":
        who = f"count: {{individuals: {number + 1}}}"
    elif unit:
        who = "recipients: [{unit: benh-vien-phoi}]"
    elif number % 2:
        who = "recipients: [{person: minh-hien}]"
    else:
        who = f"recipients: [{{name: Người Mẫu {number}}}]"
    decision = f", decision: {100 + number}/QĐ-MAU, date: {year}-01-{number % 28 + 1:02}"
    return f"{{form: {form}, authority: Sở Mẫu, {who}, status: {status}{decision}}}"
