"""Results kept from build to build, by what they were made from: one SQLite file.

A result is found by a kind and a key; the key is a hash of everything that the result depends on,
so nothing here can be out of date. Nothing here is trusted either: each result carries a checksum,
and a file that is damaged, of another program or of a later version is put aside with a notice and
begun anew. A build never fails because of its store, and gives the same bytes without it.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Final, Self

log = logging.getLogger(__name__)

FILE: Final = "results.sqlite"
VERSION: Final = 1
# What tells our file from any other SQLite database: «BnTn».
_APPLICATION: Final = 0x426E546E
_BATCH: Final = 500
_WAIT_SECONDS: Final = 5.0
# A result that was not asked for while the store was opened so often, some five times a build, is
# forgotten; a branch that one goes back to within a working day is still there.
_IDLE_BUILDS: Final = 1000
# Marks of use are renewed only when they are this old, so that reading alone writes little.
_RENEW: Final = 20
_MOST_BYTES: Final = 2_000_000_000

_TABLES: Final = """
CREATE TABLE results (
    kind TEXT NOT NULL, key TEXT NOT NULL, used INTEGER NOT NULL, sum BLOB NOT NULL,
    value BLOB NOT NULL, PRIMARY KEY (kind, key)
);
CREATE INDEX results_by_use ON results (used);
CREATE TABLE builds (number INTEGER NOT NULL);
INSERT INTO builds VALUES (0);
"""


class Store:
    """A store of results; a context manager, closed at the end of a build.

    Args:
        folder: where it lies; it is made. None: nothing is kept, and nothing found.
        most_bytes: what all values together may take before the least used are forgotten.
    """

    def __init__(self, folder: Path | None, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._file = folder / FILE if folder else None
        self._database: sqlite3.Connection | None = None
        self._build = 0
        self._stale: dict[str, list[str]] = {}
        if self._file:
            self._open(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is kept for some keys; a damaged value counts as absent."""
        found: dict[str, bytes] = {}
        with self._guard() as database:
            if database is None:
                return {}
            wanted = list(dict.fromkeys(keys))
            for first in range(0, len(wanted), _BATCH):
                some = wanted[first : first + _BATCH]
                marks = ",".join("?" * len(some))
                rows = database.execute(
                    "SELECT key, used, sum, value FROM results "
                    f"WHERE kind = ? AND key IN ({marks})",
                    (kind, *some),
                )
                for key, used, checksum, value in rows:
                    if checksum != _sum_of(kind, key, value):
                        continue
                    found[key] = value
                    if used <= self._build - _RENEW:
                        self._stale.setdefault(kind, []).append(key)
            return found
        return {}

    def put_many(self, kind: str, items: Mapping[str, bytes]) -> None:
        """Keep values; what stood there is replaced."""
        with self._guard() as database:
            if database is None:
                return
            database.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)",
                (
                    (kind, key, self._build, _sum_of(kind, key, value), value)
                    for key, value in items.items()
                ),
            )
            database.commit()

    def close(self) -> None:
        """Note what was used, forget what no build asks for, and close. May be called twice."""
        with self._guard() as database:
            if database is not None:
                self._note_use(database)
                self._forget(database)
                database.commit()
        self._shut()

    def _open(self, file: Path) -> None:
        with self._guard():
            file.parent.mkdir(parents=True, exist_ok=True)
            if not self._connect(file):
                log.warning(
                    "Tệp ghi nhớ %s không dùng được nữa (bị hỏng, hoặc của bản phần mềm khác); "
                    "lần này dựng lại từ đầu.",
                    file,
                )
                self._begin_anew(file)

    def _connect(self, file: Path) -> bool:
        """Open the file; False when it is no store of this version."""
        is_new = not file.exists()
        database = sqlite3.connect(file, timeout=_WAIT_SECONDS)
        try:
            if is_new:
                database.executescript(
                    f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {VERSION};"
                    + _TABLES
                )
            marks = [
                database.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            ]
            if marks != [_APPLICATION, VERSION]:
                database.close()
                return False
            # Losing the last results in a power cut costs time only; checksums find torn values.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("UPDATE builds SET number = number + 1")
            self._build = database.execute("SELECT number FROM builds").fetchone()[0]
            database.commit()
        except sqlite3.OperationalError:
            database.close()
            raise
        except (sqlite3.DatabaseError, TypeError):
            database.close()
            return False
        self._database = database
        return True

    def _begin_anew(self, file: Path) -> None:
        for path in (file, file.with_name(file.name + "-journal")):
            path.unlink(missing_ok=True)
        self._connect(file)

    def _note_use(self, database: sqlite3.Connection) -> None:
        for kind, keys in self._stale.items():
            database.executemany(
                "UPDATE results SET used = ? WHERE kind = ? AND key = ?",
                ((self._build, kind, key) for key in keys),
            )
        self._stale = {}

    def _forget(self, database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM results WHERE used < ?", (self._build - _IDLE_BUILDS,))
        pages, size, free = (
            database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "page_size", "freelist_count")
        )
        if (pages - free) * size <= self._most_bytes:
            return
        # The least used half goes, but nothing that this build has put there.
        oldest = database.execute(
            "SELECT used FROM results WHERE used < ? ORDER BY used "
            "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM results WHERE used < ?)",
            (self._build, self._build),
        ).fetchone()
        if oldest:
            database.execute("DELETE FROM results WHERE used <= ?", oldest)
        database.commit()
        database.execute("VACUUM")

    @contextmanager
    def _guard(self) -> Iterator[sqlite3.Connection | None]:
        """Give the database; on any fault of it go on without."""
        try:
            yield self._database
        except (sqlite3.Error, OSError) as error:
            log.warning("Tệp ghi nhớ %s gặp lỗi (%s); lần này làm không có nó.", self._file, error)
            self._shut()
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(
                error, sqlite3.OperationalError
            ):
                self._drop()

    def _drop(self) -> None:
        if self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _shut(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None


def _sum_of(kind: str, key: str, value: bytes) -> bytes:
    return blake2b(f"{kind}\0{key}\0".encode() + value, digest_size=8).digest()
