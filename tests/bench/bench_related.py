"""Related lists: how good, how quick, how stable. Run by hand or by ``make bench``.

    BULLETIN_CORPUS=folder .venv/bin/python tests/bench/bench_related.py [--json FILE] [--only PART]

Times are the best of three, with the machine's number of cores beside them. Without the corpus the
times are those of invented texts, and there are no figures of quality and stability.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import related_peers as peers
from related_corpus import Article, articles, as_docs, clusters, corpus_folder, dated, edited, many

from plugins.engine.workers import available_cores, parallel_map
from plugins.related.copies import copies_of
from plugins.related.corpus import frozen_of, ranker_of, vectors_of
from plugins.related.documents import Doc, in_order
from plugins.related.index import Index
from plugins.related.lists import ranker_of_texts, related_lists
from plugins.related.parallel import ranges
from plugins.related.ranking import Ranker
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable, terms_of
from plugins.related.vectors import Weigher

SIZES = (5_000, 20_000)
REPEATS = 3
TRIALS = 50
SETTINGS = RelatedSettings()
PARTS = ("quality", "time", "stability")


def run_parallel(function: Callable[[Any], Any], items: Sequence[Any], /) -> list[Any]:
    """Work on all cores, as a build does."""
    answers: list[Any] = [None] * len(items)
    for index, answer in parallel_map(function, items):
        answers[index] = answer
    return answers


def table_of(docs: Sequence[Doc]) -> TextTable:
    """Count the terms of all bulletins."""
    return TextTable.of(run_parallel(terms_of, docs))


# --- Quality -----------------------------------------------------------------------------------


def judged(texts: Sequence[Article], lists: Sequence[Sequence[int]]) -> dict[str, float]:
    """Compare lists with the clusters.

    Returns:
        nearest: the share of texts whose first entry is of their cluster; recall: the share of the
        cluster's others that the first six hold; length: entries of a list.
    """
    sizes: dict[str, int] = {}
    for text in texts:
        sizes[text.cluster] = sizes.get(text.cluster, 0) + 1
    nearest = recall = 0.0
    for text, entries in zip(texts, lists, strict=True):
        right = [texts[other].cluster == text.cluster for other in entries[:6]]
        nearest += bool(right and right[0])
        recall += sum(right) / (sizes[text.cluster] - 1)
    count = len(texts)
    length = sum(len(entries[:6]) for entries in lists) / count
    return {"nearest": nearest / count, "recall": recall / count, "length": length}


def our_lists(docs: Sequence[Doc], settings: RelatedSettings) -> list[list[int]]:
    """Make our lists, as numbers of texts."""
    ordered = in_order(list(docs))
    lists = related_lists(ordered, table_of(ordered), {}, settings)
    return [[int(entry.path) for entry in lists.of(doc.path)] for doc in docs]


def quality(folder: Path) -> dict[str, Any]:
    """Measure ours and the peers on the clusters."""
    texts = clusters(folder)
    found: dict[str, Any] = {}
    for name, body in (("title+summary+body", True), ("title+summary", False)):
        docs = as_docs(texts, body=body)
        found[name] = {
            "ours": judged(texts, our_lists(docs, SETTINGS)),
            "ours, no floor": judged(texts, our_lists(docs, replace(SETTINGS, floor=1))),
            "ours, with the dates": judged(
                texts, our_lists(as_docs(texts, body=body, days=True), SETTINGS)
            ),
        }
    with tempfile.TemporaryDirectory() as environment:
        say("installing Hugo and pelican-related-posts into a throw-away environment")
        wrong = peers.install(Path(environment))
        for name, body in (("title+summary+body", True), ("title+summary", False)):
            if wrong:
                found[name]["peers"] = f"not measured: {wrong}"
                continue
            tags = peers.make_tags(texts, body=body)
            pelican = peers.pelican_related_posts(tags, Path(environment))
            found[name]["pelican-related-posts, 8 tags"] = judged(texts, pelican)
            found[name]["Hugo related, 8 tags"] = judged(
                texts, peers.hugo(texts, tags, Path(environment))
            )
    return found


# --- Time --------------------------------------------------------------------------------------


def times(folder: Path | None) -> dict[str, Any]:
    """Measure all lists from stored terms, and one addition; each size in its own process."""
    texts = articles(folder)
    found: dict[str, Any] = {}
    for size in SIZES:
        say(f"making {size} bulletins")
        docs = in_order(many(texts, size))
        started = time.perf_counter()
        terms = table_of(docs)
        seconds = time.perf_counter() - started
        characters = sum(len(doc.title) + len(doc.summary) + len(doc.text) for doc in docs) / size
        with tempfile.NamedTemporaryFile() as store:
            bare = [replace(doc, text="", summary="") for doc in docs]
            pickle.dump((bare, docs[size // 2]), store)
            pickle.dump(terms, store)
            store.flush()
            measured = subprocess.run(
                [sys.executable, __file__, "--measure", store.name],
                stdout=subprocess.PIPE,
                check=True,
            )
        found[str(size)] = {
            "characters": round(characters),
            "terms of all texts, s": seconds,
            **json.loads(measured.stdout),
        }
    for kind in ("s", "processor s"):
        small, large = (found[str(size)][f"all lists, {kind}"] for size in SIZES)
        found[f"growth, {kind}"] = large / small
    return found


def measure(store: Path) -> dict[str, Any]:
    """Measure one size; nothing but the stored terms is in this process."""
    with store.open("rb") as file:
        docs, sample = pickle.load(file)
        terms_at = file.tell()

    def stored_terms() -> TextTable:
        with store.open("rb") as file:
            file.seek(terms_at)
            table: TextTable = pickle.load(file)
        return table

    with PeakMemory() as memory:
        related_lists(docs, stored_terms(), {}, SETTINGS, run_parallel)
    texts = stored_terms()
    wall, processor = best_of(lambda: related_lists(docs, texts, {}, SETTINGS, run_parallel))
    changed = OneChanged(docs, texts)
    added, added_processor = best_of(lambda: changed.add(sample))
    return {
        "all lists, s": wall,
        "all lists, processor s": processor,
        "peak memory, MB": memory.peak / 1e6,
        "one added bulletin, s": added,
        "one added bulletin, processor s": added_processor,
    }


class OneChanged:
    """A new bulletin beside what a build keeps: terms, frequencies, rows, and each list's end."""

    def __init__(self, docs: list[Doc], texts: TextTable) -> None:
        self.docs = docs
        self.texts = texts
        frequencies = frozen_of(self.docs, self.texts)
        self.weigher = Weigher(frequencies, SETTINGS)
        self.vectors = vectors_of(self.docs, self.texts, self.weigher, run_parallel)
        ranker = ranker_of(self.docs, self.texts, self.vectors, SETTINGS)
        self.lists = {
            doc.path: [(self.docs[each.place].path, each.score) for each in ranker.rank_one(place)]
            for place, doc in enumerate(self.docs)
        }
        self.standing = ranker.standing

    def add(self, sample: Doc) -> int:
        """Add a bulletin of the newest day; return how many lists of others change."""
        new = replace(sample, path="new", url="/new/", day=self.docs[0].day)
        text = terms_of(new)
        docs = in_order([*self.docs, new])
        at = docs.index(new)
        vectors = list(self.vectors)
        vectors.insert(at, self.weigher.vector_of(new, text.terms(), text.occurrences()))
        copies = copies_of(text.runs(), self.texts)
        standing = np.insert(self.standing, at, not copies)
        days = np.array([doc.day.toordinal() for doc in docs], np.int64)
        index = Index(vectors, np.ones(len(docs), np.bool_), SETTINGS.most_bulletins)
        ranker = Ranker(index, days, standing, {}, SETTINGS)
        ranker.rank_one(at)
        changed = 0
        for place, score in ranker.reached(at).items():
            before = self.lists[docs[place].path]
            if len(before) < SETTINGS.max or score >= before[-1][1]:
                after = [docs[each.place].path for each in ranker.rank_one(place)]
                changed += after != [path for path, _ in before]
        return changed


