"""Finds the units that a text names: the longest names first, and the members of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from plugins.units.abbreviations import DISTRICTS
from plugins.units.automaton import NOTHING, Automaton, Ending
from plugins.units.context import Context
from plugins.units.forms import Form, FormMaker, is_bare
from plugins.units.lists import Lists, Member
from plugins.units.places import Gazetteer, Syllables
from plugins.units.registry import Units, units_of
from plugins.units.surroundings import COUNTRYWIDE
from plugins.units.words import Words, compared, words_of

_CITY: Final = ("thành", "phố")
_PROVINCE_WORDS: Final = frozenset({(), ("tỉnh",), _CITY, ("tp",)})
_DISTRICT_WORDS: Final = frozenset(
    {*(tuple(division.split()) for division in DISTRICTS), ("q",), ("h",), ("tx",), ("tp",)}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a text that names one of some units; ``start`` and ``end`` are in the text.

    ``forms`` are the ways of printing that fit here, of one unit or of several that share a name.
    ``province`` is one that is named soon after in the same phrase, ``province_beside`` one that
    stands right behind the name; both may be empty. ``head`` is set for a mere head («Sở») and for
    a name that ends with one («Thanh tra Sở»).
    """

    start: int
    end: int
    forms: tuple[Form, ...]
    province: Syllables = ()
    province_beside: Syllables = ()
    head: Syllables = ()


