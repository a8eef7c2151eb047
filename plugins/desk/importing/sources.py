"""What is to be imported: which files, in which order, read by which reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from plugins.desk.importing import (
    lists,
    mail_archive,
    plain_text,
    posts,
    saved_page,
    word_file,
    wordpress,
)
from plugins.desk.importing.blocks import Page

_DIGEST: Final = 16
_LARGEST: Final = 500 * 1_048_576
_PASSED_OVER: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".ico", ".css",
     ".js", ".woff", ".woff2", ".ttf", ".eot", ".map", ".heic", ".heif", ".mp4", ".mp3", ".pdf",
     ".xlsx", ".download", ".yml", ".yaml"}
)  # fmt: skip


class UnreadableError(Exception):
    """A file is broken or not what its name says; the text says how, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and the folder that was named to import it from: photos are looked for below it."""

    file: Path
    root: Path

    @property
    def name(self) -> str:
        """What the file is called in reports and marks: below the folder above the one named."""
        return self.file.relative_to(self.root.parent).as_posix()


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a source, not understood yet; ``page`` is None where there is none."""

    source: Source
    name: str
    digest: str
    page: Page | None

    @property
    def mark(self) -> str:
        """Name and digest, as the comment in the file has them."""
        return f"{self.name} [{self.digest}]"


def find_sources(paths: Sequence[Path]) -> tuple[list[Source], list[Path]]:
    """List the files to import, in an order that does not depend on the file system.

    Args:
        paths: files and folders that are there.

    Returns:
        The files that some reader knows; and those named or met that none does. What browsers
        save beside a page is passed over in silence.
    """
    found: list[Source] = []
    unknown: list[Path] = []
    for path in paths:
        real = path.resolve()
        if real.is_file():
            known = real.suffix.lower() in _READERS
            (found if known else unknown).append(Source(real, real.parent) if known else real)  # type: ignore[arg-type]
            continue
        for file in sorted(real.rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(real).parts)
            if not file.is_file() or hidden or file.name.startswith("~$"):
                continue
            suffix = file.suffix.lower()
            if suffix in _PASSED_OVER or any(part.endswith("_files") for part in file.parts):
                continue
            if suffix in _READERS:
                found.append(Source(file, real))
            else:
                unknown.append(file)
    return list(dict.fromkeys(found)), unknown


def entries_of(source: Source, zone: ZoneInfo) -> Iterator[Entry]:
    """Read the articles of a file.

    Raises:
        UnreadableError: the file is broken.
        OSError: it cannot be read.
    """
    if source.file.stat().st_size > _LARGEST:
        raise UnreadableError("tệp lớn hơn 500 MB")
    data = source.file.read_bytes()
    try:
        for key, raw, page in _READERS[source.file.suffix.lower()](data, zone):
            name = f"{source.name}#{key}" if key else source.name
            yield Entry(source, name, hashlib.sha256(raw).hexdigest()[:_DIGEST], page)
    except (ValueError, KeyError, RecursionError) as error:
        raise UnreadableError(str(error)[:200] or type(error).__name__) from error


Found = Iterator[tuple[str, bytes, Page | None]]
"""The articles of a file: a key inside it (empty: the whole file), its bytes, what it says."""


def _html(data: bytes, zone: ZoneInfo) -> Found:
    yield "", data, saved_page.read_saved_page(data, zone)


def _text(data: bytes, _zone: ZoneInfo) -> Found:
    page = plain_text.read_plain_text(data)
    yield "", data, page if page.blocks else None


def _word(data: bytes, _zone: ZoneInfo) -> Found:
    yield "", data, word_file.read_word(data)


def _post(data: bytes, zone: ZoneInfo) -> Found:
    yield "", data, posts.read_post(data, zone)


_READERS: Mapping[str, Callable[[bytes, ZoneInfo], Found]] = MappingProxyType(
    {
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".aspx": _html,
        ".php": _html,
        ".mht": mail_archive.read_archive,
        ".mhtml": mail_archive.read_archive,
        ".txt": _text,
        ".docx": _word,
        ".xml": wordpress.read_export,
        ".wxr": wordpress.read_export,
        ".md": _post,
        ".markdown": _post,
        ".json": lists.read_json,
        ".jsonl": lists.read_json_lines,
        ".csv": lists.read_csv,
        ".tsv": lists.read_csv,
    }
)
