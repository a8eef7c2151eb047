"""The plugin's stage: the lists of all bulletins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from plugins.authors.attribution import Attribution
from plugins.authors.people import People
from plugins.engine import Build, Plan
from plugins.engine.kept import Kept
from plugins.engine.stage import Stage
from plugins.related.documents import Doc, in_order
from plugins.related.gathering import docs_of, names_of
from plugins.related.lists import related_lists
from plugins.related.parallel import Map
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable, TextTerms, terms_of
from plugins.units.registry import Units
from plugins.units.tagging import Tagging


class RelatedStage(Stage):
    """Provides ``RelatedLists`` to the stages that declare pages after it.

    Ranking belongs to the second half: a check of the content needs no lists.
    """

    def generate_output(self, plan: Plan) -> None:
        """Rank all bulletins; declare nothing."""
        settings = RelatedSettings.from_pelican(self.settings)
        docs = gather(self.build)
        names = printed_names(self.build)
        run = mapper(self.build, "Tìm tin liên quan")
        self.build.provide(related_lists(docs, count_terms(self.build, docs), names, settings, run))


def mapper(build: Build, label: str) -> Map:
    """Return the build's worker processes as the pure modules use them."""

    def run(function: Callable[[Any], Any], items: Sequence[Any], /) -> list[Any]:
        return build.map(function, items, label=label)

    return run


def gather(build: Build) -> list[Doc]:
    """Return the bulletins of a build in the order of ranking."""
    return in_order(docs_of(build[Attribution], build[Tagging], build.settings.now))


def count_terms(build: Build, docs: Sequence[Doc]) -> TextTable:
    """Return the terms of bulletins; those of unchanged texts are known from earlier builds."""
    kept = Kept("terms", _counted, TextTerms.packed, TextTerms.unpacked)
    return TextTable.of(build.map(terms_of, docs, label="Đếm từ", kept=kept))


def _counted(doc: Doc) -> tuple[str, str, str]:
    return doc.title, doc.summary, doc.text


def printed_names(build: Build) -> dict[str, str]:
    """Return the names of units and people that reasons print."""
    units = {unit.id: unit.name for unit in build[Units]}
    attribution = build[Attribution]
    people = {person.id: person.name for person in build[People].persons}
    return names_of(units, {**attribution.accepted, **attribution.unlinked, **people})
