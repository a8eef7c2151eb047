"""Every way in which a unit's name can be printed.

From the names of the registry come their shortened forms («TTYT», «UBND tỉnh»), the forms with and
without the word for the division («Trung tâm Y tế [huyện] Hữu Lũng») and, for provinces, without
the place at all («Sở Y tế», which then needs its context). Letters are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from plugins.units.abbreviations import ABBREVIATIONS, DIVISIONS
from plugins.units.places import central_cities
from plugins.units.registry import Unit, Units
from plugins.vietnamese import fold_exact

Syllables = tuple[str, ...]

_WORD: Final = re.compile(r"[^\W_]+|,")
_MOST_VARIANTS: Final = 60
_SHORTEST_IMPLICIT: Final = 2

# Without their place these say nothing: «Ủy ban nhân dân» is nobody's name.
_BARE_HEADS: Final = frozenset(
    {
        ("ủy", "ban", "nhân", "dân"),
        ("hội", "đồng", "nhân", "dân"),
        ("bệnh", "viện"),
        ("trung", "tâm"),
        ("đảng", "bộ"),
        ("đảng", "ủy"),
        ("chi", "bộ"),
        ("công", "đoàn"),
        ("phòng", "khám"),
        ("chi", "cục"),
    }
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print one unit's name.

    ``places`` tells whether the form itself says where the unit is («… huyện Hữu Lũng»); one that
    does not is a short form and needs its context. ``registered`` is False for a short form that
    the registry does not list and that many units of a province share («TTYT»). ``full`` marks the
    unit's own full name.
    """

    unit: str
    syllables: Syllables
    places: bool
    registered: bool
    full: bool


def syllables_of(name: str) -> Syllables:
    """Divide a name as the recogniser reads text: lower case, old tone style, no leading zeros."""
    return tuple(normal_number(word) for word in _WORD.findall(fold_exact(name)))


def normal_number(word: str) -> str:
    """Write «02» as «2»: official texts pad counts and numbers (Nghị định 30/2020/NĐ-CP)."""
    return word.lstrip("0") or "0" if word.isdigit() else word


def forms_of(unit: Unit, units: Units) -> Iterator[Form]:
    """Yield every form of a unit, each once; a form that says more of itself comes first."""
    seen: set[Syllables] = set()
    for form in _all_forms(unit, units):
        if form.syllables not in seen:
            seen.add(form.syllables)
            yield form


def _all_forms(unit: Unit, units: Units) -> Iterator[Form]:
    province = bare_province(syllables_of(units.province_of(unit.id)))
    narrow = _narrow_places(unit, province)
    places = [*narrow, province] if province else narrow
    names = [_expanded(syllables_of(name)) for name in unit.names]
    for name in names:
        for written in dict.fromkeys(
            [*_divisions_left_out(name), *_in_province(name, province, narrow)]
        ):
            placed = not province or _holds(written, places)
            for variant in _variants(written):
                yield Form(unit.id, variant, placed, True, name == names[0])
    for place in places:
        for short in _without_place(names[0], place):
            for variant in _variants(short):
                yield Form(unit.id, variant, False, place == province, False)
    yield from _below_parent(unit, units, names, places)


def bare_province(province: Syllables) -> Syllables:
    """Leave «thành phố» out of the name of a province."""
    return province[2:] if province[:2] == ("thành", "phố") else province


def _own_division(province: Syllables) -> Syllables:
    return ("thành", "phố") if province in central_cities() else ("tỉnh",)


def _narrow_places(unit: Unit, province: Syllables) -> list[Syllables]:
    """Return the places below the province that a unit's full name ends with.

    A province's capital may bear its name: «thành phố Quảng Ngãi» is not «tỉnh Quảng Ngãi».
    """
    name = _expanded(syllables_of(unit.name))
    found: list[Syllables] = []
    for words in (tuple(division.split()) for division in DIVISIONS):
        for at in range(len(name) - len(words)):
            place = name[at + len(words) :]
            if name[at : at + len(words)] != words or not place:
                continue
            if bare_province(place) != province:
                found.append(place)
            elif words != _own_division(province):
                found.append((*words, *place))
    capitals = _trailing_capitals(unit.name)
    if len(capitals) > 1 and not found:
        place = _expanded(syllables_of(" ".join(capitals)))
        found += [place] if bare_province(place) != province else []
    return found


