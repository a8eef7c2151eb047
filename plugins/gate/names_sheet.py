"""The name sheet: every person and unit of a bulletin beside what the registries say.

For the one who approves: instead of searching the text for names, read one table. «✔» stands for
what agrees, «⚠» for what must be looked at, «?» for what no registry has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from plugins.gate.language.mentioned import Mentioned, Mentions
from plugins.gate.language.names_rule import offices_on
from plugins.gate.language.reading import read
from plugins.gate.names_found import Span, persons_in, units_in
from plugins.gate.pieces import NAMES, Piece
from plugins.gate.rules import Facts, Subject
from plugins.problems.phrases import phrase
from plugins.units.recogniser import Found
from plugins.units.registry import Unit
from plugins.units.resolution import choose, in_force
from plugins.units.words import Words
from plugins.vietnamese import format_date

Mark = Literal["✔", "⚠", "?"]

_ORDER: Final = ("⚠", "?", "✔")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file."""

    path: str
    line: int
    column: int


@dataclass(slots=True)
class Row:
    """One name as printed, and what the registry says of it.

    ``title`` is the office as printed; ``registered`` what the registry has on the day of the
    event, "" where it has nothing; ``note`` says why the mark is not «✔».
    """

    kind: Literal["person", "unit"]
    mark: Mark
    printed: str
    title: str = ""
    registered: str = ""
    note: str = ""
    ids: tuple[str, ...] = ()
    places: list[Spot] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one bulletin."""

    path: str
    title: str
    day: dt.date
    rows: tuple[Row, ...]

    @property
    def warnings(self) -> int:
        """How many rows must be looked at."""
        return sum(row.mark == "⚠" for row in self.rows)


class Sheets:
    """Makes sheets; the registries are prepared once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._mentions = Mentions(facts)

    def make(self, title: str, day: dt.date, subjects: Sequence[Subject]) -> Sheet:
        """Make the sheet of a bulletin.

        Args:
            title: its title.
            day: that of the event, else of publication.
            subjects: the bulletin itself and the attachments that it carries, in this order.
        """
        pieces = [
            (subject.path, piece)
            for subject in subjects
            for piece in subject.pieces
            if piece.kind in NAMES
        ]
        rows: dict[tuple[str, str, str, str], Row] = {}
        texts = [piece.text for _, piece in pieces]
        mentioned = self._mentions.find(texts, day)
        read_texts = [read(text) for text in texts]
        spans: list[list[Span]] = [[] for _ in texts]
        offices: list[list[Span]] = [[] for _ in texts]
        for one in mentioned:
            if one.kind != "award" and not (one.kind == "unit" and one.sureness == "exact"):
                spans[one.number].append((one.start, one.end))
                offices[one.number] += [(title.start, title.end) for title in one.titles]
                _add(rows, self._row(one, day), pieces[one.number], one.start)
        found = [self._facts.recogniser.find(text) for text in texts]
        subject_ids = self._clear_units(found)
        for number, places in enumerate(found):
            for place in places:
                span = (place.start, place.end)
                if not any(span[0] < end and start < span[1] for start, end in spans[number]):
                    printed = texts[number][place.start : place.end]
                    row = self._unit_row(printed, place, subject_ids, day)
                    _add(rows, row, pieces[number], place.start)
                spans[number].append(span)
        for number, words in enumerate(read_texts):
            taken = _word_spans(words, [*spans[number], *offices[number]])
            for kind, listed in (("unit", units_in), ("person", persons_in)):
                for start, end in listed(words, taken):
                    taken.append((start, end))
                    unknown = Row(kind, "?", words.run(start, end))  # type: ignore[arg-type]
                    unknown.note = phrase("not-registered")
                    _add(rows, unknown, pieces[number], words.starts[start])
        ordered = sorted(
            rows.values(), key=lambda row: (row.kind, _ORDER.index(row.mark), row.places[0])
        )
        return Sheet(subjects[0].path, title, day, tuple(ordered))

    def _row(self, one: Mentioned, day: dt.date) -> Row:
        title = ", ".join(title.printed for title in one.titles)
        kind: Literal["person", "unit"] = "person" if one.kind == "person" else "unit"
        if one.sureness != "exact":
            note = phrase("sheet-near", name=one.cure)
            return Row(kind, "⚠", one.printed, title, "", note, one.ids)
        persons = [self._facts.people.by_id[identity] for identity in one.ids]
        registered = " / ".join(
            filter(None, (offices_on(person, day, self._facts.units) for person in persons))
        )
        row = Row(kind, "✔", one.printed, title, registered, "", one.ids)
        if one.against:
            row.mark = "⚠"
            former = any(verdict == "former" for _, verdict in one.against)
            row.note = phrase("sheet-former" if former else "sheet-other")
        return row

    def _unit_row(self, printed: str, place: Found, subjects: Sequence[str], day: dt.date) -> Row:
        units = self._facts.units
        candidates = [
            units.by_id[identity]
            for identity in dict.fromkeys(form.unit for form in place.forms)
            if identity in units.by_id
        ]
        valid = in_force(candidates, day)
        unit = valid[0] if len(valid) == 1 else choose(valid, subjects, units)
        if unit is None:
            names = ", ".join(candidate.name for candidate in candidates)
            ids = tuple(candidate.id for candidate in candidates)
            return Row("unit", "?", printed, "", names, phrase("sheet-several"), ids)
        note = _outside(unit, day)
        return Row("unit", "⚠" if note else "✔", printed, "", unit.name, note, (unit.id,))

    def _clear_units(self, found: Iterable[Sequence[Found]]) -> list[str]:
        """Return the units that are named beyond doubt; they settle the shared names."""
        clear: dict[str, None] = {}
        for places in found:
            for place in places:
                ids = {form.unit for form in place.forms}
                if len(ids) == 1:
                    clear |= dict.fromkeys(ids & self._facts.units.by_id.keys())
        return list(clear)


def _outside(unit: Unit, day: dt.date) -> str:
    if unit.valid_to is not None and unit.valid_to < day:
        return phrase("sheet-closed", day=format_date(unit.valid_to))
    if unit.valid_from is not None and day < unit.valid_from:
        return phrase("sheet-not-yet", day=format_date(unit.valid_from))
    return ""


def _add(
    rows: dict[tuple[str, str, str, str], Row], row: Row, where: tuple[str, Piece], offset: int
) -> None:
    path, piece = where
    key = (row.kind, row.printed, row.title, row.registered)
    kept = rows.setdefault(key, row)
    spot = Spot(path, *piece.place(offset))
    if spot not in kept.places:
        kept.places.append(spot)
    if _ORDER.index(row.mark) < _ORDER.index(kept.mark):
        kept.mark, kept.note = row.mark, row.note


def _word_spans(words: Words, spans: Iterable[Span]) -> list[Span]:
    """Turn ranges of signs into ranges of words."""
    found: list[Span] = []
    for start, end in spans:
        inside = [
            index
            for index in range(len(words.words))
            if words.starts[index] < end and start < words.ends[index]
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found