class Recogniser:
    """Reads texts for the units of a registry. Made once; holds no state of any text.

    ``units`` is the registry with every province in one spelling, and with the provinces that only
    the names tell.
    """

    def __init__(self, units: Units, family_names: frozenset[str]) -> None:
        maker = FormMaker(units)
        self.gazetteer: Gazetteer = maker.reader.gazetteer
        self.units = units_of(
            [replace(unit, province=" ".join(maker.provinces[unit.id])) for unit in units]
        )
        self._districts = {unit.id: maker.districts_above(unit.id) for unit in units}
        self.context = Context(self.gazetteer, family_names)
        self._above = {
            unit.id: frozenset(above.id for above in units.ancestors(unit.id)) for unit in units
        }
        forms = [form for unit in units for form in maker.forms_of(unit)]
        self._automaton = Automaton(forms)
        names = "|".join(sorted(map(" ".join, self.gazetteer.provinces), key=len, reverse=True))
        self._names = names
        self._province = re.compile(rf"(?<!\w)(?:tỉnh|thành phố|tp)[. ]{{0,2}}({names})(?!\w)")
        self._lists = Lists(self._automaton, self.context, self.gazetteer, self._above, forms)

    def normal_province(self, province: str) -> str:
        """Return a province as ``units`` spells it: «TP.HCM» is «hồ chí minh»."""
        return " ".join(self.gazetteer.normal(words_of(province, compared(province)).words))

    def provinces_in(self, lowered: str) -> set[str]:
        """Return the provinces that a text names as such: «tỉnh Lạng Sơn», «TP.HCM».

        Args:
            lowered: the text as words are compared.
        """
        return {self.normal_province(match[1]) for match in self._province.finditer(lowered)}

    def provinces_with(self, name: str, lowered: str) -> Iterator[tuple[int, str]]:
        """Yield where a name stands with a province behind it, and which: «Sở Y tế Cà Mau».

        Args:
            name: the name without the province, as printed but compared as words are.
            lowered: the text, likewise.
        """
        if name in lowered:
            pattern = rf"(?<!\w){re.escape(name)} (?:(?:tỉnh|thành phố|tp)[. ]{{0,2}})?"
            for match in re.finditer(pattern + rf"({self._names})(?!\w)", lowered):
                yield match.start(), self.normal_province(match[1])

    def find(self, text: str) -> list[Found]:
        """Return the places of a text that name units, in order, none within another.

        Args:
            text: plain text; a newline ends a phrase.
        """
        lowered = compared(text)
        found: list[Found] = []
        strange: set[str] = set()
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            low = lowered[start:end] if lowered is not None else compared(line)
            if low is None or self._automaton.may_name(low):
                found += self._find_in_line(line, low, start, strange)
            start = end + 1
        return [place for place in found if not self._is_strange(place, strange, text)]

    def _find_in_line(
        self, line: str, lowered: str | None, offset: int, strange: set[str]
    ) -> list[Found]:
        words = words_of(line, lowered)
        found: list[Found] = []
        done = 0
        for start in self._automaton.starts(words):
            if start < done:
                continue
            members, done = self._at(words, start)
            for member in members:
                first, last = words.starts[member.start], words.ends[member.end - 1]
                if self.context.is_explained(words, member.start, member.end):
                    # Whatever but a bracket stands between it and the last name found.
                    after = found[-1].end - offset if found else 0
                    before = line[max(after, first - len(" (") - 1) : first]
                    if before.strip(" ("):
                        strange.add(words.printed(member.start))
                    continue
                place = self._found(words, member, first + offset, last + offset)
                if place is not None:
                    found.append(place)
        return found

    def _found(self, words: Words, member: Member, start: int, end: int) -> Found | None:
        division, name = self.context.place_beside(words, member.end)
        province = self._province_beside(division, name)
        if words.words[member.start] in COUNTRYWIDE:
            division, name, province = (), (), ()
        of_a_province = not name and words.words[member.end : member.end + 1] == ("tỉnh",)
        forms = member.forms
        if name or of_a_province:
            forms = tuple(
                form
                for form in forms
                if self._may_lie(form, division, name, province)
                # «Sở Y tế tỉnh này» is not that of a city.
                and not (of_a_province and not form.places and self._lies_in_a_city(form.unit))
            )
        if not forms:
            return None
        # «Thanh tra Sở» takes up a department as «Sở» does.
        bare = is_bare(forms[0].syllables) or forms[0].syllables[-1] == "sở"
        short = not all(form.places for form in forms)
        return Found(
            start,
            end,
            forms,
            self.context.province_after(words, member.end) if short else (),
            province,
            words.words[member.start : member.end] if bare else (),
        )

    def _lies_in_a_city(self, unit: str) -> bool:
        own = tuple(self.units.by_id[unit].province.split())
        return own in self.gazetteer.cities

    def _province_beside(self, division: Syllables, name: Syllables) -> Syllables:
        return self.gazetteer.provinces.get(name, ()) if division in _PROVINCE_WORDS else ()

    def _may_lie(
        self, form: Form, division: Syllables, name: Syllables, province: Syllables
    ) -> bool:
        """Tell whether a unit can lie where the text says: not in «…, huyện Thường Tín»."""
        if province:
            own = tuple(self.units.by_id[form.unit].province.split())
            if not own or own == province:
                return True
            # A city may bear the name of another province: «…, thành phố Hòa Bình».
            return form.places and (division == _CITY or self.gazetteer.akin(own, province))
        districts = self._districts[form.unit]
        return division not in _DISTRICT_WORDS or not districts or name in districts

    def _is_strange(self, place: Found, strange: set[str], text: str) -> bool:
        """Tell whether a text gave an abbreviation another meaning: «… dịch bệnh Mỹ (CDC)»."""
        return (
            bool(strange)
            and text[place.start : place.end] in strange
            and not any(form.places for form in place.forms)
        )

    def _at(self, words: Words, start: int) -> tuple[tuple[Member, ...], int]:
        """Return what is named at a word, list members included, and where to go on."""
        end, ending = self._automaton.longest(words, start, self._automaton.root)
        if ending is NOTHING:
            run = self._lists.after_head(words, start)
            return run.members, run.after
        if self.context.is_no_name(words, start, end):
            return (), end
        whole, fitting = self._with_units_above(words, end, ending.forms)
        plural = self.context.is_plural(words, start)
        run = self._lists.members(words, start, end, plural=plural)
        if whole == end:
            generic = plural and not run.members and not run.others
            fitting = self._fitting(words, start, end, ending, generic=generic)
        if fitting:
            return (Member(start, whole, fitting), *run.members), max(whole, run.after)
        run = self._lists.after_head(words, start)
        return run.members, max(run.after, start + 1 if run.members else end)

    def _with_units_above(
        self, words: Words, end: int, forms: tuple[Form, ...]
    ) -> tuple[int, tuple[Form, ...]]:
        """Read on over the names of units above: «Phòng Nghiệp vụ Y Sở Y tế Lạng Sơn».

        Returns:
            The index behind the last of them, and the forms of the units below it.
        """
        root = self._automaton.root
        while end < len(words.words) and words.words[end] in root and words.gap(end) == " ":
            further, others = self._automaton.longest(words, end, root)
            above = {form.unit: form.places for form in others.forms}
            below = tuple(
                replace(form, places=form.places or any(above[unit] for unit in shared))
                for form in forms
                if (shared := self._above[form.unit] & above.keys())
            )
            if not below:
                break
            end, forms = further, below
        return end, forms

    def _fitting(
        self, words: Words, start: int, end: int, ending: Ending, *, generic: bool
    ) -> tuple[Form, ...]:
        """Leave out short forms where the context says that a kind, or another unit, is meant."""
        if ending.bare and not (
            words.is_capital(start) and self.context.follows_bare_head(words, end)
        ):
            return ()
        if ending.short and (generic or self.context.is_generic(words, start, end)):
            kept = ending.sited
        else:
            kept = ending.forms
        if ending.sited and self.context.is_longer_place(words, start, end):
            return ending.short if kept is ending.forms else ()
        return kept
