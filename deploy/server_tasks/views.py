"""Counts how often bulletins were opened, from nginx's own log of that; no address is ever there.

goaccess reads the log and leaves out the crawlers it knows, and whoever names no known browser. The
totals go into one small file for each month of publication, `/luot-xem/2026/11.json`:
`{"slug": 123, …}`, which a page asks for. Nothing of this enters a build.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from publish_gate import disk

FOLDER: Final = "luot-xem"
# A page's folders and slug, as nginx logs it (deploy/nginx/common.conf).
_PAGE: Final = re.compile(
    r"/ban-tin/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<slug>[a-z0-9-]+)/index\.html"
)
_LOG_FORMAT: Final = '%h [%dT%t+%^] "%r" %s %b "%u"'
_MOST_PAGES: Final = 1_000_000
_BATCH: Final = re.compile(r"[0-9]+\.log")
_TOTALS: Final = "totals.json"


@dataclass(frozen=True, slots=True)
class Totals:
    """All views so far.

    Attributes:
        counts: by address of the page's file.
        batch: name of the last piece of the log that is in them: a run that broke off after
            writing them must not count that piece again.
    """

    counts: Mapping[str, int]
    batch: str = ""

    @classmethod
    def load(cls, folder: Path) -> Totals:
        """Read them; none where nothing was counted yet.

        Raises:
            ValueError: the file is damaged. It is not overwritten: the figures are in no build.
        """
        try:
            raw = json.loads((folder / _TOTALS).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls({})
        return cls({str(page): int(count) for page, count in raw["counts"].items()}, raw["batch"])

    def save(self, folder: Path) -> None:
        """Write them."""
        raw = {"batch": self.batch, "counts": dict(sorted(self.counts.items()))}
        disk.write_whole(folder / _TOTALS, json.dumps(raw).encode())

    def with_batch(self, batch: str, counts: Mapping[str, int]) -> Totals:
        """Return the totals with a piece of the log added."""
        total = dict(self.counts)
        for page, count in counts.items():
            total[page] = total.get(page, 0) + count
        return Totals(total, batch)


def collect(log: Path, pieces: Path, stamp: int, owner: tuple[int, int]) -> bool:
    """Hand nginx's log over to the one who counts. Needs the right to both folders.

    Args:
        log: what nginx writes; it goes on writing there until it is told to open it anew.
        pieces: the counter's folder of pieces that wait, on the same file system.
        stamp: names the piece; grows with time.
        owner: user and group of the counter.

    Returns:
        whether there was anything to hand over; nginx must be told then.
    """
    if not log.exists() or log.stat().st_size == 0:
        return False
    # Given away under root's own folder, where nobody can put a link in its place.
    os.chown(log, *owner, follow_symlinks=False)
    # Renamed and not copied: a rename writes through no link that the counter may have put there.
    log.rename(pieces / f"{stamp}.log")
    return True


def count(folder: Path, pieces: Path, goaccess: str = "goaccess") -> int:
    """Add the pieces of the log that wait to the totals, and write the files for the pages.

    Args:
        folder: of the totals and of the files for pages.
        pieces: where the log waits.
        goaccess: the program.

    Returns:
        how many pieces were counted.

    Raises:
        ValueError: the totals are damaged, or goaccess did not understand the log.
        OSError, subprocess.SubprocessError: a file or goaccess failed.
    """
    totals = Totals.load(folder)
    waiting = sorted(
        (piece for piece in pieces.iterdir() if _BATCH.fullmatch(piece.name)),
        key=lambda piece: int(piece.stem),
    )
    done = 0
    for piece in waiting:
        if not totals.batch or int(piece.stem) > int(Path(totals.batch).stem):
            totals = totals.with_batch(piece.name, views_of(piece, goaccess))
            totals.save(folder)
            done += 1
        piece.unlink()
    if done:
        write_months(folder, totals)
    return done


def views_of(log: Path, goaccess: str) -> dict[str, int]:
    """Return the views of each page in a piece of the log, crawlers left out.

    Raises:
        ValueError: goaccess did not understand it.
        OSError, subprocess.SubprocessError: it failed.
    """
    report = log.with_suffix(".json")
    command = [goaccess, str(log), "--no-global-config", "--log-format", _LOG_FORMAT]
    command += ["--date-format=%F", "--time-format=%T", "--ignore-crawlers"]
    command += ["--unknowns-as-crawlers", f"--max-items={_MOST_PAGES}", f"--output={report}"]
    command += ["--no-progress", "--no-parsing-spinner", "--no-term-resolver"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        raw = json.loads(report.read_text(encoding="utf-8"))
    except subprocess.CalledProcessError as error:
        raise ValueError(f"goaccess: {error.stderr.decode(errors='replace')[:500]}") from error
    finally:
        report.unlink(missing_ok=True)
    return dict(_pages(raw))


def _pages(report: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for item in report.get("requests", {}).get("data", ()):
        if _PAGE.fullmatch(item["data"]):
            yield item["data"], int(item["hits"]["count"])


def write_months(folder: Path, totals: Totals) -> None:
    """Write the file of each month of publication whose figures have changed."""
    months: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for page, views in totals.counts.items():
        match = _PAGE.fullmatch(page)
        if match:
            months[f"{match['year']}/{match['month']}"][match["slug"]] = views
    for month, counts in months.items():
        file = folder / FOLDER / f"{month}.json"
        data = json.dumps(dict(sorted(counts.items())), separators=(",", ":")).encode()
        if not file.exists() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            disk.write_whole(file, data)
