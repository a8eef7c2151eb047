"""Every way in which a unit's name can be printed.

From the names of the registry come the forms with and without the word for the division («Trung tâm
Y tế [huyện] Hữu Lũng»), with and without the province («Sở Y tế [tỉnh] [Quảng Ngãi]») and, where
that leaves a name, without any place. Abbreviations are no forms: they are shortcuts in the tree of
all forms (``automaton``). Letters are never changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from plugins.units.abbreviations import COMMUNES, DISTRICTS, DIVISIONS
from plugins.units.names import Name, NameReader, Place, without
from plugins.units.places import Syllables
from plugins.units.registry import Unit, Units
from plugins.units.surroundings import COUNTRYWIDE

_SHORTEST_SHORT: Final = 2

# Without their place these say nothing: «Ủy ban nhân dân» is nobody's name.
_BARE_HEADS: Final = frozenset(
    tuple(head.split())
    for head in (
        "ủy ban nhân dân", "hội đồng nhân dân", "bệnh viện", "trung tâm", "đảng bộ", "đảng ủy",
        "chi bộ", "công đoàn", "phòng khám", "chi cục", "ban tổ chức", "ban chấp hành",
        "ban chỉ đạo", "ban thường vụ", "văn phòng", "thanh tra", "hội đồng", "đoàn thanh niên",
        "nhà thuốc", "bảo hiểm",
    )
)  # fmt: skip

_COUNTRYWIDE: Final = frozenset((head,) for head in COUNTRYWIDE)

# «Bệnh viện tỉnh», «Trung tâm thành phố»: no name of «Bệnh viện Hà Tĩnh».
_OF_ANYBODY: Final = frozenset({("bệnh", "viện"), ("trung", "tâm"), ("phòng", "khám")})

# Heads of units that a division has one of, so that its word can be left out or put in.
_OF_COMMUNES: Final = (("trạm", "y", "tế"),)
_OF_DISTRICTS: Final = (
    ("trung", "tâm", "y", "tế"), ("bệnh", "viện", "đa", "khoa"), ("phòng", "y", "tế"),
    ("bệnh", "viện"),
)  # fmt: skip
_OF_BOTH: Final = (
    ("ủy", "ban", "nhân", "dân"), ("hội", "đồng", "nhân", "dân"), ("đảng", "bộ"),
    ("hội", "liên", "hiệp", "phụ", "nữ"), ("đảng", "ủy"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print one unit's name.

    ``places`` tells whether the form itself says which unit is meant («… huyện Hữu Lũng», «Bệnh
    viện K»); one that does not is a short form and needs its context. ``registered`` is False for a
    short form that the registry does not list and that many units of a province share («TTYT»).
    ``derived`` is True where a division was put in or left out: a unit that is registered by just
    that name goes before. ``joints`` are the syllables before which a comma may stand.
    """

    unit: str
    syllables: Syllables
    places: bool
    registered: bool = True
    derived: bool = False
    joints: frozenset[int] = frozenset()


