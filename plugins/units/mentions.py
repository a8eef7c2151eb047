"""Which units one bulletin names, and where: a pure function of the bulletin and the registry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plugins.bulletins.records import Bulletin
from plugins.units.forms import Syllables, bare_province, syllables_of
from plugins.units.recogniser import Found, Recogniser
from plugins.units.registry import Unit, Units
from plugins.units.resolution import choose, day_of, in_force, only
from plugins.units.text import visible_text
from plugins.vietnamese import fold_exact


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A run of text in a body's HTML that names a unit, from ``start`` to ``end``."""

    start: int
    end: int
    unit: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """The units that a bulletin names, by id, in the order of reading.

    ``subjects`` stand in its title or host its event, ``others`` anywhere else. ``links`` are the
    places of the body where a unit is named first and a link may stand.
    """

    subjects: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    links: tuple[UnitLink, ...] = ()


def find_mentions(
    bulletin: Bulletin,
    recogniser: Recogniser,
    units: Units,
    *,
    explicit: Sequence[str] = (),
    byline_unit: str = "",
    province: str = "",
) -> Mentions:
    """Find the units that a bulletin names.

    A shared short name goes to the unit of the bulletin's subject, then to that of its province,
    else to none (DESIGN section 2). Unambiguous names are settled first and help the others.

    Args:
        bulletin: the bulletin, its byline taken off.
        recogniser: made from ``units``.
        units: the registry.
        explicit: ids of the units that the header names.
        byline_unit: the unit of the byline as printed, or "".
        province: the site's default province, or "".
    """
    body = visible_text(bulletin.body.html)
    host = bulletin.event.host.text if bulletin.event and bulletin.event.host else ""
    summary = bulletin.summary if bulletin.summary_given else ""
    caption = bulletin.cover.caption if bulletin.cover else ""
    found = {
        name: recogniser.find(text)
        for name, text in {
            "title": bulletin.title,
            "host": host,
            "summary": summary,
            "body": body.text,
            "caption": caption,
            "byline": byline_unit,
        }.items()
    }
    resolution = _Resolution(units, bulletin, province, tuple(explicit))
    if host in units.by_id:
        resolution.add_subject(host)
    for part in ("title", "host"):
        resolution.settle_clear(found[part], subject=True)
    for part in ("byline", "summary", "body", "caption"):
        resolution.settle_clear(found[part], subject=False)
    named = {part: resolution.named(places) for part, places in found.items()}
    subjects = [*([host] if host in units.by_id else []), *named["title"], *named["host"]]
    others = [*named["summary"], *named["body"], *named["caption"], *named["byline"]]
    links: dict[str, UnitLink] = {}
    for place in found["body"]:
        unit = resolution.unit_of(place)
        if unit is None or unit in links:
            continue
        span = body.html_span(place.start, place.end)
        if span is not None:
            links[unit] = UnitLink(*span, unit)
    first = tuple(dict.fromkeys(subjects))
    return Mentions(
        subjects=first,
        others=tuple(unit for unit in dict.fromkeys(others) if unit not in first),
        links=tuple(links.values()),
    )


@dataclass(slots=True)
class _Resolution:
    """What one bulletin's clear names say about its shared ones."""

    units: Units
    bulletin: Bulletin
    province: str
    explicit: tuple[str, ...]
    subjects: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def add_subject(self, unit: str) -> None:
        self.subjects.append(unit)

    def settle_clear(self, places: Iterable[Found], *, subject: bool) -> None:
        """Note the units of all names that say by themselves which unit they mean."""
        for place in places:
            unit = self._clear(place)
            if unit is not None:
                (self.subjects if subject else self.others).append(unit.id)

    def named(self, places: Iterable[Found]) -> list[str]:
        return [unit for place in places if (unit := self.unit_of(place)) is not None]

    def unit_of(self, place: Found) -> str | None:
        """Return the unit that a place means, or None when it stays open."""
        unit = self._clear(place) or self._by_context(place)
        return unit.id if unit is not None else None

    def _clear(self, place: Found) -> Unit | None:
        """Settle a name that says where its unit is, and whose unit is one."""
        return only(self._candidates(place, places=True))

    def _candidates(self, place: Found, *, places: bool) -> tuple[Unit, ...]:
        ids = dict.fromkeys(form.unit for form in place.forms if form.places == places)
        return in_force([self.units.by_id[unit] for unit in ids], day_of(self.bulletin))

    def _by_context(self, place: Found) -> Unit | None:
        """Settle a shared or short name by the subject, then by the province."""
        near = [*self.explicit, *self.subjects]
        placed = self._candidates(place, places=True)
        if placed:
            return choose(placed, near, self.units) or self._of_home(placed)
        if place.province:
            there = only(
                unit
                for unit in self._candidates(place, places=False)
                if self._lies_in(unit, place.province)
            )
            if there is not None:
                return there
        registered = {form.unit for form in place.forms if form.registered}
        short = self._candidates(place, places=False)
        among = [unit for unit in short if self._is_plausible(unit, registered)]
        if not among:
            return None
        if len(among) == 1:
            return among[0]
        return choose(among, near, self.units) or self._of_home(among)

    def _lies_in(self, unit: Unit, province: Syllables) -> bool:
        own = bare_province(syllables_of(self.units.province_of(unit.id)))
        return own == bare_province(province)

    def _of_home(self, found: Iterable[Unit]) -> Unit | None:
        """Choose the unit of the site's province, else of the only province that is named."""
        home = self._home()
        return only(unit for unit in found if fold_exact(self.units.province_of(unit.id)) in home)

    def _home(self) -> set[str]:
        if self.province:
            return {fold_exact(self.province)}
        named = self._provinces(self.others)
        return named if len(named) == 1 else set()

    def _is_plausible(self, unit: Unit, registered: set[str]) -> bool:
        """Tell whether a short form may mean a unit: one of a province that this bulletin is about.

        A short form that the registry does not list («TTYT» of «TTYT huyện Mê Linh») means the
        unit only where the bulletin names it, or one above or below it, by its full name.
        """
        own = fold_exact(self.units.province_of(unit.id))
        known = self._provinces([*self.explicit, *self.subjects]) or self._home()
        if own and known and own not in known:
            return False
        return unit.id in registered or self._is_near(unit)

    def _is_near(self, unit: Unit) -> bool:
        line = {unit.id, *(above.id for above in self.units.ancestors(unit.id))}
        named = {*self.explicit, *self.subjects, *self.others}
        above = {up.id for name in named for up in self.units.ancestors(name)}
        return bool(named & line) or unit.id in above

    def _provinces(self, found: Iterable[str]) -> set[str]:
        return {fold_exact(self.units.province_of(unit)) for unit in found} - {""}
