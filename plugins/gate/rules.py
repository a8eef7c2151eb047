"""What a rule of the gate is: what it looks at, and how what it finds is weighed.

A rule is a pure function of one file (:class:`Subject`) and of what is known besides
(:class:`Facts`). Its codes stand in ``plugins/problems/catalogue_gate.py`` or
``catalogue_language.py``, which say error or warning; each has a page in
``plugins/problems/explanations/``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from plugins.authors.people import People
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.gate.findings import Finding
from plugins.gate.pieces import Piece
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Units

ALL: Final = frozenset({""})
"""Stands for pieces of every kind."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One file: its texts, and its record where the reader found no error in it.

    ``kind`` is ``bulletin``, ``page``, ``registry``, ``photo`` or ``attachment``.
    """

    path: str
    kind: Literal["bulletin", "page", "registry", "photo", "attachment"]
    pieces: tuple[Piece, ...]
    record: Bulletin | StaticPage | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules may know besides the file: the registries. ``province`` is the site's own."""

    people: People
    units: Units
    recogniser: Recogniser
    province: str = ""
    domains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding in one piece of a subject."""

    piece: Piece
    finding: Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        codes: every code that it reports.
        find: the rule itself; a pure function whose time grows with the length of the texts alone.
        kinds: the kinds of subject that it looks at.
        safety: its errors are errors in imported posts too, whose other findings are debt.
        registry: it reads ``Facts``, so that an edit elsewhere can change what it finds. Its errors
            count for files that change (docs/decisions/007); in others they are warnings.
    """

    codes: tuple[str, ...]
    find: Callable[[Subject, Facts], Iterable[Hit]]
    kinds: frozenset[str] = frozenset({"bulletin", "page"})
    safety: bool = False
    registry: bool = False


def on_texts(
    function: Callable[[str], Iterable[Finding]], kinds: Collection[str] = ALL
) -> Callable[[Subject, Facts], Iterable[Hit]]:
    """Make a rule's ``find`` of a function that reads one text at a time.

    Args:
        function: gives the findings in a text.
        kinds: the kinds of piece that it reads (``pieces.PROSE`` for running text).
    """

    def find(subject: Subject, _facts: Facts) -> Iterable[Hit]:
        for piece in subject.pieces:
            if kinds is ALL or piece.kind in kinds:
                for finding in function(piece.text):
                    yield Hit(piece, finding)

    return find
