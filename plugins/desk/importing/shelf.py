"""The folder that imported bulletins go to: what is there already, and safe writing.

Each imported file says in its first comment what it came from. So a second import knows what it
has, an interrupted one goes on where it stopped, and no state is kept anywhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from plugins.desk.importing.header_text import SOURCE

_HEAD_BYTES: Final = 4_096
_MARK: Final = re.compile(
    rf"^{re.escape(SOURCE)} (?P<name>.*) \[(?P<digest>[0-9a-f]{{16}})\]$", re.M
)
_SLUG: Final = re.compile(r"^slug:\s*[\"']?([a-z0-9-]+)", re.M | re.I)
_ALIAS: Final = re.compile(r"^\s*-\s+[\"']?(/[^\s\"']+)[\"']?\s*$", re.M)


@dataclass(slots=True)
class Shelf:
    """What lies in the folder, and grows as files are written.

    ``by_digest`` and ``by_name`` lead from a source to its file; ``taken`` are the names and slugs
    in use, by year; ``aliases`` the old addresses in use.
    """

    folder: Path
    by_digest: dict[str, Path] = field(default_factory=dict)
    by_name: dict[str, Path] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)

    @classmethod
    def look(cls, folder: Path) -> Shelf:
        """Read what a folder holds; one that is not there yet is empty."""
        shelf = cls(folder)
        for path in sorted(folder.rglob("*.md")):
            with path.open("rb") as opened:
                head = opened.read(_HEAD_BYTES).decode("utf-8", errors="replace")
            shelf._note(path, head)
        return shelf

    def free_slug(self, year: str, wanted: str) -> str:
        """Return a slug that nobody in a year has: the wanted one, or with a number behind it."""
        slug, number = wanted, 2
        while (year, slug) in self.taken:
            slug = f"{wanted[: 80 - len(str(number)) - 1].rstrip('-')}-{number}"
            number += 1
        return slug

    def write(self, path: Path, text: str) -> None:
        """Write a bulletin in one step: whole or not at all."""
        write_whole(path, text.encode("utf-8"))
        self._note(path, text[:_HEAD_BYTES])

    def _note(self, path: Path, head: str) -> None:
        mark = _MARK.search(head)
        if mark:
            self.by_digest.setdefault(mark["digest"], path)
            self.by_name.setdefault(mark["name"], path)
        slug = _SLUG.search(head)
        self.taken.add((path.parent.name, path.stem))
        if slug:
            self.taken.add((path.parent.name, slug[1].lower()))
        if "aliases:" in head:
            self.aliases.update(_ALIAS.findall(head.split("aliases:", 1)[1].split("\n---", 1)[0]))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as opened:
            opened.write(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
