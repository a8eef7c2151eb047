"""Pages: what they weigh and how they load on a slow line. Run by hand or by ``make bench``.

    .venv/bin/python tests/bench/bench_pages.py [--json FILE] [--runs N]

The line is the project's own worst case: 400 kbit/s, 400 ms for each request, and a phone four
times slower than this machine. Lighthouse slows the browser itself down and takes the four figures
of the state's criteria (2025); the speed index is from its film of the page. The middle one of the
runs counts. A figure above its budget makes the exit status 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "tools"), str(TESTS.parent)]

from support.lighthouse import Line, audit  # noqa: E402 - the path comes first
from support.page_types import PageType, ServedSite, page_type, served_sites  # noqa: E402
from support.visits import visitor  # noqa: E402
from support.weights import weigh  # noqa: E402

from chromium import started_browser  # noqa: E402
from plugins.engine.workers import available_cores  # noqa: E402

PAGES = tuple(page_type(name) for name in ("front", "gallery", "unit", "honours-year"))
LINE = Line(kilobits=400, latency=400, slowdown=4)
# Milliseconds; vietnam's criteria of 2025 for the sites of state agencies.
BUDGETS = {
    "first-contentful-paint": 3000,
    "largest-contentful-paint": 4000,
    "speed-index": 5800,
    "total-blocking-time": 600,
}
SHIFT = "cumulative-layout-shift"


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one page: bytes and requests before scrolling, milliseconds on the slow line."""

    page: str
    code_bytes: int
    total_bytes: int
    requests: int
    milliseconds: dict[str, float]
    layout_shift: float

    @property
    def over(self) -> list[str]:
        """Return the names of the figures above their budgets."""
        return [name for name, limit in BUDGETS.items() if self.milliseconds[name] > limit]


def measure(sites: dict[str, ServedSite], kind: PageType, runs: int, folder: Path) -> Figures:
    """Weigh a page and load it on the slow line, some times."""
    address = sites[kind.site].address
    with (
        started_browser() as browser,
        visitor(browser, address, device_scale_factor=2) as visit,
    ):
        weights = weigh(visit.page, address + kind.url)
    reports: list[Any] = [
        audit(address + kind.url, folder / "report.json", categories="performance", line=LINE)
        for _ in range(runs)
    ]

    def middle(name: str) -> float:
        return median(report["audits"][name]["numericValue"] for report in reports)

    return Figures(
        kind.name,
        weights.code,
        weights.total,
        len(weights.requests),
        {name: round(middle(name)) for name in BUDGETS},
        middle(SHIFT),
    )


def printed(figures: Figures) -> str:
    """Return a page's line of the table."""
    times = "  ".join(f"{figures.milliseconds[name] / 1000:>5.2f} s" for name in BUDGETS)
    weight = f"{figures.code_bytes / 1000:>6.1f} kB  {figures.total_bytes / 1000:>6.1f} kB"
    over = f"  OVER: {', '.join(figures.over)}" if figures.over else ""
    return (
        f"{figures.page:<13} {weight}  {figures.requests:>8}  {times}  "
        f"{figures.layout_shift:.3f}{over}"
    )


def say(line: str) -> None:
    """Print a line at once: each page takes half a minute."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Measure all pages and print a table; return 1 where one is above a budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--runs", type=int, default=3, help="loads of each page")
    options = parser.parse_args()
    cores = available_cores()
    say(f"{cores} cores; {LINE.kilobits} kbit/s, {LINE.latency} ms, ×{LINE.slowdown}")
    found = []
    with tempfile.TemporaryDirectory() as folder, served_sites(Path(folder)) as sites:
        say(
            "page              code      total  requests    first  largest    speed blocking  shift"
        )
        limits = "  ".join(f"{limit / 1000:>5.2f} s" for limit in BUDGETS.values())
        say(f"{'budget':<13} {'40.0':>6} kB  {'':>9}  {8:>8}  {limits}  0.000")
        for kind in PAGES:
            found.append(measure(sites, kind, options.runs, Path(folder)))
            say(printed(found[-1]))
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n")
    return int(any(one.over for one in found))


if __name__ == "__main__":
    sys.exit(main())
