"""The directory of units, and the page of each unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plugins.archives.award_groups import profile_awards
from plugins.archives.awards import AwardRow, Awards
from plugins.archives.credits import unit_link, unit_url
from plugins.archives.entries import UNIT_PARTS, Entry, by_unit, news_of
from plugins.archives.list_pages import list_page
from plugins.archives.site import Site
from plugins.archives.views import UNITS, Crumb, NamedLink, trail
from plugins.engine.pages import Page
from plugins.units.kinds import kind_name
from plugins.units.registry import Unit, Units
from plugins.vietnamese import SortKey, fold_exact, sort_key

NO_PROVINCE = "Trung ương và chung"


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the directory. ``count`` is that of its own bulletins, not of those below it."""

    name: str
    url: str
    count: int
    closed: bool
    children: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The trees of one province."""

    heading: str
    nodes: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class Relatives:
    """The units around one. Children that have ended stand apart."""

    parent: NamedLink | None
    children: tuple[NamedLink, ...]
    former_children: tuple[NamedLink, ...]
    predecessors: tuple[NamedLink, ...]
    successor: NamedLink | None


def unit_pages(site: Site, units: Units, awards: Awards) -> Iterator[Page]:
    """Declare the directory and the page of every registered unit, with bulletins or without.

    A registry without units has neither.
    """
    if not units.units:
        return
    entries = by_unit(site)
    today = site.now.date()
    yield site.page(
        UNITS.url,
        "units.html",
        title="Đơn vị",
        description="Danh bạ các đơn vị và số tin của từng đơn vị",
        kind="directory",
        crumbs=trail(UNITS),
        total=len(units.units),
        groups=unit_tree(units, entries, today),
    )
    relatives = relatives_of(units, today)
    for unit in units:
        # The line is not shown, and an edit of any entry above moves it.
        shown = replace(unit, province=units.province_of(unit.id), line=1)
        honours = awards.by_unit.get(unit.id, ())
        yield from _pages_of(site, shown, relatives[unit.id], entries.get(unit.id, ()), honours)


def _pages_of(
    site: Site,
    unit: Unit,
    relatives: Relatives,
    entries: Sequence[Entry],
    honours: Sequence[AwardRow],
) -> Iterator[Page]:
    url = unit_url(unit.id)
    news, year_pages = news_of(url, entries, UNIT_PARTS)
    yield site.page(
        url,
        "unit.html",
        title=unit.name,
        description=f"Thông tin liên hệ và tin về {unit.name}",
        kind="unit",
        crumbs=trail(UNITS, Crumb(unit.name)),
        unit=unit,
        unit_kind=kind_name(unit.kind),
        closed=is_closed(unit, site.now.date()),
        relatives=relatives,
        news=news,
        awards=profile_awards(honours),
    )
    for part in year_pages:
        yield list_page(site, part, unit.name, UNITS, Crumb(unit.name, url))


def is_closed(unit: Unit, today: date) -> bool:
    """Tell whether a unit's last day is past."""
    return unit.valid_to is not None and unit.valid_to < today


def unit_tree(
    units: Units, entries: Mapping[str, Sequence[Entry]], today: date
) -> tuple[UnitGroup, ...]:
    """Arrange all units: by province, then below their parents, by ``order`` and name.

    Units at the top that are of no province come first; provinces follow in Vietnamese order.
    """
    children = units_by_parent(units)

    def node(unit: Unit) -> UnitNode:
        return UnitNode(
            name=unit.name,
            url=unit_url(unit.id),
            count=len(entries.get(unit.id, ())),
            closed=is_closed(unit, today),
            children=tuple(node(child) for child in children.get(unit.id, ())),
        )

    roots: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in children.get("", ()):
        roots[fold_exact(unit.province)].append(unit)
    # «Hòa Bình» and «Hoà Bình» are one province; it is printed as the file has it first.
    names = {fold_exact(unit.province): unit.province for unit in reversed(units.units)}
    return tuple(
        UnitGroup(names[province] or NO_PROVINCE, tuple(node(unit) for unit in roots[province]))
        for province in sorted(roots, key=lambda province: sort_key(names[province]))
    )


def relatives_of(units: Units, today: date) -> dict[str, Relatives]:
    """Return the units around each unit, by its id."""
    children = units_by_parent(units)
    predecessors: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(units, key=_rank):
        predecessors[unit.successor].append(unit)
    return {
        unit.id: Relatives(
            parent=_link(units.by_id.get(unit.parent)),
            children=_links(
                child for child in children.get(unit.id, ()) if not is_closed(child, today)
            ),
            former_children=_links(
                child for child in children.get(unit.id, ()) if is_closed(child, today)
            ),
            predecessors=_links(predecessors[unit.id]),
            successor=_link(units.by_id.get(unit.successor)),
        )
        for unit in units
    }


def units_by_parent(units: Units) -> dict[str, list[Unit]]:
    """Return the units below each id, in the order of the directory; those at the top below ""."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(units, key=_rank):
        found[unit.parent].append(unit)
    return dict(found)


def _rank(unit: Unit) -> tuple[bool, int, SortKey, str]:
    """Rank siblings: those with an ``order`` by it, then the others by name."""
    return unit.order is None, unit.order or 0, sort_key(unit.name), unit.id


def _link(unit: Unit | None) -> NamedLink | None:
    return unit_link(unit) if unit else None


def _links(units: Iterable[Unit]) -> tuple[NamedLink, ...]:
    return tuple(unit_link(unit) for unit in units)
