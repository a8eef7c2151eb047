"""The theme's static files, published under names that carry the hash of their content.

A style sheet that imports others (``@import "x.css" layer(name);``, one a line) is published as one
file: a reader on a slow line fetches it in one request. A module that imports others
(``import {x} from "./y.js";``) stays a file of its own; the names it imports become their hashed
addresses, so a module's hash changes with every module below it.

What lies in ``static/root/`` keeps its name and stands at the root of the site: programs ask for
``/favicon.ico`` where no page names an icon, as when a reader looks at a photo alone.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.engine.errors import BuildError

FOLDER = "theme"
ROOT_FILES = "root/"
HASH_LENGTH = 12

_IMPORT = re.compile(r'^@import "(?P<file>[^"]+)" layer\((?P<layer>[a-z.-]+)\);$', re.MULTILINE)
_URL = re.compile(r"url\(\"(?P<file>[^\"]+)\"\)")
# Static imports and re-exports, each on lines of its own; a path begins with a dot.
_MODULE = re.compile(r"^((?:import|export)\b[^;\"']*)\"(?P<file>\.[^\"]+\.js)\";", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Assets:
    """``urls`` maps a name below ``theme/static`` to its address, ``files`` a path to its bytes."""

    urls: Mapping[str, str]
    files: Mapping[str, bytes]

    def url(self, name: str) -> str:
        """Return the address of an asset.

        Raises:
            KeyError: the theme has no such file.
        """
        return self.urls[name]


def hashed_name(name: str, data: bytes) -> str:
    """Put the hash of the content before a file's suffix: ``site.css`` → ``site.1f….css``."""
    path = PurePosixPath(name)
    digest = hashlib.sha256(data).hexdigest()[:HASH_LENGTH]
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()


def collect(folder: Path) -> Assets:
    """Read the static files of a theme.

    Raises:
        BuildError: a style sheet or module uses a file that the theme does not have, or modules
            import each other in a circle.
    """
    sources = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    imported = {
        _beside(name, match["file"])
        for name, data in sources.items()
        if name.endswith(".css")
        for match in _IMPORT.finditer(data.decode())
    }
    urls: dict[str, str] = {}
    files: dict[str, bytes] = {}

    def publish(name: str, data: bytes) -> None:
        if name.startswith(ROOT_FILES):
            path = name.removeprefix(ROOT_FILES)
        else:
            path = f"{FOLDER}/{hashed_name(name, data)}"
        urls[name] = f"/{path}"
        files[path] = data

    def publish_module(name: str, users: tuple[str, ...] = ()) -> str:
        if name in users:
            raise BuildError(f"theme/static/{name} imports itself: {' → '.join((*users, name))}")

        def address(match: re.Match[str]) -> str:
            target = _known(_beside(name, match["file"]), name, sources)
            return f'{match[1]}"{publish_module(target, (*users, name))}";'

        if name not in urls:
            publish(name, _MODULE.sub(address, sources[name].decode()).encode())
        return urls[name]

    for name, data in sources.items():
        if name.endswith(".js"):
            publish_module(name)
        elif not name.endswith(".css"):
            publish(name, data)
    for name in sources:
        if name.endswith(".css") and name not in imported:
            publish(name, _bundle(name, sources, urls).encode())
    return Assets(urls, files)


def _bundle(name: str, sources: Mapping[str, bytes], urls: Mapping[str, str]) -> str:
    """Return a style sheet with its imports in place and its ``url("…")`` made absolute."""

    def insert(match: re.Match[str]) -> str:
        inner = _bundle(_known(_beside(name, match["file"]), name, sources), sources, urls)
        return f"@layer {match['layer']} {{\n{inner}}}"

    def address(match: re.Match[str]) -> str:
        return f'url("{urls[_known(_beside(name, match["file"]), name, urls)]}")'

    return _IMPORT.sub(insert, _URL.sub(address, sources[name].decode()))


def _beside(name: str, target: str) -> str:
    return posixpath.normpath(PurePosixPath(name).parent / target)


def _known(name: str, user: str, known: Mapping[str, object]) -> str:
    if name not in known:
        raise BuildError(f"theme/static/{user} uses {name}, which the theme does not have")
    return name
