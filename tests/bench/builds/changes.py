"""What a build changed: by manifest, counted as the project counts, and by the files' own times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plugins.engine import manifest

# The bulletin's own page, photos, attachments, compressed copies and the search index are not.
_NOT_COUNTED: Final = r"ban-tin/.*/{own}/.*|anh/.*|tep/.*|tim-kiem/.*|.*\.(?:gz|br)"


def hashes(output: Path) -> dict[str, str]:
    """Read the hash of each file of a sealed tree."""
    entries = manifest.load((output / manifest.NAME).read_bytes())
    return {entry.path: entry.sha256 for entry in entries}


def counted(before: dict[str, str], after: dict[str, str], own: str) -> list[str]:
    """Return the files that came, went or changed, as paths.

    Args:
        before: path to hash, of one build.
        after: the same of the next.
        own: the name (slug) of the bulletin that was put in, edited or deleted; "" for none.

    Returns:
        The paths, sorted, without those that a bulletin may change in any number.
    """
    pattern = re.compile(_NOT_COUNTED.replace("{own}", re.escape(own) if own else "(?!)"))
    paths = before.keys() | after.keys()
    return sorted(
        path
        for path in paths
        if before.get(path) != after.get(path) and not pattern.fullmatch(path)
    )


def written_since(output: Path, moment: int) -> int:
    """Count the files of a tree that were written after a moment.

    Args:
        output: the tree.
        moment: nanoseconds since 1970.

    A file that was moved into its place counts as well: its ctime is that of the move.
    """
    return sum(file.stat().st_ctime_ns >= moment for file in files_below(output))


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a tree, what a build keeps for itself left out."""
    return (file for file in manifest.tree_files(folder) if not file.is_symlink())
