"""`headers.json` as nginx's configuration: which answer carries which header.

The file holds the headers of every answer (`everywhere`), and those that paths of a pattern have
besides or instead (`by_path`; where several fit, the last one counts).
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from nginx.quoting import quoted, quoted_pattern


@dataclass(frozen=True, slots=True)
class Header:
    """One header.

    Attributes:
        name: as it is sent.
        default: the value where no pattern fits; "" sends none.
        by_path: pairs of pattern and value, the one that counts first.
    """

    name: str
    default: str
    by_path: tuple[tuple[str, str], ...]


def read_headers(text: str) -> tuple[Header, ...]:
    """Return the headers of a `headers.json`, in its order."""
    file = json.loads(text)
    everywhere = {entry["name"]: entry["value"] for entry in file["everywhere"]}
    names = dict.fromkeys([*everywhere, *(entry["name"] for entry in file["by_path"])])
    return tuple(
        Header(
            name,
            everywhere.get(name, ""),
            tuple(
                (entry["pattern"], entry["value"])
                for entry in reversed(file["by_path"])
                if entry["name"] == name
            ),
        )
        for name in names
    )


def header_maps(headers: tuple[Header, ...], variable: str) -> str:
    """Return a `map` block for each header that depends on the path.

    Args:
        headers: what :func:`read_headers` gives.
        variable: begins the names of nginx's variables.
    """
    return "\n".join(_map(header, variable) for header in headers if header.by_path)


def header_lines(headers: tuple[Header, ...], variable: str) -> str:
    """Return the `add_header` lines of a server block, which holds all of them.

    Args:
        headers: what :func:`read_headers` gives.
        variable: the one given to :func:`header_maps`.
    """
    return "\n".join(
        f"    add_header {header.name} {_value(header, variable)} always;" for header in headers
    )


def _map(header: Header, variable: str) -> str:
    cases = "".join(
        f"    {quoted_pattern(f'~{pattern}')} {quoted(value)};\n"
        for pattern, value in header.by_path
    )
    return (
        f"map $uri {_name(header, variable)} {{\n    default {quoted(header.default)};\n{cases}}}\n"
    )


def _value(header: Header, variable: str) -> str:
    return _name(header, variable) if header.by_path else quoted(header.default)


def _name(header: Header, variable: str) -> str:
    return f"${variable}_{header.name.lower().replace('-', '_')}"
