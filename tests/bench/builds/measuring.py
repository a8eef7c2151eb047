"""Runs the kinds of builds of each site, one after another, and gathers the figures."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

from bench.builds.changes import counted, hashes, written_since
from bench.builds.edits import Edits
from bench.builds.floor import Floor, measure_floor
from bench.builds.hugo_site import HugoSite
from bench.builds.our_site import OurSite
from bench.builds.pelican_site import PelicanSite
from bench.builds.process import BuildFailed, Spent
from bench.builds.results import (
    BACK_DATED,
    DELETED,
    EDIT,
    FULL,
    NEW,
    NOTHING,
    REGISTRY,
    TEMPLATE,
    Result,
    Run,
    result_of,
)
from bench.builds.sites import Site, UnequalError, check, remove
from bench.bulletin_corpus import Item, read_back, without_refused, write_content

from plugins.engine import manifest

OUR_EDITS: Final = (EDIT, NEW, BACK_DATED, DELETED, NOTHING)
PUBLIC_EDITS: Final = (EDIT, NEW, NOTHING)
NEW_ONES: Final = 3
"""Kinds of builds that publish a new bulletin, each ``runs`` times."""


@dataclass(frozen=True, slots=True)
class Material:
    """One set of bulletins and what the sites are made with.

    ``spare`` are those that edits publish. ``content`` is our content folder, written already.
    """

    size: int
    photos: int
    items: tuple[Item, ...]
    spare: tuple[Item, ...]
    keywords: Mapping[str, Sequence[str]]
    content: Path


def cleaned(
    folder: Path, items: Sequence[Item], spare: Sequence[Item]
) -> tuple[list[Item], list[Item], int]:
    """Take out what a public build would refuse.

    Args:
        folder: one that may be made; it is removed again.
        items: bulletins of the site.
        spare: those that come later.

    Returns:
        The bulletins and the spare ones as they are now, and the number of lines taken out.
    """
    taken = 0
    after: list[list[Item]] = []
    for some in (items, spare):
        write_content(folder, some)
        taken += without_refused(folder)
        after.append(read_back(folder, some))
        remove(folder)
    return after[0], after[1], taken


@dataclass(slots=True)
class Measuring:
    """Measures sites; each result is told at once, and kept.

    ``runs`` is how often a build is repeated; ``patience`` the seconds after which a kind of build
    is not repeated again.
    """

    runs: int
    patience: float
    say: Callable[[str], None]
    rows: list[Result] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def ours(
        self, folder: Path, material: Material, sites: Collection[str], *, only_edit: bool
    ) -> None:
        """Measure our own site, then the same with the settings of publication."""
        site = OurSite(folder / "ours", material.content)
        edits = Edits(site, material.items, material.spare)
        if "ours" in sites:
            site.write(material.items)
            self._guarded(
                site, lambda: self._our_builds(site, edits, material, only_edit=only_edit)
            )
            remove(site.root)
        if "public" in sites and not only_edit:
            other = OurSite(folder / "ours-public", material.content, public=True)
            other.write(material.items)
            # The content is the same, and what was edited before; another output shows it.
            edits.site = other
            self._guarded(other, lambda: self._builds(other, edits, material, PUBLIC_EDITS))
            remove(other.root)

    def _our_builds(
        self, site: OurSite, edits: Edits, material: Material, *, only_edit: bool
    ) -> None:
        self._builds(site, edits, material, (EDIT,) if only_edit else OUR_EDITS)
        if only_edit:
            return
        for case, change in ((REGISTRY, site.rename_unit), (TEMPLATE, site.change_template)):
            self._repeat(site, case, material, numbered(change), site.confirm)
        self.floors.append(
            measure_floor(
                material.size,
                material.photos,
                material.content,
                site.output,
                site.root.with_name("copied"),
            )
        )

    def hugo(self, folder: Path, material: Material, program: Path, *, related: bool) -> None:
        """Measure Hugo, with related lists or without."""
        site = HugoSite(folder / "hugo", program, material.keywords, related=related)
        site.write(material.items)
        edits = Edits(site, material.items, material.spare)
        self._guarded(site, lambda: self._builds(site, edits, material, (EDIT,), related=related))
        remove(site.root)

    def pelican(self, folder: Path, material: Material, peers: Path) -> None:
        """Measure stock Pelican: all with its cache off, as it is by default; one edit with it."""
        site = PelicanSite(folder / "pelican", peers)
        site.write(material.items)
        edits = Edits(site, material.items, material.spare)

        def builds() -> None:
            self._builds(site, edits, material, ())
            site.cached = True
            site.build()
            self._repeat(site, EDIT, material, edits.edit, edits.confirm)

        self._guarded(site, builds)
        remove(site.root)

    def _builds(
        self,
        site: Site,
        edits: Edits,
        material: Material,
        cases: Iterable[str],
        *,
        related: bool = True,
    ) -> None:
        """Build from nothing, look whether all is there, then build after each kind of edit."""
        self._repeat(site, FULL, material, edits.nothing, edits.confirm, fresh=True)
        entries = check(site, list(edits.current.values()), related=related)
        self.say(f"    all pages, lists and feeds are there; related: {entries:.1f} a page")
        for case in cases:
            self._repeat(site, case, material, edits.named(case), edits.confirm)
        check(site, list(edits.current.values()), related=related)

    def _repeat(
        self,
        site: Site,
        case: str,
        material: Material,
        change: Callable[[], str],
        confirm: Callable[[str], None],
        *,
        fresh: bool = False,
    ) -> None:
        runs: list[Run] = []
        took = 0.0
        while len(runs) < self.runs and (not runs or took < self.patience):
            if fresh:
                site.forget()
            run, changed = timed_run(site, change)
            confirm(changed)
            runs.append(run)
            took += runs[-1].spent.wall
        row = result_of(site.name, material.size, material.photos, case, runs)
        self.rows.append(row)
        self.say(f"  {told(row)}")

    def _guarded(self, site: Site, builds: Callable[[], None]) -> None:
        """Go on with the next site when this one fails; the whole then fails at its end."""
        try:
            builds()
        except (BuildFailed, UnequalError) as error:
            self.failures.append(f"{site.name}: {error}")
            self.say(f"  FAILED: {self.failures[-1]}")


def numbered(change: Callable[[int], str]) -> Callable[[], str]:
    """Return a change that is another one each time."""
    numbers = count(1)
    return lambda: change(next(numbers))


def told(row: Result) -> str:
    """Return a result in one line."""
    kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(row.kinds.items()))
    changed = "" if row.changed is None else f", {row.changed} changed"
    return (
        f"{row.site}: {row.case:20} {row.wall:8.2f} s {row.cpu:8.2f} s CPU {row.peak / 1e6:6.0f} MB"
        f" {row.written:>6} written{changed}{f' ({kinds})' if kinds else ''}"
        f" [{' '.join(f'{wall:.2f}' for wall in row.walls)}]"
    )


def timed_run(site: Site, change: Callable[[], str]) -> tuple[Run, str]:
    """Make one change and build; return the figures and what the change returned."""
    before = _hashes(site.output)
    own = change()
    # What was written before is not to be flushed to the disk while the build runs.
    os.sync()
    moment = time.time_ns()
    spent: Spent = site.build()
    after = _hashes(site.output)
    changed = tuple(counted(before, after, own)) if before and after else None
    return Run(spent, changed, written_since(site.output, moment)), own


def _hashes(output: Path) -> dict[str, str] | None:
    return hashes(output) if (output / manifest.NAME).is_file() else None
