"""Where a PATH of the command line lies: in which content folder, and where in there."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.authors import people
from plugins.units import registry

# What tells a content folder from any other; the second where the first has been deleted.
SIGNS = (registry.PATH, people.PATH)


@dataclass(frozen=True, slots=True)
class Place:
    """A content folder, and a file or folder in it.

    ``inside`` is written as in a report: with ``/``, in NFC, "." for the content folder itself.
    """

    root: Path
    inside: PurePosixPath

    @property
    def is_root(self) -> bool:
        """Tell whether this is the whole content folder."""
        return not self.inside.parts

    def covers(self, reported: str) -> bool:
        """Tell whether a report on this place shows a problem whose path is ``reported``.

        It does for what lies in this place, and for a folder around it: where that one is refused,
        no file in it was read.
        """
        path = PurePosixPath(reported)
        return path.is_relative_to(self.inside) or self.inside.is_relative_to(path)


def place_of(path: Path, default: Path) -> Place | None:
    """Find the content folder of a path; None when it lies in none.

    A link is first taken where it stands, because a link in a content folder is an error to report,
    and then where it leads.

    Args:
        path: a file or folder that is there.
        default: the content folder of the settings, which needs no registry to be known as one.
    """
    for candidate in (absolute(path), path.resolve()):
        folders = (candidate, *candidate.parents)
        for sign in SIGNS:
            for folder in folders:
                if (folder / sign).is_file():
                    return Place(folder.resolve(), _as_reported(candidate, folder))
        if default in folders:
            return Place(default.resolve(), _as_reported(candidate, default))
    return None


def absolute(path: Path) -> Path:
    """Make a path absolute without following it, if it is a link itself."""
    if ".." not in path.parts:
        return Path.cwd() / path
    # «..» after a link is the folder above the link's target, so all before the name is resolved.
    return path.resolve() if path.name == ".." else path.parent.resolve() / path.name


def _as_reported(path: Path, root: Path) -> PurePosixPath:
    """Write a path as reports do: relative to ``root``, in NFC, undecodable bytes as «�»."""
    text = os.fsencode(path.relative_to(root)).decode("utf-8", "replace")
    return PurePosixPath(unicodedata.normalize("NFC", text))
