"""Keeping the folder small: old releases, what failed, what nobody names any more.

Run by every activation and by a timer. Nothing here ever touches the live release.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from publish_gate import disk, history, kept
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.names import is_id, is_immutable
from publish_gate.site import Site

# A deploy that was begun and not finished may be taken up again for this long.
_UNFINISHED_SECONDS: Final = 2 * 24 * 3600


def sweep(site: Site) -> None:
    """Remove what a killed command left behind. The caller holds the lock."""
    for left in site.work.iterdir():
        disk.remove_tree(left)
    past = history.load(site)
    live = site.live()
    for release in site.kept():
        if release != live and not past.was_live(release):
            (site.releases / release).rename(_in_trash(site, release))
    (site.root / ".current.new").unlink(missing_ok=True)


def _in_trash(site: Site, name: str) -> Path:
    return site.trash / f"{name}-{time.time_ns()}"


def prune(config: Config, site: Site) -> list[str]:
    """Put aside old releases: all but the live one, the one before, and the latest few.

    Returns:
        the ids that went.
    """
    past = history.load(site)
    live = site.live()
    latest = [each for each in dict.fromkeys(past.live_releases()) if each != live]
    stay = {live, *latest[: max(1, config.keep)]}
    away = [release for release in site.kept() if release not in stay]
    for release in away:
        (site.releases / release).rename(_in_trash(site, release))
    return away


def empty_trash(site: Site) -> None:
    """Remove what was put aside, with the shared files that nothing else names.

    Not only at night: the watch would take them for somebody else's.
    """
    away = list(site.trash.iterdir())
    for path in _named_by_these_alone(site, away):
        (site.immutable / path).unlink(missing_ok=True)
    for left in away:
        disk.remove_tree(left)


def _named_by_these_alone(site: Site, away: Iterable[Path]) -> set[str]:
    """Return shared files that releases in the trash name and no kept one does."""
    alone: set[str] = set()
    for left in away:
        # What cannot be read is left to the nightly clean-up, which looks at each file.
        with contextlib.suppress(Refusal, disk.WrongBytes, OSError, ValueError):
            alone.update(path for path in kept.load_folder(left).signed if is_immutable(path))
    # The live one first: it names nearly all of them, and then the others need not be read.
    live = site.live()
    for release in sorted(site.kept(), key=lambda each: each != live):
        if not alone:
            break
        alone -= kept.load(site, release).signed.keys()
    return alone


def remove_orphans(site: Site) -> int:
    """Remove files of the shared store that no release names any more.

    Returns:
        how many went.
    """
    named: set[str] = set()
    for release in site.kept():
        named.update(path for path in kept.load(site, release).signed if is_immutable(path))
    removed = 0
    for name, _, files in os.walk(site.immutable, topdown=False):
        folder = Path(name)
        below = folder.relative_to(site.immutable)
        for file in files:
            if (below / file).as_posix() not in named:
                (folder / file).unlink()
                removed += 1
        if folder != site.immutable and not any(folder.iterdir()):
            folder.rmdir()
    return removed


def forget_unfinished(site: Site) -> None:
    """Remove uploads that were never finished."""
    eldest = time.time() - _UNFINISHED_SECONDS
    for parent in (site.incoming, site.accepted):
        for item in parent.iterdir():
            if not is_id(item.name) or item.lstat().st_mtime < eldest:
                disk.remove_tree(item)


def clean(config: Config, site: Site) -> dict[str, object]:
    """Do all of it. The caller holds the lock."""
    sweep(site)
    away = prune(config, site)
    forget_unfinished(site)
    orphans = remove_orphans(site)
    empty_trash(site)
    return {"ok": True, "pruned": away, "orphans": orphans}