class FormMaker:
    """Makes the forms of the units of one registry."""

    def __init__(self, units: Units) -> None:
        self.reader = NameReader()
        self._units = units
        self._divisions = [tuple(division.split()) for division in DIVISIONS]
        self._communes = [tuple(division.split()) for division in COMMUNES]
        self._districts = [tuple(division.split()) for division in DISTRICTS]
        self.names: Mapping[str, list[Name]] = {
            unit.id: [name for text in unit.names for name in self.reader.read(text)]
            for unit in units
        }
        provinces = {unit.id: self._province_of(unit.id) for unit in units}
        known = set(provinces.values()) - {()}
        if len(known) == 1:
            # All that is known lies in one province, so «Bệnh viện Phổi» is the one of there.
            (only,) = known
            for unit in units:
                if not provinces[unit.id] and self._is_local(unit.id):
                    provinces[unit.id] = only
        self.provinces: Mapping[str, Syllables] = provinces

    def forms_of(self, unit: Unit) -> Iterator[Form]:
        """Yield every form of a unit, each once; a form that says more of itself comes first."""
        seen: set[Syllables] = set()
        for form in self._all_forms(unit.id):
            if form.syllables and form.syllables not in seen:
                seen.add(form.syllables)
                yield form

    def _all_forms(self, unit: str) -> Iterator[Form]:
        names = self.names[unit]
        for name in names:
            sited = name.own or bool(name.places)
            yield Form(unit, name.syllables, sited, joints=name.joints)
        for name in names:
            yield from self._divisions_changed(unit, name)
            if name.places:
                yield from self._places_left_out(unit, name)
            # «TTYT» of a district is not «TTYT Hà Nội».
            elif not self.places_of(unit):
                yield from self._with_province(unit, name)

    def places_of(self, identity: str) -> frozenset[Syllables]:
        """Return the places, but for provinces, in the names of a unit and of those above it."""
        line = [identity, *(unit.id for unit in self._units.ancestors(identity))]
        return frozenset(
            name.syllables[place.start : place.end]
            for unit in line
            for name in self.names[unit]
            for place in name.places
            if not place.province
        )

    def districts_above(self, identity: str) -> frozenset[Syllables]:
        """Return the districts in the names of the units above a unit."""
        return frozenset(
            name.syllables[place.start : place.end]
            for unit in self._units.ancestors(identity)
            for name in self.names[unit.id]
            for place in name.places
            if not place.province and name.syllables[place.opens : place.start] in self._districts
        )

    def _province_of(self, identity: str) -> Syllables:
        """Return the province in the registry, else the one that the names of the line end with."""
        written = self._units.province_of(identity)
        if written:
            first = self.reader.read(written)[0]
            return self.reader.gazetteer.normal(first.syllables)
        for unit in (identity, *(unit.id for unit in self._units.ancestors(identity))):
            for name in self.names[unit]:
                if name.places and name.places[-1].province:
                    return name.places[-1].province
        return ()

    def _is_local(self, unit: str) -> bool:
        name = self.names[unit][0]
        return not (name.own or name.places or name.syllables[:1] in _COUNTRYWIDE)

    def _divisions_changed(self, unit: str, name: Name) -> Iterator[Form]:
        whole = name.syllables
        for place in name.places:
            if place.opens < place.start:
                left = without(whole, [(place.opens, place.start)])
                yield Form(unit, left, True, derived=not place.province)
            else:
                for division in self._divisions_for(whole, place, unit):
                    put = (*whole[: place.start], *division, *whole[place.start :])
                    yield Form(unit, put, True, derived=not place.province)

    def _divisions_for(self, whole: Syllables, place: Place, unit: str) -> tuple[Syllables, ...]:
        """Return the words for a division that may be printed before a place."""
        if place.province:
            return self.reader.gazetteer.divisions(place.province)
        known = {
            name.syllables[other.opens : other.start]
            for name in self.names[unit]
            for other in name.places
            if other.opens < other.start and not other.province
        }
        if known:
            return tuple(sorted(known))
        head = whole[: place.start]
        if head in _OF_COMMUNES:
            return tuple(self._communes)
        if head in _OF_DISTRICTS:
            return tuple(self._districts)
        return (*self._districts, *self._communes) if head in _OF_BOTH else ()

    def _with_province(self, unit: str, name: Name) -> Iterator[Form]:
        """Yield a name without a place, and its province: «Bệnh viện Phổi [tỉnh] Lạng Sơn»."""
        province = self.provinces[unit]
        base = name.syllables
        for division in self._divisions:
            if base[-len(division) :] == division and len(base) > len(division):
                base = base[: -len(division)]
                break
        if not province or len(base) < _SHORTEST_SHORT:
            return
        for between in ((), *self.reader.gazetteer.divisions(province)):
            yield Form(unit, (*base, *between, *province), True, joints=name.joints)

    def _places_left_out(self, unit: str, name: Name) -> Iterator[Form]:
        """Yield what is left of a name without the places that end it."""
        whole = name.syllables
        ends = len(whole)
        for count, place in enumerate(reversed(name.places), 1):
            if place.end != ends:
                return
            ends = place.opens
            last = count == len(name.places)
            of_province = bool(place.province)
            for short in dict.fromkeys((whole[: place.start], whole[: place.opens])):
                if not last:
                    if short == whole[: place.opens]:
                        yield Form(unit, short, True, joints=name.joints)
                elif len(short) >= _SHORTEST_SHORT and short not in _BARE_HEADS:
                    # «Bệnh viện Quân y 121 Cần Thơ», but «Phòng khám 50 Hàng Bún».
                    kept = of_province or place.opens < place.start
                    own = name.own and kept and self._stays_own(name, len(short))
                    yield Form(unit, short, own, of_province, joints=name.joints)
            if last and place.province and place.opens == place.start:
                yield from self._division_alone(unit, name, place)

    def _division_alone(self, unit: str, name: Name, place: Place) -> Iterator[Form]:
        """Yield «Sở Y tế tỉnh», «Trung tâm … Thành phố»: the province without its name."""
        if name.syllables[: place.start] in _OF_ANYBODY:
            return
        for division in self.reader.gazetteer.divisions(place.province):
            yield Form(unit, (*name.syllables[: place.start], *division), False, True)

    def _stays_own(self, name: Name, length: int) -> bool:
        """Tell whether the beginning of a name still is one unit's own: not «Bệnh viện quận»."""
        short = name.syllables[:length]
        return any(word.isdigit() for word in short) and self.reader.is_own(short, name.capitals)


def forms_of(unit: Unit, units: Units) -> Iterator[Form]:
    """Yield every form of one unit of a registry."""
    return FormMaker(units).forms_of(unit)


def is_bare(syllables: Syllables) -> bool:
    """Tell whether a name is a mere head: «Sở», «Trung tâm», «Đảng ủy»."""
    return len(syllables) == 1 or syllables in _BARE_HEADS
