"""Puts right what the watch has found: good bytes from another release, strangers out of the way.

What has no good copy on this server is taken out of the public folders all the same: a missing page
is better than somebody else's. `bantin deploy` brings it back.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import stat
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from publish_gate import disk, history, kept
from publish_gate.answers import Refusal
from publish_gate.config import Config
from publish_gate.kept import Release
from publish_gate.manifests import Entry
from publish_gate.site import Site
from publish_gate.takedown import forget_everywhere
from publish_gate.tombstones import Tombstones
from server_tasks.watching import Difference


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done.

    Attributes:
        mended: are as they were signed again.
        left: are not; a person has to publish anew, or to look at the server.
        reload: nginx has to read the map of old addresses again.
        kept_in: folder with what somebody put there, for those who look into it.
    """

    mended: tuple[Difference, ...]
    left: tuple[Difference, ...]
    reload: bool
    kept_in: Path


def repair(config: Config, differences: Sequence[Difference]) -> Repair:
    """Put differences right.

    Args:
        config: of the site.
        differences: as :func:`watching.watch` found them; what is right meanwhile stays alone.

    Raises:
        Refusal: the site is locked by another command for too long, or has no live release.
        OSError: the disk does not let us.
    """
    site = Site(config.site)
    # Outside of trash/, which is emptied: this is what an investigation begins with.
    evidence = site.root / "evidence" / time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    with site.locked(config.lock_seconds):
        if site.leads_elsewhere():
            # The rest is told by the next check: this one has seen nothing of the release.
            wrong = tuple(each for each in differences if each.kind == "link")
            others = tuple(each for each in differences if each.kind != "link")
            if _mend_link(site, evidence):
                return Repair(wrong, others, reload=True, kept_in=evidence)
            return Repair((), tuple(differences), reload=False, kept_in=evidence)
        live = site.live()
        if live is None:
            raise Refusal("unknown-release", "there is no live release")
        # A take-down that was killed leaves files that are not yet what was written down of them.
        # Moved away they would be lost; cut now they are right. Damage elsewhere is no hindrance.
        with suppress(Refusal):
            forget_everywhere(site)
        try:
            release = kept.load(site, live)
        except (Refusal, OSError):
            # The release itself cannot be trusted: a rollback or a deploy is a person's decision.
            return Repair((), tuple(differences), reload=False, kept_in=evidence)
        # A link that was found wrong leads to a release again: somebody was quicker.
        mended = [
            each
            for each in differences
            if each.kind == "link" or _mend(site, release, each, evidence)
        ]
    left = [each for each in differences if each not in mended]
    redirects = any(each.kind == "redirects" for each in mended)
    return Repair(tuple(mended), tuple(left), reload=redirects, kept_in=evidence)


def _mend(site: Site, release: Release, difference: Difference, evidence: Path) -> bool:
    """Put one difference right; return whether it is."""
    if difference.kind == "tombstone":
        Tombstones.load(site).save(site)
        return True
    if difference.kind == "redirects":
        return _mend_redirects(release)
    if difference.kind in {"signature", "installed"}:
        # Root's files, and a person's decision.
        return False
    root = site.immutable if difference.shared else release.public
    file = root / difference.path
    entry = release.entries().get(difference.path)
    if difference.kind == "extra":
        if entry is None:
            _set_aside(file, evidence / difference.path)
        return True
    if entry is None or disk.is_file_of(file, entry):
        return True
    _set_aside(file, evidence / difference.path)
    copied = any(_copy(source, file, entry) for source in _copies(site, release, difference, entry))
    return copied or _unpack(file.with_name(f"{file.name}.gz"), file, entry)


def _mend_redirects(release: Release) -> bool:
    try:
        kept.save_redirects(release)
    except ValueError:
        return False
    return True


def _mend_link(site: Site, evidence: Path) -> bool:
    """Point the link at the release that was live last by the gate's own history."""
    evidence.mkdir(parents=True, exist_ok=True)
    if site.current.is_symlink():
        (evidence / site.current.name).symlink_to(os.readlink(site.current))
    else:
        _set_aside(site.current, evidence / site.current.name)
    there = set(site.kept())
    last = next((each for each in history.load(site).live_releases() if each in there), None)
    if last is None:
        return False
    site.point(last)
    return True


def _copies(site: Site, release: Release, difference: Difference, entry: Entry) -> Iterator[Path]:
    """Yield files that ought to have the bytes of an entry, those of the same path first."""
    yield site.immutable / difference.path
    others = [name for name in reversed(site.kept()) if name != release.announcement.id]
    for name in others:
        yield site.releases / name / kept.PUBLIC / difference.path
    yield from (
        release.file_of(path, site)
        for path, other in release.entries().items()
        if other == entry and path != difference.path
    )


def _copy(source: Path, target: Path, entry: Entry) -> bool:
    """Copy a file if it has the right bytes; return whether it had."""
    existing = next(folder for folder in target.parents if folder.is_dir())
    with _writable(existing):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Now, not the source's time: nginx's tags are made of time and size.
            disk.copy_checked(source, target, entry, time.time_ns())
        except (FileNotFoundError, disk.WrongBytes):
            return False
    return True


def _unpack(compressed: Path, target: Path, entry: Entry) -> bool:
    """Make a file of its compressed copy if that gives the right bytes; return whether it did."""
    try:
        with gzip.open(compressed) as packed:
            # One byte more than wanted tells a bomb from the right thing.
            data = packed.read(entry.size + 1)
    except (OSError, EOFError, zlib.error):
        return False
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        return False
    with _writable(target.parent):
        disk.write_locked(target, data, time.time_ns())
    return True


def _set_aside(file: Path, evidence: Path) -> None:
    """Move a file out of the public folders, if it is there."""
    if not os.path.lexists(file):
        return
    evidence.parent.mkdir(parents=True, exist_ok=True)
    with _writable(file.parent):
        file.replace(evidence)


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    """Let a folder be written to for a moment: those of a release are locked, the store's not."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    folder.chmod(mode | stat.S_IWUSR)
    try:
        yield
    finally:
        folder.chmod(mode)