# --- Stability ---------------------------------------------------------------------------------


def stability(folder: Path) -> dict[str, Any]:
    """Count the lists of others that 50 additions, edits of a tenth, and removals change.

    The 50 that are added, each alone and as the newest, are taken out of the corpus first. What is
    removed is of the older half; to date one back is the same the other way round.
    """
    texts = articles(folder)
    chooser = random.Random(50)
    everybody = dated(as_docs(texts))
    new = {doc.path for doc in chooser.sample(everybody, TRIALS)}
    docs = in_order([doc for doc in everybody if doc.path not in new])
    terms = run_parallel(terms_of, docs)
    base = OneChanged(docs, TextTable.of(terms))
    added = [base.add(doc) for doc in everybody if doc.path in new]
    before = {path: [other for other, _ in entries] for path, entries in base.lists.items()}
    altered = []
    for trial, place in enumerate(chooser.sample(range(len(docs)), TRIALS)):
        say(f"edit {trial + 1}/{TRIALS}")
        other = edited(docs[place], texts, chooser)
        changed = [*terms[:place], terms_of(other), *terms[place + 1 :]]
        after = paths_of(docs, TextTable.of(changed))
        altered.append(
            sum(entries != before[path] for path, entries in after.items() if path != other.path)
        )
    gone = []
    older = range(len(docs) // 2, len(docs))
    for trial, place in enumerate(chooser.sample(older, TRIALS)):
        say(f"removal {trial + 1}/{TRIALS}")
        left = [*docs[:place], *docs[place + 1 :]]
        after = paths_of(left, TextTable.of([*terms[:place], *terms[place + 1 :]]))
        gone.append(sum(entries != before[path] for path, entries in after.items()))
    return {
        "bulletins": len(docs),
        "added: median": median(added),
        "added: worst": max(added),
        "a tenth edited: median": median(altered),
        "a tenth edited: worst": max(altered),
        "removed: median": median(gone),
        "removed: worst": max(gone),
        "removed: more than 60": sum(count > 60 for count in gone),
    }


def paths_of(docs: Sequence[Doc], texts: TextTable) -> dict[str, list[str]]:
    """Rank all bulletins; return who stands in each list."""
    ranker = ranker_of_texts(docs, texts, SETTINGS, run_parallel)

    def rows(part: range) -> list[list[str]]:
        return [[docs[each.place].path for each in ranker.rank_one(row)] for row in part]

    found = [one for part in run_parallel(rows, ranges(len(docs))) for one in part]
    return {doc.path: entries for doc, entries in zip(docs, found, strict=True)}


# --- Measuring and printing ----------------------------------------------------------------------


def best_of(work: Callable[[], object]) -> tuple[float, float]:
    """Return the shortest of three runs, and the least processor time (children too), in seconds.

    On a busy machine the first says how busy it is; the second, divided by the cores, is what a
    quiet one takes at the least.
    """
    seconds, used = [], []
    for _ in range(REPEATS):
        started, before = time.perf_counter(), processor_time()
        work()
        seconds.append(time.perf_counter() - started)
        used.append(processor_time() - before)
    return min(seconds), min(used)


def processor_time() -> float:
    """Return the processor time of this process and of its children that have ended."""
    return sum(os.times()[:4])


class PeakMemory:
    """The highest proportional set size of this process and its children, looked at often."""

    def __init__(self) -> None:
        self.peak = 0
        self._stop = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            own = os.getpid()
            children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
            self.peak = max(self.peak, sum(map(_pss, [str(own), *children])))


def _pss(process: str) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def say(text: str) -> None:
    """Tell how far it is."""
    sys.stderr.write(f"{text}\n")


def table(values: dict[str, Any], indent: str = "") -> list[str]:
    """Write figures as indented lines."""
    lines = []
    for name, value in values.items():
        if isinstance(value, dict):
            lines += [f"{indent}{name}", *table(value, indent + "  ")]
        else:
            number = f"{value:.3f}" if isinstance(value, float) else value
            lines.append(f"{indent}{name}: {number}")
    return lines


def main() -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part alone")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        sys.stdout.write(json.dumps(measure(chosen.measure)))
        return 0
    folder = corpus_folder()
    parts = chosen.only or PARTS
    found: dict[str, Any] = {"cores": available_cores(), "load before": os.getloadavg()[0]}
    if folder is None:
        say("BULLETIN_CORPUS is not set: no figures of quality and stability; invented texts.")
    elif "quality" in parts:
        found["quality"] = quality(folder)
    if "time" in parts:
        found["time"] = times(folder)
    if folder is not None and "stability" in parts:
        found["stability"] = stability(folder)
    sys.stdout.write("\n".join(table(found)) + "\n")
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
