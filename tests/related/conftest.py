"""Bulletins as ranking reads them, of random syllables: nothing but the test binds them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence

import pytest

from plugins.related.documents import Doc, in_order
from plugins.related.lists import Related, RelatedLists, related_lists
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable, terms_of

Lists = Mapping[str, tuple[Related, ...]]

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def words(seed: object, count: int = 60) -> str:
    """Return a text of invented syllables, none of which comes with another seed."""
    chooser = random.Random(str(seed))
    return " ".join("".join(chooser.choices(LETTERS, k=6)) for _ in range(count))


def make_doc(name: str, day: int = 0, **fields: object) -> Doc:
    """Return a bulletin whose text is its own, unless one is given; ``day`` counts from 2020."""
    values: dict[str, object] = {
        "path": f"bulletins/{name}.md",
        "url": f"/ban-tin/{name}/",
        "day": dt.date(2020, 1, 1) + dt.timedelta(days=day),
        "title": words(f"title {name}", 6),
        "text": words(f"text {name}"),
        **fields,
    }
    return Doc(**values)  # type: ignore[arg-type]  # fields are checked by the test itself


def lists_of_docs(
    docs: Sequence[Doc], settings: RelatedSettings, names: Mapping[str, str] | None = None
) -> RelatedLists:
    """Rank bulletins that come in any order."""
    ordered = in_order(list(docs))
    texts = TextTable.of([terms_of(doc) for doc in ordered])
    return related_lists(ordered, texts, names or {}, settings)


@pytest.fixture
def make() -> Callable[..., Doc]:
    return make_doc


@pytest.fixture
def filler() -> list[Doc]:
    """Unrelated bulletins around which the statistics form, all older than 2020."""
    return [make_doc(f"filler-{number:02}", -400 - number) for number in range(40)]


@pytest.fixture
def lists_of() -> Callable[..., Lists]:
    """Return a function that ranks bulletins and gives the lists by path."""

    def rank(docs: Sequence[Doc], names: Mapping[str, str] | None = None, **settings: int) -> Lists:
        return lists_of_docs(docs, RelatedSettings(**settings), names).lists

    return rank


@pytest.fixture
def named(lists_of) -> Callable[..., list[str]]:
    """Return a function that gives the names in the list of the first of some bulletins."""

    def rank(docs: Sequence[Doc], **settings: int) -> list[str]:
        found = lists_of(docs, **settings)[docs[0].path]
        return [entry.path.removeprefix("bulletins/").removesuffix(".md") for entry in found]

    return rank
