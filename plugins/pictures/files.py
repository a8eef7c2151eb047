"""From wanted files to declared ones: made in worker processes, kept, known by their hashes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from plugins.bulletins.media import MediaFile
from plugins.bulletins.tree import on_disk
from plugins.engine.errors import BuildError
from plugins.engine.manifest import Entry
from plugins.engine.pages import DataFile, Inputs
from plugins.pictures.cache import Blob, Cache
from plugins.pictures.decoding import DamagedPhoto
from plugins.pictures.recipes import EMBLEM, SOCIAL, Recipe, cache_key, make, maker
from plugins.pictures.renditions import emblem_rendition, large_rendition, renditions

WorkersMap = Callable[[Callable[["Job"], Any], Sequence["Job"]], list[Any]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that the site shall have: at ``url``, that file of what a recipe makes of a photo."""

    url: str
    path: str
    recipe: Recipe
    name: str


@dataclass(frozen=True, slots=True)
class Job:
    """One photo and what to make of it; ``key`` is that of its bundle."""

    recipe: Recipe
    file: MediaFile
    key: str


def shown_photo(file: MediaFile) -> Iterator[Wanted]:
    """Yield the files of a photo that a page shows."""
    for item in renditions(file):
        yield Wanted(item.url, file.path, "photo", f"{item.width}.{item.format}")


def linked_photo(file: MediaFile) -> Wanted:
    """Return the file of a photo that a page only links."""
    item = large_rendition(file)
    return Wanted(item.url, file.path, "photo", f"{item.width}.{item.format}")


def shared_photo(file: MediaFile, url: str) -> Wanted:
    """Return the card for shared links that is cut from a photo."""
    return Wanted(url, file.path, "social", SOCIAL)


def emblem(file: MediaFile) -> Wanted:
    """Return the file of the newsroom's emblem."""
    return Wanted(emblem_rendition(file).url, file.path, "emblem", EMBLEM)


class Pictures:
    """Makes the files of one build's photos.

    Args:
        content: the content folder.
        media: all its photos, by path.
        cache: keeps what was made.
        keep_builds: how many builds a photo's files are kept without being used.
        map_jobs: applies a pure function to jobs on all cores and returns the results in order.
    """

    def __init__(
        self,
        content: Path,
        media: Mapping[str, MediaFile],
        cache: Cache,
        keep_builds: int,
        map_jobs: WorkersMap,
    ) -> None:
        self._content = content
        self._media = media
        self._cache = cache
        self._keep_builds = keep_builds
        self._map_jobs = map_jobs
        self._made_by = maker()

    def is_made(self, file: MediaFile) -> bool:
        """Tell whether the files of a photo are there, so that it must be whole."""
        return self._cache.contents(self._key("photo", file)) is not None

    def files(self, wanted: Iterable[Wanted]) -> Iterator[DataFile]:
        """Declare files, each address once; make those that are not there yet."""
        by_url = {item.url: item for item in wanted}
        jobs: dict[str, Job] = {}
        for item in by_url.values():
            file = self._media[item.path]
            key = self._key(item.recipe, file)
            jobs.setdefault(key, Job(item.recipe, file, key))
        there = {key: self._cache.contents(key) for key in jobs}
        missing = [job for key, job in jobs.items() if there[key] is None]
        made = self._map_jobs(partial(_make, self._content, self._cache), missing)
        there.update({job.key: blobs for job, blobs in zip(missing, made, strict=True)})
        self._cache.forget_unused(jobs.keys(), self._keep_builds)
        known = {(key, blob.name): blob for key, blobs in there.items() for blob in blobs or ()}
        for url, item in sorted(by_url.items()):
            file = self._media[item.path]
            key = self._key(item.recipe, file)
            blob = known[key, item.name]
            path = url.removeprefix("/")
            yield DataFile(
                path,
                _bytes_of,
                {
                    "job": jobs[key],
                    "blob": blob,
                    "content": self._content,
                    "cache": self._cache.folder,
                },
                expected=Entry(path, blob.sha256, blob.size),
            )

    def _key(self, recipe: Recipe, file: MediaFile) -> str:
        return cache_key(recipe, file.sha256, self._made_by)


def read_photo(content: Path, file: MediaFile) -> bytes:
    """Return the bytes of a photo, which have to be those that were looked at before.

    Raises:
        BuildError: the file has changed meanwhile.
    """
    source = on_disk(content, file.path)
    with os.fdopen(os.open(source, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
        data = opened.read()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise BuildError(f"{file.path} changed while the site was being built; build again")
    return data


def _make(content: Path, cache: Cache, job: Job) -> tuple[Blob, ...]:
    """Make the files of a job and keep them; runs in a worker."""
    try:
        return cache.write(job.key, make(job.recipe, read_photo(content, job.file), job.file))
    except DamagedPhoto as error:
        raise BuildError(f"{job.file.path}: {error}") from error


def _bytes_of(inputs: Inputs) -> bytes:
    """Return the bytes of one file: those kept, or made anew where they are damaged or gone."""
    job: Job = inputs["job"]
    blob: Blob = inputs["blob"]
    cache = Cache(inputs["cache"])
    data = cache.read(job.key, blob.name)
    if data is None or hashlib.sha256(data).hexdigest() != blob.sha256:
        _make(inputs["content"], cache, job)
        data = cache.read(job.key, blob.name)
    if data is None or hashlib.sha256(data).hexdigest() != blob.sha256:
        raise BuildError(f"{job.file.path}: {blob.name} cannot be kept in {cache.folder}")
    return data
