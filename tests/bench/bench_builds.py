"""Builds of 1,000 to 20,000 bulletins, side by side with Hugo and stock Pelican.

    BULLETIN_CORPUS=FOLDER .venv/bin/python tests/bench/bench_builds.py [--sizes 1000,5000,20000]
        [--photos 0,3] [--runs 3] [--sites ours,public,hugo,hugo-without,pelican]
        [--docs FILE] [--json FILE]

One run prints all figures, judges the promises (exit status 1 when one is missed, a build fails,
or a site lacks what the others have) and, of all sizes and sites, writes ``docs/benchmarks.md`` and
``docs/benchmarks.json``. Each timed build is a process of its own, after a real edit of content.
The peers are installed into an environment that is thrown away, or taken from ``--peers``.
``--tables FILE`` makes the tables anew from an earlier run's JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tests" / "bench")]

from bench.builds.floor import Floor  # noqa: E402
from bench.builds.measuring import NEW_ONES, Material, Measuring, cleaned  # noqa: E402
from bench.builds.report import document, put_between_markers, targets  # noqa: E402
from bench.builds.results import Result, Results  # noqa: E402
from bench.builds.sites import remove  # noqa: E402
from bench.builds.targets import GROWN_FROM, LARGE, judge  # noqa: E402
from bench.bulletin_corpus import Item, make_items, write_content  # noqa: E402
from related_corpus import Article, corpus_folder  # noqa: E402 - the path comes first
from related_peers import install, make_tags  # noqa: E402

from plugins.engine.workers import available_cores  # noqa: E402

SIZES: Final = (1_000, 5_000, 20_000)
PHOTOS: Final = (0, 3)
SITES: Final = ("ours", "public", "hugo", "hugo-without", "pelican")
WITH_PEERS: Final = frozenset({"hugo", "hugo-without", "pelican"})
PEERS: Final = ("hugo", "pelican==4.12.*", "markdown", "pelican-related-posts")
KEYWORDS: Final = 5
DOCS: Final = PROJECT / "docs" / "benchmarks.md"


def say(line: str) -> None:
    """Print a line at once: a set takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Texts:
    """The bulletins of a size, photos aside: those of the site, those that come later, keywords."""

    items: list[Item]
    spare: list[Item]
    keywords: dict[str, list[str]]


def texts_of(size: int, folder: Path, *, runs: int, clean: bool) -> Texts:
    """Make the bulletins of a size; what a public build would refuse is taken out of all sites."""
    items, spare = make_items(size), make_items(NEW_ONES * runs, seed=size + 1, start=size)
    spare = [replace(item, name=f"moi-{number:03}") for number, item in enumerate(spare)]
    if clean:
        items, spare, taken = cleaned(folder, items, spare)
        say(f"  {taken} lines taken out that a public build would refuse")
    every = [*items, *spare]
    tags = make_tags([Article(item.title, item.summary, ()) for item in every], body=False)
    keywords = {item.name: own[:KEYWORDS] for item, own in zip(every, tags, strict=True)}
    return Texts(items, spare, keywords)


def material(size: int, photos: int, texts: Texts, content: Path) -> Material:
    """Write our content folder of one set."""
    items, spare = with_photos(texts.items, photos), with_photos(texts.spare, photos)
    write_content(content, items)
    return Material(size, photos, items, spare, texts.keywords, content)


def with_photos(items: Sequence[Item], photos: int) -> tuple[Item, ...]:
    """Give each bulletin so many photos."""
    return tuple(
        replace(item, photos=tuple(f"{item.name}-{place}.jpg" for place in range(photos)))
        for item in items
    )


def measure(
    measuring: Measuring,
    options: argparse.Namespace,
    folder: Path,
    peers: Path,
    save: Callable[[], None],
) -> None:
    """Measure all sets; what is known is saved after each."""
    sites, sizes = set(options.sites), sorted(set(options.sizes))
    grown = [GROWN_FROM] if LARGE in sizes and "ours" in sites and GROWN_FROM not in sizes else []
    known: dict[int, Texts] = {}
    for photos in options.photos:
        for size in sorted(sizes + grown):
            say(f"{dt.datetime.now():%H:%M:%S} {size:,} bulletins, {photos} photos each")
            only_edit = size in grown
            place = folder / f"{size}-{photos}"
            place.mkdir()
            if size not in known:
                clean = "public" in sites and not only_edit
                known[size] = texts_of(size, place / "refused", runs=options.runs, clean=clean)
            made = material(size, photos, known[size], place / "content")
            if sites & {"ours", "public"}:
                measuring.ours(place, made, sites, only_edit=only_edit)
            # Our own content is of no more use, and 20,000 bulletins need the room.
            remove(made.content)
            if not only_edit:
                for name, related in (("hugo", True), ("hugo-without", False)):
                    if name in sites:
                        measuring.hugo(place, made, hugo_program(peers), related=related)
                if "pelican" in sites:
                    measuring.pelican(place, made, peers)
            remove(place)
            save()


