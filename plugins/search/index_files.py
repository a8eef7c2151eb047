"""The files of the index, below ``/tim-kiem/``.

The name of every file but the list of all carries a tag of what it is made from, so that a browser
may keep it for ever, and a closed period keeps its files from build to build. The list
(``muc-luc.json``) is small and fetched anew.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from plugins.engine.pages import DataFile
from plugins.search.documents import SearchDoc
from plugins.search.lexicon import lexicon_of
from plugins.search.periods import Period
from plugins.search.postings import cut_down, encode, postings_of
from plugins.search.tables import ROWS, as_json, filter_rows, result_rows
from plugins.search.terms import Batch

FOLDER: Final = "tim-kiem"
LIST: Final = f"{FOLDER}/muc-luc.json"
# A change of how files are written must change their names.
FORMAT: Final = 1
TAG_LENGTH: Final = 5
BATCH: Final = 64

_TAG_BYTES: Final = 5

Batches = list[list[tuple[int, SearchDoc]]]
Make = Callable[[Mapping[str, Any]], bytes]


def _postings(inputs: Mapping[str, Any]) -> bytes:
    return encode(np.frombuffer(inputs["data"], np.uint64))


def _json(inputs: Mapping[str, Any]) -> bytes:
    return as_json(inputs["content"])


def _as_it_is(inputs: Mapping[str, Any]) -> bytes:
    return bytes(inputs["data"])


@dataclass(frozen=True, slots=True)
class PeriodFiles:
    """The files of one period, and its entry in the list of all."""

    files: tuple[DataFile, ...]
    entry: Mapping[str, Any]


def tag_of(data: bytes) -> str:
    """Return the tag of what a file is made from: five letters and digits, 25 bits."""
    digest = hashlib.blake2b(data, digest_size=_TAG_BYTES, salt=FORMAT.to_bytes(2)).digest()
    return base64.b32encode(digest).decode().lower()[:TAG_LENGTH]


def batches_of(period: Period) -> Batches:
    """Divide the items of a period for :func:`terms.batch_of`, with their places."""
    numbered = list(enumerate(period.docs))
    return [numbered[start : start + BATCH] for start in range(0, len(numbered), BATCH)]


def period_files(period: Period, batches: Sequence[Batch]) -> PeriodFiles:
    """Declare the files of a period: a function of its items alone.

    Args:
        period: its items.
        batches: what :func:`terms.batch_of` gives for each of :func:`batches_of`.
    """
    packed = postings_of(batches)
    tokens = frozenset[str]().union(*(batch.tokens for batch in batches))
    words = lexicon_of(packed, tokens, len(period.docs)).encode()
    postings = cut_down(packed, len(period.docs))
    folder = f"{FOLDER}/{period.id}"
    files: list[DataFile] = []

    def add(name: str, suffix: str, source: bytes, make: Make = _as_it_is) -> str:
        tag = tag_of(source)
        files.append(DataFile(f"{folder}/{name}.{tag}.{suffix}", make, {"data": source}))
        return tag

    shards = [
        add(f"{number:03x}", "bin", data, _postings)
        for number, data in enumerate(shard.tobytes() for shard in postings.shards())
    ]
    chunks = [
        add(f"bai-{start // ROWS}", "json", result_rows(period.docs[start : start + ROWS]))
        for start in range(0, len(period.docs), ROWS)
    ]
    years = [
        [
            *(year, start, count),
            add(f"loc-{year}", "json", filter_rows(period.docs[start : start + count])),
        ]
        for year, start, count in period.years()
    ]
    entry = {
        "id": period.id,
        "items": len(period.docs),
        "bits": postings.bits,
        "words": add("tu", "txt", words),
        "years": years,
        "shards": "".join(shards),
        "rows": "".join(chunks),
    }
    return PeriodFiles(tuple(files), entry)


def list_file(
    names: DataFile, kinds: Mapping[str, str], periods: Sequence[PeriodFiles]
) -> DataFile:
    """Declare the list of all files.

    Args:
        names: the file of names of units and people.
        kinds: the printed names of kinds, by id.
        periods: the periods, the oldest first.
    """
    content = {
        "format": FORMAT,
        "rows": ROWS,
        "tag": TAG_LENGTH,
        "names": f"/{names.path}",
        "kinds": kinds,
        "periods": [dict(period.entry) for period in periods],
    }
    return DataFile(LIST, _json, {"content": content})


def names_file(names: Mapping[str, Any]) -> DataFile:
    """Declare the file of names of units and people (:mod:`names`)."""
    return DataFile(f"{FOLDER}/ten.{tag_of(as_json(names))}.json", _json, {"content": names})


def all_files(
    periods: Sequence[Period],
    batches: Callable[[Period], Sequence[Batch]],
    names: Mapping[str, Any],
    kinds: Mapping[str, str],
) -> Iterator[DataFile]:
    """Declare the whole index.

    Args:
        periods: the periods, the oldest first.
        batches: works out the terms of a period's batches.
        names: see :mod:`names`.
        kinds: the printed names of kinds, by id.
    """
    found = [period_files(period, batches(period)) for period in periods]
    dictionary = names_file(names)
    yield list_file(dictionary, kinds, found)
    yield dictionary
    for period in found:
        yield from period.files
