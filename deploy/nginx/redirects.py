"""`/chuyen-huong.json`, the map of old addresses, as nginx reads it.

The result is included in two `map` blocks, one keyed by the path alone, one by path and query
(`site.conf`). nginx reads it when it is started or reloaded.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

from nginx.quoting import quoted, quoted_pattern

# A target inside the site, in plain characters. Two slashes at the beginning, or a backslash, would
# lead to another host: the way in which others borrow a trusted name.
_TARGET: Final = re.compile(r"/(?:[A-Za-z0-9._~%-]+/)*[A-Za-z0-9._~%-]*")
_MOST_BYTES: Final = 1_800
# What a browser sends of a query as it stands.
_QUERY_SAFE: Final = "!$&'()*+,;=:@/?%~"


def redirect_map(data: bytes) -> str:
    """Return the lines of nginx's map, sorted, each ``"OLD" "NEW";``.

    An old path without a query also answers with, or without, a slash at its end.

    Args:
        data: a JSON object from old to new addresses, all root-relative.

    Raises:
        ValueError: it is not such an object, a target lies outside the site, or an address
            cannot be written in nginx's configuration.
    """
    pairs = json.loads(data)
    if not isinstance(pairs, dict):
        raise ValueError("the map of redirects is no object")  # noqa: TRY004 - bad data, not a bug
    targets: dict[str, str] = {}
    for old, new in pairs.items():
        if not isinstance(new, str) or not _TARGET.fullmatch(new):
            raise ValueError(f"a redirect leads outside the site: {old!r} to {new!r}")
        for key in _keys(old):
            targets[key] = new
    # Only now: what somebody wrote down goes before what is added for convenience.
    for old, new in pairs.items():
        twin = _with_or_without_slash(old)
        if twin:
            targets.setdefault(twin, new)
    return "".join(f"{line}\n" for line in sorted(_lines(targets)))


def _keys(old: str) -> set[str]:
    """Return what nginx compares: the path decoded, the query as browsers send it."""
    path, mark, query = old.partition("?")
    path = unicodedata.normalize("NFC", unquote(path, errors="strict"))
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        raise ValueError(f"an old address is no path of this site: {old!r}")
    queries = {query, quote(query, safe=_QUERY_SAFE)} if mark else {""}
    keys = {f"{path}{mark}{text}" for text in queries}
    if any(len(key.encode()) > _MOST_BYTES for key in keys):
        raise ValueError(f"an old address is too long: {old[:80]!r}…")
    return keys


def _with_or_without_slash(old: str) -> str | None:
    if "?" in old:
        return None
    (path,) = _keys(old)
    if path.endswith("/"):
        return path.rstrip("/") or None
    return None if "." in path.rsplit("/", 1)[-1] else f"{path}/"


def _lines(targets: dict[str, str]) -> Iterator[str]:
    """Write the map. nginx compares plain keys without regard to case, patterns exactly."""
    same_but_case: defaultdict[str, list[str]] = defaultdict(list)
    for key in targets:
        same_but_case[_lowered(key)].append(key)
    for keys in same_but_case.values():
        if len({targets[key] for key in keys}) == 1:
            yield f"{_key(keys[0])} {quoted(targets[keys[0]])};"
            continue
        for key in keys:
            yield f"{quoted_pattern(f'~^{re.escape(key)}$')} {quoted(targets[key])};"


def _key(key: str) -> str:
    # nginx reads no variable in a map's key, so a dollar sign there is but a sign.
    return quoted_pattern(key)


def _lowered(key: str) -> str:
    """Return a key in small letters as nginx makes them: of the Latin alphabet alone."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in key)
