"""Bylines of real texts: exact on all that are at hand (tests/gold/README.md).

The project's own bulletins always are; articles and posts of others where ``BULLETIN_CORPUS`` names
the folder they lie in. The held-out posts were not looked at while the rules were written.
"""

import sys

import pytest
from support.corpus import available_kinds, iter_gold, registries

from plugins.authors.attribution import attribute
from plugins.authors.people import people_of

LONG = {"posts-held-out"}
KINDS = [
    pytest.param(kind, marks=[pytest.mark.long] if kind in LONG else [])
    for kind in available_kinds()
]


def answer(gold, people, units):
    """Return what the byline of a text says, in the form of the gold."""
    result = attribute([gold.bulletin], people, unknown="accept")
    path = gold.bulletin.path
    known = {**{person.id: person.name for person in people}, **result.accepted}
    found = units.find(result.byline_units.get(path, ""))
    near = [u for u in found if units.province_of(u.id) == gold.province] or list(found)
    taken = gold.bulletin.body.html.count("<p>") - result.bulletins[0].body.html.count("<p>")
    return {
        "authors": [known[identity] for identity in result.credits[path].authors],
        "photographers": [known[identity] for identity in result.credits[path].photographers],
        "byline_unit": near[0].id if len(near) == 1 else None,
        "byline_line": taken,
    }


def wanted(gold):
    return {
        "authors": gold.authors,
        "photographers": gold.photographers,
        "byline_unit": gold.byline_unit,
        "byline_line": gold.byline_line,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_bylines_are_exact(kind):
    people, units = registries()
    wrong = {
        gold.key: (found, wanted(gold))
        for gold in iter_gold(kind)
        if (found := answer(gold, people, units)) != wanted(gold)
    }
    total = sum(1 for _ in iter_gold(kind))
    sys.stdout.write(f"{kind}: {total - len(wrong)} of {total} bylines exact" + "\n")
    assert wrong == {}


@pytest.mark.parametrize("kind", KINDS)
def test_bylines_are_found_without_a_registry(kind):
    """Where the header names nobody, a byline is told by its form alone."""
    nobody, (_, units) = people_of([]), registries()
    texts = [gold for gold in iter_gold(kind) if not gold.bulletin.authors]
    wrong = {
        gold.key: (found, wanted(gold))
        for gold in texts
        if (found := answer(gold, nobody, units)) != wanted(gold)
    }
    sys.stdout.write(
        f"{kind}: {len(texts) - len(wrong)} of {len(texts)} bylines exact without a registry" + "\n"
    )
    assert texts
    assert wrong == {}
