"""The gate's two lists in the content folder: allowed domains and exceptions.

``allowed-domains.yml`` names the sites that may be linked to. ``exceptions.yml`` lets a finding
pass: which rule, in which file, why, on whose word, until when.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from plugins.bulletins import decoding
from plugins.bulletins.yaml_nodes import (
    REGISTRY_BYTES,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
    compose,
)
from plugins.problems import Problem, problem

DOMAINS_PATH: Final = "allowed-domains.yml"
EXCEPTIONS_PATH: Final = "exceptions.yml"

_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_FIELDS: Final = ("rule", "file", "reason", "who", "until")
_MANY_LABELS: Final = 2


@dataclass(frozen=True, slots=True)
class GateException:
    """One entry of ``exceptions.yml``; ``line`` is where it begins."""

    rule: str
    file: str
    reason: str
    who: str
    until: dt.date
    line: int = 1


def load_domains(data: bytes) -> tuple[frozenset[str], list[Problem]]:
    """Read ``allowed-domains.yml``: a list of domains, or of mappings with ``domain``.

    Returns:
        The domains, in small letters; each allows its subdomains. And the problems found.
    """
    found: list[Problem] = []
    domains: set[str] = set()
    for node, line, column in _entries(data, DOMAINS_PATH, found):
        values = _texts(node)
        text = values.get("domain", "").strip().lower().removeprefix("*.").removeprefix("www.")
        wrong = not _DOMAIN.fullmatch(text) or set(values) - {"domain", "name", "reason", "who"}
        if wrong or (text.count(".") + 1 == _MANY_LABELS and text in _TOO_WIDE):
            found.append(problem("domain-entry", DOMAINS_PATH, line, column, text=text[:80]))
        else:
            domains.add(text)
    return frozenset(domains), found


_TOO_WIDE: Final = frozenset({"com.vn", "net.vn", "org.vn", "co.uk", "blogspot.com", "github.io"})


def load_exceptions(
    data: bytes, rules: Collection[str]
) -> tuple[tuple[GateException, ...], list[Problem]]:
    """Read ``exceptions.yml``.

    Args:
        data: the bytes of the file; b"" where there is none.
        rules: the codes that may be relaxed.

    Returns:
        The entries that are right, in the order of the file, and the problems found.
    """
    found: list[Problem] = []
    exceptions: list[GateException] = []
    for node, line, column in _entries(data, EXCEPTIONS_PATH, found):
        values = _texts(node)
        wrong = _what_is_wrong(values, rules)
        if wrong:
            found.append(problem("exception-entry", EXCEPTIONS_PATH, line, column, reason=wrong))
        else:
            rule, file, reason, who, until = (values[name].strip() for name in _FIELDS)
            day = dt.date.fromisoformat(until)
            exceptions.append(GateException(rule, file, reason, who, day, line))
    return tuple(exceptions), found


def _what_is_wrong(values: Mapping[str, str], rules: Collection[str]) -> str:
    for name in _FIELDS:
        if not values.get(name, "").strip():
            return f"thiếu «{name}»"
    unknown = sorted(set(values) - set(_FIELDS))
    if unknown:
        return f"có mục lạ «{unknown[0]}»"
    if values["rule"].strip() not in rules:
        return f"không có quy tắc «{values['rule'].strip()}» (hoặc quy tắc này không được bỏ qua)"
    try:
        dt.date.fromisoformat(values["until"].strip())
    except ValueError:
        return f"«until: {values['until'].strip()}» không phải ngày dạng 2027-06-30"
    return ""


def _entries(data: bytes, path: str, found: list[Problem]) -> Iterator[tuple[Node, int, int]]:
    """Yield the entries of a YAML list with their places; report what is no list."""
    text, problems = decoding.decode(data, path)
    found += problems
    if text is None:
        return
    place = Place(path)
    root, problems = compose(text, place, max_bytes=REGISTRY_BYTES)
    found += problems
    if root is None or (isinstance(root, ScalarNode) and root.value in {"", "~", "null"}):
        return
    if not isinstance(root, SequenceNode):
        found.append(problem("registry-not-list", path, *place.at(root.start_mark), path=path))
        return
    for node in root.value:
        yield node, *place.at(node.start_mark)


def _texts(node: Node) -> dict[str, str]:
    """Return the plain fields of an entry; a bare text stands for its domain."""
    if isinstance(node, ScalarNode):
        return {"domain": node.value}
    if not isinstance(node, MappingNode):
        return {}
    return {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode)
    }
