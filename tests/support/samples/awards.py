"""Awards of bulletins, rows of the honour roll, and its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support import honours
from support.honours import entry, row
from support.planning import empty_site

from plugins.archives.awards import Awards
from plugins.archives.honour_pages import honour_pages

AWARDS = (
    entry(
        "Huân chương Lao động hạng Ba",
        recipients=(honours.CENTRE,),
        authority="Chủ tịch nước",
        decision="12/QĐ-CTN",
        date=date(2023, 3, 1),
    ),
    entry("Giấy khen", recipients=(honours.NURSE, honours.STRANGER), collectives=2, individuals=16),
    entry("Cờ thi đua", "nominated", recipients=(honours.CENTRE,), authority="UBND tỉnh Mẫu"),
    entry("Bằng khen", "revoked", individuals=1),
)

ROWS = (
    row(
        "Huân chương Lao động hạng Ba",
        recipient=honours.CENTRE,
        authority="Chủ tịch nước",
        decision="12/QĐ-CTN",
        date=date(2023, 3, 1),
        also=(replace(honours.REPORT, url="/ban-tin/2024/01/nhac-lai/", title="Nhắc lại"),),
    ),
    row("Giấy khen", recipient=honours.NURSE),
    row("Giấy khen", recipient=honours.STRANGER),
    row("Giấy khen", collectives=2, individuals=14),
    row("Cờ thi đua", "nominated", recipient=honours.CENTRE, authority="UBND tỉnh Mẫu"),
    row("Bằng khen", "revoked", individuals=1),
)

HONOUR_PAGES = {
    page.path: page.view(page.inputs)
    for page in honour_pages(empty_site(), Awards({}, {2023: ROWS, 2022: ROWS[4:5]}, {}, {}))
}
