"""The tables of the benchmark, in Markdown, and how they get into a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bench.builds.floor import Floor
from bench.builds.results import CASES, SITES, Results
from bench.builds.targets import Judged

START: Final = "<!-- bench_builds: start -->"
END: Final = "<!-- bench_builds: end -->"
_NONE: Final = "–"
_HALF: Final = 0.5


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are figures, set to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def seconds(value: float | None) -> str:
    """Write seconds with two figures or more: «0.84», «9.1», «112»."""
    if value is None:
        return _NONE
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def ratio(value: float) -> str:
    """Write a ratio as people say it: «1/52», «0.71», «2.4»."""
    return f"1/{1 / value:.0f}" if 0 < value < _HALF / 2 else f"{value:.2f}"


def amount(judged: Judged, value: float | None) -> str:
    """Write what is judged in its unit."""
    if value is None:
        return _NONE
    return f"{value:,.0f} {judged.unit}" if judged.unit else ratio(value)


def name_of(size: int, photos: int) -> str:
    """Name a set of bulletins."""
    return f"{size:,}{f' with {photos} photos each' if photos else ''}"


def overview(results: Results) -> str:
    """Return the table of wall time: a row a kind of build, a column a set of bulletins."""
    sets = results.sets()
    rows = []
    for site in SITES:
        for case in CASES:
            found = [results.find(site, size, photos, case) for photos, size in sets]
            if any(found):
                rows.append(
                    [f"{site}: {case}", *(seconds(row.wall if row else None) for row in found)]
                )
    return table(["", *(name_of(size, photos) for photos, size in sets)], rows)


def details(results: Results, size: int, photos: int) -> str:
    """Return the table of one set: time, processor, memory, files."""
    return table(
        ["", "wall, s", "CPU, s", "peak, MB", "files changed", "files written", "runs"],
        [
            [
                f"{row.site}: {row.case}",
                seconds(row.wall),
                seconds(row.cpu),
                f"{row.peak / 1e6:,.0f}",
                _NONE if row.changed is None else f"{row.changed:,}",
                f"{row.written:,}",
                f"{len(row.walls)}",
            ]
            for row in results.of(size, photos)
        ],
    )


def floors(rows: Sequence[Floor]) -> str:
    """Return the table of what cannot be avoided."""
    return table(
        [
            "",
            "Python with Pelican starts",
            "look at all sources",
            "read all",
            "hash all",
            "copy the output",
            "sources",
            "output",
        ],
        [
            [
                name_of(row.size, row.photos),
                *map(seconds, (row.start, row.stat, row.read, row.hash, row.copy)),
                f"{row.content_files:,} files, {row.content_bytes / 1e6:,.0f} MB",
                f"{row.output_files:,} files, {row.output_bytes / 1e6:,.0f} MB",
            ]
            for row in rows
        ],
    )


def targets(judged: Sequence[Judged]) -> str:
    """Return the table of promises."""
    return table(
        ["", "photos each", "at most", "measured", "", "of CPU time"],
        [
            [
                one.text,
                str(one.photos),
                amount(one, one.limit),
                amount(one, one.value),
                one.verdict,
                _NONE if one.cpu is None else ratio(one.cpu),
            ]
            for one in judged
        ],
    )


def document(
    head: str, results: Results, floor_rows: Sequence[Floor], judged: Sequence[Judged]
) -> str:
    """Return everything, as it stands between the markers of ``docs/benchmarks.md``."""
    parts = [head, "### Promises", targets(judged), "### Wall time, seconds", overview(results)]
    parts += ["### The physical floor, seconds", floors(floor_rows)]
    for photos, size in results.sets():
        parts += [f"### {name_of(size, photos)}", details(results, size, photos)]
    return "\n\n".join(parts)


def put_between_markers(text: str, tables: str) -> str:
    """Return a document with its tables replaced.

    Raises:
        ValueError: the markers are not there, once each and in order.
    """
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end) or START in rest or END in after:
        raise ValueError(f"the document needs {START} and {END}, once each")
    return f"{before}{START}\n\n{tables}\n\n{END}{after}"
