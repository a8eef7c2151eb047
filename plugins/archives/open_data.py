"""Open data: each year's bulletins as JSON (DESIGN section 6, interface 4)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from plugins.archives.cards import Category, category_of
from plugins.archives.site import Credits, PersonRef, Site, UnitRef
from plugins.bulletins.records import Bulletin
from plugins.bulletins.serialise import to_json
from plugins.engine.pages import DataFile, Inputs


def bulletins_by_year(site: Site) -> Iterator[DataFile]:
    """Declare ``/du-lieu/ban-tin/YEAR.json`` for every year: all bulletins that have a page."""
    for year, group in groupby(site.selection.paged, lambda bulletin: bulletin.date.year):
        rows = tuple((bulletin, site.credits.get(bulletin.path, Credits())) for bulletin in group)
        yield DataFile(f"du-lieu/ban-tin/{year}.json", _dump, {"rows": rows})


def _dump(inputs: Inputs) -> bytes:
    rows = [bulletin_data(bulletin, given) for bulletin, given in inputs["rows"]]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def bulletin_data(bulletin: Bulletin, given: Credits) -> dict[str, Any]:
    """Describe one bulletin for other programs; every field is always there.

    Of a withdrawn bulletin nothing is told that its page no longer shows.
    """
    shown = bulletin.status != "withdrawn"
    return {
        "path": bulletin.path,
        "url": bulletin.url,
        "status": bulletin.status,
        "title": bulletin.title,
        "category": _category(category_of(bulletin.category)),
        "date": bulletin.date.isoformat(),
        "modified": bulletin.modified.isoformat() if bulletin.modified else None,
        "summary": bulletin.summary if shown else "",
        "authors": [_person(person) for person in given.authors],
        "photographers": [_person(person) for person in given.photographers],
        "units": [_unit(unit) for unit in given.units],
        "event": to_json(bulletin.event) if bulletin.event and shown else None,
        "awards": [to_json(award) for award in bulletin.awards if shown],
        "related": [],
    }


def _category(category: Category) -> dict[str, str]:
    return {"id": category.id, "name": category.name}


def _person(person: PersonRef) -> dict[str, str]:
    return {"id": person.id, "name": person.name}


def _unit(unit: UnitRef) -> dict[str, str]:
    return {"id": unit.id, "name": unit.name, "role": unit.role}
