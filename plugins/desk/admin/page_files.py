"""The files of the admin page that are the same for everybody: ours, the packages', the theme's."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.engine import assets

PAGE = Path(__file__).with_name("page")
PROGRAM = Path(__file__).resolve().parents[3]
_STYLE = "css/site.css"
_RECORD = "packages.json"


class PackagesMissing(Exception):
    """The packages of tools/admin_packages.json are not installed, or are of another list."""


@dataclass(frozen=True, slots=True)
class PageFiles:
    """``files`` maps a path below the page's folder to its bytes; ``preview_style`` is a path."""

    files: Mapping[str, bytes]
    preview_style: str


def packages_folder() -> Path:
    """Return where tools/admin_packages.py puts the packages."""
    return Path(sys.prefix) / "admin-page"


def collect(packages: Path) -> PageFiles:
    """Read all files of the page.

    Args:
        packages: where the packages lie, each in a folder of its own.

    Raises:
        PackagesMissing: they are not there, or not those that the project names.
        BuildError: the theme is not whole.
    """
    wanted = (PROGRAM / "tools" / "admin_packages.json").read_bytes()
    if not (packages / _RECORD).is_file() or (packages / _RECORD).read_bytes() != wanted:
        raise PackagesMissing
    files = {
        path.name: path.read_bytes()
        for path in sorted(packages.glob("*/*"))
        if path.name != "LICENSE"
    }
    files |= {path.name: path.read_bytes() for path in sorted(PAGE.iterdir()) if path.is_file()}
    theme = assets.collect(PROGRAM / "theme" / "static")
    files |= theme.files
    return PageFiles(files, theme.url(_STYLE).lstrip("/"))