def _trailing_capitals(name: str) -> list[str]:
    """Return the words with capitals at the end of a name: «Đa khoa [Xanh Pôn]»."""
    words = name.split()
    count = 0
    while count < len(words) and words[-1 - count][:1].isupper():
        count += 1
    return words[len(words) - count :] if count < len(words) else []


def _holds(name: Syllables, places: Iterable[Syllables]) -> bool:
    return any(
        name[at : at + len(place)] == place
        for place in places
        for at in range(len(name) - len(place) + 1)
    )


def _divisions_left_out(name: Syllables) -> Iterator[Syllables]:
    """Yield a name as it is and without the word for a division: «Trung tâm Y tế [huyện] X»."""
    yield name
    for division in DIVISIONS:
        words = tuple(division.split())
        for at in range(1, len(name) - len(words)):
            if name[at : at + len(words)] == words:
                yield name[:at] + name[at + len(words) :]


def _in_province(
    name: Syllables, province: Syllables, narrow: list[Syllables]
) -> Iterator[Syllables]:
    """Yield a name with its province, where no narrower place stands in it."""
    if not province or narrow:
        return
    base = name[: -len(province)] if name[-len(province) :] == province else name
    words = _own_division(province)
    base = base[: -len(words)] if base[-len(words) :] == words else base
    if len(base) >= _SHORTEST_IMPLICIT:
        for between in ((), _own_division(province)):
            yield (*base, *between, *province)


def _below_parent(
    unit: Unit, units: Units, names: list[Syllables], places: list[Syllables]
) -> Iterator[Form]:
    """Yield a part's name followed by that of its unit: «Phòng Nghiệp vụ Y Sở Y tế»."""
    parent = units.by_id.get(unit.parent)
    if parent is None:
        return
    above = [_expanded(syllables_of(name)) for name in parent.names]
    for name in names:
        if any(_holds(name, [other]) for other in above) or _holds(name, places):
            continue
        for other in above:
            for variant in _variants((*name, *other)):
                yield Form(unit.id, variant, _holds(variant, places), True, False)


def _without_place(name: Syllables, place: Syllables) -> Iterator[Syllables]:
    """Yield what is left of a full name without the place that ends it."""
    if name[-len(place) :] != place:
        return
    short = name[: -len(place)]
    yield from _usable(short)
    for words in (tuple(division.split()) for division in DIVISIONS):
        if short[-len(words) :] == words:
            yield from _usable(short[: -len(words)])


def _usable(short: Syllables) -> Iterator[Syllables]:
    if len(short) >= _SHORTEST_IMPLICIT and short not in _BARE_HEADS:
        yield short


def _expanded(name: Syllables) -> Syllables:
    """Write out the abbreviations of a name, those that mean one thing only."""
    for full, shorts in ABBREVIATIONS:
        for short in shorts:
            if short != "tt":
                name = _replaced(name, tuple(short.split()), tuple(full.split()))
    return name


def _variants(name: Syllables) -> Iterator[Syllables]:
    """Yield a name and its shortened forms."""
    found = {name: None}
    waiting = [name]
    while waiting and len(found) < _MOST_VARIANTS:
        current = waiting.pop()
        for full, shorts in ABBREVIATIONS:
            for short in shorts:
                shorter = _replaced(current, tuple(full.split()), tuple(short.split()))
                if shorter not in found:
                    found[shorter] = None
                    waiting.append(shorter)
    yield from islice(found, _MOST_VARIANTS)


def _replaced(name: Syllables, old: Syllables, new: Syllables) -> Syllables:
    for at in range(len(name) - len(old) + 1):
        if name[at : at + len(old)] == old:
            return (*name[:at], *new, *name[at + len(old) :])
    return name
