"""Which units one bulletin names, and where: a pure function of the bulletin and the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from plugins.bulletins.records import Bulletin
from plugins.units.forms import Form
from plugins.units.recogniser import Found, Recogniser
from plugins.units.registry import Unit, Units
from plugins.units.resolution import choose, day_of, in_force, only
from plugins.units.text import visible_text
from plugins.vietnamese import merge_tone_style


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
    event = bulletin.event
    host = event.host.text if event and event.host else ""
    texts = {
        "title": bulletin.title,
        "host": host,
        "summary": bulletin.summary if bulletin.summary_given else "",
        "body": body.text,
        "caption": bulletin.cover.caption if bulletin.cover else "",
        "byline": byline_unit,
    }
    found = {part: recogniser.find(text) for part, text in texts.items()}
    found["host"] = _named_in_whole(host, units) or found["host"]
    place = event.place if event else ""
    resolution = _Resolution(
        recogniser, day_of(bulletin), recogniser.normal_province(province), tuple(explicit)
    )
    for part in ("title", "host"):
        resolution.settle_clear(found[part], subject=True)
    for part in ("byline", "summary", "body", "caption"):
        resolution.settle_clear(found[part], subject=False)
    resolution.settle_only(place for places in found.values() for place in places)
    resolution.read_provinces("\n".join([*texts.values(), place]))
    named: dict[str, list[str]] = {}
    earlier = ""
    for part, text in texts.items():
        named[part] = resolution.named(found[part], text, earlier)
        earlier += f"{text}\n"
    links: dict[str, UnitLink] = {}
    for place_found in found["body"]:
        unit = resolution.unit_of(place_found)
        if unit is None or unit in links or place_found.head:
            continue
        span = body.html_span(place_found.start, place_found.end)
        if span is not None:
            links[unit] = UnitLink(*span, unit)
    first = tuple(dict.fromkeys([*named["title"], *named["host"]]))
    others = dict.fromkeys([*named["summary"], *named["body"], *named["caption"], *named["byline"]])
    return Mentions(
        subjects=first,
        others=tuple(unit for unit in others if unit not in first),
        links=tuple(links.values()),
    )


def _named_in_whole(text: str, units: Units) -> list[Found]:
    """Return what a whole text names by an id, a name or an alias of the registry."""
    forms = tuple(Form(unit.id, (), text in (unit.id, unit.name)) for unit in units.find(text))
    return [Found(0, len(text), forms)] if forms else []


@dataclass(slots=True)
class _Resolution:
    """What one bulletin's clear names say about its shared ones."""

    recogniser: Recogniser
    day: dt.date
    province: str
    explicit: tuple[str, ...]
    subjects: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    sole: set[str] = field(default_factory=set)

    @property
    def units(self) -> Units:
        return self.recogniser.units

    def settle_clear(self, places: Iterable[Found], *, subject: bool) -> None:
        """Note the units of all names that say by themselves which unit they mean."""
        for place in places:
            unit = self._clear(place)
            if unit is not None:
                (self.subjects if subject else self.others).append(unit.id)

    def settle_only(self, places: Iterable[Found]) -> None:
        """Note the provinces of short names that one unit alone bears."""
        for place in places:
            unit = only(self._candidates(place, sited=False))
            if unit is not None and any(form.registered for form in place.forms):
                self.sole.add(unit.province)

    def read_provinces(self, text: str) -> None:
        """Note the provinces that a text names as such: «tỉnh Lạng Sơn»."""
        self.printed = self.recogniser.provinces_in(text) if not self.province else set()

    def named(self, places: Iterable[Found], text: str, earlier: str) -> list[str]:
        """Return the units that places of a text name; ``earlier`` is what is read before it."""
        units: list[str] = []
        for place in places:
            unit = self.unit_of(place)
            if unit is not None and not self._refers_back(place, text, earlier):
                units.append(unit)
        return units

    def _refers_back(self, place: Found, text: str, earlier: str) -> bool:
        """Tell whether a mere head («Sở») takes up a name that was printed before."""
        return bool(place.head) and self.recogniser.context.has_antecedent(
            place.head, merge_tone_style((earlier + text[: place.start]).lower())
        )

    def unit_of(self, place: Found) -> str | None:
        """Return the unit that a place means, or None when it stays open."""
        unit = self._clear(place) or self._by_context(place)
        return unit.id if unit is not None else None

    def _clear(self, place: Found) -> Unit | None:
        """Settle a name that says which unit it is, and whose unit is one."""
        return only(self._candidates(place, sited=True))

    def _candidates(self, place: Found, *, sited: bool) -> tuple[Unit, ...]:
        ids = dict.fromkeys(
            form.unit
            for form in place.forms
            if self._is_clear(form) == sited and self._may_lie(form, place)
        )
        return in_force([self.units.by_id[unit] for unit in ids], self.day)

    def _is_clear(self, form: Form) -> bool:
        """Tell whether a form needs no context: it says which, or the unit has no province."""
        return form.places or (form.registered and not self.units.by_id[form.unit].province)

    def _may_lie(self, form: Form, place: Found) -> bool:
        """Tell whether a unit whose province nobody wrote down lies in the province behind it."""
        province = place.province_beside
        if not province or form.places or self.units.by_id[form.unit].province:
            return True
        return " ".join(province) == self.province

    def _by_context(self, place: Found) -> Unit | None:
        """Settle a shared or short name by the subject, then by the province."""
        near = [*self.explicit, *self.subjects]
        placed = self._candidates(place, sited=True)
        if placed:
            return (
                self._named_before(placed)
                or choose(placed, near, self.units)
                or (self._of_home(placed))
            )
        short = self._candidates(place, sited=False)
        registered = {form.unit for form in place.forms if form.registered}
        among = [unit for unit in short if unit.id in registered or self._is_near(unit)]
        if place.province:
            there = only(unit for unit in among if unit.province == " ".join(place.province))
            if there is not None:
                return there
        for provinces in (self._provinces(near), self._home()):
            fitting = [unit for unit in among if self._is_of(unit, provinces)]
            if fitting:
                return (
                    self._named_before(fitting)
                    or choose(fitting, near, self.units)
                    or (self._of_home(fitting))
                )
        if self._provinces(near) or self._home():
            return None
        return self._named_before(among) or choose(among, near, self.units)

    def _is_of(self, unit: Unit, provinces: set[str]) -> bool:
        gazetteer = self.recogniser.gazetteer
        own = tuple(unit.province.split())
        if not own:
            return bool(provinces)
        return any(gazetteer.akin(own, tuple(province.split())) for province in provinces)

    def _named_before(self, found: Collection[Unit]) -> Unit | None:
        """Choose the only unit, else the only one that the bulletin names in full."""
        named = {*self.explicit, *self.subjects, *self.others}
        return only(found) or only(unit for unit in found if unit.id in named)

    def _of_home(self, found: Iterable[Unit]) -> Unit | None:
        """Choose the unit of the site's province, else of the only province that is named."""
        home = self._home()
        return only(unit for unit in found if unit.province and unit.province in home)

    def _home(self) -> set[str]:
        if self.province:
            return {self.province}
        for named in (self._provinces(self.others), self.printed, self.sole - {""}):
            if named:
                return named if len(named) == 1 else set()
        return set()

    def _is_near(self, unit: Unit) -> bool:
        """Tell whether the bulletin names a unit, or one above or below it, in full.

        A short form that the registry does not list («TTYT» of «TTYT huyện Mê Linh») means the
        unit only then.
        """
        line = {unit.id, *(above.id for above in self.units.ancestors(unit.id))}
        named = {*self.explicit, *self.subjects, *self.others}
        above = {up.id for name in named for up in self.units.ancestors(name)}
        return bool(named & line) or unit.id in above

    def _provinces(self, found: Iterable[str]) -> set[str]:
        return {self.units.province_of(unit) for unit in found} - {""}