def hugo_program(peers: Path) -> Path:
    """Return Hugo itself, and not the Python script that starts it."""
    return next(peers.glob("lib/python*/site-packages/hugo/binaries/hugo"))


def head(options: argparse.Namespace, peers: Path | None) -> str:
    """Return a paragraph that says what was measured where."""
    models = re.findall(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    texts = "real texts" if corpus_folder() else "invented texts"
    return (
        f"Measured on {dt.datetime.now(dt.UTC):%Y-%m-%d}: {available_cores()} cores "
        f"({models[0] if models else platform.machine()}), load {os.getloadavg()[0]:.1f} at the "
        f"start, Python {platform.python_version()}; {versions(peers) if peers else 'no peers'}; "
        f"{texts}; medians of at most {options.runs} runs."
    )


def versions(peers: Path) -> str:
    """Return which peers are installed."""
    hugo, pelican = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for command in (
            [hugo_program(peers), "version"],
            [peers / "bin" / "pelican", "--version"],
        )
    )
    return f"Hugo {hugo.split()[1].lstrip('v').split('-')[0]}, Pelican {pelican.strip()}"


def numbers(text: str) -> list[int]:
    """Read numbers with commas between."""
    return [int(one) for one in text.split(",")]


def names(text: str) -> list[str]:
    """Read names of sites with commas between."""
    chosen = text.split(",")
    if unknown := set(chosen) - set(SITES):
        raise argparse.ArgumentTypeError(f"no such site: {', '.join(sorted(unknown))}")
    return chosen


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=numbers, default=list(SIZES))
    parser.add_argument("--photos", type=numbers, default=list(PHOTOS), help="of each bulletin")
    parser.add_argument("--sites", type=names, default=list(SITES), help=", ".join(SITES))
    parser.add_argument("--runs", type=int, default=3, help="of each kind of build, at most")
    parser.add_argument("--patience", type=float, default=60, help="seconds; then no further run")
    parser.add_argument("--folder", type=Path, help="where to work; by default a temporary one")
    parser.add_argument("--peers", type=Path, help="an environment that has the peers")
    parser.add_argument("--docs", type=Path, help="the document whose tables are replaced")
    parser.add_argument("--json", type=Path, help="where the figures go")
    parser.add_argument("--tables", type=Path, help="measure nothing; take the figures from here")
    options = parser.parse_args(words)
    whole = (options.sizes, options.photos, options.sites) == ([*SIZES], [*PHOTOS], [*SITES])
    if whole or options.tables:
        options.docs = options.docs or DOCS
    if whole and not options.tables:
        options.json = options.json or options.docs.with_suffix(".json")
    return options


def read_figures(file: Path) -> dict[str, Any]:
    """Read what an earlier run wrote."""
    figures: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return figures


def run(options: argparse.Namespace) -> dict[str, Any]:
    """Measure everything; return the figures as JSON holds them."""
    measuring = Measuring(options.runs, options.patience, say)
    with tempfile.TemporaryDirectory(prefix="bench-builds-", dir=options.folder) as name:
        folder = Path(name)
        peers = options.peers or folder / "peers"
        if set(options.sites) & WITH_PEERS and not options.peers:
            wrong = install(peers, PEERS)
            if wrong:
                measuring.failures.append(f"the peers could not be installed: {wrong}")
                say(f"FAILED: {measuring.failures[-1]}")
                options.sites = [site for site in options.sites if site not in WITH_PEERS]
        first = head(options, peers if set(options.sites) & WITH_PEERS else None)
        say(first)

        def figures() -> dict[str, Any]:
            return {
                "head": first,
                "results": [asdict(row) for row in measuring.rows],
                "floors": [asdict(row) for row in measuring.floors],
                "failures": measuring.failures,
            }

        def save() -> None:
            if options.json:
                options.json.write_text(json.dumps(figures(), indent=1) + "\n")

        measure(measuring, options, folder, peers, save)
        return figures()


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, write; return 1 when a promise is missed or a site failed."""
    options = arguments(words)
    figures = read_figures(options.tables) if options.tables else run(options)
    results = Results(
        tuple(Result(**{**row, "walls": tuple(row["walls"])}) for row in figures["results"])
    )
    judged = judge(results)
    say(targets(judged))
    for failure in figures["failures"]:
        say(f"FAILED: {failure}")
    if options.json:
        options.json.write_text(
            json.dumps({**figures, "promises": [asdict(one) for one in judged]}, indent=1) + "\n"
        )
    if options.docs:
        floors = [Floor(**row) for row in figures["floors"]]
        tables = document(figures["head"], results, floors, judged)
        options.docs.write_text(put_between_markers(options.docs.read_text(), tables))
    return int(bool(figures["failures"]) or any(one.missed for one in judged))


if __name__ == "__main__":
    sys.exit(main())
