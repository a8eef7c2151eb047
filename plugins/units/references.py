"""What the shared and short names of one bulletin refer to.

A name that says which unit it is settles itself. «Sở Y tế», «UBND tỉnh» and «Bệnh viện Phổi» follow
the bulletin's subject, then the site's province, then what the text itself tells of its province;
else they stay open (DESIGN section 2). «Sở» alone takes up the name that was printed before.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from plugins.units.forms import Form
from plugins.units.places import MERGER, Syllables
from plugins.units.recogniser import Found, Recogniser
from plugins.units.registry import Unit, Units
from plugins.units.resolution import choose, in_force, only
from plugins.vietnamese import merge_tone_style


@dataclass(slots=True)
class Resolution:
    """What one bulletin's clear names say about its shared ones.

    ``province`` is the site's, as ``recogniser`` spells it, or "". ``text`` is all that is read, in
    the order of reading; ``subjects`` and ``others`` are the units of clear names, ``sole`` the
    provinces of short names that one unit alone bears, ``printed`` those that the text names.
    """

    recogniser: Recogniser
    day: dt.date
    province: str
    explicit: tuple[str, ...]
    text: str
    subjects: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    sole: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    _lowered: str = ""
    _pointed: dict[str, tuple[list[int], list[str]]] = field(default_factory=dict)
    _antecedents: dict[Syllables, int] = field(default_factory=dict)
    _departments: list[tuple[int, bool]] | None = None
    _settled: dict[object, str | None] = field(default_factory=dict)

    @property
    def units(self) -> Units:
        """The registry, its provinces in one spelling."""
        return self.recogniser.units

    def settle(self, found: Mapping[str, Iterable[Found]], *, subjects: Collection[str]) -> None:
        """Note what the clear names say, before any shared one is looked at.

        Args:
            found: the places of every part of the bulletin.
            subjects: the parts that name what the bulletin is about.
        """
        self._lowered = merge_tone_style(self.text.lower())
        for part, places in found.items():
            units = self.subjects if part in subjects else self.others
            for place in places:
                unit = self._clear(place)
                if unit is not None:
                    units.append(unit.id)
                elif any(form.registered for form in place.forms):
                    sole = only(self._candidates(place, sited=False))
                    self.sole |= {sole.province} - {""} if sole else set()
        self.subjects = list(dict.fromkeys(self.subjects))
        self.others = list(dict.fromkeys(self.others))
        if not self.province:
            self.printed = self.recogniser.provinces_in(self._lowered)

    def unit_of(self, place: Found, offset: int) -> str | None:
        """Return the unit that a place means, or None when it stays open.

        Args:
            place: the place.
            offset: where the part that it belongs to begins in ``text``.
        """
        at = place.start + offset
        if place.head and self._takes_up_another(place.head, at):
            return None
        pointed = "" if self.province else self._pointed_province(place, at)
        # Places keep their forms while the bulletin is read, so that their address tells them.
        key = (id(place.forms), place.province, place.province_beside, pointed)
        if key not in self._settled:
            unit = self._clear(place) or self._by_context(place, pointed)
            self._settled[key] = unit.id if unit is not None else None
        return self._settled[key]

    def _takes_up_another(self, head: Syllables, at: int) -> bool:
        """Tell whether a mere head takes up what is named already, or what is not ours."""
        if len(head) == 1 or head[-1] != "sở":
            return self._has_antecedent(head, at)
        if self._departments is None:
            self._departments = self.recogniser.context.other_departments(self._lowered)
        last = bisect_left(self._departments, (at, False)) - 1
        return last >= 0 and not self._departments[last][1]

    def _has_antecedent(self, head: Syllables, at: int) -> bool:
        """Tell whether a mere head («Sở») takes up a name that was printed before."""
        if head not in self._antecedents:
            first = self.recogniser.context.antecedent(head, self._lowered)
            self._antecedents[head] = len(self.text) if first is None else first
        return self._antecedents[head] < at

    def _pointed_province(self, place: Found, at: int) -> str:
        """Return the province that last stood with a name: «Sở Y tế Cà Mau … Sở Y tế»."""
        name = self._lowered[at : at + place.end - place.start]
        if name not in self._pointed:
            named = list(self.recogniser.provinces_with(name, self._lowered))
            self._pointed[name] = [start for start, _ in named], [there for _, there in named]
        starts, provinces = self._pointed[name]
        last = bisect_left(starts, at) - 1
        return provinces[last] if last >= 0 else ""

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

    def _by_context(self, place: Found, pointed: str) -> Unit | None:
        """Settle a shared or short name by the subject, then by the province."""
        near = [*self.explicit, *self.subjects]
        placed = self._candidates(place, sited=True)
        if placed:
            return self._chosen(placed, near, self._home())
        registered = {form.unit for form in place.forms if form.registered}
        among = [
            unit
            for unit in self._candidates(place, sited=False)
            if unit.id in registered or self._is_near(unit)
        ]
        if place.province:
            there = only(unit for unit in among if unit.province == " ".join(place.province))
            if there is not None:
                return there
        home = {pointed} if pointed else self._home()
        about = self._provinces(near)
        for provinces in (about, home):
            fitting = [unit for unit in among if self._is_of(unit, provinces)]
            if fitting:
                return self._chosen(fitting, near, home)
        if about or home:
            return None
        if self.printed:  # several provinces: the unit must lie in one of them
            among = [unit for unit in among if self._is_of(unit, self.printed)]
        return self._chosen(among, near, home)

    def _chosen(
        self, found: Collection[Unit], near: Collection[str], home: Collection[str]
    ) -> Unit | None:
        """Choose the only unit, the only one named in full, the subject's, or that of home."""
        named = {*near, *self.others}
        return (
            only(found)
            or only(unit for unit in found if unit.id in named)
            or choose(found, near, self.units)
            or only(unit for unit in found if unit.province and unit.province in home)
        )

    def _is_of(self, unit: Unit, provinces: Collection[str]) -> bool:
        gazetteer = self.recogniser.gazetteer
        if not unit.province:
            return bool(provinces)
        if self.day < MERGER or unit.province in provinces:
            return unit.province in provinces
        own = tuple(unit.province.split())
        return any(gazetteer.akin(own, tuple(province.split())) for province in provinces)

    def _home(self) -> set[str]:
        """Return the site's province, else the only one that the text tells of."""
        if self.province:
            return {self.province}
        for named in (self._provinces(self.others), self.printed, self.sole):
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
