"""The plugin's stage: reads the content folder into records."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

from plugins.bulletins.body import Converter
from plugins.bulletins.crosscheck import crosscheck
from plugins.bulletins.decoding import MAX_MARKDOWN_BYTES, megabytes
from plugins.bulletins.keeping import outcome_packers
from plugins.bulletins.media import MediaFile, inspect
from plugins.bulletins.reading import Outcome, ReadOptions, read_bulletin, read_static_page
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.bulletins.settings import Newsroom
from plugins.bulletins.taken_down import PATH, TakenDown, load_taken_down
from plugins.bulletins.tree import Tree, on_disk, scan
from plugins.engine.errors import BuildError
from plugins.engine.kept import Kept
from plugins.engine.stage import Stage
from plugins.problems import problem

Record = TypeVar("Record", Bulletin, StaticPage)
TOO_SLOW: Final = "too-slow"
_NO_LINK: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
Read = Callable[[str, bytes, ReadOptions, Converter], Outcome[Record]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the content folder holds, sorted by path; files with errors are not in it.

    Nor are bulletins and pages that were taken down.
    """

    tree: Tree
    bulletins: tuple[Bulletin, ...]
    pages: tuple[StaticPage, ...]
    media: Mapping[str, MediaFile]
    taken_down: TakenDown


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to read; ``sha256`` is "" where nothing is kept of it."""

    path: str
    sha256: str = ""


class BulletinsStage(Stage):
    """Provides :class:`Reading`."""

    def generate_context(self) -> None:
        """Read every file on all cores, then check what concerns several files."""
        engine = self.build.settings
        options = ReadOptions(timezone=engine.timezone.key, now_year=engine.now.year)
        tree = scan(self.content)
        self.build.report(tree.problems)
        bulletins = self._read(read_bulletin, tree.bulletins, options, "Đọc bản tin")
        pages = self._read(read_static_page, tree.pages, options, "Đọc trang")
        media = self._inspect(tree.media)
        emblem = Newsroom.from_pelican(self.settings).emblem
        self.build.report(crosscheck(bulletins, pages, media, tree, {emblem}))
        taken_down, problems = load_taken_down(self.read_content(PATH) or b"")
        self.build.report(problems)
        self.build.provide(
            Reading(
                tree,
                self._without(taken_down, bulletins),
                self._without(taken_down, pages),
                media,
                taken_down,
            )
        )

    def _without(self, taken_down: TakenDown, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """Leave out what was taken down, and say so: nothing is dropped in silence."""
        dropped = [record.path for record in records if record.url in taken_down]
        self.build.report(problem("taken-down", path) for path in dropped)
        return tuple(record for record in records if record.url not in taken_down)

    def _read(
        self, read: Read[Record], paths: tuple[str, ...], options: ReadOptions, label: str
    ) -> tuple[Record, ...]:
        def too_slow(source: _Source, seconds: float) -> Outcome[Record]:
            return Outcome(None, (problem(TOO_SLOW, source.path, seconds=f"{seconds:g}"),))

        read_one = partial(_read_file, read, self.content, options, Converter())
        outcomes = self.build.map(
            read_one,
            self._sources(paths),
            label=label,
            timed_out=too_slow,
            kept=_kept(read, options),
        )
        for outcome in outcomes:
            self.build.report(outcome.problems)
        return tuple(outcome.record for outcome in outcomes if outcome.record is not None)

    def _sources(self, paths: tuple[str, ...]) -> list[_Source]:
        """Return the files to read; with their hashes, where what is read of them is kept."""
        if self.build.settings.state is None:
            return [_Source(path) for path in paths]
        return [_Source(path, _hash_of(on_disk(self.content, path))) for path in paths]

    def _inspect(self, paths: tuple[str, ...]) -> dict[str, MediaFile]:
        def too_slow(path: str, seconds: float) -> tuple[None, list[object]]:
            return None, [problem(TOO_SLOW, path, seconds=f"{seconds:g}")]

        look = partial(inspect, self.content)
        found = {}
        for file, problems in self.build.map(look, paths, label="Xem ảnh", timed_out=too_slow):
            self.build.report(problems)
            if file is not None:
                found[file.path] = file
        return found


def _kept(
    read: Read[Record], options: ReadOptions
) -> Kept[_Source, Outcome[Bulletin | StaticPage]]:
    kind = Bulletin if read is read_bulletin else StaticPage
    pack, unpack = outcome_packers(kind, options.timezone)

    def key(source: _Source) -> object:
        return (source.path, source.sha256, options) if source.sha256 else None

    def in_time(outcome: Outcome[Any]) -> bool:
        return not any(found.code == TOO_SLOW for found in outcome.problems)

    return Kept(kind.__name__, key, pack, unpack, in_time)


def _hash_of(file: Path) -> str:
    """Return the hash of a regular file's bytes; "" where reading it will say what is wrong."""
    try:
        with os.fdopen(os.open(file, _NO_LINK), "rb") as opened:
            return sha256(opened.read(MAX_MARKDOWN_BYTES + 1)).hexdigest()
    except OSError:
        return ""


def _read_file(
    read: Read[Record], root: Path, options: ReadOptions, converter: Converter, source: _Source
) -> Outcome[Record]:
    """Read one file of the content folder; runs in a worker.

    Raises:
        BuildError: it is no longer the file whose hash was taken.
    """
    path = source.path
    try:
        descriptor = os.open(on_disk(root, path), _NO_LINK)
        with os.fdopen(descriptor, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_MARKDOWN_BYTES:
                values = {"size": megabytes(size), "limit": megabytes(MAX_MARKDOWN_BYTES)}
                return Outcome(None, (problem("file-too-large", path, **values),))
            data = file.read()
    except OSError as error:
        return Outcome(None, (problem("unreadable", path, reason=error.strerror),))
    if source.sha256 and sha256(data).hexdigest() != source.sha256:
        raise BuildError(f"{path} changed while it was being read; build again")
    return read(path, data, options, converter)
