"""Precision and recall of unit tags against the hand-made answers of ``tests/gold``.

The same pipeline as a build: the byline is taken off, the header's units are resolved, the text is
read, both are joined. Roles are compared in the project's own bulletins: the texts of others have
no header that names the host of their event.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

import pytest
from support.corpus import available_kinds, iter_gold, registries

from plugins.authors.attribution import attribute
from plugins.authors.lexicon import FAMILY_NAMES
from plugins.units.mentions import find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.tagging import tag_explicit, with_mentions

PRECISION, RECALL = 0.98, 0.95
# These six are measured when the work is done, not while rules are being written.
LONG = {"posts-held-out"}
KINDS = [
    pytest.param(kind, marks=[pytest.mark.long] if kind in LONG else [])
    for kind in available_kinds()
]


@dataclass
class Measure:
    """Counts of tags: right, found though not meant, meant though not found, in another role."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed) or 1)


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(registries()[1], FAMILY_NAMES)


def tags_of(gold, recogniser):
    """Tag one text as a build does; the site is that of the text's province."""
    people, units = registries()
    province = "" if gold.kind == "own" else gold.province
    attribution = attribute([gold.bulletin], people, unknown="accept")
    (bulletin,) = attribution.bulletins
    explicit = tag_explicit([bulletin], units, province=province)
    mentions = find_mentions(
        bulletin,
        recogniser,
        units,
        explicit=[tag.id for tag in explicit.tags[bulletin.path]],
        byline_unit=attribution.byline_units.get(bulletin.path, ""),
        province=province,
    )
    tagging = with_mentions(explicit, {bulletin.path: mentions})
    return {tag.id: tag.role for tag in tagging.tags[bulletin.path]}


def measured(kind, recogniser):
    measure = Measure()
    for gold in iter_gold(kind):
        found = tags_of(gold, recogniser)
        doubtful = gold.rest.get("doubtful") or {}
        for unit in found.keys() - doubtful.keys():
            if unit in gold.units:
                measure.right += 1
            else:
                measure.wrong.append(f"{gold.key}: {unit}")
        measure.missed += [f"{gold.key}: {unit}" for unit in gold.units.keys() - found.keys()]
        measure.roles += [
            f"{gold.key}: {unit} is {role}, not {found[unit]}"
            for unit, role in gold.units.items()
            if unit in found and found[unit] != role
        ]
    return measure


@pytest.mark.parametrize("kind", KINDS)
def test_units_are_tagged_as_a_reader_would(kind, recogniser, capsys):
    measure = measured(kind, recogniser)
    with capsys.disabled():
        sys.stdout.write(
            f"\nunits, {kind}: precision {measure.precision:.3f}, recall {measure.recall:.3f} "
            f"({measure.right} right, {len(measure.wrong)} wrong, {len(measure.missed)} missed)\n"
        )
    assert measure.precision >= PRECISION, measure.wrong
    assert measure.recall >= RECALL, measure.missed


def test_roles_in_the_projects_own_bulletins_are_right(recogniser):
    assert measured("own", recogniser).roles == []


@pytest.mark.parametrize("kind", KINDS)
def test_traps_do_not_tag(kind, recogniser):
    for gold in iter_gold(kind):
        trapped = {unit for trap in gold.rest.get("traps", []) for unit in trap.get("ids", [])}
        assert not (trapped - gold.units.keys()) & tags_of(gold, recogniser).keys(), gold.key
