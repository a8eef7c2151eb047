"""A site of 20,000 bulletins to search in: the project's own, and texts of the corpus.

The page, its scripts and styles are those of a real public build of ``content/``; the index is made
by the plugin's own functions of that site's items and of bulletins from ``related_corpus.many``.
Pages of those bulletins are made when a browser asks for them, in the frame of a real one.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from related_corpus import articles, corpus_folder, many
from rich.console import Console
from support.content import NOW, PROJECT
from support.sites import isolated_signals, make_engine

from plugins.archives.site import Site
from plugins.authors.attribution import Attribution
from plugins.authors.people import People, people_of
from plugins.bulletins.categories import CATEGORIES
from plugins.engine.compression import is_text
from plugins.engine.pages import DataFile, Plan
from plugins.engine.workers import parallel_map
from plugins.search.documents import SearchDoc
from plugins.search.gathering import gather, kinds_of, shortened
from plugins.search.index_files import all_files, batches_of
from plugins.search.names import names_of
from plugins.search.periods import Period, periods_of
from plugins.search.terms import Batch, batch_of
from plugins.units.registry import Unit, Units, units_of

# Bytes of a response's head that HTTP/2 does not save: status, type, length, tag, date.
HEAD = 120
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".bin": "application/octet-stream",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class Items:
    """What is searched: items, names, and kinds; ``seconds`` is what a stage takes."""

    docs: list[SearchDoc]
    units: Units
    people: People


def build_frame(folder: Path) -> Items:
    """Build the project's own site into a folder; return its items."""
    with pytest.MonkeyPatch.context() as patch, isolated_signals():
        patch.setenv("BUILD_NOW", NOW)
        patch.setenv("BUILD_STATE", "off")
        engine = make_engine(PROJECT / "content", folder, public=True)
        engine.run()
    with pytest.MonkeyPatch.context() as patch, isolated_signals():
        patch.setenv("BUILD_NOW", NOW)
        patch.setenv("BUILD_STATE", "off")
        engine = make_engine(PROJECT / "content", folder, public=True)
        build, stages = engine._examine(Console(quiet=True), lambda _phase: None)
        plan = Plan()
        plan.globals["asset"] = str
        for stage in stages:
            stage.generate_output(plan)
        site, units = build[Site], build[Units]
        paths = (bulletin.path for bulletin in site.selection.paged)
        people = build[Attribution].people_with_pages(build[People], paths)
        return Items(gather(site, people, units), units, people_of(people.persons))


def with_corpus(own: Items, count: int) -> Items:
    """Add bulletins of the corpus to the project's items until there are so many."""
    chooser = random.Random(7)
    kinds = [choice.id for choice in CATEGORIES.choices]
    units = [*own.units, *_hanoi_units(own.units)]
    ids = [unit.id for unit in units]
    people = [person.id for person in own.people]
    bulletins = sum(doc.kind in kinds for doc in own.docs)
    added = []
    for text in many(articles(corpus_folder()), count - bulletins):
        tags = chooser.sample(ids, 2)
        added.append(
            SearchDoc(
                url=f"/ban-tin/{text.day:%Y/%m}/bai-{text.path}/",
                title=text.title,
                kind=chooser.choice(kinds),
                day=text.day,
                summary=text.summary,
                body=text.text,
                excerpt=shortened(text.summary),
                unit=tags[0],
                units=tuple(tags),
                people=(chooser.choice(people),),
            )
        )
    return replace(own, docs=[*own.docs, *added], units=units_of(units))


def _hanoi_units(known: Units) -> Iterator[Unit]:
    """Read the units of a city from the corpus: 575 names that are much alike."""
    folder = corpus_folder()
    if folder is None:
        return
    names = {unit.name for unit in known}
    rows = json.loads((folder / "health-units-hanoi.json").read_text(encoding="utf-8"))
    for row in rows:
        name = row["name"].split("(")[0].strip()
        if name not in names:
            names.add(name)
            yield Unit(f"hn-{row['code'].lower()}", name, address=row["address"], province="Hà Nội")


def batches(period: Period, processes: int = 0) -> list[Batch]:
    """Work out the terms of a period in worker processes."""
    given = batches_of(period)
    answers: list[Batch | None] = [None] * len(given)
    for place, answer in parallel_map(batch_of, given, processes=processes):
        answers[place] = answer
    return [answer for answer in answers if answer is not None]


def index_files(items: Items) -> list[DataFile]:
    """Declare the index of the items."""
    names = names_of(items.units, items.people)
    return list(all_files(periods_of(items.docs), batches, names, kinds_of(items.docs)))


def write_index(files: Sequence[DataFile], folder: Path) -> float:
    """Write an index in place of the one in a built site; return the seconds of making it."""
    old = folder / "tim-kiem"
    for file in old.rglob("*"):
        if file.is_file() and file.name != "index.html":
            file.unlink()
    seconds = 0.0
    for file in files:
        started = time.process_time()
        data = file.make(file.inputs)
        seconds += time.process_time() - started
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return seconds


@dataclass
class Served:
    """A running server: its address, and what it has sent since the last look."""

    url: str
    sent: list[tuple[str, int]] = field(default_factory=list)

    def take(self) -> list[tuple[str, int]]:
        """Return path and bytes of the answers since the last call."""
        found, self.sent[:] = list(self.sent), []
        return found


@contextmanager
def serve(folder: Path, docs: Sequence[SearchDoc]) -> Iterator[Served]:
    """Serve a site on the loopback, texts compressed by gzip, and count the bytes."""
    served = Served("")
    texts = {doc.url: doc for doc in docs}
    frame = next((folder / "ban-tin").rglob("index.html")).read_text(encoding="utf-8")
    handler = partial(_Handler, folder, texts, frame, served)
    server = _Server(("127.0.0.1", 0), handler)
    served.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """Pass over connections that the browser closed while they were being answered."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder, texts, frame, served, *args):
        self.folder, self.texts, self.frame, self.served = folder, texts, frame, served
        super().__init__(*args)

    def log_message(self, *_args):
        """Keep the terminal for the figures."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        file = self.folder / (path[1:] + ("index.html" if path.endswith("/") else ""))
        data = file.read_bytes() if file.is_file() else b""
        if not data and path in self.texts:
            data = _page(self.frame, self.texts[path]).encode()
            file = Path("index.html")
        compressed = is_text(file.name)
        packed = gzip.compress(data, 6) if compressed else data
        immutable = re.search(r"\.[0-9a-z]{5,12}\.\w+$", path)
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.send_header(
            "Cache-Control", "max-age=31536000, immutable" if immutable else "no-cache"
        )
        self.end_headers()
        self.wfile.write(packed)
        self.served.sent.append((path, len(packed) + HEAD))


def _page(frame: str, doc: SearchDoc) -> str:
    """Return the page of a bulletin that was not built: a real page with another text."""
    paragraphs = "".join(f"<p>{line}</p>" for line in doc.body.split("\n"))
    head, opening, rest = re.split(r"(<div class=\"[^\"]*\bprose\b[^>]*>)", frame, maxsplit=1)
    return f"{head}{opening}{paragraphs}</div>{rest[-4000:]}"
