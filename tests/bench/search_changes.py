"""What one change of a site costs its search index: files and bytes to upload."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from search_site import Items, batches

from plugins.engine.pages import DataFile
from plugins.search.documents import SearchDoc, in_order
from plugins.search.gathering import kinds_of
from plugins.search.index_files import LIST, all_files
from plugins.search.names import names_of
from plugins.search.periods import Period, periods_of
from plugins.search.terms import Batch


class Indexer:
    """Declares the index of a list of items; works a period out once."""

    def __init__(self, items: Items) -> None:
        self._names = names_of(items.units, items.people)
        self._known: dict[Period, list[Batch]] = {}

    def files(self, docs: Sequence[SearchDoc]) -> dict[str, DataFile]:
        """Return the files by path; a path but that of the list tells what is in the file."""
        found = all_files(periods_of(docs), self._batches, self._names, kinds_of(docs))
        return {file.path: file for file in found}

    def _batches(self, period: Period) -> list[Batch]:
        if period not in self._known:
            self._known[period] = batches(period)
        return self._known[period]


def before_december(docs: Sequence[SearchDoc]) -> list[SearchDoc]:
    """Leave out the last month of the newest year, so that the next month is of the same year."""
    year = max(doc.day.year for doc in docs if doc.day)
    return [doc for doc in docs if not doc.day or doc.day < dt.date(year, 12, 1)]


def changes(docs: Sequence[SearchDoc]) -> Iterator[tuple[str, list[SearchDoc]]]:
    """Yield what may happen to a site, and its items afterwards."""
    dated = [doc for doc in in_order(list(docs)) if doc.day]
    old, newest = dated[len(dated) // 2], dated[-1].day
    assert newest is not None
    others = [doc for doc in docs if doc != old]
    text = dated[7]  # of another year, so that its words are not the neighbours'
    new = replace(text, url="/ban-tin/bai-moi/", title=f"{text.title} nay", day=newest)
    words = " ".join(text.body.split()[:60])
    yield "one of today", [*docs, new]
    yield "one of an old year", [*docs, replace(new, day=old.day)]
    yield "an old one withdrawn", others
    yield "an old title mended", [*others, replace(old, title=f"{old.title} nay")]
    yield "60 words added to an old text", [*others, replace(old, body=f"{old.body}\n{words}")]
    yield "the first of a month", [*docs, replace(new, day=dt.date(newest.year, 12, 1))]
    yield "the first of a year", [*docs, replace(new, day=dt.date(newest.year + 1, 1, 2))]


def costs(items: Items) -> Iterator[str]:
    """Yield a line for each change."""
    indexer = Indexer(items)
    docs = before_december(items.docs)
    before = indexer.files(docs)
    for name, changed in changes(docs):
        after = indexer.files(changed)
        fresh = [after[path] for path in {*(after.keys() - before.keys()), LIST}]
        size = sum(len(file.make(file.inputs)) for file in fresh)
        yield f"{name}: {len(fresh)} of {len(after)} files, {size / 1e6:.2f} MB"
